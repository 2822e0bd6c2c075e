//! Reading half a million invoice lines, the size of a large team's history.

use divan::counter::BytesCount;
use jiff::civil::date;
use klantwijzer_core::money::Currency;
use klantwijzer_intake::{Options, Source, read};

fn main() {
    divan::main();
}

/// The next number of a small generator with a fixed seed.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// Invoice lines with number, customer, date, product, category, quantity, unit
/// price, discount and amount.
fn lines(rows: u64, delimiter: char, comma: bool) -> String {
    let categories = ["Zuivelproducten", "Granen en meel", "Dranken", "Vis en zeevruchten"];
    let mut state = 0x9E37_79B9_7F4A_7C15;
    let header = [
        "factuurnummer",
        "klantnummer",
        "factuurdatum",
        "product",
        "categorie",
        "aantal",
        "stukprijs",
        "korting",
        "bedrag excl btw",
    ];
    let mut text = header.join(&delimiter.to_string());
    text.push('\n');
    for row in 0..rows {
        let invoice = row / 4;
        let customer = invoice.wrapping_mul(2_654_435_761) % 50_000;
        let day = 1 + invoice % 28;
        let month = 1 + invoice / 28 % 12;
        let product = next(&mut state) % 3_000;
        let (quantity, price) = (1 + next(&mut state) % 99, next(&mut state) % 100_000);
        let amount = quantity * price;
        let category = categories[(product % 4) as usize];
        let cells = [
            format!("F{:07}", 2_000_000 + invoice),
            format!("K{customer:06}"),
            format!("2024-{month:02}-{day:02}"),
            format!("Product nummer {product}"),
            category.to_owned(),
            quantity.to_string(),
            format!("{}.{:02}", price / 100, price % 100),
            "0.00".to_owned(),
            format!("{}.{:02}", amount / 100, amount % 100),
        ];
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                text.push(delimiter);
            }
            let numeric = index > 5;
            text.push_str(&if comma && numeric { cell.replace('.', ",") } else { cell.clone() });
        }
        text.push('\n');
    }
    text
}

fn bench(bencher: divan::Bencher<'_, '_>, text: &str) {
    let options = Options::new(date(2025, 6, 30), Currency::EUR);
    let source = Source { name: "lines.csv", bytes: text.as_bytes() };
    bencher.counter(BytesCount::of_str(text)).bench(|| {
        let intake = read(&[source], &options, &mut |_, _| {});
        assert!(intake.as_ref().is_ok_and(|intake| intake.files[0].rejected == 0));
        intake
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn half_a_million_lines(bencher: divan::Bencher<'_, '_>) {
    bench(bencher, &lines(500_000, ',', false));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn half_a_million_lines_dutch(bencher: divan::Bencher<'_, '_>) {
    bench(bencher, &lines(500_000, ';', true));
}
