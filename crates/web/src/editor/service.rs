//! Editor service: fetches the corpus, executes commands, posts results.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestCache, TextDecoder};

use thidua_core::corpus::{self, LoadReason};
use thidua_core::domain::{Corpus, Lang};
use thidua_core::text::sha256;
use thidua_editor::{Command, EditError, Editor, Outcome, TextInput, compare_copy, error_outcome};
use thidua_extract::input::{InputError, decode, is_html, prepare_input};
use thidua_extract::saved_page::{SavedPage, read_saved_page};
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{Edition, LoadFailure, VerifiedArticles};

use super::message::{FromEditor, TextPurpose, ToEditor};
use crate::fetch::{fetch_bytes, log_warning};

/// Maximum bytes of markup in one message. The page inserts a message in one step, which must stay short.
const MAX_MESSAGE_BYTES: usize = 24 * 1024;

/// The editor, and the messages queued until its corpus is loaded.
pub struct Service {
    state: Rc<RefCell<State>>,
}

struct State {
    editor: Option<Editor>,
    lang: Lang,
    queue: Vec<(ToEditor, Option<Vec<u8>>)>,
    post: Box<dyn Fn(FromEditor)>,
}

impl Service {
    /// Creates a service that sends its messages with `post`.
    pub fn new(post: impl Fn(FromEditor) + 'static) -> Service {
        let state = State { editor: None, lang: Lang::Vi, queue: Vec::new(), post: Box::new(post) };
        Service { state: Rc::new(RefCell::new(state)) }
    }

    /// Handles a message, with the bytes of a file if there are any.
    pub fn on_message(&self, message: ToEditor, bytes: Option<Vec<u8>>) {
        if let ToEditor::Start { base, edition_file } = message {
            spawn_local(load(self.state.clone(), BasePath::new(&base), edition_file));
            return;
        }
        let mut state = self.state.borrow_mut();
        if state.editor.is_some() {
            state.handle(message, bytes);
        } else {
            state.queue.push((message, bytes));
        }
    }
}

async fn load(state: Rc<RefCell<State>>, base: BasePath, edition_file: String) {
    let loaded = match Edition::parse(&edition_file) {
        Ok(edition) => load_corpus(&base, &edition).await,
        Err(reason) => {
            log_warning(&reason.to_string());
            Err(LoadFailure::Corrupt)
        }
    };
    let mut state = state.borrow_mut();
    match loaded {
        Err(failure) => (state.post)(FromEditor::Failed(failure)),
        Ok((corpus, verified_articles)) => {
            state.editor = Some(Editor::new(corpus, base, verified_articles));
            for (message, bytes) in std::mem::take(&mut state.queue) {
                state.handle(message, bytes);
            }
        }
    }
}

/// Loads the corpus of an edition and the list of its verified articles.
async fn load_corpus(base: &BasePath, edition: &Edition) -> Result<(Corpus, VerifiedArticles), LoadFailure> {
    let mut edition = edition.clone();
    let bytes = match embedded_corpus() {
        Some(bytes) => bytes,
        None if edition.corpus_bytes > corpus::MAX_BYTES => return Err(LoadFailure::TooLarge),
        None => {
            let controller = AbortController::new().map_err(|_| LoadFailure::ProgramUnavailable)?;
            let url = base.file(edition.corpus_file());
            let bytes = fetch_bytes(&url, RequestCache::Default, false, &controller).await?;
            let sha256 = sha256(&bytes);
            if !edition.is_corpus(&sha256) {
                log_warning(&format!("{url}: SHA-256 {sha256} does not fit the name"));
                return Err(LoadFailure::Corrupt);
            }
            edition.keep_verified_only(&sha256);
            bytes
        }
    };
    let corpus = corpus::load(&bytes).map_err(|error| match error.reason {
        LoadReason::TooLarge(_) => LoadFailure::TooLarge,
        _ => {
            log_warning(&error.to_string());
            LoadFailure::Corrupt
        }
    })?;
    Ok((corpus, VerifiedArticles::parse(&edition.verified_articles)))
}

/// Corpus in the page of a single-file site.
fn embedded_corpus() -> Option<Vec<u8>> {
    let element = web_sys::window()?.document()?.get_element_by_id("corpus")?;
    element.text_content().map(String::into_bytes)
}

