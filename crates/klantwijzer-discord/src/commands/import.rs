//! Bringing files in: shown first, done after a yes, and undone whole.

use std::time::Duration;

use klantwijzer_core::access::Action;
use klantwijzer_core::customer::Role;
use klantwijzer_desk::{
    DateOrder, DecimalSign, FileKind, ImportOptions, ImportedFiles, SourceFile,
};
use klantwijzer_frontend::import as files;
use klantwijzer_frontend::import::options as by_id;
use klantwijzer_frontend::{Fits, Program};
use klantwijzer_text::render::{self, Page};
use klantwijzer_text::{Failure, Texts, errors, fail, say};
use serenity::all::{Attachment, ButtonStyle};
use tracing::warn;

use super::choice::Choice;
use super::{Context, Seen, at_desk, lists, respond};
use crate::answers;
use crate::attached::File;
use crate::caller::Caller;
use crate::custom_id::Stamp;
use crate::pending::{self, Stated};
use crate::press::{Press, View};
use crate::reply::{Reply, Tone, button, cut, escape};

/// How long fetching one file may take.
const FETCH: Duration = Duration::from_mins(1);

/// The most bytes of a report, well within what Discord takes.
const LARGEST: usize = 4 << 20;

/// The columns of a report.
const REPORT_WIDTH: usize = 120;

/// The longest name of a file that is kept.
const LONGEST_NAME: usize = 120;

