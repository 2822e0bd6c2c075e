//! The portfolio as a file.

use klantwijzer_frontend::export::{Form, portfolio};
use klantwijzer_text::{Failure, fail, say};

use super::choice::Choice;
use super::{Context, Seen, respond};
use crate::caller::Caller;
use crate::reply::{Reply, Tone, escape};

/// The largest file that is sent, in bytes: what Discord takes from a bot in any
/// server.
pub(super) const LARGEST: usize = 10 << 20;

/// Sends the portfolio as a file.
#[poise::command(slash_command)]
pub(super) async fn export(ctx: Context<'_>, form: Option<Choice<Form>>) -> Result<(), Failure> {
    let form = form.map_or(Form::Xlsx, |chosen| chosen.0);
    respond(ctx, Seen::Privately, |caller| async move { send(&caller, form).await }).await
}

/// The portfolio as a file.
pub(crate) async fn send(caller: &Caller, form: Form) -> Result<Reply, Failure> {
    let texts = caller.texts();
    let (n, bytes) = caller.work(move |program| portfolio(program, form)).await?;
    if bytes.len() > LARGEST {
        return Err(fail!(texts, "export-too-large"));
    }
    let name = format!("{}.{}", say!(texts, "export-file"), form.ending());
    let text = say!(texts, "export-done", n = n, file = name.clone());
    Ok(Reply::new(escape(&text)).tone(Tone::Done).file(name, bytes))
}
