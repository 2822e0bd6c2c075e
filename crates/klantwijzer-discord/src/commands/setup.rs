//! The guided first run: language, clock and money; who may do what; where
//! everybody may see answers; the first import.

use std::collections::BTreeSet;

use klantwijzer_core::access::Level;
use klantwijzer_core::language::Language;
use klantwijzer_core::money::Currency;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::team::Team;
use klantwijzer_frontend::Program;
use klantwijzer_text::{Failure, Texts, fail, say};
use serenity::all::{
    ButtonStyle, ChannelId, ChannelType, CreateActionRow, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption, RoleId,
};

use super::{Context, Seen, respond};
use crate::caller::{Caller, language_of};
use crate::custom_id::Stamp;
use crate::press::{Press, SetupStep};
use crate::reply::{Reply, button};

/// The time zones to choose from; any other can be set with `settings`.
const ZONES: [&str; 12] = [
    "Europe/Amsterdam",
    "Europe/Brussels",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Warsaw",
    "America/Paramaribo",
    "America/Curacao",
    "America/New_York",
    "America/Los_Angeles",
    "UTC",
];

/// The currencies to choose from; any other can be set with `settings`.
const CURRENCIES: [&str; 10] =
    ["EUR", "USD", "GBP", "CHF", "DKK", "NOK", "SEK", "PLN", "SRD", "XCG"];

/// The most roles or channels that a menu takes.
const MOST: u8 = 25;

/// The parts, in order: each has a text and its menus.
const PARTS: [(&str, &[SetupStep]); 4] = [
    ("setup-basics", &[SetupStep::Language, SetupStep::Zone, SetupStep::Currency]),
    ("setup-roles", &[SetupStep::Viewers, SetupStep::Managers, SetupStep::Admins]),
    ("setup-channels", &[SetupStep::Channels]),
    ("setup-import", &[]),
];

/// Channels in which somebody can ask: those with text, and those whose posts and threads have it.
const CHANNELS: [ChannelType; 8] = [
    ChannelType::Text,
    ChannelType::News,
    ChannelType::Forum,
    ChannelType::Voice,
    ChannelType::Stage,
    ChannelType::PublicThread,
    ChannelType::PrivateThread,
    ChannelType::NewsThread,
];

/// Begins the guided first run.
#[poise::command(slash_command)]
pub(super) async fn setup(ctx: Context<'_>) -> Result<(), Failure> {
    let servers = ctx.interaction.guild_locale.as_deref().and_then(language_of);
    respond(ctx, Seen::Privately, |caller| async move {
        if let Some(language) = servers {
            begin_in(&caller, language).await?;
        }
        part(&caller, caller.stamp(), 0).await
    })
    .await
}

/// Gives a team that has set nothing yet the language of its server.
async fn begin_in(caller: &Caller, language: Language) -> Result<(), Failure> {
    caller
        .work(move |program| {
            let who = program.who();
            let before = program.wait(program.desk.settings(&who))?;
            if before != Settings::default() || before.team.language == language {
                return Ok(());
            }
            let mut settings = before.clone();
            settings.team.language = language;
            let name = &program.workspace_name;
            program.wait(program.desk.save_settings(&who, name, &before, &settings))
        })
        .await?;
    caller.bot.forget_team(caller.program.workspace);
    Ok(())
}

/// Shows a part.
pub(crate) async fn part(caller: &Caller, stamp: Stamp, at: u8) -> Result<Reply, Failure> {
    caller
        .work(move |program| {
            let settings = program.wait(program.desk.settings(&program.who()))?;
            shown(&settings, program.texts, stamp, usize::from(at), program.workspace.get())
        })
        .await
}

/// Keeps what was chosen, and what a menu had no room to show; shows the part again.
pub(crate) async fn choose(
    caller: &Caller,
    stamp: Stamp,
    step: SetupStep,
    chosen: Vec<String>,
) -> Result<Reply, Failure> {
    let reply = caller
        .work(move |program| {
            let who = program.who();
            let before = program.wait(program.desk.settings(&who))?;
            let mut settings = before.clone();
            take(&mut settings, step, &chosen, program)?;
            let (workspace, name) = (program.workspace, &program.workspace_name);
            program.wait(program.desk.save_settings(&who, name, &before, &settings))?;
            let at = PARTS.iter().position(|(_, steps)| steps.contains(&step)).unwrap_or_default();
            let (texts, stamp) = if step == SetupStep::Language {
                let texts = Texts::in_discord(settings.team.language);
                (texts, Stamp { language: texts.language(), ..stamp })
            } else {
                (program.texts, stamp)
            };
            shown(&settings, texts, stamp, at, workspace.get())
        })
        .await?;
    caller.bot.forget_team(caller.program.workspace);
    Ok(reply)
}

