//! Staging: a site is written to a staging folder, which replaces the old site when it is complete.
//!
//! Usually the staging folder is next to the target, and the two are exchanged in one step (in two steps on systems without
//! such a call). If the target cannot be renamed, because a disk is mounted there or the parent folder is not writable, the
//! staging folder is inside the target, and files are moved out of it one by one: data first, then pages, then the edition
//! file and the service worker.
//!
//! An interrupted build leaves the old site as it was. If files are moved one by one it may leave a mixture, which the next
//! build repairs. A site is replaced only if this program wrote every file in it, as the list of its files, [`LIST`], states.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use thidua_pages::site_model::EDITION_FILE;
use thidua_site::{FILE_LIST, SERVICE_WORKER, SiteSink as _, file_list};

use super::WriteSiteError;
use super::folder_sink::{FolderSink, Reuse, copy};
use super::platform::{exchange, is_mount_point, sync, sync_names};
use super::stamp::Stamp;
use crate::file_names::without_verbatim_prefix;
use crate::retry::{remove_dir_all, rename, retrying};

/// List of the files of a site, one path per line, in its root.
const LIST: &str = FILE_LIST;
/// Suffixes of the names next to a site (`.<site>.thidua-new`). Inside a site they are the whole name after a dot.
const NEW: &str = "thidua-new";
const OLD: &str = "thidua-old";
const STATE: &str = "thidua-state";

/// Site that is being written.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    new: PathBuf,
    /// Temporary target of the old site if the two folders cannot be exchanged; `None` if files are moved one by one.
    old: Option<PathBuf>,
    /// File with the stamp of the site. It is locked until the end, because two builds of one site at a time would mix, and
    /// it is never removed, because another build may be waiting for it.
    state: File,
}

