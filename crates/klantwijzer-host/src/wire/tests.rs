use std::io::Write;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use super::{MAX_FRAME, Reply, Request, receive, receive_by, send};

fn soon() -> Instant {
    Instant::now() + Duration::from_millis(50)
}

#[test]
fn messages_and_their_files_arrive() {
    let (mut host, mut worker) = UnixStream::pair().unwrap();
    let file = std::fs::File::open("/dev/null").unwrap();
    send(&mut host, &Request::Load, &[file.as_fd()]).unwrap();
    send(&mut host, &Request::Score { rows: 7 }, &[]).unwrap();
    let (first, files) = receive(&mut worker).unwrap().unwrap();
    assert!(matches!(first, Request::Load));
    assert_eq!(files.len(), 1);
    let (second, files) = receive(&mut worker).unwrap().unwrap();
    assert!(matches!(second, Request::Score { rows: 7 }));
    assert!(files.is_empty());
    drop(host);
    assert!(receive::<Request>(&mut worker).unwrap().is_none());
}

#[test]
fn a_long_message_arrives_whole() {
    let (mut host, mut worker) = UnixStream::pair().unwrap();
    let config = "x".repeat(MAX_FRAME - 100);
    let sender = std::thread::spawn(move || send(&mut host, &Request::Create { config }, &[]));
    let (message, _) = receive(&mut worker).unwrap().unwrap();
    sender.join().unwrap().unwrap();
    assert!(matches!(message, Request::Create { config } if config.len() == MAX_FRAME - 100));
}

#[test]
fn nonsense_is_an_error_and_takes_no_room() {
    for bytes in [&[0xff; 12][..], &[3, 0, 0, 0, 99, 99, 99], &[0, 0, 0, 0], &[1, 0]] {
        let (mut host, mut worker) = UnixStream::pair().unwrap();
        worker.write_all(bytes).unwrap();
        drop(worker);
        assert!(receive_by::<Reply>(&mut host, soon()).is_err(), "{bytes:?}");
    }
}

#[test]
fn silence_ends_at_the_deadline() {
    let (mut host, mut worker) = UnixStream::pair().unwrap();
    worker.write_all(&[4]).unwrap();
    let problem = receive_by::<Reply>(&mut host, soon()).unwrap_err();
    assert_eq!(problem.kind(), std::io::ErrorKind::TimedOut);
}
