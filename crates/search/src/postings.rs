//! Where words stand: for each word its articles, in which zones, how often, and at which places.
//!
//! The lists are kept as they travel: numbers of seven bits a byte, gaps instead of places, the numbers of one kind together, since
//! alike things compress well. A search decodes the lists of its own words only (see [`super::kept`]), so ten thousand articles
//! cost a few megabytes and nothing at the start. The places of an article are counted anew in each; its passages stand
//! [`GAP`] apart, so that no neighbourhood reaches into the next, and the zones follow one another, so that the number of words
//! in each tells the zone of every place.

use std::ops::Range;

use super::at::{At, MOST_PLACES, Places};
use super::bytes::{Damage, Reader, push_number};
use super::passages::Zone;

/// So many places lie between two passages of an article.
pub(super) const GAP: u32 = 32;
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

/// The lists of some words.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    words: Vec<Word>,
}

/// Where in the bytes the lists of a word lie, and how many articles have it.
#[derive(Debug, Clone, Default)]
struct Word {
    articles: u32,
    gaps: Range<usize>,
    heads: Range<usize>,
    places: Range<usize>,
}

impl Postings {
    /// Reads the lists of words that so many articles have each, of `articles` articles; all of them, so that what is kept
    /// can be trusted.
    ///
    /// # Errors
    /// Where the bytes end too early, go on too long, or name what cannot be.
    pub(super) fn read(bytes: &[u8], having: &[u32], articles: u32) -> Result<Postings, Damage> {
        let mut reader = Reader::new(bytes);
        let (gaps, heads) = (reader.number()? as usize, reader.number()? as usize);
        let streams = bytes.len() - reader.rest().len();
        let mut read = Checked { bytes, articles, gaps: 0, heads: 0, places: 0, ends: [0; 3] };
        (read.gaps, read.heads, read.places) = (streams, streams + gaps, streams + gaps + heads);
        read.ends = [read.heads, read.places, bytes.len()];
        let words =
            having.iter().map(|articles| read.word(*articles)).collect::<Result<Vec<Word>, Damage>>()?;
        if [read.gaps, read.heads, read.places] != read.ends {
            return Err(Damage);
        }
        Ok(Postings { bytes: bytes.to_vec(), words })
    }

    /// In how many articles a word stands.
    pub(super) fn articles_with(&self, word: usize) -> u32 {
        self.words.get(word).map_or(0, |word| word.articles)
    }

    /// The articles of a word, in order.
    pub(super) fn articles(&self, word: usize) -> Vec<Posting> {
        self.heads(word).map(|(posting, _)| posting).collect()
    }

    /// The places of a word in each of its articles.
    pub(super) fn places(&self, word: usize) -> Places {
        let mut reader = self.part(word, |word| word.places.clone());
        let mut places = Places::default();
        for (_, head) in self.heads(word) {
            let mut next = 0;
            for (zone, times) in head.zones() {
                for _ in 0..times {
                    let place = next + reader.number().unwrap_or_default();
                    places.add(At::new(place, zone));
                    next = place + 1;
                }
            }
            places.end_article();
        }
        places
    }

    /// Bytes of a word's lists without the places, and of the places.
    pub(super) fn bytes_of(&self, word: usize) -> [usize; 2] {
        self.words.get(word).map_or([0, 0], |at| [at.gaps.len() + at.heads.len(), at.places.len()])
    }

    /// The lists of some words alone, as [`Postings::read`] reads them.
    pub(super) fn cut(&self, words: &[u32]) -> Vec<u8> {
        let words = || words.iter().filter_map(|word| self.words.get(*word as usize));
        let mut cut = Vec::new();
        push_number(&mut cut, words().map(|word| word.gaps.len() as u32).sum());
        push_number(&mut cut, words().map(|word| word.heads.len() as u32).sum());
        let streams: [fn(&Word) -> Range<usize>; 3] =
            [|w| w.gaps.clone(), |w| w.heads.clone(), |w| w.places.clone()];
        for stream in streams {
            words().for_each(|word| cut.extend(self.bytes.get(stream(word)).unwrap_or_default()));
        }
        cut
    }

    fn part(&self, word: usize, part: impl Fn(&Word) -> Range<usize>) -> Reader<'_> {
        let range = self.words.get(word).map(part).unwrap_or_default();
        Reader::new(self.bytes.get(range).unwrap_or_default())
    }

    fn heads(&self, word: usize) -> impl Iterator<Item = (Posting, Head<'_>)> {
        let mut gaps = self.part(word, |word| word.gaps.clone());
        let mut heads = self.part(word, |word| word.heads.clone());
        let mut next = 0_u32;
        std::iter::from_fn(move || {
            let article = next.saturating_add(gaps.number().ok()?);
            next = article.saturating_add(1);
            let head = Head::read(&mut heads).ok()?;
            Some((Posting { article, zones: head.bits, times: head.times }, head))
        })
    }
}

