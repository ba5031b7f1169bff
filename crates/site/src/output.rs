//! The folder that a site is written into, and a record of everything that was.

use std::collections::BTreeMap;
use std::fs::{self, FileTimes};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::SiteError;

/// A folder that is being filled, from several threads at once.
#[derive(Debug)]
pub struct Output {
    root: PathBuf,
    before: Before,
    /// Each path by how a file system that tells no case apart would know it.
    paths: Mutex<BTreeMap<String, String>>,
    unchanged: AtomicUsize,
}

/// What becomes of a file that an earlier site has with the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// There is no earlier site.
    None,
    /// The file of the site in this folder is linked into the new one: its time stays, and so do its bytes on the disk.
    Link(PathBuf),
    /// The file stays where it is, in the site in this folder; nothing is written.
    Stay(PathBuf),
}

impl Output {
    /// Fills `root`.
    pub fn new(root: &Path) -> Output {
        Output::after(root, Before::None)
    }

    /// Fills `root` with what is to take the place of an earlier site.
    pub fn after(root: &Path, before: Before) -> Output {
        Output { root: root.to_owned(), before, paths: Mutex::default(), unchanged: AtomicUsize::new(0) }
    }

    /// Writes a file; `path` has `/` between folders.
    ///
    /// # Errors
    /// Where the system refuses, or another file of the site has the same name but for capitals.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<(), SiteError> {
        let bytes = bytes.as_ref();
        self.record(path)?;
        match &self.before {
            Before::Link(site) if has(&site.join(path), bytes) => {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                self.put(path, |file| link(&site.join(path), file).or_else(|_| fs::write(file, bytes)))
            }
            Before::Stay(site) if has(&site.join(path), bytes) => {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                Ok(())
            }
            _ => self.put(path, |file| fs::write(file, bytes)),
        }
    }

    /// Makes a file, and before it, where there is none yet, its folder.
    fn put(&self, path: &str, make: impl Fn(&Path) -> io::Result<()>) -> Result<(), SiteError> {
        let file = self.root.join(path);
        let made = make(&file).or_else(|reason| match (reason.kind(), file.parent()) {
            (io::ErrorKind::NotFound, Some(folder)) => fs::create_dir_all(folder).and_then(|()| make(&file)),
            _ => Err(reason),
        });
        made.map_err(|reason| SiteError::writing(&file, reason))
    }

    /// Two files whose names differ in case only are one file on the disks of Windows and macOS.
    fn record(&self, path: &str) -> Result<(), SiteError> {
        let mut paths = self.paths.lock().map_err(|_| SiteError::Thread)?;
        match paths.insert(path.to_lowercase(), path.to_owned()) {
            None => Ok(()),
            Some(other) => Err(SiteError::SameName { paths: [other, path.to_owned()] }),
        }
    }

    /// Every path that was written, sorted without regard to capitals.
    ///
    /// # Errors
    /// Where a thread that was writing has died.
    pub fn paths(&self) -> Result<Vec<String>, SiteError> {
        let paths = self.paths.lock().map_err(|_| SiteError::Thread)?;
        Ok(paths.values().cloned().collect())
    }

    /// How many files the earlier site had with the same bytes.
    pub fn unchanged(&self) -> usize {
        self.unchanged.load(Ordering::Relaxed)
    }
}

/// Whether a file has these bytes.
fn has(file: &Path, bytes: &[u8]) -> bool {
    let length = fs::symlink_metadata(file).ok().filter(fs::Metadata::is_file).map(|meta| meta.len());
    length == Some(bytes.len() as u64) && fs::read(file).is_ok_and(|old| old == bytes)
}

/// Links a file to another place; where the disk has no links, copies it with the time of its last change.
fn link(old: &Path, new: &Path) -> io::Result<()> {
    match fs::hard_link(old, new) {
        Err(reason) if reason.kind() != io::ErrorKind::NotFound => copy(old, new),
        linked => linked,
    }
}

/// Copies a file with the time of its last change.
pub(super) fn copy(old: &Path, new: &Path) -> io::Result<()> {
    fs::copy(old, new)?;
    let changed = fs::metadata(old)?.modified()?;
    fs::File::options().write(true).open(new)?.set_times(FileTimes::new().set_modified(changed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    #[test]
    fn names_that_differ_in_case_only_are_refused() {
        let folder = TempDir::new().unwrap();
        let output = Output::new(folder.path());
        output.write("phong-trao/a/index.html", "1").unwrap();
        let error = output.write("phong-trao/A/index.html", "2").unwrap_err();
        assert!(error.to_string().contains("phong-trao/A/index.html"), "{error}");
    }

    #[test]
    fn a_file_with_the_same_bytes_is_the_file_of_the_earlier_site() {
        let folder = TempDir::new().unwrap();
        let (root, site) = (folder.path().join("new"), folder.path().join("site"));
        let earlier = Output::new(&site);
        earlier.write("a/index.html", "same").unwrap();
        earlier.write("b/index.html", "old").unwrap();
        let time = |file: PathBuf| fs::metadata(file).unwrap().modified().unwrap();
        let changed = time(site.join("a/index.html")) - std::time::Duration::from_secs(1000);
        let file = fs::File::options().write(true).open(site.join("a/index.html")).unwrap();
        file.set_times(FileTimes::new().set_modified(changed)).unwrap();

        let output = Output::after(&root, Before::Link(site.clone()));
        output.write("a/index.html", "same").unwrap();
        output.write("b/index.html", "new").unwrap();
        assert_eq!(time(root.join("a/index.html")), changed);
        assert_eq!(fs::read_to_string(root.join("b/index.html")).unwrap(), "new");
        assert_eq!(fs::read_to_string(site.join("b/index.html")).unwrap(), "old");
        assert_eq!(output.unchanged(), 1);

        let other = folder.path().join("other");
        let output = Output::after(&other, Before::Stay(site));
        output.write("a/index.html", "same").unwrap();
        assert!(!other.exists() && output.paths().unwrap() == ["a/index.html"]);
    }
}