fn take(
    settings: &mut Settings,
    step: SetupStep,
    chosen: &[String],
    program: &Program,
) -> Result<(), Failure> {
    let texts = program.texts;
    let outdated = || fail!(texts, "button-outdated");
    let one = || chosen.first().ok_or_else(outdated);
    let ids = || chosen.iter().filter_map(|id| id.parse::<u64>().ok());
    let team = &mut settings.team;
    match step {
        SetupStep::Language => {
            team.language = Language::from_code(one()?).ok_or_else(outdated)?;
        }
        SetupStep::Zone => team.time_zone = one()?.into(),
        SetupStep::Currency => settings.currency = Currency::new(one()?).ok_or_else(outdated)?,
        SetupStep::Channels => {
            let unseen = team.allowed_channels.iter().copied().skip(MOST.into());
            team.allowed_channels = unseen.chain(ids()).collect();
        }
        SetupStep::Viewers | SetupStep::Managers | SetupStep::Admins => {
            let Some(level) = level(step) else { return Ok(()) };
            let everyone = program.workspace.get();
            let unseen: Vec<u64> = roles_now(team, level, everyone).skip(MOST.into()).collect();
            choose_roles(team, level, ids().chain(unseen).collect(), everyone);
        }
    }
    Ok(())
}

/// Gives these roles, and no others, the level. @everyone is a role with the id
/// of the server, which no member is ever said to have.
fn choose_roles(team: &mut Team, level: Level, mut roles: BTreeSet<u64>, everyone: u64) {
    if roles.remove(&everyone) {
        team.everyone = Some(level);
    } else if team.everyone == Some(level) {
        team.everyone = None;
    }
    team.levels.retain(|role, known| *known != level && *role != everyone);
    team.levels.extend(roles.into_iter().map(|role| (role, level)));
}

const fn level(step: SetupStep) -> Option<Level> {
    match step {
        SetupStep::Viewers => Some(Level::Viewer),
        SetupStep::Managers => Some(Level::Manager),
        SetupStep::Admins => Some(Level::Admin),
        _ => None,
    }
}

fn shown(
    settings: &Settings,
    texts: &Texts,
    stamp: Stamp,
    at: usize,
    server: u64,
) -> Result<Reply, Failure> {
    let (text, steps) = PARTS.get(at).ok_or_else(|| fail!(texts, "button-outdated"))?;
    let (this, all) = ((at + 1).to_string(), PARTS.len().to_string());
    let chosen = steps.iter().filter_map(|step| chosen_now(settings, texts, *step));
    let text = chosen.fold(say!(texts, text), |text, line| format!("{text}\n\n{line}"));
    let mut reply = Reply::new(text).footer(say!(texts, "setup-part", this = this, all = all));
    for step in *steps {
        if let Some(menu) = menu(settings, texts, stamp, *step, server) {
            reply = reply.row(CreateActionRow::SelectMenu(menu));
        }
    }
    let to = |part: usize, label: &str, style: ButtonStyle| {
        let press = Press::SetupPart(u8::try_from(part).ok()?);
        button(stamp.id(&press), label, style)
    };
    let back = at
        .checked_sub(1)
        .and_then(|before| to(before, &say!(texts, "button-back"), ButtonStyle::Secondary));
    let on = (at + 1 < PARTS.len())
        .then(|| to(at + 1, &say!(texts, "button-next"), ButtonStyle::Primary))
        .flatten();
    Ok(reply.buttons([back, on]))
}

/// The roles that have a level now; @everyone is a role with the id of the server.
fn roles_now(team: &Team, level: Level, server: u64) -> impl Iterator<Item = u64> {
    let everyone = (team.everyone == Some(level)).then_some(server);
    let roles = team.levels.iter().filter(move |(_, known)| **known == level);
    everyone.into_iter().chain(roles.map(|(role, _)| *role)).filter(|role| *role > 0)
}

