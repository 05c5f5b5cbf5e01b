//! A server on the loopback interface that does what a script says, byte by byte, and a way to it.
//!
//! In: what to do with the n-th request. Out: the requests that came.
//! Never: outlives the test that started it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use armature_runtime::testing::credential;
use armature_runtime::{Connection, package};
use async_trait::async_trait;
use azure_core::http::{
    AsyncRawResponse, ClientOptions, FixedRetryOptions, HttpClient, Request, RetryOptions,
    Transport, new_http_client,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// What the server does, in order, when a request has come.
#[derive(Clone, Debug)]
pub enum Act {
    Write(String),
    Wait(Duration),
    /// Ends the connection in good order.
    Close,
    /// Ends the connection at once, whatever is on its way.
    Reset,
}

/// What becomes of one request.
#[derive(Clone, Debug)]
pub enum Reaction {
    Read(Vec<Act>),
    /// The connection is reset with the request unread.
    ResetUnread,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// Method and target: `GET /base/things?api-version=1`.
    pub line: String,
    /// Header lines as they came, in lower case.
    pub headers: String,
    pub body: String,
}

type Script = dyn Fn(usize) -> Reaction + Send + Sync;

pub struct Server {
    port: u16,
    received: Arc<Mutex<Vec<Received>>>,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A whole answer, after which the connection stays open.
pub fn answer(status: &str, headers: &str, body: &str) -> Reaction {
    let length = body.len();
    let text = format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n{body}");
    Reaction::Read(vec![Act::Write(text)])
}

/// A whole answer with JSON.
pub fn ok(body: &str) -> Reaction {
    answer("200 OK", "content-type: application/json\r\n", body)
}

/// Writes `text` as it is, then ends the connection in good order.
pub fn only(text: &str) -> Reaction {
    Reaction::Read(vec![Act::Write(text.to_owned()), Act::Close])
}

impl Server {
    /// Plays the reactions one by one; the last is that of all further requests too.
    pub async fn playing(reactions: impl IntoIterator<Item = Reaction>) -> Self {
        let reactions: Vec<Reaction> = reactions.into_iter().collect();
        Self::reacting(move |n| reactions[n.min(reactions.len() - 1)].clone()).await
    }

    /// Reacts to the n-th request, the first being 0, as `script` says.
    pub async fn reacting(script: impl Fn(usize) -> Reaction + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let received = Arc::new(Mutex::new(Vec::new()));
        let (script, log): (Arc<Script>, _) = (Arc::new(script), received.clone());
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                connections.spawn(serve(stream, script.clone(), log.clone()));
            }
        });
        Self {
            port,
            received,
            task,
        }
    }

    /// The requests so far; of one that was not read everything is empty.
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    pub fn count(&self) -> usize {
        self.received.lock().unwrap().len()
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Options that lead to this server, whatever host a request names, through `client`.
    pub fn options_through(&self, client: Arc<dyn HttpClient>) -> ClientOptions {
        options(self.port, client)
    }

    /// A connection to `https://h.example/base` that ends at this server, by the HTTP client that applications get. What
    /// may be sent again is sent again once.
    pub fn connect(&self) -> Connection {
        connect(self.options_through(new_http_client(None)))
    }
}

/// Options that lead to a port of this machine that refuses every connection.
pub struct Refusal {
    pub options: ClientOptions,
    /// Bound, so that no other test gets the port, but not listening.
    _socket: TcpSocket,
}

impl Refusal {
    pub fn new() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let port = socket.local_addr().unwrap().port();
        Self {
            options: options(port, new_http_client(None)),
            _socket: socket,
        }
    }
}

fn options(port: u16, client: Arc<dyn HttpClient>) -> ClientOptions {
    let transport = ToLocalhost { port, client };
    let retry = FixedRetryOptions {
        delay: azure_core::time::Duration::milliseconds(1),
        max_retries: 1,
        ..FixedRetryOptions::default()
    };
    ClientOptions {
        transport: Some(Transport::new(Arc::new(transport))),
        retry: RetryOptions::fixed(retry),
        ..ClientOptions::default()
    }
}

/// A connection to `https://h.example/base`.
pub fn connect(options: ClientOptions) -> Connection {
    let (endpoint, scope) = ("https://h.example/base", "https://h.example/.default");
    Connection::with_scope(package!(), endpoint, scope, credential(), options).unwrap()
}

async fn serve(mut stream: TcpStream, script: Arc<Script>, log: Arc<Mutex<Vec<Received>>>) {
    loop {
        // Wait for the first byte without taking it.
        if !matches!(stream.peek(&mut [0]).await, Ok(1)) {
            return;
        }
        let number = log.lock().unwrap().len();
        let Reaction::Read(acts) = script(number) else {
            log.lock().unwrap().push(Received {
                line: String::new(),
                headers: String::new(),
                body: String::new(),
            });
            let _ = stream.set_zero_linger();
            return;
        };
        let Some(request) = read(&mut stream).await else {
            return;
        };
        log.lock().unwrap().push(request);
        for act in acts {
            match act {
                Act::Write(text) => {
                    if stream.write_all(text.as_bytes()).await.is_err() {
                        return;
                    }
                }
                Act::Wait(time) => tokio::time::sleep(time).await,
                Act::Close => return,
                Act::Reset => {
                    let _ = stream.set_zero_linger();
                    return;
                }
            }
        }
    }
}

/// One request, or nothing when the connection ended.
async fn read(stream: &mut TcpStream) -> Option<Received> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8(head).unwrap();
    let (line, headers) = head.split_once("\r\n").unwrap();
    let headers = headers.to_lowercase();
    let length = headers
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    if headers.contains("transfer-encoding: chunked") {
        body = read_chunks(stream).await?;
    } else {
        stream.read_exact(&mut body).await.ok()?;
    }
    Some(Received {
        line: line.trim_end_matches(" HTTP/1.1").to_owned(),
        headers,
        body: String::from_utf8(body).unwrap(),
    })
}

/// A body in chunks (RFC 9112, section 7.1) without trailers.
async fn read_chunks(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            line.push(stream.read_u8().await.ok()?);
        }
        let length = String::from_utf8(line).unwrap();
        let length = usize::from_str_radix(length.trim_end(), 16).unwrap();
        let mut chunk = vec![0; length + 2];
        stream.read_exact(&mut chunk).await.ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(&chunk[..length]);
    }
}

/// Calls a port of this machine by plain HTTP instead of the https host of the request.
#[derive(Debug)]
struct ToLocalhost {
    port: u16,
    client: Arc<dyn HttpClient>,
}

#[async_trait]
impl HttpClient for ToLocalhost {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let mut url = request.url().clone();
        url.set_scheme("http").unwrap();
        url.set_host(Some("127.0.0.1")).unwrap();
        url.set_port(Some(self.port)).unwrap();
        let mut local = request.clone();
        *local.url_mut() = url;
        self.client.execute_request(&local).await
    }
}
