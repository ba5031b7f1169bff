//! Finder of campaigns: names after a word such as "phong trào" or "hội thi", with or without quotation marks.

mod local;
mod names;
mod plain;
mod quoted;
mod relation;

use std::ops::Range;

use thidua_core::collections::sort_by_key;
use thidua_core::domain::{CampaignKind, Relation, Sector};

use super::analyzed_line::AnalyzedLine;
use super::context::Context;
use super::diagnostic::DiagnosticKind;
use super::draft::FactReason;
use super::phrase_table::PhraseHit;

pub(super) use local::LocalName;
pub(super) use names::{CampaignDirectory, KnownCampaign};
pub(super) use plain::YEARLY_RULE;

/// A mention of a campaign on a line.
#[derive(Debug, Clone)]
pub(super) struct LineMention {
    /// Range of the name without quotation marks, in bytes.
    pub range: Range<usize>,
    pub kind: CampaignKind,
    pub relation: Relation,
    pub sector: Option<Sector>,
    pub quoted: bool,
    /// True for a round that is named only by a number or year ("Đợt 1").
    pub round: bool,
    pub reason: FactReason,
}

/// Mentions and diagnostics of a line.
#[derive(Debug, Default)]
pub(super) struct LineMentions {
    /// In the order of the line, none inside another.
    pub found: Vec<LineMention>,
    /// Diagnostics with their ranges.
    pub diagnostics: Vec<(DiagnosticKind, Range<usize>)>,
}

/// Word among `from..to` that governs a name after it: the last one for a kind of campaign. "thi đua" in "chiến sĩ thi
/// đua" governs nothing.
fn governor(
    view: &AnalyzedLine<'_>,
    context: &Context,
    from: usize,
    to: usize,
) -> Option<PhraseHit<CampaignKind>> {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    vocabulary.kinds.all(text, words, from, to).into_iter().rev().find(|hit| {
        (hit.from.saturating_sub(2)..hit.from).all(|pos| {
            vocabulary
                .general
                .longest_at(text, words, pos)
                .is_none_or(|general| general.to < hit.to || general.to > to)
        })
    })
}

/// Returns the campaigns that a line names.
pub(super) fn mentions(view: &AnalyzedLine<'_>, context: &Context) -> LineMentions {
    let directory = &context.directory;
    let mut mentions = LineMentions::default();
    quoted::find(view, context, directory, &mut mentions);
    plain::find(view, context, directory, &mut mentions);
    sort_by_key(&mut mentions.found, |mention| mention.range.start);
    for mention in &mut mentions.found {
        mention.relation = relation::relation(view, context, mention);
        mention.sector = relation::sector(view, context, mention);
    }
    mentions
}
