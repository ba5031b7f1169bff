//! Download buttons (`data-do="take"`): the engine makes the file, which is saved or copied here.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Element, Event, HtmlAnchorElement, Url};

use thidua_cite::CitationFormat;
use thidua_client::{DownloadError, DownloadFile, DownloadFormat, DownloadPart, DownloadRequest};
use thidua_ui::location::{Address, Location};

use super::clock::today;
use super::engine_channel::{DownloadEvent, EngineChannel};
use super::picture::{RasterError, copy_png, png};
use super::workbook::workbook;

/// Action to take with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileAction {
    Save,
    SaveAsPng,
    CopyAsPng,
    /// The text of the file describes a workbook.
    SaveAsWorkbook,
}

/// Runs the download of the clicked button. Returns whether there was one.
pub fn run(event: &Event, location: Location, channel: &EngineChannel) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let button = target.and_then(|t| t.closest("[data-do=take]").ok().flatten());
    let Some(button) = button else { return false };
    let (format, action) = match button.get_attribute("data-format").as_deref() {
        Some("csv") => (DownloadFormat::Csv, FileAction::Save),
        Some("plain") => (DownloadFormat::PlainCsv, FileAction::Save),
        Some("xlsx") => (DownloadFormat::Workbook, FileAction::SaveAsWorkbook),
        Some("txt") => (DownloadFormat::CitationLines, FileAction::Save),
        Some("bib") => (DownloadFormat::Citations(CitationFormat::BibTex), FileAction::Save),
        Some("ris") => (DownloadFormat::Citations(CitationFormat::Ris), FileAction::Save),
        Some("csl") => (DownloadFormat::Citations(CitationFormat::CslJson), FileAction::Save),
        Some("png") => (DownloadFormat::Svg, FileAction::SaveAsPng),
        Some("image") => (DownloadFormat::Svg, FileAction::CopyAsPng),
        _ => (DownloadFormat::Svg, FileAction::Save),
    };
    if button.has_attribute(BUSY) {
        return true;
    }
    let Address { path, query } = location.get_untracked();
    let chart = button.get_attribute("data-chart").filter(|id| !id.is_empty());
    let _ = button.set_attribute(BUSY, "true");
    let file = request_file(
        channel,
        DownloadRequest { path, query, chart, format, accessed: Some(today()) },
        button.clone(),
    );
    spawn_local(async move {
        let done = match action {
            FileAction::CopyAsPng => {
                // The clipboard hides the reason of a rejected promise, so that it is kept here.
                let reason = Rc::<Cell<Option<JsValue>>>::default();
                let reported = reason.clone();
                let picture = future_to_promise(async move {
                    let painted = rasterize(file).await.map(|(_, blob)| blob.into());
                    painted.inspect_err(|error| reported.set(Some(error.clone())))
                });
                copy_png(picture).await.map_err(|refused| reason.take().unwrap_or(refused))
            }
            FileAction::SaveAsPng => {
                rasterize(file).await.and_then(|(name, blob)| save(&name.replace(".svg", ".png"), &blob))
            }
            FileAction::Save => save_file(file).await,
            FileAction::SaveAsWorkbook => save_workbook(file).await,
        };
        let status = match done.map_err(|reason| reason.as_string()) {
            Ok(()) => button.get_attribute("data-said"),
            Err(Some(reason)) if [OFFLINE, NOT_LOADED, SCRAMBLED].contains(&reason.as_str()) => {
                group_text(&button, &reason)
            }
            Err(_) => button.get_attribute("data-failed"),
        };
        let _ = button.remove_attribute(BUSY);
        announce(&button, status.as_deref());
    });
    true
}

/// Attribute of a button while its file is being made.
const BUSY: &str = "aria-busy";

/// Attributes with the messages for failures: no network, data not loaded, pictures altered by the browser.
const OFFLINE: &str = "data-offline";
const NOT_LOADED: &str = "data-lost";
const SCRAMBLED: &str = "data-scrambled";

