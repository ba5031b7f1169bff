//! Names in quotation marks, and the words that say what they are.
//!
//! A name belongs to the nearest word before it that can govern one: "phong trào" and "hội thi" make it a campaign, "mô
//! hình" and "khẩu hiệu" something else. A name that directly follows another one ("…”, “…” và “…”) is of the same
//! kind. Quoted speech is not a name.

use std::ops::Range;

use thidua_core::domain::{CampaignKind, Relation};
use thidua_core::text::{key, slice};

use super::{CampaignDirectory, LineMention, LineMentions, governor};
use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;
use crate::diagnostic::DiagnosticKind;
use crate::draft::FactReason;
use crate::phrase_table::PhraseHit;
use crate::quotes::Quote;

/// Most words between a governing word and the name.
const REACH: usize = 14;
/// Most words between a word for something else and the name.
const OTHER_REACH: usize = 3;
/// Most words between a verb of giving and the quoted name of an award.
const GIVING_REACH: usize = 5;
/// Most words of a name.
const LONGEST_NAME: usize = 34;

/// Meaning of a quoted name.
#[derive(Debug, Clone)]
enum QuoteMeaning {
    Campaign(CampaignKind, FactReason),
    Other,
    Unknown,
}

pub(super) fn find(
    view: &AnalyzedLine<'_>,
    context: &Context,
    directory: &CampaignDirectory,
    out: &mut LineMentions,
) {
    let mut previous: Option<(Range<usize>, QuoteMeaning)> = None;
    for quote in &view.quotes {
        let inner =
            if quote.closed { trimmed(view, &quote.inner) } else { open_name(view, quote, directory) };
        let words = view.word_to(inner.end).saturating_sub(view.word_from(inner.start));
        let to = view.word_to(quote.outer.start);
        let named = !quote.closed && governor(view, context, to.saturating_sub(2), to).is_some();
        if !named && is_speech(view, context, quote) {
            continue;
        }
        let printed = key(view.get(&inner));
        let existing = directory.find(&printed, None).is_some();
        if words == 0 || words > LONGEST_NAME || !view.get(&inner).chars().any(char::is_alphabetic) {
            continue;
        }
        let beside = previous.as_ref().filter(|(outer, _)| outer.end <= quote.outer.start);
        let meaning = quote_meaning(view, context, directory, quote, &printed, beside);
        match &meaning {
            QuoteMeaning::Campaign(kind, reason) => {
                if !quote.closed {
                    out.diagnostics.push((DiagnosticKind::Unclosed, quote.outer.start..inner.end));
                }
                let joined = out.found.last().and_then(|last| joined(view, directory, last, &inner, *kind));
                match (joined, out.found.last_mut()) {
                    (Some(range), Some(last)) => last.range = range,
                    _ => out.found.push(LineMention {
                        range: inner.clone(),
                        kind: *kind,
                        relation: Relation::Named,
                        sector: None,
                        quoted: true,
                        round: false,
                        reason: reason.clone(),
                    }),
                }
            }
            QuoteMeaning::Unknown if quote.closed && (existing || (2..=20).contains(&words)) => {
                out.diagnostics.push((DiagnosticKind::QuotedName, inner.clone()));
            }
            QuoteMeaning::Unknown | QuoteMeaning::Other => {}
        }
        // The name of a quote that is not closed ends before the next one begins.
        let end = if quote.closed { quote.outer.end } else { inner.end };
        previous = Some((quote.outer.start..end, meaning));
    }
}

/// Range of the inner words without punctuation at their ends.
fn trimmed(view: &AnalyzedLine<'_>, inner: &Range<usize>) -> Range<usize> {
    let words = view.get(inner);
    let start = inner.start + (words.len() - words.trim_start_matches([' ', ',', '.']).len());
    let ended = words.trim_end_matches([' ', ',', ';']);
    let ended = if ended.ends_with("...") { ended } else { ended.trim_end_matches('.') };
    start..(inner.start + ended.len()).max(start)
}

