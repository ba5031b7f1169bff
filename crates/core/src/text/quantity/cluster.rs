//! Clusters: numerals and number words that follow each other without a separator.
//!
//! This module alone decides which tokens belong to one number. A quantity is read from a whole cluster or not at all,
//! so that no part of a number is taken for a number. Extraction, verification and manual selection all use it. Signs
//! between two numbers join them, unless they are listed as separators.

use std::ops::Range;

use super::lexer::{NumberToken, is_joined, is_year_word, word_before};
use super::touch;
use super::value::NumberPart;
use super::words::NumberWord;
use crate::text::lowercase;
use crate::text::phrase::{chars_after, next_char, prev_char};

/// Connection between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenLink {
    /// One space: both belong to one number.
    Run,
    /// A dash or "đến": the ends of a range.
    Range,
    /// A slash: a ratio or a date.
    Slash,
    /// Anything else: it is not certain which number is meant.
    Unclear,
}

/// Tokens that belong together.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub tokens: Vec<NumberToken>,
    /// Connections between the tokens: one less than tokens.
    pub links: Vec<TokenLink>,
}

/// Longest sign or word that joins two numbers, in bytes.
const LONGEST_GAP: usize = 16;

/// Groups the tokens of a line into clusters.
pub(super) fn clusters(line: &str, tokens: Vec<NumberToken>) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    for token in tokens {
        if let Some(cluster) = found.last_mut()
            && let Some(link) = link(line, cluster, &token)
        {
            cluster.links.push(link);
            cluster.tokens.push(token);
        } else {
            found.push(Cluster { tokens: vec![token], links: Vec::new() });
        }
    }
    found
}

impl Cluster {
    /// Range in the line, in bytes.
    pub fn range(&self) -> Range<usize> {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => 0..0,
        }
    }

    /// Runs: the tokens between links other than [`TokenLink::Run`].
    pub fn runs(&self) -> Vec<&[NumberToken]> {
        let mut runs = Vec::new();
        let mut rest = self.tokens.as_slice();
        let mut length = 1;
        for link in &self.links {
            if *link == TokenLink::Run {
                length += 1;
            } else {
                let (run, after) = rest.split_at(length.min(rest.len()));
                runs.push(run);
                rest = after;
                length = 1;
            }
        }
        runs.push(rest);
        runs
    }

    /// Links between the runs.
    pub fn joints(&self) -> Vec<TokenLink> {
        self.links.iter().copied().filter(|link| *link != TokenLink::Run).collect()
    }

    pub fn has_numeral(&self) -> bool {
        self.tokens.iter().any(NumberToken::is_numeral)
    }

    /// Returns whether no other sign or letter touches the cluster.
    pub fn stands_alone(&self, line: &str) -> bool {
        let range = self.range();
        let after = match self.tokens.last() {
            Some(last) if last.is_numeral() => touch::is_free_after(line, range.end),
            _ => touch::word_is_free_after(line, range.end),
        };
        after && touch::is_free_before(line, range.start) && !follows_misread_digit(line, range.start)
    }

    /// Returns whether no other sign or letter touches the end of the cluster.
    pub fn is_free_after(&self, line: &str) -> bool {
        let range = self.range();
        match self.tokens.last() {
            Some(last) if last.is_numeral() => touch::is_free_after(line, range.end),
            _ => touch::word_is_free_after(line, range.end),
        }
    }
}

/// Parts of a run, as the grammar needs them.
pub(super) fn parts(run: &[NumberToken]) -> Vec<NumberPart> {
    run.iter().map(|token| token.part).collect()
}

/// Connection of `token` to the cluster before it. `None` where it begins a new cluster.
fn link(line: &str, cluster: &Cluster, token: &NumberToken) -> Option<TokenLink> {
    let last = cluster.tokens.last()?;
    if is_joined(line, last, token) {
        return Some(TokenLink::Run);
    }
    let gap = line.get(last.range.end..token.range.start).filter(|gap| gap.len() <= LONGEST_GAP)?;
    if gap.chars().any(char::is_numeric) {
        return None;
    }
    if gap.chars().any(char::is_alphabetic) {
        return word_link(line, last, gap, token);
    }
    match gap {
        "/" => return Some(TokenLink::Slash),
        "-" | "–" | "−" | "~" | "∼" | " - " | " – " | " − " | " ~ " | " ∼ " => {
            return Some(TokenLink::Range);
        }
        _ => {}
    }
    let is_spaced = gap.contains(' ');
    let separates = |c: char| match c {
        '%' | '“' | '«' => true,
        ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '”' | '»' | '|' | '…' | '"' => {
            is_spaced
        }
        _ => false,
    };
    let between_sentences = !token.is_numeral()
        && gap == ". "
        && next_char(line, token.range.start).is_some_and(char::is_uppercase);
    let between_parts = matches!(gap, ", " | ". ") && ends_otherwise(line, cluster, last);
    let between_sentences = between_sentences || (gap == ". " && ends_name(line, cluster, last, token));
    if gap.chars().any(separates) || between_sentences || between_parts {
        None
    } else {
        Some(TokenLink::Unclear)
    }
}

