//! `armature-conformance`: replays the raw requests of the cases, without any client; exits with 1 when a case is wrong.

use std::process::ExitCode;

fn main() -> ExitCode {
    armature_conformance::main(&[])
}
