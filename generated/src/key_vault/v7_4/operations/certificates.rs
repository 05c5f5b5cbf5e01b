// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

use armature_runtime::{Connection, OperationStatus, Polling, method_options};
use azure_core::{
    Result, fmt::SafeDebug,
    http::{
        ClientMethodOptions, Method, Pager, Poller, RequestContent, Response,
        pager::PagerOptions, poller::PollerOptions,
    },
};
use crate::key_vault::v7_4::{
    clients::CertificateClient,
    models::{
        BackupCertificateResult, CertificateBundle, CertificateCreateParameters,
        CertificateImportParameters, CertificateIssuerListResult,
        CertificateIssuerSetParameters, CertificateIssuerUpdateParameters,
        CertificateListResult, CertificateMergeParameters, CertificateOperation,
        CertificateOperationUpdateParameter, CertificatePolicy,
        CertificateRestoreParameters, CertificateUpdateParameters, Contacts,
        DeletedCertificateBundle, IssuerBundle,
    },
};

impl CertificateClient {
    /// Lists the certificates of the vault, newest version only.
    ///
    /// Walks through all certificates, page by page. An entry has identifier, attributes, tags and
    /// thumbprint; policy and content are to be fetched one by one with GetCertificate. Needs the
    /// permission `certificates/list`.
    ///
    /// `GET /certificates`, operation `GetCertificates`.
    /// Items are read with `try_next`, whole answers with `into_pages`, page by page.
    pub fn get_certificates(
        &self,
        options: Option<CertificateClientGetCertificatesOptions<'_>>,
    ) -> Result<Pager<CertificateListResult>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetCertificates",
            Method::Get,
            "/certificates",
        );
        request.query("maxresults", options.maxresults);
        request.query("includePending", options.include_pending);
        request.query("api-version", &self.api_version);
        request.pages(&[200], &["nextLink"], options.method_options)
    }

    /// Deletes a certificate with all its versions and its policy.
    ///
    /// A single version cannot be deleted. In a vault with soft delete the certificate moves to the
    /// deleted certificates, from where it can be recovered until its purge date; its name stays
    /// taken meanwhile. The move goes on after the answer: GetDeletedCertificate answers 404 until
    /// it is complete. Fails with 404 if there is no such certificate. Needs the permission
    /// `certificates/delete`.
    ///
    /// `DELETE /certificates/{certificate-name}`, operation `DeleteCertificate`.
    ///
    /// Nothing is sent before the poller is awaited or asked for a state. Await it for the final
    /// result; [`complete_within`](armature_runtime::CompleteWithin) does so with a time limit. To
    /// watch the progress read states with `try_next` and leave the loop with `break` at the first
    /// one whose status is not `PollerStatus::InProgress`, then await: a poller that was read to
    /// its end must not be awaited.
    ///
    /// The state is asked for by `GET /deletedcertificates/{certificate-name}`
    /// (`GetDeletedCertificate`), for as long as that answers 404. The result is its last answer.
    /// The first answer is the result where that answers 403, for then it is done but you may not
    /// look, and where it has no `recoveryId`, for then nothing goes on.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    pub fn begin_delete_certificate(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientDeleteCertificateOptions<'_>>,
    ) -> Result<Poller<OperationStatus<DeletedCertificateBundle>>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "DeleteCertificate",
            Method::Delete,
            "/certificates/{certificate-name}",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        let polling = Polling::get("/deletedcertificates/{certificate-name}", &[200])
            .pending(&[404])
            .accepted(&[403])
            .unless_absent("recoveryId");
        request.poll_with(&[200], polling, options.method_options)
    }

    /// Reads the list of people to notify about certificates.
    ///
    /// Fails with 404 if no contacts have been set. Needs the permission
    /// `certificates/managecontacts`.
    ///
    /// `GET /certificates/contacts`, operation `GetCertificateContacts`.
    pub async fn get_certificate_contacts(
        &self,
        options: Option<CertificateClientGetCertificateContactsOptions<'_>>,
    ) -> Result<Response<Contacts>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetCertificateContacts",
            Method::Get,
            "/certificates/contacts",
        );
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Replaces the list of people to notify about certificates.
    ///
    /// The list belongs to the whole vault and is replaced as one: entries that are not in the
    /// request are gone afterwards. Contacts receive mail when a certificate nears its expiry or
    /// could not be renewed. Needs the permission `certificates/managecontacts`.
    ///
    /// `PUT /certificates/contacts`, operation `SetCertificateContacts`.
    ///
    /// # Arguments
    ///
    /// * `contacts` - The complete new list.
    pub async fn set_certificate_contacts(
        &self,
        contacts: RequestContent<Contacts>,
        options: Option<CertificateClientSetCertificateContactsOptions<'_>>,
    ) -> Result<Response<Contacts>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "SetCertificateContacts",
            Method::Put,
            "/certificates/contacts",
        );
        request.query("api-version", &self.api_version);
        request.json(contacts.into());
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Removes all contacts of the vault.
    ///
    /// Nobody is notified about certificates any more until new contacts are set. Fails with 404 if
    /// there are none. Needs the permission `certificates/managecontacts`.
    ///
    /// `DELETE /certificates/contacts`, operation `DeleteCertificateContacts`.
    pub async fn delete_certificate_contacts(
        &self,
        options: Option<CertificateClientDeleteCertificateContactsOptions<'_>>,
    ) -> Result<Response<Contacts>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "DeleteCertificateContacts",
            Method::Delete,
            "/certificates/contacts",
        );
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Lists the certificate issuers that the vault knows.
    ///
    /// Walks through all issuers, page by page. An entry has identifier and provider only; account
    /// and organization come from GetCertificateIssuer. Needs the permission
    /// `certificates/manageissuers` or `certificates/getissuers`.
    ///
    /// `GET /certificates/issuers`, operation `GetCertificateIssuers`.
    /// Items are read with `try_next`, whole answers with `into_pages`, page by page.
    pub fn get_certificate_issuers(
        &self,
        options: Option<CertificateClientGetCertificateIssuersOptions<'_>>,
    ) -> Result<Pager<CertificateIssuerListResult>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetCertificateIssuers",
            Method::Get,
            "/certificates/issuers",
        );
        request.query("maxresults", options.maxresults);
        request.query("api-version", &self.api_version);
        request.pages(&[200], &["nextLink"], options.method_options)
    }

    /// Reads one issuer.
    ///
    /// The password of the account is never returned. Fails with 404 if there is no such issuer.
    /// Needs the permission `certificates/manageissuers` or `certificates/getissuers`.
    ///
    /// `GET /certificates/issuers/{issuer-name}`, operation `GetCertificateIssuer`.
    ///
    /// # Arguments
    ///
    /// * `issuer_name` - Name under which the issuer is stored in the vault.
    pub async fn get_certificate_issuer(
        &self,
        issuer_name: &str,
        options: Option<CertificateClientGetCertificateIssuerOptions<'_>>,
    ) -> Result<Response<IssuerBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetCertificateIssuer",
            Method::Get,
            "/certificates/issuers/{issuer-name}",
        );
        request.path("issuer-name", issuer_name);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Adds an issuer, or replaces the one of that name.
    ///
    /// An issuer is an account at a certificate authority that the vault may order certificates
    /// from. Certificate policies refer to it by its name. Needs the permission
    /// `certificates/setissuers`.
    ///
    /// `PUT /certificates/issuers/{issuer-name}`, operation `SetCertificateIssuer`.
    ///
    /// # Arguments
    ///
    /// * `issuer_name` - Name to store the issuer under. Like a certificate's name it may be
    ///   replicated outside the vault's region and is no place for personal or confidential data.
    /// * `parameter` - Provider, account and organization of the issuer.
    pub async fn set_certificate_issuer(
        &self,
        issuer_name: &str,
        parameter: RequestContent<CertificateIssuerSetParameters>,
        options: Option<CertificateClientSetCertificateIssuerOptions<'_>>,
    ) -> Result<Response<IssuerBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "SetCertificateIssuer",
            Method::Put,
            "/certificates/issuers/{issuer-name}",
        );
        request.path("issuer-name", issuer_name);
        request.query("api-version", &self.api_version);
        request.json(parameter.into());
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Removes an issuer for good.
    ///
    /// There is no soft delete for issuers. Certificates that were ordered from it stay, but can no
    /// longer be renewed through it. Fails with 404 if there is no such issuer. Needs the
    /// permission `certificates/manageissuers` or `certificates/deleteissuers`.
    ///
    /// `DELETE /certificates/issuers/{issuer-name}`, operation `DeleteCertificateIssuer`.
    ///
    /// # Arguments
    ///
    /// * `issuer_name` - Name under which the issuer is stored in the vault.
    pub async fn delete_certificate_issuer(
        &self,
        issuer_name: &str,
        options: Option<CertificateClientDeleteCertificateIssuerOptions<'_>>,
    ) -> Result<Response<IssuerBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "DeleteCertificateIssuer",
            Method::Delete,
            "/certificates/issuers/{issuer-name}",
        );
        request.path("issuer-name", issuer_name);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Changes single properties of an issuer.
    ///
    /// Properties that are not in the request keep their value. Fails with 404 if there is no such
    /// issuer. Needs the permission `certificates/setissuers`.
    ///
    /// `PATCH /certificates/issuers/{issuer-name}`, operation `UpdateCertificateIssuer`.
    ///
    /// # Arguments
    ///
    /// * `issuer_name` - Name under which the issuer is stored in the vault.
    /// * `parameter` - The properties to change.
    pub async fn update_certificate_issuer(
        &self,
        issuer_name: &str,
        parameter: RequestContent<CertificateIssuerUpdateParameters>,
        options: Option<CertificateClientUpdateCertificateIssuerOptions<'_>>,
    ) -> Result<Response<IssuerBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "UpdateCertificateIssuer",
            Method::Patch,
            "/certificates/issuers/{issuer-name}",
        );
        request.path("issuer-name", issuer_name);
        request.query("api-version", &self.api_version);
        request.json(parameter.into());
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Starts to create a certificate, or a new version of one.
    ///
    /// The vault makes a key pair and then signs the certificate itself (issuer `Self`), orders it
    /// from a stored issuer, or leaves it to the caller to have the signing request signed and to
    /// hand in the result with MergeCertificate (issuer `Unknown`). The answer comes before the
    /// certificate is there: GetCertificateOperation tells how far the work is. Needs the
    /// permission `certificates/create`.
    ///
    /// `POST /certificates/{certificate-name}/create`, operation `CreateCertificate`.
    ///
    /// Nothing is sent before the poller is awaited or asked for a state. Await it for the final
    /// result; [`complete_within`](armature_runtime::CompleteWithin) does so with a time limit. To
    /// watch the progress read states with `try_next` and leave the loop with `break` at the first
    /// one whose status is not `PollerStatus::InProgress`, then await: a poller that was read to
    /// its end must not be awaited.
    ///
    /// The state is asked for by `GET /certificates/{certificate-name}/pending`
    /// (`GetCertificateOperation`), until its `status` is `completed`. The result is that of `GET
    /// /certificates/{certificate-name}/` (`GetCertificate`). An operation that failed or was
    /// cancelled is the last state, and awaiting it is an error.
    ///
    /// Where `issuer.name` is `Unknown` the service waits for you: the last state of the stream is
    /// that one, with the status `UnknownValue`, and awaiting the poller is an error that says what
    /// to do:
    ///
    /// Get the csr signed by a certificate authority and hand the certificate in with
    /// merge_certificate.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name to give the certificate, unique within the vault: ASCII letters,
    ///   digits and hyphens. An existing name gets a new version. The name may be replicated
    ///   outside the vault's region and is no place for personal or confidential data; matches
    ///   `^[0-9a-zA-Z-]+$`.
    /// * `parameters` - Policy, attributes and tags of the certificate.
    pub fn begin_create_certificate(
        &self,
        certificate_name: &str,
        parameters: RequestContent<CertificateCreateParameters>,
        options: Option<CertificateClientCreateCertificateOptions<'_>>,
    ) -> Result<Poller<CertificateOperation>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "CreateCertificate",
            Method::Post,
            "/certificates/{certificate-name}/create",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        request.json(parameters.into());
        let polling = Polling::get("/certificates/{certificate-name}/pending", &[200])
            .result("/certificates/{certificate-name}/", &[200]);
        request.poll_with(&[202], polling, options.method_options)
    }

    /// Stores an existing certificate together with its private key.
    ///
    /// Accepts a PFX archive or PEM text. PEM text has to contain the private key, unencrypted and
    /// in PKCS#8 form, next to the certificates. Importing under an existing name adds a version.
    /// Needs the permission `certificates/import`.
    ///
    /// `POST /certificates/{certificate-name}/import`, operation `ImportCertificate`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name to give the certificate, unique within the vault: ASCII letters,
    ///   digits and hyphens. An existing name gets a new version. The name may be replicated
    ///   outside the vault's region and is no place for personal or confidential data; matches
    ///   `^[0-9a-zA-Z-]+$`.
    /// * `parameters` - The certificate, its password if it has one, and how it is to be kept.
    pub async fn import_certificate(
        &self,
        certificate_name: &str,
        parameters: RequestContent<CertificateImportParameters>,
        options: Option<CertificateClientImportCertificateOptions<'_>>,
    ) -> Result<Response<CertificateBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "ImportCertificate",
            Method::Post,
            "/certificates/{certificate-name}/import",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        request.json(parameters.into());
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Lists all versions of a certificate.
    ///
    /// Walks through the versions, page by page and in no promised order. The entries hold no
    /// policy and no content. Needs the permission `certificates/list`.
    ///
    /// `GET /certificates/{certificate-name}/versions`, operation `GetCertificateVersions`.
    /// Items are read with `try_next`, whole answers with `into_pages`, page by page.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    pub fn get_certificate_versions(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientGetCertificateVersionsOptions<'_>>,
    ) -> Result<Pager<CertificateListResult>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetCertificateVersions",
            Method::Get,
            "/certificates/{certificate-name}/versions",
        );
        request.path("certificate-name", certificate_name);
        request.query("maxresults", options.maxresults);
        request.query("api-version", &self.api_version);
        request.pages(&[200], &["nextLink"], options.method_options)
    }

    /// Reads the policy of a certificate.
    ///
    /// The policy rules how the next version will be made; it is shared by all versions. Fails with
    /// 404 if there is no such certificate. Needs the permission `certificates/get`.
    ///
    /// `GET /certificates/{certificate-name}/policy`, operation `GetCertificatePolicy`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    pub async fn get_certificate_policy(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientGetCertificatePolicyOptions<'_>>,
    ) -> Result<Response<CertificatePolicy>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetCertificatePolicy",
            Method::Get,
            "/certificates/{certificate-name}/policy",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Changes the policy of a certificate.
    ///
    /// Members that are not in the request keep their value. Existing versions do not change: the
    /// new policy applies from the next creation or renewal on. Needs the permission
    /// `certificates/update`.
    ///
    /// `PATCH /certificates/{certificate-name}/policy`, operation `UpdateCertificatePolicy`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    /// * `certificate_policy` - The members of the policy that are to change.
    pub async fn update_certificate_policy(
        &self,
        certificate_name: &str,
        certificate_policy: RequestContent<CertificatePolicy>,
        options: Option<CertificateClientUpdateCertificatePolicyOptions<'_>>,
    ) -> Result<Response<CertificatePolicy>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "UpdateCertificatePolicy",
            Method::Patch,
            "/certificates/{certificate-name}/policy",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        request.json(certificate_policy.into());
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Reads one version of a certificate.
    ///
    /// Returns the public certificate with policy, attributes and tags. The private key is not part
    /// of it; where the policy allows its export, it is read through the secret of the same name.
    /// Fails with 404 if there is no such version. Needs the permission `certificates/get`.
    ///
    /// `GET /certificates/{certificate-name}/{certificate-version}`, operation `GetCertificate`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    pub async fn get_certificate(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientGetCertificateOptions<'_>>,
    ) -> Result<Response<CertificateBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetCertificate",
            Method::Get,
            "/certificates/{certificate-name}/{certificate-version}",
        );
        request.path("certificate-name", certificate_name);
        request.path_optional("certificate-version", options.certificate_version);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Changes attributes, tags or policy of one certificate version.
    ///
    /// Key and signed content cannot be changed. What is not in the request keeps its value; tags
    /// are replaced as one map. Fails with 404 if there is no such version. Needs the permission
    /// `certificates/update`.
    ///
    /// `PATCH /certificates/{certificate-name}/{certificate-version}`, operation `UpdateCertificate`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    /// * `parameters` - What is to change.
    pub async fn update_certificate(
        &self,
        certificate_name: &str,
        parameters: RequestContent<CertificateUpdateParameters>,
        options: Option<CertificateClientUpdateCertificateOptions<'_>>,
    ) -> Result<Response<CertificateBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "UpdateCertificate",
            Method::Patch,
            "/certificates/{certificate-name}/{certificate-version}",
        );
        request.path("certificate-name", certificate_name);
        request.path_optional("certificate-version", options.certificate_version);
        request.query("api-version", &self.api_version);
        request.json(parameters.into());
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Reads how far the creation of a certificate is.
    ///
    /// Ask again while `status` is `inProgress`. Fails with 404 if no creation was ever started, or
    /// if its record was deleted. Needs the permission `certificates/get`.
    ///
    /// `GET /certificates/{certificate-name}/pending`, operation `GetCertificateOperation`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    pub async fn get_certificate_operation(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientGetCertificateOperationOptions<'_>>,
    ) -> Result<Response<CertificateOperation>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "GetCertificateOperation",
            Method::Get,
            "/certificates/{certificate-name}/pending",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Gives up the creation of a certificate.
    ///
    /// Removes the record of a creation that has not finished; the certificate will not come into
    /// being. Fails with 404 if nothing is being created. Needs the permission
    /// `certificates/update`.
    ///
    /// `DELETE /certificates/{certificate-name}/pending`, operation `DeleteCertificateOperation`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    pub async fn delete_certificate_operation(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientDeleteCertificateOperationOptions<'_>>,
    ) -> Result<Response<CertificateOperation>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "DeleteCertificateOperation",
            Method::Delete,
            "/certificates/{certificate-name}/pending",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Asks to cancel the creation of a certificate.
    ///
    /// Cancelling is a request to the issuer and may come too late; read the state again to see
    /// what came of it. Fails with 404 if nothing is being created. Needs the permission
    /// `certificates/update`.
    ///
    /// `PATCH /certificates/{certificate-name}/pending`, operation `UpdateCertificateOperation`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    /// * `certificate_operation` - Whether the creation is to be cancelled.
    pub async fn update_certificate_operation(
        &self,
        certificate_name: &str,
        certificate_operation: RequestContent<CertificateOperationUpdateParameter>,
        options: Option<CertificateClientUpdateCertificateOperationOptions<'_>>,
    ) -> Result<Response<CertificateOperation>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "UpdateCertificateOperation",
            Method::Patch,
            "/certificates/{certificate-name}/pending",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        request.json(certificate_operation.into());
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Completes a pending certificate with its signed content.
    ///
    /// Joins a certificate that was signed outside the vault to the key pair that CreateCertificate
    /// made for it. The first element has to match the pending signing request; further ones are
    /// its chain. Needs the permission `certificates/create`.
    ///
    /// `POST /certificates/{certificate-name}/pending/merge`, operation `MergeCertificate`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    /// * `parameters` - The signed certificate with its chain.
    pub async fn merge_certificate(
        &self,
        certificate_name: &str,
        parameters: RequestContent<CertificateMergeParameters>,
        options: Option<CertificateClientMergeCertificateOptions<'_>>,
    ) -> Result<Response<CertificateBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "MergeCertificate",
            Method::Post,
            "/certificates/{certificate-name}/pending/merge",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        request.json(parameters.into());
        Ok(request.send(&[201], &options.method_options).await?.into())
    }

    /// Downloads a backup of all versions of a certificate.
    ///
    /// The result is encrypted by the vault and is readable only through RestoreCertificate, in a
    /// vault of the same subscription and geography. Fails with 404 if there is no such
    /// certificate. Needs the permission `certificates/backup`.
    ///
    /// `POST /certificates/{certificate-name}/backup`, operation `BackupCertificate`.
    ///
    /// # Arguments
    ///
    /// * `certificate_name` - Name of the certificate within the vault.
    pub async fn backup_certificate(
        &self,
        certificate_name: &str,
        options: Option<CertificateClientBackupCertificateOptions<'_>>,
    ) -> Result<Response<BackupCertificateResult>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "BackupCertificate",
            Method::Post,
            "/certificates/{certificate-name}/backup",
        );
        request.path("certificate-name", certificate_name);
        request.query("api-version", &self.api_version);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Restores a certificate and its versions from a backup.
    ///
    /// The certificate comes back under its former name and with its former versions and dates.
    /// Fails with 409 if that name is in use, be it by a deleted certificate. Needs the permission
    /// `certificates/restore`.
    ///
    /// `POST /certificates/restore`, operation `RestoreCertificate`.
    ///
    /// # Arguments
    ///
    /// * `parameters` - The backup to restore.
    pub async fn restore_certificate(
        &self,
        parameters: RequestContent<CertificateRestoreParameters>,
        options: Option<CertificateClientRestoreCertificateOptions<'_>>,
    ) -> Result<Response<CertificateBundle>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "RestoreCertificate",
            Method::Post,
            "/certificates/restore",
        );
        request.query("api-version", &self.api_version);
        request.json(parameters.into());
        Ok(request.send(&[200], &options.method_options).await?.into())
    }
}

