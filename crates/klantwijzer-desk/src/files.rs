//! From the bytes of files to what importing them changes: the one road there is.

use jiff::civil::Date;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::Role;
use klantwijzer_core::facts::{Fact, FactCatalog, Source};
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::money::Currency;
use klantwijzer_core::records::Rejected;
use klantwijzer_intake::{
    DateOrder, DecimalSign, Field, FileKind, FileReport, Intake, Options, read,
};
use smol_str::SmolStr;

use crate::{Desk, DeskError, ImportReport, Result, Who};

/// A file, or what a person pasted in place of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, without its folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a person states about files, because they do not say it themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// What the files hold.
    pub kind: Option<FileKind>,
    /// What columns mean, each as `HEADER=field`: the field by its id, or in the
    /// words of a header.
    pub columns: Vec<String>,
    /// The day of every row, for files without dates.
    pub date: Option<Date>,
    /// The order of day and month.
    pub dates: Option<DateOrder>,
    /// The decimal sign.
    pub decimal: Option<DecimalSign>,
    /// The currency of amounts that do not say theirs, by its code.
    pub currency: Option<String>,
    /// The sector plugin of every customer in the files.
    pub plugin: Option<String>,
    /// The role of every customer in the files.
    pub role: Option<Role>,
}

/// Files to import.
pub struct Files<'a> {
    /// The files, each once.
    pub files: &'a [SourceFile],
    /// What a person states about them.
    pub stated: &'a ImportOptions,
    /// What people call the facts that a file can state, in every language, each
    /// with the fact's id: whoever is asked for "our share of wallet" can write
    /// that above a column. Those of plugins are known without.
    pub fact_words: &'a [(String, SmolStr)],
    /// Whether to show only what importing them would do.
    pub only_shown: bool,
}

/// Files that were imported, or would be.
#[derive(Debug, Clone)]
pub struct ImportedFiles {
    /// What changed, or would change.
    pub report: ImportReport,
    /// How each file was read.
    pub files: Vec<FileReport>,
    /// The rows that were left out, by file and line.
    pub rejected: Vec<Rejected>,
    /// How many rows are of a day that is still to come.
    pub ahead: usize,
    /// The names of the files.
    pub names: Vec<String>,
    /// Whether it was only shown.
    pub shown: bool,
}

/// Told how far the reading is: bytes so far, and bytes in all.
pub(crate) type Progress<'a> = &'a mut (dyn FnMut(u64, u64) + Send);

impl Desk {
    /// Imports the files whole, then reviews; or only shows what that would do.
    pub async fn import_files(
        &self,
        who: &Who,
        files: &Files<'_>,
        progress: Progress<'_>,
    ) -> Result<ImportedFiles> {
        who.may(Action::Import)?;
        let intake = self.read_files(who, files, progress).await?;
        let Intake { records, files: reports, rejected, .. } = intake;
        let ahead = records.entries.iter().filter(|row| row.entry.date > who.today).count();
        let names: Vec<String> = files.files.iter().map(|file| file.name.clone()).collect();
        let report = if files.only_shown {
            self.reader(who.workspace).difference(records, who.today, false).await?.report
        } else {
            self.import(who, records, names.clone()).await?
        };
        let shown = files.only_shown;
        let mut imported = ImportedFiles { report, files: reports, rejected, ahead, names, shown };
        imported.leave_out_contradictions();
        Ok(imported)
    }

    async fn read_files(
        &self,
        who: &Who,
        files: &Files<'_>,
        progress: Progress<'_>,
    ) -> Result<Intake> {
        let settings = self.reader(who.workspace).settings().await?;
        let declared = self.manifests().flat_map(|manifest| &manifest.facts);
        let catalog = FactCatalog::new(declared.map(|fact| fact.id.as_str()));
        let words = all_words(files.fact_words, self.manifests());
        let stated = files.stated;
        let currency = |code: &String| {
            Currency::new(code).ok_or_else(|| DeskError::NoSuchCurrency(code.clone()))
        };
        let known = Options {
            rates: &settings.rates,
            fact_ids: catalog.ids(),
            fact_names: &words,
            plugin: stated.plugin.as_deref().map(SmolStr::new),
            role: stated.role,
            kind: stated.kind,
            date: stated.date,
            date_order: stated.dates,
            decimal: stated.decimal,
            file_currency: stated.currency.as_ref().map(currency).transpose()?,
            ..Options::new(who.today, settings.currency.clone())
        };
        let columns = stated_columns(&stated.columns, &known)?;
        let options = Options { columns: &columns, ..known };
        let sources: Vec<_> = files
            .files
            .iter()
            .map(|file| klantwijzer_intake::Source { name: &file.name, bytes: &file.bytes })
            .collect();
        Ok(read(&sources, &options, progress)?)
    }
}

impl ImportedFiles {
    /// Counts the rows that are good by themselves, and not beside the others, among
    /// those that were left out.
    fn leave_out_contradictions(&mut self) {
        for row in &self.report.rejected {
            let of_file = |file: &&mut FileReport| file.file == row.origin.file && file.good > 0;
            if let Some(file) = self.files.iter_mut().find(of_file) {
                file.good -= 1;
                file.rejected += 1;
            }
        }
        self.rejected.extend(self.report.rejected.iter().cloned());
        self.rejected.sort_by_key(|row| (row.origin.file, row.origin.line));
    }
}

/// The facts that a file can state, by their ids.
pub fn stated_facts() -> impl Iterator<Item = Fact> {
    Fact::ALL.iter().copied().filter(|fact| fact.source() == Source::Profile)
}

/// The words for facts, with those of each plugin.
fn all_words<'a>(
    own: &[(String, SmolStr)],
    manifests: impl Iterator<Item = &'a Manifest>,
) -> Vec<(String, SmolStr)> {
    let can_be_stated =
        |id: &str| Fact::from_id(id).is_none_or(|fact| fact.source() == Source::Profile);
    let declared = manifests.flat_map(|manifest| &manifest.facts);
    let declared = declared.filter(|fact| can_be_stated(&fact.id)).flat_map(|fact| {
        [&fact.label.en, &fact.label.nl].map(|label| (label.clone(), fact.id.clone()))
    });
    own.iter().cloned().chain(declared).collect()
}

/// What a person said that columns mean.
fn stated_columns(pairs: &[String], known: &Options<'_>) -> Result<Vec<(String, Field)>> {
    pairs
        .iter()
        .map(|pair| {
            let (header, words) =
                pair.rsplit_once('=').ok_or_else(|| DeskError::NoMeaning(pair.clone()))?;
            let words = words.trim();
            let field = words.parse().ok().or_else(|| known.meaning(words));
            let field = field.ok_or_else(|| DeskError::NoSuchField(words.to_owned()))?;
            Ok((header.to_owned(), field))
        })
        .collect()
}
