//! From an SVG file to points: PNG, as people paste it into documents.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::take::paint_scale;

/// The type of such a picture.
const PNG: &str = "image/png";

/// Paints `svg`, two points for each of its units.
///
/// # Errors
/// Where the browser cannot read or paint it, or where it is too large to be painted readably.
pub async fn png(svg: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    // A data address and not a blob: it works in a page that was opened from a file, too.
    image.set_src(&format!("data:image/svg+xml,{}", js_sys::encode_uri_component(svg)));
    JsFuture::from(image.decode()).await?;
    let canvas = paint(&image)?;
    let mut to_blob = |resolve: Function, reject: Function| {
        let refuse = reject.clone();
        let done = Closure::once_into_js(move |blob: JsValue| {
            let settle = if blob.is_null() { &reject } else { &resolve };
            let _settled = settle.call1(&JsValue::NULL, &blob);
        });
        if let Err(error) = canvas.to_blob(done.unchecked_ref()) {
            let _settled = refuse.call1(&JsValue::NULL, &error);
        }
    };
    JsFuture::from(Promise::new(&mut to_blob)).await?.dyn_into()
}

fn paint(image: &HtmlImageElement) -> Result<HtmlCanvasElement, JsValue> {
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = paint_scale(width, height).ok_or("too large to paint")?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or("no document")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = ((width * scale).round(), (height * scale).round());
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into::<CanvasRenderingContext2d>()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// Puts the picture that `picture` will be on the clipboard. Given as a promise, since some browsers only listen in
/// the very moment of a click.
///
/// # Errors
/// Where the browser has no clipboard for pictures, or refuses.
pub async fn copy_png(picture: Promise) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let item = Reflect::get(&window, &JsValue::from_str("ClipboardItem"))?.dyn_into::<Function>()?;
    let content = Object::new();
    Reflect::set(&content, &JsValue::from_str(PNG), &picture)?;
    let item = Reflect::construct(&item, &js_sys::Array::of1(&content))?;
    let clipboard = Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"))?;
    let write = Reflect::get(&clipboard, &JsValue::from_str("write"))?.dyn_into::<Function>()?;
    let written = write.call1(&clipboard, &js_sys::Array::of1(&item))?;
    JsFuture::from(written.dyn_into::<Promise>()?).await.map(|_| ())
}
