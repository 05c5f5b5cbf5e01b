//! Models in XML: every form both ways, and answers that mean harm.

mod common;

use std::collections::HashMap;

use armature_runtime::error::service_error;
use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::xml::{MAX_DEPTH, XmlBody, read_xml};
use armature_runtime::{XmlFormat, error_model, extensible_enum, model, union, xml, xml_content};
use azure_core::fmt::SafeDebug;
use azure_core::http::{Body, ClientMethodOptions, Method, RequestContent, Response};
use azure_core::json::{from_json, to_json};
use azure_core::time::OffsetDateTime;

/// A colour.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Color {
    /// `red`
    Red,
    /// Any other.
    UnknownValue(String),
}
extensible_enum! { Color { Red = "red" } }

/// Everything that a property can be.
#[derive(Clone, Default, SafeDebug)]
pub struct Thing {
    id: Option<String>,
    text: Option<String>,
    count: Option<i32>,
    ratio: Option<f32>,
    on: Option<bool>,
    color: Option<Color>,
    made: Option<OffsetDateTime>,
    seen: Option<OffsetDateTime>,
    at: Option<OffsetDateTime>,
    bytes: Option<Vec<u8>>,
    names: Option<Vec<String>>,
    wrapped: Option<Vec<i32>>,
    grid: Option<Vec<Vec<i32>>>,
    tags: Option<HashMap<String, String>>,
    part: Option<Box<Thing>>,
    parts: Option<Vec<Thing>>,
    free: Option<azure_core::Value>,
    own: Option<String>,
}
model! {
    request Thing {
        id: "id",
        text: "text",
        count: "count",
        ratio: "ratio",
        on: "on",
        color: "color",
        made: "made" as DateTime,
        seen: "seen" as Rfc1123,
        at: "at" as UnixTime,
        bytes: "bytes" as Base64,
        names: "names",
        wrapped: "wrapped",
        grid: "grid",
        tags: "tags",
        part: "part",
        parts: "parts",
        free: "free",
        own: "own" read_only,
    }
}
xml! {
    request Thing "thing" list "things" {
        "id": attribute("identifier", text),
        "text": element(text),
        "count": element("Count", number),
        "ratio": element(number),
        "on": element(boolean),
        "color": attribute(token),
        "made": element(token),
        "seen": element(token),
        "at": element(number),
        "bytes": element(token),
        "names": each("name", text),
        "wrapped": element(list("item", number)),
        "grid": element(list("row", list("cell", number))),
        "tags": element("Metadata", map(text)),
        "part": element(Thing),
        "parts": each("inner", Thing),
        "free": element(any),
        "own": element(text),
    }
}

/// Text beside an attribute, with free keys.
#[derive(Clone, Default, SafeDebug)]
pub struct Note {
    language: Option<String>,
    content: Option<String>,
    additional_properties: HashMap<String, i32>,
}
model! { request Note { language: "language", content: "content", additional_properties: .. } }
xml! {
    request Note "n:note" in "urn:n" {
        "language": attribute("xml:lang", text),
        "content": content(text),
        ..: rest(number),
    }
}

/// An entry in a namespace, with another one inside.
#[derive(Clone, Default, SafeDebug)]
pub struct Entry {
    title: Option<String>,
    kind: Option<String>,
    note: Option<Note>,
}
model! { request Entry { title: "title", kind: "kind", note: "note" } }
xml! {
    request Entry "entry" in "http://www.w3.org/2005/Atom" {
        "title": element("title" in "http://www.w3.org/2005/Atom", text),
        "kind": attribute("i:type" in "urn:i", text),
        "note": element("n:note" in "urn:n", Note),
    }
}

/// A shape.
#[derive(Clone, SafeDebug)]
pub enum Shape {
    /// Kind `circle`.
    Circle(Circle),
    /// Any other.
    UnknownKind(azure_core::Value),
}
union! {
    request Shape "kind" {
        "circle" => Circle,
    }
}
xml! {
    request union Shape "shape" by "kind" attribute("type", token) {
        "circle" => Circle,
    }
}

/// A circle.
#[derive(Clone, Default, SafeDebug)]
pub struct Circle {
    radius: Option<i32>,
}
model! {
    Circle {
        "kind" = "circle",
        radius: "radius",
    }
}
xml! {
    Circle "shape" {
        "kind": attribute("type", token),
        "radius": element(number),
    }
}

