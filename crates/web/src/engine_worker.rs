//! Engine worker: runs a [`Scheduler`](thidua_client::Scheduler) with the network, the clock and the page of a browser.
//!
//! The worker has a thread of its own and cannot block the page. Failures are reported to the page, which stays readable.
//! The first message comes from the script of the page (`script_messages`): it names the site and its edition. Then the
//! script may ask for searches, until the app is there and sends its own messages ([`ToEngine`]).

mod embedded;
mod runner;
mod script_messages;

use std::cell::RefCell;

use wasm_bindgen::JsValue;

use thidua_client::{Event, FromEngine, LoadFailure, ToEngine};
use thidua_worker_channel::{Borsh, Codec as _, worker};

use self::runner::Runner;
use self::script_messages::{EarlyRequest, Start, post_failed};
use crate::fetch::log_warning;

/// Starts the full engine. Returns at once; messages are handled from now on.
pub fn start_full() {
    start::<true>();
}

/// Starts the search-only program, which asks for the full engine if more is needed. Returns at once; messages are
/// handled from now on.
pub fn start_search_only() {
    start::<false>();
}

fn start<const FULL: bool>() {
    worker::report_panics::<Borsh, _>(|| FromEngine::Failed(LoadFailure::Crashed));
    let runner: RefCell<Option<Runner<FULL>>> = RefCell::default();
    worker::listen_raw(move |data| {
        if let Some(start) = Start::parse(&data) {
            match start {
                Ok(Start { settings, index }) => {
                    *runner.borrow_mut() = Some(Runner::new(settings, index));
                }
                Err(reason) => {
                    log_warning(reason);
                    post_failed(LoadFailure::Corrupt);
                }
            }
            return;
        }
        let runner = runner.borrow();
        if let Some(runner) = &*runner {
            on_message(runner, &data);
        }
    });
}

/// Handles a message of the page after the first: of its script, or of the app.
fn on_message<const FULL: bool>(runner: &Runner<FULL>, data: &JsValue) {
    if let Some(request) = EarlyRequest::parse(data) {
        return runner.answer_early(request);
    }
    let event = match Borsh::decode(data) {
        None => return,
        Some(Err(reason)) => return fail(LoadFailure::Crashed, &reason),
        Some(Ok(ToEngine::Page(number, request))) => {
            runner.end_early();
            Event::PageRequested(number, request)
        }
        Some(Ok(ToEngine::Suggest(number, request))) => Event::SuggestRequested(number, request),
        Some(Ok(ToEngine::Download(number, request))) => Event::DownloadRequested(number, request),
    };
    runner.dispatch(event);
}

fn post(message: &FromEngine) {
    worker::post::<Borsh, _>(message);
}

/// Reports to the page why the engine cannot continue; details go to the console.
fn fail(failure: LoadFailure, details: &str) {
    log_warning(details);
    post(&FromEngine::Failed(failure));
}
