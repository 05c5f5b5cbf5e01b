//! All keywords of a schema → the `SchemaKind` that says most about it.
//!
//! openapiv3 has a precise form for a schema of one type, and for a lone `allOf`, `oneOf`, `anyOf` or `not`; everything else is
//! `SchemaKind::Any`. Constraints that say nothing about values of the schema's type (`maxLength` of an object, `minimum` of a string) have no
//! effect by JSON Schema and are dropped first, without a warning: descriptions have them by the dozen. What gives a schema its shape
//! (`properties`, `items`, `allOf`, …) is never dropped.

use std::mem::take;

use openapiv3::{
    AnySchema, ArrayType, BooleanType, IntegerType, NumberType, ObjectType, SchemaKind, StringType,
    Type,
};
use serde_json::{Number, Value};

use super::values::whole;

/// Bounds with all their digits; `AnySchema` has floats.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    pub(super) minimum: Option<Number>,
    pub(super) maximum: Option<Number>,
    pub(super) multiple_of: Option<Number>,
}

/// Chooses the kind.
pub(super) fn kind(mut any: AnySchema, bounds: &Bounds) -> SchemaKind {
    any.minimum = bounds.minimum.as_ref().and_then(Number::as_f64);
    any.maximum = bounds.maximum.as_ref().and_then(Number::as_f64);
    any.multiple_of = bounds.multiple_of.as_ref().and_then(Number::as_f64);
    drop_idle_constraints(&mut any);

    let shape = Shape::of(&any);
    let kind = match any.typ.as_deref() {
        Some("string") if shape == Shape::Plain => string(&mut any),
        Some("number") if shape == Shape::Plain => number(&mut any),
        Some("integer") if shape == Shape::Plain => integer(&mut any, bounds),
        Some("boolean") if shape == Shape::Plain => boolean(&mut any),
        Some("array") if shape == Shape::Items => array(&mut any),
        Some("object") if shape == Shape::Members => object(&mut any),
        Some("array") if shape == Shape::Plain => array(&mut any),
        Some("object") if shape == Shape::Plain => object(&mut any),
        None => lone_combination(&mut any),
        Some(_) => None,
    };
    kind.unwrap_or(SchemaKind::Any(any))
}

/// What gives a schema its shape.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Shape {
    /// Nothing but its type.
    Plain,
    /// `items`.
    Items,
    /// `properties`, `required`, `additionalProperties`.
    Members,
    /// `allOf` and the like, or several of these.
    Mixed,
}

impl Shape {
    fn of(any: &AnySchema) -> Self {
        let has_combination = !any.all_of.is_empty()
            || !any.one_of.is_empty()
            || !any.any_of.is_empty()
            || any.not.is_some();
        let has_members = !any.properties.is_empty()
            || !any.required.is_empty()
            || any.additional_properties.is_some();
        match (has_combination, any.items.is_some(), has_members) {
            (false, false, false) => Self::Plain,
            (false, true, false) => Self::Items,
            (false, false, true) => Self::Members,
            _ => Self::Mixed,
        }
    }
}

fn drop_idle_constraints(any: &mut AnySchema) {
    let Some(typ) = any.typ.as_deref() else {
        return;
    };
    let is = |names: &[&str]| names.contains(&typ);
    let (text, number, list, object) = (
        is(&["string"]),
        is(&["integer", "number"]),
        is(&["array"]),
        is(&["object"]),
    );
    if !(text || number || list || object || typ == "boolean") {
        return;
    }
    if !text {
        any.pattern = None;
        any.min_length = None;
        any.max_length = None;
    }
    if !number {
        any.minimum = None;
        any.maximum = None;
        any.multiple_of = None;
        any.exclusive_minimum = None;
        any.exclusive_maximum = None;
    }
    if !list {
        any.min_items = None;
        any.max_items = None;
        any.unique_items = None;
    }
    if !object {
        any.min_properties = None;
        any.max_properties = None;
    }
}

fn string(any: &mut AnySchema) -> Option<SchemaKind> {
    let enumeration = values(&any.enumeration, |value| value.as_str().map(str::to_owned))?;
    Some(SchemaKind::Type(Type::String(StringType {
        enumeration,
        format: any.format.take().into(),
        pattern: any.pattern.take(),
        min_length: any.min_length,
        max_length: any.max_length,
    })))
}

