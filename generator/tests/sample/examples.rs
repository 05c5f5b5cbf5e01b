//! Examples of the sample's operations.

use armature_codegen::model::*;

const VERSION: (&str, &str) = ("api-version", "2024-05-01");
const ACCEPT: (&str, &str) = ("accept", "application/json");
const JSON: (&str, &str) = ("content-type", "application/json");

pub fn get() -> Example {
    let body = "{\n  \"id\": \"/things/a b\",\n  \"unknown\": null,\n  \"properties\": {\n    \"size\": 3,\n    \"color\": \"dark-green\",\n    \"created\": 1700000000\n  }\n}";
    let understood = "{\n  \"id\": \"/things/a b\",\n  \"properties\": {\n    \"size\": 3,\n    \"color\": \"dark-green\",\n    \"created\": 1700000000\n  }\n}";
    let headers = [
        ("etag", "\"v1\""),
        ("last-modified", "Wed, 01 May 2024 12:00:00 GMT"),
    ];
    let mut example = example("Get a thing", "/subscriptions/sub1/things/a%20b", &[ACCEPT]);
    example.responses = vec![
        response(200, &headers, Some(body), Some(understood)),
        response(
            404,
            &[],
            Some("{\n  \"error\": {\n    \"code\": \"NotFound\"\n  }\n}"),
            None,
        ),
    ];
    example
}

pub fn get_entity_tag() -> Example {
    let mut example = example(
        "GetEntityTag",
        "/subscriptions/sub1/things/a%20b",
        &[ACCEPT],
    );
    example.responses = vec![response(200, &[("etag", "\"v1\"")], None, None)];
    example
}

pub fn list() -> Example {
    let page = "{\n  \"value\": [\n    {\n      \"id\": \"1\"\n    }\n  ],\n  \"nextLink\": \"http://elsewhere.example/things?$skip=1\"\n}";
    let mut example = example("List", "/subscriptions/sub1/things", &[ACCEPT]);
    example.arguments.clear();
    example.options = vec![argument("$top", Literal::Integer(1))];
    example
        .request
        .query
        .insert(0, ("$top".to_owned(), "1".to_owned()));
    example.responses = vec![response(200, &[], Some(page), Some(page))];
    example
}

pub fn create() -> Example {
    let sent = "{\n  \"id\": \"never sent\",\n  \"properties\": {\n    \"size\": 5,\n    \"color\": \"blue\"\n  }\n}";
    let expected = "{\n  \"properties\": {\n    \"size\": 5,\n    \"color\": \"blue\"\n  }\n}";
    let mut example = example(
        "Create \"it\"",
        "/subscriptions/sub1/things/a%20b",
        &[ACCEPT, JSON, ("if-match", "*")],
    );
    example.options = vec![argument("If-Match", Literal::Text("*".to_owned()))];
    example.body = Some(ExampleBody::Json(sent.to_owned()));
    example.request.body = Some(ExampleBody::Json(expected.to_owned()));
    example.responses = vec![
        response(200, &[], Some(sent), Some(sent)),
        response(201, &[("etag", "\"v2\"")], Some(sent), Some(sent)),
    ];
    example
}

pub fn update() -> Example {
    let sent = "{\n  \"tags\": {\n    \"a\": \"b\"\n  }\n}";
    let merge = ("content-type", "application/merge-patch+json");
    let mut example = example(
        "Update",
        "/subscriptions/sub1/things/a%20b",
        &[ACCEPT, merge, ("if-match", "*")],
    );
    example
        .arguments
        .push(argument("If-Match", Literal::Text("*".to_owned())));
    example.body = Some(ExampleBody::Json(sent.to_owned()));
    example.request.body = Some(ExampleBody::Json(sent.to_owned()));
    example.responses = vec![response(204, &[], None, None)];
    example
}

pub fn delete() -> Example {
    let mut example = example("Delete", "/subscriptions/sub1/things/a%20b", &[ACCEPT]);
    example.responses = vec![
        response(200, &[], None, None),
        response(204, &[], None, None),
    ];
    example
}

pub fn build() -> Example {
    let body = |state: &str| {
        format!("{{\n  \"properties\": {{\n    \"provisioningState\": \"{state}\"\n  }}\n}}")
    };
    let mut example = example(
        "Build",
        "/subscriptions/sub1/things/a%20b/build",
        &[ACCEPT, JSON],
    );
    example.body = Some(ExampleBody::Json("{}".to_owned()));
    example.request.body = Some(ExampleBody::Json("{}".to_owned()));
    let (done, going, failed) = (body("Succeeded"), body("Updating"), body("Failed"));
    let monitor = [(
        "azure-asyncoperation",
        "http://azure.async.operation/status",
    )];
    example.responses = vec![
        response(200, &[], Some(&done), Some(&done)),
        response(200, &[], Some(&failed), Some(&failed)),
        response(201, &[], Some(&going), Some(&going)),
        response(201, &monitor, Some(&done), Some(&done)),
    ];
    example
}

pub fn purge() -> Example {
    let mut example = example("Purge", "/subscriptions/sub1/things/a%20b/purge", &[ACCEPT]);
    let location = [(
        "location",
        "https://management.azure.com/subscriptions/sub1/operations/1",
    )];
    example.responses = vec![
        response(202, &location, None, None),
        response(204, &[], None, None),
    ];
    example
}

