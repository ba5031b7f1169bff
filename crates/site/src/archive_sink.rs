//! Receiver that packs a site into one ZIP archive, with the list of its files.

use std::sync::{Mutex, PoisonError};

use thidua_publish::ArchiveWriter;

use crate::SiteError;
use crate::file_list::{FILE_LIST, file_list};
use crate::output::SiteSink;

/// Receiver that compresses each file as it comes. What it holds is the archive, not the site.
#[derive(Default)]
pub struct ArchiveSink {
    state: Mutex<(ArchiveWriter, Vec<String>)>,
}

impl ArchiveSink {
    /// Adds the list of the files and returns the archive.
    ///
    /// # Errors
    /// [`SiteError::Archive`].
    pub fn finish(self) -> Result<Vec<u8>, SiteError> {
        let (mut archive, paths) = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        archive.add(FILE_LIST, file_list(paths).as_bytes()).map_err(SiteError::Archive)?;
        archive.finish().map_err(SiteError::Archive)
    }
}

impl SiteSink for ArchiveSink {
    type Error = SiteError;

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        let mut state = self.state.lock().map_err(|_| SiteError::ThreadPanicked)?;
        let (archive, paths) = &mut *state;
        paths.push(path.to_owned());
        archive.add(path, bytes).map_err(SiteError::Archive)
    }
}
