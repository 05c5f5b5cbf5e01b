//! Operations, their parameters and their answers.
//!
//! In: the input files. Out: [`Operation`]s in the order of the description, with their examples.
//! Never: types anything: schemas are looked at when a value is there.

use serde_json::Value;

use crate::documents::{Documents, Node, beside};
use crate::request::is_json;
use crate::schema::Schema;
use crate::sent_anyway;

/// The methods of HTTP that an item of `paths` may have.
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation<'d> {
    /// `operationId`.
    pub id: &'d str,
    /// In upper case.
    pub method: String,
    /// The template, with the query that a path of `x-ms-paths` may have.
    pub path: &'d str,
    /// The file that it stands in.
    pub document: Node<'d>,
    /// Where it stands.
    pub node: Node<'d>,
    /// Those of the path and its own.
    pub parameters: Vec<Parameter<'d>>,
    /// Its examples: name and file.
    pub examples: Vec<(&'d str, String)>,
    /// What the client needs for other operations.
    pub of_the_client: Vec<Parameter<'d>>,
    /// Headers and pairs of the query that are API keys: examples have them among the arguments, though they are credentials.
    pub keys: Vec<&'d str>,
}

/// Where the value of a parameter goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Within {
    /// Into the host.
    Host,
    /// Into the path.
    Path,
    /// Into the query.
    Query,
    /// Into a header.
    Header,
    /// Into a field of a form.
    Form,
    /// It is the body.
    Body,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter<'d> {
    /// On the wire.
    pub name: &'d str,
    /// Where its value goes.
    pub within: Within,
    /// Where it is described, which is also its schema.
    pub node: Node<'d>,
    /// Whether it is among the parameters of a whole document, and referred to.
    pub is_global: bool,
}

/// How often an operation is asked for pages, and where a page has what.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Paging<'d> {
    /// Where a page has the link to the next one; nothing when there is one page.
    pub next_link: Option<&'d str>,
    /// Where a page has its items.
    pub items: &'d str,
}

impl<'d> Parameter<'d> {
    fn read(start: &Node<'d>, within: Option<Within>) -> Option<Self> {
        let node = start.resolved();
        let within = within.or_else(|| {
            Some(match node.text("in")? {
                "path" => Within::Path,
                "query" => Within::Query,
                "header" => Within::Header,
                "formData" => Within::Form,
                "body" => Within::Body,
                _ => return None,
            })
        })?;
        Some(Self {
            name: node.text("name")?,
            within,
            is_global: node != *start,
            node,
        })
    }

    /// Whether the client keeps its value for all operations: it says so, or it is described globally and does not say otherwise
    /// (AutoRest's rule).
    pub fn is_of_the_client(&self) -> bool {
        match self.node.text("x-ms-parameter-location") {
            None => self.is_global || self.within == Within::Host,
            Some(location) => location == "client" || self.within == Within::Host,
        }
    }

    /// Whether it must be there: said so, or in the path.
    pub fn is_required(&self) -> bool {
        self.node.is("required") || self.within == Within::Host
    }

    /// The schema of its value.
    pub fn schema(&self) -> Node<'d> {
        match self.within {
            Within::Body => self.node.get("schema").unwrap_or_else(|| self.node.clone()),
            _ => self.node.clone(),
        }
    }

    /// The one value that it has, where there is but one and it must be sent.
    pub fn constant(&self) -> Option<&'d Value> {
        // Of an extensible list the only value is but the first.
        let is_closed = !Schema::at(&self.node).is_extensible();
        let is_sent = self.node.is("required") && self.within != Within::Body;
        match self.node.value.get("enum")?.as_array()?.as_slice() {
            [only] if is_sent && is_closed => Some(only),
            _ => None,
        }
    }

    /// Whether every client sends it by itself.
    pub fn is_of_the_pipeline(&self) -> bool {
        self.within == Within::Header && sent_anyway::is_header(self.name)
    }

    /// Whether it is the api-version that the client sends with every request.
    pub fn is_api_version(&self) -> bool {
        let said = self
            .node
            .value
            .get("x-ms-api-version")
            .and_then(Value::as_bool);
        said.unwrap_or(self.name == "api-version")
    }
}

impl<'d> Operation<'d> {
    /// All operations of the input files.
    pub fn all(documents: &'d Documents) -> Vec<Self> {
        let files = documents
            .inputs
            .iter()
            .filter_map(|input| documents.file(input));
        let mut all: Vec<Self> = files.flat_map(|file| of_file(&file)).collect();
        let needed = of_the_client(&all);
        for operation in &mut all {
            let own = &operation.parameters;
            let is_own = |name: &str| own.iter().any(|own| own.name == name && own.is_required());
            let others = needed.iter().filter(|parameter| !is_own(parameter.name));
            operation.of_the_client = others.cloned().collect();
        }
        all
    }

