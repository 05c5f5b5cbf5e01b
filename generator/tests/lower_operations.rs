//! Operations, clients and examples as `lower` makes them of descriptions: one fixture for each feature, its model and its findings as a snapshot.

mod reference;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use armature_codegen::diagnostic::Diagnostics;
use armature_codegen::load::{self, FolderSource, MemorySource, Source};
use armature_codegen::lower;
use armature_codegen::manifest::{
    Manifest, ManifestText, PackageManifest, ServiceManifest, VersionManifest,
};
use armature_codegen::model::{ApiVersion, Authentication, Endpoint, Runtime, Shape};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lower_operations")
}

fn manifest(inputs: &[&str]) -> Manifest {
    Manifest {
        path: "armature.toml".to_owned(),
        text: ManifestText::default(),
        deny_warnings: Vec::new(),
        input_places: Default::default(),
        directives: Vec::new(),
        package: PackageManifest {
            name: "pets".to_owned(),
            version: "0.1.0".to_owned(),
            description: "Pets".to_owned(),
            output: "pets".to_owned(),
            shape: Shape::StandAlone,
            runtime: Runtime::Version("0.1.0".to_owned()),
            dev_dependencies: Vec::new(),
            command: "cargo xtask codegen".to_owned(),
        },
        services: vec![ServiceManifest {
            name: "pets".to_owned(),
            title: "Pets".to_owned(),
            description: None,
            client: None,
            authentication: None,
            overlays: Vec::new(),
            versions: vec![VersionManifest {
                version: String::new(),
                inputs: inputs.iter().map(|input| (*input).to_owned()).collect(),
            }],
        }],
        rename: Default::default(),
    }
}

fn lowered(manifest: &Manifest) -> (ApiVersion, Diagnostics) {
    let source = FolderSource {
        root: fixtures(),
        label: String::new(),
    };
    lowered_from(&source, manifest)
}

fn lowered_from(source: &dyn Source, manifest: &Manifest) -> (ApiVersion, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let specs = load::load(manifest, source, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:#?}");
    let package = lower::lower(&specs, manifest, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:#?}");
    let service = package.services.into_iter().next().expect("one service");
    (
        service.versions.into_iter().next().expect("one version"),
        diagnostics,
    )
}

fn findings(diagnostics: &Diagnostics) -> String {
    let lines = diagnostics.list.iter().map(|found| {
        let done = found.done.as_deref().unwrap_or("nothing");
        format!(
            "{}[{}] {}\n  at {}\n  done: {done}\n",
            found.severity, found.code, found.message, found.place
        )
    });
    lines.collect()
}

/// The model of one fixture and what was found.
fn check(name: &str) -> String {
    let (version, diagnostics) = lowered(&manifest(&[&format!("{name}.yaml")]));
    format!("{}\n{}", version.to_text(), findings(&diagnostics))
}

macro_rules! fixtures {
    ($($name:ident),* $(,)?) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(check(stringify!($name)));
        }
    )*};
}

fixtures!(
    bodies,
    forms_openapi,
    groups,
    host_fixed,
    host_given,
    host_missing,
    host_template,
    long_running,
    paging,
    polling,
    parameters,
    responses
);

/// Forms with their examples.
#[test]
fn forms() {
    let (version, _) = lowered(&manifest(&["forms.yaml"]));
    let requests: Vec<_> = version
        .operations
        .iter()
        .flat_map(|operation| &operation.examples)
        .map(|example| (&example.arguments, &example.options, &example.request))
        .collect();
    insta::assert_snapshot!(format!("{}\n{requests:#?}", check("forms")));
}

#[test]
fn examples() {
    let (version, diagnostics) = lowered(&manifest(&["examples.yaml"]));
    let examples: Vec<_> = version
        .operations
        .iter()
        .flat_map(|operation| &operation.examples)
        .collect();
    insta::assert_snapshot!(format!("{examples:#?}\n{}", findings(&diagnostics)));
}

