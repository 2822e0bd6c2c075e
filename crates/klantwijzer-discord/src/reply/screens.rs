//! A page cut into screens that Discord can show.

use std::ops::Range;

use klantwijzer_text::render::{Block, Page, Table};

use super::markdown::{bold, cut, escape, small};

/// Characters that the text of an embed has at most; Discord allows 4,096, of
/// 6,000 in all embeds together with their titles and footers.
const MOST_CHARACTERS: usize = 3_800;

/// Rows of tables, and points of lists, on one screen of several.
const MOST_ROWS: usize = 15;

/// So many go on the only screen, where they fit: a menu beside them takes no more.
const ROWS_OF_ALL: usize = 25;

/// The longest line.
const LONGEST_LINE: usize = 900;

/// What stands for a cell with nothing in it, so that the next ones keep their place.
const NOTHING: &str = "—";

/// Notes below an answer take at most this much of the first screen.
const MOST_NOTES: usize = 1_400;

/// The page as Discord's Markdown, in one screen or more. The first has the
/// answer and what the reader must know beside it; the rows that do not fit go
/// on in the next ones.
pub(crate) fn screens(page: &Page) -> Vec<Screen> {
    let (notes, further) = notes(page);
    let lines: Vec<Line> = page.blocks.iter().flat_map(lines).chain(further).collect();
    let rows = lines.iter().filter(|line| line.row).count();
    let most_rows = if rows <= ROWS_OF_ALL { ROWS_OF_ALL } else { MOST_ROWS };
    let mut screens = Vec::new();
    let mut screen = Screen::new(&escape(&page.lead), notes.chars().count());
    for line in lines {
        if !screen.takes(&line, most_rows) {
            let next = screen.rows.end;
            screens.push(screen);
            screen = Screen::new("", 0);
            screen.rows = next..next;
            if let Some(head) = &line.head {
                screen.add(head);
            }
        }
        screen.add_line(&line);
    }
    screens.push(screen);
    if let (Some(first), false) = (screens.first_mut(), notes.is_empty()) {
        first.text.push_str("\n\n");
        first.text.push_str(&notes);
    }
    screens
}

/// A line of a page.
struct Line {
    text: String,
    /// Whether it begins a block.
    begins: bool,
    /// Whether it counts as a row.
    row: bool,
    /// What stands above the rows of its table, to be said again on a next screen.
    head: Option<String>,
}

/// What is shown at once.
pub(crate) struct Screen {
    /// The Markdown.
    pub(crate) text: String,
    /// Which rows of the page's tables and lists are on it, counted from the first.
    pub(crate) rows: Range<usize>,
    characters: usize,
}

impl Screen {
    fn new(text: &str, reserved: usize) -> Self {
        let text = cut(text, LONGEST_LINE);
        Self { characters: text.chars().count() + reserved, text, rows: 0..0 }
    }

    fn takes(&self, line: &Line, most_rows: usize) -> bool {
        let rows = self.rows.len() + usize::from(line.row);
        rows <= most_rows && self.characters + line.text.chars().count() + 2 <= MOST_CHARACTERS
    }

    fn add_line(&mut self, line: &Line) {
        if line.begins && !self.text.is_empty() {
            self.add("");
        }
        self.add(&line.text);
        self.rows.end += usize::from(line.row);
    }

    fn add(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.characters += text.chars().count() + 1;
    }
}

fn lines(block: &Block) -> Vec<Line> {
    match block {
        Block::Paragraph(text) => vec![plain(&escape(text), true)],
        Block::Bullets(points) => (0..)
            .zip(points)
            .map(|(at, point)| {
                let text = cut(&format!("• {}", escape(point)), LONGEST_LINE);
                Line { text, begins: at == 0, row: true, head: None }
            })
            .collect(),
        Block::Table(table) => table_lines(table),
        Block::Note(_) => Vec::new(),
    }
}

fn plain(text: &str, begins: bool) -> Line {
    Line { text: cut(text, LONGEST_LINE), begins, row: false, head: None }
}

