//! How long each stage of a run took.
//!
//! In: the moments at which stages end, and a source whose reading is watched.
//! Out: wall time by stage, in their order; sums over runs.
//! Never: decides anything about what is generated.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::time::{Duration, Instant};

use armature_codegen::load::{Source, SourceError};
use armature_codegen::outcome::Stage;
use indexmap::IndexMap;
use serde::{Serialize, Serializer};

/// Wall time of each stage, by its name.
#[derive(Clone, Debug, Default)]
pub struct StageTimes {
    laps: IndexMap<String, Duration>,
}

/// A clock that is read at the end of each stage.
pub struct Clock {
    last: Instant,
    times: StageTimes,
}

impl Clock {
    /// Starts the clock.
    pub fn start() -> Self {
        Self {
            last: Instant::now(),
            times: StageTimes::default(),
        }
    }

    /// A stage of the generator has ended.
    pub fn lap(&mut self, stage: Stage) {
        self.lap_named(&stage.to_string());
    }

    /// A step of the command has ended.
    pub fn lap_named(&mut self, name: &str) {
        let now = Instant::now();
        self.times.add(name, now - self.last);
        self.last = now;
    }

    /// What was measured; of the time of `load`, what passed in reading files is shown apart.
    pub fn times(mut self, watched: &Watched<'_>) -> StageTimes {
        let load = Stage::Load.to_string();
        if let Some(index) = self.times.laps.get_index_of(&load) {
            let read = watched.0.borrow().time;
            if let Some(load) = self.times.laps.get_mut(&load) {
                *load = load.saturating_sub(read);
            }
            self.times.laps.shift_insert(index, "read".to_owned(), read);
        }
        self.times
    }
}

impl StageTimes {
    /// Adds the times of another run.
    pub fn add_all(&mut self, other: &Self) {
        for (name, time) in &other.laps {
            self.add(name, *time);
        }
    }

    fn add(&mut self, name: &str, time: Duration) {
        *self.laps.entry(name.to_owned()).or_default() += time;
    }

    /// In milliseconds, with their sum.
    pub fn in_milliseconds(&self) -> String {
        let milliseconds = |time: &Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
        let laps = self.laps.iter();
        let laps: Vec<_> = laps
            .map(|(name, time)| format!("{name} {}", milliseconds(time)))
            .collect();
        let total: Duration = self.laps.values().sum();
        format!("{}, all {}", laps.join(", "), milliseconds(&total))
    }
}

/// In seconds.
impl fmt::Display for StageTimes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (name, time)) in self.laps.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{name} {:.1} s", time.as_secs_f64())?;
        }
        Ok(())
    }
}

/// To the millisecond: more is noise.
impl Serialize for StageTimes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let seconds = |time: &Duration| (time.as_secs_f64() * 1e3).round() / 1e3;
        to.collect_map(self.laps.iter().map(|(name, time)| (name, seconds(time))))
    }
}

/// A source that notes what is read from it.
pub struct Watched<'s>(RefCell<Reading<'s>>);

struct Reading<'s> {
    source: &'s dyn Source,
    time: Duration,
    files: BTreeSet<String>,
}

impl<'s> Watched<'s> {
    /// Watches a source.
    pub fn new(source: &'s dyn Source) -> Self {
        Self(RefCell::new(Reading {
            source,
            time: Duration::ZERO,
            files: BTreeSet::new(),
        }))
    }

    /// The files that were read, below the root of the source.
    pub fn files(self) -> BTreeSet<String> {
        self.0.into_inner().files
    }
}

impl Source for Watched<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        let started = Instant::now();
        let mut reading = self.0.borrow_mut();
        let bytes = reading.source.read(path);
        reading.time += started.elapsed();
        if bytes.is_ok() {
            reading.files.insert(path.to_owned());
        }
        bytes
    }

    fn label(&self) -> &str {
        // The label of the source itself lives as long as this borrow of it.
        self.0.borrow().source.label()
    }
}

#[cfg(test)]
mod tests {
    use armature_codegen::load::MemorySource;

    use super::*;

    #[test]
    fn reading_is_shown_before_the_rest_of_loading() {
        let source = MemorySource::default().with("a.json", "{}");
        let watched = Watched::new(&source);
        assert!(watched.read("a.json").is_ok() && watched.read("b.json").is_err());
        let mut clock = Clock::start();
        clock.lap(Stage::Load);
        clock.lap(Stage::Lower);
        let times = clock.times(&watched);
        let names: Vec<&str> = times.laps.keys().map(String::as_str).collect();
        assert_eq!(names, ["read", "load", "lower"]);
        assert_eq!(watched.files(), BTreeSet::from(["a.json".to_owned()]));
    }
}
