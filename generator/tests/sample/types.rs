//! Models and enumerations of the sample.

use armature_codegen::model::*;

use super::{GROUP, described, name, place, text};

pub const THING: TypeId = TypeId(0);
pub const THING_COLLECTION: TypeId = TypeId(1);
pub const THING_PROPERTIES: TypeId = TypeId(2);
pub const COLOR: TypeId = TypeId(3);
pub const MODE: TypeId = TypeId(4);
pub const THING_ERROR: TypeId = TypeId(5);

pub fn table() -> TypeTable {
    TypeTable {
        definitions: vec![
            TypeDefinition::Object(thing()),
            TypeDefinition::Object(collection()),
            TypeDefinition::Object(properties()),
            TypeDefinition::Enumeration(color()),
            TypeDefinition::Enumeration(mode()),
            TypeDefinition::Object(error()),
        ],
    }
}

pub fn vault_table() -> TypeTable {
    let usage = Usage {
        in_responses: true,
        by_root: true,
        groups: Vec::new(),
        ..usage()
    };
    let key = object(
        "Key",
        usage,
        vec![
            field("kid", text(), Access::ReadOnly),
            field("exp", Type::Scalar(Scalar::UnixTime), Access::ReadWrite),
        ],
    );
    TypeTable {
        definitions: vec![TypeDefinition::Object(key)],
    }
}

fn thing() -> Object {
    let usage = Usage {
        in_requests: true,
        is_request_body: true,
        in_responses: true,
        ..usage()
    };
    let mut properties = field(
        "properties",
        Type::Named(THING_PROPERTIES),
        Access::ReadWrite,
    );
    properties.sending = Sending::WithoutReadOnly;
    properties.required = true;
    let mut parent = field("parent", Type::Named(THING), Access::ReadWrite);
    parent.indirection = Indirection::Boxed;
    let mut object = object(
        "Thing",
        usage,
        vec![
            field("id", text(), Access::ReadOnly),
            field("type", text(), Access::ReadOnly),
            properties,
            parent,
            field("tags", Type::Map(Box::new(text())), Access::ReadWrite),
        ],
    );
    object.doc = described(
        "A thing [with brackets], <html> and `code`.\n\n    let indented = \"not a doctest\";\n\n| not | a table |\n|---|---|",
    );
    object
}

fn collection() -> Object {
    let usage = Usage {
        in_responses: true,
        page_items: Some(0),
        ..usage()
    };
    object(
        "ThingCollection",
        usage,
        vec![
            field(
                "value",
                Type::List(Box::new(Type::Named(THING))),
                Access::ReadWrite,
            ),
            field("nextLink", text(), Access::ReadWrite),
        ],
    )
}

fn properties() -> Object {
    let usage = Usage {
        in_requests: true,
        in_responses: true,
        ..usage()
    };
    let mut size = field("size", Type::Scalar(Scalar::Int32), Access::ReadWrite);
    size.doc = described("How large it is");
    size.notes = vec!["1 to 25".to_owned(), "default: 5".to_owned()];
    let mut object = object(
        "ThingProperties",
        usage,
        vec![
            size,
            field("color", Type::Named(COLOR), Access::ReadWrite),
            field("provisioningState", text(), Access::ReadOnly),
            field("created", Type::Scalar(Scalar::UnixTime), Access::ReadOnly),
            field("changed", Type::Scalar(Scalar::DateTime), Access::ReadWrite),
            field(
                "thumbprints",
                Type::List(Box::new(Type::Scalar(Scalar::Base64))),
                Access::ReadWrite,
            ),
            field("secret", text(), Access::Secret),
            field("location", text(), Access::CreateOnly),
            field("settings", Type::Any, Access::ReadWrite),
        ],
    );
    object.rest = RestOfObject::Kept(Type::Scalar(Scalar::Int64));
    object
}

fn error() -> Object {
    let usage = Usage {
        is_error: true,
        ..usage()
    };
    object(
        "ThingError",
        usage,
        vec![
            field("code", text(), Access::ReadOnly),
            field("message", text(), Access::ReadOnly),
        ],
    )
}

fn color() -> Enumeration {
    enumeration("Color", Openness::Extensible, &["red", "dark-green", "1st"])
}

fn mode() -> Enumeration {
    enumeration("Mode", Openness::Closed, &["Fast", "Thorough"])
}

fn enumeration(wire: &str, openness: Openness, values: &[&str]) -> Enumeration {
    let variants = values
        .iter()
        .map(|value| Variant {
            name: name(value),
            doc: Doc::default(),
        })
        .collect();
    Enumeration {
        name: name(wire),
        doc: Doc::default(),
        base: Scalar::String,
        openness,
        variants,
        usage: usage(),
        place: place(),
    }
}

fn object(wire: &str, usage: Usage, fields: Vec<Field>) -> Object {
    Object {
        constants: Vec::new(),
        name: name(wire),
        doc: Doc::default(),
        fields,
        rest: RestOfObject::Ignored,
        xml: None,
        usage,
        place: place(),
    }
}

pub fn field(wire: &str, ty: Type, access: Access) -> Field {
    Field {
        name: name(wire),
        ty,
        required: false,
        access,
        sending: if access == Access::ReadOnly {
            Sending::LeftOut
        } else {
            Sending::AsIs
        },
        indirection: Indirection::Direct,
        doc: Doc::default(),
        notes: Vec::new(),
        place: place(),
    }
}

pub fn usage() -> Usage {
    Usage {
        groups: vec![GROUP],
        ..Usage::default()
    }
}
