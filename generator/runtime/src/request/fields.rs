//! The fields of a form.
//!
//! In: which form the body is, then values one by one. Out: the same request, with fields.
//! Never: makes a form of fields that come before it was begun.

use azure_core::Value;

use crate::form::multipart::Multipart;
use crate::form::{Form, FormFile};
use crate::model::write::Written;
use crate::model::{Json, Purpose};
use crate::parameter::{Collection, ParameterList, ParameterValue};
use crate::request::RequestBuilder;

impl RequestBuilder {
    /// The body is a form in one line, `application/x-www-form-urlencoded`, of the fields that are added from now on.
    pub fn url_encoded(&mut self) {
        self.form = Some(Form::UrlEncoded(String::new()));
    }

    /// The body is a form with a part for each field, `multipart/form-data`, of the fields that are added from now on.
    pub fn multipart(&mut self) {
        self.form = Some(Form::Multipart(Multipart::new()));
    }

    /// Adds a field to the form; an absent value is left out, an empty text is not.
    pub fn field(&mut self, name: &'static str, value: impl ParameterValue) {
        if let Some(text) = self.text(name, value.to_text())
            && let Some(form) = self.form(name)
        {
            form.text(name, &text);
        }
    }

    /// Adds a list to the form: joined, or as one field an item. An absent list is left out.
    pub fn field_list(
        &mut self,
        name: &'static str,
        list: impl ParameterList,
        collection: Collection,
    ) {
        let texts = match collection {
            Collection::Repeated => self.items(name, list.to_texts()),
            _ => self
                .joined(name, list.to_texts(), collection)
                .map(|text| vec![text]),
        };
        for text in texts.into_iter().flatten() {
            self.field(name, text);
        }
    }

    /// Adds a field of JSON to the form, without what only the service sets; each item of a list is a field. An absent value
    /// is left out.
    pub fn field_json<T: Json>(&mut self, name: &'static str, value: Option<&T>) {
        let Some(value) = value else {
            return;
        };
        let value = serde_json::to_value(Written::<(), T>::new(value, Purpose::Request));
        match value {
            Ok(Value::Array(items)) => items
                .iter()
                .for_each(|item| self.json_text(name, &item.to_string())),
            Ok(other) => self.json_text(name, &other.to_string()),
            Err(error) => self.fail(&format!("the parameter `{name}` cannot be sent: {error}")),
        }
    }

    /// Adds a file to the form; an absent one is left out.
    pub fn file(&mut self, name: &'static str, file: impl Into<Option<FormFile>>) {
        if let Some(file) = file.into() {
            self.put_file(name, file);
        }
    }

    /// Adds files to the form, all under the same name; an absent list is left out.
    pub fn files(&mut self, name: &'static str, files: impl Into<Option<Vec<FormFile>>>) {
        for file in files.into().into_iter().flatten() {
            self.put_file(name, file);
        }
    }

    /// The form, if there is one: generated methods begin it before its first field.
    fn form(&mut self, name: &str) -> Option<&mut Form> {
        if self.form.is_none() {
            self.fail(&format!("there is no form for the field `{name}`"));
        }
        self.form.as_mut()
    }

    fn json_text(&mut self, name: &str, text: &str) {
        if let Some(form) = self.form(name) {
            form.json(name, text);
        }
    }

    fn put_file(&mut self, name: &str, file: FormFile) {
        let put = match self.form(name) {
            None => return,
            Some(Form::Multipart(form)) => form.file(name, file),
            Some(Form::UrlEncoded(_)) => Err("is a file, which a form in one line cannot hold"),
        };
        if let Err(why) = put {
            self.fail(&format!("the form field `{name}` {why}"));
        }
    }
}
