//! The one door for errors: each as a [`Failure`], in the person's language.

use klantwijzer_desk::{DeskError, ExpressionFlaw, stated_facts};
use klantwijzer_intake::Field;
use klantwijzer_store::{BackupFlaw, StoreError};

use crate::failure::Failure;
use crate::render::intake_failure;
use crate::texts::{Texts, clean, cut};
use crate::{fail, say};

/// A failure of the desk.
pub fn desk(error: &DeskError, texts: &Texts) -> Failure {
    match error {
        DeskError::Store(error) => store(error, texts),
        DeskError::NotAllowed { action, needs, has } => {
            let has = if let Some(level) = has {
                say!(texts, "level-has", level = texts.level(*level))
            } else {
                say!(texts, "level-has-none")
            };
            let (action, needs) = (texts.action(*action), texts.level(*needs));
            fail!(texts, "not-allowed", action, needs, has)
        }
        DeskError::DayToCome(day) => fail!(texts, "day-to-come", day = texts.date(*day)),
        DeskError::NotReviewed(error) => {
            // What was to be stored is stored: the words for it may not say otherwise.
            let problem = match **error {
                DeskError::Store(StoreError::Full) => say!(texts, "cause-disk-full"),
                DeskError::Store(StoreError::Conflict) => say!(texts, "cause-conflict"),
                ref error => desk(error, texts).message,
            };
            fail!(texts, "not-reviewed", problem)
        }
        DeskError::File(error) => intake_failure(error, texts),
        DeskError::NoSuchCurrency(code) => fail!(texts, "bad-currency", code),
        DeskError::NoMeaning(pair) => fail!(texts, "bad-map", pair),
        DeskError::NoSuchField(words) => {
            let known = stated_facts().map(|fact| fact.id().to_owned());
            let fields: Vec<String> =
                Field::PLAIN.iter().map(|field| field.id().to_owned()).chain(known).collect();
            let field = cut(&clean(words), 60).into_owned();
            fail!(texts, "bad-field", field, fields = texts.commas(&fields))
        }
        DeskError::NoSuchCustomer => fail!(texts, "no-such-customer"),
        DeskError::NothingToUndo => fail!(texts, "nothing-to-undo"),
        DeskError::TooManyCustomers(most) => {
            fail!(texts, "too-many-customers", most = texts.count(*most))
        }
        DeskError::Expression(flaw) => {
            fail!(texts, "expression", problem = expression(flaw, texts))
        }
        DeskError::UnknownName(name) => fail!(texts, "unknown-name", name),
        DeskError::NotYesOrNo => fail!(texts, "not-yes-or-no"),
        DeskError::Setting { name, .. } => {
            let id = name.replace(['_', '.'], "-");
            let range = say!(texts, &format!("setting-range-{id}"));
            fail!(texts, "setting", name = say!(texts, &format!("setting-{id}")), range)
        }
        DeskError::CurrencyInUse => fail!(texts, "currency-in-use"),
        DeskError::TimeZone(name) => fail!(texts, "time-zone", name),
        DeskError::NoSuchDefinition(name) => {
            fail!(texts, "no-such-definition", name)
        }
        DeskError::DayPassed => fail!(texts, "day-passed"),
        DeskError::NotErased => fail!(texts, "not-erased"),
        DeskError::NoRandomness(problem) => {
            fail!(texts, "no-randomness", problem)
        }
        DeskError::NoOwner => fail!(texts, "no-owner"),
        DeskError::NotYet(day) => fail!(texts, "not-yet", day = texts.date(*day)),
        DeskError::BadJudgement => fail!(texts, "bad-judgement"),
        DeskError::BadOverride => fail!(texts, "bad-override"),
    }
}

/// What is wrong with a definition.
fn expression(flaw: &ExpressionFlaw, texts: &Texts) -> String {
    match flaw {
        ExpressionFlaw::Unreadable { from } if from.trim().is_empty() => {
            say!(texts, "expression-flaw-end")
        }
        ExpressionFlaw::Unreadable { from } => {
            say!(texts, "expression-flaw-from", from = cut(&clean(from), 30).into_owned())
        }
        ExpressionFlaw::TooLong { most } => say!(texts, "expression-flaw-long", most = *most),
        ExpressionFlaw::Loop => say!(texts, "expression-flaw-loop"),
        ExpressionFlaw::Mismatch => say!(texts, "expression-flaw-mismatch"),
    }
}

