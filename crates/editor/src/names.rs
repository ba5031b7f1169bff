//! Names of the corpus: campaigns that are in it already are found, renamed, joined and split.
//!
//! An operation is proposed first, so that a person reads what it would change, and then applied to the corpus of the
//! drafts. Operations can be undone; the exported corpus contains them. Drafts keep the ids to which they were linked:
//! [`CorpusContext::current_campaign`](super::corpus_context::CorpusContext::current_campaign) follows redirects.

use std::collections::BTreeMap;

use thidua_core::corpus::{CampaignSplit, NameChanges, NameEdit, NameOperation, carry_marks, free_id};
use thidua_core::domain::{ArticleId, Campaign, CampaignId, CampaignKind, Corpus};
use thidua_core::text::{fold_space, key, nfc, slug};
use thidua_i18n::name_changes;

use super::corpus_context::CorpusContext;
use super::error::EditError;
use super::marks::Marks;
use super::outcome::{self, Outcome};
use super::publish::MarksSummary;
use super::{Editor, view};

/// Action on the names of the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamesCommand {
    /// Finds campaigns by id, name or a part of a name; one is shown, several are listed.
    Find(String),
    /// Closes what is shown.
    Close,
    /// Shows what an operation would change.
    Propose(NamesRequest),
    /// Applies the proposed operation.
    Apply,
    /// Drops the proposed operation.
    Cancel,
    /// Undoes the last operation.
    Undo,
    /// Applies the operation again that was undone last.
    Redo,
}

/// Fields of the form of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamesRequest {
    /// Another name or id.
    Rename {
        /// Id of the campaign.
        id: String,
        /// Name; empty for the old one.
        name: String,
        /// Id; empty for the old one.
        new_id: String,
    },
    /// Joining with another campaign.
    Join {
        /// Id of the campaign that ends.
        id: String,
        /// Id or name of the campaign that stays.
        into: String,
    },
    /// A new campaign for some of the mentions.
    Split {
        /// Id of the campaign.
        id: String,
        /// Printed forms.
        forms: Vec<String>,
        /// Ids of articles.
        articles: Vec<String>,
        /// Name of the new campaign.
        name: String,
        /// Id of the new campaign; empty for one made from the name.
        new_id: String,
    },
}

impl NamesCommand {
    /// Parses a command from the `data-act` of a button or form and its data. `None` if it is no command on names.
    ///
    /// # Errors
    /// [`EditError::NotFound`] if its data is incomplete.
    pub fn parse(name: &str, data: &BTreeMap<String, String>) -> Result<Option<NamesCommand>, EditError> {
        let text = |field: &str| data.get(field).cloned().unwrap_or_default();
        let id = || data.get("known").cloned().ok_or_else(|| EditError::NotFound(format!("{name}: known")));
        // Checked boxes are fields `form-0`, `form-1` …
        let checked = |prefix: &str| {
            let fields = data.iter().filter(|(field, _)| field.starts_with(prefix));
            fields.map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        Ok(Some(match name {
            "names-find" => {
                NamesCommand::Find(data.get("find").or(data.get("known")).cloned().unwrap_or_default())
            }
            "names-close" => NamesCommand::Close,
            "names-rename" => NamesCommand::Propose(NamesRequest::Rename {
                id: id()?,
                name: text("name"),
                new_id: text("new-id"),
            }),
            "names-join" => NamesCommand::Propose(NamesRequest::Join { id: id()?, into: text("into") }),
            "names-split" => NamesCommand::Propose(NamesRequest::Split {
                id: id()?,
                forms: checked("form-"),
                articles: checked("article-"),
                name: text("name"),
                new_id: text("new-id"),
            }),
            "names-apply" => NamesCommand::Apply,
            "names-cancel" => NamesCommand::Cancel,
            "names-undo" => NamesCommand::Undo,
            "names-redo" => NamesCommand::Redo,
            _ => return Ok(None),
        }))
    }
}

/// An operation with its changes.
#[derive(Debug, Clone)]
pub struct NamedOperation {
    /// The operation.
    pub operation: NameOperation,
    /// Name of the campaign before.
    pub old_name: String,
    /// What it changes.
    pub changes: NameChanges,
}

/// State of the section.
#[derive(Debug, Default)]
pub struct NamesState {
    /// What a person looked for last; empty at the start.
    pub query: String,
    /// Campaigns that were found, if they are several.
    pub found: Vec<CampaignId>,
    /// The campaign that is shown.
    pub shown: Option<CampaignId>,
    /// The proposed operation.
    pub proposed: Option<NamedOperation>,
    /// Applied operations.
    pub done: Vec<NamedOperation>,
    /// Undone operations, the last one last.
    pub undone: Vec<NameOperation>,
    /// The corpus before the first change, if it is not that of the site.
    base: Option<Corpus>,
}

/// Maximum number of campaigns that are listed.
const MOST_FOUND: usize = 20;

impl Editor {
    pub(super) fn on_names(&mut self, command: NamesCommand) -> Result<Outcome, EditError> {
        match command {
            NamesCommand::Find(query) => self.find_names(&query),
            NamesCommand::Close => {
                let names = &mut self.names;
                (names.query, names.found, names.shown, names.proposed) =
                    (String::new(), Vec::new(), None, None);
                Ok(Outcome::focus(view::NAMES_FIND))
            }
            NamesCommand::Propose(request) => {
                let operation = operation_of(request, self.context.corpus())?;
                let edit = apply(&operation, self.context.corpus())?;
                self.names.proposed = Some(named(operation, self.context.corpus(), edit.changes));
                Ok(Outcome::focus(view::NAMES_PROPOSED))
            }
            NamesCommand::Apply => {
                let proposed = self.names.proposed.take();
                let proposed = proposed.ok_or_else(|| EditError::NotFound("names-apply".to_owned()))?;
                let outcome = self.apply_operation(proposed.operation)?;
                self.names.undone.clear();
                Ok(outcome)
            }
            NamesCommand::Cancel => {
                self.names.proposed = None;
                Ok(Outcome::focus(view::NAMES_SHOWN))
            }
            NamesCommand::Undo => self.undo_operation(),
            NamesCommand::Redo => match self.names.undone.pop() {
                Some(operation) => self.apply_operation(operation),
                None => Ok(outcome::stepped(false, false, self.lang)),
            },
        }
    }