/// Range of a name whose quotation mark is not closed: a known name, else up to the next sign. A comma before a capital
/// letter is inside the name.
fn open_name(view: &AnalyzedLine<'_>, quote: &Quote, directory: &CampaignDirectory) -> Range<usize> {
    let start = quote.inner.start;
    let first = view.word_from(start);
    if let Some(hit) = directory.forms.longest_at(view.text(), &view.words, first) {
        return start..view.word_range(first, hit.to).end;
    }
    let rest = view.get(&quote.inner);
    let stops = |(pos, c): (usize, char)| {
        let after = rest.get(pos + c.len_utf8()..).and_then(|rest| rest.trim_start().chars().next());
        let comma = c == ',' && after.is_some_and(|c| !c.is_uppercase());
        (comma || matches!(c, ';' | '.' | ':' | '(' | '“' | '"')).then_some(pos)
    };
    let end = rest.char_indices().find_map(stops).unwrap_or(rest.len());
    let mut name = slice(rest, 0..end).trim_end();
    // "“A và “B”": the word that joins the list is not part of the name.
    if slice(rest, end..rest.len()).starts_with(['“', '"']) {
        for joining in [" và", " cùng", " với", ","] {
            name = name.strip_suffix(joining).unwrap_or(name);
        }
    }
    start..start + name.len()
}

/// Returns whether a quote is speech: it ends like a sentence, holds one, or follows a colon.
fn is_speech(view: &AnalyzedLine<'_>, context: &Context, quote: &Quote) -> bool {
    let inner = view.get(&quote.inner);
    let words = view.word_to(quote.inner.end).saturating_sub(view.word_from(quote.inner.start));
    let before = slice(view.text(), 0..quote.outer.start).trim_end();
    let after = slice(view.text(), quote.outer.end..view.text().len()).trim_start();
    let ends = inner.trim_end().ends_with(['.', '!', '?', ',']) && !inner.trim_end().ends_with("...");
    let holds_sentence = inner.contains(". ") || inner.contains("? ") || inner.contains("! ");
    let is_followed_by_speaker = after.starts_with(['-', '–', ',']) && words >= 10 && before.is_empty();
    (words >= 8 && (ends || holds_sentence))
        || is_followed_by_speaker
        || (words >= 12 && before.is_empty())
        || (words >= 8 && before.ends_with(':') && !is_list_of_names(view, context, quote))
        || words > LONGEST_NAME
}

/// Returns whether the words before a colon announce names: "các phong trào như: “…”".
fn is_list_of_names(view: &AnalyzedLine<'_>, context: &Context, quote: &Quote) -> bool {
    let to = view.word_to(quote.outer.start);
    governor(view, context, to.saturating_sub(6), to).is_some()
}

/// Returns the meaning of a quoted name.
fn quote_meaning(
    view: &AnalyzedLine<'_>,
    context: &Context,
    directory: &CampaignDirectory,
    quote: &Quote,
    printed: &str,
    previous: Option<&(Range<usize>, QuoteMeaning)>,
) -> QuoteMeaning {
    let vocabulary = &context.vocabulary;
    let (text, words) = (view.text(), view.words.as_slice());
    let to = view.word_to(quote.outer.start);
    let sentence = view.sentence(quote.outer.start);
    let after_last = previous.map_or(0, |(outer, _)| outer.end.min(quote.outer.start));
    let from = view.word_from(sentence.start.max(after_last).max(opening(view, quote)));
    let from = from.max(to.saturating_sub(REACH + 4));
    let number = view.quantities().iter().find(|q| {
        q.range.start < quote.outer.start
            && q.range.end > quote.outer.start
            && q.range.end <= quote.inner.start
    });
    if let Some(number) = number {
        return QuoteMeaning::Campaign(
            CampaignKind::Title,
            FactReason::new("quoted-after-number", view.get(&number.range)),
        );
    }
    // 5 "Mái ấm Công đoàn": the quoted words are the counted noun.
    if view.quantities().iter().any(|q| q.range.start < quote.outer.start && q.range.end > quote.inner.start)
    {
        return QuoteMeaning::Other;
    }
    let kind = governor(view, context, from, to).filter(|hit| {
        let general =
            vocabulary.general.longest_at(text, words, hit.from).is_some_and(|g| g.to > hit.to && g.to < to);
        to - hit.to <= if general { 4 } else { REACH }
    });
    // "hội nghị biểu dương “…”": the verb beside the name has priority over the word before it.
    let awarded = vocabulary.awarding.before(text, words, to, 4).filter(|hit| hit.from >= from);
    let other = vocabulary.others.all(text, words, from, to).into_iter().rev().find(|hit| {
        let distance = to - hit.to;
        let within_kind = kind.is_some_and(|kind| hit.from >= kind.from && hit.to <= kind.to);
        !within_kind && if hit.to - hit.from == 1 { distance == 0 } else { distance <= OTHER_REACH }
    });
    let reason = |rule, from: usize, to: usize| FactReason::new(rule, view.get(&view.word_range(from, to)));
    match (kind, other) {
        (Some(kind), other) if other.is_none_or(|other| other.to <= kind.from) => {
            return QuoteMeaning::Campaign(kind.meaning, reason("quoted-after-kind", kind.from, kind.to));
        }
        (_, Some(other)) if awarded.is_none_or(|awarded| other.to > awarded.from) => {
            return QuoteMeaning::Other;
        }
        _ => {}
    }
    if let Some((outer, meaning)) = previous
        && is_chain(view, outer.end, quote.outer.start)
    {
        return match meaning {
            QuoteMeaning::Campaign(kind, _) => {
                QuoteMeaning::Campaign(*kind, FactReason::new("quoted-in-list", ""))
            }
            other => other.clone(),
        };
    }
    if let Some(hit) = awarded.or_else(|| given_award(view, context, quote, from..to)) {
        return QuoteMeaning::Campaign(CampaignKind::Title, reason("quoted-after-verb", hit.from, hit.to));
    }
    if let Some(name) = directory.find(printed, None) {
        return QuoteMeaning::Campaign(name.kind, FactReason::new("known-name", ""));
    }
    if let Some(hit) = vocabulary.launching.before(text, words, to, 3) {
        return QuoteMeaning::Campaign(CampaignKind::Movement, reason("quoted-after-verb", hit.from, hit.to));
    }
    if let Some(hit) = vocabulary.event.before(text, words, to, 3).filter(|hit| hit.from >= from) {
        return QuoteMeaning::Campaign(
            CampaignKind::Programme,
            reason("quoted-after-verb", hit.from, hit.to),
        );
    }
    QuoteMeaning::Unknown
}

