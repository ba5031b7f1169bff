//! A new site in the place of the old one, at once: it is written beside, and takes the place when it is whole.
//!
//! A build that is interrupted leaves the old site as it was; what it left beside is cleared away by the next one. Where only
//! some files change, they are moved in one by one by a [journal](Moves), which the next build finishes.
//! A folder is replaced only if everything in it was written by this program: the list of its files, [`LIST`], says
//! so.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::SiteError;
use super::journal::Moves;
use super::output::Output;

/// The list of the site's files, a path a line, in its root.
pub const LIST: &str = ".thidua-files";

/// A site that is being written beside the place where it will stand.
#[derive(Debug)]
pub struct Staging {
    place: PathBuf,
    new: PathBuf,
    old: PathBuf,
    lock: PathBuf,
    /// What is known of the site in its place.
    state: PathBuf,
    /// What will be known of it.
    next_state: PathBuf,
    /// What is being moved into it.
    journal: PathBuf,
    /// Held until the end: two builds of one site at a time would mix.
    _held: File,
}

impl Staging {
    /// Prepares to write the site that will stand at `place`, and finishes what an interrupted build has begun to move.
    ///
    /// # Errors
    /// Where another build is under way, or the system refuses.
    pub fn begin(place: &Path) -> Result<Staging, SiteError> {
        let place = absolute(place)?;
        let beside = |what: &str| {
            let mut name = OsString::from(".");
            name.push(place.file_name().unwrap_or_default());
            name.push(what);
            place.with_file_name(name)
        };
        let (new, old, lock) = (beside(".thidua-new"), beside(".thidua-old"), beside(".thidua-lock"));
        let (state, next_state) = (beside(".thidua-state"), beside(".thidua-state-new"));
        let journal = beside(".thidua-journal");
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(|reason| SiteError::writing(parent, reason))?;
        }
        let held = File::create(&lock).map_err(|reason| SiteError::writing(&lock, reason))?;
        if held.try_lock().is_err() {
            return Err(SiteError::Busy(place));
        }
        // A build that was stopped between its two last steps left the place empty.
        if old.exists() && !place.exists() {
            fs::rename(&old, &place).map_err(|reason| SiteError::writing(&place, reason))?;
        }
        let staging = Staging { place, new, old, lock, state, next_state, journal, _held: held };
        if let Ok(journal) = fs::read_to_string(&staging.journal) {
            match Moves::read(&journal) {
                Some(moves) => staging.settle(&moves)?,
                None => forget(&staging.journal)?,
            }
        }
        clear(&staging.old)?;
        forget(&staging.next_state)?;
        staging.restart()?;
        Ok(staging)
    }

    /// Begins anew: with an empty folder to write into.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn restart(&self) -> Result<(), SiteError> {
        clear(&self.new)?;
        fs::create_dir_all(&self.new).map_err(|reason| SiteError::writing(&self.new, reason))
    }

    /// Where the site will stand.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// What is known of the site in its place, as it was written down.
    pub fn state(&self) -> Option<String> {
        fs::read_to_string(&self.state).ok()
    }

    /// The folder to write into.
    pub fn folder(&self) -> &Path {
        &self.new
    }

    /// The site that stands there until now.
    pub fn before(&self) -> Option<&Path> {
        self.place.join(LIST).is_file().then_some(&self.place)
    }

    /// Puts the changed files of a site into their place, one by one; `state` is what will be known of it.
    ///
    /// # Errors
    /// Where the system refuses. What is left to be done is then done by the next build.
    pub fn amend(&self, moves: &Moves, state: &str) -> Result<(), SiteError> {
        write(&self.next_state, state)?;
        // Moved to where a next build looks for it only when it is whole.
        let journal = self.new.join(".thidua-journal");
        write(&journal, &moves.written())?;
        fs::rename(&journal, &self.journal).map_err(|reason| SiteError::writing(&self.journal, reason))?;
        self.settle(moves)
    }

    fn settle(&self, moves: &Moves) -> Result<(), SiteError> {
        moves.carry_out(&self.new, &self.place)?;
        if self.next_state.exists() {
            fs::rename(&self.next_state, &self.state).map_err(|e| SiteError::writing(&self.state, e))?;
        }
        forget(&self.journal)
    }

    /// Writes down what is known of the site in its place.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn remember(&self, state: &str) -> Result<(), SiteError> {
        write(&self.state, state)
    }

    /// Puts the new site in its place. Nothing is known of it until it is said.
    ///
    /// # Errors
    /// Where something stands there that this program did not write, or the system refuses; the old site then stands as
    /// before.
    pub fn finish(&self, output: &Output) -> Result<(), SiteError> {
        let mut list = output.paths().join("\n");
        list.push('\n');
        output.write(LIST, list)?;
        // Somebody may have put a file there meanwhile.
        self.refuse_foreign()?;
        forget(&self.state)?;
        if self.place.exists() {
            fs::rename(&self.place, &self.old).map_err(|reason| SiteError::writing(&self.place, reason))?;
        }
        if let Err(reason) = fs::rename(&self.new, &self.place) {
            let _back = fs::rename(&self.old, &self.place);
            return Err(SiteError::writing(&self.place, reason));
        }
        clear(&self.old)
    }

    /// Refuses to replace what is not of an older build.
    ///
    /// # Errors
    /// Where anything else stands in the place.
    pub fn refuse_foreign(&self) -> Result<(), SiteError> {
        if !self.place.exists() {
            return Ok(());
        }
        if !self.place.is_dir() {
            return Err(SiteError::NotAFolder(self.place.clone()));
        }
        let list = fs::read_to_string(self.place.join(LIST)).unwrap_or_default();
        let ours: BTreeSet<&str> = list.lines().chain([LIST]).collect();
        let mut foreign = Vec::new();
        find_foreign(&self.place, "", &ours, &mut foreign)?;
        match foreign.is_empty() {
            true => Ok(()),
            false => Err(SiteError::Foreign { place: self.place.clone(), files: foreign }),
        }
    }
}

