//! Schema in, type out: which file decides about which kind of schema.
//!
//! In: a schema or a reference, and the [`Site`] where it is met.
//! Out: its [`Type`]. Objects are entered in the table at once and filled later, so that recursion ends.
//! Never: names a type for good, or asks who uses it.

use crate::azure::schema::schema_extensions;
use crate::diagnostic::Diagnostics;
use crate::lower::nodes::{Definition, MAX_DEPTH, Node, follow};
use crate::lower::same;
use crate::lower::scalars::{self, Reading};
use crate::lower::schema_view::{Base, SchemaView, Values};
use crate::lower::site::{Role, Site};
use crate::lower::types::{Met, Types};
use crate::model::{Scalar, Type};

impl<'a> Types<'a> {
    /// The type of a schema or reference.
    pub(super) fn node(
        &mut self,
        node: Node<'a>,
        site: &Site,
        diagnostics: &mut Diagnostics,
    ) -> Type {
        match node {
            Node::Inline(schema) => self.schema(schema, site, diagnostics),
            Node::Reference(reference) => self.reference(reference, site, diagnostics),
        }
    }

    /// The type of what a reference leads to.
    pub(super) fn reference(
        &mut self,
        reference: &'a str,
        site: &Site,
        diagnostics: &mut Diagnostics,
    ) -> Type {
        let Some(definition) = follow(self.specs, reference) else {
            diagnostics.dangling_schema(&site.place, reference);
            return Type::Any;
        };
        self.definition(definition, site, diagnostics)
    }

    /// The type of a definition that is referred to from `site`.
    pub(super) fn definition(
        &mut self,
        definition: Definition<'a>,
        site: &Site,
        diagnostics: &mut Diagnostics,
    ) -> Type {
        if let Some(ty) = self.met_elsewhere(&definition) {
            return ty;
        }
        let ty = self.schema(
            definition.schema,
            &site.definition(&definition),
            diagnostics,
        );
        if matches!(ty, Type::Named(_)) {
            let namesakes = self.by_name.entry(definition.name.clone()).or_default();
            if namesakes
                .iter()
                .all(|(namesake, _)| namesake.place != definition.place)
            {
                namesakes.push((definition, ty.clone()));
            }
        }
        ty
    }

    /// The type of a definition of the same name and content in another file.
    fn met_elsewhere(&mut self, definition: &Definition<'a>) -> Option<Type> {
        if self
            .met
            .contains_key(&std::ptr::from_ref(definition.schema))
        {
            return None;
        }
        let namesakes = self.by_name.get(&definition.name)?;
        let (_, ty) = namesakes
            .iter()
            .find(|(namesake, _)| same::same(self.specs, namesake, definition))?;
        let ty = ty.clone();
        self.met.insert(definition.schema, Met::Known(ty.clone()));
        self.also_described_at(&ty, &definition.place);
        Some(ty)
    }

    /// The type of a schema; the same one each time it is met.
    pub(super) fn schema(
        &mut self,
        schema: &'a openapiv3::Schema,
        site: &Site,
        diagnostics: &mut Diagnostics,
    ) -> Type {
        match self.met.get(&std::ptr::from_ref(schema)) {
            Some(Met::Known(ty)) => {
                let ty = ty.clone();
                self.also_called(&ty, site);
                return ty;
            }
            Some(Met::InProgress) => return endless(site, diagnostics),
            None if site.depth > MAX_DEPTH => return endless(site, diagnostics),
            None => {}
        }
        self.met.insert(schema, Met::InProgress);
        let view = SchemaView::of(schema);
        for fault in schema_extensions(view.data).faults {
            diagnostics.malformed_extension(&site.place, fault.extension, fault.expected);
        }
        if let Some(format) = idle_format(&view) {
            let base = if view.is_object() { "object" } else { "value" };
            diagnostics.unknown_format(&site.place, format, base);
        }
        let ty = if let Some(keyword) = view.union.filter(|_| !view.is_union()) {
            diagnostics.schema_not_supported(&site.place, &format!("uses `{keyword}`"));
            Type::Any
        } else if view.all_of.is_empty() && !view.is_object() && view.data.discriminator.is_none() {
            self.plain(&view, site, diagnostics)
        } else {
            self.composed(schema, &view, site, diagnostics)
        };
        self.met.insert(schema, Met::Known(ty.clone()));
        ty
    }

