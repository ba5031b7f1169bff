//! What the site says about itself: title, licence, languages, newspapers and address.
//!
//! An edit holds only what differs from the corpus, so that a newer corpus of the site is not overwritten with old words. It
//! is applied to the corpus of the drafts at once, can be undone, and is kept in the storage of the browser like a draft.

use serde::{Deserialize, Serialize};

use thidua_core::corpus::{Severity, is_web_address, validate};
use thidua_core::domain::{Bilingual, Corpus, Licence, SiteLanguages, Source, SourceId};
use thidua_core::text::{fold_space, nfc, slug};
use thidua_i18n::editor_site as words;

use super::Editor;
use super::edit::Fields;
use super::error::EditError;
use super::outcome::{self, Outcome, StorageRequest};

/// Key of the edit in the storage of the browser, among those of the drafts.
pub const STORAGE_KEY: &str = "trang";
/// Version of the stored form.
const VERSION: u32 = 1;
/// Maximum number of steps that can be undone.
const STEPS: usize = 100;

/// Change of what a corpus says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteEdit {
    /// Title in both languages.
    title: Option<Bilingual>,
    /// Licence; an empty name stands for none.
    licence: Option<Licence>,
    /// Languages of the site.
    languages: Option<SiteLanguages>,
    /// Newspapers that are changed or new, by id.
    sources: Vec<Source>,
    /// Address at which the site will be published; empty for none.
    url: Option<String>,
}

impl SiteEdit {
    /// Applies the edit to a corpus.
    pub fn apply(&self, corpus: &mut Corpus) {
        if let Some(title) = &self.title {
            corpus.title = title.clone();
        }
        if let Some(licence) = &self.licence {
            corpus.licence = Some(licence.clone()).filter(|licence| !licence.name.is_empty());
        }
        if let Some(languages) = self.languages {
            corpus.languages = languages;
        }
        for source in &self.sources {
            match corpus.sources.iter_mut().find(|there| there.id == source.id) {
                Some(there) => *there = source.clone(),
                None => corpus.sources.push(source.clone()),
            }
        }
    }

    /// Returns whether the edit is empty.
    fn is_empty(&self) -> bool {
        *self == SiteEdit::default()
    }
}

/// Edit with its history.
#[derive(Debug, Clone, Default)]
pub struct SiteState {
    /// Current edit.
    pub edit: SiteEdit,
    undo: Vec<SiteEdit>,
    redo: Vec<SiteEdit>,
    revision: u32,
    stored_revision: u32,
}

impl SiteState {
    /// Returns whether there are steps to undo and to redo.
    pub fn can_undo_redo(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }
}

/// Edit as it is stored.
#[derive(Serialize, Deserialize)]
struct StoredSite {
    thidua_site: u32,
    revision: u32,
    edit: SiteEdit,
}

/// Returns whether a stored text is an edit of the site, without parsing it.
pub fn is_stored_site(json: &str) -> bool {
    json.trim_start().starts_with("{\"thidua_site\"")
}

/// Action on what the site says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteCommand {
    /// Sets title and licence from the fields of their form.
    SetInfo(Fields),
    /// Changes the newspaper of this id, or adds one without an id.
    SetSource(Option<String>, Fields),
    /// Sets the address at which the site will be published.
    SetUrl(String),
    /// Undoes the last step.
    Undo,
    /// Redoes the step that was undone last.
    Redo,
}

impl SiteCommand {
    /// Parses a command from the `data-act` of a button or form and its data. `None` if it is none on the site.
    pub fn parse(name: &str, data: &Fields) -> Option<SiteCommand> {
        Some(match name {
            "site-info" => SiteCommand::SetInfo(data.clone()),
            "site-source" => {
                SiteCommand::SetSource(data.get("known").filter(|id| !id.is_empty()).cloned(), data.clone())
            }
            "site-url" => SiteCommand::SetUrl(data.get("url").cloned().unwrap_or_default()),
            "site-undo" => SiteCommand::Undo,
            "site-redo" => SiteCommand::Redo,
            _ => return None,
        })
    }
}

fn text(fields: &Fields, name: &str) -> Option<String> {
    fields.get(name).map(|text| fold_space(&nfc(text)).trim().to_owned())
}

