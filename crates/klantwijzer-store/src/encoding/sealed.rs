//! The envelope of every stored value: version, compression, checksum.

use std::borrow::Cow;

use lz4_flex::block::{compress_into, decompress_into, get_maximum_output_size};
use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::damaged;
use crate::{Result, StoreError};

/// Version 1 of a value: its fields by position, in the store's own order.
pub(super) const POSITIONS: u8 = 1;

/// Version 2: its fields by names, so that one more or one less breaks nothing.
pub(super) const NAMES: u8 = 2;

/// The newest version that this program reads.
const NEWEST: u8 = NAMES;

/// The most bytes that one value may hold before compression.
pub(super) const MOST: usize = 256 << 20;

/// Below this many bytes compression does not pay.
const WORTH_PACKING: usize = 96;

const PLAIN: u8 = 0;
const LZ4: u8 = 1;

/// Version, packing and checksum, in that order.
const HEAD: usize = 2 + 8;

/// Wraps a payload: version byte, packing byte, checksum of everything else
/// (8 bytes, little-endian), then the payload, plain or as its length and an LZ4
/// block.
pub(super) fn seal(version: u8, payload: &[u8]) -> Vec<u8> {
    let packed = (payload.len() >= WORTH_PACKING).then(|| pack(payload)).flatten();
    let mut sealed = packed.unwrap_or_else(|| {
        let mut plain = vec![0; HEAD];
        plain.extend_from_slice(payload);
        plain[1] = PLAIN;
        plain
    });
    sealed[0] = version;
    let checksum = checksum(version, sealed[1], &sealed[HEAD..]).to_le_bytes();
    sealed[2..HEAD].copy_from_slice(&checksum);
    sealed
}

/// Covers the head as well: a value that is packed in one way and read in
/// another would come back as something else.
fn checksum(version: u8, packing: u8, body: &[u8]) -> u64 {
    xxh3_64_with_seed(body, u64::from(u16::from_le_bytes([version, packing])))
}

/// The payload as LZ4 with room for the head, or `None` when it is no smaller.
fn pack(payload: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(payload.len()).ok()?.to_le_bytes();
    let body = HEAD + length.len();
    let mut packed = vec![0; body + get_maximum_output_size(payload.len())];
    let size = compress_into(payload, &mut packed[body..]).ok()?;
    packed.truncate(body + size);
    packed[1] = LZ4;
    packed[HEAD..body].copy_from_slice(&length);
    (packed.len() < HEAD + payload.len()).then_some(packed)
}

/// The payload of a sealed value with the version it was written in, from 1 to
/// [`NEWEST`].
pub(super) fn unseal(sealed: &[u8]) -> Result<(u8, Cow<'_, [u8]>)> {
    let (head, body) =
        sealed.split_first_chunk::<HEAD>().ok_or_else(|| damaged("a value is cut off"))?;
    let [version, packing, expected @ ..] = *head;
    if version > NEWEST {
        return Err(StoreError::Newer { found: version, known: NEWEST });
    }
    if version == 0 || u64::from_le_bytes(expected) != checksum(version, packing, body) {
        return Err(damaged("a value does not match its checksum"));
    }
    match packing {
        PLAIN => Ok((version, Cow::Borrowed(body))),
        LZ4 => Ok((version, Cow::Owned(unpack(body)?))),
        _ => Err(damaged("a value is packed in an unknown way")),
    }
}

fn unpack(body: &[u8]) -> Result<Vec<u8>> {
    let wrong = || damaged("a packed value cannot be unpacked");
    let (length, block) = body.split_first_chunk::<4>().ok_or_else(wrong)?;
    let length = u32::from_le_bytes(*length) as usize;
    // LZ4 makes at most 255 bytes out of one, so a longer length is a lie.
    if length > MOST || length > block.len().saturating_mul(255) {
        return Err(wrong());
    }
    let mut payload = vec![0; length];
    let size = decompress_into(block, &mut payload).map_err(|_| wrong())?;
    if size == length { Ok(payload) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_sealed_comes_back(payload in prop::collection::vec(0..4u8, 0..2000)) {
            let sealed = seal(NAMES, &payload);
            let (version, back) = unseal(&sealed).expect("sealed");
            prop_assert_eq!(version, NAMES);
            prop_assert_eq!(&*back, &payload[..]);
        }

        #[test]
        fn noise_never_panics(noise in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = unseal(&noise);
        }
    }

    /// Every bit there is, because one that is not covered is one in thousands.
    #[test]
    fn any_flipped_bit_is_noticed() {
        let plain: Vec<u8> = (0..60).collect();
        let packed = b"the same again and ".repeat(20);
        let noise: Vec<u8> =
            (0..200_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for payload in [&b""[..], &plain, &packed, &noise] {
            let sealed = seal(POSITIONS, payload);
            for bit in 0..sealed.len() * 8 {
                let mut flipped = sealed.clone();
                flipped[bit / 8] ^= 1 << (bit % 8);
                let outcome = unseal(&flipped);
                let noticed =
                    matches!(outcome, Err(StoreError::Damaged(_) | StoreError::Newer { .. }));
                assert!(noticed, "bit {bit} of {} bytes: {outcome:?}", sealed.len());
            }
        }
        assert_eq!(
            (seal(NAMES, &plain)[1], seal(NAMES, &packed)[1]),
            (PLAIN, LZ4),
            "both kinds are tried"
        );
    }

    #[test]
    fn a_newer_version_is_named() {
        let sealed = seal(NEWEST + 1, b"from the future");
        assert!(matches!(unseal(&sealed), Err(StoreError::Newer { found: 3, known: 2 })));
    }

    #[test]
    fn a_claimed_length_without_bytes_is_refused() {
        let mut body = u32::MAX.to_le_bytes().to_vec();
        body.extend([0; 8]);
        assert!(unpack(&body).is_err());
    }
}
