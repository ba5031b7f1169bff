//! Where words stand: for each word its articles, in which zones, how often, and at which places.
//!
//! The lists are kept as they travel: numbers of seven bits a byte, gaps instead of places. A search decodes the lists of
//! its own words only, so ten thousand articles cost a few megabytes and nothing at the start. The places of an article
//! are counted anew in each; its passages stand [`GAP`] apart, so that no neighbourhood reaches into the next, and the
//! zones follow one another, so that the number of words in each tells the zone of every place.

use super::bytes::{Damage, Reader, push_number};
use super::passages::Zone;

/// So many places lie between two passages of an article.
pub(super) const GAP: u32 = 32;
/// The places of an article are numbered below this; what stands further on in a text of that length is not searched.
pub(super) const MOST_PLACES: u32 = 1 << 20;
/// Stands for more than one zone in the head of an article.
const MIXED: u32 = Zone::COUNT;
/// What the number of times is multiplied by in a head.
const KINDS: u32 = Zone::COUNT + 1;

/// An article that has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    /// The article's place in the corpus.
    pub article: u32,
    /// The zones where the word stands, by [`Zone::bit`].
    pub zones: u16,
    /// How often it stands there.
    pub times: u32,
}

/// A place of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    /// The place within its article.
    pub place: u32,
    /// The zone that it is in.
    pub zone: u8,
}

/// The lists of some words that follow one another in the lexicon.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    words: Vec<Word>,
}

/// Where in the bytes the lists of a word begin, and how many articles have it.
#[derive(Debug, Clone, Copy)]
struct Word {
    articles: u32,
    gaps: usize,
    heads: usize,
    places: usize,
}

impl Postings {
    /// Reads the lists of `words` words over `articles` articles, all of them, so that what is kept can be trusted.
    ///
    /// # Errors
    /// Where the bytes end too early, go on too long, or name what cannot be.
    pub(super) fn read(bytes: &[u8], words: usize, articles: u32) -> Result<Postings, Damage> {
        let mut reader = Reader::new(bytes);
        let mut sizes: Vec<[u32; 4]> = Vec::new();
        for _ in 0..words {
            sizes.push([reader.number()?, reader.number()?, reader.number()?, reader.number()?]);
        }
        let mut at = bytes.len() - reader.rest().len();
        let mut read = Postings { bytes: bytes.to_vec(), words: Vec::with_capacity(words) };
        for [count, gaps, heads, places] in sizes {
            let (heads_at, places_at) = (at + gaps as usize, at + gaps as usize + heads as usize);
            read.words.push(Word { articles: count, gaps: at, heads: heads_at, places: places_at });
            at = places_at + places as usize;
            read.check(read.words.len() - 1, at, articles)?;
        }
        if at == bytes.len() { Ok(read) } else { Err(Damage) }
    }

    /// Whether the lists of a word fill exactly their bytes, which end at `end`, and name only what there is.
    fn check(&self, word: usize, end: usize, articles: u32) -> Result<(), Damage> {
        let at = self.words.get(word).ok_or(Damage)?;
        let part = |from: usize, to: usize| self.bytes.get(from..to).map(Reader::new).ok_or(Damage);
        let (mut gaps, mut heads) = (part(at.gaps, at.heads)?, part(at.heads, at.places)?);
        let mut places = part(at.places, end)?;
        let mut next = 0_u32;
        for _ in 0..at.articles {
            let article =
                next.checked_add(gaps.number()?).filter(|article| *article < articles).ok_or(Damage)?;
            next = article + 1;
            let head = Head::read(&mut heads)?;
            if head.zones().map(|(_, times)| times).sum::<u32>() != head.times {
                return Err(Damage);
            }
            let mut place = 0_u32;
            for _ in 0..head.times {
                place = place.checked_add(places.number()?).filter(|p| *p < MOST_PLACES).ok_or(Damage)?;
                place += 1;
            }
        }
        if [gaps, heads, places].iter().all(|reader| reader.rest().is_empty()) { Ok(()) } else { Err(Damage) }
    }

    /// In how many articles a word stands.
    pub(super) fn articles_with(&self, word: usize) -> u32 {
        self.words.get(word).map_or(0, |word| word.articles)
    }

    /// The articles of a word, in order.
    pub(super) fn articles(&self, word: usize) -> impl Iterator<Item = Posting> {
        let mut lists = self.lists(word);
        std::iter::from_fn(move || lists.next().map(|(posting, _)| posting))
    }

