//! The WebSocket side: sessions, and the connections that serve them.

pub(crate) mod connection;
pub(crate) mod greeting;
pub(crate) mod session;
