//! Lists and long-running operations, read to their end.
//!
//! In: a pager or a poller. Out: all that it gave.
//! Never: loses what came before an error.

use azure_core::error::{Error, ErrorKind};
use azure_core::http::pager::Page;
use azure_core::http::poller::{PollerStatus, StatusMonitor};
use azure_core::http::{DeserializeWith, JsonFormat, Pager, Poller, Response};
use azure_core::{Result, Value};
use futures::StreamExt;

use crate::dispatch::answer::{answer, written};
use crate::dispatch::{Answer, Content, Outcome, ReadBody, ReadHeaders};
use crate::error::into_model;
use crate::model::{Json, Model};
use crate::poll::{OperationStatus, PollResult};

/// The state of a long-running operation as JSON: every model that is a state has one.
pub trait State: StatusMonitor {
    /// All that the state says.
    ///
    /// # Errors
    ///
    /// A value that has no text in its format.
    fn to_content(&self) -> Result<Content>;
}

impl<M: Model + StatusMonitor> State for M {
    fn to_content(&self) -> Result<Content> {
        written::<(), M>(self)
    }
}

impl<T: PollResult> State for OperationStatus<T> {
    fn to_content(&self) -> Result<Content> {
        let text = |text: &Option<String>| text.clone().map(Value::from);
        let fields = [
            ("id", text(&self.id)),
            ("name", text(&self.name)),
            ("status", text(&self.status)),
            ("percentComplete", self.percent_complete.map(Value::from)),
        ];
        let present = fields
            .into_iter()
            .filter_map(|(wire, value)| Some((wire, value?)));
        Ok(Content::Json(present.collect()))
    }
}

/// All pages of a list: for generated code. `headers` reads the typed headers of each.
pub async fn pages<P>(pager: Result<Pager<P>>, headers: ReadHeaders<P>) -> Outcome
where
    P: Page + DeserializeWith<JsonFormat> + Json + Send + 'static,
    P::IntoIter: Send + 'static,
{
    let mut pages = Vec::new();
    let error = match pager {
        Ok(pager) => read_pages(pager, headers, &mut pages).await.err(),
        Err(error) => Some(error),
    };
    Outcome::Pages { pages, error }
}

/// The states and the result of a long-running operation: for generated code. `headers` and `read` are for the result.
pub async fn operation<M>(
    poller: Result<Poller<M>>,
    headers: ReadHeaders<M::Output, M::Format>,
    read: ReadBody<M::Output, M::Format>,
) -> Outcome
where
    M: State + DeserializeWith<JsonFormat> + Send + 'static,
    M::Output: Send + 'static,
    M::Format: Send + 'static,
{
    let mut states = Vec::new();
    let result = match poller {
        Ok(poller) => read_states(poller, &mut states).await,
        Err(error) => Err(error),
    };
    let result = result.and_then(|response| answer(response, headers, read));
    Outcome::Operation { states, result }
}

async fn read_pages<P>(
    pager: Pager<P>,
    headers: ReadHeaders<P>,
    pages: &mut Vec<Answer>,
) -> Result<()>
where
    P: Page + DeserializeWith<JsonFormat> + Json + Send + 'static,
    P::IntoIter: Send + 'static,
{
    let mut responses = pager.into_pages();
    while let Some(response) = responses.next().await {
        pages.push(answer(response?, headers, Content::json)?);
    }
    Ok(())
}

/// Reads the states, then the response with the result.
async fn read_states<M>(
    mut poller: Poller<M>,
    states: &mut Vec<Answer>,
) -> Result<Response<M::Output, M::Format>>
where
    M: State + DeserializeWith<JsonFormat> + Send + 'static,
    M::Output: Send + 'static,
    M::Format: Send + 'static,
{
    while let Some(response) = poller.next().await {
        let response = response?;
        let status = response.status().into();
        let state = into_model(response)?;
        states.push(Answer {
            status,
            headers: Vec::new(),
            body: state.to_content()?,
        });
        // A poller whose stream was read to its end must not be awaited: that panics in azure_core.
        if state.status() != PollerStatus::InProgress {
            return poller.await;
        }
    }
    let message = "the operation's states ended while it was in progress";
    Err(Error::with_message(ErrorKind::Other, message))
}
