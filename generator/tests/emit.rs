//! The stage `emit`, seen through `format`: what is emitted for a small package, and how a large one is cut into files.

mod sample;

use std::collections::{BTreeMap, BTreeSet};

use armature_codegen::emit::emit;
use armature_codegen::format::format;
use armature_codegen::model::*;
use armature_codegen::source_file::is_emitted;

fn files(package: &Package) -> BTreeMap<String, String> {
    let files = emit(package).into_iter().map(|file| format(file).unwrap());
    files.map(|file| (file.path, file.text)).collect()
}

/// One snapshot for each file, so that a difference names its file.
fn check(prefix: &str, package: &Package, is_shown: impl Fn(&str) -> bool) {
    for (path, text) in files(package) {
        if is_shown(&path) {
            let name = format!("{prefix}__{}", path.replace('/', "__"));
            insta::with_settings!({ omit_expression => true }, {
                insta::assert_snapshot!(name, text);
            });
        }
    }
}

#[test]
fn a_member_of_a_workspace() {
    // The older api-version differs in nothing that the newer one does not show.
    check("member", &sample::package(), |path| {
        !path.contains("v2021_08_01")
    });
}

#[test]
fn a_crate_that_stands_alone() {
    let is_different = [
        "Cargo.toml",
        "README.md",
        "src/lib.rs",
        "src/clients.rs",
        "tests/examples/main.rs",
    ];
    check("alone", &sample::stand_alone(), |path| {
        is_different.contains(&path)
    });
}

#[test]
fn a_large_crate_has_a_feature_for_each_group() {
    let is_different = [
        "Cargo.toml",
        "src/lib.rs",
        "src/clients.rs",
        "src/client.rs",
        "src/models/mod.rs",
        "src/operations/mod.rs",
        "src/dispatch/mod.rs",
        "tests/examples/main.rs",
    ];
    check("grouped", &grouped(), |path| is_different.contains(&path));
}

/// A dependency cannot name `azure_core/default` among the features of the crate.
#[test]
fn the_readme_of_a_large_crate_says_where_the_transport_comes_from() {
    let files = files(&grouped());
    let readme: Vec<_> = files["README.md"].split_whitespace().collect();
    let readme = readme.join(" ");
    let expected = "it takes `azure_core` with its default features among your own dependencies";
    assert!(readme.contains(expected), "{readme}");
    assert!(!readme.contains("azure_core/default"), "{readme}");
}

#[test]
fn what_groups_share_is_behind_those_that_use_it() {
    let files = files(&grouped());
    let holds = |path: &str, name: &str| files[path].contains(&format!("pub struct {name} {{"));
    assert!(holds("src/models/other.rs", "OfOther"));
    assert!(holds("src/models/shared_of_two.rs", "OfTwo"));
    let models = &files["src/models/mod.rs"];
    for line in [
        "#[cfg(feature = \"other\")]\nmod other;\n",
        "#[cfg(any(feature = \"other\", feature = \"dispatch-group\"))]\nmod shared_of_two;\n",
        "#[cfg(any(feature = \"other\", feature = \"dispatch-group\"))]\npub use crate::models::shared_of_two::*;\n",
    ] {
        assert!(models.contains(line), "{line}\n{models}");
    }
}

#[test]
fn a_small_crate_and_a_member_of_a_workspace_have_no_features_of_groups() {
    let mut small = grouped();
    small.services[0].versions[0].operations.truncate(40);
    let mut member = grouped();
    member.shape = Shape::WorkspaceMember;
    for package in [small, member] {
        let manifest = &files(&package)["Cargo.toml"];
        assert!(!manifest.contains("all = ["), "{manifest}");
    }
}

