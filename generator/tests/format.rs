//! The stage `format`: tokens to text.

use armature_codegen::emit::{Content, EmittedFile};
use armature_codegen::format::{Malformed, format};
use proc_macro2::TokenStream;
use quote::quote;

fn printed(tokens: TokenStream) -> Result<String, Malformed> {
    let content = Content::Rust {
        header: "Written by `cargo xtask codegen` from a.json; do not edit.".to_owned(),
        tokens,
    };
    format(EmittedFile {
        path: "src/a.rs".to_owned(),
        content,
    })
    .map(|file| file.text)
}

/// Without the header, its blank line and the last line's end.
fn check(tokens: TokenStream, expected: &str) {
    let text = printed(tokens).unwrap();
    let (header, rest) = text.split_once("\n\n").unwrap();
    assert_eq!(
        header,
        "// Written by `cargo xtask codegen` from a.json; do not edit."
    );
    assert_eq!(rest.trim_end_matches('\n'), expected.trim_matches('\n'));
}

#[test]
fn text_stays_as_it_is() {
    let file = EmittedFile {
        path: "README.md".to_owned(),
        content: Content::Text("a\n  b".to_owned()),
    };
    assert_eq!(format(file).unwrap().text, "a\n  b");
}

#[test]
fn items_and_methods_are_apart_and_modules_and_imports_together() {
    check(
        quote! {
            #![doc = " The file."]
            mod a;
            #[cfg(feature = "b")]
            mod b;
            pub use a::A;
            pub use b::B;
            use std::fmt;
            use std::io;
            /// A type.
            #[derive(Clone)]
            pub struct C { a: A, b: B }
            impl C {
                /// First.
                pub fn first(&self) {}
                /// Second.
                pub fn second(&self) { let x = 1; drop(x); }
            }
            trait T { fn a(&self); fn b(&self); }
        },
        r#"
//! The file.

mod a;
#[cfg(feature = "b")]
mod b;

pub use a::A;
pub use b::B;

use std::fmt;
use std::io;

/// A type.
#[derive(Clone)]
pub struct C {
    a: A,
    b: B,
}

impl C {
    /// First.
    pub fn first(&self) {}

    /// Second.
    pub fn second(&self) {
        let x = 1;
        drop(x);
    }
}

trait T {
    fn a(&self);

    fn b(&self);
}
"#,
    );
}

#[test]
fn inner_modules_are_laid_out_the_same_way() {
    check(
        quote! { mod a { use b::C; use b::D; fn e() {} impl C { fn f() {} fn g() {} } } },
        r#"
mod a {
    use b::C;
    use b::D;

    fn e() {}

    impl C {
        fn f() {}

        fn g() {}
    }
}
"#,
    );
}

#[test]
fn tables_stand_on_one_line_or_fill_lines() {
    check(
        quote! {
            model! {
                request Attributes {
                    enabled: "enabled",
                    expires: "exp" as UnixTime read_only,
                    chain: "x5c" as List<Map<Base64>> nested,
                    additional_properties: .. as DateTime,
                }
            }
            extensible_enum! { Level { Deep = "Very+Deep", _1 = "1", } }
            page! { Collection { value: Vec<azure_core::Value>, } }
            error_model! { KeyVaultError }
            model! { Nothing {} }
        },
        r#"
model! {
    request Attributes {
        enabled: "enabled", expires: "exp" as UnixTime read_only,
        chain: "x5c" as List<Map<Base64>> nested, additional_properties: .. as DateTime,
    }
}

extensible_enum! { Level { Deep = "Very+Deep", _1 = "1" } }

page! { Collection { value: Vec<azure_core::Value> } }

error_model! { KeyVaultError }

model! {
    Nothing {}
}
"#,
    );
}

