use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{SinkExt as _, StreamExt as _};
use hyper::body::Incoming;
use hyper::header::HOST;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message as Packet;
use tokio_tungstenite::tungstenite::handshake::server::{
    ErrorResponse, Request, Response, create_response,
};
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role};

use super::greeting::Greeted;
use super::session::{Frame, Session};
use crate::rest::reply::{Response as Reply, response};
use crate::shared::Shared;

/// How many frames a connection may send in a minute.
const FRAMES_A_MINUTE: usize = 120;

/// Serves every connection to the gateway.
pub(crate) async fn serve(shared: Arc<Shared>, listener: TcpListener) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(greet(Arc::clone(&shared), stream));
    }
}

async fn greet(shared: Arc<Shared>, stream: TcpStream) {
    let refused = shared.change(|world| {
        let refused = world.sessions.refusals > 0;
        world.sessions.refusals = world.sessions.refusals.saturating_sub(1);
        refused
    });
    #[expect(clippy::result_large_err, reason = "the type is tungstenite's")]
    let answer = move |_: &Request, response: Response| -> Result<Response, ErrorResponse> {
        if !refused {
            return Ok(response);
        }
        let mut refusal = ErrorResponse::new(Some("The gateway is not available.".into()));
        *refusal.status_mut() = hyper::StatusCode::SERVICE_UNAVAILABLE;
        Err(refusal)
    };
    if let Ok(socket) = tokio_tungstenite::accept_hdr_async(stream, answer).await {
        attend(shared, socket).await;
    }
}

/// Whether a request wants the gateway, which has a host of its own.
pub(crate) fn is_for_the_gateway(request: &hyper::Request<Incoming>) -> bool {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    host.is_some_and(|host| host.starts_with("gateway."))
}

/// Serves the gateway on a connection that began as HTTP.
pub(crate) fn upgrade(shared: Arc<Shared>, request: hyper::Request<Incoming>) -> Reply {
    let (head, body) = request.into_parts();
    let handshake = create_response(&hyper::Request::from_parts(head.clone(), ()));
    let Ok(handshake) = handshake else { return response(400, None) };
    let upgrading = hyper::upgrade::on(hyper::Request::from_parts(head, body));
    tokio::spawn(async move {
        if let Ok(stream) = upgrading.await {
            let stream = TokioIo::new(stream);
            attend(shared, WebSocketStream::from_raw_socket(stream, Role::Server, None).await)
                .await;
        }
    });
    let mut answer = response(101, None);
    answer.headers_mut().extend(handshake.into_parts().0.headers);
    answer
}

async fn attend<S: AsyncRead + AsyncWrite + Unpin>(
    shared: Arc<Shared>,
    socket: WebSocketStream<S>,
) {
    let (link, frames) = unbounded_channel();
    let connection = Connection { shared, link, session: None, received: VecDeque::new() };
    connection.run(socket, frames).await;
}

struct Connection {
    shared: Arc<Shared>,
    link: UnboundedSender<Frame>,
    session: Option<String>,
    received: VecDeque<Instant>,
}

impl Connection {
    async fn run<S: AsyncRead + AsyncWrite + Unpin>(
        mut self,
        mut socket: WebSocketStream<S>,
        mut frames: UnboundedReceiver<Frame>,
    ) {
        let heartbeat = self.shared.read(|world| world.sessions.heartbeat);
        let heartbeat = u64::try_from(heartbeat.as_millis()).expect("a short time");
        self.send(json!({"op": 10, "s": null, "t": null,
            "d": {"heartbeat_interval": heartbeat, "_trace": ["[\"fake\",{\"micros\":0}]"]}}));
        loop {
            tokio::select! {
                packet = socket.next() => match packet {
                    Some(Ok(Packet::Text(text))) => self.receive(&text),
                    Some(Ok(Packet::Ping(_) | Packet::Pong(_))) => {}
                    _ => break,
                },
                frame = frames.recv() => match frame {
                    Some(Frame::Send(frame)) => {
                        if socket.send(Packet::Text(frame.to_string())).await.is_err() {
                            break;
                        }
                    }
                    Some(Frame::Close(code, reason)) => {
                        self.leave();
                        let frame = CloseFrame { code: code.into(), reason: reason.into() };
                        let _ = socket.send(Packet::Close(Some(frame))).await;
                        // The other side reads the close before the connection ends.
                        let _ = tokio::time::timeout(Duration::from_secs(1), socket.next()).await;
                        break;
                    }
                    Some(Frame::Invalidate { resumable }) => self.invalidate(resumable),
                    Some(Frame::Drop) | None => break,
                },
            }
        }
        self.leave();
    }

    fn send(&self, frame: Value) {
        let _ = self.link.send(Frame::Send(frame));
    }

    fn close(&self, code: u16, reason: &'static str) {
        let _ = self.link.send(Frame::Close(code, reason));
    }

    /// The session stays, without a connection, until it is resumed.
    fn leave(&mut self) {
        let Some(id) = self.session.take() else { return };
        let link = &self.link;
        self.shared.change(|world| {
            let mut sessions = world.sessions.all.iter_mut();
            let session = sessions.find(|session| session.id == id);
            if let Some(session) = session
                && session.link.as_ref().is_some_and(|own| own.same_channel(link))
            {
                session.link = None;
            }
        });
    }

    fn invalidate(&mut self, resumable: bool) {
        let id = self.session.clone();
        self.leave();
        if !resumable {
            let other = |session: &Session| Some(&session.id) != id.as_ref();
            self.shared.change(|world| world.sessions.all.retain(other));
        }
        self.send(json!({"op": 9, "d": resumable, "s": null, "t": null}));
    }

    fn receive(&mut self, text: &str) {
        let now = Instant::now();
        self.received.push_back(now);
        while self.received.front().is_some_and(|at| now - *at > Duration::from_mins(1)) {
            self.received.pop_front();
        }
        if self.received.len() > FRAMES_A_MINUTE {
            return self.close(4008, "You are being rate limited.");
        }
        let Ok(frame) = serde_json::from_str::<Value>(text) else {
            return self.close(4002, "Error while decoding payload.");
        };
        match (frame["op"].as_u64(), self.session.is_some()) {
            (Some(1), _) => self.heartbeat(),
            (Some(2), false) => {
                let link = self.link.clone();
                let greeted = self.shared.change(|world| world.identify(&frame["d"], &link));
                self.greeted(greeted);
            }
            (Some(6), false) => {
                let link = self.link.clone();
                let greeted = self.shared.change(|world| world.resume(&frame["d"], &link));
                self.greeted(greeted);
            }
            (Some(2 | 6), true) => self.close(4005, "Already authenticated."),
            // Presence, voice and member requests have no effect that a test looks at.
            (Some(3 | 4 | 8 | 31), true) => {}
            (Some(3 | 4 | 8 | 31), false) => self.close(4003, "Not authenticated."),
            _ => self.close(4001, "Unknown opcode."),
        }
    }

    fn heartbeat(&self) {
        let acknowledged = self.shared.change(|world| {
            world.sessions.heartbeats += 1;
            world.sessions.acknowledges
        });
        if acknowledged {
            self.send(json!({"op": 11, "d": null, "s": null, "t": null}));
        }
    }

    fn greeted(&mut self, greeted: Greeted) {
        match greeted {
            Greeted::Session(id) => self.session = Some(id),
            Greeted::Invalid => self.send(json!({"op": 9, "d": false, "s": null, "t": null})),
            Greeted::Refused(code, reason) => self.close(code, reason),
        }
    }
}
