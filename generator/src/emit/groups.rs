//! A feature for each operation group of a large service that has a crate to itself.
//!
//! In: an api-version, the groups that use something.
//! Out: the names of the features, and the `cfg` that leaves out what no chosen group uses.
//! Never: cuts a small service up, nor a member of a workspace, whose api-versions are its features.
//!
//! What every group uses, or the root client itself, is always there. Everything else is behind exactly the groups that use it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{dispatch, modules};
use crate::model::{ApiVersion, GroupId, Package, Shape, Usage};

/// The feature that stands for all groups; it is on by default.
pub(super) const ALL: &str = "all";

/// A service with more operations than this is large.
const LARGE: usize = 40;

/// Features that are not groups: a group that is called so gives way.
const TAKEN: [&str; 3] = ["default", ALL, dispatch::FEATURE];

/// The features of the groups of one api-version.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    /// By the group's index; empty when the groups are no features.
    names: Vec<String>,
}

impl Features {
    /// Those of `version`: none unless it is large, has several groups, and is a crate of its own.
    pub(super) fn of(package: &Package, version: &ApiVersion) -> Self {
        let is_cut = package.shape == Shape::StandAlone
            && version.operations.len() > LARGE
            && version.groups.len() > 1;
        if !is_cut {
            return Self::default();
        }
        let mut names: Vec<String> = Vec::new();
        for group in &version.groups {
            let mut name = feature_name(&group.name.kebab());
            while TAKEN.contains(&name.as_str()) || names.contains(&name) {
                name.push_str("-group");
            }
            names.push(name);
        }
        Self { names }
    }

    /// Whether groups are features at all.
    pub(super) fn are_there(&self) -> bool {
        !self.names.is_empty()
    }

    /// All of them, in the order of the groups.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// `certificate`; none for the root client's own operations.
    pub(super) fn name(&self, group: Option<GroupId>) -> Option<&str> {
        self.names.get(group?.0).map(String::as_str)
    }

    /// `#[cfg(feature = "certificate")]` for what belongs to one group.
    pub(super) fn cfg(&self, group: Option<GroupId>) -> TokenStream {
        match self.name(group) {
            Some(name) => quote!(#[cfg(feature = #name)]),
            None => TokenStream::new(),
        }
    }

    /// `#[cfg(any(feature = "api", feature = "product"))]` for what some groups use; nothing for what is always there.
    pub(super) fn cfg_of(&self, users: &Users) -> TokenStream {
        let names: Option<Vec<String>> = match users {
            Users::Always => None,
            Users::Groups(groups) => groups
                .iter()
                .map(|group| self.names.get(group.0).cloned())
                .collect(),
        };
        match names {
            Some(names) if !names.is_empty() => modules::any_feature(&names),
            _ => TokenStream::new(),
        }
    }

    /// Who uses a type.
    pub(super) fn users(&self, usage: &Usage) -> Users {
        if usage.by_root {
            return Users::Always;
        }
        self.users_in(usage.groups.clone())
    }

    /// The groups in `groups`, ascending, as users.
    pub(super) fn users_in(&self, groups: Vec<GroupId>) -> Users {
        if groups.is_empty() || groups.len() >= self.names.len() {
            Users::Always
        } else {
            Users::Groups(groups)
        }
    }
}

/// Who uses a definition.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Users {
    /// The root client's own operations, or all groups: it is always compiled.
    Always,
    /// These groups, ascending.
    Groups(Vec<GroupId>),
}

/// Cargo wants ASCII letters, digits and hyphens here, and no hyphen first.
fn feature_name(kebab: &str) -> String {
    let kept: String = kebab
        .chars()
        .map(|letter| match letter {
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => '-',
        })
        .collect();
    match kept.trim_matches('-') {
        "" => "group".to_owned(),
        name => name.to_owned(),
    }
}