#[test]
fn docs_in_tables_are_comments() {
    check(
        quote! {
            response_headers! {
                /// Headers of a [`Thing`].
                ThingHeaders for HashMap<String, Thing> {
                    /// The "tag".
                    #[doc = ""]
                    #[doc = " More \\ of it."]
                    #[deprecated]
                    etag: "etag" as armature_runtime::formats::Rfc1123,
                }
            }
        },
        r#"
response_headers! {
    /// Headers of a [`Thing`].
    ThingHeaders for HashMap<String, Thing> {
        /// The "tag".
        ///
        /// More \ of it.
        #[deprecated]
        etag: "etag" as armature_runtime::formats::Rfc1123,
    }
}
"#,
    );
}

#[test]
fn a_table_reads_back_as_the_same_tokens() {
    let tokens = quote! {
        model! {
            Attributes {
                #[doc = "/ unusual"]
                a: "a \" \\ {" as List<List<Base64>> read_only,
                b: 'c' + -1 && &x[..] => (y, z) :: <w>,
            }
        }
    };
    let text = printed(tokens.clone()).unwrap();
    let again: TokenStream = text.parse().unwrap();
    assert_eq!(words(again), words(tokens));
}

/// Tokens without their spacing.
fn words(tokens: TokenStream) -> Vec<String> {
    let mut words = Vec::new();
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Group(group) => {
                words.push(format!("{:?}", group.delimiter()));
                words.extend(self::words(group.stream()));
            }
            other => words.push(other.to_string()),
        }
    }
    words
}

#[test]
fn macros_of_tests_are_laid_out_as_code() {
    check(
        quote! { fn a() { assert_eq!(b::c(&d).e(), "f"); } },
        "fn a() {\n    assert_eq!(b::c(&d).e(), \"f\");\n}",
    );
}

#[test]
fn a_comment_attribute_is_a_comment() {
    check(
        quote! {
            fn a() {
                #[comment = " Said here."]
                let b = 1;
            }
        },
        "fn a() {\n    // Said here.\n    let b = 1;\n}",
    );
}

#[test]
fn what_is_no_syntax_is_an_error_and_no_panic() {
    let error = printed(quote!(struct fn {})).unwrap_err();
    assert_eq!(error.path, "src/a.rs");
    assert!(error.to_string().contains("no Rust syntax"), "{error}");
}

#[test]
fn syntax_that_cannot_be_printed_is_an_error_and_no_panic() {
    for tokens in [
        quote!(
            pub macro a($b:ident) {}
        ),
        "fn a() { builtin # offset_of(A, b) }".parse().unwrap(),
        quote!(impl A { fn a(); }),
    ] {
        let error = printed(tokens).unwrap_err();
        assert!(error.message.contains("cannot be printed"), "{error}");
    }
}

#[test]
fn a_file_of_every_kind_of_item() {
    let tokens = quote! {
        #![doc = " Things."]
        pub mod parts;
        use armature_runtime::{extensible_enum, model, page};
        #[doc = " A thing."]
        #[derive(Clone, Default, SafeDebug)]
        pub struct Thing {
            #[doc = " Its colour."]
            pub colour: Option<Colour>,
            #[doc = " When it was made. Read-only."]
            pub created: Option<OffsetDateTime>,
        }
        model! { request Thing { colour: "colour", created: "created" as UnixTime read_only, } }
        page! { ThingCollection { value: Thing } }
        #[doc = " A colour."]
        pub enum Colour { #[doc = " Red."] Red, UnknownValue(String) }
        extensible_enum! { Colour { Red = "red", } }
        impl ThingClient {
            #[doc = " Reads a thing."]
            pub async fn get(&self, name: &str, options: Option<ThingClientGetOptions<'_>>) -> Result<Response<Thing>> {
                let options = options.unwrap_or_default();
                let mut request = Connection::request(&self.connection, "Thing_Get", Method::Get, "/things/{name}");
                request.path("name", name);
                Ok(request.send(&[200], &options.method_options).await?.into())
            }
            #[doc = " URL that requests go to."]
            pub fn endpoint(&self) -> &Url { self.connection.endpoint() }
        }
    };
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(printed(tokens).unwrap());
    });
}
