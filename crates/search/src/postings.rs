//! Postings: for each term its articles, zones, frequencies and positions.
//!
//! Postings stay in memory as they are stored: varints, gaps instead of absolute values, and numbers of one kind
//! together, since similar numbers compress well. A search decodes the postings of its own terms only (see
//! [`super::decode_cache`]), so that ten thousand articles cost a few megabytes and no time at the start.
//!
//! Positions are counted from 0 in each article. Passages are [`PASSAGE_GAP`] positions apart, so that no
//! neighbourhood reaches into the next passage. Zones follow one another, so that the frequencies by zone give the
//! zone of every position.

use std::ops::Range;

use thidua_core::collections::to_u32;

use super::bytes::{ByteReader, DecodeError, write_varint};
use super::passages::Zone;
use super::positions::{MAX_POSITIONS, Position, Positions};

/// Distance between two passages of an article, in positions.
pub(super) const PASSAGE_GAP: u32 = 32;
/// Code for a term that occurs in more than one zone of an article.
const SEVERAL_ZONES: u32 = Zone::COUNT;
/// Number of zone codes: one for each zone, and [`SEVERAL_ZONES`].
const ZONE_CODES: u32 = Zone::COUNT + 1;

/// An article that contains a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    /// Article number.
    pub article: u32,
    /// Mask of the zones where the term occurs, see [`Zone::bit`].
    pub zones: u16,
    /// Number of occurrences.
    pub term_freq: u32,
}

/// Encoded postings of some terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    terms: Vec<TermStreams>,
}

/// Byte ranges of a term's streams and its document frequency.
#[derive(Debug, Clone, Default)]
struct TermStreams {
    doc_freq: u32,
    gaps: Range<usize>,
    zone_counts: Range<usize>,
    positions: Range<usize>,
}

impl Postings {
    /// Reads and validates the postings of terms with these document frequencies, in an index of `articles` articles.
    /// Everything is checked at once, so that later decoding cannot fail.
    ///
    /// # Errors
    /// The bytes end early, are not used up, or contain numbers out of range.
    pub(super) fn decode(bytes: &[u8], doc_freqs: &[u32], articles: u32) -> Result<Postings, DecodeError> {
        let mut reader = ByteReader::new(bytes);
        let (gaps, zone_counts) = (reader.varint()? as usize, reader.varint()? as usize);
        let streams = bytes.len() - reader.remaining().len();
        let mut validator =
            Validator { bytes, articles, gaps: 0, zone_counts: 0, positions: 0, ends: [0; 3] };
        (validator.gaps, validator.zone_counts, validator.positions) =
            (streams, streams + gaps, streams + gaps + zone_counts);
        validator.ends = [validator.zone_counts, validator.positions, bytes.len()];
        let terms = doc_freqs
            .iter()
            .map(|articles| validator.term(*articles))
            .collect::<Result<Vec<TermStreams>, DecodeError>>()?;
        if [validator.gaps, validator.zone_counts, validator.positions] != validator.ends {
            return Err(DecodeError::Corrupt);
        }
        Ok(Postings { bytes: bytes.to_vec(), terms })
    }

    /// Number of articles that contain a term.
    pub(super) fn doc_freq(&self, term: usize) -> u32 {
        self.terms.get(term).map_or(0, |term| term.doc_freq)
    }

    /// Postings of a term in article order.
    pub(super) fn articles(&self, term: usize) -> Vec<Posting> {
        self.zone_counts(term).map(|(posting, _)| posting).collect()
    }

    /// Positions of a term in each of its articles.
    pub(super) fn positions(&self, term: usize) -> Positions {
        let mut reader = self.stream(term, |term| term.positions.clone());
        let mut positions = Positions::default();
        for (_, counts) in self.zone_counts(term) {
            let mut next = 0;
            for (zone, term_freq) in counts.zones() {
                for _ in 0..term_freq {
                    let place = next + reader.varint().unwrap_or_default();
                    positions.push(Position::new(place, zone));
                    next = place + 1;
                }
            }
            positions.end_article();
        }
        positions
    }

    /// Number of bytes of a term's postings without positions, and of its positions.
    pub(super) fn encoded_len(&self, term: usize) -> [usize; 2] {
        self.terms
            .get(term)
            .map_or([0, 0], |term| [term.gaps.len() + term.zone_counts.len(), term.positions.len()])
    }

    /// Encodes the postings of some terms, as [`Postings::decode`] reads them.
    pub(super) fn encode(&self, terms: &[u32]) -> Vec<u8> {
        let terms = || terms.iter().filter_map(|term| self.terms.get(*term as usize));
        let mut out = Vec::new();
        write_varint(&mut out, terms().map(|term| to_u32(term.gaps.len())).sum());
        write_varint(&mut out, terms().map(|term| to_u32(term.zone_counts.len())).sum());
        let streams: [fn(&TermStreams) -> Range<usize>; 3] =
            [|w| w.gaps.clone(), |w| w.zone_counts.clone(), |w| w.positions.clone()];
        for stream in streams {
            terms().for_each(|term| out.extend(self.bytes.get(stream(term)).unwrap_or_default()));
        }
        out
    }

