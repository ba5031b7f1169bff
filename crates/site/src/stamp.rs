//! What a site in its place was made of: a small file of this program, never published.

use std::fs;
use std::hash::BuildHasher as _;
use std::path::Path;
use std::time::UNIX_EPOCH;

use foldhash::quality::FixedState;
use rayon::prelude::*;

/// The first word; another where the stamp is written otherwise.
const TITLE: &str = "thidua-state-4";

/// Two numbers: of what a site was made of, and of the sizes and times of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Program, settings, corpus and attestation.
    pub inputs: u64,
    /// Its files.
    files: u64,
}

impl Stamp {
    /// The stamp of a site that consists of these files below `root`. `None` where one of them is missing.
    pub fn new<'p>(inputs: u64, root: &Path, files: impl Iterator<Item = &'p str>) -> Option<Stamp> {
        let files: Vec<&str> = files.collect();
        let seen = |path: &&str| {
            let meta = fs::symlink_metadata(root.join(path)).ok().filter(fs::Metadata::is_file)?;
            let changed = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
            Some(FixedState::default().hash_one((path, meta.len(), changed)))
        };
        let files = files.par_iter().map(seen).try_reduce(|| 0, |a, b| Some(a.wrapping_add(b)))?;
        Some(Stamp { inputs, files })
    }

    /// Reads what was [written](Stamp::written). `None` where it is not whole, or of another version.
    pub fn read(text: &str) -> Option<Stamp> {
        let [TITLE, inputs, files] = *text.strip_suffix('\n')?.split(' ').collect::<Vec<_>>() else {
            return None;
        };
        let number = |text: &str| u64::from_str_radix(text, 16).ok().filter(|_| text.len() == 16);
        Some(Stamp { inputs: number(inputs)?, files: number(files)? })
    }

    /// The stamp as text.
    pub fn written(self) -> String {
        format!("{TITLE} {:016x} {:016x}\n", self.inputs, self.files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_that_is_not_whole_is_none() {
        let stamp = Stamp { inputs: 1, files: u64::MAX };
        let text = stamp.written();
        assert_eq!(Stamp::read(&text), Some(stamp));
        for end in 0..text.len() {
            assert_eq!(Stamp::read(text.get(..end).unwrap()), None, "{end}");
        }
    }

    #[test]
    fn a_file_that_is_changed_or_missing_changes_the_stamp() {
        let folder = tempfile::TempDir::new().unwrap();
        let files = ["a", "b", "c"];
        for file in files {
            fs::write(folder.path().join(file), file).unwrap();
        }
        let stamp = || Stamp::new(1, folder.path(), files.into_iter());
        let before = stamp();
        assert!(before.is_some() && before == stamp());
        fs::write(folder.path().join("b"), "other").unwrap();
        assert_ne!(stamp(), before);
        fs::remove_file(folder.path().join("b")).unwrap();
        assert_eq!(stamp(), None);
    }
}
