//! How an operation is polled by another one.

/// How an operation is polled by another operation of the same service (`x-armature-polling`).
///
/// Templates are paths with `{placeholders}`; the values are those of the first request.
///
/// ```
/// use armature_runtime::Polling;
///
/// // Deleted when it can be read among the deleted ones; without `recoveryId` it is gone at once.
/// const DELETION: Polling = Polling::get("/deletedthings/{name}", &[200])
///     .pending(&[404])
///     .accepted(&[403])
///     .unless_absent("recoveryId");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Polling {
    pub(super) asked: Get,
    pub(super) result: Option<Get>,
    pub(super) pending: &'static [u16],
    pub(super) accepted: &'static [u16],
    pub(super) unless_absent: Option<&'static str>,
}

/// A GET and the statuses that it declares as success.
#[derive(Clone, Copy, Debug)]
pub(super) struct Get {
    pub template: &'static str,
    pub success: &'static [u16],
}

impl Polling {
    /// GET of `template` is asked how the operation stands; `success` are the statuses that this GET declares.
    #[must_use]
    pub const fn get(template: &'static str, success: &'static [u16]) -> Self {
        Self {
            asked: Get { template, success },
            result: None,
            pending: &[],
            accepted: &[],
            unless_absent: None,
        }
    }

    /// The result of an operation that succeeded is at `template`; without this it is the last answer.
    #[must_use]
    pub const fn result(mut self, template: &'static str, success: &'static [u16]) -> Self {
        self.result = Some(Get { template, success });
        self
    }

    /// Statuses that mean "not yet".
    #[must_use]
    pub const fn pending(mut self, statuses: &'static [u16]) -> Self {
        self.pending = statuses;
        self
    }

    /// Statuses that mean "done, but the caller may not look": the first answer is the result.
    #[must_use]
    pub const fn accepted(mut self, statuses: &'static [u16]) -> Self {
        self.accepted = statuses;
        self
    }

    /// Where the first answer does not have this property (or null), nothing is polled: the first answer is the result. Dots lead
    /// into nested objects.
    #[must_use]
    pub const fn unless_absent(mut self, property: &'static str) -> Self {
        self.unless_absent = Some(property);
        self
    }
}
