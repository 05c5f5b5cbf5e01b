//! What went over the wire, one line for each request.

use std::fmt::{self, Display};

/// A request and the status of its answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Exchange {
    /// HTTP method.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// HTTP status; nothing when no answer came.
    pub status: Option<u16>,
}

impl Display for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} -> ", self.method, self.target)?;
        match self.status {
            Some(status) => write!(f, "{status}"),
            None => f.write_str("no answer"),
        }
    }
}
