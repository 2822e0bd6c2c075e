use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use klantwijzer_fake_discord::Discord;
use serenity::all::{
    ActionRowComponent, AutocompleteChoice, Client, CommandDataOptionValue, CommandInteraction,
    CommandOptionType, ComponentInteraction, Context, CreateActionRow, CreateAttachment,
    CreateAutocompleteResponse, CreateButton, CreateCommand, CreateCommandOption, CreateEmbed,
    CreateInputText, CreateInteractionResponse as Respond, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage as Reply, CreateMessage, CreateModal, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption, EditInteractionResponse, EventHandler,
    GatewayIntents, Guild, HttpBuilder, InputTextStyle, Interaction, Message, ModalInteraction,
    ShardManager, UnavailableGuild,
};
use tokio::runtime::Runtime;

/// A bot on serenity's production path: its own reqwest client, and the rate limiter on.
pub(super) struct Bot {
    shards: Arc<ShardManager>,
    runtime: Option<Runtime>,
    pub(super) ended: Option<JoinHandle<Result<(), String>>>,
}

impl Bot {
    pub(super) fn start(discord: &Discord) -> Self {
        Self::start_with(discord, &discord.token())
    }

    pub(super) fn start_with(discord: &Discord, token: &str) -> Self {
        let runtime = Runtime::new().expect("threads");
        let http = HttpBuilder::new(token).client(reqwest_client(discord)).build();
        let intents = GatewayIntents::GUILDS
            | GatewayIntents::GUILD_MESSAGES
            | GatewayIntents::DIRECT_MESSAGES;
        let client = serenity::client::ClientBuilder::new_with_http(http, intents);
        let client =
            client.event_handler(Handler).type_map_insert::<Downloader>(reqwest_client(discord));
        let mut client: Client = runtime.block_on(async { client.await }).expect("a client");
        let shards = Arc::clone(&client.shard_manager);
        let handle = runtime.handle().clone();
        let ended = std::thread::spawn(move || {
            handle.block_on(client.start()).map_err(|error| format!("{error:?}"))
        });
        Self { shards, runtime: Some(runtime), ended: Some(ended) }
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let Some(runtime) = self.runtime.take() else { return };
        runtime.block_on(self.shards.shutdown_all());
        runtime.shutdown_background();
    }
}

/// A client for which discord.com is the fake.
pub(super) fn reqwest_client(discord: &Discord) -> reqwest::Client {
    let address = discord.address().parse().expect("an address");
    let root = reqwest::Certificate::from_pem(discord.root_certificate().as_bytes());
    reqwest::Client::builder()
        .resolve("discord.com", address)
        .resolve("cdn.discordapp.com", address)
        .add_root_certificate(root.expect("a certificate"))
        .timeout(Duration::from_secs(10))
        .build()
        .expect("a client")
}

struct Handler;

#[serenity::async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, _: serenity::all::Ready) {
        let text =
            |name: &str| CreateCommandOption::new(CommandOptionType::String, name, "Some words");
        let commands = vec![
            CreateCommand::new("ask")
                .name_localized("nl", "vraag")
                .description("Ask something")
                .add_option(text("question").required(true))
                .add_option(text("name").set_autocomplete(true)),
            CreateCommand::new("form").description("Show a form"),
            CreateCommand::new("secret")
                .description("For those who manage")
                .default_member_permissions(serenity::all::Permissions::MANAGE_GUILD),
            CreateCommand::new("file").description("Read a file").add_option(
                CreateCommandOption::new(CommandOptionType::Attachment, "file", "The file")
                    .required(true),
            ),
            owner_command(),
        ];
        serenity::all::Command::set_global_commands(&context, commands).await.expect("accepted");
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let done = match interaction {
            Interaction::Command(command) => answer(&context, &command).await,
            Interaction::Autocomplete(command) => suggest(&context, &command).await,
            Interaction::Component(pressed) => react(&context, &pressed).await,
            Interaction::Modal(form) => receive(&context, &form).await,
            _ => Ok(()),
        };
        if let Err(error) = done {
            eprintln!("the small bot failed: {error:?}");
        }
    }

    async fn message(&self, context: Context, message: Message) {
        let own = context.cache.current_user().id;
        let direct = message.guild_id.is_none();
        if message.author.id == own || !(direct || message.mentions_user_id(own)) {
            return;
        }
        let said = format!("You said: {}", message.content);
        let answer = CreateMessage::new().content(said).reference_message(&message);
        let sent = message.channel_id.send_message(&context, answer).await;
        if let Err(error) = sent {
            eprintln!("the small bot failed: {error:?}");
        }
    }

    async fn guild_create(&self, context: Context, guild: Guild, _: Option<bool>) {
        let channel = guild.channels.values().find(|channel| channel.name == "welcome");
        if let Some(channel) = channel {
            let _ = channel.say(&context, format!("Hello, {}!", guild.name)).await;
        }
    }

    async fn guild_delete(&self, context: Context, guild: UnavailableGuild, _: Option<Guild>) {
        let kind = if guild.unavailable { "unavailable" } else { "left" };
        // There is no place to say it, so it is asked for: the test sees the request.
        let _ = context.http.get_guild(guild.id).await;
        eprintln!("{kind} {}", guild.id);
    }
}

