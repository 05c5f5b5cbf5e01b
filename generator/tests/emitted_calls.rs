//! From a description to the calls that fill a request, and to the types that come back.

mod emitted;

const DESCRIPTION: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "One", "version": "1.0" },
  "host": "one.example.com",
  "paths": {
    "/things/{ids}/{none}": { "put": {
      "operationId": "Things_Put",
      "parameters": [
        { "name": "ids", "in": "path", "required": true, "type": "array", "items": { "type": "string" } },
        { "name": "none", "in": "path", "required": true, "type": "string", "enum": [""] },
        { "name": "q", "in": "query", "required": true, "type": "string", "x-ms-skip-url-encoding": true },
        { "name": "x-ms-client-request-id", "in": "header", "required": true, "type": "string" },
        { "name": "dates", "in": "body", "required": true,
          "schema": { "type": "array", "items": { "type": "string", "format": "date-time" } } }
      ],
      "responses": { "200": { "description": "It.", "schema": {
        "type": "object", "additionalProperties": { "type": "string", "format": "byte" } } } }
    } },
    "/date": { "get": {
      "operationId": "Things_Date",
      "responses": { "200": { "description": "It.", "schema": { "type": "string", "format": "date-time-rfc1123" } } }
    } }
  }
}"##;

#[track_caller]
fn check(expected: &[&str]) {
    check_in(DESCRIPTION, expected);
}

#[track_caller]
fn check_in(description: &str, expected: &[&str]) {
    let code = emitted::code(description);
    for text in expected {
        assert!(code.contains(text), "{text}\nis not in\n{code}");
    }
}

#[test]
fn a_list_in_the_path_is_one_segment_and_an_empty_constant_is_none() {
    check(&[
        r#"ids: &[String]"#,
        r#"request.path_list("ids", ids, armature_runtime::Collection::Comma);"#,
        r#"request.path_optional("none", "");"#,
    ]);
}

