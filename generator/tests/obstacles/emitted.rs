//! Reads from emitted files what the names of a description have become: from the tables of models, enumerations and operations, and
//! from what calls by operationId take their arguments from.

use std::collections::BTreeMap;

use armature_codegen::source_file::SourceFile;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

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

/// Every table of a macro: what stands before its entries (the type's name), and the text of each entry, however they are laid out.
fn tables(text: &str, is_macro: impl Fn(&str) -> bool) -> Vec<(String, Vec<String>)> {
    let tokens: TokenStream = text.parse().unwrap();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut tables = Vec::new();
    for called in tokens.windows(3) {
        if let [
            TokenTree::Ident(name),
            TokenTree::Punct(mark),
            TokenTree::Group(table),
        ] = called
            && mark.as_char() == '!'
            && is_macro(&name.to_string())
        {
            tables.push(table_of(table.stream()));
        }
    }
    tables
}

/// `Name { entry, entry }`.
fn table_of(tokens: TokenStream) -> (String, Vec<String>) {
    let mut head = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Group(entries) if entries.delimiter() == Delimiter::Brace => {
                return (head.to_string(), rows(entries.stream()));
            }
            token => head.extend([token]),
        }
    }
    (head.to_string(), Vec::new())
}

fn rows(entries: TokenStream) -> Vec<String> {
    let mut rows = vec![TokenStream::new()];
    for token in entries {
        match (&token, rows.last_mut()) {
            (TokenTree::Punct(comma), _) if comma.as_char() == ',' => rows.push(TokenStream::new()),
            (_, Some(row)) => row.extend([token]),
            (_, None) => {}
        }
    }
    rows.iter()
        .map(|row| row.to_string().replacen(" : ", ": ", 1))
        .collect()
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
        for row in &rows {
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
        for row in &rows {
            if let (Some((variant, _)), Some(wire)) = (row.split_once(" = "), quoted(row)) {
                add(names, format!("value {enumeration} \"{wire}\""), variant);
            }
        }
    }
}

/// Methods, those of groups behind the client that has them, and the arguments and options of each.
fn operations(file: &SourceFile, names: &mut Names) {
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    for (_, rows) in tables(&file.text, |name| name == "operations") {
        for row in &rows {
            if let (Some((_, method)), Some(id)) = (row.rsplit_once(": "), quoted(row)) {
                ids.insert(method.to_owned(), id.to_owned());
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
