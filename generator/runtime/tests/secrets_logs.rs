//! Nothing that may be secret is in errors of the transport, or in logs.

mod common;

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use armature_runtime::{Connection, package};
use azure_core::http::{ClientMethodOptions, ClientOptions, Method};
use common::secret::{SECRET, SecretCredential, check, check_debug, check_error, secret_request};
use common::server::{Act, Reaction, Refusal, Server, answer, ok, only};
use tracing_subscriber::filter::LevelFilter;

/// What `tracing` has written.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Every way in which an exchange can end, on real bytes, with all logs.
#[tokio::test]
async fn errors_of_the_transport_and_logs() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_writer(move || writer.clone());
    // The only test of this file: a subscriber is for the whole process.
    subscriber.init();

    let secret_header = "set-cookie: hunter2\r\nx-ms-key: hunter2\r\n";
    for reaction in [
        ok(r#"{"pwd":"hunter2"}"#),
        answer("404 Not Found", secret_header, ""),
        answer("500 Oops", secret_header, ""),
        only("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhunter2"),
        only("garbage hunter2\r\n\r\n"),
        Reaction::Read(vec![Act::Reset]),
        Reaction::ResetUnread,
    ] {
        for method in [Method::Put, Method::Post] {
            let server = Server::playing([reaction.clone()]).await;
            end(&server, method).await;
        }
    }
    let refusal = Refusal::new();
    let connection = connection(refusal.options.clone());
    let options = ClientMethodOptions::default();
    let sent = secret_request(&connection, Method::Post).send(&[200], &options);
    check_error(&sent.await.unwrap_err());

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for expected in [
        "==> Request",
        "<== Response",
        "<== Failed response",
        "sig=REDACTED",
    ] {
        assert!(log.contains(expected), "{expected} is not logged: {log}");
    }
    for line in log.lines() {
        check(line);
    }
}

fn connection(options: ClientOptions) -> Connection {
    let scope = "https://h.example/.default";
    let endpoint = "https://h.example";
    let credential = Arc::new(SecretCredential);
    Connection::with_scope(package!(), endpoint, scope, credential, options).unwrap()
}

async fn end(server: &Server, method: Method) {
    let connection = connection(server.options_through(azure_core::http::new_http_client(None)));
    let options = ClientMethodOptions::default();
    let sent = secret_request(&connection, method).send(&[200], &options);
    match sent.await {
        Ok(response) => check_debug(&response),
        Err(error) => check_error(&error),
    }
    check_debug(&connection);
    // That they were there at all.
    let received = server.received().remove(0);
    if !received.line.is_empty() {
        assert!(
            received
                .line
                .contains("sv=hunter2&api-version=1&sig=hunter2"),
            "{}",
            received.line
        );
        assert!(received.headers.contains("authorization: bearer hunter2"));
        assert!(received.body.contains(SECRET));
    }
}
