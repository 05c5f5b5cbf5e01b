//! How far the run is.
//!
//! In: finished packages.
//! Out: a bar on a terminal, else a line for each package, on standard error.
//! Never: writes to standard output, which is for the table.

use indicatif::{ProgressBar, ProgressStyle};

use crate::corpus::row::Row;

/// The bar, or what stands for it.
pub struct Progress(ProgressBar);

impl Progress {
    /// Nothing of `all` packages is done.
    pub fn new(all: usize) -> Self {
        let bar = ProgressBar::new(all as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// One more is done.
    pub fn finished(&self, row: &Row) {
        self.0.inc(1);
        if self.0.is_hidden() {
            let (done, all) = (self.0.position(), self.0.length().unwrap_or_default());
            let how = match &row.generated {
                Ok(_) => "generated",
                Err(fault) => &fault.code,
            };
            eprintln!(
                "[{done}/{all}] {}: {how}, {:.1} s",
                row.package,
                row.time.as_secs_f64()
            );
        } else {
            self.0.set_message(row.package.clone());
        }
    }

    /// All are done; the bar goes.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