/// Lists being read and checked for the first time: up to where in each stream.
struct Checked<'b> {
    bytes: &'b [u8],
    articles: u32,
    gaps: usize,
    heads: usize,
    places: usize,
    ends: [usize; 3],
}

impl Checked<'_> {
    /// The next word. It names only what there is.
    fn word(&mut self, having: u32) -> Result<Word, Damage> {
        let [gaps_end, heads_end, places_end] = self.ends;
        let part = |from: usize, to: usize| self.bytes.get(from..to).map(Reader::new).ok_or(Damage);
        let (mut gaps, mut heads) = (part(self.gaps, gaps_end)?, part(self.heads, heads_end)?);
        let mut places = part(self.places, places_end)?;
        let mut next = 0_u32;
        for _ in 0..having {
            let article = next.checked_add(gaps.number()?).filter(|article| *article < self.articles);
            next = article.ok_or(Damage)? + 1;
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
        let to = |end: usize, reader: &Reader<'_>| end - reader.rest().len();
        let ends = [to(gaps_end, &gaps), to(heads_end, &heads), to(places_end, &places)];
        let word = Word {
            articles: having,
            gaps: self.gaps..ends[0],
            heads: self.heads..ends[1],
            places: self.places..ends[2],
        };
        [self.gaps, self.heads, self.places] = ends;
        Ok(word)
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

    /// Adds a place of a word in a zone: articles in order, places of an article in order.
    pub(super) fn add(&mut self, word: u32, article: u32, place: u32, zone: Zone) {
        let Some(lists) = self.words.get_mut(word as usize).filter(|_| place < MOST_PLACES) else { return };
        if lists.articles == 0 || article >= lists.next {
            lists.finish_article();
            push_number(&mut lists.gaps, article - lists.next);
            lists.articles += 1;
            lists.next = article + 1;
            lists.next_place = 0;
        }
        push_number(&mut lists.places, place - lists.next_place);
        lists.next_place = place + 1;
        if let Some(times) = lists.each.get_mut(zone as usize) {
            *times += 1;
        }
    }

    /// The lists.
    pub(super) fn finish(self) -> Postings {
        let mut postings = Postings::default();
        let bytes = &mut postings.bytes;
        let mut put = |part: &[u8]| {
            let start = bytes.len();
            bytes.extend(part);
            start..bytes.len()
        };
        for mut lists in self.words {
            lists.finish_article();
            let (gaps, heads, places) = (put(&lists.gaps), put(&lists.heads), put(&lists.places));
            postings.words.push(Word { articles: lists.articles, gaps, heads, places });
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

    #[test]
    fn what_is_written_is_read() {
        let mut writer = Writer::new(3);
        let put = [
            (0, 0, 3, Zone::Headline),
            (0, 0, 40, Zone::Digest),
            (0, 0, 41, Zone::Digest),
            (2, 0, 4, Zone::Headline),
            (0, 7, 0, Zone::Body),
            (2, 9, 500, Zone::Body),
            (2, 9, 501, Zone::Body),
        ];
        put.iter().for_each(|(word, article, place, zone)| writer.add(*word, *article, *place, *zone));
        let written = writer.finish();
        let read = Postings::read(&written.cut(&[0, 1, 2]), &[2, 0, 2], 10).unwrap();
        for postings in [&written, &read] {
            let mut found = Vec::new();
            for word in 0..3 {
                let places = postings.places(word);
                for (number, posting) in postings.articles(word).iter().enumerate() {
                    found.extend(places.of(number).iter().map(|at| (word as u32, posting.article, *at)));
                }
            }
            let mut sorted =
                put.map(|(word, article, place, zone)| (word, article, At::new(place, zone as u8)));
            sorted.sort();
            assert_eq!(found, sorted);
            let zones = Zone::Headline.bit() | Zone::Digest.bit();
            let articles = postings.articles(0);
            assert_eq!(articles[0], Posting { article: 0, zones, times: 3 });
            assert_eq!(articles[1], Posting { article: 7, zones: Zone::Body.bit(), times: 1 });
            assert!(postings.articles(1).is_empty());
        }
        let alone = Postings::read(&written.cut(&[2]), &[2], 10).unwrap();
        assert_eq!(alone.articles(0).iter().map(|p| p.article).collect::<Vec<_>>(), [0, 9]);
        let all = written.cut(&[0, 1, 2]);
        assert!(Postings::read(&all, &[2, 0, 2], 9).is_err(), "names an article that is not there");
        assert!(Postings::read(&all, &[2, 0, 1], 10).is_err(), "goes on too long");
        assert!(Postings::read(&all, &[2, 1, 2], 10).is_err(), "ends too early");
    }
}
