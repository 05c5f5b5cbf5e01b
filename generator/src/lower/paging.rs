//! Reads `x-ms-pageable`: lists that come page by page.
//!
//! In: the extension and the type of the answer.
//! Out: [`Paging`], or why the answer is no page.
//! Never: decides how pages are requested: the first request is the operation's own, also a POST; every further one is a GET of the link that the service gave,
//! which is also what the operation under `operationName` would send (`next_operation` has the exception).

use crate::azure::operation::{NextLinkName, Pageable};
use crate::location::Place;
use crate::lower::context::Context;
use crate::model::{NextLink, Object, Paging, Payload, Scalar, Type};

/// How the list is read, and the index of the page's field with its items. `place` is the operation's.
///
/// # Errors
///
/// The answer is no page; says why.
pub(super) fn lower(
    context: &mut Context<'_, '_>,
    pageable: &Pageable,
    payload: &Payload,
    place: &Place,
) -> Result<(Paging, usize), String> {
    if matches!(payload, Payload::Xml(_)) {
        return Err("its pages are XML, and pagers read JSON".to_owned());
    }
    let found = page(context, payload).and_then(|(id, page)| {
        let (index, item) = items(page, &pageable.items)?;
        Some((
            id,
            item,
            index,
            next_link(context, page, &pageable.next_link),
        ))
    });
    let Some((id, item, index, link)) = found else {
        return Err(format!("the answer has no list `{}`", pageable.items));
    };
    let next_link = match link {
        Ok(link) => link,
        Err(missing) => {
            let place = place.key("x-ms-pageable");
            context.diagnostics.next_link_missing(&place, &missing);
            NextLink::SinglePage
        }
    };
    Ok((
        Paging {
            page: id,
            item,
            next_link,
            link_base: None,
        },
        index,
    ))
}

fn page<'t>(
    context: &'t Context<'_, '_>,
    payload: &Payload,
) -> Option<(crate::model::TypeId, &'t Object)> {
    match payload {
        Payload::Json(Type::Named(id)) => Some((*id, context.types.object(*id)?)),
        _ => None,
    }
}

fn items(page: &Object, wire: &str) -> Option<(usize, Type)> {
    let index = page
        .fields
        .iter()
        .position(|field| field.name.wire() == wire)?;
    match &page.fields.get(index)?.ty {
        Type::List(item) => Some((index, item.as_ref().clone())),
        _ => None,
    }
}

/// The link's place in the page, or the name that the page lacks.
fn next_link(
    context: &Context<'_, '_>,
    page: &Object,
    name: &NextLinkName,
) -> Result<NextLink, String> {
    let name = match name {
        NextLinkName::None => return Ok(NextLink::SinglePage),
        NextLinkName::Unsaid => "nextLink",
        NextLinkName::Named(name) => name,
    };
    // A name may have dots itself (`odata.nextLink`), or lead into the page with them.
    let whole = vec![name.to_owned()];
    let split: Vec<String> = name.split('.').map(str::to_owned).collect();
    let found = [whole, split]
        .into_iter()
        .find(|path| is_text(context, page, path));
    found.map(NextLink::Field).ok_or_else(|| name.to_owned())
}

fn is_text(context: &Context<'_, '_>, page: &Object, path: &[String]) -> bool {
    let Some((first, rest)) = path.split_first() else {
        return false;
    };
    let field = page.fields.iter().find(|field| field.name.wire() == first);
    match field.map(|field| &field.ty) {
        Some(Type::Scalar(Scalar::String)) => rest.is_empty(),
        Some(Type::Named(id)) => context
            .types
            .object(*id)
            .is_some_and(|object| is_text(context, object, rest)),
        _ => false,
    }
}
