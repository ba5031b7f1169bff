//! Attribution of figures to campaigns: which campaign the text names for a figure.
//!
//! A campaign is looked for in this order, and the first that is found is the figure's:
//!
//! 1. [inside](CampaignEvidence::Inside) the words of the figure: "352 “Công nhân giỏi”";
//! 2. [behind](CampaignEvidence::Behind) it in its statement: "1.730 sáng kiến tham gia Chương trình “…”";
//! 3. for a share ("trong đó …"), the campaign of its whole;
//! 4. [before](CampaignEvidence::Before) it in its sentence: "Phong trào “…” có 46 tuyến phố đăng ký";
//! 5. in an [earlier sentence](CampaignEvidence::EarlierSentence), if its own sentence goes on about it: "Kết quả, …",
//!    "Từ phong trào, …";
//! 6. the campaign that the whole article is about: its [lead](CampaignEvidence::Lead).
//!
//! Steps 1 to 4 look at one sentence ([`statement`]), step 5 at the sentences before it ([`scope`]), step 6 at the
//! article ([`topic`]). Words decide, from `vocabulary/attribution.txt`. The size of a union, gifts to people in need
//! and what follows "bên cạnh đó" belong to no campaign that is only named earlier. A theme has no figures.

mod scope;
mod statement;
mod topic;

use std::ops::Range;

use thidua_core::domain::CampaignKind;
use thidua_core::text::key;

use super::analyzed_line::AnalyzedLine;
use super::campaign::{LineMention, YEARLY_RULE};
use super::context::Context;
use super::draft::CampaignEvidence;
use super::figure::LineFigure;
use super::phrase_table::PhraseTable;

use scope::{Opening, Scope};
use statement::Sentence;
pub(super) use topic::Topic;

/// Most words of a quoted name; longer quotes are speech.
const LONGEST_NAME: usize = 20;

/// A campaign where it is named on a line.
#[derive(Debug, Clone)]
pub(super) struct NamedCampaign {
    /// Range of the name, in bytes.
    pub range: Range<usize>,
    pub kind: CampaignKind,
    /// Index in the draft.
    pub campaign: usize,
    /// Key of the printed name.
    pub name: String,
    /// True for the emulation of a year: "phong trào thi đua năm 2022".
    pub is_yearly: bool,
}

impl NamedCampaign {
    /// The mentions of a line, with their campaigns. Themes are left out.
    pub fn of_line(view: &AnalyzedLine<'_>, mentions: &[LineMention], campaigns: &[usize]) -> Vec<Self> {
        let named = mentions.iter().zip(campaigns).filter(|(m, _)| m.kind != CampaignKind::Theme);
        named
            .map(|(mention, campaign)| Self {
                range: mention.range.clone(),
                kind: mention.kind,
                campaign: *campaign,
                name: key(view.get(&mention.range)),
                is_yearly: mention.reason.rule == YEARLY_RULE,
            })
            .collect()
    }
}

/// Campaigns of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Attribution {
    /// Indexes in the draft, the main one first.
    pub campaigns: Vec<usize>,
    /// Where the campaign is named. `None` where the article names no campaign that could be the figure's.
    pub evidence: Option<CampaignEvidence>,
}

impl Attribution {
    fn new(campaigns: Vec<usize>, evidence: CampaignEvidence) -> Self {
        Self { campaigns, evidence: Some(evidence) }
    }

    fn unclear() -> Self {
        Self::new(Vec::new(), CampaignEvidence::Unclear)
    }
}

/// Attributes the figures of an article, line by line in the order of the text.
#[derive(Debug)]
pub(super) struct Attributor<'a> {
    context: &'a Context,
    topic: Topic,
    scope: Scope,
}

impl<'a> Attributor<'a> {
    /// Starts at the first line of an article about `topic`.
    pub fn new(context: &'a Context, topic: Topic) -> Self {
        Self { context, topic, scope: Scope::default() }
    }

    /// Returns the campaigns of the figures of a line, one for each figure.
    pub fn line(
        &mut self,
        view: &AnalyzedLine<'_>,
        names: &[NamedCampaign],
        figures: &[LineFigure],
    ) -> Vec<Attribution> {
        self.scope.enter(view);
        let mut found = Vec::with_capacity(figures.len());
        for range in &view.sentences {
            let sentence = Sentence {
                view,
                context: self.context,
                range: range.clone(),
                names: within(names, range, |name| name.range.start),
                figures: within(figures, range, |figure| figure.quantity.range.start),
            };
            let opening = self.scope.opening(&sentence);
            if opening == Opening::Turns {
                self.scope.close();
            }
            let attributions = self.sentence(&sentence, opening);
            self.scope.follow(&attributions);
            self.scope.read(&sentence, opening);
            found.extend(attributions);
        }
        found.resize(figures.len(), Attribution::default());
        found
    }

    fn sentence(&self, sentence: &Sentence<'_>, opening: Opening) -> Vec<Attribution> {
        let mut found: Vec<Attribution> = Vec::with_capacity(sentence.figures.len());
        for (index, own) in sentence.own_campaigns().into_iter().enumerate() {
            let whole = || sentence.whole(index).and_then(|whole| found.get(whole)).cloned();
            let attribution = own
                .or_else(whole)
                .or_else(|| sentence.before(index, &found))
                .or_else(|| self.earlier(sentence, index, opening));
            found.push(attribution.unwrap_or_else(|| self.undecided(sentence)));
        }
        found
    }

    /// Campaign that an earlier sentence or the lead names.
    fn earlier(&self, sentence: &Sentence<'_>, index: usize, opening: Opening) -> Option<Attribution> {
        if sentence.counts_a_size(index) || sentence.turns_before(index) {
            return None;
        }
        if let Some(campaign) = self.scope.campaign(sentence, index, opening) {
            return Some(Attribution::new(vec![campaign], CampaignEvidence::EarlierSentence));
        }
        let about = self.topic.campaign(sentence, index, opening, &self.scope)?;
        Some(Attribution::new(vec![about], CampaignEvidence::Lead))
    }

    /// Attribution of a figure for which no campaign was found: unclear if one is named near it.
    fn undecided(&self, sentence: &Sentence<'_>) -> Attribution {
        let near = !sentence.names.is_empty() || self.scope.current().is_some() || self.topic.is_known();
        if near { Attribution::unclear() } else { Attribution::default() }
    }
}

/// The items of a sorted slice that start in `range`.
fn within<'a, T>(items: &'a [T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> &'a [T] {
    let from = items.partition_point(|item| start(item) < range.start);
    let to = items.partition_point(|item| start(item) < range.end);
    items.get(from..to).unwrap_or_default()
}

/// Returns whether a phrase is printed in the bytes `range` of a line, outside of quoted names.
fn says(view: &AnalyzedLine<'_>, table: &PhraseTable<()>, range: Range<usize>) -> bool {
    let (from, to) = (view.word_from(range.start), view.word_to(range.end));
    let hits = table.all(view.text(), &view.words, from, to);
    hits.into_iter().any(|hit| !in_name(view, view.word_range(hit.from, hit.to).start))
}

/// Returns whether byte `pos` is in a quoted name. Speech is no name.
fn in_name(view: &AnalyzedLine<'_>, pos: usize) -> bool {
    view.quote_at(pos).is_some_and(|quote| {
        let words = view.word_to(quote.inner.end).saturating_sub(view.word_from(quote.inner.start));
        quote.closed && words <= LONGEST_NAME
    })
}
