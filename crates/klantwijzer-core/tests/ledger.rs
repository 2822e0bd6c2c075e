//! Facts from a ledger: invoices with heads and lines, credit, payments, gifts.
#![allow(clippy::float_cmp, reason = "the expected numbers are exact")]

use jiff::civil::{Date, date};
use klantwijzer_core::facts::{Fact, LedgerFacts, PeriodFigures};
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use proptest::prelude::*;
use smol_str::SmolStr;

const TODAY: Date = date(2026, 11, 23);

fn invoice(number: &str, day: Date, amount: i64) -> Entry {
    let entry = Entry::new(EntryKind::Invoice, day, Money::from_whole(amount));
    Entry { number: number.into(), ..entry }
}

fn line(number: &str, product: &str, category: &str, day: Date, amount: i64) -> Entry {
    Entry { line: product.into(), category: category.into(), ..invoice(number, day, amount) }
}

fn fact(entries: &[Entry], fact: Fact) -> f64 {
    LedgerFacts::derive(entries, TODAY).facts[fact.column()]
}

#[test]
fn heads_count_once_and_lines_tell_what_was_bought() {
    let day = date(2026, 10, 1);
    let entries = [
        invoice("1", day, 100),
        line("1", "cheese", "dairy", day, 60),
        line("1", "bread", "grains", day, 40),
        line("2", "milk", "dairy", date(2026, 9, 1), 30),
    ];
    assert_eq!(fact(&entries, Fact::NetRevenue12m), 130.0);
    assert_eq!(fact(&entries, Fact::Invoices12m), 2.0);
    assert_eq!(fact(&entries, Fact::Categories12m), 2.0);
    assert_eq!(fact(&entries, Fact::MedianDaysBetweenInvoices), 30.0);
    let derived = LedgerFacts::derive(&entries, TODAY);
    assert_eq!(derived.categories, ["dairy", "grains"].map(SmolStr::new));
}

#[test]
fn credit_lowers_revenue_and_is_no_invoice() {
    let credit = Entry { kind: EntryKind::CreditNote, ..invoice("C1", date(2026, 10, 2), -40) };
    let entries = [invoice("1", date(2026, 10, 1), 100), credit];
    assert_eq!(fact(&entries, Fact::NetRevenue12m), 60.0);
    assert_eq!(fact(&entries, Fact::InvoicesTotal), 1.0);
}

#[test]
fn an_invoice_and_a_credit_note_can_share_a_number() {
    let day = date(2026, 10, 1);
    let credit = |entry: Entry| Entry { kind: EntryKind::CreditNote, ..entry };
    let cost = |entry: Entry, cost| Entry { cost: Some(Money::from_whole(cost)), ..entry };
    let lines = || [line("1", "a", "", day, 300), line("1", "b", "", day, 200)];
    let [a, b] = lines();
    let head = credit(invoice("1", day, -50));
    assert_eq!(fact(&[a, b, head.clone()], Fact::NetRevenue12m), 450.0);
    let back = credit(line("1", "a", "", day, -50));
    assert_eq!(fact(&[invoice("1", day, 500), back.clone()], Fact::NetRevenue12m), 450.0);
    // A discount is a line of the invoice itself.
    let [a, b] = lines();
    assert_eq!(fact(&[a, b, back], Fact::InvoicesTotal), 1.0);
    let sold = cost(line("1", "a", "", day, 100), 60);
    let cancelled = credit(invoice("1", day, -100));
    assert_eq!(fact(&[invoice("1", day, 100), sold, cancelled], Fact::NetRevenue12m), 0.0);
}

#[test]
fn payments_without_a_number_pay_the_oldest_invoices() {
    let payment = |day, amount| Entry { kind: EntryKind::Payment, ..invoice("", day, amount) };
    let invoices =
        || vec![invoice("1", date(2026, 7, 1), 100), invoice("2", date(2026, 8, 1), 100)];
    for (paid, overdue) in [
        (vec![], 200.0),
        (vec![payment(date(2026, 8, 2), 60)], 140.0),
        (vec![payment(date(2026, 8, 2), 60), payment(date(2026, 8, 9), 60)], 80.0),
        (vec![payment(date(2026, 8, 2), 200)], 0.0),
        (vec![payment(date(2026, 8, 2), 999)], 0.0),
    ] {
        let mut entries = invoices();
        entries.push(Entry { paid_on: Some(TODAY), ..invoice("3", date(2026, 7, 2), 7) });
        entries.extend(paid);
        assert_eq!(fact(&entries, Fact::OverdueAmount), overdue, "{entries:?}");
    }
}

