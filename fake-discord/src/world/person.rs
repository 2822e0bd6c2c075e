use serde_json::{Value, json};

/// A user: a person, or the bot.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) locale: String,
    pub(crate) bot: bool,
    /// Whether the person takes direct messages.
    pub(crate) direct: bool,
    /// What the person's picture is decorated with.
    pub(crate) decoration: Option<String>,
}

impl Person {
    pub(crate) fn new(id: u64, name: &str) -> Self {
        Self {
            id,
            name: name.into(),
            locale: "en-GB".into(),
            bot: false,
            direct: true,
            decoration: None,
        }
    }

    pub(crate) fn bot(id: u64) -> Self {
        Self { bot: true, ..Self::new(id, "Klantwijzer") }
    }

    pub(crate) fn json(&self) -> Value {
        let mut user = json!({
            "id": self.id.to_string(),
            "username": self.username(),
            "discriminator": if self.bot { "4242" } else { "0" },
            "global_name": if self.bot { Value::Null } else { json!(self.name) },
            "avatar": null,
            "banner": null,
            "accent_color": null,
            "avatar_decoration_data": self.decoration.as_ref().map(|asset| {
                json!({"asset": asset, "sku_id": "1144058844004233369", "expires_at": null})
            }),
            "collectibles": null,
            "primary_guild": null,
            "clan": null,
            "public_flags": 0,
            "flags": 0,
        });
        if self.bot {
            user["bot"] = json!(true);
        }
        user
    }

    /// What the bot learns about itself.
    pub(crate) fn own_json(&self) -> Value {
        let mut user = self.json();
        user["verified"] = json!(true);
        user["mfa_enabled"] = json!(true);
        user["email"] = Value::Null;
        user["locale"] = json!("en-US");
        user
    }

    fn username(&self) -> String {
        if self.bot {
            return self.name.clone();
        }
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
        self.name.chars().map(plain).collect()
    }
}
