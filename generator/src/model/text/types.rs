//! Types as text.
//!
//! In: a type, or the table.
//! Out: `List<CertificateItem>`; a block for each definition in use.
//! Never: prints what is not emitted.

use super::{Lines, spelled, words};
use crate::model::{
    Access, Enumeration, Field, Group, Indirection, Object, Openness, RestOfObject, Scalar,
    Sending, Type, TypeDefinition, TypeTable, Union, Usage, XmlName, XmlPart, XmlPlace,
};

/// All definitions in use, sorted by name.
pub(super) fn table(types: &TypeTable, groups: &[Group], lines: &mut Lines) {
    let definitions = types.definitions.iter();
    let mut used: Vec<&TypeDefinition> = definitions
        .filter(|definition| !definition.usage().is_empty())
        .collect();
    used.sort_by_key(|definition| definition.name().pascal());
    for definition in used {
        match definition {
            TypeDefinition::Object(one) => object(one, types, groups, lines),
            TypeDefinition::Enumeration(one) => enumeration(one, groups, lines),
            TypeDefinition::Union(one) => union(one, types, groups, lines),
        }
    }
}

/// A type as its users spell it.
pub(super) fn ty(ty: &Type, types: &TypeTable) -> String {
    match ty {
        Type::Scalar(scalar) => self::scalar(*scalar).to_owned(),
        Type::Named(id) => match types.get(*id) {
            Some(definition) => definition.name().pascal(),
            None => format!("unknown type {}", id.0),
        },
        Type::List(item) => format!("List<{}>", self::ty(item, types)),
        Type::Map(value) => format!("Map<{}>", self::ty(value, types)),
        Type::Any => "Any".to_owned(),
    }
}

fn scalar(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String => "String",
        Scalar::Boolean => "Boolean",
        Scalar::Int32 => "Int32",
        Scalar::Int64 => "Int64",
        Scalar::Float32 => "Float32",
        Scalar::Float64 => "Float64",
        Scalar::DateTime => "DateTime",
        Scalar::DateTimeRfc1123 => "DateTimeRfc1123",
        Scalar::UnixTime => "UnixTime",
        Scalar::Base64 => "Base64",
        Scalar::Base64Url => "Base64Url",
        Scalar::Bytes => "Bytes",
        Scalar::File => "File",
        Scalar::Etag => "Etag",
    }
}

fn object(object: &Object, types: &TypeTable, groups: &[Group], lines: &mut Lines) {
    let name = spelled(&object.name, &object.name.pascal());
    lines.add(format!("object {name}{}", usage(&object.usage, object)));
    lines.inside(|lines| {
        lines.add(format!("at {}", object.place));
        reached(&object.usage, groups, lines);
        lines.doc(&object.doc);
        for constant in &object.constants {
            lines.add(format!("{:?} is {:?}", constant.property, constant.value));
        }
        for one in &object.fields {
            field(one, types, lines);
        }
        if let RestOfObject::Kept(value) = &object.rest {
            lines.add(format!("other keys: {}", ty(value, types)));
        }
        if let Some(form) = &object.xml {
            xml(&form.root, form.list.as_ref(), &form.parts, lines);
        }
    });
}

fn field(field: &Field, types: &TypeTable, lines: &mut Lines) {
    let name = spelled(&field.name, &field.name.snake());
    let flags = words([
        (field.required, "required"),
        (field.access == Access::ReadOnly, "read-only"),
        (field.access == Access::CreateOnly, "on creation only"),
        (field.access == Access::Secret, "secret"),
        (field.sending == Sending::LeftOut, "not sent"),
        (field.sending == Sending::WithoutReadOnly, "sent in part"),
        (field.indirection == Indirection::Boxed, "boxed"),
    ]);
    lines.add(format!("{name}: {}{flags}", ty(&field.ty, types)));
    lines.inside(|lines| {
        lines.doc(&field.doc);
        for note in &field.notes {
            lines.add(format!("- {note}"));
        }
    });
}

