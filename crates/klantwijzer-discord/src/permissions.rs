//! What the bot asks of a server, and nothing more.

use serenity::all::{ApplicationId, Permissions};

/// What the bot must be allowed to do in a server, each with the message that
/// names it.
const NEEDED: [(Permissions, &str); 6] = [
    (Permissions::VIEW_CHANNEL, "permission-view-channel"),
    (Permissions::SEND_MESSAGES, "permission-send-messages"),
    (Permissions::SEND_MESSAGES_IN_THREADS, "permission-send-messages-in-threads"),
    (Permissions::EMBED_LINKS, "permission-embed-links"),
    (Permissions::ATTACH_FILES, "permission-attach-files"),
    (Permissions::READ_MESSAGE_HISTORY, "permission-read-message-history"),
];

/// The messages that name what is needed beside what is held.
pub(crate) fn missing(held: Permissions) -> Vec<&'static str> {
    if held.administrator() {
        return Vec::new();
    }
    let lacking = NEEDED.iter().filter(|(needed, _)| !held.contains(*needed));
    lacking.map(|(_, name)| *name).collect()
}

/// The address where somebody who manages a server lets the bot in, with what it
/// needs.
pub(super) fn invitation(application: ApplicationId) -> String {
    let needed = NEEDED.iter().fold(Permissions::empty(), |all, (one, _)| all | *one);
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&permissions={}&scope=bot+applications.commands",
        needed.bits()
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serenity::all::{ApplicationId, Permissions};

    use super::{NEEDED, invitation, missing};
    use klantwijzer_core::language::Language;
    use klantwijzer_text::Texts;
    use klantwijzer_text::say;

    proptest! {
        #[test]
        fn what_is_missing_is_what_is_needed_and_not_held(bits: u64) {
            let held = Permissions::from_bits_truncate(bits) - Permissions::ADMINISTRATOR;
            let lacking = missing(held);
            for (needed, name) in NEEDED {
                prop_assert_eq!(lacking.contains(&name), !held.contains(needed));
            }
            prop_assert!(missing(held | Permissions::ADMINISTRATOR).is_empty());
        }
    }

    /// The pages that explain how to invite the bot ask for the same, by the names
    /// that Discord shows.
    #[test]
    fn the_pages_for_people_invite_the_bot_with_the_same_permissions() {
        let link =
            invitation(ApplicationId::new(1)).replace("client_id=1&", "client_id=APPLICATION_ID&");
        let pages = [
            (Language::En, include_str!("../../../docs/discord.md")),
            (Language::Nl, include_str!("../../../docs/discord.nl.md")),
        ];
        for (language, page) in pages {
            assert!(page.contains(&link), "{link}");
            let texts = Texts::of(language);
            for (_, name) in NEEDED {
                let name = say!(texts, name);
                assert!(page.contains(&format!("**{name}**")), "{name}");
            }
        }
    }
}
