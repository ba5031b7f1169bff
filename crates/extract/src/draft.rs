//! What extraction gives: facts with their places, words and reasons, to be looked over by a person.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::diagnostic::Diagnostic;
use super::segmentation::ClassifiedLine;
use thidua_core::domain::{
    CampaignId, CampaignKind, Comparator, Decimal, Edtf, Level, OrganisationId, OrganisationKind, Relation,
    Role, Sector, SourceId, UnitId,
};

/// A stretch of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct TextSpan {
    /// TextLine of the text, from 1.
    pub line: u32,
    /// First code point of the line's NFC text, from 0.
    pub start: u32,
    /// Behind the last code point.
    pub end: u32,
}

/// Why something was taken for a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactReason {
    /// The rule, by its stable name ("quoted-after-kind").
    pub rule: Cow<'static, str>,
    /// The printed words that set it off; empty where the rule needs none.
    pub words: String,
}

impl FactReason {
    /// A reason with the words that set the rule off.
    pub(super) fn new(rule: &'static str, words: &str) -> Self {
        Self { rule: Cow::Borrowed(rule), words: words.to_owned() }
    }
}

/// A fact with its place, its printed words and the reason for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFact<T> {
    /// Where it is printed.
    #[serde(rename = "place")]
    pub span: TextSpan,
    /// As it is printed, white space folded.
    pub words: String,
    /// Why it was taken.
    pub reason: FactReason,
    /// What it says.
    #[serde(flatten)]
    pub fact: T,
}

/// A printed date or period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPeriod {
    /// What it says; nothing for a stretch without a date ("5 năm qua").
    pub when: Option<Edtf>,
    /// As it is printed.
    pub as_written: String,
}

/// An organisation named in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftOrganisation {
    /// Its name in full, abbreviations written out.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its other printed names.
    pub aliases: Vec<String>,
    /// The organisation of the corpus that bears this name.
    #[serde(rename = "known")]
    pub existing: Option<OrganisationId>,
    /// How often it is named.
    pub count: usize,
}

/// A person named in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPerson {
    /// The name.
    pub name: String,
    /// The role as printed.
    pub role: Option<String>,
    /// The organisation of the role: its index among the draft's.
    pub organisation: Option<usize>,
}

/// A campaign that the article names, once for all its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftCampaign {
    /// Its name as printed first.
    pub name: String,
    /// What it is.
    pub kind: CampaignKind,
    /// Other printed forms.
    pub aliases: Vec<String>,
    /// The campaign of the corpus that bears this name.
    #[serde(rename = "known")]
    pub existing: Option<CampaignId>,
    /// Campaigns of the corpus whose names resemble it, the nearest first.
    pub similar: Vec<CampaignId>,
}

/// A mention of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftMention {
    /// The campaign: its index among the draft's.
    pub campaign: usize,
    /// What is done with it.
    pub relation: Relation,
    /// Among whom.
    pub sector: Option<Sector>,
    /// Whether it is printed in quotation marks.
    pub quoted: bool,
}

/// A round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPhase {
    /// Its campaign: an index among the draft's.
    pub campaign: usize,
    /// Its dates.
    pub period: Option<DraftPeriod>,
    /// Its theme: an index among the draft's campaigns.
    pub theme: Option<usize>,
}

/// A quantity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFigure {
    /// The number in the unit's base; of a range the lower end.
    pub value: Decimal,
    /// The upper end of a range.
    pub value_to: Option<Decimal>,
    /// The unit; nothing where the counted word is in no vocabulary: a person has to say it.
    pub unit: Option<UnitId>,
    /// How the number bounds the true one.
    pub comparator: Comparator,
    /// The bound word.
    pub word: Option<String>,
    /// What it is for.
    pub role: Role,
    /// The levels printed with it.
    pub levels: Vec<Level>,
    /// The campaigns it belongs to: indexes among the draft's, the first the main one.
    pub campaigns: Vec<usize>,
    /// Whose it is, where it is not the article's organisation: an index among the draft's.
    pub organisation: Option<usize>,
    /// When.
    pub period: Option<DraftPeriod>,
    /// The figure that it is a share of: an index among the draft's.
    pub part_of: Option<usize>,
    /// The figure that it prints a second time: an index among the draft's.
    pub repeats: Option<usize>,
    /// A proposal for the label: the printed words behind the number, without any number.
    pub label: String,
}

/// A number that is no figure, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedNumber {
    /// Where it is printed.
    #[serde(rename = "place")]
    pub span: TextSpan,
    /// As printed, with the word before it.
    pub words: String,
    /// Why it counts nothing.
    pub reason: FactReason,
}

/// A draft of an article: every fact that was found, to be accepted, mended or thrown away by a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// First and last line of the article, from 1; nothing where the text holds none.
    pub lines: Option<[u32; 2]>,
    /// Lines between them that are not the article.
    pub excluded: Vec<u32>,
    /// Every line that is not blank, and what it is.
    pub segments: Vec<ClassifiedLine>,
    /// The line above the headline.
    pub kicker: Option<DraftFact<()>>,
    /// The headline.
    pub headline: Option<DraftFact<()>>,
    /// The authors.
    pub byline: Vec<DraftFact<()>>,
    /// When it was published.
    pub published: Option<DraftFact<DraftPeriod>>,
    /// The period that it reports on.
    pub covers: Option<DraftFact<DraftPeriod>>,
    /// The newspaper, where the text names it.
    pub source: Option<DraftFact<DraftSource>>,
    /// Organisations, in the order of their first mention.
    pub organisations: Vec<DraftFact<DraftOrganisation>>,
    /// The organisation that the article reports on: an index among them.
    pub organisation: Option<usize>,
    /// People; authors stand in `byline`.
    pub people: Vec<DraftFact<DraftPerson>>,
    /// Campaigns, in the order of their first mention.
    pub campaigns: Vec<DraftCampaign>,
    /// Mentions of them.
    pub mentions: Vec<DraftFact<DraftMention>>,
    /// Rounds.
    pub phases: Vec<DraftFact<DraftPhase>>,
    /// Quantities.
    pub figures: Vec<DraftFact<DraftFigure>>,
    /// Numbers that are none.
    pub left_out: Vec<RejectedNumber>,
    /// What somebody should look at, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A newspaper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftSource {
    /// Its slug.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// Its host.
    pub site: String,
}
