//! A page as plain text, and fitted to a terminal.

use comfy_table::{
    Attribute, Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid,
    Width, presets,
};
use unicode_width::UnicodeWidthStr;

use super::page::{Align, Block, Page, Table};

/// Spaces on both sides of a cell.
const PADDING: usize = 2;

/// Columns that a cell's text has at least, where the window allows it.
const NARROWEST_COLUMN: usize = 6;

/// The narrowest that a page is laid out for.
const NARROWEST: usize = 40;

impl Page {
    /// The page as plain text at most `width` columns wide: for pipes, files and
    /// scripts. Tables are aligned and have no borders.
    pub fn plain(&self, width: usize) -> String {
        self.lay_out(&Look { width: width.max(NARROWEST), borders: false, colour: false })
    }

    /// The page for a window of this width, with attributes of the terminal only
    /// where `colour` asks for them.
    pub fn terminal(&self, width: usize, colour: bool) -> String {
        self.lay_out(&Look { width: width.max(NARROWEST), borders: true, colour })
    }

    fn lay_out(&self, look: &Look) -> String {
        let mut parts = vec![look.strong(&wrap(&self.lead, look.width, "", ""))];
        for block in &self.blocks {
            parts.push(match block {
                Block::Paragraph(text) => wrap(text, look.width, "", ""),
                Block::Bullets(points) => {
                    let lines = points.iter().map(|point| wrap(point, look.width, "• ", "  "));
                    lines.collect::<Vec<_>>().join("\n")
                }
                Block::Table(table) => look.table(table),
                Block::Note(text) => look.faint(&wrap(text, look.width, "› ", "  ")),
            });
        }
        // Spaces that must not break a line have done their work.
        parts.join("\n\n").replace('\u{a0}', " ")
    }
}

/// How a page is laid out.
struct Look {
    width: usize,
    borders: bool,
    colour: bool,
}

impl Look {
    fn table(&self, table: &Table) -> String {
        let mut grid = Grid::new();
        grid.force_no_tty();
        grid.set_content_arrangement(ContentArrangement::Dynamic);
        grid.set_width(u16::try_from(self.width).unwrap_or(u16::MAX));
        if self.borders {
            let line = LineStyle::none().fill('─');
            grid.load_style(presets::NOTHING.header_separator(line));
        } else {
            grid.load_style(presets::NOTHING);
        }
        if self.colour {
            grid.enforce_styling();
        }
        grid.set_header(table.head.iter().map(|head| {
            let cell = Cell::new(head);
            if self.colour { cell.add_attribute(Attribute::Bold) } else { cell }
        }));
        grid.add_rows(&table.rows);
        for (column, align) in grid.column_iter_mut().zip(&table.align) {
            column.set_cell_alignment(match align {
                Align::Left => CellAlignment::Left,
                Align::Right => CellAlignment::Right,
            });
        }
        for (column, width) in grid.column_iter_mut().zip(self.least_widths(table)) {
            let width = u16::try_from(width).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width)));
        }
        if let (false, Some(first)) = (self.borders, grid.column_mut(0)) {
            first.set_padding((0, 1));
        }
        grid.trim_fmt()
    }

    /// The narrowest that each column becomes, padding included, so that numbers
    /// stay on one line and words stay whole; narrower where all of that does not
    /// fit the window, and no bounds where even that does not.
    fn least_widths(&self, table: &Table) -> Vec<usize> {
        let least: Vec<usize> =
            (0..table.head.len()).map(|column| least_width(table, column)).collect();
        (NARROWEST_COLUMN..=self.width)
            .rev()
            .map(|most| least.iter().map(|width| PADDING + width.min(&most)).collect::<Vec<_>>())
            .find(|widths| widths.iter().sum::<usize>() <= self.width)
            .unwrap_or_default()
    }

    fn strong(&self, text: &str) -> String {
        if self.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn faint(&self, text: &str) -> String {
        if self.colour { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// The width of a column's longest number, or of its longest word.
fn least_width(table: &Table, column: usize) -> usize {
    let word = |text: &String| text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    let is_number = table.align.get(column) == Some(&Align::Right);
    let cell = |text: &String| if is_number { text.width() } else { word(text) };
    let cells = table.rows.iter().filter_map(|row| row.get(column)).map(cell);
    cells.chain(table.head.get(column).map(word)).max().unwrap_or(0)
}

/// Breaks a text at spaces into lines of at most `width` columns; a longer word
/// stands on a line of its own.
fn wrap(text: &str, width: usize, first: &str, rest: &str) -> String {
    let mut lines = vec![first.to_owned()];
    let mut used = first.width();
    let mut at_start = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let space = usize::from(!at_start);
        if !at_start && used + space + word.width() > width {
            lines.push(rest.to_owned());
            used = rest.width();
            at_start = true;
        }
        if let Some(line) = lines.last_mut() {
            if !at_start {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
        }
        used += word.width();
        at_start = false;
    }
    lines.join("\n")
}
