//! Articles and the facts that they state, except figures.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::collections::collect_set;

use super::slugs::slugs;
use super::{ArticleId, CampaignId, Edtf, Figure, GuessedField, Lang, OrganisationId, Sector, SourceId};

/// What of an article may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rights {
    /// Facts and a digest of our own; `body` must be `null`.
    FactsOnly,
    /// The owner of the site may publish the full text.
    FullText,
}

/// The source text that the facts were read from, so that they can be verified against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TextRef {
    /// The file's name without `.txt`.
    pub file_stem: String,
    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[0-9a-f]{64}$")))]
    pub sha256: String,
    /// First and last line of the article in the file, from 1, both included.
    pub lines: [u32; 2],
    /// Lines between them that are not the article: teasers of other stories, doubled headlines.
    pub excluded: Vec<u32>,
}

impl TextRef {
    /// Returns whether `line` is part of the article.
    pub fn contains(&self, line: u32) -> bool {
        let [first, last] = self.lines;
        (first..=last).contains(&line) && !self.excluded.contains(&line)
    }
}

/// One paragraph of our own digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DigestParagraph {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
    /// The line of the paragraph that it digests.
    pub line: u32,
}

impl DigestParagraph {
    /// The text in `lang`, or the Vietnamese if there is no English.
    pub fn get(&self, lang: Lang) -> &str {
        match self.lang(lang) {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// Language of the text that [`DigestParagraph::get`] returns for `lang`.
    pub fn lang(&self, lang: Lang) -> Lang {
        if self.en.is_empty() { Lang::Vi } else { lang }
    }
}

/// A person named in an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name, a single field as Vietnamese names are.
    pub name: String,
    /// The role as printed.
    pub role: Option<String>,
    /// The role in English.
    pub role_en: Option<String>,
    /// The organisation of the role.
    pub organisation: Option<OrganisationId>,
    /// Line of the source file, from 1.
    pub line: u32,
}

/// What an organisation does with a campaign, in the article's words.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Phát động: launched.
    Launched,
    /// Hưởng ứng: responded to a campaign launched by another.
    Responded,
    /// Triển khai, tổ chức, đẩy mạnh: carried out.
    CarriedOut,
    /// Biểu dương, khen thưởng, đạt danh hiệu: awarded.
    Awarded,
    /// Set as the theme of a year or round.
    Theme,
    /// Named without a deed.
    Named,
}

slugs!(Relation {
    Launched: "launched",
    Responded: "responded",
    CarriedOut: "carried_out",
    Awarded: "awarded",
    Theme: "theme",
    Named: "named",
});

impl Relation {
    /// Every relation, the strongest first: a matrix cell shows the first that holds.
    pub const BY_STRENGTH: [Relation; 6] = [
        Relation::Launched,
        Relation::CarriedOut,
        Relation::Responded,
        Relation::Awarded,
        Relation::Theme,
        Relation::Named,
    ];
}

/// A campaign named in an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// The campaign.
    pub campaign: CampaignId,
    /// Its name as printed, without the quotation marks around it.
    pub as_written: String,
    /// What the article says was done with it.
    pub relation: Relation,
    /// Among whom, as this article has it.
    pub sector: Option<Sector>,
    /// Line of the source file, from 1.
    pub line: u32,
}

/// A dated stretch of a campaign: a round, a peak, a launch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// The campaign that is run in it.
    pub campaign: CampaignId,
    /// The printed name ("Đợt 1").
    pub name: String,
    /// Its dates, where printed.
    pub when: Option<Edtf>,
    /// The printed words of the dates; nothing where none are printed.
    pub as_written: Option<String>,
    /// Its theme.
    pub theme: Option<CampaignId>,
    /// Line of the source file, from 1.
    pub line: u32,
}

/// A printed number that is no figure on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// The number with its noun, as printed.
    pub as_written: String,
    /// Why it is no figure, in words of ours.
    pub reason: String,
    /// Line of the source file, from 1.
    pub line: u32,
}

/// One newspaper article and every fact that it states. What it does not print is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its slug.
    pub id: ArticleId,
    /// The line above the headline, where there is one.
    pub kicker: Option<String>,
    /// The headline as printed.
    pub headline: String,
    /// What the headline says, in English.
    pub headline_en: Option<String>,
    /// The newspaper, where the text names it.
    pub source: Option<SourceId>,
    /// The address of the article (http or https), where known.
    pub url: Option<String>,
    /// The authors as printed.
    pub byline: Vec<String>,
    /// When it was published, where printed.
    pub published: Option<Edtf>,
    /// The printed words of the date of publication.
    pub published_as_written: Option<String>,
    /// The period that it reports on.
    pub covers: Option<Edtf>,
    /// The printed words of that period, "5 năm" included.
    pub covers_as_written: Option<String>,
    /// The organisation that it reports on.
    pub organisation: OrganisationId,
    /// `["organisation"]` if a person has confirmed the organisation; otherwise it is a guess.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<GuessedField>,
    /// What of it may be published.
    pub rights: Rights,
    /// The source text.
    pub text: TextRef,
    /// Our digest, paragraph by paragraph.
    pub digest: Vec<DigestParagraph>,
    /// People named in it; its authors stand in `byline`.
    pub people: Vec<Person>,
    /// Campaigns named in it.
    pub mentions: Vec<Mention>,
    /// Dated stretches.
    pub phases: Vec<Phase>,
    /// Quantities.
    pub figures: Vec<Figure>,
    /// Printed numbers that are no figures on purpose, with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// The full text, paragraph by paragraph, where the owner has the rights.
    pub body: Option<Vec<String>>,
}

impl Article {
    /// Position of the paragraph on `line` of the source file, from 1, among the paragraphs of running text: those of the digest,
    /// which has an entry for each. A reader counts the same in print: from the first paragraph below the headline, without
    /// captions, teasers and the byline. `None` for a line that the digest leaves out, such as a headline.
    pub fn paragraph_of_line(&self, line: u32) -> Option<usize> {
        let lines = collect_set(self.digest.iter().map(|paragraph| paragraph.line));
        lines.contains(&line).then(|| lines.range(..=line).count())
    }
}
