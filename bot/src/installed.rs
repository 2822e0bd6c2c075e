//! What comes along to install the bot with is held to what the program
//! understands: the unit, the image and the pages that explain them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{CommandFactory as _, Parser as _};
use klantwijzer_discord::{CREDENTIAL, Config, LAST_WORDS};
use klantwijzer_terminal::{Cli, Command};

const UNIT: &str = include_str!("../../dist/klantwijzer.service");
const IMAGE: &str = include_str!("../../dist/Dockerfile");
const PAGES: [&str; 3] = [
    include_str!("../../README.md"),
    include_str!("../../docs/discord.md"),
    include_str!("../../docs/discord.nl.md"),
];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The values of a setting of the unit, in order.
fn unit(key: &str) -> Vec<&'static str> {
    let lines = UNIT.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('='))
        .filter(|(k, _)| *k == key)
        .map(|(_, v)| v)
        .collect()
}

/// The arguments of an instruction of the image, in order; continued lines joined.
fn image(instruction: &str) -> Vec<String> {
    let text: Vec<&str> = IMAGE.lines().filter(|line| !line.starts_with('#')).collect();
    let text = text.join("\n").replace("\\\n", " ");
    let lines = text.lines().filter_map(|line| line.split_once(' '));
    lines.filter(|(name, _)| *name == instruction).map(|(_, rest)| rest.trim().to_owned()).collect()
}

/// The variables that are read, beside the one with the token.
fn variables() -> BTreeSet<String> {
    let command = Cli::command();
    let read = command.get_arguments().filter_map(|argument| argument.get_env());
    read.map(|name| name.to_string_lossy().into_owned()).collect()
}

fn runs_the_bot(words: &[String]) -> bool {
    matches!(Cli::try_parse_from(words), Ok(Cli { command: Command::Run(_), .. }))
}

#[test]
fn the_unit_runs_the_bot_with_its_token_and_its_data() {
    let [start] = unit("ExecStart")[..] else { panic!("one command") };
    assert!(
        start.starts_with('/') && runs_the_bot(&shlex::split(start).expect("words")),
        "{start}"
    );
    let environment: Vec<_> =
        unit("Environment").iter().filter_map(|pair| pair.split_once('=')).collect();
    assert!(environment.iter().all(|(name, _)| variables().contains(*name)), "{environment:?}");
    let state = format!("/var/lib/{}", unit("StateDirectory")[0]);
    assert!(environment.contains(&("KLANTWIJZER_DATA", &state)), "{environment:?}");
    let (credential, _) = unit("LoadCredential")[0].split_once(':').expect("a name and a file");
    assert_eq!(credential, CREDENTIAL);
    assert!(!["root", "0"].contains(&unit("User")[0]));
    let patience: u64 = unit("TimeoutStopSec")[0].parse().expect("seconds");
    assert!(patience > 2 * LAST_WORDS.as_secs(), "answers in hand, and work in hand");
}

/// A plugin's process needs these; see the host.
#[test]
fn the_unit_lets_plugins_run() {
    assert!(unit("RestrictAddressFamilies")[0].split(' ').any(|family| family == "AF_UNIX"));
    assert!(unit("ProcSubset").is_empty() && unit("RootDirectory").is_empty());
    let calls = unit("SystemCallFilter");
    assert_eq!(calls[0], "@system-service", "which has memfd_create");
    let refused =
        calls.iter().filter_map(|set| set.strip_prefix('~')).flat_map(|set| set.split(' '));
    let refused: Vec<_> = refused.collect();
    assert!(
        ["@ipc", "@process", "@file-system", "memfd_create"]
            .iter()
            .all(|set| !refused.contains(set))
    );
}