#[test]
fn a_query_that_is_encoded_already_goes_out_as_it_is() {
    check(&[r#"request.query_verbatim("q", q);"#]);
}

#[test]
fn the_name_of_a_request_is_an_option_of_the_call() {
    check(&[r#"request.header("x-ms-client-request-id", options.x_ms_client_request_id);"#]);
}

#[test]
fn bodies_without_a_model_are_in_the_wrapper_of_their_format() {
    check(&[
        "dates: RequestContent<Vec<armature_runtime::formats::DateTime<OffsetDateTime>>>",
        "Result<Response<HashMap<String, armature_runtime::formats::Base64<Vec<u8>>>>>",
        "Result<Response<armature_runtime::formats::Rfc1123<OffsetDateTime>>>",
    ]);
}

/// A description whose service takes keys.
fn with_keys(schemes: &str, security: &str) -> String {
    format!(
        r#"{{
          "swagger": "2.0",
          "info": {{ "title": "One", "version": "1.0" }},
          "host": "one.example.com",
          "securityDefinitions": {schemes},
          "security": {security},
          "paths": {{ "/one": {{ "get": {{ "operationId": "Get", "responses": {{ "200": {{ "description": "It." }} }} }} }} }}
        }}"#
    )
}

const SCHEMES: &str = r#"{
  "whole": { "type": "apiKey", "in": "header", "name": "Authorization" },
  "account": { "type": "apiKey", "in": "header", "name": "Account-Key" },
  "query": { "type": "apiKey", "in": "query", "name": "key" },
  "token": { "type": "oauth2", "flow": "implicit", "authorizationUrl": "https://login.example.com", "scopes": {} }
}"#;

#[test]
fn a_key_has_a_constructor_beside_that_for_tokens() {
    let scope = r#"[{ "token": ["https://one.example.com/user"] }, { "query": [] }]"#;
    check_in(
        &with_keys(SCHEMES, scope),
        &[
            r#""https://one.example.com/.default""#,
            "pub fn with_key(key: azure_core::credentials::Secret, options: Option<OneClientOptions>) -> Result<Self>",
            r#"vec![armature_runtime::ApiKey::Query("key", key)]"#,
            r#"match arguments.optional::<String>("key")? { Some(key) => OneClient::with_key(key.into(), Some(options))?, None => OneClient::new(credential, Some(options))?, }"#,
        ],
    );
}

#[test]
fn keys_that_are_needed_at_once_are_arguments_with_their_names() {
    check_in(
        &with_keys(
            SCHEMES,
            r#"[{ "token": [], "query": [] }, { "whole": [], "account": [] }]"#,
        ),
        &[
            "authorization: azure_core::credentials::Secret, account_key: azure_core::credentials::Secret,",
            "* `authorization` - The whole value of the header `Authorization`.",
            r#"armature_runtime::ApiKey::Header("Authorization", authorization), armature_runtime::ApiKey::Header("Account-Key", account_key)"#,
        ],
    );
}

#[test]
fn of_keys_that_are_not_required_the_first_besides_authorization_counts() {
    let description = with_keys(SCHEMES, "null").replace("\"security\": null,", "");
    check_in(
        &description,
        &[r#"vec![armature_runtime::ApiKey::Header("Account-Key", key)]"#],
    );
}

#[test]
fn the_program_of_the_readme_has_a_key_where_nothing_says_what_tokens_are_for() {
    let program = |security: &str| {
        let files = emitted::files(&with_keys(SCHEMES, security));
        let (_, readme) = files.iter().find(|(path, _)| path == "README.md").unwrap();
        readme.clone()
    };
    let keys = program(r#"[{ "account": [], "query": [] }]"#);
    for line in [
        "use azure_core::credentials::Secret;\n",
        "OneClient::with_key(Secret::new(\"account_key\"), Secret::new(\"key\"), None)?;",
    ] {
        assert!(keys.contains(line), "{line}\nis not in\n{keys}");
    }
    assert!(!keys.contains("DeveloperToolsCredential"), "{keys}");
    let tokens = program(r#"[{ "token": ["https://one.example.com/user"] }, { "query": [] }]"#);
    assert!(
        tokens.contains("OneClient::new(credential, None)?;"),
        "{tokens}"
    );
}

#[test]
fn a_key_that_needs_a_token_beside_it_has_no_constructor() {
    let code = emitted::code(&with_keys(SCHEMES, r#"[{ "token": [], "query": [] }]"#));
    assert!(!code.contains("with_key"), "{code}");
}

#[test]
fn a_group_named_as_the_service_leaves_other_groups_their_names() {
    let get = |id: &str| {
        format!(
            r#"{{ "get": {{ "operationId": "{id}", "responses": {{ "200": {{ "description": "It." }} }} }} }}"#
        )
    };
    let paths = ["One_Get", "OneOperations_Get"].map(get);
    check_in(
        &format!(
            r#"{{
              "swagger": "2.0",
              "info": {{ "title": "One", "version": "1.0" }},
              "host": "one.example.com",
              "paths": {{ "/a": {}, "/b": {} }}
            }}"#,
            paths[0], paths[1]
        ),
        &[
            "OneGroupClient from OneClient::one_group_client {",
            "OneOperationsClient from OneClient::one_operations_client {",
        ],
    );
}

#[test]
fn links_that_are_the_end_of_a_url_stand_behind_the_path_of_the_named_operation() {
    let page =
        r##"{ "200": { "description": "It.", "schema": { "$ref": "#/definitions/Page" } } }"##;
    let tenant = r#"{ "name": "tenant", "in": "path", "required": true, "type": "string" }"#;
    let description = format!(
        r#"{{
          "swagger": "2.0",
          "info": {{ "title": "One", "version": "1.0" }},
          "host": "one.example.com",
          "definitions": {{ "Page": {{ "type": "object", "properties": {{
            "value": {{ "type": "array", "items": {{ "type": "string" }} }}, "nextLink": {{ "type": "string" }} }} }} }},
          "paths": {{
            "/{{tenant}}": {{ "get": {{ "operationId": "List", "parameters": [{tenant}],
              "x-ms-pageable": {{ "nextLinkName": "nextLink", "operationName": "ListNext" }}, "responses": {page} }} }},
            "/{{tenant}}/{{nextLink}}": {{ "get": {{ "operationId": "ListNext", "parameters": [{tenant},
              {{ "name": "nextLink", "in": "path", "required": true, "type": "string" }}], "responses": {page} }} }}
          }}
        }}"#
    );
    check_in(
        &description,
        &[r#"request.links_behind("/{tenant}/", &[]);"#],
    );
}

#[test]
fn the_answer_to_head_says_how_it_tells_that_nothing_is_there() {
    let description = with_keys(SCHEMES, "[]")
        .replace("\"get\"", "\"head\"")
        .replace(
            r#"{ "200": { "description": "It." } }"#,
            r#"{ "204": { "description": "It." }, "404": { "description": "None." } }"#,
        );
    check_in(
        &description,
        &["404 is an answer too, and no error: `exists` of [`Exists`](armature_runtime::Exists)"],
    );
}

/// A deletion whose last answer has headers and no body, and a page that is sent, too.
const UNUSUAL: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "One", "version": "1.0" },
  "host": "management.azure.com",
  "paths": {
    "/things/{id}": { "delete": {
      "operationId": "Things_Delete",
      "x-ms-long-running-operation": true,
      "parameters": [ { "name": "id", "in": "path", "required": true, "type": "string" } ],
      "responses": {
        "200": { "description": "Gone.", "headers": { "x-ms-request-id": { "type": "string" } } },
        "202": { "description": "On its way.", "headers": { "Location": { "type": "string" } } }
      }
    } },
    "/things": {
      "get": {
        "operationId": "Things_List", "x-ms-pageable": { "nextLinkName": "nextLink" },
        "responses": { "200": { "description": "They.", "schema": { "$ref": "#/definitions/Page" } } }
      },
      "put": {
        "operationId": "Things_Replace",
        "parameters": [ { "name": "page", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Page" } } ],
        "responses": { "200": { "description": "Done." } }
      }
    }
  },
  "definitions": { "Page": { "type": "object", "properties": {
    "value": { "type": "array", "items": { "type": "string" } }, "nextLink": { "type": "string" } } } }
}"##;

#[test]
fn the_last_answer_of_a_deletion_has_its_headers() {
    check_in(
        UNUSUAL,
        &[
            "-> Result<Poller<OperationStatus<ThingsClientDeleteResult>>>",
            "pub struct ThingsClientDeleteResult; headers_only!",
            "ThingsClientDeleteResultHeaders for ThingsClientDeleteResult",
        ],
    );
}

#[test]
fn who_sends_a_page_says_whether_its_list_is_absent() {
    check_in(UNUSUAL, &["pub value: Option<Vec<String>>"]);
    let received = UNUSUAL.replace("\"in\": \"body\"", "\"in\": \"query\"");
    check_in(&received, &["pub value: Vec<String>"]);
}