/// Three groups, one of them called like a feature that is there anyway; 41 operations.
fn grouped() -> Package {
    let mut package = sample::stand_alone();
    let version = &mut package.services[0].versions[0];
    let (other, dispatch) = (GroupId(1), GroupId(2));
    for name in ["Other", "Dispatch"] {
        version.groups.push(Group {
            name: sample::name(name),
            client: sample::name(&format!("{name}Client")),
            doc: Doc::default(),
        });
    }
    let patterns = version.operations.clone();
    for index in version.operations.len()..41 {
        let mut operation = patterns[index % patterns.len()].clone();
        operation.name = sample::name(&format!("{}{index}", operation.name.wire()));
        operation.group = Some(if index % 2 == 0 { other } else { dispatch });
        version.operations.push(operation);
    }
    let Some(TypeDefinition::Object(pattern)) = version.types.definitions.get(2).cloned() else {
        panic!("the third definition of the sample is an object");
    };
    for (name, groups) in [("OfOther", vec![other]), ("OfTwo", vec![other, dispatch])] {
        let mut object = pattern.clone();
        object.name = sample::name(name);
        object.usage.groups = groups;
        version
            .types
            .definitions
            .push(TypeDefinition::Object(object));
    }
    package
}

#[test]
fn the_files_of_both_shapes() {
    let list = |package: &Package| files(package).into_keys().collect::<Vec<_>>().join("\n");
    let text = format!(
        "{}\n\n{}",
        list(&sample::package()),
        list(&sample::stand_alone())
    );
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("paths", text);
    });
}

#[test]
fn every_file_says_in_its_first_line_what_wrote_it() {
    for package in [sample::package(), sample::stand_alone(), large()] {
        for (path, text) in files(&package) {
            assert!(is_emitted(text.as_bytes()), "{path}");
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{path}");
        }
    }
}

#[test]
fn the_same_package_gives_the_same_bytes() {
    assert_eq!(files(&large()), files(&large()));
}

#[test]
fn no_file_is_longer_than_1500_lines_and_few_are_short() {
    let files = files(&large());
    let lengths: BTreeMap<_, _> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.lines().count()))
        .collect();
    let too_long: Vec<_> = lengths
        .iter()
        .filter(|(_, lines)| **lines > 1_500)
        .collect();
    assert!(too_long.is_empty(), "{too_long:?}");

    let operations: Vec<_> = lengths
        .iter()
        .filter(|(path, _)| path.contains("operations/thing"))
        .collect();
    assert!(operations.len() > 3, "{operations:?}");
    let lines: usize = operations.iter().map(|(_, lines)| **lines).sum();
    assert!(lines / operations.len() > 700, "{operations:?}");
}

#[test]
fn models_of_one_group_lie_apart_from_shared_ones() {
    let files = files(&large());
    let defines = |path: &str, name: &str| files[path].contains(&format!("pub struct {name} {{"));
    assert!(defines("src/models/thing.rs", "Own0"));
    assert!(defines("src/models/shared.rs", "Common0"));
    assert!(files.contains_key("src/models/thing_2.rs"));
    assert!(!files.contains_key("src/models.rs"));
    assert!(files["src/models/mod.rs"].contains("mod shared;"));
}

#[test]
fn every_public_type_is_exported_once() {
    let mut package = large();
    package.shape = Shape::WorkspaceMember;
    let files = files(&package);
    let exports = files["src/things/v2024_05_01/models/mod.rs"].replace(['{', '}', ',', ';'], " ");
    let words: Vec<&str> = exports.split_whitespace().collect();
    for definition in &package.services[0].versions[0].types.definitions {
        let name = definition.name().pascal();
        // A single name of a module is exported without braces.
        let count = words
            .iter()
            .filter(|word| word.rsplit("::").next() == Some(name.as_str()))
            .count();
        assert_eq!(count, 1, "{name}");
    }
}

#[test]
fn names_that_rust_has_taken_get_a_suffix() {
    let files = files(&sample::package());
    let models = &files["src/things/v2024_05_01/models.rs"];
    let operations = &files["src/things/v2024_05_01/operations/thing.rs"];
    assert!(models.contains("type_prop: \"type\""));
    assert!(operations.contains("type_param: &str"));
    assert!(!models.contains("r#") && !operations.contains("r#"));
}

