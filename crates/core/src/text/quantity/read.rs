//! Reading of clusters: each becomes a quantity, or an unread number with a reason, or nothing.

use std::ops::Range;

use super::bounds::{self, BoundWord, skip_space_back};
use super::cluster::{Cluster, TokenLink, parts};
use super::lexer::{NumberToken, word_before};
use super::nouns::{UnitMatch, UnitNouns};
use super::value::{Amount, Unreadable, amount};
use super::words::NumberWord;
use super::{LineQuantities, Quantity, UnreadCause, UnreadNumber, brackets, ratio, shared, touch};
use crate::domain::{Comparator, Decimal};
use crate::text::phrase::{next_char, phrase_end, phrase_start, prev_char};

/// Words before "năm" with the meaning of five.
const HAVING: [&str; 8] = ["có", "gồm", "với", "tặng", "trao", "cho", "đạt", "được"];
/// Words before scale words that state no number: "hàng trăm", "phần trăm".
const HUNDREDS_OF: [&str; 4] = ["hàng", "hằng", "cả", "phần"];
/// Words that make an ordinal of the number after them.
const ORDINALS: [&str; 2] = ["thứ", "hạng"];
/// Words that make an ordinal of a number word after them.
const ORDINALS_OF_WORDS: [&str; 4] = ["tháng", "mùng", "mồng", "quí"];

/// Reads the clusters of a line, from left to right.
pub(super) struct ClusterReader<'a> {
    pub line: &'a str,
    pub nouns: &'a UnitNouns,
    pub clusters: Vec<Cluster>,
}

/// Result of reading a cluster.
enum ClusterOutcome {
    Quantity(Quantity),
    /// A part and the whole that it is of: "412/530 công đoàn cơ sở".
    PartOfWhole(Quantity, Quantity),
    Unread(UnreadCause),
    /// Not a number: words with another meaning, an ordinal.
    Nothing,
}

/// Number of a quantity.
#[derive(Debug, Clone)]
struct NumberValue {
    value: Decimal,
    value_to: Option<Decimal>,
    range: Range<usize>,
}

impl<'a> ClusterReader<'a> {
    pub fn read(&self) -> LineQuantities {
        let mut reading = LineQuantities::default();
        let mut from = 0;
        for (index, cluster) in self.clusters.iter().enumerate() {
            let range = cluster.range();
            if range.start < from {
                continue;
            }
            match self.outcome(from, index, cluster) {
                (ClusterOutcome::Quantity(quantity), end) => {
                    from = end.max(quantity.range.end);
                    if let Some(before) = reading.unread.last_mut() {
                        before.range.end = before.range.end.min(quantity.range.start);
                    }
                    reading.quantities.push(quantity);
                }
                (ClusterOutcome::PartOfWhole(part, whole), end) => {
                    from = end.max(whole.range.end);
                    if let Some(before) = reading.unread.last_mut() {
                        before.range.end = before.range.end.min(part.range.start);
                    }
                    reading.quantities.extend([part, whole]);
                }
                (ClusterOutcome::Unread(cause), end) => {
                    let unread = self.unread(from, cluster, end, cause);
                    from = from.max(end);
                    let is_part = reading
                        .unread
                        .last()
                        .is_some_and(|before| before.is_count && unread.range.end <= before.range.end);
                    if !is_part && (cluster.has_numeral() || unread.is_count) {
                        reading.unread.push(unread);
                    }
                }
                (ClusterOutcome::Nothing, _) => {}
            }
        }
        shared::add_units(self.line, self.nouns, &mut reading.quantities);
        reading
    }

