//! Pictures.

use klantwijzer_frontend::Program;
use klantwijzer_frontend::customer::{Meant, find_alike};
use klantwijzer_text::{Failure, fail};
use serenity::all::ButtonStyle;

use super::{Context, Seen, respond, suggest};
use crate::caller::Caller;
use crate::pictures;
use crate::press::{Picture, Press};
use crate::reply::{Reply, button, escape};

/// A picture to choose.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum PictureChoice {
    #[name = "matrix"]
    Matrix,
    #[name = "funnel"]
    Funnel,
    #[name = "movement"]
    Movement,
    #[name = "history"]
    History,
}

/// Draws a picture.
#[poise::command(slash_command)]
pub(super) async fn chart(
    ctx: Context<'_>,
    kind: PictureChoice,
    #[autocomplete = "suggest::customers"] customer: Option<String>,
) -> Result<(), Failure> {
    respond(ctx, Seen::AsTheChannel, |caller| async move {
        let texts = caller.texts();
        let picture = match (kind, customer) {
            (PictureChoice::Matrix, _) => Picture::Matrix,
            (PictureChoice::Funnel, _) => Picture::Funnel,
            (PictureChoice::Movement, _) => Picture::Movement,
            (PictureChoice::History, None) => return Err(fail!(texts, "history-of-whom")),
            (PictureChoice::History, Some(name)) => {
                let found = move |program: &Program| find_alike(program, &program.book()?, &name);
                let Meant { customer, assumed } = caller.work(found).await?;
                let drawn = draw(&caller, Picture::History(customer)).await?;
                return Ok(drawn.opening(assumed.as_deref()));
            }
        };
        draw(&caller, picture).await
    })
    .await
}

/// A picture with a line that says what it shows, for who cannot see it.
pub(crate) async fn draw(caller: &Caller, picture: Picture) -> Result<Reply, Failure> {
    let drawn = caller.work(move |program| pictures::draw(program, picture)).await?;
    let stamp = caller.stamp();
    let others = drawn.others.into_iter().map(|(picture, name)| {
        button(stamp.id(&Press::Picture(picture)), &name, ButtonStyle::Secondary)
    });
    Ok(Reply::new(escape(&drawn.text)).picture(drawn.png, &drawn.text).buttons(others))
}
