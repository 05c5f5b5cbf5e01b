//! The example of a client: for its page and for the README.
//!
//! In: an api-version.
//! Out: the lines of a program that compiles: a credential, the client, one call.
//! Never: runs; it stands in `no_run` blocks.

use proc_macro2::Literal as Token;

use crate::emit::scope::Scope;
use crate::emit::{client, key_constructor, method, tokens};
use crate::model::{
    Argument, Authentication, Literal, Operation, Outcome, Payload, Scalar, Type, TypeDefinition,
};
use crate::name::Name;

/// Longest line of a call; a longer one gets an argument a line.
const WIDTH: usize = 96;

/// A code block whose frame is hidden: for docs of the crate.
pub(super) fn for_docs(scope: &Scope<'_>) -> Vec<String> {
    let snippet = Snippet::of(scope);
    let mut lines = vec!["```rust no_run".to_owned()];
    lines.extend(snippet.uses);
    lines.push(String::new());
    lines.push("# async fn example() -> azure_core::Result<()> {".to_owned());
    lines.extend(snippet.body);
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

/// A code block with a whole program: for the README.
pub(super) fn for_readme(scope: &Scope<'_>) -> Vec<String> {
    let snippet = Snippet::of(scope);
    let mut lines = vec!["```rust no_run".to_owned()];
    lines.extend(snippet.uses);
    lines.push(String::new());
    lines.push("#[tokio::main(flavor = \"current_thread\")]".to_owned());
    lines.push("async fn main() -> azure_core::Result<()> {".to_owned());
    let indented = snippet.body.into_iter().map(|line| {
        if line.is_empty() {
            line
        } else {
            format!("    {line}")
        }
    });
    lines.extend(indented);
    lines.extend(["    Ok(())", "}", "```"].map(str::to_owned));
    lines
}

struct Snippet {
    uses: Vec<String>,
    body: Vec<String>,
}

impl Snippet {
    fn of(scope: &Scope<'_>) -> Self {
        let operation = shown(scope);
        let root = scope.root_client();
        let mut uses = vec![format!("use {}::{root};", scope.user_path())];
        let mut body = Vec::new();
        let mut arguments = constructor_arguments(scope, operation);
        let mut constructor = "new";
        if takes_keys_alone(scope) {
            constructor = "with_key";
            uses.push("use azure_core::credentials::Secret;".to_owned());
            for (name, _) in key_constructor::arguments(scope) {
                arguments.push(format!("Secret::new(\"{name}\")"));
            }
        } else if client::takes_credential(scope) {
            uses.push("use azure_identity::DeveloperToolsCredential;".to_owned());
            body.push("let credential = DeveloperToolsCredential::new(None)?;".to_owned());
            arguments.push("credential".to_owned());
        }
        arguments.push("None".to_owned());
        body.extend(call(
            &format!("let client = {root}::{constructor}"),
            &arguments,
            "?;",
        ));
        if let Some(operation) = operation {
            body.push(String::new());
            body.extend(shown_call(scope, operation));
            if matches!(operation.outcome, Outcome::Paged(_)) {
                uses.push("use futures::TryStreamExt;".to_owned());
            }
        } else {
            body.push("println!(\"{}\", client.endpoint());".to_owned());
        }
        uses.sort();
        Self { uses, body }
    }
}

/// Whether the description has keys and no word about the audience of tokens: few of these services send a challenge.
fn takes_keys_alone(scope: &Scope<'_>) -> bool {
    let client = &scope.version.client;
    client.authentication == Authentication::Challenge && !client.keys.is_empty()
}

/// The operation to show: a list, else a read; one that plain values are enough for.
pub(super) fn shown<'a>(scope: &Scope<'a>) -> Option<&'a Operation> {
    let simple = || {
        scope
            .version
            .operations
            .iter()
            .filter(|operation| is_simple(operation))
    };
    let is_list = |operation: &&Operation| matches!(operation.outcome, Outcome::Paged(_));
    let is_read = |operation: &&Operation| {
        matches!(
            (&operation.outcome, &operation.success.payload),
            (
                Outcome::Done,
                Payload::Json(Type::Named(_)) | Payload::Xml(Type::Named(_))
            )
        )
    };
    simple().find(is_list).or_else(|| simple().find(is_read))
}

