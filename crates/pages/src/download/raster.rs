//! Scale at which a browser can paint a picture.

/// Longest side that browsers paint, in pixels.
const MAX_SIDE: f64 = 16_000.0;
/// Largest area that phones paint, in pixels.
const MAX_AREA: f64 = 16_000_000.0;
/// Least scale at which the smallest letters can be read.
const MIN_SCALE: f64 = 0.75;

/// Pixels to paint for each unit of a picture: 2, less if the picture would be too large for a browser, `None` if it would then
/// be unreadable.
///
/// ```
/// use thidua_pages::download::raster_scale;
/// assert_eq!(raster_scale(740.0, 500.0), Some(2.0));
/// assert!(raster_scale(740.0, 12_000.0).is_some_and(|scale| scale < 2.0));
/// assert_eq!(raster_scale(740.0, 60_000.0), None);
/// ```
pub fn raster_scale(width: f64, height: f64) -> Option<f64> {
    let by_side = MAX_SIDE / width.max(height);
    let by_area = (MAX_AREA / (width * height)).sqrt();
    let scale = by_side.min(by_area).min(2.0);
    (scale >= MIN_SCALE).then_some(scale)
}
