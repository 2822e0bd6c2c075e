//! The client library reaches Discord's gateway through here. It connects by its own means only
//! and drops an event that it cannot read whole; here the configured address and certificate
//! hold, each event is read tolerantly, and it is known which connections are in use.

mod reading;
mod trim;
mod upstream;

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::http::StatusCode;
use tracing::warn;

use self::reading::{Read, Reading, Turn};
use self::upstream::Socket;
pub(crate) use self::upstream::Upstream;
use super::bot::Bot;
use super::gateway::Connected;

/// An address on this machine behind which is Discord's gateway, for as long as this lives.
pub(crate) struct Relay {
    /// Where the client library connects to.
    pub(crate) address: String,
    serving: JoinHandle<()>,
    turned_away: Arc<Notify>,
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Relay {
    /// Opens a way to the gateway at this address.
    pub(crate) async fn open(
        bot: Arc<Bot>,
        upstream: Arc<Upstream>,
        gateway: String,
    ) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = format!("ws://{}/", listener.local_addr()?);
        let turned_away = Arc::<Notify>::default();
        let passage = Passage {
            bot,
            upstream,
            gateway,
            reading: Reading::default(),
            turned_away: Arc::clone(&turned_away),
        };
        let serving = tokio::spawn(serve(listener, Arc::new(passage)));
        Ok(Self { address, serving, turned_away })
    }

    /// Waits until Discord closes in a way after which only a new beginning helps.
    pub(crate) async fn turned_away(&self) {
        self.turned_away.notified().await;
    }
}

/// What every connection shares.
struct Passage {
    bot: Arc<Bot>,
    upstream: Arc<Upstream>,
    /// The address of Discord's gateway.
    gateway: String,
    reading: Reading,
    turned_away: Arc<Notify>,
}

async fn serve(listener: TcpListener, passage: Arc<Passage>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(Arc::clone(&passage).carry(stream));
            }
            Err(error) => {
                warn!(%error, "the way to the gateway failed");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

impl Passage {
    /// Carries one connection of the client library to Discord.
    async fn carry(self: Arc<Self>, stream: TcpStream) {
        let gateway = self.gateway.trim_end_matches('/');
        let discord = self.upstream.open(&format!("{gateway}/?v=10&encoding=json")).await;
        if let Err(problem) = &discord {
            warn!(%problem, "Discord's gateway cannot be reached");
        }
        let reached = discord.is_ok();
        #[expect(clippy::result_large_err, reason = "the type is tungstenite's")]
        let answer = move |_: &Request, response: Response| -> Result<Response, ErrorResponse> {
            if reached {
                return Ok(response);
            }
            let mut refusal = ErrorResponse::new(None);
            *refusal.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            Err(refusal)
        };
        let library = tokio_tungstenite::accept_hdr_async(stream, answer).await;
        if let (Ok(library), Ok(discord)) = (library, discord) {
            self.between(library, discord).await;
        }
    }

    /// Hands on what either side says until one of them ends.
    async fn between(&self, mut library: WebSocketStream<TcpStream>, mut discord: Socket) {
        let mut connected: Option<Connected<'_>> = None;
        let mut closed = false;
        loop {
            tokio::select! {
                said = library.next() => {
                    let Some(Ok(said)) = said else { break };
                    let ends = said.is_close();
                    if discord.send(uncompressed(said)).await.is_err() || ends {
                        break;
                    }
                }
                said = discord.next() => {
                    let Some(Ok(said)) = said else { break };
                    let Some(read) = self.read(said) else { continue };
                    match read.turn {
                        Some(Turn::Begins) => connected = Some(self.bot.gateway.connects()),
                        Some(Turn::Ends) => connected = None,
                        None => {}
                    }
                    if let Frame::Close(Some(frame)) = &read.frame
                        && GIVEN_UP.contains(&u16::from(frame.code))
                    {
                        self.turned_away.notify_one();
                        break;
                    }
                    closed = read.frame.is_close();
                    if library.send(read.frame).await.is_err() || closed {
                        break;
                    }
                }
            }
        }
        drop(connected);
        // A close is read before the connection ends; where there was none, the library must see
        // a connection that broke.
        let _ = tokio::time::timeout(LAST_WORD, async {
            let _ = tokio::join!(library.flush(), discord.flush());
            if closed {
                while let Some(Ok(_)) = library.next().await {}
            }
        })
        .await;
    }

    fn read(&self, said: Frame) -> Option<Read> {
        match said {
            Frame::Text(text) => self.reading.read(text, &self.bot.metrics),
            Frame::Close(_) => Some(Read { frame: said, turn: Some(Turn::Ends) }),
            Frame::Binary(_) => Some(Read { frame: said, turn: None }),
            // The socket itself answers a ping.
            Frame::Ping(_) | Frame::Pong(_) | Frame::Frame(_) => None,
        }
    }
}

/// What the client library says, asking for events that are not compressed: they are read here.
fn uncompressed(said: Frame) -> Frame {
    let Frame::Text(text) = said else { return said };
    match serde_json::from_str::<Value>(&text) {
        Ok(mut frame) if frame["op"] == IDENTIFY => {
            if let Some(asked) = frame["d"].as_object_mut() {
                asked.insert("compress".to_owned(), false.into());
            }
            Frame::Text(frame.to_string())
        }
        _ => Frame::Text(text),
    }
}

/// How long either side may take to read that the connection is closed.
const LAST_WORD: Duration = Duration::from_secs(1);

/// The codes of a close that the client library is not told, because it would read the closed
/// connection again and again without a pause: not authenticated, a wrong shard, more shards
/// needed, a version that is no longer served. After these only a new beginning helps.
const GIVEN_UP: [u16; 4] = [4003, 4010, 4011, 4012];

/// Discord's number of the frame by which a session is begun.
const IDENTIFY: u64 = 2;
