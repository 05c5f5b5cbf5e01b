//! Path parameters, from a description to the calls that fill the path.

mod emitted;

const DESCRIPTION: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "One", "version": "1.0" },
  "host": "one.example.com",
  "paths": { "/{scope}/things/{name}": { "get": {
    "operationId": "Things_Get",
    "parameters": [
      { "name": "scope", "in": "path", "required": true, "type": "string", "x-ms-skip-url-encoding": true },
      { "name": "name", "in": "path", "required": true, "type": "string" }
    ],
    "responses": { "200": { "description": "It.", "schema": { "type": "string" } } }
  } } }
}"##;

#[test]
fn only_what_the_description_says_goes_out_as_it_is() {
    let operations = emitted::code(DESCRIPTION);
    assert!(
        operations.contains(r#"request.path_verbatim("scope", scope);"#),
        "{operations}"
    );
    assert!(
        operations.contains(r#"request.path("name", name);"#),
        "{operations}"
    );
}