/// A subcommand with an option of each kind.
fn owner_command() -> CreateCommand {
    let option = |kind, name: &str| CreateCommandOption::new(kind, name, "What it is");
    let kind = option(CommandOptionType::String, "kind").add_string_choice_localized(
        "large",
        "L",
        [("nl", "groot")],
    );
    let options = [
        option(CommandOptionType::User, "who").required(true),
        option(CommandOptionType::Role, "role"),
        option(CommandOptionType::Channel, "where"),
        option(CommandOptionType::Integer, "count").min_int_value(1),
        option(CommandOptionType::Number, "share"),
        option(CommandOptionType::Boolean, "sure"),
        kind,
    ];
    let assign = CreateCommandOption::new(CommandOptionType::SubCommand, "assign", "Give")
        .set_sub_options(options);
    CreateCommand::new("owner").description("Who is responsible").add_option(assign)
}

async fn answer(context: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    match command.data.name.as_str() {
        "ask" => ask(context, command).await,
        "form" => {
            let input = CreateInputText::new(InputTextStyle::Short, "Name", "name").max_length(10);
            let modal = CreateModal::new("form", "A form")
                .components(vec![CreateActionRow::InputText(input)]);
            command.create_response(context, Respond::Modal(modal)).await
        }
        "file" => {
            command.defer_ephemeral(context).await?;
            let file = command.data.resolved.attachments.values().next().expect("a file");
            let read = reqwest_of(context, &file.url).await;
            let said = read.unwrap_or_else(|error| error);
            let said = CreateInteractionResponseFollowup::new().content(said);
            command.create_followup(context, said).await.map(drop)
        }
        other => {
            let said = format!("{other} {:?}", command.data.options);
            let said: String = said.chars().take(1_900).collect();
            command.create_response(context, Respond::Message(Reply::new().content(said))).await
        }
    }
}

async fn ask(context: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    command.defer(context).await?;
    let question = command.data.options.iter().find_map(|option| match &option.value {
        CommandDataOptionValue::String(text) if option.name == "question" => Some(text.clone()),
        _ => None,
    });
    let options = CreateSelectMenuKind::String {
        options: vec![
            CreateSelectMenuOption::new("Strategic", "s"),
            CreateSelectMenuOption::new("Large", "l"),
        ],
    };
    let embed =
        CreateEmbed::new().title(question.unwrap_or_default()).field("Seven", "of them", true);
    let rows = vec![
        CreateActionRow::Buttons(vec![
            CreateButton::new("why").label("Why?"),
            CreateButton::new("chart").label("Chart"),
        ]),
        CreateActionRow::SelectMenu(CreateSelectMenu::new("kind", options).placeholder("Which?")),
    ];
    let edit = EditInteractionResponse::new().embed(embed).components(rows);
    command.edit_response(context, edit).await?;
    let more = CreateInteractionResponseFollowup::new().content("And this.").ephemeral(true);
    command.create_followup(context, more).await.map(drop)
}

async fn suggest(context: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    let typed = command.data.autocomplete().map(|option| option.value.to_string());
    let name = format!("{} B.V.", typed.unwrap_or_default());
    let choices = CreateAutocompleteResponse::new()
        .set_choices(vec![AutocompleteChoice::new(name, "customer-1")]);
    command.create_response(context, Respond::Autocomplete(choices)).await
}

async fn react(context: &Context, pressed: &ComponentInteraction) -> serenity::Result<()> {
    match pressed.data.custom_id.as_str() {
        "why" => {
            let because = Reply::new().content("Because.").components(Vec::new());
            pressed.create_response(context, Respond::UpdateMessage(because)).await
        }
        "chart" => {
            pressed.defer(context).await?;
            let file = CreateAttachment::bytes(vec![1_u8, 2, 3], "chart.png");
            let edit = EditInteractionResponse::new().content("A chart").new_attachment(file);
            pressed.edit_response(context, edit).await.map(drop)
        }
        _ => {
            let said = format!("{:?}", pressed.data);
            pressed.create_response(context, Respond::Message(Reply::new().content(said))).await
        }
    }
}

async fn receive(context: &Context, form: &ModalInteraction) -> serenity::Result<()> {
    let value =
        form.data.components.iter().flat_map(|row| &row.components).find_map(|part| match part {
            ActionRowComponent::InputText(input) => input.value.clone(),
            _ => None,
        });
    let said = format!("Welcome, {}.", value.unwrap_or_default());
    let said = Reply::new().content(said).ephemeral(true);
    form.create_response(context, Respond::Message(said)).await
}

/// Downloads as the production code does, and tells what came.
async fn reqwest_of(context: &Context, url: &str) -> Result<String, String> {
    let client = context.data.read().await.get::<Downloader>().cloned();
    let client = client.ok_or("no client")?;
    let answer = client.get(url).send().await.map_err(|error| error.to_string())?;
    let answer = answer.error_for_status().map_err(|error| format!("refused: {error}"))?;
    let bytes = answer.bytes().await.map_err(|error| format!("broken: {error}"))?;
    Ok(format!("{} bytes", bytes.len()))
}

pub(super) struct Downloader;

impl serenity::prelude::TypeMapKey for Downloader {
    type Value = reqwest::Client;
}
