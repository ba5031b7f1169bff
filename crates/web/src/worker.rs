//! The engine in a worker of the browser: fetches the data, answers what the page asks.
//!
//! It runs beside the page and cannot hold it up. Whatever goes wrong here is told to the page, which stays readable.

mod pieces;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, DedicatedWorkerGlobalScope, MessageEvent, RequestCache};

use self::pieces::Pieces;
use crate::obtain::{log, obtain, sleep};
use thidua_client::{Ask, Engine, Event, FromEngine, LoadFailure, Settings, ToEngine};
use thidua_core::text::sha256;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{EDITION_FILE, Edition};

/// What the worker holds between messages.
#[derive(Default)]
struct State {
    engine: Option<Engine>,
    /// The name of the edition that it holds.
    edition: String,
    /// In place of the engine, where the index comes in pieces.
    pieces: Option<Pieces<true>>,
    /// The last question that came before the engine was ready; earlier ones are stale.
    waiting: Option<(u32, Ask)>,
}

/// The engine: listens to the page from now on. Returns at once.
pub fn start() {
    let state = Rc::new(RefCell::new(State::default()));
    listen(move |message| match message {
        ToEngine::Start(settings, manifest) => match Edition::read(&manifest) {
            Ok(edition) => start_with(&state, Settings { edition, ..settings }),
            Err(reason) => fail(LoadFailure::Corrupt, &reason),
        },
        ToEngine::Ask(number, ask) => match pieces(&state) {
            Some(pieces) => pieces.tell(Event::Asked(number, ask)),
            None => answer(&state, number, ask),
        },
        ToEngine::Take(number, wanted) => match pieces(&state) {
            Some(pieces) => pieces.tell(Event::Wanted(number, wanted)),
            None => {
                let file = state.borrow().engine.as_ref().and_then(|engine| engine.take(&wanted));
                say(&FromEngine::Taken(number, file.map(Box::new)));
            }
        },
    });
}

/// The lighter program, which searches an index in pieces: listens to the page from now on, and asks for the engine where
/// more is wanted. Returns at once.
pub fn start_searching() {
    let pieces: RefCell<Option<Pieces<false>>> = RefCell::default();
    listen(move |message| {
        let event = match message {
            ToEngine::Start(settings, manifest) => {
                match Edition::read(&manifest) {
                    // The site was built anew meanwhile, and its corpus is small now.
                    Ok(edition) if edition.index.is_empty() => say(&FromEngine::Beyond),
                    Ok(edition) => {
                        *pieces.borrow_mut() = Some(Pieces::new(Settings { edition, ..settings }));
                    }
                    Err(reason) => fail(LoadFailure::Corrupt, &reason),
                }
                return;
            }
            ToEngine::Ask(number, ask) => Event::Asked(number, ask),
            ToEngine::Take(number, wanted) => Event::Wanted(number, wanted),
        };
        if let Some(pieces) = &*pieces.borrow() {
            pieces.tell(event);
        }
    });
}

/// Hears what the page says from now on, and tells it of whatever breaks.
fn listen(hear: impl Fn(ToEngine) + 'static) {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        say(&FromEngine::Failed(LoadFailure::Crashed));
    }));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // Whatever is no text is no message of ours.
        let Some(message) = event.data().as_string() else { return };
        match serde_json::from_slice(message.as_bytes()) {
            Ok(message) => hear(message),
            Err(error) => fail(LoadFailure::Crashed, &error.to_string()),
        }
    });
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

/// Begins with the data that the settings name.
fn start_with(state: &Rc<RefCell<State>>, settings: Settings) {
    if settings.edition.index.is_empty() {
        spawn_local(load(state.clone(), settings));
    } else {
        state.borrow_mut().pieces = Some(Pieces::new(settings));
    }
}

fn pieces(state: &RefCell<State>) -> Option<Pieces<true>> {
    state.borrow().pieces.clone()
}

/// Set where the engine runs in the page itself, as in a site that is one file: what stands in for the worker's own
/// global, and holds the corpus.
const STAND_IN: &str = "engineScope";
const CORPUS: &str = "corpus";

fn scope() -> DedicatedWorkerGlobalScope {
    let global = js_sys::global();
    let stand_in = js_sys::Reflect::get(&global, &JsValue::from_str(STAND_IN)).unwrap_or_default();
    if stand_in.is_object() { stand_in.unchecked_into() } else { global.unchecked_into() }
}

