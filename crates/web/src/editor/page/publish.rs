//! Publishing from the page: one job at a time, its progress, Cancel, and what is done with its result.
//!
//! The editor makes the corpus package; the publisher makes a site of it; the page saves the result as a file, writes it into
//! a folder, or sends the package to `thidua serve`. Messages of other jobs than the current one are ignored.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlElement};

use thidua_editor::{PublishRequest, PublishTarget};
use thidua_i18n::editor_publish as words;
use thidua_publish::{FromPublisher, PublishFailure, ToPublisher};

use super::folder::{self, FolderError, SiteFolder};
use super::publisher::Publisher;
use super::server::Server;
use super::{Page, files};
use crate::editor::message::ToEditor;

/// Ids of the elements of a job.
const JOB: &str = "xb-viec";
const NAME: &str = "xb-ten";
const BAR: &str = "xb-thanh";
const PERCENT: &str = "xb-phan-tram";
const CANCEL: &str = "xb-thoi";
const SAID: &str = "xb-noi";
const REFUSED: &str = "xb-bao";
const AFTER: &str = "xb-sau";
/// Name of a saved corpus package.
const PACKAGE_NAME: &str = "thi-dua-kho.zip";
/// Percent between two announcements to screen readers.
const ANNOUNCED_STEP: usize = 25;

/// What is published.
#[derive(Default)]
pub struct Publishing {
    publisher: Publisher,
    is_listening: Cell<bool>,
    last_job: Cell<u32>,
    job: RefCell<Option<Job>>,
    /// Folder of the job; taken while a file is written.
    folder: RefCell<Option<SiteFolder>>,
    /// File that was made last, and its name.
    file: RefCell<Option<(Blob, String)>>,
    /// The program `thidua serve`.
    pub server: RefCell<Option<Server>>,
}

/// Work that is under way.
#[derive(Debug, Clone, Copy)]
struct Job {
    number: u32,
    target: PublishTarget,
    /// Step of the percentage that was announced last.
    announced: usize,
    is_cancelled: bool,
}

impl Page {
    /// Begins to publish to a target.
    pub fn publish(&self, target: &str) {
        let Some(target) = PublishTarget::parse(target) else { return };
        let lang = self.lang();
        if self.publishing.job.borrow().is_some() {
            return self.set_status(REFUSED, words::busy(lang));
        }
        let Some(page) = self.own.upgrade() else { return };
        listen(&page);
        if target != PublishTarget::Folder {
            return self.start(target);
        }
        if !folder::is_supported(&self.window) {
            return self.set_status(REFUSED, words::no_folder_api(lang));
        }
        // The browser shows its dialogue only while a click is handled.
        spawn_local(async move {
            match folder::choose(&page.window).await {
                Ok(folder) => {
                    page.publishing.folder.replace(Some(folder));
                    page.start(target);
                }
                Err(error) => page.set_status(REFUSED, &page.folder_error(&error)),
            }
        });
    }

    fn start(&self, target: PublishTarget) {
        let number = self.publishing.last_job.get().wrapping_add(1);
        self.publishing.last_job.set(number);
        let job = Job { number, target, announced: 0, is_cancelled: false };
        self.publishing.job.replace(Some(job));
        let lang = self.lang();
        for (id, text) in [(SAID, ""), (REFUSED, ""), (AFTER, ""), (NAME, &self.target_name(target))] {
            self.set_status(id, text);
        }
        self.show_progress(None);
        self.set_status(SAID, words::progress(None, lang).as_str());
        self.set_hidden(JOB, false);
        let data = BTreeMap::from([("target".to_owned(), target.slug().to_owned())]);
        self.channel.post(&ToEditor::Command("publish".to_owned(), data));
    }

    /// Name of a way to publish, as its button has it.
    fn target_name(&self, target: PublishTarget) -> String {
        let lang = self.lang();
        let doing = match target {
            PublishTarget::OneFile => words::one_file(lang),
            PublishTarget::SiteZip => words::site_zip(lang),
            PublishTarget::Folder => words::folder(lang),
            PublishTarget::Package => words::package(lang),
            PublishTarget::Server => words::save_server(lang),
        };
        format!("{}: {doing}", words::working(lang))
    }

    /// Goes on once the editor has made the package, or shows why it did not.
    pub fn on_package(&self, request: Option<PublishRequest>, message: &str) {
        let Some(job) = *self.publishing.job.borrow() else { return };
        let Some(PublishRequest { target, package }) = request else {
            return self.fail(message);
        };
        if job.is_cancelled || target != job.target {
            return self.end_cancelled();
        }
        self.set_status(SAID, message);
        if let Some(output) = target.output() {
            let make = ToPublisher::Make { job: job.number, output, package };
            return self.publishing.publisher.post(&make);
        }
        let bytes = match package.write() {
            Ok(bytes) => bytes,
            Err(error) => return self.fail(&words::not_a_package(&error.to_string(), self.lang())),
        };
        if target == PublishTarget::Package {
            return self.save_file(&Uint8Array::from(bytes.as_slice()), PACKAGE_NAME, "application/zip");
        }
        let Some(page) = self.own.upgrade() else { return };
        spawn_local(async move { page.send_to_server(&bytes).await });
    }