#[test]
fn what_is_paid_is_set_against_the_amount_with_vat() {
    let day = date(2026, 7, 1);
    let whole = |amount| Some(Money::from_whole(amount));
    let sold = |number: &str| Entry { gross: whole(1210), ..invoice(number, day, 1000) };
    let payment = |number: &str, amount| Entry {
        kind: EntryKind::Payment,
        ..invoice(number, date(2026, 8, 1), amount)
    };
    let half = |part: &str, gross| Entry { gross, ..line("1", part, "", day, 500) };
    let back = Entry { kind: EntryKind::CreditNote, ..invoice("C", day, -100) };
    let back = Entry { gross: whole(-121), ..back };
    let open = |open| Entry { open: whole(open), ..sold("1") };
    for (entries, overdue, revenue) in [
        (vec![sold("1"), payment("1", 1000)], 210.0, 1000.0),
        (vec![sold("1"), payment("1", 1210)], 0.0, 1000.0),
        (vec![sold("1"), payment("1", 500)], 710.0, 1000.0),
        (vec![sold("1"), sold("2"), payment("", 1310)], 1110.0, 2000.0),
        (vec![half("a", whole(605)), half("b", whole(545)), payment("1", 1000)], 150.0, 1000.0),
        // One line without VAT leaves the document as it was.
        (vec![half("a", whole(605)), half("b", None), payment("1", 900)], 100.0, 1000.0),
        (vec![sold("1"), back], 1089.0, 900.0),
        (vec![open(1210)], 1210.0, 1000.0),
        (vec![open(1300)], 1210.0, 1000.0),
    ] {
        assert_eq!(fact(&entries, Fact::OverdueAmount), overdue, "{entries:?}");
        assert_eq!(fact(&entries, Fact::NetRevenue12m), revenue, "{entries:?}");
    }
    let late = |amount| {
        let paid = [sold("1"), payment("1", 1000), payment("1", amount)];
        fact(&paid, Fact::AverageDaysToPay)
    };
    assert_eq!((late(210), late(209).is_nan()), (31.0, true));
}

#[test]
fn what_is_open_of_a_document_is_never_more_than_its_amount() {
    let open = |product: &str, open| Entry {
        open: Some(Money::from_whole(open)),
        ..line("1", product, "", date(2026, 7, 1), 100)
    };
    let lines = |amounts: [i64; 3]| {
        let [a, b, c] = amounts;
        [open("a", a), open("b", b), open("c", c)]
    };
    assert_eq!(fact(&lines([300, 300, 300]), Fact::OverdueAmount), 300.0);
    assert_eq!(fact(&lines([250, 250, 250]), Fact::OverdueAmount), 250.0);
    assert_eq!(fact(&lines([100, 50, 0]), Fact::OverdueAmount), 150.0);
}

#[test]
fn what_a_document_says_was_paid_counts_on_that_day() {
    let paid = Entry { paid_on: Some(date(2025, 1, 15)), ..invoice("1", date(2024, 12, 20), 100) };
    let in_year = |year: i16| {
        let period = Period { from: date(year, 1, 1), to: date(year, 12, 31) };
        PeriodFigures::of(std::slice::from_ref(&paid), period)
    };
    let (before, after) = (in_year(2024), in_year(2025));
    assert_eq!((before.paid, before.revenue), (Money::ZERO, Money::from_whole(100)));
    assert_eq!((after.paid, after.revenue), (Money::from_whole(100), Money::ZERO));
}

#[test]
fn costs_and_leads_count_in_their_period() {
    let of = |kind, day, amount| Entry::new(kind, day, Money::from_whole(amount));
    let entries = [
        of(EntryKind::Support, date(2024, 3, 1), 5),
        of(EntryKind::Support, date(2026, 3, 1), 700),
        of(EntryKind::SalesCost, date(2024, 3, 1), 20),
        of(EntryKind::MarketingCost, date(2024, 4, 1), 1),
        of(EntryKind::ReferredLead, date(2024, 4, 1), 0),
        of(EntryKind::DataSale, date(2024, 4, 1), 9),
    ];
    let year = Period { from: date(2024, 1, 1), to: date(2024, 12, 31) };
    let figures = PeriodFigures::of(&entries, year);
    let whole = |amount| Money::from_whole(amount);
    assert_eq!((figures.support_cost, figures.acquisition_cost), (whole(5), whole(21)));
    assert_eq!((figures.leads, figures.data_sales), (1, whole(9)));
}

