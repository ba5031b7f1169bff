//! Tooltip box of a chart mark and its placement.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

use thidua_core::domain::Lang;
use thidua_i18n::phrases::close_tooltip;

/// Placement of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooltipMode {
    /// Beside the drawing, or below the mark if there is no room.
    Anchored,
    /// At the bottom of the screen with a close button, for touch.
    Sheet,
}

/// Distance between drawing or mark and the box, in pixels.
const GAP: f64 = 8.0;

/// The only tooltip box of the page, and the element that screen readers announce.
#[derive(Debug)]
pub struct Tooltip {
    element: HtmlElement,
    content: Element,
    close: Element,
    live_region: Element,
}

impl Tooltip {
    /// Creates the box at the end of the document. `None` without a body.
    pub fn new(document: &Document) -> Option<Tooltip> {
        let body = document.body()?;
        let make = |name: &str, class: &str| {
            let element = document.create_element(name).ok()?;
            element.set_class_name(class);
            Some(element)
        };
        let (element, content) = (make("div", "read-out")?, make("div", "read-out__content")?);
        let (close, live_region) = (make("button", "read-out__close")?, make("p", "read-aloud")?);
        let _ = close.set_attribute("type", "button");
        let _ = element.set_attribute("hidden", "");
        let _ = live_region.set_attribute("role", "status");
        element.append_child(&close).ok()?;
        element.append_child(&content).ok()?;
        body.append_child(&element).ok()?;
        body.append_child(&live_region).ok()?;
        Some(Tooltip { element: element.dyn_into().ok()?, content, close, live_region })
    }

    /// Shows the entry of a mark. Returns false if the page has none for it.
    pub fn show(&self, window: &Window, mark: &Element, mode: TooltipMode, is_announced: bool) -> bool {
        let Some(entry) = entry_of(mark) else { return false };
        // The entry is markup of our own; texts of the corpus are escaped in it.
        self.content.set_inner_html(&entry.inner_html());
        let lang = window.document().map_or(Lang::Vi, |document| language(&document));
        self.close.set_text_content(Some(close_tooltip(lang)));
        let _ = self.element.remove_attribute("hidden");
        let _ = self.element.class_list().toggle_with_force("read-out--sheet", mode == TooltipMode::Sheet);
        self.place(window, mark, mode);
        if is_announced {
            self.live_region.set_text_content(Some(&announcement(&entry)));
        }
        true
    }

    /// Hides the box.
    pub fn hide(&self) {
        let _ = self.element.set_attribute("hidden", "");
        self.live_region.set_text_content(None);
    }

    /// Places the box right of the drawing if there is room, so that it covers no mark; else below the mark, else
    /// above it.
    fn place(&self, window: &Window, mark: &Element, mode: TooltipMode) {
        let style = self.element.style();
        if mode == TooltipMode::Sheet {
            let _ = (style.remove_property("left"), style.remove_property("top"));
            return;
        }
        let size =
            |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|s| s.as_f64()).unwrap_or_default();
        let (page_width, page_height) = (size(window.inner_width()), size(window.inner_height()));
        let (scroll_x, scroll_y) =
            (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
        let drawing = mark.closest("svg").ok().flatten().map(|svg| svg.get_bounding_client_rect());
        let (mark, own) = (mark.get_bounding_client_rect(), self.element.get_bounding_client_rect());
        let right_of_drawing =
            drawing.map(|d| d.right() + 2.0 * GAP).filter(|x| x + own.width() + GAP <= page_width);
        let (left, top) = match right_of_drawing {
            Some(left) => (left, mark.top().min(page_height - own.height() - GAP).max(GAP)),
            None => {
                // Aligned to the end of the row: labels and most marks begin at its start.
                let left = (mark.right().min(page_width - GAP) - own.width()).max(GAP);
                let fits_below = mark.bottom() + own.height() + GAP <= page_height;
                let fits_above = mark.top() - own.height() >= GAP;
                let top = if fits_below || !fits_above { mark.bottom() } else { mark.top() - own.height() };
                (left, top)
            }
        };
        let _ = style.set_property("left", &pixels(left + scroll_x));
        let _ = style.set_property("top", &pixels(top + scroll_y));
    }
}

/// Language of the page, taken from the link to the other language: browser translation changes the `lang` attribute
/// but not that link.
fn language(document: &Document) -> Lang {
    let other = document.query_selector(".masthead a[hreflang]").ok().flatten();
    let root = || document.document_element()?.get_attribute("lang");
    let is_english = match other.and_then(|link| link.get_attribute("hreflang")) {
        Some(other) => other != Lang::En.tag(),
        None => root().is_some_and(|lang| lang == Lang::En.tag()),
    };
    if is_english { Lang::En } else { Lang::Vi }
}

/// Whole pixels: formatting floats would add code that nothing else needs.
#[expect(clippy::cast_possible_truncation, reason = "a position on a screen fits")]
fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

/// Tooltip entry with the address of a mark.
fn entry_of(mark: &Element) -> Option<Element> {
    let href = mark.get_attribute("href")?;
    let entries = mark.closest(".chart").ok()??.query_selector_all("[data-mark]").ok()?;
    let mut entries = (0..entries.length()).filter_map(|i| entries.item(i)?.dyn_into::<Element>().ok());
    entries.find(|entry| entry.get_attribute("data-mark").as_deref() == Some(href.as_str()))
}

/// Text for screen readers: printed words, value, source. The label is the name of the mark already.
fn announcement(entry: &Element) -> String {
    let parts = [".read-out__words", ".read-out__value", ".read-out__source"];
    let texts = parts.into_iter().filter_map(|part| entry.query_selector(part).ok()??.text_content());
    texts.collect::<Vec<_>>().join(". ")
}
