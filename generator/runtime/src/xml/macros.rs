//! The tables that generated code has for XML: `xml!`.

/// Gives a model of [`model!`](crate::model!), or a union of [`union!`](crate::union!), its XML form.
///
/// ```
/// use armature_runtime::{XmlFormat, model, xml};
/// use azure_core::{fmt::SafeDebug, http::RequestContent};
///
/// /// A slide.
/// #[derive(Clone, Default, SafeDebug)]
/// pub struct Slide {
///     /// Whom it is for.
///     pub kind: Option<String>,
///     /// What it is about.
///     pub title: Option<String>,
///     /// Its points.
///     pub items: Option<Vec<String>>,
///     /// How often it was shown.
///     pub shown: Option<i32>,
/// }
/// model! { Slide { kind: "type", title: "title", items: "items", shown: "shown" } }
/// xml! {
///     request Slide "slide" {
///         "type": attribute(text),
///         "title": element("heading", text),
///         "items": each("item", text),
///         "shown": element(number),
///     }
/// }
///
/// # fn main() -> azure_core::Result<()> {
/// let text = r#"<slide type="all"><heading>Overview</heading><item>Why</item><item/></slide>"#;
/// let slide: Slide = armature_runtime::xml::read_xml(text.as_bytes())?;
/// assert_eq!(slide.items.as_ref().map(Vec::len), Some(2));
/// let body: RequestContent<Slide, XmlFormat> = slide.try_into()?;
/// let azure_core::http::Body::Bytes(bytes) = body.body() else { unreachable!() };
/// assert!(bytes.ends_with(text.as_bytes()));
/// # Ok(())
/// # }
/// ```
///
/// The keys are those of the model's JSON, its constants included; the first text is what the model is called as a document.
///
/// * before the name: `request` for a model that is a request body by itself;
/// * behind it: `list "slides"` for a model whose lists are bodies by themselves, called so;
/// * where a property stands: `attribute`, `element`, `each` (an element for each item of a list, nothing around them), `content` (the text of the model's
///   own element), and `..: rest(…)` for the keys that no field has. Without a name it has that of the key;
/// * what it is: `text`, `token` (text without white space around it: dates, bytes, values of enumerations), `number`, `boolean`, `any`, the name of a model,
///   `list("item", …)`, `map(…)`;
/// * behind a name: `in "urn:x"` for its namespace; the name has the prefix.
///
/// A union has a table of its kinds: `xml! { union Shape "shape" by "kind" attribute("kind", token) { "circle" => Circle } }`.
#[macro_export]
macro_rules! xml {
    (request union $name:ident $($table:tt)+) => {
        $crate::xml! { union $name $($table)+ }
        $crate::xml! { @request $name }
    };
    (request $name:ident $($table:tt)+) => {
        $crate::xml! { $name $($table)+ }
        $crate::xml! { @request $name }
    };
    (@request $name:ident) => {
        impl ::core::convert::TryFrom<$name>
            for $crate::__private::azure_core::http::RequestContent<$name, $crate::XmlFormat>
        {
            type Error = $crate::__private::azure_core::Error;
            fn try_from(model: $name) -> $crate::__private::azure_core::Result<Self> {
                $crate::xml_content(&model)
            }
        }
    };
    (@form $name:ident $form:expr) => {
        impl $crate::xml::XmlModel for $name {
            fn form() -> &'static $crate::xml::Form {
                static FORM: $crate::xml::Form = $form;
                &FORM
            }
        }

        impl $crate::__private::azure_core::http::DeserializeWith<$crate::XmlFormat> for $name {
            fn deserialize_with(
                body: $crate::__private::azure_core::http::response::ResponseBody,
            ) -> $crate::__private::azure_core::Result<Self> {
                $crate::__private::read_xml(&body)
            }
        }
    };
    (
        union $name:ident $root:literal $(in $namespace:literal)?
        by $discriminator:literal $place:ident ( $($form:tt)+ )
        { $($($value:literal)|* => $kind:ident),* $(,)? }
    ) => {
        $crate::xml! {
            @form $name $crate::xml::Form::Union {
                root: $crate::__xml_name!($root $(in $namespace)?),
                discriminator: $crate::__xml_part!($discriminator $place ($($form)+)),
                kinds: &[$($(($value, <$kind as $crate::xml::XmlModel>::form),)*)*],
            }
        }
    };
    (
        $name:ident $root:literal $(in $namespace:literal)?
        list $list:literal $(in $list_namespace:literal)?
        { $($parts:tt)* }
    ) => {
        $crate::xml! { $name $root $(in $namespace)? { $($parts)* } }

        impl $crate::xml::XmlItem for $name {
            const LIST: $crate::xml::Name = $crate::__xml_name!($list $(in $list_namespace)?);
        }
    };
    (
        $name:ident $root:literal $(in $namespace:literal)?
        { $($property:tt : $place:ident ( $($form:tt)+ )),* $(,)? }
    ) => {
        $crate::xml! {
            @form $name $crate::xml::Form::Model {
                root: $crate::__xml_name!($root $(in $namespace)?),
                parts: &[$($crate::__xml_part!($property $place ($($form)+))),*],
            }
        }
    };
}

