//! Types: scalars, objects, enumerations, in one table by [`TypeId`].

use crate::location::Place;
use crate::model::{XmlForm, XmlUnion};
use crate::name::Name;

/// Text for people, as the description has it: not escaped for any output format.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Doc {
    /// One line.
    pub summary: Option<String>,
    /// Paragraphs.
    pub description: Option<String>,
}

/// Index of a definition in a [`TypeTable`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TypeId(pub usize);

/// All definitions of one api-version.
#[derive(Clone, Debug, Default)]
pub struct TypeTable {
    /// Indexed by [`TypeId`], in the order in which operations meet them. Definitions whose usage is empty are not emitted.
    pub definitions: Vec<TypeDefinition>,
}

impl TypeTable {
    /// The definition behind `id`; `None` only for an id of another table.
    pub fn get(&self, id: TypeId) -> Option<&TypeDefinition> {
        self.definitions.get(id.0)
    }
}

/// A type that gets a Rust item of its own.
#[derive(Clone, Debug)]
pub enum TypeDefinition {
    /// A struct.
    Object(Object),
    /// An enum of strings or of whole numbers.
    Enumeration(Enumeration),
    /// An enum of structs.
    Union(Union),
}

impl TypeDefinition {
    /// Type name.
    pub fn name(&self) -> &Name {
        match self {
            Self::Object(object) => &object.name,
            Self::Enumeration(enumeration) => &enumeration.name,
            Self::Union(union) => &union.name,
        }
    }

    /// Where it occurs.
    pub fn usage(&self) -> &Usage {
        match self {
            Self::Object(object) => &object.usage,
            Self::Enumeration(enumeration) => &enumeration.usage,
            Self::Union(union) => &union.usage,
        }
    }

    /// Where it occurs, to be changed.
    pub fn usage_mut(&mut self) -> &mut Usage {
        match self {
            Self::Object(object) => &mut object.usage,
            Self::Enumeration(enumeration) => &mut enumeration.usage,
            Self::Union(union) => &mut union.usage,
        }
    }
}

/// A type as it is used by a field, a parameter, a body.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Type {
    /// A value without parts.
    Scalar(Scalar),
    /// A definition of the table.
    Named(TypeId),
    /// JSON array.
    List(Box<Type>),
    /// JSON object with free keys.
    Map(Box<Type>),
    /// Free JSON: the description says no more, or it could not be typed (then there is a warning).
    Any,
}

/// Scalars with their form on the wire.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Scalar {
    /// `string` without a format that changes its Rust type (uuid, uri, password, date, duration …).
    String,
    /// `boolean`.
    Boolean,
    /// `integer`/`int32`.
    Int32,
    /// `integer`/`int64` or without format.
    Int64,
    /// `number`/`float`.
    Float32,
    /// `number`/`double` or without format.
    Float64,
    /// `string`/`date-time`: RFC 3339.
    DateTime,
    /// `string`/`date-time-rfc1123`.
    DateTimeRfc1123,
    /// `integer`/`unixtime`: seconds since 1970-01-01T00:00:00Z.
    UnixTime,
    /// `string`/`byte`: base64, standard alphabet, padded.
    Base64,
    /// `string`/`base64url`: URL alphabet, no padding.
    Base64Url,
    /// The bytes of a body as they are (`string`/`binary`, `file`).
    Bytes,
    /// A file among the fields of a form, with its name and its media type; only they are of this type.
    File,
    /// An HTTP entity tag; only headers are of this type.
    Etag,
}

/// An object type.
#[derive(Clone, Debug)]
pub struct Object {
    /// Type name, distinct within the version.
    pub name: Name,
    /// What it is.
    pub doc: Doc,
    /// What is always the same in it, and so no field: the discriminators that say which kind it is.
    pub constants: Vec<Constant>,
    /// Own and inherited fields, base first, in the order of the description.
    pub fields: Vec<Field>,
    /// What happens to keys that no field has.
    pub rest: RestOfObject,
    /// Its XML form, when it occurs in XML.
    pub xml: Option<XmlForm>,
    /// Where it occurs.
    pub usage: Usage,
    /// Where it is described.
    pub place: Place,
}

/// A property that always has one value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Constant {
    /// Wire name.
    pub property: String,
    /// Its value.
    pub value: String,
}