    fn stream(&self, term: usize, stream: impl Fn(&TermStreams) -> Range<usize>) -> ByteReader<'_> {
        let range = self.terms.get(term).map(stream).unwrap_or_default();
        ByteReader::new(self.bytes.get(range).unwrap_or_default())
    }

    fn zone_counts(&self, term: usize) -> impl Iterator<Item = (Posting, ZoneCounts<'_>)> {
        let mut gaps = self.stream(term, |term| term.gaps.clone());
        let mut zone_counts = self.stream(term, |term| term.zone_counts.clone());
        let mut next = 0_u32;
        std::iter::from_fn(move || {
            let article = next.saturating_add(gaps.varint().ok()?);
            next = article.saturating_add(1);
            let counts = ZoneCounts::read(&mut zone_counts).ok()?;
            Some((Posting { article, zones: counts.bits, term_freq: counts.term_freq }, counts))
        })
    }
}

/// State of a first, validating pass: the read offset in each stream.
struct Validator<'b> {
    bytes: &'b [u8],
    articles: u32,
    gaps: usize,
    zone_counts: usize,
    positions: usize,
    ends: [usize; 3],
}

impl Validator<'_> {
    /// Validates the next term and returns its ranges.
    fn term(&mut self, doc_freq: u32) -> Result<TermStreams, DecodeError> {
        let [gaps_end, zone_counts_end, places_end] = self.ends;
        let part = |from: usize, to: usize| {
            self.bytes.get(from..to).map(ByteReader::new).ok_or(DecodeError::Corrupt)
        };
        let (mut gaps, mut zone_counts) =
            (part(self.gaps, gaps_end)?, part(self.zone_counts, zone_counts_end)?);
        let mut positions = part(self.positions, places_end)?;
        let mut next = 0_u32;
        for _ in 0..doc_freq {
            let article = next.checked_add(gaps.varint()?).filter(|article| *article < self.articles);
            next = article.ok_or(DecodeError::Corrupt)? + 1;
            let counts = ZoneCounts::read(&mut zone_counts)?;
            if counts.zones().map(|(_, term_freq)| term_freq).sum::<u32>() != counts.term_freq {
                return Err(DecodeError::Corrupt);
            }
            let mut place = 0_u32;
            for _ in 0..counts.term_freq {
                place = place
                    .checked_add(positions.varint()?)
                    .filter(|p| *p < MAX_POSITIONS)
                    .ok_or(DecodeError::Corrupt)?;
                place += 1;
            }
        }
        let to = |end: usize, reader: &ByteReader<'_>| end - reader.remaining().len();
        let ends = [to(gaps_end, &gaps), to(zone_counts_end, &zone_counts), to(places_end, &positions)];
        let term = TermStreams {
            doc_freq,
            gaps: self.gaps..ends[0],
            zone_counts: self.zone_counts..ends[1],
            positions: self.positions..ends[2],
        };
        [self.gaps, self.zone_counts, self.positions] = ends;
        Ok(term)
    }
}

/// Frequencies of a term by zone, in one article.
#[derive(Debug, Clone, Copy)]
struct ZoneCounts<'a> {
    bits: u16,
    term_freq: u32,
    /// Frequency in each zone but the last, if there are several zones.
    each: ByteReader<'a>,
}

impl<'a> ZoneCounts<'a> {
    /// Reads the frequencies. One zone is one number; several are a number, their mask, and the frequency in each
    /// zone but the last.
    fn read(from: &mut ByteReader<'a>) -> Result<ZoneCounts<'a>, DecodeError> {
        let number = from.varint()?;
        let (kind, term_freq) = (number % ZONE_CODES, number / ZONE_CODES + 1);
        if kind != SEVERAL_ZONES {
            return Ok(ZoneCounts { bits: 1 << kind, term_freq, each: ByteReader::new(&[]) });
        }
        let bits = from.varint()?;
        let each = *from;
        if bits.count_ones() < 2 || bits >= 1 << Zone::COUNT {
            return Err(DecodeError::Corrupt);
        }
        from.skip_varints(bits.count_ones() - 1);
        Ok(ZoneCounts { bits: u16::try_from(bits).map_err(|_| DecodeError::Corrupt)?, term_freq, each })
    }

    /// Zones in ascending order with the frequency in each.
    fn zones(mut self) -> impl Iterator<Item = (u8, u32)> {
        let (mut bits, mut left) = (self.bits, self.term_freq);
        std::iter::from_fn(move || {
            let zone = bits.trailing_zeros();
            bits = bits.checked_sub(1 << zone.min(15))?;
            let term_freq = if bits == 0 { left } else { self.each.varint().ok()? };
            left = left.checked_sub(term_freq)?;
            Some((u8::try_from(zone).ok()?, term_freq))
        })
    }

    fn write(each: &[u32; Zone::COUNT as usize], out: &mut Vec<u8>) {
        let present = || each.iter().enumerate().filter(|(_, term_freq)| **term_freq > 0);
        let term_freq: u32 = each.iter().sum();
        let Some((last, _)) = present().next_back() else { return };
        if present().count() == 1 {
            return write_varint(out, to_u32(last) + (term_freq - 1) * ZONE_CODES);
        }
        write_varint(out, SEVERAL_ZONES + (term_freq - 1) * ZONE_CODES);
        write_varint(out, present().fold(0, |bits, (zone, _)| bits | 1 << zone));
        present().filter(|(zone, _)| *zone != last).for_each(|(_, term_freq)| write_varint(out, *term_freq));
    }
}

/// Writes the postings of all terms, article by article.
#[derive(Debug)]
pub(super) struct PostingsWriter {
    terms: Vec<TermWriter>,
}

#[derive(Debug, Clone, Default)]
struct TermWriter {
    doc_freq: u32,
    gaps: Vec<u8>,
    zone_counts: Vec<u8>,
    positions: Vec<u8>,
    /// Number after that of the last article.
    next: u32,
    next_place: u32,
    each: [u32; Zone::COUNT as usize],
}

impl PostingsWriter {
    /// Creates a writer for `terms` terms.
    pub(super) fn new(terms: usize) -> PostingsWriter {
        PostingsWriter { terms: vec![TermWriter::default(); terms] }
    }

