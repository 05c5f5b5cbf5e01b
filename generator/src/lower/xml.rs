//! The XML form of models: what is said by `xml`, and the rules for what is not said.
//!
//! In: the schemas of an object's properties.
//! Out: an [`XmlForm`] for each object and an [`XmlUnion`] for each union that occurs in XML.
//! Never: gives a schema a type.
//!
//! The rules are those of OpenAPI 3.0 ("XML Object") and, where they are silent, AutoRest's:
//!
//! - an element is called as its property, or as its schema says, be it inline or referred to; a document as its definition;
//! - the items of a list without `wrapped` stand next to each other, called as the item, the list or the property is;
//! - in a wrapped list, items without a name are called as their definition or, inline, as the list.

use openapiv3::AdditionalProperties;

use crate::azure;
use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::location::Place;
use crate::lower::all_of::Parts;
use crate::lower::annotations;
use crate::lower::nodes::{Node, follow};
use crate::lower::schema_view::SchemaView;
use crate::lower::site::{Role, Site};
use crate::lower::types::Types;
use crate::model::{
    Object, Type, TypeDefinition, TypeId, XmlForm, XmlName, XmlPart, XmlPlace, XmlUnion,
};

impl<'a> Types<'a> {
    /// Notes the XML form of an object: its properties so far, which are all that its parts have.
    pub(super) fn note_xml(&mut self, id: TypeId, parts: &Parts<'a>, rest: Option<&Type>) {
        let mut form: Vec<XmlPart> = Vec::new();
        for (wire, node) in properties(parts) {
            let ty = self.type_of_property(id, wire);
            let part = part(self.specs, wire, node, &ty);
            match form.iter_mut().find(|known| known.property == *wire) {
                Some(known) => *known = part,
                None => form.push(part),
            }
        }
        let rest = rest.map(|ty| rest_items(self.specs, parts, ty));
        if let Some(TypeDefinition::Object(object)) = self.definitions.get_mut(id.0)
            && let Some(xml) = &mut object.xml
        {
            for constant in &object.constants {
                let property = &constant.property;
                if form.iter().all(|part| part.property != *property) {
                    form.insert(0, plain(property));
                }
            }
            xml.parts = form;
            xml.rest = rest.unwrap_or_default();
        }
    }

    fn type_of_property(&self, id: TypeId, wire: &str) -> Type {
        let fields = self.object(id).map(|object| &object.fields);
        let field = fields
            .into_iter()
            .flatten()
            .find(|field| field.name.wire() == wire);
        field.map_or(Type::Any, |field| field.ty.clone())
    }

    /// Whether values of a type can be a document, after noting what its lists are called.
    pub(super) fn is_document(&mut self, ty: &Type, node: Node<'a>) -> bool {
        match ty {
            Type::Named(id) => matches!(
                self.definitions.get(id.0),
                Some(TypeDefinition::Object(_) | TypeDefinition::Union(_))
            ),
            Type::List(item) => match item.as_ref() {
                Type::Named(id) => {
                    let name = named(&annotations::views(self.specs, node))
                        .or_else(|| definition_name(self.specs, node));
                    self.note_list(*id, name)
                }
                _ => false,
            },
            Type::Scalar(_) | Type::Map(_) | Type::Any => false,
        }
    }

    /// What a model or union is called as a document here, and where it is described, when that differs.
    pub(super) fn other_root(&self, ty: &Type, node: Node<'a>) -> Option<(String, String)> {
        let Type::Named(id) = ty else {
            return None;
        };
        let root = match self.definitions.get(id.0)? {
            TypeDefinition::Object(object) => &object.xml.as_ref()?.root,
            TypeDefinition::Union(union) => &union.xml.as_ref()?.root,
            TypeDefinition::Enumeration(_) => return None,
        };
        let here = named(&annotations::views(self.specs, node))?;
        (here != *root).then(|| (here.qualified, root.qualified.clone()))
    }

    /// A list is called as the first operation that has it says: the type of its items decides, since a list has none of its own.
    fn note_list(&mut self, id: TypeId, name: Option<XmlName>) -> bool {
        let Some(TypeDefinition::Object(object)) = self.definitions.get_mut(id.0) else {
            return false;
        };
        let (Some(form), Some(name)) = (&mut object.xml, name) else {
            return false;
        };
        *form.list.get_or_insert_with(|| name.clone()) == name
    }
}

/// The form of an object whose properties are still to be lowered.
pub(super) fn unfilled(view: &SchemaView<'_>, site: &Site, name: &str) -> XmlForm {
    XmlForm {
        root: root(view, site, name),
        list: None,
        parts: Vec::new(),
        rest: Vec::new(),
    }
}

