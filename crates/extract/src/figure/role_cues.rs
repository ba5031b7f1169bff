//! Words of a line that say something about the roles of its figures, and those of them that concern one figure.

use std::ops::Range;

use thidua_core::text::quantity::Quantity;
use thidua_core::text::slice;

use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;
use crate::phrase_table::PhraseHit;
use crate::vocabulary::RoleCue;

/// Most words after a figure in which a word still concerns it.
const REACH: usize = 9;
/// The same for the agent and the verb of a passive clause.
const PASSIVE_REACH: usize = 20;
/// Most words between two figures of a list.
const BETWEEN: usize = 5;
/// Words that may stand between a comma and a number that belongs to the words before the comma.
const JOINING: [&str; 12] =
    ["và", "cùng", "với", "có", "gồm", "bao", "cho", "trong", "đó", "gần", "hơn", "trên"];

/// Words of a line with an effect on roles.
#[derive(Debug)]
pub(super) struct LineCues {
    hits: Vec<PhraseHit<RoleCue>>,
}

impl LineCues {
    /// Finds them outside of quantities: in "hoàn thành 6/6 chỉ tiêu", "chỉ tiêu" is counted.
    pub fn of(view: &AnalyzedLine<'_>, context: &Context) -> Self {
        let (text, words) = (view.text(), view.words.as_slice());
        let mut hits = Vec::new();
        let mut pos = 0;
        while pos < words.len() {
            // "giảm giá, trị giá 2 tỷ": a phrase does not go on after a comma.
            let is_whole = |hit: &PhraseHit<RoleCue>| {
                (hit.from + 1..hit.to).all(|word| !view.gap(word - 1).contains(','))
            };
            let Some(hit) = context.vocabulary.cues.all_at(text, words, pos).find(is_whole) else {
                pos += 1;
                continue;
            };
            pos = hit.to;
            let start = view.word_range(hit.from, hit.to).start;
            let index = view.quantities().partition_point(|q| q.range.end <= start);
            let counted = view.quantities().get(index).is_some_and(|q| q.range.start <= start);
            if hit.meaning != RoleCue::Neutral && !counted {
                hits.push(hit);
            }
        }
        Self { hits }
    }
}

/// A quantity in its sentence.
pub(super) struct FigureSite<'a> {
    pub view: &'a AnalyzedLine<'a>,
    cues: &'a [PhraseHit<RoleCue>],
    pub quantity: &'a Quantity,
    /// Words of the sentence.
    pub sentence: Range<usize>,
    /// Words of the figure, from its bound word to its noun.
    pub words: Range<usize>,
    /// Index after the last word that can concern the figure.
    clause_end: usize,
}

impl<'a> FigureSite<'a> {
    /// Site of `quantity`, whose recorded words end at byte `end`.
    pub fn new(view: &'a AnalyzedLine<'a>, cues: &'a LineCues, quantity: &'a Quantity, end: usize) -> Self {
        let sentence = view.sentence(quantity.range.start);
        let sentence = view.word_from(sentence.start)..view.word_to(sentence.end);
        let words = view.word_to(quantity.range.start)..view.word_to(end.max(quantity.range.end));
        let clause_end = clause_end(view, words.end, sentence.end, Clause::Plain);
        Self { view, cues: &cues.hits, quantity, sentence, words, clause_end }
    }

    /// Returns whether the figure is the whole of a part directly before it: 530 in "412/530 công đoàn cơ sở".
    pub fn is_whole_of_part(&self) -> bool {
        slice(self.view.text(), 0..self.quantity.range.start).ends_with('/')
    }

    /// Words before the figure in its sentence, the nearest first.
    pub fn before(&self) -> impl Iterator<Item = &PhraseHit<RoleCue>> {
        let to = self.cues.partition_point(|hit| hit.from < self.words.start);
        let before = self.cues.get(..to).unwrap_or_default().iter().rev();
        before
            .take_while(|hit| hit.from >= self.sentence.start)
            .filter(|hit| hit.to <= self.words.start && !self.is_in_other_name(hit))
    }

    /// Words after the figure in its clause, the nearest first.
    pub fn after(&self) -> impl Iterator<Item = &PhraseHit<RoleCue>> {
        let from = self.cues.partition_point(|hit| hit.from < self.words.end);
        let after = self.cues.get(from..).unwrap_or_default().iter();
        after.take_while(|hit| hit.from < self.clause_end).filter(|hit| !self.is_in_other_name(hit))
    }

    /// Words after the figure to the end of its sentence.
    pub fn rest_of_sentence(&self) -> impl Iterator<Item = &PhraseHit<RoleCue>> {
        let from = self.cues.partition_point(|hit| hit.from < self.words.end);
        let rest = self.cues.get(from..).unwrap_or_default().iter();
        rest.take_while(|hit| hit.from < self.sentence.end)
    }

