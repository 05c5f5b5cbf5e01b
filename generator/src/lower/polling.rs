//! Connects long-running operations with the operations that say how they stand (`x-armature-polling`).
//!
//! In: the lowered operations of one api-version and its types in their final form.
//! Out: the outcome of each operation that has the extension.
//! Never: lets a faulty extension cost more than itself: then the operation is a plain method.

use crate::azure::polling::{self as extension, Fault, Polling, State};
use crate::diagnostic::Diagnostics;
use crate::lower::inventory::Described;
use crate::lower::operations::Lowered;
use crate::model::{
    HttpMethod, LongRunning, Operation, Outcome, Parameter, ParameterLocation, ParameterSource,
    PathPiece, Payload, Polled, PolledGet, PolledState, Scalar, StateModel, Type, TypeDefinition,
    TypeId, TypeTable, WaitsForCaller,
};
use crate::name::Name;

/// The extension of an operation, where it has one without a fault in itself.
pub(super) fn declared(
    described: &Described<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Polling> {
    match extension::polling(&described.operation.extensions)? {
        Ok(polling) => Some(polling),
        Err(faults) => {
            for fault in faults {
                report(&described.place, fault, diagnostics);
            }
            None
        }
    }
}

/// Gives all operations that have the extension their outcome.
pub(super) fn connect(lowered: &mut [Lowered], types: &TypeTable, diagnostics: &mut Diagnostics) {
    let mut states: Vec<(StateModel, Payload)> = Vec::new();
    let outcomes: Vec<Option<Polled>> = lowered
        .iter()
        .map(|one| {
            let polling = one.polling.as_ref()?;
            let connection = Connection {
                operation: &one.operation,
                all: lowered,
                types,
            };
            let polled = connection
                .polled(polling)
                .and_then(|polled| agree(polled, &mut states));
            polled
                .map_err(|fault| report(&one.operation.place, fault, diagnostics))
                .ok()
        })
        .collect();
    for (one, polled) in lowered.iter_mut().zip(outcomes) {
        if let Some(polled) = polled {
            one.operation.outcome = Outcome::LongRunning(LongRunning::Polled(Box::new(polled)));
        }
    }
}

/// A model has one way to say its state and one result, whichever operations it is the state of.
fn agree(polled: Polled, states: &mut Vec<(StateModel, Payload)>) -> Result<Polled, Fault> {
    let PolledState::Model(state) = &polled.state else {
        return Ok(polled);
    };
    match states.iter().find(|(known, _)| known.model == state.model) {
        None => states.push((state.clone(), polled.output.clone())),
        Some((known, output)) if known == state && *output == polled.output => {}
        Some(_) => {
            let reason =
                "the model is the state of another operation, with other words or another result";
            return Err(fault(&["state"], reason));
        }
    }
    Ok(polled)
}

fn report(place: &crate::location::Place, fault: Fault, diagnostics: &mut Diagnostics) {
    let extension = place.key(extension::NAME);
    let at = fault
        .path
        .iter()
        .fold(extension, |place, key| place.key(key));
    diagnostics.polling_does_not_fit(&at, &fault.reason);
}

fn fault(path: &[&'static str], reason: impl Into<String>) -> Fault {
    Fault {
        path: path.to_vec(),
        reason: reason.into(),
    }
}

/// An operation with the extension, among all others.
struct Connection<'a> {
    operation: &'a Operation,
    all: &'a [Lowered],
    types: &'a TypeTable,
}

impl Connection<'_> {
    fn polled(&self, polling: &Polling) -> Result<Polled, Fault> {
        let asked = self.other(&polling.operation, "operation")?;
        let result = match &polling.result {
            Some(id) => Some(self.other(id, "result")?),
            None => None,
        };
        let output = result.unwrap_or(asked).success.payload.clone();
        if matches!(
            output,
            Payload::Xml(_) | Payload::Text | Payload::Stream | Payload::Raw
        ) {
            let key = if result.is_some() {
                "result"
            } else {
                "operation"
            };
            return Err(fault(&[key], "the result is not JSON"));
        }
        let state = match &polling.state {
            Some(state) => PolledState::Model(self.state(state, polling, asked)?),
            None => self.by_status(polling, &output)?,
        };
        let known = asked.success.codes.iter();
        for (key, statuses) in [
            ("pending-statuses", &polling.pending),
            ("accepted-statuses", &polling.accepted),
        ] {
            if let Some(status) = known.clone().find(|status| statuses.contains(status)) {
                let reason = format!("{status} is a success of `{}`", asked.id);
                return Err(fault(&[key], reason));
            }
        }
        Ok(Polled {
            asked: self.get(asked, "operation")?,
            result: match result {
                Some(result) => Some(self.get(result, "result")?),
                None => None,
            },
            output,
            state,
            pending: polling.pending.clone(),
        })
    }

    /// The operation of that id: a GET with one answer.
    fn other(&self, id: &str, key: &'static str) -> Result<&Operation, Fault> {
        let mut operations = self.all.iter().map(|one| &one.operation);
        let Some(found) = operations.find(|operation| operation.id == id) else {
            return Err(fault(&[key], format!("there is no operation `{id}`")));
        };
        if found.method != HttpMethod::Get {
            return Err(fault(&[key], format!("`{id}` is no GET")));
        }
        match found.outcome {
            Outcome::Done => Ok(found),
            Outcome::Paged(_) | Outcome::LongRunning(_) => Err(fault(
                &[key],
                format!("`{id}` is a list or a long-running operation itself"),
            )),
        }
    }

    /// The GET, when this operation has a value for everything that it must have.
    fn get(&self, other: &Operation, key: &'static str) -> Result<PolledGet, Fault> {
        let mut path = other.path.clone();
        for parameter in &other.parameters {
            let has_value = self
                .operation
                .parameters
                .iter()
                .any(|own| is_same(own, parameter));
            let wire = parameter.name.wire();
            let is_last = path.last() == Some(&PathPiece::Parameter(wire.to_owned()));
            match parameter.source {
                _ if has_value => {}
                // An optional last segment is absent.
                ParameterSource::Option if is_last => _ = path.pop(),
                ParameterSource::Option if !is_in_path(parameter) => {}
                _ => {
                    let id = &other.id;
                    let reason =
                        format!("`{id}` must have `{wire}`, which this operation does not have");
                    return Err(fault(&[key], reason));
                }
            }
        }
        Ok(PolledGet {
            operation: other.id.clone(),
            path,
            codes: other.success.codes.clone(),
        })
    }

    fn by_status(&self, polling: &Polling, output: &Payload) -> Result<PolledState, Fault> {
        let own = &self.operation.success.payload;
        for (key, is_used) in [
            ("accepted-statuses", !polling.accepted.is_empty()),
            ("unless-absent", polling.unless_absent.is_some()),
        ] {
            if is_used && own != output {
                let reason = "the first answer can be the result, but they are of different types";
                return Err(fault(&[key], reason));
            }
        }
        if let Some(path) = &polling.unless_absent {
            let model = match own {
                Payload::Json(ty) => ty,
                Payload::Nothing
                | Payload::Xml(_)
                | Payload::Text
                | Payload::Stream
                | Payload::Raw => &Type::Any,
            };
            self.fields(model, path)
                .map_err(|reason| fault(&["unless-absent"], reason))?;
        }
        Ok(PolledState::Status {
            accepted: polling.accepted.clone(),
            unless_absent: polling.unless_absent.as_ref().map(|path| path.join(".")),
        })
    }

    fn state(
        &self,
        state: &State,
        polling: &Polling,
        asked: &Operation,
    ) -> Result<StateModel, Fault> {
        let model = match &self.operation.success.payload {
            Payload::Json(Type::Named(id)) => *id,
            _ => return Err(fault(&["state"], "the first answer is no model")),
        };
        if asked.success.payload != self.operation.success.payload {
            let reason = format!(
                "the answers of `{}` are not of the model of the first answer",
                asked.id
            );
            return Err(fault(&["state"], reason));
        }
        let property = self
            .text(model, &state.property)
            .map_err(|reason| fault(&["state", "property"], reason))?;
        let waits_for_caller = match &polling.waits_for_caller {
            None => None,
            Some(waits) => Some(WaitsForCaller {
                property: self
                    .text(model, &waits.property)
                    .map_err(|reason| fault(&["waits-for-caller", "property"], reason))?,
                value: waits.value.clone(),
                message: waits.message.clone(),
            }),
        };
        Ok(StateModel {
            model,
            property,
            succeeded: state.succeeded.clone(),
            failed: state.failed.clone(),
            canceled: state.canceled.clone(),
            waits_for_caller,
        })
    }

    /// The fields on the way to a text or an enumeration.
    fn text(&self, model: TypeId, path: &[String]) -> Result<Vec<Name>, String> {
        let (names, ty) = self.fields(&Type::Named(model), path)?;
        let is_text = match ty {
            Type::Scalar(Scalar::String) => true,
            Type::Named(id) => {
                matches!(self.types.get(id), Some(TypeDefinition::Enumeration(one)) if one.base == Scalar::String)
            }
            _ => false,
        };
        match is_text {
            true => Ok(names),
            false => Err(format!("`{}` is no text", path.join("."))),
        }
    }

    /// The fields on the way, and the type of the last.
    fn fields(&self, model: &Type, path: &[String]) -> Result<(Vec<Name>, Type), String> {
        let mut names = Vec::new();
        let mut ty = model.clone();
        for wire in path {
            let object = match &ty {
                Type::Named(id) => match self.types.get(*id) {
                    Some(TypeDefinition::Object(object)) => Some(object),
                    _ => None,
                },
                _ => None,
            };
            let field = object
                .and_then(|object| object.fields.iter().find(|field| field.name.wire() == wire))
                .ok_or_else(|| format!("there is no model with a property `{wire}`"))?;
            names.push(field.name.clone());
            ty = field.ty.clone();
        }
        Ok((names, ty))
    }
}

fn is_in_path(parameter: &Parameter) -> bool {
    matches!(
        parameter.location,
        ParameterLocation::Path | ParameterLocation::PathVerbatim
    )
}

/// Whether a value of this operation also goes out to the other one: values of the path, and the api-version.
fn is_same(own: &Parameter, other: &Parameter) -> bool {
    let is_named_so = own.name.wire().eq_ignore_ascii_case(other.name.wire());
    if is_in_path(other) {
        return own.name.wire() == other.name.wire() && own.location == other.location;
    }
    let is_version = own.name.wire().eq_ignore_ascii_case("api-version");
    is_named_so && is_version && own.location == other.location && own.source == other.source
}
