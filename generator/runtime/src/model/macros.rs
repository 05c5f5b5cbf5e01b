//! The tables that generated code consists of: `model!`, `page!`, `error_model!`.

/// Gives a struct its JSON form.
///
/// ```
/// use armature_runtime::model;
/// use azure_core::{fmt::SafeDebug, time::OffsetDateTime, http::RequestContent};
/// use std::collections::HashMap;
///
/// /// A thing.
/// #[derive(Clone, Default, SafeDebug)]
/// pub struct Thing {
///     /// Its name.
///     pub name: Option<String>,
///     /// When it was created. Read-only.
///     pub created: Option<OffsetDateTime>,
///     /// Digests.
///     pub digests: Option<Vec<Vec<u8>>>,
///     /// The thing around it.
///     pub parent: Option<Box<Thing>>,
///     /// Anything else.
///     pub additional_properties: HashMap<String, i32>,
/// }
///
/// model! {
///     request Thing {
///         name: "name",
///         created: "created" as UnixTime read_only,
///         digests: "x5c" as List<Base64>,
///         parent: "parent",
///         additional_properties: ..,
///     }
/// }
///
/// # fn main() -> azure_core::Result<()> {
/// let thing: Thing = azure_core::json::from_json(r#"{"created":1700000000,"other":7,"parent":{"created":1}}"#)?;
/// assert_eq!(azure_core::json::to_json(&thing)?, r#"{"created":1700000000,"parent":{"created":1},"other":7}"#);
/// let body: RequestContent<Thing> = thing.try_into()?;
/// assert!(matches!(body.body(), azure_core::http::Body::Bytes(bytes) if bytes == r#"{"parent":{},"other":7}"#));
/// # Ok(())
/// # }
/// ```
///
/// The struct derives `Default`; its fields are `Option<T>`, or `Vec<T>` for a list that is empty when it is absent.
///
/// * before the name: `request` for a struct that is a request body by itself (it gets
///   `TryFrom<Thing> for RequestContent<Thing>`, which drops read-only fields at any depth);
/// * `"kind" = "circle"`, before the fields: what the object always has, which is its discriminator in a [`union!`](crate::union!).
///   It is written, and read past;
/// * `as Format`: one of [`formats`](crate::formats), named without a path;
/// * `read_only`: the service alone sets the field;
/// * `..` in place of a wire name, at the end: a map for the keys that no field has. `as` gives the format of its values.
#[macro_export]
macro_rules! model {
    (request $name:ident $fields:tt) => {
        $crate::model! { $name $fields }

        impl ::core::convert::TryFrom<$name> for $crate::__private::azure_core::http::RequestContent<$name> {
            type Error = $crate::__private::azure_core::Error;
            fn try_from(model: $name) -> $crate::__private::azure_core::Result<Self> {
                $crate::__private::request_content(&model)
            }
        }
    };
    // `$read_only` and its like never match anything: a repetition must name a variable to be written out.
    ($name:ident {
        $($constant:literal = $value:literal,)*
        $(
            $field:ident : $wire:tt
            $(as $format:ident $(< $inner:ident $(< $innermost:ident >>)? $(>)? )? )?
            $(read_only $($read_only:lifetime)?)?
        ),* $(,)?
    }) => {
        // A format stands in parentheses: with none, what is left is the unit type, which is JSON's own format.
        impl $crate::__private::Model for $name {
            fn write<S: $crate::__private::Serializer>(&self, out: &mut $crate::__private::Fields<S>) {
                $(out.constant($constant, $value);)*
                $(
                    out $(.read_only($($read_only)?))? .put::<(
                        $($crate::formats::$format $(<$crate::formats::$inner $(<$crate::formats::$innermost>)?>)? )?
                    ), _>($wire, &self.$field);
                )*
            }

            fn read<'de, A: $crate::__private::MapAccess<'de>>(
                &mut self,
                input: &mut $crate::__private::Input<'_, A>,
            ) -> ::core::result::Result<(), A::Error> {
                $(
                    if input.is($constant) {
                        return input.skip();
                    }
                )*
                $(
                    if input.is($wire) {
                        return input.take::<(
                            $($crate::formats::$format $(<$crate::formats::$inner $(<$crate::formats::$innermost>)?>)? )?
                        ), _>($wire, &mut self.$field);
                    }
                )*
                input.skip()
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::write_model(self, $crate::__private::Purpose::Everything, serializer)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::read_model(deserializer)
            }
        }
    };
}

/// Makes a model the page of a pager: its items are those of one field.
///
/// ```
/// # use armature_runtime::{model, page};
/// # use azure_core::fmt::SafeDebug;
/// /// One page of names.
/// #[derive(Clone, Default, SafeDebug)]
/// pub struct NameCollection {
///     /// The names.
///     pub value: Vec<String>,
///     /// Where the next page is.
///     pub next_link: Option<String>,
/// }
/// model! { NameCollection { value: "value", next_link: "nextLink" } }
/// page! { NameCollection { value: String } }
/// ```
///
/// The field is `Vec<T>` or `Option<Vec<T>>`.
#[macro_export]
macro_rules! page {
    ($name:ident { $items:ident : $item:ty $(,)? }) => {
        // What `#[async_trait]` makes of an `async fn`, without the cost of that macro.
        impl $crate::__private::azure_core::http::pager::Page for $name {
            type Item = $item;
            type IntoIter = ::std::vec::IntoIter<$item>;
            fn into_items<'async_trait>(
                self,
            ) -> $crate::__private::BoxFuture<
                'async_trait,
                $crate::__private::azure_core::Result<Self::IntoIter>,
            >
            where
                Self: 'async_trait,
            {
                $crate::__private::page_items(self.$items)
            }
        }
    };
}

/// Lets a failed call be read as the error model of its description: `KeyVaultError::try_from(error)`.
///
/// ```
/// # use armature_runtime::{model, error_model};
/// # use azure_core::fmt::SafeDebug;
/// /// What the service answers when it fails.
/// #[derive(Clone, Default, SafeDebug)]
/// #[non_exhaustive]
/// pub struct ThingError {
///     /// For programs.
///     pub code: Option<String>,
/// }
/// model! { ThingError { code: "code" } }
/// error_model! { ThingError }
/// ```
///
/// An error without a response, or whose body is not of that model, comes back unchanged: nothing of it is lost.
///
/// `xml` before the name is for a model that has a table of `xml!`, too.
#[macro_export]
macro_rules! error_model {
    (xml $name:ident) => {
        $crate::error_model! { @read $name read_xml_error_model }
    };
    ($name:ident) => {
        $crate::error_model! { @read $name read_error_model }
    };
    (@read $name:ident $read:ident) => {
        impl ::core::convert::TryFrom<$crate::__private::azure_core::Error> for $name {
            type Error = $crate::__private::azure_core::Error;
            fn try_from(
                error: $crate::__private::azure_core::Error,
            ) -> $crate::__private::azure_core::Result<Self> {
                $crate::__private::$read(error)
            }
        }
    };
}
