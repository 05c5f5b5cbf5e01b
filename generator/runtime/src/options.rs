//! Options of methods that have no optional parameter of their own, by macro.
//!
//! In: the struct's name, its method, the settings of `azure_core` that such a method takes.
//! Out: the struct with those settings and nothing else.
//! Never: reads an option.

/// Defines the options of methods that have settings only, a line each.
///
/// ```
/// use armature_runtime::method_options;
/// use azure_core::http::ClientMethodOptions;
///
/// pub struct ThingClient;
///
/// impl ThingClient {
///     pub fn get(&self, options: Option<ThingClientGetOptions<'_>>) {
///         let _ = options.unwrap_or_default().method_options;
///     }
/// }
///
/// method_options! {
///     ThingClientGetOptions for ThingClient::get: ClientMethodOptions,
/// }
///
/// # fn main() {
/// ThingClient.get(Some(ThingClientGetOptions::default()));
/// # }
/// ```
#[macro_export]
macro_rules! method_options {
    ($($name:ident for $client:ident :: $method:ident : $settings:ident),* $(,)?) => {
        $(
            #[doc = ::core::concat!(
                " Options of [`", ::core::stringify!($client), "::", ::core::stringify!($method), "`]."
            )]
            #[derive(
                ::core::clone::Clone,
                ::core::default::Default,
                $crate::__private::azure_core::fmt::SafeDebug
            )]
            pub struct $name<'a> {
                /// Settings of this call.
                pub method_options: $settings<'a>,
            }
        )*
    };
}
