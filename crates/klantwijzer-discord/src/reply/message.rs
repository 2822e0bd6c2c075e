//! A reply: an embed, what hangs on it, and what can be pressed.

use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, Texts, clean, say};
use serenity::all::{
    ButtonStyle, CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateButton,
    CreateEmbed, CreateEmbedFooter, CreateInteractionResponse, CreateInteractionResponseMessage,
    CreateMessage, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
    EditInteractionResponse,
};

use super::markdown::cut;

/// The name of the picture in a message.
const PICTURE: &str = "klantwijzer.png";

/// The longest text in the place of a picture.
const SHOWS: usize = 1_024;

/// The most buttons in a row and rows on a message.
const ROW: usize = 5;

/// The longest text of a button, and of a line of a menu.
const LABEL: usize = 80;
const OPTION: usize = 100;

/// The longest text of what went wrong, and of what to do; escaped it is at most
/// twice as long.
const FAILURE: usize = 900;

/// The longest line before all else: an embed has room for it beside a screen.
const OPENING: usize = 200;

/// The most lines in a menu.
const OPTIONS: usize = 25;

/// What kind of news a reply is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Tone {
    /// An answer.
    #[default]
    Answer,
    /// Something was done.
    Done,
    /// Something could not be done.
    Trouble,
}

impl Tone {
    /// The colour of the edge.
    const fn colour(self) -> u32 {
        match self {
            Self::Answer => 0x2F_6F_B2,
            Self::Done => 0x2E_8B_57,
            Self::Trouble => 0xC2_6A_1B,
        }
    }
}

/// A reply.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reply {
    text: String,
    tone: Tone,
    footer: Option<String>,
    picture: Option<CreateAttachment>,
    file: Option<CreateAttachment>,
    rows: Vec<CreateActionRow>,
}

impl Reply {
    /// A reply with this Markdown.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The first screen of a page, for pages that hardly ever have more; where
    /// this one does it is said.
    pub(crate) fn page(page: &Page, texts: &Texts) -> Self {
        let mut screens = super::screens(page).into_iter();
        let first = screens.next().map(|screen| screen.text).unwrap_or_default();
        let reply = Self::new(first);
        if screens.next().is_some() {
            return reply.footer(say!(texts, "page-cut-off"));
        }
        reply
    }

    /// Whether a page fits on one screen.
    pub(crate) fn shows_all(page: &Page) -> bool {
        super::screens(page).len() <= 1
    }

    /// That something could not be done, and what to do.
    pub(crate) fn failure(failure: &Failure) -> Self {
        // What a person typed can stand in it, and be of any length.
        let shown = |text: &str| super::escape(&cut(text, FAILURE));
        let (message, help) = (shown(&failure.message), shown(&failure.help));
        Self::new(format!("**{message}**\n{help}")).tone(Tone::Trouble)
    }

    /// With the roles and channels in it by their names.
    pub(crate) fn naming(self) -> Self {
        Self { text: super::markdown::mentioning(&self.text), ..self }
    }

    /// With a line before all else, where there is one.
    pub(crate) fn opening(self, line: Option<&str>) -> Self {
        let Some(line) = line else { return self };
        Self { text: format!("{}\n\n{}", cut(&super::escape(line), OPENING), self.text), ..self }
    }

    /// With this tone.
    pub(crate) fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// With a small line below.
    pub(crate) fn footer(self, text: impl Into<String>) -> Self {
        Self { footer: Some(cut(&text.into(), 2_000)), ..self }
    }

    /// With a picture, and what it shows for who cannot see it.
    pub(crate) fn picture(self, png: Vec<u8>, shows: &str) -> Self {
        let picture = CreateAttachment::bytes(png, PICTURE).description(cut(shows, SHOWS));
        Self { picture: Some(picture), ..self }
    }

    /// With a file.
    pub(crate) fn file(self, name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { file: Some(CreateAttachment::bytes(bytes, name)), ..self }
    }

    /// With a menu on a row of its own: its id, what it asks, and lines of a value,
    /// a label and what tells it apart. Without lines there is no menu.
    pub(crate) fn menu(
        self,
        id: Option<String>,
        asks: &str,
        lines: impl IntoIterator<Item = (String, String, Option<String>)>,
    ) -> Self {
        let options: Vec<CreateSelectMenuOption> = lines
            .into_iter()
            .take(OPTIONS)
            .map(|(value, label, about)| {
                let option = CreateSelectMenuOption::new(visible(&label, OPTION), value);
                match about.filter(|about| !about.trim().is_empty()) {
                    Some(about) => option.description(visible(&about, OPTION)),
                    None => option,
                }
            })
            .collect();
        let Some(id) = id.filter(|_| !options.is_empty()) else { return self };
        let menu = CreateSelectMenu::new(id, CreateSelectMenuKind::String { options })
            .placeholder(cut(asks, OPTION));
        self.row(CreateActionRow::SelectMenu(menu))
    }

    /// With buttons, five a row. A button whose id does not fit is left out.
    pub(crate) fn buttons(
        mut self,
        buttons: impl IntoIterator<Item = Option<CreateButton>>,
    ) -> Self {
        let buttons: Vec<CreateButton> = buttons.into_iter().flatten().collect();
        for row in buttons.chunks(ROW) {
            self = self.row(CreateActionRow::Buttons(row.to_vec()));
        }
        self
    }

    /// With a row.
    pub(crate) fn row(mut self, row: CreateActionRow) -> Self {
        if self.rows.len() < ROW {
            self.rows.push(row);
        }
        self
    }

    /// The embed alone.
    pub(crate) fn embed(&self) -> CreateEmbed {
        let mut embed =
            CreateEmbed::new().colour(self.tone.colour()).description(self.text.clone());
        if let Some(footer) = &self.footer {
            embed = embed.footer(CreateEmbedFooter::new(footer.clone()));
        }
        if self.picture.is_some() {
            embed = embed.attachment(PICTURE);
        }
        embed
    }

    fn attachments(&self) -> impl Iterator<Item = CreateAttachment> {
        self.picture.iter().chain(&self.file).cloned()
    }

    /// As the acknowledgement of an interaction itself, for who asked only.
    pub(crate) fn at_once(&self) -> CreateInteractionResponse {
        let message = CreateInteractionResponseMessage::new().ephemeral(true).embed(self.embed());
        CreateInteractionResponse::Message(message)
    }

    /// To fill in the response to an interaction, in place of what stood there.
    pub(crate) fn response(&self) -> EditInteractionResponse {
        let mut edit = EditInteractionResponse::new()
            .content("")
            .embed(self.embed())
            .components(self.rows.clone())
            .allowed_mentions(CreateAllowedMentions::new())
            .clear_attachments();
        for attachment in self.attachments() {
            edit = edit.new_attachment(attachment);
        }
        edit
    }

    /// As a message of its own.
    pub(crate) fn message(&self) -> CreateMessage {
        CreateMessage::new()
            .embed(self.embed())
            .components(self.rows.clone())
            .allowed_mentions(CreateAllowedMentions::new())
            .files(self.attachments())
    }
}

/// A text as a label, which must not be empty.
fn visible(text: &str, most: usize) -> String {
    let text = clean(text);
    let text = text.trim();
    if text.is_empty() { "…".to_owned() } else { cut(text, most) }
}

/// A button with an id that fits; `None` where there is none.
pub(crate) fn button(id: Option<String>, label: &str, style: ButtonStyle) -> Option<CreateButton> {
    Some(CreateButton::new(id?).label(visible(label, LABEL)).style(style))
}
