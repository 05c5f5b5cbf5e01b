//! Works out what a model makes of a JSON body.
//!
//! In: a body of an example and its type.
//! Out: the JSON that the model writes for it: only fields that the description has, no nulls, dates and bytes in one spelling, and for a request
//! nothing that the service alone sets.
//! Never: shares code with the runtime, whose result it foretells.

use serde_json::{Map, Value};

use crate::lower::examples::scalars::{self, Expected, Purpose};
use crate::model::{
    Access, Enumeration, Field, Object, Openness, RestOfObject, Type, TypeDefinition, TypeTable,
    Union,
};

/// A value of an example that is not of its type.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Misfit {
    /// JSON pointer from the body on.
    pub pointer: String,
    /// What should be there.
    pub expected: Expected,
}

/// The JSON that the model writes; `None` when nothing is left of it.
pub(super) fn fit(
    value: &Value,
    ty: &Type,
    types: &TypeTable,
    purpose: Purpose,
) -> Result<Option<Value>, Misfit> {
    Fit { types, purpose }.value(value, ty)
}

struct Fit<'t> {
    types: &'t TypeTable,
    purpose: Purpose,
}

impl Fit<'_> {
    fn value(&self, value: &Value, ty: &Type) -> Result<Option<Value>, Misfit> {
        match (ty, value) {
            (Type::Any, value) => Ok(Some(value.clone())),
            (_, Value::Null) => Ok(None),
            (Type::Scalar(scalar), value) => {
                scalars::fit(value, *scalar, self.purpose).map_err(misfit)
            }
            (Type::Named(id), value) => match self.types.get(*id) {
                Some(TypeDefinition::Object(object)) => self.object(value, object).map(Some),
                Some(TypeDefinition::Union(union)) => self.union(value, union),
                Some(TypeDefinition::Enumeration(one)) => self.enumerated(value, one),
                None => Err(misfit("of a known type")),
            },
            (Type::List(item), Value::Array(items)) => self.list(items, item).map(Some),
            (Type::List(_), _) => Err(misfit("an array")),
            (Type::Map(item), Value::Object(entries)) => {
                let mut map = Map::new();
                for (key, value) in entries {
                    self.entry(&mut map, key, value, item)?;
                }
                Ok(Some(Value::Object(map)))
            }
            (Type::Map(_), _) => Err(misfit("an object")),
        }
    }

    fn list(&self, items: &[Value], item: &Type) -> Result<Value, Misfit> {
        let mut list = Vec::with_capacity(items.len());
        for (index, value) in items.iter().enumerate() {
            list.extend(
                self.value(value, item)
                    .map_err(|misfit| inside(&index.to_string(), misfit))?,
            );
        }
        Ok(Value::Array(list))
    }

    fn object(&self, value: &Value, object: &Object) -> Result<Value, Misfit> {
        let entries = value.as_object().ok_or(misfit("an object"))?;
        let constants = object.constants.iter();
        let mut kept: Map<String, Value> = constants
            .map(|constant| (constant.property.clone(), constant.value.clone().into()))
            .collect();
        for (key, value) in entries {
            if object.constants.iter().any(|one| one.property == *key) {
                continue;
            }
            match object.fields.iter().find(|field| field.name.wire() == key) {
                Some(field) if self.is_left_out(field) => {
                    // The value is read before it is left out, so it must fit.
                    self.value(value, &field.ty)
                        .map_err(|misfit| inside(key, misfit))?;
                }
                // A field's null is its absence, also where the field is free JSON.
                Some(_) if value.is_null() => {}
                Some(field) => self.entry(&mut kept, key, value, &field.ty)?,
                None => match &object.rest {
                    RestOfObject::Kept(ty) => self.entry(&mut kept, key, value, ty)?,
                    RestOfObject::Ignored => {}
                },
            }
        }
        Ok(Value::Object(kept))
    }

    fn enumerated(
        &self,
        value: &Value,
        enumeration: &Enumeration,
    ) -> Result<Option<Value>, Misfit> {
        let fitted = scalars::fit(value, enumeration.base, self.purpose).map_err(misfit)?;
        let Some(fitted) = fitted else {
            return Ok(None);
        };
        let text = match &fitted {
            Value::String(text) => text.clone(),
            number => number.to_string(),
        };
        let mut variants = enumeration.variants.iter();
        let is_known = variants.any(|variant| variant.name.wire() == text);
        match is_known || enumeration.openness == Openness::Extensible {
            true => Ok(Some(fitted)),
            false => Err(misfit("a value of its enumeration")),
        }
    }

    /// What is of no known kind is kept as it is.
    fn union(&self, value: &Value, union: &Union) -> Result<Option<Value>, Misfit> {
        let discriminator = value.get(&union.discriminator).and_then(Value::as_str);
        let kind = discriminator.and_then(|discriminator| {
            let mut kinds = union.kinds.iter();
            kinds.find(|kind| kind.values.iter().any(|value| value == discriminator))
        });
        match kind {
            Some(kind) => self.value(value, &Type::Named(kind.ty)),
            None => Ok(Some(value.clone())),
        }
    }

    fn is_left_out(&self, field: &Field) -> bool {
        self.purpose == Purpose::Send && field.access == Access::ReadOnly
    }

    fn entry(
        &self,
        kept: &mut Map<String, Value>,
        key: &str,
        value: &Value,
        ty: &Type,
    ) -> Result<(), Misfit> {
        if let Some(value) = self
            .value(value, ty)
            .map_err(|misfit| inside(key, misfit))?
        {
            kept.insert(key.to_owned(), value);
        }
        Ok(())
    }
}

fn misfit(expected: Expected) -> Misfit {
    Misfit {
        pointer: String::new(),
        expected,
    }
}

fn inside(key: &str, misfit: Misfit) -> Misfit {
    let key = crate::location::escape(key);
    Misfit {
        pointer: format!("/{key}{}", misfit.pointer),
        ..misfit
    }
}
