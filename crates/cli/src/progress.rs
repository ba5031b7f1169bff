//! Progress of long builds on standard error.

use std::io::IsTerminal as _;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use thidua_site::BuildProgress;

use super::report;

/// Reporter of the progress of a long build, on standard error.
#[derive(Debug)]
pub struct ProgressReporter {
    quiet: bool,
    last: Mutex<Instant>,
}

impl ProgressReporter {
    /// Minimum time between two lines; shorter builds report nothing.
    const INTERVAL: Duration = Duration::from_secs(2);

    /// Creates a reporter that prints nothing if `quiet`.
    pub fn new(quiet: bool) -> ProgressReporter {
        ProgressReporter { quiet, last: Mutex::new(Instant::now()) }
    }

    /// Prints the progress, unless the last line is too recent.
    pub fn report(&self, progress: BuildProgress) {
        let Ok(mut last) = self.last.try_lock() else { return };
        if self.quiet || last.elapsed() < Self::INTERVAL {
            return;
        }
        *last = Instant::now();
        let BuildProgress { done, all } = progress;
        // On a terminal each line overwrites the last one; in a log all lines stay.
        match std::io::stderr().is_terminal() {
            true => eprint!("\r{done} of {all} pages … "),
            false => report::print_error(&format!("{done} of {all} pages …")),
        }
    }
}