/// The form of a union. `name` is what it wants to be called in code.
pub(super) fn union(
    specs: &SpecSet,
    view: &SchemaView<'_>,
    parts: &Parts<'_>,
    (discriminator, site, name): (&str, &Site, &str),
) -> XmlUnion {
    let mut found = properties(parts).filter(|(wire, _)| *wire == discriminator);
    let discriminator = match found.next() {
        Some((wire, node)) => part(specs, wire, node, &Type::Any),
        None => plain(discriminator),
    };
    XmlUnion {
        root: root(view, site, name),
        discriminator,
    }
}

/// What a document is called.
fn root(view: &SchemaView<'_>, site: &Site, name: &str) -> XmlName {
    let said = named(std::slice::from_ref(view));
    said.unwrap_or_else(|| {
        let definition = site.words.first().filter(|_| site.role == Role::Definition);
        own(definition.map_or(name, String::as_str))
    })
}

fn properties<'p, 'a>(parts: &'p Parts<'a>) -> impl Iterator<Item = (&'a String, Node<'a>)> + 'p {
    let properties = parts.objects.iter().filter_map(|part| part.view.properties);
    properties
        .flatten()
        .map(|(wire, node)| (wire, Node::from(node)))
}

/// A property of which nothing is said.
fn plain(wire: &str) -> XmlPart {
    XmlPart {
        property: wire.to_owned(),
        place: XmlPlace::Element(own(wire)),
        items: Vec::new(),
    }
}

fn part(specs: &SpecSet, wire: &str, node: Node<'_>, ty: &Type) -> XmlPart {
    let views = annotations::views(specs, node);
    let says = |what: fn(&azure::xml::Xml<'_>) -> bool| {
        views
            .iter()
            .filter_map(|view| azure::xml::xml(view.data))
            .any(|xml| what(&xml))
    };
    let name = named(&views).unwrap_or_else(|| own(wire));
    let is_list = matches!(ty, Type::List(_));
    let (place, items) = if says(|xml| xml.text) {
        (XmlPlace::Content, Vec::new())
    } else if says(|xml| xml.attribute) {
        (XmlPlace::Attribute(name), Vec::new())
    } else if is_list && !says(|xml| xml.wrapped) {
        (XmlPlace::Each, items(specs, ty, &views, &Unnamed::Is(name)))
    } else {
        let inside = items(specs, ty, &views, &Unnamed::IsDefinitionOr(name.clone()));
        (XmlPlace::Element(name), inside)
    };
    XmlPart {
        property: wire.to_owned(),
        place,
        items,
    }
}

/// What items are called that have no name in XML.
enum Unnamed {
    /// This.
    Is(XmlName),
    /// As their definition, or this.
    IsDefinitionOr(XmlName),
}

/// The names of the items of a list, and of the lists in it.
fn items(specs: &SpecSet, ty: &Type, views: &[SchemaView<'_>], unnamed: &Unnamed) -> Vec<XmlName> {
    match ty {
        Type::List(item) => {
            let node = views.iter().find_map(|view| view.items);
            let inside = node.map(|node| annotations::views(specs, node));
            let inside = inside.unwrap_or_default();
            let name = named(&inside).unwrap_or_else(|| match unnamed {
                Unnamed::Is(name) => name.clone(),
                Unnamed::IsDefinitionOr(name) => node
                    .and_then(|node| definition_name(specs, node))
                    .unwrap_or_else(|| name.clone()),
            });
            let mut names = vec![name.clone()];
            let unnamed = Unnamed::IsDefinitionOr(name);
            names.extend(items(specs, item, &inside, &unnamed));
            names
        }
        Type::Map(value) => items_of_values(specs, value, views.iter()),
        Type::Scalar(_) | Type::Named(_) | Type::Any => Vec::new(),
    }
}

fn rest_items(specs: &SpecSet, parts: &Parts<'_>, ty: &Type) -> Vec<XmlName> {
    let views = parts.objects.iter().rev().map(|part| &part.view);
    items_of_values(specs, ty, views)
}

/// The names of items of lists that are the values of free keys.
fn items_of_values<'v, 'a: 'v>(
    specs: &SpecSet,
    ty: &Type,
    mut views: impl Iterator<Item = &'v SchemaView<'a>>,
) -> Vec<XmlName> {
    let inside = match views.find_map(|view| view.additional) {
        Some(AdditionalProperties::Schema(schema)) => {
            annotations::views(specs, Node::from(schema.as_ref()))
        }
        _ => Vec::new(),
    };
    items(specs, ty, &inside, &Unnamed::IsDefinitionOr(own("item")))
}

