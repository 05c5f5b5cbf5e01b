//! Holds the model against what `emit` relies on. After this, emitting cannot fail.
//!
//! In: the model of one api-version.
//! Out: an error for each contradiction: an id that leads nowhere, or two things of one scope with one name.
//! Never: changes the model. What it finds is a fault of `lower`, not of the description.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::lower::distinct::{Scope, Spelling};
use crate::model::{
    ApiVersion, GroupId, HeaderSubject, LongRunning, Object, Operation, Outcome, ParameterSource,
    PathPiece, Polled, PolledState, RestOfObject, Type, TypeDefinition, TypeId, Union,
};
use crate::name::Name;

/// Checks the model.
pub(super) fn check(version: &ApiVersion, diagnostics: &mut Diagnostics) {
    let mut faults = Vec::new();
    for operation in &version.operations {
        let mut found = ids_of_operation(version, operation);
        found.extend(sources(version, operation));
        found.extend(arguments(operation));
        faults.extend(found.into_iter().map(|fault| {
            (
                operation.place.clone(),
                format!("`{}`: {fault}", operation.id),
            )
        }));
    }
    for definition in &version.types.definitions {
        if let TypeDefinition::Object(object) = definition {
            faults.extend(
                fields(version, object)
                    .into_iter()
                    .map(|fault| (object.place.clone(), fault)),
            );
        }
        if let TypeDefinition::Union(union) = definition {
            let found = kinds(version, union).into_iter();
            faults.extend(found.map(|fault| (union.place.clone(), fault)));
        }
        if let TypeDefinition::Enumeration(enumeration) = definition {
            let names = enumeration.variants.iter().map(|variant| &variant.name);
            faults.extend(
                doubles(Spelling::Pascal, names)
                    .into_iter()
                    .map(|fault| (enumeration.place.clone(), fault)),
            );
        }
    }
    let root = version
        .sources
        .first()
        .map(|path| Place::document(path))
        .unwrap_or_else(|| Place::document(""));
    let of_version = [methods(version), types(version), header_sets(version)].concat();
    faults.extend(of_version.into_iter().map(|fault| (root.clone(), fault)));
    for (place, fault) in faults {
        diagnostics.inconsistent_model(&place, &fault);
    }
}

fn ids_of_operation(version: &ApiVersion, operation: &Operation) -> Vec<String> {
    let mut faults = Vec::new();
    if operation
        .group
        .is_some_and(|GroupId(id)| id >= version.groups.len())
    {
        faults.push("its group does not exist".to_owned());
    }
    if operation
        .success
        .headers
        .is_some_and(|id| id.0 >= version.headers.len())
    {
        faults.push("its headers do not exist".to_owned());
    }
    let mut types: Vec<&Type> = operation
        .parameters
        .iter()
        .map(|parameter| &parameter.ty)
        .collect();
    types.extend(operation.body.iter().map(|body| &body.ty));
    types.extend(operation.success.payload.ty());
    if let Some(paging) = operation.outcome.paging() {
        types.push(&paging.item);
        let page = match version.types.get(paging.page) {
            Some(TypeDefinition::Object(page)) => page
                .usage
                .page_items
                .and_then(|index| page.fields.get(index)),
            _ => None,
        };
        if !page.is_some_and(|field| matches!(field.ty, Type::List(_))) {
            faults.push("its page has no items".to_owned());
        }
    }
    if let Outcome::LongRunning(LongRunning::Polled(polled)) = &operation.outcome {
        types.extend(polled.output.ty());
        faults.extend(state(version, polled));
    }
    if operation
        .error
        .is_some_and(|id| !matches!(version.types.get(id), Some(TypeDefinition::Object(_))))
    {
        faults.push("its error model does not exist".to_owned());
    }
    faults.extend(
        types
            .into_iter()
            .filter(|ty| !exists(version, ty))
            .map(|ty| format!("the type {ty:?} does not exist")),
    );
    faults
}

/// The fields that say how a long-running operation stands are those of its model.
fn state(version: &ApiVersion, polled: &Polled) -> Option<String> {
    let PolledState::Model(state) = &polled.state else {
        return None;
    };
    let waits = state.waits_for_caller.as_ref();
    let mut properties = std::iter::once(&state.property).chain(waits.map(|one| &one.property));
    let leads_to_a_field = |property: &Vec<Name>| {
        let mut ty = Some(Type::Named(state.model));
        for name in property {
            ty = match ty.take() {
                Some(Type::Named(id)) => match version.types.get(id) {
                    Some(TypeDefinition::Object(object)) => {
                        let field = object.fields.iter().find(|field| field.name == *name);
                        field.map(|field| field.ty.clone())
                    }
                    _ => None,
                },
                _ => None,
            };
        }
        !property.is_empty() && ty.is_some()
    };
    (!properties.all(leads_to_a_field))
        .then(|| "the model of its states lacks a field that says how it stands".to_owned())
}

fn exists(version: &ApiVersion, ty: &Type) -> bool {
    match ty {
        Type::Named(id) => version.types.get(*id).is_some(),
        Type::List(inner) | Type::Map(inner) => exists(version, inner),
        Type::Scalar(_) | Type::Any => true,
    }
}

