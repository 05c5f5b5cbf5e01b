//! Operations: one request, what comes back, and how the caller gets it.

use crate::location::Place;
use crate::model::{Doc, Example, GroupId, Polled, Type, TypeId};
use crate::name::Name;

/// One operation: a method of a client.
#[derive(Clone, Debug)]
pub struct Operation {
    /// operationId as described: `Certificate_RefreshSecret`.
    pub id: String,
    /// Method name: the operationId without its group (`RefreshSecret`), distinct within its client.
    pub name: Name,
    /// Its group; `None` when it is a method of the root client.
    pub group: Option<GroupId>,
    /// The description's first tag, else the stem of its file: the file its code goes to when the client has many operations.
    pub section: Name,
    /// What it does.
    pub doc: Doc,
    /// HTTP method.
    pub method: HttpMethod,
    /// The URL that its requests go to, where that is fixed and not the client's endpoint: its document names a host of its own.
    pub host: Option<String>,
    /// Path as described: `/certificates/{certificate-name}`, with a query when it is from `x-ms-paths`.
    pub path: Vec<PathPiece>,
    /// Path, query and header parameters in the order of the description, `api-version` included; then the fields of the form.
    pub parameters: Vec<Parameter>,
    /// The request's body, when it is no form.
    pub body: Option<Body>,
    /// The request's body is a form.
    pub form: Option<Form>,
    /// The answers that are no errors.
    pub success: Success,
    /// How the caller gets the answer.
    pub outcome: Outcome,
    /// The error model of `default`.
    pub error: Option<TypeId>,
    /// From `x-ms-examples`, in order.
    pub examples: Vec<Example>,
    /// Where it is described.
    pub place: Place,
}

impl Operation {
    /// What the caller has in the end: for an operation that is polled by another one, what that says; else the body of its own answer.
    pub fn result(&self) -> &Payload {
        match &self.outcome {
            Outcome::LongRunning(LongRunning::Polled(polled)) => &polled.output,
            Outcome::LongRunning(LongRunning::ResourceManager { .. })
            | Outcome::Done
            | Outcome::Paged(_) => &self.success.payload,
        }
    }

    /// Whether it has two methods: it is long-running and its result is a list, so that one begins it, and one lists the result.
    pub fn is_begun_or_listed(&self) -> bool {
        matches!(self.outcome, Outcome::LongRunning(_)) && self.outcome.paging().is_some()
    }
}

/// HTTP methods that descriptions use.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[allow(missing_docs, reason = "the variants are the methods themselves")]
pub enum HttpMethod {
    Delete,
    Get,
    Head,
    Patch,
    Post,
    Put,
}

/// A piece of a path template.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PathPiece {
    /// Text that is sent as it stands.
    Text(String),
    /// The value of the path parameter with this wire name.
    Parameter(String),
}

/// How the fields of a form are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// All in one line: `application/x-www-form-urlencoded`.
    UrlEncoded,
    /// A part each: `multipart/form-data`.
    Multipart,
}

/// A path, query or header parameter, or a field of a form.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Wire name and argument name, distinct within the operation.
    pub name: Name,
    /// Where it goes.
    pub location: ParameterLocation,
    /// Where its value comes from.
    pub source: ParameterSource,
    /// Its type.
    pub ty: Type,
    /// What it is.
    pub doc: Doc,
    /// Default, constraints: short sentences for the docs: `1 to 25`, `matches ^[a-z]+$`.
    pub notes: Vec<String>,
    /// Where it is described.
    pub place: Place,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ParameterLocation {
    /// Path, percent-encoded; empty, `.` and `..` are refused.
    Path,
    /// Path, as it is (`x-ms-skip-url-encoding`): `scope`, `resourceUri`.
    PathVerbatim,
    /// Query. A list is joined, or repeated.
    Query(Collection),
    /// Query, as it is (`x-ms-skip-url-encoding`): it may hold several pairs.
    QueryVerbatim,
    /// Header. A list is joined.
    Header(Collection),
    /// Form, as text or as a file. A list is joined, or repeated.
    Form(Collection),
    /// Form, as JSON.
    FormJson,
}

/// How a list stands in a query, a header or a form (`collectionFormat`). Scalars are `Comma`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Collection {
    /// `csv`.
    Comma,
    /// `ssv`.
    Space,
    /// `tsv`.
    Tab,
    /// `pipes`.
    Pipe,
    /// `multi`: the parameter is repeated.
    Repeated,
}

/// Where the value of a parameter comes from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ParameterSource {
    /// An argument of the method, always given.
    Argument,
    /// A field of the method's options.
    Option,
    /// A parameter of the client with this wire name ([`ClientParameter`](crate::model::ClientParameter)).
    Client(String),
    /// The client's api-version.
    ClientApiVersion,
    /// One value, always sent: a required enum of one value, or an api-version other than the client's.
    Constant(String),
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Parameter name.
    pub name: Name,
    /// Required: an argument. Optional: a field of the options.
    pub required: bool,
    /// Type of the content.
    pub ty: Type,
    /// `content-type` that is sent.
    pub media_type: MediaType,
    /// Other media types that the caller may send instead, as declared.
    pub alternatives: Vec<String>,
    /// What it is.
    pub doc: Doc,
}

