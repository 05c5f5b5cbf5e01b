//! Which file a model, a union, an enumeration, a header trait goes to.
//!
//! In: the type table and the header sets.
//! Out: files by module: one `models` when everything fits, else `models::<group>` for what one group alone uses and
//! `models::shared` for the rest; `enums` and `headers`, numbered when they are long. Where groups are features: a file for
//! each set of groups that use the same definitions, whatever their kind.
//! Never: leaves a file longer than the budget, unless one item alone is.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use crate::emit::groups::Users;
use crate::emit::scope::Scope;
use crate::emit::{enums, headers, models, size, tokens, unions};
use crate::model::{GroupId, HeaderSetId, Usage};
use crate::name::Name;

/// The file of what several groups use.
const SHARED: &str = "shared";

/// One file with definitions that are re-exported from `models`.
pub(super) struct ModelFile {
    /// Modules below the api-version: `["models"]`, `["models", "shared"]`, `["enums"]`.
    pub path: Vec<String>,
    /// The models and header traits in it.
    pub items: TokenStream,
    /// The enumerations in it. Names in them are free, as variants are: they mention nothing but their own definitions and macros.
    pub enumerations: TokenStream,
    /// The public names in it.
    pub names: BTreeSet<String>,
    /// When it is there; empty for always.
    pub cfg: TokenStream,
}

/// All files of an api-version. The one for `models` itself is there when nothing else is.
pub(super) fn all(scope: &Scope<'_>) -> Vec<ModelFile> {
    let definitions = definitions(scope);
    if scope.groups.are_there() {
        by_users(scope, definitions)
    } else {
        by_kind(definitions)
    }
}

/// `enums`, `headers`, and `models` as one file or by group.
fn by_kind(definitions: Vec<Definition>) -> Vec<ModelFile> {
    let (enumerations, others): (Vec<_>, Vec<_>) = definitions
        .into_iter()
        .partition(|definition| definition.kind == Kind::Enumeration);
    let (headers, objects): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|definition| definition.kind == Kind::Headers);
    let always = TokenStream::new();
    let mut files = parts(&["enums"], enumerations, &always);
    files.extend(parts(&["headers"], headers, &always));
    let lines: usize = objects.iter().map(|definition| definition.lines).sum();
    if lines <= size::BUDGET {
        files.extend(parts(&["models"], objects, &always));
        return files;
    }
    let mut places: BTreeMap<String, Vec<Definition>> = BTreeMap::new();
    for definition in objects {
        places
            .entry(definition.place.clone())
            .or_default()
            .push(definition);
    }
    for (place, definitions) in places {
        files.extend(parts(&["models", &place], definitions, &always));
    }
    files
}

/// A file for each set of groups that use the same definitions.
fn by_users(scope: &Scope<'_>, definitions: Vec<Definition>) -> Vec<ModelFile> {
    let mut sets: BTreeMap<Users, Vec<Definition>> = BTreeMap::new();
    for definition in definitions {
        sets.entry(definition.users.clone())
            .or_default()
            .push(definition);
    }
    let mut places: BTreeMap<String, (Users, Vec<Definition>)> = BTreeMap::new();
    for (users, definitions) in sets {
        let mut name = match &users {
            Users::Always => SHARED.to_owned(),
            Users::Groups(groups) => match groups.as_slice() {
                [one] => place_of_group(scope, *one),
                _ => shared(&definitions),
            },
        };
        while places.contains_key(&name) {
            name.push('_');
        }
        places.insert(name, (users, definitions));
    }
    let mut files = Vec::new();
    for (place, (users, definitions)) in places {
        let cfg = scope.groups.cfg_of(&users);
        files.extend(parts(&["models", &place], definitions, &cfg));
    }
    files
}

/// What some groups share is called after the first type there: that changes less often than who uses it.
fn shared(definitions: &[Definition]) -> String {
    let first = definitions
        .first()
        .map(|definition| definition.module.as_str());
    format!("{SHARED}_{}", first.unwrap_or_default())
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Model,
    Enumeration,
    Headers,
}

