//! Reasons why names cannot be changed.

use std::fmt;

use thiserror::Error;

use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{IdKind, quote};
use crate::domain::{CampaignKind, MAX_ID_LENGTH, OrganisationKind};
use crate::text::HiddenKind;

/// What a campaign or an organisation is, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedObject {
    /// A campaign of this kind.
    Campaign(CampaignKind),
    /// An organisation of this kind.
    Organisation(OrganisationKind),
}

/// `campaign of the kind round`.
impl fmt::Display for NamedObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NamedObject::Campaign(kind) => write!(f, "campaign of the kind {}", kind.slug()),
            NamedObject::Organisation(kind) => write!(f, "organisation of the kind {}", kind.slug()),
        }
    }
}

/// Reason why an operation on names cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NameError {
    /// Neither a campaign nor an organisation has this id.
    #[error("there is no campaign or organisation {}", quote(.0))]
    UnknownId(String),
    /// The id was given up for another one.
    #[error("{} has been renamed; it is {} now", quote(.id), quote(.to))]
    OldId {
        /// The old id.
        id: String,
        /// The id at the end of its redirects.
        to: String,
    },
    /// A campaign and an organisation have the same id.
    #[error("{} is the id of a campaign and of an organisation: give one of them another id in the document", quote(.0))]
    SharedId(String),
    /// The operation would change nothing.
    #[error("nothing would change: the name and the id are those that {} has", quote(.0))]
    NothingToChange(String),

    /// A name is blank.
    #[error("the new name is empty")]
    EmptyName,
    /// A name holds a character that is not allowed.
    #[error("the new name holds {}", .0.name())]
    HiddenCharacter(HiddenKind),
    /// Another object of the same kind has the name already, or is printed so.
    #[error("{} is a name of {} already, a {object}: join the two, or choose another name", quote(.name), quote(.id))]
    NameTaken {
        /// The name.
        name: String,
        /// Id of the object that has it.
        id: String,
        /// What both are.
        object: NamedObject,
    },
    /// A new id is not a slug.
    #[error("{} is not a slug: small letters a to z and digits, in groups with single hyphens between them", quote(.0))]
    NotASlug(String),
    /// A new id is longer than [`MAX_ID_LENGTH`].
    #[error("{} has more than {MAX_ID_LENGTH} letters", quote(.0))]
    IdTooLong(String),
    /// Windows reserves the name of the folder of the page.
    #[error("{} is a name that Windows reserves: choose a longer id", quote(.0))]
    ReservedId(String),
    /// An object has the new id already.
    #[error("{} is the id of another {kind} already", quote(.id))]
    IdTaken {
        /// The id.
        id: String,
        /// Kind of the object that has it.
        kind: IdKind,
    },
    /// The new id is an old id of something else.
    #[error("{} redirects to {} already: links to it would lead elsewhere", quote(.id), quote(.to))]
    IdRedirected {
        /// The id.
        id: String,
        /// The target of its redirect.
        to: String,
    },
    /// The old id cannot redirect, because something else has it too.
    #[error("{} cannot lead to a new id, because it is the id of another {kind} as well", quote(.id))]
    OldIdInUse {
        /// The id.
        id: String,
        /// Kind of the other object.
        kind: IdKind,
    },

    /// The corpus would break this rule, such as two phases of one name in one article.
    #[error("the corpus would not be valid: {0}")]
    Invalid(Box<Problem>),

    /// An object would be joined with itself.
    #[error("{} cannot be joined with itself", quote(.0))]
    SameId(String),
    /// The objects are of different kinds.
    #[error("{} is a {first} and {} a {second}: different things that are called alike stay apart", quote(.from), quote(.into))]
    DifferentKinds {
        /// Id of the object that would end.
        from: String,
        /// Id of the object that would stay.
        into: String,
        /// What the first is.
        first: NamedObject,
        /// What the second is.
        second: NamedObject,
    },
    /// Rounds or yearly campaigns of different organisations.
    #[error(
        "{} is run by {} and {} by {}: rounds and yearly campaigns of two organisations are two campaigns. \
         If one organisation launched both, say so in launched_by",
        quote(.from), .organisers[0], quote(.into), .organisers[1]
    )]
    DifferentOrganisations {
        /// Id of the campaign that would end.
        from: String,
        /// Id of the campaign that would stay.
        into: String,
        /// Names of the organisations of each.
        organisers: [String; 2],
    },
    /// Rounds or yearly campaigns whose names state different years.
    #[error("{} is of {} and {} of {}: campaigns of different years are two campaigns", quote(.from), .years[0], quote(.into), .years[1])]
    DifferentYears {
        /// Id of the campaign that would end.
        from: String,
        /// Id of the campaign that would stay.
        into: String,
        /// Years of each.
        years: [String; 2],
    },
    /// Names that state different numbers: of a round ("Đợt 1", "Đợt 2"), of a contest ("lần thứ V").
    #[error("{} is number {} and {} number {}: they are two campaigns", quote(.from), .numbers[0], quote(.into), .numbers[1])]
    DifferentNumbers {
        /// Id of the campaign that would end.
        from: String,
        /// Id of the campaign that would stay.
        into: String,
        /// The numbers.
        numbers: [u32; 2],
    },

    /// Only campaigns can be split.
    #[error("{} is an organisation: only campaigns can be split", quote(.0))]
    NotACampaign(String),
    /// No mention of the campaign prints this form.
    #[error("no mention of {} is printed {}; printed are {}", quote(.id), quote(.form), quoted_list(.printed))]
    UnknownForm {
        /// Id of the campaign.
        id: String,
        /// The form.
        form: String,
        /// The forms that are printed.
        printed: Vec<String>,
    },
    /// This article does not name the campaign, or does not exist.
    #[error("no article {} names {}", quote(.article), quote(.id))]
    UnknownArticle {
        /// Id of the campaign.
        id: String,
        /// Id of the article.
        article: String,
    },
    /// This figure does not count the campaign, or does not exist.
    #[error("no figure {} counts {}", quote(.figure), quote(.id))]
    UnknownFigure {
        /// Id of the campaign.
        id: String,
        /// Id of the figure.
        figure: String,
    },
    /// Nothing was selected for the new campaign.
    #[error("nothing is selected for the new campaign: name printed forms, articles or figures")]
    NothingSelected,
    /// Everything was selected, so that the old campaign would be empty.
    #[error("nothing would stay with {}: rename it instead", quote(.0))]
    EverythingSelected(String),
}