    /// Calls `visit` for every place of a word in the `wanted` articles.
    pub(super) fn places(&self, word: usize, wanted: impl Fn(u32) -> bool, mut visit: impl FnMut(u32, At)) {
        let (mut lists, start) = (self.lists(word), self.words.get(word).map_or(0, |word| word.places));
        let mut places = Reader::new(self.bytes.get(start..).unwrap_or_default());
        while let Some((posting, head)) = lists.next() {
            if !wanted(posting.article) {
                places.skip(head.times);
                continue;
            }
            let mut next = 0;
            for (zone, times) in head.zones() {
                for _ in 0..times {
                    let Ok(gap) = places.number() else { return };
                    visit(posting.article, At { place: next + gap, zone });
                    next += gap + 1;
                }
            }
        }
    }

    /// The bytes of this word's lists with and without places, as they lie here.
    pub(super) fn bytes_of(&self, word: usize) -> [&[u8]; 2] {
        let end = self.words.get(word + 1).map_or(self.bytes.len(), |next| next.gaps);
        let part = |from: usize, to: usize| self.bytes.get(from..to).unwrap_or_default();
        self.words.get(word).map_or([&[], &[]], |at| [part(at.gaps, at.places), part(at.places, end)])
    }

    /// The lists of some words alone, as [`Postings::read`] reads them.
    pub(super) fn cut(&self, words: std::ops::Range<usize>) -> Vec<u8> {
        let (mut sizes, mut lists) = (Vec::new(), Vec::new());
        for (word, at) in words.clone().filter_map(|word| Some((word, self.words.get(word)?))) {
            let [without_places, places] = self.bytes_of(word);
            let sizes_of = [at.articles as usize, at.heads - at.gaps, at.places - at.heads, places.len()];
            sizes_of.iter().for_each(|size| push_number(&mut sizes, *size as u32));
            lists.extend([without_places, places].concat());
        }
        sizes.extend(lists);
        sizes
    }

    fn lists(&self, word: usize) -> ArticleLists<'_> {
        let at = self.words.get(word);
        let from = |start: Option<usize>| {
            Reader::new(start.and_then(|start| self.bytes.get(start..)).unwrap_or_default())
        };
        ArticleLists {
            gaps: from(at.map(|at| at.gaps)),
            heads: from(at.map(|at| at.heads)),
            left: at.map_or(0, |at| at.articles),
            next: 0,
        }
    }
}

/// The articles of a word, being read.
struct ArticleLists<'a> {
    gaps: Reader<'a>,
    heads: Reader<'a>,
    left: u32,
    next: u32,
}

impl<'a> ArticleLists<'a> {
    fn next(&mut self) -> Option<(Posting, Head<'a>)> {
        self.left = self.left.checked_sub(1)?;
        let article = self.next.saturating_add(self.gaps.number().ok()?);
        self.next = article.saturating_add(1);
        let head = Head::read(&mut self.heads).ok()?;
        Some((Posting { article, zones: head.bits, times: head.times }, head))
    }
}

/// How often a word stands in the zones of an article.
#[derive(Debug, Clone, Copy)]
struct Head<'a> {
    bits: u16,
    times: u32,
    /// How often in each zone but the last, where there is more than one.
    each: Reader<'a>,
}

