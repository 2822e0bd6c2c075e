//! The small records, and how anything at all is encoded.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::settings::Settings;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::columns::Texts;
use super::sealed::MOST;
use super::{VERSION, damaged, seal, unseal};
use crate::{ImportId, StoreError};

/// The sealed form of a value.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, StoreError> {
    let payload = postcard::to_stdvec(value)
        .map_err(|error| StoreError::Refused(format!("it cannot be encoded: {error}")))?;
    if payload.len() > MOST {
        return Err(StoreError::Refused(format!("{} bytes are too many", payload.len())));
    }
    Ok(seal(&payload))
}

/// The value of a sealed form. The shapes of versions before [`VERSION`] stay
/// here, one arm each, when a shape changes.
pub fn decode<T: DeserializeOwned>(sealed: &[u8]) -> Result<T, StoreError> {
    let (version, payload) = unseal(sealed)?;
    match version {
        VERSION => match postcard::take_from_bytes(&payload) {
            Ok((value, [])) => Ok(value),
            _ => Err(damaged("a value cannot be decoded")),
        },
        older => Err(damaged(&format!("a value is of the unknown version {older}"))),
    }
}

/// The sealed form of outside ids, in order.
pub fn encode_ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, StoreError> {
    encode(&Texts::of(ids))
}

/// Reads the ids of a sealed form, behind those that were read before.
pub fn decode_ids(sealed: &[u8], ids: &mut Vec<SmolStr>) -> Result<(), StoreError> {
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
    pub fn new(name: &str, settings: &Settings) -> Result<Self, StoreError> {
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
    pub fn settings(&self) -> Result<Settings, StoreError> {
        serde_json::from_str(&self.json)
            .map_err(|error| damaged(&format!("the settings cannot be read: {error}")))
    }
}
