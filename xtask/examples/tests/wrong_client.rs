//! A client that was written by hand to be wrong: what no generated client does, as is to be hoped, has to be found, too.

use std::fs;
use std::sync::Arc;

use armature_examples::run;
use armature_examples::verdict::{Line, Verdict};
use armature_runtime::dispatch::{Answer, Arguments, Call, Content, Dispatch, Outcome, Version};
use armature_runtime::{Connection, package};
use azure_core::credentials::TokenCredential;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::{ClientMethodOptions, ClientOptions, Method, RawResponse, RequestContent};
use azure_core::{Bytes, Result};
use serde_json::{Value, json};

/// Each is wrong in its own way, which its name tells.
const OPERATIONS: &[&str] = &[
    "Right",
    "OtherMethod",
    "OtherBody",
    "NoBody",
    "AnotherHeader",
    "AnotherRequest",
    "NoRequest",
    "LosesAField",
    "InventsAField",
    "OtherStatus",
    "IgnoresErrors",
    "LosesErrors",
    "Panics",
    "Hangs",
];

const VERSION: Version = Version {
    service: "wrong",
    api_version: "1",
    operations: OPERATIONS,
    connect,
};

struct Wrong(Connection);

fn connect(
    _: &mut Arguments,
    credential: Arc<dyn TokenCredential>,
    options: ClientOptions,
) -> Result<Box<dyn Dispatch>> {
    let connection = Connection::resource_manager(package!(), "", credential, options)?;
    Ok(Box::new(Wrong(connection)))
}

impl Dispatch for Wrong {
    fn operations(&self) -> &'static [&'static str] {
        OPERATIONS
    }

    fn call<'a>(&'a self, operation: &'a str, mut arguments: Arguments) -> Call<'a> {
        Box::pin(async move {
            let name: String = arguments.required("name")?;
            arguments.body::<Value>("thing")?;
            arguments.finish()?;
            match operation {
                "Panics" => panic!("as its name says"),
                "Hangs" => std::future::pending().await,
                "NoRequest" => return Ok(Outcome::Answer(Ok(answer(operation, 200)))),
                _ => {}
            }
            let mut response = self.send(operation, &name).await;
            if operation == "AnotherRequest" {
                response = self.send(operation, &name).await;
            }
            Ok(Outcome::Answer(match response {
                Ok(response) => Ok(answer(operation, response.status().into())),
                Err(_) if operation == "IgnoresErrors" => Ok(answer(operation, 200)),
                Err(_) if operation == "LosesErrors" => Err(Error::with_message(
                    ErrorKind::Other,
                    "something went wrong",
                )),
                Err(error) => Err(error),
            }))
        })
    }
}

impl Wrong {
    async fn send(&self, operation: &str, name: &str) -> Result<RawResponse> {
        let method = match operation {
            "OtherMethod" => Method::Put,
            _ => Method::Post,
        };
        let mut request = self.0.request("Wrong", method, "/things/{name}");
        request.path("name", name);
        if operation == "AnotherHeader" {
            request.header("x-another", "1");
        }
        let body = match operation {
            "OtherBody" => r#"{"size": 3}"#,
            _ => r#"{"size": 1}"#,
        };
        if operation != "NoBody" {
            let content: RequestContent<Value> = Bytes::from_static(body.as_bytes()).into();
            request.json(content.into());
        }
        request.send(&[200], &ClientMethodOptions::default()).await
    }
}

fn answer(operation: &str, status: u16) -> Answer {
    let body = match operation {
        "LosesAField" => json!({}),
        "InventsAField" => json!({"size": 2, "name": "a"}),
        _ => json!({"size": 2}),
    };
    Answer {
        status: if operation == "OtherStatus" {
            201
        } else {
            status
        },
        headers: Vec::new(),
        body: Content::Json(body),
    }
}

/// The operations have one description and one example.
fn verdicts() -> Vec<Verdict> {
    let thing = json!({"type": "object", "properties": {"name": {"type": "string"}, "size": {"type": "integer"}}});
    let operation = |id: &str| {
        let parameters = json!([
            {"name": "name", "in": "path", "required": true, "type": "string"},
            {"name": "thing", "in": "body", "required": true, "schema": thing},
        ]);
        json!({"post": {
            "operationId": id,
            "parameters": parameters,
            "responses": {"200": {"description": "", "schema": thing}, "default": {"description": "", "schema": {"type": "object"}}},
            "x-ms-examples": {"one": {"$ref": "./one.json"}},
        }})
    };
    let folder = tempfile::tempdir().unwrap();
    let mut inputs = Vec::new();
    for (index, id) in OPERATIONS.iter().enumerate() {
        let description = json!({"swagger": "2.0", "info": {"title": "t", "version": "1"}, "paths": {"/things/{name}": operation(id)}});
        let file = format!("{index}.json");
        fs::write(folder.path().join(&file), description.to_string()).unwrap();
        inputs.push(file);
    }
    let example = json!({
        "parameters": {"name": "a b", "thing": {"size": 1}},
        "responses": {
            "200": {"body": {"size": 2}},
            "404": {"body": {"error": {"code": "NotFound", "message": "There is none."}}},
        },
    });
    fs::write(folder.path().join("one.json"), example.to_string()).unwrap();
    let mut verdicts = Vec::new();
    run(&[VERSION], folder.path(), &inputs, &mut |line| {
        if let Line::Example(verdict) = line {
            verdicts.push(verdict.clone());
        }
        Ok(())
    })
    .unwrap();
    verdicts
}

#[test]
fn each_kind_of_wrong_is_found_and_none_stops_the_others() {
    let found: Vec<(String, String)> = verdicts()
        .into_iter()
        .map(|verdict| {
            let kinds = verdict.findings.iter().map(|finding| {
                format!("{} at {}: {}", finding.kind, finding.pointer, finding.what)
            });
            (verdict.operation, kinds.collect::<Vec<_>>().join("\n  "))
        })
        .collect();
    let text: Vec<String> = found
        .iter()
        .map(|(operation, findings)| format!("{operation}\n  {findings}"))
        .collect();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("wrong_client", text.join("\n"));
    });
}
