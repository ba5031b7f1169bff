//! Query language.
//!
//! ```text
//! lao dong gioi        all words, in any spelling; the last one may be unfinished
//! "công nhân giỏi"     exact phrase: diacritics and order; the closing quotation mark may be missing
//! -covid  -"hội thi"   exclusion
//! don-vi:hoang-mai     organisation (đơn-vị:, org:)
//! nam:2022             year (năm:, year:), also nam:2020-2022
//! loai:danh-hieu       kind of a mentioned campaign (loại:, kind:)
//! ```
//!
//! Every text is a valid query: what is not syntax is words, and what is not a word is ignored.

use thidua_core::text::letter::{is_invisible, is_mark};
use thidua_core::text::syllable::canonical_beginning;
use thidua_core::text::{Token, fold, from_keystrokes, tokens};

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
    /// True if the text was longer than the limits and was cut.
    pub(super) is_truncated: bool,
}

impl Query {
    /// Parses a query. Never fails.
    pub fn parse(text: &str) -> Query {
        let text = text.trim_end_matches(is_invisible);
        let end = text.char_indices().nth(MAX_QUERY_CHARS).map(|(at, _)| at);
        let mut query = Query { is_truncated: end.is_some(), ..Query::default() };
        let mut rest = end.and_then(|end| text.get(..end)).unwrap_or(text);
        loop {
            rest = rest.trim_start();
            if rest.is_empty() {
                return query;
            }
            rest = query.parse_clause(rest);
        }
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

    /// Parses one clause at the start of `text`, which does not start with white space. Returns the rest.
    fn parse_clause<'t>(&mut self, text: &'t str) -> &'t str {
        let excluded = text
            .strip_prefix(['-', '–', '−'])
            .filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || is_quote(c) || is_mark(c)));
        let is_excluded = excluded.is_some();
        let text = excluded.unwrap_or(text);
        if let Some((phrase, is_open, rest)) = quoted(text) {
            self.add_clauses(phrase, true, is_open && rest.is_empty(), is_excluded);
            return rest;
        }
        let end = text.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(text.len());
        let (chunk, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        if let Some((name, value)) = chunk.split_once(':')
            && let Some(field) = field(name)
        {
            let (value, rest) = match quoted(rest).filter(|_| value.is_empty()) {
                Some((value, _, rest)) => (value, rest),
                None => (value, rest),
            };
            if tokens(value).is_empty() {
                self.add_clauses(name, false, false, is_excluded);
            } else {
                self.filters.push(FieldFilter { field, value: value.to_owned(), is_excluded });
            }
            return rest;
        }
        self.add_clauses(chunk, false, rest.is_empty(), is_excluded);
        rest
    }

    /// Adds the words of `typed` as clauses. The last word is unfinished if `may_continue` and nothing follows it.
    fn add_clauses(&mut self, typed: &str, is_quoted: bool, may_continue: bool, is_excluded: bool) {
        let tokens = tokens(typed);
        let read: usize = self.required.iter().chain(&self.excluded).map(|clause| clause.words.len()).sum();
        self.is_truncated |= read + tokens.len() > MAX_QUERY_WORDS;
        let mut words = tokens.iter().take(MAX_QUERY_WORDS.saturating_sub(read)).map(|token| {
            let is_last = token.range.end == typed.len();
            QueryWord::new(typed, token, may_continue && is_last && !is_excluded)
        });
        let clauses = if is_excluded { &mut self.excluded } else { &mut self.required };
        if is_quoted || is_excluded {
            let words: Vec<QueryWord> = words.collect();
            if !words.is_empty() {
                clauses.push(Clause { typed: typed.trim().to_owned(), words, is_quoted });
            }
        } else {
            clauses.extend(words.by_ref().map(|word| Clause {
                typed: word.typed.clone(),
                words: vec![word],
                is_quoted,
            }));
        }
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
        _ => None,
    }
}
