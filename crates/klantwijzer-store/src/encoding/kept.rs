//! How records of the domain are kept: in structs of the store's own, by names.
//!
//! [`kept!`] declares such a struct. A field that the domain gains does not
//! compile until it is stated there, under `@later`; records that were written
//! before are read without it, and older programs read past it. Version 1 wrote
//! the fields above `@later` by position, in a format that is not for people:
//! `is_human_readable` tells the versions apart where they differ in more.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use klantwijzer_core::access::PersonId;
use klantwijzer_core::money::Currency;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;

use super::codes::Coded;
use super::damaged;
use crate::Result;

/// The form in which a value of the domain is kept.
pub(super) trait Kept<T>: Sized {
    fn keep(value: &T) -> Self;
    fn give(self) -> Result<T>;
}

macro_rules! kept {
    ($name:ident: $type:ident {
        $($field:ident: $kept:ty,)*
        $(@later { $($new:ident: $new_kept:ty,)* })?
    }) => {
        #[derive(serde::Serialize, serde::Deserialize)]
        struct $name {
            $($field: $kept,)*
            $($(
                #[serde(default, deserialize_with = "crate::encoding::kept::later")]
                $new: $new_kept,
            )*)?
        }

        impl Kept<$type> for $name {
            fn keep(value: &$type) -> Self {
                let $type { $($field,)* $($($new,)*)? } = value;
                Self { $($field: Kept::keep($field),)* $($($new: Kept::keep($new),)*)? }
            }

            fn give(self) -> crate::Result<$type> {
                Ok($type { $($field: self.$field.give()?,)* $($($new: self.$new.give()?,)*)? })
            }
        }
    };
}
pub(super) use kept;

/// Reads a field that came after version 1, which had nothing in its place.
pub(super) fn later<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    if deserializer.is_human_readable() { T::deserialize(deserializer) } else { Ok(T::default()) }
}

macro_rules! as_it_is {
    ($($type:ty),+) => { $(
        impl Kept<$type> for $type {
            fn keep(value: &$type) -> Self {
                value.clone()
            }

            fn give(self) -> crate::Result<$type> {
                Ok(self)
            }
        }
    )+ };
}

as_it_is! { bool, u16, u32, u64, String, SmolStr, Date, Timestamp, PersonId, [u8; 32] }

impl Kept<Currency> for SmolStr {
    fn keep(value: &Currency) -> Self {
        value.code().into()
    }

    fn give(self) -> Result<Currency> {
        Currency::new(&self).ok_or_else(|| damaged("a currency has no code"))
    }
}

/// A word of the domain, by its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Code(pub(super) u8);

impl<T: Coded> Kept<T> for Code {
    fn keep(value: &T) -> Self {
        Self(value.code())
    }

    fn give(self) -> Result<T> {
        T::of(self.0)
    }
}

/// A number that comes back bit by bit, also where it is infinite: JSON's own
/// numbers do neither. Version 1 wrote it as it is.
#[derive(Clone, Copy, Default)]
pub(super) struct Exact(f64);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return f64::deserialize(deserializer).map(Self);
        }
        let text = SmolStr::deserialize(deserializer)?;
        text.parse().map(Self).map_err(serde::de::Error::custom)
    }
}

impl Kept<f64> for Exact {
    fn keep(value: &f64) -> Self {
        Self(*value)
    }

    fn give(self) -> Result<f64> {
        Ok(self.0)
    }
}

impl<T, K: Kept<T>> Kept<Vec<T>> for Vec<K> {
    fn keep(value: &Vec<T>) -> Self {
        value.iter().map(K::keep).collect()
    }

    fn give(self) -> Result<Vec<T>> {
        self.into_iter().map(K::give).collect()
    }
}

impl<T: Ord, U, A: Kept<T>, B: Kept<U>> Kept<BTreeMap<T, U>> for Vec<(A, B)> {
    fn keep(value: &BTreeMap<T, U>) -> Self {
        value.iter().map(|(a, b)| (A::keep(a), B::keep(b))).collect()
    }

    fn give(self) -> Result<BTreeMap<T, U>> {
        self.into_iter().map(|(a, b)| Ok((a.give()?, b.give()?))).collect()
    }
}

impl<T, K: Kept<T>> Kept<Option<T>> for Option<K> {
    fn keep(value: &Option<T>) -> Self {
        value.as_ref().map(K::keep)
    }

    fn give(self) -> Result<Option<T>> {
        self.map(K::give).transpose()
    }
}
