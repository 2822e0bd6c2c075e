use std::time::{SystemTime, UNIX_EPOCH};

use jiff::Timestamp;

/// The first second of 2015, from which Discord counts.
const EPOCH_MS: u64 = 1_420_070_400_000;

/// Hands out ids as Discord does: they rise, and hold the moment at which they were made.
#[derive(Default)]
pub(crate) struct Snowflakes {
    last: u64,
}

impl Snowflakes {
    pub(crate) fn next(&mut self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
        let now = u64::try_from(since.as_millis()).expect("a clock before the year 500,000,000");
        self.last = (now.saturating_sub(EPOCH_MS) << 22).max(self.last + 1);
        self.last
    }
}

/// The moment in an id, as Discord writes it.
pub(crate) fn moment(id: u64) -> String {
    let ms = i64::try_from((id >> 22) + EPOCH_MS).expect("41 bits and a constant");
    written(Timestamp::from_millisecond(ms).expect("a moment in jiff's range"))
}

pub(crate) fn now() -> String {
    written(Timestamp::now())
}

fn written(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}
