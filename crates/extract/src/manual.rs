//! Facts that a person selects. They are read by the same readers as extracted facts, starting at the selected range.
//!
//! A selection proves nothing: a number that cannot be read there gives no figure.

use std::ops::Range;

use thidua_core::domain::{CampaignKind, Edtf};
use thidua_core::text::printed_date::dates;
use thidua_core::text::quantity::OverlappedNumber;
use thidua_core::text::{fold_space, key, match_ranges, nfc};

use super::analyzed_line::AnalyzedLine;
use super::campaign::mentions;
use super::context::Context;
use super::diagnostic::DiagnosticKind;
use super::draft::{
    DraftCampaign, DraftFact, DraftFigure, DraftOrganisation, DraftPeriod, DraftPerson, FactReason, TextSpan,
};
use super::figure::figure_of_quantity;
use super::lines::{TextLine, lines};
use super::organisation::{self, organisations};
use super::segmentation::LineRole;

/// Name of the rule of selected facts.
const RULE: &str = "by-hand";

/// A range of a line that a person selected.
#[derive(Debug, Clone)]
pub struct ManualSelection<'a> {
    context: &'a Context,
    line: TextLine,
    /// Range in bytes of the folded line.
    range: Range<usize>,
}

/// Returns the first span of `words` on line number `line` of `text`, as whole words.
pub fn find_span(text: &str, line: u32, words: &str) -> Option<TextSpan> {
    let line = line_of(text, line)?;
    let words = fold_space(&nfc(words)).into_owned();
    let range = match_ranges(&line.text, &words).into_iter().next()?;
    Some(line.span(&range))
}

/// Returns the date or period in printed words, if there is exactly one.
pub fn parse_printed_period(words: &str) -> Option<Edtf> {
    let words = fold_space(&nfc(words)).into_owned();
    match dates(&words).as_slice() {
        [date] => Some(date.value),
        _ => None,
    }
}

fn line_of(text: &str, number: u32) -> Option<TextLine> {
    let index = usize::try_from(number).ok()?.checked_sub(1)?;
    let line = text.strip_prefix('\u{FEFF}').unwrap_or(text).split('\n').nth(index)?;
    let mut line = lines(line).into_iter().next()?;
    line.number = number;
    Some(line)
}

impl<'a> ManualSelection<'a> {
    /// Selects `span` of `text`, without white space at its ends. `None` where there are no words.
    pub fn new(text: &str, span: TextSpan, context: &'a Context) -> Option<Self> {
        let line = line_of(text, span.line)?;
        let index = usize::try_from(span.line).ok()?.checked_sub(1)?;
        let printed = nfc(text.split('\n').nth(index)?).into_owned();
        let length = usize::try_from(span.end.checked_sub(span.start)?).ok()?;
        let chosen: String = printed.chars().skip(usize::try_from(span.start).ok()?).take(length).collect();
        let words = fold_space(&chosen).into_owned();
        if words.is_empty() {
            return None;
        }
        let near = |range: &Range<usize>| line.span(range).start.abs_diff(span.start);
        let found = line.text.match_indices(&words).map(|(pos, _)| pos..pos + words.len());
        let range = found.min_by_key(near)?;
        Some(Self { context, line, range })
    }

    /// Selected words.
    pub fn words(&self) -> &str {
        self.line.get(&self.range)
    }

    /// Selected span.
    pub fn span(&self) -> TextSpan {
        self.line.span(&self.range)
    }

    /// A fact with the selected words.
    pub fn found<T>(&self, fact: T) -> DraftFact<T> {
        self.found_at(&self.range, fact)
    }

    fn found_at<T>(&self, range: &Range<usize>, fact: T) -> DraftFact<T> {
        let reason = FactReason::new(RULE, "");
        DraftFact { span: self.line.span(range), words: self.line.get(range).to_owned(), reason, fact }
    }

