//! Discriminated unions: a base with a discriminator and subtypes, or a `oneOf` with a discriminator.
//!
//! In: a polymorphic schema, and the [`Hierarchy`](crate::lower::hierarchy) around it.
//! Out: a [`Union`] in the table, whose kinds are all subtypes below it, at any depth, in one list.
//! Never: decides whether a subtype is an object; a subtype that is none is left out, and there is a warning.
//!
//! - A subtype with subtypes of its own is a union where it is used as a type. As a kind of its base it is a struct, which is
//!   called `…Base`, whoever uses it: a name must not depend on that.
//! - A subtype that declares another discriminator for its own subtypes is one kind of its base: that union.
//! - A base is a kind of its own union when it has a discriminator value: `x-ms-discriminator-value`, a mapping, or its name
//!   among the values that the property lists.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{ReferenceOr, Schema};

use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::lower::all_of::Parts;
use crate::lower::annotations;
use crate::lower::hierarchy;
use crate::lower::naming::{Claim, Origin};
use crate::lower::nodes::{Definition, follow};
use crate::lower::same;
use crate::lower::schema_view::SchemaView;
use crate::lower::site::{Role, Site};
use crate::lower::types::Types;
use crate::lower::xml;
use crate::model::{Kind, Type, TypeDefinition, TypeId, Union, Usage};

/// A union whose kinds are still to be found.
pub(super) struct Undivided<'a> {
    id: TypeId,
    discriminator: String,
    members: &'a [ReferenceOr<Schema>],
    site: Site,
}

impl<'a> Types<'a> {
    /// The property that tells apart what the schema stands for; `None` when it stands for one kind of object only.
    pub(super) fn divided_by(
        &self,
        view: &SchemaView<'a>,
        parts: &Parts<'a>,
        site: &Site,
    ) -> Option<String> {
        let discriminator = hierarchy::discriminator(parts)?;
        let has_subtypes =
            site.role == Role::Definition && !self.hierarchy.children(&site.place).is_empty();
        (has_subtypes || view.is_union()).then(|| discriminator.property_name.clone())
    }

    /// Enters the union, and the struct of the base itself where that is a kind too.
    pub(super) fn new_union(
        &mut self,
        view: &SchemaView<'a>,
        discriminator: String,
        parts: Parts<'a>,
        site: &Site,
    ) -> Type {
        let claim = self.object_claim(view, site);
        let name = claim.name();
        let union = Union {
            name: name.clone(),
            doc: annotations::doc_of(view.data),
            discriminator: discriminator.clone(),
            kinds: Vec::new(),
            xml: Some(xml::union(
                self.specs,
                view,
                &parts,
                (&discriminator, site, &name.pascal()),
            )),
            usage: Usage::default(),
            place: site.place.clone(),
        };
        let id = self.enter(claim, TypeDefinition::Union(union));
        let constants = self.hierarchy.constants(self.specs, &parts, site);
        if constants.contains_key(&discriminator) && !view.is_union() {
            let longer = format!("{} Base", name.spelled());
            // Definitions come first: this name is ours.
            let claim = Claim::named(Origin::Inline, name.preferring(&longer), &site.place);
            let base = self.enter_object(claim, view, parts, constants.clone(), site);
            self.bases.insert(id, base);
        }
        self.constants.insert(id, constants);
        self.undivided.push_back(Undivided {
            id,
            discriminator,
            members: view.one_of,
            site: site.clone(),
        });
        Type::Named(id)
    }

    /// Finds the kinds of a union that was entered before.
    pub(super) fn divide(&mut self, undivided: Undivided<'a>, diagnostics: &mut Diagnostics) {
        let mut kinds = Kinds::default();
        if let Some(base) = self.bases.get(&undivided.id) {
            let values = self.values(*base, &undivided.discriminator);
            kinds.add(*base, values, &undivided.site.place, diagnostics);
        }
        let mut seen: BTreeSet<Place> = BTreeSet::new();
        let mut pending = self.subtypes(&undivided, diagnostics);
        pending.reverse();
        while let Some(definition) = pending.pop() {
            if !seen.insert(definition.place.clone()) {
                continue;
            }
            let ty = self.definition(definition.clone(), &undivided.site, diagnostics);
            let kind = self.kind(&ty, &undivided.discriminator);
            let kind = kind.map(|(kind, subtypes)| {
                let values = self.values(kind, &undivided.discriminator);
                (kind, subtypes, values)
            });
            let Some((kind, subtypes, values)) = kind.filter(|(.., values)| !values.is_empty())
            else {
                diagnostics.kind_without_fields(&definition.place, &definition.name);
                continue;
            };
            kinds.add(kind, values, &definition.place, diagnostics);
            if subtypes == Subtypes::Here {
                let children = self.hierarchy.children(&definition.place);
                pending.extend(children.iter().rev().cloned());
            }
        }
        if let Some(TypeDefinition::Union(union)) = self.definitions.get_mut(undivided.id.0) {
            union.kinds = kinds.list;
        }
    }

