//! Files of a site, and the receivers that take them.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::SiteError;

/// One file of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Path relative to the site root, with `/` between folders.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl OutputFile {
    /// Creates a file.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> OutputFile {
        OutputFile { path: path.into(), bytes: bytes.into() }
    }
}

/// Receiver of the files of a site. A build calls it from several threads, in no fixed order, once per path.
pub trait SiteSink: Sync {
    /// Error of the receiver; errors of the builder itself are converted to it.
    type Error: From<SiteError> + Send;

    /// Takes the file at `path`, which is relative to the site root with `/` between folders.
    ///
    /// # Errors
    /// If the receiver cannot store the file. The build then stops.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Self::Error>;
}

/// Receiver that keeps all files in memory.
#[derive(Debug, Default)]
pub struct MemorySink {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl MemorySink {
    /// Returns the files by path.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Returns the files that came since the last call, and forgets them.
    pub fn take(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        std::mem::take(&mut files)
    }
}

impl SiteSink for MemorySink {
    type Error = SiteError;

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        let mut files = self.files.lock().map_err(|_| SiteError::ThreadPanicked)?;
        files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
}

/// Sink that passes files on and refuses two paths that differ only in case: on the disks of Windows and macOS they would
/// be one file.
#[derive(Debug)]
pub struct UniquePaths<'a, S> {
    inner: &'a S,
    /// Paths by their lower-case form.
    paths: Mutex<BTreeMap<String, String>>,
}

impl<'a, S> UniquePaths<'a, S> {
    /// Wraps `inner`.
    pub fn new(inner: &'a S) -> UniquePaths<'a, S> {
        UniquePaths { inner, paths: Mutex::default() }
    }

    fn register(&self, path: &str) -> Result<(), SiteError> {
        let mut paths = self.paths.lock().map_err(|_| SiteError::ThreadPanicked)?;
        match paths.insert(path.to_lowercase(), path.to_owned()) {
            None => Ok(()),
            Some(other) => Err(SiteError::SameName { paths: [other, path.to_owned()] }),
        }
    }
}

impl<S: SiteSink> SiteSink for UniquePaths<'_, S> {
    type Error = S::Error;

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), S::Error> {
        self.register(path)?;
        self.inner.write(path, bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_differ_in_case_only_are_refused() {
        let memory = MemorySink::default();
        let sink = UniquePaths::new(&memory);
        sink.write("phong-trao/a/index.html", b"1").unwrap();
        let error = sink.write("phong-trao/A/index.html", b"2").unwrap_err();
        assert!(error.to_string().contains("phong-trao/A/index.html"), "{error}");
        assert_eq!(memory.into_files().len(), 1);
    }
}
