//! A page of text: what every frontend shows, each in its own way.

use crate::say;
use crate::texts::{Texts, clean};

/// An answer as text: short first, then the reasons. No part of it can steer a
/// terminal, and none of it is markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The answer in a sentence or two.
    pub lead: String,
    /// The reasons and details, in the order of reading.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(String),
    /// Short points.
    Bullets(Vec<String>),
    /// Rows and columns.
    Table(Table),
    /// Something beside the answer that the reader must know.
    Note(String),
}

/// Rows and columns; every row is as long as the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The columns' headers.
    pub head: Vec<String>,
    /// The columns' alignment.
    pub align: Vec<Align>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// To which side a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

impl Page {
    /// A page with an answer and nothing more.
    pub fn new(lead: impl AsRef<str>) -> Self {
        Self { lead: clean(lead.as_ref()).into_owned(), blocks: Vec::new() }
    }

    /// Adds running text.
    pub fn paragraph(&mut self, text: impl AsRef<str>) {
        self.blocks.push(Block::Paragraph(clean(text.as_ref()).into_owned()));
    }

    /// Adds short points, if there are any.
    pub fn bullets(&mut self, points: impl IntoIterator<Item = String>) {
        let points: Vec<_> = points.into_iter().map(|point| clean(&point).into_owned()).collect();
        if !points.is_empty() {
            self.blocks.push(Block::Bullets(points));
        }
    }

    /// Puts short points before everything but the lead.
    pub fn before(&mut self, points: impl IntoIterator<Item = String>) {
        let points = points.into_iter().map(|point| clean(&point).into_owned());
        self.blocks.insert(0, Block::Bullets(points.collect()));
    }

    /// Adds a table, if it has rows, under a line that says what it shows.
    pub fn titled_table(&mut self, title: impl AsRef<str>, table: Table) {
        if !table.rows.is_empty() {
            self.paragraph(title);
            self.blocks.push(Block::Table(table));
        }
    }

    /// Adds a table, if it has rows.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Puts something that the reader must know first right after the lead.
    pub fn note_first(&mut self, text: impl AsRef<str>) {
        self.blocks.insert(0, Block::Note(clean(text.as_ref()).into_owned()));
    }

    /// Adds something beside the answer.
    pub fn note(&mut self, text: impl AsRef<str>) {
        self.blocks.push(Block::Note(clean(text.as_ref()).into_owned()));
    }

    /// The page with at most so many rows in a table and points in a list, and a
    /// line that says how many were left out.
    #[must_use]
    pub fn shortened(&self, most: usize, texts: &Texts) -> Self {
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            let mut block = block.clone();
            let left_out = match &mut block {
                Block::Table(table) => shorten(&mut table.rows, most),
                Block::Bullets(points) => shorten(points, most.min(MOST_POINTS)),
                Block::Paragraph(_) | Block::Note(_) => 0,
            };
            blocks.push(block);
            if left_out > 0 {
                blocks.push(Block::Paragraph(say!(texts, "left-out", n = left_out)));
            }
        }
        Self { lead: self.lead.clone(), blocks }
    }
}

fn shorten<T>(items: &mut Vec<T>, most: usize) -> usize {
    let left_out = items.len().saturating_sub(most);
    items.truncate(most);
    left_out
}

/// The most points of a shortened list; each can be a paragraph.
const MOST_POINTS: usize = 8;

impl Table {
    /// A table with these columns and no rows yet.
    pub fn new<const N: usize>(columns: [(String, Align); N]) -> Self {
        let (head, align) = columns.map(|(head, align)| (header(&head), align)).into_iter().unzip();
        Self { head, align, rows: Vec::new() }
    }

    /// A table with a row for each of these things, to be written column by column.
    pub fn of<T>(things: impl IntoIterator<Item = T>) -> Columns<T> {
        let things: Vec<T> = things.into_iter().collect();
        let rows = things.iter().map(|_| Vec::new()).collect();
        Columns { things, table: Self { head: Vec::new(), align: Vec::new(), rows } }
    }

    /// Adds a row, in the order of the columns.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.map(|text| cell(&text)).to_vec());
    }

    /// The table without columns, other than the first, in which no row says
    /// anything.
    #[must_use]
    pub fn without_empty_columns(mut self, texts: &Texts) -> Self {
        let unknown = texts.unknown();
        let says = |cell: &String| !cell.is_empty() && *cell != unknown;
        for column in (1..self.head.len()).rev() {
            if !self.rows.iter().any(|row| row.get(column).is_some_and(says)) {
                self.head.remove(column);
                self.align.remove(column);
                for row in &mut self.rows {
                    row.remove(column);
                }
            }
        }
        self
    }
}

/// A table that is written column by column, with the things that have a row.
pub struct Columns<T> {
    things: Vec<T>,
    table: Table,
}

impl<T> Columns<T> {
    /// Adds a column of words: its header, and what stands in it for a thing.
    #[must_use]
    pub fn left(self, head: impl AsRef<str>, words: impl Fn(&T) -> String) -> Self {
        self.column(head.as_ref(), Align::Left, words)
    }

    /// Adds a column of numbers.
    #[must_use]
    pub fn right(self, head: impl AsRef<str>, number: impl Fn(&T) -> String) -> Self {
        self.column(head.as_ref(), Align::Right, number)
    }

    fn column(mut self, head: &str, align: Align, text: impl Fn(&T) -> String) -> Self {
        self.table.head.push(header(head));
        self.table.align.push(align);
        for (row, thing) in self.table.rows.iter_mut().zip(&self.things) {
            row.push(cell(&text(thing)));
        }
        self
    }

    /// The table with all of its columns.
    pub fn table(self) -> Table {
        self.table
    }

    /// The table without columns, other than the first, in which no row says anything.
    pub fn without_empty_columns(self, texts: &Texts) -> Table {
        self.table.without_empty_columns(texts)
    }
}

fn header(text: &str) -> String {
    capital(&cell(text))
}

fn cell(text: &str) -> String {
    clean(text).into_owned()
}

/// The text with a capital to begin with.
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
