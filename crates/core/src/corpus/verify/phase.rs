//! Phases: name, dates and theme stand on the line, and no other phase is named between them.

use std::ops::Range;

use super::article::ArticleCheck;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::Phase;
use crate::text::match_ranges;

impl<'a> ArticleCheck<'a> {
    /// Checks one phase.
    pub fn check_phase(&mut self, path: FactPath, phase: &'a Phase) {
        let Some(text) = self.line(&path, phase.line) else { return };
        self.require_on_line(path.clone().field("name"), phase.line, text, &phase.name);
        let paths = [path.clone().field("when"), path.clone().field("as_written")];
        self.check_period(paths, phase.when, phase.as_written.as_deref(), Some(phase.line));

        let name = folded(&phase.name);
        let names = match_ranges(text, &name);
        let others: Vec<Range<usize>> = self
            .article
            .phases
            .iter()
            .filter(|other| other.line == phase.line && folded(&other.name) != name)
            .flat_map(|other| match_ranges(text, &folded(&other.name)))
            .filter(|other| !names.iter().any(|name| name.start <= other.start && other.end <= name.end))
            .collect();
        if let Some(words) = &phase.as_written {
            let dates = match_ranges(text, &folded(words));
            self.require_unparted(path.clone().field("as_written"), phase, words, [&names, &dates], &others);
        }
        if let Some(theme) = &phase.theme {
            let themes: Vec<Range<usize>> =
                self.context.names(theme).flat_map(|name| match_ranges(text, &name)).collect();
            self.require_unparted(path.field("theme"), phase, theme, [&names, &themes], &others);
        }
    }

    /// Reports a problem unless one of the parts stands behind a name of the phase, or before all names, with no name of
    /// another phase between them. Where there are none, nothing is said.
    fn require_unparted(
        &mut self,
        path: FactPath,
        phase: &Phase,
        found: &str,
        [names, parts]: [&[Range<usize>]; 2],
        others: &[Range<usize>],
    ) {
        let last_before = |ranges: &[Range<usize>], part: &Range<usize>| {
            ranges.iter().map(|range| range.start).filter(|start| *start < part.start).max()
        };
        let is_other = |part: &Range<usize>| last_before(others, part) > last_before(names, part);
        if !names.is_empty() && !parts.is_empty() && parts.iter().all(is_other) {
            let problem = Problem::error(path, ProblemCode::OtherPhaseBetween).found(quote(found));
            self.report(Some(phase.line), problem);
        }
    }
}
