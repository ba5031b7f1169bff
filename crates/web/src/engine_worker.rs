//! Engine worker: fetches the data of the site and answers the page.
//!
//! The worker has a thread of its own and cannot block the page. Failures are reported to the page, which stays readable.

mod built_pages;
mod scheduler_runner;
mod start_object;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestCache};

use thidua_client::{ClientSettings, Engine, Event, FromEngine, LoadFailure, PageRequest, ToEngine};
use thidua_core::text::sha256;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{EDITION_FILE, Edition};
use thidua_worker_channel::worker::{self, scope};
use thidua_worker_channel::{Borsh, Codec as _};

use self::scheduler_runner::SchedulerRunner;
use self::start_object::settings_of;
use crate::fetch::{fetch_bytes, log_warning, sleep};

/// State of the worker between messages.
#[derive(Default)]
struct State {
    engine: Option<Engine>,
    /// Name of the loaded edition.
    edition: String,
    /// Takes the place of the engine if the index comes in chunks.
    runner: Option<SchedulerRunner<true>>,
    /// True once a page was sent: the page of the document is no longer the static one.
    has_responded: bool,
    /// Last page request before the engine was ready; earlier ones are obsolete.
    pending: Option<(u32, PageRequest)>,
}

/// Starts the full engine. Returns at once; messages are handled from now on.
pub fn start() {
    let state = Rc::new(RefCell::new(State::default()));
    let on_start = {
        let state = state.clone();
        move |settings| start_with(&state, settings)
    };
    listen(on_start, move |message| match message {
        ToEngine::Page(number, request) => match runner(&state) {
            Some(runner) => runner.dispatch(Event::PageRequested(number, request)),
            None => respond(&state, number, request),
        },
        ToEngine::Suggest(number, request) => match runner(&state) {
            Some(runner) => runner.dispatch(Event::SuggestRequested(number, request)),
            None => {
                if let Some(engine) = &state.borrow().engine {
                    post(&FromEngine::Suggestions(number, engine.suggest(&request)));
                }
            }
        },
        ToEngine::Download(number, request) => match runner(&state) {
            Some(runner) => runner.dispatch(Event::DownloadRequested(number, request)),
            None => {
                let file = state.borrow().engine.as_ref().and_then(|engine| engine.download(&request));
                post(&FromEngine::Download(number, file.map(Box::new)));
            }
        },
    });
}

/// Starts the search-only program for an index in chunks, which asks for the full engine if more is needed. Returns
/// at once; messages are handled from now on.
pub fn start_search_only() {
    let runner: Rc<RefCell<Option<SchedulerRunner<false>>>> = Rc::default();
    let on_start = {
        let runner = runner.clone();
        move |settings: ClientSettings| {
            // The site was rebuilt, and its corpus is small now.
            if settings.edition.index.is_empty() {
                return post(&FromEngine::NeedsFullEngine);
            }
            runner.replace(Some(SchedulerRunner::new(settings)));
        }
    };
    listen(on_start, move |message| {
        let event = match message {
            ToEngine::Page(number, request) => Event::PageRequested(number, request),
            ToEngine::Suggest(number, request) => Event::SuggestRequested(number, request),
            ToEngine::Download(number, request) => Event::DownloadRequested(number, request),
        };
        if let Some(runner) = &*runner.borrow() {
            runner.dispatch(event);
        }
    });
}

/// Handles what the page posts from now on, and reports panics to it: the start object of its script, and messages of the app.
fn listen(on_start: impl Fn(ClientSettings) + 'static, on_message: impl Fn(ToEngine) + 'static) {
    worker::report_panics::<Borsh, _>(|| FromEngine::Failed(LoadFailure::Crashed));
    worker::listen_raw(move |data| match Borsh::decode(&data) {
        Some(Ok(message)) => on_message(message),
        Some(Err(reason)) => fail(LoadFailure::Crashed, &reason),
        None => match settings_of(&data) {
            Some(Ok(settings)) => on_start(settings),
            Some(Err(reason)) => fail(LoadFailure::Corrupt, &reason.to_string()),
            None => {}
        },
    });
}

fn post(message: &FromEngine) {
    worker::post::<Borsh, _>(message);
}

/// Starts with the data that the settings name.
fn start_with(state: &Rc<RefCell<State>>, settings: ClientSettings) {
    if settings.edition.index.is_empty() {
        spawn_local(load(state.clone(), settings));
    } else {
        state.borrow_mut().runner = Some(SchedulerRunner::new(settings));
    }
}

fn runner(state: &RefCell<State>) -> Option<SchedulerRunner<true>> {
    state.borrow().runner.clone()
}

/// Property of the scope with the corpus, in a single-file site.
const CORPUS_PROPERTY: &str = "corpus";

/// Corpus that came with the page. `None` if it must be fetched.
fn embedded_corpus() -> Option<Vec<u8>> {
    embedded_text(CORPUS_PROPERTY).map(String::into_bytes)
}

/// Text in a property of the scope. `None` outside a single-file site.
fn embedded_text(property: &str) -> Option<String> {
    js_sys::Reflect::get(&scope(), &JsValue::from_str(property)).ok()?.as_string()
}

