//! Amounts with VAT.

use jiff::civil::Date;
use klantwijzer_core::money::Money;

use super::{Batch, Outcome, Row};
use crate::mapping::{GrossSource, Mapping};
use crate::report::Note;

/// Rates of VAT in Europe, in tenths of a per cent.
const RATES: [i128; 19] =
    [50, 55, 60, 70, 80, 90, 95, 100, 120, 130, 140, 150, 190, 200, 210, 220, 230, 240, 250];

/// Whether numbers of VAT are amounts, by the rows that tell.
#[derive(Debug, Default)]
pub(crate) struct AddedVat {
    /// Rows in which the number fits the amount.
    amounts: u64,
    /// Rows in which it can only be a rate or a code.
    others: u64,
}

impl AddedVat {
    fn add(&mut self, amount: Money, vat: Money) {
        match is_amount(amount, vat) {
            Some(true) => self.amounts += 1,
            Some(false) => self.others += 1,
            None => {}
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.amounts += other.amounts;
        self.others += other.others;
    }

    fn are_amounts(&self) -> bool {
        self.others == 0 || self.amounts > self.others
    }
}

/// Whether a number is the VAT of an amount: the amount times a rate to the cent,
/// or with more than one rate something like it. 21 with 100 can be both.
fn is_amount(amount: Money, vat: Money) -> Option<bool> {
    const CENT: i128 = 100;
    const WHOLE: i128 = 10_000;
    let magnitude = |money: Money| i128::from(money.ten_thousandths()).abs();
    let (amount, vat) = (magnitude(amount), magnitude(vat));
    if vat == 0 {
        return None;
    }
    let fits = |rate: &i128| (vat * 1_000 - amount * rate).abs() <= CENT * 1_000;
    if RATES.iter().any(fits) {
        let is_rate = RATES.iter().any(|rate| vat == rate * 1_000);
        return (!is_rate).then_some(true);
    }
    Some(vat % WHOLE != 0 && (amount * 20..=amount * 275).contains(&(vat * 1_000)))
}

/// The amount with VAT of a row. VAT that cannot be read, such as "reverse
/// charge", is not known.
pub(super) fn read(
    row: &Row<'_, '_>,
    day: Date,
    amount: Money,
    added: &mut AddedVat,
) -> Outcome<Option<Money>> {
    let signed = |money: Money| {
        if amount.is_negative() && !money.is_negative() { -money } else { money }
    };
    Ok(match row.reading.mapping.gross {
        GrossSource::None => None,
        GrossSource::Column(slot) => row.money(slot, day)?.map(signed),
        GrossSource::WithVat { vat, .. } => {
            let vat = row.money(vat, day).ok().flatten().map(signed);
            if let Some(vat) = vat {
                added.add(amount, vat);
            }
            vat.map(|vat| amount + vat)
        }
    })
}

/// Takes back the VAT that was added where its column seems to hold rates.
pub(crate) fn settle(mapping: &Mapping, batch: &mut Batch) -> Option<Note> {
    let GrossSource::WithVat { vat, certain: false } = mapping.gross else {
        return None;
    };
    if batch.vat.are_amounts() {
        return None;
    }
    for row in &mut batch.entries {
        row.entry.gross = None;
    }
    Some(Note::VatNotAdded { header: mapping.header_of(vat) })
}
