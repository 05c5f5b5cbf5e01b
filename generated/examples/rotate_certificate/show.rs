//! What the program writes: progress, certificates, the table.
//!
//! In: what the services said. Out: lines on standard output.
//! Never: asks a service.

use std::io::{IsTerminal, Write, stdout};
use std::time::{Duration, Instant};

use armature_certificates::key_vault::v7_4::models::CertificateBundle;
use azure_core::time::OffsetDateTime;

/// Shows the states of an operation: on a terminal as one line that changes, elsewhere as a line each.
pub struct Progress {
    started: Instant,
}

impl Progress {
    pub fn start() -> Self {
        Self {
            started: Instant::now(),
        }
    }

    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    pub fn show(&self, state: &str) {
        let mut out = stdout();
        if out.is_terminal() {
            let seconds = self.elapsed().as_secs();
            // Back to the start of the line, which is then cleared.
            print!("\r\x1b[2K   {state}, {seconds} s");
            // A terminal that is gone is noticed by the next line.
            let _ = out.flush();
        } else {
            println!("   {state}");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if stdout().is_terminal() {
            println!();
        }
    }
}

/// Lines of text in columns that are as wide as they need to be.
pub struct Table {
    rows: Vec<[String; 5]>,
}

impl Table {
    pub fn new() -> Self {
        let head = ["service", "name", "version", "expires", "thumbprint"];
        Self {
            rows: vec![head.map(str::to_owned)],
        }
    }

    pub fn add(
        &mut self,
        service: &str,
        name: &str,
        version: &str,
        expires: Option<OffsetDateTime>,
        thumbprint: &str,
    ) {
        let cells = [service, name, version, &date(expires), thumbprint];
        self.rows.push(cells.map(str::to_owned));
    }

    pub fn print(&self) {
        let width = |column: usize| self.rows.iter().map(|row| row[column].len()).max();
        let widths: [usize; 5] = std::array::from_fn(|column| width(column).unwrap_or(0));
        for row in &self.rows {
            let cells = row.iter().zip(widths);
            let line: String = cells
                .map(|(cell, width)| format!("{cell:width$}  "))
                .collect();
            println!("{}", line.trim_end());
        }
    }
}

/// Says which version it is.
pub fn describe(certificate: &CertificateBundle) {
    let id = certificate.id.as_deref().unwrap_or_default();
    let attributes = certificate.attributes.as_ref();
    let expires = attributes.and_then(|attributes| attributes.expires);
    println!("   version {}, expires {}", version_of(id), date(expires));
}

/// The version in the URL of a certificate or secret.
pub fn version_of(url: &str) -> &str {
    // https: / / vault / collection / name / version
    url.split('/').nth(5).unwrap_or("newest")
}

/// Upper-case digits, as API Management writes thumbprints.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

fn date(time: Option<OffsetDateTime>) -> String {
    time.map(|time| time.date().to_string()).unwrap_or_default()
}