    async fn send_to_server(&self, package: &[u8]) {
        let lang = self.lang();
        match self.save_on_server(package).await {
            Err(reason) if reason.is_empty() => self.fail(words::server_gone(lang)),
            Err(reason) => self.fail(&reason),
            Ok(saved) => {
                let said = words::server_saved(&saved.saved, saved.kept.as_deref(), lang);
                if saved.saved.is_empty() {
                    return self.end(&said);
                }
                self.set_status(SAID, &format!("{said} {}", words::rebuilding(lang)));
                let is_rebuilt = self.is_site_rebuilt().await;
                self.end(&said);
                if is_rebuilt {
                    self.offer("data-publish-reload", words::reload(lang));
                }
            }
        }
    }

    /// Handles a message of the publisher.
    fn on_publisher(&self, message: FromPublisher, bytes: Option<Uint8Array>) {
        let Some(job) = *self.publishing.job.borrow() else { return };
        let of = match &message {
            FromPublisher::Progress { job, .. }
            | FromPublisher::File { job, .. }
            | FromPublisher::Done { job, .. }
            | FromPublisher::Package { job, .. }
            | FromPublisher::Cancelled { job } => Some(*job),
            FromPublisher::Failed { job, .. } => *job,
        };
        if of.is_some_and(|of| of != job.number) {
            return;
        }
        match message {
            FromPublisher::Progress { done, all, .. } => {
                let percent = done.saturating_mul(100).checked_div(all).map(|percent| percent.min(100));
                self.show_progress(percent);
            }
            FromPublisher::File { path, .. } => self.write_file(job.number, path, bytes),
            FromPublisher::Done { file_name, mime, .. } => match bytes {
                Some(bytes) => self.save_file(&bytes, &file_name, &mime),
                None => self.finish_folder(),
            },
            FromPublisher::Package { .. } => {}
            FromPublisher::Cancelled { .. } => self.end_cancelled(),
            FromPublisher::Failed { failure, .. } => {
                let reason = self.publish_failure(&failure);
                self.abandon_folder();
                self.fail(&reason);
            }
        }
    }

    fn publish_failure(&self, failure: &PublishFailure) -> String {
        let lang = self.lang();
        match failure {
            PublishFailure::ProgramUnavailable => words::not_available(lang).to_owned(),
            PublishFailure::Crashed => words::out_of_memory(lang).to_owned(),
            PublishFailure::TooLarge { articles, .. } => words::too_large(*articles, lang),
            PublishFailure::FileMissing(path) => words::app_file_missing(path, lang),
            PublishFailure::FileDamaged(path) => words::app_file_damaged(path, lang),
            PublishFailure::Address(url) => words::not_an_address(url, lang),
            // Errors of a corpus, which the editor has checked before: for whoever reports them.
            PublishFailure::Site(_) | PublishFailure::Package(_) => failure.to_string(),
        }
    }

    fn folder_error(&self, error: &FolderError) -> String {
        let lang = self.lang();
        match error {
            FolderError::NotChosen => words::not_chosen(lang).to_owned(),
            FolderError::NotAllowed => words::not_allowed(lang).to_owned(),
            FolderError::InUse => words::folder_in_use(lang).to_owned(),
            FolderError::Foreign { folder, file } => words::foreign_files(folder, file, lang),
            FolderError::Full => words::disk_full(lang).to_owned(),
            FolderError::File(path, reason) => words::not_written(path, reason, lang),
        }
    }

    /// Writes one file of the site, then asks for the next.
    fn write_file(&self, job: u32, path: String, bytes: Option<Uint8Array>) {
        let Some(page) = self.own.upgrade() else { return };
        let Some(mut folder) = self.publishing.folder.borrow_mut().take() else { return };
        spawn_local(async move {
            let result = folder.write(&path, &bytes.unwrap_or_default()).await;
            page.publishing.folder.replace(Some(folder));
            match result {
                Ok(()) => page.publishing.publisher.post(&ToPublisher::Written { job }),
                Err(error) => {
                    page.publishing.publisher.post(&ToPublisher::Cancel { job });
                    page.publishing.folder.replace(None);
                    page.fail(&page.folder_error(&error));
                }
            }
        });
    }

    fn finish_folder(&self) {
        let Some(page) = self.own.upgrade() else { return };
        let Some(mut folder) = self.publishing.folder.borrow_mut().take() else { return };
        spawn_local(async move {
            match folder.finish().await {
                Ok(counts) => page.end(&words::folder_written(&folder.name, counts, page.lang())),
                Err(error) => page.fail(&page.folder_error(&error)),
            }
        });
    }

