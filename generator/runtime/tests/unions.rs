//! Discriminated unions: read by their discriminator, written with it, unknown kinds kept.

#![allow(missing_docs, reason = "the fields are test data")]

use std::collections::HashMap;

use armature_runtime::{model, request_content, union};
use azure_core::fmt::SafeDebug;
use azure_core::http::{Body, RequestContent};
use azure_core::time::OffsetDateTime;
use azure_core::{Value, json};

#[derive(Clone, SafeDebug)]
pub enum Shape {
    Circle(Circle),
    Square(Square),
    OldSquare(OldSquare),
    Solid(Solid),
    UnknownKind(Value),
}
union! {
    request Shape "@type" {
        "#circle" => Circle,
        "square" | "rectangle" => Square,
        => OldSquare,
        "solid" => Solid,
    }
}

#[derive(Clone, Default, SafeDebug)]
pub struct Circle {
    pub radius: Option<i32>,
    pub id: Option<String>,
    pub drawn: Option<OffsetDateTime>,
    pub inner: Option<Box<Shape>>,
}
model! {
    Circle {
        "@type" = "#circle",
        radius: "radius",
        id: "id" read_only,
        drawn: "drawn" as DateTime,
        inner: "inner",
    }
}

/// Keeps other keys.
#[derive(Clone, Default, SafeDebug)]
pub struct Square {
    pub side: Option<f64>,
    pub rest: HashMap<String, Value>,
}
model! { request Square { "@type" = "square", side: "side", rest: .. } }

/// Has the discriminator value of another kind, and no field.
#[derive(Clone, Default, SafeDebug)]
pub struct OldSquare {}
model! { OldSquare { "@type" = "square", } }

/// A union inside of a union, with a discriminator of its own.
#[derive(Clone, SafeDebug)]
pub enum Solid {
    Ball(Ball),
    UnknownKind(Value),
}
union! { Solid "form" { "ball" => Ball } }

#[derive(Clone, Default, SafeDebug)]
pub struct Ball {
    pub weight: Option<i64>,
}
model! { Ball { "@type" = "solid", "form" = "ball", weight: "weight" } }

#[derive(Clone, Default, SafeDebug)]
pub struct Drawing {
    pub main: Option<Shape>,
    pub shapes: Option<Vec<Shape>>,
    pub by_name: Option<HashMap<String, Shape>>,
}
model! { request Drawing { main: "main", shapes: "shapes", by_name: "byName" } }

fn read(text: &str) -> Shape {
    json::from_json(text).unwrap()
}

#[track_caller]
fn fails(text: &str) -> String {
    json::from_json::<_, Shape>(text).unwrap_err().to_string()
}

fn sent<T>(content: &RequestContent<T>) -> &str {
    match content.body() {
        Body::Bytes(bytes) => std::str::from_utf8(bytes).unwrap(),
        Body::SeekableStream(_) => panic!("a body of bytes"),
    }
}

