//! Calls of a generated client by operationId, with arguments by wire name: for tools that know a call only when they run,
//! such as tests that replay recordings, command lines, gateways. Only with the feature `dispatch`.
//!
//! In: arguments as JSON under the wire names of the description. Out: an [`Outcome`]: what the typed method gave, as JSON.
//! Never: sends a request itself. Every call goes through the public method, with its real types.
//!
//! A generated crate lists its api-versions in `dispatch::VERSIONS`:
//!
//! ```no_run
//! # use std::sync::Arc;
//! # use armature_runtime::dispatch::{Arguments, Content, Outcome, Version};
//! # use azure_core::{Result, credentials::TokenCredential, http::ClientOptions, json::from_json};
//! # async fn example(versions: &[Version], credential: Arc<dyn TokenCredential>) -> Result<()> {
//! let mut arguments = Arguments::new(from_json(
//!     r#"{"vaultBaseUrl": "https://contoso.vault.azure.net", "issuer-name": "ca"}"#,
//! )?)?;
//! for version in versions {
//!     if version.service == "key-vault" && version.api_version == "7.4" {
//!         let client = (version.connect)(&mut arguments, credential.clone(), ClientOptions::default())?;
//!         let outcome = client.call("GetCertificateIssuer", arguments.clone()).await?;
//!         if let Outcome::Answer(answer) = outcome
//!             && let Content::Json(issuer) = answer?.body
//!         {
//!             assert_eq!(issuer["provider"], "Test");
//!         }
//!     }
//! }
//! # Ok(())
//! # }
//! ```

mod answer;
mod arguments;
mod collect;
mod file;

use std::sync::Arc;

use azure_core::Result;
use azure_core::credentials::TokenCredential;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::ClientOptions;
use futures::future::BoxFuture;

#[cfg(feature = "xml")]
pub use answer::xml;
pub use answer::{
    Answer, Content, Outcome, ReadBody, ReadHeaders, ReadStreamHeaders, TypedHeaders, bytes,
    header, json, no_headers, no_stream_headers, nothing, stream, text,
};
pub use arguments::Arguments;
pub use collect::{State, operation, pages};

pub use crate::formats;

/// A call on its way.
pub type Call<'a> = BoxFuture<'a, Result<Outcome>>;

/// A client that calls its operations by operationId.
pub trait Dispatch: Send + Sync {
    /// The operationIds that [`call`](Self::call) knows, those of the client's groups too.
    fn operations(&self) -> &'static [&'static str];

    /// Calls an operation.
    ///
    /// What the call itself leads to, a failure too, is in the [`Outcome`].
    ///
    /// # Errors
    ///
    /// An unknown operation, or wrong arguments: one is missing, is not of its type, or is unknown. Then nothing was sent.
    fn call<'a>(&'a self, operation_id: &'a str, arguments: Arguments) -> Call<'a>;
}

/// One api-version of one service of a generated crate.
#[derive(Clone, Copy, Debug)]
pub struct Version {
    /// The service as features name it: `key-vault`.
    pub service: &'static str,
    /// The api-version as on the wire: `7.4`.
    pub api_version: &'static str,
    /// The operationIds of the api-version.
    pub operations: &'static [&'static str],
    /// Makes a client of what is the client's own among the arguments: `vaultBaseUrl`, `subscriptionId`, `api-version`.
    /// Without `api-version` the client's default is sent. The same arguments can then be given to [`Dispatch::call`].
    ///
    /// Errors: a missing argument or one that is not of its type, and those of the client's constructor.
    pub connect: Connect,
}

/// A function that makes a client: see [`Version::connect`].
pub type Connect =
    fn(&mut Arguments, Arc<dyn TokenCredential>, ClientOptions) -> Result<Box<dyn Dispatch>>;

/// One operation of a client `C`: its operationId, and the function that reads its arguments and calls it.
pub type Operation<C> = (&'static str, for<'a> fn(&'a C, Arguments) -> Call<'a>);

/// Makes a table of operations: for generated code.
///
/// ```
/// # use armature_runtime::dispatch::{Arguments, Outcome};
/// # struct ThingClient;
/// # async fn get(_: &ThingClient, _: Arguments) -> azure_core::Result<Outcome> { unimplemented!() }
/// armature_runtime::operations! {
///     OPERATIONS for ThingClient {
///         "Thing_Get": get,
///     }
/// }
/// assert_eq!(OPERATIONS[0].0, "Thing_Get");
/// ```
#[macro_export]
macro_rules! operations {
    ($table:ident for $client:ident { $($id:literal : $function:ident),* $(,)? }) => {
        pub(crate) const $table: &[$crate::dispatch::Operation<$client>] = &[$(
            ($id, |client, arguments| ::std::boxed::Box::pin($function(client, arguments))),
        )*];
    };
}

/// How many operations the tables have: for generated code.
#[must_use]
pub const fn count<C>(mut tables: &[&[Operation<C>]]) -> usize {
    let mut count = 0;
    while let Some((table, others)) = tables.split_first() {
        count += table.len();
        tables = others;
    }
    count
}

/// The operationIds of `N` operations, in the order of the tables: for generated code, which has `N` from [`count`].
#[must_use]
pub const fn operation_ids<C, const N: usize>(mut tables: &[&[Operation<C>]]) -> [&'static str; N] {
    let mut ids = [""; N];
    let mut next = 0;
    while let Some((&first, others)) = tables.split_first() {
        let mut table = first;
        while let Some(((id, _), later)) = table.split_first() {
            if next < N {
                ids[next] = *id;
            }
            next += 1;
            table = later;
        }
        tables = others;
    }
    ids
}

/// Calls the operation of the tables with this operationId: for generated code.
pub fn call<'a, C>(
    client: &'a C,
    tables: &[&[Operation<C>]],
    operation_id: &str,
    arguments: Arguments,
) -> Call<'a> {
    let mut operations = tables.iter().copied().flatten();
    match operations.find(|(id, _)| *id == operation_id) {
        Some((_, call)) => call(client, arguments),
        None => Box::pin(std::future::ready(Err(unknown(operation_id)))),
    }
}

fn unknown(operation_id: &str) -> Error {
    let message = format!("the client has no operation {operation_id:?}");
    Error::with_message(ErrorKind::Other, message)
}