#[test]
fn open_credit_is_taken_off_what_falls_due_first() {
    let credit = |number: &str, amount| Entry {
        kind: EntryKind::CreditNote,
        ..invoice(number, date(2026, 10, 20), amount)
    };
    let payment = |number: &str, amount| Entry {
        kind: EntryKind::Payment,
        ..invoice(number, date(2026, 10, 25), amount)
    };
    let old = || invoice("1", date(2026, 9, 1), 100);
    let newer = || invoice("2", date(2026, 10, 1), 50);
    let soon = || invoice("3", date(2026, 11, 20), 70);
    let sent_back = Entry { paid_on: Some(date(2026, 10, 30)), ..credit("C", -40) };
    let stated = Entry { open: Some(Money::from_whole(-15)), ..credit("C", -40) };
    for (entries, overdue, days) in [
        (vec![old(), newer(), soon()], 150.0, 83.0),
        (vec![old(), newer(), soon(), credit("C", -40)], 110.0, 83.0),
        (vec![old(), newer(), soon(), credit("C", -100)], 50.0, 53.0),
        (vec![old(), newer(), soon(), credit("C", -120), credit("D", -40)], 0.0, 3.0),
        (vec![old(), credit("C", -400)], 0.0, 0.0),
        (vec![old(), sent_back], 100.0, 83.0),
        (vec![old(), stated], 85.0, 83.0),
        (vec![old(), credit("C", -40), payment("C", -30)], 90.0, 83.0),
        (vec![old(), credit("1", -100)], 0.0, 0.0),
        (vec![old(), credit("1", -30), payment("1", 70)], 0.0, 0.0),
    ] {
        assert_eq!(fact(&entries, Fact::OverdueAmount), overdue, "{entries:?}");
        assert_eq!(fact(&entries, Fact::OldestOpenInvoiceDays), days, "{entries:?}");
    }
}

#[test]
fn the_year_ends_today_and_later_entries_do_not_count() {
    let entries = [
        invoice("1", date(2025, 11, 23), 1),
        invoice("2", date(2025, 11, 24), 10),
        invoice("3", TODAY, 100),
        invoice("4", date(2026, 11, 24), 1000),
    ];
    assert_eq!(fact(&entries, Fact::NetRevenue12m), 110.0);
    assert_eq!(fact(&entries, Fact::NetRevenuePrev12m), 1.0);
    assert_eq!(fact(&entries, Fact::NetRevenueTotal), 111.0);
    assert_eq!(fact(&entries, Fact::DaysSinceFirstInvoice), 365.0);
    assert_eq!(fact(&entries, Fact::DaysSinceLastInvoice), 0.0);
}

#[test]
fn margin_needs_the_cost_of_every_invoice() {
    let costed = Entry { cost: Some(Money::from_whole(70)), ..invoice("1", date(2026, 5, 1), 100) };
    let bare = invoice("2", date(2026, 6, 1), 100);
    assert_eq!(fact(std::slice::from_ref(&costed), Fact::Margin12m), 30.0);
    assert!(fact(&[costed, bare], Fact::Margin12m).is_nan());
}

/// The year of an answer and a period of the same days are one number.
#[test]
fn a_document_counts_whole_in_the_period_of_its_first_day() {
    let (december, january) = (date(2025, 12, 30), date(2026, 1, 4));
    let entries = [
        line("1", "a", "", december, 100),
        line("1", "a", "", january, -40),
        line("2", "b", "", january, 30),
    ];
    let of = |from, to| PeriodFigures::of(&entries, Period::new(from, to));
    let old = of(date(2025, 1, 1), date(2026, 1, 3));
    assert_eq!((old.revenue, old.invoices), (Money::from_whole(100), 1));
    let new = of(date(2026, 1, 1), TODAY);
    assert_eq!((new.revenue, new.invoices), (Money::from_whole(30), 1));
}

#[test]
fn what_was_paid_and_taken_back_was_not_paid() {
    let payment = |day, amount| Entry { kind: EntryKind::Payment, ..invoice("1", day, amount) };
    let mut entries = vec![invoice("1", date(2026, 7, 1), 100)];
    entries.push(payment(date(2026, 7, 5), 100));
    assert_eq!(fact(&entries, Fact::OpenTotal), 0.0);
    entries.push(payment(date(2026, 7, 9), -100));
    assert_eq!(fact(&entries, Fact::OpenTotal), 100.0);
    entries.push(payment(date(2026, 7, 20), 100));
    assert_eq!(fact(&entries, Fact::OpenTotal), 0.0);
    assert_eq!(fact(&entries, Fact::AverageDaysToPay), 19.0);
}

