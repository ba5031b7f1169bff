//! Storage of drafts in the browser: one entry for each draft, with its revision first, so that a window never
//! overwrites a newer state of another window.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::{Storage, StorageEvent, Window};

use thidua_editor::StorageRequest;

/// Drafts of the site at one base path.
pub struct DraftStore {
    storage: Option<Storage>,
    /// Prefix of our storage keys.
    prefix: String,
    /// Revisions that this window has written or read.
    revisions: RefCell<BTreeMap<String, u32>>,
}

/// Result of storing a draft.
pub enum StoreResult {
    /// The draft was stored or removed.
    Done,
    /// Another window has stored a state of the draft of this name that this window does not know.
    Conflict(String),
    /// The storage is full or not allowed.
    Failed,
}

impl DraftStore {
    /// Opens the browser's storage, if there is one.
    pub fn new(window: &Window, base: &str) -> DraftStore {
        let storage = window.local_storage().ok().flatten();
        DraftStore { storage, prefix: format!("thidua-nhap {base} "), revisions: RefCell::default() }
    }

    /// Stores or removes a draft.
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

    /// All stored drafts by name. `None` if the browser refuses to list them.
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

    /// Draft that another window has just stored.
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
