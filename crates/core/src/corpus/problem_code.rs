//! Codes of problems: one variant for each rule that validation and verification check.
//!
//! [`Display`](std::fmt::Display) gives the English message. The wording in the languages of the interface is in the crate
//! `thidua-i18n`, which matches on the codes.

use std::fmt;

use serde::{Serialize, Serializer};
use thiserror::Error;

use crate::domain::{Comparator, Decimal, FileStemFault, MAX_FILE_STEM_BYTES, UnitId};
use crate::text::HiddenKind;
use crate::text::quantity::UnreadCause;

/// Kind of object that an id identifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdKind {
    /// A newspaper.
    Source,
    /// An organisation.
    Organisation,
    /// A unit of counting.
    Unit,
    /// A campaign.
    Campaign,
    /// An article.
    Article,
    /// A figure.
    Figure,
}

impl IdKind {
    /// Every kind.
    pub const ALL: [IdKind; 6] = [
        IdKind::Source,
        IdKind::Organisation,
        IdKind::Unit,
        IdKind::Campaign,
        IdKind::Article,
        IdKind::Figure,
    ];

    /// Returns whether objects of the kind have a page, in a folder that is named after their id.
    pub(super) const fn has_page(self) -> bool {
        !matches!(self, IdKind::Source | IdKind::Unit)
    }
}

/// The English noun.
impl fmt::Display for IdKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            IdKind::Source => "source",
            IdKind::Organisation => "organisation",
            IdKind::Unit => "unit",
            IdKind::Campaign => "campaign",
            IdKind::Article => "article",
            IdKind::Figure => "figure",
        })
    }
}

