//! Understanding a sentence against 100,000 customer names, made up from a
//! fixed seed.

use klantwijzer_ask::evaluation::{
    Score, TODAY, evaluate, evaluate_follow_ups, follow_ups, sentences,
};
use klantwijzer_ask::terms::BookWords;
use klantwijzer_ask::understanding::understand;
use klantwijzer_ask::vocabulary::Vocabulary;

fn main() {
    print("sentences that were not learned from", &evaluate(&sentences()));
    print("follow-ups", &evaluate_follow_ups(&follow_ups()));
    divan::main();
}

fn print(what: &str, score: &Score) {
    println!(
        "{} {what}: {:.1} % right, {:.1} % confidently wrong",
        score.total,
        score.right_share() * 100.0,
        score.wrong_share() * 100.0
    );
}

const SENTENCES: &[&str] = &[
    "hoeveel klanten hebben we nou eigenlijk?",
    "geef me de top 10 klanten qua omzet dit jaar",
    "waarom is bakkerij jansen bv strategisch en niet groot?",
    "waarom is bakkerij janssem strategisch",
    "moeten we jansen nog wel bedienen",
    "welke donateurs gaven vorig jaar wel maar dit jaar niet",
    "vergelijk transport de vries met installatiebedrijf van den berg",
    // Long words that nobody knows, each looked for among all names.
    "waarom is onderhuodsbedrijff instalatietechnieck schildersbedrijvv loodgietersbedrjif strategisch",
    "quxwortel blorptechniek zwammerdammer flurbinator knoeperdeknots wammeltrom prutsenburg glimmerdam",
];

struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// Names of a trade, a surname of which a third is unlike any other, and a
/// legal form.
fn names() -> Vec<String> {
    const TRADES: &[&str] = &[
        "Bakkerij",
        "Transport",
        "Installatiebedrijf",
        "Garage",
        "Schildersbedrijf",
        "Bouwbedrijf",
        "Loodgietersbedrijf",
        "Onderhoudsbedrijf",
        "Drukkerij",
        "Slagerij",
        "Kwekerij",
        "Advies",
    ];
    const SURNAMES: &[&str] = &[
        "Jansen",
        "de Vries",
        "van den Berg",
        "Bakker",
        "Visser",
        "Smit",
        "Meijer",
        "de Boer",
        "Mulder",
        "de Groot",
        "Bos",
        "Vos",
        "Peters",
        "Hendriks",
        "van Leeuwen",
        "Dekker",
    ];
    const SYLLABLES: &[&str] = &[
        "ka", "mer", "lin", "do", "ster", "wal", "berg", "hof", "ra", "ti", "zon", "vel", "dam",
        "kui", "per", "noord", "wijk", "gra", "man", "sel",
    ];
    const FORMS: &[&str] = &["BV", "NV", "VOF", "Holding", "& Zonen", ""];
    let mut random = Random(20_260_520);
    let mut name = |_| {
        let surname = if random.below(3) == 0 {
            (0..2 + random.below(3)).map(|_| random.pick(SYLLABLES)).collect()
        } else {
            random.pick(SURNAMES).to_owned()
        };
        format!("{} {surname} {}", random.pick(TRADES), random.pick(FORMS))
    };
    (0..100_000).map(&mut name).collect()
}

fn vocabulary() -> Vocabulary {
    let names = names();
    let rows = names.iter().enumerate();
    let ids: Vec<String> = (0..names.len()).map(|number| format!("C{number:06}")).collect();
    Vocabulary::build(
        rows.map(|(number, name)| (number as u32, ids[number].as_str(), name.as_str())),
        &BookWords::default(),
    )
}

#[divan::bench(args = SENTENCES)]
fn understanding(bencher: divan::Bencher<'_, '_>, sentence: &str) {
    let vocabulary = vocabulary();
    bencher.bench_local(|| understand(divan::black_box(sentence), &vocabulary, TODAY, None));
}

#[divan::bench]
fn longest_sentence_of_unknown_words(bencher: divan::Bencher<'_, '_>) {
    let vocabulary = vocabulary();
    let sentence =
        "onderhuodsbedrijff instalatietechnieck schildersbedrijvv loodgietersbedrjif ".repeat(20);
    bencher.bench_local(|| understand(divan::black_box(&sentence), &vocabulary, TODAY, None));
}

#[divan::bench(args = ["j", "jan", "bakkerij v", "schilderb", "xyzzy"])]
fn completing(bencher: divan::Bencher<'_, '_>, typed: &str) {
    let vocabulary = vocabulary();
    bencher.bench_local(|| vocabulary.complete(divan::black_box(typed), 25));
}

#[divan::bench(sample_count = 5)]
fn building(bencher: divan::Bencher<'_, '_>) {
    bencher.bench_local(vocabulary);
}