/// A part of a table of [`xml!`](crate::xml!).
#[doc(hidden)]
#[macro_export]
macro_rules! __xml_part {
    (.. rest ($($kind:tt)+)) => {
        $crate::__xml_part!(@ "", $crate::xml::Place::Rest, $($kind)+)
    };
    ($property:literal content ($($kind:tt)+)) => {
        $crate::__xml_part!(@ $property, $crate::xml::Place::Content, $($kind)+)
    };
    ($property:literal each ($name:literal $(in $namespace:literal)?, $($kind:tt)+)) => {
        $crate::__xml_part!(@ $property, $crate::xml::Place::Each, list($name $(in $namespace)?, $($kind)+))
    };
    ($property:literal each ($($kind:tt)+)) => {
        $crate::__xml_part!(@ $property, $crate::xml::Place::Each, list($property, $($kind)+))
    };
    ($property:literal attribute ($name:literal $(in $namespace:literal)?, $($kind:tt)+)) => {
        $crate::__xml_part!(
            @ $property,
            $crate::xml::Place::Attribute($crate::__xml_name!($name $(in $namespace)?)),
            $($kind)+
        )
    };
    ($property:literal element ($name:literal $(in $namespace:literal)?, $($kind:tt)+)) => {
        $crate::__xml_part!(
            @ $property,
            $crate::xml::Place::Element($crate::__xml_name!($name $(in $namespace)?)),
            $($kind)+
        )
    };
    ($property:literal attribute ($($kind:tt)+)) => {
        $crate::__xml_part!($property attribute ($property, $($kind)+))
    };
    ($property:literal element ($($kind:tt)+)) => {
        $crate::__xml_part!($property element ($property, $($kind)+))
    };
    (@ $property:expr, $place:expr, $($kind:tt)+) => {
        $crate::xml::Part { property: $property, place: $place, kind: $crate::__xml_kind!($($kind)+) }
    };
}

/// What a value is in a table of [`xml!`](crate::xml!).
#[doc(hidden)]
#[macro_export]
macro_rules! __xml_kind {
    (text) => { $crate::xml::Kind::Text };
    (token) => { $crate::xml::Kind::Token };
    (number) => { $crate::xml::Kind::Number };
    (boolean) => { $crate::xml::Kind::Boolean };
    (any) => { $crate::xml::Kind::Any };
    (list($name:literal $(in $namespace:literal)?, $($kind:tt)+)) => {
        $crate::xml::Kind::List($crate::__xml_name!($name $(in $namespace)?), &$crate::__xml_kind!($($kind)+))
    };
    (map($($kind:tt)+)) => { $crate::xml::Kind::Map(&$crate::__xml_kind!($($kind)+)) };
    ($model:ident) => { $crate::xml::Kind::Model(<$model as $crate::xml::XmlModel>::form) };
}

/// A name in a table of [`xml!`](crate::xml!).
#[doc(hidden)]
#[macro_export]
macro_rules! __xml_name {
    ($name:literal) => {
        $crate::xml::Name {
            qualified: $name,
            namespace: ::core::option::Option::None,
        }
    };
    ($name:literal in $namespace:literal) => {
        $crate::xml::Name {
            qualified: $name,
            namespace: ::core::option::Option::Some($namespace),
        }
    };
}
