// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

use armature_runtime::extensible_enum;

/// Kind of action.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum CertificatePolicyAction {
    /// Write to the vault's certificate contacts.
    EmailContacts,
    /// Create a new version by the policy. Not possible with the issuer `Unknown`.
    AutoRenew,
    /// A value that this crate does not know.
    UnknownValue(String),
}
extensible_enum! {
    CertificatePolicyAction {
        EmailContacts = "EmailContacts", AutoRenew = "AutoRenew",
    }
}

/// What happens to the certificate when it is deleted. Levels that contain `Purgeable` let an
/// authorized caller destroy it at once; with the others only the vault does so, at the end of
/// the retention time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DeletionRecoveryLevel {
    /// Nothing protects the certificate: its deletion takes effect at once and cannot be undone.
    Purgeable,
    /// A deleted certificate is kept for 90 days. Until then it can be recovered, or purged by an
    /// authorized caller.
    RecoverablePurgeable,
    /// A deleted certificate is kept for 90 days and can be recovered until then, provided that the
    /// subscription lives on. No caller can purge it.
    Recoverable,
    /// As `Recoverable`; in addition the subscription itself cannot be ended for good.
    RecoverableProtectedSubscription,
    /// A deleted certificate is kept for the vault's own number of days, from 7 to 89. Until then
    /// it can be recovered, or purged by an authorized caller.
    CustomizedRecoverablePurgeable,
    /// A deleted certificate is kept for the vault's own number of days, from 7 to 89, and can be
    /// recovered until then, provided that the subscription lives on. No caller can purge it.
    CustomizedRecoverable,
    /// As `CustomizedRecoverable`; in addition the subscription itself cannot be ended for good.
    CustomizedRecoverableProtectedSubscription,
    /// A value that this crate does not know.
    UnknownValue(String),
}
extensible_enum! {
    DeletionRecoveryLevel {
        Purgeable = "Purgeable", RecoverablePurgeable = "Recoverable+Purgeable",
        Recoverable = "Recoverable",
        RecoverableProtectedSubscription = "Recoverable+ProtectedSubscription",
        CustomizedRecoverablePurgeable = "CustomizedRecoverable+Purgeable",
        CustomizedRecoverable = "CustomizedRecoverable",
        CustomizedRecoverableProtectedSubscription = "CustomizedRecoverable+ProtectedSubscription",
    }
}

/// Curve of an elliptic curve key. Has no meaning for RSA keys.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum JsonWebKeyCurveName {
    /// NIST curve P-256, also known as secp256r1.
    P256,
    /// NIST curve P-384, also known as secp384r1.
    P384,
    /// NIST curve P-521, also known as secp521r1.
    P521,
    /// SECG curve secp256k1.
    P256k,
    /// A value that this crate does not know.
    UnknownValue(String),
}
extensible_enum! {
    JsonWebKeyCurveName {
        P256 = "P-256", P384 = "P-384", P521 = "P-521", P256k = "P-256K",
    }
}

/// Kind of key pair to generate.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum JsonWebKeyType {
    /// Elliptic curve key, processed in software.
    Ec,
    /// Elliptic curve key whose private part stays inside a hardware security module.
    EcHsm,
    /// RSA key, processed in software.
    Rsa,
    /// RSA key whose private part stays inside a hardware security module.
    RsaHsm,
    /// Symmetric key, processed in software. Not usable for certificates.
    Oct,
    /// Symmetric key that stays inside a hardware security module. Not usable for certificates.
    OctHsm,
    /// A value that this crate does not know.
    UnknownValue(String),
}
extensible_enum! {
    JsonWebKeyType {
        Ec = "EC", EcHsm = "EC-HSM", Rsa = "RSA", RsaHsm = "RSA-HSM", Oct = "oct",
        OctHsm = "oct-HSM",
    }
}

/// Key usage type.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum KeyUsageType {
    /// Check signatures other than those on certificates and revocation lists, for example in TLS
    /// handshakes.
    DigitalSignature,
    /// Check signatures by which the signer is to be bound for good.
    NonRepudiation,
    /// Encrypt keys for transport, as in RSA key exchange.
    KeyEncipherment,
    /// Encrypt data directly, without a key of its own for it.
    DataEncipherment,
    /// Agree on a common key, as in Diffie-Hellman exchange.
    KeyAgreement,
    /// Check signatures on certificates. Only for certificate authorities.
    KeyCertSign,
    /// Check signatures on revocation lists.
    CrlSign,
    /// With `keyAgreement`: the agreed key may only encrypt.
    EncipherOnly,
    /// With `keyAgreement`: the agreed key may only decrypt.
    DecipherOnly,
    /// A value that this crate does not know.
    UnknownValue(String),
}
extensible_enum! {
    KeyUsageType {
        DigitalSignature = "digitalSignature", NonRepudiation = "nonRepudiation",
        KeyEncipherment = "keyEncipherment", DataEncipherment = "dataEncipherment",
        KeyAgreement = "keyAgreement", KeyCertSign = "keyCertSign", CrlSign = "cRLSign",
        EncipherOnly = "encipherOnly", DecipherOnly = "decipherOnly",
    }
}