impl Staging {
    /// Prepares to write the site at `target`.
    ///
    /// # Errors
    /// If `target` holds files that this program did not write, another build is running, or the system refuses.
    pub fn begin(target: &Path) -> Result<Staging, WriteSiteError> {
        let target = absolute(target)?;
        // Before anything is written: a folder that was named by mistake stays as it is.
        check_no_foreign_files(&target)?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(WriteSiteError::NotAFolder(target));
        };
        let sibling = |suffix: &str| {
            let mut file = std::ffi::OsString::from(".");
            file.push(name);
            file.push(".");
            file.push(suffix);
            parent.join(file)
        };
        if !is_mount_point(&target) {
            fs::create_dir_all(parent).map_err(|reason| WriteSiteError::writing(parent, reason))?;
            match Staging::open(&target, &sibling, Some(sibling(OLD))) {
                Err(WriteSiteError::File { reason, .. }) if is_not_writable(&reason) && target.is_dir() => {}
                opened => return opened,
            }
        }
        Staging::open(&target, &|suffix| target.join(format!(".{suffix}")), None)
    }

    /// Locks the target, removes the remains of an interrupted build, and makes an empty staging folder.
    fn open(
        target: &Path,
        path: &dyn Fn(&str) -> PathBuf,
        old: Option<PathBuf>,
    ) -> Result<Staging, WriteSiteError> {
        let (new, state) = (path(NEW), path(STATE));
        let file = File::options().read(true).write(true).create(true).truncate(false).open(&state);
        let file = file.map_err(|reason| WriteSiteError::writing(&state, reason))?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(WriteSiteError::Busy(target.to_owned())),
            // Some network disks have no locks.
            Err(TryLockError::Error(reason)) if reason.kind() != ErrorKind::Unsupported => {
                return Err(WriteSiteError::writing(&state, reason));
            }
            _ => {}
        }
        if let Some(old) = &old {
            // A build that was stopped between two renames left no folder at the target.
            if old.exists() && !target.exists() {
                rename(old, target).map_err(|reason| WriteSiteError::writing(target, reason))?;
            }
            clear(old)?;
        }
        clear(&new)?;
        fs::create_dir(&new).map_err(|reason| WriteSiteError::writing(&new, reason))?;
        Ok(Staging { target: target.to_owned(), new, old, state: file })
    }

    /// Returns the sink for the new site. With `is_fresh` no file of the old site is reused.
    pub fn sink(&self, is_fresh: bool) -> FolderSink {
        let reuse = match (is_fresh || !self.target.join(LIST).is_file(), &self.old) {
            (true, _) => Reuse::Never,
            (_, Some(_)) => Reuse::Link(self.target.clone()),
            (_, None) => Reuse::InPlace(self.target.clone()),
        };
        FolderSink::reusing(&self.new, reuse)
    }

    /// Returns whether the site at the target was made from these inputs and none of its files has been touched since.
    pub fn is_up_to_date(&mut self, inputs: u64) -> bool {
        let mut text = String::new();
        let read = self.state.rewind().and_then(|()| self.state.read_to_string(&mut text));
        let list = fs::read_to_string(self.target.join(LIST));
        let (Ok(_), Some(stamp), Ok(list)) = (read, Stamp::parse(&text), list) else { return false };
        stamp.inputs == inputs && Stamp::new(inputs, &self.target, list.lines().chain([LIST])) == Some(stamp)
    }

    fn write_state(&mut self, text: &str) -> io::Result<()> {
        self.state.set_len(0)?;
        self.state.rewind()?;
        self.state.write_all(text.as_bytes())
    }

    /// Replaces the old site by the new one and records its inputs, if they are known.
    ///
    /// # Errors
    /// If the target now holds files that this program did not write, or the system refuses. The old site then stays.
    pub fn finish(&mut self, sink: &FolderSink, inputs: Option<u64>) -> Result<(), WriteSiteError> {
        let paths = sink.paths()?;
        let list = file_list(paths.clone());
        sink.write(LIST, list.as_bytes())?;
        sync(&self.new).map_err(|reason| WriteSiteError::writing(&self.new, reason))?;
        // Somebody may have put a file there in the meantime.
        check_no_foreign_files(&self.target)?;
        self.write_state("").map_err(|reason| WriteSiteError::writing(&self.target, reason))?;
        match &self.old {
            None => self.move_files(&paths, &list)?,
            Some(old) => match swap(&self.new, &self.target, old) {
                Err(reason) if is_not_renamable(&reason) && self.target.is_dir() => {
                    self.move_files(&paths, &list)?
                }
                swapped => swapped.map_err(|reason| WriteSiteError::writing(&self.target, reason))?,
            },
        }
        let folder = if self.old.is_some() { self.target.parent() } else { Some(self.target.as_path()) };
        if let Some(folder) = folder {
            sync_names(folder).map_err(|reason| WriteSiteError::writing(folder, reason))?;
        }
        let stamp = inputs.and_then(|inputs| Stamp::new(inputs, &self.target, list.lines().chain([LIST])));
        if let Some(stamp) = stamp {
            self.write_state(&stamp.to_text())
                .map_err(|reason| WriteSiteError::writing(&self.target, reason))?;
        }
        Ok(())
    }

    /// Moves the files of the new site into the target one by one, and removes those that it no longer has.
    fn move_files(&self, paths: &[String], list: &str) -> Result<(), WriteSiteError> {
        let old = list_of(&self.target)?;
        let new: BTreeSet<&str> = list.lines().collect();
        // Until the end the list names old and new files: an interrupted build must not leave files that look foreign.
        let both: BTreeSet<&str> = new.iter().copied().chain(old.lines()).collect();
        let write_list = |text: &str| {
            let file = self.new.join(LIST);
            fs::write(&file, text)
                .and_then(|()| move_file(&file, &self.target.join(LIST)))
                .map_err(|reason| WriteSiteError::writing(&self.target.join(LIST), reason))
        };
        write_list(&both.into_iter().map(|path| format!("{path}\n")).collect::<String>())?;
        let mut moved: Vec<&String> = paths.iter().filter(|path| self.new.join(path).is_file()).collect();
        moved.sort_by_key(|path| (rank(path), *path));
        for path in moved {
            let to = self.target.join(path);
            move_file(&self.new.join(path), &to).map_err(|reason| WriteSiteError::writing(&to, reason))?;
        }
        let mut folders = BTreeSet::new();
        for path in old.lines().filter(|path| !new.contains(path) && is_inside(path)) {
            let file = self.target.join(path);
            match fs::remove_file(&file) {
                Err(reason) if reason.kind() != ErrorKind::NotFound => {
                    return Err(WriteSiteError::writing(&file, reason));
                }
                _ => {}
            }
            let around = file.ancestors().skip(1).take_while(|folder| *folder != self.target);
            folders.extend(around.map(Path::to_owned));
        }
        // The deepest first. A folder that is not empty stays.
        for folder in folders.into_iter().rev() {
            let _empty = fs::remove_dir(folder);
        }
        sync(&self.target).map_err(|reason| WriteSiteError::writing(&self.target, reason))?;
        write_list(list)
    }
}

/// Returns the list of the site at `target`; empty if this program wrote nothing there.
fn list_of(target: &Path) -> Result<String, WriteSiteError> {
    let path = target.join(LIST);
    match fs::read_to_string(&path) {
        Err(reason) if reason.kind() == ErrorKind::NotFound => Ok(String::new()),
        read => read.map_err(|reason| WriteSiteError::reading(&path, reason)),
    }
}

/// Returns an error if `target` holds anything that no older build wrote.
fn check_no_foreign_files(target: &Path) -> Result<(), WriteSiteError> {
    if !target.exists() {
        return Ok(());
    }
    if !target.is_dir() {
        return Err(WriteSiteError::NotAFolder(target.to_owned()));
    }
    let list = list_of(target)?;
    let ours: BTreeSet<&str> = list.lines().chain([LIST]).collect();
    let mut foreign = Vec::new();
    find_foreign(target, "", &ours, &mut foreign)?;
    match foreign.is_empty() {
        true => Ok(()),
        false => Err(WriteSiteError::Foreign { target: target.to_owned(), files: foreign }),
    }
}

impl Drop for Staging {
    /// Removes the staging folder, which holds an unfinished site or the old one. If that fails, the next build does it.
    fn drop(&mut self) {
        let _cleared = clear(&self.new);
        let _cleared = self.old.as_deref().map(clear);
    }
}