/// The name that is said; the nearest counts.
fn named(views: &[SchemaView<'_>]) -> Option<XmlName> {
    let mut said = views.iter().filter_map(|view| {
        let xml = azure::xml::xml(view.data)?;
        Some((xml.name?, xml.prefix, xml.namespace))
    });
    let (name, prefix, namespace) = said.next()?;
    let qualified = match prefix {
        Some(prefix) => format!("{prefix}:{name}"),
        None => name.to_owned(),
    };
    Some(XmlName {
        qualified,
        namespace: namespace.map(str::to_owned),
    })
}

fn definition_name(specs: &SpecSet, node: Node<'_>) -> Option<XmlName> {
    let reference = match node {
        Node::Reference(reference) => reference,
        Node::Inline(schema) => SchemaView::of(schema).wrapped()?,
    };
    follow(specs, reference).map(|definition| own(&definition.name))
}

fn own(name: &str) -> XmlName {
    XmlName {
        qualified: name.to_owned(),
        namespace: None,
    }
}

/// Settles the forms of what occurs in XML, and forgets those of what does not.
pub(super) fn settle(definitions: &mut [TypeDefinition], diagnostics: &mut Diagnostics) {
    let scalars: Vec<bool> = definitions
        .iter()
        .map(|definition| matches!(definition, TypeDefinition::Enumeration(_)))
        .collect();
    let is_scalar = |ty: &Type| match ty {
        Type::Scalar(_) => true,
        Type::Named(id) => scalars.get(id.0) == Some(&true),
        Type::List(_) | Type::Map(_) | Type::Any => false,
    };
    for definition in definitions {
        let in_xml = definition.usage().in_xml;
        match definition {
            TypeDefinition::Object(object) if in_xml => check(object, &is_scalar, diagnostics),
            TypeDefinition::Object(object) => object.xml = None,
            TypeDefinition::Union(union) if !in_xml => union.xml = None,
            TypeDefinition::Union(union) => {
                if let Some(form) = &mut union.xml {
                    let names =
                        std::iter::once(&mut form.root).chain(names_of(&mut form.discriminator));
                    names.for_each(|name| mend(name, &union.place, diagnostics));
                }
            }
            TypeDefinition::Enumeration(_) => {}
        }
    }
}

fn check(object: &mut Object, is_scalar: &dyn Fn(&Type) -> bool, diagnostics: &mut Diagnostics) {
    let Some(form) = &mut object.xml else {
        return;
    };
    let names = std::iter::once(&mut form.root).chain(&mut form.list);
    names
        .chain(&mut form.rest)
        .for_each(|name| mend(name, &object.place, diagnostics));
    for part in &mut form.parts {
        let mut fields = object.fields.iter();
        let field = fields.find(|field| field.name.wire() == part.property);
        let place = field.map_or(&object.place, |field| &field.place);
        if let Some(field) = field
            && matches!(part.place, XmlPlace::Attribute(_) | XmlPlace::Content)
            && !is_scalar(&field.ty)
        {
            diagnostics.xml_place_needs_scalar(place, &part.property);
            *part = plain(&part.property);
        }
        names_of(part).for_each(|name| mend(name, place, diagnostics));
    }
}

fn names_of(part: &mut XmlPart) -> impl Iterator<Item = &mut XmlName> {
    let own = match &mut part.place {
        XmlPlace::Attribute(name) | XmlPlace::Element(name) => Some(name),
        XmlPlace::Each | XmlPlace::Content => None,
    };
    own.into_iter().chain(&mut part.items)
}

/// Makes a name of XML (1.0, section 2.3) of what is none.
fn mend(name: &mut XmlName, place: &Place, diagnostics: &mut Diagnostics) {
    let (prefix, local) = match name.qualified.split_once(':') {
        Some((prefix, local)) => (Some(prefix), local),
        None => (None, name.qualified.as_str()),
    };
    if prefix.is_none_or(is_name) && is_name(local) {
        return;
    }
    let mut mended: String = name
        .qualified
        .chars()
        .map(|letter| if continues(letter) { letter } else { '_' })
        .collect();
    if !mended.starts_with(starts) {
        mended.insert(0, '_');
    }
    diagnostics.no_xml_name(place, &name.qualified, &mended);
    name.qualified = mended;
}

fn is_name(text: &str) -> bool {
    text.starts_with(starts) && text.chars().all(continues)
}

fn starts(letter: char) -> bool {
    letter.is_alphabetic() || letter == '_'
}

fn continues(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.')
}
