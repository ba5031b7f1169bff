//! The desk's end of the line: fetches the corpus, hears, does, answers.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestCache, TextDecoder};

use super::message::{FromDesk, Purpose, ToDesk};
use crate::obtain::{log, obtain};
use thidua_core::corpus::{self, LoadReason};
use thidua_core::domain::{Corpus, Lang};
use thidua_core::text::sha256;
use thidua_editor::{Act, Desk, Given, Refusal, Told, own_copy, refused};
use thidua_extract::input::{InputError, decode, is_html, prepare_input};
use thidua_extract::saved_page::{SavedPage, read_saved_page};
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{Edition, LoadFailure, VerifiedArticles};

/// So many bytes of markup go into one message: the page puts each message in place at one go.
const AT_ONCE: usize = 24 * 1024;

/// The desk and what it hears before its corpus is there.
pub struct End {
    state: Rc<RefCell<State>>,
}

struct State {
    desk: Option<Desk>,
    lang: Lang,
    waiting: Vec<(ToDesk, Option<Vec<u8>>)>,
    say: Box<dyn Fn(FromDesk)>,
}

impl End {
    /// A desk that answers by `say`.
    pub fn new(say: impl Fn(FromDesk) + 'static) -> End {
        let state = State { desk: None, lang: Lang::Vi, waiting: Vec::new(), say: Box::new(say) };
        End { state: Rc::new(RefCell::new(state)) }
    }

    /// Hears a message, with the bytes of a file beside it.
    pub fn hear(&self, message: ToDesk, bytes: Option<Vec<u8>>) {
        if let ToDesk::Start { base, manifest } = message {
            spawn_local(load(self.state.clone(), BasePath::new(&base), manifest));
            return;
        }
        let mut state = self.state.borrow_mut();
        if state.desk.is_some() {
            state.hear(message, bytes);
        } else {
            state.waiting.push((message, bytes));
        }
    }
}

async fn load(state: Rc<RefCell<State>>, base: BasePath, manifest: String) {
    let loaded = match Edition::read(&manifest) {
        Ok(edition) => corpus_of(&base, &edition).await,
        Err(reason) => {
            log(&reason);
            Err(LoadFailure::Corrupt)
        }
    };
    let mut state = state.borrow_mut();
    match loaded {
        Err(trouble) => (state.say)(FromDesk::Failed(trouble)),
        Ok((corpus, attested)) => {
            state.desk = Some(Desk::new(corpus, base, attested));
            for (message, bytes) in std::mem::take(&mut state.waiting) {
                state.hear(message, bytes);
            }
        }
    }
}

/// The corpus of an edition, and what is attested of it.
async fn corpus_of(base: &BasePath, edition: &Edition) -> Result<(Corpus, VerifiedArticles), LoadFailure> {
    let mut edition = edition.clone();
    let bytes = match inside() {
        Some(bytes) => bytes,
        None if edition.corpus_bytes > corpus::MAX_BYTES => return Err(LoadFailure::TooLarge),
        None => {
            let controller = AbortController::new().map_err(|_| LoadFailure::ProgramUnavailable)?;
            let url = base.file(edition.corpus_file());
            let bytes = obtain(&url, RequestCache::Default, false, &controller).await?;
            let sha256 = sha256(&bytes);
            if !edition.names(&sha256) {
                log(&format!("{url}: SHA-256 {sha256} does not fit the name"));
                return Err(LoadFailure::Corrupt);
            }
            edition.attest_only(&sha256);
            bytes
        }
    };
    let corpus = corpus::load(&bytes).map_err(|error| match error.reason {
        LoadReason::TooLarge(_) => LoadFailure::TooLarge,
        _ => {
            log(&error.to_string());
            LoadFailure::Corrupt
        }
    })?;
    Ok((corpus, VerifiedArticles::parse(&edition.attested)))
}

/// The corpus that stands in the page, in a site that is one file.
fn inside() -> Option<Vec<u8>> {
    let held = web_sys::window()?.document()?.get_element_by_id("corpus")?;
    held.text_content().map(String::into_bytes)
}

