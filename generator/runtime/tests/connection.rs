//! Clouds, endpoints, credentials, traces.

use std::borrow::Cow;
use std::sync::{Arc, Mutex};

use armature_runtime::testing::{FakeCredential, MockResponse, MockTransport, credential};
use armature_runtime::{Connection, ResourceManager, fill_host, package};
use azure_core::cloud::{Audiences, CloudConfiguration, CustomConfiguration};
use azure_core::error::ErrorKind;
use azure_core::http::{ClientMethodOptions, ClientOptions, Context, Method, Request};
use azure_core::tracing::{
    AsAny, Attribute, AttributeValue, Span, SpanGuard, SpanKind, SpanStatus, Tracer, TracerProvider,
};

/// Sends one request through Azure Resource Manager of `cloud`: where it went, for which scope.
async fn resource_manager(
    cloud: Option<CloudConfiguration>,
) -> azure_core::Result<(String, Vec<String>)> {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let options = ClientOptions {
        cloud: cloud.map(Arc::new),
        ..mock.client_options()
    };
    let credential = Arc::new(FakeCredential::default());
    let connection = Connection::resource_manager(package!(), "", credential.clone(), options)?;
    let request = connection.request("Thing_Get", Method::Get, "/x");
    request
        .send(&[200], &ClientMethodOptions::default())
        .await?;
    Ok((mock.request().url.to_string(), credential.scopes()))
}

fn custom(audience: Option<&str>) -> CloudConfiguration {
    let mut custom = CustomConfiguration::default();
    if let Some(audience) = audience {
        custom.audiences = Audiences::new().with::<ResourceManager>(audience.to_owned());
    }
    custom.into()
}

#[tokio::test]
async fn every_cloud_has_its_host_and_scope() {
    for (cloud, host) in [
        (None, "https://management.azure.com"),
        (
            Some(CloudConfiguration::AzurePublic),
            "https://management.azure.com",
        ),
        (
            Some(CloudConfiguration::AzureGovernment),
            "https://management.usgovcloudapi.net",
        ),
        (
            Some(CloudConfiguration::AzureChina),
            "https://management.chinacloudapi.cn",
        ),
        (
            Some(custom(Some("https://arm.stack.example"))),
            "https://arm.stack.example",
        ),
        (
            Some(custom(Some("https://arm.stack.example/"))),
            "https://arm.stack.example",
        ),
    ] {
        let (url, scopes) = resource_manager(cloud).await.unwrap();
        assert_eq!(url, format!("{host}/x"));
        assert_eq!(scopes, [format!("{host}/.default")]);
    }
}

#[tokio::test]
async fn a_custom_cloud_must_name_resource_manager() {
    let error = resource_manager(Some(custom(None))).await.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Credential);
    assert!(error.to_string().contains("ResourceManager"), "{error}");
    assert!(
        resource_manager(Some(custom(Some("arm.stack.example"))))
            .await
            .is_err()
    );
}

#[test]
fn the_base_path_of_a_description_is_kept() {
    let mock = MockTransport::answering([]);
    let connection =
        Connection::resource_manager(package!(), "/base/", credential(), mock.client_options())
            .unwrap();
    assert_eq!(
        connection.endpoint().as_str(),
        "https://management.azure.com/base"
    );
}

#[test]
fn endpoints_that_cannot_work_are_refused_with_advice() {
    for endpoint in [
        "",
        "h",
        "/h.example",
        "h.example:x",
        "h..example",
        "u.v:p@h.example",
        "u.v@h.example",
        "ftp://h.example",
        "h.example://x",
        "mailto:a@b",
        "//h",
        "https://",
        "https://u:p@h.example",
        "http://u@h",
    ] {
        let options = MockTransport::answering([]).client_options();
        let error = Connection::without_credential(package!(), endpoint, options)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("https://name.example"),
            "{endpoint}: {error}"
        );
    }
}

#[test]
fn the_endpoint_of_a_connection_ends_without_a_slash() {
    let mock = MockTransport::answering([]);
    let (endpoint, options) = ("https://h.example/proxy/arm//", mock.client_options());
    let connection = Connection::without_credential(package!(), endpoint, options).unwrap();
    assert_eq!(
        connection.endpoint().as_str(),
        "https://h.example/proxy/arm"
    );
}