impl NameError {
    /// The id of the object, or of the redirect, that stands in the way. `None` where the request itself is malformed.
    pub fn subject(&self) -> Option<&str> {
        match self {
            NameError::OldId { id, .. }
            | NameError::SharedId(id)
            | NameError::NothingToChange(id)
            | NameError::NameTaken { id, .. }
            | NameError::IdTaken { id, .. }
            | NameError::IdRedirected { id, .. }
            | NameError::OldIdInUse { id, .. }
            | NameError::SameId(id)
            | NameError::NotACampaign(id)
            | NameError::UnknownForm { id, .. }
            | NameError::UnknownArticle { id, .. }
            | NameError::UnknownFigure { id, .. }
            | NameError::EverythingSelected(id) => Some(id),
            NameError::DifferentKinds { from, .. }
            | NameError::DifferentOrganisations { from, .. }
            | NameError::DifferentYears { from, .. }
            | NameError::DifferentNumbers { from, .. } => Some(from),
            NameError::UnknownId(_)
            | NameError::EmptyName
            | NameError::HiddenCharacter(_)
            | NameError::NotASlug(_)
            | NameError::IdTooLong(_)
            | NameError::ReservedId(_)
            | NameError::Invalid(_)
            | NameError::NothingSelected => None,
        }
    }
}

fn quoted_list(forms: &[String]) -> String {
    forms.iter().map(|form| quote(form)).collect::<Vec<_>>().join(", ")
}
