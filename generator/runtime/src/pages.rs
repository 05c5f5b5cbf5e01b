//! Lists that come in pages, each of which names the next one.
//!
//! In: the first request, or a long-running operation whose result is the first page; where a page has its link.
//! Out: [`Pager`], a stream of items and, by `into_pages`, of pages.
//! Never: changes a link but for its `api-version`, or follows one to another origin.
//!
//! The service's link is opaque: its bytes go out as they are, as far as a URL parser leaves them. When the first request
//! had an `api-version`, further ones have the same: there are services that refuse a request without one, and others that
//! name another one than was asked for, whose pages the models do not fit. A link
//! that is absent, null or `""` ends the list. Further pages are asked for with GET and the headers of the first request.
//! Links that lead back to a page that was read already are an error after the pages: the list would go round for ever.

mod circle;
mod link;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::CONTENT_TYPE;
use azure_core::http::pager::{
    Page, PagerContinuation, PagerOptions, PagerResult, PagerResultFuture, PagerState,
};
use azure_core::http::{
    DEFAULT_ALLOWED_QUERY_PARAMETERS, Method, Pager, RawResponse, Request, Response, Sanitizer,
    StatusCode, Url,
};
use futures::future::BoxFuture;
use serde::de::DeserializeOwned;

use crate::error::{rejection, unreadable};
use crate::poll::once::{Found, Once};
use crate::request::{Call, RequestBuilder};
use crate::shown::shown;
use crate::{origin, send};
use circle::Circle;

impl RequestBuilder {
    /// A pager that starts with this request.
    ///
    /// `next_link` is where a page has the link to the next one: the wire names on the way to it (`["nextLink"]`,
    /// `["metadata", "next"]`); empty when the list has a single page. A continuation in `options` starts with that page.
    ///
    /// # Errors
    ///
    /// A refused value. The pager itself gives what [`send`](RequestBuilder::send) gives, and an error for a link that is
    /// no text, leads to another origin than the endpoint's, or leads back to a page that was read already.
    pub fn pages<P>(
        self,
        success: &'static [u16],
        next_link: &'static [&'static str],
        options: PagerOptions<'_>,
    ) -> Result<Pager<P>>
    where
        P: Page + DeserializeOwned + Send + 'static,
    {
        let call = self.build()?;
        let options = PagerOptions {
            context: call
                .connection
                .traced(&options.context, call.operation)
                .into_owned(),
            continuation: options.continuation,
        };
        Ok(pager(
            First::Answer(Box::new(call)),
            success,
            next_link,
            options,
        ))
    }
}

/// The pager that begins with `first`, with a context that is traced already.
pub(crate) fn pager<P>(
    first: First,
    success: &'static [u16],
    next_link: &'static [&'static str],
    options: PagerOptions<'static>,
) -> Pager<P>
where
    P: Page + DeserializeOwned + Send + 'static,
{
    let list = Arc::new(List {
        first,
        success,
        next_link,
        way: Mutex::default(),
    });
    let fetch = move |state, options| -> PagerResultFuture<Response<P>> {
        let page = Arc::clone(&list).fetch(state, options);
        Box::pin(async move {
            let FetchedPage { response, next } = page.await?;
            let response = response.into();
            Ok(match next {
                Some(url) => PagerResult::More {
                    response,
                    continuation: PagerContinuation::Link(url),
                },
                None => PagerResult::Done { response },
            })
        })
    };
    Pager::new(fetch, Some(options))
}

/// What the first page is.
pub(crate) enum First {
    /// The answer to this request.
    Answer(Box<Call>),
    /// The result of a long-running operation.
    Result(Once),
}

impl First {
    /// The request that the list, or the operation, begins with.
    fn call(&self) -> &Call {
        match self {
            Self::Answer(call) => call,
            Self::Result(once) => once.call(),
        }
    }
}

/// All that does not depend on the type of the pages.
struct List {
    first: First,
    success: &'static [u16],
    next_link: &'static [&'static str],
    way: Mutex<Way>,
}

/// How the list was read so far.
#[derive(Default)]
struct Way {
    /// The pages that were read by GET.
    read: Circle,
    /// The link of the last one.
    next: Option<Url>,
}

struct FetchedPage {
    response: RawResponse,
    next: Option<Url>,
}

