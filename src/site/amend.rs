//! A site that stands, with what has changed put into it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;

use super::SiteError;
use super::build::Progress;
use super::journal::Moves;
use super::known::{self, Known, Part};
use super::ledger::Ledger;
use super::maker::Maker;
use super::offline::WORKER;
use super::output::Output;
use super::parts::Parts;
use super::publish::{FIXED, fingerprints};
use super::swap::{LIST, Staging};
use super::works::Work;
use crate::corpus::on_both_cores;
use crate::corpus::reading::What;
use crate::pages::MANIFEST;

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amended {
    /// Parts that were made anew: pages, and what speaks of the whole site.
    pub made: usize,
    /// Parts that stayed as they were.
    pub kept: usize,
    /// Files that were written.
    pub written: usize,
    /// Files that were removed.
    pub removed: usize,
}

/// Makes anew what was made of anything that has changed since, and puts it in its place.
///
/// # Errors
/// Where a file stands in the way that is not of the site, or one cannot be written.
pub(super) fn amend(
    parts: &Parts<'_>,
    known: &Known<'_>,
    facts: u64,
    staging: &Staging,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Amended, SiteError> {
    let fingerprints = fingerprints(parts, facts);
    let changed = on_both_cores(&known.keys, |keys, _| {
        let is_other = |(what, id, number): &(What, &str, u64)| fingerprints.of(*what, id) != *number;
        keys.iter().map(is_other).collect::<Vec<bool>>()
    });
    let changed = changed.concat();
    let works = Work::all(&parts.engine.site().catalogue);
    let (due, kept) = due(&works, known, &changed);

    let output = Output::over(staging.folder(), staging.place());
    let maker = Maker::new(parts, Some(staging.place()))?;
    let ledger = Ledger::from_keys(known.keys.iter().map(|(what, id, _)| (*what, *id)));
    let fixed = output.part();
    std::thread::scope(|scope| {
        let is_fixed = scope.spawn(|| maker.make_fixed(&fixed));
        maker.make(&due, &output, &ledger, tell)?;
        is_fixed.join().unwrap_or(Err(SiteError::Thread))
    })?;
    ledger.note(FIXED, Vec::new(), &fixed.into_mine())?;

    let is_kept: HashSet<&str> = kept.iter().map(|part| part.name).collect();
    let old = known.parts.iter().filter(|part| !is_kept.contains(part.name)).flat_map(|part| part.files());
    let change = Change::new(&output, old.collect());
    change.refuse_others(&kept, staging)?;
    let mut moves =
        Moves { put: output.new_paths(), gone: change.gone.iter().map(|p| (*p).to_owned()).collect() };
    let (written, removed) = (moves.put.len(), moves.gone.len());
    if let Some(list) = change.list(staging)? {
        output.write(LIST, list)?;
        moves.put.push(LIST.to_owned());
    }
    // Data first, then the pages, and last what says which data there are.
    moves.put.sort_by_key(|path| (rank(path), path.clone()));

    let replaced: Vec<&str> = moves.put.iter().map(String::as_str).filter(|p| change.was_there(p)).collect();
    let out: Vec<&str> = replaced.into_iter().chain(change.gone.iter().copied()).collect();
    let put: Vec<&str> = moves.put.iter().map(String::as_str).collect();
    let seal = known
        .seal
        .wrapping_sub(known::seal(staging.place(), &out))
        .wrapping_add(known::seal(staging.folder(), &put));
    let state = ledger.finish().map(|(keys, lines)| {
        let lines = kept.iter().map(|part| part.line).chain(lines.iter().map(String::as_str));
        known::write((known.inputs, facts, seal), &keys, &fingerprints, lines)
    });
    staging.amend(&moves, &state.unwrap_or_default())?;
    Ok(Amended { made: due.len(), kept: kept.len(), written, removed })
}

/// The parts that must be made, and those that stay.
fn due<'w, 't>(works: &'w [Work], known: &Known<'t>, changed: &[bool]) -> (Vec<&'w Work>, Vec<Part<'t>>) {
    let parts: HashMap<&str, &Part<'t>> = known.parts.iter().map(|part| (part.name, part)).collect();
    let halves = on_both_cores(works, |works, _| {
        let (mut due, mut kept) = (Vec::new(), Vec::new());
        for work in works {
            match parts.get(work.name().as_str()) {
                Some(part) if !part.reads_any(changed) => kept.push(**part),
                _ => due.push(work),
            }
        }
        (due, kept)
    });
    let (due, kept): (Vec<_>, Vec<_>) = halves.into_iter().unzip();
    (due.concat(), kept.concat())
}

/// What becomes of the files of the parts that were made anew, or are there no more.
struct Change<'t> {
    /// The files that they had.
    old: HashSet<&'t str>,
    /// Those of them that are there no more, in order.
    gone: BTreeSet<&'t str>,
    /// Files that were not there.
    fresh: Vec<String>,
}

