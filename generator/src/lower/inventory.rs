//! Lists the operations that the inputs of one api-version describe.
//!
//! In: the documents among the inputs, in order.
//! Out: one [`Described`] for each operation, with an operationId, and no operation twice.
//! Never: reads parameters, bodies or answers.

use std::collections::BTreeMap;

use openapiv3::{PathItem, ReferenceOr};

use crate::diagnostic::Diagnostics;
use crate::load::Document;
use crate::location::Place;
use crate::model::HttpMethod;
use crate::name::Name;

/// An operation as a description has it.
#[derive(Clone, Debug)]
pub(super) struct Described<'a> {
    /// The document that describes it.
    pub document: &'a Document,
    /// Its path, with a query when it is from `x-ms-paths`.
    pub path: &'a str,
    /// What all operations of the path share.
    pub item: &'a PathItem,
    /// Where that is.
    pub item_place: Place,
    /// Its method.
    pub method: HttpMethod,
    /// The operation itself.
    pub operation: &'a openapiv3::Operation,
    /// Where it is.
    pub place: Place,
    /// Its operationId, made up when it has none.
    pub id: String,
}

impl Described<'_> {
    /// Its method as it goes over the wire.
    pub fn verb(&self) -> &'static str {
        match self.method {
            HttpMethod::Delete => "DELETE",
            HttpMethod::Get => "GET",
            HttpMethod::Head => "HEAD",
            HttpMethod::Patch => "PATCH",
            HttpMethod::Post => "POST",
            HttpMethod::Put => "PUT",
        }
    }
}

/// All operations of the documents, in their order.
pub(super) fn operations<'a>(
    documents: &[&'a Document],
    diagnostics: &mut Diagnostics,
) -> Vec<Described<'a>> {
    let mut all = Vec::new();
    for document in documents {
        let place = Place::document(&document.path).key("paths");
        for (path, item) in document.api.paths.iter() {
            let item_place = place.key(path);
            match item {
                ReferenceOr::Item(item) => {
                    of_path(document, path, item, &item_place, &mut all, diagnostics)
                }
                ReferenceOr::Reference { .. } => {
                    diagnostics.operation_not_supported(
                        &item_place,
                        path,
                        "is a reference to another path",
                    );
                }
            }
        }
    }
    without_repeats(all, diagnostics)
}

fn of_path<'a>(
    document: &'a Document,
    path: &'a str,
    item: &'a PathItem,
    item_place: &Place,
    all: &mut Vec<Described<'a>>,
    diagnostics: &mut Diagnostics,
) {
    for (method, operation) in item.iter() {
        let place = item_place.key(method);
        let described = operation
            .operation_id
            .as_deref()
            .map(str::trim)
            .filter(|id| !id.is_empty());
        let id = described.map_or_else(|| made_of(method, path), str::to_owned);
        let Some(http_method) = http_method(method) else {
            diagnostics.operation_not_supported(
                &place,
                &id,
                "has an HTTP method that is not supported",
            );
            continue;
        };
        if described.is_none() {
            diagnostics.no_operation_id(&place, &id);
        }
        all.push(Described {
            document,
            path,
            item,
            item_place: item_place.clone(),
            method: http_method,
            operation,
            place,
            id,
        });
    }
}

fn http_method(name: &str) -> Option<HttpMethod> {
    Some(match name {
        "delete" => HttpMethod::Delete,
        "get" => HttpMethod::Get,
        "head" => HttpMethod::Head,
        "patch" => HttpMethod::Patch,
        "post" => HttpMethod::Post,
        "put" => HttpMethod::Put,
        _ => return None,
    })
}

/// `GetPetsByPetId` for `get /pets/{petId}`.
fn made_of(method: &str, path: &str) -> String {
    let steps = path
        .split(['/', '?'])
        .filter(|step| !step.is_empty())
        .map(|step| {
            let parameter = step
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            match parameter {
                Some(name) => format!("By{}", Name::from_wire(name).pascal()),
                None => Name::from_wire(step).pascal(),
            }
        });
    [Name::from_wire(method).pascal()]
        .into_iter()
        .chain(steps)
        .collect()
}

/// An operation may stand in several files of one client: `Operations_List` often does. The first counts.
fn without_repeats<'a>(
    all: Vec<Described<'a>>,
    diagnostics: &mut Diagnostics,
) -> Vec<Described<'a>> {
    let mut first: BTreeMap<(String, String, &'static str), Place> = BTreeMap::new();
    let mut kept = Vec::new();
    for described in all {
        let key = (
            described.id.clone(),
            described.path.to_owned(),
            described.verb(),
        );
        if let Some(earlier) = first.get(&key) {
            diagnostics.operation_twice(&described.place, earlier, &described.id);
            continue;
        }
        first.insert(key, described.place.clone());
        kept.push(described);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::made_of;

    #[test]
    fn an_operation_without_a_name_gets_one_of_its_path() {
        assert_eq!(made_of("get", "/pets/{petId}/toys"), "GetPetsByPetIdToys");
        assert_eq!(made_of("post", "/?comp=batch"), "PostCompBatch");
    }
}
