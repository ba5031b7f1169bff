//! Campaigns of earlier sentences: how long what was said of one goes on.
//!
//! A sentence goes on about the campaign of the sentence before if it begins with words such as "Kết quả" or "Đến nay",
//! or if it names a kind without a name: "Từ phong trào, …", "Hội thi thu hút …". "Bên cạnh đó" and another campaign end
//! it. It reaches into the next paragraph, not further; a kind without a name reaches back three paragraphs. The rows of
//! a table and the items of a list go on about the line above them, and an answer about its question.

use std::collections::BTreeSet;

use thidua_core::domain::CampaignKind;

use super::statement::Sentence;
use super::{Attribution, NamedCampaign, in_name};
use crate::analyzed_line::AnalyzedLine;
use crate::draft::CampaignEvidence;
use crate::phrase_table::PhraseTable;
use crate::segmentation::LineRole;

/// Most words between the beginning of a sentence and a period after which the words stand that say how it goes on.
const OPENING_WORDS: usize = 10;
/// Paragraphs in which a kind without a name can refer to a campaign.
const REFERENCE_REACH: usize = 3;

/// Most campaigns of one sentence about the first of which the next sentences can go on.
const MOST_NAMED: usize = 2;

/// How a sentence begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// It goes on about the campaign before.
    GoesOn,
    /// It begins a new subject.
    Turns,
    /// Neither.
    Plain,
}

/// Campaigns named before the current sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    /// Campaign of the last sentence that named one, unless it was closed.
    open: Option<usize>,
    /// Campaigns of the last sentence that named any.
    last_named: Vec<usize>,
    /// Paragraphs since it was named.
    age: usize,
    /// Title that the last sentence names.
    title: Option<usize>,
    /// Number of the current paragraph.
    paragraph: usize,
    /// True below a line that ends in a colon, and on the line after a question.
    announced: bool,
    /// True if the current line ends in a colon or a question mark.
    announces: bool,
    /// Campaigns of the current and the last paragraphs, with the number of the paragraph.
    recent: Vec<(usize, NamedCampaign)>,
    /// Emulations of a year that the article names.
    yearly: BTreeSet<usize>,
}

impl Scope {
    /// Begins a line.
    pub fn enter(&mut self, view: &AnalyzedLine<'_>) {
        match view.role {
            LineRole::Row => {}
            LineRole::Item if self.announced => {}
            _ => {
                self.announced = self.announces;
                self.announces = view.text().trim_end().ends_with([':', '?']);
                self.next_paragraph();
            }
        }
    }

    fn next_paragraph(&mut self) {
        self.paragraph += 1;
        self.age += 1;
        self.title = None;
        if self.age > 1 {
            self.open = None;
        }
        let oldest = self.paragraph.saturating_sub(REFERENCE_REACH);
        self.recent.retain(|(paragraph, _)| *paragraph >= oldest);
    }

    /// Ends what was said of the last campaign.
    pub fn close(&mut self) {
        self.open = None;
        self.title = None;
    }

    /// The campaign that the sentence could go on about.
    pub fn current(&self) -> Option<usize> {
        self.open
    }

    /// Campaigns of the last sentence that named any, however far back.
    pub fn last_named(&self) -> &[usize] {
        &self.last_named
    }

    /// Returns how a sentence begins.
    pub fn opening(&self, sentence: &Sentence<'_>) -> Opening {
        let (view, vocabulary) = (sentence.view, &sentence.context.vocabulary);
        let hit = |table: &PhraseTable<()>, from| table.longest_at(view.text(), &view.words, from).is_some();
        let first = view.word_from(sentence.range.start);
        let after_period = view.dates.iter().find(|date| {
            sentence.range.contains(&date.range.start)
                && view.word_from(date.range.start).saturating_sub(first) <= OPENING_WORDS
        });
        let after_period = after_period.map(|date| view.word_from(date.range.end));
        for word in std::iter::once(first).chain(after_period) {
            if hit(&vocabulary.turns, word) {
                return Opening::Turns;
            }
            if hit(&vocabulary.goes_on, word) {
                return Opening::GoesOn;
            }
        }
        let below = matches!(view.role, LineRole::Row | LineRole::Item) || self.announced;
        if below { Opening::GoesOn } else { Opening::Plain }
    }

    /// Campaign of an earlier sentence to which a figure belongs.
    pub fn campaign(&self, sentence: &Sentence<'_>, index: usize, opening: Opening) -> Option<usize> {
        if let Some(campaign) = self.referred(sentence, index) {
            return Some(campaign);
        }
        if opening == Opening::Turns {
            return None;
        }
        if let Some(campaign) = self.of_counted_noun(sentence, index) {
            return Some(campaign);
        }
        if let Some(campaign) = self.contest(sentence, index) {
            return Some(campaign);
        }
        let is_share = sentence.figures.first().is_some_and(|figure| figure.is_share);
        match opening {
            Opening::GoesOn if is_share && self.title.is_some() => self.title,
            // Of a longer list none is meant.
            _ if self.last_named.len() > MOST_NAMED => None,
            Opening::GoesOn => self.open,
            _ => self.open.filter(|_| self.age == 0 && !sentence.is_of_another(index)),
        }
    }

