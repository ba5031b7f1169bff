//! Campaigns that the sentence of a figure names.
//!
//! A sentence consists of statements. "1.310 thợ giỏi cấp cơ sở, 62 thợ giỏi cấp huyện; 5.920 chị em đạt danh hiệu “…”"
//! has three: a title behind one figure is not the title of the figures whose statements are complete before it.
//! Figures that are listed without a verb or a level between them share a statement: "45 tập thể, 120 cá nhân đạt …".

use std::ops::Range;

use thidua_core::domain::{CampaignKind, Dimension, Role};
use thidua_core::text::{lowercase, slice};

use super::{Attribution, NamedCampaign, in_name, says};
use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;
use crate::draft::CampaignEvidence;
use crate::figure::LineFigure;

/// Most words between two figures of one statement.
const SHARED_WORDS: usize = 8;
/// Most words of the statement of a figure that only repeats the award before it: "và 12 chị cấp tỉnh".
const SHORT_STATEMENT: usize = 14;
/// Most words that can be between two names of a list beside the words of their kinds.
const LISTED_WORDS: usize = 12;

/// A sentence with the campaigns and figures in it.
#[derive(Debug, Clone)]
pub(super) struct Sentence<'a> {
    pub view: &'a AnalyzedLine<'a>,
    pub context: &'a Context,
    /// Range in the line, in bytes.
    pub range: Range<usize>,
    pub names: &'a [NamedCampaign],
    pub figures: &'a [LineFigure],
}

