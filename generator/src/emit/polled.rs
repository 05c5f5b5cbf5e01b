//! Long-running operations that another operation says the state of.
//!
//! In: a [`Polled`]; a model that may be the state of one.
//! Out: the description of polling that a method hands to the runtime, the type of its states, the `status_monitor!` table.
//! Never: says when to ask; that is the runtime's.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::scope::Scope;
use crate::emit::{method, request, tokens, types};
use crate::model::{
    LongRunning, Object, Outcome, Polled, PolledGet, PolledState, StateModel, TypeDefinition,
};
use crate::name::Name;

/// `Polling::get("/things/{name}/pending", &[200]).result("/things/{name}", &[200])`.
pub(super) fn description(polled: &Polled) -> TokenStream {
    let asked = get(&polled.asked);
    let result = polled.result.as_ref().map(|result| {
        let result = get(result);
        quote!(.result(#result))
    });
    let pending = statuses(&polled.pending).map(|statuses| quote!(.pending(#statuses)));
    let by_status = match &polled.state {
        PolledState::Model(_) => None,
        PolledState::Status {
            accepted,
            unless_absent,
        } => {
            let accepted = statuses(accepted).map(|statuses| quote!(.accepted(#statuses)));
            let unless_absent = unless_absent
                .as_ref()
                .map(|property| quote!(.unless_absent(#property)));
            Some(quote!(#accepted #unless_absent))
        }
    };
    quote!(Polling::get(#asked) #result #pending #by_status)
}

/// The type of the states: the model, or `OperationStatus<T>`.
pub(super) fn state(scope: &Scope<'_>, polled: &Polled) -> TokenStream {
    match &polled.state {
        PolledState::Model(state) => types::named(scope, state.model),
        PolledState::Status { .. } => {
            let result = method::final_result(scope, &polled.output);
            quote!(OperationStatus<#result>)
        }
    }
}

/// The `status_monitor!` table of a model that is the state of a long-running operation.
pub(super) fn state_of(scope: &Scope<'_>, object: &Object) -> Option<TokenStream> {
    let polled = scope.version.operations.iter().find_map(|operation| {
        let Outcome::LongRunning(LongRunning::Polled(polled)) = &operation.outcome else {
            return None;
        };
        let PolledState::Model(state) = &polled.state else {
            return None;
        };
        let is_it = matches!(
            scope.definition(state.model),
            Some(TypeDefinition::Object(model)) if model.name == object.name
        );
        is_it.then_some((polled, state))
    });
    let (polled, state) = polled?;
    let output = method::final_result(scope, &polled.output);
    Some(table(object, state, &output))
}

fn table(object: &Object, state: &StateModel, output: &TokenStream) -> TokenStream {
    let name = tokens::type_name(&object.name);
    let property = fields(&state.property);
    let (succeeded, failed, canceled) = (&state.succeeded, &state.failed, &state.canceled);
    let waits = state.waits_for_caller.as_ref().map(|waits| {
        let property = fields(&waits.property);
        let (value, message) = (&waits.value, &waits.message);
        quote! {
            waits_for_caller: #property == #value,
            caller_has_to: #message,
        }
    });
    quote! {
        status_monitor! {
            #name {
                output: #output,
                status: #property,
                succeeded: [#(#succeeded),*],
                failed: [#(#failed),*],
                canceled: [#(#canceled),*],
                #waits
            }
        }
    }
}

/// `issuer.name`
fn fields(path: &[Name]) -> TokenStream {
    let names = path.iter().map(tokens::field);
    quote!(#(#names).*)
}

fn get(get: &PolledGet) -> TokenStream {
    let template = request::template(&get.path);
    let codes = method::codes(&get.codes);
    quote!(#template, &[#(#codes),*])
}

fn statuses(statuses: &[u16]) -> Option<TokenStream> {
    let codes: Vec<Literal> = method::codes(statuses).collect();
    (!codes.is_empty()).then(|| quote!(&[#(#codes),*]))
}
