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

    /// Reports a problem unless, in one place, no range of `others` lies between one of the first and one of the second
    /// ranges. Where there are none, nothing is said.
    fn require_unparted(
        &mut self,
        path: FactPath,
        phase: &Phase,
        found: &str,
        [names, parts]: [&[Range<usize>]; 2],
        others: &[Range<usize>],
    ) {
        let is_parted = |name: &Range<usize>, part: &Range<usize>| {
            let between = name.end.min(part.end)..name.start.max(part.start);
            others.iter().any(|other| between.start <= other.start && other.end <= between.end)
        };
        let pairs = || names.iter().flat_map(|name| parts.iter().map(move |part| (name, part)));
        if pairs().next().is_some() && pairs().all(|(name, part)| is_parted(name, part)) {
            let problem = Problem::error(path, ProblemCode::OtherPhaseBetween).found(quote(found));
            self.report(Some(phase.line), problem);
        }
    }
}
