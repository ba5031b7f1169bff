//! A site that stands, with what has changed put into it.

use std::collections::{BTreeSet, HashSet};
use std::fs;

use super::SiteError;
use super::below::Below;
use super::journal::Moves;
use super::known::{Known, Part};
use super::ledger::Ledger;
use super::maker::Maker;
use super::offline::WORKER;
use super::output::Output;
use super::publish::Making;
use super::seal::seal;
use super::since::{Divided, Since};
use super::swap::{LIST, Staging};
use super::works::Work;
use crate::corpus::{both, on_both_cores};
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

/// Makes anew what was made of anything that has changed since, and puts it in its place; nothing where, in the end, the site
/// is not as it was left.
///
/// # Errors
/// Where a file stands in the way that is not of the site, or one cannot be written.
pub(super) fn amend(
    making: &Making<'_>,
    since: &Since<'_, '_>,
    Agenda { due, kept: mut places }: Agenda,
    is_untouched: impl FnOnce() -> bool,
) -> Result<Option<Amended>, SiteError> {
    let Making { parts, facts, staging, tell, .. } = making;
    let (made, stayed) = (due.len(), places.len());
    let pieces = parts.search.iter().flat_map(|search| &search.kept);
    places.extend(pieces.filter_map(|name| since.place(name)));
    let Divided { kept, left } = since.divided(places);

    let output = Output::over(staging.folder(), staging.place());
    let maker = Maker::new(parts, Some(staging.place()), Some(since))?;
    let ledger = Ledger::default();
    std::thread::scope(|scope| {
        let is_fixed = scope.spawn(|| maker.make_fixed(&output, &ledger));
        maker.make(&due, &output, &ledger, tell)?;
        is_fixed.join().unwrap_or(Err(SiteError::Thread))
    })?;
    if !is_untouched() {
        return Ok(None);
    }

    let known = since.known;
    let note = || ledger.written([known.inputs, *facts], |key| making.number_of(key), Some((since, &kept)));
    let settle = || {
        let change =
            Change::new(&output, left.iter().flat_map(|part| part.files()).map(Below::path).collect());
        change.refuse_others(&kept, staging)?;
        change.moves(&output, known.seal, staging)
    };
    let (settled, state) = both(settle, note);
    let (moves, sealed) = settled?;
    staging.amend(&moves, &state.map(|state| state + &Known::end(sealed)).unwrap_or_default())?;
    // The list of files is not counted.
    let written = moves.put.iter().filter(|path| *path != LIST).count();
    Ok(Some(Amended { made, kept: stayed, written, removed: moves.gone.len() }))
}

/// What is to be done.
pub(super) struct Agenda {
    /// The parts that must be made.
    due: Vec<Work>,
    /// Where those that stay stand among the known.
    kept: Vec<usize>,
}

impl Agenda {
    /// Divides the parts of a site by what is known of it.
    pub fn new(works: Vec<Work>, since: &Since<'_, '_>) -> Agenda {
        let mut agenda = Agenda { due: Vec::new(), kept: Vec::new() };
        for work in works {
            match since.place(&work.name()) {
                Some(place) => agenda.kept.push(place),
                None => agenda.due.push(work),
            }
        }
        agenda
    }
}

/// What becomes of the files of the parts that were made anew, or are there no more.
struct Change {
    /// The files that they had.
    old: HashSet<String>,
    /// Those of them that are there no more, in order.
    gone: BTreeSet<String>,
    /// Files that were not there.
    fresh: Vec<String>,
}

impl Change {
    fn new(output: &Output, old: HashSet<String>) -> Change {
        let now: HashSet<String> = output.paths().into_iter().collect();
        let gone = old.difference(&now).cloned().collect();
        let fresh = output.new_paths().into_iter().filter(|path| !old.contains(path)).collect();
        Change { old, gone, fresh }
    }

