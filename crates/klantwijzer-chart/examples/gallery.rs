//! Writes every picture in both languages into a folder, to be looked at:
//!
//! ```text
//! cargo run -p klantwijzer-chart --example gallery -- FOLDER
//! ```

mod gallery {
    pub(crate) mod books;
    pub(crate) mod words;
}

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use gallery::books;
use gallery::words::{Dutch, English, Words};
use klantwijzer_chart::{
    Caption, ChartError, DefinitionsFunnel, FunnelStep, Moment, PortfolioMatrix, Quarter,
    ReviewColumn, TypeMovement, ValueHistory,
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("gallery"), PathBuf::from);
    fs::create_dir_all(&folder)?;
    let languages: [(&str, &dyn Words); 2] = [("nl", &Dutch), ("en", &English)];
    for (language, words) in languages {
        for (name, picture) in pictures(words) {
            let path = folder.join(format!("{name}-{language}.png"));
            write(&path, picture)?;
        }
    }
    Ok(())
}

type Picture<'a> = Box<dyn FnOnce() -> Result<Vec<u8>, ChartError> + 'a>;

fn pictures(words: &dyn Words) -> Vec<(String, Picture<'_>)> {
    let mut pictures: Vec<(String, Picture<'_>)> = Vec::new();
    for count in [1, 12, 93, 400, 5_000, 100_000] {
        pictures.push((format!("matrix-{count}"), Box::new(move || matrix(words, count))));
    }
    for count in [3, 8, 14] {
        pictures.push((format!("funnel-{count}"), Box::new(move || funnel(words, count))));
    }
    for count in [2, 6, 24] {
        pictures.push((format!("movement-{count}"), Box::new(move || movement(words, count))));
    }
    for count in [1, 5, 12, 60] {
        pictures.push((format!("history-{count}"), Box::new(move || history(words, count))));
    }
    pictures
}

fn write(path: &Path, picture: Picture<'_>) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let png = picture()?;
    println!("{}: {} kB in {:?}", path.display(), png.len() / 1000, start.elapsed());
    fs::write(path, png)?;
    Ok(())
}

fn matrix(words: &dyn Words, count: usize) -> Result<Vec<u8>, ChartError> {
    let names = books::names(count);
    let (customers, value_border) = books::customers(&names);
    let notes = klantwijzer_chart::CustomerType::ALL
        .map(|kind| words.customers(customers.iter().filter(|c| c.kind == kind).count()));
    let types = words.types();
    let quarter = |at: usize| Quarter { name: types[at], note: &notes[at] };
    PortfolioMatrix {
        caption: Caption {
            title: words.matrix_title(),
            subtitle: words.as_of(),
            note: if count > 500 { words.crowd() } else { "" },
        },
        value_axis: words.value(),
        potential_axis: words.potential(),
        unknown_potential: words.unknown(),
        quarters: [0, 1, 2, 3].map(quarter),
        value_border,
        potential_border: 60.0,
        money: &|amount| words.money(amount),
        points: &|points| format!("{points:.0}"),
        customers: &customers,
    }
    .png()
}

fn funnel(words: &dyn Words, count: usize) -> Result<Vec<u8>, ChartError> {
    let counts = books::definition_counts();
    let figures: Vec<_> = counts.iter().map(|count| words.number(f64::from(*count))).collect();
    let steps: Vec<_> = words
        .definitions()
        .into_iter()
        .zip(counts)
        .zip(&figures)
        .enumerate()
        .map(|(at, ((name, count), figure))| FunnelStep { name, count, figure, chosen: at == 1 })
        .take(count)
        .collect();
    let caption =
        Caption { title: words.funnel_title(), subtitle: words.as_of(), note: words.chosen() };
    DefinitionsFunnel { caption, steps: &steps }.png()
}

fn movement(words: &dyn Words, count: usize) -> Result<Vec<u8>, ChartError> {
    let (amounts, flows) = books::reviews(count);
    let figures: Vec<_> =
        amounts.iter().map(|column| column.map(|amount| words.number(amount))).collect();
    let dates: Vec<_> = (0..count).map(|at| words.month(at, count)).collect();
    let reviews: Vec<_> = (0..count)
        .map(|at| ReviewColumn {
            date: &dates[at],
            amounts: amounts[at],
            figures: [0, 1, 2, 3].map(|kind| figures[at][kind].as_str()),
        })
        .collect();
    TypeMovement {
        caption: Caption {
            title: words.movement_title(),
            subtitle: words.as_of(),
            note: words.bands(),
        },
        types: words.types(),
        reviews: &reviews,
        flows: &flows,
    }
    .png()
}

fn history(words: &dyn Words, count: usize) -> Result<Vec<u8>, ChartError> {
    let past = books::history(count);
    let dates: Vec<_> = (0..count).map(|at| words.month(at, count)).collect();
    let moments: Vec<_> = past
        .iter()
        .zip(&dates)
        .map(|((day, value, kind), date)| Moment { day: *day, date, value: *value, kind: *kind })
        .collect();
    ValueHistory {
        caption: Caption { title: "Van den Heuvel & Zonen BV", subtitle: words.as_of(), note: "" },
        value_axis: words.value(),
        types: words.types(),
        money: &|amount| words.money(amount),
        moments: &moments,
    }
    .png()
}
