//! Where the values of a YAML text stand.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser};

use crate::location::escape;

/// Pointer → byte offset: of the key for a member, of the value otherwise. What an alias stands for is only where its anchor is.
pub(super) fn index(text: &str) -> BTreeMap<String, usize> {
    let mut walk = Walk::default();
    // The text was read before, so a complaint is a difference between two parsers: what was found up to there serves.
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        walk.event(&event, span.start.index());
    }
    bytes(text, walk.offsets)
}

#[derive(Default)]
struct Walk {
    offsets: BTreeMap<String, usize>,
    pointer: String,
    open: Vec<Open>,
}

/// A collection whose end has not come yet.
struct Open {
    kind: Kind,
    /// Length of the pointer to the collection itself.
    length: usize,
}

enum Kind {
    Sequence {
        next: usize,
    },
    /// With a key when its value comes next.
    Mapping {
        key: Option<Key>,
    },
    /// A key that is a collection itself.
    Opaque,
}

struct Key {
    name: String,
    offset: usize,
}

impl Walk {
    fn event(&mut self, event: &Event<'_>, offset: usize) {
        match event {
            Event::Scalar(text, ..) => self.value(offset, Some(text), None),
            Event::Alias(_) => self.value(offset, None, None),
            Event::SequenceStart(..) => self.value(offset, None, Some(Kind::Sequence { next: 0 })),
            Event::MappingStart(..) => self.value(offset, None, Some(Kind::Mapping { key: None })),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
    }

    /// A value begins, or a key where a mapping waits for one. `opens` says which collection it is.
    fn value(&mut self, offset: usize, text: Option<&str>, opens: Option<Kind>) {
        let length = match self.open.last_mut() {
            None => {
                self.offsets.insert(String::new(), offset);
                0
            }
            Some(Open {
                kind: Kind::Opaque,
                length,
            }) => *length,
            Some(Open {
                kind: Kind::Sequence { next },
                length,
            }) => {
                let step = next.to_string();
                *next += 1;
                let length = *length;
                self.step(length, &step, offset);
                self.pointer.len()
            }
            Some(Open {
                kind: Kind::Mapping { key },
                length,
            }) => match key.take() {
                Some(key) => {
                    let length = *length;
                    self.step(length, &escape(&key.name), key.offset);
                    self.pointer.len()
                }
                None => {
                    let name = text.unwrap_or_default().to_owned();
                    *key = Some(Key { name, offset });
                    let length = *length;
                    if opens.is_some() {
                        self.open.push(Open {
                            kind: Kind::Opaque,
                            length,
                        });
                    }
                    return;
                }
            },
        };
        if let Some(kind) = opens {
            let kind = match self.open.last() {
                Some(Open {
                    kind: Kind::Opaque, ..
                }) => Kind::Opaque,
                _ => kind,
            };
            self.open.push(Open { kind, length });
        }
    }

    fn step(&mut self, length: usize, step: &str, offset: usize) {
        self.pointer.truncate(length);
        self.pointer.push('/');
        self.pointer.push_str(step);
        self.offsets.insert(self.pointer.clone(), offset);
    }

    fn end(&mut self) {
        if let Some(open) = self.open.pop() {
            self.pointer.truncate(open.length);
        }
    }
}

/// The parser counts characters.
fn bytes(text: &str, mut offsets: BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    if !text.is_ascii() {
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
        for offset in offsets.values_mut() {
            *offset = starts.get(*offset).copied().unwrap_or(text.len());
        }
    }
    offsets
}