impl State {
    fn handle(&mut self, message: ToEditor, bytes: Option<Vec<u8>>) {
        match message {
            ToEditor::Start { .. } => {}
            ToEditor::Show(tag) => {
                self.lang = if tag == Lang::En.tag() { Lang::En } else { Lang::Vi };
                self.run(Ok(Command::SetLanguage(self.lang)));
            }
            ToEditor::Command(name, data) => self.run(Command::parse(&name, &data)),
            ToEditor::Restore(json) => self.run(Ok(Command::Restore(json))),
            ToEditor::Conflict(uid) => self.run(Ok(Command::ResolveConflict(uid))),
            ToEditor::Text(purpose, text) => {
                let sha256 = sha256(text.as_bytes());
                self.text(purpose, String::new(), text, sha256);
            }
            ToEditor::File(purpose, name) => match bytes {
                Some(bytes) => self.file(purpose, name, &bytes),
                None => self.report_error(&EditError::FileNotRead(name)),
            },
        }
    }

    fn file(&mut self, purpose: TextPurpose, name: String, bytes: &[u8]) {
        if purpose == TextPurpose::Draft && name.to_lowercase().ends_with(".zip") {
            return self.run(Ok(Command::OpenPackage(name, bytes.to_vec())));
        }
        match decode(bytes, &decode_legacy) {
            Ok(decoded) if purpose == TextPurpose::Draft && name.to_lowercase().ends_with(".json") => {
                self.run(Ok(Command::Import(name, decoded.text)));
            }
            Ok(decoded) => self.text(purpose, name, decoded.text, sha256(bytes)),
            Err(reason) => self.report_error(&EditError::Unreadable { name, reason }),
        }
    }

    /// Handles a text or a saved web page.
    fn text(&mut self, purpose: TextPurpose, name: String, text: String, sha256: String) {
        if text.trim().is_empty() {
            return self.report_error(&EditError::Unreadable { name, reason: InputError::Empty });
        }
        let (text, url) = match is_html(&name, &text).then(|| read_saved_page(&text)) {
            Some(Some(SavedPage { text, url })) => (text, url),
            Some(None) => {
                return self.report_error(&EditError::Unreadable { name, reason: InputError::NoArticle });
            }
            None => (text, None),
        };
        match purpose {
            TextPurpose::Draft => self.run(Ok(Command::AddText(TextInput { name, text, url }))),
            TextPurpose::OwnCopy(id) => self.compare_copy(&id, name, &text, &sha256),
        }
    }

    fn compare_copy(&mut self, id: &str, name: String, text: &str, sha256: &str) {
        if let Err(reason) = prepare_input(text) {
            return self.report_error(&EditError::Unreadable { name, reason });
        }
        let Some(editor) = &self.editor else { return };
        match compare_copy(editor.site_corpus(), id, text, sha256, self.lang) {
            Some((html, summary)) => (self.post)(FromEditor::CopyReport(html, summary)),
            None => self.report_error(&EditError::NotFound(id.to_owned())),
        }
    }

    fn report_error(&self, error: &EditError) {
        (self.post)(FromEditor::Outcome(error_outcome(error, self.lang)));
    }

    fn run(&mut self, command: Result<Command, EditError>) {
        let Some(editor) = &mut self.editor else { return };
        let is_publishing = matches!(command, Ok(Command::Publish(_)));
        let mut outcome: Outcome = match command {
            Ok(command) => editor.execute(command),
            Err(error) => error_outcome(&error, self.lang),
        };
        let mut parts: Vec<(String, String)> = Vec::new();
        let mut size = 0;
        for part in editor.fragments() {
            if size + part.html.len() > MAX_MESSAGE_BYTES && !parts.is_empty() {
                (self.post)(FromEditor::Fragments(std::mem::take(&mut parts)));
                size = 0;
            }
            size += part.html.len();
            parts.push((part.id, part.html));
        }
        (self.post)(FromEditor::Fragments(parts));
        if is_publishing {
            // It belongs to the job of the page, which shows the message beside its progress.
            let message = std::mem::take(&mut outcome.message);
            (self.post)(FromEditor::Publish(outcome.publish.take(), message));
        }
        (self.post)(FromEditor::Outcome(outcome));
    }
}

/// Decodes a legacy encoding with the browser's tables.
fn decode_legacy(label: &str, bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new_with_label(label).ok()?;
    let bytes = js_sys::Uint8Array::from(bytes);
    decoder.decode_with_buffer_source(bytes.unchecked_ref()).ok()
}
