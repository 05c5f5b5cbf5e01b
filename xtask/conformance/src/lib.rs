//! Holds generated clients against a server that counts the scenarios it was asked for, such as Microsoft's AutoRest test
//! server: what the clients sent, and what they understood.
//!
//! In: cases as data, a running server, the clients by `dispatch`. Out: a [`Report`] with two verdicts for each scenario.
//! Never: knows a server or a generated crate: both are given to [`main`].
//!
//! | module | what |
//! |---|---|
//! | [`case`] | the form of a case; [`suite`] reads a folder of them |
//! | [`known`] | scenarios that need not pass, each with its reason |
//! | [`transport`] | the way to the server: one host for all, cookies, redirects; [`exchange`] what went over it |
//! | [`counters`] | what the server has counted |
//! | [`call`] | a case by way of a generated client; [`replay`] by its raw requests, without any client |
//! | [`outcome`] | what came back, in one form for both |
//! | [`compare`] | JSON by value; [`verdict`] judges a case |
//! | [`run`] | all cases, one by one |
//! | [`report`] | what is printed, and written as JSON |

pub mod call;
pub mod case;
pub mod command;
pub mod compare;
pub mod counters;
pub mod exchange;
pub mod known;
pub mod outcome;
pub mod replay;
pub mod report;
pub mod run;
pub mod suite;
pub mod transport;
pub mod verdict;

pub use command::main;
pub use report::Report;
