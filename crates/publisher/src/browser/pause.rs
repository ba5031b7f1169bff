//! Slices of work, between which the browser can do something else.

use std::cell::Cell;

use js_sys::{Date, Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::WorkerGlobalScope;

/// Length of a slice in milliseconds: a click waits no longer than a reader notices.
const SLICE_MS: f64 = 50.0;

/// Clock of the slices.
pub struct Pace {
    begun: Cell<f64>,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace { begun: Cell::new(Date::now()) }
    }
}

impl Pace {
    /// Returns whether the slice is over.
    pub fn is_due(&self) -> bool {
        let elapsed = Date::now() - self.begun.get();
        // A clock may be set back.
        !(0.0..SLICE_MS).contains(&elapsed)
    }

    /// Begins a slice.
    pub fn restart(&self) {
        self.begun.set(Date::now());
    }
}

/// Waits until the browser has done what was waiting, messages included.
pub async fn next_task() {
    let mut start = |resolve: Function, _| {
        // Workers and windows alike have `setTimeout`.
        let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
        let set = scope.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
        debug_assert!(set.is_ok(), "every scope has setTimeout");
    };
    let _ = JsFuture::from(Promise::new(&mut start)).await;
}