impl Drop for Staging {
    /// What was not finished is cleared away; the next build would do it too.
    fn drop(&mut self) {
        if !self.journal.exists() {
            let _cleared = clear(&self.new);
        }
        let _unlocked = fs::remove_file(&self.lock);
    }
}

/// The most foreign files that an error names.
const MOST_NAMED: usize = 5;

fn find_foreign(
    folder: &Path,
    prefix: &str,
    ours: &BTreeSet<&str>,
    foreign: &mut Vec<String>,
) -> Result<(), SiteError> {
    for entry in fs::read_dir(folder).map_err(|reason| SiteError::reading(folder, reason))? {
        let entry = entry.map_err(|reason| SiteError::reading(folder, reason))?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        // A link is somebody's own, wherever it leads.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder {
            find_foreign(&entry.path(), &format!("{path}/"), ours, foreign)?;
        } else if !ours.contains(path.as_str()) && foreign.len() < MOST_NAMED {
            foreign.push(path);
        }
    }
    foreign.sort();
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), SiteError> {
    fs::write(path, text).map_err(|reason| SiteError::writing(path, reason))
}

/// Removes a file, if it is there.
fn forget(path: &Path) -> Result<(), SiteError> {
    match fs::remove_file(path) {
        Err(reason) if reason.kind() != io::ErrorKind::NotFound => Err(SiteError::writing(path, reason)),
        _ => Ok(()),
    }
}

fn clear(folder: &Path) -> Result<(), SiteError> {
    match fs::remove_dir_all(folder) {
        Err(reason) if reason.kind() != io::ErrorKind::NotFound => {
            Err(SiteError::File { path: folder.to_owned(), action: "cannot clear away", reason })
        }
        _ => Ok(()),
    }
}

/// The place itself, links followed, so that a link to a folder stays one.
fn absolute(place: &Path) -> Result<PathBuf, SiteError> {
    let path = fs::canonicalize(place).or_else(|_| std::path::absolute(place));
    let path = path.map_err(|reason| SiteError::reading(place, reason))?;
    match path.file_name() {
        Some(_) => Ok(path),
        None => Err(SiteError::NotAFolder(place.to_owned())),
    }
}
