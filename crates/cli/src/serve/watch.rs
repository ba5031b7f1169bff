//! Whether a file has changed, by its size and the time of its last change: works on every disk, shared ones too.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::build::Input;

/// What the input of a build looked like when it was last seen.
#[derive(Debug, PartialEq, Eq)]
pub struct Watched(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Watched {
    /// Looks at the input.
    pub fn new(input: &Input) -> Watched {
        let mut seen = BTreeMap::new();
        for path in [Some(&input.corpus), input.sources.as_ref()].into_iter().flatten() {
            look(path, &mut seen);
        }
        Watched(seen)
    }

    /// Looks again, and says whether anything has changed.
    pub fn has_changed(&mut self, input: &Input) -> bool {
        let now = Watched::new(input);
        let has_changed = now != *self;
        *self = now;
        has_changed
    }
}

/// Only the folder itself: neither corpora nor texts stand in deeper ones.
fn look(path: &Path, seen: &mut BTreeMap<PathBuf, (u64, Option<SystemTime>)>) {
    let inside = fs::read_dir(path).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    for file in inside.unwrap_or_else(|_| vec![path.to_owned()]) {
        if let Ok(meta) = fs::metadata(&file)
            && meta.is_file()
        {
            seen.insert(file, (meta.len(), meta.modified().ok()));
        }
    }
}
