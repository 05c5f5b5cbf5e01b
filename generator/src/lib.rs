//! Turns Azure API descriptions (Swagger 2.0, OpenAPI 3) into Rust client crates on `azure_core`.
//!
//! ```text
//!  manifest ──► load ──► lower ──► emit ──► format ──► write
//! ```
//!
//! Each stage is one module with one public function, and only plain data crosses a border: see `ARCHITECTURE.md`.

pub mod azure;
pub mod diagnostic;
pub mod emit;
pub mod format;
pub mod load;
pub mod location;
pub mod lower;
pub mod manifest;
pub mod model;
pub mod name;
pub mod write;