    /// The type of a schema that is no object and has no bases.
    fn plain(&mut self, view: &SchemaView<'a>, site: &Site, diagnostics: &mut Diagnostics) -> Type {
        match view.base {
            Some(Base::Array) => self.list(view, site, diagnostics),
            None if view.items.is_some() => self.list(view, site, diagnostics),
            Some(Base::Unknown(word)) => {
                let reason = format!("has the unknown type `{word}`");
                diagnostics.schema_not_supported(&site.place, &reason);
                Type::Any
            }
            Some(Base::String) | None if matches!(view.values, Values::Strings(_)) => {
                self.enumeration_of(view, Scalar::String, site, diagnostics)
            }
            Some(Base::Integer) | None if whole_numbers(view).is_some() => {
                let number = whole_numbers(view).unwrap_or(Scalar::Int64);
                self.enumeration_of(view, number, site, diagnostics)
            }
            Some(base) => scalars::lookup(base, view.format).map_or(Type::Any, |reading| {
                scalar(reading, view, site, diagnostics)
            }),
            None => view
                .format
                .and_then(scalars::lookup_format)
                .map_or(Type::Any, |reading| {
                    scalar(reading, view, site, diagnostics)
                }),
        }
    }

    fn list(&mut self, view: &SchemaView<'a>, site: &Site, diagnostics: &mut Diagnostics) -> Type {
        let item = match view.items {
            Some(items) => self.node(items, &site.inner(&["items"], "Item"), diagnostics),
            None => Type::Any,
        };
        Type::List(Box::new(item))
    }

    /// Remembers another name for a type that has none of its own; which one counts must not depend on the order.
    fn also_called(&mut self, ty: &Type, site: &Site) {
        if let (Type::Named(id), Role::Inline) = (ty, site.role)
            && let Some(claim) = self.claims.get_mut(id.0)
        {
            claim.also_called(site);
        }
    }
}

/// A format that no type takes up and that nobody has decided about. That of a scalar is judged where the scalar is made.
fn idle_format<'a>(view: &SchemaView<'a>) -> Option<&'a str> {
    let format = view.format?;
    let is_scalar = view
        .base
        .is_some_and(|base| scalars::lookup(base, None).is_some());
    (!is_scalar && scalars::treatment(view.base, format).is_none()).then_some(format)
}

/// The type of the values when they are whole numbers, and nothing else by their format; wide enough for all of them.
fn whole_numbers(view: &SchemaView<'_>) -> Option<Scalar> {
    let Values::Integers(values) = &view.values else {
        return None;
    };
    let fit = values
        .iter()
        .all(|(_, value)| i32::try_from(*value).is_ok());
    match scalars::lookup(Base::Integer, view.format)? {
        Reading::Exact(Scalar::Int32) if fit => Some(Scalar::Int32),
        Reading::Exact(Scalar::Int32 | Scalar::Int64) => Some(Scalar::Int64),
        _ => None,
    }
}

fn scalar(
    reading: Reading,
    view: &SchemaView<'_>,
    site: &Site,
    diagnostics: &mut Diagnostics,
) -> Type {
    let format = view.format.unwrap_or_default();
    let scalar = match reading {
        Reading::Exact(scalar) => scalar,
        Reading::BaseOnly(scalar) => {
            let base = scalars::type_word(scalar);
            match scalars::misplaced(view.base, format) {
                Some(reason) => {
                    diagnostics.format_of_other_type(&site.place, format, base, reason);
                }
                None => diagnostics.unknown_format(&site.place, format, base),
            }
            scalar
        }
        Reading::Rounded(scalar) => {
            diagnostics.format_rounded(&site.place, format, scalars::spoken(scalar));
            scalar
        }
    };
    match &view.values {
        Values::Free => Type::Scalar(scalar),
        // The values say that the type is wrong; which one is right nobody knows.
        Values::Strings(_) => {
            let reason = "lists strings as values of another type";
            diagnostics.schema_not_supported(&site.place, reason);
            Type::Any
        }
        Values::Integers(_) | Values::Others(_) if scalar == Scalar::String => {
            let reason = "lists other values than strings as values of a string";
            diagnostics.schema_not_supported(&site.place, reason);
            Type::Any
        }
        // Nothing else is a boolean anyway.
        Values::Others(_) if scalar == Scalar::Boolean => Type::Scalar(scalar),
        Values::Integers(_) | Values::Others(_) => {
            diagnostics.untyped_enum(&site.place, scalars::spoken(scalar));
            Type::Scalar(scalar)
        }
    }
}

fn endless(site: &Site, diagnostics: &mut Diagnostics) -> Type {
    let reason = "contains itself, or goes too deep, without an object in between";
    diagnostics.schema_not_supported(&site.place, reason);
    Type::Any
}
