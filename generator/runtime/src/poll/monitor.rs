//! States of long-running operations: those of any operation, and models that say how theirs stands.
//!
//! In: the answer to a question. Out: [`OperationStatus`], or the model with what [`status_monitor!`](crate::status_monitor!)
//! makes of it.
//! Never: asks.

use std::fmt;
use std::marker::PhantomData;

use azure_core::Result;
use azure_core::http::RawResponse;
use azure_core::http::poller::{PollerStatus, StatusMonitor};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};

use crate::poll::{PollResult, answer};

/// State of a long-running operation whose result is `T`.
pub struct OperationStatus<T> {
    /// Resource ID of the operation, where the service has a status monitor that says so.
    pub id: Option<String>,
    /// Name of the operation.
    pub name: Option<String>,
    /// State in the service's words: `Succeeded`, `Updating`.
    pub status: Option<String>,
    /// How far it is, 0 to 100.
    pub percent_complete: Option<f64>,
    result: PhantomData<fn() -> T>,
}

impl<T: PollResult> StatusMonitor for OperationStatus<T> {
    type Output = T;
    type Format = T::Format;

    fn status(&self) -> PollerStatus {
        answer::state_of(self.status.as_deref().unwrap_or_default())
    }
}

impl<T> fmt::Debug for OperationStatus<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OperationStatus")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// The part of a status monitor that is read.
#[derive(Default)]
struct Monitor {
    id: Option<String>,
    name: Option<String>,
    status: Option<String>,
    percent_complete: Option<f64>,
}

crate::model! {
    Monitor {
        id: "id",
        name: "name",
        status: "status",
        percent_complete: "percentComplete",
    }
}

impl<'de, T> Deserialize<'de> for OperationStatus<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let monitor = Monitor::deserialize(deserializer)?;
        Ok(Self {
            id: monitor.id,
            name: monitor.name,
            status: monitor.status,
            percent_complete: monitor.percent_complete,
            result: PhantomData,
        })
    }
}

/// How an operation stands, as a model says it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Standing {
    /// It goes on.
    InProgress,
    /// It is done.
    Succeeded,
    /// It failed, in the service's word.
    Failed(String),
    /// It was cancelled, in the service's word.
    Canceled(String),
    /// Nobody but the caller can go on; says what the caller has to do.
    WaitsForCaller(&'static str),
    /// The model has no word: polling on could go on for ever.
    Unclear,
}

impl Standing {
    /// What `word` means by these lists; case is ignored, and any other word means in progress.
    pub fn of(word: Option<&str>, succeeded: &[&str], failed: &[&str], canceled: &[&str]) -> Self {
        let Some(word) = word else {
            return Self::Unclear;
        };
        let is_in = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
        if is_in(succeeded) {
            Self::Succeeded
        } else if is_in(failed) {
            Self::Failed(word.to_owned())
        } else if is_in(canceled) {
            Self::Canceled(word.to_owned())
        } else {
            Self::InProgress
        }
    }
}

/// The status of a state that waits for the caller: [`PollerStatus::UnknownValue`] with this text.
pub const WAITS_FOR_CALLER: &str = "WaitsForCaller";

impl From<Standing> for PollerStatus {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::InProgress | Standing::Unclear => Self::InProgress,
            Standing::Succeeded => Self::Succeeded,
            Standing::Failed(_) => Self::Failed,
            Standing::Canceled(_) => Self::Canceled,
            Standing::WaitsForCaller(_) => Self::UnknownValue(WAITS_FOR_CALLER.to_owned()),
        }
    }
}

/// A model that says how its operation stands. Implemented by [`status_monitor!`](crate::status_monitor!).
pub trait ModelState {
    /// How the operation stands.
    fn standing(&self) -> Standing;
}

/// What a poller of [`poll_with`](crate::RequestBuilder::poll_with) shows: [`OperationStatus`], or a model with
/// [`status_monitor!`](crate::status_monitor!).
pub trait PollState: StatusMonitor<Output: PollResult, Format: Send> + Send + 'static {
    /// Reads how the operation stands from the body of an answer; `None` where the answer's HTTP status says it all.
    const READ: Option<fn(&RawResponse) -> Result<Standing>>;
}