/// Files of customers, invoices and the like.
#[poise::command(slash_command, subcommands("file", "list", "undo_last"))]
pub(super) async fn import(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

/// Shows what importing files would do.
#[allow(clippy::too_many_arguments, reason = "each is an option of the command")]
#[poise::command(slash_command)]
async fn file(
    ctx: Context<'_>,
    file: Attachment,
    second: Option<Attachment>,
    third: Option<Attachment>,
    fourth: Option<Attachment>,
    fifth: Option<Attachment>,
    #[max_length = 3] currency: Option<String>,
    #[autocomplete = "super::suggest::plugins"] sector: Option<String>,
    kind: Option<Choice<FileKind>>,
    decimals: Option<Choice<DecimalSign>>,
    dates: Option<Choice<DateOrder>>,
    #[max_length = 20] day: Option<String>,
    role: Option<Choice<Role>>,
    #[max_length = 500] columns: Option<String>,
) -> Result<(), Failure> {
    respond(ctx, Seen::Privately, |caller| async move {
        let attached =
            [Some(&file), second.as_ref(), third.as_ref(), fourth.as_ref(), fifth.as_ref()];
        let attached: Vec<File> = attached.into_iter().flatten().map(File::from).collect();
        let stated = Stated {
            files: Vec::new(),
            currency,
            plugin: sector,
            kind: kind.map(|chosen| chosen.0.id().to_owned()),
            decimals: decimals.map(|chosen| chosen.0.id().to_owned()),
            dates: dates.map(|chosen| chosen.0.id().to_owned()),
            day: day.map(|typed| lists::day(&typed, &caller.program)).transpose()?,
            role: role.map(|chosen| chosen.0.id().to_owned()),
            columns: columns.as_deref().map(pairs).unwrap_or_default(),
        };
        show(&caller, stated, &attached).await
    })
    .await
}

/// Shows what importing files would do that somebody sent with a message.
pub(crate) async fn offer(caller: &Caller, attached: &[File]) -> Result<Reply, Failure> {
    show(caller, Stated::default(), attached).await
}

/// Fetches files, and shows what importing them would do.
async fn show(caller: &Caller, stated: Stated, attached: &[File]) -> Result<Reply, Failure> {
    // Whoever may not import costs no download.
    caller.may(Action::Import)?;
    let _turn = caller.bot.fetching(caller.texts()).await?;
    let mut fetched = Vec::new();
    for file in attached {
        fetched.push(fetch(caller, file).await?);
    }
    let files = fetched.iter().map(|file| file.name.clone()).collect();
    preview(caller, Stated { files, ..stated }, fetched).await
}

/// What columns mean, as somebody types several of them on a line.
fn pairs(typed: &str) -> Vec<String> {
    let pairs = typed.split([';', '\n']).map(str::trim);
    pairs.filter(|pair| !pair.is_empty()).map(str::to_owned).collect()
}

/// The imports so far.
#[poise::command(slash_command)]
async fn list(ctx: Context<'_>) -> Result<(), Failure> {
    at_desk(ctx, Seen::Privately, |program, stamp| {
        answers::show(program, &program.book()?, stamp, &View::Imports, 0)
    })
    .await
}

/// Undoes an import whole.
#[poise::command(slash_command, rename = "undo")]
async fn undo_last(ctx: Context<'_>, #[min = 1] number: Option<u32>) -> Result<(), Failure> {
    respond(ctx, Seen::Privately, |caller| async move { undo_which(&caller, number).await }).await
}

/// Fetches an attached file, no larger than allowed.
async fn fetch(caller: &Caller, attached: &File) -> Result<SourceFile, Failure> {
    let texts = caller.texts();
    let mib = caller.bot.config.limits.attachment_mib;
    let most = mib.saturating_mul(1 << 20);
    let name = cut(&attached.filename, LONGEST_NAME);
    let too_large =
        || fail!(texts, "attachment-too-large", file = name.clone(), most = mib.to_string());
    if attached.size > most {
        return Err(too_large());
    }
    let lost = |error: reqwest::Error| {
        warn!(error = %error.without_url(), "an attached file could not be fetched");
        fail!(texts, "attachment-lost", file = name.clone())
    };
    let fetching = async {
        let request = caller.bot.downloads.get(&attached.url).timeout(FETCH);
        let mut response = request.send().await?.error_for_status()?;
        let mut bytes = Vec::new();
        while let Some(part) = response.chunk().await? {
            if (bytes.len() + part.len()) as u64 > most {
                return Ok(None);
            }
            bytes.extend_from_slice(&part);
        }
        Ok(Some(bytes))
    };
    let bytes = fetching.await.map_err(lost)?.ok_or_else(too_large)?;
    Ok(SourceFile { name, bytes })
}

/// Shows what importing would do, and keeps the files until somebody says yes.
async fn preview(
    caller: &Caller,
    stated: Stated,
    fetched: Vec<SourceFile>,
) -> Result<Reply, Failure> {
    let stamp = caller.stamp();
    caller
        .work(move |program| {
            let texts = program.texts;
            let shown = take(program, &stated, &fetched, true)?;
            let kept = pending::keep(&program.waiting(), &stated, &fetched);
            let id = kept.map_err(|error| errors::file(&program.data, &error, texts))?;
            let reply = screens(program, &shown).buttons([
                button(
                    stamp.id(&Press::Import(id)),
                    &say!(texts, "button-import"),
                    ButtonStyle::Success,
                ),
                button(
                    stamp.id(&Press::ForgetImport(id)),
                    &say!(texts, "button-forget"),
                    ButtonStyle::Secondary,
                ),
            ]);
            Ok(reply)
        })
        .await
}

/// Does the import that was shown.
pub(crate) async fn confirm(caller: &Caller, stamp: Stamp, id: u64) -> Result<Reply, Failure> {
    // A second press meanwhile would import the same once more.
    let _turn = caller.bot.confirms(id).ok_or_else(|| fail!(caller.texts(), "import-under-way"))?;
    caller
        .work(move |program| {
            let texts = program.texts;
            let (stated, kept) = pending::get(&program.waiting(), id)
                .map_err(|error| errors::file(&program.data, &error, texts))?
                .ok_or_else(|| fail!(texts, "import-gone"))?;
            let done = take(program, &stated, &kept, false)?;
            pending::forget(&program.waiting(), id);
            let undo = done.report.import.and_then(|number| {
                let id = stamp.id(&Press::UndoImport(number));
                button(id, &say!(texts, "button-undo"), ButtonStyle::Danger)
            });
            Ok(screens(program, &done).tone(Tone::Done).buttons([undo]))
        })
        .await
}

/// Forgets the import that was shown.
pub(crate) async fn forget(caller: &Caller, id: u64) -> Result<Reply, Failure> {
    caller
        .work(move |program| {
            pending::forget(&program.waiting(), id);
            Ok(Reply::new(say!(program.texts, "import-forgotten")))
        })
        .await
}

/// Names the import with this number, or the last one, and asks whether that is the one to undo.
async fn undo_which(caller: &Caller, number: Option<u32>) -> Result<Reply, Failure> {
    let stamp = caller.stamp();
    caller
        .work(move |program| {
            let texts = program.texts;
            let who = program.who();
            let last = program.wait(program.desk.import_to_undo(&who, number))?;
            let day = last.at.to_zoned_datetime(program.zone.clone()).date();
            let imports = program.wait(program.desk.imports(&who))?;
            let by_hand = imports
                .iter()
                .filter(|later| later.id > last.id && later.by_hand && later.undone_at.is_none());
            let asked = say!(
                texts,
                "import-undo-asks",
                number = last.id.to_string(),
                sources = last.sources.join(", "),
                day = texts.date(day),
                n = by_hand.count()
            );
            let id = stamp.id(&Press::UndoImport(last.id));
            let undo = button(id, &say!(texts, "button-undo"), ButtonStyle::Danger);
            Ok(Reply::new(escape(&asked)).buttons([undo]))
        })
        .await
}

/// Undoes an import.
pub(crate) async fn undo(caller: &Caller, number: u32) -> Result<Reply, Failure> {
    caller
        .work(move |program| {
            let undone = files::undo(program, number)?;
            Ok(Reply::page(&undone.page, program.texts).tone(Tone::Done))
        })
        .await
}

/// Imports files with what was stated about them, or only shows what that would do.
fn take(
    program: &Program,
    stated: &Stated,
    files: &[SourceFile],
    only_show: bool,
) -> Result<ImportedFiles, Failure> {
    let options = options(stated, program.texts)?;
    files::bring_in(program, &options, files, only_show, &mut |_, _| {})
}

/// What was stated, as the desk takes it.
fn options(stated: &Stated, texts: &Texts) -> Result<ImportOptions, Failure> {
    let of = |fits: Fits| fail!(texts, "bad-argument", problem = fits.worded(texts));
    Ok(ImportOptions {
        kind: stated.kind.as_deref().map(by_id::kind).transpose().map_err(of)?,
        columns: stated.columns.clone(),
        date: stated.day,
        dates: stated.dates.as_deref().map(by_id::date_order).transpose().map_err(of)?,
        decimal: stated.decimals.as_deref().map(by_id::decimal).transpose().map_err(of)?,
        currency: stated.currency.as_ref().map(|code| code.trim().to_uppercase()),
        plugin: stated.plugin.clone(),
        role: stated.role.as_deref().map(by_id::role).transpose().map_err(of)?,
    })
}

/// What an import did or would do; all of it, and every row that was left out, in
/// a file where it does not fit on the screen.
fn screens(program: &Program, imported: &ImportedFiles) -> Reply {
    let texts = program.texts;
    let mut page = files::page(imported, texts);
    if let Some(past) = files::of_past_day(program, imported) {
        page.note(past);
    }
    let reply = Reply::page(&page, texts);
    if imported.rejected.is_empty() && Reply::shows_all(&page) {
        return reply;
    }
    let name = format!("{}.txt", say!(texts, "import-report-file"));
    reply.file(name, whole(&page, imported, texts).into_bytes())
}

/// The page and the rows that were left out, as far as a file may be sent.
fn whole(page: &Page, imported: &ImportedFiles, texts: &Texts) -> String {
    let names: Vec<&str> = imported.names.iter().map(String::as_str).collect();
    let mut all = page.plain(REPORT_WIDTH).replace('\n', "\r\n") + "\r\n\r\n";
    for (at, row) in imported.rejected.iter().enumerate() {
        if all.len() > LARGEST {
            let left = imported.rejected.len() - at;
            all += &say!(texts, "rejected-and-more", n = left);
            break;
        }
        all += &render::rejected(row, &names, texts);
        all += "\r\n";
    }
    all
}
