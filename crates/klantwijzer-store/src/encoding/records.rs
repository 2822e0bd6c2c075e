//! The small records, and how anything at all is encoded.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::ReviewHeader;
use klantwijzer_core::settings::Settings;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::header::HeaderOfVersion1;
use super::sealed::MOST;
use super::{damaged, seal, unseal};
use crate::{ImportId, StoreError};

/// The sealed form of a value.
pub(crate) fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, StoreError> {
    let payload = postcard::to_stdvec(value)
        .map_err(|error| StoreError::Refused(format!("it cannot be encoded: {error}")))?;
    if payload.len() > MOST {
        return Err(StoreError::Refused(format!("{} bytes are too many", payload.len())));
    }
    Ok(seal(&payload))
}

/// The value of a sealed form that no version has changed.
pub(crate) fn decode<T: DeserializeOwned>(sealed: &[u8]) -> Result<T, StoreError> {
    read(&unseal(sealed)?.1)
}

/// The header of a review, which has had other shapes.
pub(crate) fn decode_header(sealed: &[u8]) -> Result<ReviewHeader, StoreError> {
    let (version, payload) = unseal(sealed)?;
    match version {
        1 => read::<HeaderOfVersion1>(&payload).map(ReviewHeader::from),
        _ => read(&payload),
    }
}

pub(super) fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, StoreError> {
    match postcard::take_from_bytes(payload) {
        Ok((value, [])) => Ok(value),
        _ => Err(damaged("a value cannot be decoded")),
    }
}

/// The next numbers of a workspace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Counters {
    /// The lowest customer number that was never given.
    pub(crate) next_customer: CustomerNo,
    /// The number of imports, undone ones included.
    pub(crate) imports: ImportId,
    /// The number of reviews.
    pub(crate) reviews: u32,
}

/// A workspace's name and settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct StoredSettings {
    /// The name.
    pub(crate) name: String,
    json: String,
}

impl StoredSettings {
    /// The record of these settings.
    pub(crate) fn new(name: &str, settings: &Settings) -> Result<Self, StoreError> {
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
    pub(crate) fn settings(&self) -> Result<Settings, StoreError> {
        serde_json::from_str(&self.json)
            .map_err(|error| damaged(&format!("the settings cannot be read: {error}")))
    }
}
