//! ZIP archives whose bytes depend on nothing but their files: no times, and the same marks on every operating system.

use std::io::{Cursor, Error, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Archive in memory that grows file by file. Each file is compressed as it comes, so that no more is held than the archive.
pub struct ArchiveWriter {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Default for ArchiveWriter {
    fn default() -> ArchiveWriter {
        ArchiveWriter { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }
}

impl ArchiveWriter {
    /// Adds a file at `path`, with `/` between folders.
    ///
    /// # Errors
    /// If there is a file of that path already, or it is larger than 4 GiB.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        // Without `system`, the archive would say on which system it was made.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644);
        self.zip.start_file(path, options)?;
        self.zip.write_all(bytes)
    }

    /// Returns the finished archive.
    ///
    /// # Errors
    /// If the archive is larger than its format allows.
    pub fn finish(self) -> Result<Vec<u8>, Error> {
        Ok(self.zip.finish()?.into_inner())
    }
}

/// Returns a ZIP archive of `files`, each a path and its content. Equal files give equal bytes, in whatever order.
///
/// # Errors
/// If two files have the same path, or one is larger than 4 GiB.
pub fn archive(files: &[(&str, &[u8])]) -> Result<Vec<u8>, Error> {
    let mut files = files.to_vec();
    files.sort_unstable_by_key(|(path, _)| *path);
    let mut writer = ArchiveWriter::default();
    files.iter().try_for_each(|(path, bytes)| writer.add(path, bytes))?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn archive_members_are_read_back_unchanged() {
        let noise: Vec<u8> =
            (0..200_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        // Lengths around those of blocks and buffers: a regression test, an archive once ended in the middle of some.
        let mut contents: Vec<Vec<u8>> = vec![Vec::new(), b"x".to_vec(), noise];
        for length in [100, 4_095, 32_768, 65_535, 65_536, 131_073] {
            contents.push("một hai ba ".bytes().cycle().take(length).collect());
            contents.push(contents[2].iter().copied().take(length).collect());
        }
        let paths: Vec<String> = (0..contents.len()).map(|n| format!("thư mục/{n:03}.csv")).collect();
        let mut files: Vec<(&str, &[u8])> =
            paths.iter().zip(&contents).map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        let written = archive(&files).unwrap();
        files.reverse();
        assert!(archive(&files).unwrap() == written, "the order of the input does not matter");

        let mut zip = ZipArchive::new(Cursor::new(written)).unwrap();
        assert_eq!(zip.len(), contents.len());
        for (place, (path, bytes)) in paths.iter().zip(&contents).enumerate() {
            let mut file = zip.by_index(place).unwrap();
            assert_eq!(file.name().unwrap(), path.as_str());
            assert_eq!(file.unix_mode(), Some(0o100_644));
            let mut read = Vec::new();
            file.read_to_end(&mut read).unwrap();
            assert!(read == *bytes, "{path}");
        }
    }

    #[test]
    fn archive_with_two_members_of_one_path_is_refused() {
        assert!(archive(&[("a", b"1"), ("a", b"2")]).is_err());
    }

    #[test]
    fn archive_names_the_same_system_wherever_it_was_made() {
        let bytes = archive(&[("a", b"1")]).unwrap();
        let directory = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        assert_eq!(bytes[directory + 5], 3, "made by: UNIX");
    }
}
