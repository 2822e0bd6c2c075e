use serde_json::Value;

use super::findings::Findings;

/// How many characters the embeds of a message may have together.
const ALTOGETHER: usize = 6_000;

pub(super) fn check_all(body: &Value, findings: &mut Findings) {
    findings.count(body, "embeds", 0, 10);
    findings.each(body, "embeds", check);
    let embeds = body["embeds"].as_array().into_iter().flatten();
    if embeds.map(characters).sum::<usize>() > ALTOGETHER {
        findings.within("embeds", |findings| {
            findings.report("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        });
    }
}

fn check(embed: &Value, findings: &mut Findings) {
    let keys = [
        "type",
        "url",
        "title",
        "color",
        "timestamp",
        "description",
        "author",
        "image",
        "thumbnail",
        "footer",
        "fields",
    ];
    findings.keys(embed, &keys);
    findings.length(embed, "title", 0, 256);
    findings.length(embed, "description", 0, 4_096);
    findings.count(embed, "fields", 0, 25);
    findings.each(embed, "fields", |field, findings| {
        findings.keys(field, &["name", "value", "inline"]);
        for (key, most) in [("name", 256), ("value", 1_024)] {
            findings.required(field, key);
            findings.length(field, key, 0, most);
            not_blank(field, key, findings);
        }
    });
    findings.within("footer", |findings| {
        let footer = &embed["footer"];
        findings.keys(footer, &["text", "icon_url", "proxy_icon_url"]);
        findings.length(footer, "text", 0, 2_048);
        check_address(footer, "icon_url", true, findings);
    });
    findings.within("author", |findings| {
        let author = &embed["author"];
        findings.keys(author, &["name", "url", "icon_url", "proxy_icon_url"]);
        if !author.is_null() {
            findings.required(author, "name");
        }
        findings.length(author, "name", 1, 256);
        check_address(author, "url", false, findings);
        check_address(author, "icon_url", true, findings);
    });
    for picture in ["image", "thumbnail"] {
        findings.within(picture, |findings| {
            let keys = ["url", "proxy_url", "width", "height", "description"];
            findings.keys(&embed[picture], &keys);
            check_address(&embed[picture], "url", true, findings);
        });
    }
    check_address(embed, "url", false, findings);
    check_colour_and_time(embed, findings);
    if characters(embed) == 0 && embed["image"].is_null() && embed["thumbnail"].is_null() {
        findings.within("description", |findings| {
            findings.report("BASE_TYPE_REQUIRED", "This field is required");
        });
    }
}

fn check_colour_and_time(embed: &Value, findings: &mut Findings) {
    let colour = embed.get("color").filter(|colour| !colour.is_null());
    if colour.is_some_and(|colour| colour.as_u64().is_none_or(|colour| colour > 0xFF_FFFF)) {
        findings.within("color", |findings| {
            findings.report("NUMBER_TYPE_MAX", "int value should be between 0 and 16777215.");
        });
    }
    let time = embed.get("timestamp").filter(|time| !time.is_null());
    let readable =
        |time: &Value| time.as_str().is_some_and(|time| time.parse::<jiff::Timestamp>().is_ok());
    if time.is_some_and(|time| !readable(time)) {
        findings.within("timestamp", |findings| {
            findings.report("DATE_TIME_TYPE_PARSE", "Could not parse. Should be ISO8601.");
        });
    }
}

/// Discord takes a blank for no text at all.
fn not_blank(body: &Value, key: &str, findings: &mut Findings) {
    if body[key].as_str().is_some_and(|text| text.trim().is_empty()) {
        findings.within(key, |findings| {
            findings.report("BASE_TYPE_REQUIRED", "This field is required");
        });
    }
}

/// An address is on the web; a picture may also be a file of the message.
fn check_address(body: &Value, key: &str, attached: bool, findings: &mut Findings) {
    let Some(address) = body[key].as_str() else { return };
    let web = address.starts_with("https://") || address.starts_with("http://");
    let own = attached && address.starts_with("attachment://");
    if !web && !own {
        let why = "Scheme must be one of ('http', 'https').";
        findings.within(key, |findings| findings.report("URL_TYPE_INVALID_SCHEME", why));
    }
}

/// What counts for the limit of all embeds together.
fn characters(embed: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let fields = embed["fields"].as_array().into_iter().flatten();
    length(&embed["title"])
        + length(&embed["description"])
        + length(&embed["footer"]["text"])
        + length(&embed["author"]["name"])
        + fields.map(|field| length(&field["name"]) + length(&field["value"])).sum::<usize>()
}
