//! Saving through `thidua serve`, and what else the page tells the editor of its surroundings.
//!
//! The program opens the workbench at an address with a token behind `#`. The token is taken out of the address, so that it
//! is not copied with it, and kept for this window only.

use std::collections::BTreeMap;

use gloo_net::http::Request;
use serde::Deserialize;
use wasm_bindgen_futures::spawn_local;

use crate::fetch::sleep;

use super::events::send_command;
use super::{Page, folder};

/// Key of the token in the storage of the window, and its name behind `#`.
const TOKEN_KEY: &str = "thidua-luu";
const TOKEN_MARK: &str = "#luu=";
/// Path of the service below the base path.
const PATH: &str = "_thidua/save";
/// Milliseconds between two questions whether the site is built, and their maximum number.
const ASK_AGAIN_MS: i32 = 400;
const MOST_QUESTIONS: u32 = 150;

/// Connection to the program.
#[derive(Debug, Clone, Default)]
pub struct Server {
    token: String,
    /// State of the corpus that this page knows.
    state: Option<String>,
}

/// Answer to the question what the program saves into.
#[derive(Deserialize)]
struct Status {
    folder: String,
    built: Option<String>,
}

/// Answer to a package.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Saved {
    /// Files that were written.
    pub saved: Vec<String>,
    /// Folder with what was there before.
    pub kept: Option<String>,
    state: Option<String>,
    error: Option<String>,
}

impl Page {
    /// Tells the editor the address of the site, whether folders can be written, and into which folder `thidua serve` saves.
    pub fn tell_host(&self) {
        let mut data = BTreeMap::new();
        if let Some(url) = self.public_address() {
            data.insert("url".to_owned(), url);
        }
        if folder::is_supported(&self.window) {
            data.insert("can-write-folder".to_owned(), String::new());
        }
        send_command(self, "host", data.clone());
        let Some(token) = self.token() else { return };
        let Some(page) = self.own.upgrade() else { return };
        spawn_local(async move {
            if let Some(status) = page.server_status(&token).await {
                data.insert("folder".to_owned(), status.folder);
                page.publishing.server.replace(Some(Server { token, state: status.built }));
                send_command(&page, "host", data);
            }
        });
    }

    /// Address of the site, if others can open it too.
    fn public_address(&self) -> Option<String> {
        let location = self.window.location();
        let protocol = location.protocol().ok()?;
        let host = location.hostname().ok()?;
        let is_local = host == "localhost"
            || host.ends_with(".localhost")
            || host.starts_with("127.")
            || host == "[::1]";
        if !protocol.starts_with("http") || is_local {
            return None;
        }
        let base = self.element("app")?.get_attribute("data-base")?;
        Some(format!("{}{base}", location.origin().ok()?))
    }

    /// Token of the program, from the address or from an earlier page of this window.
    fn token(&self) -> Option<String> {
        let storage = self.window.session_storage().ok().flatten();
        let location = self.window.location();
        let hash = location.hash().unwrap_or_default();
        if let Some(token) = hash.strip_prefix(TOKEN_MARK).filter(|token| !token.is_empty()) {
            let address = format!(
                "{}{}",
                location.pathname().unwrap_or_default(),
                location.search().unwrap_or_default()
            );
            if let Ok(history) = self.window.history() {
                let state = history.state().unwrap_or_default();
                let _ = history.replace_state_with_url(&state, "", Some(&address));
            }
            if let Some(storage) = &storage {
                let _ = storage.set_item(TOKEN_KEY, token);
            }
            return Some(token.to_owned());
        }
        storage?.get_item(TOKEN_KEY).ok().flatten()
    }

    fn server_url(&self) -> String {
        let base = self.element("app").and_then(|app| app.get_attribute("data-base")).unwrap_or_default();
        format!("{base}{PATH}")
    }

    async fn server_status(&self, token: &str) -> Option<Status> {
        let answer = Request::get(&self.server_url()).header("X-Thidua-Token", token).send().await.ok()?;
        if !answer.ok() {
            return None;
        }
        serde_json::from_str(&answer.text().await.ok()?).ok()
    }

    /// Sends a package to the program. `Err` has the reason in words; an empty one if the program does not answer.
    pub async fn save_on_server(&self, package: &[u8]) -> Result<Saved, String> {
        let server = self.publishing.server.borrow().clone().unwrap_or_default();
        let url = format!("{}?lang={}", self.server_url(), self.tag());
        let mut request = Request::post(&url)
            .header("X-Thidua-Token", &server.token)
            .header("Content-Type", "application/zip");
        if let Some(state) = &server.state {
            request = request.header("X-Thidua-State", state);
        }
        let request = request.body(js_sys::Uint8Array::from(package)).map_err(|_| String::new())?;
        let answer = request.send().await.map_err(|_| String::new())?;
        let is_saved = answer.ok();
        let answer = answer.text().await.map_err(|_| String::new())?;
        let answer: Saved = serde_json::from_str(&answer).map_err(|_| String::new())?;
        match is_saved {
            false => Err(answer.error.unwrap_or_default()),
            true => {
                let state = answer.state.clone();
                self.publishing.server.replace(Some(Server { state, ..server }));
                Ok(answer)
            }
        }
    }

    /// Waits until the program has built the site of what it saved last. Returns whether it has.
    pub async fn is_site_rebuilt(&self) -> bool {
        let server = self.publishing.server.borrow().clone().unwrap_or_default();
        for _ in 0..MOST_QUESTIONS {
            match self.server_status(&server.token).await {
                Some(status) if status.built == server.state => return true,
                Some(_) => sleep(ASK_AGAIN_MS).await,
                None => return false,
            }
        }
        false
    }
}