/// Connection in words: "3 đến 5", "ba hay bốn", "hai phần ba", "2 phẩy 5", "5 trên 10", "3 x 250".
fn word_link(line: &str, last: &NumberToken, gap: &str, token: &NumberToken) -> Option<TokenLink> {
    match lowercase(gap).as_str() {
        " đến " | " tới " => Some(TokenLink::Range),
        " hoặc " | " hay " | " phần " | " phẩy " | " chấm " => Some(TokenLink::Unclear),
        " trên " if last.word() == Some(NumberWord::Digit(5)) && is_year_word(line, last.range.start) => {
            None
        }
        " trên " => Some(TokenLink::Unclear),
        " x " | "x" | " độ " if last.is_numeral() || token.is_numeral() => Some(TokenLink::Unclear),
        // "1O 250": a digit was read as a letter.
        _ if last.is_numeral() => {
            let (letters, rest) = gap.split_at(gap.find(|c: char| !c.is_alphabetic())?);
            let misread = !letters.is_empty() && letters.chars().all(looks_like_digit);
            let code = touch::unspaced(line, last.range.start, last.range.end);
            (misread && matches!(rest, " " | ". " | ", ") && !is_code(line, &code))
                .then_some(TokenLink::Unclear)
        }
        _ => None,
    }
}

/// Returns whether a short number ends a name and a sentence, and another short number begins the next: "Xí nghiệp Khai
/// thác 6. 28 tập thể". Neither can be a part of a number that is grouped by full stops.
fn ends_name(line: &str, cluster: &Cluster, last: &NumberToken, token: &NumberToken) -> bool {
    let is_short =
        |token: &NumberToken| matches!(token.part, NumberPart::Numeral { plain_digits: 1 | 2, .. });
    let is_alone = cluster.tokens.len() == 1;
    let after_word = !matches!(
        word_before(line, last.range.start).as_str(),
        "" | "có" | "là" | "đạt" | "được" | "gần" | "hơn" | "trên"
    );
    let next = line.get(token.range.end..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
    let next_word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let continues = next_word.is_empty() || super::words::number_word(&next_word).is_some();
    is_alone && is_short(last) && is_short(token) && after_word && !continues
}

/// Words before the number of a day.
const BEFORE_DAY: [&str; 8] = ["ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "mùng"];

/// Returns whether a numeral can be the minutes of an hour.
fn is_minutes(numeral: Option<&str>) -> bool {
    numeral.is_some_and(|digits| digits.len() == 2 && digits.parse().is_ok_and(|minutes: u8| minutes < 60))
}

/// Returns whether the token before ", " or ". " is not a number of its own: the end of a date, of a code, or a year.
fn ends_otherwise(line: &str, cluster: &Cluster, last: &NumberToken) -> bool {
    let start = last.range.start;
    let first = cluster.tokens.first().map_or(start, |first| first.range.start);
    match last.word() {
        None => {
            // "6/9, 250", "8h30, 250", "ngày 20-11, 250".
            let sign = prev_char(line, start);
            sign == Some('/')
                || (matches!(sign, Some('h' | 'g' | ':')) && is_minutes(line.get(last.range.clone())))
                || BEFORE_DAY.contains(&word_before(line, first).as_str())
                || cluster.links.last() == Some(&TokenLink::Slash)
                || is_code(line, &touch::unspaced(line, start, last.range.end))
        }
        Some(NumberWord::Digit(5)) => cluster.tokens.len() > 1 || is_year_word(line, start),
        Some(_) => false,
    }
}

/// Returns whether a range is a code such as "QĐ-250" or "Covid-19": it begins with two letters.
fn is_code(line: &str, range: &Range<usize>) -> bool {
    let mut chars = chars_after(line, range.start);
    matches!((chars.next(), chars.next()), (Some(a), Some(b)) if a.is_alphabetic() && b.is_alphabetic())
}

/// Returns whether scanners often read this letter for a digit.
fn looks_like_digit(letter: char) -> bool {
    matches!(letter, 'l' | 'I' | 'i' | 'O' | 'o' | 'S' | 'B' | 'Z')
}

/// Words before a Roman numeral.
const BEFORE_ROMAN: [&str; 9] = ["quý", "loại", "hạng", "đoạn", "khu", "kì", "khoá", "đợt", "vòng"];

/// Returns whether a single letter that may be a misread digit is before byte `start`: "l 250", "O. 250".
fn follows_misread_digit(line: &str, start: usize) -> bool {
    let Some(before) = line.get(..start).and_then(|before| before.strip_suffix(' ')) else { return false };
    let bare = before.strip_suffix(['.', ',', '\'', '’', '·']).unwrap_or(before);
    let mut letters = bare.chars().rev();
    let is_letter = matches!(letters.next(), Some('l' | 'I' | 'O' | 'o'));
    let is_alone = letters.next().is_none_or(|c| c == ' ');
    is_letter && is_alone && !BEFORE_ROMAN.contains(&word_before(line, bare.len() - 1).as_str())
}
