//! The values of settings, as people type and read them.

use klantwijzer_core::access::Level;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::language::Language;
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_core::settings::{Rate, Settings};
use klantwijzer_core::text::fold;
use klantwijzer_text::texts::terms::definition_id;
use klantwijzer_text::{Failure, Texts, clean, cut, fail, say};
use serde_json::{Value, json};

/// Which customers count when nobody says.
pub(super) const DEFAULT_DEFINITION: &str = "default_definition";
/// The one setting that is an amount: kept in ten thousandths, typed as money.
const EARNED_OVER: &str = "earned_over";

/// What a setting can be.
enum Takes {
    /// One of some words, each with the value that it stands for.
    OneOf(Vec<Choice>),
    /// Words or numbers with commas between them.
    List,
    /// What other currencies are worth.
    Rates,
    /// An amount of money.
    Amount,
    /// A number, or nothing.
    Number,
    /// A currency by its code.
    Currency,
    /// A word.
    Word,
    /// Parts of its own, as JSON.
    Parts,
}

/// A word that a setting can be.
struct Choice {
    word: String,
    name: String,
    value: Value,
}

fn takes(path: &str, settings: &Settings, texts: &Texts) -> Takes {
    match path {
        DEFAULT_DEFINITION => Takes::OneOf(definitions(settings, texts)),
        "team.language" => Takes::OneOf(Language::ALL.into_iter().map(language).collect()),
        "team.everyone" => Takes::OneOf(levels(texts)),
        _ if path.starts_with("team.levels.") => Takes::OneOf(levels(texts)),
        "ideal.sectors" | "team.allowed_channels" => Takes::List,
        "rates" => Takes::Rates,
        EARNED_OVER => Takes::Amount,
        "currency" => Takes::Currency,
        "default_plugin" | "team.time_zone" => Takes::Word,
        "definitions" | "plugin_config" | "programme" | "team.levels" => Takes::Parts,
        _ => Takes::Number,
    }
}

fn definitions(settings: &Settings, texts: &Texts) -> Vec<Choice> {
    let own = settings.definitions.keys().map(|name| Definition::Own { name: name.clone() });
    let choice = |definition: Definition| {
        let word = definition.id().to_owned();
        let name = definition_id(&definition).map_or_else(
            || word.clone(),
            |id| {
                let (amount, months) =
                    (settings.earned_over.to_f64(), settings.potential_within_months);
                let amount = texts.money(amount, &settings.currency);
                say!(texts, &id, amount = amount, months = say!(texts, "format-months", n = months))
            },
        );
        Choice { word, name, value: json!(definition) }
    };
    Definition::all().into_iter().chain(own).map(choice).collect()
}

fn language(language: Language) -> Choice {
    let name = say!(Texts::of(language), "language-name");
    Choice { word: language.code().to_owned(), name, value: json!(language) }
}

fn levels(texts: &Texts) -> Vec<Choice> {
    let level = |level: Level| Choice {
        word: level.id().to_owned(),
        name: texts.level(level),
        value: json!(level),
    };
    let none = Choice {
        word: "none".to_owned(),
        name: say!(texts, "setting-nothing"),
        value: Value::Null,
    };
    Level::ALL.into_iter().map(level).chain([none]).collect()
}

