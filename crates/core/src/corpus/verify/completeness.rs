//! Completeness: what a text prints and no fact holds. A printed number that is no figure on purpose is named in
//! `left_out` of its article, with the reason.

use std::ops::Range;

use super::article::ArticleCheck;
use crate::corpus::folded;
use crate::corpus::problem::{Problem, Severity};
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::text::match_ranges;

/// Fewest words of a paragraph that should have a digest.
const PARAGRAPH: usize = 25;

/// Letters at the end of a paragraph that make it the same as another.
const REPEATED: usize = 80;

impl ArticleCheck<'_> {
    /// Returns a warning for everything that is printed and missing.
    pub fn missing_facts(mut self) -> Vec<Problem> {
        let lines: Vec<(u32, &str)> = self.lines().collect();
        for (number, line) in lines {
            let held = self.held_ranges(number, line);
            let is_held = |range: &Range<usize>| {
                held.iter().any(|held| held.start < range.end && range.start < held.end)
            };
            for quantity in &self.quantities_of(number, line).quantities {
                if quantity.unit.is_some() && !is_held(&quantity.range) {
                    let words = line.get(quantity.range.clone()).unwrap_or_default();
                    let hint = "add it as a figure, or name it in left_out with the reason";
                    let problem = Problem::error(self.path("figures"), ProblemCode::NumberNotRecorded);
                    self.warn(number, problem.found(quote(words)).hint(hint));
                }
            }
            for name in quoted(line).filter(|range| !is_held(range)).filter_map(|range| line.get(range)) {
                let known =
                    self.context.campaigns.keys().find(|id| self.context.names(id).any(|n| n == name));
                if let Some(id) = known {
                    let code = ProblemCode::MentionNotRecorded((*id).to_owned());
                    let problem = Problem::error(self.path("mentions"), code).found(quote(name));
                    self.warn(number, problem);
                }
            }
            let digest = &self.article.digest;
            let is_paragraph = line.split(' ').count() >= PARAGRAPH;
            let is_digested = digest.iter().any(|d| d.line == number || self.repeats(line, d.line));
            if is_paragraph && !digest.is_empty() && !is_digested {
                let problem = Problem::error(self.path("digest"), ProblemCode::ParagraphWithoutDigest);
                self.warn(number, problem);
            }
        }
        self.into_problems()
    }

    /// Returns whether line `other` ends with the same words as `line`: a lead that is printed twice.
    fn repeats(&self, line: &str, other: u32) -> bool {
        let end =
            line.char_indices().rev().nth(REPEATED).map_or(line, |(pos, _)| line.get(pos..).unwrap_or(line));
        self.text.line(other).is_some_and(|other| other.ends_with(end))
    }

    fn warn(&mut self, line: u32, problem: Problem) {
        self.report(Some(line), problem.severity(Severity::Warning));
    }

    /// Ranges of a line that facts of the article hold.
    fn held_ranges(&self, number: u32, line: &str) -> Vec<Range<usize>> {
        let article = self.article;
        let figures = article.figures.iter().filter(|f| f.line == number).map(|f| &f.as_written);
        let mentions = article.mentions.iter().filter(|m| m.line == number).map(|m| &m.as_written);
        let phases = article.phases.iter().filter(|p| p.line == number);
        let phases = phases.flat_map(|p| std::iter::once(&p.name).chain(&p.as_written));
        let left_out = article.left_out.iter().filter(|l| l.line == number).map(|l| &l.as_written);
        let periods = article.figures.iter().filter_map(|f| f.when_as_written.as_ref());
        let periods = periods.chain(&article.covers_as_written).chain(&article.published_as_written);
        let words = figures.chain(mentions).chain(phases).chain(left_out).chain(periods);
        words.flat_map(|words| match_ranges(line, &folded(words))).collect()
    }
}

/// Ranges of what stands between quotation marks.
fn quoted(line: &str) -> impl Iterator<Item = Range<usize>> {
    line.match_indices('“').filter_map(|(pos, mark)| {
        let start = pos + mark.len();
        let length = line.get(start..)?.find('”')?;
        Some(start..start + length)
    })
}
