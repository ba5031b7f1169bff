//! Whether the files of a site are still those that were written.

use std::fs;
use std::hash::BuildHasher as _;
use std::path::Path;
use std::time::UNIX_EPOCH;

use foldhash::quality::FixedState;

/// A number that changes where one of these files below `root` is another, was touched, or is gone. The numbers of single
/// files add up, so that a changed file can be taken out and put in.
pub fn seal<'f>(root: &Path, files: impl IntoIterator<Item = &'f str>) -> u64 {
    files.into_iter().fold(0, |seal, file| seal.wrapping_add(one(root, file)))
}

fn one(root: &Path, file: &str) -> u64 {
    let seen = fs::symlink_metadata(root.join(file)).ok().and_then(|meta| {
        let changed = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some((meta.is_file(), meta.len(), changed.as_nanos()))
    });
    FixedState::default().hash_one((file, seen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_knows_its_files() {
        let folder = tempfile::TempDir::new().unwrap();
        let files = ["a", "b", "c"];
        for file in files {
            fs::write(folder.path().join(file), file).unwrap();
        }
        let before = seal(folder.path(), files);
        assert_eq!(seal(folder.path(), ["c", "a", "b"]), before);
        fs::write(folder.path().join("b"), "other").unwrap();
        assert_ne!(seal(folder.path(), files), before);
        fs::remove_file(folder.path().join("b")).unwrap();
        assert_ne!(seal(folder.path(), files), before);
    }
}
