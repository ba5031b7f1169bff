//! Query language.
//!
//! ```text
//! lao dong gioi        all words, in any spelling; the last one may be unfinished
//! "công nhân giỏi"     exact phrase: diacritics and order; the closing quotation mark may be missing
//! -covid  -"hội thi"   exclusion
//! don-vi:hoang-mai     organisation (đơn vị:, org:)
//! nam:2022             year (năm:, year:), also nam:2020-2022
//! loai:danh-hieu       kind of a mentioned campaign (loại:, kind:)
//! cap:quan             level of a figure (cấp:, level:)
//! khoi:doanh-nghiep    sector of a mention (khối:, sector:)
//! vai-tro:muc-tieu     role of a figure (vai trò:, role:)
//! ```
//!
//! A value may be quoted, may follow after a space, and goes on over the next words as long as they name a value
//! ("đơn vị: hà đông", see [`super::field_filters::take_following_words`]). A bare year and question words are read in
//! [`super::relaxation`]. Every text is a valid query: what is not syntax is words, and what is not a word is ignored.

use std::ops::Range;

use thidua_core::text::letter::{is_invisible, is_mark};
use thidua_core::text::syllable::canonical_beginning;
use thidua_core::text::{Token, fold, from_keystrokes, tokens};

use super::places::QueryPlace;
use super::results::QueryField;
use super::{MAX_QUERY_CHARS, MAX_QUERY_WORDS};

/// A typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QueryWord {
    /// The word as typed.
    pub typed: String,
    /// Canonical key.
    pub key: String,
    /// Key without diacritics.
    pub fold: String,
    /// Keys with which a longer word may start. Empty for a finished word.
    pub prefixes: Vec<String>,
}

impl QueryWord {
    fn new(typed: &str, token: &Token, is_unfinished: bool) -> QueryWord {
        let typed = typed.get(token.range.clone()).unwrap_or_default().to_owned();
        let mut prefixes = Vec::new();
        if is_unfinished {
            let digits = || typed.chars().filter(char::is_ascii_digit).collect();
            let is_number = token.key.starts_with(|c: char| c.is_ascii_digit());
            prefixes.push(token.key.clone());
            prefixes.push(if is_number { digits() } else { canonical_beginning(&typed) });
            prefixes.dedup();
        }
        QueryWord { typed, key: token.key.clone(), fold: token.fold.clone(), prefixes }
    }

    /// Returns the word that these keystrokes would have produced with the input method on, see [`from_keystrokes`].
    pub(super) fn decoded_keystrokes(&self) -> Option<QueryWord> {
        let key = from_keystrokes(&self.typed)?;
        let prefixes = if self.prefixes.is_empty() { Vec::new() } else { vec![key.clone()] };
        Some(QueryWord { typed: self.typed.clone(), fold: fold(&key), key, prefixes })
    }

    /// Returns whether the word was typed with diacritics.
    pub(super) fn has_marks(&self) -> bool {
        self.key != self.fold
    }

    /// Returns whether the word is a number without "%".
    pub(super) fn is_number(&self) -> bool {
        self.key.bytes().all(|b| b.is_ascii_digit() || b == b',')
    }
}

/// A part of the query: one word, or the words of a quoted or excluded phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// Text as typed, without quotation marks.
    pub typed: String,
    /// Words, at least one.
    pub words: Vec<QueryWord>,
    /// True if the clause was quoted.
    pub is_quoted: bool,
    /// Place of the clause in the query, in bytes, with its quotation marks.
    pub range: Range<usize>,
}

/// A field with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FieldFilter {
    /// Field.
    pub field: QueryField,
    /// Value as typed, never empty.
    pub value: String,
    /// True if articles with the value are excluded.
    pub is_excluded: bool,
    /// Place of field and value in the query, in bytes.
    pub range: Range<usize>,
    /// Index of the required clause that follows the value directly. `None` if the value was quoted or excluded.
    pub next_clause: Option<usize>,
}

