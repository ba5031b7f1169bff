//! The page's end of the line to the engine, which runs in a worker.
//!
//! The starter script of every page has begun to load the worker long before this code arrives, and left it in the
//! global `engine`. Where that one only searches, the script also says where the whole engine is, which takes its place as
//! soon as more is asked for.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Window, Worker};

use super::notice::set_waiting;
use thidua_client::{
    Answer, Ask, DownloadFile, FromEngine, LoadFailure, Lost, Part, Settings, ToEngine, View, Wanted,
};

/// The name of the global.
const GLOBAL: &str = "engine";
/// Set by the starter script where the worker could not be loaded.
const FAILED: &str = "failed";
/// Set by the starter script where the worker only searches: the address of the whole engine.
const BEYOND: &str = "beyond";

/// A line to the engine. Only the answer to the last question is heard: earlier ones are of things no longer asked.
#[derive(Clone)]
pub struct Line {
    worker: Rc<RefCell<Worker>>,
    /// What every engine is told first.
    start: Rc<ToEngine>,
    asked: Rc<Cell<u32>>,
    /// The last question, until all is said of it.
    question: Rc<RefCell<Option<Ask>>>,
    /// The last question.
    last: Rc<RefCell<Option<Ask>>>,
    /// Whether it waits for its first answer.
    is_asked: Rc<Cell<bool>>,
    /// Who waits for which file.
    wanted: Rc<RefCell<Vec<(u32, Wanted, Taker)>>>,
    files: Rc<Cell<u32>>,
}

/// What stands at an address, and the name of the edition that it was drawn from.
pub struct Drawn {
    /// The answer.
    pub answer: Answer,
    /// The name of the edition.
    pub edition: String,
}

type Taker = Rc<dyn Fn(Heard)>;

/// What is heard of a file that is wanted.
pub enum Heard {
    /// A part of it; more follows.
    Part(Part),
    /// The rest of it, or that there is none.
    Taken(Option<DownloadFile>),
    /// That it cannot be made.
    Lost(Lost),
}

impl Line {
    /// Opens the line, with the manifest of the site as the host gave it. `hear` is given each answer, or the reason why
    /// there will be none.
    ///
    /// # Errors
    /// Where the browser has no worker for us.
    pub fn open(
        window: &Window,
        settings: Settings,
        manifest: String,
        hear: impl Fn(&Line, Result<Drawn, LoadFailure>) + 'static,
    ) -> Result<Line, LoadFailure> {
        let worker = js_sys::Reflect::get(window, &JsValue::from_str(GLOBAL))
            .map_err(|_| LoadFailure::ProgramUnavailable)?;
        let failed = js_sys::Reflect::get(&worker, &JsValue::from_str(FAILED)).is_ok_and(|f| f.is_truthy());
        if failed || !worker.is_object() {
            return Err(LoadFailure::ProgramUnavailable);
        }
        // A worker, or in a site that is one file a stand-in that speaks like one.
        let worker: Worker = worker.unchecked_into();
        let line = Line {
            worker: Rc::new(RefCell::new(worker)),
            start: Rc::new(ToEngine::Start(settings, manifest)),
            asked: Rc::default(),
            question: Rc::default(),
            last: Rc::default(),
            is_asked: Rc::default(),
            wanted: Rc::default(),
            files: Rc::default(),
        };
        line.listen(Rc::new(hear));
        line.send(&line.start);
        Ok(line)
    }

    /// Asks. Until the answer is there, `#main` says that it is busy.
    pub fn ask(&self, ask: Ask) {
        let number = self.asked.get().wrapping_add(1);
        self.asked.set(number);
        set_busy(true);
        self.question.replace(Some(ask.clone()));
        self.last.replace(Some(ask.clone()));
        self.is_asked.set(true);
        self.send(&ToEngine::Ask(number, ask));
        set_waiting(true);
    }

    /// Asks the last question again: what has failed is tried again, in place.
    pub fn ask_again(&self) {
        let last = self.last.borrow().clone();
        if let Some(ask) = last {
            self.ask(ask);
        }
    }

    /// Wants a file; `take` is given what is heard of it.
    pub fn want(&self, wanted: Wanted, take: impl Fn(Heard) + 'static) {
        let number = self.files.get().wrapping_add(1);
        self.files.set(number);
        self.wanted.borrow_mut().push((number, wanted.clone(), Rc::new(take)));
        self.send(&ToEngine::Take(number, wanted));
        set_waiting(true);
    }

