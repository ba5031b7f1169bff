//! What a reader can do at the desk.

use std::collections::BTreeMap;

use super::add_fact::FactKind;
use super::edit::Fields;
use super::error::EditError;
use super::fact_id::FactId;
use thidua_core::domain::Lang;
use thidua_extract::TextSpan;

/// A text that was given to the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextInput {
    /// The name of the file; empty for pasted text.
    pub name: String,
    /// The text: of a saved page, only its article.
    pub text: String,
    /// The address that a saved page gives as its own.
    pub url: Option<String>,
}

/// What an export holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportKind {
    /// The open article as a document, and its text.
    Article,
    /// The corpus with every accepted article.
    Corpus,
    /// The open draft, to go on with elsewhere.
    Draft,
}

/// One thing that a reader does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Looks at the desk, in a language.
    SetLanguage(Lang),
    /// Puts a text on the desk.
    AddText(TextInput),
    /// Puts a kept draft or a corpus document on the desk.
    Import(String, String),
    /// A draft that was kept in the browser, also by another window.
    Restore(String),
    /// The browser could not keep a draft: another window has kept a later one under its name.
    ResolveConflict(String),
    /// Opens a draft.
    Open(String),
    /// Throws a draft away.
    Remove(String),
    /// Makes several drafts of one that holds several articles: at a line, or wherever one seems to begin.
    Split(Option<u32>),
    /// Says that a fact is right.
    Accept(FactId),
    /// Says that it is none.
    Reject(FactId),
    /// Takes back what was said of it.
    ResetStatus(FactId),
    /// Accepts everything that stands in the text and was not rejected.
    AcceptAll,
    /// Opens the form of a fact, or closes the one that is open.
    OpenForm(Option<FactId>),
    /// Mends a fact.
    Edit(FactId, Fields),
    /// Mends the name of a campaign.
    EditCampaign(usize, Fields),
    /// Joins a campaign with a known one, by id or name; or keeps it apart.
    LinkCampaign(usize, Option<String>),
    /// Adds a fact of words that were chosen.
    AddFact(FactKind, TextSpan),
    /// Adds a fact of words that were typed, and stand on a line.
    AddFactByWords(FactKind, u32, String),
    /// Takes a line into the article or out of it.
    ToggleLine(u32),
    /// Takes the last step back.
    Undo,
    /// Goes it again.
    Redo,
    /// Shows a page of the site as it would be; nothing closes it.
    Preview(Option<String>),
    /// Takes a file away.
    Export(ExportKind),
}

impl Command {
    /// The act of that name with its data, as buttons and forms of the page write them.
    ///
    /// # Errors
    /// Where there is no such act, or its data cannot be read.
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
        let what = || text("what").ok_or_else(|| none("what"))?.parse::<FactKind>();
        Ok(match name {
            "open" => Command::Open(uid()?),
            "remove" => Command::Remove(uid()?),
            "split" => Command::Split(data.get("line").map(|_| number("line")).transpose()?),
            "accept" => Command::Accept(fact_id()?),
            "reject" => Command::Reject(fact_id()?),
            "propose" => Command::ResetStatus(fact_id()?),
            "accept-all" => Command::AcceptAll,
            "unfold" => Command::OpenForm(Some(fact_id()?)),
            "fold" => Command::OpenForm(None),
            "edit" => Command::Edit(fact_id()?, data.clone()),
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
            "export-draft" => Command::Export(ExportKind::Draft),
            _ => return Err(EditError::NotFound(name.to_owned())),
        })
    }
}
