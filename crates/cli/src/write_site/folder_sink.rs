//! Folder that receives the files of a site, and reuses those of an older site.

use std::collections::BTreeMap;
use std::fs::{self, FileTimes};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use thidua_site::{SiteError, SiteSink};

use super::WriteSiteError;
use crate::retry::retrying;

/// Folder that is filled from several threads.
#[derive(Debug)]
pub struct FolderSink {
    root: PathBuf,
    reuse: Reuse,
    /// Paths by their lower-case form, so that the list of files has the same order everywhere.
    paths: Mutex<BTreeMap<String, String>>,
    unchanged: AtomicUsize,
}

/// Treatment of a file that an older site has with the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reuse {
    /// There is no older site.
    Never,
    /// The file of the site in this folder is linked into the new one, so that its time and its bytes on disk stay.
    Link(PathBuf),
    /// The file stays in the site in this folder; nothing is written.
    InPlace(PathBuf),
}

impl FolderSink {
    /// Creates a sink that writes every file to `root`.
    pub fn new(root: &Path) -> FolderSink {
        FolderSink::reusing(root, Reuse::Never)
    }

    /// Creates a sink that writes to `root` and reuses files of an older site.
    pub fn reusing(root: &Path, reuse: Reuse) -> FolderSink {
        FolderSink { root: root.to_owned(), reuse, paths: Mutex::default(), unchanged: AtomicUsize::new(0) }
    }

    /// Writes a file; first makes its folder, if it is not there yet.
    fn put(&self, path: &str, make: impl Fn(&Path) -> io::Result<()>) -> Result<(), WriteSiteError> {
        let file = self.root.join(path);
        let made = retrying(|| make(&file)).or_else(|reason| match (reason.kind(), file.parent()) {
            (io::ErrorKind::NotFound, Some(folder)) => {
                fs::create_dir_all(folder).and_then(|()| retrying(|| make(&file)))
            }
            _ => Err(reason),
        });
        made.map_err(|reason| WriteSiteError::writing(&file, reason))
    }

    /// Returns all paths that were written, sorted by their lower-case form.
    ///
    /// # Errors
    /// [`SiteError::ThreadPanicked`].
    pub fn paths(&self) -> Result<Vec<String>, WriteSiteError> {
        let paths = self.paths.lock().map_err(|_| SiteError::ThreadPanicked)?;
        Ok(paths.values().cloned().collect())
    }

    /// Returns the number of files that the older site had with the same bytes.
    pub fn unchanged(&self) -> usize {
        self.unchanged.load(Ordering::Relaxed)
    }
}

impl SiteSink for FolderSink {
    type Error = WriteSiteError;

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteSiteError> {
        let mut paths = self.paths.lock().map_err(|_| SiteError::ThreadPanicked)?;
        paths.insert(path.to_lowercase(), path.to_owned());
        drop(paths);
        match &self.reuse {
            Reuse::Link(site) if has_bytes(&site.join(path), bytes) => {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                self.put(path, |file| link(&site.join(path), file).or_else(|_| fs::write(file, bytes)))
            }
            Reuse::InPlace(site) if has_bytes(&site.join(path), bytes) => {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                Ok(())
            }
            _ => self.put(path, |file| fs::write(file, bytes)),
        }
    }
}

/// Returns whether a file has exactly these bytes.
fn has_bytes(file: &Path, bytes: &[u8]) -> bool {
    let length = fs::symlink_metadata(file).ok().filter(fs::Metadata::is_file).map(|meta| meta.len());
    length == Some(bytes.len() as u64) && fs::read(file).is_ok_and(|old| old == bytes)
}

/// Links a file to another place; on disks without hard links copies it with its time of modification.
fn link(old: &Path, new: &Path) -> io::Result<()> {
    match fs::hard_link(old, new) {
        Err(reason) if reason.kind() != io::ErrorKind::NotFound => copy(old, new),
        linked => linked,
    }
}

/// Copies a file with its time of modification.
pub(super) fn copy(old: &Path, new: &Path) -> io::Result<()> {
    fs::copy(old, new)?;
    let modified = fs::metadata(old)?.modified()?;
    fs::File::options().write(true).open(new)?.set_times(FileTimes::new().set_modified(modified))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    #[test]
    fn file_with_the_same_bytes_is_reused_from_the_older_site() {
        let folder = TempDir::new().unwrap();
        let (root, site) = (folder.path().join("new"), folder.path().join("site"));
        let older = FolderSink::new(&site);
        older.write("a/index.html", b"same").unwrap();
        older.write("b/index.html", b"old").unwrap();
        let time = |file: PathBuf| fs::metadata(file).unwrap().modified().unwrap();
        let modified = time(site.join("a/index.html")) - std::time::Duration::from_secs(1000);
        let file = fs::File::options().write(true).open(site.join("a/index.html")).unwrap();
        file.set_times(FileTimes::new().set_modified(modified)).unwrap();

        let sink = FolderSink::reusing(&root, Reuse::Link(site.clone()));
        sink.write("a/index.html", b"same").unwrap();
        sink.write("b/index.html", b"new").unwrap();
        assert_eq!(time(root.join("a/index.html")), modified);
        assert_eq!(fs::read_to_string(root.join("b/index.html")).unwrap(), "new");
        assert_eq!(fs::read_to_string(site.join("b/index.html")).unwrap(), "old");
        assert_eq!(sink.unchanged(), 1);

        let other = folder.path().join("other");
        let sink = FolderSink::reusing(&other, Reuse::InPlace(site));
        sink.write("a/index.html", b"same").unwrap();
        assert!(!other.exists() && sink.paths().unwrap() == ["a/index.html"]);
    }
}
