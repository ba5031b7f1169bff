//! Temporary folder for a served site, removed when the program stops.
//!
//! Each run has its own folder with a file that it locks while it runs. The folder of a killed run stays; the next run sees by
//! the lock that it is unused, and removes it.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::CliError;

const PREFIX: &str = "thidua-serve-";
/// File that is locked while the folder is in use.
const LOCK: &str = "thidua-serve.lock";

/// Temporary folder for a site.
#[derive(Debug)]
pub struct TempSite {
    path: PathBuf,
    _lock: File,
}

impl TempSite {
    /// Creates a folder, and removes those of earlier runs that were killed.
    ///
    /// # Errors
    /// [`CliError::Write`] if the folder cannot be created.
    pub fn new() -> Result<TempSite, CliError> {
        TempSite::within(&std::env::temp_dir())
    }

    fn within(temporary: &Path) -> Result<TempSite, CliError> {
        remove_unused(temporary);
        let made = tempfile::Builder::new().prefix(PREFIX).tempdir_in(temporary);
        // `keep`: not removed on drop, because other threads may still write into it.
        let path = made.map(TempDir::keep).map_err(|e| CliError::Write(temporary.to_owned(), e))?;
        let file = path.join(LOCK);
        let lock = File::create(&file).and_then(|lock| lock.lock().map(|()| lock));
        let lock = lock.map_err(|e| CliError::Write(file, e))?;
        Ok(TempSite { path, _lock: lock })
    }

    /// Returns the folder of the site.
    pub fn site(&self) -> PathBuf {
        self.path.join("site")
    }

    /// Installs a handler that removes the folder and exits on Ctrl+C and termination signals.
    ///
    /// # Errors
    /// [`CliError::Server`] if the system refuses the handler.
    pub fn remove_at_end(&self) -> Result<(), CliError> {
        let path = self.path.clone();
        let end = move || {
            remove(&path);
            std::process::exit(0);
        };
        ctrlc::set_handler(end).map_err(|e| CliError::Server(e.to_string()))
    }
}

impl Drop for TempSite {
    fn drop(&mut self) {
        remove(&self.path);
    }
}

/// Removes a folder. A build may still write into it, so it tries several times and leaves the rest to the next run.
fn remove(folder: &Path) {
    for _ in 0..5 {
        if fs::remove_dir_all(folder).is_ok() || !folder.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    // The next run recognises the folder by this file.
    let _marked = File::create(folder.join(LOCK));
}

/// Removes the folders of killed runs. Folders of other users, and folders that only have such a name, stay.
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
    fn unused_folders_of_earlier_runs_are_removed_and_no_others() {
        let temporary = TempDir::new().unwrap();
        let in_use = TempSite::within(temporary.path()).unwrap();
        let left = temporary.path().join("thidua-serve-killed");
        fs::create_dir_all(left.join("site")).unwrap();
        fs::write(left.join(LOCK), "").unwrap();
        let others = ["thidua-serve-notes", "notes"].map(|name| temporary.path().join(name));
        for other in &others {
            fs::create_dir(other).unwrap();
            fs::write(other.join("a.txt"), "mine").unwrap();
        }
        let next = TempSite::within(temporary.path()).unwrap();
        assert!(!left.exists() && in_use.path.is_dir() && next.path.is_dir());
        assert!(others.iter().all(|other| other.join("a.txt").is_file()));
        let path = next.path.clone();
        drop(next);
        assert!(!path.exists() && in_use.path.is_dir());
    }
}