/// A line a row, with its first cell in bold: Discord has no tables, and columns
/// made of spaces break on a phone.
fn table_lines(table: &Table) -> Vec<Line> {
    let named: Vec<&str> =
        table.head.iter().map(String::as_str).filter(|head| !head.is_empty()).collect();
    let head = (named.len() > 1).then(|| small(&named.join(" · ")));
    let mut lines: Vec<Line> = head.iter().map(|head| plain(head, true)).collect();
    for (at, row) in table.rows.iter().enumerate() {
        let text = cut(&row_text(row), LONGEST_LINE);
        lines.push(Line { text, begins: at == 0 && head.is_none(), row: true, head: head.clone() });
    }
    lines
}

fn row_text(row: &[String]) -> String {
    let blank = |cell: &String| cell.trim().is_empty();
    let filled = row.len() - row.iter().rev().take_while(|cell| blank(cell)).count();
    let shown = row.iter().take(filled).enumerate().map(|(column, cell)| match column {
        0 => bold(cell),
        _ if blank(cell) => NOTHING.to_owned(),
        _ => escape(cell),
    });
    shown.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The notes that stand on the first screen, and those that come after everything else because
/// it has no room for them.
fn notes(page: &Page) -> (String, Vec<Line>) {
    let notes = page.blocks.iter().filter_map(|block| match block {
        Block::Note(note) => Some(small(note)),
        _ => None,
    });
    let (mut text, mut further) = (String::new(), Vec::new());
    for note in notes {
        let longer = text.chars().count() + note.chars().count() + 1;
        if longer > MOST_NOTES || !further.is_empty() {
            further.push(plain(&note, further.is_empty()));
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&note);
    }
    (text, further)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MOST_CHARACTERS, MOST_NOTES, screens};
    use klantwijzer_text::render::Align;
    use klantwijzer_text::render::Page;
    use klantwijzer_text::render::Table;

    fn page(rows: &[(String, String)], lead: &str, notes: &[String]) -> Page {
        let mut page = Page::new(lead);
        let columns = [("Naam".to_owned(), Align::Left), ("Waarde".to_owned(), Align::Right)];
        let mut table = Table::new(columns);
        for (name, value) in rows {
            table.row([name.clone(), value.clone()]);
        }
        page.table(table);
        for note in notes {
            page.note(note);
        }
        page
    }

    fn texts(screens: &[super::Screen]) -> Vec<&str> {
        screens.iter().map(|screen| screen.text.as_str()).collect()
    }

    #[test]
    fn a_short_answer_is_one_screen() {
        let rows = [("Jansen *Metaal*".to_owned(), "€ 12.000".to_owned())];
        let shown = screens(&page(&rows, "Eén klant is strategisch.", &["Let op.".to_owned()]));
        insta::assert_snapshot!(texts(&shown).join("\n=====\n"), @r"
        Eén klant is strategisch.

        -# Naam · Waarde
        **Jansen \*Metaal\*** · € 12.000

        -# Let op.
        ");
    }

    proptest! {
        #[test]
        fn every_row_is_on_one_screen_and_every_screen_fits(
            rows in prop::collection::vec((".{0,1200}", ".{0,30}"), 0..60),
            lead in ".{0,2000}",
            notes in prop::collection::vec(".{0,500}", 0..8),
        ) {
            let rows: Vec<(String, String)> = (0..)
                .zip(rows)
                .map(|(at, (name, value))| (format!("row{at}end {name}"), value))
                .collect();
            let screens = screens(&page(&rows, &lead, &notes));
            let shown = texts(&screens);
            prop_assert_eq!(screens.last().map(|screen| screen.rows.end), Some(rows.len()));
            for screen in &shown {
                prop_assert!(screen.chars().count() <= MOST_CHARACTERS + MOST_NOTES / 100);
            }
            for at in 0..rows.len() {
                let mark = format!("**row{at}end ");
                let times: usize = shown.iter().map(|screen| screen.matches(&mark).count()).sum();
                prop_assert_eq!(times, 1, "row {}", at);
            }
        }
    }
}
