//! The texts of every answer, question and rejection, read as a person would.

use std::fmt::Write;

use insta::assert_snapshot;
use klantwijzer_answer::fixture::TODAY;
use klantwijzer_answer::query::{Intent, Query};
use klantwijzer_ask::understanding::{Outcome, understand};
use klantwijzer_core::language::Language;
use klantwijzer_core::money::Currency;
use klantwijzer_core::programme::{Actor, Channel};
use proptest::prelude::*;

use super::samples::{self, Book, common, imports};
use super::{Block, answer, intake_failure, intake_note, question, rejected, unclear};
use crate::say;
use crate::texts::terms::{actor_id, channel_id};
use crate::texts::{Texts, clean};

/// Checks a text against its snapshot, one per language.
fn check(name: &str, texts: &Texts, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(format!("{name}.{}", texts.language().code()), text));
}

/// Calls `of` with the texts of each language.
fn in_each_language(of: impl Fn(&Texts)) {
    for language in Language::ALL {
        of(Texts::of(language));
    }
}

#[test]
fn answers_read_well() {
    let book = Book::new();
    in_each_language(|texts| {
        for (family, samples) in samples::families() {
            let mut all = String::new();
            for (name, sample) in samples {
                let page = answer(&sample, texts, &book);
                writeln!(all, "=== {name}\n{}\n", page.plain(100)).unwrap();
            }
            check(family, texts, &all);
        }
    });
}