impl Editor {
    pub(super) fn on_site(&mut self, command: SiteCommand) -> Result<Outcome, EditError> {
        let edit = match command {
            SiteCommand::Undo => return self.undo_or_redo_site(true),
            SiteCommand::Redo => return self.undo_or_redo_site(false),
            SiteCommand::SetInfo(fields) => self.with_info(&fields)?,
            SiteCommand::SetSource(id, fields) => self.with_source(id.as_deref(), &fields)?,
            SiteCommand::SetUrl(url) => self.with_url(&url)?,
        };
        if edit == self.site.edit {
            return Ok(outcome::site_changed(words::unchanged(self.lang), None));
        }
        self.set_edit(edit.clone())?;
        let before = std::mem::replace(&mut self.site.edit, edit);
        self.site.undo.push(before);
        if self.site.undo.len() > STEPS {
            self.site.undo.remove(0);
        }
        self.site.redo.clear();
        Ok(outcome::site_changed(words::changed(self.lang), self.site_storage()?))
    }

    fn with_info(&self, fields: &Fields) -> Result<SiteEdit, EditError> {
        let corpus = self.context.corpus();
        let mut edit = self.site.edit.clone();
        let title = Bilingual {
            vi: text(fields, "title-vi").unwrap_or_else(|| corpus.title.vi.clone()),
            en: text(fields, "title-en").unwrap_or_else(|| corpus.title.en.clone()),
        };
        if title.vi.is_empty() {
            return Err(EditError::InvalidField("title-vi", String::new()));
        }
        if title != corpus.title {
            edit.title = Some(title);
        }
        let languages = match fields.get("languages").map(String::as_str) {
            Some("vi") => SiteLanguages::Vietnamese,
            Some(_) => SiteLanguages::Both,
            None => corpus.languages,
        };
        if languages != corpus.languages {
            edit.languages = Some(languages);
        }
        if let Some(name) = text(fields, "licence-name") {
            let url = text(fields, "licence-url").unwrap_or_default();
            if name.is_empty() != url.is_empty() || (!url.is_empty() && !is_web_address(&url)) {
                return Err(EditError::InvalidField("licence-url", url));
            }
            let licence = Licence { name, url };
            let is_same = match &corpus.licence {
                Some(there) => *there == licence,
                None => licence.name.is_empty(),
            };
            if !is_same {
                edit.licence = Some(licence);
            }
        }
        Ok(edit)
    }

    fn with_source(&self, id: Option<&str>, fields: &Fields) -> Result<SiteEdit, EditError> {
        let corpus = self.context.corpus();
        let there = match id {
            None => None,
            Some(id) => {
                let there = corpus.sources.iter().find(|source| source.id.as_str() == id);
                Some(there.ok_or_else(|| EditError::NotFound(id.to_owned()))?)
            }
        };
        let name = text(fields, "name").unwrap_or_default();
        if name.is_empty() {
            return Err(EditError::InvalidField("name", name));
        }
        let site = text(fields, "site").filter(|site| !site.is_empty());
        if let Some(site) = &site
            && !is_web_address(&format!("https://{site}"))
        {
            return Err(EditError::InvalidField("site", site.clone()));
        }
        let named = match &site {
            Some(site) => format!("{name} ({site})"),
            None => name.clone(),
        };
        let given = |field: &str, prefix: &str| match text(fields, field) {
            Some(words) if !words.is_empty() => words,
            _ => format!("{prefix}: {named}"),
        };
        let attribution =
            Bilingual { vi: given("attribution-vi", "Nguồn"), en: given("attribution-en", "Source") };
        let id = there.map_or_else(|| unused_id(corpus, &name), |source| source.id.clone());
        let source = Source { id, name, site, attribution };
        let mut edit = self.site.edit.clone();
        if there != Some(&source) {
            edit.sources.retain(|other| other.id != source.id);
            edit.sources.push(source);
        }
        Ok(edit)
    }

    fn with_url(&self, url: &str) -> Result<SiteEdit, EditError> {
        let url = fold_space(&nfc(url)).trim().to_owned();
        let url = match url.is_empty() || url.contains("://") {
            true => url,
            false => format!("https://{url}"),
        };
        if !url.is_empty() && (!is_web_address(&url) || url.contains(['?', '#'])) {
            return Err(EditError::InvalidField("site-url", url));
        }
        let url = match url.is_empty() || url.ends_with('/') {
            true => url,
            false => format!("{url}/"),
        };
        let mut edit = self.site.edit.clone();
        if self.published_url().unwrap_or_default() != url {
            edit.url = Some(url);
        }
        Ok(edit)
    }

    /// Returns the address at which the site will be published: the one that a person gave, that of an opened package, or the
    /// address that the page is on.
    pub(super) fn published_url(&self) -> Option<String> {
        let given = self.site.edit.url.clone();
        let known = given.or_else(|| self.package_url.clone()).or_else(|| self.page_url.clone());
        known.filter(|url| !url.is_empty())
    }

