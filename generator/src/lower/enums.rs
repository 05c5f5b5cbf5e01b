//! Enumerations of strings and of whole numbers.
//!
//! In: a schema whose `enum` lists strings or whole numbers, with or without `x-ms-enum`.
//! Out: an [`Enumeration`] in the table; equal ones of one `x-ms-enum` name are one.
//! Never: closes an enumeration for good: that depends on who uses it.

use std::collections::{BTreeMap, BTreeSet};

use crate::azure::schema::{EnumExtension, EnumValue, schema_extensions};
use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::lower::annotations;
use crate::lower::naming::{Claim, Origin};
use crate::lower::schema_view::{SchemaView, Values};
use crate::lower::site::{Role, Site};
use crate::lower::types::Types;
use crate::model::{Doc, Enumeration, Openness, Scalar, Type, TypeDefinition, Usage, Variant};
use crate::name::{Name, distinct};

/// The variant of extensible enumerations that keeps values the description lacks.
const UNKNOWN: &str = "UnknownValue";

impl<'a> Types<'a> {
    /// The enumeration that a schema describes. Its values are of the type `base`.
    pub(super) fn enumeration_of(
        &mut self,
        view: &SchemaView<'a>,
        base: Scalar,
        site: &Site,
        diagnostics: &mut Diagnostics,
    ) -> Type {
        let extension = schema_extensions(view.data).enumeration.unwrap_or_default();
        let openness = match extension.model_as_string {
            Some(false) => Openness::Closed,
            Some(true) | None => Openness::Extensible,
        };
        let claim = self.enumeration_claim(view, &extension, site);
        let values = values(view, base, &extension, site);
        let key = claim.shared_name().map(|name| {
            let mut wires: Vec<String> = values.iter().map(|value| value.wire.clone()).collect();
            wires.sort();
            (name, base, wires)
        });
        if let Some(id) = key.as_ref().and_then(|key| self.enumerations.get(key)) {
            let ty = Type::Named(*id);
            if let Some(TypeDefinition::Enumeration(known)) = self.definitions.get_mut(id.0)
                && openness == Openness::Extensible
            {
                known.openness = openness;
            }
            self.also_described_at(&ty, &site.place);
            return ty;
        }
        let variants = self.variants(&values, diagnostics);
        let enumeration = Enumeration {
            name: claim.name(),
            doc: annotations::doc_of(view.data),
            base,
            openness,
            variants,
            usage: Usage::default(),
            place: site.place.clone(),
        };
        let id = self.enter(claim, TypeDefinition::Enumeration(enumeration));
        self.enumerations.extend(key.map(|key| (key, id)));
        Type::Named(id)
    }

    /// By the manifest, else by `x-ms-enum`, else by the definition, else by where it stands.
    fn enumeration_claim(
        &self,
        view: &SchemaView<'a>,
        extension: &EnumExtension,
        site: &Site,
    ) -> Claim {
        let definition = match site.role {
            Role::Definition => site.words.first(),
            Role::Inline => None,
        };
        let chosen = definition.and_then(|_| self.renames.at(&site.place));
        match (&extension.name, definition) {
            (Some(name), _) => {
                let of_name = site.place.key("x-ms-enum").key("name");
                let chosen = chosen.or_else(|| self.renames.at(&of_name));
                Claim::named(Origin::Enumeration, called(name, chosen), &site.place)
            }
            (None, Some(definition)) => {
                // On a property the extension would name the property.
                let of_extension = schema_extensions(view.data).client_name;
                let preferred = chosen.or(of_extension.as_deref());
                Claim::named(
                    Origin::Definition,
                    called(definition, preferred),
                    &site.place,
                )
            }
            (None, None) => Claim::inline(site),
        }
    }

