//! Lays inheritance flat.
//!
//! In: a schema with `allOf`, however deep and wide its bases.
//! Out: the [`Parts`] it is made of, bases first, each base once.
//! Never: gives a part a type; runs in circles.

use std::collections::BTreeSet;

use openapiv3::Schema;

use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::location::Place;
use crate::lower::nodes::{MAX_DEPTH, Node, follow};
use crate::lower::schema_view::SchemaView;
use crate::lower::site::Site;

/// What a schema is made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'a> {
    /// Parts that describe objects, bases first, the schema's own part last.
    pub objects: Vec<Part<'a>>,
    /// Parts that describe something else, or nothing.
    pub others: Vec<Part<'a>>,
}

/// A schema that contributes to another one.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    /// What it says.
    pub view: SchemaView<'a>,
    /// It.
    pub schema: &'a Schema,
    /// Where it is described.
    pub site: Site,
}

/// The parts of a schema, itself included.
pub(super) fn parts<'a>(
    specs: &'a SpecSet,
    schema: &'a Schema,
    site: &Site,
    diagnostics: &mut Diagnostics,
) -> Parts<'a> {
    let mut walk = Walk {
        specs,
        parts: Parts::default(),
        path: vec![site.place.clone()],
        seen: BTreeSet::new(),
    };
    walk.schema(schema, site, diagnostics);
    walk.parts
}

struct Walk<'a> {
    specs: &'a SpecSet,
    parts: Parts<'a>,
    /// The definitions that are being walked, outermost first.
    path: Vec<Place>,
    /// The definitions that have been walked: a base that two bases share counts once.
    seen: BTreeSet<Place>,
}

impl<'a> Walk<'a> {
    fn schema(&mut self, schema: &'a Schema, site: &Site, diagnostics: &mut Diagnostics) {
        let view = SchemaView::of(schema);
        for (index, base) in view.all_of.iter().enumerate() {
            let part = site.part(index);
            match Node::from(base) {
                Node::Inline(schema) if part.depth <= MAX_DEPTH => {
                    self.schema(schema, &part, diagnostics);
                }
                Node::Inline(_) => diagnostics.inheritance_too_deep(&part.place, MAX_DEPTH),
                Node::Reference(reference) => self.reference(reference, &part, diagnostics),
            }
        }
        let part = Part {
            schema,
            site: site.clone(),
            view,
        };
        let is_part_of_object = part.view.is_object() || part.view.says_no_type();
        if is_part_of_object {
            self.parts.objects.push(part);
        } else {
            self.parts.others.push(part);
        }
    }

    fn reference(&mut self, reference: &str, site: &Site, diagnostics: &mut Diagnostics) {
        let Some(definition) = follow(self.specs, reference) else {
            diagnostics.dangling_base(&site.place, reference);
            return;
        };
        if self.path.contains(&definition.place) {
            diagnostics.inheritance_cycle(&site.place, &definition.name);
            return;
        }
        if self.path.len() > MAX_DEPTH {
            diagnostics.inheritance_too_deep(&site.place, MAX_DEPTH);
            return;
        }
        if !self.seen.insert(definition.place.clone()) {
            return;
        }
        self.path.push(definition.place.clone());
        self.schema(
            definition.schema,
            &site.definition(&definition),
            diagnostics,
        );
        self.path.pop();
    }
}
