//! What a person states about files, because they do not say it themselves.

use klantwijzer_core::customer::Role;
use klantwijzer_intake::{DateOrder, DecimalSign, FileKind};

use crate::fits::Fits;

/// A kind of file by its id.
pub fn kind(id: &str) -> Result<FileKind, Fits> {
    let known = FileKind::ALL.iter().copied();
    known.clone().find(|kind| kind.id() == id).ok_or_else(|| Fits::words(known.map(FileKind::id)))
}

/// The order of day and month: dmy or mdy.
pub fn date_order(id: &str) -> Result<DateOrder, Fits> {
    DateOrder::from_id(id).ok_or_else(|| Fits::words(["dmy", "mdy"]))
}

/// The decimal sign: comma or point, also in Dutch.
pub fn decimal(id: &str) -> Result<DecimalSign, Fits> {
    let english = match id {
        "komma" => "comma",
        "punt" => "point",
        other => other,
    };
    DecimalSign::from_id(english).ok_or_else(|| Fits::words(["comma", "point"]))
}

/// A role by its id.
pub fn role(id: &str) -> Result<Role, Fits> {
    Role::from_id(id).ok_or_else(|| Fits::words(Role::ALL.map(Role::id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_told_with_what_does() {
        assert_eq!(decimal("komma"), Ok(DecimalSign::Comma));
        assert_eq!(decimal("dot"), Err(Fits::words(["comma", "point"])));
        assert_eq!(date_order("mdy"), Ok(DateOrder::MonthFirst));
        assert_eq!(date_order("ymd"), Err(Fits::words(["dmy", "mdy"])));
        assert_eq!(role("data_buyer"), Ok(Role::DataBuyer));
        assert!(matches!(role("boss"), Err(Fits::Words(words)) if words.len() == 8));
        assert_eq!(kind("invoices"), Ok(FileKind::Invoices));
        assert!(kind("nonsense").is_err());
    }
}