fn enumeration(enumeration: &Enumeration, groups: &[Group], lines: &mut Lines) {
    let openness = match enumeration.openness {
        Openness::Extensible => "extensible",
        Openness::Closed => "closed",
    };
    let name = spelled(&enumeration.name, &enumeration.name.pascal());
    let usage = directions(&enumeration.usage);
    let base = match enumeration.base {
        Scalar::String => String::new(),
        number => format!(" of {}", scalar(number)),
    };
    lines.add(format!("enumeration {name}{base}, {openness}{usage}"));
    lines.inside(|lines| {
        lines.add(format!("at {}", enumeration.place));
        reached(&enumeration.usage, groups, lines);
        lines.doc(&enumeration.doc);
        for variant in &enumeration.variants {
            lines.add(spelled(&variant.name, &variant.name.pascal()));
            lines.inside(|lines| lines.doc(&variant.doc));
        }
    });
}

fn union(union: &Union, types: &TypeTable, groups: &[Group], lines: &mut Lines) {
    let name = spelled(&union.name, &union.name.pascal());
    let usage = directions(&union.usage);
    lines.add(format!("union {name}, by {:?}{usage}", union.discriminator));
    lines.inside(|lines| {
        lines.add(format!("at {}", union.place));
        reached(&union.usage, groups, lines);
        lines.doc(&union.doc);
        for kind in &union.kinds {
            let values: Vec<String> = kind.values.iter().map(|one| format!("{one:?}")).collect();
            let values = match values.is_empty() {
                true => "never read".to_owned(),
                false => values.join(", "),
            };
            lines.add(format!("{values}: {}", ty(&Type::Named(kind.ty), types)));
        }
        if let Some(form) = &union.xml {
            xml(
                &form.root,
                None,
                std::slice::from_ref(&form.discriminator),
                lines,
            );
        }
    });
}

fn usage(usage: &Usage, object: &Object) -> String {
    let items = usage.page_items.and_then(|items| object.fields.get(items));
    let page = items.map(|items| format!(", page of `{}`", items.name.wire()));
    format!("{}{}", directions(usage), page.unwrap_or_default())
}

fn directions(usage: &Usage) -> String {
    words([
        (usage.in_requests, "sent"),
        (
            usage.is_request_body || usage.is_xml_request_body,
            "as a body",
        ),
        (usage.in_responses, "received"),
        (usage.is_error, "as an error"),
    ])
}

/// The groups that reach a type; nothing when the groups are not at hand.
fn reached(usage: &Usage, groups: &[Group], lines: &mut Lines) {
    let of_groups = usage.groups.iter().filter_map(|id| groups.get(id.0));
    let mut names: Vec<String> = of_groups.map(|group| group.name.pascal()).collect();
    if names.is_empty() {
        return;
    }
    if usage.by_root {
        names.push("the root client".to_owned());
    }
    lines.add(format!("reached by {}", names.join(", ")));
}

/// The XML form of an object or union: a line for each part.
fn xml(root: &XmlName, list: Option<&XmlName>, parts: &[XmlPart], lines: &mut Lines) {
    let list = list.map(|list| format!(", lists {}", xml_name(list)));
    lines.add(format!(
        "XML {}{}",
        xml_name(root),
        list.unwrap_or_default()
    ));
    lines.inside(|lines| {
        for part in parts {
            let place = match &part.place {
                XmlPlace::Attribute(name) => format!("attribute {}", xml_name(name)),
                XmlPlace::Element(name) => format!("element {}", xml_name(name)),
                XmlPlace::Each => "an element for each".to_owned(),
                XmlPlace::Content => "content".to_owned(),
            };
            let items = part.items.iter();
            let items = items.map(|name| format!(", items {}", xml_name(name)));
            lines.add(format!(
                "{}: {place}{}",
                part.property,
                items.collect::<String>()
            ));
        }
    });
}

fn xml_name(name: &XmlName) -> String {
    match &name.namespace {
        Some(namespace) => format!("<{}> in {namespace}", name.qualified),
        None => format!("<{}>", name.qualified),
    }
}
