//! The portfolio as a file.

use klantwijzer_frontend::export as files;
use klantwijzer_text::{Failure, fail, say};

use super::{Context, Seen, respond};
use crate::caller::Caller;
use crate::press::ExportForm;
use crate::reply::{Reply, Tone};

/// The largest file that is sent, in bytes: what Discord takes from a bot in any
/// server.
pub(super) const LARGEST: usize = 10 << 20;

/// The form of a file to choose.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum FormChoice {
    #[name = "xlsx"]
    Xlsx,
    #[name = "csv"]
    Csv,
}

/// Sends the portfolio as a file.
#[poise::command(slash_command)]
pub(super) async fn export(ctx: Context<'_>, form: Option<FormChoice>) -> Result<(), Failure> {
    let form = match form {
        Some(FormChoice::Csv) => ExportForm::Csv,
        Some(FormChoice::Xlsx) | None => ExportForm::Xlsx,
    };
    respond(ctx, Seen::Privately, |caller| async move { send(&caller, form).await }).await
}

/// The portfolio as a file.
pub(crate) async fn send(caller: &Caller, form: ExportForm) -> Result<Reply, Failure> {
    let texts = caller.texts();
    let (n, bytes) = caller
        .work(move |program| {
            files::portfolio(
                program,
                match form {
                    ExportForm::Xlsx => files::Form::Xlsx,
                    ExportForm::Csv => files::Form::Csv,
                },
            )
        })
        .await?;
    if bytes.len() > LARGEST {
        return Err(fail!(texts, "export-too-large"));
    }
    let ending = match form {
        ExportForm::Xlsx => "xlsx",
        ExportForm::Csv => "csv",
    };
    let name = format!("{}.{ending}", say!(texts, "export-file"));
    let text = say!(texts, "export-done", n = n, file = name.clone());
    Ok(Reply::new(crate::reply::escape(&text)).tone(Tone::Done).file(name, bytes))
}
