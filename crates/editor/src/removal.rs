//! Discarding a draft: it is asked for first, and a discarded draft can be taken back until the page is closed.

use super::Editor;
use super::document::DraftDocument;
use super::error::EditError;
use super::outcome::{self, Outcome};
use super::view;

/// Maximum number of discarded drafts that can be taken back.
const MOST_REMOVED: usize = 20;

/// Discarded draft, with its former place in the list.
#[derive(Debug, Clone)]
pub struct RemovedDraft {
    index: usize,
    document: DraftDocument,
}

impl RemovedDraft {
    /// Returns the draft.
    pub fn document(&self) -> &DraftDocument {
        &self.document
    }
}

impl Editor {
    /// Asks whether the draft `uid` is to be discarded; `None` drops the question.
    pub(super) fn ask_removal(&mut self, uid: Option<String>) -> Result<Outcome, EditError> {
        let focus = match (&uid, &self.asked_removal) {
            (Some(uid), _) => {
                self.index_of(uid)?;
                Some(view::removal_id(uid))
            }
            (None, Some(asked)) => Some(view::draft_id(asked)),
            (None, None) => None,
        };
        self.asked_removal = uid;
        Ok(Outcome { focus, ..Outcome::default() })
    }

    /// Discards the draft `uid`.
    pub(super) fn remove(&mut self, uid: &str) -> Result<Outcome, EditError> {
        let index = self.index_of(uid)?;
        let document = self.documents.remove(index);
        self.open = self.open.filter(|open| *open != index).map(|open| open - usize::from(open > index));
        self.open = self.open.or(self.documents.len().checked_sub(1));
        self.preview = None;
        self.open_form = None;
        self.asked_removal = None;
        let outcome = outcome::removed(&document, self.lang);
        self.removed.push(RemovedDraft { index, document });
        if self.removed.len() > MOST_REMOVED {
            self.removed.remove(0);
        }
        Ok(Outcome { focus: Some(view::TAKE_BACK.to_owned()), ..outcome })
    }

    /// Takes back the draft that was discarded last, and opens it. A draft of the same text may have been read again since.
    pub(super) fn take_back(&mut self) -> Result<Outcome, EditError> {
        let Some(RemovedDraft { index, mut document }) = self.removed.pop() else {
            return Ok(outcome::stepped(true, false, self.lang));
        };
        if let Some(there) = self.documents.iter().find(|there| there.uid == document.uid) {
            return Err(EditError::Duplicate(there.name.clone()));
        }
        // Its entry in the storage was deleted.
        document.stored_revision = 0;
        document.check(&self.context);
        let index = index.min(self.documents.len());
        let outcome = outcome::taken_back(&document, self.lang);
        self.documents.insert(index, document);
        self.open = Some(index);
        self.open_form = None;
        self.preview = None;
        Ok(outcome)
    }
}
