//! A case by its raw requests, without any client: so that a wrong case cannot hide a wrong client.
//!
//! In: the requests of a case. Out: what was [`Observed`].
//! Never: knows the description, or goes through `azure_core`: the answers are taken as they come.

use azure_core::Bytes;
use azure_core::http::Url;
use serde_json::{Map, Value};

use crate::case::{Case, Expected, RawRequest};
use crate::exchange::Exchange;
use crate::outcome::{Body, Failure, Got, Observed, Said, Understood};
use crate::transport::cookies::Cookies;
use crate::transport::redirect::{Redirect, redirect};
use crate::transport::{MOST_REDIRECTS, RETRIES, at, authority, is_retried, target};

/// The host that clients of most descriptions ask for.
const HOST: &str = "http://localhost:3000";

/// The way of raw requests to the server.
struct Wire<'a> {
    endpoint: &'a Url,
    client: reqwest::Client,
    cookies: Cookies,
    exchanges: Vec<Exchange>,
}

/// What one request led to.
struct Reply {
    status: u16,
    headers: Map<String, Value>,
    body: Bytes,
}

/// Sends the requests of a case, in order.
pub async fn replay(endpoint: &Url, case: &Case) -> Observed {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build();
    let mut replies = Vec::new();
    let (got, exchanges) = match client {
        Err(error) => (Got::Broken(error.to_string()), Vec::new()),
        Ok(client) => {
            let mut wire = Wire {
                endpoint,
                client,
                cookies: Cookies::default(),
                exchanges: Vec::new(),
            };
            let sent = send_all(&mut wire, case, &mut replies).await;
            let got = sent.map_or_else(Got::Broken, |()| got(case, replies));
            (got, wire.exchanges)
        }
    };
    Observed { exchanges, got }
}

async fn send_all(
    wire: &mut Wire<'_>,
    case: &Case,
    replies: &mut Vec<Reply>,
) -> Result<(), String> {
    for request in &case.requests {
        let mut tries = 0;
        let reply = loop {
            let reply = wire.follow(request).await?;
            tries += 1;
            if reply.status == case.status || !is_retried(reply.status) || tries > RETRIES {
                break reply;
            }
        };
        replies.push(reply);
    }
    Ok(())
}

impl Wire<'_> {
    /// A request and those that its answers lead to.
    async fn follow(&mut self, raw: &RawRequest) -> Result<Reply, String> {
        let url = format!("{HOST}{}", raw.target);
        let mut url = Url::parse(&url).map_err(|error| format!("{url}: {error}"))?;
        let mut raw = raw.clone();
        for _ in 0..MOST_REDIRECTS {
            let reply = self.exchange(&raw, &url).await?;
            let location = reply.headers.get("location").and_then(Value::as_str);
            let (Some(redirect), Some(location)) = (redirect(&raw.method, reply.status), location)
            else {
                return Ok(reply);
            };
            url = url.join(location).map_err(|error| error.to_string())?;
            if redirect == Redirect::Look {
                raw.body = None;
                raw.method = match raw.method.as_str() {
                    "HEAD" => "HEAD".to_owned(),
                    _ => "GET".to_owned(),
                };
            }
        }
        Err(format!("{url} is redirected in a circle"))
    }

    async fn exchange(&mut self, raw: &RawRequest, url: &Url) -> Result<Reply, String> {
        let why = |error: reqwest::Error| error.to_string();
        let method = reqwest::Method::from_bytes(raw.method.as_bytes())
            .map_err(|error| format!("{}: {error}", raw.method))?;
        let here = at(self.endpoint, url).unwrap_or_else(|| self.endpoint.clone());
        let mut request = self.client.request(method, here);
        request = request.header("host", authority(url));
        if let Some(cookies) = self.cookies.header() {
            request = request.header("cookie", cookies);
        }
        if let Some(body) = &raw.body {
            let names = raw.headers.keys();
            let is_typed = names.map(|name| name.to_ascii_lowercase());
            if !is_typed.into_iter().any(|name| name == "content-type") {
                request = request.header("content-type", "application/json");
            }
            request = request.body(body.clone());
        }
        for (name, value) in &raw.headers {
            request = request.header(name, value);
        }
        let answer = request.send().await.map_err(why)?;
        let status = answer.status().as_u16();
        self.exchanges.push(Exchange {
            method: raw.method.clone(),
            target: target(url),
            status: Some(status),
        });
        let mut headers = Map::new();
        for (name, value) in answer.headers() {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            if name == "set-cookie" {
                self.cookies.take(&value);
            }
            headers.insert(name.as_str().to_owned(), value.into());
        }
        let body = answer.bytes().await.map_err(why)?;
        Ok(Reply {
            status,
            headers,
            body,
        })
    }
}

/// The answers in the form that the case expects.
fn got(case: &Case, replies: Vec<Reply>) -> Got {
    let pages = |replies: &[Reply]| replies.iter().map(|reply| json(&reply.body)).collect();
    match &case.expected {
        Expected::Pages(_) => return Got::Pages(pages(&replies), None),
        Expected::Error(error) if error.pages.is_some() => {
            let before = replies.len().saturating_sub(1);
            let failure = replies.last().map(failure);
            return Got::Pages(pages(&replies[..before]), failure);
        }
        _ => {}
    }
    let Some(last) = replies.into_iter().last() else {
        return Got::Refused("the case has no requests".to_owned());
    };
    match &case.expected {
        Expected::Error(_) | Expected::Unreadable(_) => Got::Failure(failure(&last)),
        Expected::Bytes(_) => Got::Answer(Understood {
            body: Body::of_bytes(&last.body),
            headers: last.headers,
        }),
        _ => Got::Answer(Understood {
            body: json(&last.body),
            headers: last.headers,
        }),
    }
}

fn failure(reply: &Reply) -> Failure {
    let member = |name: &str| {
        let body: Option<Value> = serde_json::from_slice(&reply.body).ok();
        let text = body.as_ref()?.get(name)?.as_str()?;
        Some(text.to_owned())
    };
    Failure {
        text: format!("status {}", reply.status),
        service: Some(Said {
            status: reply.status,
            code: member("code"),
            message: member("message"),
            body: reply.body.clone(),
        }),
    }
}

fn json(body: &Bytes) -> Body {
    if body.is_empty() {
        return Body::Nothing;
    }
    match serde_json::from_slice(body) {
        Ok(Value::Null) => Body::Nothing,
        Ok(value) => Body::Json(value),
        Err(_) => Body::Json(String::from_utf8_lossy(body).into_owned().into()),
    }
}
