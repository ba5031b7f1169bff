//! Drafts: facts with their spans, words and reasons, for a person to review.
//!
//! Names in JSON are fixed, because drafts are stored in browsers: `place` for [`DraftFact::span`], `known` for ids of
//! existing objects.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use thidua_core::domain::{
    Act, CampaignId, CampaignKind, Comparator, Decimal, Edtf, Level, OrganisationId, OrganisationKind,
    Relation, Role, Sector, SourceId, UnitId,
};

use super::diagnostic::Diagnostic;
use super::segmentation::ClassifiedLine;

/// A range of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct TextSpan {
    /// Line of the text, from 1.
    pub line: u32,
    /// First code point in the line's NFC text, from 0.
    pub start: u32,
    /// Code point after the last one.
    pub end: u32,
}

/// Reason why words were taken for a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactReason {
    /// Stable name of the rule ("quoted-after-kind").
    pub rule: Cow<'static, str>,
    /// Printed words that triggered the rule. Empty where the rule needs none.
    pub words: String,
}

impl FactReason {
    /// A reason with the words that triggered the rule.
    pub(super) fn new(rule: &'static str, words: &str) -> Self {
        Self { rule: Cow::Borrowed(rule), words: words.to_owned() }
    }
}

/// A fact with its span, its printed words and the reason for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFact<T> {
    /// Span of the words.
    #[serde(rename = "place")]
    pub span: TextSpan,
    /// Printed words, with white space folded.
    pub words: String,
    /// Reason for the fact.
    pub reason: FactReason,
    /// The fact.
    #[serde(flatten)]
    pub fact: T,
}

/// A printed date or period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPeriod {
    /// The date or period. `None` for words without a date ("5 năm qua").
    pub when: Option<Edtf>,
    /// Printed words.
    pub as_written: String,
}

/// An organisation named in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftOrganisation {
    /// Full name, with abbreviations written out.
    pub name: String,
    /// Kind.
    pub kind: OrganisationKind,
    /// Other printed names.
    pub aliases: Vec<String>,
    /// The organisation of the corpus with this name.
    #[serde(rename = "known")]
    pub existing: Option<OrganisationId>,
    /// Number of mentions.
    pub count: usize,
}

/// A person named in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPerson {
    /// Name.
    pub name: String,
    /// Printed role.
    pub role: Option<String>,
    /// Organisation of the role: an index in the draft.
    pub organisation: Option<usize>,
}

/// Why a campaign of the draft is taken for one of the corpus. The kinds are the same, and so is the whole name, apart from
/// case, tone placement and punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CampaignJoin {
    /// Its name is that of the campaign.
    Name,
    /// Its name is another printed form of the campaign.
    Alias,
    /// It is the round or the emulation of this year of the same organisation.
    SameOrganisation,
    /// Its name is a form of a national campaign, whose full name is that of the campaign.
    NationalName,
}

/// A campaign that the article names, once for all its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftCampaign {
    /// Name in the form that is printed first. A round and the emulation of a year have their year and organisation in it.
    pub name: String,
    /// Kind.
    pub kind: CampaignKind,
    /// Other printed forms.
    pub aliases: Vec<String>,
    /// The campaign of the corpus with this name.
    #[serde(rename = "known")]
    pub existing: Option<CampaignId>,
    /// Why it is that one. `None` where there is none or a person chose it.
    #[serde(default)]
    pub join: Option<CampaignJoin>,
    /// Campaigns of the corpus with a similar name, the most similar first.
    pub similar: Vec<CampaignId>,
}

/// A mention of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftMention {
    /// Campaign: an index in the draft.
    pub campaign: usize,
    /// What the article says was done with the campaign.
    pub relation: Relation,
    /// Sector, where the sentence names one.
    pub sector: Option<Sector>,
    /// True if the name is in quotation marks.
    pub quoted: bool,
}

/// A round of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPhase {
    /// Campaign: an index in the draft.
    pub campaign: usize,
    /// Dates.
    pub period: Option<DraftPeriod>,
    /// Theme: an index among the campaigns of the draft.
    pub theme: Option<usize>,
}

