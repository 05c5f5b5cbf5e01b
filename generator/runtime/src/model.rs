//! JSON of models: the traits that [`model!`](crate::model!) and [`union!`](crate::union!) implement, and everything it leaves to functions.
//!
//! In: a table of fields and wire names. Out: `Serialize`, `Deserialize`, and a request body without read-only fields.
//! Never: fails on unknown keys, on nulls, or on keys in another order.
//!
//! Reading is lenient where services are loose: null is absent, null items of lists and null entries of maps are left out,
//! numbers may stand in strings, a null document is an empty model. Of a key that comes twice the last value counts.
//!
//! Writing has two purposes ([`Purpose`]): `Serialize` writes all that is set, a request leaves out what only the service
//! sets, at any depth. Both are one function of each model: a field never asks for what it is written.

mod macros;
pub(crate) mod read;
mod union;
mod values;
pub(crate) mod write;

pub use read::{Input, Model, Place, page_items, read_model};
pub use union::Kind;
pub use values::Json;
pub use write::{Fields, Purpose, request_content, write_model};
