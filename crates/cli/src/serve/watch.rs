//! Detection of changed input files by size and modification time, which works on every disk, shared ones included.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::beside_corpus::attestation_path;
use crate::site_args::SiteArgs;

/// Sizes and times of the input files of a build.
#[derive(Debug, PartialEq, Eq)]
pub struct InputSnapshot(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl InputSnapshot {
    /// Takes a snapshot of the input.
    pub fn new(input: &SiteArgs) -> InputSnapshot {
        let mut seen = BTreeMap::new();
        let attestation = attestation_path(&input.corpus);
        for path in [Some(&input.corpus), Some(&attestation), input.sources.as_ref()].into_iter().flatten() {
            add_files(path, &mut seen);
        }
        InputSnapshot(seen)
    }

    /// Takes a new snapshot and returns whether anything has changed since the last one.
    pub fn has_changed(&mut self, input: &SiteArgs) -> bool {
        let now = InputSnapshot::new(input);
        let has_changed = now != *self;
        *self = now;
        has_changed
    }
}

/// Adds a file, or the files directly in a folder: neither corpora nor texts are in subfolders.
fn add_files(path: &Path, seen: &mut BTreeMap<PathBuf, (u64, Option<SystemTime>)>) {
    let inside = fs::read_dir(path).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    for file in inside.unwrap_or_else(|_| vec![path.to_owned()]) {
        if let Ok(meta) = fs::metadata(&file)
            && meta.is_file()
        {
            seen.insert(file, (meta.len(), meta.modified().ok()));
        }
    }
}
