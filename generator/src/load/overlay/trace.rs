//! Where the values of an amended document stand: in its own text, or in that of an overlay.
//!
//! In: what overlays and directives have added, replaced, renamed and moved.
//! Out: for a pointer into the amended document, the text and the pointer that the value comes from ([`Trace::origin`]).
//! Never: holds values. A document that nothing has changed has an empty trace.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::load::reference::Target;

/// One value of a document and what is below it. What has no entry stands where its parent does, one step further in.
#[derive(Clone, Debug, Default)]
pub(in crate::load) struct Trace {
    from: From,
    /// By step, escaped as in a pointer.
    below: BTreeMap<String, Trace>,
}

#[derive(Clone, Debug, Default)]
enum From {
    /// Under the same key or index of its parent.
    #[default]
    Parent,
    /// Under another key or index of its parent: it was renamed, or elements before it were removed. Escaped.
    Step(String),
    /// In an overlay.
    Overlay(Target),
}

impl Trace {
    /// The text and the pointer in it that the value at `pointer` comes from. `document` is the amended one.
    pub(in crate::load) fn origin(&self, document: &Arc<str>, pointer: &str) -> Target {
        let mut origin = Target {
            document: Arc::clone(document),
            pointer: String::new(),
        };
        let mut here = Some(self);
        for step in pointer.split('/').skip(1) {
            here = here.and_then(|trace| trace.below.get(step));
            match here.map(|trace| &trace.from) {
                None | Some(From::Parent) => {
                    origin.pointer.push('/');
                    origin.pointer.push_str(step);
                }
                Some(From::Step(before)) => {
                    origin.pointer.push('/');
                    origin.pointer.push_str(before);
                }
                Some(From::Overlay(target)) => origin = target.clone(),
            }
        }
        origin
    }

    /// The entry of the value at `pointer`, made when there is none.
    pub(in crate::load) fn at(&mut self, pointer: &str) -> &mut Self {
        let steps = pointer.split('/').skip(1);
        steps.fold(self, |trace, step| trace.step(step))
    }

    /// The entry of a member or element; `step` is escaped.
    pub(super) fn step(&mut self, step: &str) -> &mut Self {
        self.below.entry(step.to_owned()).or_default()
    }

    /// Notes that an overlay has put this value here, with all that is in it.
    pub(super) fn put(&mut self, by: Target) {
        self.from = From::Overlay(by);
        self.below.clear();
    }

    /// Notes that this value was replaced by one that stands in no text that is at hand: it is shown where the one before stood.
    pub(in crate::load) fn forget(&mut self) {
        self.below.clear();
    }

    /// Notes that a member was removed; `step` is escaped.
    pub(in crate::load) fn remove(&mut self, step: &str) {
        self.below.remove(step);
    }

    /// Notes that of this array only the elements with these indices are left, in this order.
    pub(in crate::load) fn keep(&mut self, indices: &[usize]) {
        let mut before = std::mem::take(&mut self.below);
        for (now, then) in indices.iter().enumerate() {
            let mut element = before.remove(&then.to_string());
            if now != *then {
                element
                    .get_or_insert_default()
                    .moved_from(&then.to_string());
            }
            self.below
                .extend(element.map(|element| (now.to_string(), element)));
        }
    }

    /// Notes that a member has another key; both are escaped.
    pub(in crate::load) fn rename(&mut self, then: &str, now: &str) {
        let mut member = self.below.remove(then).unwrap_or_default();
        member.moved_from(then);
        self.below.insert(now.to_owned(), member);
    }

    fn moved_from(&mut self, step: &str) {
        if matches!(self.from, From::Parent) {
            self.from = From::Step(step.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(trace: &Trace, pointer: &str) -> String {
        trace.origin(&"main.json".into(), pointer).to_string()
    }

    fn target(pointer: &str) -> Target {
        Target {
            document: "overlay.yaml".into(),
            pointer: pointer.to_owned(),
        }
    }

    #[test]
    fn what_was_put_stands_in_the_overlay_and_the_rest_where_it_was() {
        let mut trace = Trace::default();
        trace.at("/a/b").put(target("/actions/0/update"));
        assert_eq!(origin(&trace, "/a"), "main.json#/a");
        assert_eq!(origin(&trace, "/a/b"), "overlay.yaml#/actions/0/update");
        assert_eq!(
            origin(&trace, "/a/b/c/0"),
            "overlay.yaml#/actions/0/update/c/0"
        );
    }

    #[test]
    fn members_keep_their_place_under_another_key() {
        let mut trace = Trace::default();
        trace.at("/a/b/c").put(target("/actions/0/update"));
        trace.at("/a").rename("b", "x~1y");
        trace.at("/a").rename("x~1y", "z");
        assert_eq!(origin(&trace, "/a/z/d"), "main.json#/a/b/d");
        assert_eq!(
            origin(&trace, "/a/z/c/0"),
            "overlay.yaml#/actions/0/update/0"
        );
    }

    #[test]
    fn elements_keep_their_place_when_those_before_them_go() {
        let mut trace = Trace::default();
        trace.at("/list/4").put(target("/actions/0/update"));
        trace.at("/list").keep(&[0, 2, 3, 4]);
        trace.at("/list").keep(&[0, 2, 3]);
        assert_eq!(origin(&trace, "/list/0/x"), "main.json#/list/0/x");
        assert_eq!(origin(&trace, "/list/1/x"), "main.json#/list/3/x");
        assert_eq!(
            origin(&trace, "/list/2/x"),
            "overlay.yaml#/actions/0/update/x"
        );
    }
}
