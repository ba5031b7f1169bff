//! The folder that a site is written into, and a record of everything that was.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::SiteError;

/// A folder that is being filled, from several threads at once.
#[derive(Debug)]
pub struct Output {
    root: PathBuf,
    /// The site that is being amended; a file that it has already is not written again.
    over: Option<PathBuf>,
    written: Arc<Mutex<Written>>,
    /// The paths of this part.
    mine: Mutex<Vec<String>>,
}

#[derive(Debug, Default)]
struct Written {
    /// Each path by how a file system that tells no case apart would know it.
    paths: BTreeMap<String, String>,
    /// The paths of files that are in the folder: where a site is amended, those that it does not have already.
    new: Vec<String>,
}

impl Output {
    /// Fills `root`.
    pub fn new(root: &Path) -> Output {
        Output { root: root.to_owned(), over: None, written: Arc::default(), mine: Mutex::default() }
    }

    /// Fills `root` with what is to be put into the site at `over`.
    pub fn over(root: &Path, over: &Path) -> Output {
        Output { over: Some(over.to_owned()), ..Output::new(root) }
    }

    /// The site that is being amended.
    pub fn standing(&self) -> Option<&Path> {
        self.over.as_deref()
    }

    /// The same folder, with a record of its own of what is written through it.
    pub fn part(&self) -> Output {
        Output {
            root: self.root.clone(),
            over: self.over.clone(),
            written: self.written.clone(),
            mine: Mutex::default(),
        }
    }

    /// Writes a file; `path` has `/` between folders.
    ///
    /// # Errors
    /// Where the system refuses, or another file of the site has the same name but for capitals.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<(), SiteError> {
        let is_there = self.is_there(path, bytes.as_ref());
        self.record(path, !is_there)?;
        if is_there { Ok(()) } else { self.put(path, |file| fs::write(file, &bytes)) }
    }

    /// Writes what was written already, under another name: the two share their bytes where the disk can.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_again(&self, path: &str, bytes: &[u8], other: &str) -> Result<(), SiteError> {
        let is_there = self.is_there(path, bytes);
        self.record(path, !is_there)?;
        let other = self.root.join(other);
        let make = |file: &Path| fs::hard_link(&other, file).or_else(|_| fs::write(file, bytes));
        if is_there { Ok(()) } else { self.put(path, make) }
    }

    /// Whether the site that is being amended has that file already.
    fn is_there(&self, path: &str, bytes: &[u8]) -> bool {
        let has = |file: &Path| {
            let length = fs::metadata(file).map(|meta| meta.len());
            length.is_ok_and(|length| length == bytes.len() as u64)
                && fs::read(file).is_ok_and(|old| old == bytes)
        };
        self.over.as_ref().is_some_and(|over| has(&over.join(path)))
    }

    /// Takes a file from an older site: the two share their bytes where the disk can.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn keep(&self, path: &str, old: &Path) -> Result<(), SiteError> {
        let is_there = self.over.as_ref().is_some_and(|over| over.join(path) == *old);
        self.record(path, !is_there)?;
        let copy = |file: &Path| fs::hard_link(old, file).or_else(|_| fs::copy(old, file).map(drop));
        if is_there { Ok(()) } else { self.put(path, copy) }
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
    fn record(&self, path: &str, is_new: bool) -> Result<(), SiteError> {
        let (Ok(mut written), Ok(mut mine)) = (self.written.lock(), self.mine.lock()) else {
            return Err(SiteError::Thread);
        };
        mine.push(path.to_owned());
        if is_new {
            written.new.push(path.to_owned());
        }
        match written.paths.insert(path.to_lowercase(), path.to_owned()) {
            None => Ok(()),
            Some(other) => Err(SiteError::SameName { paths: [other, path.to_owned()] }),
        }
    }

    /// Every path that was written, sorted without regard to capitals.
    pub fn paths(&self) -> Vec<String> {
        self.written.lock().map(|written| written.paths.values().cloned().collect()).unwrap_or_default()
    }

    /// The paths of the files that are in the folder now.
    pub fn new_paths(&self) -> Vec<String> {
        self.written.lock().map(|written| written.new.clone()).unwrap_or_default()
    }

    /// Every path that was written through this part, in its order.
    pub fn into_mine(self) -> Vec<String> {
        self.mine.into_inner().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_case_only_are_refused() {
        let folder = std::env::temp_dir().join(format!("thidua-output-{}", std::process::id()));
        let output = Output::new(&folder);
        output.part().write("phong-trao/a/index.html", "1").unwrap();
        let error = output.part().write("phong-trao/A/index.html", "2").unwrap_err();
        fs::remove_dir_all(&folder).unwrap();
        assert!(error.to_string().contains("phong-trao/A/index.html"), "{error}");
    }

    #[test]
    fn a_file_that_the_site_has_already_is_not_written_again() {
        let folder = tempfile::TempDir::new().unwrap();
        let (root, over) = (folder.path().join("new"), folder.path().join("site"));
        Output::new(&over).write("a/index.html", "same").unwrap();
        let output = Output::over(&root, &over);
        output.write("a/index.html", "same").unwrap();
        output.write("b/index.html", "new").unwrap();
        assert!(!root.join("a/index.html").exists() && root.join("b/index.html").exists());
        assert_eq!(output.new_paths(), ["b/index.html"]);
        assert_eq!(output.paths(), ["a/index.html", "b/index.html"]);
    }
}
