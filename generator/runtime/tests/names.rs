//! Names that collide with the prelude, or with what the macros expand to, compile.

#![allow(missing_docs, reason = "the names are the test")]

mod models {
    use armature_runtime::{
        closed_enum, error_model, extensible_enum, model, page, response_headers,
    };
    use azure_core::fmt::SafeDebug;

    macro_rules! named {
        ($($name:ident)*) => {$(
            #[derive(Clone, Default, SafeDebug)]
            pub struct $name {
                pub out: std::option::Option<i32>,
                pub input: std::option::Option<bool>,
                pub r#self_: std::option::Option<std::string::String>,
            }
            model! { request $name { out: "out", input: "input" read_only, self_: "self" } }
        )*};
    }
    named! { S A D K F T Result String Vec Error Response Operation Fields Input Model Json Purpose Serialize Deserialize }

    #[derive(Clone, Default, SafeDebug)]
    pub struct Box {
        pub items: std::vec::Vec<Vec>,
    }
    model! { Box { items: "items" } }
    page! { Box { items: Vec } }
    error_model! { Error }

    #[derive(Clone, Default, SafeDebug)]
    pub struct Option {
        pub list: std::option::Option<std::vec::Vec<List>>,
        pub date: std::option::Option<azure_core::time::OffsetDateTime>,
    }
    model! { Option { list: "list", date: "date" as DateTime } }

    /// Named like a format.
    #[derive(Clone, Default, SafeDebug)]
    pub struct List {
        pub date_time: std::option::Option<std::boxed::Box<DateTime>>,
    }
    model! { List { date_time: "DateTime" } }

    #[derive(Clone, Default, SafeDebug)]
    pub struct DateTime {}
    model! { DateTime {} }

    #[derive(Clone, Debug, Eq, PartialEq)]
    pub enum Kind {
        Err,
        Error,
        Ok,
        Some,
        None,
        Item,
        Value,
        UnknownValue(std::string::String),
    }
    extensible_enum! { Kind { Err = "Err", Error = "Error", Ok = "Ok", Some = "Some", None = "None", Item = "Item", Value = "Value" } }

    #[derive(Clone, Copy, Debug, Eq, PartialEq)]
    pub enum Closed {
        Err,
        Error,
        Ok,
    }
    closed_enum! { Closed { Err = "Err", Error = "Error", Ok = "Ok" } }

    response_headers! {
        /// Headers of `F`.
        FHeaders for F {
            /// A header.
            err: "err" as Kind,
        }
    }
}

use armature_runtime::testing::from_json;
use azure_core::http::pager::Page;
use azure_core::http::{NoFormat, RawResponse, Response, StatusCode, headers::Headers};
use models::FHeaders;

#[tokio::test]
async fn colliding_names_work() {
    let page: models::Box = from_json(r#"{"items":[{"out":1},{"out":2}]}"#);
    let items: Vec<_> = page
        .into_items()
        .await
        .unwrap()
        .map(|item| item.out)
        .collect();
    assert_eq!(items, [Some(1), Some(2)]);
    let option: models::Option =
        from_json(r#"{"list":[{"DateTime":{}}],"date":"2024-05-01T00:00:00Z"}"#);
    assert_eq!(
        serde_json::to_string(&option).unwrap(),
        r#"{"list":[{"DateTime":{}}],"date":"2024-05-01T00:00:00Z"}"#
    );
    assert_eq!("Err".parse(), Ok(models::Kind::Err));
    assert_eq!(
        "Error".parse::<models::Closed>().unwrap(),
        models::Closed::Error
    );
    let mut headers = Headers::new();
    headers.insert("err", "Some");
    let response: Response<models::F, NoFormat> =
        RawResponse::from_bytes(StatusCode::Ok, headers, "").into();
    assert_eq!(response.err().unwrap(), Some(models::Kind::Some));
}
