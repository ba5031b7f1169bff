//! Reading files from disk and saving files to it.

use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, FileList, HtmlAnchorElement, Url, Window};

use thidua_extract::MAX_TEXT_BYTES;
use thidua_extract::input::InputError;
use thidua_i18n::{editor as words, unreadable};
use thidua_pages::download::DownloadFile;

use super::Page;
use crate::editor::message::{TextPurpose, ToEditor};

/// Time for which a saved file stays readable, in milliseconds.
const REVOKE_DELAY_MS: i32 = 40_000;
/// Interval between two saved files, in milliseconds: browsers block several at once.
const SAVE_INTERVAL_MS: i32 = 250;

/// Sends files to the service one after the other. Files above the size limit are not read.
pub fn send_files(page: &Rc<Page>, files: &FileList, purpose: &TextPurpose) {
    let files: Vec<web_sys::File> = (0..files.length()).filter_map(|i| files.item(i)).collect();
    if files.is_empty() {
        return;
    }
    page.set_busy(true);
    let (page, purpose) = (page.clone(), purpose.clone());
    spawn_local(async move {
        for file in files {
            let lang = page.lang();
            // A corpus may be larger than an article.
            let is_corpus = [".json", ".zip"].iter().any(|end| file.name().to_lowercase().ends_with(end));
            let most = if is_corpus { thidua_core::corpus::MAX_BYTES } else { MAX_TEXT_BYTES };
            if file.size() > most as f64 {
                #[expect(clippy::cast_possible_truncation, reason = "the size of a file is a whole number")]
                let size = file.size() as usize;
                let reason = unreadable(&InputError::TooLarge(size), lang);
                page.show_rejection(&format!("“{}”: {reason}.", file.name()));
                continue;
            }
            match JsFuture::from(file.array_buffer()).await.and_then(JsCast::dyn_into::<js_sys::ArrayBuffer>)
            {
                Ok(bytes) => {
                    page.channel.post_with(&ToEditor::File(purpose.clone(), file.name()), Some(bytes))
                }
                Err(_) => page.show_rejection(&format!("“{}”: {}", file.name(), words::not_read(lang))),
            }
        }
    });
}

impl Page {
    /// Shows why a file was not read.
    fn show_rejection(&self, reason: &str) {
        self.set_busy(false);
        self.set_status("soan-bao", reason);
        self.set_status("own-noi", reason);
    }
}

/// Saves a file by clicking a temporary link; file `number` of several is delayed accordingly.
pub fn save(window: &Window, file: &DownloadFile, number: usize) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&file.mime);
    let parts = js_sys::Array::of1(&JsValue::from_str(&file.text));
    save_blob(window, &Blob::new_with_str_sequence_and_options(&parts, &options)?, &file.name, number)
}

/// Saves a blob under a name; file `number` of several is delayed accordingly.
pub fn save_blob(window: &Window, blob: &Blob, name: &str, number: usize) -> Result<(), JsValue> {
    let document = window.document().ok_or("no document")?;
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    let click = Closure::once_into_js(move || link.click());
    let wait = SAVE_INTERVAL_MS.saturating_mul(i32::try_from(number).unwrap_or(i32::MAX));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(click.unchecked_ref(), wait)?;
    let revoke = Closure::once_into_js(move || Url::revoke_object_url(&url));
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), REVOKE_DELAY_MS)
        .map(|_| ())
}
