//! Where amounts and costs come from.

use klantwijzer_core::ledger::EntryKind;

use super::{Mapping, NumberSlot};
use crate::error::Problem;
use crate::field::Field;
use crate::headers::compact;
use crate::report::Note;

/// Where the amount of a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AmountSource {
    /// There is none.
    None,
    /// A column.
    Column(NumberSlot),
    /// The amount with VAT less the VAT.
    GrossLessVat(NumberSlot, NumberSlot),
    /// Quantity times price, less discount.
    Computed { quantity: NumberSlot, price: NumberSlot, discount: Option<Discount> },
}

/// Where the amount with VAT of a row comes from, beside its amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GrossSource {
    /// It is not known, or it is the amount itself.
    None,
    /// A column.
    Column(NumberSlot),
    /// The amount and this VAT.
    WithVat {
        /// The column of VAT.
        vat: NumberSlot,
        /// Whether it holds amounts by its header. Others can be rates or codes.
        certain: bool,
    },
}

/// A column of discounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Discount {
    pub(crate) slot: NumberSlot,
    /// Whether its numbers are percentages also without a percent sign.
    pub(crate) percent: bool,
}

/// Where the cost of a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CostSource {
    /// It is not known.
    None,
    /// A column.
    Column(NumberSlot),
    /// Cost of one unit times quantity.
    PerUnit(NumberSlot, NumberSlot),
    /// The amount less this margin.
    Margin(NumberSlot),
}

/// Net before plain before gross before computed.
pub(super) fn amount(mapping: &mut Mapping) -> AmountSource {
    let vat = mapping.number(&Field::Vat);
    if let Some(net) = mapping.number(&Field::NetAmount) {
        return AmountSource::Column(net);
    }
    let gross = mapping.number(&Field::GrossAmount);
    if let Some(plain) = mapping.number(&Field::Amount) {
        if vat.is_some() && gross.is_none() && mapping.kind.of_invoices() {
            mapping.notes.push(Note::VatUnclear { header: mapping.header_of(plain) });
        }
        return AmountSource::Column(plain);
    }
    let computed = match (mapping.number(&Field::Quantity), mapping.number(&Field::UnitPrice)) {
        (Some(quantity), Some(price)) => {
            let share =
                mapping.number(&Field::Discount).map(|slot| Discount { slot, percent: false });
            let percent = mapping
                .number(&Field::DiscountPercent)
                .map(|slot| Discount { slot, percent: true });
            Some(AmountSource::Computed { quantity, price, discount: percent.or(share) })
        }
        _ => None,
    };
    let vat = vat.filter(|slot| holds_amounts(mapping, *slot));
    match (gross, vat, computed) {
        (Some(gross), Some(vat), _) => {
            mapping.notes.push(Note::GrossLessVat);
            AmountSource::GrossLessVat(gross, vat)
        }
        (Some(gross), None, _) => {
            mapping.notes.push(Note::GrossAmountTaken { header: mapping.header_of(gross) });
            AmountSource::Column(gross)
        }
        (None, _, Some(computed)) => {
            mapping.notes.push(Note::AmountComputed);
            computed
        }
        (None, _, None) => AmountSource::None,
    }
}

/// Whether a column of VAT holds amounts by its header: a bare "btw" or "VAT" can
/// be a rate or a code.
fn holds_amounts(mapping: &Mapping, vat: NumberSlot) -> bool {
    let header = compact(&mapping.header_of(vat));
    ["bedrag", "amount", "totaal", "total"].iter().any(|word| header.contains(word))
}

/// The amount with VAT of invoices, beside their net amount.
pub(super) fn gross(mapping: &Mapping, vat_is_stated: bool) -> GrossSource {
    if !mapping.kind.of_invoices() {
        return GrossSource::None;
    }
    if let Some(gross) = mapping.number(&Field::GrossAmount) {
        let alone = mapping.amount == AmountSource::Column(gross);
        return if alone { GrossSource::None } else { GrossSource::Column(gross) };
    }
    match (mapping.number(&Field::NetAmount), mapping.number(&Field::Vat)) {
        (Some(_), Some(vat)) if !mapping.header_of(vat).contains('%') => {
            let certain = vat_is_stated || holds_amounts(mapping, vat);
            GrossSource::WithVat { vat, certain }
        }
        _ => GrossSource::None,
    }
}

/// A cost in total before one per unit before a margin.
pub(super) fn cost(mapping: &mut Mapping) -> CostSource {
    if !mapping.kind.of_invoices() {
        return CostSource::None;
    }
    let quantity = mapping.number(&Field::Quantity);
    if let Some(cost) = mapping.number(&Field::Cost) {
        if quantity.is_some() {
            mapping.notes.push(Note::CostIsTotal { header: mapping.header_of(cost) });
        }
        return CostSource::Column(cost);
    }
    if let (Some(unit), Some(quantity)) = (mapping.number(&Field::UnitCost), quantity) {
        return CostSource::PerUnit(unit, quantity);
    }
    mapping.number(&Field::Margin).map_or(CostSource::None, CostSource::Margin)
}

/// What costs were made for: a column of kinds, columns by kind, or the name of
/// the file.
pub(super) fn map_costs(mapping: &mut Mapping, name: &str) -> Result<(), Problem> {
    let split = [
        (EntryKind::Support, Field::SupportCost),
        (EntryKind::SalesCost, Field::SalesCost),
        (EntryKind::MarketingCost, Field::MarketingCost),
    ];
    mapping.split_costs = split
        .into_iter()
        .filter_map(|(kind, field)| Some((kind, mapping.number(&field)?)))
        .collect();
    let AmountSource::Column(amount) = mapping.amount else {
        return Ok(());
    };
    if mapping.column(&Field::Kind).is_some() {
        return Ok(());
    }
    if !mapping.split_costs.is_empty() {
        // A total beside its parts says nothing more.
        mapping.amount = AmountSource::None;
        return Ok(());
    }
    let header = mapping.header_of(amount);
    let by_word = |text: &str| {
        let text = text.to_lowercase();
        let words: &[(&str, EntryKind)] = &[
            ("support", EntryKind::Support),
            ("service", EntryKind::Support),
            ("helpdesk", EntryKind::Support),
            ("marketing", EntryKind::MarketingCost),
            ("verkoop", EntryKind::SalesCost),
            ("sales", EntryKind::SalesCost),
            ("acqui", EntryKind::SalesCost),
        ];
        let mut kinds: Vec<EntryKind> =
            words.iter().filter(|(word, _)| text.contains(word)).map(|(_, kind)| *kind).collect();
        kinds.dedup();
        match kinds.as_slice() {
            [kind] => Some(*kind),
            _ => None,
        }
    };
    match by_word(&header).or_else(|| by_word(name)) {
        Some(kind) => mapping.entry_kind = kind,
        None => return Err(Problem::CostKindUnknown { header }),
    }
    Ok(())
}
