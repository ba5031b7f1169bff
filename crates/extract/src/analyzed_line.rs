//! A line of the article with everything that the finders need, computed once.

use std::ops::Range;

use thidua_core::text::printed_date::{PrintedDate, dates};
use thidua_core::text::quantity::{LineQuantities, Quantity, QuantityReader};
use thidua_core::text::{Token, next_char, slice, tokens};

use super::lines::TextLine;
use super::quotes::{Quote, quotes};
use super::segmentation::LineRole;

/// A line of the article.
#[derive(Debug)]
pub(super) struct AnalyzedLine<'a> {
    pub line: &'a TextLine,
    pub role: LineRole,
    pub words: Vec<Token>,
    pub quotes: Vec<Quote>,
    pub dates: Vec<PrintedDate>,
    pub reading: LineQuantities,
    /// Ranges of the sentences, in bytes.
    pub sentences: Vec<Range<usize>>,
    /// True for an item of a list of aims: "Nội dung thi đua gồm:".
    pub is_aim: bool,
    /// True for the first paragraph of the article.
    pub is_lead: bool,
}

impl<'a> AnalyzedLine<'a> {
    pub fn new(line: &'a TextLine, role: LineRole, counting: &QuantityReader) -> Self {
        let text = line.text.as_str();
        let dates = dates(text);
        let words = tokens(text);
        Self {
            line,
            role,
            quotes: quotes(text),
            reading: counting.read_with_dates(text, &dates),
            sentences: sentences(text, &words),
            dates,
            words,
            is_aim: false,
            is_lead: false,
        }
    }

    pub fn text(&self) -> &'a str {
        &self.line.text
    }

    pub fn quantities(&self) -> &[Quantity] {
        &self.reading.quantities
    }

    pub fn get(&self, range: &Range<usize>) -> &'a str {
        self.line.get(range)
    }

    /// Index of the first word that starts at byte `pos` or after it.
    pub fn word_from(&self, pos: usize) -> usize {
        self.words.partition_point(|word| word.range.start < pos)
    }

    /// Number of words that end at byte `pos` or before it: the index after the last of them.
    pub fn word_to(&self, pos: usize) -> usize {
        self.words.partition_point(|word| word.range.end <= pos)
    }

    /// Range of the words `from..to`, in bytes.
    pub fn word_range(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.words.get(from).map_or(self.text().len(), |word| word.range.start);
        let end =
            to.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.range.end);
        start..end.max(start)
    }

    /// Range of the sentence that holds byte `pos`, in bytes.
    pub fn sentence(&self, pos: usize) -> Range<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.end <= pos);
        self.sentences.get(index).cloned().unwrap_or(pos..self.text().len())
    }

    /// Returns whether word `index` begins with a capital letter.
    pub fn is_capital(&self, index: usize) -> bool {
        self.words
            .get(index)
            .and_then(|w| next_char(self.text(), w.range.start))
            .is_some_and(char::is_uppercase)
    }

    /// Text between word `index` and the next word.
    pub fn gap(&self, index: usize) -> &'a str {
        let end = self.words.get(index).map_or(0, |word| word.range.end);
        let start = self.words.get(index + 1).map_or(self.text().len(), |word| word.range.start);
        slice(self.text(), end..start)
    }

    /// Key of word `index`. Empty after the last word.
    pub fn key(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.key.as_str())
    }

    /// Returns whether a date is only compared with: "so với năm 2018", "so với cùng kỳ năm 2018".
    pub fn is_compared(&self, date: &PrintedDate) -> bool {
        let lead = slice(self.text(), 0..date.range.start).trim_end();
        ["so với", "cùng kỳ", "cùng kì", "bằng"].iter().any(|word| lead.ends_with(word))
    }

    /// The innermost quote around byte `pos`.
    pub fn quote_at(&self, pos: usize) -> Option<&Quote> {
        self.quotes
            .iter()
            .take_while(|q| q.outer.start <= pos)
            .filter(|q| pos < q.outer.end)
            .max_by_key(|q| q.depth)
    }
}

/// Most words of a sentence. A longer one is split.
const LONGEST_SENTENCE: usize = 300;

/// Abbreviations whose full stop does not end a sentence.
const ABBREVIATIONS: [&str; 14] =
    ["tp", "ts", "ths", "pgs", "gs", "tx", "q", "p", "h", "tt", "đ", "bs", "st", "th"];

/// Splits a line into sentences: after a full stop or a similar sign before a space and a capital letter, digit or
/// quote.
fn sentences(text: &str, words: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut first = 0;
    for (index, word) in words.iter().enumerate() {
        let Some(next) = words.get(index + 1) else { break };
        let gap = slice(text, word.range.end..next.range.start);
        let stops = gap.contains(['.', '!', '?', '…']);
        let spaced = gap.contains(' ');
        let begins =
            next_char(text, next.range.start).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        let printed = slice(text, word.range.clone());
        let short = gap.starts_with('.')
            && (ABBREVIATIONS.contains(&word.key.as_str())
                || (printed.chars().count() == 1 && printed.chars().all(char::is_uppercase)));
        let long = index + 1 - first >= LONGEST_SENTENCE;
        if (stops && spaced && begins && !short) || long {
            found.push(start..next.range.start);
            start = next.range.start;
            first = index + 1;
        }
    }
    found.push(start..text.len());
    found
}
