//! Collects the types that operations meet.
//!
//! In: schemas of the loaded documents, one by one, as operations meet them.
//! Out: a [`Type`] for each at once, and at the end the [`TypeTable`] with names, usage and recursion settled.
//! Never: looks at paths, operations or Rust syntax.

use std::collections::{BTreeMap, VecDeque};

use openapiv3::Schema;

use crate::azure::schema::schema_extensions;
use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::location::Place;
use crate::lower::hierarchy::{Constants, Hierarchy};
use crate::lower::naming::{self, Claim};
use crate::lower::nodes::{Definition, Node};
use crate::lower::objects::Unfilled;
use crate::lower::renames::{self, Renames};
use crate::lower::schema_view::{SchemaView, Values};
use crate::lower::site::Site;
use crate::lower::unions::Undivided;
use crate::lower::{annotations, cycles, notes, usage, xml};
use crate::manifest::{Manifest, VersionManifest};
use crate::model::{
    Enumeration, GroupId, Object, Payload, Scalar, Type, TypeDefinition, TypeId, TypeTable,
};

/// The types met so far.
pub(crate) struct Types<'a> {
    pub(super) specs: &'a SpecSet,
    pub(super) renames: Renames<'a>,
    /// Who derives from whom.
    pub(super) hierarchy: Hierarchy<'a>,
    pub(super) definitions: Vec<TypeDefinition>,
    /// What each definition wants to be called.
    pub(super) claims: Vec<Claim>,
    /// The types of schemas met, by the schema's address: it is the same schema wherever it was reached from.
    pub(super) met: BTreeMap<*const Schema, Met>,
    /// Definitions that are types of their own, by name.
    pub(super) by_name: BTreeMap<String, Vec<(Definition<'a>, Type)>>,
    /// Enumerations by `x-ms-enum` name, type of the values, and sorted values.
    pub(super) enumerations: BTreeMap<(String, Scalar, Vec<String>), TypeId>,
    /// Objects in the table whose fields are still to be lowered.
    pub(super) unfilled: VecDeque<Unfilled<'a>>,
    /// Unions in the table whose kinds are still to be found.
    pub(super) undivided: VecDeque<Undivided<'a>>,
    /// Objects that are bases with subtypes and kinds themselves, by the union of them all.
    pub(super) bases: BTreeMap<TypeId, TypeId>,
    /// The discriminator values of objects and unions that have some.
    pub(super) constants: BTreeMap<TypeId, Constants>,
}

/// What is known of a schema that was met before.
#[derive(Clone, Debug)]
pub(super) enum Met {
    /// Its type is being made: it contains itself.
    InProgress,
    /// Its type.
    Known(Type),
}

/// One use of a type by an operation.
pub(crate) struct Root {
    /// The type.
    pub ty: Type,
    /// How the operation uses it.
    pub direction: Direction,
    /// How the body is written that it is in.
    pub wire: Wire,
    /// The type is itself the body, not a part of it and not a parameter.
    pub is_body: bool,
    /// The operation's group.
    pub group: Option<GroupId>,
    /// The page and the index of the field with its items, when the type is what a pager reads.
    pub page_items: Option<(TypeId, usize)>,
}

/// How bodies are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Wire {
    /// As JSON, or as no body at all.
    Json,
    /// As XML.
    Xml,
}

impl Wire {
    /// How the body of an answer is written.
    pub fn of(payload: &Payload) -> Self {
        match payload {
            Payload::Xml(_) => Self::Xml,
            _ => Self::Json,
        }
    }
}

/// How an operation uses a type.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Direction {
    /// In the body it sends.
    Request,
    /// In an answer that is no error, headers included.
    Response,
    /// In the answer of `default`, or of an error status.
    Error,
    /// In the path, the query or a header of the request, or as a parameter of the client.
    Parameter,
}

impl<'a> Types<'a> {
    /// No types yet.
    pub fn new(specs: &'a SpecSet, manifest: &'a Manifest, version: &VersionManifest) -> Self {
        Self {
            specs,
            renames: Renames::of(specs, manifest),
            hierarchy: Hierarchy::of(specs, manifest, version),
            definitions: Vec::new(),
            claims: Vec::new(),
            met: BTreeMap::new(),
            by_name: BTreeMap::new(),
            enumerations: BTreeMap::new(),
            unfilled: VecDeque::new(),
            undivided: VecDeque::new(),
            bases: BTreeMap::new(),
            constants: BTreeMap::new(),
        }
    }

    /// Reports the entries of the manifest's `[rename]` that rename nothing. To be called once for a manifest.
    pub fn check_renames(specs: &SpecSet, manifest: &Manifest, diagnostics: &mut Diagnostics) {
        renames::check(specs, manifest, diagnostics);
    }