    /// Reads a cluster. Returns the result and the byte where reading goes on. Words before byte `from` belong to
    /// another quantity.
    fn outcome(&self, from: usize, index: usize, cluster: &Cluster) -> (ClusterOutcome, usize) {
        let range = cluster.range();
        if self.is_ordinal(cluster) {
            return (ClusterOutcome::Nothing, range.end);
        }
        let has_noun = self.noun(range.end).is_some();
        if let [token] = cluster.tokens.as_slice()
            && let Some(word) = token.word()
        {
            let bound = bounds::leading(self.line, range.start);
            match word {
                NumberWord::Zero => return (ClusterOutcome::Nothing, range.end),
                // "một sáng kiến" is "an initiative" as well as "one initiative", unless it is in a list of numbers;
                // "hàng trăm" is not a number.
                NumberWord::Digit(1) if bound == Ok(None) && !self.is_listed(from, index, range.end) => {
                    return (ClusterOutcome::Nothing, range.end);
                }
                NumberWord::Digit(5)
                    if bound == Ok(None) && !self.has_before(range.start) && !self.opens_line(&range) =>
                {
                    return (ClusterOutcome::Nothing, range.end);
                }
                _ => {}
            }
        }
        // "hàng trăm nghìn" is not a number.
        let only_scales =
            cluster.tokens.iter().all(|token| matches!(token.word(), Some(NumberWord::Scale(_))));
        if only_scales && HUNDREDS_OF.contains(&word_before(self.line, range.start).as_str()) {
            return (ClusterOutcome::Nothing, range.end);
        }
        if !cluster.stands_alone(self.line) || self.is_tail(range.start) {
            return (ClusterOutcome::Unread(UnreadCause::Touched), range.end);
        }
        let (runs, joints) = (cluster.runs(), cluster.joints());
        let (number, unit) = match (runs.as_slice(), joints.as_slice()) {
            ([run], []) => match self.single(index, run) {
                Ok(found) => found,
                Err((cause, end)) => return (ClusterOutcome::Unread(cause), end),
            },
            ([lower, upper], [TokenLink::Range]) => match self.range(lower, upper) {
                Some(number) => (number, self.noun(range.end)),
                None => return (ClusterOutcome::Unread(UnreadCause::Unclear), range.end),
            },
            ([first, whole], [TokenLink::Slash]) => {
                return (self.ratio(from, cluster, first, whole), range.end);
            }
            (_, [.., TokenLink::Slash]) => {
                return (ClusterOutcome::Unread(UnreadCause::RatioOrDate), range.end);
            }
            _ => return (ClusterOutcome::Unread(UnreadCause::Unclear), range.end),
        };
        if !cluster.has_numeral() && !has_noun && unit.is_none() {
            return (ClusterOutcome::Nothing, range.end);
        }
        self.quantity(from, index, number, unit)
    }

    /// Combines a number with its bound and unit.
    fn quantity(
        &self,
        from: usize,
        index: usize,
        mut number: NumberValue,
        mut unit: Option<UnitMatch<'a>>,
    ) -> (ClusterOutcome, usize) {
        let line = self.line;
        let start = number.range.start;
        let since = |edge: usize| (edge >= from).then_some(edge);
        let from_word = phrase_start(line, skip_space_back(line, start), "từ").and_then(since);
        let mut end = unit.map_or(number.range.end, |unit| unit.end);
        if let (Some(own), None) = (unit, number.value_to)
            && let Some(upper) = self.upper_end(index, own, from_word.is_some())
        {
            let (second, unit_to, second_end) = upper;
            let Some(second) = second.filter(|second| *second >= number.value) else {
                return (ClusterOutcome::Unread(UnreadCause::Unclear), second_end);
            };
            number.value_to = Some(second);
            number.range.end = second_end;
            unit = unit_to.or(unit);
            end = unit_to.map_or(second_end, |unit| unit.end);
        }
        // "1,250 sáng kiến" may be grouped as in English.
        if unit.is_some_and(|unit| unit.is_count) && self.is_grouped_by_comma(&number) {
            return (ClusterOutcome::Unread(UnreadCause::Malformed), end);
        }
        let is_range = number.value_to.is_some();
        let outer = from_word.filter(|_| is_range).unwrap_or(start);
        let Ok(lead) = self.lead(from, outer) else {
            return (ClusterOutcome::Unread(UnreadCause::Bound), end);
        };
        let lead = lead.filter(|bound| !bounds::is_located(line, bound.edge, number.range.end));
        let before_from = match from_word {
            Some(edge) if !is_range => self.lead(from, edge).map_or(true, |bound| bound.is_some()),
            _ => false,
        };
        let Ok(trail) = bounds::trailing(line, end, from_word.is_some()) else {
            return (ClusterOutcome::Unread(UnreadCause::Bound), end);
        };
        let (range, bound): (Range<usize>, Option<BoundWord>) = match (lead, trail) {
            (Some(_), Some(_)) => return (ClusterOutcome::Unread(UnreadCause::Bound), end),
            (None, Some(_)) if before_from || is_range => {
                return (ClusterOutcome::Unread(UnreadCause::Bound), end);
            }
            (Some(lead), None) => (lead.edge..end, Some(lead)),
            (None, Some(trail)) => (from_word.unwrap_or(start)..trail.edge, Some(trail)),
            (None, None) => (outer..end, None),
        };
        let comparator = match (is_range, bound) {
            (true, _) => Comparator::Range,
            (false, bound) => bound.map_or(Comparator::Eq, |bound| bound.comparator),
        };
        let mut quantity = Quantity {
            range,
            number: number.range,
            comparator,
            word: bound.map(|bound| bound.word),
            value: number.value,
            value_to: number.value_to,
            unit: unit.map(|unit| unit.unit.clone()),
        };
        match brackets::restatement(self, index, end, &quantity) {
            brackets::Restatement::No => {
                let end = quantity.range.end;
                (ClusterOutcome::Quantity(quantity), end)
            }
            brackets::Restatement::Same { end, unit } => {
                if quantity.unit.is_none()
                    && let Some(unit) = unit
                {
                    quantity.range.end = unit.end;
                    quantity.unit = Some(unit.unit.clone());
                }
                (ClusterOutcome::Quantity(quantity), end)
            }
            brackets::Restatement::Other { end } => (ClusterOutcome::Unread(UnreadCause::Disagreeing), end),
        }
    }

