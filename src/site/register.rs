//! Files that tell of all articles one after the other, and where some articles stand in them.

use std::borrow::Cow;
use std::io;
use std::ops::Range;

use super::data::Published;
use super::deflate::deflated;
use super::tables::Deflated;
use crate::cite::Format;

/// A file of which every article has a stretch, in their order.
#[derive(Debug)]
pub struct Register<'a> {
    /// Its path inside its folder.
    pub path: String,
    /// What stands before the first article.
    head: Cow<'a, [u8]>,
    /// What stands behind the last.
    tail: &'a [u8],
    /// All of it, where that is there already.
    pub bytes: Option<&'a [u8]>,
    /// Whether it is in the archive.
    pub is_archived: bool,
}

impl<'a> Register<'a> {
    /// A table that begins so.
    pub fn table(path: String, head: &str) -> Register<'a> {
        let head = head.as_bytes().to_owned().into();
        Register { path, head, tail: b"", bytes: None, is_archived: true }
    }

    /// The corpus, by that name in the archive.
    pub fn corpus(path: &str, corpus: &Cut<'a>) -> Register<'a> {
        let Cut { bytes, head, tail, .. } = *corpus;
        Register { path: path.to_owned(), head: head.into(), tail, bytes: Some(bytes), is_archived: true }
    }

    /// The citations in a form.
    pub fn citations(format: Format) -> Register<'a> {
        let [before, _, behind] = format.around();
        let (head, tail) = (before.as_bytes().into(), behind.as_bytes());
        Register { path: format.file().to_owned(), head, tail, bytes: None, is_archived: false }
    }
}

/// A corpus, cut between its articles; where it is not known how they stand in it, all of it stands before them.
#[derive(Debug)]
pub struct Cut<'a> {
    bytes: &'a [u8],
    head: &'a [u8],
    blocks: Vec<&'a [u8]>,
    tail: &'a [u8],
}

impl<'a> Cut<'a> {
    /// Cuts the published corpus, which has so many articles, into blocks of so many.
    pub fn new(published: &'a Published, count: usize, block: usize) -> Cut<'a> {
        let bytes = published.corpus.as_slice();
        Cut::between(published, count, block).unwrap_or(Cut {
            bytes,
            head: bytes,
            blocks: Vec::new(),
            tail: &[],
        })
    }

    fn between(
        Published { corpus, written, .. }: &'a Published,
        count: usize,
        block: usize,
    ) -> Option<Cut<'a>> {
        let end = written.place(count.checked_sub(1)?)?.end;
        let starts = (0..count).step_by(block).map(|first| Some(written.place(first)?.start));
        let cuts = starts.chain([Some(end)]).collect::<Option<Vec<usize>>>()?;
        let blocks = cuts.windows(2).map(|pair| corpus.get(*pair.first()?..*pair.last()?));
        Some(Cut {
            bytes: corpus,
            head: corpus.get(..*cuts.first()?)?,
            blocks: blocks.collect::<Option<_>>()?,
            tail: corpus.get(end..)?,
        })
    }

    /// The articles of a block, as they stand in it.
    pub fn block(&self, number: usize) -> &'a [u8] {
        self.blocks.get(number).copied().unwrap_or_default()
    }
}

/// Where a block stands in a register, and, compressed, in that of the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    start: usize,
    length: usize,
    packed_start: usize,
    packed_length: usize,
}

impl Stretch {
    /// How many numbers it is written with.
    pub const NUMBERS: usize = 4;

    /// It as numbers.
    pub const fn numbers(self) -> [usize; Stretch::NUMBERS] {
        [self.start, self.length, self.packed_start, self.packed_length]
    }

    /// Reads what was written.
    pub const fn read([start, length, packed_start, packed_length]: [usize; Stretch::NUMBERS]) -> Stretch {
        Stretch { start, length, packed_start, packed_length }
    }

    /// Where it is.
    pub const fn range(self) -> Range<usize> {
        self.start..self.start.saturating_add(self.length)
    }

    /// Where it is, compressed.
    pub const fn packed(self) -> Range<usize> {
        self.packed_start..self.packed_start.saturating_add(self.packed_length)
    }
}

/// Some articles in a register: as they stand in it, and compressed.
pub type Part<'o> = (Cow<'o, [u8]>, Cow<'o, [u8]>);

/// A register, put together.
#[derive(Debug)]
pub struct Whole {
    /// Its bytes; nothing where they are there already.
    pub bytes: Option<Vec<u8>>,
    /// The same for the archive, if it is in it.
    pub deflated: Option<Deflated>,
    /// Where each of its parts stands.
    pub stretches: Vec<Stretch>,
}

impl Whole {
    /// Puts a register together of its parts, in their order. `old` is what it may be the same as.
    ///
    /// # Errors
    /// Where its ends cannot be compressed.
    pub fn new<'p>(
        register: &Register<'_>,
        parts: impl Iterator<Item = &'p Part<'p>> + Clone,
        old: Option<&[u8]>,
    ) -> io::Result<Whole> {
        let Register { head, tail, bytes: there, is_archived, .. } = register;
        let pack = |end: &[u8], is_last| if *is_archived { deflated(end, is_last) } else { Ok(Vec::new()) };
        let mut packed = pack(head, false)?;
        packed.reserve_exact(parts.clone().map(|(_, packed)| packed.len() + 64).sum());
        let (mut stretches, mut pieces) = (Vec::new(), vec![&**head]);
        let mut start = head.len();
        for (part, part_packed) in parts {
            pieces.push(part);
            stretches.push(Stretch {
                start,
                length: part.len(),
                packed_start: packed.len(),
                packed_length: part_packed.len(),
            });
            start += part.len();
            packed.extend_from_slice(part_packed);
        }
        pieces.push(tail);
        packed.extend(pack(tail, true)?);
        let there = there.or_else(|| old.filter(|old| is_made_of(old, &pieces)));
        let bytes = if there.is_none() { Some(pieces.concat()) } else { None };
        let all = there.or(bytes.as_deref()).unwrap_or_default();
        let deflated = is_archived.then(|| Deflated::of(all, packed));
        Ok(Whole { deflated, bytes, stretches })
    }
}

/// Whether these pieces, behind one another, are `whole`.
fn is_made_of(whole: &[u8], pieces: &[&[u8]]) -> bool {
    let rest = pieces.iter().try_fold(whole, |rest, piece| rest.strip_prefix(*piece));
    rest.is_some_and(<[u8]>::is_empty)
}
