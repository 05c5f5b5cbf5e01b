//! A test for each answer of an example.
//!
//! In: an [`Operation`], one of its examples, one of the example's answers.
//! Out: a test that makes the call through the real client on a mock transport, checks the request on the wire and reads
//! the answer.
//! Never: opens a connection.

use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::quote;

use crate::emit::scope::Scope;
use crate::emit::{
    answer_checks, client, client_options, literals, method, mock_answer, options, polled_test,
    request, tokens, types,
};
use crate::model::{
    Argument, Authentication, Body, Example, ExampleBody, ExampleResponse, ExpectedRequest,
    Literal, MediaType, Operation, ParameterSource, Type, TypeDefinition,
};
use crate::name::Name;

/// One answer of one example of one operation.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    /// The api-version.
    pub scope: &'a Scope<'a>,
    /// The operation that is called.
    pub operation: &'a Operation,
    /// The example that says with what.
    pub example: &'a Example,
    /// The answer that the mock transport gives.
    pub response: &'a ExampleResponse,
}

/// The test's name: `refresh_secret_refresh_certificate_200`.
pub(super) fn name(case: Case<'_>) -> String {
    format!(
        "{}_{}_{}",
        method::name(case.operation),
        Name::from_wire(&case.example.name)
            .snake()
            .trim_matches('_'),
        case.response.status
    )
}

