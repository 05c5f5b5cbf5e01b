//! From a description to methods with bodies that are no JSON.

mod emitted;

const DESCRIPTION: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "One", "version": "1.0" },
  "host": "one.example.com",
  "paths": {
    "/token": { "post": {
      "operationId": "Things_Token",
      "consumes": ["application/x-www-form-urlencoded"],
      "produces": ["text/plain"],
      "parameters": [
        { "name": "trace", "in": "query", "type": "string" },
        { "name": "grant_type", "in": "formData", "required": true, "type": "string", "enum": ["refresh"] },
        { "name": "token", "in": "formData", "required": true, "type": "string" },
        { "name": "scopes", "in": "formData", "type": "array", "collectionFormat": "ssv", "items": { "type": "string" } }
      ],
      "responses": { "200": { "description": "It.", "schema": { "type": "string" } } }
    } },
    "/photo": {
      "post": {
        "operationId": "Things_Photo",
        "consumes": ["multipart/form-data"],
        "parameters": [
          { "name": "photo", "in": "formData", "required": true, "type": "file" },
          { "name": "more", "in": "formData", "type": "array", "items": { "type": "file" } }
        ],
        "responses": { "200": { "description": "It." } }
      },
      "get": {
        "operationId": "Things_Read",
        "produces": ["image/png"],
        "responses": { "200": { "description": "It.", "schema": { "type": "file" },
          "headers": { "ETag": { "type": "string" } } } }
      },
      "put": {
        "operationId": "Things_Write",
        "consumes": ["image/png", "image/jpeg"],
        "parameters": [{ "name": "photo", "in": "body", "required": true, "schema": { "type": "string", "format": "binary" } }],
        "responses": { "200": { "description": "It." } }
      }
    }
  }
}"##;

#[track_caller]
fn check(expected: &[&str]) {
    let code = emitted::code(DESCRIPTION);
    for text in expected {
        assert!(code.contains(text), "{text}\nis not in\n{code}");
    }
}

#[test]
fn fields_follow_the_beginning_of_their_form() {
    check(&[
        r#"pub async fn token(&self, token: &str, options: Option<ThingsClientTokenOptions<'_>>) -> Result<Response<String, NoFormat>>"#,
        r#"request.query("trace", options.trace); request.accept("text/plain"); request.url_encoded(); request.field("grant_type", "refresh"); request.field("token", token);"#,
        r#".field_list("scopes", options.scopes, armature_runtime::Collection::Space);"#,
    ]);
}

#[test]
fn files_are_handed_over() {
    check(&[
        "pub async fn photo(&self, photo: FormFile, options: Option<ThingsClientPhotoOptions<'_>>)",
        r#"request.multipart(); request.file("photo", photo); request.files("more", options.more);"#,
        "pub more: Option<Vec<FormFile>>,",
        r#"let photo: FormFile = arguments.file("photo")?;"#,
        r#"more: arguments.optional_files("more")?,"#,
    ]);
}

#[test]
fn a_file_that_is_read_has_a_type_of_its_own_for_its_headers() {
    check(&[
        "Result<AsyncResponse<ThingsClientReadResult>>",
        "Ok(request.stream(&[200], &options.method_options).await?.into())",
        "ThingsClientReadResultHeaders for stream ThingsClientReadResult {",
    ]);
}

#[test]
fn the_media_type_is_chosen_before_the_body_is_put() {
    check(&[
        r#"request.header("Content-Type", options.content_type); request.body("image/png", photo.into());"#,
        "Default: image/png, others: image/jpeg.",
    ]);
}
