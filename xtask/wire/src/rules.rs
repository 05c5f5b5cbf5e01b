//! Where the generated client does something else than the recorded SDK, on purpose: one table.
//!
//! In: a case. Out: the rules that apply to it, each of which replaces an expectation by another.
//! Never: skips a comparison, or knows the name of a case: a rule applies to a kind of case, which it reads from its data.
//!
//! A rule that no case needs is a fault of the table: what it excuses does not happen (any more).

mod changes;
mod kinds;

use crate::case::Case;
use crate::plan::Plan;

/// One deliberate difference.
#[derive(Debug)]
pub struct Rule {
    /// Names it in reports.
    pub name: &'static str,
    /// The operations that it is about.
    pub operations: Operations,
    /// Whether a case of these operations is of the rule's kind.
    pub applies: fn(&Case) -> bool,
    /// What is expected instead.
    pub instead: fn(&Case, &mut Plan),
    /// Why the client does not do as the SDK does.
    pub reason: &'static str,
}

/// Operations by operationId.
#[derive(Clone, Copy, Debug)]
pub enum Operations {
    /// Every one.
    All,
    /// These.
    Only(&'static [&'static str]),
}

impl Rule {
    /// Whether the case is of the rule's kind.
    pub fn applies_to(&self, case: &Case) -> bool {
        let operation = case.operation_id.as_str();
        let concerned = match self.operations {
            All => true,
            Only(names) => names.contains(&operation),
        };
        concerned && (self.applies)(case)
    }
}

use Operations::{All, Only};

