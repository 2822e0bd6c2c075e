//! Pictures of a book: what is drawn, in the words of the person who asks.

use jiff::civil::Date;
use klantwijzer_answer::body::Body;
use klantwijzer_answer::portfolio::{Portfolio, Row};
use klantwijzer_answer::query::{Filter, Query};
use klantwijzer_chart::{
    Bubble, Caption, ChartError, DefinitionsFunnel, FunnelStep, Moment, PortfolioMatrix, Quarter,
    ReviewColumn, TypeMovement, ValueHistory,
};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::known;
use klantwijzer_core::review::SectorRecord;
use klantwijzer_core::types::CustomerType;
use klantwijzer_frontend::Program;
use klantwijzer_text::{Failure, Texts, fail, render, say};

use super::press::Picture;

/// The most reviews in the picture of movement.
const MOST_REVIEWS: usize = 24;

/// The most definitions in the funnel.
const MOST_STEPS: usize = 24;

/// The most moments in a customer's history.
const MOST_MOMENTS: usize = 400;

/// A picture, and what it shows in words, for who cannot see it.
pub(super) struct Drawn {
    pub(super) png: Vec<u8>,
    pub(super) text: String,
    /// The same picture of other sectors, with what those are called.
    pub(super) others: Vec<(Picture, String)>,
}

impl Drawn {
    fn new(png: Result<Vec<u8>, ChartError>, text: String, texts: &Texts) -> Result<Self, Failure> {
        match png {
            Ok(png) => Ok(Self { png, text, others: Vec::new() }),
            Err(ChartError::Empty) => Err(fail!(texts, "nothing-to-draw")),
            Err(other) => Err(fail!(texts, "not-drawn", problem = other.to_string())),
        }
    }
}

/// Draws a picture of the book of this program.
pub(super) fn draw(program: &Program, picture: Picture) -> Result<Drawn, Failure> {
    match picture {
        Picture::Matrix => matrix(program, None),
        Picture::MatrixOf(place) => matrix(program, Some(usize::from(place))),
        Picture::Funnel => funnel(program),
        Picture::Movement => movement(program),
        Picture::History(customer) => history(program, customer),
    }
}

fn matrix(program: &Program, place: Option<usize>) -> Result<Drawn, Failure> {
    let texts = program.texts;
    let book = program.book()?;
    let portfolio = book.portfolio();
    let review = portfolio.review().ok_or_else(|| fail!(texts, "nothing-to-draw"))?;
    let is_scored = |sector: &&SectorRecord| sector.outage.is_none() && sector.customers > 0;
    let largest = || review.sectors.iter().filter(is_scored).max_by_key(|sector| sector.customers);
    let sector = match place {
        Some(place) => review.sectors.get(place).filter(is_scored),
        None => largest(),
    };
    let sector = sector.ok_or_else(|| fail!(texts, "nothing-to-draw"))?;
    let names = program.names(&book);
    let called = |row: &Row<'_>| render::customer_name(row.no(), texts, &names);
    let scored = scored_rows(portfolio, sector, program.today());
    let labels: Vec<String> = scored.iter().map(|(row, ..)| called(row)).collect();
    let bubbles: Vec<Bubble<'_>> = scored
        .iter()
        .zip(&labels)
        .map(|((row, value, kind), name)| Bubble {
            name,
            value: *value,
            potential: known(row.potential()),
            kind: *kind,
        })
        .collect();
    let counts: [u32; 4] = CustomerType::ALL
        .map(|kind| bubbles.iter().filter(|bubble| bubble.kind == kind).count() as u32);
    let names = CustomerType::ALL.map(|kind| render::capital(&texts.customer_type(kind)));
    let notes = counts.map(|n| say!(texts, "chart-customers", n = n));
    let money = |amount: f64| texts.money_short(amount, &review.currency);
    let points = |points: f64| texts.number(points);
    let title = say!(texts, "chart-matrix");
    let subtitle = subtitle(program, sector, review.sectors.len(), review.as_of);
    let crowded = bubbles.len() > PortfolioMatrix::MOST_BUBBLES;
    let note = if crowded {
        say!(texts, "chart-crowded", n = PortfolioMatrix::BUBBLES_OVER_CELLS)
    } else {
        say!(texts, "chart-bubbles")
    };
    let drawn = PortfolioMatrix {
        caption: Caption { title: &title, subtitle: &subtitle, note: &note },
        value_axis: &say!(texts, "chart-value-uneven"),
        potential_axis: &say!(texts, "chart-potential"),
        unknown_potential: &say!(texts, "chart-unknown-potential"),
        quarters: std::array::from_fn(|at| Quarter { name: &names[at], note: &notes[at] }),
        value_border: border(sector, &bubbles),
        potential_border: review.thresholds.high_potential,
        money: &money,
        points: &points,
        customers: &bubbles,
    };
    let parts: Vec<String> = names
        .iter()
        .zip(&notes)
        .map(|(name, note)| say!(texts, "chart-part", name = name.clone(), figure = note.clone()))
        .collect();
    let mut text =
        say!(texts, "chart-matrix-says", title = subtitle.clone(), parts = texts.and(&parts));
    let astray = bubbles.iter().filter(|bubble| drawn.is_astray(bubble)).count();
    let typed = portfolio.rows().filter(|row| row.customer_type(program.today()).is_some());
    let left_out = typed.count().saturating_sub(bubbles.len());
    for (id, n) in [("chart-astray", astray), ("chart-left-out", left_out)] {
        if n > 0 {
            text = format!("{text} {}", say!(texts, id, n = n));
        }
    }
    let others = (0_u8..).zip(&review.sectors).filter(|(_, other)| is_scored(other));
    let others = others
        .filter(|(_, other)| other.id != sector.id)
        .map(|(place, other)| (Picture::MatrixOf(place), sector_name(program, other)))
        .collect();
    Ok(Drawn { others, ..Drawn::new(drawn.png(), text, texts)? })
}

