//! Reads from emitted files what the names of a description have become: from the tables of models, enumerations and operations, and
//! from what calls by operationId take their arguments from.

use std::collections::BTreeMap;

use armature_codegen::source_file::SourceFile;

/// What a description has → what it is called in code.
type Names = BTreeMap<String, String>;

/// All names of a crate.
pub fn names(files: &[SourceFile]) -> Names {
    let mut names = Names::new();
    for file in files.iter().filter(|file| file.path.starts_with("src/")) {
        models(&file.text, &mut names);
        enumerations(&file.text, &mut names);
        operations(file, &mut names);
    }
    names
}

/// Adds a name; of what has the same name in a description the second is told apart.
fn add(names: &mut Names, what: String, name: &str) {
    let mut key = what.clone();
    let mut number = 2;
    while names.contains_key(&key) {
        key = format!("{what} ({number})");
        number += 1;
    }
    names.insert(key, name.to_owned());
}

/// The text of every table of a macro, with what stands before its `{`: the type's name.
fn tables(text: &str, is_macro: impl Fn(&str) -> bool) -> Vec<(&str, Vec<&str>)> {
    let mut tables = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let called = line.strip_suffix("! {").filter(|name| is_macro(name));
        if called.is_none() {
            continue;
        }
        let head = lines.next().unwrap_or_default().trim();
        let rows: Vec<&str> = lines
            .by_ref()
            .map(str::trim)
            .take_while(|line| *line != "}")
            .collect();
        tables.push((head.trim_end_matches(['{', ' ', '}']), rows));
    }
    tables
}

/// What stands between the first quotation mark and the last.
fn quoted(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once('"')?;
    Some(rest.rsplit_once('"')?.0)
}

fn models(text: &str, names: &mut Names) {
    let types = field_types(text);
    for (head, rows) in tables(text, |name| matches!(name, "model" | "error_model")) {
        let model = head.trim_start_matches("request ");
        for row in rows {
            let (Some((field, _)), Some(wire)) = (row.split_once(": "), quoted(row)) else {
                continue;
            };
            add(names, format!("field {model} \"{wire}\""), field);
            let ty = types.get(&(model, field)).copied().unwrap_or("?");
            if ty != "Option<String>" {
                add(names, format!("type {model} \"{wire}\""), ty);
            }
        }
    }
}

/// Struct and field → the field's type.
fn field_types(text: &str) -> BTreeMap<(&str, &str), &str> {
    let mut types = BTreeMap::new();
    let mut model = "";
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("pub struct ") {
            model = rest.trim_end_matches(" {");
        }
        let field = line.trim().strip_prefix("pub ");
        if let Some((field, ty)) = field.and_then(|field| field.split_once(": ")) {
            types.insert((model, field), ty.trim_end_matches(','));
        }
    }
    types
}

fn enumerations(text: &str, names: &mut Names) {
    for (enumeration, rows) in tables(text, |name| name.ends_with("_enum")) {
        for row in rows {
            if let (Some((variant, _)), Some(wire)) = (row.split_once(" = "), quoted(row)) {
                add(names, format!("value {enumeration} \"{wire}\""), variant);
            }
        }
    }
}

/// Methods, those of groups behind the client that has them, and the arguments and options of each.
fn operations(file: &SourceFile, names: &mut Names) {
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, rows) in tables(&file.text, |name| name == "operations") {
        for row in rows {
            if let (Some((_, method)), Some(id)) = (row.rsplit_once(": "), quoted(row)) {
                ids.insert(method.trim_end_matches(','), id);
            }
        }
    }
    let functions = file.text.split("\nasync fn ").skip(1);
    for function in functions {
        let method = function.split('(').next().unwrap_or_default();
        let Some(id) = ids.get(method) else {
            continue;
        };
        let client = function.split("_client()").next().unwrap_or_default();
        let client = client.rsplit('.').next().unwrap_or_default();
        let name = match function.contains("_client()") {
            true => format!("{client}_client().{method}"),
            false => method.to_owned(),
        };
        add(names, format!("operation {id}"), &name);
        arguments(id, function, names);
    }
}

/// The arguments and options that a call by operationId takes.
fn arguments(id: &str, function: &str, names: &mut Names) {
    let taken = [".required(\"", ".optional(\"", ".body(\""];
    let lines = function.lines();
    for line in lines.filter(|line| taken.iter().any(|call| line.contains(call))) {
        let name = line.trim().trim_start_matches("let ");
        let name = name.split([':', ' ']).next().unwrap_or_default();
        let wire = quoted(line).unwrap_or_default();
        add(names, format!("argument {id} \"{wire}\""), name);
    }
}
