//! A request from a path template and the values of its parameters.
//!
//! In: operation, method, template; then values one by one. Out: one exchange ([`RequestBuilder::send`], or
//! [`RequestBuilder::stream`] for an answer that is read while it comes), a pager ([`RequestBuilder::pages`]) or a poller ([`RequestBuilder::poll`], [`RequestBuilder::poll_with`]).
//! Never: sends a request of which a value was refused; the first fault is what the call returns.

mod fields;
pub(crate) mod template;

use std::borrow::Cow;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, Headers};
use azure_core::http::{
    AsyncRawResponse, Body, ClientMethodOptions, Method, RawResponse, Request, Url,
};
use azure_core::{Result, fmt::SafeDebug};
use futures::future::BoxFuture;

use crate::connection::Connection;
use crate::form::Form;
use crate::parameter::{Collection, ParameterList, ParameterValue};
use crate::send;
use template::{PathValue, encode_query, encode_query_verbatim, expand, place_in};

/// A request that is being put together. Made by [`Connection::request`].
///
/// Methods that take a value keep its text only: what depends on the value's type is short.
#[derive(SafeDebug)]
#[must_use = "a request does nothing until it is sent"]
pub struct RequestBuilder {
    connection: Connection,
    operation: &'static str,
    method: Method,
    template: &'static str,
    path: Vec<(&'static str, PathValue)>,
    query: String,
    headers: Headers,
    body: Option<Body>,
    form: Option<Form>,
    links: Option<Links>,
    fault: Option<Error>,
}

/// What links to further pages stand behind: a template, and names of the query's parameters that those pages have too.
type Links = (&'static str, &'static [&'static str]);

impl RequestBuilder {
    pub(crate) fn new(
        connection: Connection,
        operation: &'static str,
        method: Method,
        template: &'static str,
    ) -> Self {
        let mut headers = Headers::new();
        headers.insert(ACCEPT, "application/json");
        Self {
            connection,
            operation,
            method,
            template,
            path: Vec::new(),
            query: String::new(),
            headers,
            body: None,
            form: None,
            links: None,
            fault: None,
        }
    }

    /// Sends the request to another URL than the client's endpoint, with the same credential: the description says so.
    pub fn at(&mut self, endpoint: &'static str) {
        match self.connection.at(endpoint) {
            Ok(connection) => self.connection = connection,
            Err(error) => self.fail(&error.to_string()),
        }
    }

    /// Fills `{name}` of the template with one segment: everything but RFC 3986's unreserved characters is percent-encoded.
    ///
    /// An absent value, `""`, `.` and `..` are refused: each would call another resource.
    pub fn path(&mut self, name: &'static str, value: impl ParameterValue) {
        let text = self.text(name, value.to_text());
        self.fill(name, PathValue::segment(text.as_deref()));
    }

    /// As [`path`](Self::path), for a last segment that may be absent: then the path ends with a slash.
    pub fn path_optional(&mut self, name: &'static str, value: impl ParameterValue) {
        let text = self.text(name, value.to_text());
        self.fill(name, PathValue::optional_segment(text.as_deref()));
    }

    /// Fills `{name}` of the template with segments as they are (`x-ms-skip-url-encoding`: a scope, a resource ID).
    ///
    /// Slashes at both ends are dropped; `/` alone is the root scope and stands for no segment. An empty value and segments that mean `.` or `..`, encoded or not, are refused.
    pub fn path_verbatim(&mut self, name: &'static str, value: impl ParameterValue) {
        let text = self.text(name, value.to_text());
        self.fill(name, PathValue::verbatim(text.as_deref()));
    }

    /// Fills `{name}` of the template with one segment that holds a list. An empty list is refused.
    pub fn path_list(
        &mut self,
        name: &'static str,
        list: impl ParameterList,
        collection: Collection,
    ) {
        let joined = self.joined(name, list.to_texts(), collection);
        self.fill(name, PathValue::segment(joined.as_deref()));
    }

    /// Adds `name=value` to the query; an absent value is left out, an empty text is not.
    pub fn query(&mut self, name: &'static str, value: impl ParameterValue) {
        if let Some(text) = self.text(name, value.to_text()) {
            self.append_query(name, &text);
        }
    }

    /// Adds `name=value` to the query with the value as it is (`x-ms-skip-url-encoding`): it may hold further pairs. What a URL has no room for is
    /// percent-encoded all the same. An absent value is left out.
    pub fn query_verbatim(&mut self, name: &'static str, value: impl ParameterValue) {
        if let Some(text) = self.text(name, value.to_text()) {
            self.next_pair();
            encode_query_verbatim(&mut self.query, name, &text);
        }
    }

    /// Adds a list to the query: joined, or as one pair an item. An absent list is left out.
    pub fn query_list(
        &mut self,
        name: &'static str,
        list: impl ParameterList,
        collection: Collection,
    ) {
        if collection == Collection::Repeated {
            let items = self.items(name, list.to_texts());
            for item in items.into_iter().flatten() {
                self.append_query(name, &item);
            }
        } else if let Some(joined) = self.joined(name, list.to_texts(), collection) {
            self.append_query(name, &joined);
        }
    }

    /// Sets a header; an absent value is left out, an empty text is not. Values with line breaks and other controls are refused.
    pub fn header(&mut self, name: &'static str, value: impl ParameterValue) {
        if let Some(text) = self.text(name, value.to_text()) {
            self.set_header(name, text.into_owned());
        }
    }

    /// Sets a header to a joined list ([`Collection::Repeated`] means commas here, as RFC 9110, section 5.3, allows).
    pub fn header_list(
        &mut self,
        name: &'static str,
        list: impl ParameterList,
        collection: Collection,
    ) {
        if let Some(joined) = self.joined(name, list.to_texts(), collection) {
            self.set_header(name, joined);
        }
    }

    /// Media types that the caller takes, instead of `application/json`.
    pub fn accept(&mut self, media_types: &'static str) {
        self.headers.insert(ACCEPT, media_types);
    }

    /// The body, sent as `application/json`.
    pub fn json(&mut self, body: Body) {
        self.body("application/json", body);
    }

    /// The body, sent as `media_type` unless the header `content-type` was set before: bytes, or a stream, which is sent with
    /// its length where it knows that.
    pub fn body(&mut self, media_type: &'static str, body: Body) {
        if self.headers.get_optional_str(&CONTENT_TYPE).is_none() {
            self.headers.insert(CONTENT_TYPE, media_type);
        }
        self.body = Some(body);
    }

    /// Says what links of [`pages`](Self::pages) stand behind that are only the end of a URL: a template that ends with a
    /// slash, whose parameters this request has, and the names of its query's parameters that further pages have as well.
    /// Without it such links are relative to the page that they are on.
    pub fn links_behind(&mut self, template: &'static str, query: &'static [&'static str]) {
        self.links = Some((template, query));
    }

    /// Sends the request once (with the retries of the pipeline).
    ///
    /// # Errors
    ///
    /// A refused value, before anything is sent; any status outside `success`, as
    /// [`ErrorKind::HttpResponse`] with the response in it ([`service_error`](crate::service_error) reads it); what the
    /// pipeline gives.
    pub fn send<'a>(
        self,
        success: &'static [u16],
        options: &'a ClientMethodOptions<'_>,
    ) -> BoxFuture<'a, Result<RawResponse>> {
        Box::pin(async move {
            let call = self.build()?;
            let context = call.connection.traced(&options.context, call.operation);
            let mut request = call.request;
            send::send(&call.connection, &context, &mut request, success).await
        })
    }

    /// As [`send`](Self::send), but the body of the answer is left to the caller, who reads it piece by piece. An answer that
    /// breaks off is an error at its end; nothing is sent again then, for pieces have been handed out.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); the body of an error is read.
    pub fn stream<'a>(
        self,
        success: &'static [u16],
        options: &'a ClientMethodOptions<'_>,
    ) -> BoxFuture<'a, Result<AsyncRawResponse>> {
        Box::pin(async move {
            let call = self.build()?;
            let context = call.connection.traced(&options.context, call.operation);
            let mut request = call.request;
            send::stream(&call.connection, &context, &mut request, success).await
        })
    }