/// The scored customers of a sector plugin, with value and type.
fn scored_rows<'a>(
    portfolio: &'a Portfolio,
    sector: &SectorRecord,
    day: Date,
) -> Vec<(Row<'a>, f64, CustomerType)> {
    let of_sector =
        |row: &Row<'_>| row.sector_record().is_some_and(|record| record.id == sector.id);
    let rows = portfolio.rows().filter(of_sector);
    rows.filter_map(|row| Some((row, known(row.value())?, row.customer_type(day)?))).collect()
}

/// Where high value begins; above everybody where nobody's is high.
fn border(sector: &SectorRecord, bubbles: &[Bubble<'_>]) -> f64 {
    if sector.high_value_from.is_finite() {
        return sector.high_value_from;
    }
    let highest = bubbles.iter().map(|bubble| bubble.value).fold(0.0, f64::max);
    highest.max(1.0) * 1.1
}

fn subtitle(program: &Program, sector: &SectorRecord, sectors: usize, day: Date) -> String {
    let texts = program.texts;
    let day = texts.date(day);
    if sectors > 1 {
        let sector = sector_name(program, sector);
        say!(texts, "chart-sector-as-of", sector = sector, day = day)
    } else {
        say!(texts, "chart-as-of", day = day)
    }
}

/// What the sector of a plugin is called; its id where the plugin is gone.
fn sector_name(program: &Program, sector: &SectorRecord) -> String {
    let mut manifests = program.desk.manifests();
    let found = manifests.find(|manifest| manifest.id == sector.id);
    found.map_or_else(
        || sector.id.to_string(),
        |manifest| render::capital(program.texts.words(&manifest.name)),
    )
}

fn funnel(program: &Program) -> Result<Drawn, Failure> {
    let texts = program.texts;
    let query =
        Query::CountByDefinition { definition: None, filter: Filter::default(), period: None };
    let book = program.book()?;
    let answer = program.wait(book.answer(&query))?;
    let Body::Count(count) = &answer.body else {
        return Err(fail!(texts, "nothing-to-draw"));
    };
    let names = program.names(&book);
    let all = f64::from(book.portfolio().customers());
    let steps: Vec<(String, u32, String, bool)> = [&count.first]
        .into_iter()
        .chain(&count.funnel)
        .enumerate()
        .filter_map(|(at, step)| {
            let n = step.count?;
            let name = render::counted_definition(step, &answer.currency, texts, &names);
            let share = texts.percent(f64::from(n) / all.max(1.0));
            let figure = say!(texts, "chart-figure", n = texts.count(n), share = share);
            Some((render::capital(&name), n, figure, at == 0))
        })
        .take(MOST_STEPS)
        .collect();
    let drawn: Vec<FunnelStep<'_>> = steps
        .iter()
        .map(|(name, count, figure, chosen)| FunnelStep {
            name,
            count: *count,
            figure,
            chosen: *chosen,
        })
        .collect();
    let title = say!(texts, "chart-funnel");
    let subtitle = say!(texts, "chart-as-of", day = texts.date(answer.as_of));
    let note = say!(texts, "chart-chosen");
    let caption = Caption { title: &title, subtitle: &subtitle, note: &note };
    let png = DefinitionsFunnel { caption, steps: &drawn }.png();
    Drawn::new(png, render::answer(&answer, texts, &names).lead, texts)
}

fn movement(program: &Program) -> Result<Drawn, Failure> {
    let texts = program.texts;
    let who = program.who();
    let movement = program.wait(program.desk.movement(&who, MOST_REVIEWS))?;
    let columns: Vec<(String, [f64; 4], [String; 4])> = movement
        .reviews
        .iter()
        .map(|(day, counts)| {
            (short_day(*day, texts), counts.map(f64::from), counts.map(|n| texts.count(n)))
        })
        .collect();
    let reviews: Vec<ReviewColumn<'_>> = columns
        .iter()
        .map(|(date, amounts, figures)| ReviewColumn {
            date,
            amounts: *amounts,
            figures: figures.each_ref().map(String::as_str),
        })
        .collect();
    let flows: Vec<[[f64; 4]; 4]> =
        movement.flows.iter().map(|flow| flow.map(|row| row.map(f64::from))).collect();
    let names = CustomerType::ALL.map(|kind| render::capital(&texts.customer_type(kind)));
    let (title, note) = (say!(texts, "chart-movement"), say!(texts, "chart-bands"));
    let caption = Caption { title: &title, subtitle: "", note: &note };
    let types = names.each_ref().map(String::as_str);
    let drawn = TypeMovement { caption, types, reviews: &reviews, flows: &flows };
    let png = drawn.png();
    if let Err(ChartError::Empty) = png {
        return Err(fail!(texts, "one-review"));
    }
    let moved: u32 = movement.flows.iter().map(changed).sum();
    let n = movement.reviews.len();
    let text = say!(texts, "chart-movement-says", n = n, moved = texts.count(moved));
    Drawn::new(png, text, texts)
}

/// How many got another type.
fn changed(flow: &[[u32; 4]; 4]) -> u32 {
    let cells = flow.iter().enumerate().flat_map(|(from, row)| {
        row.iter().enumerate().filter(move |(to, _)| *to != from).map(|(_, n)| *n)
    });
    cells.sum()
}

fn history(program: &Program, customer: CustomerNo) -> Result<Drawn, Failure> {
    let texts = program.texts;
    let book = program.book()?;
    let answer = program.wait(book.answer(&Query::ScoreHistory { customer }))?;
    let Body::History(history) = &answer.body else {
        return Err(fail!(texts, "no-such-customer"));
    };
    let skipped = history.points.len().saturating_sub(MOST_MOMENTS);
    let points = history.points.iter().skip(skipped);
    let days: Vec<String> = points.clone().map(|point| short_day(point.as_of, texts)).collect();
    let moments: Vec<Moment<'_>> = points
        .zip(&days)
        .map(|(point, date)| Moment {
            day: days_since_epoch(point.as_of),
            date,
            value: point.value,
            kind: point.customer_type,
        })
        .collect();
    let names = CustomerType::ALL.map(|kind| render::capital(&texts.customer_type(kind)));
    let money = |amount: f64| texts.money_short(amount, &answer.currency);
    let subtitle = say!(texts, "chart-history");
    let caption = Caption { title: &history.card.name, subtitle: &subtitle, note: "" };
    let drawn = ValueHistory {
        caption,
        value_axis: &say!(texts, "chart-value"),
        types: names.each_ref().map(String::as_str),
        money: &money,
        moments: &moments,
    };
    Drawn::new(drawn.png(), render::answer(&answer, texts, &program.names(&book)).lead, texts)
}

fn days_since_epoch(day: Date) -> i32 {
    let days = klantwijzer_core::period::days_between(jiff::civil::date(1970, 1, 1), day);
    i32::try_from(days).unwrap_or_default()
}

/// A day as it fits below a column.
fn short_day(day: Date, texts: &Texts) -> String {
    let month = format!("chart-month-{}", day.month());
    let (number, year) = (day.day().to_string(), day.year().to_string());
    say!(texts, "chart-day", day = number, month = say!(texts, &month), year = year)
}