/// What an overlay makes optional is an option where the path can do without it, and in its examples.
#[test]
fn optional_segment() {
    let mut manifest = manifest(&["optional_segment.yaml"]);
    for service in &mut manifest.services {
        service.overlays = vec!["optional_segment.overlay.yaml".to_owned()];
    }
    let (version, diagnostics) = lowered(&manifest);
    let calls: Vec<String> = version
        .operations
        .iter()
        .flat_map(|operation| &operation.examples)
        .map(|example| {
            let options = example.options.iter().map(|option| option.wire.as_str());
            let options: Vec<&str> = options.collect();
            format!("{} options: {options:?}\n", example.request.path)
        })
        .collect();
    let text = format!(
        "{}\n{}\n{}",
        version.to_text(),
        findings(&diagnostics),
        calls.concat()
    );
    insta::assert_snapshot!(text);
}

/// A definition that an overlay has added is named by its place in the changed description.
#[test]
fn what_an_overlay_adds_can_be_renamed() {
    let description = r##"{ "swagger": "2.0", "info": { "title": "Pets", "version": "1" }, "host": "pets.example.com",
        "paths": { "/pet": { "get": { "operationId": "Pet_Get", "responses": { "200": {
            "description": "", "schema": { "$ref": "#/definitions/Pet" } } } } } } }"##;
    let overlay = "{ overlay: 1.0.0, info: { title: Pets, version: 1.0.0 }, actions: [{
        target: $, update: { definitions: { Pet: { type: object, properties: { name: { type: string } } } } } }] }";
    let source = MemorySource::default()
        .with("main.json", description)
        .with("overlay.yaml", overlay);
    let mut manifest = manifest(&["main.json"]);
    for service in &mut manifest.services {
        service.overlays = vec!["overlay.yaml".to_owned()];
    }
    let key = "main.json#/definitions/Pet".to_owned();
    manifest.rename.insert(key, "Animal".to_owned());
    let (version, diagnostics) = lowered_from(&source, &manifest);
    assert_eq!(findings(&diagnostics), "");
    let names = version.types.definitions.iter();
    let names: Vec<String> = names.map(|definition| definition.name().pascal()).collect();
    assert_eq!(names, ["Animal"]);
}

#[test]
fn the_manifest_says_more_than_the_description() {
    let mut manifest = manifest(&["host_given.yaml"]);
    for service in &mut manifest.services {
        service.client = Some("SafeClient".to_owned());
        service.authentication = Some(Authentication::Scope(
            "https://safe.example/.default".to_owned(),
        ));
    }
    let (version, diagnostics) = lowered(&manifest);
    assert_eq!(version.client.name.pascal(), "SafeClient");
    assert_eq!(
        version.client.authentication,
        Authentication::Scope("https://safe.example/.default".to_owned())
    );
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
}

#[test]
fn plain_http_stays_where_no_token_goes() {
    let mut manifest = manifest(&["host_plain.yaml"]);
    let (version, diagnostics) = lowered(&manifest);
    assert_eq!(findings(&diagnostics), "");
    let endpoint = |url: &str| Endpoint::Fixed(url.to_owned());
    assert_eq!(
        version.client.endpoint,
        endpoint("https://plain.example/base")
    );
    for service in &mut manifest.services {
        service.authentication = Some(Authentication::Anonymous);
    }
    let (version, diagnostics) = lowered(&manifest);
    assert_eq!(findings(&diagnostics), "");
    assert_eq!(
        version.client.endpoint,
        endpoint("http://plain.example/base")
    );
    assert_eq!(version.client.authentication, Authentication::Anonymous);
}

#[test]
fn a_service_on_this_machine_without_any_scheme_takes_no_credential() {
    let client = |host: &str, more: &str| {
        let text = format!(
            r#"{{ "swagger": "2.0", "info": {{ "title": "Local", "version": "1" }}, "schemes": ["http"], "host": "{host}", {more}
                "paths": {{ "/state": {{ "get": {{ "operationId": "Get", "responses": {{ "200": {{ "description": "" }} }} }} }} }} }}"#
        );
        let source = MemorySource::default().with("local.json", text.as_str());
        lowered_from(&source, &manifest(&["local.json"])).0.client
    };
    for host in ["localhost:19080", "LOCALHOST", "127.0.0.2", "[::1]:80"] {
        let client = client(host, "");
        assert_eq!(client.authentication, Authentication::Anonymous, "{host}");
        assert_eq!(client.endpoint, Endpoint::Fixed(format!("http://{host}")));
    }
    for host in ["localhost.example", "127.example", "plain.example"] {
        let client = client(host, "");
        assert_eq!(client.authentication, Authentication::Challenge, "{host}");
    }
    let scheme = r#""securityDefinitions": { "basic": { "type": "basic" } },"#;
    let client = client("localhost", scheme);
    assert_eq!(client.authentication, Authentication::Challenge);
}