#[test]
fn a_host_without_a_scheme_is_one_of_https() {
    for (endpoint, url) in [
        ("h.example", "https://h.example/"),
        ("h.example:8443/p/", "https://h.example:8443/p"),
        ("localhost:1", "https://localhost:1/"),
        ("127.0.0.1", "https://127.0.0.1/"),
        ("https://h.example", "https://h.example/"),
        ("http://h.example", "http://h.example/"),
    ] {
        let options = MockTransport::answering([]).client_options();
        let connection = Connection::without_credential(package!(), endpoint, options).unwrap();
        assert_eq!(connection.endpoint().as_str(), url);
    }
}

#[test]
fn tokens_never_go_over_plain_http() {
    for with_challenge in [false, true] {
        let mock = MockTransport::answering([]);
        let (endpoint, options) = ("http://h.example:80/p?sig=s", mock.client_options());
        let connection = if with_challenge {
            Connection::with_challenge(package!(), endpoint, credential(), options)
        } else {
            Connection::with_scope(package!(), endpoint, "s", credential(), options)
        };
        assert_eq!(
            connection.unwrap_err().to_string(),
            "the endpoint \"http://h.example:80/p?…\" cannot be used: access tokens and keys do not go over plain http; \
             give an https URL such as https://name.example"
        );
    }
    let options = ClientOptions {
        cloud: Some(Arc::new(custom(Some("http://arm.example")))),
        ..MockTransport::answering([]).client_options()
    };
    let connection = Connection::resource_manager(package!(), "", credential(), options);
    let error = connection.unwrap_err().to_string();
    assert!(error.contains("\"http://arm.example"), "{error}");
}

#[tokio::test]
async fn without_a_credential_plain_http_works() {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let connection =
        Connection::without_credential(package!(), "http://h.example:8080", mock.client_options())
            .unwrap();
    let request = connection.request("Thing_Get", Method::Get, "/x");
    request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap();
    assert_eq!(mock.request().header("authorization"), None);
    assert_eq!(mock.request().url.as_str(), "http://h.example:8080/x");
}

#[test]
fn host_templates() {
    let fill = |template, values: &[(&str, &str)]| {
        fill_host(template, values).map_err(|error| error.to_string())
    };
    let both = [("account", "a-1_b"), ("zone", "z.example")];
    assert_eq!(
        fill("https://{account}.{zone}", &both).unwrap(),
        "https://a-1_b.z.example"
    );
    assert_eq!(
        fill(
            "http://{account}{host}",
            &[("account", "local"), ("host", "host:3000")]
        )
        .unwrap(),
        "http://localhost:3000"
    );
    assert_eq!(
        fill(
            "{endpoint}/face/{v}",
            &[("endpoint", "https://x.example/"), ("v", "a/b")]
        )
        .unwrap(),
        "https://x.example/face/a%2Fb"
    );
    assert_eq!(
        fill("https://fixed.example", &[]).unwrap(),
        "https://fixed.example"
    );
    for value in [
        "", "a/b", "a@b", "a?b", "a#b", "a:1", "a\\b", "a..b", ".a", "a.", "a b", "ä", "a%2Eb",
        "a\nb", "[::1]",
    ] {
        let error = fill("https://{account}.z.example", &[("account", value)]).unwrap_err();
        assert!(error.contains("`account`"), "{value}: {error}");
    }
    for value in ["a:", "a:b", "a:1:2", ":1", "a/1"] {
        assert!(
            fill("https://{host}", &[("host", value)]).is_err(),
            "{value}"
        );
    }
    for value in ["", ".", ".."] {
        assert!(
            fill("https://h.example/{v}", &[("v", value)]).is_err(),
            "{value}"
        );
    }
    assert_eq!(
        fill("{endpoint}/x", &[("endpoint", "h.example/p")]).unwrap(),
        "https://h.example/p/x"
    );
    for value in [
        "h",
        "h.example?x=y",
        "ftp://h.example",
        "https://h.example?x=y",
        "https://u@h.example",
    ] {
        assert!(
            fill("{endpoint}/x", &[("endpoint", value)]).is_err(),
            "{value}"
        );
    }
    assert!(fill("https://{absent}", &[]).is_err());
}

/// Records the spans that are opened.
#[derive(Clone, Debug, Default)]
struct Spans {
    opened: Arc<Mutex<Vec<String>>>,
}

