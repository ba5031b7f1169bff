//! Properties of one line that matter for wrapping: width, end and start.

use crate::text::letter::{is_vowel, split_tone, vietnamese};
use crate::text::quantity::ends_with_bound;
use crate::text::{fold_space, lower, lowercase};

/// Text between a line and the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineGap {
    /// Nothing.
    None,
    /// Blank lines.
    Blank,
    /// A page number or a page break.
    Page,
}

/// End of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnd {
    /// With a full stop or another sign that ends a sentence.
    Sentence,
    /// With a colon or semicolon.
    Pause,
    /// With a comma.
    Comma,
    /// A hyphen after a word, an opening bracket or an opening quotation mark.
    Unfinished,
    /// A word that no sentence ends with ("của").
    Function,
    /// A word that bounds a number ("gần").
    Bound,
    /// A full stop after at most three digits ("1.").
    Digits,
    /// With any other word.
    Word,
}

/// Start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineStart {
    /// A lower-case letter, or the unit of a number.
    Lower,
    /// With a capital letter.
    Upper,
    /// With a digit.
    Digit,
    /// A sign that closes something or follows a word.
    Closing,
    /// With a dash and a space.
    Dash,
    /// The mark of a list item.
    Item,
    /// With anything else.
    Other,
}

/// A line with words.
#[derive(Debug, Clone)]
pub(super) struct WrappedLine<'a> {
    /// Index among all lines, from 0.
    pub index: usize,
    /// The line without white space around it and without reply marks.
    pub text: &'a str,
    /// Text between the line and the one above it.
    pub gap: LineGap,
    /// Length with indentation, in letters.
    pub width: usize,
    pub end: LineEnd,
    pub begin: LineStart,
    /// True for a row of a table, a heading by markup, a picture or an address.
    pub is_markup: bool,
    /// True for a short line that is a date or begins with a time.
    pub is_date: bool,
    /// True if the line begins with a reply mark (`>`).
    pub is_reply: bool,
}

impl WrappedLine<'_> {
    /// Length of the first word, in letters.
    pub fn first_word(&self) -> usize {
        self.text.split(char::is_whitespace).next().map_or(0, |word| word.chars().count())
    }
}

/// Returns the lines that are neither blank nor page numbers.
pub(super) fn lines_with_words<'a>(lines: &[&'a str]) -> Vec<WrappedLine<'a>> {
    let mut found: Vec<WrappedLine<'a>> = Vec::new();
    let mut gap = LineGap::None;
    for (index, raw) in lines.iter().enumerate() {
        let is_reply = raw.starts_with('>');
        let unmarked = without_reply_marks(raw);
        let text = unmarked.trim();
        if unmarked.starts_with('\u{C}') {
            gap = LineGap::Page;
        }
        if text.is_empty() {
            gap = if gap == LineGap::Page { LineGap::Page } else { LineGap::Blank };
            continue;
        }
        if is_page_number(text) {
            gap = LineGap::Page;
            continue;
        }
        let indent = unmarked.len() - unmarked.trim_start().len();
        let text_width = text.chars().count();
        found.push(WrappedLine {
            index,
            text,
            gap: if found.is_empty() { LineGap::Blank } else { gap },
            width: indent + text_width,
            end: line_end(text),
            begin: line_start(text),
            is_markup: is_markup(text),
            is_date: text_width <= 40 && is_date_line(text),
            is_reply,
        });
        gap = LineGap::None;
    }
    found
}

/// Removes the `>` marks that mail programs put before quoted lines.
pub(super) fn without_reply_marks(line: &str) -> &str {
    if line.starts_with('>') { line.trim_start_matches(['>', ' ']) } else { line }
}

/// Appends the continuation of a line.
pub(super) fn append(out: &mut String, line: &str) {
    let line = without_reply_marks(line).trim();
    if ends_with_hyphen(out) && is_cut_syllable(out, line) {
        out.pop();
        out.push_str(line);
        return;
    }
    let touches = out.ends_with(['(', '[', '“', '«', '‘']) || ends_with_hyphen(out);
    let closes = line.starts_with([',', '.', ';', ':', '!', '?', ')', ']', '”', '»', '%', '…']);
    if !touches && !closes {
        out.push(' ');
    }
    out.push_str(line);
}

/// Returns whether a text ends with a hyphen that touches a word.
fn ends_with_hyphen(text: &str) -> bool {
    text.strip_suffix(['-', '\u{2010}']).is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
}

/// Returns whether a hyphen divides a syllable ("tr-⏎ình"): one of its halves has no vowel.
fn is_cut_syllable(above: &str, below: &str) -> bool {
    let has_vowel = |word: &str| word.chars().any(|c| is_vowel(split_tone(vietnamese(lower(c))).0));
    let first = above.trim_end_matches(['-', '\u{2010}']).rsplit(|c: char| !c.is_alphabetic()).next();
    let second = below.split(|c: char| !c.is_alphabetic()).next();
    let is_half = |word: &str| !word.is_empty() && !has_vowel(word) && word.chars().all(char::is_lowercase);
    first.is_some_and(is_half) || second.is_some_and(is_half)
}

/// Returns whether a line is a page number: `12`, `- 12 -`, `Trang 3`, `Trang 3/12`, `Page 3 of 12`.
fn is_page_number(text: &str) -> bool {
    let key = lowercase(text);
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next();
    let (named, number) = match first {
        Some("trang" | "page" | "tr") => (true, words.next()),
        other => (false, other),
    };
    // A year on a line of its own is the end of a headline.
    let is_year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']);
    let is_number =
        |word: &str| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()) && !is_year(word);
    let total = match words.next() {
        Some("of" | "trên") => words.next(),
        other => other,
    };
    let only_signs = key.chars().all(|c| c.is_alphanumeric() || c == ' ' || "-–—./|[]()".contains(c));
    number.is_some_and(is_number)
        && total.is_none_or(|word| is_number(word) && (named || key.contains('/')))
        && words.next().is_none()
        && only_signs
        && (named || key.chars().count() <= 9)
}