impl List {
    fn fetch(
        self: Arc<Self>,
        state: PagerState,
        options: PagerOptions<'static>,
    ) -> BoxFuture<'static, Result<FetchedPage>> {
        Box::pin(async move {
            if state == PagerState::Initial {
                *self.way() = Way::default();
            }
            let request = match (state, &self.first) {
                (PagerState::More(continuation), _) => {
                    self.further_request(continuation.try_into()?)?
                }
                (PagerState::Initial, First::Answer(call)) => call.request.clone(),
                (PagerState::Initial, First::Result(once)) => {
                    let Found { request, response } = once.result(&options.context).await?;
                    return self.page(&request, response);
                }
            };
            // The pipeline may change what it sends: a key in the query is none of the page's URL.
            let mut sent = request.clone();
            let connection = &self.call().connection;
            let response =
                send::send(connection, &options.context, &mut sent, self.success).await?;
            self.page(&request, response)
        })
    }

    fn call(&self) -> &Call {
        self.first.call()
    }

    fn way(&self) -> MutexGuard<'_, Way> {
        self.way.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at a link before it is followed; an error when its page was read before.
    fn check_circle(&self, link: &Url, page: &Url) -> Result<()> {
        let mut way = self.way();
        if way.next.as_ref() != Some(link) {
            // Not the link of the page before: the caller wants a page again, or begins with this one.
            *way = Way::default();
        }
        if way.read.closes_at(page) {
            let message = format!(
                "{}: the link to the next page leads back to a page that was read already, {}: the list has no end",
                self.call().operation,
                page.sanitize(&DEFAULT_ALLOWED_QUERY_PARAMETERS),
            );
            return Err(Error::with_message(ErrorKind::DataConversion, message));
        }
        Ok(())
    }

    /// Takes note of a page that was read, and of its link.
    fn remember(&self, request: &Request, next: Option<&Url>) {
        let mut way = self.way();
        // A list that starts with POST may go on at the same URL.
        if request.method() == Method::Get {
            way.read.add(request.url());
        }
        way.next = next.cloned();
    }

    /// The request for a page that a link or a stored continuation names.
    fn further_request(&self, link: Url) -> Result<Request> {
        let link = origin::checked(
            self.call().connection.endpoint(),
            link,
            "the link to the next page",
        )?;
        let page = self.with_api_version(link.clone());
        self.check_circle(&link, &page)?;
        let mut request = Request::new(page, Method::Get);
        *request.headers_mut() = self.call().request.headers().clone();
        request.headers_mut().remove(CONTENT_TYPE);
        Ok(request)
    }

    /// Puts the first request's api-version into a link that has none or another one; the other bytes stay.
    fn with_api_version(&self, mut link: Url) -> Url {
        let Some(wanted) = self.call().request.url().query().and_then(version) else {
            return link;
        };
        let query = link.query().unwrap_or_default();
        let changed = match version(query) {
            Some(pair) if value(pair) == value(wanted) => return link,
            Some(other) => {
                let pairs = query.split('&');
                let pairs = pairs.map(|pair| if pair == other { wanted } else { pair });
                pairs.collect::<Vec<_>>().join("&")
            }
            None if query.is_empty() => wanted.to_owned(),
            None => format!("{query}&{wanted}"),
        };
        link.set_query(Some(&changed));
        link
    }

    fn page(&self, request: &Request, response: RawResponse) -> Result<FetchedPage> {
        if response.body().is_empty() {
            if matches!(self.first, First::Result(_)) && response.status() == StatusCode::Accepted {
                let operation = self.call().operation;
                let text = format!("{operation}: 202 without a body is no page");
                return Err(rejection(response, None, text));
            }
            // A declared success without a body is a page without items.
            let (status, headers, _) = response.deconstruct();
            let response = RawResponse::from_bytes(status, headers, "{}");
            return Ok(FetchedPage {
                response,
                next: None,
            });
        }
        let link = match link::find(response.body(), self.next_link) {
            Ok(link) => link,
            Err(error) => return Err(unreadable(response, error)),
        };
        let next = match link {
            Some(link) => Some(self.resolve(request.url(), &link)?),
            None => None,
        };
        self.remember(request, next.as_ref());
        Ok(FetchedPage { response, next })
    }

    /// The link as a URL; a relative one is relative to the page that it stands on (RFC 3986, section 5), unless the list
    /// says otherwise.
    fn resolve(&self, page: &Url, link: &str) -> Result<Url> {
        let joined = match &self.call().links {
            Some(base) => base.join(link).map(|url| with_pairs_of(base, link, url)),
            None => page.join(link),
        };
        let url = joined.map_err(|error| {
            let message = format!(
                "{}: the link to the next page, {:?}, is no URL",
                self.call().operation,
                shown(link)
            );
            Error::with_error(ErrorKind::DataConversion, error, message)
        })?;
        origin::checked(
            self.call().connection.endpoint(),
            url,
            "the link to the next page",
        )
    }
}

/// A link that is only the end of a URL has, besides its own, the pairs of what it stands behind.
fn with_pairs_of(base: &Url, link: &str, mut url: Url) -> Url {
    if Url::parse(link).is_ok() {
        return url;
    }
    let name = |pair: &str| {
        pair.split_once('=')
            .map_or(pair, |(name, _)| name)
            .to_owned()
    };
    let own = url.query().unwrap_or_default().to_owned();
    let is_missing = |pair: &&str| !own.split('&').any(|one| name(one) == name(pair));
    let missing = base
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(is_missing);
    let pairs: Vec<&str> = [own.as_str()]
        .into_iter()
        .chain(missing)
        .filter(|pair| !pair.is_empty())
        .collect();
    url.set_query((!pairs.is_empty()).then(|| pairs.join("&")).as_deref());
    url
}

/// The pair of a query that is the api-version.
fn version(query: &str) -> Option<&str> {
    let is_version = |pair: &&str| {
        let name = pair.split_once('=').map_or(*pair, |(name, _)| name);
        name.eq_ignore_ascii_case("api-version")
    };
    query.split('&').find(is_version)
}

fn value(pair: &str) -> &str {
    pair.split_once('=').map_or("", |(_, value)| value)
}
