//! Authors: on a line of their own, or on the line with the date of publication.

use std::ops::Range;

use thidua_core::text::printed_date::dates;
use thidua_core::text::{key, lowercase, slice};

use super::lines::TextLine;
use super::vocabulary::Vocabulary;

/// Signs and words between two authors, or between an author and another part of the line.
const SEPARATORS: [&str; 19] = [
    " - ", " – ", " — ", ", ", "; ", "/", " và ", " & ", " | ", "|", " • ", "•", " · ", "·", " (", "(", ")",
    "[", "]",
];

/// Contributions before a name: "Bài và ảnh: …", "Thực hiện: …".
const CREDITS: [&str; 22] = [
    "tác giả",
    "tác giả bài viết",
    "bài và ảnh",
    "bài, ảnh",
    "bài - ảnh",
    "bài ảnh",
    "tin, ảnh",
    "tin - ảnh",
    "tin và ảnh",
    "tin ảnh",
    "tin, bài",
    "tin bài",
    "tin",
    "bài",
    "ảnh",
    "ảnh và bài",
    "thực hiện",
    "người viết",
    "ghi chép",
    "đồ họa",
    "bài viết",
    "phóng viên",
];

/// Returns the ranges of the authors on a byline, in bytes. Words such as "Bài và ảnh:" are left out.
pub(super) fn authors(line: &TextLine, vocabulary: &Vocabulary) -> Vec<Range<usize>> {
    let text = line.text.as_str();
    // "Theo Báo …", "Nguồn: …": another newspaper, not an author.
    let start = text.find(char::is_alphanumeric).unwrap_or(0);
    if ["theo ", "nguồn"].iter().any(|credit| lowercase(slice(text, start..text.len())).starts_with(credit))
    {
        return Vec::new();
    }
    // "Mai Phương (thực hiện)", "Mai Phương (LĐLĐ huyện …)": brackets after a name are no other author.
    let end = text.get(start..).and_then(|rest| rest.find(" (")).map_or(text.len(), |pos| start + pos);
    let mut found: Vec<Range<usize>> = Vec::new();
    let sentences = slice(text, start..end).match_indices(". ").map(|(pos, _)| start + pos + 1);
    // "Bài: Lan Mạ. Ảnh: Hoa Lũng"
    let cuts: Vec<usize> =
        sentences.filter(|pos| slice(text, *pos..end).contains(':')).chain([end]).collect();
    let mut from = start;
    let mut all = Vec::new();
    for cut in cuts {
        all.extend(parts(text, from..cut));
        from = cut;
    }
    for part in all {
        let range = without_contribution(text, without_credit(text, part));
        let name = slice(text, range.clone());
        let is_other = CREDITS.contains(&lowercase(name).as_str()) || vocabulary.is_section(name);
        if name.chars().any(char::is_alphabetic) && !is_other {
            found.push(range);
        }
    }
    // "Bài: Lan Mạ. Ảnh: Lan Mạ" names one author.
    let mut seen: Vec<String> = Vec::new();
    found.retain(|range| {
        let name = key(slice(text, range.clone()));
        let is_new = !seen.contains(&name);
        seen.push(name);
        is_new
    });
    found
}

/// Returns the range of the author on the line with the date of publication: "Ngọc Trâm | 02/06/2023 10:15",
/// "Minh Hà LDO | 04/03/2031 16:01", "16:05 04/03/2031 - Công đoàn - Trần Hà".
pub(super) fn author_beside_date(line: &TextLine, vocabulary: &Vocabulary) -> Option<Range<usize>> {
    let text = line.text.as_str();
    let date = dates(text).into_iter().next()?.range;
    let announced = |range: &Range<usize>| {
        let before = lowercase(slice(text, 0..range.start));
        CREDITS.iter().any(|credit| before.trim_end().ends_with(&format!("{credit}:")))
    };
    let before = parts(text, 0..date.start);
    let after = parts(text, date.end..text.len());
    let names = before.into_iter().chain(after).filter_map(|part| {
        let range = without_initials(text, without_number(text, without_credit(text, part)));
        is_name(slice(text, range.clone()), vocabulary).then_some(range)
    });
    let names: Vec<Range<usize>> = names.collect();
    let surname = |range: &&Range<usize>| {
        let first = slice(text, (*range).clone()).split(' ').next().unwrap_or("");
        vocabulary.is_surname(first)
    };
    names
        .iter()
        .find(|range| announced(range))
        .or_else(|| names.iter().find(surname))
        .or_else(|| names.first())
        .cloned()
}