    /// Something was heard: from now on whatever is still open is waited for.
    fn has_heard(&self) {
        set_waiting(false);
        if self.is_asked.get() || !self.wanted.borrow().is_empty() {
            set_waiting(true);
        }
    }

    /// The engine cannot go on: nothing that is waited for will come.
    fn give_up(&self) {
        set_busy(false);
        self.is_asked.set(false);
        let wanted = std::mem::take(&mut *self.wanted.borrow_mut());
        for (.., take) in wanted {
            take(Heard::Lost(Lost::NotLoaded));
        }
        self.has_heard();
    }

    fn send(&self, message: &ToEngine) {
        if let Ok(text) = serde_json::to_string(message) {
            let posted = self.worker.borrow().post_message(&JsValue::from_str(&text));
            debug_assert!(posted.is_ok(), "text can be posted");
        }
    }

    /// Gives what is heard of a file to who waits for it.
    fn give(&self, number: u32, heard: Heard) {
        let mut waiting = self.wanted.borrow_mut();
        let Some(at) = waiting.iter().position(|(n, ..)| *n == number) else { return };
        let taker = match heard {
            Heard::Part(_) => waiting.get(at).map(|(.., taker)| taker.clone()),
            _ => Some(waiting.remove(at).2),
        };
        drop(waiting);
        if let Some(take) = taker {
            take(heard);
        }
    }

    /// Has the whole engine take the place of one that only searches, and asks it what is still open.
    fn go_beyond<H: Fn(&Line, Result<Drawn, LoadFailure>) + 'static>(
        &self,
        hear: &Rc<H>,
    ) -> Result<(), LoadFailure> {
        let beyond = js_sys::Reflect::get(&self.worker.borrow(), &JsValue::from_str(BEYOND));
        let address =
            beyond.ok().and_then(|address| address.as_string()).ok_or(LoadFailure::ProgramUnavailable)?;
        let whole = Worker::new(&address).map_err(|_| LoadFailure::ProgramUnavailable)?;
        let old = self.worker.replace(whole);
        old.set_onmessage(None);
        old.set_onerror(None);
        old.terminate();
        self.listen(hear.clone());
        self.send(&self.start);
        if let Some(ask) = self.question.borrow().clone() {
            self.send(&ToEngine::Ask(self.asked.get(), ask));
        }
        for (number, wanted, _) in self.wanted.borrow().iter() {
            self.send(&ToEngine::Take(*number, wanted.clone()));
        }
        Ok(())
    }

    fn listen<H: Fn(&Line, Result<Drawn, LoadFailure>) + 'static>(&self, hear: Rc<H>) {
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let (line, hear) = (self.clone(), hear.clone());
            move |event: MessageEvent| {
                // Whatever is no text is no message of the engine.
                let Some(text) = event.data().as_string() else { return };
                let heard = match serde_json::from_str(&text) {
                    Ok(FromEngine::Answer(number, ..)) if number != line.asked.get() => return,
                    Ok(FromEngine::Answer(_, answer, edition)) => {
                        // Others may be followed by a better one.
                        if matches!(answer.view, View::Told(_)) {
                            line.question.replace(None);
                        }
                        Ok(Drawn { answer: *answer, edition })
                    }
                    Ok(FromEngine::Beyond) => match line.go_beyond(&hear) {
                        Ok(()) => return,
                        Err(reason) => Err(reason),
                    },
                    Ok(FromEngine::Part(number, part)) => {
                        line.give(number, Heard::Part(part));
                        return line.has_heard();
                    }
                    Ok(FromEngine::Taken(number, file)) => {
                        line.give(number, Heard::Taken(file.map(|file| *file)));
                        return line.has_heard();
                    }
                    Ok(FromEngine::Lost(number, lost)) => {
                        line.give(number, Heard::Lost(lost));
                        return line.has_heard();
                    }
                    Ok(FromEngine::Failed(trouble)) => Err(trouble),
                    Err(_) => Err(LoadFailure::Crashed),
                };
                if heard.is_err() {
                    line.give_up();
                }
                set_busy(false);
                line.is_asked.set(false);
                line.has_heard();
                hear(&line, heard);
            }
        });
        self.worker.borrow().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let line = self.clone();
        let on_error = Closure::<dyn Fn(Event)>::new(move |_| {
            line.give_up();
            hear(&line, Err(LoadFailure::ProgramUnavailable));
        });
        self.worker.borrow().set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
    }
}

fn set_busy(busy: bool) {
    let main = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("main"));
    if let Some(main) = main {
        let _ = match busy {
            true => main.set_attribute("aria-busy", "true"),
            false => main.remove_attribute("aria-busy"),
        };
    }
}