    fn find_names(&mut self, query: &str) -> Result<Outcome, EditError> {
        let query = fold_space(&nfc(query)).trim().to_owned();
        let found = found(self.context.corpus(), &query);
        if query.is_empty() || found.is_empty() {
            return Err(EditError::NotFound(query));
        }
        let names = &mut self.names;
        names.proposed = None;
        names.query = query;
        names.shown = None;
        names.found = found;
        if let [one] = names.found.as_slice() {
            names.shown = Some(one.clone());
            names.found = Vec::new();
        }
        Ok(Outcome::focus(if names.shown.is_some() { view::NAMES_SHOWN } else { view::NAMES_FOUND }))
    }

    fn apply_operation(&mut self, operation: NameOperation) -> Result<Outcome, EditError> {
        let NameEdit { corpus, changes } = apply(&operation, self.context.corpus())?;
        let done = named(operation, self.context.corpus(), changes);
        let said = name_changes::operation(&done.operation, &done.old_name, &done.changes, self.lang);
        let extent = name_changes::extent(&done.changes, self.lang);
        let before = self.replace_corpus(corpus);
        self.keep_base(before);
        self.names.shown = Some(CampaignId::from(done.changes.to.as_str()));
        self.names.found = Vec::new();
        self.names.proposed = None;
        self.names.done.push(done);
        Ok(outcome::names_changed(&said, &extent, view::NAMES_SHOWN))
    }

    /// Undoes the last operation: those before it are applied to the first corpus again.
    fn undo_operation(&mut self) -> Result<Outcome, EditError> {
        let Some(last) = self.names.done.pop() else {
            return Ok(outcome::stepped(true, false, self.lang));
        };
        let mut corpus = self.corpus_without_site_edit()?;
        self.site.edit.apply(&mut corpus);
        self.replace_corpus(corpus);
        self.names.shown = Some(CampaignId::from(last.changes.from.as_str()));
        self.names.proposed = None;
        self.names.undone.push(last.operation);
        Ok(outcome::stepped(true, true, self.lang))
    }

    /// Keeps the corpus before the first change of its names or of what it says about itself.
    pub(super) fn keep_base(&mut self, before: Corpus) {
        match self.own_corpus {
            Some(_) => self.names.base.get_or_insert(before),
            None => self.replaced_site_corpus.get_or_insert(before),
        };
    }

    /// The corpus as its names were changed, without what a person has changed of the site itself.
    pub(super) fn corpus_without_site_edit(&self) -> Result<Corpus, EditError> {
        let mut corpus = self.names_base().clone();
        for done in &self.names.done {
            corpus = apply(&done.operation, &corpus)?.corpus;
        }
        Ok(corpus)
    }