impl<'a> Head<'a> {
    /// One zone in one number; several as a number, their bits, and how often in each but the last.
    fn read(from: &mut Reader<'a>) -> Result<Head<'a>, Damage> {
        let number = from.number()?;
        let (kind, times) = (number % KINDS, number / KINDS + 1);
        if kind != MIXED {
            return Ok(Head { bits: 1 << kind, times, each: Reader::new(&[]) });
        }
        let bits = from.number()?;
        let each = *from;
        if bits.count_ones() < 2 || bits >= 1 << Zone::COUNT {
            return Err(Damage);
        }
        from.skip(bits.count_ones() - 1);
        Ok(Head { bits: bits as u16, times, each })
    }

    /// The zones in order, with how often the word stands in each.
    fn zones(mut self) -> impl Iterator<Item = (u8, u32)> {
        let (mut bits, mut left) = (self.bits, self.times);
        std::iter::from_fn(move || {
            let zone = bits.trailing_zeros();
            bits = bits.checked_sub(1 << zone.min(15))?;
            let times = if bits == 0 { left } else { self.each.number().ok()? };
            left = left.checked_sub(times)?;
            Some((zone as u8, times))
        })
    }

    fn write(each: &[u32; Zone::COUNT as usize], out: &mut Vec<u8>) {
        let present = || each.iter().enumerate().filter(|(_, times)| **times > 0);
        let times: u32 = each.iter().sum();
        let Some((last, _)) = present().next_back() else { return };
        if present().count() == 1 {
            return push_number(out, last as u32 + (times - 1) * KINDS);
        }
        push_number(out, MIXED + (times - 1) * KINDS);
        push_number(out, present().fold(0, |bits, (zone, _)| bits | 1 << zone));
        present().filter(|(zone, _)| *zone != last).for_each(|(_, times)| push_number(out, *times));
    }
}

/// Makes the lists of all words, article by article, each by its places in order.
#[derive(Debug)]
pub(super) struct Writer {
    words: Vec<Lists>,
}

#[derive(Debug, Clone, Default)]
struct Lists {
    articles: u32,
    gaps: Vec<u8>,
    heads: Vec<u8>,
    places: Vec<u8>,
    /// The article after the last one.
    next: u32,
    next_place: u32,
    each: [u32; Zone::COUNT as usize],
}

impl Writer {
    /// Of that many words, nowhere yet.
    pub(super) fn new(words: usize) -> Writer {
        Writer { words: vec![Lists::default(); words] }
    }

    /// Adds a place of a word: articles in order, places of an article in order.
    pub(super) fn add(&mut self, word: u32, article: u32, at: At) {
        let Some(lists) = self.words.get_mut(word as usize).filter(|_| at.place < MOST_PLACES) else {
            return;
        };
        if lists.articles == 0 || article >= lists.next {
            lists.finish_article();
            push_number(&mut lists.gaps, article - lists.next);
            lists.articles += 1;
            lists.next = article + 1;
            lists.next_place = 0;
        }
        push_number(&mut lists.places, at.place - lists.next_place);
        lists.next_place = at.place + 1;
        if let Some(times) = lists.each.get_mut(usize::from(at.zone)) {
            *times += 1;
        }
    }

    /// The lists.
    pub(super) fn finish(self) -> Postings {
        let mut postings = Postings::default();
        for mut lists in self.words {
            lists.finish_article();
            let gaps = postings.bytes.len();
            let (heads, places) = (gaps + lists.gaps.len(), gaps + lists.gaps.len() + lists.heads.len());
            postings.words.push(Word { articles: lists.articles, gaps, heads, places });
            postings.bytes.extend([lists.gaps, lists.heads, lists.places].concat());
        }
        postings
    }
}

impl Lists {
    fn finish_article(&mut self) {
        Head::write(&self.each, &mut self.heads);
        self.each = [0; Zone::COUNT as usize];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(place: u32, zone: Zone) -> At {
        At { place, zone: zone as u8 }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut writer = Writer::new(3);
        let put = [
            (0, 0, at(3, Zone::Headline)),
            (0, 0, at(40, Zone::Digest)),
            (0, 0, at(41, Zone::Digest)),
            (2, 0, at(4, Zone::Headline)),
            (0, 7, at(0, Zone::Body)),
            (2, 9, at(500, Zone::Body)),
            (2, 9, at(501, Zone::Body)),
        ];
        put.iter().for_each(|(word, article, at)| writer.add(*word, *article, *at));
        let written = writer.finish();
        let read = Postings::read(&written.cut(0..3), 3, 10).unwrap();
        for postings in [&written, &read] {
            let mut found = Vec::new();
            for word in 0..3 {
                postings.places(word, |_| true, |article, at| found.push((word as u32, article, at)));
            }
            let mut sorted = put.to_vec();
            sorted.sort_by_key(|(word, article, at)| (*word, *article, at.place));
            assert_eq!(found, sorted);
            let zones = Zone::Headline.bit() | Zone::Digest.bit();
            let articles: Vec<Posting> = postings.articles(0).collect();
            assert_eq!(articles[0], Posting { article: 0, zones, times: 3 });
            assert_eq!(articles[1], Posting { article: 7, zones: Zone::Body.bit(), times: 1 });
            assert_eq!(postings.articles(1).count(), 0);
        }
        let alone = Postings::read(&written.cut(2..3), 1, 10).unwrap();
        assert_eq!(alone.articles(0).map(|p| p.article).collect::<Vec<_>>(), [0, 9]);
        assert!(Postings::read(&written.cut(0..3), 3, 9).is_err(), "names an article that is not there");
    }
}
