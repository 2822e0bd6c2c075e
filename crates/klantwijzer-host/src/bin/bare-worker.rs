//! A worker and nothing else, for the tests and the bench of this crate. The
//! program itself runs its workers from its own binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    klantwijzer_host::worker_main()
}