    /// What is to be done to a site with that seal, and the seal that it has then.
    fn moves(&self, output: &Output, seal_before: u64, staging: &Staging) -> Result<(Moves, u64), SiteError> {
        let mut moves = Moves { put: output.new_paths(), gone: self.gone.iter().cloned().collect() };
        if let Some(list) = self.list(staging)? {
            output.write(LIST, list)?;
            moves.put.push(LIST.to_owned());
        }
        // Data first, then the pages, and last what says which data there are.
        moves.put.sort_by_key(|path| (rank(path), path.clone()));
        let put = || moves.put.iter().map(String::as_str);
        let out = put().filter(|path| self.was_there(path)).chain(moves.gone.iter().map(String::as_str));
        let taken_out = seal_before.wrapping_sub(seal(staging.place(), out.map(Below::from)));
        let sealed = taken_out.wrapping_add(seal(staging.folder(), put().map(Below::from)));
        Ok((moves, sealed))
    }

    /// Whether a file that is put in replaces one of the site.
    fn was_there(&self, path: &str) -> bool {
        self.old.contains(path) || path == LIST
    }

    /// An error where a new file has the name of another, of the site or of somebody else.
    fn refuse_others(&self, kept: &[Part<'_>], staging: &Staging) -> Result<(), SiteError> {
        if self.fresh.is_empty() {
            return Ok(());
        }
        // Names are ASCII: those of another length are others.
        let mut by_length: Vec<Vec<&String>> = Vec::new();
        for path in &self.fresh {
            by_length.resize(by_length.len().max(path.len() + 1), Vec::new());
            by_length.iter_mut().skip(path.len()).take(1).for_each(|paths| paths.push(path));
        }
        let alike = |file: Below<'_>| {
            let mut paths = by_length.get(file.folder.len() + file.rest.len()).into_iter().flatten();
            paths.find(|path| file.is_like(path)).map(|path| [file.path(), (*path).clone()])
        };
        let found = on_both_cores(kept, |kept, _| kept.iter().flat_map(Part::files).find_map(alike));
        if let Some(paths) = found.into_iter().flatten().next() {
            return Err(SiteError::SameName { paths });
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
        let gone = self.gone.iter().map(|path| (path.to_lowercase(), None));
        let fresh = self.fresh.iter().map(|path| (path.to_lowercase(), Some(path)));
        let mut edits: Vec<(String, Option<&String>)> = gone.chain(fresh).collect();
        // What is gone comes before what has come in its place.
        edits.sort_unstable();
        // The list is long and in order, what changes is little.
        let (mut list, mut rest) = (String::with_capacity(old.len()), old.as_str());
        for (folded, fresh) in edits {
            let (before, behind) = rest.split_at(line_of(&folded, rest));
            list.push_str(before);
            rest = match fresh {
                Some(path) => {
                    list.extend([path.as_str(), "\n"]);
                    behind
                }
                None => behind.split_once('\n').map_or("", |(_, rest)| rest),
            };
        }
        list.push_str(rest);
        Ok(Some(list))
    }
}

/// Where in a list of lines, in their order without regard to capitals, the first begins that is not before `folded`.
fn line_of(folded: &str, list: &str) -> usize {
    let (mut first, mut end) = (0, list.len());
    while first < end {
        // The line that holds the middle: what it is made of is never cut.
        let middle = list.as_bytes().get(..first + (end - first) / 2).unwrap_or_default();
        let start = middle.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1).max(first);
        let line = list.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        if line.to_lowercase().as_str() < folded {
            first = (start + line.len() + 1).min(list.len());
        } else {
            end = start;
        }
    }
    first
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_where_it_stands_or_would_stand() {
        let list = "a/b\nA/c\nb\nc/ă\n";
        for (folded, place) in
            [("", 0), ("a/b", 0), ("a/c", 4), ("a/d", 8), ("b", 8), ("c/", 10), ("c/ă", 10), ("d", 15)]
        {
            assert_eq!(line_of(folded, list), place, "{folded}");
        }
        assert_eq!(line_of("a", ""), 0);
    }
}
