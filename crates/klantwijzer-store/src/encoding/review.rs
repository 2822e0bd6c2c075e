//! A chunk of a review, a column a field.

use klantwijzer_core::customer::Roles;
use klantwijzer_core::facts::FactColumns;
use klantwijzer_core::review::{ReviewChunk, Standing};
use serde::{Deserialize, Serialize};

use super::columns::Bytes;
use super::numbers::Numbers;
use super::{damaged, decode, encode};
use crate::StoreError;

/// Version 1 of a chunk.
#[derive(Debug, Serialize, Deserialize)]
struct ChunkColumns {
    facts: NumberColumns,
    roles: Vec<Roles>,
    sector: Bytes,
    value: Numbers,
    potential: Numbers,
    /// Plain `f32` cells, little-endian.
    confidence: Bytes,
    factors: NumberColumns,
    standing: Vec<Standing>,
}

#[derive(Debug, Serialize, Deserialize)]
struct NumberColumns {
    rows: u32,
    columns: Vec<Option<Numbers>>,
}

/// Writes a chunk.
pub fn encode_chunk(chunk: &ReviewChunk) -> Result<Vec<u8>, StoreError> {
    encode(&ChunkColumns {
        facts: NumberColumns::of(&chunk.facts),
        roles: chunk.roles.clone(),
        sector: Bytes(chunk.sector.clone()),
        value: Numbers::of(&chunk.value),
        potential: Numbers::of(&chunk.potential),
        confidence: Bytes(chunk.confidence.iter().flat_map(|cell| cell.to_le_bytes()).collect()),
        factors: NumberColumns::of(&chunk.factors),
        standing: chunk.standing.clone(),
    })
}

/// Reads a chunk.
pub fn decode_chunk(sealed: &[u8]) -> Result<ReviewChunk, StoreError> {
    let columns: ChunkColumns = decode(sealed)?;
    let (confidence, _) = columns.confidence.0.as_chunks();
    Ok(ReviewChunk {
        facts: columns.facts.read()?,
        roles: columns.roles,
        sector: columns.sector.0,
        value: columns.value.read()?,
        potential: columns.potential.read()?,
        confidence: confidence.iter().map(|cell| f32::from_le_bytes(*cell)).collect(),
        factors: columns.factors.read()?,
        standing: columns.standing,
    })
}

impl NumberColumns {
    fn of(columns: &FactColumns) -> Self {
        let column = |at| columns.column(at).map(Numbers::of);
        Self { rows: columns.rows() as u32, columns: (0..columns.width()).map(column).collect() }
    }

    fn read(&self) -> Result<FactColumns, StoreError> {
        let read = |column: &Numbers| column.read().map(Vec::into_boxed_slice);
        let columns = self.columns.iter().map(|column| column.as_ref().map(read).transpose());
        FactColumns::from_columns(self.rows as usize, columns.collect::<Result<_, _>>()?)
            .ok_or_else(|| damaged("the columns of a review differ in length"))
    }
}
