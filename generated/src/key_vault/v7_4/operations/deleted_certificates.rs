// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

use armature_runtime::{Connection, OperationStatus, Polling, method_options};
use azure_core::{
    Result, fmt::SafeDebug,
    http::{
        ClientMethodOptions, Method, NoFormat, Pager, Poller, Response,
        pager::PagerOptions, poller::PollerOptions,
    },
};
use crate::key_vault::v7_4::{
    clients::CertificateClient,
    models::{CertificateBundle, DeletedCertificateBundle, DeletedCertificateListResult},
};

impl CertificateClient {
    /// Lists deleted certificates that can still be recovered.
    ///
    /// Walks through all of them, page by page. Only vaults with soft delete have any. Needs the
    /// permissions `certificates/get` and `certificates/list`.
    ///
    /// `GET /deletedcertificates`, operation `GetDeletedCertificates`.
    /// Items are read with `try_next`, whole answers with `into_pages`, page by page.
    pub fn get_deleted_certificates(
        &self,
        options: Option<CertificateClientGetDeletedCertificatesOptions<'_>>,
    ) -> Result<Pager<DeletedCertificateListResult>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetDeletedCertificates",
            Method::Get,
            "/deletedcertificates",
        );
        request.query("maxresults", options.maxresults);
        request.query("includePending", options.include_pending);
        request.query("api-version", &self.api_version);
        request.pages(&[200], &["nextLink"], options.method_options)
    }

    /// Reads one deleted certificate.
    ///
    /// Tells when it was deleted and until when it can be recovered. Fails with 404 if it is not
    /// among the deleted certificates, also for a moment after DeleteCertificate. Needs the
    /// permission `certificates/get`.
    ///
    /// `GET /deletedcertificates/{certificate-name}`, operation `GetDeletedCertificate`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the deleted certificate.
    pub async fn get_deleted_certificate(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientGetDeletedCertificateOptions<'_>>,
    ) -> Result<Response<DeletedCertificateBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetDeletedCertificate",
            Method::Get,
            "/deletedcertificates/{certificate-name}",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Destroys a deleted certificate at once.
    ///
    /// There is no way back; the name is free again afterwards. Refused unless the recovery level
    /// of the vault contains `Purgeable`. Needs the permission `certificates/purge`.
    ///
    /// `DELETE /deletedcertificates/{certificate-name}`, operation `PurgeDeletedCertificate`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the deleted certificate.
    pub async fn purge_deleted_certificate(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientPurgeDeletedCertificateOptions<'_>>,
    ) -> Result<Response<(), NoFormat>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "PurgeDeletedCertificate",
            Method::Delete,
            "/deletedcertificates/{certificate-name}",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[204], &options.method_options).await?.into())
    }

    /// Brings a deleted certificate back.
    ///
    /// Undoes DeleteCertificate, until the purge date and only in vaults with soft delete. Recovery
    /// goes on after the answer: GetCertificate answers 404 until it is complete. Needs the
    /// permission `certificates/recover`.
    ///
    /// `POST /deletedcertificates/{certificate-name}/recover`, operation `RecoverDeletedCertificate`.
    ///
    /// Nothing is sent before the poller is awaited or asked for a state. Await it for the final
    /// result; [`complete_within`](armature_runtime::CompleteWithin) does so with a time limit. To
    /// watch the progress read states with `try_next` and leave the loop with `break` at the first
    /// one whose status is not `PollerStatus::InProgress`, then await: a poller that was read to
    /// its end must not be awaited.
    ///
    /// The state is asked for by `GET /certificates/{certificate-name}/` (`GetCertificate`), for as
    /// long as that answers 404. The result is its last answer. The first answer is the result
    /// where that answers 403, for then it is done but you may not look.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the deleted certificate.
    pub fn begin_recover_deleted_certificate(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientRecoverDeletedCertificateOptions<'_>>,
    ) -> Result<Poller<OperationStatus<CertificateBundle>>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "RecoverDeletedCertificate",
            Method::Post,
            "/deletedcertificates/{certificate-name}/recover",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        let polling = Polling::get("/certificates/{certificate-name}/", &[200])
            .pending(&[404])
            .accepted(&[403]);
        request.poll_with(&[200], polling, options.method_options)
    }
}

method_options! {
    CertificateClientGetDeletedCertificateOptions for CertificateClient::get_deleted_certificate: ClientMethodOptions,
    CertificateClientPurgeDeletedCertificateOptions for CertificateClient::purge_deleted_certificate: ClientMethodOptions,
    CertificateClientRecoverDeletedCertificateOptions for CertificateClient::begin_recover_deleted_certificate: PollerOptions,
}

/// Options of [`CertificateClient::get_deleted_certificates`].
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateClientGetDeletedCertificatesOptions<'a> {
    /// Upper bound for the number of entries in one page. When absent the vault sends up to 25. It
    /// does not limit the list as a whole. 1 to 25.
    pub maxresults: Option<i32>,
    /// Whether certificates whose creation has not finished are listed too. When absent they are
    /// left out.
    pub include_pending: Option<bool>,
    /// Settings of this call.
    pub method_options: PagerOptions<'a>,
}