struct Definition {
    kind: Kind,
    name: String,
    /// The name as a module.
    module: String,
    /// Who uses it.
    users: Users,
    /// The file it goes to where there is one for each group: models only.
    place: String,
    items: TokenStream,
    lines: usize,
}

impl Definition {
    fn new(kind: Kind, name: &Name, users: Users, items: TokenStream) -> Self {
        Self {
            kind,
            name: tokens::type_name(name).to_string(),
            module: tokens::module(&name.snake()),
            users,
            place: String::new(),
            lines: size::lines(&items),
            items,
        }
    }
}

/// Objects with unions, enumerations and header traits, each kind sorted by name.
fn definitions(scope: &Scope<'_>) -> Vec<Definition> {
    let model = |name: &Name, usage: &Usage, items: TokenStream| {
        let users = scope.groups.users(usage);
        let mut definition = Definition::new(Kind::Model, name, users, items);
        definition.place = place(scope, usage);
        definition
    };
    let objects = scope.objects().into_iter();
    let objects =
        objects.map(|object| model(&object.name, &object.usage, models::items(scope, object)));
    let unions = scope.unions().into_iter();
    let unions = unions.map(|union| model(&union.name, &union.usage, unions::items(scope, union)));
    let mut models: Vec<_> = objects.chain(unions).collect();
    models.sort_by(|left, right| left.name.cmp(&right.name));
    let enumerations = scope.enumerations().into_iter().map(|enumeration| {
        let users = scope.groups.users(&enumeration.usage);
        let items = enums::items(enumeration);
        Definition::new(Kind::Enumeration, &enumeration.name, users, items)
    });
    let sets = scope.version.headers.iter().enumerate();
    let headers = sets.map(|(index, set)| {
        let users = users_of_headers(scope, HeaderSetId(index));
        Definition::new(Kind::Headers, &set.name, users, headers::items(scope, set))
    });
    models
        .into_iter()
        .chain(enumerations)
        .chain(headers)
        .collect()
}

/// The groups whose operations answer with these headers.
fn users_of_headers(scope: &Scope<'_>, id: HeaderSetId) -> Users {
    let operations = scope.version.operations.iter();
    let groups: Option<BTreeSet<GroupId>> = operations
        .filter(|operation| operation.success.headers == Some(id))
        .map(|operation| operation.group)
        .collect();
    match groups {
        Some(groups) => scope.groups.users_in(groups.into_iter().collect()),
        None => Users::Always,
    }
}

/// The group that alone uses a model, else `shared`; `client` for models of the root client's own operations.
fn place(scope: &Scope<'_>, usage: &Usage) -> String {
    match (usage.groups.as_slice(), usage.by_root) {
        ([], true) => "client".to_owned(),
        ([group], false) => place_of_group(scope, *group),
        _ => SHARED.to_owned(),
    }
}

fn place_of_group(scope: &Scope<'_>, id: GroupId) -> String {
    match scope.version.groups.get(id.0) {
        Some(group) => distinct(&tokens::module(&group.name.snake())),
        None => SHARED.to_owned(),
    }
}

/// A group may be called like a place of ours.
fn distinct(module: &str) -> String {
    match module {
        "client" | "shared" => format!("{module}_group"),
        other => other.to_owned(),
    }
}

fn parts(path: &[&str], definitions: Vec<Definition>, cfg: &TokenStream) -> Vec<ModelFile> {
    let Some((last, before)) = path.split_last() else {
        return Vec::new();
    };
    let parts = size::parts(definitions, 0, |definition| definition.lines);
    let files = parts.into_iter().enumerate().map(|(index, part)| {
        let mut path: Vec<String> = before.iter().map(|module| (*module).to_owned()).collect();
        path.push(size::part_name(last, index));
        let names = part
            .iter()
            .map(|definition| definition.name.clone())
            .collect();
        let (enumerations, others): (Vec<_>, Vec<_>) = part
            .into_iter()
            .partition(|definition| definition.kind == Kind::Enumeration);
        ModelFile {
            path,
            items: others.into_iter().map(|one| one.items).collect(),
            enumerations: enumerations.into_iter().map(|one| one.items).collect(),
            names,
            cfg: cfg.clone(),
        }
    });
    files.collect()
}
