//! What a reader can do at the desk.

use std::collections::BTreeMap;

use super::edit::Fields;
use super::refusal::Refusal;
use super::slot::Slot;
use super::take::What;
use thidua_core::domain::Lang;
use thidua_extract::TextSpan;

/// A text that was given to the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// The name of the file; empty for pasted text.
    pub name: String,
    /// The text: of a saved page, only its article.
    pub text: String,
    /// The address that a saved page gives as its own.
    pub url: Option<String>,
}

/// What an export holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// The open article as a document, and its text.
    Article,
    /// The corpus with every accepted article.
    Corpus,
    /// The open draft, to go on with elsewhere.
    Draft,
}

/// One thing that a reader does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Looks at the desk, in a language.
    Look(Lang),
    /// Puts a text on the desk.
    Add(Given),
    /// Puts a kept draft or a corpus document on the desk.
    Import(String, String),
    /// A draft that was kept in the browser, also by another window.
    Restore(String),
    /// The browser could not keep a draft: another window has kept a later one under its name.
    Clash(String),
    /// Opens a draft.
    Open(String),
    /// Throws a draft away.
    Remove(String),
    /// Makes several drafts of one that holds several articles: at a line, or wherever one seems to begin.
    Split(Option<u32>),
    /// Says that a fact is right.
    Accept(Slot),
    /// Says that it is none.
    Reject(Slot),
    /// Takes back what was said of it.
    Propose(Slot),
    /// Accepts everything that stands in the text and was not rejected.
    AcceptAll,
    /// Opens the form of a fact, or closes the one that is open.
    Unfold(Option<Slot>),
    /// Mends a fact.
    Edit(Slot, Fields),
    /// Mends the name of a campaign.
    Name(usize, Fields),
    /// Joins a campaign with a known one, by id or name; or keeps it apart.
    Join(usize, Option<String>),
    /// Adds a fact of words that were chosen.
    Take(What, TextSpan),
    /// Adds a fact of words that were typed, and stand on a line.
    TakeWords(What, u32, String),
    /// Takes a line into the article or out of it.
    Line(u32),
    /// Takes the last step back.
    Undo,
    /// Goes it again.
    Redo,
    /// Shows a page of the site as it would be; nothing closes it.
    Preview(Option<String>),
    /// Takes a file away.
    Export(Export),
}

impl Act {
    /// The act of that name with its data, as buttons and forms of the page write them.
    ///
    /// # Errors
    /// Where there is no such act, or its data cannot be read.
    pub fn parse(name: &str, data: &BTreeMap<String, String>) -> Result<Act, Refusal> {
        let none = |what: &str| Refusal::NoSuch(format!("{name}: {what}"));
        let text = |field: &str| data.get(field).cloned();
        let slot = || text("fact").and_then(|s| s.parse::<Slot>().ok()).ok_or_else(|| none("fact"));
        let number = |field: &str| -> Result<u32, Refusal> {
            data.get(field).and_then(|n| n.trim().parse().ok()).ok_or_else(|| none(field))
        };
        let campaign =
            || number("campaign-number").and_then(|n| usize::try_from(n).map_err(|_| none("number")));
        let uid = || text("draft").ok_or_else(|| none("draft"));
        let what = || text("what").ok_or_else(|| none("what"))?.parse::<What>();
        Ok(match name {
            "open" => Act::Open(uid()?),
            "remove" => Act::Remove(uid()?),
            "split" => Act::Split(data.get("line").map(|_| number("line")).transpose()?),
            "accept" => Act::Accept(slot()?),
            "reject" => Act::Reject(slot()?),
            "propose" => Act::Propose(slot()?),
            "accept-all" => Act::AcceptAll,
            "unfold" => Act::Unfold(Some(slot()?)),
            "fold" => Act::Unfold(None),
            "edit" => Act::Edit(slot()?, data.clone()),
            "name" => Act::Name(campaign()?, data.clone()),
            "join" => Act::Join(campaign()?, Some(text("known").ok_or_else(|| none("known"))?)),
            "apart" => Act::Join(campaign()?, None),
            "take" => {
                let place = TextSpan { line: number("line")?, start: number("start")?, end: number("end")? };
                Act::Take(what()?, place)
            }
            "take-words" => {
                let words = text("words").ok_or_else(|| none("words"))?;
                Act::TakeWords(what()?, number("line")?, words)
            }
            "line" => Act::Line(number("line")?),
            "undo" => Act::Undo,
            "redo" => Act::Redo,
            // Without a path: the page of the open article.
            "preview" => Act::Preview(Some(text("path").unwrap_or_default())),
            "close-preview" => Act::Preview(None),
            "export-article" => Act::Export(Export::Article),
            "export-corpus" => Act::Export(Export::Corpus),
            "export-draft" => Act::Export(Export::Draft),
            _ => return Err(Refusal::NoSuch(name.to_owned())),
        })
    }
}
