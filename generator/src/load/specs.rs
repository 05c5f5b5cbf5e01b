//! The result of loading: documents and examples, and how references are followed.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use openapiv3::{Header, OpenAPI, Parameter, ReferenceOr, RequestBody, Response, Schema};

use super::locate::Texts;
use crate::location::Place;

/// All documents that the inputs reach, by path, inputs first.
#[derive(Clone, Debug, Default)]
pub struct SpecSet {
    /// Path relative to the source root → document.
    pub documents: IndexMap<Arc<str>, Document>,
    /// Path relative to the source root → example file (`x-ms-examples`), parsed.
    pub examples: IndexMap<String, serde_json::Value>,
    /// Every extension met in a description (`x-ms-pageable`), and where. Data is not searched: examples, defaults, the extensions themselves.
    pub extensions: BTreeMap<String, Vec<Place>>,
    /// The texts of all files, for messages.
    pub(super) texts: Texts,
}

/// One file.
#[derive(Clone, Debug)]
pub struct Document {
    /// Path relative to the source root.
    pub path: Arc<str>,
    /// The description as OpenAPI 3.0, with what overlays have changed. Every `$ref` string is canonical, also when it points into the same
    /// file: `path/of/file.json#/components/schemas/Name`. A reference with siblings has become `allOf: [reference]` plus the siblings.
    ///
    /// Of a Swagger 2.0 file, what OpenAPI 3.0 has no words for stays in extensions:
    /// - `x-ms-paths` stand among the paths, whose keys may then have a query string;
    /// - the name of a body parameter is `x-ms-requestBody-name` of the `requestBody`, beside the parameter's own extensions;
    /// - how a list is joined, when `style` and `explode` cannot say it, is `x-ms-collection-format`: `tsv`; `ssv` and `pipes` outside of
    ///   queries; anything on the elements of a list of lists;
    /// - `x-ms-parameterized-host` is as written (its parameters are Swagger parameters), with canonical references;
    /// - `x-ms-examples` names files relative to the source root, as [`SpecSet::examples`] does.
    pub api: OpenAPI,
}

/// What a reference leads to.
#[derive(Clone, Debug)]
pub struct Found<'a, T> {
    /// Where it is described.
    pub place: Place,
    /// It; may be a reference again.
    pub value: &'a ReferenceOr<T>,
}

impl SpecSet {
    /// The schema that a canonical reference names; `None` when it dangles.
    pub fn schema(&self, reference: &str) -> Option<Found<'_, Schema>> {
        self.component(reference, "schemas", |c| &c.schemas)
    }

    /// The parameter that a canonical reference names.
    pub fn parameter(&self, reference: &str) -> Option<Found<'_, Parameter>> {
        self.component(reference, "parameters", |c| &c.parameters)
    }

    /// The response that a canonical reference names.
    pub fn response(&self, reference: &str) -> Option<Found<'_, Response>> {
        self.component(reference, "responses", |c| &c.responses)
    }

    /// The request body that a canonical reference names.
    pub fn request_body(&self, reference: &str) -> Option<Found<'_, RequestBody>> {
        self.component(reference, "requestBodies", |c| &c.request_bodies)
    }

    /// The header that a canonical reference names.
    pub fn header(&self, reference: &str) -> Option<Found<'_, Header>> {
        self.component(reference, "headers", |c| &c.headers)
    }

    fn component<'a, T>(
        &'a self,
        reference: &str,
        kind: &str,
        of: impl Fn(&'a openapiv3::Components) -> &'a IndexMap<String, ReferenceOr<T>>,
    ) -> Option<Found<'a, T>> {
        let (path, pointer) = reference.split_once('#')?;
        let name = pointer
            .strip_prefix("/components/")?
            .strip_prefix(kind)?
            .strip_prefix('/')?;
        let name = name.replace("~1", "/").replace("~0", "~");
        let document = self.documents.get(path)?;
        let value = of(document.api.components.as_ref()?).get(&name)?;
        Some(Found {
            place: Place::new(path, pointer),
            value,
        })
    }
}
