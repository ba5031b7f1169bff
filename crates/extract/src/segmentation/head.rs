//! Head of an article: the headline before the first paragraph, the kicker above it, and the date above both.

use thidua_core::collections::collect_map;

use super::shape::LineShape;
use super::{ArticleHead, body};
use crate::vocabulary::Vocabulary;

/// Finds the head. `None` where the text holds no paragraph.
pub(super) fn find(shapes: &[LineShape], vocabulary: &Vocabulary) -> Option<ArticleHead> {
    let first = |least: usize| {
        let is_lead = |(index, shape): (usize, &LineShape)| {
            shape.is_paragraph(least)
                && !shape.end
                && !shape.skip
                && !is_long_headline(shapes, index, shape, vocabulary)
        };
        shapes.iter().enumerate().position(is_lead)
    };
    let lead = first(15).or_else(|| first(8)).or_else(|| first(4))?;
    let mut keys = collect_map(shapes.iter().map(|s| (s.key.as_str(), 0_usize)));
    for shape in shapes {
        if let Some(count) = keys.get_mut(shape.key.as_str()) {
            *count += 1;
        }
    }
    let mut best: Option<(i32, usize)> = None;
    for (index, shape) in shapes.iter().enumerate().take(lead) {
        if !is_candidate(shape, vocabulary) {
            continue;
        }
        let doubled = keys.get(shape.key.as_str()).is_some_and(|count| *count > 1);
        let score = score(shape, doubled, vocabulary);
        if best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, index));
        }
    }
    let headline = best.map(|(_, index)| index);
    let above = headline.unwrap_or(lead);
    let kicker = content_above(shapes, above)
        .filter(|i| headline.is_some() && shapes.get(*i).is_some_and(|s| is_kicker(s, vocabulary)));
    let date = content_above(shapes, kicker.unwrap_or(above))
        .filter(|i| shapes.get(*i).is_some_and(|s| s.date && !s.skip));
    Some(ArticleHead { date, kicker, headline, lead })
}

/// Returns whether a line that ends like a sentence is the headline: the first line that could be one, which ends with
/// dots or a question mark, before a paragraph.
fn is_long_headline(shapes: &[LineShape], index: usize, shape: &LineShape, vocabulary: &Vocabulary) -> bool {
    let ends = ["...", "…", "?", "!"].iter().any(|sign| shape.content.ends_with(sign));
    ends && shape.sentences == 1
        && shape.words.len() <= 32
        && !shapes.iter().take(index).any(|above| {
            is_candidate(above, vocabulary) && above.words.len() >= 6 && score(above, false, vocabulary) >= 2
        })
        && shapes.iter().skip(index + 1).any(|below| below.is_paragraph(12))
}

fn is_candidate(shape: &LineShape, vocabulary: &Vocabulary) -> bool {
    let existing = shape.is_blank() || shape.skip || shape.end || shape.picture || shape.date;
    !existing
        && shape.cells.is_none()
        && (3..=45).contains(&shape.words.len())
        && !vocabulary.is_section(&shape.content)
        && !body::is_byline(shape, vocabulary)
        && !is_kicker(shape, vocabulary)
}

fn score(shape: &LineShape, doubled: bool, vocabulary: &Vocabulary) -> i32 {
    let words = shape.words.len();
    let has = |signs: &[&str]| signs.iter().any(|sign| shape.content.contains(sign));
    let mut score = 0;
    score += if doubled && words >= 6 { 5 } else { 0 };
    score += if (5..=30).contains(&words) { 2 } else { -1 };
    score += i32::from(words >= 8);
    score += if shape.heading { 3 } else { 0 };
    score -= if has(&[" | ", ".vn", ".com"]) { 3 } else { 0 };
    score -= if has(&[" > ", " » ", " › ", " / "]) { 4 } else { 0 };
    score -= if is_site_line(shape, vocabulary) { 4 } else { 0 };
    score -= if shape.content.ends_with('.') && !shape.content.ends_with("..") { 2 } else { 0 };
    score - if shape.item { 1 } else { 0 }
}

/// Returns whether a line names a site or says its motto: "Đài Phát thanh …", English words, "Đoàn kết - Dân chủ -
/// Sáng tạo", the name of an organisation in capitals.
fn is_site_line(shape: &LineShape, vocabulary: &Vocabulary) -> bool {
    let words = shape.words.len();
    let is_vietnamese = shape.content.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let is_motto = [" - ", " – "].iter().any(|dash| shape.content.matches(dash).count() >= 2)
        && !shape.content.contains([',', ':', '“', '"'])
        && words <= 14;
    let is_upper = !shape.content.contains(char::is_lowercase);
    let names = |hit: crate::phrase_table::PhraseHit<_>| hit.from == 0 && words <= 9;
    let acts = vocabulary.acts.first(&shape.content, &shape.words, 0, words).is_some();
    let is_name = is_upper
        && !acts
        && vocabulary.organisations.longest_at(&shape.content, &shape.words, 0).is_some_and(names);
    vocabulary.site.holds(&shape.content, &shape.key) && words <= 14
        || (!is_vietnamese && words >= 3)
        || is_motto
        || is_name
}

/// Returns whether a line is a kicker: a short line with a colon at its end.
fn is_kicker(shape: &LineShape, vocabulary: &Vocabulary) -> bool {
    shape.content.ends_with(':')
        && (2..=14).contains(&shape.words.len())
        && !vocabulary.skip.holds(&shape.content, &shape.key)
}

/// Index of the nearest line above `index` that is not blank.
fn content_above(shapes: &[LineShape], index: usize) -> Option<usize> {
    (0..index).rev().find(|i| shapes.get(*i).is_some_and(|s| !s.is_blank()))
}
