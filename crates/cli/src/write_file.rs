//! Atomic replacement of files.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::CliError;
use super::retry::rename;

/// Replaces a file atomically: writes a temporary file in the same folder, syncs it and renames it, so that a crash or a full
/// disk leaves the old file as it was. If the folder allows no new file, or the path is no plain file, writes in place. A file
/// that somebody has made read-only stays, as Windows has it, on every system.
///
/// # Errors
/// [`CliError::Write`].
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let error = |e| CliError::Write(path.to_owned(), e);
    // A link stays a link: its target is replaced.
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&real).is_ok_and(|meta| meta.permissions().readonly()) {
        return Err(error(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only")));
    }
    let is_plain = fs::metadata(&real).map_or(true, |meta| meta.is_file());
    let Some(folder) = real.parent().filter(|_| is_plain) else {
        return fs::write(&real, bytes).map_err(error);
    };
    let new = folder.join(format!(".thidua-new-{}", std::process::id()));
    let Ok(file) = File::create_new(&new) else { return fs::write(&real, bytes).map_err(error) };
    let written = fill(file, bytes, &real).and_then(|()| rename(&new, &real));
    if let Err(failure) = written {
        let _cleared = fs::remove_file(&new);
        return match failure.kind() {
            // A file that is mounted on its own cannot be replaced.
            io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
                fs::write(&real, bytes).map_err(error)
            }
            _ => Err(error(failure)),
        };
    }
    Ok(())
}

fn fill(mut file: File, bytes: &[u8], old: &Path) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Ok(meta) = fs::metadata(old) {
        file.set_permissions(meta.permissions())?;
    }
    file.sync_all()
}

/// Returns whether there is a file at `path` that is no attestation and must not be overwritten by one.
pub fn is_foreign_to_attestations(path: &Path) -> bool {
    let is_file = fs::metadata(path).is_ok_and(|meta| meta.is_file());
    let is_attestation = |bytes: Vec<u8>| {
        let is_empty = bytes.trim_ascii().is_empty();
        let read = serde_json::from_slice::<serde_json::Value>(&bytes);
        // Version 1 names its corpus; version 2 has nothing but its version and entries.
        is_empty
            || read.is_ok_and(|value| {
                let keys: Vec<&str> =
                    value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
                keys.contains(&"corpus_sha256")
                    || keys == ["schema_version", "articles"]
                    || keys == ["articles", "schema_version"]
            })
    };
    is_file && !fs::read(path).is_ok_and(is_attestation)
}
