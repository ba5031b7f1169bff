//! Commands of the editor.

use std::collections::BTreeMap;

use thidua_core::domain::{GuessedField, Lang};
use thidua_extract::TextSpan;

use super::add_fact::FactKind;
use super::edit::Fields;
use super::error::EditError;
use super::fact_id::FactId;
use super::gaps::Gap;
use super::names::NamesCommand;
use super::publish::PublishTarget;
use super::site_info::SiteCommand;

/// Text of a new draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextInput {
    /// Name of the file; empty for pasted text.
    pub name: String,
    /// Text; of a saved page only the article.
    pub text: String,
    /// URL that a saved page states as its own.
    pub url: Option<String>,
}

/// Kind of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportKind {
    /// Open article as a corpus document, and its source text.
    Article,
    /// Corpus with every accepted article.
    Corpus,
    /// Open draft, to be continued elsewhere.
    Draft,
}

/// Action of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Sets the language; all fragments are sent again.
    SetLanguage(Lang),
    /// Finds, renames, joins or splits a campaign of the corpus.
    Names(NamesCommand),
    /// Changes what the site says about itself.
    Site(SiteCommand),
    /// States what the page knows of its surroundings.
    SetHost {
        /// Address of the site, where it has one that others can open.
        url: Option<String>,
        /// Folder into which `thidua serve` saves.
        folder: Option<String>,
        /// True if the browser can write into a folder.
        can_write_folder: bool,
    },
    /// Opens a corpus package: file name, content.
    OpenPackage(String, Vec<u8>),
    /// Makes the package for a target.
    Publish(PublishTarget),
    /// Creates a draft from a text.
    AddText(TextInput),
    /// Imports a stored draft, or a corpus document that replaces the corpus of the site: file name, content.
    Import(String, String),
    /// Restores a draft from the storage of the browser, as JSON.
    Restore(String),
    /// The draft of this uid was not stored, because another window has stored a later revision.
    ResolveConflict(String),
    /// Opens the draft of this uid.
    Open(String),
    /// Asks whether the draft of this uid is to be discarded; `None` drops the question.
    AskRemoval(Option<String>),
    /// Discards the draft of this uid.
    Remove(String),
    /// Takes back the draft that was discarded last.
    TakeBack,
    /// Sets where the open article comes from: address, newspaper, date of publication.
    SetOrigin(Fields),
    /// Splits a draft with several articles: at this line, or wherever an article seems to begin.
    Split(Option<u32>),
    /// Accepts a fact and confirms its guesses as the card shows them.
    Accept(FactId),
    /// Confirms one guess of a fact.
    Confirm(FactId, GuessedField),
    /// Rejects a fact.
    Reject(FactId),
    /// Resets the status of a fact.
    ResetStatus(FactId),
    /// Accepts every verified fact that was not rejected and has neither open guesses nor doubts.
    AcceptAll,
    /// Moves to the first fact that should be looked at.
    ShowFirstToReview,
    /// Fills in what every article needs and the text does not show, from these words.
    FillGap(Gap, String),
    /// Opens the form of a fact; `None` closes it.
    OpenForm(Option<FactId>),
    /// Opens the form of a fact at one of its guesses.
    OpenFormAt(FactId, GuessedField),
    /// Changes a fact. A guess that is changed is confirmed.
    Edit(FactId, Fields),
    /// Changes a fact, confirms all of its guesses as the form has them, and accepts it.
    EditAndAccept(FactId, Fields),
    /// Changes name and kind of a campaign of the draft.
    EditCampaign(usize, Fields),
    /// Links a campaign of the draft to one of the corpus, by id or name; `None` keeps it apart from all.
    LinkCampaign(usize, Option<String>),
    /// Adds a fact from selected words.
    AddFact(FactKind, TextSpan),
    /// Adds a fact from typed words on this line.
    AddFactByWords(FactKind, u32, String),
    /// Includes a line in the article, or excludes it.
    ToggleLine(u32),
    /// Undoes the last step.
    Undo,
    /// Redoes the step that was undone last.
    Redo,
    /// Shows a page of the future site; `None` closes the preview.
    Preview(Option<String>),
    /// Saves files.
    Export(ExportKind),
}

