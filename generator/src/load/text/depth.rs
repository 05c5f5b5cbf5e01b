//! Refuses YAML that is nested too deeply, before the parser proper sees it.
//!
//! That parser reads the whole text before it counts levels, and its time grows with the square of the number of open brackets: half a
//! megabyte of `{a: ` would keep it busy for minutes. The one used here tells of each level as it comes. Both have to accept a text.

use saphyr_parser::{Event, Parser};

use super::{Complaint, DEEPEST, SyntaxError, complaint};

/// Goes through the text up to the first fault.
pub(super) fn check(text: &str) -> Result<(), SyntaxError> {
    let mut depth: usize = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| SyntaxError {
            line: error.marker().line(),
            column: error.marker().col() + 1,
            complaint: complaint(error.info()),
        })?;
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(SyntaxError {
                line: span.start.line(),
                column: span.start.col() + 1,
                complaint: Complaint::TooDeep,
            });
        }
    }
    Ok(())
}