fn number(any: &mut AnySchema) -> Option<SchemaKind> {
    let enumeration = values(&any.enumeration, Value::as_f64)?;
    Some(SchemaKind::Type(Type::Number(NumberType {
        format: any.format.take().into(),
        multiple_of: any.multiple_of,
        exclusive_minimum: any.exclusive_minimum.unwrap_or_default(),
        exclusive_maximum: any.exclusive_maximum.unwrap_or_default(),
        minimum: any.minimum,
        maximum: any.maximum,
        enumeration,
    })))
}

fn integer(any: &mut AnySchema, bounds: &Bounds) -> Option<SchemaKind> {
    let enumeration = values(&any.enumeration, |value| whole(value.as_number()?))?;
    let multiple_of = bound(bounds.multiple_of.as_ref())?;
    let minimum = bound(bounds.minimum.as_ref())?;
    let maximum = bound(bounds.maximum.as_ref())?;
    Some(SchemaKind::Type(Type::Integer(IntegerType {
        format: any.format.take().into(),
        multiple_of,
        exclusive_minimum: any.exclusive_minimum.unwrap_or_default(),
        exclusive_maximum: any.exclusive_maximum.unwrap_or_default(),
        minimum,
        maximum,
        enumeration,
    })))
}

fn boolean(any: &mut AnySchema) -> Option<SchemaKind> {
    if any.format.is_some() {
        return None;
    }
    let enumeration = values(&any.enumeration, Value::as_bool)?;
    Some(SchemaKind::Type(Type::Boolean(BooleanType { enumeration })))
}

fn array(any: &mut AnySchema) -> Option<SchemaKind> {
    if any.format.is_some() || !any.enumeration.is_empty() {
        return None;
    }
    Some(SchemaKind::Type(Type::Array(ArrayType {
        items: any.items.take(),
        min_items: any.min_items,
        max_items: any.max_items,
        unique_items: any.unique_items.unwrap_or_default(),
    })))
}

fn object(any: &mut AnySchema) -> Option<SchemaKind> {
    if any.format.is_some() || !any.enumeration.is_empty() {
        return None;
    }
    Some(SchemaKind::Type(Type::Object(ObjectType {
        properties: take(&mut any.properties),
        required: take(&mut any.required),
        additional_properties: any.additional_properties.take(),
        min_properties: any.min_properties,
        max_properties: any.max_properties,
    })))
}

/// `allOf`, `oneOf`, `anyOf` or `not`, when nothing else stands there.
fn lone_combination(any: &mut AnySchema) -> Option<SchemaKind> {
    let (all_of, one_of, any_of, not) = (
        take(&mut any.all_of),
        take(&mut any.one_of),
        take(&mut any.any_of),
        any.not.take(),
    );
    let is_bare = *any == AnySchema::default();
    match (
        is_bare,
        all_of.is_empty(),
        one_of.is_empty(),
        any_of.is_empty(),
        &not,
    ) {
        (true, false, true, true, None) => return Some(SchemaKind::AllOf { all_of }),
        (true, true, false, true, None) => return Some(SchemaKind::OneOf { one_of }),
        (true, true, true, false, None) => return Some(SchemaKind::AnyOf { any_of }),
        (true, true, true, true, Some(_)) => return not.map(|not| SchemaKind::Not { not }),
        _ => {}
    }
    any.all_of = all_of;
    any.one_of = one_of;
    any.any_of = any_of;
    any.not = not;
    None
}

/// The values of an enum, all of one type; `null` may be among them.
fn values<T>(enumeration: &[Value], read: impl Fn(&Value) -> Option<T>) -> Option<Vec<Option<T>>> {
    let values = enumeration.iter().map(|value| match value {
        Value::Null => Some(None),
        value => read(value).map(Some),
    });
    values.collect()
}

/// The outer `None` says that there is a bound and it is no whole number.
fn bound(number: Option<&Number>) -> Option<Option<i64>> {
    match number {
        None => Some(None),
        Some(number) => whole(number).map(Some),
    }
}
