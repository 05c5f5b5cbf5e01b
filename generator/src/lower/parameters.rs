//! Reads the path, query and header parameters of an operation.
//!
//! In: the parameters of an operation and of its path, and the path's template.
//! Out: [`Parameters`]: each with its place on the wire and the source of its value, and the pieces of the path.
//! Never: reads bodies; names arguments (that is `arguments`).

mod declared;
mod path;
mod source;
mod typed;

use crate::location::Place;
use crate::lower::client_parameters::ClientParameters;
use crate::lower::content_type;
use crate::lower::context::Context;
use crate::lower::inventory::Described;
use crate::model::{
    Body, Doc, Parameter, ParameterLocation, ParameterSource, PathPiece, Scalar, Type,
};
use crate::name::Name;
use declared::In;

/// The parameters of an operation.
#[derive(Clone, Debug)]
pub(super) struct Parameters {
    /// In the order of the description: those of the path first.
    pub list: Vec<Parameter>,
    /// The path; each parameter in it is in the list.
    pub path: Vec<PathPiece>,
}

/// The parameters of an operation. `default_version` is the client's api-version, `body` what they are sent with.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    client: &mut ClientParameters,
    default_version: &str,
    body: Option<&Body>,
    hint: [&str; 2],
) -> Parameters {
    let mut declared = declared::merged(context, described);
    declared.retain(|(name, within), _| content_type::is_kept(name, within, body));
    let path = path::pieces(context, described, &declared);
    let mut list = Vec::new();
    for one in declared.values() {
        if one.within == In::Path && !path.contains(&PathPiece::Parameter(one.data.name.clone())) {
            context
                .diagnostics
                .path_parameter_not_in_path(&one.place, &one.data.name);
            continue;
        }
        let version = described.document.api.info.version.trim();
        let presence = source::presence(context, one, &path);
        list.push(typed::parameter(
            context,
            one,
            presence,
            client,
            (version, default_version),
            hint,
        ));
    }
    list.extend(content_type::undeclared(&list, body, &described.place));
    for piece in &path {
        if let PathPiece::Parameter(wire) = piece
            && !list
                .iter()
                .any(|parameter| is_path(parameter) && parameter.name.wire() == wire)
        {
            context
                .diagnostics
                .missing_path_parameter(&described.item_place, wire);
            list.push(undeclared(wire, &described.item_place));
        }
    }
    Parameters { list, path }
}

fn is_path(parameter: &Parameter) -> bool {
    matches!(
        parameter.location,
        ParameterLocation::Path | ParameterLocation::PathVerbatim
    )
}

/// A parameter that only the path's template knows.
fn undeclared(wire: &str, place: &Place) -> Parameter {
    Parameter {
        name: Name::from_wire(wire),
        location: ParameterLocation::Path,
        source: ParameterSource::Argument,
        ty: Type::Scalar(Scalar::String),
        doc: Doc::default(),
        notes: Vec::new(),
        place: place.clone(),
    }
}