/// The rule that a [`Problem`](super::Problem) breaks.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProblemCode {
    // Strings.
    /// A string is blank.
    #[error("the text is empty")]
    EmptyText,
    /// A string holds a character that is not allowed.
    #[error("the text holds {}", .0.name())]
    HiddenCharacter(HiddenKind),
    /// The corpus cannot be written as JSON, for this reason.
    #[error("the corpus cannot be written: {0}")]
    Unserializable(String),

    // Ids.
    /// An id is not a slug.
    #[error("not a slug")]
    NotASlug,
    /// An id is longer than [`MAX_ID_LENGTH`](crate::domain::MAX_ID_LENGTH).
    #[error("the id is too long for the name of a file")]
    IdTooLong,
    /// Windows reserves the name of the folder of a page.
    #[error("Windows reserves this name: a site with a folder of that name cannot be copied there")]
    ReservedFolderName,
    /// An id is given twice.
    #[error("duplicate {kind} id {}", quote(.id))]
    DuplicateId {
        /// Kind of the objects.
        kind: IdKind,
        /// The id.
        id: String,
    },
    /// Two ids of one kind differ only in case.
    #[error("{kind} ids {} and {} differ only in case", quote(.first), quote(.second))]
    IdsDifferInCase {
        /// Kind of the objects.
        kind: IdKind,
        /// The id that is given first.
        first: String,
        /// The other id.
        second: String,
    },
    /// This abbreviation is given twice.
    #[error("duplicate abbreviation {}", quote(.0))]
    DuplicateAbbreviation(String),
    /// This id is redirected and is the id of an object.
    #[error("{} is redirected and still in use", quote(.0))]
    RedirectedIdInUse(String),
    /// A redirect is part of a circle.
    #[error("the redirect leads back to itself")]
    RedirectCycle,
    /// The target of a redirect does not exist.
    #[error("the redirect leads nowhere")]
    RedirectToNothing,

    // References.
    /// No object has the referenced id.
    #[error("there is no {kind} {}", quote(.id))]
    UnknownReference {
        /// Kind of the referenced object.
        kind: IdKind,
        /// The id.
        id: String,
    },
    /// This campaign is named twice in one list, or is the main campaign.
    #[error("{} is named already", quote(.0))]
    CampaignNamedTwice(String),
    /// This organisation is above itself.
    #[error("{} is its own ancestor", quote(.0))]
    OwnAncestor(String),
    /// A figure has `campaigns_also` and no `campaign`.
    #[error("further campaigns are given without a main one")]
    NoMainCampaign,

    // Articles.
    /// An article has a `body` and the rights `facts_only`.
    #[error("full text without the rights to it")]
    FullTextWithoutRights,
    /// An address is not http or https, or has no host.
    #[error("not the address of a web page")]
    NotAWebAddress,
    /// A period is given without its printed words.
    #[error("a period without its printed words")]
    PeriodWithoutWords,
    /// A date is given without its printed words.
    #[error("a date without its printed words")]
    DateWithoutWords,
    /// A digest is not a SHA-256 in lower-case hexadecimal.
    #[error("not a SHA-256")]
    NotASha256,
    /// The first line is 0, or is behind the last one.
    #[error("the first line comes first, counted from 1")]
    LineRangeReversed,
    /// Excluded lines are not in ascending order, or are outside the lines of the article.
    #[error("excluded lines stand in order, each once, within the lines")]
    ExcludedLinesOutOfOrder,
    /// Confirmed fields are not in the order of their declaration, or one is given twice or is none that can be confirmed.
    #[error("confirmed fields stand in order, each once, and are fields that can be guessed")]
    ConfirmedOutOfOrder,
    /// The line of a fact is outside the article or is excluded.
    #[error("the line is not part of the article")]
    LineOutsideArticle,
    /// The printed words of a mention are neither the name nor an alias of its campaign.
    #[error("not a known name of the campaign")]
    UnknownCampaignName,
    /// A name of a source text cannot be the name of a file on every system.
    #[error("{}", file_stem_message(*.0))]
    FileStem(FileStemFault),
    /// Names of two source texts differ only in case.
    #[error("the name of another source text differs in case only: many disks take both for one file")]
    FileStemsDifferInCase,

    // Figures.
    /// Levels are not in legal order, or one is given twice.
    #[error("levels stand in legal order, each once")]
    LevelsOutOfOrder,
    /// The comparator is `eq` and a bound word is given.
    #[error("an exact number has no bound word")]
    BoundWordOfExactNumber,
    /// This bound word states another comparator, or none.
    #[error("the word {} does not state the comparator", quote(.0))]
    BoundWordContradictsComparator(String),
    /// This comparator is given without a bound word.
    #[error("the comparator {} needs its printed bound word", .0.slug())]
    NoBoundWord(Comparator),
    /// A range has no upper end.
    #[error("a range needs its upper end")]
    RangeWithoutUpperEnd,
    /// The upper end of a range is below its lower end.
    #[error("a range ends below its start")]
    RangeReversed,
    /// A figure that is not a range has an upper end.
    #[error("only a range has an upper end")]
    UpperEndWithoutRange,
    /// A number is negative.
    #[error("a printed quantity is not negative")]
    NegativeQuantity,
    /// A count has decimals.
    #[error("a count of whole things is a whole number")]
    FractionalCount,
    /// A percentage is above 100.
    #[error("more than the whole, in percent")]
    PercentAboveHundred,

    // Shares.
    /// A figure is a share of itself, over any number of steps.
    #[error("the figure is a share of itself")]
    ShareOfItself,
    /// A share and its whole are in different articles.
    #[error("a share and its whole stand in different articles, which are never compared")]
    ShareAcrossArticles,
    /// A share and its whole have different units.
    #[error("a share is counted in the unit of its whole")]
    ShareUnitDiffers,
    /// The exact shares of this figure add up to more than it.
    #[error("the shares of {} are more than the whole", quote(.0))]
    SharesExceedWhole(String),

    // Figures of one article, and their labels.
    /// The words of a figure are held by this figure already.
    #[error("these words of the line are held by {} already", quote(.0))]
    FigureStatedTwice(String),
    /// The article mentions the campaign nowhere.
    #[error("the article does not mention the campaign {}", quote(.0))]
    CampaignNotMentioned(String),
    /// Another article has the same lines of the same text.
    #[error("{} is read from the same lines of the same text", quote(.0))]
    SameTextTwice(String),
    /// A label names a level that the figure does not have.
    #[error("the label names a level that the figure does not have")]
    LabelNamesOtherLevel,
    /// A label begins with the noun of another unit.
    #[error("the label names another unit than that of the figure")]
    LabelNamesOtherUnit,
    /// A label has a number.
    #[error("a label has no number: numbers stand in the value")]
    NumberInLabel,

    // Campaigns, phases, sources.
    /// A translated name or a summary has a number that the name does not have.
    #[error("a number that the name does not have")]
    NumberNotInName,
    /// Two phases of a campaign have the same name in one article.
    #[error("the campaign has a phase of this name already")]
    PhaseNamedTwice,
    /// The name of a phase is the name of another campaign.
    #[error("this phase is named like the campaign {}", quote(.0))]
    PhaseOfOtherCampaign(String),
    /// The attribution of a source does not have its name or its site.
    #[error("the attribution does not have this name")]
    NotInAttribution,

    // Units.
    /// A second unit measures percent or money.
    #[error("a second unit of this dimension: percent and money have one each")]
    SecondUnitOfDimension,
    /// The Vietnamese name of a unit is none of its printed nouns.
    #[error("the Vietnamese name of a unit is one of its printed nouns")]
    UnitNameNotPrinted,
    /// A printed noun has capital letters.
    #[error("a printed noun is given in lower case")]
    NounNotLowerCase,
    /// A printed noun begins with a digit or a scale word.
    #[error("a printed noun does not begin with a number or a scale word")]
    NounBeginsWithNumber,
    /// This printed noun states percent or money, and its unit does not measure it.
    #[error("{} states percent or money", quote(.0))]
    NounOfOtherDimension(String),
    /// Two units have this printed noun.
    #[error("the noun {} is claimed twice", quote(.0))]
    NounClaimedTwice(String),
    /// A new printed noun of a unit changes the reading of a figure that the corpus has already.
    #[error("a new word of a unit changes how this known figure reads")]
    NounChangesFigure,

    // Verification: the source text.
    /// No source text of that name was given.
    #[error("the source text is missing")]
    SourceTextMissing,
    /// The source text cannot be read, for this reason.
    #[error("{0}")]
    SourceTextUnreadable(String),
    /// The digest of the source text is not the recorded one.
    #[error("the source text is not the one that was read")]
    SourceTextChanged,
    /// The source text has a byte order mark.
    #[error("the source text begins with a byte order mark, which is skipped")]
    SourceTextHasBom,
    /// The lines of the article are not lines of the source text.
    #[error("the lines are not lines of the source text")]
    LinesOutsideText,

    // Verification: printed words.
    /// The printed words of a fact are not on its line.
    #[error("the words do not stand on this line")]
    WordsNotOnLine,
    /// The printed words of a fact are on no line of the article.
    #[error("the words stand on no line of the article")]
    WordsNotInArticle,
    /// The words are not at the byte range that was found for them.
    #[error("the words do not stand at their place")]
    WordsMisplaced,
    /// The printed words of a figure are on its line more than once.
    #[error("the words are ambiguous: they stand on this line more than once")]
    WordsAmbiguous,
    /// The printed words of a figure touch no quantity.
    #[error("no quantity can be read at these words")]
    NoQuantity,
    /// The printed words of a figure touch a number that cannot be read.
    #[error("{}", unread_message(*.0))]
    UnreadQuantity(UnreadCause),
    /// The printed words begin inside a quantity.
    #[error("the words leave out the beginning of a quantity, such as its bound word")]
    WordsOmitQuantityStart,
    /// The printed words begin before the quantity.
    #[error("the words begin before the quantity")]
    WordsBeginEarly,
    /// The printed words end inside a quantity.
    #[error("the words leave out the end of a quantity, such as its unit")]
    WordsOmitQuantityEnd,
    /// The printed words end inside another number.
    #[error("the words leave out the end of another number")]
    WordsCutOtherNumber,
    /// The quantity is at a line break inside a sentence.
    #[error("the line is broken inside a sentence: what belongs to the number may stand on another line")]
    BrokenLine,
    /// The bound word `>` begins its line and may be the mark of a reply.
    #[error("this sign may be the mark of a reply")]
    ReplyMark,
    /// A recorded value is not the printed one.
    #[error("not what is printed")]
    NotAsPrinted,
    /// A recorded level is not printed with the figure.
    #[error("not the levels that are printed with the figure")]
    LevelsNotAsPrinted,
    /// The printed words of a figure hold a second number.
    #[error("the words hold another number too")]
    WordsHoldOtherNumber,
    /// The printed words of a figure go on behind the noun of the quantity.
    #[error("the words reach further than the quantity and its noun")]
    WordsReachFurther,
    /// The words of an act are no verb of recognition.
    #[error("not a verb of recognition, such as khen thưởng or công nhận")]
    NotAnAct,
    /// The verb of an act states another kind of act.
    #[error("the verb states another kind of act")]
    OtherAct,

    // Verification: names.
    /// A headline is a part of a line.
    #[error("not a whole line of the article")]
    NotAWholeLine,
    /// The name of an author stands in a sentence.
    #[error("not on a line of authors")]
    NotAnAuthor,
    /// A number of the translated headline is not in the headline.
    #[error("a number that the headline does not have")]
    NumberNotInHeadline,
    /// No name of the organisation is printed in the article.
    #[error("no name of the organisation is printed in the article")]
    OrganisationNotPrinted,
    /// Neither name nor site nor initials of the source are printed.
    #[error("neither the name nor the site of the newspaper is printed")]
    SourceNotPrinted,
    /// The name of a person goes on before or behind the recorded words.
    #[error("the name is printed longer")]
    NameCutShort,
    /// The name or theme of another phase stands between the parts of a phase.
    #[error("another phase is named between the name of the phase and this")]
    OtherPhaseBetween,

    // Verification: dates and digests.
    /// A date has no printed words.
    #[error("a date without its printed words cannot be verified")]
    UnverifiableDate,
    /// The printed words hold no date.
    #[error("the printed words hold no date")]
    NoPrintedDate,
    /// The printed words state another date.
    #[error("the printed words say another date")]
    OtherPrintedDate,
    /// The words end or begin inside this printed date.
    #[error("the words cut a date in two: it is printed as {}", quote(.0))]
    CutDate(String),
    /// The words hold a year that is not part of a date.
    #[error("the words hold a year that cannot be read as a date")]
    UnreadableYear,
    /// The words hold several dates.
    #[error("the words hold more than one date")]
    SeveralDates,
    /// A number of a digest is not on the line that is digested.
    #[error("a number of the digest does not stand on its line")]
    DigestNumberNotOnLine,
    /// A bound of a digest is not the one of the number on the line.
    #[error("a bound that the number does not have on its line")]
    DigestBoundNotOnLine,
    /// The languages of a digest do not have the same numbers.
    #[error("the two languages do not have the same numbers")]
    DigestLanguagesDiffer,
    /// Words between quotation marks are neither on the line nor the name of a campaign of the article.
    #[error("the quoted words are neither on the line nor the name of a campaign of the article")]
    QuoteNotOnLine,
    /// A name is nearly, but not quite, this name of a person of the article.
    #[error("nearly the name {}, which is printed otherwise", quote(.0))]
    NameMisspelt(String),
    /// A printed number with a unit is held by no fact.
    #[error("this number is printed and no fact holds it")]
    NumberNotRecorded,
    /// A campaign is quoted on a line that has no mention of it.
    #[error("the campaign {} is quoted here, and no mention says so", quote(.0))]
    MentionNotRecorded(String),
    /// A paragraph has no digest, and others have one.
    #[error("this paragraph has no digest")]
    ParagraphWithoutDigest,
    /// A digest holds digits other than 0 to 9.
    #[error("numbers are written with the digits 0 to 9")]
    DigestDigits,
}

