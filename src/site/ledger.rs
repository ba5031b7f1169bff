//! What each part of a site was made of, and which files came of it: noted while they are made, kept for the next build.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Mutex;

use foldhash::fast::FixedState;

use super::SiteError;
use super::below::Below;
use super::known::{KnownKey, Part, TITLE};
use super::since::Since;
use crate::corpus::reading::Key;

/// Notes of a build, from several threads at once.
#[derive(Debug, Default)]
pub struct Ledger {
    notes: Mutex<Notes>,
}

#[derive(Debug, Default)]
struct Notes {
    /// Each key once, with its number: there are as many as parts, and each part has a dozen.
    numbers: HashMap<Key, u32, FixedState>,
    parts: Vec<Numbered>,
    /// A name cannot stand in a line: nothing of this is kept.
    is_odd: bool,
}

/// A part with its keys by their numbers.
#[derive(Debug)]
struct Numbered {
    name: String,
    keys: Box<[u32]>,
    sizes: Vec<usize>,
    /// Each behind a tab.
    files: String,
}

/// A part of a site in the file.
#[derive(Clone, Copy)]
enum Line<'l> {
    /// As it stood there before.
    Kept(Part<'l>),
    New(&'l Numbered),
}

impl Line<'_> {
    fn name(&self) -> &str {
        match self {
            Line::Kept(part) => part.name,
            Line::New(part) => &part.name,
        }
    }
}

/// A part of a site.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its name: no other part has it.
    pub name: String,
    /// What was looked up for it.
    pub keys: Vec<Key>,
    /// Its files.
    pub files: Vec<String>,
    /// Numbers to be known of it.
    pub sizes: Vec<usize>,
}

impl Note {
    /// A part of which no numbers are to be known.
    pub const fn new(name: String, keys: Vec<Key>, files: Vec<String>) -> Note {
        Note { name, keys, files, sizes: Vec::new() }
    }
}

impl Ledger {
    /// Notes a part.
    ///
    /// # Errors
    /// Where a thread has died.
    pub fn note(&self, note: Note) -> Result<(), SiteError> {
        let Note { name, keys, files, sizes } = note;
        let is_odd = |name: &String| name.contains(['\t', '\n', '\r']);
        let mut notes = self.notes.lock().map_err(|_| SiteError::Thread)?;
        notes.is_odd |= is_odd(&name) || files.iter().any(is_odd);
        let number = |key| {
            let next = notes.numbers.len() as u32;
            *notes.numbers.entry(key).or_insert(next)
        };
        let keys = keys.into_iter().map(number).collect();
        let written = |file| Below::written(&name, file);
        let files = files.iter().flat_map(|file| std::iter::once("\t").chain(written(file))).collect();
        notes.parts.push(Numbered { name, keys, sizes, files });
        Ok(())
    }

    /// What is to be [known](super::known) of a site that consists of what was noted here, and of what was kept of an older
    /// one, all but its [end](super::known::Known::end). `None` where that cannot be written down.
    pub fn written(
        self,
        [inputs, facts]: [u64; 2],
        number_of: impl Fn(&Key) -> u64,
        kept: Option<(&Since<'_, '_>, &[Part<'_>])>,
    ) -> Option<String> {
        let notes = self.notes.into_inner().ok().filter(|notes| !notes.is_odd)?;
        let numbers = Numbers::of(&notes.numbers, kept.map_or(&[], |(since, _)| &since.known.keys));
        let mut lines: Vec<Line<'_>> = notes.parts.iter().map(Line::New).collect();
        // Those are in their order already, and the sort sees it.
        lines.extend(kept.iter().flat_map(|(_, kept)| kept.iter().copied().map(Line::Kept)));
        lines.sort_by(|a, b| a.name().cmp(b.name()));

        let known = kept.map_or(&[][..], |(since, _)| &since.known.keys);
        let room = |line: &Line<'_>| match line {
            Line::Kept(part) => part.line.len() + 1,
            Line::New(part) => {
                part.name.len() + part.files.len() + 16 * (part.keys.len() + part.sizes.len() + 1)
            }
        };
        let keys = known.iter().map(|key| key.line.len() + 1).sum::<usize>();
        // Grown to, it would take twice as much and be copied again and again.
        let mut text =
            String::with_capacity(lines.iter().map(room).sum::<usize>() + keys + 64 * numbers.new.len());
        let count = known.len() + numbers.new.len();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{TITLE}\n{inputs:x}\n{facts:x}\n{count}");
        for (key, number) in kept.iter().flat_map(|(since, _)| since.keys()) {
            if number == key.number {
                text.extend([key.line, "\n"]);
            } else {
                let _ = writeln!(text, "{number:x} {} {}", key.what as u8, key.id);
            }
        }
        for key in &numbers.new {
            let _ = writeln!(text, "{:x} {} {}", number_of(key), key.what as u8, key.id);
        }
        for line in lines {
            match line {
                Line::Kept(part) => text.push_str(part.line),
                Line::New(part) => numbers.write(part, &mut text),
            }
            text.push('\n');
        }
        Some(text)
    }
}

/// The numbers by which keys go in the lines of parts: those that are known keep theirs.
struct Numbers<'n> {
    /// By the numbers that they have in the notes.
    numbers: Vec<usize>,
    /// Those that were not known, in the order of their numbers.
    new: Vec<&'n Key>,
}

impl<'n> Numbers<'n> {
    fn of(noted: &'n HashMap<Key, u32, FixedState>, known: &[KnownKey<'_>]) -> Numbers<'n> {
        // The table has no order of its own.
        let mut keys: Vec<(&Key, usize)> = noted.iter().map(|(key, at)| (key, *at as usize)).collect();
        keys.sort_unstable();
        let mut numbers: Vec<Option<usize>> = vec![None; keys.len()];
        for (key, number) in known.iter().zip(0..) {
            let place = keys.binary_search_by(|(one, _)| (one.what, &*one.id).cmp(&(key.what, key.id)));
            if let Some(slot) = place.ok().and_then(|at| numbers.get_mut(keys.get(at)?.1)) {
                *slot = Some(number);
            }
        }
        let mut new = Vec::new();
        for (key, at) in keys {
            if let Some(slot @ None) = numbers.get_mut(at) {
                *slot = Some(known.len() + new.len());
                new.push(key);
            }
        }
        Numbers { numbers: numbers.into_iter().map(Option::unwrap_or_default).collect(), new }
    }

    fn write(&self, part: &Numbered, text: &mut String) {
        text.extend([&part.name, "\t"]);
        for number in part.keys.iter().filter_map(|at| self.numbers.get(*at as usize)) {
            // Writing to a string cannot fail.
            let _ = write!(text, "{number} ");
        }
        text.push('\t');
        for size in &part.sizes {
            let _ = write!(text, "{size} ");
        }
        text.push_str(&part.files);
    }
}