/// Words that no sentence, headline or caption ends with.
const FUNCTION_WORDS: [&str; 25] = [
    "bởi", "cho", "các", "của", "cũng", "giữa", "gồm", "hoặc", "là", "mỗi", "như", "nhưng", "nhằm", "những",
    "sẽ", "thuộc", "tại", "từng", "và", "vì", "với", "đang", "đã", "để", "nếu",
];
/// Words before a number that state no bound by themselves, and scale words, after which a number goes on ("1 tỉ⏎720
/// triệu"). They may also end a headline.
const LEADING_WORDS: [&str; 13] =
    ["đa", "đạt", "đến", "nhất", "thiểu", "từ", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỉ", "tỷ"];

fn line_end(text: &str) -> LineEnd {
    let bare = text.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']', ' ', '\u{A0}']);
    let opens = ["(", "[", "“", "«", "‘", " -", " –", " —", "/"].iter().any(|sign| text.ends_with(sign));
    if opens || ends_with_hyphen(text) {
        return LineEnd::Unfinished;
    }
    match bare.chars().next_back() {
        Some('.') => {
            let stem = bare.trim_end_matches('.');
            let is_single = bare.len() - stem.len() == 1;
            let word = stem.rsplit([' ', '\u{A0}', '.', '(']).next().unwrap_or(stem);
            let is_short = (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
            if is_single && is_short && text.len() == bare.len() {
                return LineEnd::Digits;
            }
            // "TP.", "Th.S.": an abbreviation.
            let is_abbreviation = is_single
                && (1..=3).contains(&word.chars().count())
                && word.chars().all(char::is_alphabetic)
                && word.chars().next().is_some_and(char::is_uppercase)
                && (word.chars().all(char::is_uppercase) || ["Th", "Ths", "Tp", "Tr"].contains(&word));
            if is_abbreviation { LineEnd::Word } else { LineEnd::Sentence }
        }
        Some('!' | '?' | '…') => LineEnd::Sentence,
        Some(':' | ';') => LineEnd::Pause,
        Some(',') => LineEnd::Comma,
        _ if bare.len() < text.len() => LineEnd::Word,
        _ => {
            let last = lowercase(bare.rsplit(char::is_whitespace).next().unwrap_or(bare));
            if FUNCTION_WORDS.contains(&last.as_str()) {
                LineEnd::Function
            } else if LEADING_WORDS.contains(&last.as_str()) || ends_with_bound(bare) {
                LineEnd::Bound
            } else {
                LineEnd::Word
            }
        }
    }
}

fn line_start(text: &str) -> LineStart {
    let is_item = ["+ ", "• ", "· ", "* ", "▪ ", "● ", "o ", "✓ "].iter().any(|mark| text.starts_with(mark))
        || text.split_once([')', '.']).is_some_and(|(mark, rest)| {
            let is_number = (1..=2).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit());
            let is_letter = mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic);
            (is_number || is_letter) && rest.starts_with(char::is_whitespace)
        });
    if is_item {
        return LineStart::Item;
    }
    if text.strip_prefix(['-', '–', '—']).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
        return LineStart::Dash;
    }
    let word = text.trim_start_matches(['“', '"', '‘', '\'', '«', '(', '[']);
    match word.chars().next() {
        Some(c) if c.is_lowercase() && !is_address(word) => LineStart::Lower,
        Some(c) if c.is_ascii_digit() => LineStart::Digit,
        Some(c) if c.is_alphabetic() => LineStart::Upper,
        Some(',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '»' | '%' | '/')
            if word.len() == text.len() =>
        {
            LineStart::Closing
        }
        _ => LineStart::Other,
    }
}

/// Returns whether a text begins with a web address or a mail address.
fn is_address(text: &str) -> bool {
    let word = text.split(char::is_whitespace).next().unwrap_or(text);
    let inside = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    inside.is_ascii() && (inside.contains('@') || inside.contains("://") || inside.contains('.'))
}

fn is_markup(text: &str) -> bool {
    text.starts_with(['|', '#', '!', '<', '[']) && !text.starts_with("[...") || text.ends_with('|')
}

/// Returns whether a line begins with a time, or with a day and a date separator: `22:25 | …`, `06/09/2022`.
fn begins_with_date(text: &str) -> bool {
    let text = fold_space(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text.chars().skip(digits);
    let sign = rest.next();
    (1..=2).contains(&digits)
        && matches!(sign, Some(':' | '/' | '-' | 'h' | 'g'))
        && rest.next().is_none_or(|c| c.is_ascii_digit())
}

/// Returns whether a short line is a date of publication, and not part of a sentence that holds a date.
fn is_date_line(text: &str) -> bool {
    let is_in_sentence =
        text.ends_with(['.', ',']) || text.contains(['“', '”', '(', ')']) || text.contains(". ");
    let begins_lower = text.starts_with(char::is_lowercase);
    !is_in_sentence && !begins_lower && (begins_with_date(text) || holds_day(text))
}

/// Returns whether a line holds a day with its year: `Thứ Ba, 17/12/2024`.
fn holds_day(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit() && c != '/' && c != '-' && c != '.').any(|word| {
        let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
        matches!(parts.as_slice(), [day, month, year]
            if (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && year.len() == 4)
    })
}
