//! The functions of operations, and the table that lists them.
//!
//! In: the operations of one file.
//! Out: the items of the file with the same name below `dispatch`.
//! Never: puts a local in the way of another: names from the description stay, ours give way.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::emit::dispatch::{argument, headers};
use crate::emit::headers as typed_headers;
use crate::emit::scope::Scope;
use crate::emit::{client, method, options, tokens};
use crate::model::{HeaderSet, Operation, Outcome, ParameterLocation, ParameterSource, Payload};

/// All items of one file.
pub(super) fn items(scope: &Scope<'_>, operations: &[&Operation]) -> TokenStream {
    let file = File::new(scope, operations);
    let root = scope.root_client();
    let entries = operations.iter().map(|operation| {
        let id = &operation.id;
        let name = method::name(operation);
        quote!(#id: #name,)
    });
    let functions = operations.iter().map(|operation| file.function(operation));
    let headers = file
        .headers
        .values()
        .map(|(set, name)| headers::item(scope, set, name));
    quote! {
        operations! {
            OPERATIONS for #root {
                #(#entries)*
            }
        }
        #(#functions)*
        #(#headers)*
    }
}

/// What the functions of one file share.
struct File<'a> {
    scope: &'a Scope<'a>,
    /// The local with the client.
    client: Ident,
    /// The local with the arguments.
    arguments: Ident,
    /// The functions that read headers, by the name of the headers' trait.
    headers: BTreeMap<String, (&'a HeaderSet, Ident)>,
}

impl<'a> File<'a> {
    fn new(scope: &'a Scope<'a>, operations: &[&Operation]) -> Self {
        let mut taken: BTreeSet<String> = operations
            .iter()
            .flat_map(|operation| names(operation))
            .map(|name| name.to_string())
            .collect();
        let client = argument::own("client", &taken);
        let arguments = argument::own("arguments", &taken);
        let mut headers = BTreeMap::new();
        for operation in operations {
            let Some(set) = typed_headers::of(scope, operation) else {
                continue;
            };
            let name = tokens::type_name(&set.name);
            headers.entry(name.to_string()).or_insert_with(|| {
                let function = argument::own(&set.name.snake(), &taken);
                taken.insert(function.to_string());
                (set, function)
            });
        }
        Self {
            scope,
            client,
            arguments,
            headers,
        }
    }