#[test]
fn the_image_runs_the_bot_with_every_plugin() {
    let words = |instruction: &str| -> Vec<String> {
        serde_json::from_str(&image(instruction)[0]).expect("the form for programs")
    };
    let start: Vec<String> = words("ENTRYPOINT").into_iter().chain(words("CMD")).collect();
    assert!(runs_the_bot(&start), "{start:?}");
    let user: u32 = image("USER")[0].parse().expect("a number");
    assert_ne!(user, 0);
    let environment = image("ENV");
    let pairs: Vec<_> = environment.iter().filter_map(|pair| pair.split_once('=')).collect();
    let known = |name: &str| variables().contains(name) || name == "CREDENTIALS_DIRECTORY";
    assert!(pairs.iter().all(|(name, _)| known(name)), "{pairs:?}");
    let value = |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
    assert_eq!(value("KLANTWIJZER_DATA"), Some(&*image("VOLUME")[0]));

    let copied = image("COPY");
    let plugins = value("KLANTWIJZER_PLUGINS").expect("a folder");
    let copied = copied.iter().find(|copy| copy.trim_end_matches('/').ends_with(plugins));
    let copied = copied.expect("plugins are copied there");
    for plugin in std::fs::read_dir(project().join("plugins")).expect("plugins") {
        let name = plugin.expect("a plugin").file_name().to_string_lossy().replace('-', "_");
        assert!(copied.contains(&format!("/libklantwijzer_{name}.so ")), "{name}");
    }
}

#[test]
fn the_image_is_built_with_the_rust_that_the_project_needs() {
    let manifest = std::fs::read_to_string(project().join("Cargo.toml")).expect("a manifest");
    let manifest: toml::Value = toml::from_str(&manifest).expect("TOML");
    let version = manifest["workspace"]["package"]["rust-version"].as_str().expect("a version");
    let [build, run] = &image("FROM")[..] else { panic!("two stages") };
    assert!(build.starts_with(&format!("rust:{version}-")), "{build}");
    let debian = build.split(['-', ' ']).find(|word| run.contains(*word) && *word != "slim");
    assert!(debian.is_some(), "both have the same C library: {build}, {run}");
}

#[test]
fn the_image_asks_for_health_where_it_is_served() {
    let port = Config::default().service.listen.split_once(':').expect("a port").1.to_owned();
    let checks = image("HEALTHCHECK");
    let check = checks[0].split_once("CMD ").expect("a command").1;
    let check: Vec<String> = serde_json::from_str(check).expect("the form for programs");
    assert!(check[2].contains(&format!("/dev/tcp/127.0.0.1/{port} ")), "{check:?}");
    assert!(check[2].contains("GET /health HTTP/1.0\\r\\n\\r\\n"), "{check:?}");
}

/// How a line begins that runs the program.
const PROGRAM: [&str; 3] =
    ["klantwijzer ", "sudo -u klantwijzer klantwijzer ", "/usr/local/bin/klantwijzer "];

/// What stands in code on a page: lines of blocks, and words within a sentence.
fn code(page: &str) -> Vec<String> {
    let joined = page.replace("\\\n", " ");
    let mut code = Vec::new();
    for (place, part) in joined.split("```").enumerate() {
        if place % 2 == 1 {
            code.extend(part.lines().map(|line| line.trim().to_owned()));
        } else {
            code.extend(part.split('`').skip(1).step_by(2).map(|words| words.replace('\n', " ")));
        }
    }
    code
}

#[test]
fn every_command_on_the_pages_is_one() {
    for (page, least) in PAGES.iter().zip([5, 5, 5]) {
        let lines = code(page);
        let own = |line: &String| {
            PROGRAM.iter().find_map(|start| Some(line.strip_prefix(start)?.to_owned()))
        };
        let commands: Vec<String> = lines.iter().filter_map(own).collect();
        assert!(commands.len() >= least, "{commands:?}");
        for command in commands {
            let words = shlex::split(&command).expect("words");
            let words = std::iter::once("klantwijzer".to_owned()).chain(words);
            let parsed = Cli::try_parse_from(words);
            let helps = |error: &clap::Error| error.kind() == clap::error::ErrorKind::DisplayHelp;
            assert!(parsed.as_ref().err().is_none_or(helps), "{command}");
        }
    }
}

#[test]
fn every_file_on_the_pages_is_there() {
    let mut seen = 0;
    for page in &PAGES[1..] {
        let words = page.split(|c: char| c.is_whitespace() || "()`[]".contains(c));
        for word in words.filter(|word| word.starts_with("dist/") || word.starts_with("bot/")) {
            assert!(project().join(word).is_file(), "{word}");
            seen += 1;
        }
    }
    assert!(seen >= 6, "{seen}");
}
