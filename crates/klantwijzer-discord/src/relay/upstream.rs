//! The way to Discord's gateway: by the same addresses and certificates as its HTTP interface.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use klantwijzer_text::{Failure, Texts, errors, fail};

use crate::config::Connection;

/// How long it may take until a connection is open.
const PATIENCE: Duration = Duration::from_secs(10);

/// The largest event that is read. That of a server with all its channels and roles takes some
/// megabytes at most.
const LARGEST: usize = 64 << 20;

/// A stream to Discord, with TLS or, on the machine itself, without.
pub(super) trait Stream:
    tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Unpin
{
}
impl<T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Unpin> Stream for T {}

/// The gateway.
pub(super) type Socket = WebSocketStream<Box<dyn Stream>>;

/// How Discord's gateway is reached.
pub(crate) struct Upstream {
    connect_to: Option<SocketAddr>,
    tls: Arc<ClientConfig>,
}

/// Why the gateway cannot be reached.
pub(super) type Problem = Box<dyn std::error::Error + Send + Sync>;

impl Upstream {
    /// As configured.
    pub(crate) fn new(config: &Connection, texts: &Texts) -> Result<Self, Failure> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(file) = &config.root_certificate {
            let pem = std::fs::read(file).map_err(|error| errors::file(file, &error, texts))?;
            let unreadable = || fail!(texts, "certificate", file = file.display().to_string());
            let certificate = CertificateDer::from_pem_slice(&pem).map_err(|_| unreadable())?;
            roots.add(certificate).map_err(|_| unreadable())?;
        }
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| fail!(texts, "http-client", problem = error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { connect_to: config.connect_to, tls: Arc::new(tls) })
    }

    /// Opens the gateway at this address.
    pub(super) async fn open(&self, address: &str) -> Result<Socket, Problem> {
        tokio::time::timeout(PATIENCE, self.opened(address)).await?
    }

    async fn opened(&self, address: &str) -> Result<Socket, Problem> {
        let url = reqwest::Url::parse(address)?;
        let host = url.host_str().ok_or("the gateway's address names no host")?;
        let safe = url.scheme() == "wss";
        let port = url.port().unwrap_or(if safe { 443 } else { 80 });
        let stream = match self.connect_to.filter(|_| is_discords(host)) {
            Some(address) => TcpStream::connect(address).await?,
            None => TcpStream::connect((host.trim_matches(['[', ']']), port)).await?,
        };
        stream.set_nodelay(true)?;
        let stream: Box<dyn Stream> = if safe {
            let name = ServerName::try_from(host.to_owned())?;
            Box::new(TlsConnector::from(Arc::clone(&self.tls)).connect(name, stream).await?)
        } else {
            Box::new(stream)
        };
        let limits = WebSocketConfig {
            max_message_size: Some(LARGEST),
            max_frame_size: Some(LARGEST),
            ..WebSocketConfig::default()
        };
        Ok(client_async_with_config(address, stream, Some(limits)).await?.0)
    }
}

/// Whether a host is one of those that the configured address stands for.
fn is_discords(host: &str) -> bool {
    ["discord.gg", "discord.com"].iter().any(|own| {
        host.strip_suffix(own).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}