    /// The finished request, or the first fault.
    pub(crate) fn build(mut self) -> Result<Call> {
        if let Some((media_type, body)) = self.form.take().and_then(Form::finish) {
            self.headers.insert(CONTENT_TYPE, media_type);
            self.body = Some(body);
        }
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let links = self.link_base()?;
        let expanded =
            expand(self.template, &self.path).map_err(|why| fault(self.operation, &why))?;
        let endpoint = self.connection.endpoint();
        let url = place_in(endpoint, &expanded, &self.query)
            .map_err(|why| fault(self.operation, &why))?;
        let mut request = Request::new(url, self.method);
        *request.headers_mut() = self.headers;
        if let Some(body) = self.body {
            // By itself the transport sends a stream in chunks, which not every service takes.
            if let (Body::SeekableStream(_), Some(length)) = (&body, body.len()) {
                request.insert_header(CONTENT_LENGTH, length.to_string());
            }
            request.set_body(body);
        } else {
            request.headers_mut().remove(CONTENT_TYPE);
        }
        Ok(Call {
            connection: self.connection,
            operation: self.operation,
            request,
            links,
        })
    }

    /// What links stand behind, with the pairs of this request's query that further pages have.
    fn link_base(&self) -> Result<Option<Url>> {
        let Some((template, names)) = self.links else {
            return Ok(None);
        };
        let starts = names.iter().map(|name| {
            let mut start = String::new();
            encode_query(&mut start, name, "");
            start
        });
        let starts: Vec<String> = starts.collect();
        let is_kept = |pair: &&str| starts.iter().any(|start| pair.starts_with(start.as_str()));
        let pairs: Vec<&str> = self.query.split('&').filter(is_kept).collect();
        let base = expand(template, &self.path)
            .and_then(|path| place_in(self.connection.endpoint(), &path, &pairs.join("&")));
        base.map(Some).map_err(|why| fault(self.operation, &why))
    }