#[test]
fn descriptions_cannot_leave_their_comments() {
    let hostile = "*/ ` ``` \"#; } fn main() {} \u{202e} [`Response`](x) <script> \\ \r #![allow(x)]\n\n    panic!();\n```\nfn f() {}\n```";
    let mut package = sample::package();
    for version in package
        .services
        .iter_mut()
        .flat_map(|service| &mut service.versions)
    {
        version.client.doc = sample::described(hostile);
        for group in &mut version.groups {
            group.doc = sample::described(hostile);
        }
        for operation in &mut version.operations {
            operation.doc = Doc {
                summary: Some(hostile.to_owned()),
                description: Some(hostile.to_owned()),
            };
            for parameter in &mut operation.parameters {
                parameter.doc = sample::described(hostile);
                parameter.notes = vec![format!("matches {hostile}")];
            }
        }
        for definition in &mut version.types.definitions {
            let doc = match definition {
                TypeDefinition::Object(object) => &mut object.doc,
                TypeDefinition::Enumeration(enumeration) => &mut enumeration.doc,
                TypeDefinition::Union(union) => &mut union.doc,
            };
            *doc = sample::described(hostile);
        }
    }
    for (path, text) in files(&package)
        .iter()
        .filter(|(path, _)| path.starts_with("src/"))
    {
        let syntax = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let functions = syntax
            .items
            .iter()
            .filter(|item| matches!(item, syn::Item::Fn(function) if ["main", "f"].iter().any(|name| function.sig.ident == name)))
            .count();
        assert_eq!(functions, 0, "{path}");
        assert!(!text.contains('\u{202e}'), "{path}");
        let fences = text
            .lines()
            .filter(|line| line.trim_start_matches(['/', '!', ' ']).starts_with("```"))
            .count();
        assert!(fences == 0 || fences == 2, "{path}: {fences} fences");
    }
}

#[test]
fn every_example_gives_a_test_for_each_answer() {
    let package = sample::package();
    let operations = package
        .services
        .iter()
        .flat_map(|service| &service.versions)
        .flat_map(|version| &version.operations);
    let answers: usize = operations
        .flat_map(|operation| &operation.examples)
        .map(|example| example.responses.len())
        .sum();
    let tests: usize = files(&package)
        .values()
        .map(|text| text.matches("#[tokio::test]").count())
        .sum();
    assert_eq!(tests, answers);
}

#[test]
fn tests_in_a_file_have_names_of_their_own() {
    for (path, text) in files(&sample::package())
        .iter()
        .filter(|(path, _)| path.starts_with("tests/"))
    {
        let names: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("async fn "))
            .collect();
        let distinct: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(names.len(), distinct.len(), "{path}");
    }
}

#[test]
fn dispatch_knows_every_operation() {
    for package in [sample::package(), large()] {
        let files = files(&package);
        let tables: String = files
            .iter()
            .filter(|(path, _)| path.contains("/dispatch/"))
            .map(|(_, text)| text.as_str())
            .collect();
        for version in package.services.iter().flat_map(|one| &one.versions) {
            for operation in &version.operations {
                let entry = format!("\n        {:?}: ", operation.id);
                assert!(tables.contains(&entry), "{}", operation.id);
            }
        }
    }
}

#[test]
fn only_module_lines_depend_on_the_feature_dispatch() {
    for package in [sample::package(), sample::stand_alone()] {
        for (path, text) in files(&package) {
            let mut lines = text.lines();
            while let Some(line) = lines
                .by_ref()
                .find(|line| line.contains("cfg(feature = \"dispatch\")"))
            {
                let next = lines.next().unwrap_or_default();
                assert!(next.ends_with("mod dispatch;"), "{path}: {line} {next}");
            }
        }
    }
}

#[test]
fn locals_of_dispatch_give_way_to_names_of_the_description() {
    let mut package = sample::stand_alone();
    let version = &mut package.services[0].versions[0];
    let mut argument = version.operations[0].parameters[1].clone();
    for wire in ["client", "arguments", "response", "thing_headers"] {
        argument.name = sample::name(wire);
        argument.location = ParameterLocation::Query(Collection::Comma);
        version.operations[0].parameters.push(argument.clone());
    }
    let thing = &files(&package)["src/dispatch/thing.rs"];
    for expected in [
        "client_: &ThingsClient,\n    mut arguments_: dispatch::Arguments,",
        "let client: String = arguments_.required(\"client\")?;",
        "let arguments: String = arguments_.required(\"arguments\")?;",
        "arguments_.finish()?;\n    let response = client_\n",
        "&client, &arguments, &response, &thing_headers, None)",
        "Ok(dispatch::json(response, thing_headers_))",
        "fn thing_headers_(",
    ] {
        assert!(thing.contains(expected), "{expected}:\n{thing}");
    }
}

