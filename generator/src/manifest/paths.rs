//! Paths of input files: relative, with `/`, below the root.
//!
//! In: a path as a manifest or readme spells it.
//! Out: the same path if it may be read, or the path that it means.
//! Never: looks whether the file is there.

/// Whether a path can only name a file below the folder that it is relative to: no `..`, no `.`, no empty step, no drive, no `\`.
pub(super) fn is_below_root(path: &str) -> bool {
    !path.contains(['\\', ':', '\0'])
        && path
            .split('/')
            .all(|step| !step.is_empty() && step != "." && step != "..")
}

/// The path from the source root of a file that a readme in `folder` names; `None` when it leads out of the root.
///
/// `$(this-folder)/` is the folder itself, `\` is read as `/` (readmes written on Windows), `..` is resolved.
pub(super) fn from_readme(folder: &str, path: &str) -> Option<String> {
    let path = path.trim().replace('\\', "/");
    let relative = path.strip_prefix("$(this-folder)/").unwrap_or(&path);
    if relative.starts_with('/') || relative.contains([':', '\0']) || relative.contains("$(") {
        return None;
    }
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(relative.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            _ => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}
