//! What is known of the site that stands in its place: a file beside it, never published.
//!
//! It says by which program and settings the site was made, what each part of it was made of, and which files it has. A
//! [seal](super::seal) over the sizes and times of these files tells whether they are still the ones that were written.
//! Whatever does not fit makes it worthless, and the site is built as a whole. [`Ledger`](super::ledger::Ledger) writes it.

use super::below::Below;
use crate::corpus::reading::{Key, What};

/// The first line; another where the file is written otherwise.
pub const TITLE: &str = "thidua-state 3";
/// The last line.
const END: &str = "end";

/// A site as it was left.
#[derive(Debug)]
pub struct Known<'t> {
    /// Program and settings.
    pub inputs: u64,
    /// Corpus and attestation.
    pub facts: u64,
    /// Of its files.
    pub seal: u64,
    /// What was looked up.
    pub keys: Vec<KnownKey<'t>>,
    /// The parts, in the order of their names.
    pub parts: Vec<Part<'t>>,
}

/// What was looked up for parts of a site.
#[derive(Debug, Clone, Copy)]
pub struct KnownKey<'t> {
    /// What.
    pub what: What,
    /// Of which id.
    pub id: &'t str,
    /// What it amounted to then.
    pub number: u64,
    /// All of this, as it stands in the file.
    pub line: &'t str,
}

/// A part of a site.
#[derive(Debug, Clone, Copy)]
pub struct Part<'t> {
    /// Its name.
    pub name: &'t str,
    /// All of it, as it stands in the file.
    pub line: &'t str,
    keys: &'t str,
    sizes: &'t str,
    files: &'t str,
}

impl<'t> Known<'t> {
    /// Reads the file. `None` where it is not whole, or of another version.
    pub fn parse(text: &'t str) -> Option<Known<'t>> {
        let mut lines = text.lines();
        let number = |line: Option<&str>| u64::from_str_radix(line?, 16).ok();
        (lines.next()? == TITLE).then_some(())?;
        let (inputs, facts) = (number(lines.next())?, number(lines.next())?);
        let count = lines.next()?.parse::<usize>().ok()?;
        let all = text.bytes().filter(|byte| *byte == b'\n').count();
        let mut keys = Vec::with_capacity(count.min(all));
        for line in lines.by_ref().take(count) {
            keys.push(key(line)?);
        }
        (keys.len() == count).then_some(())?;
        let mut parts = Vec::with_capacity(all - count.min(all));
        let seal = loop {
            let line = lines.next()?;
            match part(line) {
                Some(part) => parts.push(part),
                None => break number(Some(line))?,
            }
        };
        parts.is_sorted_by(|a, b| a.name < b.name).then_some(())?;
        (lines.next() == Some(END) && lines.next().is_none()).then_some(Known {
            inputs,
            facts,
            seal,
            keys,
            parts,
        })
    }

    /// What is written behind the parts, of a site with such files.
    pub fn end(seal: u64) -> String {
        format!("{seal:x}\n{END}\n")
    }

    /// What was looked up for a part.
    pub fn keys_of(&self, part: &Part<'_>) -> Vec<Key> {
        let keys = part.keys().filter_map(|number| self.keys.get(number));
        keys.map(|key| Key { what: key.what, id: key.id.to_owned() }).collect()
    }

    /// Every file of the site.
    pub fn files(&self) -> impl Iterator<Item = Below<'t>> {
        self.parts.iter().flat_map(|part| part.files())
    }
}

impl<'t> Part<'t> {
    /// Its files.
    pub fn files(&self) -> impl Iterator<Item = Below<'t>> + use<'t> {
        let name = self.name;
        self.files.split('\t').filter(|file| !file.is_empty()).map(move |file| Below::read(name, file))
    }

    /// The numbers that were noted of it.
    pub fn sizes(&self) -> Vec<usize> {
        numbers(self.sizes).collect()
    }

    /// The numbers of what was looked up for it.
    fn keys(&self) -> impl Iterator<Item = usize> + use<'t> {
        numbers(self.keys)
    }

    /// Whether it was made of anything of which that is said, by the numbers of the keys.
    pub fn reads_any(&self, said: &[bool]) -> bool {
        self.keys().any(|number| said.get(number).copied().unwrap_or(true))
    }
}

fn key(line: &str) -> Option<KnownKey<'_>> {
    let (number, rest) = line.split_once(' ')?;
    let (what, id) = rest.split_once(' ')?;
    let (what, number) = (What::from_number(what.parse().ok()?)?, u64::from_str_radix(number, 16).ok()?);
    Some(KnownKey { what, id, number, line })
}

fn part(line: &str) -> Option<Part<'_>> {
    let (name, rest) = line.split_once('\t')?;
    let (keys, rest) = rest.split_once('\t')?;
    let (sizes, files) = rest.split_once('\t').unwrap_or((rest, ""));
    Some(Part { name, line, keys, sizes, files })
}

/// Numbers with a space behind each. What is none is one that nothing has.
fn numbers(text: &str) -> impl Iterator<Item = usize> {
    text.split(' ').filter(|number| !number.is_empty()).map(|number| number.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_whole_is_not_read() {
        let text = "thidua-state 3\na\nb\n2\n1f 9 x\n2f 2 \n*b0\t1 \t3 4 \n*fixed\t\t\t/sw.js\t/corpus.json\nbai-viet/x/\t0 1 \t\tp\nc\nend\n";
        let known = Known::parse(text).unwrap();
        let files: Vec<String> = known.files().map(Below::path).collect();
        assert_eq!(files, ["sw.js", "corpus.json", "bai-viet/x/p"]);
        let (block, page) = (known.parts[0], known.parts[2]);
        assert_eq!((block.sizes(), known.keys_of(&block)[0].what), (vec![3, 4], known.keys[1].what));
        assert!(page.reads_any(&[false, true]) && !page.reads_any(&[false, false]) && page.reads_any(&[]));
        for end in 0..text.len() - 1 {
            assert!(Known::parse(text.get(..end).unwrap()).is_none(), "{end}");
        }
    }
}