#[test]
fn dispatch_connects_with_the_parameters_of_the_client() {
    let mut package = sample::stand_alone();
    let client = &mut package.services[0].versions[0].client;
    let host = |wire: &str, default: Option<&str>| HostParameter {
        name: sample::name(wire),
        doc: Doc::default(),
        default: default.map(str::to_owned),
    };
    client.endpoint = Endpoint::Template {
        template: "https://{account}.{zone}".to_owned(),
        parameters: vec![host("account", None), host("zone", Some("example.com"))],
    };
    client.authentication = Authentication::Challenge;
    for (wire, ty, required) in [
        ("arguments", Type::Scalar(Scalar::UnixTime), true),
        (
            "days",
            Type::List(Box::new(Type::Scalar(Scalar::DateTimeRfc1123))),
            false,
        ),
    ] {
        client.parameters.push(ClientParameter {
            name: sample::name(wire),
            ty,
            required,
            doc: Doc::default(),
        });
    }
    let files = files(&package);
    let text = &files["src/dispatch/mod.rs"];
    let connect = text.split("fn connect(").nth(1).unwrap();
    let connect = connect.split("\n}\n").next().unwrap();
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("dispatch__connect", connect);
    });
}

#[test]
fn an_anonymous_client_takes_no_credential() {
    let mut package = sample::stand_alone();
    let client = &mut package.services[0].versions[0].client;
    client.endpoint = Endpoint::Fixed("http://example.com".to_owned());
    client.authentication = Authentication::Anonymous;
    let files = files(&package);
    let all: String = files.values().map(String::as_str).collect();
    assert!(all.contains("Connection::without_credential("));
    assert!(all.contains("\"http://example.com\""));
    for word in [
        "credential: Arc<dyn TokenCredential>,\n        options",
        "DeveloperToolsCredential",
        "credential()",
    ] {
        assert!(!all.contains(word), "{word}");
    }
    assert!(files["src/dispatch/mod.rs"].contains("_: Arc<dyn TokenCredential>"));
}

/// An argument that is never read would be a warning in the emitted crate.
#[test]
fn dispatch_connects_without_arguments_when_the_client_has_no_settings() {
    let mut package = sample::stand_alone();
    let connect = |package: &Package| {
        let text = files(package)["src/dispatch/mod.rs"].clone();
        let start = text.find("fn connect(").unwrap();
        text[start..].lines().take(2).collect::<Vec<_>>().join("")
    };
    let client = &mut package.services[0].versions[0].client;
    client.parameters.clear();
    client.endpoint = Endpoint::Fixed("https://example.com".to_owned());
    client.api_version = None;
    assert_eq!(
        connect(&package),
        "fn connect(    _: &mut dispatch::Arguments,"
    );

    package.services[0].versions[0].client.api_version = Some("1.0".to_owned());
    assert_eq!(
        connect(&package),
        "fn connect(    arguments: &mut dispatch::Arguments,"
    );
}

/// Many operations in one group, and more models than one file holds.
fn large() -> Package {
    let mut package = sample::stand_alone();
    let version = &mut package.services[0].versions[0];
    let other = GroupId(1);
    version.groups.push(Group {
        name: sample::name("Other"),
        client: sample::name("OtherClient"),
        doc: Doc::default(),
    });
    let patterns = version.operations.clone();
    for index in 0..120 {
        let mut operation = patterns[index % patterns.len()].clone();
        operation.name = sample::name(&format!("{}{index}", operation.name.wire()));
        operation.group = Some(if index == 0 { other } else { sample::GROUP });
        version.operations.push(operation);
    }
    let Some(TypeDefinition::Object(pattern)) = version.types.definitions.get(2).cloned() else {
        panic!("the third definition of the sample is an object");
    };
    for index in 0..60 {
        let mut own = pattern.clone();
        own.name = sample::name(&format!("Own{index}"));
        version.types.definitions.push(TypeDefinition::Object(own));
        let mut common = pattern.clone();
        common.name = sample::name(&format!("Common{index}"));
        common.usage.groups.push(other);
        version
            .types
            .definitions
            .push(TypeDefinition::Object(common));
    }
    package
}