#[test]
fn open_and_late_invoices() {
    let payment = |number: &str, day: Date, amount: i64| Entry {
        kind: EntryKind::Payment,
        ..invoice(number, day, amount)
    };
    let entries = [
        invoice("1", date(2026, 8, 1), 100),
        payment("1", date(2026, 8, 11), 60),
        payment("1", date(2026, 8, 31), 40),
        invoice("2", date(2026, 9, 1), 50),
        payment("2", date(2026, 9, 20), 20),
        Entry { due: Some(date(2026, 12, 1)), ..invoice("3", date(2026, 11, 1), 70) },
        Entry { paid_on: Some(date(2026, 7, 11)), ..invoice("4", date(2026, 7, 1), 10) },
    ];
    assert_eq!(fact(&entries, Fact::OverdueAmount), 30.0);
    assert_eq!(fact(&entries, Fact::OldestOpenInvoiceDays), 83.0);
    assert_eq!(fact(&entries, Fact::AverageDaysToPay), 20.0);
    assert_eq!(fact(&entries, Fact::PaidTotal), 130.0);
}

#[test]
fn gifts_have_their_own_facts_and_are_income() {
    let gift = |day, amount| Entry::new(EntryKind::Gift, day, Money::from_whole(amount));
    let entries =
        [gift(date(2024, 1, 1), 5), gift(date(2026, 1, 1), 20), gift(date(2026, 6, 1), 30)];
    assert_eq!(fact(&entries, Fact::Gifts24m), 50.0);
    assert_eq!(fact(&entries, Fact::GiftCount24m), 2.0);
    assert_eq!(fact(&entries, Fact::LastGift), 30.0);
    assert_eq!(fact(&entries, Fact::GiftsTotal), 55.0);
    assert_eq!(fact(&entries, Fact::Income12m), 50.0);
    assert!(fact(&entries, Fact::NetRevenue12m).is_nan());
}

#[test]
fn two_equal_rows_without_a_number_are_two_entries() {
    let gift = Entry::new(EntryKind::Gift, TODAY, Money::from_whole(5));
    assert_ne!(gift.key(0), gift.key(1));
    let corrected = Entry { amount: Money::from_whole(7), ..invoice("9", TODAY, 5) };
    assert_eq!(invoice("9", TODAY, 5).key(0), corrected.key(0));
}

/// Keys are stored, so an entry has the same one for ever.
#[test]
fn keys_are_the_same_for_ever() {
    let gift = Entry::new(EntryKind::Gift, TODAY, Money::from_whole(5));
    assert_eq!(gift.key(1).0, 0xd81c_8374_01d4_887f_6193_c7dd_52fc_bbf5);
    let long = line(&"9".repeat(300), "Bolt", "Iron", TODAY, 5);
    assert_eq!(long.key(0).0, 0x6752_78c9_c259_90c1_e580_601c_5019_8a5d);
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let kinds = prop::sample::select(EntryKind::ALL.to_vec());
    let vat = prop::option::of(0_i64..100_000);
    (kinds, 0_i32..1200, -10_000_i64..1_000_000, 0_u8..6, 0_u8..3, vat).prop_map(
        |(kind, age, amount, number, part, vat)| {
            let day = TODAY.saturating_sub(jiff::ToSpan::days(age));
            let name = |n: u8| {
                if n == 0 { SmolStr::default() } else { SmolStr::new(n.to_string()) }
            };
            Entry {
                number: name(number),
                line: name(part),
                category: name(part),
                gross: vat.map(|vat| Money::from_ten_thousandths(amount + vat)),
                ..Entry::new(kind, day, Money::from_ten_thousandths(amount))
            }
        },
    )
}

proptest! {
    #[test]
    fn the_order_of_entries_does_not_matter(entries in prop::collection::vec(any_entry(), 0..30)) {
        let bits = |entries: &[Entry]| {
            LedgerFacts::derive(entries, TODAY).facts.map(f64::to_bits)
        };
        let forward = bits(&entries);
        let backward: Vec<Entry> = entries.into_iter().rev().collect();
        prop_assert_eq!(forward, bits(&backward));
    }

    #[test]
    fn every_fact_is_finite_or_unknown(entries in prop::collection::vec(any_entry(), 0..30)) {
        let derived = LedgerFacts::derive(&entries, TODAY);
        prop_assert!(derived.facts.iter().all(|fact| fact.is_nan() || fact.is_finite()));
    }
}