/// A failure of the store.
pub fn store(error: &StoreError, texts: &Texts) -> Failure {
    match error {
        StoreError::InUse(folder) => fail!(texts, "in-use", folder),
        StoreError::Unreachable { place, reason } => {
            fail!(texts, "folder", folder = place, reason)
        }
        StoreError::Full => fail!(texts, "disk-full"),
        StoreError::Newer { .. } => fail!(texts, "newer"),
        StoreError::Conflict => fail!(texts, "conflict"),
        StoreError::NoSuchImport(number) => {
            fail!(texts, "no-such-import", number = texts.count(*number))
        }
        StoreError::BadBackup(flaw) => {
            let problem = match flaw {
                BackupFlaw::NoBackup => say!(texts, "backup-flaw-none"),
                BackupFlaw::OtherStore => say!(texts, "backup-flaw-other"),
                BackupFlaw::CutOff => say!(texts, "backup-flaw-cut"),
                BackupFlaw::Changed => say!(texts, "backup-flaw-changed"),
                BackupFlaw::Unreadable(reason) => say!(texts, "backup-flaw-unreadable", reason),
            };
            fail!(texts, "bad-backup", problem)
        }
        // What follows is for whoever looks into it: the store's own words.
        StoreError::Damaged(detail) => fail!(texts, "damaged", detail),
        StoreError::Refused(detail) => fail!(texts, "refused", detail),
        StoreError::BackupFailed(detail) => fail!(texts, "backup-failed", detail),
        StoreError::Unavailable(detail) => fail!(texts, "store", detail),
    }
}

/// A file that cannot be read or written.
pub fn file(path: &std::path::Path, error: &std::io::Error, texts: &Texts) -> Failure {
    let (file, reason) = (path.display().to_string(), error.to_string());
    if error.kind() == std::io::ErrorKind::NotFound {
        return fail!(texts, "no-such-file", file);
    }
    if error.kind() == std::io::ErrorKind::IsADirectory {
        return fail!(texts, "is-folder", file);
    }
    fail!(texts, "file", file, reason)
}

#[cfg(test)]
mod tests {
    use klantwijzer_core::language::Language;

    use super::*;

    /// Every failure that says that nothing was stored.
    fn kept_nothing() -> Vec<StoreError> {
        let words = || "words".to_owned();
        vec![
            StoreError::Full,
            StoreError::Conflict,
            StoreError::Damaged(words()),
            StoreError::Refused(words()),
            StoreError::BadBackup(BackupFlaw::CutOff),
            StoreError::Unavailable(words()),
        ]
    }

    #[test]
    fn the_store_is_worded_once_and_in_the_persons_language() {
        let detail = || "a block is missing".to_owned();
        let all = [
            (StoreError::Damaged(detail()), true),
            (StoreError::Refused(detail()), true),
            (StoreError::BackupFailed(detail()), true),
            (StoreError::Unavailable(detail()), true),
            (StoreError::BadBackup(BackupFlaw::NoBackup), false),
            (StoreError::BadBackup(BackupFlaw::OtherStore), false),
            (StoreError::BadBackup(BackupFlaw::CutOff), false),
            (StoreError::BadBackup(BackupFlaw::Changed), false),
        ];
        for (error, detailed) in all {
            let own = error.to_string();
            let sentence = own.split([':', ';']).next().unwrap_or_default();
            let dutch = store(&error, Texts::of(Language::Nl)).message;
            let english = store(&error, Texts::of(Language::En)).message;
            assert!(!dutch.contains(sentence), "{dutch}");
            assert_eq!(english.matches(sentence).count(), 0, "{english}");
            for told in [&dutch, &english] {
                assert_eq!(told.contains(&detail()), detailed, "{told}");
            }
            let words = [" the ", " it ", " is cut", "backup of "];
            let dutch = dutch.replace(&detail(), "");
            assert!(!words.iter().any(|word| dutch.contains(word)), "{dutch}");
            for language in Language::ALL {
                let told = store(&error, Texts::in_discord(language)).message;
                let from_backups = matches!(error, StoreError::BackupFailed(_));
                assert!(from_backups || !told.contains(&detail()), "{told}");
            }
        }
    }

    #[test]
    fn what_is_kept_is_never_said_not_to_be() {
        for language in Language::ALL {
            for texts in [Texts::of(language), Texts::in_discord(language)] {
                for error in kept_nothing() {
                    let error = DeskError::NotReviewed(Box::new(DeskError::Store(error)));
                    let told = desk(&error, texts).to_string();
                    for wrong in ["nothing was stored", "niets opgeslagen"] {
                        assert!(!told.contains(wrong), "{told}");
                    }
                }
            }
        }
    }
}
