//! A folder in the system's temporary one for a site that is looked at, and removed when the program is stopped.
//!
//! Each run has its own, with a locked file in it for as long as it runs. A run that was killed leaves its folder; the next
//! one knows by the lock that nobody uses it, and removes it.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::CliError;

const PREFIX: &str = "thidua-serve-";
/// The file that is locked while the folder is in use.
const LOCK: &str = "thidua-serve.lock";

/// A folder for a site.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes a folder, which goes when the program is stopped (Ctrl+C, or a signal that asks it to end), and removes those of
    /// earlier runs that were killed.
    ///
    /// # Errors
    /// Where no folder can be made.
    pub fn new() -> Result<Folder, CliError> {
        Folder::within(&std::env::temp_dir())
    }

    fn within(temporary: &Path) -> Result<Folder, CliError> {
        remove_unused(temporary);
        let made = tempfile::Builder::new().prefix(PREFIX).tempdir_in(temporary);
        // Not removed by its own end: threads still write into it then.
        let path = made.map(TempDir::keep).map_err(|e| CliError::Write(temporary.to_owned(), e))?;
        let file = path.join(LOCK);
        let lock = File::create(&file).and_then(|lock| lock.lock().map(|()| lock));
        let lock = lock.map_err(|e| CliError::Write(file, e))?;
        Ok(Folder { path, _lock: lock })
    }

    /// Where the site goes.
    pub fn site(&self) -> PathBuf {
        self.path.join("site")
    }

    /// Ends the program in an orderly way when it is asked to, and removes the folder.
    ///
    /// # Errors
    /// Where the system lets nobody listen for that.
    pub fn remove_at_end(&self) -> Result<(), CliError> {
        let path = self.path.clone();
        let end = move || {
            remove(&path);
            std::process::exit(0);
        };
        ctrlc::set_handler(end).map_err(|e| CliError::Server(e.to_string()))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        remove(&self.path);
    }
}

/// Removes a folder. A build may still write into it: then it is tried again, and what is left is for the next run.
fn remove(folder: &Path) {
    for _ in 0..5 {
        if fs::remove_dir_all(folder).is_ok() || !folder.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    // By this file the next run knows it.
    let _marked = File::create(folder.join(LOCK));
}

/// Removes the folders of runs that have ended without it. Those of other users, and what only has such a name, stay.
fn remove_unused(temporary: &Path) {
    let Ok(entries) = fs::read_dir(temporary) else { return };
    for entry in entries.flatten() {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_folder || !entry.file_name().to_string_lossy().starts_with(PREFIX) {
            continue;
        }
        let Ok(lock) = File::options().write(true).open(entry.path().join(LOCK)) else { continue };
        if !matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            remove(&entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_nobody_uses_are_removed_and_no_others() {
        let temporary = TempDir::new().unwrap();
        let in_use = Folder::within(temporary.path()).unwrap();
        let left = temporary.path().join("thidua-serve-killed");
        fs::create_dir_all(left.join("site")).unwrap();
        fs::write(left.join(LOCK), "").unwrap();
        let others = ["thidua-serve-notes", "notes"].map(|name| temporary.path().join(name));
        for other in &others {
            fs::create_dir(other).unwrap();
            fs::write(other.join("a.txt"), "mine").unwrap();
        }
        let next = Folder::within(temporary.path()).unwrap();
        assert!(!left.exists() && in_use.path.is_dir() && next.path.is_dir());
        assert!(others.iter().all(|other| other.join("a.txt").is_file()));
        let path = next.path.clone();
        drop(next);
        assert!(!path.exists() && in_use.path.is_dir());
    }
}