/// The corpus that came with the page; nothing where it must be fetched.
fn inside() -> Option<Vec<u8>> {
    let corpus = js_sys::Reflect::get(&scope(), &JsValue::from_str(CORPUS)).ok()?;
    corpus.as_string().map(String::into_bytes)
}

fn say(message: &FromEngine) {
    if let Ok(text) = serde_json::to_string(message) {
        let posted = scope().post_message(&JsValue::from_str(&text));
        debug_assert!(posted.is_ok(), "text can be posted");
    }
}

/// Says why the engine cannot go on; the details are for the console.
fn fail(trouble: LoadFailure, details: &str) {
    log(details);
    say(&FromEngine::Failed(trouble));
}

async fn load(state: Rc<RefCell<State>>, mut settings: Settings) {
    let corpus = match inside() {
        Some(bytes) => Ok(bytes),
        None => fetch_corpus(&mut settings).await,
    };
    let loaded = corpus.and_then(|bytes| {
        Engine::load(&bytes, &settings).map_err(|reason| {
            log(&reason);
            LoadFailure::Corrupt
        })
    });
    match loaded {
        Err(trouble) => say(&FromEngine::Failed(trouble)),
        Ok(engine) => {
            let waiting = {
                let mut state = state.borrow_mut();
                (state.engine, state.edition) = (Some(engine), settings.edition.name);
                state.waiting.take()
            };
            if let Some((number, ask)) = waiting {
                answer(&state, number, ask);
            }
        }
    }
}

/// Milliseconds before each request for the corpus after the first.
const WAITS: [i32; 2] = [500, 2_000];

/// Fetches the corpus that the settings name, and refuses one that does not fit its name. After a failure that may pass, or
/// where the site may have been built anew meanwhile, the manifest and then the corpus are fetched again, past all caches.
async fn fetch_corpus(settings: &mut Settings) -> Result<Vec<u8>, LoadFailure> {
    let mut got = corpus_of(&mut settings.edition, &settings.base, RequestCache::Default).await;
    for wait in WAITS {
        let Err(trouble) = got else { break };
        if !trouble.is_retryable() && !matches!(trouble, LoadFailure::NotFound | LoadFailure::Corrupt) {
            break;
        }
        sleep(wait).await;
        let now = edition_now(&settings.base).await.filter(|now| now.index.is_empty());
        match now {
            Some(now) if now != settings.edition => settings.edition = now,
            // The host has no other, and does not have this one.
            Some(_) if trouble == LoadFailure::NotFound => break,
            _ => {}
        }
        got = corpus_of(&mut settings.edition, &settings.base, RequestCache::Reload).await;
    }
    got
}

/// The edition that the host names now; nothing where it does not say.
async fn edition_now(base: &str) -> Option<Edition> {
    let controller = AbortController::new().ok()?;
    let url = BasePath::new(base).file(EDITION_FILE);
    let manifest = obtain(&url, RequestCache::NoStore, false, &controller).await.ok()?;
    Edition::read(std::str::from_utf8(&manifest).ok()?).ok()
}

/// Fetches the corpus of an edition. What the edition says of marks is forgotten where it says so of another corpus.
async fn corpus_of(edition: &mut Edition, base: &str, cache: RequestCache) -> Result<Vec<u8>, LoadFailure> {
    let controller = AbortController::new().map_err(|_| LoadFailure::ProgramUnavailable)?;
    let url = BasePath::new(base).file(edition.corpus_file());
    let bytes = obtain(&url, cache, false, &controller).await?;
    let sha256 = sha256(&bytes);
    if !edition.names(&sha256) {
        log(&format!("{url}: SHA-256 {sha256} does not fit the name"));
        return Err(LoadFailure::Corrupt);
    }
    edition.attest_only(&sha256);
    Ok(bytes)
}

fn answer(state: &RefCell<State>, number: u32, ask: Ask) {
    let mut state = state.borrow_mut();
    match &state.engine {
        Some(engine) => {
            say(&FromEngine::Answer(number, Box::new(engine.answer(&ask)), state.edition.clone()));
        }
        None => state.waiting = Some((number, ask)),
    }
}
