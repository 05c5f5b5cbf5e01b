//! Which overlays change a document, and in which order.
//!
//! In: what each service of a manifest names, in the manifest's order, and the overlays that were read.
//! Out: of each document the overlays that change it, in the order of the services that name them.
//! Never: chooses between two services of which one wants an overlay before another and one after it: that is an error, for a document is
//! loaded once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Named;
use crate::diagnostic::Diagnostics;
use crate::location::Place;

/// What a service names.
#[derive(Debug)]
pub(super) struct Naming {
    /// Its inputs, of all its versions.
    pub(super) inputs: BTreeSet<Arc<str>>,
    /// Its overlays, in its order.
    pub(super) uses: Vec<Use>,
}

/// A service's overlay.
#[derive(Clone, Debug)]
pub(super) struct Use {
    /// Index of the overlay.
    pub(super) overlay: usize,
    /// Where the service names it.
    pub(super) place: Place,
}

/// The overlays that change each document. Documents without any are left out.
pub(super) fn by_document(
    naming: &[Naming],
    overlays: &[Named],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Arc<str>, Vec<usize>> {
    let inputs = naming.iter().flat_map(|service| &service.inputs);
    let extended = overlays
        .iter()
        .filter_map(|named| named.overlay.extends.as_ref());
    let documents: BTreeSet<&Arc<str>> = inputs.chain(extended).collect();
    let mut orders = BTreeMap::new();
    for document in documents {
        let mut order: Vec<Use> = Vec::new();
        for service in naming {
            let wanted = wanted(service, document, overlays);
            if let Some((earlier, later)) = disagreement(&order, &wanted) {
                let overlay = overlays.get(later.overlay);
                let path = overlay.map_or("", |overlay| &overlay.path);
                let here = (&later.place, path);
                diagnostics.overlays_in_two_orders(here, &earlier.place, document);
                continue;
            }
            merge(&mut order, wanted);
        }
        if !order.is_empty() {
            let order = order.iter().map(|named| named.overlay).collect();
            orders.insert(Arc::clone(document), order);
        }
    }
    orders
}

/// The service's overlays that change the document, each once.
fn wanted(service: &Naming, document: &Arc<str>, overlays: &[Named]) -> Vec<Use> {
    let mut seen = BTreeSet::new();
    let mut wanted = service.uses.clone();
    wanted.retain(|named| {
        let overlay = overlays.get(named.overlay).map(|named| &named.overlay);
        let concerned = match overlay.and_then(|overlay| overlay.extends.as_ref()) {
            Some(extends) => extends == document,
            None => service.inputs.contains(document),
        };
        concerned && seen.insert(named.overlay)
    });
    wanted
}

/// The first overlay that stands in `order` before one that it follows in `wanted`: where it stands there, and where here.
fn disagreement<'u>(order: &'u [Use], wanted: &'u [Use]) -> Option<(&'u Use, &'u Use)> {
    let mut last = 0;
    for here in wanted {
        let mut known = order.iter().enumerate();
        let Some((at, there)) = known.find(|(_, known)| known.overlay == here.overlay) else {
            continue;
        };
        if at < last {
            return Some((there, here));
        }
        last = at;
    }
    None
}

/// Puts what is new in `wanted` before that which follows it there, so that both orders are kept.
fn merge(order: &mut Vec<Use>, wanted: Vec<Use>) {
    let mut at = order.len();
    for named in wanted.into_iter().rev() {
        match order
            .iter()
            .position(|known| known.overlay == named.overlay)
        {
            Some(known) => at = known,
            None => order.insert(at, named),
        }
    }
}