/// What a setting becomes when this is typed for it. `name` is what it is called.
pub(super) fn typed(
    path: &str,
    name: &str,
    text: &str,
    settings: &Settings,
    texts: &Texts,
) -> Result<Value, Failure> {
    let text = text.trim();
    let wrong = |needs: String| {
        let value = cut(&clean(text), 60).into_owned();
        fail!(texts, "bad-setting", value = value, name = name.to_owned(), needs = needs)
    };
    let needs = |id: &str| wrong(say!(texts, id));
    match takes(path, settings, texts) {
        Takes::OneOf(choices) => {
            let same = |choice: &&Choice| choice.word == text || fold(&choice.name) == fold(text);
            let words: Vec<_> = choices.iter().map(shown_choice).collect();
            let found = choices.iter().find(same).map(|choice| choice.value.clone());
            found.ok_or_else(|| wrong(texts.or(&words)))
        }
        Takes::List if is_nothing(text, texts) => Ok(json!([])),
        Takes::List => Ok(list(text)),
        Takes::Rates => rates(text).ok_or_else(|| needs("setting-needs-rates")),
        Takes::Amount => {
            let amount = number(text).and_then(Money::from_f64);
            let amount = amount.ok_or_else(|| needs("setting-needs-number"))?;
            Ok(json!(amount.ten_thousandths()))
        }
        Takes::Number if is_nothing(text, texts) => Ok(Value::Null),
        Takes::Number => {
            let number = number(text).ok_or_else(|| needs("setting-needs-number"))?;
            // Settings that count things take no fraction, not even of nothing.
            let whole = number.fract() == 0.0 && number.abs() < 1e15;
            Ok(if whole { json!(number as i64) } else { json!(number) })
        }
        Takes::Currency => {
            let currency = Currency::new(&text.to_uppercase());
            currency.map(|it| json!(it)).ok_or_else(|| needs("setting-needs-currency"))
        }
        Takes::Word => Ok(Value::String(text.to_owned())),
        Takes::Parts => serde_json::from_str(text).map_err(|_| needs("setting-needs-parts")),
    }
}

fn is_nothing(text: &str, texts: &Texts) -> bool {
    let word = say!(texts, "setting-nothing");
    ["", "-", "null", "none"].contains(&text) || fold(text) == fold(&word)
}

/// A number with a decimal point or comma; a percentage as a share. What may be
/// thousands as well as decimals, such as 10.000, is none.
fn number(text: &str) -> Option<f64> {
    let (digits, scale) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), 0.01),
        None => (text, 1.0),
    };
    let mut parts = digits.split(['.', ',']);
    let (whole, fraction) = (parts.next()?, parts.next());
    let thousands = fraction.is_some_and(|fraction| fraction.len() == 3)
        && !whole.trim_start_matches(['-', '0']).is_empty();
    if thousands || parts.next().is_some() {
        return None;
    }
    let number: f64 = digits.replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number * scale)
}

fn list(text: &str) -> Value {
    if let Ok(list @ Value::Array(_)) = serde_json::from_str(text) {
        return list;
    }
    let items = text.split([',', ';']).map(str::trim).filter(|item| !item.is_empty());
    let item = |item: &str| id(item).map_or_else(|| json!(item), |id| json!(id));
    Value::Array(items.map(item).collect())
}

/// The number of a role or a channel, by itself or as Discord writes a mention of it.
pub(super) fn id(text: &str) -> Option<u64> {
    let mention = text.strip_prefix('<').and_then(|inside| inside.strip_suffix('>'));
    let number =
        mention.and_then(|inside| inside.strip_prefix("@&").or_else(|| inside.strip_prefix('#')));
    number.unwrap_or(text).parse().ok()
}

/// Rates as JSON, or such as `USD 0.92, GBP 1.17`.
fn rates(text: &str) -> Option<Value> {
    if let Ok(list @ Value::Array(_)) = serde_json::from_str(text) {
        return Some(list);
    }
    let pairs = text.split([';', '\n']).flat_map(|part| part.split(", "));
    let pairs = pairs.map(str::trim).filter(|pair| !pair.is_empty());
    let rate = |pair: &str| {
        let (code, rate) = pair.split_once([' ', ':'])?;
        let rate = number(rate.trim())?;
        Some(Rate { currency: Currency::new(&code.to_uppercase())?, from: None, rate })
    };
    let rates: Option<Vec<Rate>> = pairs.map(rate).collect();
    rates.map(|rates| json!(rates))
}

/// The value of a setting as a person reads it, and could type it.
pub(super) fn shown(path: &str, value: &Value, settings: &Settings, texts: &Texts) -> String {
    if let Takes::OneOf(choices) = takes(path, settings, texts) {
        let found = choices.iter().find(|choice| choice.value == *value);
        return found.map_or_else(|| bare(value, texts), shown_choice);
    }
    match (path, value) {
        ("team.allowed_channels", Value::Array(channels)) if !channels.is_empty() => {
            channels.iter().map(|channel| format!("<#{channel}>")).collect::<Vec<_>>().join(", ")
        }
        ("rates", Value::Array(_)) => {
            settings.rates.iter().map(shown_rate).collect::<Vec<_>>().join("; ")
        }
        (EARNED_OVER, _) => texts.money(settings.earned_over.to_f64(), &settings.currency),
        _ => bare(value, texts),
    }
}