    /// The type of a schema met at `place`.
    ///
    /// `hint` names an inline object or enum: words from outside in, `["Certificate", "CreateOrUpdate", "Parameters"]`.
    pub fn type_of(
        &mut self,
        schema: impl Into<Node<'a>>,
        place: &Place,
        hint: &[&str],
        diagnostics: &mut Diagnostics,
    ) -> Type {
        let ty = self.node(schema.into(), &Site::inline(place, hint), diagnostics);
        self.complete(diagnostics);
        ty
    }

    /// The type of a definition.
    pub(super) fn type_of_definition(
        &mut self,
        definition: Definition<'a>,
        diagnostics: &mut Diagnostics,
    ) -> Type {
        let site = Site::inline(&definition.place, &[]);
        let ty = self.definition(definition, &site, diagnostics);
        self.complete(diagnostics);
        ty
    }

    /// Fills what was entered and is still empty.
    fn complete(&mut self, diagnostics: &mut Diagnostics) {
        // Objects wait in line instead of being filled where they are met, so that no chain of definitions is too long for the stack.
        loop {
            if let Some(unfilled) = self.unfilled.pop_front() {
                self.fill(unfilled, diagnostics);
            } else if let Some(undivided) = self.undivided.pop_front() {
                self.divide(undivided, diagnostics);
            } else {
                return;
            }
        }
    }

    /// The object behind `id`, with all its fields. Its name is settled at the end.
    pub fn object(&self, id: TypeId) -> Option<&Object> {
        match self.definitions.get(id.0)? {
            TypeDefinition::Object(object) => Some(object),
            TypeDefinition::Enumeration(_) | TypeDefinition::Union(_) => None,
        }
    }

    /// The enumeration behind `id`. Its name is settled at the end.
    pub fn enumeration(&self, id: TypeId) -> Option<&Enumeration> {
        match self.definitions.get(id.0)? {
            TypeDefinition::Enumeration(enumeration) => Some(enumeration),
            TypeDefinition::Object(_) | TypeDefinition::Union(_) => None,
        }
    }

    /// Constraints and default as short sentences for docs: `1 to 80 characters`, `matches ^[a-z]+$`, `default: 5`.
    pub fn notes<'n>(&'n self, schema: impl Into<Node<'n>>) -> Vec<String> {
        notes::of(&annotations::views(self.specs, schema.into()))
    }

    /// The value that a schema with a single value always has, as text.
    ///
    /// A single value with `modelAsString: true` is none: others may follow.
    pub fn constant<'n>(&'n self, schema: impl Into<Node<'n>>) -> Option<String> {
        let views = annotations::views(self.specs, schema.into());
        let has_values = |view: &&SchemaView<'_>| view.values != Values::Free;
        let view = views.iter().find(has_values)?;
        let extension = schema_extensions(view.data).enumeration;
        if extension.is_some_and(|extension| extension.model_as_string == Some(true)) {
            return None;
        }
        match &view.values {
            Values::Strings(values) => match values.as_slice() {
                [(_, value)] => Some((*value).to_owned()),
                _ => None,
            },
            Values::Integers(values) => match values.as_slice() {
                [(_, value)] => Some(value.to_string()),
                _ => None,
            },
            Values::Others(values) => match values.as_slice() {
                [value] => Some(value.clone()),
                _ => None,
            },
            Values::Free => None,
        }
    }

    /// Ends the collection: names made distinct, usage, openness, recursion, sending.
    ///
    /// `roots` says what operations reach. `reserved` are type names that operations take (clients, options, header sets), in PascalCase.
    pub fn finish(
        self,
        roots: &[Root],
        reserved: &[String],
        diagnostics: &mut Diagnostics,
    ) -> TypeTable {
        let mut definitions = self.definitions;
        usage::mark(&mut definitions, roots);
        usage::open(&mut definitions);
        usage::sending(&mut definitions);
        xml::settle(&mut definitions, diagnostics);
        cycles::break_up(&mut definitions);
        naming::settle(&mut definitions, &self.claims, reserved, diagnostics);
        TypeTable { definitions }
    }

    /// Enters a type in the table.
    pub(super) fn enter(&mut self, claim: Claim, definition: TypeDefinition) -> TypeId {
        let id = TypeId(self.definitions.len());
        self.definitions.push(definition);
        self.claims.push(claim);
        id
    }

    /// Remembers that a type is described once more, in the same way.
    pub(super) fn also_described_at(&mut self, ty: &Type, place: &Place) {
        if let Type::Named(id) = ty
            && let Some(claim) = self.claims.get_mut(id.0)
        {
            claim.also_described_at(place);
        }
    }
}
