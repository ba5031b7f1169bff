//! What the standard library does not ask of the system: to exchange two folders in one step, whether a folder is where a
//! disk is mounted, and that everything written is on the disk. Where a system cannot, it is said or left out.

use std::io;
use std::path::Path;

/// Exchanges two folders in one step: there is no moment at which either name leads nowhere.
///
/// # Errors
/// [`io::ErrorKind::Unsupported`] where system or disk have no such step; else what the system says.
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

/// Whether a disk, or another folder, is mounted at `folder`, which can then not be renamed. `false` where that is not known.
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

/// Waits until everything below `folder` is on its disk, so that a power cut after a renaming leaves no empty files.
///
/// # Errors
/// Where the disk is full or broken.
pub fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        use rustix::io::Errno;
        match rustix::fs::syncfs(std::fs::File::open(folder)?) {
            // Some network disks have no such call.
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

/// Waits until the names in `folder` are on its disk.
///
/// # Errors
/// Where the disk is broken.
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
