//! Certificates that are none: made up from their names, the same in every run.
//!
//! In: the name of a certificate, how many versions it has had, what its policy says. Out: one version of it.
//! Never: makes a key or a signature. The content is a DER sequence that holds one line of text, and the thumbprint is no
//! SHA-1 digest; both serve to be compared.

use azure_core::base64;
use azure_core::time::OffsetDateTime;
use serde_json::{Map, Value, json};

/// One version of a certificate.
#[derive(Clone, Debug)]
pub struct Version {
    /// 32 hexadecimal digits.
    pub id: String,
    /// Distinguished name of the holder.
    pub subject: String,
    /// The content.
    pub der: Vec<u8>,
    /// 20 bytes; Key Vault shows them in base64, API Management in hexadecimal digits.
    pub thumbprint: [u8; 20],
    /// When it was created; its validity starts then.
    pub created: OffsetDateTime,
    /// When it was changed.
    pub updated: OffsetDateTime,
    /// End of its validity.
    pub expires: OffsetDateTime,
    /// Whether it may be used.
    pub enabled: bool,
    /// Labels of the caller's own.
    pub tags: Map<String, Value>,
}

impl Version {
    /// Makes the version with this number, the first one being 1, by a policy as Key Vault has it.
    pub fn make(name: &str, number: usize, policy: &Value, now: OffsetDateTime) -> Self {
        let x509 = &policy["x509_props"];
        let subject = x509["subject"].as_str().unwrap_or_default().to_owned();
        let der = der(&format!(
            "version {number} of {name}, a made-up certificate for {subject}"
        ));
        Self {
            id: hexadecimal(&digest::<16>(&[b"version", der.as_slice()].concat())).to_lowercase(),
            thumbprint: digest(&der),
            der,
            subject,
            created: now,
            updated: now,
            expires: months_after(now, x509["validity_months"].as_u64().unwrap_or(12)),
            enabled: true,
            tags: Map::new(),
        }
    }

    /// The attributes as Key Vault writes them.
    pub fn attributes(&self) -> Value {
        json!({
            "enabled": self.enabled,
            "nbf": self.created.unix_timestamp(),
            "exp": self.expires.unix_timestamp(),
            "created": self.created.unix_timestamp(),
            "updated": self.updated.unix_timestamp(),
            "recoveryLevel": "Recoverable+Purgeable",
            "recoverableDays": 90,
        })
    }

    /// The thumbprint as Key Vault writes it.
    pub fn x5t(&self) -> String {
        base64::encode_url_safe(self.thumbprint)
    }

    /// The thumbprint as API Management writes it.
    pub fn hexadecimal_thumbprint(&self) -> String {
        hexadecimal(&self.thumbprint)
    }
}

/// A sequence of one UTF-8 string (X.690, sections 8.9 and 8.23), whose lengths fit into one byte.
fn der(text: &str) -> Vec<u8> {
    const LONGEST: usize = 120;
    let text: Vec<u8> = text.bytes().take(LONGEST).collect();
    let length = text.len() as u8;
    [vec![0x30, length + 2, 0x0c, length], text].concat()
}

/// Bytes that differ for different input: FNV-1a, once for each of them. It protects nothing.
fn digest<const N: usize>(input: &[u8]) -> [u8; N] {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    std::array::from_fn(|index| {
        let bytes = [index as u8].into_iter().chain(input.iter().copied());
        let hash = bytes.fold(OFFSET, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(PRIME)
        });
        (hash >> 32) as u8
    })
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The same day of a later month; the 28th stands for all days after it, which not every month has.
fn months_after(date: OffsetDateTime, months: u64) -> OffsetDateTime {
    let month = date.month().nth_next((months % 12) as u8);
    let next_year = u8::from(month) < u8::from(date.month());
    let years = i32::try_from(months / 12).unwrap_or(i32::MAX / 2);
    date.replace_day(date.day().min(28))
        .and_then(|date| date.replace_month(month))
        .and_then(|date| date.replace_year(date.year() + years + i32::from(next_year)))
        // No date has such a year: the certificate has expired already.
        .unwrap_or(date)
}