impl<'t> Change<'t> {
    fn new(output: &Output, old: Vec<&'t str>) -> Change<'t> {
        let now = output.paths();
        let now: HashSet<&str> = now.iter().map(String::as_str).collect();
        let gone = old.iter().copied().filter(|path| !now.contains(path)).collect();
        let old: HashSet<&str> = old.into_iter().collect();
        let fresh = output.new_paths().into_iter().filter(|path| !old.contains(path.as_str())).collect();
        Change { old, gone, fresh }
    }

    /// Whether a file that is put in replaces one of the site.
    fn was_there(&self, path: &str) -> bool {
        self.old.contains(path) || path == LIST
    }

    /// An error where a new file has the name of another, of the site or of somebody else.
    fn refuse_others(&self, kept: &[Part<'t>], staging: &Staging) -> Result<(), SiteError> {
        if self.fresh.is_empty() {
            return Ok(());
        }
        let folded: HashMap<String, &String> =
            self.fresh.iter().map(|path| (path.to_lowercase(), path)).collect();
        for file in kept.iter().flat_map(|part| part.files()) {
            if let Some(path) = folded.get(&file.to_lowercase()) {
                return Err(SiteError::SameName { paths: [file.to_owned(), (*path).clone()] });
            }
        }
        let mut foreign: Vec<String> = Vec::new();
        for path in &self.fresh {
            let file = staging.place().join(path);
            if file.symlink_metadata().is_ok() {
                foreign.push(path.clone());
            } else if let Some(folder) = file.parent() {
                // Here and not between the moves: a file of somebody else's may stand where the folder should.
                fs::create_dir_all(folder).map_err(|reason| SiteError::writing(folder, reason))?;
            }
        }
        match foreign.is_empty() {
            true => Ok(()),
            false => Err(SiteError::Foreign { place: staging.place().to_owned(), files: foreign }),
        }
    }

    /// The list of the site's files, where it changes.
    fn list(&self, staging: &Staging) -> Result<Option<String>, SiteError> {
        if self.fresh.is_empty() && self.gone.is_empty() {
            return Ok(None);
        }
        let path = staging.place().join(LIST);
        let old = fs::read_to_string(&path).map_err(|reason| SiteError::reading(&path, reason))?;
        let lines: Vec<&str> = old.lines().filter(|line| !self.gone.contains(line)).collect();
        let mut fresh: Vec<(String, &str)> =
            self.fresh.iter().map(|path| (path.to_lowercase(), path.as_str())).collect();
        fresh.sort_unstable();
        // The list is long and in order, what is new is little.
        let (mut list, mut rest) = (String::with_capacity(old.len()), lines.as_slice());
        let mut push = |lines: &[&str]| lines.iter().for_each(|line| list.extend([line, "\n"]));
        for (folded, path) in fresh {
            let (before, behind) = rest.split_at(rest.partition_point(|line| line.to_lowercase() < folded));
            push(before);
            push(&[path]);
            rest = behind;
        }
        push(rest);
        Ok(Some(list))
    }
}

/// When a file is put in its place.
fn rank(path: &str) -> u8 {
    match path {
        LIST => 4,
        WORKER => 3,
        MANIFEST => 2,
        _ if path.ends_with(".html") => 1,
        _ => 0,
    }
}