#[test]
fn what_clients_send_by_themselves_is_no_fault_of_an_example() {
    let text = r#"{ "swagger": "2.0", "info": { "title": "Keys", "version": "1" }, "host": "keys.example",
        "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "Ocp-Key" } },
        "paths": { "/state": { "get": { "operationId": "Get", "responses": { "200": { "description": "" } }, "x-ms-examples": { "one": {
            "parameters": { "api-version": "1", "ocp-key": "k", "User-Agent": "u", "Content-Length": 0, "x-ms-client-request-id": "r", "color": "red" },
            "responses": { "200": {} } } } } } } }"#;
    let source = MemorySource::default().with("keys.json", text);
    let (_, diagnostics) = lowered_from(&source, &manifest(&["keys.json"]));
    let findings = findings(&diagnostics);
    assert_eq!(findings.matches("warning[").count(), 1, "{findings}");
    assert!(findings.contains("a value for `color`"), "{findings}");
}

/// The versions of three documents: two of one version, and one of another, whose operations say so themselves.
#[test]
fn every_operation_has_the_version_of_its_document() {
    let (version, _) = lowered(&manifest(&[
        "parameters.yaml",
        "examples.yaml",
        "versions.yaml",
    ]));
    assert_eq!(version.client.api_version.as_deref(), Some("2024-01-01"));
    let constants: Vec<String> = version
        .operations
        .iter()
        .filter(|operation| {
            operation
                .parameters
                .iter()
                .any(|parameter| format!("{:?}", parameter.source).starts_with("Constant(\"20"))
        })
        .map(|operation| operation.id.clone())
        .collect();
    assert_eq!(constants, ["Pets_Find", "Old_Get"]);
}

/// The order of the documents changes no name.
#[test]
fn names_do_not_depend_on_the_order_of_documents() {
    let names = |inputs: &[&str]| {
        let (version, _) = lowered(&manifest(inputs));
        let mut names: Vec<_> = version
            .operations
            .iter()
            .map(|operation| (operation.place.to_string(), operation.name.snake()))
            .collect();
        names.sort();
        names
    };
    assert_eq!(
        names(&["groups.yaml", "paging.yaml", "responses.yaml"]),
        names(&["responses.yaml", "groups.yaml", "paging.yaml"])
    );
}