#[test]
fn the_discriminator_says_the_kind_wherever_it_stands() {
    for text in [
        r##"{"@type":"#circle","radius":3}"##,
        r##"{"radius":3,"@type":"#circle"}"##,
        r##"{"radius":"3","new":{"deep":[1]},"@type":"#circle"}"##,
    ] {
        let Shape::Circle(circle) = read(text) else {
            panic!("{text}");
        };
        assert_eq!(circle.radius, Some(3));
        assert_eq!(
            json::to_json(&circle).unwrap(),
            r##"{"@type":"#circle","radius":3}"##
        );
    }
    assert!(matches!(
        read(r#"{"@type":"rectangle","side":1}"#),
        Shape::Square(_)
    ));
}

#[test]
fn what_is_of_no_known_kind_is_kept_as_it_was_sent() {
    for text in [
        r#"{"@type":"star","points":5,"radius":"not checked","nested":{"a":[null,1.5,true]}}"#,
        r##"{"@type":"#Circle","radius":3}"##,
        r##"{"@type":" #circle"}"##,
        r#"{"@type":null,"radius":3}"#,
        r#"{"@type":7}"#,
        r#"{"radius":3}"#,
        "{}",
        "[1,2]",
        r##""#circle""##,
        "null",
    ] {
        let shape = read(text);
        assert!(matches!(shape, Shape::UnknownKind(_)), "{text}");
        assert_eq!(json::to_json(&shape).unwrap(), text);
        let body: RequestContent<Shape> = shape.try_into().unwrap();
        assert_eq!(sent(&body), text);
    }
}

#[test]
fn a_known_kind_with_a_bad_field_is_an_error_that_names_the_field() {
    let error = fails(r##"{"@type":"#circle","id":"a","radius":{"mm":3}}"##);
    assert!(error.contains(r##"@type "#circle""##), "{error}");
    assert!(error.contains("`radius`"), "{error}");
    let error = fails(r##"{"@type":"#circle","drawn":"yesterday"}"##);
    assert!(error.contains("`drawn`"), "{error}");
    // Each level names its own kind and field.
    let error = fails(r#"{"@type":"solid","form":"ball","weight":[]}"#);
    assert!(
        error.contains(r#"form "ball""#) && error.contains("`weight`"),
        "{error}"
    );
    let error = fails(r##"{"@type":"#circle","inner":{"@type":"square","side":{}}}"##);
    assert!(
        error.contains("`inner`") && error.contains("`side`"),
        "{error}"
    );
}

#[test]
fn kinds_are_read_at_any_depth() {
    let shape =
        read(r##"{"@type":"#circle","inner":{"@type":"#circle","inner":{"@type":"x","y":1}}}"##);
    let Shape::Circle(Circle {
        inner: Some(inner), ..
    }) = &shape
    else {
        panic!("{shape:?}");
    };
    let Shape::Circle(Circle {
        inner: Some(innermost),
        ..
    }) = inner.as_ref()
    else {
        panic!("{inner:?}");
    };
    assert!(matches!(innermost.as_ref(), Shape::UnknownKind(_)));
    let text = r#"{"@type":"solid","form":"ball","weight":9}"#;
    let solid = read(text);
    assert!(matches!(&solid, Shape::Solid(Solid::Ball(ball)) if ball.weight == Some(9)));
    assert_eq!(json::to_json(&solid).unwrap(), text);
    let text = r#"{"@type":"solid","form":"cone","weight":9}"#;
    let solid = read(text);
    assert!(matches!(&solid, Shape::Solid(Solid::UnknownKind(_))));
    assert_eq!(json::to_json(&solid).unwrap(), text);
}

#[test]
fn a_request_is_sent_without_what_the_service_sets_at_any_depth() {
    let circle = Circle {
        id: Some("set by the service".to_owned()),
        radius: Some(3),
        ..Circle::default()
    };
    let shape = Shape::from(Circle {
        inner: Some(Box::new(circle.clone().into())),
        ..circle.clone()
    });
    let expected = r##"{"@type":"#circle","radius":3,"inner":{"@type":"#circle","radius":3}}"##;
    let body: RequestContent<Shape> = shape.clone().try_into().unwrap();
    assert_eq!(sent(&body), expected);
    let all = String::from_utf8(json::to_json(&shape).unwrap().to_vec()).unwrap();
    assert!(all.contains("set by the service"));
    let drawing = Drawing {
        main: Some(shape.clone()),
        shapes: Some(vec![shape.clone()]),
        by_name: Some(HashMap::from([("a".to_owned(), shape)])),
    };
    let body: RequestContent<Drawing> = drawing.try_into().unwrap();
    assert_eq!(
        sent(&body),
        format!(r#"{{"main":{expected},"shapes":[{expected}],"byName":{{"a":{expected}}}}}"#)
    );
}

#[test]
fn a_kind_by_itself_has_its_discriminator_too() {
    let body = request_content(&Circle::default()).unwrap();
    assert_eq!(sent(&body), r##"{"@type":"#circle"}"##);
    assert_eq!(
        json::to_json(&Ball::default()).unwrap(),
        r#"{"@type":"solid","form":"ball"}"#
    );
}

#[test]
fn the_discriminator_is_no_other_key() {
    let square: Square =
        json::from_json(r#"{"@type":"rectangle","side":2,"color":"red"}"#).unwrap();
    assert_eq!(square.rest.keys().collect::<Vec<_>>(), ["color"]);
    let body: RequestContent<Square> = square.try_into().unwrap();
    assert_eq!(
        sent(&body),
        r#"{"@type":"square","side":2.0,"color":"red"}"#
    );
}

#[test]
fn the_first_kind_of_two_with_one_value_is_read_and_both_are_written() {
    assert!(matches!(read(r#"{"@type":"square"}"#), Shape::Square(_)));
    let old = Shape::from(OldSquare::default());
    assert_eq!(json::to_json(&old).unwrap(), r#"{"@type":"square"}"#);
}

#[test]
fn fields_of_unions_may_be_null() {
    let drawing: Drawing =
        json::from_json(r#"{"main":null,"shapes":[null,{"@type":"square"}],"byName":{"a":null}}"#)
            .unwrap();
    assert!(drawing.main.is_none());
    assert_eq!(drawing.shapes.unwrap().len(), 1);
    assert!(drawing.by_name.unwrap().is_empty());
}

#[test]
fn debug_shows_no_value() {
    let shown = format!("{:?}", read(r#"{"@type":"star","password":"hunter2"}"#));
    assert!(!shown.contains("hunter2"), "{shown}");
    let shown = format!("{:?}", read(r##"{"@type":"#circle","id":"hunter2"}"##));
    assert!(
        shown.contains("Circle") && !shown.contains("hunter2"),
        "{shown}"
    );
}