    /// Campaign that the sentence of a figure refers to by its kind alone: "từ phong trào", "tham gia hội thi".
    fn referred(&self, sentence: &Sentence<'_>, index: usize) -> Option<usize> {
        let (kind, is_emulation) = unnamed_kind(sentence, index)?;
        let last = self.recent.iter().rev().find(|(_, name)| name.kind == kind);
        let only_year = || self.yearly.first().copied().filter(|_| self.yearly.len() == 1);
        match last {
            Some((_, name)) if is_emulation => only_year().or(Some(name.campaign)),
            Some((_, name)) => Some(name.campaign),
            None if kind == CampaignKind::Movement => only_year(),
            None => None,
        }
    }

    /// The contest that is named last, for the things of which a contest consists: "Có 8 đội với 72 thí sinh".
    fn contest(&self, sentence: &Sentence<'_>, index: usize) -> Option<usize> {
        let (_, last) = self.recent.iter().rev().find(|(_, name)| name.kind != CampaignKind::Title)?;
        (last.kind == CampaignKind::Contest && sentence.is_of_contest(index)).then_some(last.campaign)
    }

    /// Campaign of the last paragraphs whose name holds the counted noun: "Có 2.153 sáng kiến" after the movement "phát
    /// huy sáng kiến". Only if it is one.
    fn of_counted_noun(&self, sentence: &Sentence<'_>, index: usize) -> Option<usize> {
        let noun = sentence.counted_noun(index)?;
        let mut holding = self.recent.iter().filter(|(paragraph, name)| {
            self.paragraph.saturating_sub(*paragraph) <= 1
                && name.kind != CampaignKind::Title
                && format!(" {} ", name.name).contains(&noun)
        });
        let first = holding.next()?.1.campaign;
        holding.all(|(_, name)| name.campaign == first).then_some(first)
    }

    /// Goes on with the campaign of the last figure that belongs to an earlier one.
    pub fn follow(&mut self, attributions: &[Attribution]) {
        let earlier = |a: &&Attribution| a.evidence == Some(CampaignEvidence::EarlierSentence);
        if let Some(last) = attributions.iter().rev().find(earlier)
            && self.title.is_none_or(|title| !last.campaigns.contains(&title))
        {
            self.open = last.campaigns.first().copied();
            self.age = 0;
        }
    }

    /// Remembers the campaigns that a sentence names.
    pub fn read(&mut self, sentence: &Sentence<'_>, opening: Opening) {
        for name in sentence.names {
            self.recent.push((self.paragraph, name.clone()));
            if name.is_yearly {
                self.yearly.insert(name.campaign);
            }
        }
        let title = sentence.names.iter().rev().find(|name| name.kind == CampaignKind::Title);
        self.title = title.map(|title| title.campaign);
        let last = sentence.names.iter().rposition(|name| name.kind != CampaignKind::Title);
        if let Some(head) = last.and_then(|last| sentence.head_of_list(last)) {
            self.open = Some(head.campaign);
            let of_scope = sentence.names.iter().filter(|name| name.kind != CampaignKind::Title);
            self.last_named = of_scope.map(|name| name.campaign).collect();
            self.age = 0;
        } else if opening == Opening::Plain && self.age > 0 && !sentence.figures.is_empty() {
            self.open = None;
        }
    }
}

/// Kind of campaign that a sentence refers to without a name, before a figure or in its statement; and whether it is
/// emulation without a word such as "phong trào": "6 nội dung thi đua".
fn unnamed_kind(sentence: &Sentence<'_>, index: usize) -> Option<(CampaignKind, bool)> {
    let statement = sentence.statement(index)?;
    let (view, vocabulary) = (sentence.view, &sentence.context.vocabulary);
    let (from, to) = (view.word_from(sentence.range.start), view.word_to(statement.end));
    let hits = vocabulary.kinds.all(view.text(), &view.words, from, to);
    let unnamed = hits.into_iter().filter(|hit| {
        let range = view.word_range(hit.from, hit.to);
        let named = |name: &NamedCampaign| name.range.start < range.end + 4 && range.start < name.range.end;
        let general = (hit.from.saturating_sub(2)..=hit.from).any(|pos| {
            let longer = vocabulary.general.longest_at(view.text(), &view.words, pos);
            longer.is_some_and(|general| general.to > hit.from)
        });
        !sentence.names.iter().any(named) && !general && !in_name(view, range.start)
    });
    let usable = |kind: &CampaignKind| !matches!(kind, CampaignKind::Title | CampaignKind::Theme);
    let unnamed = unnamed.filter(|hit| usable(&hit.meaning));
    let is_emulation = |from: usize, to: usize| to == from + 2 && view.key(from) == "thi";
    unnamed.map(|hit| (hit.meaning, is_emulation(hit.from, hit.to))).next_back()
}