    /// The description of an answer; that of `default` where the status has none of its own.
    pub fn response(&self, status: &str) -> Option<Node<'d>> {
        let all = self.node.get("responses")?;
        let own = all.get(status).or_else(|| all.get("default"))?;
        Some(own.resolved())
    }

    /// Whether the status has a description of its own.
    pub fn declares(&self, status: &str) -> bool {
        self.node
            .get("responses")
            .is_some_and(|all| all.get(status).is_some())
    }

    /// The status that a key of an example's answers stands for: for `default` an error that has no description of its own, or a
    /// success where there is no other answer.
    pub fn status(&self, key: &str) -> Option<u16> {
        if key != "default" {
            return key.parse().ok();
        }
        let responses = self.node.get("responses");
        if responses.is_some_and(|all| all.members().len() == 1) {
            return Some(200);
        }
        let mut errors = [500, 400, 404, 409, 418].into_iter();
        errors.find(|status: &u16| !self.declares(&status.to_string()))
    }

    /// The first status of success that it declares.
    pub fn usual_status(&self) -> u16 {
        let all = self
            .node
            .get("responses")
            .map(|all| all.members())
            .unwrap_or_default();
        let statuses = all.iter().filter_map(|(status, _)| status.parse().ok());
        let mut success: Vec<u16> = statuses
            .filter(|status| (200..300).contains(status))
            .collect();
        success.sort_unstable();
        success.first().copied().unwrap_or(200)
    }

    /// The media types of its bodies; JSON when none is said.
    pub fn consumes(&self) -> Vec<&'d str> {
        self.media_types("consumes")
    }

    /// Whether a body can be of several media types that are no spellings of one.
    pub fn lets_choose_media_type(&self) -> bool {
        let consumes = self.consumes();
        self.body().is_some() && consumes.len() > 1 && !consumes.iter().all(|name| is_json(name))
    }

    /// The media types of its answers; JSON when none is said.
    pub fn produces(&self) -> Vec<&'d str> {
        self.media_types("produces")
    }

    fn media_types(&self, key: &str) -> Vec<&'d str> {
        let own = self.node.texts(key).or_else(|| self.document.texts(key));
        own.filter(|own| !own.is_empty())
            .unwrap_or_else(|| vec!["application/json"])
    }

    /// Whether it goes on after its answer.
    pub fn is_long_running(&self) -> bool {
        self.node.is("x-ms-long-running-operation")
    }

    /// Its pages, when it is a list: one whose pages do not have the items that it names is none.
    pub fn paging(&self) -> Option<Paging<'d>> {
        let paging = self.node.get("x-ms-pageable")?;
        paging.value.as_object()?;
        let page = self
            .response(&self.usual_status().to_string())?
            .get("schema")?;
        let items = paging.text("itemName").unwrap_or("value");
        Schema::at(&page).properties().get(items)?;
        Some(Paging {
            next_link: match paging.value.get("nextLinkName") {
                None => Some("nextLink"),
                Some(name) => name.as_str().filter(|name| !name.is_empty()),
            },
            items,
        })
    }

    /// The parameter that is the body.
    pub fn body(&self) -> Option<&Parameter<'d>> {
        self.parameters
            .iter()
            .find(|parameter| parameter.within == Within::Body)
    }
}

/// What the client has to be made with, each once.
fn of_the_client<'d>(operations: &[Operation<'d>]) -> Vec<Parameter<'d>> {
    let mut needed: Vec<Parameter<'d>> = Vec::new();
    for parameter in operations
        .iter()
        .flat_map(|operation| &operation.parameters)
    {
        let sent_anyway = parameter.is_api_version()
            || parameter.constant().is_some()
            || parameter.is_of_the_pipeline();
        let is_needed = parameter.is_of_the_client() && parameter.is_required() && !sent_anyway;
        if is_needed && !needed.iter().any(|known| known.name == parameter.name) {
            needed.push(parameter.clone());
        }
    }
    needed
}

fn of_file<'d>(file: &Node<'d>) -> Vec<Operation<'d>> {
    let host = file
        .get("x-ms-parameterized-host")
        .and_then(|host| host.get("parameters"));
    let host: Vec<Parameter<'d>> = host
        .map(|all| all.items())
        .unwrap_or_default()
        .iter()
        .filter_map(|node| Parameter::read(node, Some(Within::Host)))
        .collect();
    let mut found = Vec::new();
    for section in ["paths", "x-ms-paths"] {
        let Some(paths) = file.get(section) else {
            continue;
        };
        for (path, item) in paths.members() {
            let shared = parameters(&item);
            for (method, node) in item.members() {
                let Some(id) = node
                    .text("operationId")
                    .filter(|_| METHODS.contains(&method))
                else {
                    continue;
                };
                found.push(Operation {
                    id,
                    method: method.to_ascii_uppercase(),
                    path,
                    document: file.clone(),
                    parameters: merged(&host, &shared, &parameters(&node)),
                    examples: examples(&node),
                    of_the_client: Vec::new(),
                    keys: keys(file),
                    node,
                });
            }
        }
    }
    found
}

/// The API keys that a file declares.
fn keys<'d>(file: &Node<'d>) -> Vec<&'d str> {
    let schemes = file.get("securityDefinitions").map(|all| all.members());
    let schemes = schemes.unwrap_or_default().into_iter();
    let keys = schemes.filter(|(_, scheme)| scheme.text("type") == Some("apiKey"));
    keys.filter_map(|(_, scheme)| scheme.text("name")).collect()
}

fn parameters<'d>(node: &Node<'d>) -> Vec<Parameter<'d>> {
    let list = node
        .get("parameters")
        .map(|list| list.items())
        .unwrap_or_default();
    list.iter()
        .filter_map(|one| Parameter::read(one, None))
        .collect()
}

/// One of the operation takes the place of one of its path with the same name and place.
fn merged<'d>(
    host: &[Parameter<'d>],
    shared: &[Parameter<'d>],
    own: &[Parameter<'d>],
) -> Vec<Parameter<'d>> {
    let mut merged: Vec<Parameter<'d>> = Vec::new();
    for parameter in own.iter().chain(shared).chain(host) {
        let same = |known: &Parameter<'_>| {
            known.name == parameter.name && known.within == parameter.within
        };
        if !merged.iter().any(same) {
            merged.push(parameter.clone());
        }
    }
    merged
}

fn examples<'d>(node: &Node<'d>) -> Vec<(&'d str, String)> {
    let named = node
        .get("x-ms-examples")
        .map(|all| all.members())
        .unwrap_or_default();
    named
        .into_iter()
        .filter_map(|(name, node)| Some((name, beside(node.file, node.text("$ref")?))))
        .collect()
}