/// A description with a `GET` of each path, and a tag for each.
fn described(operations: &[(String, String)]) -> MemorySource {
    let paths: Vec<String> = operations
        .iter()
        .map(|(path, id)| {
            format!(r#""{path}": {{ "get": {{ "operationId": "{id}", "responses": {{ "200": {{ "description": "" }} }} }} }}"#)
        })
        .collect();
    let tags: Vec<String> = (0..operations.len())
        .map(|number| format!(r#"{{ "name": "Tag{number}", "description": "" }}"#))
        .collect();
    let text = format!(
        r#"{{ "swagger": "2.0", "info": {{ "title": "Pets", "version": "1" }}, "host": "pets.example.com",
             "tags": [{}], "paths": {{ {} }} }}"#,
        tags.join(", "),
        paths.join(", ")
    );
    MemorySource::default().with("main.json", &text)
}

/// Ample: either takes a second when the time grows with the number of operations, and minutes when it grows with its square.
const LONGEST: Duration = Duration::from_secs(30);

#[test]
fn thousands_of_operations_with_one_id_get_names_in_time() {
    let operations: Vec<_> = (0..3_000)
        .map(|number| (format!("/pets/{number:04}"), "Pets_Get".to_owned()))
        .collect();
    let start = Instant::now();
    let (version, diagnostics) = lowered_from(&described(&operations), &manifest(&["main.json"]));
    assert!(start.elapsed() < LONGEST, "took {:?}", start.elapsed());
    let names: Vec<_> = version
        .operations
        .iter()
        .map(|operation| operation.name.snake())
        .collect();
    assert_eq!(names.first().map(String::as_str), Some("get"));
    assert_eq!(names.last().map(String::as_str), Some("get_3000"));
    let told = diagnostics
        .list
        .iter()
        .filter(|found| found.code == "A0301");
    assert_eq!(told.count(), 2_999);
}

#[test]
fn thousands_of_groups_find_their_tags_in_time() {
    let operations: Vec<_> = (0..3_000)
        .map(|number| (format!("/pets/{number}"), format!("Group{number}_Get")))
        .collect();
    let start = Instant::now();
    let (version, _) = lowered_from(&described(&operations), &manifest(&["main.json"]));
    assert!(start.elapsed() < LONGEST, "took {:?}", start.elapsed());
    assert_eq!(version.groups.len(), 3_000);
}

/// The name of a group becomes that of a file.
#[test]
fn groups_with_endless_names_get_short_and_distinct_ones() {
    let long = "Workspace".repeat(1_000);
    let operations = ["a", "b"].map(|end| (format!("/{end}"), format!("{long}{end}_Get")));
    let (version, _) = lowered_from(&described(&operations), &manifest(&["main.json"]));
    let names: Vec<_> = version
        .groups
        .iter()
        .map(|group| group.name.snake())
        .collect();
    let [first, second] = names.as_slice() else {
        panic!("{names:?}");
    };
    assert!(first.len() <= 100, "{first}");
    assert_eq!(*second, format!("{first}_2"));
}

/// A package of Azure's own descriptions, when they are at hand: nothing contradicts itself, and nearly every example becomes a test.
#[test]
fn real_descriptions() {
    let Some(root) = reference::folder("real_descriptions", "azure-specs") else {
        return;
    };
    let readme = "specification/apimanagement/resource-manager/readme.md";
    let text = std::fs::read_to_string(root.join(readme)).unwrap();
    let request = armature_codegen::manifest::ReadmeRequest {
        path: readme,
        text: &text,
        folder: "specification/apimanagement/resource-manager",
        tag: None,
        output: "out",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "cargo xtask codegen",
        package: None,
    };
    let (manifest, _) = Manifest::from_readme(&request).expect("a readme");
    let source = FolderSource {
        root,
        label: String::new(),
    };
    let mut diagnostics = Diagnostics::default();
    let specs = load::load(&manifest, &source, &mut diagnostics);
    let package = lower::lower(&specs, &manifest, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{}", findings(&diagnostics));
    let operations: Vec<_> = package
        .services
        .iter()
        .flat_map(|service| &service.versions)
        .flat_map(|version| &version.operations)
        .collect();
    let examples: usize = operations
        .iter()
        .map(|operation| operation.examples.len())
        .sum();
    assert_eq!((operations.len(), examples), (331, 367));
}

/// What comes after each first answer of an operation that another operation says the state of.
#[test]
fn examples_go_on_to_the_end_of_a_long_running_operation() {
    let (version, _) = lowered(&manifest(&["polling.yaml"]));
    let mut stories = String::new();
    for operation in &version.operations {
        for example in &operation.examples {
            for response in &example.responses {
                let name = &example.name;
                let polling = &response.polling;
                stories.push_str(&format!("{} {name}: {polling:#?}\n", operation.id));
            }
        }
    }
    insta::assert_snapshot!(stories);
}

/// A host with parameters is the client's, wherever it is named; other documents go to their own when it is fixed.
#[test]
fn documents_with_hosts_of_their_own() {
    let (version, diagnostics) = lowered(&manifest(&["host_fixed.yaml", "host_given.yaml"]));
    let differs = |diagnostics: &Diagnostics| {
        let mut codes = diagnostics.list.iter().map(|one| one.code);
        codes.any(|code| code == "A0801")
    };
    assert!(!differs(&diagnostics), "{diagnostics:#?}");
    let hosts: Vec<_> = version
        .operations
        .iter()
        .map(|operation| (operation.id.as_str(), operation.host.as_deref()))
        .collect();
    assert!(matches!(version.client.endpoint, Endpoint::Given(_)));
    let weather = Some("https://weather.example.net/api");
    assert_eq!(hosts[0], ("Rain_Get", weather));
    assert!(
        hosts.iter().skip(1).all(|(_, host)| host.is_none()),
        "{hosts:?}"
    );

    // Two with parameters cannot both be the client's.
    let (_, diagnostics) = lowered(&manifest(&["host_given.yaml", "host_template.yaml"]));
    assert!(differs(&diagnostics), "{diagnostics:#?}");
}