impl<T: PollResult> PollState for OperationStatus<T> {
    const READ: Option<fn(&RawResponse) -> Result<Standing>> = None;
}

impl<M> PollState for M
where
    M: ModelState
        + DeserializeOwned
        + StatusMonitor<Output: PollResult, Format: Send>
        + Send
        + 'static,
{
    const READ: Option<fn(&RawResponse) -> Result<Standing>> =
        Some(|response| Ok(response.body().json::<M>()?.standing()));
}

/// Lets a model be the state of a long-running operation: `Poller<CertificateOperation>`.
///
/// ```
/// # use armature_runtime::{model, status_monitor};
/// # use azure_core::{fmt::SafeDebug, http::poller::{PollerStatus, StatusMonitor}};
/// # #[derive(Clone, Default, SafeDebug)]
/// # pub struct Signer { pub name: Option<String> }
/// # model! { Signer { name: "name" } }
/// # #[derive(Clone, Default, SafeDebug)]
/// # pub struct Signed { pub text: Option<String> }
/// # model! { Signed { text: "text" } }
/// /// A signature that is being made.
/// #[derive(Clone, Default, SafeDebug)]
/// pub struct Signing {
///     /// How far it is.
///     pub status: Option<String>,
///     /// Who signs.
///     pub signer: Option<Signer>,
/// }
/// model! { Signing { status: "status", signer: "signer" } }
/// status_monitor! {
///     Signing {
///         output: Signed,
///         status: status,
///         succeeded: ["completed"],
///         failed: ["failed"],
///         canceled: ["cancelled", "withdrawn"],
///         waits_for_caller: signer.name == "You",
///         caller_has_to: "sign it",
///     }
/// }
///
/// let signing = Signing { status: Some("Withdrawn".to_owned()), signer: None };
/// assert_eq!(signing.status(), PollerStatus::Canceled);
/// ```
///
/// * `output`: what the operation gives in the end;
/// * `status`: the field with the word for its state, a text or an enumeration; words that are in no list mean in progress;
/// * `waits_for_caller`: where this field has this value, an operation in progress cannot go on by itself, and the caller has
///   to do what `caller_has_to` says.
#[macro_export]
macro_rules! status_monitor {
    ($name:ident {
        output: $output:ty,
        status: $status:ident $(. $status_inner:ident)*,
        succeeded: [$($succeeded:literal),* $(,)?],
        failed: [$($failed:literal),* $(,)?],
        canceled: [$($canceled:literal),* $(,)?],
        $(
            waits_for_caller: $waits:ident $(. $waits_inner:ident)* == $value:literal,
            caller_has_to: $message:literal,
        )?
    }) => {
        impl $crate::poll::ModelState for $name {
            fn standing(&self) -> $crate::poll::Standing {
                let word = self.$status.as_ref() $(.and_then(|outer| outer.$status_inner.as_ref()))*;
                let standing = $crate::poll::Standing::of(
                    word.map(::core::convert::AsRef::<str>::as_ref),
                    &[$($succeeded),*],
                    &[$($failed),*],
                    &[$($canceled),*],
                );
                $(
                    let value = self.$waits.as_ref() $(.and_then(|outer| outer.$waits_inner.as_ref()))*;
                    if standing == $crate::poll::Standing::InProgress
                        && value.is_some_and(|value| ::core::convert::AsRef::<str>::as_ref(value) == $value)
                    {
                        return $crate::poll::Standing::WaitsForCaller($message);
                    }
                )?
                standing
            }
        }

        impl $crate::__private::azure_core::http::poller::StatusMonitor for $name {
            type Output = $output;
            type Format = <$output as $crate::poll::PollResult>::Format;

            fn status(&self) -> $crate::__private::azure_core::http::poller::PollerStatus {
                $crate::poll::ModelState::standing(self).into()
            }
        }
    };
}