    /// Reads the figure whose number is in the selection, without campaigns.
    ///
    /// # Errors
    /// `Some` with the diagnostic and the words that belong together where a number cannot be read; `None` where there is no number.
    pub fn figure(&self) -> Result<DraftFact<DraftFigure>, Option<(DiagnosticKind, String)>> {
        let view = AnalyzedLine::new(&self.line, LineRole::Paragraph, &self.context.counting);
        let (index, quantity) = match view.reading.overlapping(&self.range).first() {
            Some(OverlappedNumber::Quantity(index, quantity)) => (*index, *quantity),
            Some(OverlappedNumber::Unread(unread)) => {
                return Err(Some((
                    DiagnosticKind::from_cause(unread.cause),
                    view.get(&unread.range).to_owned(),
                )));
            }
            None => return Err(None),
        };
        let named = mentions(&view, self.context).found;
        let (figure, _) = figure_of_quantity(&view, self.context, &named, index, quantity, RULE);
        let holds = self.range.start <= quantity.range.start && quantity.range.end <= self.range.end;
        let is_unique = match_ranges(&self.line.text, self.words()).len() == 1;
        let range = if holds && is_unique { self.range.clone() } else { figure.range };
        let period =
            figure.period.map(|(range, when)| DraftPeriod { when, as_written: view.get(&range).to_owned() });
        let fact = DraftFigure {
            value: quantity.value,
            value_to: quantity.value_to,
            unit: quantity.unit.clone(),
            comparator: quantity.comparator,
            word: quantity.word.map(str::to_owned),
            role: figure.role,
            act: figure.act.act,
            levels: figure.levels,
            campaigns: Vec::new(),
            campaign_evidence: None,
            organisation: None,
            period,
            part_of: None,
            repeats: None,
            label: figure.label,
            misprint: None,
        };
        Ok(self.found_at(&range, fact))
    }

    /// A campaign named by the selected words: an existing one where the name is known, else a movement.
    pub fn campaign(&self) -> DraftCampaign {
        let printed = key(self.words());
        let directory = &self.context.directory;
        let existing = directory.find(&printed, None);
        let kind = existing.map_or(CampaignKind::Movement, |name| name.kind);
        // A name that many organisations use is joined only by a person who knows whose it is.
        let found = directory.of_kind(&printed, kind);
        let (campaign, join) = found.map_or((None, None), |(id, join)| (Some(id), Some(join)));
        DraftCampaign {
            name: self.words().to_owned(),
            kind,
            aliases: Vec::new(),
            similar: if campaign.is_some() { Vec::new() } else { self.context.directory.similar(&printed) },
            existing: campaign,
            join,
        }
    }

    /// A person named by the selected words.
    pub fn person(&self) -> DraftPerson {
        DraftPerson { name: self.words().to_owned(), role: None, organisation: None }
    }

    /// The date or period in the selected words; without one, only the words.
    pub fn period(&self) -> DraftPeriod {
        DraftPeriod { when: parse_printed_period(self.words()), as_written: self.words().to_owned() }
    }

    /// The organisation that the selected words name.
    pub fn organisation(&self) -> DraftOrganisation {
        let view = AnalyzedLine::new(&self.line, LineRole::Paragraph, &self.context.counting);
        let mut named = organisations(&view, self.context).into_iter();
        let named = named.find(|n| n.range.start < self.range.end && self.range.start < n.range.end);
        let (name, kind) = match named {
            Some(named) => (named.name, named.kind),
            None => organisation::of_words(self.words()),
        };
        let existing = organisation::find_by_name(self.context, &key(&name))
            .or_else(|| organisation::find_by_name(self.context, &key(self.words())));
        let printed = self.words().to_owned();
        DraftOrganisation {
            aliases: if printed == name { Vec::new() } else { vec![printed] },
            existing: existing.map(|organisation| organisation.id.clone()),
            name,
            kind,
            count: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selected_number_is_read_whole_and_words_give_no_figure() {
        let text = "x\nĐã có gần  1.248 sáng kiến, trong đó 30 đề tài";
        let context = Context::default();
        let number = ManualSelection::new(text, TextSpan { line: 2, start: 11, end: 14 }, &context).unwrap();
        assert_eq!(number.words(), "1.2");
        let figure = number.figure().unwrap();
        assert_eq!((figure.words.as_str(), figure.span.start), ("gần 1.248 sáng kiến", 6));
        let word = ManualSelection::new(text, TextSpan { line: 2, start: 0, end: 5 }, &context).unwrap();
        assert_eq!((word.words(), word.figure().err()), ("Đã có", Some(None)));
        assert!(ManualSelection::new(text, TextSpan { line: 9, start: 0, end: 5 }, &context).is_none());
    }
}
