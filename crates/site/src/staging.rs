//! A new site in the place of the old one: it is written into a staging folder and put in its place when it is whole.
//!
//! Mostly the staging folder is beside the place, and the two are exchanged in one step (in two where the system has no such
//! step). Where the place cannot be renamed, because a disk is mounted there or the folder around it is not ours to write
//! into, the staging folder is inside the place, and files are moved out of it one by one: data first, then pages, last what
//! says which data there are.
//!
//! A build that is interrupted leaves the old site as it was; where files are moved one by one it may leave some of each, and
//! the next build makes the site whole. A site is replaced only if everything in it was written by this program: the list of
//! its files, [`LIST`], says so.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::SiteError;
use super::offline::WORKER;
use super::output::{Before, Output, copy};
use super::stamp::Stamp;
use super::system::{exchange, is_mount_point, sync, sync_names};
use thidua_pages::site_model::EDITION_FILE;

/// The list of the site's files, a path a line, in its root.
pub const LIST: &str = ".thidua-files";
/// The ends of the names beside a site; inside one they are whole names behind a dot.
const NEW: &str = "thidua-new";
const OLD: &str = "thidua-old";
const STATE: &str = "thidua-state";

/// A site that is being written.
#[derive(Debug)]
pub struct Staging {
    place: PathBuf,
    new: PathBuf,
    /// Where the old site is for a moment, where two folders cannot be exchanged; nothing where files are moved one by one.
    old: Option<PathBuf>,
    /// The stamp of the site in its place. The file is locked until the end, since two builds of one site at a time would
    /// mix, and never removed: another build may be waiting for the very file.
    state: File,
}

impl Staging {
    /// Prepares to write the site that will stand at `place`.
    ///
    /// # Errors
    /// Where something stands there that this program did not write, another build is under way, or the system refuses.
    pub fn begin(place: &Path) -> Result<Staging, SiteError> {
        let place = absolute(place)?;
        // Before anything is written: a place that was named by mistake stays as it is.
        refuse_foreign(&place)?;
        let (Some(parent), Some(name)) = (place.parent(), place.file_name()) else {
            return Err(SiteError::NotAFolder(place));
        };
        let beside = |what: &str| {
            let mut file = std::ffi::OsString::from(".");
            file.push(name);
            file.push(".");
            file.push(what);
            parent.join(file)
        };
        if !is_mount_point(&place) {
            fs::create_dir_all(parent).map_err(|reason| SiteError::writing(parent, reason))?;
            match Staging::open(&place, &beside, Some(beside(OLD))) {
                Err(SiteError::File { reason, .. }) if is_forbidden(&reason) && place.is_dir() => {}
                opened => return opened,
            }
        }
        Staging::open(&place, &|what| place.join(format!(".{what}")), None)
    }