pub fn export() -> Example {
    let headers = [
        ("accept", "application/octet-stream"),
        ("if-modified-since", "Wed, 01 May 2024 12:00:00 GMT"),
    ];
    let mut example = example(
        "Export",
        "/subscriptions/sub1/things/a%20b/export",
        &headers,
    );
    example
        .arguments
        .push(argument("at", Literal::Integer(1_700_000_000)));
    example.options = vec![argument(
        "if-modified-since",
        Literal::Text("Wed, 01 May 2024 12:00:00 GMT".to_owned()),
    )];
    example
        .request
        .query
        .push(("at".to_owned(), "1700000000".to_owned()));
    let mut answer = response(200, &[("checksum", "AQID")], None, None);
    answer.body = Some(ExampleBody::Raw("any \"bytes\"".to_owned()));
    example.responses = vec![answer];
    example
}

pub fn import() -> Example {
    let mut example = example(
        "Import",
        "/subscriptions/sub1/things/a%20b/import",
        &[ACCEPT, ("content-type", "application/octet-stream")],
    );
    example.body = Some(ExampleBody::Raw("any bytes".to_owned()));
    example.request.body = Some(ExampleBody::Raw("any bytes".to_owned()));
    example.responses = vec![response(200, &[], None, None)];
    example
}

pub fn submit() -> Example {
    let text = |text: &str| Literal::Text(text.to_owned());
    let list = |texts: [&str; 2]| Literal::List(texts.map(text).to_vec());
    let mut example = example(
        "Submit",
        "/subscriptions/sub1/things/a%20b/submit",
        &[("accept", "text/plain")],
    );
    example.arguments = vec![
        argument("thingName", text("a b")),
        argument("color", text("red")),
        argument("file", text("any \"bytes\"")),
        argument("files", list(["1", "2"])),
    ];
    example.options = vec![argument("tags", list(["a", "b"]))];
    let fields = [
        ("kind", "thing"),
        ("color", "red"),
        ("file", "any \"bytes\""),
        ("files", "1"),
        ("files", "2"),
        ("tags", "a,b"),
    ];
    example.request.body = Some(ExampleBody::Form(pairs(&fields)));
    let mut answer = response(200, &[], None, None);
    answer.body = Some(ExampleBody::Raw("any text".to_owned()));
    example.responses = vec![answer];
    example
}

pub fn find() -> Example {
    let text = |text: &str| Literal::Text(text.to_owned());
    let mut example = example(
        "Find",
        "/subscriptions/sub1/things",
        &[ACCEPT, ("hues", "red,blue")],
    );
    example.arguments = vec![
        argument("type", text("a")),
        argument("exact", Literal::Boolean(true)),
        argument("color", text("dark-green")),
        argument("mode", text("Fast")),
        argument("weight", Literal::Integer(2)),
        argument("digest", text("_-8")),
        argument("ids", Literal::List(vec![text("x"), text("y")])),
        argument(
            "days",
            Literal::List(vec![text("Wed, 01 May 2024 12:00:00 GMT")]),
        ),
    ];
    example.options = vec![
        argument("hues", Literal::List(vec![text("red"), text("blue")])),
        argument("stamps", Literal::List(vec![Literal::Integer(5)])),
    ];
    let query = [
        ("color", "dark-green"),
        ("days", "Wed, 01 May 2024 12:00:00 GMT"),
        ("digest", "_-8"),
        ("exact", "true"),
        ("ids", "x"),
        ("ids", "y"),
        ("kind", "thing"),
        ("mode", "Fast"),
        ("stamps", "5"),
        ("type", "a"),
        ("weight", "2"),
    ];
    example.request.query.extend(pairs(&query));
    example.responses = vec![response(
        200,
        &[],
        Some("[\n  \"a\"\n]"),
        Some("[\n  \"a\"\n]"),
    )];
    example
}

pub fn get_key() -> Example {
    let body =
        "{\n  \"kid\": \"https://contoso.vault.azure.net/keys/k\",\n  \"exp\": 1700000000\n}";
    let mut example = example("GetKey", "/keys/k", &[ACCEPT]);
    example.constructor = vec![argument(
        "vaultBaseUrl",
        Literal::Text("https://contoso.vault.azure.net/".to_owned()),
    )];
    example.arguments = vec![argument("key-name", Literal::Text("k".to_owned()))];
    example.request.query = pairs(&[("api-version", "7.4")]);
    example.responses = vec![response(200, &[], Some(body), Some(body))];
    example
}

fn example(name: &str, path: &str, headers: &[(&str, &str)]) -> Example {
    Example {
        name: name.to_owned(),
        file: format!("things/examples/{name}.json"),
        constructor: vec![argument("subscriptionId", Literal::Text("sub1".to_owned()))],
        arguments: vec![argument("thingName", Literal::Text("a b".to_owned()))],
        options: Vec::new(),
        body: None,
        request: ExpectedRequest {
            path: path.to_owned(),
            query: pairs(&[VERSION]),
            headers: pairs(headers),
            body: None,
        },
        responses: Vec::new(),
    }
}

fn response(
    status: u16,
    headers: &[(&str, &str)],
    body: Option<&str>,
    understood: Option<&str>,
) -> ExampleResponse {
    ExampleResponse {
        status,
        headers: pairs(headers),
        body: body.map(|body| ExampleBody::Json(body.to_owned())),
        understood: understood.map(str::to_owned),
        polling: None,
    }
}

fn argument(wire: &str, value: Literal) -> Argument {
    Argument {
        wire: wire.to_owned(),
        value,
    }
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}
