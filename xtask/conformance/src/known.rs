//! Scenarios that need not pass, each with its reason: a ratchet, for an entry that passes is an error.
//!
//! In: `known.toml`. Out: reasons by category and scenario.
//! Never: takes an entry without a reason.
//!
//! ```toml
//! [server.optional]      # whoever sends the right request: it is not counted
//! Sleeps = "the server's counter is a statement without effect"
//!
//! [clients.vanilla]      # the raw request is counted, a client cannot make it
//! Options = "azure_core has no method OPTIONS"
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::run::Caller;

/// The reasons, by category and scenario.
#[derive(Clone, Debug, Default)]
pub struct Known {
    reasons: BTreeMap<(String, String), String>,
}

/// By category, then by scenario.
type Table = BTreeMap<String, BTreeMap<String, String>>;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What nobody can bring about.
    #[serde(default)]
    server: Table,
    /// What a client cannot bring about.
    #[serde(default)]
    clients: Table,
}

impl Known {
    /// Reads the entries that are about `caller`; where there is no file, every scenario has to pass.
    ///
    /// # Errors
    ///
    /// It cannot be read, or has an entry without a reason or twice; the text names the file, and the line where it can.
    pub fn read(file: &Path, caller: Caller) -> Result<Self, String> {
        if !file.exists() {
            return Ok(Self::default());
        }
        let at = |why: String| format!("{}: {why}", file.display());
        let text = std::fs::read_to_string(file).map_err(|error| at(error.to_string()))?;
        let file: File = toml::from_str(&text).map_err(|error| at(error.to_string()))?;
        let clients = match caller {
            Caller::Clients(_) => file.clients,
            Caller::Nobody => Table::new(),
        };
        let mut known = Self::default();
        for (category, scenarios) in file.server.into_iter().chain(clients) {
            for (scenario, reason) in scenarios {
                if reason.trim().is_empty() {
                    return Err(at(format!("{scenario} has no reason")));
                }
                let key = (category.clone(), scenario);
                if known.reasons.contains_key(&key) {
                    return Err(at(format!("{} has two reasons", key.1)));
                }
                known.reasons.insert(key, reason);
            }
        }
        Ok(known)
    }

    /// Why a scenario need not pass.
    pub fn reason(&self, category: &str, scenario: &str) -> Option<&str> {
        let key = (category.to_owned(), scenario.to_owned());
        self.reasons.get(&key).map(String::as_str)
    }

    /// All entries: category and scenario.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        let keys = self.reasons.keys();
        keys.map(|(category, scenario)| (category.as_str(), scenario.as_str()))
    }
}