    /// Adds an occurrence of a term. Articles must come in ascending order, and so must the positions of an article.
    pub(super) fn add(&mut self, term: u32, article: u32, place: u32, zone: Zone) {
        let Some(lists) = self.terms.get_mut(term as usize).filter(|_| place < MAX_POSITIONS) else { return };
        if lists.doc_freq == 0 || article >= lists.next {
            lists.finish_article();
            write_varint(&mut lists.gaps, article - lists.next);
            lists.doc_freq += 1;
            lists.next = article + 1;
            lists.next_place = 0;
        }
        write_varint(&mut lists.positions, place - lists.next_place);
        lists.next_place = place + 1;
        if let Some(term_freq) = lists.each.get_mut(zone as usize) {
            *term_freq += 1;
        }
    }

    /// Returns the postings.
    pub(super) fn finish(self) -> Postings {
        let mut postings = Postings::default();
        let bytes = &mut postings.bytes;
        let mut put = |part: &[u8]| {
            let start = bytes.len();
            bytes.extend(part);
            start..bytes.len()
        };
        for mut lists in self.terms {
            lists.finish_article();
            let (gaps, zone_counts, positions) =
                (put(&lists.gaps), put(&lists.zone_counts), put(&lists.positions));
            postings.terms.push(TermStreams { doc_freq: lists.doc_freq, gaps, zone_counts, positions });
        }
        postings
    }
}

impl TermWriter {
    fn finish_article(&mut self) {
        ZoneCounts::write(&self.each, &mut self.zone_counts);
        self.each = [0; Zone::COUNT as usize];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_round_trip_and_reject_wrong_frequencies() {
        let mut writer = PostingsWriter::new(3);
        let put = [
            (0, 0, 3, Zone::Headline),
            (0, 0, 40, Zone::Digest),
            (0, 0, 41, Zone::Digest),
            (2, 0, 4, Zone::Headline),
            (0, 7, 0, Zone::Body),
            (2, 9, 500, Zone::Body),
            (2, 9, 501, Zone::Body),
        ];
        put.iter().for_each(|(term, article, place, zone)| writer.add(*term, *article, *place, *zone));
        let written = writer.finish();
        let read = Postings::decode(&written.encode(&[0, 1, 2]), &[2, 0, 2], 10).unwrap();
        for postings in [&written, &read] {
            let mut found = Vec::new();
            for term in 0..3 {
                let positions = postings.positions(term);
                for (number, posting) in postings.articles(term).iter().enumerate() {
                    found.extend(
                        positions
                            .of_posting(number)
                            .iter()
                            .map(|position| (to_u32(term), posting.article, *position)),
                    );
                }
            }
            let mut sorted =
                put.map(|(term, article, place, zone)| (term, article, Position::new(place, zone as u8)));
            sorted.sort();
            assert_eq!(found, sorted);
            let zones = Zone::Headline.bit() | Zone::Digest.bit();
            let articles = postings.articles(0);
            assert_eq!(articles[0], Posting { article: 0, zones, term_freq: 3 });
            assert_eq!(articles[1], Posting { article: 7, zones: Zone::Body.bit(), term_freq: 1 });
            assert!(postings.articles(1).is_empty());
        }
        let alone = Postings::decode(&written.encode(&[2]), &[2], 10).unwrap();
        assert_eq!(alone.articles(0).iter().map(|p| p.article).collect::<Vec<_>>(), [0, 9]);
        let all = written.encode(&[0, 1, 2]);
        assert!(Postings::decode(&all, &[2, 0, 2], 9).is_err(), "names an article that is not there");
        assert!(Postings::decode(&all, &[2, 0, 1], 10).is_err(), "goes on too long");
        assert!(Postings::decode(&all, &[2, 1, 2], 10).is_err(), "ends too early");
    }
}