    /// Leaves a folder in a state that the next job understands.
    fn abandon_folder(&self) {
        let Some(mut folder) = self.publishing.folder.borrow_mut().take() else { return };
        spawn_local(async move { folder.abandon().await });
    }

    /// Cancels the job.
    pub fn cancel_publishing(&self) {
        let number = match self.publishing.job.borrow_mut().as_mut() {
            Some(job) if !job.is_cancelled => {
                job.is_cancelled = true;
                job.number
            }
            _ => return,
        };
        self.set_status(SAID, words::cancelling(self.lang()));
        self.publishing.publisher.post(&ToPublisher::Cancel { job: number });
    }

    fn end_cancelled(&self) {
        let is_folder = self.publishing.folder.borrow().is_some();
        self.abandon_folder();
        let lang = self.lang();
        self.end(if is_folder { words::cancelled_folder(lang) } else { words::cancelled(lang) });
    }

    /// Hands a file to the browser, which saves it.
    fn save_file(&self, bytes: &Uint8Array, name: &str, mime: &str) {
        let lang = self.lang();
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let size = usize::try_from(bytes.length()).unwrap_or(usize::MAX);
        let made = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options);
        let Ok(blob) = made else { return self.fail(words::out_of_memory(lang)) };
        let saved = files::save_blob(&self.window, &blob, name, 0);
        self.publishing.file.replace(Some((blob, name.to_owned())));
        match saved {
            Ok(()) => self.end(&words::file_made(name, size, lang)),
            Err(_) => self.fail(words::not_downloaded(lang)),
        }
        self.offer("data-publish-again", words::unsaved_again(lang));
    }

    /// Saves the file again that was made last.
    pub fn save_published_again(&self) {
        if let Some((blob, name)) = &*self.publishing.file.borrow()
            && files::save_blob(&self.window, blob, name, 0).is_err()
        {
            self.set_status(REFUSED, words::not_downloaded(self.lang()));
        }
    }

    /// Shows a button below the outcome.
    fn offer(&self, attribute: &str, name: &str) {
        let Some(place) = self.element(AFTER) else { return };
        let Ok(button) = self.document.create_element("button") else { return };
        for (name, value) in [("type", "button"), ("class", "button"), (attribute, "")] {
            // Names of attributes are constants.
            let _ = button.set_attribute(name, value);
        }
        button.set_text_content(Some(name));
        let _ = place.append_child(&button);
    }

    /// Shows the progress; `None` as long as it is not known.
    fn show_progress(&self, percent: Option<usize>) {
        let text = words::progress(percent, self.lang());
        self.set_status(PERCENT, &text);
        let Some(bar) = self.element(BAR) else { return };
        let _ = match percent {
            Some(percent) => bar.set_attribute("value", &percent.to_string()),
            None => bar.remove_attribute("value"),
        };
        // A screen reader hears a few numbers and not all of them.
        let step = percent.unwrap_or(0) / ANNOUNCED_STEP;
        let is_announced = match self.publishing.job.borrow_mut().as_mut() {
            Some(job) if step > job.announced => {
                job.announced = step;
                true
            }
            _ => false,
        };
        if is_announced {
            self.set_status(SAID, &text);
        }
    }

    fn fail(&self, reason: &str) {
        self.abandon_folder();
        self.end("");
        self.set_status(REFUSED, reason);
    }

    /// Ends the job with a message.
    fn end(&self, message: &str) {
        self.publishing.job.replace(None);
        let has_focus = self.document.active_element().is_some_and(|active| active.id() == CANCEL);
        self.set_hidden(JOB, true);
        self.set_status(SAID, message);
        self.set_status(REFUSED, "");
        if has_focus && let Some(section) = self.element("soan-xuat-ban") {
            self.focus(&section);
        }
    }

    fn set_hidden(&self, id: &str, is_hidden: bool) {
        if let Some(element) = self.element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            element.set_hidden(is_hidden);
        }
    }
}

/// Registers the handlers of the publisher and of a window that is being closed, once.
fn listen(page: &Rc<Page>) {
    if page.publishing.is_listening.replace(true) {
        return;
    }
    let here = page.own.clone();
    page.publishing.publisher.listen(move |message, bytes| {
        if let Some(page) = here.upgrade() {
            page.on_publisher(message, bytes);
        }
    });
    let here = page.own.clone();
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let is_working = here.upgrade().is_some_and(|page| page.publishing.job.borrow().is_some());
        if is_working {
            event.prevent_default();
            // Older browsers ask only if this is set.
            let _ = Reflect::set(&event, &"returnValue".into(), &true.into());
        }
    });
    let _ = page.window.add_event_listener_with_callback("beforeunload", closure.as_ref().unchecked_ref());
    closure.forget();
}