    /// Reads the number of one run and its unit. A bracket between them that states the number again belongs to it: "02
    /// (hai) bản".
    fn single(
        &self,
        index: usize,
        run: &[NumberToken],
    ) -> Result<(NumberValue, Option<UnitMatch<'a>>), (UnreadCause, usize)> {
        let range = span(run);
        let found = amount(&parts(run)).map_err(|reason| (reason.into(), range.end))?;
        let unit = self.noun(range.end);
        let number = |end: usize| NumberValue { value: found.value, value_to: None, range: range.start..end };
        if unit.is_none()
            && let Some(inner) = self.clusters.get(index + 1)
            && let Some(end) = brackets::bracketed(self.line, range.end, inner)
        {
            let unit = self.noun(end);
            let again = match (inner.runs().as_slice(), inner.joints().as_slice()) {
                ([run], []) => amount(&parts(run)).ok(),
                _ => None,
            };
            return match again {
                Some(again) if again.value == found.value => Ok((number(end), unit)),
                // "20 (15 nữ) công nhân": the bracket holds more than the number, so only the number is read.
                _ => match unit {
                    Some(unit) => Err((UnreadCause::Disagreeing, unit.end)),
                    None => Ok((number(range.end), None)),
                },
            };
        }
        Ok((number(range.end), unit))
    }

    fn range(&self, lower: &[NumberToken], upper: &[NumberToken]) -> Option<NumberValue> {
        let (first, second) = (amount(&parts(lower)).ok()?, amount(&parts(upper)).ok()?);
        let value = lower_end(lower, first, upper, second)?;
        let range = span(lower).start..span(upper).end;
        (value <= second.value).then_some(NumberValue { value, value_to: Some(second.value), range })
    }

