//! The numbers that stand for words of the domain in what is stored.
//!
//! A number never changes and is never given again: data of every version holds
//! it. What the domain calls a variant, and where it stands in its list, is the
//! domain's own.

use klantwijzer_core::access::Action;
use klantwijzer_core::customer::{Role, Roles};
use klantwijzer_core::facts::Unit;
use klantwijzer_core::ledger::EntryKind;
use klantwijzer_core::manifest::Axis;
use klantwijzer_core::programme::{Actor, Channel};
use klantwijzer_core::review::{Doubt, Provisional};
use klantwijzer_core::types::CustomerType;

use super::damaged;
use crate::Result;

/// A word of the domain with a number of its own.
pub(super) trait Coded: Sized {
    /// The number.
    fn code(&self) -> u8;
    /// The word with this number; an error where no version gave it.
    fn of(code: u8) -> Result<Self>;
}

macro_rules! codes {
    ($($type:ident { $($variant:ident $code:literal)+ })+) => { $(
        impl Coded for $type {
            fn code(&self) -> u8 {
                match self { $(Self::$variant => $code),+ }
            }

            fn of(code: u8) -> Result<Self> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(damaged(concat!("an unknown number stands for ", stringify!($type)))),
                }
            }
        }
    )+ };
}

codes! {
    EntryKind {
        Invoice 0 CreditNote 1 Payment 2 Gift 3 MembershipFee 4 AdSpend 5 DataSale 6 Service 7
        Support 8 SalesCost 9 MarketingCost 10 ReferredLead 11 Contact 12 Document 13
    }
    Action {
        Ask 0 LookAtCard 1 SeeSettings 2 AssignOwner 3 Contact 4 Judge 5 Review 6 SeeImports 7
        Import 8 UndoImport 9 ChangeSettings 10 ChangeDefinitions 11 Override 12 Export 13 Erase 14
        SeeAudit 15 DeleteWorkspace 16
    }
    CustomerType { Strategic 0 Large 1 Development 2 Transactional 3 }
    Unit { Money 0 Days 1 Count 2 Share 3 Grade 4 YesNo 5 }
    Axis { Value 0 Potential 1 }
    Channel {
        Visit 0 Meeting 1 Workshop 2 Event 3 Proposal 4 Personal 5 Phone 6 Email 7 Internal 8
    }
    Actor {
        AccountManager 0 SalesManager 1 SalesDirector 2 Ceo 3 Marketing 4 Product 5 Service 6
        Sales 7 Fundraising 8
    }
    Role { Prospect 0 Buyer 1 Member 2 Recipient 3 Donor 4 User 5 Advertiser 6 DataBuyer 7 }
    Doubt { PotentialUnknown 0 LowConfidence 1 Young 2 FewInvoices 3 }
}

/// A set of words as bits: bit `n` stands for the word with the number `n`.
fn bits<T: Coded>(words: impl Iterator<Item = T>) -> u8 {
    words.fold(0, |bits, word| bits | 1 << word.code())
}

/// The words of a set.
fn words<T: Coded>(bits: u8) -> impl Iterator<Item = Result<T>> {
    (0..8).filter(move |code| bits & 1 << code != 0).map(T::of)
}

pub(super) fn role_bits(roles: Roles) -> u8 {
    bits(roles.iter())
}

pub(super) fn roles(bits: u8) -> Result<Roles> {
    words(bits).try_fold(Roles::NONE, |all, role| Ok(all.with(role?)))
}

pub(super) fn doubt_bits(provisional: Provisional) -> u8 {
    bits(provisional.doubts())
}

pub(super) fn provisional(bits: u8) -> Result<Provisional> {
    words(bits).try_fold(Provisional::NO, |all, doubt| Ok(all.with(doubt?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_their_own<T: Coded + PartialEq + std::fmt::Debug + Copy>(all: &[T]) {
        for word in all {
            assert_eq!(T::of(word.code()).expect("a number of its own"), *word);
        }
        assert!(T::of(200).is_err(), "no version gave this number");
    }

    /// The numbers themselves are held by the data folders that are kept.
    #[test]
    fn every_word_is_found_by_its_number() {
        are_their_own(&EntryKind::ALL);
        are_their_own(&Action::ALL);
        are_their_own(&CustomerType::ALL);
        are_their_own(&Role::ALL);
        are_their_own(&Doubt::ALL);
    }

    #[test]
    fn sets_come_back_and_unknown_bits_are_noticed() {
        for bits in 0..=u8::MAX {
            assert_eq!(roles(bits).map(role_bits).expect("eight roles"), bits);
        }
        assert_eq!(provisional(0b1101).map(doubt_bits).expect("four doubts"), 0b1101);
        assert!(provisional(1 << 4).is_err());
    }
}