#[test]
fn every_kind_of_question_is_worded() {
    let worded: Vec<_> = samples::questions().iter().map(|(_, query)| query.intent()).collect();
    let missing: Vec<_> = Intent::ALL.iter().filter(|intent| !worded.contains(intent)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn questions_read_well() {
    let book = Book::new();
    in_each_language(|texts| {
        let nameless = Query::WhyType { customer: 99, claimed: None };
        let asked = samples::questions().into_iter().map(|(_, query)| query).chain([nameless]);
        let lines: Vec<_> = asked.map(|query| question(&query, texts, &book)).collect();
        check("questions", texts, &lines.join("\n"));
        let pages: Vec<_> = samples::unclear::outcomes()
            .iter()
            .map(|outcome| unclear(outcome, texts, &book).plain(100))
            .collect();
        check("unclear", texts, &pages.join("\n\n---\n\n"));
    });
}

#[test]
fn imports_read_well() {
    in_each_language(|texts| {
        let files = ["klanten.csv", "facturen.xlsx"];
        let mut lines: Vec<_> =
            imports::rejections().iter().map(|row| rejected(row, &files, texts)).collect();
        lines.extend(imports::problems().iter().map(|error| {
            let failure = intake_failure(error, texts);
            format!("{} {}", failure.message, failure.help)
        }));
        lines.extend(imports::notes().iter().map(|note| intake_note(note, texts)));
        check("imports", texts, &lines.join("\n"));
    });
}

#[test]
fn pages_fit_their_window() {
    let book = Book::new();
    in_each_language(|texts| {
        for (family, samples) in samples::families() {
            for (name, sample) in samples {
                let page = answer(&sample, texts, &book);
                for width in [80, 120] {
                    for text in [page.plain(width), page.terminal(width, false)] {
                        let widest = text.lines().map(unicode_width::UnicodeWidthStr::width).max();
                        assert!(
                            widest.unwrap_or(0) <= width,
                            "{family}/{name} at {width}:\n{text}"
                        );
                    }
                }
            }
        }
    });
}

#[test]
fn scripts_get_customers_counts_and_notes() {
    let (book, texts) = (Book::new(), Texts::of(Language::Nl));
    let named = |wanted: &str| {
        let all = samples::families().into_iter().flat_map(|(_, samples)| samples);
        let (_, sample) = all.into_iter().find(|(name, _)| *name == wanted).unwrap();
        serde_json::to_value(crate::json::answer(&sample, texts, &book)).unwrap()
    };
    let list = named("list");
    assert_eq!(list["as_of"], "2026-11-23");
    assert_eq!(list["total"], list["customers"].as_array().map(Vec::len).unwrap());
    let strategic = named("list_strategic");
    assert_eq!(strategic["total"], strategic["counts"]["strategic"]);
    assert_eq!(strategic["customers"][0]["type"], "strategic");
    assert_eq!(strategic["customers"][0]["currency"], "EUR");
    let customer = |name: &str| {
        let mut all = list["customers"].as_array().unwrap().iter();
        all.find(|customer| customer["name"] == name).unwrap().clone()
    };
    let doubtful = customer("Nieuwkomer Hout");
    assert_eq!(doubtful["provisional"], true);
    assert_ne!(doubtful["doubts"], serde_json::json!([]));
    assert_eq!(customer("Bakkerij Claes")["model_type"], "transactional");
    assert_eq!(customer("Bouwmarkt Plus")["pending"]["type"], "transactional");
    assert_eq!(customer("Slagerij Maes")["owner"], serde_json::Value::Null);
    assert_eq!(named("notes")["notes"].as_array().map(Vec::len), Some(33));
    let count = named("count");
    assert_eq!(count["total"], count["counts"]["invoiced"]);
    let unknown = named("definitions_unknown");
    assert_eq!(unknown["counts"]["profile_match"], serde_json::Value::Null);
    assert_eq!(count["detail"]["kind"], "count");
}

#[test]
fn colour_only_when_asked() {
    let (book, texts) = (Book::new(), Texts::of(Language::Nl));
    let page = answer(&samples::families()[0].1[0].1, texts, &book);
    assert!(!page.terminal(100, false).contains('\u{1b}'));
    assert!(!page.plain(100).contains('\u{1b}'));
    assert!(page.terminal(100, true).contains('\u{1b}'));
}

#[test]
fn a_long_page_says_what_it_leaves_out() {
    let (book, texts) = (Book::new(), Texts::of(Language::En));
    let page = answer(&samples::families()[0].1[0].1, texts, &book);
    let Some(Block::Table(table)) = page.blocks.first() else { panic!("a list") };
    let rows = table.rows.len();
    assert!(page.shortened(rows - 1, texts).plain(100).contains("And 1 more."));
    assert_eq!(page.shortened(rows, texts), page);
}

#[test]
fn every_channel_and_actor_has_a_name() {
    in_each_language(|texts| {
        let channels = [
            Channel::Visit,
            Channel::Meeting,
            Channel::Workshop,
            Channel::Event,
            Channel::Proposal,
            Channel::Personal,
            Channel::Phone,
            Channel::Email,
            Channel::Internal,
        ];
        let actors = [
            Actor::AccountManager,
            Actor::SalesManager,
            Actor::SalesDirector,
            Actor::Ceo,
            Actor::Marketing,
            Actor::Product,
            Actor::Service,
            Actor::Sales,
            Actor::Fundraising,
        ];
        assert!(channels.iter().all(|channel| texts.has(channel_id(*channel))));
        assert!(actors.iter().all(|actor| texts.has(actor_id(*actor))));
    });
}

#[test]
fn numbers_follow_the_language() {
    let eur = Currency::EUR;
    let chf = Currency::new("chf").unwrap();
    let (en, nl) = (Texts::of(Language::En), Texts::of(Language::Nl));
    for (amount, in_en, in_nl) in [
        (48_200.0, "€48,200", "€ 48.200"),
        (-6_100.4, "−€6,100", "−€ 6.100"),
        (99.5, "€99.50", "€ 99,50"),
        (99.999, "€100", "€ 100"),
        (12.0, "€12", "€ 12"),
        (-0.001, "€0", "€ 0"),
        (f64::NAN, "—", "—"),
        (f64::INFINITY, "—", "—"),
    ] {
        assert_eq!(en.money(amount, &eur), in_en);
        assert_eq!(nl.money(amount, &eur).replace('\u{a0}', " "), in_nl);
    }
    assert_eq!(nl.money(1_200.0, &chf).replace('\u{a0}', " "), "CHF 1.200");
    assert_eq!(en.percent(0.125), "12.5%");
    assert_eq!(nl.percent(0.125), "12,5%");
    assert_eq!(nl.date(TODAY), "23 november 2026");
    assert_eq!(en.date(TODAY), "23 November 2026");
    let places: Vec<_> = [1, 2, 3, 11, 21].map(|n| say!(en, "format-place", n)).to_vec();
    assert_eq!(places, ["1st", "2nd", "3rd", "11th", "21st"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the numbers and names in an answer are, its text has no sign
    /// before a zero, no machine words and nothing that steers a terminal.
    #[test]
    fn texts_are_fit_for_people(number in any::<f64>(), name in any::<String>(), pick in any::<prop::sample::Index>()) {
        let book = Book::new();
        let texts = Texts::of(Language::Nl);
        let samples = samples::hostile(number, &name);
        let (label, sample) = pick.get(&samples);
        let page = answer(sample, texts, &book);
        for text in [page.plain(100), page.terminal(80, false)] {
            prop_assert!(!text.contains("NaN") || name.contains("NaN"), "{label}: {text}");
            prop_assert!(!text.contains("null") || name.contains("null"), "{label}: {text}");
            prop_assert!(text.lines().all(|line| clean(line) == line), "{label}: {text:?}");
        }
    }

    /// Scripts get one object whose numbers are finite, and no key is left out.
    #[test]
    fn scripts_get_finite_numbers(number in any::<f64>(), name in any::<String>()) {
        let (book, texts) = (Book::new(), Texts::of(Language::En));
        for (_, sample) in samples::hostile(number, &name) {
            let answer = crate::json::answer(&sample, texts, &book);
            let json = serde_json::to_value(&answer).unwrap();
            let keys: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
            prop_assert_eq!(keys, ["as_of", "counts", "customers", "detail", "notes", "total"]);
            for customer in json["customers"].as_array().unwrap() {
                prop_assert_eq!(customer.as_object().unwrap().len(), 15);
                prop_assert_eq!(customer["value"].as_f64(), number.is_finite().then_some(number));
                prop_assert_eq!(customer["name"].as_str(), Some(name.as_str()));
            }
        }
    }

    #[test]
    fn zero_has_no_sign(number in -200.0_f64..200.0, small in -0.01_f64..0.01) {
        for texts in Language::ALL.map(Texts::of) {
            for number in [number, small] {
                for text in [texts.number(number), texts.percent(number), texts.money(number, &Currency::EUR)] {
                    let says_something = text.bytes().any(|b| (b'1'..=b'9').contains(&b));
                    prop_assert!(says_something || !text.contains('−'), "{text}");
                    prop_assert!(!text.contains('-'), "{text}");
                }
            }
        }
    }
}

#[test]
fn a_common_question_is_understood_as_it_was_meant() {
    let book = Book::new();
    let vocabulary = common::vocabulary();
    in_each_language(|texts| {
        for query in common::common() {
            let asked = question(&query, texts, &book);
            let hint = Some(texts.language());
            let understood = understand(&asked, &vocabulary, TODAY, hint);
            assert_eq!(understood.outcome, Outcome::Understood(query), "{asked}");
        }
    });
}
