//! Types of the model as Rust types.
//!
//! In: a [`Type`] and the table it points into.
//! Out: the owned form (fields, options), the borrowed form (arguments), the format on the wire.
//! Never: decides on names.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::scope::Scope;
use crate::emit::tokens;
use crate::model::{Openness, Scalar, Type, TypeDefinition, TypeId};

/// The owned form: `String`, `Vec<Certificate>`.
pub(super) fn owned(scope: &Scope<'_>, ty: &Type) -> TokenStream {
    match ty {
        Type::Scalar(scalar) => scalar_type(*scalar),
        Type::Named(id) => named(scope, *id),
        Type::List(item) => {
            let item = owned(scope, item);
            quote!(Vec<#item>)
        }
        Type::Map(value) => {
            let value = owned(scope, value);
            quote!(HashMap<String, #value>)
        }
        Type::Any => quote!(azure_core::Value),
    }
}

/// The form of a body: `Certificate`, `Vec<DateTime<OffsetDateTime>>`. What has no JSON of its own stands in its format's wrapper.
pub(super) fn body(scope: &Scope<'_>, ty: &Type) -> TokenStream {
    match ty {
        Type::Scalar(scalar) => {
            let value = scalar_type(*scalar);
            match format(ty) {
                Some(format) => quote!(armature_runtime::formats::#format<#value>),
                None => value,
            }
        }
        Type::List(item) => {
            let item = body(scope, item);
            quote!(Vec<#item>)
        }
        Type::Map(value) => {
            let value = body(scope, value);
            quote!(HashMap<String, #value>)
        }
        Type::Named(_) | Type::Any => owned(scope, ty),
    }
}

/// The form of an argument: `&str`, `&[String]`, `i32`, `&SkuName`.
pub(super) fn borrowed(scope: &Scope<'_>, ty: &Type) -> TokenStream {
    match ty {
        Type::Scalar(Scalar::String | Scalar::Etag) => quote!(&str),
        Type::Scalar(Scalar::Base64 | Scalar::Base64Url | Scalar::Bytes) => quote!(&[u8]),
        Type::Scalar(scalar) => scalar_type(*scalar),
        // Content that may be large is handed over.
        Type::List(item) if **item == Type::Scalar(Scalar::File) => owned(scope, ty),
        Type::List(item) => {
            let item = owned(scope, item);
            quote!(&[#item])
        }
        other => {
            let other = owned(scope, other);
            quote!(&#other)
        }
    }
}

/// A definition's type; free JSON for an id that the table does not have.
pub(super) fn named(scope: &Scope<'_>, id: TypeId) -> TokenStream {
    match scope.definition(id) {
        Some(definition) => {
            let name = tokens::type_name(definition.name());
            quote!(#name)
        }
        None => quote!(azure_core::Value),
    }
}

/// What stands after `as` in a table of the runtime; nothing for types that JSON has itself.
pub(super) fn format(ty: &Type) -> Option<TokenStream> {
    match ty {
        Type::Scalar(scalar) => match scalar {
            Scalar::DateTime => Some(quote!(DateTime)),
            Scalar::DateTimeRfc1123 => Some(quote!(Rfc1123)),
            Scalar::UnixTime => Some(quote!(UnixTime)),
            Scalar::Base64 | Scalar::Bytes => Some(quote!(Base64)),
            Scalar::Base64Url => Some(quote!(Base64Url)),
            Scalar::String
            | Scalar::File
            | Scalar::Etag
            | Scalar::Boolean
            | Scalar::Int32
            | Scalar::Int64
            | Scalar::Float32
            | Scalar::Float64 => None,
        },
        Type::List(item) => format(item).map(|item| quote!(List<#item>)),
        Type::Map(value) => format(value).map(|value| quote!(Map<#value>)),
        Type::Named(_) | Type::Any => None,
    }
}

/// Whether values are copied rather than cloned.
pub(super) fn is_copy(scope: &Scope<'_>, ty: &Type) -> bool {
    match ty {
        Type::Scalar(scalar) => !matches!(
            scalar,
            Scalar::String
                | Scalar::Etag
                | Scalar::Base64
                | Scalar::Base64Url
                | Scalar::Bytes
                | Scalar::File
        ),
        Type::Named(id) => {
            matches!(scope.definition(*id), Some(TypeDefinition::Enumeration(enumeration)) if enumeration.openness == Openness::Closed || enumeration.base != Scalar::String)
        }
        Type::List(_) | Type::Map(_) | Type::Any => false,
    }
}

/// A scalar: `String`, `i32`.
pub(super) fn scalar_type(scalar: Scalar) -> TokenStream {
    match scalar {
        Scalar::String => quote!(String),
        Scalar::Boolean => quote!(bool),
        Scalar::Int32 => quote!(i32),
        Scalar::Int64 => quote!(i64),
        Scalar::Float32 => quote!(f32),
        Scalar::Float64 => quote!(f64),
        Scalar::DateTime | Scalar::DateTimeRfc1123 | Scalar::UnixTime => quote!(OffsetDateTime),
        Scalar::Base64 | Scalar::Base64Url | Scalar::Bytes => quote!(Vec<u8>),
        Scalar::File => quote!(FormFile),
        Scalar::Etag => quote!(Etag),
    }
}
