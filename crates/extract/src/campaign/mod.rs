//! Campaigns: what stands under a word such as "phong trào" or "hội thi", in quotation marks or not.

mod deed;
mod names;
mod plain;
mod quoted;

use std::ops::Range;

use super::context::Context;
use super::doubt::Doubt;
use super::draft::Reason;
use super::lexicon::Hit;
use super::view::View;
use thidua_core::collections::sort_by_key;
use thidua_core::domain::{CampaignKind, Relation, Sector};

pub(super) use names::{Directory, Name};

/// A mention as it was found on a line.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// The name, without quotation marks, in bytes.
    pub range: Range<usize>,
    pub kind: CampaignKind,
    pub relation: Relation,
    pub sector: Option<Sector>,
    pub quoted: bool,
    /// Whether the name is only called so by the words before a number or year ("Đợt 1").
    pub round: bool,
    pub reason: Reason,
}

/// What was found on a line.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// In the order of the line, none inside another.
    pub found: Vec<Mention>,
    /// Doubts with their places.
    pub doubts: Vec<(Doubt, Range<usize>)>,
}

/// The word among `from..to` that governs a name behind it: the last for a kind of campaign. "thi đua" within "chiến sĩ
/// thi đua" governs nothing.
fn governor(view: &View<'_>, context: &Context, from: usize, to: usize) -> Option<Hit<CampaignKind>> {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    vocabulary.kinds.all(text, words, from, to).into_iter().rev().find(|hit| {
        (hit.from.saturating_sub(2)..hit.from).all(|at| {
            vocabulary
                .general
                .at(text, words, at)
                .is_none_or(|general| general.to < hit.to || general.to > to)
        })
    })
}

/// The campaigns that a line names.
pub(super) fn mentions(view: &View<'_>, context: &Context) -> Mentions {
    let directory = &context.directory;
    let mut mentions = Mentions::default();
    quoted::find(view, context, directory, &mut mentions);
    plain::find(view, context, directory, &mut mentions);
    sort_by_key(&mut mentions.found, |mention| mention.range.start);
    for mention in &mut mentions.found {
        mention.relation = deed::relation(view, context, mention);
        mention.sector = deed::sector(view, context, mention);
    }
    mentions
}