/// Reports to the page why the engine cannot continue; details go to the console.
fn fail(failure: LoadFailure, details: &str) {
    log_warning(details);
    post(&FromEngine::Failed(failure));
}

async fn load(state: Rc<RefCell<State>>, mut settings: ClientSettings) {
    let corpus = match embedded_corpus() {
        Some(bytes) => Ok(bytes),
        None => fetch_corpus(&mut settings).await,
    };
    let loaded = corpus.and_then(|bytes| {
        Engine::load(&bytes, &settings).map_err(|reason| {
            log_warning(&reason.to_string());
            LoadFailure::Corrupt
        })
    });
    match loaded {
        Err(failure) => post(&FromEngine::Failed(failure)),
        Ok(engine) => {
            let pending = {
                let mut state = state.borrow_mut();
                (state.engine, state.edition) = (Some(engine), settings.edition.name);
                state.pending.take()
            };
            if let Some((number, request)) = pending {
                respond(&state, number, request);
            }
        }
    }
}

/// Delay before each further request for the corpus, in milliseconds.
const RETRY_DELAYS_MS: [i32; 2] = [500, 2_000];

/// Fetches the corpus that the settings name and verifies its hash. After a temporary failure, or if the site may
/// have been rebuilt, fetches the edition file and the corpus again, bypassing all caches.
async fn fetch_corpus(settings: &mut ClientSettings) -> Result<Vec<u8>, LoadFailure> {
    let mut result = fetch_corpus_of(&mut settings.edition, &settings.base, RequestCache::Default).await;
    for delay in RETRY_DELAYS_MS {
        let Err(failure) = result else { break };
        if !failure.is_retryable() && !matches!(failure, LoadFailure::NotFound | LoadFailure::Corrupt) {
            break;
        }
        sleep(delay).await;
        let current = fetch_edition(&settings.base).await.filter(|current| current.index.is_empty());
        match current {
            Some(current) if current != settings.edition => settings.edition = current,
            // The host has no other edition and lacks this one.
            Some(_) if failure == LoadFailure::NotFound => break,
            _ => {}
        }
        result = fetch_corpus_of(&mut settings.edition, &settings.base, RequestCache::Reload).await;
    }
    result
}

/// Fetches the current edition of the host. `None` if that fails.
async fn fetch_edition(base: &str) -> Option<Edition> {
    let controller = AbortController::new().ok()?;
    let url = BasePath::new(base).file(EDITION_FILE);
    let edition_file = fetch_bytes(&url, RequestCache::NoStore, false, &controller).await.ok()?;
    Edition::parse(std::str::from_utf8(&edition_file).ok()?).ok()
}

/// Fetches the corpus of an edition. If the edition's list of verified articles is of another corpus, it is dropped.
async fn fetch_corpus_of(
    edition: &mut Edition,
    base: &str,
    cache: RequestCache,
) -> Result<Vec<u8>, LoadFailure> {
    let controller = AbortController::new().map_err(|_| LoadFailure::ProgramUnavailable)?;
    let url = BasePath::new(base).file(edition.corpus_file());
    let bytes = fetch_bytes(&url, cache, false, &controller).await?;
    let sha256 = sha256(&bytes);
    if !edition.is_corpus(&sha256) {
        log_warning(&format!("{url}: SHA-256 {sha256} does not fit the name"));
        return Err(LoadFailure::Corrupt);
    }
    edition.keep_verified_only(&sha256);
    Ok(bytes)
}

fn respond(shared: &Rc<RefCell<State>>, number: u32, request: PageRequest) {
    let mut state = shared.borrow_mut();
    match &state.engine {
        Some(engine) => {
            if let Some(path) = engine.missing_built_page(&request) {
                spawn_local(respond_with_built_page(shared.clone(), number, request, path));
                return;
            }
            post(&FromEngine::Page(number, Box::new(engine.respond(&request)), state.edition.clone()));
            state.has_responded = true;
        }
        None => state.pending = Some((number, request)),
    }
}

/// Loads a page that only the site builder makes, then answers a request for it. Before the first response the static page
/// stands in the document, and is better than a message in its place.
async fn respond_with_built_page(
    shared: Rc<RefCell<State>>,
    number: u32,
    request: PageRequest,
    path: String,
) {
    let base = match &shared.borrow().engine {
        Some(engine) => engine.site().base.clone(),
        None => return,
    };
    let loaded = built_pages::load(&base, &path).await;
    let mut state = shared.borrow_mut();
    let (edition, has_responded) = (state.edition.clone(), state.has_responded);
    let Some(engine) = &mut state.engine else { return };
    let response = match loaded {
        Ok(pages) => {
            engine.add_built_pages(pages);
            engine.respond(&request)
        }
        Err(failure) if has_responded => engine.failed_built_page(&request, failure),
        Err(failure) => return post(&FromEngine::Failed(failure)),
    };
    state.has_responded = true;
    post(&FromEngine::Page(number, Box::new(response), edition));
}