method_options! {
    CertificateClientDeleteCertificateOptions for CertificateClient::begin_delete_certificate: PollerOptions,
    CertificateClientGetCertificateContactsOptions for CertificateClient::get_certificate_contacts: ClientMethodOptions,
    CertificateClientSetCertificateContactsOptions for CertificateClient::set_certificate_contacts: ClientMethodOptions,
    CertificateClientDeleteCertificateContactsOptions for CertificateClient::delete_certificate_contacts: ClientMethodOptions,
    CertificateClientGetCertificateIssuerOptions for CertificateClient::get_certificate_issuer: ClientMethodOptions,
    CertificateClientSetCertificateIssuerOptions for CertificateClient::set_certificate_issuer: ClientMethodOptions,
    CertificateClientDeleteCertificateIssuerOptions for CertificateClient::delete_certificate_issuer: ClientMethodOptions,
    CertificateClientUpdateCertificateIssuerOptions for CertificateClient::update_certificate_issuer: ClientMethodOptions,
    CertificateClientCreateCertificateOptions for CertificateClient::begin_create_certificate: PollerOptions,
    CertificateClientImportCertificateOptions for CertificateClient::import_certificate: ClientMethodOptions,
    CertificateClientGetCertificatePolicyOptions for CertificateClient::get_certificate_policy: ClientMethodOptions,
    CertificateClientUpdateCertificatePolicyOptions for CertificateClient::update_certificate_policy: ClientMethodOptions,
    CertificateClientGetCertificateOperationOptions for CertificateClient::get_certificate_operation: ClientMethodOptions,
    CertificateClientDeleteCertificateOperationOptions for CertificateClient::delete_certificate_operation: ClientMethodOptions,
    CertificateClientUpdateCertificateOperationOptions for CertificateClient::update_certificate_operation: ClientMethodOptions,
    CertificateClientMergeCertificateOptions for CertificateClient::merge_certificate: ClientMethodOptions,
    CertificateClientBackupCertificateOptions for CertificateClient::backup_certificate: ClientMethodOptions,
    CertificateClientRestoreCertificateOptions for CertificateClient::restore_certificate: ClientMethodOptions,
}

