//! Finder of rounds: named and dated parts of a year's emulation.

use std::ops::Range;

use thidua_core::domain::{CampaignKind, Edtf};

use super::analyzed_line::AnalyzedLine;
use super::campaign::LineMention;

/// A round printed on a line.
#[derive(Debug, Clone)]
pub(super) struct LinePhase {
    /// Index of its mention among those of the line.
    pub mention: usize,
    pub dates: Option<(Range<usize>, Edtf)>,
    /// Index of its theme among the mentions of the line.
    pub theme: Option<usize>,
}

/// Returns the rounds of a line, given its mentions. Dates and theme of a round are after its name, before the next
/// round, and in its sentence or the next one.
pub(super) fn phases(view: &AnalyzedLine<'_>, mentions: &[LineMention]) -> Vec<LinePhase> {
    let rounds = mentions.iter().enumerate().filter(|(_, m)| m.kind == CampaignKind::Round);
    let mut found = Vec::new();
    for (index, round) in rounds {
        let next = mentions.iter().skip(index + 1).find(|m| m.kind == CampaignKind::Round);
        let sentence = view.sentence(round.range.start);
        let reach = view.sentence(sentence.end).end;
        let end = next.map_or(reach, |m| m.range.start.min(reach));
        let after = |pos: usize| pos >= round.range.end && pos < end;
        let dates = view
            .dates
            .iter()
            .find(|date| after(date.range.start) && matches!(date.value, Edtf::Interval(..)))
            .map(|date| (date.range.clone(), date.value));
        let theme = mentions
            .iter()
            .enumerate()
            .find(|(_, m)| m.kind == CampaignKind::Theme && after(m.range.start))
            .map(|(index, _)| index);
        let words = view.get(&round.range).split(' ').count();
        // A numbered round with neither dates nor a theme is only mentioned in passing.
        let numbered = round.round && !view.get(&round.range).contains("thi đua") && words <= 3;
        if !numbered || dates.is_some() || theme.is_some() {
            found.push(LinePhase { mention: index, dates, theme });
        }
    }
    found
}
