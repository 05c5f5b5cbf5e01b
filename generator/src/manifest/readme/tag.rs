//! Chooses the tag of a readme, and gathers what its blocks say for it.
//!
//! In: the blocks of a readme and, when given, the tag asked for.
//! Out: the settings that conditions are read with, and the inputs and titles of the blocks that hold.
//! Never: looks at the input files.

use super::blocks::{Block, Content};
use super::condition::{Mentions, Settings};
use super::directives;
use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::manifest::Directive;

/// What the blocks that hold say together.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    /// Paths as spelled, each once, in order, with their places.
    pub inputs: Vec<(String, Place)>,
    /// The first `title`, else the first title of `override-info`.
    pub title: Option<String>,
    /// The first `description`.
    pub description: Option<String>,
    /// What changes the descriptions, each once, in order.
    pub directives: Vec<Directive>,
}

/// All tags of a readme that have input files, in the order of the readme.
///
/// Where a block without condition has input files that includes the default tag.
pub(super) fn usable(blocks: &[Block]) -> Vec<String> {
    let no_tag = Settings::default();
    let always = blocks
        .iter()
        .any(|block| holds(block, &no_tag) && has_inputs(block));
    let mut tags: Vec<String> = Vec::new();
    if always {
        tags.extend(
            default_tags(blocks, &no_tag)
                .into_iter()
                .map(|(tag, _)| tag),
        );
        tags.dedup();
    }
    for block in blocks {
        for tag in mentions(block).tags {
            let settings = Settings {
                tag: Some(tag.clone()),
                flags: Vec::new(),
            };
            if !tags.contains(&tag) && holds(block, &settings) && has_inputs(block) {
                tags.push(tag);
            }
        }
    }
    tags
}

/// The blocks that count for some tag, or for a flag that sets one. What is left are blocks of other languages.
pub(super) fn about_descriptions(blocks: &[Block]) -> Vec<&Block> {
    let tags = blocks.iter().flat_map(|block| mentions(block).tags);
    let tags = tags.map(|tag| Settings {
        tag: Some(tag),
        flags: Vec::new(),
    });
    let flags = flags_that_set_tags(blocks).into_iter();
    let flags = flags.filter_map(|flag| by_flag(blocks, &flag));
    let all: Vec<Settings> = std::iter::once(Settings::default())
        .chain(tags)
        .chain(flags)
        .collect();
    let counts = |block: &&Block| all.iter().any(|settings| holds(block, settings));
    blocks.iter().filter(counts).collect()
}