/// The roles or channels that are chosen now, for whoever cannot see them in a menu.
fn chosen_now(settings: &Settings, texts: &Texts, step: SetupStep) -> Option<String> {
    let team = &settings.team;
    let chosen: Vec<String> = match (step, level(step)) {
        (_, Some(level)) => {
            let everyone = (team.everyone == Some(level)).then(|| "@everyone".to_owned());
            let roles = team.levels.iter().filter(|(_, known)| **known == level);
            everyone.into_iter().chain(roles.map(|(role, _)| format!("<@&{role}>"))).collect()
        }
        (SetupStep::Channels, None) => {
            team.allowed_channels.iter().map(|channel| format!("<#{channel}>")).collect()
        }
        _ => return None,
    };
    let chosen = if chosen.is_empty() { say!(texts, "setup-nobody") } else { texts.and(&chosen) };
    Some(format!("**{}**: {chosen}", say!(texts, asks(step))))
}

fn menu(
    settings: &Settings,
    texts: &Texts,
    stamp: Stamp,
    step: SetupStep,
    server: u64,
) -> Option<CreateSelectMenu> {
    let id = stamp.id(&Press::Setup(step))?;
    let team = &settings.team;
    let asks = say!(texts, asks(step));
    let list = |options: Vec<(String, String)>, now: &str| {
        let options = options.into_iter().map(|(value, label)| {
            let is_now = value == now;
            CreateSelectMenuOption::new(label, value).default_selection(is_now)
        });
        CreateSelectMenuKind::String { options: options.collect() }
    };
    let plain = |values: &[&str], now: &str| {
        let mut options: Vec<(String, String)> =
            values.iter().map(|value| ((*value).to_owned(), (*value).to_owned())).collect();
        if !values.contains(&now) {
            options.insert(0, (now.to_owned(), now.to_owned()));
        }
        list(options, now)
    };
    let (kind, most) = match step {
        SetupStep::Language => {
            let languages = Language::ALL.map(|language| {
                let own = Texts::in_discord(language);
                (language.code().to_owned(), say!(own, "language-name"))
            });
            (list(languages.to_vec(), team.language.code()), 1)
        }
        SetupStep::Zone => (plain(&ZONES, &team.time_zone), 1),
        SetupStep::Currency => (plain(&CURRENCIES, settings.currency.code()), 1),
        SetupStep::Viewers | SetupStep::Managers | SetupStep::Admins => {
            let now = roles_now(team, level(step)?, server).map(RoleId::new).take(MOST.into());
            (CreateSelectMenuKind::Role { default_roles: Some(now.collect()) }, MOST)
        }
        SetupStep::Channels => {
            let now = team.allowed_channels.iter().copied().map(ChannelId::new);
            let channel_types = Some(CHANNELS.to_vec());
            let default_channels = Some(now.take(MOST.into()).collect());
            (CreateSelectMenuKind::Channel { channel_types, default_channels }, MOST)
        }
    };
    let least = u8::from(most == 1);
    Some(CreateSelectMenu::new(id, kind).placeholder(asks).min_values(least).max_values(most))
}

const fn asks(step: SetupStep) -> &'static str {
    match step {
        SetupStep::Language => "setup-asks-language",
        SetupStep::Zone => "setup-asks-zone",
        SetupStep::Currency => "setup-asks-currency",
        SetupStep::Viewers => "setup-asks-viewers",
        SetupStep::Managers => "setup-asks-managers",
        SetupStep::Admins => "setup-asks-admins",
        SetupStep::Channels => "setup-asks-channels",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use klantwijzer_core::access::Level;
    use klantwijzer_core::team::Team;

    use super::choose_roles;

    #[test]
    fn everyone_is_a_choice_like_a_role_and_holds_for_all() {
        const EVERYONE: u64 = 9;
        let mut team = Team::default();
        // What is chosen, and the levels of somebody without roles and with role 1 after it.
        for (level, chosen, nobody, role) in [
            (Level::Viewer, vec![EVERYONE, 1], Some(Level::Viewer), Some(Level::Viewer)),
            (Level::Admin, vec![1], Some(Level::Viewer), Some(Level::Admin)),
            (Level::Manager, vec![EVERYONE], Some(Level::Manager), Some(Level::Admin)),
            (Level::Viewer, vec![2], Some(Level::Manager), Some(Level::Admin)),
            (Level::Manager, vec![], None, Some(Level::Admin)),
            (Level::Admin, vec![], None, None),
        ] {
            let roles: BTreeSet<u64> = chosen.iter().copied().collect();
            choose_roles(&mut team, level, roles, EVERYONE);
            let now = (team.level([]), team.level([1]));
            assert_eq!(now, (nobody, role), "{level:?} {chosen:?}");
            assert!(!team.levels.contains_key(&EVERYONE));
        }
    }
}