/// A parsed query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Clauses that an article must satisfy; an unquoted clause is one word.
    pub(super) required: Vec<Clause>,
    /// Clauses that an article must not contain.
    pub(super) excluded: Vec<Clause>,
    /// Field filters.
    pub(super) filters: Vec<FieldFilter>,
    /// Places among the required clauses; empty unless [`super::places`] has looked for them.
    pub(super) places: Vec<QueryPlace>,
    /// True if the text was longer than the limits and was cut.
    pub(super) is_truncated: bool,
}

impl Query {
    /// Parses a query. Never fails.
    pub fn parse(text: &str) -> Query {
        let text = text.trim_end_matches(is_invisible);
        let end = text.char_indices().nth(MAX_QUERY_CHARS).map(|(at, _)| at);
        let mut query = Query { is_truncated: end.is_some(), ..Query::default() };
        let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            rest = query.parse_clause(rest, text.len()).trim_start();
        }
        query
    }

    /// Drops an unfinished last word that is only the initial consonants of a syllable: "lao đ".
    pub(super) fn drop_trailing_onset(&mut self) {
        let Some(clause) = self.required.last_mut() else { return };
        if clause.words.pop_if(|word| !word.prefixes.is_empty() && is_onset(&word.fold)).is_some()
            && clause.words.is_empty()
        {
            self.required.pop();
        }
    }

    /// Treats an unfinished last word as finished if `predicate` accepts it.
    pub(super) fn finish_last_word_if(&mut self, predicate: impl Fn(&QueryWord) -> bool) {
        let last = self.required.last_mut().and_then(|clause| clause.words.last_mut());
        if let Some(word) = last.filter(|word| !word.prefixes.is_empty() && predicate(word)) {
            word.prefixes.clear();
        }
    }

    /// Returns whether the query neither asks for nor excludes anything.
    pub fn is_empty(&self) -> bool {
        self.required.is_empty() && self.excluded.is_empty() && self.filters.is_empty()
    }

    /// Returns whether the query has words to match.
    pub fn has_words(&self) -> bool {
        !self.required.is_empty()
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &QueryWord> {
        self.required.iter().flat_map(|clause| &clause.words)
    }

    /// Parses one clause at the start of `text`, which ends where the query ends, at `end`, and does not start with white
    /// space. Returns the rest.
    fn parse_clause<'t>(&mut self, text: &'t str, end: usize) -> &'t str {
        let start = end - text.len();
        let excluded = text
            .strip_prefix(['-', '–', '−'])
            .filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || is_quote(c) || is_mark(c)));
        let is_excluded = excluded.is_some();
        let text = excluded.unwrap_or(text);
        if let Some((phrase, is_open, rest)) = quoted(text) {
            let range = start..end - rest.len();
            self.add_clauses(phrase, range, true, is_open && rest.is_empty(), is_excluded);
            return rest;
        }
        let (chunk, rest) = split_chunk(text);
        if let Some((name, value)) = chunk.split_once(':')
            && let Some((field, follows_first)) = self.field(name, is_excluded)
        {
            let (value, rest, is_quoted) = field_value(value, rest);
            if tokens(value).is_empty() {
                self.add_clauses(name, start..end - rest.len(), false, false, is_excluded);
                return rest;
            }
            // "đơn vị:" has its first syllable before it.
            let first = follows_first.then(|| self.required.pop()).flatten();
            self.filters.push(FieldFilter {
                field,
                value: value.to_owned(),
                is_excluded,
                range: first.map_or(start, |first| first.range.start)..end - rest.len(),
                next_clause: (!is_quoted && !is_excluded).then_some(self.required.len()),
            });
            return rest;
        }
        let range = start..end - rest.len();
        self.add_clauses(chunk, range, false, rest.is_empty(), is_excluded);
        rest
    }

    /// Field of a typed name, and whether its first syllable is the clause before it.
    fn field(&self, name: &str, is_excluded: bool) -> Option<(QueryField, bool)> {
        let before = self.required.last().filter(|clause| !clause.is_quoted && !is_excluded);
        let before = before.map_or("", |clause| clause.words.first().map_or("", |word| word.fold.as_str()));
        match (before, fold(name).as_str()) {
            ("don", "vi") => Some((QueryField::Organisation, true)),
            ("vai", "tro") => Some((QueryField::Role, true)),
            _ => Some((field(name)?, false)),
        }
    }

    /// Adds the words of `typed` as clauses; `range` is their place in the query. The last word is unfinished if
    /// `may_continue` and nothing follows it.
    fn add_clauses(
        &mut self,
        typed: &str,
        range: Range<usize>,
        is_quoted: bool,
        may_continue: bool,
        is_excluded: bool,
    ) {
        let tokens = tokens(typed);
        let read: usize = self.required.iter().chain(&self.excluded).map(|clause| clause.words.len()).sum();
        self.is_truncated |= read + tokens.len() > MAX_QUERY_WORDS;
        let words = tokens.iter().take(MAX_QUERY_WORDS.saturating_sub(read)).map(|token| {
            let is_last = token.range.end == typed.len();
            (QueryWord::new(typed, token, may_continue && is_last && !is_excluded), &token.range)
        });
        let clauses = if is_excluded { &mut self.excluded } else { &mut self.required };
        if is_quoted || is_excluded {
            let words: Vec<QueryWord> = words.map(|(word, _)| word).collect();
            if !words.is_empty() {
                clauses.push(Clause { typed: typed.trim().to_owned(), words, is_quoted, range });
            }
        } else {
            clauses.extend(words.map(|(word, place)| Clause {
                typed: word.typed.clone(),
                words: vec![word],
                is_quoted,
                range: range.start + place.start..range.start + place.end,
            }));
        }
    }
}

