use serde_json::Value;

use super::component;
use super::embed;
use super::findings::Findings;

/// Which door a message comes in by: each takes other keys.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A new message in a channel.
    Message,
    /// The first answer to an interaction.
    Response,
    /// A message after the first answer.
    FollowUp,
    /// A change of a message.
    Update,
}

const SHARED: [&str; 6] =
    ["content", "embeds", "allowed_mentions", "components", "attachments", "flags"];

/// The description has the ids of attachments as texts; Discord takes numbers too.
pub(super) fn written(body: &Value) -> Value {
    let mut body = body.clone();
    let files = body.get_mut("attachments").and_then(Value::as_array_mut);
    for file in files.into_iter().flatten() {
        if let Some(id) = file["id"].as_u64() {
            file["id"] = id.to_string().into();
        }
    }
    body
}

pub(super) fn check(body: &Value, part: Part, findings: &mut Findings) {
    let own: &[&str] = match part {
        Part::Message => {
            &["tts", "nonce", "enforce_nonce", "message_reference", "sticker_ids", "poll"]
        }
        Part::Response => &["tts", "poll"],
        Part::FollowUp => &["tts", "poll", "username", "avatar_url", "thread_name", "applied_tags"],
        Part::Update => &[],
    };
    findings.keys(body, &[&SHARED, own].concat());
    findings.length(body, "content", 0, 2_000);
    findings.count(body, "attachments", 0, 10);
    findings.each(body, "attachments", |file, findings| {
        findings.keys(file, &["id", "filename", "description", "title", "is_spoiler"]);
        findings.required(file, "id");
        findings.length(file, "description", 0, 1_024);
    });
    embed::check_all(body, findings);
    component::check_rows(body, findings);
    check_mentions(&body["allowed_mentions"], findings);
}

fn check_mentions(allowed: &Value, findings: &mut Findings) {
    findings.within("allowed_mentions", |findings| {
        findings.keys(allowed, &["parse", "users", "roles", "replied_user"]);
        findings.count(allowed, "users", 0, 100);
        findings.count(allowed, "roles", 0, 100);
        for kind in ["users", "roles"] {
            let parsed =
                allowed["parse"].as_array().is_some_and(|all| all.iter().any(|k| k == kind));
            let named = allowed[kind].as_array().is_some_and(|list| !list.is_empty());
            if parsed && named {
                let why = format!("parse:[{kind:?}] and {kind}: [ids...] are mutually exclusive.");
                findings.report("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", &why);
            }
        }
    });
}