/// Options of [`CertificateClient::get_certificates`].
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateClientGetCertificatesOptions<'a> {
    /// Upper bound for the number of entries in one page. When absent the vault sends up to 25. It
    /// does not limit the list as a whole. 1 to 25.
    pub maxresults: Option<i32>,
    /// Whether certificates whose creation has not finished are listed too. When absent they are
    /// left out.
    pub include_pending: Option<bool>,
    /// Settings of this call.
    pub method_options: PagerOptions<'a>,
}

/// Options of [`CertificateClient::get_certificate_issuers`].
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateClientGetCertificateIssuersOptions<'a> {
    /// Upper bound for the number of entries in one page. When absent the vault sends up to 25. It
    /// does not limit the list as a whole. 1 to 25.
    pub maxresults: Option<i32>,
    /// Settings of this call.
    pub method_options: PagerOptions<'a>,
}

/// Options of [`CertificateClient::get_certificate_versions`].
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateClientGetCertificateVersionsOptions<'a> {
    /// Upper bound for the number of entries in one page. When absent the vault sends up to 25. It
    /// does not limit the list as a whole. 1 to 25.
    pub maxresults: Option<i32>,
    /// Settings of this call.
    pub method_options: PagerOptions<'a>,
}

/// Options of [`CertificateClient::get_certificate`].
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateClientGetCertificateOptions<'a> {
    /// Identifier of the version, 32 hexadecimal digits. Without it the current version is read.
    pub certificate_version: Option<String>,
    /// Settings of this call.
    pub method_options: ClientMethodOptions<'a>,
}

/// Options of [`CertificateClient::update_certificate`].
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateClientUpdateCertificateOptions<'a> {
    /// Identifier of the version, 32 hexadecimal digits. Without it the current version is changed.
    pub certificate_version: Option<String>,
    /// Settings of this call.
    pub method_options: ClientMethodOptions<'a>,
}
