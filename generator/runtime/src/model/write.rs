//! Writing models.

use std::marker::PhantomData;

use azure_core::http::RequestContent;
use azure_core::{Bytes, Result};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::formats::Format;
use crate::model::read::{Model, Place};
use crate::model::values::Json;

/// For whom something is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Purpose {
    /// All that is set.
    Everything,
    /// Without what the service alone sets.
    Request,
}

/// The fields of one object on their way out.
///
/// An error ends the object: what is put after it does nothing, and [`write_model`] returns it. So a model needs no `?`.
pub struct Fields<S: Serializer> {
    map: std::result::Result<S::SerializeMap, S::Error>,
    purpose: Purpose,
    left_out: bool,
}

impl<S: Serializer> Fields<S> {
    /// The next field is the service's alone.
    pub fn read_only(&mut self) -> &mut Self {
        self.left_out = self.purpose == Purpose::Request;
        self
    }

    /// Writes `place` under `key` when it holds something.
    pub fn put<F, K>(&mut self, key: K, place: &impl Place<F, K>) {
        if !std::mem::take(&mut self.left_out) {
            place.put(key, self);
        }
    }

    /// Writes what the object always has.
    pub fn constant(&mut self, key: &str, value: &str) {
        if let Ok(map) = &mut self.map
            && let Err(error) = map.serialize_entry(key, value)
        {
            self.map = Err(error);
        }
    }

    /// Writes one entry.
    pub fn entry<F: Format<T>, T>(&mut self, key: &str, value: &T) {
        let value = Written::<F, T>::new(value, self.purpose);
        if let Ok(map) = &mut self.map
            && let Err(error) = map.serialize_entry(key, &value)
        {
            self.map = Err(error);
        }
    }
}

/// Writes a model as a JSON object.
///
/// # Errors
///
/// Those of `serializer`, and values that have no text in their format.
pub fn write_model<M: Model, S: Serializer>(
    model: &M,
    purpose: Purpose,
    serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
    let map = serializer.serialize_map(None);
    let mut fields = Fields::<S> {
        map,
        purpose,
        left_out: false,
    };
    model.write(&mut fields);
    fields.map?.end()
}

/// The JSON body of a request, without read-only fields at any depth. For models that are a body by themselves
/// `TryFrom` does the same; this is for lists and maps of models.
///
/// # Errors
///
/// [`ErrorKind::DataConversion`](azure_core::error::ErrorKind::DataConversion) for a value that has no text in its format.
///
/// ```
/// # fn main() -> azure_core::Result<()> {
/// use azure_core::http::RequestContent;
/// let body: RequestContent<Vec<String>> = armature_runtime::request_content(&vec!["a".to_owned()])?;
/// # Ok(())
/// # }
/// ```
pub fn request_content<T: Json>(value: &T) -> Result<RequestContent<T>> {
    let value = Written::<(), T>::new(value, Purpose::Request);
    let body = serde_json::to_vec(&value)?;
    Ok(Bytes::from(body).into())
}

/// A value in a format, for a purpose, as something that serde writes.
pub(crate) struct Written<'v, F, T> {
    value: &'v T,
    purpose: Purpose,
    format: PhantomData<F>,
}

impl<'v, F, T> Written<'v, F, T> {
    pub fn new(value: &'v T, purpose: Purpose) -> Self {
        Self {
            value,
            purpose,
            format: PhantomData,
        }
    }
}

impl<F: Format<T>, T> Serialize for Written<'_, F, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        F::write(self.value, self.purpose, serializer)
    }
}
