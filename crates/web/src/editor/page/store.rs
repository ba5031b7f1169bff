//! Drafts in the browser's store: one entry a draft, its revision before it, so that a window never writes over a later
//! state that another has kept.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::{Storage, StorageEvent, Window};

use thidua_editor::StorageRequest;

/// The store, for the site at one base.
pub struct DraftStore {
    storage: Option<Storage>,
    /// Before the names of our entries.
    prefix: String,
    /// The revisions that this window has written or read.
    revisions: RefCell<BTreeMap<String, u32>>,
}

/// What became of a draft that was to be kept.
pub enum StoreResult {
    /// It is kept, or forgotten, as was asked.
    Done,
    /// Another window has kept a state of the draft of that name which this one does not know.
    Conflict(String),
    /// The store is full, or forbidden.
    Failed,
}

impl DraftStore {
    /// The browser's store, where there is one.
    pub fn new(window: &Window, base: &str) -> DraftStore {
        let storage = window.local_storage().ok().flatten();
        DraftStore { storage, prefix: format!("thidua-nhap {base} "), revisions: RefCell::default() }
    }

    /// Keeps or forgets a draft.
    pub fn apply(&self, request: &StorageRequest) -> StoreResult {
        let Some(storage) = &self.storage else { return StoreResult::Failed };
        match request {
            StorageRequest::Delete { uid } => {
                self.revisions.borrow_mut().remove(uid);
                let _ = storage.remove_item(&self.key(uid));
                StoreResult::Done
            }
            StorageRequest::Put { uid, revision, json } => {
                let there = storage.get_item(&self.key(uid)).ok().flatten();
                let there = there.as_deref().and_then(split).map(|(revision, _)| revision);
                let known = self.revisions.borrow().get(uid).copied();
                if there.is_some() && there != known {
                    return StoreResult::Conflict(uid.clone());
                }
                match storage.set_item(&self.key(uid), &format!("{revision} {json}")) {
                    Ok(()) => {
                        self.revisions.borrow_mut().insert(uid.clone(), *revision);
                        StoreResult::Done
                    }
                    Err(_) => StoreResult::Failed,
                }
            }
        }
    }

    /// Every draft that is kept, by name. `None` where the browser does not say.
    pub fn all(&self) -> Option<Vec<String>> {
        let Some(storage) = &self.storage else { return Some(Vec::new()) };
        let count = storage.length().ok()?;
        let mut keys: Vec<String> = (0..count).filter_map(|i| storage.key(i).ok().flatten()).collect();
        keys.retain(|key| key.starts_with(&self.prefix));
        keys.sort();
        let drafts = keys.iter().filter_map(|key| {
            let value = storage.get_item(key).ok().flatten()?;
            self.read(key, &value)
        });
        Some(drafts.collect())
    }

    /// What another window has kept just now.
    pub fn changed_elsewhere(&self, event: &StorageEvent) -> Option<String> {
        let (key, value) = (event.key()?, event.new_value()?);
        if key.starts_with(&self.prefix) { self.read(&key, &value) } else { None }
    }

    fn read(&self, key: &str, value: &str) -> Option<String> {
        let (revision, json) = split(value)?;
        let uid = key.strip_prefix(&self.prefix)?;
        self.revisions.borrow_mut().insert(uid.to_owned(), revision);
        Some(json.to_owned())
    }

    fn key(&self, uid: &str) -> String {
        format!("{}{uid}", self.prefix)
    }
}

fn split(value: &str) -> Option<(u32, &str)> {
    let (revision, json) = value.split_once(' ')?;
    Some((revision.parse().ok()?, json))
}
