//! What is known of the site that stands in its place: a file beside it, never published.
//!
//! It says by which program and settings the site was made, what each part of it was made of, and which files it has. A
//! [seal](super::seal) over the sizes and times of these files tells whether they are still the ones that were written.
//! Whatever does not fit makes it worthless, and the site is built as a whole. [`Ledger`](super::ledger::Ledger) writes it.

use crate::corpus::reading::What;

/// The first line; another where the file is written otherwise.
pub const TITLE: &str = "thidua-state 2";
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
        let keys: Option<Vec<_>> = lines.by_ref().take(count).map(key).collect();
        let keys = keys.filter(|keys| keys.len() == count)?;
        let mut parts = Vec::new();
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

    /// Every file of the site.
    pub fn files(&self) -> impl Iterator<Item = &'t str> {
        self.parts.iter().flat_map(|part| part.files())
    }
}

impl<'t> Part<'t> {
    /// Its files.
    pub fn files(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.files.split('\t').filter(|file| !file.is_empty())
    }

    /// Whether it was made of anything of which that is said, by the numbers of the keys.
    pub fn reads_any(&self, said: &[bool]) -> bool {
        let is_said = |number: &str| number.parse().ok().and_then(|number: usize| said.get(number)).copied();
        self.keys.split(' ').filter(|number| !number.is_empty()).any(|number| is_said(number).unwrap_or(true))
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
    let (keys, files) = rest.split_once('\t').unwrap_or((rest, ""));
    Some(Part { name, line, keys, files })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_whole_is_not_read() {
        let text = "thidua-state 2\na\nb\n2\n1f 9 x\n2f 2 \n*fixed\t\tsw.js\tcorpus.json\nbai-viet/x/\t0 1 \tp\nc\nend\n";
        let known = Known::parse(text).unwrap();
        assert_eq!(known.files().collect::<Vec<_>>(), ["sw.js", "corpus.json", "p"]);
        let page = known.parts[1];
        assert!(page.reads_any(&[false, true]) && !page.reads_any(&[false, false]) && page.reads_any(&[]));
        for end in 0..text.len() - 1 {
            assert!(Known::parse(text.get(..end).unwrap()).is_none(), "{end}");
        }
    }
}