/// The settings for a tag, which may also be the name of a flag that sets a tag.
///
/// Without one the readme's default counts: the first that a block without condition sets, and the newest tag when that one has no inputs.
/// `None` when there is no such tag; then `diagnostics` says why.
pub(super) fn choose(
    path: &str,
    blocks: &[Block],
    asked: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Option<Settings> {
    let usable = usable(blocks);
    match asked {
        Some(tag) => choose_asked(path, blocks, tag, &usable, diagnostics),
        None => choose_default(path, blocks, &usable, diagnostics),
    }
}

/// What all blocks that hold say. Blocks that cannot be read, and settings that are not, are in `diagnostics`.
pub(super) fn gather(
    path: &str,
    blocks: &[Block],
    settings: &Settings,
    diagnostics: &mut Diagnostics,
) -> Gathered {
    let mut gathered = Gathered::default();
    let mut fallback_title = None;
    for block in blocks {
        if block.condition.is_none() {
            let place = Place::at(path, block.line, 1);
            diagnostics.unknown_condition(&place, &block.condition_text);
        }
        if !holds(block, settings) {
            continue;
        }
        let content = match &block.content {
            Ok(content) => content,
            Err(faulty) => {
                let place = Place::at(path, faulty.line, faulty.column);
                diagnostics.malformed_readme(&place, &faulty.reason);
                continue;
            }
        };
        settings_not_read(path, block, content, diagnostics);
        for directive in directives::read(path, block, &content.directive, diagnostics) {
            let mut known = gathered.directives.iter();
            if !known.any(|known| known.says_the_same(&directive)) {
                gathered.directives.push(directive);
            }
        }
        for input in &content.input_file.0 {
            if gathered.inputs.iter().all(|(known, _)| known != input) {
                let (line, column) = block.position_of(input);
                gathered
                    .inputs
                    .push((input.clone(), Place::at(path, line, column)));
            }
        }
        gathered.title = gathered.title.or_else(|| content.title.clone());
        gathered.description = gathered.description.or_else(|| content.description.clone());
        fallback_title = fallback_title.or_else(|| content.override_info.title.clone());
    }
    gathered.title = gathered.title.or(fallback_title);
    gathered
}

fn choose_asked(
    path: &str,
    blocks: &[Block],
    tag: &str,
    usable: &[String],
    diagnostics: &mut Diagnostics,
) -> Option<Settings> {
    if usable.iter().any(|known| known == tag) {
        return Some(Settings {
            tag: Some(tag.to_owned()),
            flags: Vec::new(),
        });
    }
    if let Some(settings) = by_flag(blocks, tag) {
        return Some(settings);
    }
    let place = Place::document(path);
    let closest = closest_first(tag, usable);
    let defaults = default_tags(blocks, &Settings::default());
    let is_known = blocks
        .iter()
        .flat_map(|block| mentions(block).tags)
        .chain(defaults.into_iter().map(|(default, _)| default))
        .any(|known| known == tag);
    if is_known {
        diagnostics.tag_without_inputs(&place, tag, &closest);
    } else {
        diagnostics.no_such_tag(&place, tag, &closest);
    }
    None
}

fn choose_default(
    path: &str,
    blocks: &[Block],
    usable: &[String],
    diagnostics: &mut Diagnostics,
) -> Option<Settings> {
    let mut settings = Settings::default();
    let defaults = default_tags(blocks, &settings);
    let Some((default, line)) = defaults.first() else {
        if blocks
            .iter()
            .any(|block| holds(block, &settings) && has_inputs(block))
        {
            return Some(settings);
        }
        let choices = [flags_that_set_tags(blocks), usable.to_vec()].concat();
        let place = Place::document(path);
        match choices.as_slice() {
            [] => diagnostics.no_settings(&place),
            choices => diagnostics.no_default_tag(&place, choices),
        }
        return None;
    };
    let place = Place::at(path, *line, 1);
    if let Some((other, other_line)) = defaults.iter().find(|(other, _)| other != default) {
        diagnostics.default_tag_twice(&Place::at(path, *other_line, 1), &place, default, other);
    }
    settings.tag = Some(default.clone());
    if usable.contains(default) {
        return Some(settings);
    }
    let Some(newest) = newest(usable) else {
        diagnostics.tag_without_inputs(&place, default, usable);
        return None;
    };
    diagnostics.default_tag_undefined(&place, default, newest);
    settings.tag = Some(newest.clone());
    Some(settings)
}

/// The settings that a flag stands for: `$(package-locks)` sets the tag.
fn by_flag(blocks: &[Block], flag: &str) -> Option<Settings> {
    let is_flag = blocks
        .iter()
        .flat_map(|block| mentions(block).flags)
        .any(|known| known == flag);
    let flags = vec![flag.to_owned()];
    let mut settings = Settings { tag: None, flags };
    let without = default_tags(blocks, &Settings::default());
    let (tag, _) = default_tags(blocks, &settings)
        .into_iter()
        .find(|set| is_flag && !without.contains(set))?;
    settings.tag = Some(tag);
    Some(settings)
}

fn flags_that_set_tags(blocks: &[Block]) -> Vec<String> {
    let mut flags: Vec<String> = Vec::new();
    for flag in blocks.iter().flat_map(|block| mentions(block).flags) {
        if !flags.contains(&flag) && by_flag(blocks, &flag).is_some() {
            flags.push(flag);
        }
    }
    flags
}

/// The tags that blocks set while none is chosen, with their lines.
fn default_tags(blocks: &[Block], settings: &Settings) -> Vec<(String, usize)> {
    blocks
        .iter()
        .filter(|block| holds(block, settings))
        .filter_map(|block| {
            let tag = block.content.as_ref().ok()?.tag.clone()?;
            Some((tag, block.line_of_key("tag")))
        })
        .collect()
}

/// Settings in force that would change what is read, and are not followed.
fn settings_not_read(path: &str, block: &Block, content: &Content, diagnostics: &mut Diagnostics) {
    let found = [
        ("require", !content.require.is_null()),
        ("exclude-file", !content.exclude_file.0.is_empty()),
    ];
    for (setting, is_there) in found {
        if is_there {
            let place = Place::at(path, block.line_of_key(setting), 1);
            diagnostics.readme_setting_not_read(&place, setting);
        }
    }
}

fn holds(block: &Block, settings: &Settings) -> bool {
    match &block.condition {
        Some(Some(condition)) => condition.holds(settings),
        Some(None) => true,
        None => false,
    }
}

/// Whether a block names input files. One that cannot be read counts: choosing its tag shows what is wrong with it.
fn has_inputs(block: &Block) -> bool {
    block
        .content
        .as_ref()
        .map_or(true, |content| !content.input_file.0.is_empty())
}

fn mentions(block: &Block) -> Mentions {
    match &block.condition {
        Some(Some(condition)) => condition.mentions(),
        _ => Mentions::default(),
    }
}

/// The tags that begin most like `tag`, then the others in their order.
fn closest_first(tag: &str, tags: &[String]) -> Vec<String> {
    let common = |other: &String| {
        tag.chars()
            .zip(other.chars())
            .take_while(|(a, b)| a == b)
            .count()
    };
    let mut sorted = tags.to_vec();
    sorted.sort_by_key(|other| std::cmp::Reverse(common(other)));
    sorted
}

/// The newest tag by the numbers in it: `package-2021-03` is newer than `package-2021-03-preview` and older than `package-2021-03-15`.
///
/// Tags that are named like packages come before any others (`profile-…`, `all-api-versions`).
fn newest(tags: &[String]) -> Option<&String> {
    let numbers = |text: &str| -> Vec<u64> {
        text.split(|c: char| !c.is_ascii_digit())
            .filter_map(|digits| digits.parse().ok())
            .collect()
    };
    tags.iter().max_by_key(|tag| {
        let (released, preview) = match tag.split_once("preview") {
            Some((released, preview)) => (released, Some(preview)),
            None => (tag.as_str(), None),
        };
        (
            tag.starts_with("package-"),
            numbers(released),
            preview.is_none(),
            preview.map(numbers),
        )
    })
}
