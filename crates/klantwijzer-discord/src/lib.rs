//! The Discord frontend: the team asks where it works.
//!
//! An interaction is acknowledged first, then its work is done at the desk on a
//! thread that may block, and what comes of it is sent. Everything a button
//! needs is in its `custom_id` ([`press`]), so that a restart changes nothing.

mod answers;
mod attached;
mod bot;
mod caller;
mod commands;
mod config;
mod connection;
mod conversation;
mod custom_id;
mod events;
mod farewell;
mod framework;
mod gateway;
mod messages;
mod metrics;
mod pending;
mod permissions;
mod pictures;
mod press;
mod presses;
mod rate_limits;
mod register;
mod relay;
mod reply;
mod sending;
mod servers;
mod service;
mod teams;
mod token;
mod visit;

use std::io::IsTerminal as _;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use bot::Bot;
pub use config::Config;
use config::LogFormat;
use klantwijzer_frontend::{Output, Program};
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, Texts, fail, say};
pub use token::{CREDENTIAL, Token};
use tracing::{error, info, warn};
pub use visit::{Received, visit};

/// How long answers in hand may take when the bot stops.
pub const LAST_WORDS: Duration = Duration::from_secs(10);

/// How often what waited too long is taken away.
const SWEEP: Duration = Duration::from_hours(1);

/// Opens the data and the plugins, keeping at most so many workspaces in memory.
pub type Open = Box<dyn FnOnce(NonZeroUsize) -> Result<Program, Failure> + Send>;

/// Serves Discord until the bot is told to stop.
pub fn run(config: Config, open: Open, texts: &'static Texts) -> Result<Output, Failure> {
    log(&config, texts)?;
    let token = Token::find(&config, texts)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| fail!(texts, "no-runtime", problem = error.to_string()))?;
    runtime.block_on(serve(config, open, &token, texts))?;
    // What still runs now has had its time.
    runtime.shutdown_timeout(LAST_WORDS);
    Ok(Output::page(Page::new(say!(texts, "run-stopped"))))
}

async fn serve(
    config: Config,
    open: Open,
    token: &Token,
    texts: &'static Texts,
) -> Result<(), Failure> {
    let client = connection::client(&config, texts)?;
    let listen = config.listen(texts)?;
    let most = NonZeroUsize::new(config.limits.servers_in_memory).unwrap_or(NonZeroUsize::MIN);
    let bot = Arc::new(Bot::new(config, client));
    if let Some(address) = listen {
        service::open(address, Arc::clone(&bot), texts).await?;
    }
    tokio::spawn(service::listen_to_signals(Arc::clone(&bot)));
    let opening = tokio::spawn(opened(Arc::clone(&bot), move || open(most), texts));
    let connected = tokio::select! {
        ended = connection::keep(&bot, token, texts) => ended,
        failure = failed(opening) => Err(failure),
    };
    bot.stop();
    settle(&bot).await;
    connected
}

/// Opens the data while the connection is made; who asks before is told so.
async fn opened(
    bot: Arc<Bot>,
    open: impl FnOnce() -> Result<Program, Failure> + Send + 'static,
    texts: &'static Texts,
) -> Result<(), Failure> {
    let opened = tokio::task::spawn_blocking(move || {
        let program = open()?;
        pending::sweep(&program.data, (program.clock)());
        Ok::<_, Failure>(program)
    });
    let program = opened.await.map_err(|problem| {
        error!(%problem, "opening the data ended by itself");
        fail!(texts, "went-wrong")
    })??;
    for problem in program.problems.iter() {
        let (file, what) = (problem.file.display(), &problem.what);
        warn!(%file, %what, help = %what.help(), "a plugin is not in use");
    }
    info!(data = %program.data.display(), "the data is open");
    bot.begin(program.clone());
    tokio::spawn(farewell::keep_looking(Arc::clone(&bot)));
    tokio::spawn(sweep(bot, program, texts));
    Ok(())
}

/// Waits until the data could not be opened; for ever when it could.
async fn failed(opening: tokio::task::JoinHandle<Result<(), Failure>>) -> Failure {
    match opening.await {
        Ok(Err(failure)) => failure,
        _ => std::future::pending().await,
    }
}

async fn sweep(bot: Arc<Bot>, program: Program, texts: &'static Texts) {
    while !bot.stops_within(SWEEP).await {
        let (data, now) = (program.data.clone(), (program.clock)());
        // What was not swept now is swept an hour later.
        let _ = bot.work(texts, move || pending::sweep(&data, now)).await;
    }
}

/// Gives the answers in hand their time.
async fn settle(bot: &Bot) {
    let done = async {
        while bot.metrics.in_hand.get() > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    if tokio::time::timeout(LAST_WORDS, done).await.is_err() {
        warn!("some answers were not finished");
    }
}

/// Logs to standard error, as configured.
fn log(config: &Config, texts: &Texts) -> Result<(), Failure> {
    let filter = config.log_filter(texts)?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match config.service.log_format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
    Ok(())
}