    /// The URL of another operation, with the path values and the `api-version` of this request.
    pub(crate) fn url_of(&self, template: &str) -> Result<Url> {
        let is_version = |pair: &&str| {
            let name = pair.split('=').next().unwrap_or_default();
            name.eq_ignore_ascii_case("api-version")
        };
        let api_version = self.query.split('&').find(is_version).unwrap_or_default();
        expand(template, &self.path)
            .and_then(|path| place_in(self.connection.endpoint(), &path, api_version))
            .map_err(|why| fault(self.operation, &why))
    }

    fn fill(&mut self, name: &'static str, value: std::result::Result<PathValue, String>) {
        match value {
            Ok(value) => self.path.push((name, value)),
            Err(why) => self.fail(&format!("the path parameter `{name}` {why}")),
        }
    }

    fn text<'t>(&mut self, name: &str, text: Result<Option<Cow<'t, str>>>) -> Option<Cow<'t, str>> {
        text.unwrap_or_else(|error| {
            self.fail(&format!("the parameter `{name}` cannot be sent: {error}"));
            None
        })
    }

    fn items(&mut self, name: &str, items: Result<Option<Vec<String>>>) -> Option<Vec<String>> {
        items.unwrap_or_else(|error| {
            self.fail(&format!("the parameter `{name}` cannot be sent: {error}"));
            None
        })
    }

    fn joined(
        &mut self,
        name: &str,
        items: Result<Option<Vec<String>>>,
        collection: Collection,
    ) -> Option<String> {
        Some(self.items(name, items)?.join(collection.delimiter()))
    }

    fn append_query(&mut self, name: &str, value: &str) {
        // Keys of `x-ms-paths` have values in their query that are declared as parameters again.
        let said = self.template.split_once('?').map(|(_, query)| query);
        let mut pairs = said.into_iter().flat_map(|query| query.split('&'));
        if pairs.any(|pair| pair.split_once('=') == Some((name, value))) {
            return;
        }
        self.next_pair();
        encode_query(&mut self.query, name, value);
    }

    fn next_pair(&mut self) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
    }

    fn set_header(&mut self, name: &'static str, value: String) {
        if !is_token(name) {
            self.fail(&format!("`{name}` is no header name"));
        } else if value.chars().any(|c| c.is_control() && c != '\t') {
            self.fail(&format!(
                "the header `{name}` cannot hold line breaks or other control characters"
            ));
        } else {
            self.headers
                .insert(HeaderName::from(name.to_ascii_lowercase()), value);
        }
    }

    fn fail(&mut self, why: &str) {
        self.fault.get_or_insert_with(|| fault(self.operation, why));
    }
}

/// A request that can be sent.
pub(crate) struct Call {
    pub connection: Connection,
    pub operation: &'static str,
    pub request: Request,
    /// What links that are only the end of a URL stand behind.
    pub links: Option<Url>,
}

/// Whether `text` is a token (RFC 9110, section 5.6.2): a header name, a product name.
pub(crate) fn is_token(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(allowed)
}

fn fault(operation: &str, why: &str) -> Error {
    Error::with_message(ErrorKind::Other, format!("{operation} was not sent: {why}"))
}