/// Verb of giving among the words before a quoted name that begins like an award: tặng “Bằng Sáng tạo trẻ”.
fn given_award(
    view: &AnalyzedLine<'_>,
    context: &Context,
    quote: &Quote,
    before: Range<usize>,
) -> Option<PhraseHit<()>> {
    let (text, words) = (view.text(), view.words.as_slice());
    context.vocabulary.award_name.longest_at(text, words, view.word_from(quote.inner.start))?;
    let from = before.start.max(before.end.saturating_sub(GIVING_REACH));
    let verb = context.vocabulary.relations.last(text, words, from, before.end)?;
    (verb.meaning == Relation::Awarded).then_some(PhraseHit { from: verb.from, to: verb.to, meaning: () })
}

/// Byte where the quote around a quote begins. Words before it do not govern a name inside speech.
fn opening(view: &AnalyzedLine<'_>, quote: &Quote) -> usize {
    let around =
        view.quotes.iter().filter(|q| q.inner.start < quote.outer.start && quote.outer.end <= q.outer.end);
    around.map(|q| q.inner.start).max().unwrap_or(0)
}

/// Returns whether there is nothing between two names but words and signs that join a list.
fn is_chain(view: &AnalyzedLine<'_>, from: usize, to: usize) -> bool {
    let between = slice(view.text(), from..to);
    let joining = ["và", "hoặc", "hay", "cùng", "với", "gắn", "cũng", "như", "là", "các"];
    let words: Vec<&str> =
        view.words.iter().filter(|w| (from..to).contains(&w.range.start)).map(|w| w.key.as_str()).collect();
    if between.contains(['.', '!', '?']) && !between.contains("...") {
        return false;
    }
    let first_joins = words.first().is_none_or(|word| joining.contains(word));
    let comma = between.trim_start().starts_with([',', ';', '-', '–', '/', '…']) || between.trim().is_empty();
    let plain = words.iter().all(|word| joining.contains(word));
    // "danh hiệu “A” cho 21 tập thể và “B” cho 95 cá nhân"
    let of_whom =
        words.first().is_some_and(|word| matches!(*word, "trong" | "của" | "tại" | "ở" | "cho" | "do"));
    let ends_list = between.trim_end().ends_with([',', ';'])
        || words.last().is_some_and(|word| matches!(*word, "và" | "cùng"));
    (plain && (comma || first_joins)) || (of_whom && words.len() <= 9 && ends_list)
}

/// Range of one name that is printed as two quotes: “Lao động giỏi”, “Lao động sáng tạo”.
fn joined(
    view: &AnalyzedLine<'_>,
    directory: &CampaignDirectory,
    last: &LineMention,
    inner: &Range<usize>,
    kind: CampaignKind,
) -> Option<Range<usize>> {
    let whole = last.range.start..inner.end;
    let close = inner.start.saturating_sub(last.range.end) <= 16;
    let of_kind = |name: &super::KnownCampaign| name.kind == kind && name.kind != CampaignKind::Title;
    (last.quoted && close && directory.find(&key(view.get(&whole)), Some(kind)).is_some_and(of_kind))
        .then_some(whole)
}