fn is_simple(operation: &Operation) -> bool {
    let is_plain = |ty: &Type| {
        matches!(
            ty,
            Type::Scalar(Scalar::String | Scalar::Boolean | Scalar::Int32 | Scalar::Int64)
        )
    };
    method::body_argument(operation).is_none()
        && method::arguments(operation).all(|argument| is_plain(&argument.ty))
}

fn shown_call(scope: &Scope<'_>, operation: &Operation) -> Vec<String> {
    let client = match scope.group(operation) {
        Some(group) => format!("client.{}()", client::getter_name(group)),
        None => "client".to_owned(),
    };
    let mut arguments: Vec<String> = Vec::new();
    for argument in method::arguments(operation) {
        let given = operation
            .examples
            .first()
            .and_then(|example| value(&example.arguments, argument.name.wire()));
        arguments.push(plain(given, &argument.ty, &argument.name));
    }
    arguments.push("None".to_owned());
    let method = method::name(operation);
    match &operation.outcome {
        Outcome::Paged(paging) => {
            let printed = printed(scope, "item", &paging.item);
            let mut lines = call(
                &format!("let mut items = {client}.{method}"),
                &arguments,
                "?;",
            );
            lines.push("while let Some(item) = items.try_next().await? {".to_owned());
            lines.push(format!("    println!(\"{{:?}}\", {printed});"));
            lines.push("}".to_owned());
            lines
        }
        Outcome::Done | Outcome::LongRunning(_) => {
            let printed = match &operation.success.payload {
                Payload::Json(ty) | Payload::Xml(ty) => printed(scope, "answer", ty),
                Payload::Nothing | Payload::Text | Payload::Stream | Payload::Raw => {
                    "answer".to_owned()
                }
            };
            let mut lines = call(
                &format!("let answer = {client}.{method}"),
                &arguments,
                ".await?.into_model()?;",
            );
            lines.push(format!("println!(\"{{:?}}\", {printed});"));
            lines
        }
    }
}

/// A field worth printing: the first text of the model.
fn printed(scope: &Scope<'_>, variable: &str, ty: &Type) -> String {
    let Type::Named(id) = ty else {
        return variable.to_owned();
    };
    let Some(TypeDefinition::Object(object)) = scope.definition(*id) else {
        return variable.to_owned();
    };
    match object
        .fields
        .iter()
        .find(|field| field.ty == Type::Scalar(Scalar::String))
    {
        Some(field) => format!("{variable}.{}", tokens::field(&field.name)),
        None => variable.to_owned(),
    }
}

fn constructor_arguments(scope: &Scope<'_>, operation: Option<&Operation>) -> Vec<String> {
    let example = operation.and_then(|operation| operation.examples.first());
    let given = |name: &Name| example.and_then(|example| value(&example.constructor, name.wire()));
    let hosts = client::arguments_of_host(scope).map(|host| match given(&host.name) {
        Some(Literal::Text(text)) => Token::string(text).to_string(),
        _ => "\"https://example.net\"".to_owned(),
    });
    let parameters = client::required(scope)
        .map(|parameter| plain(given(&parameter.name), &parameter.ty, &parameter.name));
    hosts.chain(parameters).collect()
}

fn value<'a>(arguments: &'a [Argument], wire: &str) -> Option<&'a Literal> {
    arguments
        .iter()
        .find(|argument| argument.wire == wire)
        .map(|argument| &argument.value)
}

/// A literal of a plain type, the example's or one made of the name.
fn plain(given: Option<&Literal>, ty: &Type, name: &Name) -> String {
    match (ty, given) {
        (Type::Scalar(Scalar::Boolean), Some(Literal::Boolean(value))) => value.to_string(),
        (Type::Scalar(Scalar::Boolean), _) => "true".to_owned(),
        (Type::Scalar(Scalar::Int32 | Scalar::Int64), Some(Literal::Integer(value))) => {
            value.to_string()
        }
        (Type::Scalar(Scalar::Int32 | Scalar::Int64), _) => "1".to_owned(),
        (_, Some(Literal::Text(text))) => Token::string(text).to_string(),
        _ => Token::string(&name.kebab()).to_string(),
    }
}

fn call(start: &str, arguments: &[String], end: &str) -> Vec<String> {
    let line = format!("{start}({}){end}", arguments.join(", "));
    if line.len() <= WIDTH {
        return vec![line];
    }
    let mut lines = vec![format!("{start}(")];
    lines.extend(arguments.iter().map(|argument| format!("    {argument},")));
    lines.push(format!("){end}"));
    lines
}
