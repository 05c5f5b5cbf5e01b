//! Places in loaded documents are found again in the source texts.

use armature_codegen::location::{Locate, Place};

use super::support::{Loaded, fixture, main_json};

/// `line:column pointer | text` of a place in a fixture.
fn found(loaded: &Loaded, document: &str, pointer: &str) -> String {
    let at = loaded.specs.locate(&Place::new(document, pointer)).unwrap();
    format!(
        "{}:{}:{} {} | {}",
        at.file,
        at.line,
        at.column,
        at.pointer,
        at.text.trim()
    )
}

#[test]
fn what_conversion_moves() {
    let bodies = fixture("bodies.json");
    let at = |pointer: &str| found(&bodies, "bodies.json", pointer);
    insta::assert_snapshot!(
        [
            at("/components/schemas/Pet/type"),
            at("/components/requestBodies/PetBody/content/application~1json/schema"),
            at("/paths/~1pets/post/parameters/1/name"),
            at("/paths/~1pets/post/requestBody/content/application~1json/schema"),
            at("/paths/~1pets/post/requestBody/x-ms-client-flatten"),
            at("/paths/~1pets/put/requestBody/content/application~1json/schema/type"),
        ]
        .join("\n"),
        @r##"
    bodies.json:45:29 #/definitions/Pet/type | "definitions": { "Pet": { "type": "object" } },
    bodies.json:47:65 #/parameters/PetBody/schema | "PetBody": { "name": "pet", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Pet" }, "x-ms-parameter-location": "method" }
    bodies.json:20:13 #/paths/~1pets/post/parameters/2/name | { "name": "dry-run", "in": "query", "type": "boolean" }
    bodies.json:18:87 #/paths/~1pets/post/parameters/1/schema | { "name": "pet", "in": "body", "required": true, "description": "The pet.", "schema": { "$ref": "#/definitions/Pet" },
    bodies.json:19:13 #/paths/~1pets/post/parameters/1/x-ms-client-flatten | "x-ms-client-flatten": true, "x-ms-client-name": "animal" },
    bodies.json:8:61 #/paths/~1pets/parameters/0/schema/type | { "name": "fromPathItem", "in": "body", "schema": { "type": "string" } }
    "##
    );
    let forms = fixture("forms.json");
    let at = |pointer: &str| found(&forms, "forms.json", pointer);
    insta::assert_snapshot!(
        [
            at("/paths/~1upload/post/requestBody/content/multipart~1form-data/schema/properties/file/description"),
            at("/paths/~1upload/post/requestBody/content/multipart~1form-data/schema/properties/comment/type"),
            at("/paths/~1upload/post/requestBody"),
        ]
        .join("\n"),
        @r##"
    forms.json:10:81 #/paths/~1upload/post/parameters/1/description | { "name": "file", "in": "formData", "required": true, "type": "file", "description": "The picture." }
    forms.json:9:11 #/paths/~1upload/post/parameters/0 | { "$ref": "#/parameters/Comment" },
    forms.json:6:7 #/paths/~1upload/post | "post": {
    "##
    );
    let parameters = fixture("parameters.json");
    let responses = fixture("responses.json");
    let hosts = fixture("hosts-and-paths.json");
    insta::assert_snapshot!(
        [
            found(&parameters, "parameters.json", "/paths/~1pets~1{id}/get/parameters/6/schema/enum/1"),
            found(&parameters, "parameters.json", "/components/parameters/ApiVersion/schema/type"),
            found(&responses, "responses.json", "/paths/~1pets/get/responses/200/content/application~1json/schema/items"),
            found(&responses, "responses.json", "/paths/~1pets/get/responses/200/headers/X-State/schema/enum/0"),
            found(&hosts, "hosts-and-paths.json", "/paths/~1blobs?comp=lease/put/operationId"),
            found(&hosts, "hosts-and-paths.json", "/paths/~1no~1slash/get"),
            found(&hosts, "hosts-and-paths.json", "/servers/0"),
        ]
        .join("\n"),
        @r#"
    parameters.json:20:79 #/paths/~1pets~1{id}/get/parameters/6/enum/1 | { "name": "color", "in": "query", "type": "string", "enum": ["red", "green"], "default": "red",
    parameters.json:28:77 #/parameters/ApiVersion/type | "ApiVersion": { "name": "api-version", "in": "query", "required": true, "type": "string", "x-ms-parameter-location": "client" }
    responses.json:12:42 #/paths/~1pets/get/responses/200/schema/items | "schema": { "type": "array", "items": { "type": "string" } },
    responses.json:15:55 #/paths/~1pets/get/responses/200/headers/X-State/enum/0 | "X-State": { "type": "string", "enum": ["on", "off"], "x-ms-enum": { "name": "State" } }
    hosts-and-paths.json:18:16 #/x-ms-paths/~1blobs?comp=lease/put/operationId | "put": { "operationId": "Blobs_Lease", "responses": { "200": { "description": "Leased.", "schema": { "type": "string" } } } }
    hosts-and-paths.json:14:19 #/paths/no~1slash/get | "no/slash": { "get": { "operationId": "NoSlash_Get", "responses": {} } }
    hosts-and-paths.json:1:1 # | {
    "#
    );
}

