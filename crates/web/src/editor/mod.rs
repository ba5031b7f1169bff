//! The editor in the browser: one program for page and worker.
//!
//! In the worker it holds the editor of [`thidua_editor`] and does all reading and verifying. In the page it forwards
//! what the reader does and shows the results. One program for both is loaded once, and only where it is used. A
//! single-file site, which may have no worker, runs both parts in the page.

mod message;
mod page;
mod service;

use thidua_pages::site_model::LoadFailure;
use thidua_worker_channel::{Json, worker};

use crate::fetch::log_warning;

use message::FromEditor;
use service::Service;

/// Starts the part that belongs to the current scope. Returns at once.
pub fn start() {
    if web_sys::window().is_some() {
        page::start();
    } else {
        start_worker();
    }
}

fn start_worker() {
    let post = worker::post::<Json, FromEditor>;
    worker::report_panics::<Json, _>(|| FromEditor::Failed(LoadFailure::Crashed));
    let service = Service::new(move |message| post(&message));
    worker::listen::<Json, _>(move |message| match message {
        Ok((message, bytes)) => service.on_message(message, bytes),
        Err(reason) => {
            log_warning(&reason);
            post(&FromEditor::Failed(LoadFailure::Crashed));
        }
    });
}
