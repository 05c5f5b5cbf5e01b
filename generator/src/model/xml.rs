//! The XML form of models and unions: names and places beside those of their JSON.

/// The name of an element or attribute.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct XmlName {
    /// As it is written, with its prefix: `k:slide`.
    pub qualified: String,
    /// Its namespace.
    pub namespace: Option<String>,
}

/// The XML form of an object.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct XmlForm {
    /// What it is called as a document.
    pub root: XmlName,
    /// What a list of it is called as a document, when an operation has one.
    pub list: Option<XmlName>,
    /// Its fields and constants, in the order of the description.
    pub parts: Vec<XmlPart>,
    /// The items of lists in the values of free keys, from outside in.
    pub rest: Vec<XmlName>,
}

/// Where a property stands in the element of its object.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct XmlPart {
    /// Its wire name.
    pub property: String,
    /// Where it stands.
    pub place: XmlPlace,
    /// What the items of its lists are called, from outside in.
    pub items: Vec<XmlName>,
}

/// Where a property stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum XmlPlace {
    /// An attribute.
    Attribute(XmlName),
    /// An element; the items of a list are inside of it (`wrapped`).
    Element(XmlName),
    /// An element for each item of a list, with nothing around them.
    Each,
    /// The text of the object's element (`x-ms-text`).
    Content,
}

/// The XML form of a union.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct XmlUnion {
    /// What it is called as a document.
    pub root: XmlName,
    /// The discriminator.
    pub discriminator: XmlPart,
}