/// Where an article names the campaign of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CampaignEvidence {
    /// Inside the words of the figure: "352 “Công nhân giỏi”".
    Inside,
    /// Behind the figure, in its statement: "1.730 sáng kiến tham gia Chương trình “…”".
    Behind,
    /// Before the figure, in its sentence.
    Before,
    /// In an earlier sentence, about which the figure's sentence goes on.
    EarlierSentence,
    /// In the headline or the lead: the article is about this campaign.
    Lead,
    /// A campaign is named near the figure, but it is not clear that it is the figure's: a person has to decide.
    Unclear,
}

/// A quantity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFigure {
    /// Number in the base of the unit; the lower end of a range.
    pub value: Decimal,
    /// Upper end of a range.
    pub value_to: Option<Decimal>,
    /// Unit. `None` where the counted word is not in the vocabulary: a person has to choose.
    pub unit: Option<UnitId>,
    /// Comparator that the bound word states.
    pub comparator: Comparator,
    /// Bound word.
    pub word: Option<String>,
    /// Role in the campaign.
    pub role: Role,
    /// What was done to those that it counts, as printed on its line.
    #[serde(default)]
    pub act: Option<Act>,
    /// Levels printed with the number.
    pub levels: Vec<Level>,
    /// Campaigns, the main one first: indexes in the draft.
    pub campaigns: Vec<usize>,
    /// Where the campaign is named. `None` where the article names none near the figure, and for figures that a person
    /// selected.
    #[serde(default)]
    pub campaign_evidence: Option<CampaignEvidence>,
    /// Organisation, where it is not that of the article: an index in the draft.
    pub organisation: Option<usize>,
    /// Period.
    pub period: Option<DraftPeriod>,
    /// Figure of which this one is a share: an index in the draft.
    pub part_of: Option<usize>,
    /// Figure that this one repeats: an index in the draft.
    pub repeats: Option<usize>,
    /// Proposal for the label: the printed words after the number, without any number.
    pub label: String,
    /// Noun of the unit, where it is printed with a mistake: a further printed form of the unit.
    #[serde(default)]
    pub misprint: Option<String>,
}

/// A number that is not a figure, and the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedNumber {
    /// Span of the number.
    #[serde(rename = "place")]
    pub span: TextSpan,
    /// Printed number, with the word before it.
    pub words: String,
    /// Reason why it counts nothing.
    pub reason: FactReason,
}

/// Draft of an article: every fact that was found, to be accepted, corrected or rejected by a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// First and last line of the article, from 1. `None` where the text holds no article.
    pub lines: Option<[u32; 2]>,
    /// Lines between them that are not part of the article.
    pub excluded: Vec<u32>,
    /// Every line that is not blank, with its role.
    pub segments: Vec<ClassifiedLine>,
    /// Line above the headline.
    pub kicker: Option<DraftFact<()>>,
    /// Headline.
    pub headline: Option<DraftFact<()>>,
    /// Authors.
    pub byline: Vec<DraftFact<()>>,
    /// Date of publication.
    pub published: Option<DraftFact<DraftPeriod>>,
    /// Period that the article reports on.
    pub covers: Option<DraftFact<DraftPeriod>>,
    /// Newspaper, where the text names it.
    pub source: Option<DraftFact<DraftSource>>,
    /// Organisations, in the order of their first mention.
    pub organisations: Vec<DraftFact<DraftOrganisation>>,
    /// Organisation that the article reports on: an index among `organisations`.
    pub organisation: Option<usize>,
    /// People; authors stand in `byline`.
    pub people: Vec<DraftFact<DraftPerson>>,
    /// Campaigns, in the order of their first mention.
    pub campaigns: Vec<DraftCampaign>,
    /// Mentions of campaigns.
    pub mentions: Vec<DraftFact<DraftMention>>,
    /// Rounds of campaigns.
    pub phases: Vec<DraftFact<DraftPhase>>,
    /// Quantities.
    pub figures: Vec<DraftFact<DraftFigure>>,
    /// Numbers that are not figures.
    pub left_out: Vec<RejectedNumber>,
    /// Diagnostics, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A newspaper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftSource {
    /// Id.
    pub id: SourceId,
    /// Name.
    pub name: String,
    /// Host name; empty where it is not known.
    pub site: String,
}
