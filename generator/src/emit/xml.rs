//! The XML form of models and unions.
//!
//! In: an [`Object`] or [`Union`] that occurs in XML.
//! Out: its `xml!` table.
//! Never: writes a name that is that of the property anyway.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::scope::Scope;
use crate::emit::{tokens, types};
use crate::model::{
    Object, Package, RestOfObject, Scalar, Type, TypeDefinition, Union, XmlName, XmlPart, XmlPlace,
};

/// The feature of the runtime that the tables need.
pub(super) const FEATURE: &str = "xml";

/// Whether anything in the package occurs in XML.
pub(super) fn is_in(package: &Package) -> bool {
    let services = package.services.iter();
    services
        .flat_map(|service| &service.versions)
        .flat_map(|version| &version.types.definitions)
        .any(|definition| definition.usage().in_xml)
}

/// `xml! { Slide "slide" { … } }`
pub(super) fn table(scope: &Scope<'_>, object: &Object) -> Option<TokenStream> {
    let form = object.xml.as_ref()?;
    let request = object.usage.is_xml_request_body.then(|| quote!(request));
    let name = tokens::type_name(&object.name);
    let root = named(&form.root);
    let list = form.list.as_ref().map(|list| {
        let list = named(list);
        quote!(list #list)
    });
    let parts = form.parts.iter().map(|part| {
        let property = &part.property;
        let place = place(scope, part, type_of(object, property));
        quote!(#property: #place,)
    });
    let rest = match &object.rest {
        RestOfObject::Ignored => None,
        RestOfObject::Kept(value) => {
            let kind = kind(scope, value, &form.rest);
            Some(quote!(..: rest(#kind),))
        }
    };
    Some(quote! {
        xml! {
            #request #name #root #list {
                #(#parts)*
                #rest
            }
        }
    })
}

/// `xml! { union Shape "shape" by "kind" element(token) { … } }`
pub(super) fn union(scope: &Scope<'_>, union: &Union) -> Option<TokenStream> {
    let form = union.xml.as_ref()?;
    let request = union.usage.is_xml_request_body.then(|| quote!(request));
    let name = tokens::type_name(&union.name);
    let root = named(&form.root);
    let property = &form.discriminator.property;
    let place = place(scope, &form.discriminator, None);
    let kinds = union.kinds.iter().filter(|kind| !kind.values.is_empty());
    let kinds = kinds.map(|kind| {
        let ty = types::named(scope, kind.ty);
        let values = &kind.values;
        quote!(#(#values)|* => #ty,)
    });
    Some(quote! {
        xml! {
            #request union #name #root by #property #place {
                #(#kinds)*
            }
        }
    })
}

/// The type of a property; none for a constant.
fn type_of<'o>(object: &'o Object, property: &str) -> Option<&'o Type> {
    let mut fields = object.fields.iter();
    let field = fields.find(|field| field.name.wire() == property);
    field.map(|field| &field.ty)
}

/// `attribute("language", text)`; a constant is a `token`.
fn place(scope: &Scope<'_>, part: &XmlPart, ty: Option<&Type>) -> TokenStream {
    let is_called = |name: &XmlName| {
        let is_own = name.qualified == part.property && name.namespace.is_none();
        (!is_own).then(|| {
            let name = named(name);
            quote!(#name,)
        })
    };
    let kind_of = |items: &[XmlName], ty: Option<&Type>| match ty {
        Some(ty) => kind(scope, ty, items),
        None => quote!(token),
    };
    match &part.place {
        XmlPlace::Attribute(name) => {
            let (name, kind) = (is_called(name), kind_of(&part.items, ty));
            quote!(attribute(#name #kind))
        }
        XmlPlace::Element(name) => {
            let (name, kind) = (is_called(name), kind_of(&part.items, ty));
            quote!(element(#name #kind))
        }
        XmlPlace::Content => {
            let kind = kind_of(&part.items, ty);
            quote!(content(#kind))
        }
        XmlPlace::Each => match (part.items.split_first(), ty) {
            (Some((name, items)), Some(Type::List(item))) => {
                let (name, kind) = (is_called(name), kind(scope, item, items));
                quote!(each(#name #kind))
            }
            _ => {
                let kind = kind_of(&part.items, ty);
                quote!(element(#kind))
            }
        },
    }
}

/// What a value is: `text`, `list("item", Slide)`.
fn kind(scope: &Scope<'_>, ty: &Type, items: &[XmlName]) -> TokenStream {
    match ty {
        Type::Scalar(scalar) => scalar_kind(*scalar),
        Type::Named(id) => match scope.definition(*id) {
            Some(TypeDefinition::Enumeration(one)) if one.base == Scalar::String => quote!(token),
            Some(TypeDefinition::Enumeration(_)) => quote!(number),
            Some(TypeDefinition::Object(_) | TypeDefinition::Union(_)) => types::named(scope, *id),
            None => quote!(any),
        },
        Type::List(item) => {
            let (name, items) = match items.split_first() {
                Some((name, items)) => (named(name), items),
                None => (quote!("item"), items),
            };
            let kind = kind(scope, item, items);
            quote!(list(#name, #kind))
        }
        Type::Map(value) => {
            let kind = kind(scope, value, items);
            quote!(map(#kind))
        }
        Type::Any => quote!(any),
    }
}

fn scalar_kind(scalar: Scalar) -> TokenStream {
    match scalar {
        Scalar::String => quote!(text),
        Scalar::Boolean => quote!(boolean),
        Scalar::Int32 | Scalar::Int64 | Scalar::Float32 | Scalar::Float64 | Scalar::UnixTime => {
            quote!(number)
        }
        Scalar::DateTime
        | Scalar::DateTimeRfc1123
        | Scalar::Base64
        | Scalar::Base64Url
        | Scalar::Bytes
        | Scalar::File
        | Scalar::Etag => quote!(token),
    }
}

/// `"k:slide" in "urn:k"`
fn named(name: &XmlName) -> TokenStream {
    let qualified = &name.qualified;
    match &name.namespace {
        Some(namespace) => quote!(#qualified in #namespace),
        None => quote!(#qualified),
    }
}
