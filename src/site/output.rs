//! The folder that a site is written into, and a record of everything that was.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::SiteError;

/// A folder that is being filled, from several threads at once.
#[derive(Debug)]
pub struct Output {
    root: PathBuf,
    /// Each path by how a file system that tells no case apart would know it.
    written: Mutex<BTreeMap<String, String>>,
}

impl Output {
    /// Fills `root`.
    pub fn new(root: &Path) -> Output {
        Output { root: root.to_owned(), written: Mutex::default() }
    }

    /// Writes a file; `path` has `/` between folders.
    ///
    /// # Errors
    /// Where the system refuses, or another file of the site has the same name but for capitals.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<(), SiteError> {
        self.record(path)?;
        self.put(path, |file| fs::write(file, &bytes))
    }

    /// Takes a file from an older site that is about to be cleared away: the two share their bytes where the disk can.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn keep(&self, path: &str, old: &Path) -> Result<(), SiteError> {
        self.record(path)?;
        let copy = |file: &Path| fs::hard_link(old, file).or_else(|_| fs::copy(old, file).map(drop));
        self.put(path, copy)
    }

    /// Makes a file, and before it, where there is none yet, its folder.
    fn put(&self, path: &str, make: impl Fn(&Path) -> io::Result<()>) -> Result<(), SiteError> {
        let file = self.root.join(path);
        let made = make(&file).or_else(|reason| match (reason.kind(), file.parent()) {
            (io::ErrorKind::NotFound, Some(folder)) => fs::create_dir_all(folder).and_then(|()| make(&file)),
            _ => Err(reason),
        });
        made.map_err(|reason| SiteError::File { path: file.clone(), action: "cannot write", reason })
    }

    /// Two files whose names differ in case only are one file on the disks of Windows and macOS.
    fn record(&self, path: &str) -> Result<(), SiteError> {
        let Ok(mut written) = self.written.lock() else { return Err(SiteError::Thread) };
        match written.insert(path.to_lowercase(), path.to_owned()) {
            None => Ok(()),
            Some(other) => Err(SiteError::SameName { paths: [other, path.to_owned()] }),
        }
    }

    /// Every path that was written, sorted.
    pub fn paths(&self) -> Vec<String> {
        self.written.lock().map(|written| written.values().cloned().collect()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_case_only_are_refused() {
        let folder = std::env::temp_dir().join(format!("thidua-output-{}", std::process::id()));
        let output = Output::new(&folder);
        output.write("phong-trao/a/index.html", "1").unwrap();
        let error = output.write("phong-trao/A/index.html", "2").unwrap_err();
        fs::remove_dir_all(&folder).unwrap();
        assert!(error.to_string().contains("phong-trao/A/index.html"), "{error}");
    }
}