impl Command {
    /// Parses a command from the `data-act` of a button or form and its data.
    ///
    /// # Errors
    /// [`EditError::NotFound`] if there is no such command, or its data is incomplete.
    pub fn parse(name: &str, data: &BTreeMap<String, String>) -> Result<Command, EditError> {
        let none = |what: &str| EditError::NotFound(format!("{name}: {what}"));
        let text = |field: &str| data.get(field).cloned();
        let fact_id = || text("fact").and_then(|s| s.parse::<FactId>().ok()).ok_or_else(|| none("fact"));
        let number = |field: &str| -> Result<u32, EditError> {
            data.get(field).and_then(|n| n.trim().parse().ok()).ok_or_else(|| none(field))
        };
        let campaign =
            || number("campaign-number").and_then(|n| usize::try_from(n).map_err(|_| none("number")));
        let uid = || text("draft").ok_or_else(|| none("draft"));
        let guess = || {
            let slug = text("field").ok_or_else(|| none("field"))?;
            GuessedField::ALL.into_iter().find(|field| field.slug() == slug).ok_or_else(|| none("field"))
        };
        let what = || text("what").ok_or_else(|| none("what"))?.parse::<FactKind>();
        if let Some(command) = NamesCommand::parse(name, data)? {
            return Ok(Command::Names(command));
        }
        if let Some(command) = SiteCommand::parse(name, data) {
            return Ok(Command::Site(command));
        }
        Ok(match name {
            "open" => Command::Open(uid()?),
            "ask-remove" => Command::AskRemoval(Some(uid()?)),
            "keep" => Command::AskRemoval(None),
            "remove" => Command::Remove(uid()?),
            "take-back" => Command::TakeBack,
            "origin" => Command::SetOrigin(data.clone()),
            "split" => Command::Split(data.get("line").map(|_| number("line")).transpose()?),
            "accept" => Command::Accept(fact_id()?),
            "reject" => Command::Reject(fact_id()?),
            "propose" => Command::ResetStatus(fact_id()?),
            "confirm" => Command::Confirm(fact_id()?, guess()?),
            "accept-all" => Command::AcceptAll,
            "first-open" => Command::ShowFirstToReview,
            "fill-gap" => Command::FillGap(what()?.try_into()?, text("words").ok_or_else(|| none("words"))?),
            "unfold" => Command::OpenForm(Some(fact_id()?)),
            "fold" => Command::OpenForm(None),
            "change" => Command::OpenFormAt(fact_id()?, guess()?),
            "edit" => Command::Edit(fact_id()?, data.clone()),
            "edit-accept" => Command::EditAndAccept(fact_id()?, data.clone()),
            "name" => Command::EditCampaign(campaign()?, data.clone()),
            "join" => Command::LinkCampaign(campaign()?, Some(text("known").ok_or_else(|| none("known"))?)),
            "apart" => Command::LinkCampaign(campaign()?, None),
            "take" => {
                let place = TextSpan { line: number("line")?, start: number("start")?, end: number("end")? };
                Command::AddFact(what()?, place)
            }
            "take-words" => {
                let words = text("words").ok_or_else(|| none("words"))?;
                Command::AddFactByWords(what()?, number("line")?, words)
            }
            "line" => Command::ToggleLine(number("line")?),
            "undo" => Command::Undo,
            "redo" => Command::Redo,
            // Without a path: the page of the open article.
            "preview" => Command::Preview(Some(text("path").unwrap_or_default())),
            "close-preview" => Command::Preview(None),
            "export-article" => Command::Export(ExportKind::Article),
            "export-corpus" => Command::Export(ExportKind::Corpus),
            "host" => Command::SetHost {
                url: text("url").filter(|url| !url.is_empty()),
                folder: text("folder").filter(|folder| !folder.is_empty()),
                can_write_folder: data.contains_key("can-write-folder"),
            },
            "publish" => {
                let target = text("target").and_then(|target| PublishTarget::parse(&target));
                Command::Publish(target.ok_or_else(|| none("target"))?)
            }
            "export-draft" => Command::Export(ExportKind::Draft),
            _ => return Err(EditError::NotFound(name.to_owned())),
        })
    }
}
