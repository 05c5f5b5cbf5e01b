//! Schemas of objects: with fields, with free keys, with both, with neither.
//!
//! In: a schema with `properties`, `additionalProperties` or `allOf`.
//! Out: an [`Object`] in the table, a map, free JSON, or what its only base is.
//! Never: follows references itself (see [`all_of`]).

use std::collections::BTreeSet;

use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, Schema};

use crate::azure::schema::schema_extensions;
use crate::diagnostic::Diagnostics;
use crate::lower::all_of::{self, Part, Parts};
use crate::lower::annotations;
use crate::lower::naming::{Claim, Origin};
use crate::lower::nodes::Node;
use crate::lower::notes;
use crate::lower::schema_view::SchemaView;
use crate::lower::site::{Role, Site};
use crate::lower::types::Types;
use crate::model::{
    Field, Indirection, Object, RestOfObject, Scalar, Sending, Type, TypeDefinition, TypeId, Usage,
};
use crate::name::{Name, distinct};

/// The field that holds the keys no other field has.
const REST: &str = "additional_properties";

/// What emitted code puts behind a field whose name is a keyword.
const KEYWORD_SUFFIX: &str = "_prop";

/// An object whose fields are still to be lowered.
pub(super) struct Unfilled<'a> {
    id: TypeId,
    parts: Parts<'a>,
}

impl<'a> Types<'a> {
    /// The type of a schema that is an object, or has bases.
    pub(super) fn composed(
        &mut self,
        schema: &'a Schema,
        view: &SchemaView<'a>,
        site: &Site,
        diagnostics: &mut Diagnostics,
    ) -> Type {
        if let (Role::Inline, Some(reference)) = (site.role, view.wrapped()) {
            return self.reference(reference, site, diagnostics);
        }
        let parts = all_of::parts(self.specs, schema, site, diagnostics);
        if self.is_polymorphic(&parts, site) {
            diagnostics.discriminator_not_supported(&site.place, &site.words.join(" "));
            return Type::Any;
        }
        if parts
            .objects
            .iter()
            .any(|part| part.view.properties.is_some())
        {
            skip(&parts.others, diagnostics);
            return self.new_object(view, parts, site);
        }
        if let Some(value) = self.free_keys(&parts, diagnostics) {
            skip(&parts.others, diagnostics);
            return Type::Map(Box::new(value));
        }
        match parts.others.as_slice() {
            [] if view.format == Some("file") => Type::Scalar(Scalar::Bytes),
            [] => Type::Any,
            [only] => self.schema(only.schema, &only.site, diagnostics),
            several => {
                skip(several, diagnostics);
                Type::Any
            }
        }
    }

    /// A definition with a discriminator, its own or inherited, that other definitions have as a base.
    fn is_polymorphic(&self, parts: &Parts<'_>, site: &Site) -> bool {
        let mut objects = parts.objects.iter();
        site.role == Role::Definition
            && self.bases.contains(&site.place)
            && objects.any(|part| part.view.data.discriminator.is_some())
    }

    fn new_object(&mut self, view: &SchemaView<'a>, parts: Parts<'a>, site: &Site) -> Type {
        let claim = match site.role {
            Role::Definition => {
                let wire = Name::from_wire(site.words.first().map_or("", String::as_str));
                let extension = schema_extensions(view.data).client_name;
                let preferred = self
                    .renames
                    .at(&site.place)
                    .map(str::to_owned)
                    .or(extension);
                let name = match preferred {
                    Some(preferred) => wire.preferring(&preferred),
                    None => wire,
                };
                Claim::named(Origin::Definition, name, &site.place)
            }
            Role::Inline => Claim::inline(site),
        };
        let object = Object {
            name: claim.name(),
            doc: annotations::doc_of(view.data),
            fields: Vec::new(),
            rest: RestOfObject::Ignored,
            usage: Usage::default(),
            place: site.place.clone(),
        };
        let id = self.enter(claim, TypeDefinition::Object(object));
        self.unfilled.push_back(Unfilled { id, parts });
        Type::Named(id)
    }

    /// Lowers the fields of an object that was entered before.
    pub(super) fn fill(&mut self, unfilled: Unfilled<'a>, diagnostics: &mut Diagnostics) {
        let Unfilled { id, parts } = unfilled;
        let required: BTreeSet<&str> = parts
            .objects
            .iter()
            .flat_map(|part| part.view.required)
            .map(String::as_str)
            .collect();
        let mut fields: IndexMap<&str, Field> = IndexMap::new();
        for part in &parts.objects {
            for (wire, node) in part.view.properties.into_iter().flatten() {
                let site = part.site.property(wire);
                let mut field = self.field(wire, Node::from(node), &site, diagnostics);
                field.required = required.contains(wire.as_str());
                if let Some(inherited) = fields.get(wire.as_str())
                    && inherited.ty != field.ty
                {
                    diagnostics.property_redeclared(&field.place, &inherited.place, wire);
                }
                fields.insert(wire, field);
            }
        }
        if let Some((wire, value)) = discriminator(&parts)
            && let Some(field) = fields.get_mut(wire.as_str())
        {
            field.notes.push(format!("always {value}"));
        }
        let rest = match self.free_keys(&parts, diagnostics) {
            Some(value) => RestOfObject::Kept(value),
            None => RestOfObject::Ignored,
        };
        let mut fields: Vec<Field> = fields.into_values().collect();
        keep_apart(&mut fields, &rest, diagnostics);
        if let Some(TypeDefinition::Object(object)) = self.definitions.get_mut(id.0) {
            object.fields = fields;
            object.rest = rest;
        }
    }

