//! The small records, and how anything at all is encoded.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::Date;
use klantwijzer_core::access::PersonId;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::Settings;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::columns::Texts;
use super::damaged;
use super::kept::{Code, Kept, kept};
use super::sealed::{MOST, NAMES, POSITIONS, seal, unseal};
use crate::{AuditLine, BatchCounts, Erased, ImportId, ImportInfo, Result, StoreError};

/// The sealed form of a value of the store's own, by position.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    sealed(POSITIONS, postcard::to_stdvec(value))
}

fn sealed<E: Display>(version: u8, payload: Result<Vec<u8>, E>) -> Result<Vec<u8>> {
    let refused = |error| StoreError::Refused(format!("it cannot be encoded: {error}"));
    let payload = payload.map_err(refused)?;
    if payload.len() > MOST {
        return Err(StoreError::Refused(format!("{} bytes are too many", payload.len())));
    }
    Ok(seal(version, &payload))
}

/// The value of a sealed form.
pub fn decode<T: DeserializeOwned>(sealed: &[u8]) -> Result<T> {
    match unseal(sealed)? {
        (POSITIONS, payload) => by_position(&payload),
        _ => Err(damaged("a value is kept in another form")),
    }
}

fn by_position<T: DeserializeOwned>(payload: &[u8]) -> Result<T> {
    match postcard::take_from_bytes(payload) {
        Ok((value, [])) => Ok(value),
        _ => Err(damaged("a value cannot be decoded")),
    }
}

/// The sealed form of a record, by names.
pub(super) fn encode_named<K: Serialize>(kept: &K) -> Result<Vec<u8>> {
    sealed(NAMES, serde_json::to_vec(kept))
}

/// The record of a sealed form, by names or as version 1 wrote it.
pub(super) fn decode_named<K: DeserializeOwned>(sealed: &[u8]) -> Result<K> {
    decode_part::<K, K>(sealed)
}

/// Some fields of a record: by names without the rest, which takes a fraction of
/// the time. What version 1 wrote is only read whole.
pub(super) fn decode_part<K, P>(sealed: &[u8]) -> Result<P>
where
    K: DeserializeOwned,
    P: DeserializeOwned + From<K>,
{
    match unseal(sealed)? {
        (POSITIONS, payload) => by_position::<K>(&payload).map(P::from),
        (_, payload) => serde_json::from_slice(&payload)
            .map_err(|error| damaged(&format!("a record cannot be decoded: {error}"))),
    }
}

/// A record of the domain.
pub trait Record: Sized {
    /// The sealed form.
    fn encode(&self) -> Result<Vec<u8>>;

    /// The record of a sealed form of any version.
    fn decode(sealed: &[u8]) -> Result<Self>;
}

macro_rules! records {
    ($($type:ident in $kept:ident;)+) => { $(
        impl super::Record for $type {
            fn encode(&self) -> crate::Result<Vec<u8>> {
                super::records::encode_named(&$kept::keep(self))
            }

            fn decode(sealed: &[u8]) -> crate::Result<Self> {
                super::records::decode_named::<$kept>(sealed)?.give()
            }
        }
    )+ };
}
pub(super) use records;

records! {
    ImportInfo in KeptImport;
    Override in KeptOverride;
    AuditLine in KeptLine;
    Erased in KeptErased;
}

kept!(KeptImport: ImportInfo {
    id: u32,
    at: Timestamp,
    by: String,
    sources: Vec<String>,
    counts: KeptCounts,
    undone_at: Option<Timestamp>,
    by_hand: bool,
});

kept!(KeptCounts: BatchCounts {
    customers_added: u64,
    customers_changed: u64,
    entries_added: u64,
    entries_changed: u64,
});

kept!(KeptOverride: Override {
    customer: u32,
    customer_type: Code,
    reason: String,
    by: String,
    given_on: Date,
    until: Date,
});

kept!(KeptLine: AuditLine {
    number: u32,
    at: Timestamp,
    person: PersonId,
    name: String,
    action: Code,
    customers: Vec<SmolStr>,
    import: Option<u32>,
    detail: String,
});

kept!(KeptErased: Erased {
    pseudonym: SmolStr,
    at: Timestamp,
    salt: [u8; 32],
    digests: Vec<[u8; 32]>,
});

/// The sealed form of outside ids, in order.
pub fn encode_ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>> {
    encode(&Texts::of(ids))
}

/// Reads the ids of a sealed form, behind those that were read before.
pub fn decode_ids(sealed: &[u8], ids: &mut Vec<SmolStr>) -> Result<()> {
    let texts: Texts = decode(sealed)?;
    let mut reader = texts.reader();
    for _ in 0..texts.len() {
        ids.push(SmolStr::new(reader.next()?));
    }
    Ok(())
}

/// The next numbers of a workspace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counters {
    /// The lowest customer number that was never given.
    pub next_customer: CustomerNo,
    /// The number of imports, undone ones included.
    pub imports: ImportId,
    /// The number of reviews.
    pub reviews: u32,
}

/// A workspace's name and settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredSettings {
    /// The name.
    pub name: String,
    json: String,
}

impl StoredSettings {
    /// The record of these settings.
    pub fn new(name: &str, settings: &Settings) -> Result<Self> {
        let json = serde_json::to_string(settings).map_err(|error| {
            StoreError::Refused(format!("the settings cannot be kept: {error}"))
        })?;
        // What JSON cannot hold, such as an infinite number, must not come back
        // as something else.
        let back: Option<Settings> = serde_json::from_str(&json).ok();
        if back.as_ref() != Some(settings) {
            return Err(StoreError::Refused("a setting is no finite number".to_owned()));
        }
        Ok(Self { name: name.to_owned(), json })
    }

    /// The settings.
    pub fn settings(&self) -> Result<Settings> {
        serde_json::from_str(&self.json)
            .map_err(|error| damaged(&format!("the settings cannot be read: {error}")))
    }
}
