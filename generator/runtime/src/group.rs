//! Clients of operation groups, by macro.
//!
//! In: the client's name, the root client's method that gives it, the fields that its operations send.
//! Out: the struct, that method, and `endpoint`.
//! Never: sends anything.

/// Defines the client of an operation group, and the method of the root client that makes it.
///
/// The root client has the same fields, and a `connection`.
///
/// ```
/// use armature_runtime::{Connection, operation_group};
///
/// pub struct ThingsClient {
///     connection: Connection,
///     api_version: String,
/// }
///
/// operation_group! {
///     /// Parts of things.
///     PartClient from ThingsClient::part_client { api_version: String }
/// }
///
/// impl PartClient {
///     pub fn api_version(&self) -> &str {
///         &self.api_version
///     }
/// }
///
/// fn use_it(client: &ThingsClient) {
///     println!("{} {}", client.part_client().endpoint(), client.part_client().api_version());
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! operation_group {
    (
        $(#[$attribute:meta])*
        $client:ident from $root:ident :: $getter:ident { $($field:ident : $type:ty),* $(,)? }
    ) => {
        $(#[$attribute])*
        pub struct $client {
            pub(crate) connection: $crate::Connection,
            $(pub(crate) $field: $type,)*
        }

        impl $root {
            #[doc = ::core::concat!(" The operations of [`", ::core::stringify!($client), "`].")]
            pub fn $getter(&self) -> $client {
                $client {
                    connection: ::core::clone::Clone::clone(&self.connection),
                    $($field: ::core::clone::Clone::clone(&self.$field),)*
                }
            }
        }

        impl $client {
            /// URL that requests go to.
            pub fn endpoint(&self) -> &$crate::__private::azure_core::http::Url {
                self.connection.endpoint()
            }
        }
    };
}
