//! What all clients of one endpoint share: URL, pipeline, tracer.
//!
//! In: an endpoint or a cloud, a credential, `ClientOptions`. Out: a [`Connection`], which starts requests.
//! Never: knows an operation.

use std::fmt;
use std::sync::Arc;

use azure_core::Result;
use azure_core::credentials::TokenCredential;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::policies::{Policy, auth::BearerTokenAuthorizationPolicy};
use azure_core::http::{ClientOptions, Context, Method, Pipeline, Url};
use azure_core::tracing::{PublicApiInstrumentationInformation, Tracer};

use crate::challenge::ChallengePolicy;
use crate::cloud::resource_manager_host;
use crate::endpoint::{parse_endpoint, parse_secure_endpoint};
use crate::key::{ApiKey, KeyPolicy};
use crate::repeat::RepeatPolicy;
use crate::request::{RequestBuilder, is_token};
use crate::user_agent::UserAgentPolicy;

/// The crate whose clients call: it goes into the user agent and into traces. Written by [`package!`](crate::package!).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Package {
    /// Name as in `Cargo.toml`.
    pub name: &'static str,
    /// Version as in `Cargo.toml`.
    pub version: &'static str,
    /// Resource provider for the span attribute `az.namespace`, such as `Microsoft.KeyVault`.
    pub namespace: Option<&'static str>,
}

/// The [`Package`] of the crate that is being compiled; with a resource provider when one is given.
///
/// ```
/// let package = armature_runtime::package!();
/// assert_eq!(package.namespace, None);
/// assert_eq!(armature_runtime::package!("Microsoft.KeyVault").namespace, Some("Microsoft.KeyVault"));
/// ```
#[macro_export]
macro_rules! package {
    () => {
        $crate::Package {
            name: ::core::env!("CARGO_PKG_NAME"),
            version: ::core::env!("CARGO_PKG_VERSION"),
            namespace: ::core::option::Option::None,
        }
    };
    ($namespace:literal) => {
        $crate::Package {
            namespace: ::core::option::Option::Some($namespace),
            ..$crate::package!()
        }
    };
}

/// An endpoint and the pipeline that leads to it. A clone is cheap and shares both, and the access token.
#[derive(Clone)]
pub struct Connection {
    shared: Arc<Shared>,
}

struct Shared {
    endpoint: Url,
    pipeline: Pipeline,
    tracer: Option<Arc<dyn Tracer>>,
}

impl Connection {
    /// To Azure Resource Manager in the cloud of `client_options` (none: the public cloud).
    ///
    /// `base_path` is put before every path; it is empty for almost all descriptions.
    ///
    /// # Errors
    ///
    /// A custom cloud without an audience for [`ResourceManager`](crate::ResourceManager), or whose audience is no https
    /// URL; an application id that cannot go into the user agent.
    pub fn resource_manager(
        package: Package,
        base_path: &str,
        credential: Arc<dyn TokenCredential>,
        client_options: ClientOptions,
    ) -> Result<Self> {
        let host = resource_manager_host(&client_options)?;
        let scope = format!("{host}/.default");
        let base_path = base_path.trim_matches('/');
        let endpoint = format!("{host}/{base_path}");
        Self::with_scope(package, &endpoint, &scope, credential, client_options)
    }

    /// To `endpoint`, with tokens for `scope` (`https://vault.azure.net/.default`).
    ///
    /// # Errors
    ///
    /// `endpoint` is neither an absolute https URL nor a host: tokens do not go over plain http; an application id that cannot go into the user
    /// agent.
    pub fn with_scope(
        package: Package,
        endpoint: &str,
        scope: &str,
        credential: Arc<dyn TokenCredential>,
        client_options: ClientOptions,
    ) -> Result<Self> {
        let bearer = BearerTokenAuthorizationPolicy::new(credential, [scope]);
        Self::open(package, endpoint, Some(Arc::new(bearer)), client_options)
    }

    /// To `endpoint`, with tokens for the scope that the service names in its challenge: see [`challenge`](crate::challenge).
    ///
    /// # Errors
    ///
    /// As [`with_scope`](Self::with_scope).
    pub fn with_challenge(
        package: Package,
        endpoint: &str,
        credential: Arc<dyn TokenCredential>,
        client_options: ClientOptions,
    ) -> Result<Self> {
        let policy = ChallengePolicy::new(credential);
        Self::open(package, endpoint, Some(Arc::new(policy)), client_options)
    }