/// A discriminated union: one of several objects, told apart by the value of a property.
#[derive(Clone, Debug)]
pub struct Union {
    /// Type name, distinct within the version.
    pub name: Name,
    /// What it is.
    pub doc: Doc,
    /// Wire name of the property that says which kind it is.
    pub discriminator: String,
    /// The base itself when it is a kind, then its subtypes, in the order of the description. Whatever else is sent is kept as it is.
    pub kinds: Vec<Kind>,
    /// Its XML form, when it occurs in XML.
    pub xml: Option<XmlUnion>,
    /// Where it occurs.
    pub usage: Usage,
    /// Where it is described.
    pub place: Place,
}

/// A kind of a [`Union`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Kind {
    /// An object, or a union with another discriminator.
    pub ty: TypeId,
    /// The values of the discriminator that mean it. None: it can be written, but another kind has its value.
    pub values: Vec<String>,
}

/// Keys beside the described ones.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RestOfObject {
    /// They are dropped on reading.
    Ignored,
    /// They are kept in a map (`additionalProperties` beside `properties`).
    Kept(Type),
}

/// Where a type occurs. A type may occur in both directions, or (error models) only in errors.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Usage {
    /// Inside a request body.
    pub in_requests: bool,
    /// It is itself the body of a request in JSON (and so converts into `RequestContent`).
    pub is_request_body: bool,
    /// It is itself the body of a request in XML.
    pub is_xml_request_body: bool,
    /// Inside a body in XML, of a request, an answer or an error.
    pub in_xml: bool,
    /// Inside a response body.
    pub in_responses: bool,
    /// It is the error model of an operation.
    pub is_error: bool,
    /// Indices of the groups whose operations reach it (`None` of [`Operation::group`](crate::model::Operation::group) counts as no group), ascending.
    pub groups: Vec<crate::model::GroupId>,
    /// Reached from an operation that belongs to the root client itself.
    pub by_root: bool,
    /// The field with the items, when the type is the page of a pager.
    pub page_items: Option<usize>,
}

impl Usage {
    /// No operation reaches the type: nothing is emitted for it.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && !self.by_root
    }
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// Wire name and `x-ms-client-name`, distinct within the object.
    pub name: Name,
    /// Its type; every field may be absent on the wire whatever `required` says.
    pub ty: Type,
    /// Whether the description requires it (for the docs only).
    pub required: bool,
    /// Who sets it.
    pub access: Access,
    /// What happens to it when its object is sent.
    pub sending: Sending,
    /// `Box` or in place.
    pub indirection: Indirection,
    /// What it is.
    pub doc: Doc,
    /// Default, constraints: short sentences for the docs, without full stop: `at least 1`, `default: 5`.
    pub notes: Vec<String>,
    /// Where it is described.
    pub place: Place,
}

/// Who sets a field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Access {
    /// Both sides.
    ReadWrite,
    /// The service alone (`readOnly`, or `x-ms-mutability` with `read` alone): never sent.
    ReadOnly,
    /// The caller, on creation only (`x-ms-mutability` without `update`).
    CreateOnly,
    /// A secret (`x-ms-secret`, `format: password`): never printed.
    Secret,
}

/// What happens to a field when its object is sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sending {
    /// It goes out as it is.
    AsIs,
    /// It is read-only and left out.
    LeftOut,
    /// It goes out, but an object inside it has read-only fields, which are left out.
    WithoutReadOnly,
}

/// How a field holds its value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Indirection {
    /// In place.
    Direct,
    /// In a `Box`, because the type contains itself by value.
    Boxed,
}

/// An enumeration of strings or of whole numbers.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// Type name, distinct within the version.
    pub name: Name,
    /// What it is.
    pub doc: Doc,
    /// What its values are: `String`, `Int32` or `Int64`.
    pub base: Scalar,
    /// Whether values that the description lacks can occur.
    pub openness: Openness,
    /// In the order of the description.
    pub variants: Vec<Variant>,
    /// Where it occurs.
    pub usage: Usage,
    /// Where it is described.
    pub place: Place,
}

/// Whether an enumeration may have values that the description lacks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Openness {
    /// `modelAsString: true`, no `x-ms-enum`, or it occurs in a response: unknown values are kept.
    Extensible,
    /// `modelAsString: false` and never in a response.
    Closed,
}

/// One value of an enumeration.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Wire value and, when `x-ms-enum.values` gives one, another name; distinct within the enumeration.
    pub name: Name,
    /// What it means.
    pub doc: Doc,
}
