//! What the host and a worker say to each other: frames of a length, four bytes
//! with the low one first, and a message in postcard.

use std::io::{self, IoSlice, IoSliceMut, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use klantwijzer_core::types::CustomerType;
use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags, recvmsg, sendmsg,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::library::Fault;
use crate::load_error::LoadError;

/// The longest message that is accepted.
const MAX_FRAME: usize = 1 << 20;
/// The most file descriptors that come with a message.
const MAX_FILES: usize = 2;

/// What the host asks.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Request {
    /// Load the library in the file that comes with this.
    Load,
    /// Make a scorer with this configuration.
    Create { config: String },
    /// Use these blocks of memory, of these sizes, from now on: facts and
    /// scores. Their files come with this. There is no reply.
    Memory { facts: u64, scores: u64 },
    /// Score the customers in the facts.
    Score { rows: u64 },
    /// Hold the scorer against the rules for plugins.
    Check,
}

/// What a worker answers. The host takes it as hostile.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// The library is loaded; this is its manifest, unread.
    Loaded { manifest: String },
    /// There is a scorer; these are the programmes it makes, as JSON.
    Created { programme: Vec<(CustomerType, String)> },
    /// The library is not used.
    Unusable(LoadError),
    /// The scores are there.
    Scored,
    /// The plugin did not score.
    Fault(Fault),
    /// One rule was looked at; more follow.
    Step(CheckStep),
    /// Every rule was looked at.
    Checked { rows_per_second: f64 },
}

/// One rule and whether the plugin keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckStep {
    /// The rule, in a few words.
    pub rule: String,
    /// What is wrong; `None` when the rule is kept.
    pub problem: Option<String>,
}

/// Sends a message with open files.
pub(crate) fn send(
    stream: &mut UnixStream,
    message: &impl Serialize,
    files: &[BorrowedFd<'_>],
) -> io::Result<()> {
    let frame = postcard::to_stdvec(message).map_err(io::Error::other)?;
    if frame.len() > MAX_FRAME {
        return Err(io::Error::other("a message is longer than is accepted"));
    }
    let length = (frame.len() as u32).to_le_bytes();
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MAX_FILES))];
    let mut ancillary = SendAncillaryBuffer::new(&mut space);
    if !files.is_empty() && !ancillary.push(SendAncillaryMessage::ScmRights(files)) {
        return Err(io::Error::other("too many files come with a message"));
    }
    let parts = [IoSlice::new(&length), IoSlice::new(&frame)];
    let sent = sendmsg(&*stream, &parts, &mut ancillary, SendFlags::NOSIGNAL)?;
    // The files went with the first byte; what is left is plain bytes.
    let rest = [length.as_slice(), &frame].concat();
    stream.write_all(rest.get(sent..).unwrap_or_default())
}

/// Receives a message with open files, waiting for as long as it takes.
/// `None` when the other side is gone.
pub(crate) fn receive<M: DeserializeOwned>(
    stream: &mut UnixStream,
) -> io::Result<Option<(M, Vec<OwnedFd>)>> {
    let mut length = [0; 4];
    let mut files = Vec::new();
    let mut filled = 0;
    while filled < length.len() {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MAX_FILES))];
        let mut ancillary = RecvAncillaryBuffer::new(&mut space);
        let mut parts = [IoSliceMut::new(&mut length[filled..])];
        let flags = RecvFlags::CMSG_CLOEXEC;
        let received = match recvmsg(&*stream, &mut parts, &mut ancillary, flags) {
            Err(rustix::io::Errno::INTR) => continue,
            other => other?,
        };
        for message in ancillary.drain() {
            if let RecvAncillaryMessage::ScmRights(more) = message {
                files.extend(more);
            }
        }
        if received.bytes == 0 {
            return Ok(None);
        }
        filled += received.bytes;
    }
    let frame = read_frame(stream, length)?;
    let message = postcard::from_bytes(&frame).map_err(io::Error::other)?;
    Ok(Some((message, files)))
}

/// Receives a message before the deadline. Files that come with it are closed.
pub(crate) fn receive_by<M: DeserializeOwned>(
    stream: &mut UnixStream,
    deadline: Instant,
) -> io::Result<M> {
    let mut stream = Timed { stream, deadline };
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let frame = read_frame(&mut stream, length)?;
    postcard::from_bytes(&frame).map_err(io::Error::other)
}

fn read_frame(stream: &mut impl Read, length: [u8; 4]) -> io::Result<Vec<u8>> {
    let length = u32::from_le_bytes(length) as usize;
    if length > MAX_FRAME {
        return Err(io::Error::other("a message is longer than is accepted"));
    }
    let mut frame = vec![0; length];
    stream.read_exact(&mut frame)?;
    Ok(frame)
}

/// A stream of which every read ends at one deadline.
struct Timed<'a> {
    stream: &'a mut UnixStream,
    deadline: Instant,
}

impl Read for Timed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let left = left.max(Duration::from_millis(1));
        self.stream.set_read_timeout(Some(left))?;
        match self.stream.read(buffer) {
            Err(problem) if problem.kind() == io::ErrorKind::WouldBlock => {
                Err(io::ErrorKind::TimedOut.into())
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests;