/// Replaces `target`, which may not exist, by `new`. Afterwards the old site is at `new` or `old`.
fn swap(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    let Ok(meta) = fs::metadata(target) else { return rename(new, target) };
    // The permissions of the folder stay.
    let _set = fs::set_permissions(new, meta.permissions());
    match retrying(|| exchange(new, target)) {
        Err(reason) if reason.kind() == ErrorKind::Unsupported => {}
        done => return done,
    }
    rename(target, old)?;
    rename(new, target).inspect_err(|_| {
        let _back = rename(old, target);
    })
}

/// Moves a file over another in one step; between two disks it is first copied next to that one.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    match rename(from, to) {
        Err(reason) if reason.kind() == ErrorKind::CrossesDevices => {
            let mut temporary = to.as_os_str().to_owned();
            temporary.push(".thidua-new");
            copy(from, Path::new(&temporary))?;
            rename(Path::new(&temporary), to)
        }
        moved => moved,
    }
}

/// Returns the order in which a file is moved: lower ranks first.
fn rank(path: &str) -> u8 {
    match path {
        SERVICE_WORKER => 3,
        EDITION_FILE => 2,
        _ if path.ends_with(".html") => 1,
        _ => 0,
    }
}

/// Returns whether a line of a list is a path inside the site: a manipulated list must not lead elsewhere.
fn is_inside(path: &str) -> bool {
    use std::path::Component;
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Returns whether the system refuses because a folder is not writable.
fn is_not_writable(reason: &io::Error) -> bool {
    matches!(reason.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

/// Returns whether the system refuses because a folder cannot be renamed.
fn is_not_renamable(reason: &io::Error) -> bool {
    is_not_writable(reason) || matches!(reason.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices)
}

/// Maximum number of foreign files that an error names.
const MAX_NAMED: usize = 5;

fn find_foreign(
    folder: &Path,
    prefix: &str,
    ours: &BTreeSet<&str>,
    foreign: &mut Vec<String>,
) -> Result<(), WriteSiteError> {
    for entry in fs::read_dir(folder).map_err(|reason| WriteSiteError::reading(folder, reason))? {
        let entry = entry.map_err(|reason| WriteSiteError::reading(folder, reason))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_system_file(&name) || (prefix.is_empty() && is_staging_file(&name)) {
            continue;
        }
        let path = format!("{prefix}{name}");
        // A symbolic link is foreign, wherever it leads.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder {
            find_foreign(&entry.path(), &format!("{path}/"), ours, foreign)?;
        } else if !ours.contains(path.as_str()) && foreign.len() < MAX_NAMED {
            foreign.push(path);
        }
    }
    foreign.sort();
    Ok(())
}

/// Returns whether the system wrote a file of this name, which may be deleted.
fn is_system_file(name: &str) -> bool {
    name.starts_with("._") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&name)
}

/// Returns whether a name in the root of a site belongs to staging inside the target, or to a mounted disk.
fn is_staging_file(name: &str) -> bool {
    name == "lost+found" || name.strip_prefix('.').is_some_and(|name| [NEW, STATE].contains(&name))
}

fn clear(folder: &Path) -> Result<(), WriteSiteError> {
    match remove_dir_all(folder) {
        Err(reason) if reason.kind() != ErrorKind::NotFound => {
            Err(WriteSiteError::File { path: folder.to_owned(), action: "cannot clear away", reason })
        }
        _ => Ok(()),
    }
}

/// Returns the absolute path with links resolved, so that a link to a folder stays a link.
fn absolute(target: &Path) -> Result<PathBuf, WriteSiteError> {
    let path = fs::canonicalize(target).or_else(|_| std::path::absolute(target));
    path.map(without_verbatim_prefix).map_err(|reason| WriteSiteError::reading(target, reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::retry::tests::{fail_next, failures_left};
    use tempfile::TempDir;

    fn write(target: &Path, text: &str) -> Result<(), WriteSiteError> {
        let mut staging = Staging::begin(target)?;
        let sink = staging.sink(false);
        sink.write("index.html", text.as_bytes())?;
        // A program that looks at every new file holds what has just been written.
        fail_next(3);
        staging.finish(&sink, None)
    }

    #[test]
    fn site_replaces_the_old_one_though_renames_fail_for_a_moment() {
        let folder = TempDir::new().unwrap();
        let target = folder.path().join("trang của tôi");
        for text in ["one", "two", "three"] {
            write(&target, text).unwrap();
            assert_eq!(failures_left(), 0);
            assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), text);
        }
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 2, "the site and its state");
    }

    #[test]
    fn old_site_stays_if_renames_fail_for_good() {
        let folder = TempDir::new().unwrap();
        let target = folder.path().join("site");
        write(&target, "one").unwrap();
        let mut staging = Staging::begin(&target).unwrap();
        let sink = staging.sink(false);
        sink.write("index.html", b"two").unwrap();
        fail_next(7);
        assert!(staging.finish(&sink, None).is_err());
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "one");
        drop(staging);
        write(&target, "three").unwrap();
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "three");
    }
}
