//! Words and numbers of a text, with their ranges and the keys by which they are found.

use std::ops::Range;

use super::letter::{is_alphanumeric, is_invisible, is_mark, plain};
use super::phrase::chars_before;
use super::syllable::canonical;

/// A word or number of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Range in the text, in bytes.
    pub range: Range<usize>,
    /// Canonical spelling: lower case, composed, đ for its look-alikes, one placement of tone and one of i/y. Numbers
    /// have no group separators and a decimal comma: "1.245" is `1245`, "1,2" and "1.2" are `1,2`.
    pub key: String,
    /// `key` without marks: ASCII for Vietnamese.
    pub fold: String,
}

/// Returns the words and numbers of a text, in order. A word is a run of letters and digits with their combining marks
/// (LĐLĐ is one word, Covid-19 is two); a number includes its separators (1.245, 1,2, 15%).
///
/// ```
/// let tokens = thidua_core::text::tokens("Hoà: 1.245 lượt");
/// let keys: Vec<&str> = tokens.iter().map(|t| t.key.as_str()).collect();
/// assert_eq!(keys, ["hoà", "1245", "lượt"]);
/// assert_eq!(tokens[2].fold, "luot");
/// ```
pub fn tokens(text: &str) -> Vec<Token> {
    let token = |range: Range<usize>| {
        let key = key_of(text.get(range.clone())?);
        Some(Token { range, fold: key.chars().map(plain).collect(), key })
    };
    ranges(text).filter_map(token).collect()
}

/// Canonical key of one printed word or number.
pub fn key_of(printed: &str) -> String {
    number_key(printed).unwrap_or_else(|| canonical(printed))
}

/// Ranges of the words and numbers of a text, in bytes.
pub fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut pos = 0;
    std::iter::from_fn(move || {
        let start = pos + text.get(pos..)?.find(|c| is_alphanumeric(c) && !is_mark(c))?;
        let rest = text.get(start..)?;
        let number = if is_inside_date(text, start) { None } else { number_length(rest) };
        pos = start + number.unwrap_or_else(|| word_length(rest));
        Some(start..pos)
    })
}

/// Length in bytes of the run of letters, digits and marks at the start of `text`, without invisible characters at its
/// end.
fn word_length(text: &str) -> usize {
    let mut end = 0;
    for (pos, c) in text.char_indices() {
        if is_alphanumeric(c) || is_mark(c) {
            end = pos + c.len_utf8();
        } else if !is_invisible(c) {
            break;
        }
    }
    end
}

/// Length in bytes of the number with separators at the start of `text`. `None` for plain digits and everything else.
fn number_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_digit_at = |pos: usize| bytes.get(pos).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    let mut signs = 0;
    while is_digit_at(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && is_digit_at(end + 1) && end > 0)
    {
        signs += usize::from(!is_digit_at(end));
        end += 1;
    }
    let is_percent = bytes.get(end) == Some(&b'%');
    // Plain digits are a word.
    let is_number = (signs > 0 || is_percent) && number_key(text.get(..end)?).is_some();
    (end > 0 && is_number).then_some(end + usize::from(is_percent))
}

/// Returns whether the digits at `start` follow a separator inside a dotted run that is not a number: the "9" of
/// "6.9.2022".
fn is_inside_date(text: &str, start: usize) -> bool {
    let mut before = chars_before(text, start);
    matches!(before.next(), Some('.' | ',')) && before.next().is_some_and(|c| c.is_ascii_digit())
}

/// Key of a number: "1.245", "1,245" and "1245" are `1245`; "1,2" and "1.2" are `1,2`; "3.015,5%" is `3015,5%`. `None`
/// for anything else, including "6.9.2022".
fn number_key(printed: &str) -> Option<String> {
    let (number, percent) = printed.strip_suffix('%').map_or((printed, ""), |number| (number, "%"));
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let key = [('.', ','), (',', '.')].into_iter().find_map(|(group, decimal)| {
        let (whole, decimals) = number.split_once(decimal).unwrap_or((number, ""));
        let whole = join_groups(whole, group)?;
        is_digits(decimals).then(|| with_decimals(&whole, decimals))
    });
    let key = key.or_else(|| {
        let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, ""));
        (is_digits(whole) && is_digits(decimals)).then(|| with_decimals(whole, decimals))
    });
    key.map(|key| key + percent)
}

/// Removes the separators of groups of thousands: "3.015" becomes "3015". `None` where there are none.
fn join_groups(whole: &str, sign: char) -> Option<String> {
    let (first, groups) = whole.split_once(sign)?;
    let is_first = is_digits(first) && (1..=3).contains(&first.len()) && !first.starts_with('0');
    let are_groups = groups.split(sign).all(|group| group.len() == 3 && is_digits(group));
    (is_first && are_groups).then(|| whole.replace(sign, ""))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn with_decimals(whole: &str, decimals: &str) -> String {
    if decimals.is_empty() { whole.to_owned() } else { format!("{whole},{decimals}") }
}
