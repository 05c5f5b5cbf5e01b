//! Servers: `host`, `basePath` and `schemes` of Swagger 2.0, `servers` of OpenAPI 3.0.

use openapiv3::Server;
use serde_json::{Map, Value};

use super::{Reader, leaf};
use crate::load::at::At;
use crate::load::keywords::Piece;

/// One server per scheme, `https` when none is named. Without a host there is at most a base path.
pub(super) fn swagger(reader: &mut Reader<'_>, root: &Map<String, Value>) -> Vec<Server> {
    let at = At::ROOT;
    let host = reader.text(root, "host", &at);
    let base = reader.text(root, "basePath", &at).unwrap_or_default();
    let base = base.trim_matches('/');
    let base = if base.is_empty() {
        String::new()
    } else {
        format!("/{base}")
    };
    let Some(host) = host else {
        let base = Some(base).filter(|base| !base.is_empty());
        return base.into_iter().map(server).collect();
    };
    let mut schemes = reader.texts(root, "schemes", &at);
    if schemes.is_empty() {
        schemes.push("https".to_owned());
    }
    let host = host.trim_end_matches('/');
    schemes
        .iter()
        .map(|scheme| server(format!("{scheme}://{host}{base}")))
        .collect()
}

/// The `servers` of a file, a path item or an operation.
pub(super) fn openapi(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> Vec<Server> {
    leaf::list(reader, map, "servers", Piece::Server, at)
}

fn server(url: String) -> Server {
    Server {
        url,
        ..Server::default()
    }
}