    /// Returns whether the corpus of the drafts says something else about itself than it did before.
    pub(super) fn is_site_changed(&self) -> bool {
        let before = self.names_base();
        let mut after = Corpus { articles: Vec::new(), ..head_of(before) };
        self.site.edit.apply(&mut after);
        after != head_of(before)
    }

    /// Makes the corpus of the drafts what it is with an edit.
    fn set_edit(&mut self, edit: SiteEdit) -> Result<(), EditError> {
        let mut corpus = self.corpus_without_site_edit()?;
        edit.apply(&mut corpus);
        // Problems that were there before are no reason to refuse this change.
        let is_error = |problem: &thidua_core::corpus::Problem| problem.severity == Severity::Error;
        let head =
            |corpus: &Corpus| validate(&head_of(corpus)).into_iter().filter(is_error).collect::<Vec<_>>();
        let known = head(self.context.corpus());
        let mut new = head(&corpus).into_iter().filter(|problem| !known.contains(problem));
        if let Some(first) = new.next() {
            return Err(EditError::InvalidCorpus(1 + new.count(), Box::new(first)));
        }
        let before = self.replace_corpus(corpus);
        self.keep_base(before);
        Ok(())
    }

    fn undo_or_redo_site(&mut self, is_undo: bool) -> Result<Outcome, EditError> {
        let from = if is_undo { &mut self.site.undo } else { &mut self.site.redo };
        let Some(edit) = from.pop() else { return Ok(outcome::stepped(is_undo, false, self.lang)) };
        self.set_edit(edit.clone())?;
        let before = std::mem::replace(&mut self.site.edit, edit);
        if is_undo { &mut self.site.redo } else { &mut self.site.undo }.push(before);
        let storage = self.site_storage()?;
        let outcome = outcome::stepped(is_undo, true, self.lang);
        Ok(Outcome { storage: storage.into_iter().collect(), ..outcome })
    }

    /// Returns the request that stores the edit. An opened corpus is not kept by the browser, and neither is its edit.
    fn site_storage(&mut self) -> Result<Option<StorageRequest>, EditError> {
        if self.own_corpus.is_some() {
            return Ok(None);
        }
        self.site.revision = self.site.revision.max(self.site.stored_revision) + 1;
        self.site.stored_revision = self.site.revision;
        if self.site.edit.is_empty() {
            return Ok(Some(StorageRequest::Delete { uid: STORAGE_KEY.to_owned() }));
        }
        let stored =
            StoredSite { thidua_site: VERSION, revision: self.site.revision, edit: self.site.edit.clone() };
        let json =
            serde_json::to_string(&stored).map_err(|error| EditError::Serialization(error.to_string()))?;
        let (uid, revision) = (STORAGE_KEY.to_owned(), self.site.revision);
        Ok(Some(StorageRequest::Put { uid, revision, json }))
    }

    /// Restores a stored edit. One that does not fit the corpus any more is left out.
    pub(super) fn restore_site(&mut self, json: &str) -> Result<Outcome, EditError> {
        let stored: StoredSite = serde_json::from_str(json).map_err(|_| EditError::UnreadableDraft(None))?;
        if stored.thidua_site != VERSION {
            return Err(EditError::UnreadableDraft(Some(stored.thidua_site)));
        }
        if self.own_corpus.is_some() || stored.revision <= self.site.revision {
            return Ok(Outcome::default());
        }
        let is_first = self.site.revision == 0;
        self.set_edit(stored.edit.clone())?;
        self.site = SiteState {
            edit: stored.edit,
            revision: stored.revision,
            stored_revision: stored.revision,
            ..SiteState::default()
        };
        Ok(if is_first { Outcome::default() } else { outcome::changed_elsewhere(self.lang) })
    }
}

/// The corpus without its articles and without what only articles use.
fn head_of(corpus: &Corpus) -> Corpus {
    Corpus {
        licence: corpus.licence.clone(),
        languages: corpus.languages,
        sources: corpus.sources.clone(),
        ..Corpus::empty(corpus.title.clone())
    }
}

/// Returns an id for a newspaper of this name that no other has.
fn unused_id(corpus: &Corpus, name: &str) -> SourceId {
    let stem = match slug(name) {
        stem if stem.is_empty() => "bao".to_owned(),
        stem => stem,
    };
    let is_taken = |id: &str| corpus.sources.iter().any(|source| source.id.as_str() == id);
    let mut id = stem.clone();
    let mut number = 2_u32;
    while is_taken(&id) {
        id = format!("{stem}-{number}");
        number += 1;
    }
    SourceId::new(id)
}