    fn variants(&self, values: &[Value], diagnostics: &mut Diagnostics) -> Vec<Variant> {
        let mut names = vec![Name::from_wire(UNKNOWN)];
        names.extend(values.iter().map(|value| {
            let chosen = self.renames.at(&value.place);
            called(&value.wire, chosen.or(value.name.as_deref()))
        }));
        let spellings: Vec<String> = names.iter().map(Name::pascal).collect();
        for (index, first) in distinct(&mut names, Name::pascal) {
            let (Some(value), Some(name), Some(spelling)) = (
                values.get(index - 1),
                names.get(index),
                spellings.get(index),
            ) else {
                continue;
            };
            let renamed = name.pascal();
            match first.checked_sub(1).and_then(|first| values.get(first)) {
                Some(first) => diagnostics.names_collide(
                    &value.place,
                    &first.place,
                    "enum values",
                    (&first.wire, &value.wire),
                    spelling,
                    &renamed,
                ),
                None => {
                    diagnostics.name_reserved(&value.place, "enum value", &value.wire, &renamed)
                }
            }
        }
        let names = names.into_iter().skip(1);
        let variants = names.zip(values).map(|(name, value)| Variant {
            name,
            doc: value.doc.clone(),
        });
        variants.collect()
    }
}

fn called(wire: &str, preferred: Option<&str>) -> Name {
    let name = Name::from_wire(wire);
    match preferred {
        Some(preferred) => name.preferring(preferred),
        None => name,
    }
}

/// A value of an enumeration.
struct Value {
    wire: String,
    name: Option<String>,
    doc: Doc,
    place: Place,
}

/// The values of `enum`, then those that only `x-ms-enum` knows; each once.
fn values(
    view: &SchemaView<'_>,
    base: Scalar,
    extension: &EnumExtension,
    site: &Site,
) -> Vec<Value> {
    let described: Vec<(usize, String)> = match &view.values {
        Values::Strings(values) => values
            .iter()
            .map(|(index, text)| (*index, (*text).to_owned()))
            .collect(),
        Values::Integers(values) => values
            .iter()
            .map(|(index, number)| (*index, number.to_string()))
            .collect(),
        Values::Free | Values::Others(_) => Vec::new(),
    };
    let details = extension.values.iter();
    let details: BTreeMap<&str, &EnumValue> = details
        .map(|detail| (detail.value.as_str(), detail))
        .collect();
    let of_enum = described.iter().map(|(index, wire)| {
        let detail = details.get(wire.as_str());
        Value {
            wire: wire.clone(),
            name: detail
                .and_then(|detail| detail.name.clone())
                .or_else(|| number_in_words(base, wire)),
            doc: doc(detail.and_then(|detail| detail.description.as_deref())),
            place: site.place.key("enum").index(*index),
        }
    });
    let of_extension = extension
        .values
        .iter()
        .enumerate()
        .map(|(index, detail)| Value {
            wire: detail.value.clone(),
            name: detail
                .name
                .clone()
                .or_else(|| number_in_words(base, &detail.value)),
            doc: doc(detail.description.as_deref()),
            place: site.place.key("x-ms-enum").key("values").index(index),
        });
    let mut known = BTreeSet::new();
    let values = of_enum.chain(of_extension);
    values
        .filter(|value| is_of(base, &value.wire) && known.insert(value.wire.clone()))
        .collect()
}

/// Whether the text is a value of that type, spelled as Rust spells it.
fn is_of(base: Scalar, wire: &str) -> bool {
    match base {
        Scalar::Int32 => wire
            .parse::<i32>()
            .is_ok_and(|number| number.to_string() == wire),
        Scalar::Int64 => wire
            .parse::<i64>()
            .is_ok_and(|number| number.to_string() == wire),
        _ => true,
    }
}

/// What a number is called that the description has no name for: `Value minus 1`.
fn number_in_words(base: Scalar, wire: &str) -> Option<String> {
    match (base, wire.strip_prefix('-')) {
        (Scalar::Int32 | Scalar::Int64, Some(digits)) => Some(format!("Value minus {digits}")),
        (Scalar::Int32 | Scalar::Int64, None) => Some(format!("Value {wire}")),
        _ => None,
    }
}

fn doc(description: Option<&str>) -> Doc {
    let description = description.map(str::trim).filter(|text| !text.is_empty());
    Doc {
        summary: None,
        description: description.map(str::to_owned),
    }
}
