//! Decides which types have a text form: those of parameters, fields of forms and response headers.
//!
//! In: a type as the schema has it.
//! Out: the type that the parameter or header gets; none when nothing says how its parts become text.
//! Never: warns.

use crate::lower::types::Types;
use crate::model::{Collection, ParameterLocation, Scalar, Type};

/// The type of a parameter: what has a text form, or a list of such where it is joined or repeated.
pub(super) fn of_parameter(
    types: &Types<'_>,
    ty: Type,
    location: ParameterLocation,
) -> Option<Type> {
    let is_verbatim = matches!(
        location,
        ParameterLocation::PathVerbatim | ParameterLocation::QueryVerbatim
    );
    match ty {
        Type::List(_) if is_verbatim => None,
        Type::List(item) => Some(Type::List(Box::new(of_one(types, *item)?))),
        one => of_one(types, one),
    }
}

/// The type of a field of a form in parts: as a parameter's, but bytes are files.
pub(super) fn of_part(types: &Types<'_>, ty: Type) -> Option<Type> {
    match ty {
        Type::Scalar(Scalar::Bytes) => Some(Type::Scalar(Scalar::File)),
        Type::List(item) => Some(Type::List(Box::new(match *item {
            Type::Scalar(Scalar::Bytes) => Type::Scalar(Scalar::File),
            item => of_one(types, item)?,
        }))),
        one => of_one(types, one),
    }
}

/// The type of a single value: a scalar or an enumeration. Bytes and what the description leaves open are text.
pub(super) fn of_one(types: &Types<'_>, ty: Type) -> Option<Type> {
    match ty {
        Type::Scalar(Scalar::Bytes | Scalar::Etag) | Type::Any => {
            Some(Type::Scalar(Scalar::String))
        }
        Type::Scalar(scalar) => Some(Type::Scalar(scalar)),
        Type::Named(id) if types.enumeration(id).is_some() => Some(Type::Named(id)),
        Type::Named(_) | Type::Map(_) | Type::List(_) => None,
    }
}

/// The place of a single value, which is not joined.
pub(super) fn without_list(location: ParameterLocation) -> ParameterLocation {
    match location {
        ParameterLocation::Query(_) => ParameterLocation::Query(Collection::Comma),
        ParameterLocation::Header(_) => ParameterLocation::Header(Collection::Comma),
        ParameterLocation::Form(_) => ParameterLocation::Form(Collection::Comma),
        path => path,
    }
}