/// A string: the English message.
impl Serialize for ProblemCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// English message about a name of a source text.
const fn file_stem_message(fault: FileStemFault) -> &'static str {
    match fault {
        FileStemFault::NotPlain => "not the plain name of a file",
        FileStemFault::Ends => "the name of a file has no space at its ends and no point behind it",
        FileStemFault::Reserved => "Windows reserves this name: no file can have it there",
        FileStemFault::TooLong => "the name is too long for a file",
    }
}

/// English message about a number that cannot be read.
const fn unread_message(cause: UnreadCause) -> &'static str {
    match cause {
        UnreadCause::Malformed => "no quantity can be read at these words: its signs make no number",
        UnreadCause::Touched => "no quantity can be read at these words: something touches the number",
        UnreadCause::RatioOrDate => "no quantity can be read at these words: it may be a fraction or a date",
        UnreadCause::Unclear => {
            "no quantity can be read at these words: it is not certain which number is meant"
        }
        UnreadCause::Vague => "no quantity can be read at these words: they say some or a few",
        UnreadCause::Bound => {
            "no quantity can be read at these words: it is not certain how they bound the number"
        }
        UnreadCause::Disagreeing => {
            "no quantity can be read at these words: the figures and the words of the sum say different numbers"
        }
    }
}

/// Expected or found value of a [`Problem`](super::Problem).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemValue {
    /// A value that is the same in every language: a number, a slug, quoted text.
    Verbatim(String),
    /// The form of a slug.
    SlugForm,
    /// An id that exists.
    ExistingId,
    /// The form of a web address.
    WebAddressForm,
    /// The form of the name of a file.
    FileNameForm,
    /// The form of a SHA-256.
    Sha256Form,
    /// This many letters.
    Letters(usize),
    /// At most this many letters.
    AtMostLetters(usize),
    /// This many bytes.
    Bytes(usize),
    /// At most [`MAX_FILE_STEM_BYTES`] bytes.
    AtMostBytes,
    /// First and last line.
    Lines([u32; 2]),
    /// Numbers of lines from the first to the last.
    Between([u32; 2]),
    /// A line of the article, of which these are the first and the last.
    LineOfArticle([u32; 2]),
    /// Lines of a text that has this many.
    WithinLines(usize),
    /// The name or an alias of the campaign of this id.
    NameOfCampaign(String),
    /// A word that states no comparator.
    UnknownBoundWord,
    /// This number or more.
    AtLeast(Decimal),
    /// This number or less.
    AtMost(Decimal),
    /// A sum of more than 28 digits.
    SumOverflow,
    /// A character and its number in the text, from 1.
    Character(char, usize),
}