/// Splits the text up to the next white space or quotation mark off the start of `text`.
fn split_chunk(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Value of a field: what follows its colon, or else the next word or quotation. Returns it with the rest, and whether it
/// was quoted.
fn field_value<'t>(value: &'t str, rest: &'t str) -> (&'t str, &'t str, bool) {
    if !value.is_empty() {
        return (value, rest, false);
    }
    let next = rest.trim_start();
    if let Some((value, _, rest)) = quoted(next) {
        return (value, rest, true);
    }
    match split_chunk(next) {
        (chunk, after) if !chunk.contains(':') && !chunk.starts_with('-') => (chunk, after, false),
        _ => (value, rest, false),
    }
}

/// Returns whether a folded word is a syllable onset of Vietnamese and nothing else.
fn is_onset(fold: &str) -> bool {
    const ONSETS: [&str; 27] = [
        "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
        "q", "qu", "r", "s", "t", "th", "tr", "v", "x",
    ];
    ONSETS.contains(&fold)
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Splits a quotation off the start of `text`: its content, whether the closing mark is missing, and the rest.
fn quoted(text: &str) -> Option<(&str, bool, &str)> {
    let rest = text.strip_prefix(is_quote)?;
    let end = rest.find(is_quote).unwrap_or(rest.len());
    let (phrase, after) = rest.split_at_checked(end)?;
    Some((phrase, after.is_empty(), after.strip_prefix(is_quote).unwrap_or(after)))
}

/// Returns the field of a typed name, with or without diacritics and hyphen.
fn field(name: &str) -> Option<QueryField> {
    match fold(name).replace(' ', "").as_str() {
        "donvi" | "org" | "organisation" | "organization" => Some(QueryField::Organisation),
        "nam" | "year" => Some(QueryField::Year),
        "loai" | "kind" => Some(QueryField::Kind),
        "cap" | "level" => Some(QueryField::Level),
        "khoi" | "sector" => Some(QueryField::Sector),
        "vaitro" | "role" => Some(QueryField::Role),
        _ => None,
    }
}