impl State {
    fn hear(&mut self, message: ToDesk, bytes: Option<Vec<u8>>) {
        match message {
            ToDesk::Start { .. } => {}
            ToDesk::Look(tag) => {
                self.lang = if tag == Lang::En.tag() { Lang::En } else { Lang::Vi };
                self.act(Ok(Act::Look(self.lang)));
            }
            ToDesk::Act(name, data) => self.act(Act::parse(&name, &data)),
            ToDesk::Restore(json) => self.act(Ok(Act::Restore(json))),
            ToDesk::Clash(uid) => self.act(Ok(Act::Clash(uid))),
            ToDesk::Text(purpose, text) => {
                let sha256 = sha256(text.as_bytes());
                self.text(purpose, String::new(), text, sha256);
            }
            ToDesk::File(purpose, name) => match bytes {
                Some(bytes) => self.file(purpose, name, &bytes),
                None => self.refuse(&Refusal::NotRead(name)),
            },
        }
    }

    fn file(&mut self, purpose: Purpose, name: String, bytes: &[u8]) {
        match decode(bytes, &old) {
            Ok(decoded) if purpose == Purpose::Desk && name.to_lowercase().ends_with(".json") => {
                self.act(Ok(Act::Import(name, decoded.text)));
            }
            Ok(decoded) => self.text(purpose, name, decoded.text, sha256(bytes)),
            Err(reason) => self.refuse(&Refusal::Unreadable { name, reason }),
        }
    }

    /// A text, or a saved page.
    fn text(&mut self, purpose: Purpose, name: String, text: String, sha256: String) {
        if text.trim().is_empty() {
            return self.refuse(&Refusal::Unreadable { name, reason: InputError::Empty });
        }
        let (text, url) = match is_html(&name, &text).then(|| read_saved_page(&text)) {
            Some(Some(SavedPage { text, url })) => (text, url),
            Some(None) => return self.refuse(&Refusal::Unreadable { name, reason: InputError::NoArticle }),
            None => (text, None),
        };
        match purpose {
            Purpose::Desk => self.act(Ok(Act::Add(Given { name, text, url }))),
            Purpose::Own(id) => self.own(&id, name, &text, &sha256),
        }
    }

    fn own(&mut self, id: &str, name: String, text: &str, sha256: &str) {
        if let Err(reason) = prepare_input(text) {
            return self.refuse(&Refusal::Unreadable { name, reason });
        }
        let Some(desk) = &self.desk else { return };
        match own_copy(desk.site_corpus(), id, text, sha256, self.lang) {
            Some((html, said)) => (self.say)(FromDesk::Own(html, said)),
            None => self.refuse(&Refusal::NoSuch(id.to_owned())),
        }
    }

    fn refuse(&self, refusal: &Refusal) {
        (self.say)(FromDesk::Told(refused(refusal, self.lang)));
    }

    fn act(&mut self, act: Result<Act, Refusal>) {
        let Some(desk) = &mut self.desk else { return };
        let told: Told = match act {
            Ok(act) => desk.act(act),
            Err(refusal) => refused(&refusal, self.lang),
        };
        let mut parts: Vec<(String, String)> = Vec::new();
        let mut size = 0;
        for part in desk.parts() {
            if size + part.html.len() > AT_ONCE && !parts.is_empty() {
                (self.say)(FromDesk::Parts(std::mem::take(&mut parts)));
                size = 0;
            }
            size += part.html.len();
            parts.push((part.id, part.html));
        }
        (self.say)(FromDesk::Parts(parts));
        (self.say)(FromDesk::Told(told));
    }
}

/// Text in an old encoding, by the browser's own tables.
fn old(label: &str, bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new_with_label(label).ok()?;
    let bytes = js_sys::Uint8Array::from(bytes);
    decoder.decode_with_buffer_source(bytes.unchecked_ref()).ok()
}
