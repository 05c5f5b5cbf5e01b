//! One normal view of a schema, however `openapiv3` has read it.
//!
//! In: an `openapiv3::Schema`, whose kind is `Type`, `AllOf`, `Any` … depending on which keywords stand together.
//! Out: a [`SchemaView`] with the same fields for all of them.
//! Never: gives a schema a type.

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind, Type,
    VariantOrUnknownOrEmpty,
};
use serde_json::Value;

use crate::lower::nodes::Node;

/// What a schema says, whatever its kind.
#[derive(Clone, Debug)]
pub(super) struct SchemaView<'a> {
    /// Texts, `readOnly`, `default`, `discriminator`, extensions.
    pub data: &'a SchemaData,
    /// `type`; `None` when it is absent.
    pub base: Option<Base<'a>>,
    /// `format`, empty ones left out.
    pub format: Option<&'a str>,
    /// `enum`.
    pub values: Values<'a>,
    /// `properties`.
    pub properties: Option<&'a IndexMap<String, ReferenceOr<Box<Schema>>>>,
    /// `required`.
    pub required: &'a [String],
    /// `additionalProperties`.
    pub additional: Option<&'a AdditionalProperties>,
    /// `items`.
    pub items: Option<Node<'a>>,
    /// `allOf`.
    pub all_of: &'a [ReferenceOr<Schema>],
    /// `oneOf`.
    pub one_of: &'a [ReferenceOr<Schema>],
    /// The keyword `oneOf`, `anyOf` or `not`, when one is there.
    pub union: Option<&'static str>,
    /// Bounds, lengths, pattern.
    pub limits: Limits<'a>,
}

/// `type`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Base<'a> {
    String,
    Number,
    Integer,
    Boolean,
    Object,
    Array,
    /// Swagger's `file`.
    File,
    /// Any other word.
    Unknown(&'a str),
}

/// `enum`, nulls left out, each value with its index in the list.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) enum Values<'a> {
    /// There is no `enum`, or nothing is left of it.
    #[default]
    Free,
    /// Strings only.
    Strings(Vec<(usize, &'a str)>),
    /// Whole numbers only.
    Integers(Vec<(usize, i64)>),
    /// Other numbers, booleans, or a mixture, in JSON.
    Others(Vec<String>),
}

/// Constraints on a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Limits<'a> {
    /// `minimum`, `exclusiveMinimum`.
    pub minimum: Option<Bound>,
    /// `maximum`, `exclusiveMaximum`.
    pub maximum: Option<Bound>,
    /// `multipleOf`.
    pub multiple_of: Option<f64>,
    /// `minLength`.
    pub min_length: Option<usize>,
    /// `maxLength`.
    pub max_length: Option<usize>,
    /// `pattern`.
    pub pattern: Option<&'a str>,
    /// `minItems`.
    pub min_items: Option<usize>,
    /// `maxItems`.
    pub max_items: Option<usize>,
    /// `uniqueItems`.
    pub unique_items: bool,
}

