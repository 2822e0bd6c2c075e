//! Discord's own description of its HTTP interface, where it is at hand.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::{Value, json};

use super::findings::Findings;

/// What is said where the description is missing.
pub const SKIPPED: &str = "SKIPPED: the check of bodies against Discord's own description, because \
     shared/discord/openapi.json is not there (KLANTWIJZER_SHARED tells where). The fake's own \
     rules hold.";

/// Whether bodies are checked against Discord's own description.
pub fn available() -> bool {
    description().is_some()
}

/// Reports what the description of this name does not allow.
pub(super) fn check(name: &str, body: &Value, findings: &mut Findings) {
    let Some(validator) = validator(name) else { return };
    for error in validator.iter_errors(body) {
        for leaf in leaves(&error) {
            let path = leaf.instance_path().to_string();
            let path: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
            findings.report_at(&path, code(leaf), &leaf.to_string());
        }
    }
}

fn description() -> Option<&'static Value> {
    static DESCRIPTION: OnceLock<Option<Value>> = OnceLock::new();
    let read = || {
        let text = std::fs::read(place()).ok();
        if text.is_none() {
            eprintln!("{SKIPPED}");
        }
        text.map(|text| serde_json::from_slice(&text).expect("Discord's description is JSON"))
    };
    DESCRIPTION.get_or_init(read).as_ref()
}

fn place() -> PathBuf {
    let folder = std::env::var_os("KLANTWIJZER_SHARED").map(PathBuf::from);
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    folder.unwrap_or_else(beside).join("discord/openapi.json")
}

fn validator(name: &str) -> Option<Arc<Validator>> {
    static BUILT: OnceLock<Mutex<HashMap<String, Arc<Validator>>>> = OnceLock::new();
    let description = description()?;
    let built = BUILT.get_or_init(Mutex::default);
    let mut built = built.lock().unwrap_or_else(PoisonError::into_inner);
    let make = || {
        let root = json!({
            "$ref": format!("#/components/schemas/{name}"),
            "components": description["components"],
        });
        Arc::new(jsonschema::validator_for(&root).expect("Discord's description is a schema"))
    };
    Some(Arc::clone(built.entry(name.into()).or_insert_with(make)))
}

/// The errors that say something: in a choice of kinds, those of the kind that was meant.
fn leaves<'e, 'i>(error: &'e ValidationError<'i>) -> Vec<&'e ValidationError<'i>>
where
    'i: 'e,
{
    let branches: &'e [Vec<ValidationError<'static>>] = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            context
        }
        _ => return vec![error],
    };
    let depth = error.instance_path().to_string().matches('/').count();
    // A branch is of another kind when its `type`, or the value as a whole, is another.
    let other = |inner: &ValidationError<'_>| {
        let path = inner.instance_path().to_string();
        let here = path.matches('/').count() == depth;
        let below = path.matches('/').count() == depth + 1 && path.ends_with("/type");
        (here && matches!(inner.kind(), ValidationErrorKind::Type { .. }))
            || (below && matches!(inner.kind(), ValidationErrorKind::Enum { .. }))
    };
    match branches.iter().find(|branch| !branch.iter().any(other)) {
        Some(meant) => meant.iter().flat_map(leaves).collect(),
        None => vec![error],
    }
}

fn code(error: &ValidationError<'_>) -> &'static str {
    match error.kind() {
        ValidationErrorKind::MaxLength { .. } | ValidationErrorKind::MaxItems { .. } => {
            "BASE_TYPE_MAX_LENGTH"
        }
        ValidationErrorKind::MinLength { .. } | ValidationErrorKind::MinItems { .. } => {
            "BASE_TYPE_MIN_LENGTH"
        }
        ValidationErrorKind::Required { .. } => "BASE_TYPE_REQUIRED",
        ValidationErrorKind::Enum { .. } => "BASE_TYPE_CHOICES",
        ValidationErrorKind::Type { .. } => "BASE_TYPE_CONVERT",
        _ => "DESCRIPTION_NOT_MET",
    }
}
