//! Which host and which token audience Azure Resource Manager has in a cloud.

use azure_core::cloud::CloudConfiguration;
use azure_core::error::{Error, ErrorKind};
use azure_core::{Result, http::ClientOptions};

/// Names Azure Resource Manager among the audiences of a custom cloud.
///
/// ```
/// use armature_runtime::ResourceManager;
/// use azure_core::cloud::{Audiences, CloudConfiguration, CustomConfiguration};
///
/// let mut custom = CustomConfiguration::default();
/// custom.authority_host = "https://login.stack.example".to_owned();
/// custom.audiences = Audiences::new().with::<ResourceManager>("https://management.stack.example".to_owned());
/// let cloud: CloudConfiguration = custom.into();
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ResourceManager;

/// Host of Azure Resource Manager in the cloud of `options`, without a slash at its end. No cloud is the public one.
///
/// # Errors
///
/// [`ErrorKind::Credential`] for a custom cloud without an audience for [`ResourceManager`], and for a cloud that this
/// crate does not know.
pub(crate) fn resource_manager_host(options: &ClientOptions) -> Result<String> {
    let cloud = options.cloud.as_deref();
    let host = match cloud.unwrap_or(&CloudConfiguration::AzurePublic) {
        CloudConfiguration::AzurePublic => "https://management.azure.com",
        CloudConfiguration::AzureGovernment => "https://management.usgovcloudapi.net",
        CloudConfiguration::AzureChina => "https://management.chinacloudapi.cn",
        CloudConfiguration::Custom(custom) => {
            // It is a token's audience, too, so that it has to be spelled in full.
            let url = custom.audiences.get::<ResourceManager>();
            url.filter(|url| url.contains("://")).ok_or_else(|| {
                unusable(
                    "the custom cloud names no Azure Resource Manager: \
                     add its URL with `audiences.insert::<armature_runtime::ResourceManager>(url)`",
                )
            })?
        }
        _ => {
            return Err(unusable(
                "the cloud is not known to this client: describe it as a custom cloud",
            ));
        }
    };
    Ok(host.trim_end_matches('/').to_owned())
}

fn unusable(why: &'static str) -> Error {
    Error::with_message(ErrorKind::Credential, why)
}
