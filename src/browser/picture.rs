//! SVG to PNG conversion, as people paste pictures into documents.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use thidua_chart::{ProbePoint, probe_points};
use thidua_pages::download::raster_scale;

/// MIME type.
const PNG: &str = "image/png";

/// Allowed difference of a colour channel. Some browsers change the lowest bit of a few pixels, which is invisible.
const CHANNEL_TOLERANCE: u8 = 8;

/// Error of the conversion.
#[derive(Debug)]
pub enum RasterError {
    /// The browser returns other pixels than were drawn, as protection against fingerprinting.
    Scrambled,
    /// The browser cannot decode or draw the picture, or it is too large to be readable.
    Failed(JsValue),
}

impl From<JsValue> for RasterError {
    fn from(error: JsValue) -> RasterError {
        RasterError::Failed(error)
    }
}

/// Converts an SVG file, with two pixels for each unit, and reads the result back to verify it.
///
/// # Errors
/// See [`RasterError`].
pub async fn png(svg: &str) -> Result<Blob, RasterError> {
    // A data URL also works in a page opened from a file, unlike a blob URL.
    let image = read(&format!("data:image/svg+xml,{}", js_sys::encode_uri_component(svg))).await?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = raster_scale(width, height).ok_or_else(|| JsValue::from_str("too large to paint"))?;
    let blob = to_blob(&draw(&image, (width * scale).round(), (height * scale).round())?).await?;

    let url = Url::create_object_url_with_blob(&blob)?;
    let painted = read(&url).await;
    Url::revoke_object_url(&url)?;
    if is_painted(&painted?, &probe_points(width, height), scale)? {
        Ok(blob)
    } else {
        Err(RasterError::Scrambled)
    }
}

/// Loads the picture at a URL.
async fn read(url: &str) -> Result<HtmlImageElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    Ok(image)
}

async fn to_blob(canvas: &HtmlCanvasElement) -> Result<Blob, JsValue> {
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

/// Creates an empty canvas with its context.
#[expect(clippy::cast_possible_truncation, reason = "a canvas has a whole number of pixels")]
fn canvas(width: f64, height: f64) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or("no document")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into::<CanvasRenderingContext2d>()?;
    Ok((canvas, context))
}

fn draw(image: &HtmlImageElement, width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let (canvas, context) = canvas(width, height)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// Returns whether the probe points of a picture have their known colours; `scale` is pixels per unit.
fn is_painted(picture: &HtmlImageElement, points: &[ProbePoint], scale: f64) -> Result<bool, JsValue> {
    // The points are drawn next to each other, so that only a few pixels are read.
    let (_, context) = canvas(points.len() as f64, 1.0)?;
    for (at, point) in points.iter().enumerate() {
        let (x, y) = ((point.x * scale).floor(), (point.y * scale).floor());
        context.draw_image_with_html_image_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            picture, x, y, 1.0, 1.0, at as f64, 0.0, 1.0, 1.0,
        )?;
    }
    let read = context.get_image_data(0.0, 0.0, points.len() as f64, 1.0)?.data();
    let is_near = |read: &[u8], point: &ProbePoint| {
        read.len() == 4
            && read.iter().zip(point.rgb).all(|(read, known)| read.abs_diff(known) <= CHANNEL_TOLERANCE)
    };
    Ok(read.chunks(4).zip(points).all(|(read, point)| is_near(read, point)))
}

/// Copies the picture that `picture` resolves to. It is a promise because some browsers accept the clipboard call
/// only during the click.
///
/// # Errors
/// The browser has no clipboard for pictures, or refuses.
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
