//! System calls that the standard library lacks: exchange of two folders in one step, detection of mount points, and
//! synchronisation with the disk. On systems without a call it is an error or does nothing, as its documentation states.

use std::io;
use std::path::Path;

/// Exchanges two folders in one step: both names exist at every moment.
///
/// # Errors
/// [`io::ErrorKind::Unsupported`] if the system or the disk has no such call; else the error of the system.
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
            Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Err(io::ErrorKind::Unsupported.into()),
            done => Ok(done?),
        }
    }
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    {
        let _ = (one, other);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Returns whether something is mounted at `folder`, which then cannot be renamed. `false` if that is unknown.
pub fn is_mount_point(folder: &Path) -> bool {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        statx(CWD, folder, AtFlags::empty(), StatxFlags::empty())
            .is_ok_and(|seen| seen.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
    }
    #[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
    {
        use std::os::unix::fs::MetadataExt as _;
        let device = |path: &Path| std::fs::metadata(path).ok().map(|seen| seen.dev());
        folder.parent().is_some_and(|parent| device(folder).is_some() && device(folder) != device(parent))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        false
    }
}

/// Waits until everything below `folder` is on disk, so that a power cut after a rename leaves no empty files. Does nothing
/// on Windows.
///
/// # Errors
/// If the disk is full or broken.
pub fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        use rustix::io::Errno;
        match rustix::fs::syncfs(std::fs::File::open(folder)?) {
            // Some network disks lack this call.
            Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(()),
            done => Ok(done?),
        }
    }
    #[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
    {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => sync(&entry.path())?,
                false => rustix::fs::fsync(std::fs::File::open(entry.path())?)?,
            }
        }
        Ok(rustix::fs::fsync(std::fs::File::open(folder)?)?)
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(())
    }
}

/// Waits until the names in `folder` are on disk. Does nothing on Windows.
///
/// # Errors
/// If the disk is broken.
pub fn sync_names(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        match rustix::fs::fsync(std::fs::File::open(folder)?) {
            Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(()),
            done => Ok(done?),
        }
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(())
    }
}
