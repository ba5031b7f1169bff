//! Choice of the lines of a page that are its article.

use std::ops::Range;

use super::page_parser::ParsedPage;

/// Share of the text, in percent, from which an element is the article.
const MOST: usize = 50;
/// Most lines that are kept between the headline and the text: date, author, buttons.
const LINES_BELOW_HEADING: usize = 12;
/// Most short lines that are kept after the text: the author.
const LINES_BEHIND: usize = 3;
/// Longest short line, in letters.
const SHORT: usize = 60;

/// Returns the lines of the article: those of the element that usually holds it, else of the element with most
/// paragraphs, else all.
pub(super) fn choose(page: &ParsedPage) -> Range<usize> {
    usual(page).or_else(|| densest(page)).unwrap_or(0..page.lines.len())
}

/// The most reliable of the usual elements that holds most of the text.
fn usual(page: &ParsedPage) -> Option<Range<usize>> {
    let mut before: Vec<usize> = vec![0];
    for line in &page.lines {
        before.push(before.last().copied().unwrap_or(0) + line.length);
    }
    let length = |lines: &Range<usize>| {
        let letters_before = |index: usize| before.get(index).copied().unwrap_or(0);
        letters_before(lines.end).saturating_sub(letters_before(lines.start))
    };
    let all = length(&(0..page.lines.len()));
    (0..4).find_map(|rank| {
        let of_rank = page.candidates.iter().filter(|candidate| candidate.rank == Some(rank));
        let largest = of_rank.max_by_key(|candidate| length(&candidate.lines))?;
        (length(&largest.lines) * 100 >= all * MOST).then(|| largest.lines.clone())
    })
}

/// The element with most paragraphs, with the headline above it and the author after it.
fn densest(page: &ParsedPage) -> Option<Range<usize>> {
    let best = page.candidates.iter().max_by_key(|candidate| candidate.score)?;
    // Letters of paragraphs count twice in their element.
    if best.score * 100 < page.running * 2 * MOST {
        return None;
    }
    let Range { mut start, mut end } = best.lines.clone();
    let above = page.headings.iter().rev().find(|heading| **heading < start);
    start = above.copied().filter(|heading| start - heading <= LINES_BELOW_HEADING).unwrap_or(start);
    let is_short = |line: usize| page.lines.get(line).is_some_and(|line| line.length <= SHORT);
    let last = end + LINES_BEHIND;
    while end < last && is_short(end) {
        end += 1;
    }
    Some(start..end)
}
