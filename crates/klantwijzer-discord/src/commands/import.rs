//! Bringing files in: shown first, done after a yes, and undone whole.

use std::time::Duration;

use klantwijzer_core::access::Action;
use klantwijzer_desk::{ImportOptions, ImportedFiles, SourceFile};
use klantwijzer_frontend::Program;
use klantwijzer_frontend::import as files;
use klantwijzer_text::render::{self, Page};
use klantwijzer_text::{Failure, Texts, errors, fail, say};
use serenity::all::{Attachment, ButtonStyle};
use tracing::warn;

use super::{Context, Seen, at_desk, respond};
use crate::answers;
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
    #[max_length = 500] options: Option<String>,
) -> Result<(), Failure> {
    respond(ctx, Seen::Privately, |caller| async move {
        // Whoever may not import costs no download.
        caller.may(Action::Import)?;
        let _turn = caller.bot.fetching(caller.texts()).await?;
        let attached = [Some(file), second, third, fourth, fifth].into_iter().flatten();
        let mut fetched = Vec::new();
        for attachment in attached {
            fetched.push(fetch(&caller, &attachment).await?);
        }
        let stated = Stated {
            files: fetched.iter().map(|file| file.name.clone()).collect(),
            currency,
            plugin: sector,
            options: options.unwrap_or_default(),
        };
        // What is wrong with the options is told before the files are read.
        self::options(&stated, caller.texts())?;
        preview(&caller, stated, fetched).await
    })
    .await
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
    respond(ctx, Seen::Privately, |caller| async move {
        match number {
            Some(number) => undo(&caller, number).await,
            None => undo_which(&caller).await,
        }
    })
    .await
}

/// Fetches an attached file, no larger than allowed.
async fn fetch(caller: &Caller, attachment: &Attachment) -> Result<SourceFile, Failure> {
    let texts = caller.texts();
    let mib = caller.bot.config.limits.attachment_mib;
    let most = mib.saturating_mul(1 << 20);
    let name = cut(&attachment.filename, LONGEST_NAME);
    let too_large =
        || fail!(texts, "attachment-too-large", file = name.clone(), most = mib.to_string());
    if u64::from(attachment.size) > most {
        return Err(too_large());
    }
    let lost = |error: reqwest::Error| {
        warn!(error = %error.without_url(), "an attached file could not be fetched");
        fail!(texts, "attachment-lost", file = name.clone())
    };
    let fetching = async {
        let request = caller.bot.downloads.get(&attachment.url).timeout(FETCH);
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
            let shown = take(program, &stated, &fetched, true)
                .map_err(|failure| with_hint(failure, texts))?;
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

/// Names the last import, and asks whether that is the one to undo.
async fn undo_which(caller: &Caller) -> Result<Reply, Failure> {
    let stamp = caller.stamp();
    caller
        .work(move |program| {
            let texts = program.texts;
            let who = program.who();
            let last = program.wait(program.desk.last_import(program.workspace, &who))?;
            let day = last.at.to_zoned_datetime(program.zone.clone()).date();
            let asked = say!(
                texts,
                "import-undo-asks",
                number = last.id.to_string(),
                sources = last.sources.join(", "),
                day = texts.date(day)
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

/// What was stated as at the terminal: the cures in messages are the same.
fn options(stated: &Stated, texts: &Texts) -> Result<ImportOptions, Failure> {
    let mut options = files::options::in_line(&stated.options, texts)?;
    if let Some(code) = &stated.currency {
        options.currency = Some(code.trim().to_uppercase());
    }
    options.plugin = stated.plugin.clone().or(options.plugin);
    Ok(options)
}

/// The failure with where its cure is typed in Discord.
fn with_hint(failure: Failure, texts: &Texts) -> Failure {
    if !failure.help.contains("--") {
        return failure;
    }
    let help = format!("{} {}", failure.help, say!(texts, "import-options-hint"));
    Failure { help, ..failure }
}

/// What an import did or would do; all of it, and every row that was left out, in
/// a file where it does not fit on the screen.
fn screens(program: &Program, imported: &ImportedFiles) -> Reply {
    let texts = program.texts;
    let mut page = files::page(imported, texts);
    if let Some(past) = files::of_past_day(program, imported) {
        page.note(past);
    }
    if page.mentions("--") {
        page.note(say!(texts, "import-options-hint"));
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