#[test]
fn siblings_hoists_and_other_files() {
    let schemas = fixture("schemas.json");
    let references = fixture("refs/main.json");
    insta::assert_snapshot!(
        [
            found(&schemas, "schemas.json", "/components/schemas/Pet/properties/owner/allOf/0"),
            found(&schemas, "schemas.json", "/components/schemas/Extended/allOf/0"),
            found(&schemas, "schemas.json", "/components/schemas/a~1b~0c/items"),
            found(&references, "refs/main.json", "/components/schemas/Pet_tag/properties/color"),
            found(&references, "refs/main.json", "/components/schemas/Pet_tag_color/type"),
            found(&references, "refs/owner.yaml", "/components/schemas/owner/properties/boss"),
            found(&references, "refs/common types/types.yaml", "/components/schemas/Status/properties/pet"),
            found(&references, "refs/main.json", "/paths/~1taken-over/get/operationId"),
        ]
        .join("\n"),
        @r##"
    schemas.json:11:9 #/definitions/Pet/properties/owner | "owner": { "$ref": "#/definitions/Owner", "description": "Who feeds it.", "readOnly": true, "x-ms-client-flatten": true },
    schemas.json:18:60 #/definitions/Extended/allOf/0 | "Extended": { "$ref": "#/definitions/Owner", "allOf": [{ "$ref": "#/definitions/Cat" }] },
    schemas.json:31:33 #/definitions/a~1b~0c/items | "a/b~c": { "type": "array", "items": { "$ref": "#/definitions/a~1b~0c" } },
    refs/main.json:24:52 #/definitions/Pet/properties/tag/properties/color | "tag": { "type": "object", "properties": { "color": { "type": "string" } } },
    refs/main.json:24:63 #/definitions/Pet/properties/tag/properties/color/type | "tag": { "type": "object", "properties": { "color": { "type": "string" } } },
    refs/owner.yaml:4:3 #/properties/boss | boss: { $ref: '#' }
    refs/common types/types.yaml:11:9 #/components/schemas/Status/properties/pet | pet: { $ref: '../main.json#/definitions/Pet' }
    refs/main.json:19:5 #/paths/~1taken-over | "/taken-over": { "$ref": "shared.json#/fragments/path" }
    "##
    );
}

#[test]
fn yaml() {
    let loaded = fixture("openapi.yaml");
    let at = |pointer: &str| found(&loaded, "openapi.yaml", pointer);
    insta::assert_snapshot!(
        [
            at(""),
            at("/paths/~1pets~1{id}/put/responses/200/headers/ETag/schema"),
            at("/components/schemas/Pet/type"),
            at("/components/schemas/Pet/properties/status/description"),
            at("/components/schemas/Status/enum/2"),
            at("/components/responses/Failed/content/text~1plain"),
        ]
        .join("\n"),
        @r#"
    openapi.yaml:1:1 # | openapi: 3.0.1
    openapi.yaml:42:21 #/paths/~1pets~1{id}/put/responses/200/headers/ETag/schema | ETag: { schema: { type: string } }
    openapi.yaml:50:5 #/components/schemas/Pet | Pet:
    openapi.yaml:59:56 #/components/schemas/Pet/properties/status/description | status: { $ref: '#/components/schemas/Status', description: !note How it is. }
    openapi.yaml:66:23 #/components/schemas/Status/enum/2 | enum: [on, off, 2021-01-01, yes]
    openapi.yaml:72:9 #/components/responses/Failed/content/text~1plain | text/plain: { schema: { type: string } }
    "#
    );
}

#[test]
fn a_place_that_the_text_has_not_is_the_nearest_around_it() {
    let loaded = main_json(
        "{ \"swagger\": \"2.0\",\n  \"definitions\": { \"Pät\": { \"a\": 1, \"a\": 2 } } }",
    );
    let at = |pointer: &str| found(&loaded, "main.json", pointer);
    assert_eq!(
        at("/components/schemas/Pät/properties/x"),
        "main.json:2:20 #/definitions/Pät | \"definitions\": { \"Pät\": { \"a\": 1, \"a\": 2 } } }"
    );
    assert!(
        at("/components/schemas/Pät/a").starts_with("main.json:2:37 "),
        "{}",
        at("/components/schemas/Pät/a")
    );
    assert!(
        at("/nowhere").starts_with("main.json:1:1 # |"),
        "{}",
        at("/nowhere")
    );
    assert_eq!(loaded.specs.locate(&Place::new("other.json", "")), None);
}

#[test]
fn a_place_in_an_example() {
    let loaded = fixture("examples-of-operations/main.json");
    assert_eq!(
        found(
            &loaded,
            "examples-of-operations/examples/good.json",
            "/responses/200"
        ),
        r#"examples-of-operations/examples/good.json:1:65 #/responses/200 | { "parameters": { "$ref": "kept", "x-kept": 1 }, "responses": { "200": {} } }"#
    );
}
