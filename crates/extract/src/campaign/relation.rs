//! Relation and sector of a mention.

use thidua_core::domain::{CampaignKind, Relation, Sector};

use super::LineMention;
use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;

/// Relation by the nearest verb before the name in its sentence.
pub(super) fn relation(view: &AnalyzedLine<'_>, context: &Context, mention: &LineMention) -> Relation {
    if mention.kind == CampaignKind::Theme {
        return Relation::Theme;
    }
    let (text, words) = (view.text(), view.words.as_slice());
    let sentence = view.sentence(mention.range.start);
    let from = view.word_from(sentence.start);
    let to = view.word_to(mention.range.start);
    let hits = context.vocabulary.relations.all(text, words, from, to);
    if mention.kind == CampaignKind::Title {
        let awarded = hits.iter().any(|hit| hit.meaning == Relation::Awarded);
        let after = context
            .vocabulary
            .relations
            .first(text, words, view.word_from(mention.range.end), view.word_to(sentence.end))
            .is_some_and(|hit| hit.meaning == Relation::Awarded);
        return if awarded || after { Relation::Awarded } else { Relation::Named };
    }
    let responded = hits.iter().rev().find(|hit| hit.meaning == Relation::Responded);
    match hits.iter().rev().find(|hit| hit.meaning != Relation::Awarded) {
        // "hưởng ứng phong trào … do … phát động"
        Some(hit) if hit.meaning == Relation::Launched && responded.is_some_and(|r| r.to == hit.from) => {
            Relation::Responded
        }
        Some(hit) => hit.meaning,
        None => Relation::Named,
    }
}

/// Sector that the sentence names before the campaign, else after it.
pub(super) fn sector(view: &AnalyzedLine<'_>, context: &Context, mention: &LineMention) -> Option<Sector> {
    let (text, words) = (view.text(), view.words.as_slice());
    let sentence = view.sentence(mention.range.start);
    let (from, to) = (view.word_from(sentence.start), view.word_to(sentence.end));
    let sectors = &context.vocabulary.sectors;
    let before = sectors.last(text, words, from, view.word_to(mention.range.start));
    let after = || sectors.first(text, words, view.word_from(mention.range.end), to);
    let inside =
        || sectors.first(text, words, view.word_from(mention.range.start), view.word_to(mention.range.end));
    before.or_else(after).or_else(inside).map(|hit| hit.meaning)
}