fn sources(version: &ApiVersion, operation: &Operation) -> Vec<String> {
    let kept = |wire: &String| {
        version
            .client
            .parameters
            .iter()
            .any(|parameter| parameter.name.wire() == wire)
    };
    let of_client = operation
        .parameters
        .iter()
        .filter_map(|parameter| match &parameter.source {
            ParameterSource::Client(wire) if !kept(wire) => {
                Some(format!("the client has no parameter `{wire}`"))
            }
            _ => None,
        });
    let declared = |wire: &String| {
        operation
            .parameters
            .iter()
            .any(|parameter| parameter.name.wire() == wire)
    };
    let of_path = operation.path.iter().filter_map(|piece| match piece {
        PathPiece::Parameter(wire) if !declared(wire) => {
            Some(format!("there is no parameter `{wire}` for the path"))
        }
        _ => None,
    });
    of_client.chain(of_path).collect()
}

fn arguments(operation: &Operation) -> Vec<String> {
    let named = operation.parameters.iter().filter(|parameter| {
        matches!(
            parameter.source,
            ParameterSource::Argument | ParameterSource::Option
        )
    });
    let names = named
        .map(|parameter| &parameter.name)
        .chain(operation.body.iter().map(|body| &body.name));
    doubles(Spelling::Snake, names)
}

fn fields(version: &ApiVersion, object: &Object) -> Vec<String> {
    let mut faults = doubles(
        Spelling::Snake,
        object.fields.iter().map(|field| &field.name),
    );
    for constant in &object.constants {
        let mut fields = object.fields.iter();
        if fields.any(|field| field.name.wire() == constant.property) {
            faults.push(format!("`{}` is a field and a constant", constant.property));
        }
    }
    let rest = match &object.rest {
        RestOfObject::Kept(ty) => Some(ty),
        RestOfObject::Ignored => None,
    };
    let missing = object
        .fields
        .iter()
        .map(|field| &field.ty)
        .chain(rest)
        .filter(|ty| !exists(version, ty));
    faults.extend(missing.map(|ty| format!("the type {ty:?} does not exist")));
    faults
}

/// Each kind is an object or a union, and there once; each value is one kind's.
fn kinds(version: &ApiVersion, union: &Union) -> Vec<String> {
    let mut faults = Vec::new();
    let mut types: BTreeSet<TypeId> = BTreeSet::new();
    let mut values: BTreeSet<&str> = BTreeSet::new();
    for kind in &union.kinds {
        let has_kinds_type = matches!(
            version.types.get(kind.ty),
            Some(TypeDefinition::Object(_) | TypeDefinition::Union(_))
        );
        if !has_kinds_type || !types.insert(kind.ty) {
            faults.push(format!(
                "the kind {:?} does not exist, or is there twice",
                kind.ty
            ));
        }
        for value in &kind.values {
            if !values.insert(value) {
                faults.push(format!("two kinds have the value `{value}`"));
            }
        }
    }
    faults
}

fn methods(version: &ApiVersion) -> Vec<String> {
    let ids = (0..version.groups.len())
        .map(|index| Some(GroupId(index)))
        .chain([None]);
    ids.flat_map(|group| {
        let of_group = version
            .operations
            .iter()
            .filter(|operation| operation.group == group);
        let names: Vec<Name> = of_group.flat_map(methods_of).collect();
        doubles(Spelling::Snake, names.iter())
    })
    .collect()
}

/// The names of an operation's methods.
fn methods_of(operation: &Operation) -> Vec<Name> {
    let plain = operation.name.clone();
    let begin = || Name::from_wire(&format!("begin_{}", operation.name.snake()));
    match operation.outcome {
        _ if operation.is_begun_or_listed() => vec![begin(), plain],
        Outcome::LongRunning(_) => vec![begin()],
        Outcome::Done | Outcome::Paged(_) => vec![plain],
    }
}

fn types(version: &ApiVersion) -> Vec<String> {
    // What no operation reaches is not emitted, so its name does not matter.
    let models = version
        .types
        .definitions
        .iter()
        .filter(|definition| !definition.usage().is_empty())
        .map(TypeDefinition::name);
    let markers = version.headers.iter().filter_map(|set| match &set.subject {
        HeaderSubject::Marker(name) | HeaderSubject::Stream(name) => Some(name),
        HeaderSubject::Body(_) | HeaderSubject::Text => None,
    });
    let clients = version
        .groups
        .iter()
        .map(|group| &group.client)
        .chain([&version.client.name]);
    doubles(
        Spelling::Pascal,
        models
            .chain(clients)
            .chain(markers)
            .chain(version.headers.iter().map(|set| &set.name)),
    )
}

fn header_sets(version: &ApiVersion) -> Vec<String> {
    version
        .headers
        .iter()
        .flat_map(|set| {
            doubles(
                Spelling::Snake,
                set.headers.iter().map(|header| &header.name),
            )
        })
        .collect()
}

fn doubles<'n>(spelling: Spelling, names: impl Iterator<Item = &'n Name>) -> Vec<String> {
    let mut scope = Scope::new(spelling, [""; 0]);
    names
        .filter(|name| !scope.take(name))
        .map(|name| format!("two are called `{}`", name.wire()))
        .collect()
}