    /// Reads "78/82 cơ quan": the first number, exact or bound, and the whole. Of "10/12 chỉ tiêu", and where all are
    /// reached, only the first number is a quantity.
    fn ratio(
        &self,
        from: usize,
        cluster: &Cluster,
        first: &[NumberToken],
        whole: &[NumberToken],
    ) -> ClusterOutcome {
        let range = cluster.range();
        let single = |run: &[NumberToken]| match run {
            [token] if token.is_numeral() => amount(&parts(run)).ok(),
            _ => None,
        };
        let (Some(part), Some(of)) = (single(first), single(whole)) else {
            return ClusterOutcome::Unread(UnreadCause::RatioOrDate);
        };
        let ends = (range.start, range.end);
        if ratio::is_month(part.value, of.value) {
            return ClusterOutcome::Nothing;
        }
        let Some(unit) = ratio::unit(self.line, self.nouns, ends, (part.value, of.value)) else {
            return ClusterOutcome::Unread(UnreadCause::RatioOrDate);
        };
        let (Ok(bound), Ok(None)) =
            (self.lead(from, range.start), bounds::trailing(self.line, unit.end, false))
        else {
            return ClusterOutcome::Unread(UnreadCause::Bound);
        };
        let quantity =
            |number: Range<usize>, end: usize, value: Decimal, bound: Option<BoundWord>| Quantity {
                range: bound.map_or(number.start, |bound| bound.edge)..end,
                number,
                comparator: bound.map_or(Comparator::Eq, |bound| bound.comparator),
                word: bound.map(|bound| bound.word),
                value,
                value_to: None,
                unit: Some(unit.unit.clone()),
            };
        if part.value == of.value || ratio::counts_goals(self.line, range.end) {
            return ClusterOutcome::Quantity(quantity(range, unit.end, part.value, bound));
        }
        let (first, whole) = (span(first), span(whole));
        ClusterOutcome::PartOfWhole(
            quantity(first.clone(), first.end, part.value, bound),
            quantity(whole, unit.end, of.value, None),
        )
    }

    /// Looks for the upper end of a range that a number with its unit begins. The inner `None` means that the upper end
    /// cannot be read. A dash joins two numbers of one unit; "đến" also needs "từ" before it, because it is a
    /// preposition as well.
    fn upper_end(
        &self,
        index: usize,
        unit: UnitMatch<'a>,
        from_word: bool,
    ) -> Option<(Option<Decimal>, Option<UnitMatch<'a>>, usize)> {
        let (start, dash) = connector(self.line, unit.end)?;
        let next = self.clusters.get(index + 1).filter(|next| next.range().start == start)?;
        let range = next.range();
        let unit_to = self.noun(range.end);
        let same = unit_to.is_some_and(|to| to.unit == unit.unit);
        let joined = if dash { same } else { from_word && (same || unit_to.is_none()) };
        if !joined {
            return None;
        }
        let value = match (next.runs().as_slice(), next.joints().as_slice()) {
            ([run], []) if next.is_free_after(self.line) => amount(&parts(run)).ok().map(|found| found.value),
            _ => None,
        };
        Some((value, unit_to, range.end))
    }