    /// Locks a place, clears away what an interrupted build left, and makes an empty folder to write into.
    fn open(
        place: &Path,
        path: &dyn Fn(&str) -> PathBuf,
        old: Option<PathBuf>,
    ) -> Result<Staging, SiteError> {
        let (new, state) = (path(NEW), path(STATE));
        let file = File::options().read(true).write(true).create(true).truncate(false).open(&state);
        let file = file.map_err(|reason| SiteError::writing(&state, reason))?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(SiteError::Busy(place.to_owned())),
            // Some network disks have no locks.
            Err(TryLockError::Error(reason)) if reason.kind() != ErrorKind::Unsupported => {
                return Err(SiteError::writing(&state, reason));
            }
            _ => {}
        }
        if let Some(old) = &old {
            // A build that was stopped between two renamings left the place empty.
            if old.exists() && !place.exists() {
                fs::rename(old, place).map_err(|reason| SiteError::writing(place, reason))?;
            }
            clear(old)?;
        }
        clear(&new)?;
        fs::create_dir(&new).map_err(|reason| SiteError::writing(&new, reason))?;
        Ok(Staging { place: place.to_owned(), new, old, state: file })
    }

    /// Where the new site is to be written. With `is_fresh` nothing is taken from the old one.
    pub fn output(&self, is_fresh: bool) -> Output {
        let before = match (is_fresh || !self.place.join(LIST).is_file(), &self.old) {
            (true, _) => Before::None,
            (_, Some(_)) => Before::Link(self.place.clone()),
            (_, None) => Before::Stay(self.place.clone()),
        };
        Output::after(&self.new, before)
    }

    /// Whether the site in its place was made of these inputs, and none of its files was touched since.
    pub fn is_made_of(&mut self, inputs: u64) -> bool {
        let mut text = String::new();
        let read = self.state.rewind().and_then(|()| self.state.read_to_string(&mut text));
        let list = fs::read_to_string(self.place.join(LIST));
        let (Ok(_), Some(stamp), Ok(list)) = (read, Stamp::read(&text), list) else { return false };
        stamp.inputs == inputs && Stamp::new(inputs, &self.place, list.lines().chain([LIST])) == Some(stamp)
    }

    fn write_state(&mut self, text: &str) -> io::Result<()> {
        self.state.set_len(0)?;
        self.state.rewind()?;
        self.state.write_all(text.as_bytes())
    }

    /// Puts the new site in its place, and notes what it was made of, where that is known.
    ///
    /// # Errors
    /// Where something stands there that this program did not write, or the system refuses; the old site then stands as
    /// before.
    pub fn finish(&mut self, output: &Output, inputs: Option<u64>) -> Result<(), SiteError> {
        let paths = output.paths()?;
        let list = format!("{}\n", paths.join("\n"));
        output.write(LIST, &list)?;
        sync(&self.new).map_err(|reason| SiteError::writing(&self.new, reason))?;
        // Somebody may have put a file there meanwhile.
        refuse_foreign(&self.place)?;
        self.write_state("").map_err(|reason| SiteError::writing(&self.place, reason))?;
        match &self.old {
            None => self.move_files(&paths, &list)?,
            Some(old) => match swap(&self.new, &self.place, old) {
                Err(reason) if is_fixed(&reason) && self.place.is_dir() => self.move_files(&paths, &list)?,
                swapped => swapped.map_err(|reason| SiteError::writing(&self.place, reason))?,
            },
        }
        let folder = if self.old.is_some() { self.place.parent() } else { Some(self.place.as_path()) };
        if let Some(folder) = folder {
            sync_names(folder).map_err(|reason| SiteError::writing(folder, reason))?;
        }
        let stamp = inputs.and_then(|inputs| Stamp::new(inputs, &self.place, list.lines().chain([LIST])));
        if let Some(stamp) = stamp {
            self.write_state(&stamp.written()).map_err(|reason| SiteError::writing(&self.place, reason))?;
        }
        Ok(())
    }

    /// Moves the files of the new site into the old one, one by one, and removes those that it has no more.
    fn move_files(&self, paths: &[String], list: &str) -> Result<(), SiteError> {
        let old = list_of(&self.place)?;
        let new: BTreeSet<&str> = list.lines().collect();
        // Until the end both are files of the site: a build that is interrupted must not leave foreign ones.
        let both: BTreeSet<&str> = new.iter().copied().chain(old.lines()).collect();
        let write_list = |text: &str| {
            let file = self.new.join(LIST);
            fs::write(&file, text)
                .and_then(|()| move_file(&file, &self.place.join(LIST)))
                .map_err(|reason| SiteError::writing(&self.place.join(LIST), reason))
        };
        write_list(&both.into_iter().map(|path| format!("{path}\n")).collect::<String>())?;
        let mut moved: Vec<&String> = paths.iter().filter(|path| self.new.join(path).is_file()).collect();
        moved.sort_by_key(|path| (rank(path), *path));
        for path in moved {
            let to = self.place.join(path);
            move_file(&self.new.join(path), &to).map_err(|reason| SiteError::writing(&to, reason))?;
        }
        let mut folders = BTreeSet::new();
        for path in old.lines().filter(|path| !new.contains(path) && is_inside(path)) {
            let file = self.place.join(path);
            match fs::remove_file(&file) {
                Err(reason) if reason.kind() != ErrorKind::NotFound => {
                    return Err(SiteError::writing(&file, reason));
                }
                _ => {}
            }
            let around = file.ancestors().skip(1).take_while(|folder| *folder != self.place);
            folders.extend(around.map(Path::to_owned));
        }
        // The deepest first. One that is not empty stays.
        for folder in folders.into_iter().rev() {
            let _empty = fs::remove_dir(folder);
        }
        sync(&self.place).map_err(|reason| SiteError::writing(&self.place, reason))?;
        write_list(list)
    }
}

/// The list of the site at a place; empty where nothing there is of this program.
fn list_of(place: &Path) -> Result<String, SiteError> {
    let path = place.join(LIST);
    match fs::read_to_string(&path) {
        Err(reason) if reason.kind() == ErrorKind::NotFound => Ok(String::new()),
        read => read.map_err(|reason| SiteError::reading(&path, reason)),
    }
}