    /// Words of the sentence before that of the figure.
    pub fn earlier_sentence(&self) -> impl Iterator<Item = &PhraseHit<RoleCue>> {
        let last = self.sentence.start.checked_sub(1).and_then(|index| self.view.words.get(index));
        let earlier = last.map_or(0..0, |word| self.view.sentence(word.range.start));
        let (from, to) = (self.view.word_from(earlier.start), self.view.word_to(earlier.end));
        let first = self.cues.partition_point(|hit| hit.from < from);
        self.cues.get(first..).unwrap_or_default().iter().take_while(move |hit| hit.from < to)
    }

    /// Text between the word before the figure and the figure.
    pub fn gap_before(&self) -> &'a str {
        self.words.start.checked_sub(1).map_or("", |index| self.view.gap(index))
    }

    /// Nearest word before the figure with one of these effects.
    pub fn last(&self, cues: &[RoleCue]) -> Option<&PhraseHit<RoleCue>> {
        self.before().find(|hit| cues.contains(&hit.meaning))
    }

    /// Word `count` before the figure, 1 for the nearest. Empty before the sentence.
    pub fn word_before(&self, count: usize) -> &str {
        let index = self.words.start.checked_sub(count).filter(|index| *index >= self.sentence.start);
        index.map_or("", |index| self.view.key(index))
    }

    /// Word `count` after the figure, 1 for the next. Empty after its clause.
    pub fn word_after(&self, count: usize) -> &str {
        let index = (self.words.end + count).saturating_sub(1);
        if index < self.clause_end { self.view.key(index) } else { "" }
    }

    /// Returns whether a sign between word `from` and the figure separates them.
    pub fn is_separated(&self, from: usize) -> bool {
        (from..self.words.start).any(|index| {
            let gap = if index + 1 < self.view.words.len() { self.view.gap(index) } else { "" };
            let joins = |index: usize| {
                let word = self.view.key(index);
                JOINING.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit())
            };
            gap.contains([';', ':', '(', '“'])
                || (gap.contains(',') && index + 1 < self.words.start && !joins(index + 1))
        })
    }

    /// Words after the figure in its clause, with a long agent of a passive verb: "được Hội đồng quận, thành phố gắn biển".
    pub fn passive_clause(&self) -> Range<usize> {
        self.words.end..clause_end(self.view, self.words.end, self.sentence.end, Clause::Passive)
    }

    /// Text of the words `from..to`.
    pub fn text(&self, from: usize, to: usize) -> &'a str {
        slice(self.view.text(), self.view.word_range(from, to))
    }

    /// Returns whether a word is in a name, such as "vượt khó" in “… nỗ lực vượt khó …”, and the figure is not.
    fn is_in_other_name(&self, hit: &PhraseHit<RoleCue>) -> bool {
        let start = self.view.word_range(hit.from, hit.to).start;
        self.view
            .quote_at(start)
            .is_some_and(|q| q.closed && q.inner.len() < 200 && !q.inner.contains(&self.quantity.range.start))
    }
}

/// Reading of a clause after a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clause {
    /// Up to a comma that begins no further figure.
    Plain,
    /// Also past a comma after "được".
    Passive,
}

/// Index after the last word of the clause that goes on at word `from`: up to a sign, or a number that is not part of the
/// same list.
fn clause_end(view: &AnalyzedLine<'_>, from: usize, sentence: usize, clause: Clause) -> usize {
    let quantity_at = |index: usize| {
        let start = view.words.get(index)?.range.start;
        let q = view.quantities().partition_point(|q| q.range.end <= start);
        view.quantities().get(q).filter(|q| q.range.start <= start)
    };
    let mut index = from;
    let (mut counted, mut since) = (0, 0);
    let mut is_passive = false;
    let reach = if clause == Clause::Passive { PASSIVE_REACH } else { REACH };
    while index < sentence && counted < reach {
        let gap = index.checked_sub(1).map_or("", |last| view.gap(last));
        let next = quantity_at(index);
        let goes_on =
            is_passive || next.is_some() || (view.key(index) == "và" && quantity_at(index + 1).is_some());
        if gap.contains([';', ':', '.', '!', '?', '…', '(']) || (gap.contains(',') && !goes_on) {
            break;
        }
        match next {
            Some(_) if since > BETWEEN => break,
            Some(quantity) => {
                since = 0;
                index = view.word_to(quantity.range.end).max(index + 1);
            }
            None => {
                is_passive |= clause == Clause::Passive && view.key(index) == "được";
                counted += 1;
                since += 1;
                index += 1;
            }
        }
    }
    index
}
