//! Whether the files of a site are still those that were written.

use std::fs;
use std::hash::BuildHasher as _;
use std::path::Path;
use std::time::UNIX_EPOCH;

use foldhash::quality::FixedState;

use super::below::Below;

/// A number that changes where one of these files below `root` is another, was touched, or is gone. The numbers of single
/// files add up, so that a changed file can be taken out and put in.
pub fn seal<'f>(root: &Path, files: impl IntoIterator<Item = Below<'f>>) -> u64 {
    let root = root.join("").into_os_string();
    // There are hundreds of thousands: each is written over the one before.
    let (mut file, mut path) = (String::new(), root.clone());
    files.into_iter().fold(0, |seal, Below { folder, rest }| {
        file.clear();
        file.extend([folder, rest]);
        path.clear();
        path.push(&root);
        path.push(&file);
        seal.wrapping_add(one(&file, path.as_ref()))
    })
}

fn one(file: &str, path: &Path) -> u64 {
    let seen = fs::symlink_metadata(path).ok().and_then(|meta| {
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
        let seal = |files: [&'static str; 3]| seal(folder.path(), files.map(Below::from));
        let before = seal(files);
        assert_eq!(seal(["c", "a", "b"]), before);
        fs::write(folder.path().join("b"), "other").unwrap();
        assert_ne!(seal(files), before);
        fs::remove_file(folder.path().join("b")).unwrap();
        assert_ne!(seal(files), before);
    }
}
