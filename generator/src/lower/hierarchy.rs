//! Who has whom as a base, and the discriminator values that follow from it.
//!
//! In: the definitions of the loaded documents.
//! Out: the [`Hierarchy`]: children of a definition, members of its `oneOf`; and the [`Constants`] of a definition.
//! Never: gives a definition a type; runs in circles.
//!
//! A value is, by precedence: what a `mapping` says of the definition (OpenAPI 3.0.3, section 4.8.25), `x-ms-discriminator-value`, its name.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use indexmap::IndexMap;
use openapiv3::{Discriminator, ReferenceOr};

use crate::azure::schema::schema_extensions;
use crate::load::SpecSet;
use crate::location::Place;
use crate::lower::all_of::{Part, Parts};
use crate::lower::annotations;
use crate::lower::nodes::{Definition, Node, follow};
use crate::lower::schema_view::{SchemaView, Values};
use crate::lower::site::{Role, Site};
use crate::manifest::{Manifest, VersionManifest};

/// Discriminator properties, each with the values that say "this definition". The first one is written.
pub(super) type Constants = IndexMap<String, Vec<String>>;

/// Definitions by what they derive from.
#[derive(Clone, Debug, Default)]
pub(super) struct Hierarchy<'a> {
    /// Direct subtypes by the place of their base, in the order of documents and definitions.
    children: BTreeMap<Place, Vec<Definition<'a>>>,
    /// Direct bases by the place of their subtype.
    bases: BTreeMap<Place, Vec<Definition<'a>>>,
    /// What a `oneOf` with a discriminator says of its members.
    members: BTreeMap<Place, Constants>,
}

impl<'a> Hierarchy<'a> {
    /// The hierarchy of an api-version: of its inputs, and of what no other api-version has as an input.
    pub fn of(specs: &'a SpecSet, manifest: &Manifest, version: &VersionManifest) -> Self {
        let mut foreign: BTreeSet<&str> = BTreeSet::new();
        for other in manifest.services.iter().flat_map(|one| &one.versions) {
            foreign.extend(other.inputs.iter().map(String::as_str));
        }
        for own in &version.inputs {
            foreign.remove(own.as_str());
        }
        let mut hierarchy = Self::default();
        for document in specs.documents.values() {
            if foreign.contains(document.path.as_ref()) {
                continue;
            }
            let components = document.api.components.iter();
            for (name, schema) in components.flat_map(|components| &components.schemas) {
                if let ReferenceOr::Item(schema) = schema {
                    let place = Place::document(&document.path)
                        .key("components")
                        .key("schemas")
                        .key(name);
                    let definition = Definition {
                        place,
                        name: name.clone(),
                        schema,
                    };
                    hierarchy.enter(specs, definition);
                }
            }
        }
        hierarchy
    }

    fn enter(&mut self, specs: &'a SpecSet, definition: Definition<'a>) {
        let view = SchemaView::of(definition.schema);
        for base in references(view.all_of) {
            let Some(base) = follow(specs, base) else {
                continue;
            };
            let bases = self.bases.entry(definition.place.clone()).or_default();
            if bases.iter().all(|known| known.place != base.place) {
                let children = self.children.entry(base.place.clone()).or_default();
                children.push(definition.clone());
                bases.push(base);
            }
        }
        let Some(discriminator) = &view.data.discriminator else {
            return;
        };
        for member in references(view.one_of) {
            if let Some(member) = follow(specs, member) {
                let values = values(specs, [discriminator], &member);
                let constants = self.members.entry(member.place).or_default();
                // Two unions that disagree about a member leave the property to whoever fills the member.
                constants
                    .entry(discriminator.property_name.clone())
                    .and_modify(|known| known.retain(|value| values.contains(value)))
                    .or_insert(values);
            }
        }
    }

    /// The definitions that have this one as a base.
    pub fn children(&self, place: &Place) -> &[Definition<'a>] {
        self.children.get(place).map_or(&[], Vec::as_slice)
    }

    /// What is always the same in an object of this definition: the discriminators of its bases, and of the unions it is a member of.
    /// None for what is no definition of an object.
    pub fn constants(&self, specs: &SpecSet, parts: &Parts<'_>, site: &Site) -> Constants {
        let mut constants = Constants::new();
        let Some((own, bases)) = parts.objects.split_last() else {
            return constants;
        };
        if site.role != Role::Definition || own.site.place != site.place {
            return constants;
        }
        for (index, base) in bases.iter().enumerate() {
            let Some(discriminator) = &base.view.data.discriminator else {
                continue;
            };
            let property = &discriminator.property_name;
            // Below a base with another discriminator, that base is what this discriminator speaks of.
            let later = bases.get(index + 1..).unwrap_or_default();
            let nested = later.iter().find(|later| {
                let inner = later.view.data.discriminator.as_ref();
                inner.is_some_and(|inner| inner.property_name != *property)
                    && self.descends(&later.site.place, &base.site.place)
            });
            let said = of_property(bases, property);
            let values = values(specs, said, &definition(nested.unwrap_or(own)));
            constants.insert(property.clone(), values);
        }
        if let Some((property, value)) = by_itself(specs, own, bases) {
            constants.entry(property).or_insert_with(|| vec![value]);
        }
        for (property, values) in self.members.get(&own.site.place).into_iter().flatten() {
            if !values.is_empty() {
                let constant = constants.entry(property.clone());
                constant.or_insert_with(|| values.clone());
            }
        }
        constants
    }

