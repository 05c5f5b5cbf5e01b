//! The client model: what will be emitted, as plain data.
//!
//! In: nothing; `lower` builds it.
//! Out: one [`Package`], which `emit` turns into source files.
//! Never: knows `openapiv3`, JSON values, Rust syntax or the disk. Names keep their wire spelling (see [`Name`](crate::name::Name)).
//!
//! One file per concept. The model has a stable text form (`Debug` of each part is derived, [`Package::to_text`] is for people).

mod client;
mod example;
mod operation;
mod package;
mod polled;
mod text;
mod types;
mod xml;

pub use crate::manifest::{Authentication, Runtime, Shape};
pub use client::{
    ApiKey, ClientParameter, Endpoint, Group, GroupId, HostParameter, KeyPlace, RootClient,
};
pub use example::{
    Argument, Example, ExampleBody, ExampleEnd, ExamplePolling, ExampleQuestion, ExampleResponse,
    ExpectedRequest, Literal,
};
pub use operation::{
    Body, Collection, FinalState, Form, Header, HeaderSet, HeaderSetId, HeaderSubject, HttpMethod,
    LinkBase, LongRunning, MediaType, NextLink, Operation, Outcome, Paging, Parameter,
    ParameterLocation, ParameterSource, PathPiece, Payload, Success,
};
pub use package::{ApiVersion, Package, Service};
pub use polled::{Polled, PolledGet, PolledState, StateModel, WaitsForCaller};
pub use types::{
    Access, Constant, Doc, Enumeration, Field, Indirection, Kind, Object, Openness, RestOfObject,
    Scalar, Sending, Type, TypeDefinition, TypeId, TypeTable, Union, Usage, Variant,
};
pub use xml::{XmlForm, XmlName, XmlPart, XmlPlace, XmlUnion};
