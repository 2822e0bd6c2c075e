//! The names of months and weekdays, Dutch and English.

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb", "febr"],
    &["maart", "march", "mrt", "mar", "maa"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const WEEKDAYS: &str = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo \
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur \
    thurs fri sat sun mo tu we th";

/// The number of the month with this name, from 1.
pub(crate) fn number(name: &str) -> Option<i32> {
    let is_it = |known: &&str| known.eq_ignore_ascii_case(name);
    (1..).zip(MONTHS).find(|(_, names)| names.iter().any(is_it)).map(|(month, _)| month)
}

/// Whether this is the name of a weekday.
pub(crate) fn is_weekday(name: &str) -> bool {
    WEEKDAYS.split(' ').any(|known| known.eq_ignore_ascii_case(name))
}