/// Message in an attribute of the button's group.
fn group_text(button: &Element, attribute: &str) -> Option<String> {
    button.parent_element()?.get_attribute(attribute)
}

/// A file with the parts that arrived before its last text.
struct LoadedFile {
    parts: Array,
    file: DownloadFile,
}

/// Saves a file once it is complete.
async fn save_file(file: impl Future<Output = Result<LoadedFile, JsValue>>) -> Result<(), JsValue> {
    let LoadedFile { parts, file: DownloadFile { name, mime, text } } = file.await?;
    let options = BlobPropertyBag::new();
    options.set_type(&mime);
    parts.push(&JsValue::from_str(&text));
    save(&name, &Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// Saves the workbook that a file describes.
async fn save_workbook(file: impl Future<Output = Result<LoadedFile, JsValue>>) -> Result<(), JsValue> {
    let LoadedFile { parts, file: DownloadFile { name, mime, text } } = file.await?;
    parts.push(&JsValue::from_str(&text));
    let bytes = workbook(parts.join("").into()).await?;
    let options = BlobPropertyBag::new();
    options.set_type(&mime);
    save(&name, &Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options)?)
}

async fn rasterize(
    file: impl Future<Output = Result<LoadedFile, JsValue>>,
) -> Result<(String, Blob), JsValue> {
    let LoadedFile { file: DownloadFile { name, text, .. }, .. } = file.await?;
    match png(&text).await {
        Ok(blob) => Ok((name, blob)),
        Err(RasterError::Scrambled) => Err(JsValue::from_str(SCRAMBLED)),
        Err(RasterError::Failed(error)) => Err(error),
    }
}

/// Requests a file from the engine. Returns a future of the complete file; progress is shown next to the button.
fn request_file(
    channel: &EngineChannel,
    request: DownloadRequest,
    button: Element,
) -> impl Future<Output = Result<LoadedFile, JsValue>> + use<> {
    let (parts, slot) = (Array::new(), Rc::<Cell<Option<DownloadFile>>>::default());
    let mut start = |resolve: Function, reject: Function| {
        let (parts, slot, button) = (parts.clone(), slot.clone(), button.clone());
        channel.download(request.clone(), move |event| {
            let _called = match event {
                DownloadEvent::Part(DownloadPart { text, done, total }) => {
                    parts.push(&JsValue::from_str(&text));
                    let coming = group_text(&button, "data-coming").unwrap_or_default();
                    announce(&button, Some(&format!("{coming} {done}/{total}")));
                    return;
                }
                DownloadEvent::Done(file) => {
                    slot.set(file);
                    resolve.call0(&JsValue::NULL)
                }
                DownloadEvent::Failed(DownloadError::NoNetwork) => {
                    reject.call1(&JsValue::NULL, &JsValue::from_str(OFFLINE))
                }
                DownloadEvent::Failed(DownloadError::NotLoaded) => {
                    reject.call1(&JsValue::NULL, &JsValue::from_str(NOT_LOADED))
                }
            };
        });
    };
    let completed = JsFuture::from(Promise::new(&mut start));
    async move {
        completed.await?;
        let file = slot.take().ok_or_else(|| JsValue::from_str("no such file"))?;
        Ok(LoadedFile { parts, file })
    }
}

/// Saves a file by clicking a temporary link.
pub fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or("no document")?;
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has read the file by then; an object URL that is not revoked stays in memory.
    let revoke = wasm_bindgen::closure::Closure::once_into_js(move || Url::revoke_object_url(&url));
    let window = web_sys::window().ok_or("no window")?;
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), REVOKE_DELAY_MS)
        .map(|_| ())
}

/// Time for which a saved file stays readable, in milliseconds.
const REVOKE_DELAY_MS: i32 = 40_000;

fn announce(button: &Element, text: Option<&str>) {
    let status = button.parent_element().and_then(|bar| bar.query_selector(".take__said").ok().flatten());
    if let Some(status) = status {
        status.set_text_content(text);
    }
}