impl TracerProvider for Spans {
    fn get_tracer(
        &self,
        namespace: Option<&'static str>,
        name: &'static str,
        _: Option<&'static str>,
    ) -> Arc<dyn Tracer> {
        self.opened
            .lock()
            .unwrap()
            .push(format!("tracer {name} {namespace:?}"));
        Arc::new(SpanTracer {
            spans: self.clone(),
            namespace,
        })
    }
}

#[derive(Debug)]
struct SpanTracer {
    spans: Spans,
    namespace: Option<&'static str>,
}

impl Tracer for SpanTracer {
    fn start_span(
        &self,
        name: Cow<'static, str>,
        kind: SpanKind,
        attributes: Vec<Attribute>,
    ) -> Arc<dyn Span> {
        let namespace = attributes
            .iter()
            .any(|attribute| attribute.key == "az.namespace");
        self.spans.opened.lock().unwrap().push(format!(
            "{kind:?} {name}{}",
            if namespace { " with namespace" } else { "" }
        ));
        Arc::new(Ignored)
    }

    fn start_span_with_parent(
        &self,
        name: Cow<'static, str>,
        kind: SpanKind,
        attributes: Vec<Attribute>,
        _: Arc<dyn Span>,
    ) -> Arc<dyn Span> {
        self.start_span(name, kind, attributes)
    }

    fn namespace(&self) -> Option<&'static str> {
        self.namespace
    }
}

struct Ignored;

impl AsAny for Ignored {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
}

impl SpanGuard for Ignored {
    fn end(self) {}
}

impl Span for Ignored {
    fn is_recording(&self) -> bool {
        false
    }
    fn span_id(&self) -> [u8; 8] {
        [0; 8]
    }
    fn end(&self) {}
    fn set_status(&self, _: SpanStatus) {}
    fn set_attribute(&self, _: &'static str, _: AttributeValue) {}
    fn record_error(&self, _: &dyn std::error::Error) {}
    fn set_current(&self, _: &Context) -> Box<dyn SpanGuard> {
        unimplemented!("not asked for by the pipeline")
    }
    fn propagate_headers(&self, _: &mut Request) {}
}

#[tokio::test]
async fn a_call_opens_a_span_of_its_operation() {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let spans = Spans::default();
    let mut options = mock.client_options();
    options.instrumentation.tracer_provider = Some(Arc::new(spans.clone()));
    let connection = Connection::with_scope(
        package!("Microsoft.Things"),
        "https://h.example",
        "s",
        credential(),
        options,
    )
    .unwrap();
    let request = connection.request("Thing_Get", Method::Get, "/x");
    request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap();
    let opened = spans.opened.lock().unwrap().clone();
    assert!(
        opened.contains(&"tracer armature-runtime Some(\"Microsoft.Things\")".to_owned()),
        "{opened:?}"
    );
    assert!(
        opened.contains(&"Internal Thing_Get with namespace".to_owned()),
        "{opened:?}"
    );
}

#[test]
fn an_application_id_that_cannot_be_sent_is_an_error() {
    for (id, fine) in [
        ("my-app", true),
        ("", true),
        ("exactly_24_characters!!!", true),
        ("exactly_25_characters!!!!", false),
        ("my app", false),
        ("ä", false),
    ] {
        let mut options = MockTransport::answering([]).client_options();
        options.user_agent.application_id = Some(id.to_owned());
        let connection = Connection::without_credential(package!(), "https://h.example", options);
        assert_eq!(connection.is_ok(), fine, "{id}");
    }
}

#[tokio::test]
async fn a_request_goes_to_the_host_that_its_description_names() {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let connection = Connection::with_scope(
        package!(),
        "https://us.maps.example",
        "https://maps.example/.default",
        credential(),
        mock.client_options(),
    )
    .unwrap();
    let mut request = connection.request("Thing_Get", Method::Get, "/x");
    request.at("https://maps.example/base");
    let options = ClientMethodOptions::default();
    request.send(&[200], &options).await.unwrap();
    let sent = mock.request();
    assert_eq!(sent.url.as_str(), "https://maps.example/base/x");
    assert!(sent.header("authorization").is_some());

    // The token does not go over plain http.
    let mut request = connection.request("Thing_Get", Method::Get, "/x");
    request.at("http://maps.example");
    let error = request.send(&[200], &options).await.unwrap_err();
    assert!(error.to_string().contains("plain http"), "{error}");
    assert_eq!(mock.requests().len(), 1);
}