    /// The nearest definition with a discriminator that all of these are or derive from.
    pub fn common_base(&self, definitions: &[Definition<'a>]) -> Option<Definition<'a>> {
        let (first, others) = definitions.split_first()?;
        let is_common = |base: &&&Definition<'a>| {
            let is_base_of = |other: &Definition<'a>| {
                other.place == base.place || self.descends(&other.place, &base.place)
            };
            SchemaView::of(base.schema).data.discriminator.is_some()
                && others.iter().all(is_base_of)
        };
        let mut bases = self.ancestors(&first.place);
        bases.insert(0, first);
        bases.iter().find(is_common).map(|base| (*base).clone())
    }

    /// Whether `place` has `base` among its bases, at any depth.
    fn descends(&self, place: &Place, base: &Place) -> bool {
        let bases = self.ancestors(place);
        bases.iter().any(|known| known.place == *base)
    }

    /// All bases at any depth, each once, the nearest first.
    fn ancestors(&self, place: &Place) -> Vec<&Definition<'a>> {
        let of = |place: &Place| self.bases.get(place).into_iter().flatten();
        let mut seen: BTreeSet<&Place> = BTreeSet::new();
        let mut found: Vec<&Definition<'a>> = Vec::new();
        let mut pending: VecDeque<&Definition<'a>> = of(place).collect();
        while let Some(base) = pending.pop_front() {
            if seen.insert(&base.place) {
                found.push(base);
                pending.extend(of(&base.place));
            }
        }
        found
    }
}

/// The discriminator that tells the subtypes of a schema apart: its own, or that of its nearest base.
pub(super) fn discriminator<'a>(parts: &Parts<'a>) -> Option<&'a Discriminator> {
    let parts = parts.objects.iter().chain(&parts.others).rev();
    let mut discriminators = parts.filter_map(|part| part.view.data.discriminator.as_ref());
    discriminators.next()
}

/// The discriminator and the value of a base that is a kind of its own: it has a value, or the property lists its name.
fn by_itself(specs: &SpecSet, own: &Part<'_>, bases: &[Part<'_>]) -> Option<(String, String)> {
    let discriminator = own.view.data.discriminator.as_ref()?;
    let property = &discriminator.property_name;
    let is_inherited = |base: &Part<'_>| base.view.data.discriminator.is_some();
    if bases.iter().any(is_inherited) {
        return None;
    }
    let definition = definition(own);
    if let Some(value) = schema_extensions(own.view.data).discriminator_value {
        return Some((property.clone(), value));
    }
    if let Some(value) = mapped(specs, discriminator, &definition).next() {
        return Some((property.clone(), value));
    }
    let described = own.view.properties?.get(property)?;
    let lists_name =
        annotations::views(specs, Node::from(described))
            .iter()
            .any(|view| match &view.values {
                Values::Strings(values) => {
                    values.iter().any(|(_, value)| *value == definition.name)
                }
                Values::Free | Values::Integers(_) | Values::Others(_) => false,
            });
    lists_name.then(|| (property.clone(), definition.name))
}

/// The discriminators of that property.
fn of_property<'p>(
    parts: &'p [Part<'_>],
    property: &str,
) -> impl Iterator<Item = &'p Discriminator> {
    let discriminators = parts
        .iter()
        .filter_map(|part| part.view.data.discriminator.as_ref());
    discriminators.filter(move |one| one.property_name == property)
}

/// The values that mean the definition, at least one.
fn values<'d>(
    specs: &SpecSet,
    discriminators: impl IntoIterator<Item = &'d Discriminator>,
    definition: &Definition<'_>,
) -> Vec<String> {
    let discriminators = discriminators.into_iter();
    let mut mapped: Vec<String> = discriminators
        .flat_map(|one| mapped(specs, one, definition))
        .collect();
    if mapped.is_empty() {
        let extension = schema_extensions(&definition.schema.schema_data).discriminator_value;
        mapped.push(extension.unwrap_or_else(|| definition.name.clone()));
    }
    mapped
}

/// The values that a mapping has for the definition.
fn mapped(
    specs: &SpecSet,
    discriminator: &Discriminator,
    definition: &Definition<'_>,
) -> impl Iterator<Item = String> {
    let leads_here = |reference: &str| {
        follow(specs, reference).is_some_and(|found| found.place == definition.place)
    };
    let values = discriminator.mapping.iter();
    values
        .filter(move |(_, reference)| leads_here(reference))
        .map(|(value, _)| value.clone())
}

fn definition<'a>(part: &Part<'a>) -> Definition<'a> {
    Definition {
        place: part.site.place.clone(),
        name: part.site.words.first().cloned().unwrap_or_default(),
        schema: part.schema,
    }
}

fn references(schemas: &[ReferenceOr<openapiv3::Schema>]) -> impl Iterator<Item = &str> {
    schemas.iter().filter_map(|schema| match schema {
        ReferenceOr::Reference { reference } => Some(reference.as_str()),
        ReferenceOr::Item(_) => None,
    })
}
