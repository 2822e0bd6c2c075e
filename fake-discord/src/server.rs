//! The listeners: discord.com, cdn.discordapp.com and gateway.discord.gg with TLS, and the
//! gateway without.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use super::gateway::connection;
use super::rest;
use super::shared::Shared;
use super::world::World;

/// The names that the certificate is for.
const NAMES: [&str; 4] =
    ["discord.com", "cdn.discordapp.com", "media.discordapp.net", "gateway.discord.gg"];

/// The running fake: it ends when this is dropped.
pub(crate) struct Server {
    pub(crate) shared: Arc<Shared>,
    pub(crate) address: SocketAddr,
    pub(crate) gateway: SocketAddr,
    /// The certificate that a client has to trust, as PEM.
    pub(crate) root: String,
    runtime: Option<Runtime>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("discord")
            .enable_all()
            .build()
            .expect("threads can be started");
        let (tls, root) = certificates();
        let (rest, gateway) = runtime.block_on(async { (listen().await, listen().await) });
        let at = |listener: &TcpListener| listener.local_addr().expect("a bound address");
        let (address, gateway_address) = (at(&rest), at(&gateway));
        let shared = Arc::new(Shared::new(World::new(format!("ws://{gateway_address}"))));
        runtime.spawn(serve(Arc::clone(&shared), rest, tls));
        runtime.spawn(connection::serve(Arc::clone(&shared), gateway));
        Self { shared, address, gateway: gateway_address, root, runtime: Some(runtime) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn listen() -> TcpListener {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("loopback has a free port")
}

fn certificates() -> (TlsAcceptor, String) {
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    // With the name of the other, each would seem to have signed itself.
    authority.distinguished_name.push(DnType::CommonName, "The fake's authority");
    let key = KeyPair::generate().expect("a key");
    let authority = CertifiedIssuer::self_signed(authority, key).expect("a root certificate");
    let key = KeyPair::generate().expect("a key");
    let names = NAMES.map(ToString::to_string).to_vec();
    let leaf = CertificateParams::new(names).expect("names of hosts");
    let leaf = leaf.signed_by(&key, &authority).expect("a certificate");
    let secret = PrivateKeyDer::try_from(key.serialize_der()).expect("a key in PKCS 8");
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("TLS 1.2 and 1.3")
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], secret)
        .expect("a key that fits its certificate");
    (TlsAcceptor::from(Arc::new(config)), authority.pem())
}

async fn serve(shared: Arc<Shared>, listener: TcpListener, tls: TlsAcceptor) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(answer(Arc::clone(&shared), stream, tls.clone()));
    }
}

async fn answer(shared: Arc<Shared>, stream: TcpStream, tls: TlsAcceptor) {
    let _ = stream.set_nodelay(true);
    let Ok(stream) = tls.accept(stream).await else { return };
    let service = service_fn(move |request| {
        let shared = Arc::clone(&shared);
        async move {
            if connection::is_for_the_gateway(&request) {
                return Ok(connection::upgrade(shared, request));
            }
            rest::serve(shared, request).await
        }
    });
    // An error ends the connection, which is also how a broken one is played.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades()
        .await;
}
