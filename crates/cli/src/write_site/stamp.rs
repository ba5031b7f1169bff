//! Stamp of a site: a small file next to it that records its inputs. It is never published.

use std::fs;
use std::hash::BuildHasher as _;
use std::path::Path;
use std::time::UNIX_EPOCH;

use foldhash::quality::FixedState;
use rayon::prelude::*;

/// First word of the file. It changes with the format.
const TITLE: &str = "thidua-state-4";

/// Hash of the inputs of a site, and hash of the sizes and times of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Hash of program, settings, corpus and attestation.
    pub inputs: u64,
    /// Hash of path, size and time of every file.
    files: u64,
}

impl Stamp {
    /// Computes the stamp of a site that consists of these files below `root`. `None` if one is missing.
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

    /// Parses [`Stamp::to_text`]. `None` if the text is incomplete or of another version.
    pub fn parse(text: &str) -> Option<Stamp> {
        let [TITLE, inputs, files] = *text.strip_suffix('\n')?.split(' ').collect::<Vec<_>>() else {
            return None;
        };
        let number = |text: &str| u64::from_str_radix(text, 16).ok().filter(|_| text.len() == 16);
        Some(Stamp { inputs: number(inputs)?, files: number(files)? })
    }

    /// Returns the stamp as text.
    pub fn to_text(self) -> String {
        format!("{TITLE} {:016x} {:016x}\n", self.inputs, self.files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn incomplete_stamp_is_rejected() {
        let stamp = Stamp { inputs: 1, files: u64::MAX };
        let text = stamp.to_text();
        assert_eq!(Stamp::parse(&text), Some(stamp));
        for end in 0..text.len() {
            assert_eq!(Stamp::parse(text.get(..end).unwrap()), None, "{end}");
        }
    }

    #[test]
    fn changed_or_missing_file_changes_the_stamp() {
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
