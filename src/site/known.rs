//! What is known of the site that stands in its place: a file beside it, never published.
//!
//! It says by which program and settings the site was made, what each part of it was made of, and which files it has. A
//! seal over the sizes and times of these files tells whether they are still the ones that were written. Whatever does not
//! fit makes it worthless, and the site is built as a whole.

use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::corpus::Fingerprints;
use crate::corpus::reading::{Key, What};

/// The first line; another where the file is written otherwise.
const TITLE: &str = "thidua-state 1";
/// The last line.
const END: &str = "end";

/// A site as it was left.
#[derive(Debug)]
pub struct Known<'t> {
    /// Program and settings.
    pub inputs: u64,
    /// Corpus and attestation.
    pub facts: u64,
    /// See [`seal`].
    pub seal: u64,
    /// What was looked up, with its number then.
    pub keys: Vec<(What, &'t str, u64)>,
    /// The parts.
    pub parts: Vec<Part<'t>>,
}

/// A part of a site.
#[derive(Debug, Clone, Copy)]
pub struct Part<'t> {
    /// Its name.
    pub name: &'t str,
    /// All of it, as it stands in the file.
    pub line: &'t str,
    keys: &'t str,
    files: &'t str,
}

impl<'t> Known<'t> {
    /// Reads the file. `None` where it is not whole, or of another version.
    pub fn parse(text: &'t str) -> Option<Known<'t>> {
        let mut lines = text.lines();
        let number = |line: Option<&str>| u64::from_str_radix(line?, 16).ok();
        (lines.next()? == TITLE).then_some(())?;
        let (inputs, facts, seal) = (number(lines.next())?, number(lines.next())?, number(lines.next())?);
        let count = lines.next()?.parse::<usize>().ok()?;
        let keys: Option<Vec<_>> = lines.by_ref().take(count).map(key).collect();
        let keys = keys.filter(|keys| keys.len() == count)?;
        let mut parts = Vec::new();
        loop {
            match lines.next()? {
                END => break,
                line => parts.push(part(line)?),
            }
        }
        lines.next().is_none().then_some(Known { inputs, facts, seal, keys, parts })
    }

    /// Every file of the site.
    pub fn files(&self) -> impl Iterator<Item = &'t str> {
        self.parts.iter().flat_map(|part| part.files())
    }
}

impl<'t> Part<'t> {
    /// Its files.
    pub fn files(self) -> impl Iterator<Item = &'t str> {
        self.files.split('\t').filter(|file| !file.is_empty())
    }

    /// Whether it was made of anything of which that is said by its number.
    pub fn reads_any(self, said: &[bool]) -> bool {
        let is_said = |number: &str| number.parse().ok().and_then(|number: usize| said.get(number)).copied();
        self.keys.split(' ').filter(|number| !number.is_empty()).any(|number| is_said(number).unwrap_or(true))
    }
}

fn key(line: &str) -> Option<(What, &str, u64)> {
    let (number, rest) = line.split_once(' ')?;
    let (what, id) = rest.split_once(' ')?;
    Some((What::from_number(what.parse().ok()?)?, id, u64::from_str_radix(number, 16).ok()?))
}

fn part(line: &str) -> Option<Part<'_>> {
    let (name, rest) = line.split_once('\t')?;
    let (keys, files) = rest.split_once('\t').unwrap_or((rest, ""));
    Some(Part { name, line, keys, files })
}

/// The file for a site that was made so. `lines` are those of its parts.
pub fn write<'l>(
    (inputs, facts, seal): (u64, u64, u64),
    keys: &[Key],
    fingerprints: &Fingerprints<'_>,
    lines: impl Iterator<Item = &'l str>,
) -> String {
    let mut text = format!("{TITLE}\n{inputs:x}\n{facts:x}\n{seal:x}\n{}\n", keys.len());
    for Key { what, id } in keys {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:x} {} {id}", fingerprints.of(*what, id), *what as u8);
    }
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str(END);
    text.push('\n');
    text
}

/// A number that changes where one of these files below `root` is another, was touched, or is gone. The numbers of single
/// files add up, so that a changed file can be taken out and put in.
pub fn seal<'f>(root: &Path, files: &[&'f str]) -> u64 {
    let of = |files: &[&'f str]| files.iter().fold(0_u64, |seal, file| seal.wrapping_add(one(root, file)));
    let (first, second) = files.split_at(files.len() / 2);
    std::thread::scope(|scope| {
        let second = scope.spawn(|| of(second));
        let first = of(first);
        first.wrapping_add(second.join().unwrap_or_default())
    })
}

fn one(root: &Path, file: &str) -> u64 {
    let seen = fs::symlink_metadata(root.join(file)).ok().and_then(|meta| {
        let changed = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some((meta.is_file(), meta.len(), changed.as_nanos()))
    });
    let mut hasher = DefaultHasher::new();
    (file, seen).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_whole_is_not_read() {
        let text = "thidua-state 1\na\nb\nc\n2\n1f 9 x\n2f 2 \n*fixed\t\tsw.js\tcorpus.json\nbai-viet/x/\t0 1 \tp\nend\n";
        let known = Known::parse(text).unwrap();
        assert_eq!(known.files().collect::<Vec<_>>(), ["sw.js", "corpus.json", "p"]);
        let page = known.parts[1];
        assert!(page.reads_any(&[false, true]) && !page.reads_any(&[false, false]) && page.reads_any(&[]));
        for end in 0..text.len() - 1 {
            assert!(Known::parse(text.get(..end).unwrap()).is_none(), "{end}");
        }
    }

    #[test]
    fn a_seal_knows_its_files() {
        let folder = tempfile::TempDir::new().unwrap();
        let files = ["a", "b", "c"];
        for file in files {
            fs::write(folder.path().join(file), file).unwrap();
        }
        let before = seal(folder.path(), &files);
        assert_eq!(seal(folder.path(), &["c", "a", "b"]), before);
        fs::write(folder.path().join("b"), "other").unwrap();
        assert_ne!(seal(folder.path(), &files), before);
        fs::remove_file(folder.path().join("b")).unwrap();
        assert_ne!(seal(folder.path(), &files), before);
    }
}