    /// The function of one operation.
    fn function(&self, operation: &Operation) -> TokenStream {
        let Self {
            scope,
            client,
            arguments,
            ..
        } = self;
        let name = method::name(operation);
        let root = scope.root_client();
        let locals = self.locals(operation);
        let options = self.options(operation);
        let call = self.call(operation);
        let headers = self.headers(operation);
        let outcome = match operation.outcome {
            Outcome::Done => {
                let read = headers::read(operation);
                let to_the_end =
                    (operation.success.payload == Payload::Stream).then(|| quote!(.await));
                quote! {
                    let response = #call.await;
                    Ok(#read(response, #headers) #to_the_end)
                }
            }
            Outcome::Paged(_) => quote! {
                let pager = #call;
                Ok(dispatch::pages(pager, #headers).await)
            },
            Outcome::LongRunning(_) => {
                let content = headers::content(operation);
                quote! {
                    let poller = #call;
                    Ok(dispatch::operation(poller, #headers, #content).await)
                }
            }
        };
        let mutable = self.reads(operation).then(|| quote!(mut));
        quote! {
            async fn #name(#client: &#root, #mutable #arguments: dispatch::Arguments) -> Result<dispatch::Outcome> {
                #locals
                #options
                #arguments.finish()?;
                #outcome
            }
        }
    }

    /// Whether the operation has arguments of its own.
    fn reads(&self, operation: &Operation) -> bool {
        let is_optional = |source: &ParameterSource| *source == ParameterSource::Option;
        !self.locals(operation).is_empty()
            || operation.body.is_some()
            || operation
                .parameters
                .iter()
                .any(|parameter| is_optional(&parameter.source))
    }

    /// A local for each argument of the method; constants are compared.
    fn locals(&self, operation: &Operation) -> TokenStream {
        let arguments = &self.arguments;
        let has_version = self.scope.version.client.api_version.is_some();
        let parameters = operation.parameters.iter().filter_map(|parameter| {
            let wire = parameter.name.wire();
            match &parameter.source {
                ParameterSource::Argument => Some(argument::local(
                    self.scope,
                    arguments,
                    &parameter.name,
                    &parameter.ty,
                    wire,
                )),
                // Among the arguments stands the client's, whatever this operation sends.
                ParameterSource::Constant(_) if has_version && wire == "api-version" => None,
                ParameterSource::Constant(value) => {
                    Some(quote!(#arguments.constant(#wire, #value)?;))
                }
                ParameterSource::Option
                | ParameterSource::Client(_)
                | ParameterSource::ClientApiVersion => None,
            }
        });
        let body = method::body_argument(operation).map(|body| {
            let name = tokens::argument(&body.name);
            let value = argument::body(arguments, body);
            quote!(let #name = #value;)
        });
        quote!(#(#parameters)* #body)
    }

    /// `let options = …;` when there is something to put into them.
    fn options(&self, operation: &Operation) -> Option<TokenStream> {
        let arguments = &self.arguments;
        let fields = operation
            .parameters
            .iter()
            .filter(|parameter| parameter.source == ParameterSource::Option)
            .map(|parameter| {
                let field = tokens::argument(&parameter.name);
                let value = argument::optional(arguments, &parameter.ty, parameter.name.wire());
                quote!(#field: #value,)
            });
        let body = operation
            .body
            .iter()
            .filter(|body| !body.required)
            .map(|body| {
                let field = tokens::argument(&body.name);
                let value = argument::body(arguments, body);
                quote!(#field: #value,)
            });
        let fields: Vec<_> = fields.chain(body).collect();
        let settings = match operation.outcome {
            Outcome::LongRunning(_) => quote!(method_options: #arguments.poller_options()),
            Outcome::Done | Outcome::Paged(_) if fields.is_empty() => return None,
            Outcome::Done | Outcome::Paged(_) => quote!(..Default::default()),
        };
        let name = options::name(self.scope, operation);
        Some(quote!(let options = #name { #(#fields)* #settings };))
    }

    /// `client.certificate_client().get(&name, Some(options))`
    fn call(&self, operation: &Operation) -> TokenStream {
        let client = &self.client;
        let group = self.scope.group(operation).map(|group| {
            let getter = client::getter_name(group);
            quote!(.#getter())
        });
        let name = method::name(operation);
        let values = method::arguments(operation).map(|parameter| {
            let name = tokens::argument(&parameter.name);
            match parameter.location {
                ParameterLocation::FormJson => quote!(#name),
                _ => argument::passed(&name, &parameter.ty),
            }
        });
        let body = method::body_argument(operation).map(|body| {
            let name = tokens::argument(&body.name);
            quote!(#name,)
        });
        let options = match self.options(operation) {
            Some(_) => quote!(Some(options)),
            None => quote!(None),
        };
        quote!(#client #group.#name(#(#values,)* #body #options))
    }

    fn headers(&self, operation: &Operation) -> TokenStream {
        let function = typed_headers::of(self.scope, operation)
            .and_then(|set| self.headers.get(&tokens::type_name(&set.name).to_string()));
        match function {
            Some((_, function)) => quote!(#function),
            None if operation.success.payload == Payload::Stream => {
                quote!(dispatch::no_stream_headers)
            }
            None => quote!(dispatch::no_headers),
        }
    }
}

/// The names that an operation brings into its file: its own and those of its arguments.
fn names(operation: &Operation) -> Vec<Ident> {
    let arguments = method::arguments(operation).map(|parameter| tokens::argument(&parameter.name));
    let body = method::body_argument(operation).map(|body| tokens::argument(&body.name));
    let mut names: Vec<Ident> = arguments.chain(body).collect();
    names.push(format_ident!("{}", method::name(operation)));
    names
}
