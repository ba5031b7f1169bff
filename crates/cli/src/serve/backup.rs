//! Copies of files before they are replaced, in numbered folders of `.thidua-backup` next to the corpus. No command reads them:
//! names that begin with a full stop are no part of a corpus.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folder of the copies.
pub const BACKUP: &str = ".thidua-backup";
/// Number of saves whose copies are kept.
const KEPT: usize = 10;

/// Copies files that exist from below `root` to a new numbered folder, and removes the oldest one above [`KEPT`]. Returns the
/// new folder below `root`; `None` if no file exists.
///
/// # Errors
/// The file that cannot be copied, and the error of the system.
pub fn keep_copies(root: &Path, files: &[&Path]) -> Result<Option<String>, (PathBuf, io::Error)> {
    let existing: Vec<&&Path> = files.iter().filter(|file| file.is_file()).collect();
    if existing.is_empty() {
        return Ok(None);
    }
    let all = root.join(BACKUP);
    fs::create_dir_all(&all).map_err(|reason| (all.clone(), reason))?;
    let mut numbers: Vec<u64> = fs::read_dir(&all)
        .map_err(|reason| (all.clone(), reason))?
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect();
    numbers.sort_unstable();
    let number = numbers.last().map_or(1, |last| last + 1);
    let folder = all.join(number.to_string());
    for file in existing {
        let inner = file.strip_prefix(root).ok().or(file.file_name().map(Path::new)).unwrap_or(file);
        let copy = folder.join(inner);
        let copied = copy.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(file, &copy));
        copied.map_err(|reason| (copy, reason))?;
    }
    for old in numbers.iter().rev().skip(KEPT - 1) {
        // A copy that cannot be removed stays until the next time.
        let _removed = fs::remove_dir_all(all.join(old.to_string()));
    }
    Ok(Some(format!("{BACKUP}/{number}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_ten_copies_are_kept() {
        let folder = tempfile::TempDir::new().unwrap();
        let (root, file) = (folder.path(), folder.path().join("texts/a.txt"));
        assert_eq!(keep_copies(root, &[&file]).unwrap(), None);
        fs::create_dir(root.join("texts")).unwrap();
        for number in 1..=12 {
            fs::write(&file, number.to_string()).unwrap();
            assert_eq!(keep_copies(root, &[&file]).unwrap(), Some(format!("{BACKUP}/{number}")));
        }
        assert_eq!(fs::read_dir(root.join(BACKUP)).unwrap().count(), 10);
        assert_eq!(fs::read_to_string(root.join(BACKUP).join("3/texts/a.txt")).unwrap(), "3");
    }
}
