//! Values of examples as expressions.
//!
//! In: a [`Literal`] and the type of the parameter that it is for.
//! Out: an expression of that type, borrowed (for arguments) or owned (for options).
//! Never: fails; a value that does not fit its type becomes one that the test then finds wrong.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use crate::emit::scope::Scope;
use crate::emit::{enums, tokens};
use crate::model::{Enumeration, Literal, Openness, Scalar, Type, TypeDefinition};

/// An expression for an argument: `"name"`, `5`, `&SkuName::Basic`.
pub(super) fn borrowed(scope: &Scope<'_>, value: &Literal, ty: &Type) -> TokenStream {
    match ty {
        Type::Scalar(Scalar::String | Scalar::Etag) => {
            let text = text_of(value);
            quote!(#text)
        }
        Type::Scalar(Scalar::Base64 | Scalar::Base64Url | Scalar::Bytes) => {
            let bytes = owned(scope, value, ty);
            quote!(&#bytes)
        }
        Type::Scalar(_) => owned(scope, value, ty),
        Type::List(item) if **item == Type::Scalar(Scalar::File) => owned(scope, value, ty),
        Type::List(item) => {
            let items = items(value).iter().map(|value| owned(scope, value, item));
            quote!(&[#(#items),*])
        }
        Type::Named(_) | Type::Map(_) | Type::Any => {
            let value = owned(scope, value, ty);
            quote!(&#value)
        }
    }
}

/// An expression for a field: `"name".to_owned()`, `vec![1, 2]`.
pub(super) fn owned(scope: &Scope<'_>, value: &Literal, ty: &Type) -> TokenStream {
    match ty {
        Type::Scalar(scalar) => self::scalar(*scalar, value),
        Type::List(item) => {
            let items = items(value).iter().map(|value| owned(scope, value, item));
            quote!(vec![#(#items),*])
        }
        Type::Named(id) => match scope.definition(*id) {
            Some(TypeDefinition::Enumeration(enumeration)) => variant(enumeration, &text_of(value)),
            Some(TypeDefinition::Object(_) | TypeDefinition::Union(_)) | None => json(value),
        },
        Type::Map(_) | Type::Any => json(value),
    }
}

/// The text of a value as it stands on the wire.
pub(super) fn text_of(value: &Literal) -> String {
    match value {
        Literal::Text(text) | Literal::Number(text) => text.clone(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::List(items) => items.iter().map(text_of).collect::<Vec<_>>().join(","),
    }
}

fn items(value: &Literal) -> &[Literal] {
    match value {
        Literal::List(items) => items,
        one => std::slice::from_ref(one),
    }
}

fn scalar(scalar: Scalar, value: &Literal) -> TokenStream {
    let text = text_of(value);
    match scalar {
        Scalar::String => quote!(#text.to_owned()),
        Scalar::Etag => quote!(Etag::from(#text)),
        Scalar::Boolean => match text.as_str() {
            "true" => quote!(true),
            "false" => quote!(false),
            _ => quote!(#text.parse().unwrap()),
        },
        Scalar::Int32 | Scalar::Int64 => whole_number(&text),
        Scalar::Float32 | Scalar::Float64 => {
            let number = tokens::number(&text);
            quote!(#number)
        }
        Scalar::DateTime => quote!(azure_core::time::parse_rfc3339(#text).unwrap()),
        Scalar::DateTimeRfc1123 => quote!(azure_core::time::parse_rfc7231(#text).unwrap()),
        Scalar::UnixTime => {
            let seconds = whole_number(&text);
            quote!(OffsetDateTime::from_unix_timestamp(#seconds).unwrap())
        }
        Scalar::Base64 => quote!(azure_core::base64::decode(#text).unwrap()),
        Scalar::Base64Url => quote!(azure_core::base64::decode_url_safe(#text).unwrap()),
        Scalar::Bytes => quote!(#text.as_bytes().to_vec()),
        Scalar::File => quote!(FormFile::from(#text)),
    }
}

fn whole_number(text: &str) -> TokenStream {
    match text.parse::<i64>() {
        Ok(number) => {
            let number = Token::i64_unsuffixed(number);
            quote!(#number)
        }
        Err(_) => quote!(#text.parse().unwrap()),
    }
}

/// `SkuName::Basic`; a value that the enumeration lacks is kept where it can be.
fn variant(enumeration: &Enumeration, text: &str) -> TokenStream {
    let name = tokens::type_name(&enumeration.name);
    let known = enumeration
        .variants
        .iter()
        .find(|variant| variant.name.wire() == text);
    match (known, enumeration.openness) {
        (Some(variant), _) => {
            let variant = tokens::variant(&variant.name);
            quote!(#name::#variant)
        }
        (None, Openness::Extensible) => match enumeration.base {
            Scalar::String => quote!(#name::UnknownValue(#text.to_owned())),
            _ => {
                let number = enums::wire(enumeration, text);
                quote!(#name::UnknownValue(#number))
            }
        },
        (None, Openness::Closed) => quote!(#text.parse::<#name>().unwrap()),
    }
}

fn json(value: &Literal) -> TokenStream {
    match value {
        Literal::Text(text) => quote!(azure_core::Value::from(#text)),
        Literal::Boolean(value) => quote!(azure_core::Value::from(#value)),
        Literal::Integer(value) => {
            let value = Token::i64_unsuffixed(*value);
            quote!(azure_core::Value::from(#value))
        }
        Literal::Number(text) => {
            let number = tokens::number(text);
            quote!(azure_core::Value::from(#number))
        }
        Literal::List(items) => {
            let items = items.iter().map(json);
            quote!(azure_core::Value::from_iter([#(#items),*]))
        }
    }
}
