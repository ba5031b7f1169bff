//! The engine in a worker of the browser: fetches the data, answers what the page asks.
//!
//! It runs beside the page and cannot hold it up. Whatever goes wrong here is told to the page, which stays readable.

mod pieces;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, RequestCache};

use self::pieces::Pieces;
use crate::corpus;
use crate::engine::{Ask, Engine, Event, FromEngine, Settings, ToEngine};
use crate::pages::{Edition, MANIFEST};
use crate::route::Base;

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
            Err(reason) => say(&FromEngine::Failed(reason)),
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
                    Err(reason) => say(&FromEngine::Failed(reason)),
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
        say(&FromEngine::Failed(info.to_string()));
    }));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = event.data().as_string().unwrap_or_default();
        match serde_json::from_slice(message.as_bytes()) {
            Ok(message) => hear(message),
            Err(error) => say(&FromEngine::Failed(error.to_string())),
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

async fn load(state: Rc<RefCell<State>>, mut settings: Settings) {
    let corpus = match inside() {
        Some(bytes) => Ok(bytes),
        None => fetch_corpus(&mut settings).await,
    };
    let loaded = match corpus {
        Ok(bytes) => Engine::load(&bytes, &settings),
        Err(reason) => Err(format!("corpus.json: {reason}")),
    };
    match loaded {
        Err(reason) => say(&FromEngine::Failed(reason)),
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

/// Fetches the corpus that the settings name; where it is gone because the site was built anew meanwhile, the new one.
async fn fetch_corpus(settings: &mut Settings) -> Result<Vec<u8>, String> {
    let base = Base::new(&settings.base);
    let first = fetch(&base.file(settings.edition.corpus_file()), RequestCache::Default).await;
    let Err(reason) = first else { return first };
    let manifest = fetch(&base.file(MANIFEST), RequestCache::NoStore).await.unwrap_or_default();
    match Edition::read(&String::from_utf8_lossy(&manifest)) {
        Ok(now) if now != settings.edition && now.index.is_empty() => {
            settings.edition = now;
            fetch(&base.file(settings.edition.corpus_file()), RequestCache::Default).await
        }
        _ => Err(reason),
    }
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

async fn fetch(url: &str, cache: RequestCache) -> Result<Vec<u8>, String> {
    let request = gloo_net::http::Request::get(url).cache(cache);
    let response = request.send().await.map_err(|e| e.to_string())?;
    if !response.ok() {
        return Err(format!("HTTP {}", response.status()));
    }
    let length = response.headers().get("content-length").and_then(|l| l.parse::<usize>().ok());
    if length.is_some_and(|l| l > corpus::MAX_BYTES) {
        return Err(format!("> {} bytes", corpus::MAX_BYTES));
    }
    response.binary().await.map_err(|e| e.to_string())
}