impl From<String> for ProblemValue {
    fn from(text: String) -> Self {
        ProblemValue::Verbatim(text)
    }
}

impl From<&str> for ProblemValue {
    fn from(text: &str) -> Self {
        ProblemValue::Verbatim(text.to_owned())
    }
}

impl From<Decimal> for ProblemValue {
    fn from(number: Decimal) -> Self {
        ProblemValue::Verbatim(number.to_string())
    }
}

impl From<u32> for ProblemValue {
    fn from(number: u32) -> Self {
        ProblemValue::Verbatim(number.to_string())
    }
}

impl From<&UnitId> for ProblemValue {
    fn from(id: &UnitId) -> Self {
        ProblemValue::Verbatim(id.to_string())
    }
}

/// The value in English.
impl fmt::Display for ProblemValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProblemValue::Verbatim(text) => f.write_str(text),
            ProblemValue::SlugForm => {
                f.write_str("lower-case letters a–z and digits, joined by single hyphens")
            }
            ProblemValue::ExistingId => f.write_str("an existing id"),
            ProblemValue::WebAddressForm => f.write_str("http:// or https://, a host, no spaces"),
            ProblemValue::FileNameForm => {
                f.write_str("a name without folders and without .txt, and none of / \\ : * ? \" < > |")
            }
            ProblemValue::Sha256Form => f.write_str("64 digits, 0–9 and a–f"),
            ProblemValue::Letters(count) => write!(f, "{count} letters"),
            ProblemValue::AtMostLetters(count) => write!(f, "at most {count} letters"),
            ProblemValue::Bytes(count) => write!(f, "{count} bytes"),
            ProblemValue::AtMostBytes => write!(f, "at most {MAX_FILE_STEM_BYTES} bytes"),
            ProblemValue::Lines([first, last]) => write!(f, "{first} to {last}"),
            ProblemValue::Between([first, last]) => write!(f, "between {first} and {last}"),
            ProblemValue::LineOfArticle([first, last]) => {
                write!(f, "a line from {first} to {last} that is not excluded")
            }
            ProblemValue::WithinLines(count) => write!(f, "within 1 to {count}"),
            ProblemValue::NameOfCampaign(id) => write!(f, "the name or an alias of {}", quote(id)),
            ProblemValue::UnknownBoundWord => f.write_str("no bound word that is known"),
            ProblemValue::AtLeast(number) => write!(f, "at least {number}"),
            ProblemValue::AtMost(number) => write!(f, "at most {number}"),
            ProblemValue::SumOverflow => f.write_str("a sum past all digits"),
            ProblemValue::Character(c, number) => {
                write!(f, "U+{:04X} at character {number}", u32::from(*c))
            }
        }
    }
}

/// A string: the value in English.
impl Serialize for ProblemValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A short quotation for a message: at most 80 characters, control characters escaped.
pub fn quote(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("{short:?}")
}