/// A media type and how its content is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum MediaType {
    /// JSON under this name: `application/json`, `application/merge-patch+json`.
    Json(String),
    /// XML under this name: `application/xml`.
    Xml(String),
    /// Bytes or text as they are under this name.
    Raw(String),
}

impl MediaType {
    /// The name that goes over the wire.
    pub fn name(&self) -> &str {
        match self {
            Self::Json(name) | Self::Xml(name) | Self::Raw(name) => name,
        }
    }
}

/// The answers of an operation that are no errors.
#[derive(Clone, Debug)]
pub struct Success {
    /// Declared status codes, ascending. Any other status is an error.
    pub codes: Vec<u16>,
    /// What their bodies are.
    pub payload: Payload,
    /// Declared response headers.
    pub headers: Option<HeaderSetId>,
    /// `accept` that is sent.
    pub accept: String,
}

/// What the body of an answer is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Payload {
    /// No body in any answer.
    Nothing,
    /// JSON of this type (answers of some codes may have no body).
    Json(Type),
    /// XML of this type.
    Xml(Type),
    /// Text.
    Text,
    /// Bytes of any length: read while they come.
    Stream,
    /// Bytes as they are, read whole: what has a form that models are not read from.
    Raw,
}

impl Payload {
    /// The type of the body, however it is written.
    pub fn ty(&self) -> Option<&Type> {
        match self {
            Self::Json(ty) | Self::Xml(ty) => Some(ty),
            Self::Nothing | Self::Text | Self::Stream | Self::Raw => None,
        }
    }
}

/// Index of a [`HeaderSet`] in [`ApiVersion::headers`](crate::model::ApiVersion::headers).
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct HeaderSetId(pub usize);

/// The typed headers of one kind of answer.
#[derive(Clone, Debug)]
pub struct HeaderSet {
    /// Trait name: `CertificateContractHeaders`.
    pub name: Name,
    /// The answers that have them.
    pub subject: HeaderSubject,
    /// In alphabetical order of their wire names.
    pub headers: Vec<Header>,
}

/// Which answers a set of headers belongs to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum HeaderSubject {
    /// Answers with a body of this type.
    Body(Type),
    /// Answers with text.
    Text,
    /// Answers of one operation without a body; the marker type of that name stands for it: `CertificateClientGetEntityTagResult`.
    Marker(Name),
    /// Answers of one operation that are read while they come; the marker type of that name stands for them.
    Stream(Name),
}

/// A response header.
#[derive(Clone, Debug)]
pub struct Header {
    /// Wire name in lower case, and the name of the getter.
    pub name: Name,
    /// `Scalar` or an enumeration.
    pub ty: Type,
    /// What it is.
    pub doc: Doc,
}

/// How the caller gets the answer.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// One request, one answer.
    Done,
    /// A list in pages.
    Paged(Paging),
    /// An operation that goes on after the first answer.
    LongRunning(LongRunning),
}

impl Outcome {
    /// The list that comes back, at once or as the result of a long-running operation.
    pub fn paging(&self) -> Option<&Paging> {
        match self {
            Self::Paged(paging) => Some(paging),
            Self::LongRunning(LongRunning::ResourceManager { pages, .. }) => pages.as_ref(),
            Self::LongRunning(LongRunning::Polled(_)) | Self::Done => None,
        }
    }
}

/// How a list is read page by page.
#[derive(Clone, Debug)]
pub struct Paging {
    /// The page's model.
    pub page: TypeId,
    /// Type of one item.
    pub item: Type,
    /// Where the next page's URL is.
    pub next_link: NextLink,
    /// What a link that is only the end of a URL stands behind; `None`: the page that it is on.
    pub link_base: Option<LinkBase>,
}

/// The part of another operation (`x-ms-pageable.operationName`) before the placeholder for the link.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LinkBase {
    /// The path up to the link.
    pub path: Vec<PathPiece>,
    /// Wire names of the query's parameters that further pages have as the first one has them.
    pub query: Vec<String>,
}

/// Where a page names the next one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NextLink {
    /// In this field: wire names from the page inwards, mostly one (`nextLink`).
    Field(Vec<String>),
    /// Nowhere: there is one page (`nextLinkName: null`).
    SinglePage,
}

/// How an operation that goes on after the first answer is polled.
#[derive(Clone, Debug)]
pub enum LongRunning {
    /// As Azure Resource Manager says.
    ResourceManager {
        /// Where the final result is.
        final_state: FinalState,
        /// How the list goes on whose first page is the result.
        pages: Option<Paging>,
    },
    /// By another operation of the same client (`x-armature-polling`).
    Polled(Box<Polled>),
}

/// `x-ms-long-running-operation-options.final-state-via`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FinalState {
    /// Not declared: the rule of the ARM guidelines by method.
    Default,
    /// `azure-async-operation`: the status monitor's own body.
    AzureAsyncOperation,
    /// `location`: GET of `Location`.
    Location,
    /// `original-uri`: GET of the first request's URL.
    OriginalUri,
    /// `operation-location`, and the result is described as the status monitor itself.
    OperationLocation,
    /// `operation-location`, and the result is described as something else: it is in the status monitor's `result`.
    OperationResult,
}
