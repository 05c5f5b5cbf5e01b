//! The stage `load`: files in, OpenAPI 3.0 documents out.
//!
//! Each fixture in `fixtures/load` shows one feature; its snapshot has the documents as they were loaded and the findings, drawn with their
//! places in the source.

mod load {
    pub mod bad_input;
    pub mod corpus;
    pub mod directive_faults;
    pub mod directive_names;
    pub mod directives;
    pub mod hostile;
    pub mod overlay_faults;
    pub mod overlay_services;
    pub mod overlays;
    pub mod places;
    pub mod support;
}

mod reference;

use load::support::{fixture, shown};

macro_rules! fixtures {
    ($($test:ident: $input:literal, $what:literal;)*) => {$(
        #[doc = $what]
        #[test]
        fn $test() {
            insta::with_settings!({ description => $what, omit_expression => true }, {
                insta::assert_snapshot!(shown(&fixture($input)));
            });
        }
    )*};
}

fixtures! {
    parameters: "parameters.json", "Parameters in path, query and header; formats of lists; enums move to the schema.";
    bodies: "bodies.json", "Body parameters become request bodies: own, inherited, global, with other media types.";
    forms: "forms.json", "Form fields become one request body, multipart or url-encoded.";
    responses: "responses.json", "Response schemas become content per media type; headers; a global response read with other types.";
    schemas: "schemas.json", "References with siblings, discriminators, files, idle constraints, floats for integers, mixed enums.";
    security: "security.json", "Host, base path and schemes become servers; security definitions become schemes.";
    hosts_and_paths: "hosts-and-paths.json", "Parameterized hosts stay; x-ms-paths stand among the paths.";
    oddities: "oddities.json", "What is wrong costs itself and no more, and has a place.";
    openapi: "openapi.yaml", "OpenAPI 3.0 in YAML: number keys, merge keys, tags, siblings, discriminator mappings.";
    references: "refs/main.json", "References across files and languages, into schemas, to whole files, to parts of other files.";
    examples: "examples-of-operations/main.json", "Example files are read, missing and broken ones are warnings.";
}
