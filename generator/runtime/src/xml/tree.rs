//! A document as a tree of elements.
//!
//! In: bytes of an answer, which are not trusted. Out: the outermost [`Element`].
//! Never: takes a document type (so there are no entities but the five of XML and numbered characters), another encoding than UTF-8, or more than
//! [`MAX_DEPTH`] elements in each other.

use std::borrow::Cow;

use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// How many elements may be inside of each other: as deep as JSON may nest.
pub const MAX_DEPTH: usize = 128;

/// The mark that some services put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// An element, without prefixes and namespaces.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// All text directly inside.
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

pub(super) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body)
}

/// Reads a whole document.
pub(super) fn parse(body: &[u8]) -> Result<Element> {
    let text = std::str::from_utf8(without_mark(body))
        .map_err(|error| Error::with_error(ErrorKind::DataConversion, error, "XML not in UTF-8"))?;
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(start) => {
                if open.len() == MAX_DEPTH {
                    return Err(refused("elements nest too deep"));
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => close(element(&start)?, &mut open, &mut root)?,
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    close(element, &mut open, &mut root)?;
                }
            }
            Event::Text(text) => add(&text.xml10_content().map_err(broken)?, &mut open)?,
            Event::CData(text) => add(&text.xml10_content().map_err(broken)?, &mut open)?,
            Event::GeneralRef(reference) => add(&resolve(&reference)?, &mut open)?,
            Event::Decl(declaration) => {
                if let Some(encoding) = declaration.encoding() {
                    utf8(&encoding.map_err(broken)?)?;
                }
            }
            Event::DocType(_) => return Err(refused("it has a document type")),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    match root {
        Some(root) if open.is_empty() => Ok(root),
        _ => Err(refused("it is incomplete")),
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element> {
    let mut attributes = Vec::new();
    // Whether a name occurs twice would be looked up anew for each attribute. The first counts.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(broken)?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let name = local(attribute.key.local_name().into_inner())?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(broken)?;
        attributes.push((name, value.into_owned()));
    }
    Ok(Element {
        name: local(start.local_name().into_inner())?,
        attributes,
        ..Element::default()
    })
}

fn close(element: Element, open: &mut [Element], root: &mut Option<Element>) -> Result<()> {
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None if root.is_none() => *root = Some(element),
        None => return Err(refused("it has two outermost elements")),
    }
    Ok(())
}

fn add(text: &str, open: &mut [Element]) -> Result<()> {
    match open.last_mut() {
        Some(element) => element.text.push_str(text),
        None if text.trim().is_empty() => {}
        None => return Err(refused("there is text outside of its elements")),
    }
    Ok(())
}

fn resolve(reference: &BytesRef<'_>) -> Result<Cow<'static, str>> {
    if let Some(character) = reference.resolve_char_ref().map_err(broken)? {
        return Ok(character.to_string().into());
    }
    let name = reference.decode().map_err(broken)?;
    let known = resolve_predefined_entity(&name);
    known
        .map(Cow::Borrowed)
        .ok_or_else(|| refused("it has an entity of its own"))
}

fn local(name: &[u8]) -> Result<String> {
    match std::str::from_utf8(name) {
        Ok("") | Err(_) => Err(refused("an element or attribute has no name")),
        Ok(name) => Ok(name.to_owned()),
    }
}

fn utf8(encoding: &[u8]) -> Result<()> {
    let names: [&[u8]; 3] = [b"utf-8", b"utf8", b"us-ascii"];
    if names.iter().any(|name| name.eq_ignore_ascii_case(encoding)) {
        Ok(())
    } else {
        Err(refused("it is not in UTF-8"))
    }
}

fn broken(error: impl Into<quick_xml::Error>) -> Error {
    Error::with_error(ErrorKind::DataConversion, error.into(), "no XML")
}

fn refused(why: &str) -> Error {
    Error::with_message(
        ErrorKind::DataConversion,
        format!("XML cannot be read: {why}"),
    )
}
