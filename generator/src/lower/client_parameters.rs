//! Collects the parameters that a client keeps for its operations.
//!
//! In: parameters of operations that are the client's (see [`Keeper::Client`](crate::azure::parameter::Keeper)).
//! Out: one [`ClientParameter`] for each wire name, in the order of their first use.
//! Never: takes the host's parameters or `api-version`.

use indexmap::IndexMap;

use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::lower::distinct::{Scope, Spelling};
use crate::model::{ClientParameter, Doc, Type};
use crate::name::Name;

/// The client's parameters met so far.
#[derive(Clone, Debug, Default)]
pub(super) struct ClientParameters {
    kept: IndexMap<String, (ClientParameter, Place)>,
}

/// What a client and its constructor have beside the described parameters.
const TAKEN: &[&str] = &[
    "api_version",
    "client_options",
    "connection",
    "credential",
    "endpoint",
    "options",
];

impl ClientParameters {
    /// Makes the client keep a parameter. Gives `false` when it keeps one of that name and another type already.
    ///
    /// It is required as soon as one operation requires it.
    pub fn keep(
        &mut self,
        parameter: ClientParameter,
        place: &Place,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        let wire = parameter.name.wire().to_owned();
        match self.kept.get_mut(&wire) {
            None => {
                self.kept.insert(wire, (parameter, place.clone()));
                true
            }
            Some((kept, _)) if kept.ty == parameter.ty => {
                kept.required |= parameter.required;
                true
            }
            Some((_, first)) => {
                diagnostics.client_parameter_types_differ(place, first, &wire);
                false
            }
        }
    }

    /// The types that the parameters have.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        self.kept.values().map(|(parameter, _)| &parameter.ty)
    }

    /// All parameters, with names that are distinct from each other, from those of the host and from what clients have anyway.
    pub fn finish(self, host: &[Name]) -> Vec<ClientParameter> {
        let taken = TAKEN.iter().map(|name| (*name).to_owned());
        let mut scope = Scope::new(Spelling::Snake, taken.chain(host.iter().map(Name::snake)));
        let parameters = self.kept.into_values().map(|(parameter, _)| parameter);
        parameters
            .map(|mut parameter| {
                parameter.name = scope.claim(parameter.name);
                parameter
            })
            .collect()
    }
}

/// A client parameter.
pub(super) fn parameter(name: &Name, ty: &Type, required: bool, doc: &Doc) -> ClientParameter {
    ClientParameter {
        name: name.clone(),
        ty: ty.clone(),
        required,
        doc: doc.clone(),
    }
}