    /// Returns the unit whose noun is at byte `pos`.
    pub fn noun(&self, pos: usize) -> Option<UnitMatch<'a>> {
        self.nouns.unit_at(self.line, pos)
    }

    /// Returns the bound word directly before byte `start`, unless it belongs to another quantity.
    fn lead(&self, from: usize, start: usize) -> Result<Option<BoundWord>, bounds::UncertainBound> {
        match bounds::leading(self.line, start) {
            Ok(bound) => Ok(bound.filter(|bound| bound.edge >= from)),
            Err(uncertain) if uncertain.0 < from => Ok(None),
            Err(uncertain) => Err(uncertain),
        }
    }

    /// Returns whether a number is not whole and looks like thousands grouped by a comma.
    fn is_grouped_by_comma(&self, number: &NumberValue) -> bool {
        let printed = self.line.get(number.range.clone()).unwrap_or("");
        let groups =
            printed.split_once(',').map(|(_, after)| after.bytes().take_while(u8::is_ascii_digit).count());
        number.value.rounded(0) != number.value && groups == Some(3)
    }

    fn has_before(&self, pos: usize) -> bool {
        HAVING.contains(&word_before(self.line, pos).as_str())
    }

    /// Returns whether a number word that ends at byte `end` counts like a number next to it: "một giải Nhất, 2 giải Nhì",
    /// "12 cá nhân và một tập thể". Another quantity ends at byte `from`.
    fn is_listed(&self, from: usize, index: usize, end: usize) -> bool {
        let Some(noun) = self.noun(end).filter(|noun| noun.is_count) else { return false };
        let start = self.clusters.get(index).map_or(end, |cluster| cluster.range().start);
        let after_quantity = from > 0 && matches!(self.line.get(from..start), Some(", " | " và " | " cùng "));
        let next = self.clusters.get(index + 1).filter(|next| next.has_numeral());
        let before_quantity = next.is_some_and(|next| {
            let next = next.range();
            matches!(self.line.get(noun.end..next.start), Some(", " | " và "))
                && self.noun(next.end).is_some()
        });
        after_quantity || before_quantity
    }

    /// Returns whether "Năm" begins a line or sentence and counts: "Năm thí sinh đạt giải".
    fn opens_line(&self, range: &Range<usize>) -> bool {
        let before = self.line.get(..range.start).unwrap_or("");
        let opens = before.is_empty() || before.ends_with(". ");
        opens && self.noun(range.end).is_some_and(|noun| noun.is_count)
    }

    fn is_ordinal(&self, cluster: &Cluster) -> bool {
        let word = word_before(self.line, cluster.range().start);
        ORDINALS.contains(&word.as_str())
            || (!cluster.has_numeral() && ORDINALS_OF_WORDS.contains(&word.as_str()))
    }

    /// Returns whether a number at byte `start` is the end of a range or choice whose beginning is not a number of its
    /// own.
    fn is_tail(&self, start: usize) -> bool {
        let end = skip_space_back(self.line, start);
        let joins = ["-", "–", "−", "~", "đến", "tới", "hoặc", "hay"];
        let head = joins.iter().find_map(|join| phrase_start(self.line, end, join));
        head.is_some_and(|head| {
            prev_char(self.line, skip_space_back(self.line, head)).is_some_and(char::is_numeric)
        })
    }

    /// Makes an unread number of a cluster, the bound word before it and the noun after it, up to byte `end`.
    fn unread(&self, from: usize, cluster: &Cluster, end: usize, cause: UnreadCause) -> UnreadNumber {
        let number = cluster.range();
        let whole = touch::unspaced(self.line, number.start, number.end);
        let noun = self.noun(number.end).or_else(|| self.noun(whole.end));
        let is_scaled = cluster.tokens.iter().any(|token| matches!(token.word(), Some(NumberWord::Scale(_))));
        let start = match bounds::leading(self.line, whole.start) {
            Ok(Some(bound)) => bound.edge,
            Err(uncertain) => uncertain.0,
            Ok(None) => whole.start,
        };
        let end = noun.map_or(whole.end, |noun| noun.end).max(end);
        let is_count =
            noun.is_some() || cause == UnreadCause::Disagreeing || (is_scaled && cluster.has_numeral());
        UnreadNumber { range: start.max(from)..end, number, cause, is_count }
    }
}

/// Range of a run, in bytes.
fn span(run: &[NumberToken]) -> Range<usize> {
    match (run.first(), run.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => 0..0,
    }
}

/// Lower end of a range. Its scale may be printed only with the upper end ("1,2 - 1,5 tỉ"). `None` where it is not
/// certain ("hai - ba mươi").
fn lower_end(lower: &[NumberToken], first: Amount, upper: &[NumberToken], second: Amount) -> Option<Decimal> {
    let is_digit_word = matches!(lower, [token] if token.word().is_some());
    let has_tens =
        upper.iter().any(|token| matches!(token.word(), Some(NumberWord::Tens | NumberWord::Final(_))));
    match (first.is_scaled, second.is_scaled, second.shared_scale) {
        (false, true, Some(scale)) => first.value.checked_mul(scale),
        (false, true, None) => None,
        _ if is_digit_word && has_tens => None,
        _ => Some(first.value),
    }
}

/// Byte where the number after a range connector at byte `pos` starts, and whether the connector is a dash.
fn connector(line: &str, pos: usize) -> Option<(usize, bool)> {
    let spaced = next_char(line, pos) == Some(' ');
    let start = if spaced { pos + 1 } else { pos };
    if let Some(dash @ ('-' | '–' | '−' | '~')) = next_char(line, start) {
        let after = start + dash.len_utf8();
        let after = if next_char(line, after) == Some(' ') { after + 1 } else { after };
        return Some((after, true));
    }
    let after = ["đến", "tới"].iter().find_map(|word| phrase_end(line, start, word))?;
    (spaced && next_char(line, after) == Some(' ')).then_some((after + 1, false))
}

impl From<Unreadable> for UnreadCause {
    fn from(reason: Unreadable) -> Self {
        match reason {
            Unreadable::Malformed => UnreadCause::Malformed,
            Unreadable::Vague => UnreadCause::Vague,
            Unreadable::IllFormed => UnreadCause::Unclear,
        }
    }
}
