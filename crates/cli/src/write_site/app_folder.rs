//! The browser app from disk: a folder of the browser build, or an archive of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use thidua_site::AppBundle;

use super::WriteSiteError;

/// Reads the app from a folder, or from an archive that [`AppBundle::pack`] wrote.
///
/// # Errors
/// If a file cannot be read, or is no app.
pub fn read_app(path: &Path) -> Result<AppBundle, WriteSiteError> {
    if !path.is_dir() {
        let bytes = fs::read(path).map_err(|reason| WriteSiteError::reading(path, reason))?;
        return Ok(AppBundle::unpack(&bytes)?);
    }
    let mut files = BTreeMap::new();
    collect(path, "", &mut files)?;
    Ok(AppBundle::from_files(files)?)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), WriteSiteError> {
    let entries = fs::read_dir(folder).map_err(|reason| WriteSiteError::reading(folder, reason))?;
    for entry in entries {
        let path = entry.map_err(|reason| WriteSiteError::reading(folder, reason))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let inner = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{inner}/"), files)?;
        } else {
            files.insert(inner, fs::read(&path).map_err(|reason| WriteSiteError::reading(&path, reason))?);
        }
    }
    Ok(())
}
