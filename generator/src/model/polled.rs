//! Long-running operations that another operation says the state of.

use crate::model::{PathPiece, Payload, TypeId};
use crate::name::Name;

/// How an operation is polled by another one (`x-armature-polling`).
#[derive(Clone, Debug)]
pub struct Polled {
    /// What is asked again and again.
    pub asked: PolledGet,
    /// Where the result of an operation that succeeded is; `None` when the last answer is the result.
    pub result: Option<PolledGet>,
    /// What the caller gets in the end.
    pub output: Payload,
    /// What says how the operation stands.
    pub state: PolledState,
    /// HTTP statuses that mean "not yet".
    pub pending: Vec<u16>,
}

/// A GET of another operation, with the path values and the api-version of the first request.
#[derive(Clone, Debug)]
pub struct PolledGet {
    /// Its operationId.
    pub operation: String,
    /// Its path, without a last segment that the first request has no value for.
    pub path: Vec<PathPiece>,
    /// Its declared successes.
    pub codes: Vec<u16>,
}

/// What says how the operation stands.
#[derive(Clone, Debug)]
pub enum PolledState {
    /// HTTP statuses: a success means "done".
    Status {
        /// These mean "done, but the caller may not look": the first answer is the result.
        accepted: Vec<u16>,
        /// Without this property in the first answer nothing is polled, and that is the result: wire names with dots between.
        unless_absent: Option<String>,
    },
    /// The model of the answers, which is the state that the caller watches.
    Model(StateModel),
}

/// A model that says how its operation stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StateModel {
    /// The model.
    pub model: TypeId,
    /// The field with the word: from the model inwards.
    pub property: Vec<Name>,
    /// Words for "done".
    pub succeeded: Vec<String>,
    /// Words for "failed".
    pub failed: Vec<String>,
    /// Words for "cancelled".
    pub canceled: Vec<String>,
    /// When nobody but the caller can go on.
    pub waits_for_caller: Option<WaitsForCaller>,
}

/// When nobody but the caller can go on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct WaitsForCaller {
    /// A field: from the model inwards.
    pub property: Vec<Name>,
    /// The value that it has then.
    pub value: String,
    /// What the caller has to do.
    pub message: String,
}
