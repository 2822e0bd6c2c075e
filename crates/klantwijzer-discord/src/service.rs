//! What the bot is to the machine it runs on: signals, health and metrics.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use klantwijzer_text::{Failure, Texts, fail};
use serde_json::json;
use tokio::net::TcpListener;
use tracing::{info, warn};

use super::bot::Bot;

/// Turns SIGTERM and Ctrl-C into the word to stop.
pub(super) async fn listen_to_signals(bot: Arc<Bot>) {
    let interrupted = tokio::signal::ctrl_c();
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                warn!(%error, "SIGTERM cannot be heard");
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        _ = interrupted => {}
        () = terminated => {}
    }
    info!("stopping");
    bot.stop();
}

/// Serves `/health` and `/metrics` on this address.
pub(super) async fn open(address: SocketAddr, bot: Arc<Bot>, texts: &Texts) -> Result<(), Failure> {
    let listener = TcpListener::bind(address).await.map_err(|error| {
        fail!(texts, "listen-taken", address = address.to_string(), problem = error.to_string())
    })?;
    let address = listener.local_addr().unwrap_or(address);
    info!(%address, "health and metrics are served");
    tokio::spawn(serve(listener, bot));
    Ok(())
}

async fn serve(listener: TcpListener, bot: Arc<Bot>) {
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                warn!(%error, "a connection for health or metrics failed");
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                continue;
            }
        };
        let bot = Arc::clone(&bot);
        tokio::spawn(async move {
            let answer = service_fn(move |request| {
                let bot = Arc::clone(&bot);
                async move { Ok::<_, Infallible>(answer(&request, &bot)) }
            });
            // Whoever asked may hang up; that is no news.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), answer)
                .await;
        });
    }
}

fn answer(request: &Request<Incoming>, bot: &Bot) -> Response<Full<Bytes>> {
    let shards = bot.gateway.connected();
    match (request.method(), request.uri().path()) {
        (&Method::GET, "/health") => health(bot, shards > 0),
        (&Method::GET, "/metrics") => text(
            StatusCode::OK,
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
            bot.metrics.text(shards),
        ),
        _ => text(StatusCode::NOT_FOUND, "text/plain", "/health, /metrics\n".to_owned()),
    }
}

/// Fine when the data is open, Discord is connected and every plugin is in use.
/// A broken plugin is told and does not make the bot unfit to run.
fn health(bot: &Bot, connected: bool) -> Response<Full<Bytes>> {
    let program = bot.opened();
    let problems: Vec<String> = program
        .iter()
        .flat_map(|program| program.problems.iter())
        .map(|problem| problem.file.display().to_string())
        .collect();
    let status = match (program.is_some(), connected, problems.is_empty()) {
        (false, _, _) => "opening the data",
        (true, false, _) => "waiting for Discord",
        (true, true, false) => "a plugin is not in use",
        (true, true, true) => "fine",
    };
    let fit = program.is_some() && connected;
    let body = json!({
        "status": status,
        "data": program.is_some(),
        "discord": connected,
        "plugins": program.map(|program| program.desk.manifests().map(|m| m.id.to_string()).collect::<Vec<_>>()),
        "plugins_not_in_use": problems,
        "version": env!("CARGO_PKG_VERSION"),
    });
    let code = if fit { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    text(code, "application/json", format!("{body}\n"))
}

fn text(code: StatusCode, kind: &'static str, body: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(body)));
    *response.status_mut() = code;
    response.headers_mut().insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(kind));
    response
}
