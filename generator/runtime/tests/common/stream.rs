//! A stream to upload, as awkward as the trait allows.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use async_trait::async_trait;
use azure_core::stream::SeekableStream;
use futures::io::AsyncRead;

/// Text of which each read gives three bytes. As with an open file, clones share one position.
#[derive(Clone, Debug)]
pub struct Upload {
    pub text: &'static str,
    /// What the stream says of its length.
    pub length: Option<u64>,
    position: Arc<Mutex<usize>>,
}

impl Upload {
    pub fn new(text: &'static str) -> Self {
        Self {
            text,
            length: Some(text.len() as u64),
            position: Arc::default(),
        }
    }

    pub fn with_length(mut self, length: Option<u64>) -> Self {
        self.length = length;
        self
    }

    /// One that somebody has read from already.
    pub fn at(self, position: usize) -> Self {
        *self.position.lock().unwrap() = position;
        self
    }

    pub fn boxed(self) -> Box<dyn SeekableStream> {
        Box::new(self)
    }
}

#[async_trait]
impl SeekableStream for Upload {
    async fn reset(&mut self) -> azure_core::Result<()> {
        *self.position.lock().unwrap() = 0;
        Ok(())
    }

    fn len(&self) -> Option<u64> {
        self.length
    }
}

impl AsyncRead for Upload {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        let mut position = self.position.lock().unwrap();
        let left = &self.text.as_bytes()[*position..];
        let count = left.len().min(buffer.len()).min(3);
        buffer[..count].copy_from_slice(&left[..count]);
        *position += count;
        Poll::Ready(Ok(count))
    }
}