    fn field(
        &mut self,
        wire: &str,
        node: Node<'a>,
        site: &Site,
        diagnostics: &mut Diagnostics,
    ) -> Field {
        let views = annotations::views(self.specs, node);
        let name = Name::from_wire(wire);
        let preferred = self.renames.at(&site.place).map(str::to_owned);
        let name = match preferred.or_else(|| annotations::client_name(node)) {
            Some(preferred) => name.preferring(&preferred),
            None => name,
        };
        let ty = self.node(node, site, diagnostics);
        Field {
            name,
            ty: inside_json(ty, site, diagnostics),
            required: false,
            access: annotations::access(&views),
            sending: Sending::AsIs,
            indirection: Indirection::Direct,
            doc: annotations::doc(&views),
            notes: notes::of(&views),
            place: site.place.clone(),
        }
    }

    /// The type of the values of free keys; `None` when there are none. The nearest part that speaks of them counts.
    fn free_keys(&mut self, parts: &Parts<'a>, diagnostics: &mut Diagnostics) -> Option<Type> {
        let mut nearest = parts.objects.iter().rev();
        let (site, additional) =
            nearest.find_map(|part| Some((&part.site, part.view.additional?)))?;
        match additional {
            AdditionalProperties::Any(false) => None,
            AdditionalProperties::Any(true) => Some(Type::Any),
            AdditionalProperties::Schema(schema) => {
                let site = site.inner(&["additionalProperties"], "Value");
                let ty = self.node(Node::from(schema.as_ref()), &site, diagnostics);
                Some(inside_json(ty, &site, diagnostics))
            }
        }
    }
}

fn skip(parts: &[Part<'_>], diagnostics: &mut Diagnostics) {
    for part in parts {
        diagnostics.part_without_fields(&part.site.place);
    }
}

/// The inherited discriminator and the value it has for the object itself.
fn discriminator(parts: &Parts<'_>) -> Option<(String, String)> {
    let (own, bases) = parts.objects.split_last()?;
    let mut bases = bases.iter().rev();
    let discriminator = bases.find_map(|part| part.view.data.discriminator.as_ref())?;
    let value = schema_extensions(own.view.data)
        .discriminator_value
        .or_else(|| match own.site.role {
            Role::Definition => own.site.words.first().cloned(),
            Role::Inline => None,
        })?;
    Some((discriminator.property_name.clone(), value))
}

/// Bytes as they are cannot stand inside JSON.
fn inside_json(ty: Type, site: &Site, diagnostics: &mut Diagnostics) -> Type {
    match ty {
        Type::Scalar(Scalar::Bytes) => {
            diagnostics.binary_in_json(&site.place);
            Type::Scalar(Scalar::String)
        }
        Type::List(item) => Type::List(Box::new(inside_json(*item, site, diagnostics))),
        Type::Map(value) => Type::Map(Box::new(inside_json(*value, site, diagnostics))),
        other => other,
    }
}

/// Makes the names of fields distinct, also from the field for free keys, and from what a keyword becomes with its suffix.
fn keep_apart(fields: &mut [Field], rest: &RestOfObject, diagnostics: &mut Diagnostics) {
    let of_rest = match rest {
        RestOfObject::Kept(_) => Some(Name::from_wire(REST)),
        RestOfObject::Ignored => None,
    };
    let reserved = of_rest.iter().count();
    let mut names: Vec<Name> = of_rest.into_iter().collect();
    names.extend(fields.iter().map(|field| field.name.clone()));
    let changed = distinct(&mut names, |name| {
        let snake = name.snake();
        match snake.strip_suffix(KEYWORD_SUFFIX) {
            Some(stem) => stem.to_owned(),
            None => snake,
        }
    });
    for (index, first) in changed {
        let (Some(name), Some(field)) = (names.get(index), fields.get(index - reserved)) else {
            continue;
        };
        let (wire, renamed) = (name.wire(), name.snake());
        match first
            .checked_sub(reserved)
            .and_then(|first| fields.get(first))
        {
            Some(first) => diagnostics.names_collide(
                &field.place,
                &first.place,
                "properties",
                (first.name.wire(), wire),
                &first.name.snake(),
                &renamed,
            ),
            None => diagnostics.name_reserved(&field.place, "property", wire, &renamed),
        }
    }
    for (field, name) in fields.iter_mut().zip(names.into_iter().skip(reserved)) {
        field.name = name;
    }
}