    /// To `endpoint`, with keys in place of tokens. Every request has all of them.
    ///
    /// # Errors
    ///
    /// `endpoint` is neither an absolute https URL nor a host: keys do not go over plain http; an empty key, or one for a header that cannot
    /// stand there; an application id that cannot go into the user agent.
    pub fn with_keys(
        package: Package,
        endpoint: &str,
        keys: Vec<ApiKey>,
        client_options: ClientOptions,
    ) -> Result<Self> {
        for key in &keys {
            key.check()?;
        }
        Self::open(
            package,
            endpoint,
            Some(Arc::new(KeyPolicy(keys))),
            client_options,
        )
    }

    /// To `endpoint`, without authentication. Plain http works.
    ///
    /// # Errors
    ///
    /// `endpoint` is neither an absolute http(s) URL nor a host, which is one of https; an application id that cannot go into the user agent.
    pub fn without_credential(
        package: Package,
        endpoint: &str,
        client_options: ClientOptions,
    ) -> Result<Self> {
        Self::open(package, endpoint, None, client_options)
    }

    /// URL that requests go to, without a slash at the end of its path.
    pub fn endpoint(&self) -> &Url {
        &self.shared.endpoint
    }

    /// Starts a request.
    ///
    /// `operation` is named in errors and traces (`Certificate_Get`). `template` is a path with `{placeholders}`, put
    /// behind the path of the endpoint; it may carry a query, which stays.
    pub fn request(
        &self,
        operation: &'static str,
        method: Method,
        template: &'static str,
    ) -> RequestBuilder {
        RequestBuilder::new(self.clone(), operation, method, template)
    }

    /// The same pipeline to another endpoint.
    ///
    /// # Errors
    ///
    /// `endpoint` is no absolute http(s) URL, or is one of plain http where this one is not.
    pub(crate) fn at(&self, endpoint: &str) -> Result<Self> {
        let endpoint = match self.endpoint().scheme() {
            "http" => parse_endpoint(endpoint)?,
            _ => parse_secure_endpoint(endpoint)?,
        };
        let shared = Shared {
            endpoint,
            pipeline: self.shared.pipeline.clone(),
            tracer: self.shared.tracer.clone(),
        };
        Ok(Self {
            shared: Arc::new(shared),
        })
    }

    pub(crate) fn pipeline(&self) -> &Pipeline {
        &self.shared.pipeline
    }

    /// The caller's context, with what the pipeline needs to open a span for `operation`.
    pub(crate) fn traced<'a>(
        &self,
        context: &'a Context<'_>,
        operation: &'static str,
    ) -> Context<'a> {
        let context = context.to_borrowed();
        let Some(tracer) = &self.shared.tracer else {
            return context;
        };
        let call = PublicApiInstrumentationInformation::new(operation, Vec::new());
        context.with_value(call).with_value(tracer.clone())
    }

    fn open(
        package: Package,
        endpoint: &str,
        authorization: Option<Arc<dyn Policy>>,
        client_options: ClientOptions,
    ) -> Result<Self> {
        let endpoint = match authorization {
            Some(_) => parse_secure_endpoint(endpoint)?,
            None => parse_endpoint(endpoint)?,
        };
        check_application_id(client_options.user_agent.application_id.as_deref())?;
        let provider = client_options.instrumentation.tracer_provider.as_ref();
        let tracer = provider.map(|provider| {
            provider.get_tracer(package.namespace, package.name, Some(package.version))
        });
        let repeat: Arc<dyn Policy> = Arc::new(RepeatPolicy);
        let user_agent: Arc<dyn Policy> = Arc::new(UserAgentPolicy);
        let pipeline = Pipeline::new(
            Some(package.name),
            Some(package.version),
            client_options,
            Vec::new(),
            // In this order: what authorization sends by itself passes the rule of repetition too.
            authorization
                .into_iter()
                .chain([repeat, user_agent])
                .collect(),
            None,
        );
        let shared = Shared {
            endpoint,
            pipeline,
            tracer,
        };
        Ok(Self {
            shared: Arc::new(shared),
        })
    }
}

/// `Pipeline::new` panics on an application id that cannot go into the user agent.
fn check_application_id(id: Option<&str>) -> Result<()> {
    match id {
        Some(id) if id.len() > 24 || !(id.is_empty() || is_token(id)) => Err(Error::with_message(
            ErrorKind::Other,
            format!(
                "the application id {id:?} cannot go into the user agent: \
                 at most 24 letters, digits and `-._` are possible"
            ),
        )),
        _ => Ok(()),
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endpoint = self.shared.endpoint.origin().ascii_serialization();
        f.debug_struct("Connection")
            .field("endpoint", &endpoint)
            .finish_non_exhaustive()
    }
}
