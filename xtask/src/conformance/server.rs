//! The test server as a child of this process.
//!
//! In: its package. Out: a server on a free port of the loopback interface.
//! Never: outlives the value that stands for it.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::codegen::input::paths::{absolute, cannot};
use crate::codegen::report::Failure;
use crate::conformance::own_folder;

/// It registers a thousand routes first, which takes seconds on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// How often one looks whether it listens.
const PAUSE: Duration = Duration::from_millis(100);

/// A running server; dropping it ends it.
pub struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts the server of `package`, and waits until it listens. Its words and its own files go below `folder`.
    ///
    /// # Errors
    ///
    /// It cannot be started, or ends before it listens.
    pub fn start(package: &Path, folder: &Path) -> Result<Self, Failure> {
        let port = free_port()?;
        let log_path = folder.join("server.log");
        let log = File::create(&log_path).map_err(|error| cannot("write", &log_path, &error))?;
        let errors = log
            .try_clone()
            .map_err(|error| cannot("write", &log_path, &error))?;
        // It rewrites a report with each request; by default inside of its package.
        let coverage = folder.join("coverage");
        fs::create_dir_all(&coverage).map_err(|error| cannot("make", &coverage, &error))?;
        let child = Command::new("node")
            .arg("--require")
            .arg(absolute(&own_folder().join("server/loopback.cjs"))?)
            .arg(package.join("dist/cli/cli.js"))
            .arg("run")
            .arg(format!("--port={port}"))
            .arg(format!("--coverageDirectory={}", coverage.display()))
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            .spawn()
            .map_err(|error| Failure::new(format!("error: node cannot be run: {error}")))?;
        let mut server = Self { child, port };
        server.wait(&log_path)?;
        Ok(server)
    }

    /// Where it listens.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address())
    }

    fn address(&self) -> SocketAddr {
        SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))
    }

    fn wait(&mut self, log: &Path) -> Result<(), Failure> {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if TcpStream::connect_timeout(&self.address(), PAUSE).is_ok() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(Failure::new(format!(
                    "error: the server ended before it listened: {status}\n   = help: what it said is in {}",
                    log.display()
                )));
            }
            sleep(PAUSE);
        }
        Err(Failure::new(format!(
            "error: the server did not listen within {} seconds\n   = help: what it said is in {}",
            PATIENCE.as_secs(),
            log.display()
        )))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> Result<u16, Failure> {
    let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let port = bound.and_then(|listener| listener.local_addr());
    port.map(|address| address.port()).map_err(|error| {
        Failure::new(format!(
            "error: there is no free port on the loopback interface: {error}"
        ))
    })
}
