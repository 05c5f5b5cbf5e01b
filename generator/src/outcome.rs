//! What a run gives back: the files, what was found, and how much there was.
//!
//! In: the results of the stages.
//! Out: plain data and text for whoever started the run.
//! Never: decides anything about what is emitted.

use std::collections::BTreeMap;
use std::fmt;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::render::{Colour, render};
use crate::load::SpecSet;
use crate::location::Locate;
use crate::model::{ApiVersion, Operation, Package, Type, TypeDefinition};
use crate::source_file::SourceFile;

/// A generated crate, in memory.
#[derive(Clone, Debug)]
pub struct Generated {
    /// All files of the crate.
    pub files: Vec<SourceFile>,
    /// How much there was.
    pub statistics: Statistics,
    /// What was found and mended on the way; mostly empty.
    pub warnings: Report,
}

/// The stages that [`generate`](crate::generate) runs, in order.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Stage {
    /// Files → documents.
    Load,
    /// Documents → model.
    Lower,
    /// Model → tokens.
    Emit,
    /// Tokens → text.
    Format,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Load => "load",
            Self::Lower => "lower",
            Self::Emit => "emit",
            Self::Format => "format",
        })
    }
}

/// Findings with their places in the source texts, ready to print.
#[derive(Clone, Debug)]
pub struct Report {
    /// How many findings there are, by code.
    pub counts: BTreeMap<&'static str, usize>,
    text: String,
}

impl Report {
    /// Draws findings; `texts` knows where they stand.
    pub fn new(mut diagnostics: Diagnostics, texts: &dyn Locate) -> Self {
        diagnostics.sort();
        let mut counts = BTreeMap::new();
        for diagnostic in &diagnostics.list {
            *counts.entry(diagnostic.code).or_default() += 1;
        }
        let mut text = render(&diagnostics, texts, Colour::Never);
        if !diagnostics.is_empty() {
            text.push_str(&diagnostics.summary());
            text.push('\n');
        }
        Self { counts, text }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Report {}

/// How much a run has read and made.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Statistics {
    /// Description files read.
    pub documents: usize,
    /// Operations.
    pub operations: usize,
    /// Structs and enums.
    pub types: usize,
    /// Examples that became tests.
    pub examples: usize,
    /// Fields, bodies and answers that are free JSON, because the description says no more or could not be typed.
    pub free_json: usize,
}

impl Statistics {
    /// Counts.
    pub fn of(specs: &SpecSet, package: &Package) -> Self {
        let versions = || {
            package
                .services
                .iter()
                .flat_map(|service| &service.versions)
        };
        let sum = |count: fn(&ApiVersion) -> usize| versions().map(count).sum();
        Self {
            documents: specs.documents.len(),
            operations: sum(|version| version.operations.len()),
            types: sum(|version| used(version).count()),
            examples: sum(|version| {
                version
                    .operations
                    .iter()
                    .map(|operation| operation.examples.len())
                    .sum()
            }),
            free_json: sum(free_json),
        }
    }
}

/// The definitions that some operation reaches.
fn used(version: &ApiVersion) -> impl Iterator<Item = &TypeDefinition> {
    let definitions = version.types.definitions.iter();
    definitions.filter(|definition| !definition.usage().is_empty())
}

fn free_json(version: &ApiVersion) -> usize {
    let of_definition = |definition: &TypeDefinition| match definition {
        TypeDefinition::Object(object) => object
            .fields
            .iter()
            .filter(|field| is_free(&field.ty))
            .count(),
        TypeDefinition::Enumeration(_) | TypeDefinition::Union(_) => 0,
    };
    let of_operation = |operation: &Operation| {
        let body = operation
            .body
            .as_ref()
            .is_some_and(|body| is_free(&body.ty));
        let answer = operation.success.payload.ty().is_some_and(is_free);
        usize::from(body) + usize::from(answer)
    };
    let in_types: usize = used(version).map(of_definition).sum();
    let in_operations: usize = version.operations.iter().map(of_operation).sum();
    in_types + in_operations
}

/// Whether a value, its items or its entries are free JSON.
fn is_free(ty: &Type) -> bool {
    match ty {
        Type::Any => true,
        Type::List(inner) | Type::Map(inner) => is_free(inner),
        Type::Scalar(_) | Type::Named(_) => false,
    }
}

impl fmt::Display for Statistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            documents,
            operations,
            types,
            examples,
            free_json,
        } = self;
        write!(
            f,
            "{documents} documents, {operations} operations, {types} types, {examples} examples, {free_json} places of free JSON"
        )
    }
}
