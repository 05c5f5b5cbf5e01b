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
use crate::lower::hierarchy::Constants;
use crate::lower::naming::{Claim, Origin};
use crate::lower::nodes::Node;
use crate::lower::notes;
use crate::lower::schema_view::SchemaView;
use crate::lower::site::{Role, Site};
use crate::lower::types::Types;
use crate::lower::xml;
use crate::model::{
    Constant, Field, Indirection, Object, RestOfObject, Scalar, Sending, Type, TypeDefinition,
    TypeId, Usage,
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
        if let Some(discriminator) = self.divided_by(view, &parts, site) {
            skip(&parts.others, diagnostics);
            return self.new_union(view, discriminator, parts, site);
        }
        let constants = self.hierarchy.constants(self.specs, &parts, site);
        let mut objects = parts.objects.iter();
        if !constants.is_empty() || objects.any(|part| part.view.properties.is_some()) {
            skip(&parts.others, diagnostics);
            let claim = self.object_claim(view, site);
            return Type::Named(self.enter_object(claim, view, parts, constants, site));
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

    /// What an object or a union wants to be called.
    pub(super) fn object_claim(&self, view: &SchemaView<'_>, site: &Site) -> Claim {
        match site.role {
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
        }
    }

    /// Enters an object whose fields are lowered later.
    pub(super) fn enter_object(
        &mut self,
        claim: Claim,
        view: &SchemaView<'a>,
        parts: Parts<'a>,
        constants: Constants,
        site: &Site,
    ) -> TypeId {
        let written = constants.iter().filter_map(|(property, values)| {
            Some(Constant {
                property: property.clone(),
                value: values.first()?.clone(),
            })
        });
        let name = claim.name();
        let object = Object {
            xml: Some(xml::unfilled(view, site, &name.pascal())),
            name,
            doc: annotations::doc_of(view.data),
            constants: written.collect(),
            fields: Vec::new(),
            rest: RestOfObject::Ignored,
            usage: Usage::default(),
            place: site.place.clone(),
        };
        let id = self.enter(claim, TypeDefinition::Object(object));
        self.constants.insert(id, constants);
        self.unfilled.push_back(Unfilled { id, parts });
        id
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
                // What is always the same is written without being a field.
                if self.is_constant(id, wire) {
                    continue;
                }
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
        let rest = match self.free_keys(&parts, diagnostics) {
            Some(value) => RestOfObject::Kept(value),
            None => RestOfObject::Ignored,
        };
        let mut fields: Vec<Field> = fields.into_values().collect();
        keep_apart(&mut fields, &rest, diagnostics);
        if let Some(TypeDefinition::Object(object)) = self.definitions.get_mut(id.0) {
            object.fields = fields;
            object.rest = rest.clone();
        }
        let rest = match &rest {
            RestOfObject::Kept(value) => Some(value),
            RestOfObject::Ignored => None,
        };
        self.note_xml(id, &parts, rest);
    }

    fn is_constant(&self, id: TypeId, wire: &str) -> bool {
        let constants = self.constants.get(&id);
        constants.is_some_and(|constants| constants.contains_key(wire))
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
    // The members of a union are its subtypes, wherever it is a base.
    for part in parts.iter().filter(|part| !part.view.is_union()) {
        diagnostics.part_without_fields(&part.site.place);
    }
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
