//! The client that a user constructs.
//!
//! In: a [`RootClient`](crate::model::RootClient).
//! Out: the struct, the constructor, `endpoint`. The getters of the groups are with the groups.
//! Never: emits an operation.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::method_docs::SharedArguments;
use crate::emit::scope::{Kept, Scope};
use crate::emit::{client_options, key_constructor, tokens, types};
use crate::model::{
    Authentication, ClientParameter, Doc, Endpoint, Group, HostParameter, Scalar, Type,
};

/// `certificate_client`.
pub(super) fn getter_name(group: &Group) -> Ident {
    let client = group.client.snake();
    tokens::ident(
        if client.ends_with("_client") {
            client
        } else {
            format!("{client}_client")
        }
        .as_str(),
    )
}

/// The client's struct.
pub(super) fn structure(scope: &Scope<'_>) -> TokenStream {
    let client = &scope.version.client;
    let mut docs = Docs::of(
        &client.doc,
        &format!("Client of {}.", docs::escaped(&scope.service.title)),
    );
    let root = scope.root_client();
    docs.markdown(&match client.keys.is_empty() {
        true => format!("Made with [`{root}::new`]."),
        false => format!("Made with [`{root}::new`], or with a key: [`{root}::with_key`]."),
    });
    SharedArguments::of_root(scope).add_to(&mut docs);
    let docs = docs.outer();
    let name = scope.root_client();
    let kept = Kept::by(&scope.version.operations);
    let always = Kept::by(
        scope
            .version
            .operations
            .iter()
            .filter(|operation| !scope.groups.are_there() || operation.group.is_none()),
    );
    let api_version = client.api_version.as_ref().map(|_| {
        let unused = unused(kept.api_version, always.api_version);
        quote!(#unused pub(crate) api_version: String,)
    });
    let parameters = client.parameters.iter().map(|parameter| {
        let unused = unused(kept.has(&parameter.name), always.has(&parameter.name));
        let field = field(scope, parameter);
        quote!(#unused pub(crate) #field)
    });
    quote! {
        #docs
        pub struct #name {
            pub(crate) connection: Connection,
            #api_version
            #(#parameters)*
        }
    }
}

/// A field of a client: `subscription_id: String,`.
pub(super) fn field(scope: &Scope<'_>, parameter: &ClientParameter) -> TokenStream {
    let name = tokens::argument(&parameter.name);
    let ty = types::owned(scope, &parameter.ty);
    if parameter.required {
        quote!(#name: #ty,)
    } else {
        quote!(#name: Option<#ty>,)
    }
}

/// The constructor and `endpoint`, as methods.
pub(super) fn methods(scope: &Scope<'_>) -> TokenStream {
    let constructor = constructor(scope);
    let with_key = key_constructor::method(scope);
    let endpoint = endpoint();
    quote!(#constructor #with_key #endpoint)
}

fn endpoint() -> TokenStream {
    quote! {
        #[doc = " URL that requests go to."]
        pub fn endpoint(&self) -> &Url {
            self.connection.endpoint()
        }
    }
}

fn constructor(scope: &Scope<'_>) -> TokenStream {
    let gives_tokens = match scope.version.client.authentication {
        Authentication::Challenge => {
            "Gives the access tokens, for the audience that the service names in its challenge."
        }
        _ => "Gives the access tokens.",
    };
    let gives_tokens = ("credential".to_owned(), gives_tokens.to_owned());
    let takes_credential = takes_credential(scope);
    let credentials: &[_] = if takes_credential {
        &[gives_tokens]
    } else {
        &[]
    };
    let credential = takes_credential.then(|| quote!(credential: Arc<dyn TokenCredential>,));
    let faults = match scope.version.client.endpoint {
        Endpoint::ResourceManager { .. } => {
            "The cloud in `options.client_options` has no Resource Manager endpoint."
        }
        _ if takes_credential => "The endpoint is neither an https URL nor a host.",
        _ => "The endpoint is neither an http or https URL nor a host, which is one of https.",
    };
    let docs = constructor_docs(
        scope,
        "Creates a client. Nothing is sent.",
        credentials,
        faults,
    );
    let docs = docs.outer();
    let options = client_options::name(scope);
    let hosts = arguments_of_host(scope).map(|host| {
        let name = host_name(scope, host);
        quote!(#name: &str,)
    });
    let parameters = required(scope).map(|parameter| {
        let name = tokens::argument(&parameter.name);
        let ty = types::borrowed(scope, &parameter.ty);
        quote!(#name: #ty,)
    });
    let connection = connection(scope);
    let fields = initial_values(scope);
    quote! {
        #docs
        pub fn new(
            #(#hosts)*
            #(#parameters)*
            #credential
            options: Option<#options>,
        ) -> Result<Self> {
            let options = options.unwrap_or_default();
            #connection
            Ok(Self { connection, #fields })
        }
    }
}

/// Whether requests are authorized by a credential.
pub(super) fn takes_credential(scope: &Scope<'_>) -> bool {
    scope.version.client.authentication != Authentication::Anonymous
}

/// The fields of the client but its connection: `api_version: options.api_version, …`
pub(super) fn initial_values(scope: &Scope<'_>) -> TokenStream {
    let client = &scope.version.client;
    let api_version = client
        .api_version
        .as_ref()
        .map(|_| quote!(api_version: options.api_version,));
    let parameters = client.parameters.iter();
    let fields = parameters.map(|parameter| initial_value(scope, parameter));
    quote!(#api_version #(#fields)*)
}

/// Docs of a constructor; `credentials` are the arguments that authorize it.
pub(super) fn constructor_docs(
    scope: &Scope<'_>,
    summary: &str,
    credentials: &[(String, String)],
    faults: &str,
) -> Docs {
    let mut docs = Docs::our(summary);
    let mut entries = Vec::new();
    for host in arguments_of_host(scope) {
        entries.extend(docs::entry(
            &host_name(scope, host).to_string(),
            &host.doc,
            &[],
        ));
    }
    for parameter in required(scope) {
        entries.extend(docs::entry(
            &tokens::argument(&parameter.name).to_string(),
            &parameter.doc,
            &[],
        ));
    }
    let options = (
        "options".to_owned(),
        "Optional parameters and settings of the client.".to_owned(),
    );
    for (name, text) in credentials.iter().chain([&options]) {
        entries.extend(docs::entry(
            name,
            &Doc {
                summary: Some(text.clone()),
                description: None,
            },
            &[],
        ));
    }
    docs.lines(["# Arguments".to_owned()]).lines(entries);
    docs.lines(["# Errors".to_owned()]);
    docs.markdown(faults);
    docs
}

/// `let connection = …;`
fn connection(scope: &Scope<'_>) -> TokenStream {
    match &scope.version.client.endpoint {
        Endpoint::ResourceManager { base_path } => resource_manager(scope, base_path),
        _ => open(&scope.version.client.authentication, &endpoint_value(scope)),
    }
}

/// The URL that requests go to.
pub(super) fn endpoint_value(scope: &Scope<'_>) -> TokenStream {
    match &scope.version.client.endpoint {
        Endpoint::ResourceManager { base_path } => {
            let endpoint = format!("https://management.azure.com{base_path}");
            quote!(#endpoint)
        }
        Endpoint::Fixed(url) => quote!(#url),
        Endpoint::Given(host) => host_value(scope, host),
        Endpoint::Template {
            template,
            parameters,
        } => {
            let values = parameters.iter().map(|host| {
                let wire = host.name.wire();
                let value = host_value(scope, host);
                quote!((#wire, #value))
            });
            quote!(&armature_runtime::fill_host(#template, &[#(#values),*])?)
        }
    }
}

fn resource_manager(scope: &Scope<'_>, base_path: &str) -> TokenStream {
    match &scope.version.client.authentication {
        Authentication::ResourceManager => quote! {
            let connection = Connection::resource_manager(
                armature_runtime::package!(),
                #base_path,
                credential,
                options.client_options,
            )?;
        },
        other => open(other, &endpoint_value(scope)),
    }
}

fn open(authentication: &Authentication, endpoint: &TokenStream) -> TokenStream {
    let scope = match authentication {
        Authentication::Anonymous => {
            return quote! {
                let connection = Connection::without_credential(
                    armature_runtime::package!(),
                    #endpoint,
                    options.client_options,
                )?;
            };
        }
        Authentication::ResourceManager => "https://management.azure.com/.default",
        Authentication::Scope(scope) => scope,
        Authentication::Challenge => {
            return quote! {
                let connection = Connection::with_challenge(
                    armature_runtime::package!(),
                    #endpoint,
                    credential,
                    options.client_options,
                )?;
            };
        }
    };
    quote! {
        let connection = Connection::with_scope(
            armature_runtime::package!(),
            #endpoint,
            #scope,
            credential,
            options.client_options,
        )?;
    }
}

fn host_value(scope: &Scope<'_>, host: &HostParameter) -> TokenStream {
    let name = host_name(scope, host);
    if host.default.is_some() {
        quote!(&options.#name)
    } else {
        quote!(#name)
    }
}

fn initial_value(scope: &Scope<'_>, parameter: &ClientParameter) -> TokenStream {
    let name = tokens::argument(&parameter.name);
    if !parameter.required {
        return quote!(#name: options.#name,);
    }
    if types::is_copy(scope, &parameter.ty) {
        let is_reference = matches!(parameter.ty, Type::Named(_));
        return if is_reference {
            quote!(#name: *#name,)
        } else {
            quote!(#name,)
        };
    }
    if matches!(parameter.ty, Type::Scalar(Scalar::Etag)) {
        return quote!(#name: #name.into(),);
    }
    quote!(#name: #name.to_owned(),)
}

/// Argument or option of a host parameter: the whole endpoint is always called so.
pub(super) fn host_name(scope: &Scope<'_>, host: &HostParameter) -> Ident {
    match scope.version.client.endpoint {
        Endpoint::Given(_) => tokens::ident("endpoint"),
        _ => tokens::argument(&host.name),
    }
}

/// Host parameters that the constructor takes.
pub(super) fn arguments_of_host<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a HostParameter> {
    hosts(scope).iter().filter(|host| host.default.is_none())
}

/// Client parameters that the constructor takes.
pub(super) fn required<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a ClientParameter> {
    scope
        .version
        .client
        .parameters
        .iter()
        .filter(|parameter| parameter.required)
}

/// Client parameters that are options.
pub(super) fn optional<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a ClientParameter> {
    scope
        .version
        .client
        .parameters
        .iter()
        .filter(|parameter| !parameter.required)
}

/// Host parameters that have a default and so are options.
pub(super) fn hosts_with_default<'a>(
    scope: &Scope<'a>,
) -> impl Iterator<Item = (&'a HostParameter, &'a str)> {
    hosts(scope)
        .iter()
        .filter_map(|host| Some((host, host.default.as_deref()?)))
}

fn hosts<'a>(scope: &Scope<'a>) -> &'a [HostParameter] {
    match &scope.version.client.endpoint {
        Endpoint::ResourceManager { .. } | Endpoint::Fixed(_) => &[],
        Endpoint::Given(host) => std::slice::from_ref(host),
        Endpoint::Template { parameters, .. } => parameters,
    }
}

/// A field that no operation of this api-version needs, or none that is always there.
fn unused(is_used: bool, is_always_used: bool) -> Option<TokenStream> {
    match (is_used, is_always_used) {
        (_, true) => None,
        (true, false) => Some(
            quote!(#[allow(dead_code, reason = "some operation groups send it, others do not")]),
        ),
        (false, false) => {
            Some(quote!(#[allow(dead_code, reason = "no operation of this api-version sends it")]))
        }
    }
}
