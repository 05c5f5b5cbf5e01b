//! Fills a [`SchemaView`], by the kind that `openapiv3` has made of a schema.
//!
//! In: an `openapiv3::Schema`.
//! Out: its view; what a kind has no place for is empty.
//! Never: follows references.

use openapiv3::{AnySchema, Schema, SchemaData, SchemaKind, Type};

use super::format;
use super::limits::{Limits, bound};
use super::values::{self, Values};
use super::{Base, SchemaView, base};
use crate::lower::nodes::Node;

impl<'a> SchemaView<'a> {
    /// The view of a schema.
    pub fn of(schema: &'a Schema) -> Self {
        let data = &schema.schema_data;
        match &schema.schema_kind {
            SchemaKind::Type(ty) => Self::of_type(data, ty),
            SchemaKind::Any(any) => Self::of_any(data, any),
            SchemaKind::AllOf { all_of } => Self {
                all_of,
                ..Self::empty(data)
            },
            SchemaKind::OneOf { one_of } => Self {
                one_of,
                ..Self::of_union(data, "oneOf")
            },
            SchemaKind::AnyOf { .. } => Self::of_union(data, "anyOf"),
            SchemaKind::Not { .. } => Self::of_union(data, "not"),
        }
    }

    fn empty(data: &'a SchemaData) -> Self {
        Self {
            data,
            base: None,
            format: None,
            values: Values::Free,
            properties: None,
            required: &[],
            additional: None,
            items: None,
            all_of: &[],
            one_of: &[],
            union: None,
            limits: Limits::default(),
        }
    }

    fn of_union(data: &'a SchemaData, keyword: &'static str) -> Self {
        Self {
            union: Some(keyword),
            ..Self::empty(data)
        }
    }

    fn of_type(data: &'a SchemaData, ty: &'a Type) -> Self {
        let empty = Self::empty(data);
        match ty {
            Type::String(string) => Self {
                base: Some(Base::String),
                format: format::word(&string.format, format::of_string),
                values: values::strings(&string.enumeration),
                limits: Limits {
                    min_length: string.min_length,
                    max_length: string.max_length,
                    pattern: string.pattern.as_deref(),
                    ..Limits::default()
                },
                ..empty
            },
            Type::Number(number) => Self {
                base: Some(Base::Number),
                format: format::word(&number.format, format::of_number),
                values: values::others(number.enumeration.iter().flatten().map(f64::to_string)),
                limits: Limits {
                    minimum: bound(number.minimum, number.exclusive_minimum),
                    maximum: bound(number.maximum, number.exclusive_maximum),
                    multiple_of: number.multiple_of,
                    ..Limits::default()
                },
                ..empty
            },
            Type::Integer(integer) => Self {
                base: Some(Base::Integer),
                format: format::word(&integer.format, format::of_integer),
                values: values::integers(&integer.enumeration),
                limits: Limits {
                    minimum: bound(integer.minimum, integer.exclusive_minimum),
                    maximum: bound(integer.maximum, integer.exclusive_maximum),
                    multiple_of: integer.multiple_of.map(|step| step as f64),
                    ..Limits::default()
                },
                ..empty
            },
            Type::Boolean(boolean) => Self {
                base: Some(Base::Boolean),
                values: values::others(boolean.enumeration.iter().flatten().map(bool::to_string)),
                ..empty
            },
            Type::Object(object) => Self {
                base: Some(Base::Object),
                properties: (!object.properties.is_empty()).then_some(&object.properties),
                required: &object.required,
                additional: object.additional_properties.as_ref(),
                ..empty
            },
            Type::Array(array) => Self {
                base: Some(Base::Array),
                items: array.items.as_ref().map(Node::from),
                limits: Limits {
                    min_items: array.min_items,
                    max_items: array.max_items,
                    unique_items: array.unique_items,
                    ..Limits::default()
                },
                ..empty
            },
        }
    }

    fn of_any(data: &'a SchemaData, any: &'a AnySchema) -> Self {
        Self {
            data,
            base: any.typ.as_deref().map(base),
            format: any.format.as_deref().filter(|word| !word.is_empty()),
            values: values::any(&any.enumeration),
            properties: (!any.properties.is_empty()).then_some(&any.properties),
            required: &any.required,
            additional: any.additional_properties.as_ref(),
            items: any.items.as_ref().map(Node::from),
            all_of: &any.all_of,
            one_of: &any.one_of,
            union: union(any),
            limits: Limits {
                minimum: bound(any.minimum, any.exclusive_minimum.unwrap_or_default()),
                maximum: bound(any.maximum, any.exclusive_maximum.unwrap_or_default()),
                multiple_of: any.multiple_of,
                min_length: any.min_length,
                max_length: any.max_length,
                pattern: any.pattern.as_deref(),
                min_items: any.min_items,
                max_items: any.max_items,
                unique_items: any.unique_items.unwrap_or_default(),
            },
        }
    }
}

fn union(any: &AnySchema) -> Option<&'static str> {
    if !any.one_of.is_empty() {
        Some("oneOf")
    } else if !any.any_of.is_empty() {
        Some("anyOf")
    } else {
        any.not.as_ref().map(|_| "not")
    }
}
