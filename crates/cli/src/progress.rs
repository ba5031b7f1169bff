//! Progress on standard error: on a terminal only, from the first second on, and cleared at the end.

use std::io::{self, IsTerminal as _, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use thidua_site::BuildProgress;

/// Interval between two states of the line. What is done sooner shows nothing.
const INTERVAL: Duration = Duration::from_secs(1);

/// Line that says what a command is doing and for how many seconds. Dropping it clears the line, which must be done before
/// anything is printed.
#[derive(Debug)]
pub struct Activity {
    /// What is being done, as in "Reading the corpus".
    doing: Arc<Mutex<String>>,
    /// Its end is the end of the activity; `None` if nothing is shown.
    shown: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Activity {
    /// Begins to show what is being done, on a terminal.
    pub fn begin(doing: &str) -> Activity {
        let doing = Arc::new(Mutex::new(doing.to_owned()));
        let shown = io::stderr().is_terminal().then(|| {
            let (sender, ended) = channel();
            let doing = Arc::clone(&doing);
            let show = move || show(&doing, &ended, INTERVAL, &mut io::stderr());
            (sender, std::thread::spawn(show))
        });
        Activity { doing, shown }
    }

    /// Shows nothing: for commands that were asked to be quiet.
    pub fn silent() -> Activity {
        Activity { doing: Arc::default(), shown: None }
    }

    /// Changes what is being done.
    pub fn set(&self, doing: String) {
        *self.doing.lock().unwrap_or_else(PoisonError::into_inner) = doing;
    }
}

impl Drop for Activity {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.shown.take() {
            drop(sender);
            // A thread that panicked has nothing left to clear.
            let _ended = thread.join();
        }
    }
}

/// Shows a line each `interval` until the activity ends, then clears it.
fn show(doing: &Mutex<String>, ended: &Receiver<()>, interval: Duration, out: &mut impl Write) {
    let begun = Instant::now();
    let mut line = Line::default();
    while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(interval) {
        let doing = doing.lock().unwrap_or_else(PoisonError::into_inner).clone();
        line.show(out, &format!("{doing} … {} s", begun.elapsed().as_secs()));
    }
    line.clear(out);
}

/// Line of a terminal that is written over and over.
#[derive(Debug, Default)]
struct Line {
    /// Number of characters that stand there.
    width: usize,
}

impl Line {
    fn show(&mut self, out: &mut impl Write, text: &str) {
        let width = text.chars().count();
        // Old terminals know no other way to clear a line.
        let _closed = write!(out, "\r{text:old$}", old = self.width);
        self.width = width;
    }

    fn clear(&mut self, out: &mut impl Write) {
        if self.width > 0 {
            let _closed = write!(out, "\r{:old$}\r", "", old = self.width);
            self.width = 0;
        }
    }
}

/// Reporter of the progress of a build in pages. Dropping it clears its line.
#[derive(Debug)]
pub struct ProgressReporter {
    is_shown: bool,
    last: Mutex<(Instant, Line)>,
}

impl ProgressReporter {
    /// Creates a reporter that shows nothing if `quiet`.
    pub fn new(quiet: bool) -> ProgressReporter {
        let is_shown = !quiet && io::stderr().is_terminal();
        ProgressReporter { is_shown, last: Mutex::new((Instant::now(), Line::default())) }
    }

    /// Returns the line for another part of the work.
    pub fn activity(&self, doing: &str) -> Activity {
        if self.is_shown { Activity::begin(doing) } else { Activity::silent() }
    }

    /// Shows the progress, unless the last state is too recent.
    pub fn report(&self, progress: BuildProgress) {
        let Ok(mut last) = self.last.try_lock() else { return };
        if !self.is_shown || last.0.elapsed() < INTERVAL {
            return;
        }
        last.0 = Instant::now();
        let BuildProgress { done, all } = progress;
        last.1.show(&mut io::stderr(), &format!("{done} of {all} pages …"));
    }
}

impl Drop for ProgressReporter {
    fn drop(&mut self) {
        if let Ok(last) = self.last.get_mut() {
            last.1.clear(&mut io::stderr());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_is_shown_at_each_interval_and_covered_at_the_end() {
        let (sender, ended) = channel();
        let doing = Mutex::new("Đọc kho".to_owned());
        let interval = Duration::from_millis(20);
        let stop = std::thread::spawn(move || {
            std::thread::sleep(interval * 10);
            drop(sender);
        });
        let mut shown = Vec::new();
        show(&doing, &ended, interval, &mut shown);
        stop.join().unwrap();
        let shown = String::from_utf8(shown).unwrap();
        assert!(shown.starts_with("\rĐọc kho … 0 s"), "{shown:?}");
        assert!(
            shown.ends_with(&format!("\r{}\r", " ".repeat("Đọc kho … 0 s".chars().count()))),
            "{shown:?}"
        );
    }

    #[test]
    fn activity_that_ends_at_once_shows_nothing() {
        let (sender, ended) = channel();
        drop(sender);
        let mut shown = Vec::new();
        show(&Mutex::default(), &ended, Duration::from_secs(60), &mut shown);
        assert_eq!(shown, b"");
    }
}