    /// The corpus before the first change of its names or of what it says about itself.
    pub(super) fn names_base(&self) -> &Corpus {
        match (&self.names.base, &self.own_corpus) {
            (Some(base), Some(_)) => base,
            (None, Some(_)) => self.context.corpus(),
            (_, None) => self.site_corpus(),
        }
    }

    /// Replaces the corpus of the drafts, and returns the old one.
    pub(super) fn replace_corpus(&mut self, corpus: Corpus) -> Corpus {
        let before = std::mem::replace(&mut self.context, CorpusContext::new(corpus));
        // Ids change the hashes of articles, and nothing of what was checked.
        if let Marks::Attestation(attestation) = &self.marks {
            let (carried, _) = carry_marks(attestation, before.corpus(), self.context.corpus());
            self.marks = Marks::Attestation(carried);
        }
        self.marks_summary = MarksSummary::of(&self.marks, &self.context);
        self.preview = None;
        for document in &mut self.documents {
            document.check(&self.context);
        }
        before.into_corpus()
    }
}

fn apply(operation: &NameOperation, corpus: &Corpus) -> Result<NameEdit, EditError> {
    operation.apply(corpus).map_err(|error| EditError::Names(Box::new(error)))
}

fn named(operation: NameOperation, before: &Corpus, changes: NameChanges) -> NamedOperation {
    let old = before.campaigns.iter().find(|campaign| campaign.id.as_str() == changes.from);
    let old_name = old.map_or_else(|| changes.from.clone(), |campaign| campaign.name.clone());
    NamedOperation { operation, old_name, changes }
}

/// Returns the operation that a form requests.
fn operation_of(request: NamesRequest, corpus: &Corpus) -> Result<NameOperation, EditError> {
    let given = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(match request {
        NamesRequest::Rename { id, name, new_id } => {
            NameOperation::Rename { id, name: given(name), new_id: given(new_id) }
        }
        NamesRequest::Join { id, into } => {
            let into = fold_space(&nfc(&into)).trim().to_owned();
            let mut found = exact(corpus, &into);
            // Of several campaigns with one name that of the same kind is meant.
            let kind = corpus.campaigns.iter().find(|c| c.id.as_str() == id).map(|c| c.kind);
            if found.len() > 1 {
                found.retain(|campaign| Some(campaign.kind) == kind && campaign.id.as_str() != id);
            }
            let into =
                found.first().map(|campaign| campaign.id.to_string()).ok_or(EditError::NotFound(into))?;
            NameOperation::Join { from: id, into }
        }
        NamesRequest::Split { id, forms, articles, name, new_id } => {
            let kind = corpus.campaigns.iter().find(|campaign| campaign.id.as_str() == id).map(|c| c.kind);
            NameOperation::Split(CampaignSplit {
                // Without a campaign the operation is refused.
                summary: name_changes::split_summary(kind.unwrap_or(CampaignKind::Movement), name.trim()),
                new_id: given(new_id).unwrap_or_else(|| free_id(corpus, &name)),
                articles: articles.into_iter().map(ArticleId::new).collect(),
                figures: Vec::new(),
                id,
                forms,
                name,
            })
        }
    })
}

/// Campaigns with this id, or this name or printed form.
fn exact<'a>(corpus: &'a Corpus, wanted: &str) -> Vec<&'a Campaign> {
    if let Some(one) = corpus.campaigns.iter().find(|campaign| campaign.id.as_str() == wanted) {
        return vec![one];
    }
    let wanted = key(wanted);
    let is_called = |campaign: &&Campaign| names_of(campaign).any(|name| key(name) == wanted);
    corpus.campaigns.iter().filter(is_called).collect()
}

/// Ids of the campaigns that a query finds: those of exactly this id or name, or else those with it in a name.
fn found(corpus: &Corpus, query: &str) -> Vec<CampaignId> {
    let mut found = exact(corpus, query);
    if found.is_empty() {
        // Without diacritics, as many people type.
        let part = slug(query);
        let has_part = |campaign: &&Campaign| {
            !part.is_empty() && names_of(campaign).any(|name| slug(name).contains(&part))
        };
        found = corpus.campaigns.iter().filter(has_part).take(MOST_FOUND).collect();
    }
    found.into_iter().map(|campaign| campaign.id.clone()).collect()
}

fn names_of(campaign: &Campaign) -> impl Iterator<Item = &str> {
    std::iter::once(campaign.name.as_str()).chain(campaign.aliases.iter().map(String::as_str))
}