/// The test.
pub(super) fn item(case: Case<'_>, name: &Ident) -> TokenStream {
    let answer = mock_answer::item(case);
    let later = polled_test::answers(case.response);
    let challenge =
        challenge(case).map(|resource| quote!(let mock = mock.with_challenge(#resource);));
    let client = client(case);
    let body = body(case);
    let call = call(case);
    let checks = answer_checks::of(case, &call, &request_check(case));
    quote! {
        #[tokio::test]
        async fn #name() {
            let answer = #answer;
            let mock = MockTransport::answering([answer, #(#later),*]);
            #challenge
            #client
            #body
            #checks
        }
    }
}

/// Key Vault's way of authentication: the audience is the domain above the vault's host.
fn challenge(case: Case<'_>) -> Option<String> {
    if case.scope.version.client.authentication != Authentication::Challenge {
        return None;
    }
    let endpoint = mock_answer::origin(case);
    let host = endpoint
        .split_once("://")
        .map_or(endpoint.as_str(), |(_, host)| host);
    let host = host.split(':').next().unwrap_or_default();
    let domain = host.split_once('.').map_or(host, |(_, domain)| domain);
    Some(format!("https://{domain}"))
}

/// The client on the mock transport: `let client = …;`, that of the group when the operation has one.
fn client(case: Case<'_>) -> TokenStream {
    let Case {
        scope,
        operation,
        example,
        ..
    } = case;
    let root = scope.root_client();
    let options = options_of_client(case);
    let hosts = client::arguments_of_host(scope).map(|host| {
        let value = given(&example.constructor, host.name.wire());
        let text = value.map(literals::text_of).unwrap_or_default();
        quote!(#text)
    });
    let required = client::required(scope).map(|parameter| {
        argument(
            scope,
            &example.constructor,
            parameter.name.wire(),
            &parameter.ty,
        )
    });
    let group = scope.group(operation).map(|group| {
        let getter = client::getter_name(group);
        quote!(let client = client.#getter();)
    });
    let credential = client::takes_credential(scope).then(|| quote!(credential(),));
    quote! {
        let options = #options;
        let client = #root::new(#(#hosts,)* #(#required,)* #credential Some(options)).unwrap();
        #group
    }
}

fn options_of_client(case: Case<'_>) -> TokenStream {
    let Case { scope, example, .. } = case;
    let name = client_options::name(scope);
    let hosts = client::hosts_with_default(scope).filter_map(|(host, _)| {
        let text = literals::text_of(given(&example.constructor, host.name.wire())?);
        let name = client::host_name(scope, host);
        Some(quote!(#name: #text.to_owned(),))
    });
    let parameters = client::optional(scope).filter_map(|parameter| {
        let value = given(&example.constructor, parameter.name.wire())?;
        let value = literals::owned(scope, value, &parameter.ty);
        let name = tokens::argument(&parameter.name);
        Some(quote!(#name: Some(#value),))
    });
    let fields: Vec<_> = hosts.chain(parameters).collect();
    let api_version = usize::from(scope.version.client.api_version.is_some());
    let all =
        client::optional(scope).count() + client::hosts_with_default(scope).count() + api_version;
    // Clippy refuses a rest that fills nothing.
    let rest = (fields.len() < all).then(|| quote!(..Default::default()));
    quote!(#name { #(#fields)* client_options: mock.client_options(), #rest })
}

/// `let parameters: T = from_json("…");` for a body that is JSON of the model.
fn body(case: Case<'_>) -> Option<TokenStream> {
    let body = case.operation.body.as_ref()?;
    let text = match case.example.body.as_ref()? {
        ExampleBody::Json(text) | ExampleBody::Xml(text) => tokens::json_block(text),
        ExampleBody::Raw(text) => tokens::text_block(text),
        // The fields of a form are among the arguments.
        ExampleBody::Form(_) => return None,
    };
    let name = tokens::argument(&body.name);
    if !is_from_json(body) {
        return Some(quote!(let #name = RequestContent::from_str(#text);));
    }
    let ty = types::body(case.scope, &body.ty);
    Some(quote!(let #name: #ty = from_json(#text);))
}

/// The body as the method takes it.
fn content(case: Case<'_>, body: &Body) -> TokenStream {
    let name = tokens::argument(&body.name);
    if case.example.body.is_none() {
        return quote!(RequestContent::from_static(b""));
    }
    if !is_from_json(body) {
        return quote!(#name);
    }
    let is_model = match &body.ty {
        Type::Named(id) => {
            matches!(
                case.scope.definition(*id),
                Some(model @ (TypeDefinition::Object(_) | TypeDefinition::Union(_)))
                    if model.usage().is_request_body || model.usage().is_xml_request_body
            )
        }
        _ => false,
    };
    if is_model {
        quote!(#name.try_into().unwrap())
    } else if matches!(body.media_type, MediaType::Xml(_)) {
        quote!(armature_runtime::xml_content(&#name).unwrap())
    } else {
        quote!(armature_runtime::request_content(&#name).unwrap())
    }
}

fn is_from_json(body: &Body) -> bool {
    matches!(body.media_type, MediaType::Json(_) | MediaType::Xml(_))
        && types::format(&body.ty).is_none()
}

/// `client.method(…)`.
fn call(case: Case<'_>) -> TokenStream {
    let Case {
        scope,
        operation,
        example,
        ..
    } = case;
    let method = method::name(operation);
    let arguments = method::arguments(operation).map(|parameter| {
        argument(
            scope,
            &example.arguments,
            parameter.name.wire(),
            &parameter.ty,
        )
    });
    let body = method::body_argument(operation)
        .into_iter()
        .map(|body| content(case, body));
    let options = options_argument(case);
    quote!(client.#method(#(#arguments,)* #(#body,)* #options))
}

fn options_argument(case: Case<'_>) -> TokenStream {
    let Case {
        scope,
        operation,
        example,
        ..
    } = case;
    let optional = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.source == ParameterSource::Option);
    let mut fields: Vec<TokenStream> = Vec::new();
    for parameter in optional {
        if let Some(value) = given(&example.options, parameter.name.wire()) {
            let name = tokens::argument(&parameter.name);
            let value = literals::owned(scope, value, &parameter.ty);
            fields.push(quote!(#name: Some(#value)));
        }
    }
    if let (Some(body), Some(_)) = (
        operation.body.as_ref().filter(|body| !body.required),
        &example.body,
    ) {
        let name = tokens::argument(&body.name);
        let content = content(case, body);
        fields.push(quote!(#name: Some(#content)));
    }
    if fields.is_empty() {
        return quote!(None);
    }
    let options = options::name(scope, operation);
    quote!(Some(#options { #(#fields,)* ..Default::default() }))
}

/// `assert_request(…);` for the first request.
fn request_check(case: Case<'_>) -> TokenStream {
    let method = request::http_method(case.operation.method);
    let Some(ExampleBody::Xml(text)) = &case.example.request.body else {
        return check_of(&quote!(mock.request()), &method, &case.example.request);
    };
    let ty = case.operation.body.as_ref();
    let ty = ty.map(|body| types::owned(case.scope, &body.ty));
    let text = tokens::json_block(text);
    let expected = quote!(ExpectedBody::Bytes(&xml_of::<#ty>(#text)));
    check_with(
        &quote!(mock.request()),
        &method,
        &case.example.request,
        &expected,
    )
}

/// `assert_request(…);` for any request.
pub(super) fn check_of(
    request: &TokenStream,
    method: &Ident,
    expected: &ExpectedRequest,
) -> TokenStream {
    let body = match &expected.body {
        None => quote!(ExpectedBody::None),
        Some(ExampleBody::Json(text) | ExampleBody::Xml(text)) => {
            let text = tokens::json_block(text);
            quote!(ExpectedBody::Json(#text))
        }
        Some(ExampleBody::Raw(text)) => {
            let text = Token::byte_string(text.as_bytes());
            quote!(ExpectedBody::Bytes(#text))
        }
        Some(ExampleBody::Form(fields)) => {
            let fields = fields.iter().map(|(name, value)| quote!((#name, #value)));
            quote!(ExpectedBody::Form(&[#(#fields),*]))
        }
    };
    check_with(request, method, expected, &body)
}

/// `assert_request(…);` with a body as it is to be written.
fn check_with(
    request: &TokenStream,
    method: &Ident,
    expected: &ExpectedRequest,
    body: &TokenStream,
) -> TokenStream {
    let path = &expected.path;
    let query = expected
        .query
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let headers = expected
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    quote! {
        assert_request(&#request, Method::#method, #path, &[#(#query),*], &[#(#headers),*], #body);
    }
}

fn argument(scope: &Scope<'_>, arguments: &[Argument], wire: &str, ty: &Type) -> TokenStream {
    match given(arguments, wire) {
        Some(value) => literals::borrowed(scope, value, ty),
        // Without a value the call is wrong, and the test says so.
        None => quote!(Default::default()),
    }
}

fn given<'a>(arguments: &'a [Argument], wire: &str) -> Option<&'a Literal> {
    arguments
        .iter()
        .find(|argument| argument.wire == wire)
        .map(|argument| &argument.value)
}
