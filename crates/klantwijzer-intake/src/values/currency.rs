//! Currencies in cells and headers, and their conversion.

use jiff::civil::Date;
use klantwijzer_core::money::Currency;
use klantwijzer_core::settings::Rate;
use rust_decimal::Decimal;

use super::exact;

/// Codes that are recognised in headers. Codes that are also common words,
/// such as ALL and TOP, are left out.
const CODES: [&str; 37] = [
    "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
    "BGN", "ISK", "TRY", "RUB", "UAH", "CAD", "AUD", "NZD", "HKD", "SGD", "INR", "IDR", "KRW",
    "THB", "MYR", "PHP", "ZAR", "BRL", "MXN", "ILS", "AED", "SAR", "MAD", "XOF",
];

/// Dollars, among which the sign `$` does not choose.
const DOLLARS: [&str; 6] = ["USD", "CAD", "AUD", "NZD", "HKD", "SGD"];

const SIGNS: [(&str, &str); 9] = [
    ("US$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₺", "TRY"),
    ("₽", "RUB"),
    ("zł", "PLN"),
    ("$", "$"),
];

/// A currency as a cell or header names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named<'t> {
    /// By its code, in any case.
    Code(&'t str),
    /// By the sign `$`, which many currencies share.
    Dollar,
}

impl Named<'_> {
    /// The currency; `$` is the workspace's own where that is a dollar.
    pub(crate) fn currency(self, own: &Currency) -> Option<Currency> {
        match self {
            Self::Code(code) => Currency::new(code),
            Self::Dollar if DOLLARS.contains(&own.code()) => Some(own.clone()),
            Self::Dollar => Currency::new("USD"),
        }
    }
}

/// Takes the currency off an amount: `€ 12`, `12 USD`, `-$12`, `EUR 1.234,50-`.
/// Gives the rest as it stood, with the sign of the number still on it.
pub(crate) fn split(cell: &str) -> (Option<Named<'_>>, std::borrow::Cow<'_, str>) {
    use std::borrow::Cow;
    let bytes = cell.as_bytes();
    let number_like = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b',');
    if bytes.iter().all(|b| number_like(b) || *b == b'-') {
        return (None, Cow::Borrowed(cell));
    }
    let lead_end = cell.find(|c: char| c.is_ascii_digit()).unwrap_or(cell.len());
    let (lead, rest) = cell.split_at(lead_end);
    if let Some((named, at, length)) = find_name(lead) {
        let without = format!("{}{}{rest}", &lead[..at], lead[at + length..].trim_start());
        return (Some(named), Cow::Owned(without.trim().to_owned()));
    }
    let tail_start = cell.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let (rest, tail) = cell.split_at(tail_start);
    if let Some((named, at, length)) = find_name(tail) {
        let without = format!("{rest}{}{}", tail[..at].trim_end(), &tail[at + length..]);
        return (Some(named), Cow::Owned(without.trim().to_owned()));
    }
    (None, Cow::Borrowed(cell))
}

/// The currency that a cell of currencies names, by code or sign.
pub(crate) fn named(cell: &str) -> Option<Named<'_>> {
    find_name(cell)
        .filter(|(_, at, length)| *at == 0 && *length == cell.len())
        .map(|(named, _, _)| named)
}

/// A currency by its sign, that sign, and where it stands.
fn sign(text: &str) -> Option<(Named<'static>, &'static str, usize)> {
    let (sign, code, at) =
        SIGNS.iter().find_map(|(sign, code)| Some((*sign, *code, text.find(sign)?)))?;
    let named = if code == "$" { Named::Dollar } else { Named::Code(code) };
    Some((named, sign, at))
}

/// A currency in the letters around a number: where it stands and how long it is.
fn find_name(text: &str) -> Option<(Named<'_>, usize, usize)> {
    if let Some((named, sign, at)) = sign(text) {
        return Some((named, at, sign.len()));
    }
    let start = text.find(|c: char| c.is_ascii_alphabetic())?;
    let length = text[start..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &text[start..start + length];
    let is_code =
        length == 3 && !word.eq_ignore_ascii_case("nan") && !word.eq_ignore_ascii_case("inf");
    is_code.then_some((Named::Code(word), start, length))
}

/// The currency that a header states, such as `Total_Spend_USD` or `Bedrag (€)`,
/// and the header without it.
pub(crate) fn in_header(header: &str) -> Option<(Named<'static>, String)> {
    if let Some((named, sign, _)) = sign(header) {
        return Some((named, header.replace(sign, " ")));
    }
    let mut at = 0;
    for word in header.split(|c: char| !c.is_alphanumeric()) {
        let common = ["eur", "usd", "gbp", "chf"].contains(&word.to_ascii_lowercase().as_str());
        let code = CODES
            .into_iter()
            .find(|code| *code == word || common && word.eq_ignore_ascii_case(code));
        if let Some(code) = code {
            let without = format!("{} {}", &header[..at], &header[at + word.len()..]);
            return Some((Named::Code(code), without));
        }
        at += word.len();
        at += header[at..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

/// The workspace's rate table, ready for a file.
pub(crate) struct Rates {
    pub(crate) own: Currency,
    /// By currency, then by first day.
    table: Vec<(Currency, Option<Date>, Decimal)>,
}

/// A currency without a usable rate on the day.
pub(crate) struct NoRate(pub(crate) Currency);

impl Rates {
    pub(crate) fn new(own: &Currency, rates: &[Rate]) -> Self {
        let mut table: Vec<_> = rates
            .iter()
            .filter(|rate| rate.rate > 0.0)
            .filter_map(|rate| {
                Some((rate.currency.clone(), rate.from, exact::from_f64(rate.rate)?))
            })
            .collect();
        table.sort();
        Self { own: own.clone(), table }
    }

    /// Units of the workspace's currency for one unit of `currency` on `day`;
    /// `None` where they are the same.
    pub(crate) fn factor(&self, currency: &Currency, day: Date) -> Result<Option<Decimal>, NoRate> {
        if *currency == self.own {
            return Ok(None);
        }
        self.table
            .iter()
            .rev()
            .find(|(code, from, _)| code == currency && from.is_none_or(|from| from <= day))
            .map(|(_, _, rate)| Some(*rate))
            .ok_or_else(|| NoRate(currency.clone()))
    }
}
