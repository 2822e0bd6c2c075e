//! Text made safe for Discord, whose messages are a kind of Markdown.

/// Characters with a meaning in Discord's Markdown.
const MARKS: &[char] = &['\\', '*', '_', '~', '`', '|', '>', '<', '#', '[', ']', ':', '-', '+'];

/// The text as Discord shows it word for word: no markup, no link, no mention.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        match character {
            // A backslash does not stop "@everyone"; a character without width does.
            '@' => safe.push_str("@\u{200b}"),
            mark if needs_escape(mark, &safe, next) => {
                safe.push('\\');
                safe.push(mark);
            }
            other => safe.push(other),
        }
    }
    safe
}

/// Some marks mean something only at the beginning of a line or before a slash;
/// escaping them everywhere would do no harm and cost room.
fn needs_escape(character: char, before: &str, next: Option<char>) -> bool {
    match character {
        '-' | '+' | '#' => {
            before.trim_end_matches(' ').is_empty() && next.is_none_or(|next| " #".contains(next))
        }
        ':' => next == Some('/'),
        other => MARKS.contains(&other),
    }
}

/// Escaped text in which the roles and channels that a team chose are mentioned again, so that
/// Discord shows their names. Only for text in which nobody else's words stand.
pub(crate) fn mentioning(escaped: &str) -> String {
    let mut shown = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some(at) = rest.find("\\<") {
        let (before, mention) = rest.split_at(at);
        shown.push_str(before);
        let (mention, after) =
            mention_in(mention).unwrap_or_else(|| ("\\<".to_owned(), &mention[2..]));
        shown.push_str(&mention);
        rest = after;
    }
    shown + rest
}

/// The mention with which an escaped text begins, and what follows.
fn mention_in(escaped: &str) -> Option<(String, &str)> {
    let inside = escaped.strip_prefix("\\<")?;
    let (kind, inside) = [("@&", "@\u{200b}&"), ("#", "#")]
        .into_iter()
        .find_map(|(kind, written)| Some((kind, inside.strip_prefix(written)?)))?;
    let (id, after) = inside.split_once("\\>")?;
    let id: u64 = id.parse().ok()?;
    Some((format!("<{kind}{id}>"), after))
}

/// The text in bold.
pub(crate) fn bold(text: &str) -> String {
    if text.trim().is_empty() { String::new() } else { format!("**{}**", escape(text)) }
}

/// The text small, on a line of its own.
pub(crate) fn small(text: &str) -> String {
    format!("-# {}", escape(text))
}

/// The text cut to so many characters, with a mark where it was cut.
pub(crate) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end().trim_end_matches('\\'))
}

#[cfg(test)]
mod tests {
    use super::{bold, cut, escape, mentioning};

    #[test]
    fn what_a_team_chose_is_shown_by_its_name() {
        for (text, shown) in [
            ("Channels: <#12>, <#345>", "Channels: <#12>, <#345>"),
            ("Level: <@&12> <b>", "Level: <@&12> \\<b\\>"),
            ("<@12> <#x> <#", "\\<@\u{200b}12\\> \\<#x\\> \\<#"),
        ] {
            assert_eq!(mentioning(&escape(text)), shown);
        }
    }

    #[test]
    fn nothing_of_a_name_means_anything() {
        for (name, shown) in [
            ("Jansen & Zonen B.V.", "Jansen & Zonen B.V."),
            ("**bold** _it_", "\\*\\*bold\\*\\* \\_it\\_"),
            ("@everyone", "@\u{200b}everyone"),
            ("<@123456>", "\\<@\u{200b}123456\\>"),
            ("https://example.org", "https\\://example.org"),
            ("[a](b)", "\\[a\\](b)"),
            ("Let op: 3 klanten", "Let op: 3 klanten"),
            ("+€ 300", "+€ 300"),
            ("# Head", "\\# Head"),
            ("- point", "\\- point"),
            ("A-B", "A-B"),
            ("`code` ||spoiler||", "\\`code\\` \\|\\|spoiler\\|\\|"),
            ("10:30", "10:30"),
        ] {
            assert_eq!(escape(name), shown);
        }
    }

    #[test]
    fn nothing_is_not_bold() {
        assert_eq!(bold(" "), "");
        assert_eq!(bold("x"), "**x**");
    }

    #[test]
    fn a_cut_text_does_not_end_in_half_an_escape() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("ab\\*cd", 4), "ab…");
    }
}