fn shown_choice(choice: &Choice) -> String {
    if choice.word == choice.name {
        choice.name.clone()
    } else {
        format!("{} ({})", choice.name, choice.word)
    }
}

fn shown_rate(rate: &Rate) -> String {
    let from = rate.from.map_or_else(String::new, |day| format!(" ({day})"));
    format!("{} {}{from}", rate.currency.code(), rate.rate)
}

fn bare(value: &Value, texts: &Texts) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => {
            let digits = number.as_f64().unwrap_or_default().to_string();
            digits.replace('.', &say!(texts, "number-decimal"))
        }
        // What is not set has nothing to show.
        Value::Null => String::new(),
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
            .collect::<Vec<_>>()
            .join(", "),
        Value::Object(parts) if parts.is_empty() => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed_in(language: Language, path: &str, text: &str) -> Result<Value, Failure> {
        typed(path, "Setting", text, &Settings::default(), Texts::of(language))
    }

    #[test]
    fn people_type_values_in_their_own_way() {
        use Language::{En, Nl};
        for (language, path, text, value) in [
            (Nl, "default_definition", "ooit betaald", json!({ "definition": "paid" })),
            (En, "default_definition", "paid", json!({ "definition": "paid" })),
            (Nl, "team.language", "Nederlands", json!("nl")),
            (Nl, "team.everyone", "kijker", json!("viewer")),
            (Nl, "team.everyone", "geen", Value::Null),
            (Nl, "ideal.sectors", "zorg, techniek", json!(["zorg", "techniek"])),
            (En, "ideal.sectors", r#"["care"]"#, json!(["care"])),
            (En, "team.allowed_channels", "123, 456", json!([123, 456])),
            (En, "team.allowed_channels", "<#123>, <#456>", json!([123, 456])),
            (En, "team.allowed_channels", "none", json!([])),
            (Nl, "team.allowed_channels", "geen", json!([])),
            (Nl, "ideal.employees.max", "geen", Value::Null),
            (Nl, "ideal.employees.max", "250", json!(250)),
            (Nl, "thresholds.high_value_share", "20%", json!(0.2)),
            (Nl, "thresholds.high_value_share", "0,125", json!(0.125)),
            (Nl, "earned_over", "2500,5", json!(25_005_000)),
            (
                En,
                "rates",
                "usd 0.92; GBP 1.17",
                json!([
                    { "currency": "USD", "from": null, "rate": 0.92 },
                    { "currency": "GBP", "from": null, "rate": 1.17 },
                ]),
            ),
        ] {
            let now = typed_in(language, path, text).map_err(|failure| failure.to_string());
            assert_eq!(now, Ok(value), "{path}={text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_told_with_what_does() {
        for (path, text, fits) in [
            ("team.everyone", "baas", "kijker (viewer), manager, beheerder (admin) of geen (none)"),
            ("default_definition", "vrienden", "ooit betaald (paid)"),
            ("earned_over", "10.000", "een getal"),
            ("thresholds.confidence", "veel", "een getal"),
            ("currency", "gulden", "EUR"),
            ("rates", "dollar", "USD 0,92"),
            ("programme", "vaak", "JSON"),
        ] {
            let refused = typed_in(Language::Nl, path, text).expect_err(path).to_string();
            assert!(refused.contains(fits), "{path}: {refused}");
        }
    }

    #[test]
    fn every_value_that_is_shown_can_be_typed() {
        let settings = Settings::default();
        let all = json!(settings);
        let texts = Texts::of(Language::Nl);
        for path in [DEFAULT_DEFINITION, "team.language", "team.everyone", "ideal.sectors"] {
            let value = &all[path.split('.').next().unwrap_or_default()];
            let value = path.split('.').skip(1).fold(value, |value, part| &value[part]);
            let shown = shown(path, value, &settings, texts);
            let shown = shown.split(" (").next().unwrap_or_default();
            let again = typed(path, path, shown, &settings, texts);
            assert_eq!(again.map_err(|failure| failure.to_string()), Ok(value.clone()), "{path}");
        }
    }
}
