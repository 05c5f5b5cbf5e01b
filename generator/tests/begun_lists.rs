//! Long-running operations whose result is a list: the two methods of each, with their docs and options.

mod emitted;

const DESCRIPTION: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Machines", "version": "2024-01-01" },
  "host": "management.azure.com",
  "paths": {
    "/hosts/{name}/links": { "post": {
      "operationId": "Hosts_FindLinks",
      "description": "Makes links.",
      "x-ms-long-running-operation": true,
      "x-ms-long-running-operation-options": { "final-state-via": "location" },
      "x-ms-pageable": { "nextLinkName": "nextLink" },
      "parameters": [
        { "name": "name", "in": "path", "required": true, "type": "string", "description": "Name of the host." },
        { "name": "api-version", "in": "query", "required": true, "type": "string" },
        { "name": "filter", "in": "query", "type": "string", "description": "Which ones." }
      ],
      "responses": {
        "200": { "description": "They.", "schema": { "$ref": "#/definitions/Links" } },
        "202": { "description": "Later." }
      }
    } },
    "/hosts/{name}/sleep": { "post": {
      "operationId": "Hosts_Sleep",
      "x-ms-long-running-operation": true,
      "x-ms-pageable": { "nextLinkName": null },
      "parameters": [
        { "name": "name", "in": "path", "required": true, "type": "string", "description": "Name of the host." },
        { "name": "api-version", "in": "query", "required": true, "type": "string" }
      ],
      "responses": {
        "200": { "description": "They.", "schema": { "$ref": "#/definitions/Links" } },
        "202": { "description": "Later." }
      }
    } }
  },
  "definitions": {
    "Links": { "type": "object", "properties": {
      "value": { "type": "array", "items": { "$ref": "#/definitions/Link" } },
      "nextLink": { "type": "string" }
    } },
    "Link": { "type": "object", "properties": { "url": { "type": "string" } } }
  }
}"##;

#[test]
fn one_method_begins_the_operation_and_one_lists_its_result() {
    let files = emitted::files(DESCRIPTION);
    let methods = files
        .iter()
        .find(|(path, _)| path.ends_with("operations/hosts.rs"));
    insta::assert_snapshot!(methods.expect("the group has a file").1);
}

#[test]
fn the_result_has_items_and_calls_by_operation_id_poll() {
    let code = emitted::code(DESCRIPTION);
    for text in [
        "page! { Links { value: Link } }",
        "let poller = client.hosts_client().begin_find_links(&name, Some(options));",
        "let options = HostsClientBeginFindLinksOptions {",
    ] {
        assert!(code.contains(text), "{text}\nis not in\n{code}");
    }
}
