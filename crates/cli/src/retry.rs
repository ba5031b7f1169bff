//! Renames and removals that fail for a moment.
//!
//! On Windows a program that synchronises, indexes or scans files (OneDrive, virus scanners) holds each new file for a moment,
//! and whoever renames it is refused. Trying again is all that helps.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Pauses before the next attempts, in milliseconds: two seconds in all.
const PAUSES: [u64; 6] = [10, 30, 100, 300, 600, 1000];

/// Renames a file or folder.
///
/// # Errors
/// The last error of the system.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    retrying(|| fs::rename(from, to))
}

/// Removes a folder with everything in it.
///
/// # Errors
/// The last error of the system.
pub fn remove_dir_all(folder: &Path) -> io::Result<()> {
    retrying(|| fs::remove_dir_all(folder))
}

/// Performs an action until it succeeds, fails for good, or no pause is left.
///
/// # Errors
/// The error of the last attempt.
pub fn retrying<T>(action: impl Fn() -> io::Result<T>) -> io::Result<T> {
    let attempt = || {
        #[cfg(test)]
        tests::fail_if_asked()?;
        action()
    };
    for pause in PAUSES {
        match attempt() {
            Err(reason) if is_momentary(&reason) => std::thread::sleep(Duration::from_millis(pause)),
            done => return done,
        }
    }
    attempt()
}

/// Returns whether the system may allow soon what it refuses now.
fn is_momentary(reason: &io::Error) -> bool {
    /// Access denied; used by another process; locked; a folder whose files are still being removed.
    const OF_WINDOWS: [i32; 4] = [5, 32, 33, 145];
    let is_of_windows = cfg!(windows) && reason.raw_os_error().is_some_and(|code| OF_WINDOWS.contains(&code));
    is_of_windows || reason.kind() == io::ErrorKind::Interrupted || is_asked_for(reason)
}

/// Returns whether a test made the error.
fn is_asked_for(reason: &io::Error) -> bool {
    cfg!(test) && reason.kind() == io::ErrorKind::TimedOut
}

#[cfg(test)]
pub mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        /// Number of the next attempts on this thread that fail.
        static FAILURES: Cell<usize> = const { Cell::new(0) };
    }

    /// Makes the next attempts on this thread fail, as a program does that holds a file.
    pub fn fail_next(attempts: usize) {
        FAILURES.set(attempts);
    }

    /// Returns the number of attempts that are still to fail.
    pub fn failures_left() -> usize {
        FAILURES.get()
    }

    pub fn fail_if_asked() -> io::Result<()> {
        match FAILURES.get().checked_sub(1) {
            None => Ok(()),
            Some(left) => {
                FAILURES.set(left);
                Err(io::ErrorKind::TimedOut.into())
            }
        }
    }

    #[test]
    fn refused_rename_is_tried_again_and_a_lasting_error_is_not() {
        let folder = tempfile::TempDir::new().unwrap();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&a, "x").unwrap();
        fail_next(4);
        rename(&a, &b).unwrap();
        assert_eq!((failures_left(), fs::read_to_string(&b).unwrap()), (0, "x".to_owned()));
        let begun = std::time::Instant::now();
        assert_eq!(rename(&a, &b).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(begun.elapsed() < Duration::from_millis(500));
    }
}
