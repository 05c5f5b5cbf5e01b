//! Which of the project's descriptions answers to which of Azure's.

/// One set of descriptions on both sides. Paths are relative to `specs/` and to Azure's `specification/`.
pub struct Set {
    /// Its name in reports and in the table of differences.
    pub name: &'static str,
    /// Pairs of documents, ours first. The first pair holds the operations.
    pub documents: &'static [(&'static str, &'static str)],
    /// Examples that carry data of Azure's documentation pages: on these even the values are the same.
    pub documented_examples: &'static [&'static str],
}

/// A description of ours that has no counterpart: the workspace operations of 2024-05-01.
pub const WORKSPACES: Set = Set {
    name: "api-management 2024-05-01 workspaces",
    documents: &[("api-management/2024-05-01/workspace-certificates.yaml", "")],
    documented_examples: &[],
};

/// The set whose models the workspace operations share.
pub const API_MANAGEMENT_2024: &Set = &SETS[2];

const API_MANAGEMENT_EXAMPLES: &[&str] = &[
    "ApiManagementCreateCertificate",
    "ApiManagementCreateCertificateWithKeyVault",
    "ApiManagementRefreshCertificate",
];

/// All sets that Azure describes too.
pub const SETS: [Set; 3] = [
    Set {
        name: "key-vault 7.4",
        documents: &[
            (
                "key-vault/7.4/certificates.json",
                "keyvault/data-plane/Microsoft.KeyVault/stable/7.4/certificates.json",
            ),
            (
                "key-vault/7.4/common.json",
                "keyvault/data-plane/Microsoft.KeyVault/stable/7.4/common.json",
            ),
            (
                "key-vault/7.4/keys.json",
                "keyvault/data-plane/Microsoft.KeyVault/stable/7.4/keys.json",
            ),
            (
                "key-vault/7.4/secrets.json",
                "keyvault/data-plane/Microsoft.KeyVault/stable/7.4/secrets.json",
            ),
        ],
        documented_examples: &["UpdateCertificate"],
    },
    Set {
        name: "api-management 2021-08-01",
        documents: &[
            (
                "api-management/2021-08-01/certificates.json",
                "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2021-08-01/apimcertificates.json",
            ),
            (
                "api-management/2021-08-01/api-management.json",
                "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2021-08-01/apimanagement.json",
            ),
            (
                "api-management/2021-08-01/definitions.json",
                "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2021-08-01/definitions.json",
            ),
            (
                "common-types/resource-management/v2/types.json",
                "common-types/resource-management/v2/types.json",
            ),
        ],
        documented_examples: API_MANAGEMENT_EXAMPLES,
    },
    Set {
        name: "api-management 2024-05-01",
        documents: &[
            (
                "api-management/2024-05-01/certificates.yaml",
                "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2024-05-01/apimcertificates.json",
            ),
            (
                "api-management/2024-05-01/api-management.yaml",
                "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2024-05-01/apimanagement.json",
            ),
            (
                "api-management/2024-05-01/definitions.yaml",
                "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2024-05-01/definitions.json",
            ),
            (
                "common-types/resource-management/v5/types.yaml",
                "common-types/resource-management/v5/types.json",
            ),
            // Azure's description takes its base type from the second generation, ours has it in the fifth.
            (
                "common-types/resource-management/v2/types.json",
                "common-types/resource-management/v2/types.json",
            ),
        ],
        documented_examples: API_MANAGEMENT_EXAMPLES,
    },
];

impl Set {
    /// Our document that holds the operations.
    pub fn ours(&self) -> &'static str {
        self.documents[0].0
    }

    /// Azure's document that holds the operations.
    pub fn upstream(&self) -> &'static str {
        self.documents[0].1
    }

    /// The name that both sides give to a document: our path of it.
    pub fn role(&self, file: &str) -> String {
        let pair = self
            .documents
            .iter()
            .find(|(ours, upstream)| *ours == file || *upstream == file);
        pair.map_or(file, |(ours, _)| ours).to_owned()
    }
}
