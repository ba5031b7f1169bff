//! Files of records, each small enough for one request to a server.

use std::fs;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

/// Name of the files of records, without number and extension.
const STEM: &str = "articles";
const EXTENSION: &str = ".ndjson";
/// Size in bytes that no file exceeds, unless a single record does. Meilisearch refuses requests above 100 MiB unless it is
/// started with another `--http-payload-size-limit`, and a proxy before it often less.
pub const MAX_PART_BYTES: u64 = 64 << 20;

/// Writer of records in files `articles.ndjson`, `articles-2.ndjson`, and so on.
pub struct Parts<'a> {
    folder: &'a Path,
    max_bytes: u64,
    count: usize,
    bytes: u64,
    file: BufWriter<fs::File>,
}

impl<'a> Parts<'a> {
    /// Creates the first file. Removes files of an earlier export, whose further parts would be imported with the new ones.
    pub fn create(folder: &'a Path, max_bytes: u64) -> io::Result<Parts<'a>> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.file_name().and_then(|name| name.to_str()).is_some_and(is_part) {
                fs::remove_file(path)?;
            }
        }
        let file = BufWriter::new(fs::File::create(part(folder, 1))?);
        Ok(Parts { folder, max_bytes, count: 1, bytes: 0, file })
    }

    /// Writes one line, with its line feed. Begins a new file if the current one would grow too large.
    pub fn write(&mut self, line: &str) -> io::Result<()> {
        let len = line.len() as u64;
        if self.bytes > 0 && self.bytes + len > self.max_bytes {
            self.file.flush()?;
            self.count += 1;
            self.bytes = 0;
            self.file = BufWriter::new(fs::File::create(part(self.folder, self.count))?);
        }
        self.bytes += len;
        self.file.write_all(line.as_bytes())
    }

    /// Finishes the last file. Returns the number of files.
    pub fn finish(mut self) -> io::Result<usize> {
        self.file.flush()?;
        Ok(self.count)
    }
}

/// Path of a file of records; the first has no number.
pub fn part(folder: &Path, number: usize) -> PathBuf {
    let suffix = if number == 1 { String::new() } else { format!("-{number}") };
    folder.join(format!("{STEM}{suffix}{EXTENSION}"))
}

/// Returns whether a file name is one that [`part`] gives.
fn is_part(name: &str) -> bool {
    let Some(suffix) = name.strip_prefix(STEM).and_then(|rest| rest.strip_suffix(EXTENSION)) else {
        return false;
    };
    suffix.is_empty()
        || suffix.strip_prefix('-').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn read(folder: &Path, number: usize) -> String {
        fs::read_to_string(part(folder, number)).unwrap()
    }

    #[test]
    fn records_are_split_between_lines() {
        let folder = TempDir::new().unwrap();
        let mut parts = Parts::create(folder.path(), 6).unwrap();
        for line in ["12\n", "34\n", "5\n", "a record that is too long\n", "6\n"] {
            parts.write(line).unwrap();
        }
        assert_eq!(parts.finish().unwrap(), 4);
        let read = |number| read(folder.path(), number);
        assert_eq!([read(1), read(2)], ["12\n34\n", "5\n"]);
        assert_eq!([read(3), read(4)], ["a record that is too long\n", "6\n"]);
    }

    #[test]
    fn parts_of_an_earlier_export_are_removed_and_other_files_kept() {
        let folder = TempDir::new().unwrap();
        for name in ["articles.ndjson", "articles-2.ndjson", "articles-old.ndjson", "articles-.ndjson"] {
            fs::write(folder.path().join(name), "old\n").unwrap();
        }
        let parts = Parts::create(folder.path(), 100).unwrap();
        assert_eq!(parts.finish().unwrap(), 1);
        let exists = |name: &str| folder.path().join(name).exists();
        assert_eq!(read(folder.path(), 1), "");
        assert!(!exists("articles-2.ndjson") && exists("articles-old.ndjson") && exists("articles-.ndjson"));
    }
}