/// All rules. They are applied in this order: a later one sees what an earlier one made of the plan.
pub const RULES: &[Rule] = &[
    // Requests.
    Rule {
        name: "dot segments are refused",
        operations: All,
        applies: kinds::dot_in_path,
        instead: |_, plan| plan.refuse(),
        reason: "the SDK's URL library folds them, so that another resource is called",
    },
    Rule {
        name: "empty path values are refused",
        operations: All,
        applies: kinds::empty_in_path,
        instead: |_, plan| plan.refuse(),
        reason: "without its name another resource is called; an empty version is the latest one and is sent",
    },
    Rule {
        name: "DELETE without a length",
        operations: All,
        applies: kinds::delete,
        instead: changes::delete_without_length,
        reason: "RFC 9110, section 8.6: no length is due where a method anticipates no content",
    },
    Rule {
        name: "properties are not flattened",
        operations: All,
        applies: kinds::empty_properties,
        instead: changes::body_as_given,
        reason: "an empty object that the caller set is sent; the SDK has no object there that could be empty",
    },
    Rule {
        name: "bytes are encoded once",
        operations: Only(&["MergeCertificate"]),
        applies: kinds::encoded_twice,
        instead: changes::body_as_given,
        reason: "the public SDK takes bytes, so that the base64 of the arguments was encoded again",
    },
    Rule {
        name: "default policy as an argument",
        operations: Only(&["CreateCertificate"]),
        applies: kinds::default_policy,
        instead: changes::body_to_argument,
        reason: "the public SDK sends a policy that does not stand in the arguments; this client has no such default",
    },
    Rule {
        name: "no body before the token",
        operations: All,
        applies: kinds::body_before_token,
        instead: changes::body_after_token,
        reason: "a server that is not yet known to be the vault gets nothing; the SDK even sent the second request without its body",
    },
    Rule {
        name: "links as they are",
        operations: All,
        applies: kinds::linked_pages,
        instead: changes::links_as_they_are,
        reason: "a link is opaque: the SDKs change its query, or put the first request's before it; further pages are JSON too",
    },
    Rule {
        name: "links get an api-version",
        operations: All,
        applies: kinds::linked_pages,
        instead: changes::links_with_version,
        reason: "a service that requires one refuses a page without it; the recorded Python clients add it, newer JavaScript ones send the link as it is",
    },
    Rule {
        name: "links to another origin are not followed",
        operations: All,
        applies: kinds::foreign_link,
        instead: changes::stop_at_foreign_link,
        reason: "the access token would go to another host than the one it was made for",
    },
    Rule {
        name: "a challenge is answered",
        operations: All,
        applies: kinds::challenged,
        instead: changes::ask_again,
        reason: "401 with a challenge asks for another token; the call is made once more with it",
    },
    Rule {
        name: "redirects are not followed",
        operations: All,
        applies: kinds::redirect,
        instead: changes::stop_at_redirect,
        reason: "azure_core's transport follows none: the access token would go along",
    },
    // Results.
    Rule {
        name: "a list without items is empty",
        operations: All,
        applies: kinds::list_without_items,
        instead: changes::empty_page,
        reason: "the SDK fails on it with a TypeError; fields may always be absent",
    },
    Rule {
        name: "empty properties are kept",
        operations: All,
        applies: kinds::empty_properties_in_answer,
        instead: changes::keep_empty_properties,
        reason: "the model has what the service sent; the SDK has no object there that could be empty",
    },
    Rule {
        name: "lists have no gaps",
        operations: All,
        applies: kinds::null_in_list,
        instead: changes::without_nulls_in_lists,
        reason: "null among the items says nothing, and items that may be absent would burden every caller",
    },
    Rule {
        name: "types must fit",
        operations: All,
        applies: kinds::number_as_text,
        instead: changes::unreadable,
        reason: "the SDK makes a text of a number or a boolean that the description does not have there",
    },
    Rule {
        name: "base64 has an alphabet",
        operations: All,
        applies: kinds::no_base64,
        instead: changes::unreadable,
        reason: "RFC 4648, section 3.3: other characters must be refused; the SDK passes over them",
    },
    Rule {
        name: "base64 in any spelling",
        operations: All,
        applies: kinds::other_base64,
        instead: changes::certificate_bytes,
        reason: "either alphabet, padded or not, can mean only one thing",
    },
    Rule {
        name: "seconds as text",
        operations: All,
        applies: kinds::seconds_as_text,
        instead: changes::whole_seconds,
        reason: "a number in quotes can mean only one thing",
    },
    Rule {
        name: "whole seconds",
        operations: All,
        applies: kinds::fraction_of_seconds,
        instead: changes::whole_seconds,
        reason: "unixtime is an integer: a fraction is cut, as it is when a date is sent",
    },
    Rule {
        name: "dates with a blank",
        operations: All,
        applies: kinds::date_with_blank,
        instead: changes::dates_with_blank,
        reason: "RFC 3339, section 5.6: a blank may stand between date and time",
    },
    Rule {
        name: "dates without a zone are UTC",
        operations: All,
        applies: kinds::date_without_zone,
        instead: changes::dates_in_utc,
        reason: "RFC 3339 wants a zone, and Rust has no naive instant; Azure's services mean UTC",
    },
    Rule {
        name: "JSON under any media type",
        operations: All,
        applies: kinds::plain_text,
        instead: changes::model_in_body,
        reason: "the body is what the description declares; its media type says nothing more",
    },
    // Long-running operations.
    Rule {
        name: "a failed operation is an error",
        operations: Only(&["CreateCertificate"]),
        applies: kinds::failed_operation,
        instead: changes::failure_of_operation,
        reason: "awaiting it gives the operation's own code and message; the SDK has a bug here, or did not wait",
    },
    Rule {
        name: "an operation that waits for its caller is an error",
        operations: Only(&["CreateCertificate"]),
        applies: kinds::waits_for_caller,
        instead: changes::stop_at_caller,
        reason: "there is no certificate yet; the SDK returns None, as if there was nothing to do",
    },
    Rule {
        name: "deletion and recovery are waited for",
        operations: Only(&["DeleteCertificate", "RecoverDeletedCertificate"]),
        applies: kinds::not_waited_for,
        instead: changes::wait,
        reason: "the SDK, or its method without a poller, returns before the certificate is where it goes to",
    },
];
