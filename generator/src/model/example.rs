//! Examples (`x-ms-examples`): a call, the request it must make, the answers it may get.

/// One example of an operation: becomes a test for each of its answers.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its name in the description: `ApiManagementRefreshCertificate`.
    pub name: String,
    /// Its file, relative to the source root.
    pub file: String,
    /// Values for the root client's constructor, in its order: host parameters, then required client parameters.
    pub constructor: Vec<Argument>,
    /// Values for the method's arguments, in the order of the signature, without the body.
    pub arguments: Vec<Argument>,
    /// Values for fields of the method's options.
    pub options: Vec<Argument>,
    /// The body.
    pub body: Option<ExampleBody>,
    /// What must go over the wire.
    pub request: ExpectedRequest,
    /// In the order of the example.
    pub responses: Vec<ExampleResponse>,
}

/// A value for the parameter with this wire name.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// Wire name.
    pub wire: String,
    /// The value.
    pub value: Literal,
}

/// A value of an example.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// Text. Also date-times (RFC 3339), enumeration values and base64, as they stand on the wire; the parameter's type says which.
    Text(String),
    /// `true`, `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number, as written.
    Number(String),
    /// A list.
    List(Vec<Literal>),
}

/// A body of an example.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ExampleBody {
    /// JSON text, two spaces indented, keys in the order of the example.
    Json(String),
    /// XML of the model that this JSON is read into.
    Xml(String),
    /// Text as it is.
    Raw(String),
    /// The fields of a form: names and texts, of files their content. Only requests have it.
    Form(Vec<(String, String)>),
}

/// The request that an example must make.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedRequest {
    /// Path with percent-encoded values, from the first `/` on (base path of the endpoint included).
    pub path: String,
    /// Decoded pairs, sorted.
    pub query: Vec<(String, String)>,
    /// Headers that the description's parameters and bodies ask for, names in lower case, sorted; `accept` and `content-type` included.
    pub headers: Vec<(String, String)>,
    /// The body without read-only fields.
    pub body: Option<ExampleBody>,
}

/// An answer of an example.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleResponse {
    /// HTTP status.
    pub status: u16,
    /// Names in lower case, in the order of the example.
    pub headers: Vec<(String, String)>,
    /// The body as the service sends it.
    pub body: Option<ExampleBody>,
    /// The body as the model writes it: without fields that the description lacks and without nulls. `None` when the answer has no body or no model.
    pub understood: Option<String>,
    /// What a poller meets after this first answer of an operation that another operation says the state of.
    pub polling: Option<ExamplePolling>,
}

/// The rest of a long-running operation, made up of examples.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamplePolling {
    /// What is asked after the first answer, with the answers.
    pub questions: Vec<ExampleQuestion>,
    /// What awaiting the poller gives.
    pub end: ExampleEnd,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleQuestion {
    /// The GET.
    pub request: ExpectedRequest,
    /// HTTP status of the answer.
    pub status: u16,
    /// Its body.
    pub body: Option<ExampleBody>,
}

/// How a long-running operation of an example ends.
#[derive(Clone, Debug, PartialEq)]
pub enum ExampleEnd {
    /// With a result, as its model writes it; `None` when there is nothing to read.
    Result(Option<String>),
    /// With an error: it failed, or it waits for the caller.
    Error,
}