    /// The direct subtypes of a union, also of definitions of other files that are the same as its own, and the members of its `oneOf`.
    fn subtypes(
        &self,
        undivided: &Undivided<'a>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Definition<'a>> {
        let mut found = Vec::new();
        if undivided.site.role == Role::Definition {
            for base in self.same_as(&undivided.site) {
                found.extend(self.hierarchy.children(&base).iter().cloned());
            }
        }
        for (index, member) in undivided.members.iter().enumerate() {
            let place = undivided.site.place.key("oneOf").index(index);
            match member {
                ReferenceOr::Reference { reference } => match follow(self.specs, reference) {
                    Some(definition) => found.push(definition),
                    None => diagnostics.dangling_kind(&place, reference),
                },
                ReferenceOr::Item(_) => {
                    diagnostics.kind_without_fields(&place, &index.to_string());
                }
            }
        }
        found
    }

    /// The places of the definition itself and of those that say the same in other files.
    fn same_as(&self, site: &Site) -> Vec<Place> {
        let mut places = vec![site.place.clone()];
        let Some(name) = site.words.first() else {
            return places;
        };
        let reference = |document: &str| format!("{document}#{}", site.place.pointer);
        let own = follow(self.specs, &reference(&site.place.document));
        let others = self.specs.documents.keys();
        let others = others.filter(|document| **document != site.place.document);
        for other in others.filter_map(|document| follow(self.specs, &reference(document))) {
            let is_same = own
                .as_ref()
                .is_some_and(|own| other.name == *name && same::same(self.specs, own, &other));
            if is_same && !self.hierarchy.children(&other.place).is_empty() {
                places.push(other.place);
            }
        }
        places
    }

    /// What a subtype is as a kind, and where its own subtypes are told apart.
    fn kind(&self, ty: &Type, discriminator: &str) -> Option<(TypeId, Subtypes)> {
        let Type::Named(id) = ty else {
            return None;
        };
        match self.definitions.get(id.0)? {
            TypeDefinition::Object(_) => Some((*id, Subtypes::Here)),
            TypeDefinition::Union(union) if union.discriminator == discriminator => {
                Some((*self.bases.get(id)?, Subtypes::Here))
            }
            TypeDefinition::Union(_) => Some((*id, Subtypes::Inside)),
            TypeDefinition::Enumeration(_) => None,
        }
    }

    fn values(&self, id: TypeId, discriminator: &str) -> Vec<String> {
        let constants = self.constants.get(&id);
        let values = constants.and_then(|constants| constants.get(discriminator));
        values.cloned().unwrap_or_default()
    }
}

/// Where the subtypes of a subtype are told apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Subtypes {
    /// In the same union.
    Here,
    /// In a union of their own.
    Inside,
}

/// The kinds found so far, and who has which value.
#[derive(Default)]
struct Kinds {
    list: Vec<Kind>,
    known: BTreeSet<TypeId>,
    values: BTreeMap<String, Place>,
}

impl Kinds {
    /// Adds a kind; of two with one value the first is read.
    fn add(
        &mut self,
        id: TypeId,
        mut values: Vec<String>,
        place: &Place,
        diagnostics: &mut Diagnostics,
    ) {
        if !self.known.insert(id) {
            return;
        }
        values.retain(|value| match self.values.get(value) {
            Some(first) => {
                diagnostics.discriminator_value_twice(place, first, value);
                false
            }
            None => {
                self.values.insert(value.clone(), place.clone());
                true
            }
        });
        self.list.push(Kind { ty: id, values });
    }
}