/// One end of a range, in decimal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Bound {
    Inclusive(String),
    Exclusive(String),
}

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

    /// The reference that this schema only wraps to say more about it: `allOf` of one reference and no content of its own.
    pub fn wrapped(&self) -> Option<&'a str> {
        match self.all_of {
            [ReferenceOr::Reference { reference }]
                if self.properties.is_none()
                    && self.additional.is_none()
                    && self.union.is_none() =>
            {
                Some(reference)
            }
            _ => None,
        }
    }

    /// The schema lists what it may be, and a property tells which of them it is.
    pub fn is_union(&self) -> bool {
        !self.one_of.is_empty() && self.data.discriminator.is_some()
    }

    /// The schema describes an object: it says so, or it has what only objects have.
    pub fn is_object(&self) -> bool {
        match self.base {
            Some(base) => base == Base::Object,
            None => self.properties.is_some() || self.additional.is_some(),
        }
    }

    /// The schema itself says nothing about what its value is: texts, access, `required` or bases at most.
    ///
    /// A `type` beside `allOf` repeats what the bases say.
    pub fn says_no_type(&self) -> bool {
        let no_word = self.base.is_none() && self.format.is_none() || !self.all_of.is_empty();
        no_word
            && self.values == Values::Free
            && self.properties.is_none()
            && self.additional.is_none()
            && self.items.is_none()
            && self.union.is_none()
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
                format: format_word(&string.format, string_format),
                values: strings(&string.enumeration),
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
                format: format_word(&number.format, number_format),
                values: others(number.enumeration.iter().flatten().map(f64::to_string)),
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
                format: format_word(&integer.format, integer_format),
                values: integers(&integer.enumeration),
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
                values: others(boolean.enumeration.iter().flatten().map(bool::to_string)),
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
            values: values(&any.enumeration),
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

/// What a `type` says.
pub(super) fn base(word: &str) -> Base<'_> {
    match word {
        "string" => Base::String,
        "number" => Base::Number,
        "integer" => Base::Integer,
        "boolean" => Base::Boolean,
        "object" => Base::Object,
        "array" => Base::Array,
        "file" => Base::File,
        other => Base::Unknown(other),
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

fn strings(values: &[Option<String>]) -> Values<'_> {
    let values = values.iter().enumerate();
    let known: Vec<_> = values
        .filter_map(|(index, value)| Some((index, value.as_deref()?)))
        .collect();
    if known.is_empty() {
        Values::Free
    } else {
        Values::Strings(known)
    }
}

fn integers(values: &[Option<i64>]) -> Values<'static> {
    let values = values.iter().enumerate();
    let known: Vec<_> = values
        .filter_map(|(index, value)| Some((index, (*value)?)))
        .collect();
    if known.is_empty() {
        Values::Free
    } else {
        Values::Integers(known)
    }
}

fn others(values: impl Iterator<Item = String>) -> Values<'static> {
    let values: Vec<_> = values.collect();
    if values.is_empty() {
        Values::Free
    } else {
        Values::Others(values)
    }
}

fn values(values: &[Value]) -> Values<'_> {
    let known = values
        .iter()
        .enumerate()
        .filter(|(_, value)| !value.is_null());
    let texts: Option<Vec<_>> = known
        .clone()
        .map(|(index, value)| Some((index, value.as_str()?)))
        .collect();
    match texts {
        Some(texts) if texts.is_empty() => Values::Free,
        Some(texts) => Values::Strings(texts),
        None => {
            let numbers = known
                .clone()
                .map(|(index, value)| Some((index, value.as_i64()?)));
            match numbers.collect::<Option<Vec<_>>>() {
                Some(numbers) => Values::Integers(numbers),
                None => others(known.map(|(_, value)| value.to_string())),
            }
        }
    }
}

fn bound<T: ToString>(limit: Option<T>, exclusive: bool) -> Option<Bound> {
    let limit = limit?.to_string();
    Some(if exclusive {
        Bound::Exclusive(limit)
    } else {
        Bound::Inclusive(limit)
    })
}

fn format_word<T>(
    format: &VariantOrUnknownOrEmpty<T>,
    spell: impl Fn(&T) -> &'static str,
) -> Option<&str> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => Some(spell(known)),
        VariantOrUnknownOrEmpty::Unknown(word) => Some(word.as_str()).filter(|w| !w.is_empty()),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

fn string_format(format: &openapiv3::StringFormat) -> &'static str {
    match format {
        openapiv3::StringFormat::Date => "date",
        openapiv3::StringFormat::DateTime => "date-time",
        openapiv3::StringFormat::Password => "password",
        openapiv3::StringFormat::Byte => "byte",
        openapiv3::StringFormat::Binary => "binary",
    }
}

fn number_format(format: &openapiv3::NumberFormat) -> &'static str {
    match format {
        openapiv3::NumberFormat::Float => "float",
        openapiv3::NumberFormat::Double => "double",
    }
}

fn integer_format(format: &openapiv3::IntegerFormat) -> &'static str {
    match format {
        openapiv3::IntegerFormat::Int32 => "int32",
        openapiv3::IntegerFormat::Int64 => "int64",
    }
}