impl Sentence<'_> {
    /// For each figure the campaign inside its words or behind it in its statement.
    pub fn own_campaigns(&self) -> Vec<Option<Attribution>> {
        let mut found: Vec<Option<Attribution>> = vec![None; self.figures.len()];
        let mut next: Option<Attribution> = None;
        for (index, slot) in found.iter_mut().enumerate().rev() {
            let behind = || {
                self.behind(index).map(|name| Attribution::new(vec![name.campaign], CampaignEvidence::Behind))
            };
            let shared = || {
                let behind = |next: &&Attribution| next.evidence == Some(CampaignEvidence::Behind);
                next.as_ref().filter(behind).filter(|_| self.shares_statement(index)).cloned()
            };
            *slot = self.inside(index).or_else(behind).or_else(shared);
            next.clone_from(slot);
        }
        found
    }

    fn inside(&self, index: usize) -> Option<Attribution> {
        let range = &self.figures.get(index)?.range;
        let inside = self.names.iter().filter(|n| range.start <= n.range.start && n.range.end <= range.end);
        let campaigns: Vec<usize> = inside.map(|name| name.campaign).collect();
        (!campaigns.is_empty()).then(|| Attribution::new(campaigns, CampaignEvidence::Inside))
    }

    /// First campaign that is named behind a figure in its statement and joined with it.
    fn behind(&self, index: usize) -> Option<&NamedCampaign> {
        let end = self.end_of_figure(index)?;
        let limit = self.end_of_statement(index)?;
        let name = self.names.iter().find(|name| name.range.start >= end && name.range.start < limit)?;
        let between = end..name.range.start;
        let after_comma = self.last_comma(&between).map_or(between.start, |comma| comma + 1);
        let vocabulary = &self.context.vocabulary;
        let is_joined =
            after_comma == between.start || says(self.view, &vocabulary.linking, after_comma..between.end);
        (is_joined && !says(self.view, &vocabulary.turns, between)).then_some(name)
    }

    /// Figure with which a figure goes on: the whole of a share ("trong đó"), that is the nearest before it that is no share
    /// itself, with the same unit if there is one; or the figure whose value a sum of money is ("giá trị làm lợi …").
    pub fn whole(&self, index: usize) -> Option<usize> {
        if !self.figures.get(index)?.is_share {
            let before = index.checked_sub(1)?;
            return self.is_value_of(before).then_some(before);
        }
        let unit = &self.figures.get(index)?.quantity.unit;
        let before = || self.figures.iter().enumerate().take(index).rev();
        let same = before().find(|(_, whole)| !whole.is_share && whole.quantity.unit == *unit);
        same.or_else(|| before().find(|(_, whole)| !whole.is_share)).map(|(whole, _)| whole)
    }

    /// Campaign that is named before a figure. `found` has the campaigns of the figures before it.
    pub fn before(&self, index: usize, found: &[Attribution]) -> Option<Attribution> {
        let start = self.figures.get(index)?.range.start;
        let names = || self.names.iter().enumerate().filter(|(_, name)| name.range.end <= start).rev();
        let last = names().next()?;
        let is_title = |name: &NamedCampaign| name.kind == CampaignKind::Title;
        if is_title(last.1) && self.has_title(index, last.1, found) {
            let head = self.head_of_list(last.0)?;
            return Some(Attribution::new(vec![head.campaign], CampaignEvidence::Before));
        }
        let (position, name) = names().find(|(_, name)| !is_title(name))?;
        let between = name.range.end..start;
        let vocabulary = &self.context.vocabulary;
        if says(self.view, &vocabulary.turns, between) || self.counts_a_size(index) {
            return None;
        }
        // "… dự hội thi, 612 cá nhân đạt danh hiệu “…”, 31 cá nhân được tặng bằng khen": not of the contest.
        if is_title(last.1) && self.is_other_award(index) {
            return None;
        }
        let head = self.head_of_list(position).filter(|head| !is_title(head)).unwrap_or(name);
        Some(Attribution::new(vec![head.campaign], CampaignEvidence::Before))
    }

    /// Returns whether a figure has the title that is named last before it.
    fn has_title(&self, index: usize, title: &NamedCampaign, found: &[Attribution]) -> bool {
        let (Some(figure), Some(statement)) = (self.figures.get(index), self.statement(index)) else {
            return false;
        };
        let vocabulary = &self.context.vocabulary;
        let start = figure.range.start;
        if says(self.view, &vocabulary.award, statement.clone()) {
            return false;
        }
        let closed = self.semicolon(title.range.end..start).is_some();
        // The figure before the title is the one that has it: "612 cá nhân đạt danh hiệu “…”, 31 …".
        let taken = self.figures.iter().zip(found).find(|(other, attribution)| {
            other.range.start < title.range.start && attribution.campaigns.contains(&title.campaign)
        });
        let Some((taken, _)) = taken else { return !closed };
        let between = title.range.end..start;
        let repeated = self.repeats_title(&statement) || self.repeats_title(&between);
        let same_unit = taken.quantity.unit == figure.quantity.unit;
        let short = self.view.word_to(statement.end).saturating_sub(self.view.word_from(statement.start))
            <= SHORT_STATEMENT;
        let level = self.says_word(&statement, "cấp");
        repeated || (same_unit && level && short && !closed)
    }

    /// Returns whether "danh hiệu" is printed without a name: "580 chị đạt danh hiệu cấp thành phố".
    fn repeats_title(&self, range: &Range<usize>) -> bool {
        let (from, to) = (self.view.word_from(range.start), self.view.word_to(range.end));
        (from + 1..to).any(|word| {
            let pos = self.view.word_range(word, word + 1);
            self.view.key(word) == "hiệu"
                && self.view.key(word - 1) == "danh"
                && !in_name(self.view, pos.start)
                && matches!(self.view.key(word + 1), "" | "cấp" | "này" | "trên")
        })
    }

    fn says_word(&self, range: &Range<usize>, key: &str) -> bool {
        let (from, to) = (self.view.word_from(range.start), self.view.word_to(range.end));
        (from..to).any(|word| self.view.key(word) == key)
    }

    /// First name of the list that ends with a name: "phong trào “A” và cuộc vận động “B” thu hút …".
    pub fn head_of_list(&self, position: usize) -> Option<&NamedCampaign> {
        let mut head = position;
        while let Some(previous) = head.checked_sub(1)
            && self.is_listed(previous, head)
        {
            head = previous;
        }
        self.names.get(head)
    }

    /// Returns whether nothing is between two names but a sign or word that joins a list, the kind of the second, and who
    /// launched the first.
    fn is_listed(&self, first: usize, second: usize) -> bool {
        let (Some(first), Some(second)) = (self.names.get(first), self.names.get(second)) else {
            return false;
        };
        if (first.kind == CampaignKind::Title) != (second.kind == CampaignKind::Title) {
            return false;
        }
        let between = first.range.end..second.range.start;
        // Names of unclosed quotes may overlap.
        if between.is_empty() || self.figures.iter().any(|f| between.contains(&f.range.start)) {
            return false;
        }
        let (from, to) = (self.view.word_from(between.start), self.view.word_to(between.end));
        if to.saturating_sub(from) > LISTED_WORDS {
            return false;
        }
        let kinds = self.context.vocabulary.kinds.before(self.view.text(), &self.view.words, to, 4);
        let rest = kinds.map_or(to, |kind| kind.from);
        let mut rest = rest.max(from);
        while rest > from && matches!(self.view.key(rest - 1), "và" | "các" | "cùng" | "với" | "hoặc" | "gắn")
        {
            rest -= 1;
        }
        let owner = matches!(self.view.key(from), "do" | "của" | "giai" | "năm" | "trong");
        let joined = rest < to || slice(self.view.text(), between.clone()).contains([',', ';', '-', '–']);
        joined && (rest == from || owner)
    }

    /// Returns whether a figure counts what is there anyway: "hiện có 64 công đoàn cơ sở với 5.120 đoàn viên".
    pub fn counts_a_size(&self, index: usize) -> bool {
        self.figures.get(index).is_some_and(|figure| {
            let from = self.start_of_statement(index);
            says(self.view, &self.context.vocabulary.size, from..figure.range.start)
                || self.is_membership(index)
        })
    }

    /// Returns whether a figure counts unions or their members without saying what they do: "có 46 công đoàn cơ sở với 1.758
    /// đoàn viên".
    fn is_membership(&self, index: usize) -> bool {
        let Some(figure) = self.figures.get(index) else { return false };
        let is_member = figure
            .quantity
            .unit
            .as_ref()
            .is_some_and(|unit| matches!(unit.as_str(), "grassroots-union" | "union-member"));
        let before = self.view.word_to(figure.quantity.range.start).checked_sub(1);
        let counted = before.is_some_and(|word| matches!(self.view.key(word), "có" | "với" | "gồm"));
        let mut last = index;
        while self.shares_statement(last) {
            last += 1;
        }
        let does = |end| {
            let statement = figure.quantity.range.end..end;
            let vocabulary = &self.context.vocabulary;
            says(self.view, &vocabulary.linking, statement.clone())
                || says(self.view, &vocabulary.closing, statement)
        };
        is_member && counted && self.end_of_statement(last).is_some_and(|end| !does(end))
    }

    /// Returns whether the statement of a figure begins a new subject: "…; phát động thi đua năm sau với 5 tiêu chí".
    pub fn turns_before(&self, index: usize) -> bool {
        self.figures.get(index).is_some_and(|figure| {
            let from = self.start_of_statement(index);
            says(self.view, &self.context.vocabulary.turns, from..figure.range.start)
        })
    }

    /// Returns whether a figure counts an award other than a title of a campaign: "31 cá nhân được tặng Bằng khen".
    fn is_other_award(&self, index: usize) -> bool {
        self.statement(index).is_some_and(|range| says(self.view, &self.context.vocabulary.award, range))
    }

    /// Returns whether a figure counts what is given to people in need.
    fn is_welfare(&self, index: usize) -> bool {
        self.statement(index).is_some_and(|statement| {
            let range = self.start_of_statement(index)..statement.end;
            says(self.view, &self.context.vocabulary.welfare, range)
        })
    }

    /// Returns whether a figure is not of the campaign of the article, unless its sentence goes on about it: gifts, and
    /// what is of another campaign anyway.
    pub fn is_aside(&self, index: usize) -> bool {
        self.is_welfare(index) || self.is_of_another(index)
    }

    /// Returns whether a figure is not of the campaign that the sentence before names: a target of another year, or
    /// another award.
    pub fn is_of_another(&self, index: usize) -> bool {
        let new_target = self.figures.get(index).is_some_and(|figure| {
            let before = self.range.start..figure.range.start;
            figure.role == Role::Target
                && self.view.dates.iter().any(|date| before.contains(&date.range.start))
        });
        new_target || self.is_other_award(index)
    }

    /// The counted noun of a figure as a key between spaces, if it has two syllables: " sáng kiến ".
    pub fn counted_noun(&self, index: usize) -> Option<String> {
        let after = self.view.word_from(self.figures.get(index)?.quantity.number.end);
        let (first, second) = (self.view.key(after), self.view.key(after + 1));
        let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
        (is_word(first) && is_word(second)).then(|| format!(" {first} {second} "))
    }

    /// Returns whether a figure counts things of which a contest consists.
    pub fn is_of_contest(&self, index: usize) -> bool {
        let unit = self.figures.get(index).and_then(|figure| figure.quantity.unit.as_ref());
        unit.is_some_and(|unit| matches!(unit.as_str(), "team" | "contestant" | "entry" | "performance"))
            || self
                .statement(index)
                .is_some_and(|statement| says(self.view, &self.context.vocabulary.contest_parts, statement))
    }

    /// Range from a figure to the end of its statement.
    pub fn statement(&self, index: usize) -> Option<Range<usize>> {
        Some(self.figures.get(index)?.range.start..self.end_of_statement(index)?)
    }

    fn end_of_figure(&self, index: usize) -> Option<usize> {
        self.figures.get(index).map(|figure| figure.range.end.max(figure.quantity.range.end))
    }

    /// Byte where the statement of a figure ends: at a semicolon, at the next figure that does not share it, or with the
    /// sentence.
    fn end_of_statement(&self, index: usize) -> Option<usize> {
        let from = self.end_of_figure(index)?;
        let end = self.semicolon(from..self.range.end).unwrap_or(self.range.end);
        let next = self.figures.get(index + 1).map(|next| next.range.start);
        let end = next.filter(|next| *next < end).unwrap_or(end);
        // "5 nội dung, trong đó đề nghị hưởng ứng chương trình “…”"
        let (from, to) = (self.view.word_from(from), self.view.word_to(end));
        let share = self.context.vocabulary.shares.first(self.view.text(), &self.view.words, from, to);
        Some(share.map_or(end, |hit| self.view.word_range(hit.from, hit.to).start))
    }

    /// Byte where the words before a figure begin that belong to it alone: after the figure before it, or at the last
    /// semicolon.
    fn start_of_statement(&self, index: usize) -> usize {
        let Some(figure) = self.figures.get(index) else { return self.range.end };
        // "hiện có 64 công đoàn cơ sở với 5.120 đoàn viên": a figure that shares the statement has its beginning too.
        let mut first = index;
        while let Some(previous) = first.checked_sub(1)
            && self.shares_statement(previous)
        {
            first = previous;
        }
        let from = first.checked_sub(1).and_then(|previous| self.end_of_figure(previous));
        let from = from.unwrap_or(self.range.start).min(figure.range.start);
        let text = slice(self.view.text(), from..figure.range.start);
        text.rfind(';').map_or(from, |pos| from + pos + 1)
    }

    /// Returns whether a figure and the next one are listed without a verb or a level between them.
    fn shares_statement(&self, index: usize) -> bool {
        let (Some(from), Some(next)) = (self.end_of_figure(index), self.figures.get(index + 1)) else {
            return false;
        };
        let to = next.quantity.range.start;
        if from >= to || next.is_share {
            return false;
        }
        let between = from..to;
        let text = slice(self.view.text(), between.clone());
        let words = self.view.word_to(to).saturating_sub(self.view.word_from(from));
        let names = self.names.iter().any(|name| between.contains(&name.range.start));
        if self.is_value_of(index) {
            return true;
        }
        words <= SHARED_WORDS
            && !text.contains([':', '(', ')'])
            && (!text.contains(';') || self.is_persons_and_collectives(index))
            && !names
            && !says(self.view, &self.context.vocabulary.closing, between)
    }

    /// Returns whether a figure counts persons and the next one collectives, or the other way round: "3.090 lượt cá nhân;
    /// 1.245 lượt tập thể đạt danh hiệu …".
    fn is_persons_and_collectives(&self, index: usize) -> bool {
        let counts = |index: usize, noun: &str| {
            self.figures
                .get(index)
                .is_some_and(|figure| lowercase(self.view.get(&figure.quantity.range)).contains(noun))
        };
        (counts(index, "cá nhân") && counts(index + 1, "tập thể"))
            || (counts(index, "tập thể") && counts(index + 1, "cá nhân"))
    }

    /// Returns whether the figure after a figure is its value in money: "138 sáng kiến, làm lợi 11 tỷ đồng".
    fn is_value_of(&self, index: usize) -> bool {
        let (Some(from), Some(next)) = (self.end_of_figure(index), self.figures.get(index + 1)) else {
            return false;
        };
        let to = next.quantity.range.start;
        if from >= to || !self.is_money(index + 1) || self.is_money(index) {
            return false;
        }
        let words = self.view.word_to(to).saturating_sub(self.view.word_from(from));
        words <= 2 * SHARED_WORDS
            && !slice(self.view.text(), from..to).contains([';', ':'])
            && !self.names.iter().any(|name| (from..to).contains(&name.range.start))
    }

    fn is_money(&self, index: usize) -> bool {
        self.figures.get(index).is_some_and(|figure| {
            let units = &self.context.units;
            let unit = units.iter().find(|unit| Some(&unit.id) == figure.quantity.unit.as_ref());
            unit.is_some_and(|unit| unit.dimension == Dimension::Money)
        })
    }

    /// First semicolon in `range` outside of quoted names. The words of a figure may run past the next one.
    fn semicolon(&self, range: Range<usize>) -> Option<usize> {
        let text = self.view.text().get(range.clone())?;
        let mut found = text.match_indices(';').map(|(pos, _)| range.start + pos);
        found.find(|pos| !in_name(self.view, *pos))
    }

    /// Last comma in `range` outside of quoted names and numbers.
    fn last_comma(&self, range: &Range<usize>) -> Option<usize> {
        let text = self.view.text().get(range.clone())?;
        let found = text.match_indices(", ").map(|(pos, _)| range.start + pos);
        found.filter(|pos| !in_name(self.view, *pos)).last()
    }
}