/// What the service answers when it fails.
#[derive(Clone, Default, SafeDebug)]
pub struct Problem {
    code: Option<String>,
    detail: Option<i32>,
}
model! { Problem { code: "Code", detail: "Detail" } }
xml! {
    Problem "Error" {
        "Code": element(token),
        "Detail": element(number),
    }
}
error_model! { xml Problem }

/// The answer to a request, or the error.
async fn answered(status: u16, body: &str) -> azure_core::Result<Response<Thing, XmlFormat>> {
    let mock = MockTransport::answering([MockResponse::bytes(status, body.to_owned())]);
    let request = common::connect(&mock).request("Thing_Get", Method::Get, "/x");
    let answer = request.send(&[200], &ClientMethodOptions::default()).await;
    answer.map(Into::into)
}

fn read<T: XmlBody + serde::Serialize>(text: &str) -> String {
    let model: T = read_xml(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"));
    String::from_utf8(to_json(&model).unwrap().into()).unwrap()
}

fn write<T: XmlBody + serde::de::DeserializeOwned>(json: &str) -> azure_core::Result<String> {
    let model: T = from_json(json).unwrap();
    let content = xml_content(&model)?;
    let Body::Bytes(bytes) = content.body() else {
        panic!("no bytes");
    };
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    Ok(text.strip_prefix(declaration).expect(&text).to_owned())
}

/// What is read as `json`, and written of it again.
fn both<T: XmlBody + serde::Serialize + serde::de::DeserializeOwned>(xml: &str, json: &str) {
    assert_eq!(read::<T>(xml), json, "read from {xml}");
    assert_eq!(write::<T>(json).unwrap(), xml, "written from {json}");
}

#[test]
fn every_form_goes_both_ways() {
    for (xml, json) in [
        ("<thing/>", "{}"),
        (
            r#"<thing identifier="a&quot;&lt;&amp;"/>"#,
            r#"{"id":"a\"<&"}"#,
        ),
        ("<thing><text/></thing>", r#"{"text":""}"#),
        ("<thing><text> a b </text></thing>", r#"{"text":" a b "}"#),
        (
            "<thing><text>&lt;a&gt; &amp;&#13;</text></thing>",
            r#"{"text":"<a> &\r"}"#,
        ),
        ("<thing><Count>-7</Count></thing>", r#"{"count":-7}"#),
        ("<thing><ratio>3.4</ratio></thing>", r#"{"ratio":3.4}"#),
        ("<thing><on>true</on></thing>", r#"{"on":true}"#),
        (r#"<thing color="red"/>"#, r#"{"color":"red"}"#),
        (r#"<thing color="new"/>"#, r#"{"color":"new"}"#),
        (
            "<thing><made>2009-09-28T08:49:37.123Z</made></thing>",
            r#"{"made":"2009-09-28T08:49:37.123Z"}"#,
        ),
        (
            "<thing><seen>Wed, 09 Sep 2009 09:20:02 GMT</seen></thing>",
            r#"{"seen":"Wed, 09 Sep 2009 09:20:02 GMT"}"#,
        ),
        ("<thing><at>1700000000</at></thing>", r#"{"at":1700000000}"#),
        ("<thing><bytes>AQID</bytes></thing>", r#"{"bytes":"AQID"}"#),
        (
            "<thing><name>a</name><name/></thing>",
            r#"{"names":["a",""]}"#,
        ),
        (
            "<thing><wrapped><item>1</item><item>2</item></wrapped></thing>",
            r#"{"wrapped":[1,2]}"#,
        ),
        ("<thing><wrapped/></thing>", r#"{"wrapped":[]}"#),
        (
            "<thing><grid><row><cell>1</cell></row><row/></grid></thing>",
            r#"{"grid":[[1],[]]}"#,
        ),
        (
            "<thing><Metadata><a>1</a></Metadata></thing>",
            r#"{"tags":{"a":"1"}}"#,
        ),
        ("<thing><Metadata/></thing>", r#"{"tags":{}}"#),
        (
            r#"<thing><part identifier="x"/></thing>"#,
            r#"{"part":{"id":"x"}}"#,
        ),
        (
            r#"<thing><inner identifier="x"/><inner><Count>1</Count></inner></thing>"#,
            r#"{"parts":[{"id":"x"},{"count":1}]}"#,
        ),
        (
            r#"<thing><free a="1"><b>x</b><b>y</b>t</free></thing>"#,
            r#"{"free":{"@a":"1","b":["x","y"],"$text":"t"}}"#,
        ),
    ] {
        both::<Thing>(xml, json);
    }
}

#[test]
fn lists_are_documents() {
    both::<Vec<Thing>>("<things/>", "[]");
    both::<Vec<Thing>>(
        r#"<things><thing identifier="a"/><thing/></things>"#,
        r#"[{"id":"a"},{}]"#,
    );
}

#[test]
fn names_may_have_prefixes_and_namespaces() {
    both::<Note>(
        r#"<n:note xmlns:n="urn:n" xml:lang="en">I am text<a>1</a><b>2</b></n:note>"#,
        r#"{"language":"en","content":"I am text","a":1,"b":2}"#,
    );
    both::<Entry>(
        r#"<entry xmlns="http://www.w3.org/2005/Atom" xmlns:i="urn:i" i:type="x"><title>t</title><n:note xmlns:n="urn:n">c</n:note></entry>"#,
        r#"{"title":"t","kind":"x","note":{"content":"c"}}"#,
    );
    assert_eq!(
        read::<Entry>(r#"<a:entry xmlns:a="urn:other" type="y"><a:title>t</a:title></a:entry>"#),
        r#"{"title":"t","kind":"y"}"#,
        "prefixes are the sender's choice"
    );
}

#[test]
fn unions_are_told_apart_by_element_or_attribute() {
    both::<Shape>(
        r#"<shape type="circle"><radius>5</radius></shape>"#,
        r#"{"kind":"circle","radius":5}"#,
    );
    both::<Shape>(
        r#"<shape type="star"><points>5</points></shape>"#,
        r#"{"points":"5","kind":"star"}"#,
    );
}

#[test]
fn reading_is_lenient_where_services_are_loose() {
    for (xml, json) in [
        (
            "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- a --><other/>\n",
            "{}",
        ),
        ("<thing><Count> 7 </Count><Count/></thing>", "{}"),
        (
            "<thing><Count/><Count> 7 </Count></thing>",
            r#"{"count":7}"#,
        ),
        ("<thing><on>TRUE</on></thing>", r#"{"on":true}"#),
        ("<thing><on>0</on></thing>", r#"{"on":false}"#),
        ("<thing><on/><made> </made><bytes/></thing>", "{}"),
        (r#"<thing color=""/>"#, "{}"),
        (
            "<thing><text><![CDATA[<a>]]>&#x41;b</text></thing>",
            r#"{"text":"<a>Ab"}"#,
        ),
        (
            r#"<thing xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><text i:nil="true"/></thing>"#,
            "{}",
        ),
        (
            "<thing><unheard><of/></unheard><text>a</text></thing>",
            r#"{"text":"a"}"#,
        ),
        (
            "<thing>\n  <wrapped>\n <other>1</other> </wrapped>\n</thing>",
            r#"{"wrapped":[1]}"#,
        ),
    ] {
        assert_eq!(read::<Thing>(xml), json, "{xml}");
    }
}

#[test]
fn what_the_service_alone_sets_is_not_sent() {
    let thing = Thing {
        own: Some("a".to_owned()),
        part: Some(Box::new(Thing {
            own: Some("b".to_owned()),
            ..Thing::default()
        })),
        ..Thing::default()
    };
    let content: RequestContent<Thing, XmlFormat> = thing.try_into().unwrap();
    assert!(
        matches!(content.body(), Body::Bytes(bytes) if bytes.ends_with(b"<thing><part/></thing>"))
    );
}

#[test]
fn what_xml_cannot_hold_is_an_error() {
    for json in [
        r#"{"text":"a\u0000b"}"#,
        r#"{"id":"\u000b"}"#,
        r#"{"tags":{"no name":"a"}}"#,
        r#"{"tags":{"a><b":"a"}}"#,
        r#"{"tags":{"":"a"}}"#,
        r#"{"free":{"@a b":"c"}}"#,
    ] {
        let error = write::<Thing>(json).unwrap_err().to_string();
        assert!(error.contains("XML"), "{json}: {error}");
    }
}

#[test]
fn hostile_documents_are_refused() {
    let deep = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    let entities = concat!(
        r#"<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>"#,
        "<thing><text>&lol2;</text></thing>"
    );
    let outside = r#"<!DOCTYPE thing SYSTEM "file:///etc/passwd"><thing/>"#;
    for text in [
        entities,
        outside,
        "<thing><text>&own;</text></thing>",
        r#"<thing identifier="&own;"/>"#,
        "<thing><text>&#0;</text></thing>",
        "<thing><text>&#xD800;</text></thing>",
        "<thing>",
        "<thing></other>",
        "</thing>",
        "<thing/><thing/>",
        "<thing/>text",
        "text",
        "",
        "<",
        "<thing a=1/>",
        "<thing a='1/>",
        "< thing/>",
        r#"<?xml version="1.0" encoding="utf-16"?><thing/>"#,
        &deep(MAX_DEPTH + 1),
        &deep(1_000_000),
    ] {
        let shown: String = text.chars().take(80).collect();
        assert!(read_xml::<Thing>(text.as_bytes()).is_err(), "{shown}");
    }
    assert!(read_xml::<Thing>(deep(MAX_DEPTH).as_bytes()).is_ok());
    assert!(read_xml::<Thing>(b"<thing>\xFF</thing>").is_err());
    assert!(read_xml::<Thing>(b"\xFF\xFE<\0a\0/\0>\0").is_err());
}

#[test]
fn thousands_of_attributes_are_read_in_time() {
    let mut text = "<thing".to_owned();
    for number in 0..50_000 {
        text.push_str(&format!(" a{number}=''"));
    }
    text.push_str("/>");
    let start = std::time::Instant::now();
    assert_eq!(read::<Thing>(&text), "{}");
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn a_value_of_another_type_is_an_error_without_the_value() {
    for (text, value) in [
        ("<thing><Count>seven</Count></thing>", "seven"),
        ("<thing><on>perhaps</on></thing>", "perhaps"),
        ("<thing><made>yesterday</made></thing>", "yesterday"),
        ("<thing><wrapped><item>xyz</item></wrapped></thing>", "xyz"),
    ] {
        let Err(error) = read_xml::<Thing>(text.as_bytes()) else {
            panic!("{text}");
        };
        assert!(!error.to_string().contains(value), "{error}");
    }
}

#[tokio::test]
async fn a_response_gives_its_model() {
    let response = answered(200, "<thing><Count>7</Count></thing>")
        .await
        .unwrap();
    assert_eq!(response.into_model().unwrap().count, Some(7));
    let response = answered(200, "<thing><Count>secret</Count></thing>")
        .await
        .unwrap();
    let error = armature_runtime::into_model(response)
        .unwrap_err()
        .to_string();
    assert!(!error.contains("secret"), "{error}");
}

#[tokio::test]
async fn an_error_in_xml_is_read() {
    let body = "<?xml version=\"1.0\"?><Error><Code>Gone</Code><Message>No.</Message><Detail>4</Detail></Error>";
    let error = answered(404, body).await.unwrap_err();
    assert_eq!(error.to_string(), "404 Gone: No.");
    let found = service_error(&error).unwrap();
    assert_eq!(found.code.as_deref(), Some("Gone"));
    assert_eq!(Problem::try_from(error).unwrap().detail, Some(4));

    let odata = r#"<m:error xmlns:m="urn:m"><m:code>Gone</m:code><m:message xml:lang="en">No.</m:message></m:error>"#;
    let error = answered(404, odata).await.unwrap_err();
    assert_eq!(error.to_string(), "404 Gone: No.");

    let json = answered(404, r#"{"Code":"Gone"}"#).await.unwrap_err();
    assert_eq!(
        Problem::try_from(json).unwrap().code.as_deref(),
        Some("Gone")
    );

    let page = answered(502, "<html><br></html>").await.unwrap_err();
    let same = Problem::try_from(page).unwrap_err().to_string();
    assert!(same.starts_with("502 Bad Gateway"), "{same}");
}

#[cfg(feature = "dispatch")]
#[test]
fn an_argument_of_another_media_type_than_xml_is_bytes() {
    use armature_runtime::dispatch::Arguments;

    for (media_type, argument, sent) in [
        ("application/octet-stream", "\"YWI=\"", "ab"),
        (
            "text/xml; charset=utf-8",
            r#"{"count":7}"#,
            "<Count>7</Count>",
        ),
        ("application/atom+xml", r#"{"count":7}"#, "<Count>7</Count>"),
    ] {
        let text = format!(r#"{{"Content-Type":"{media_type}","thing":{argument}}}"#);
        let mut arguments = Arguments::new(from_json(text).unwrap()).unwrap();
        let content = arguments.xml::<Thing>("thing").unwrap();
        let Body::Bytes(bytes) = content.body() else {
            panic!("{media_type}");
        };
        let text = String::from_utf8_lossy(bytes);
        assert!(text.contains(sent), "{media_type}: {text}");
        assert_eq!(
            text.contains("<?xml"),
            media_type != "application/octet-stream"
        );
    }
}