/// Refuses to replace what is not of an older build.
fn refuse_foreign(place: &Path) -> Result<(), SiteError> {
    if !place.exists() {
        return Ok(());
    }
    if !place.is_dir() {
        return Err(SiteError::NotAFolder(place.to_owned()));
    }
    let list = list_of(place)?;
    let ours: BTreeSet<&str> = list.lines().chain([LIST]).collect();
    let mut foreign = Vec::new();
    find_foreign(place, "", &ours, &mut foreign)?;
    match foreign.is_empty() {
        true => Ok(()),
        false => Err(SiteError::Foreign { place: place.to_owned(), files: foreign }),
    }
}

impl Drop for Staging {
    /// What was not finished, or is the old site now, is cleared away; where that fails the next build does it.
    fn drop(&mut self) {
        let _cleared = clear(&self.new);
        let _cleared = self.old.as_deref().map(clear);
    }
}

/// Lets `new` take the place of `place`, which may not be there. Afterwards the old site is at `new` or `old`.
fn swap(new: &Path, place: &Path, old: &Path) -> io::Result<()> {
    let Ok(meta) = fs::metadata(place) else { return fs::rename(new, place) };
    // Who may read the folder stays as its owner has set it.
    let _set = fs::set_permissions(new, meta.permissions());
    match exchange(new, place) {
        Err(reason) if reason.kind() == ErrorKind::Unsupported => {}
        done => return done,
    }
    fs::rename(place, old)?;
    fs::rename(new, place).inspect_err(|_| {
        let _back = fs::rename(old, place);
    })
}

/// Moves a file over another, in one step; between two disks it is copied beside that one first.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    match fs::rename(from, to) {
        Err(reason) if reason.kind() == ErrorKind::CrossesDevices => {
            let mut beside = to.as_os_str().to_owned();
            beside.push(".thidua-new");
            copy(from, Path::new(&beside))?;
            fs::rename(&beside, to)
        }
        moved => moved,
    }
}

/// When a file is moved into its place.
fn rank(path: &str) -> u8 {
    match path {
        WORKER => 3,
        EDITION_FILE => 2,
        _ if path.ends_with(".html") => 1,
        _ => 0,
    }
}

/// Whether a line of a list is a path below the root of a site: a list that somebody wrote must not lead elsewhere.
fn is_inside(path: &str) -> bool {
    use std::path::Component;
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Whether the system refuses because a folder is not ours to write into.
fn is_forbidden(reason: &io::Error) -> bool {
    matches!(reason.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

/// Whether the system refuses because a folder cannot be renamed where it is.
fn is_fixed(reason: &io::Error) -> bool {
    is_forbidden(reason) || matches!(reason.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices)
}

/// The most foreign files that an error names.
const MAX_LISTED_ARTICLES: usize = 5;

fn find_foreign(
    folder: &Path,
    prefix: &str,
    ours: &BTreeSet<&str>,
    foreign: &mut Vec<String>,
) -> Result<(), SiteError> {
    for entry in fs::read_dir(folder).map_err(|reason| SiteError::reading(folder, reason))? {
        let entry = entry.map_err(|reason| SiteError::reading(folder, reason))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_of_system(&name) || (prefix.is_empty() && is_of_staging(&name)) {
            continue;
        }
        let path = format!("{prefix}{name}");
        // A link is somebody's own, wherever it leads.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder {
            find_foreign(&entry.path(), &format!("{path}/"), ours, foreign)?;
        } else if !ours.contains(path.as_str()) && foreign.len() < MAX_LISTED_ARTICLES {
            foreign.push(path);
        }
    }
    foreign.sort();
    Ok(())
}

/// Whether a system has put it there: nobody misses it.
fn is_of_system(name: &str) -> bool {
    name.starts_with("._") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&name)
}

/// Whether it is in the root of a site because its staging folder is there, or a disk is mounted.
fn is_of_staging(name: &str) -> bool {
    name == "lost+found" || name.strip_prefix('.').is_some_and(|name| [NEW, STATE].contains(&name))
}

fn clear(folder: &Path) -> Result<(), SiteError> {
    match fs::remove_dir_all(folder) {
        Err(reason) if reason.kind() != ErrorKind::NotFound => {
            Err(SiteError::File { path: folder.to_owned(), action: "cannot clear away", reason })
        }
        _ => Ok(()),
    }
}

/// The place itself, links followed, so that a link to a folder stays one.
fn absolute(place: &Path) -> Result<PathBuf, SiteError> {
    let path = fs::canonicalize(place).or_else(|_| std::path::absolute(place));
    path.map_err(|reason| SiteError::reading(place, reason))
}