/// Splits a range at separators. The parts have no signs or spaces at their ends.
fn parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = range.start;
    while from < range.end {
        let rest = slice(text, from..range.end);
        let next = SEPARATORS.iter().filter_map(|sign| rest.find(sign).map(|pos| (pos, sign.len()))).min();
        let (length, sign) = next.unwrap_or((rest.len(), 0));
        let part = slice(rest, 0..length);
        let trimmed = part.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let trimmed = if trimmed.len() > 8 { trimmed.trim_end_matches('.') } else { trimmed };
        if let Some(offset) = part.find(trimmed).filter(|_| !trimmed.is_empty()) {
            found.push(from + offset..from + offset + trimmed.len());
        }
        from += length + sign.max(1);
    }
    found
}

/// Removes the words before a colon.
fn without_credit(text: &str, range: Range<usize>) -> Range<usize> {
    let words = slice(text, range.clone());
    let Some(colon) = words.rfind(':') else { return range };
    let name = slice(words, colon + 1..words.len());
    let trimmed = name.trim_start();
    range.end - trimmed.len()..range.end
}

/// Removes the contribution after a name: "Lan Mạ tổng hợp".
fn without_contribution(text: &str, range: Range<usize>) -> Range<usize> {
    let words = slice(text, range.clone());
    let name = [" tổng hợp", " thực hiện", " ghi"].iter().find_map(|end| words.strip_suffix(end));
    range.start..range.start + name.map_or(words.len(), str::len)
}

/// Removes the number of an issue before a name: "Số 235 MINH HÀ".
fn without_number(text: &str, range: Range<usize>) -> Range<usize> {
    let words = slice(text, range.clone());
    let rest = words.strip_prefix("Số ").or_else(|| words.strip_prefix("số "));
    match rest.and_then(|rest| rest.split_once(' ')) {
        Some((number, name)) if number.bytes().all(|b| b.is_ascii_digit()) => {
            range.end - name.len()..range.end
        }
        _ => range,
    }
}

/// Removes the initials of the newspaper after a name: "Minh Hà LDO".
fn without_initials(text: &str, range: Range<usize>) -> Range<usize> {
    let words = slice(text, range.clone());
    match words.rsplit_once(' ') {
        Some((name, last))
            if name.contains(char::is_lowercase)
                && (2..=6).contains(&last.chars().count())
                && last.chars().all(char::is_uppercase) =>
        {
            range.start..range.start + name.len()
        }
        _ => range,
    }
}

/// Returns whether words are a person's name or a pen name: two to four words with capitals, which are neither a day
/// nor a section of a newspaper.
fn is_name(words: &str, vocabulary: &Vocabulary) -> bool {
    let mut each = words.split(' ');
    let count = each.clone().count();
    let lower = lowercase(words);
    let is_dotted =
        |word: &str| word.contains('.') && word.chars().filter(|c| c.is_alphabetic()).count() <= 6;
    ((2..=4).contains(&count) || (count == 1 && is_dotted(words)))
        && each.all(|word| word.chars().next().is_some_and(char::is_uppercase))
        && words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '’' | '\''))
        && !["thứ ", "chủ nhật", "báo ", "đài ", "theo ", "lđlđ", "công đoàn", "ban "]
            .iter()
            .any(|word| lower.starts_with(word))
        && !vocabulary.is_section(words)
}
