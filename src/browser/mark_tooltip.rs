//! Tooltips of chart marks: the printed words of a figure.
//!
//! - **Pointer**: the tooltip opens when the pointer enters a mark, stays open over mark and tooltip, and closes
//!   shortly after the pointer has left.
//! - **Keyboard**: marks are links, so that Tab moves between them and Enter follows. Within a chart, arrow keys
//!   step, and Home and End move to the first and last mark, which is the short way through a chart of five hundred.
//!   The words are announced politely. Esc closes the tooltip without moving the focus.
//! - **Touch**: the first tap on a mark opens the tooltip with a link, the second tap follows the link; a tap
//!   elsewhere closes it.
//!
//! One set of listeners serves the charts of all pages, so that nothing is attached to pages that come and go.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent, SvgElement, Window};

use super::event_handlers::listen;
use super::tooltip::{Tooltip, TooltipMode};

/// Selector of marks, in the visible drawing and in the one for the other width.
const MARK: &str = ".chart-link";
/// Time for the pointer to move from a mark to its tooltip, in milliseconds.
const HIDE_DELAY_MS: i32 = 300;

/// Registers the listeners, once.
pub fn follow_marks(window: &Window) {
    let controller = Rc::new(TooltipController::new(window));
    let on = |name: &str, handler: fn(&Rc<TooltipController>, &Event)| {
        let controller = controller.clone();
        listen(window, name, move |event| handler(&controller, &event));
    };
    on("pointerover", TooltipController::on_pointer);
    on("pointerdown", |controller, event| {
        let is_touch = event.dyn_ref::<PointerEvent>().is_some_and(|e| e.pointer_type() == "touch");
        controller.is_touch.set(is_touch);
    });
    on("focusin", TooltipController::on_focus);
    on("keydown", TooltipController::on_key);
    // Capturing: the page would otherwise follow the link at the first tap.
    let controller = controller.clone();
    let clicked = Closure::<dyn Fn(Event)>::new(move |event: Event| controller.on_click(&event));
    let _ = window.add_event_listener_with_callback_and_bool("click", clicked.as_ref().unchecked_ref(), true);
    clicked.forget();
}

struct TooltipController {
    window: Window,
    tooltip: RefCell<Option<Tooltip>>,
    /// Mark whose tooltip is open.
    open: RefCell<Option<Element>>,
    /// True if the last pointer press was a touch.
    is_touch: Cell<bool>,
    /// Timer that will close the tooltip.
    hide_timer: Cell<Option<i32>>,
}

impl TooltipController {
    fn new(window: &Window) -> TooltipController {
        TooltipController {
            window: window.clone(),
            tooltip: RefCell::default(),
            open: RefCell::default(),
            is_touch: Cell::new(false),
            hide_timer: Cell::new(None),
        }
    }

    fn on_pointer(self: &Rc<Self>, event: &Event) {
        let is_touch = event.dyn_ref::<PointerEvent>().is_some_and(|e| e.pointer_type() == "touch");
        if is_touch {
            return;
        }
        let target = target(event);
        match target.as_ref().and_then(mark_of) {
            Some(mark) => self.show(&mark, TooltipMode::Anchored, false),
            None if target.as_ref().is_some_and(is_tooltip) => self.cancel_hide(),
            None => self.hide_later(),
        }
    }

    fn on_focus(self: &Rc<Self>, event: &Event) {
        let Some(target) = target(event) else { return };
        match mark_of(&target) {
            Some(mark) if mark.matches(":focus-visible").unwrap_or_default() => {
                self.show(&mark, TooltipMode::Anchored, true);
            }
            Some(_) => {}
            None if is_tooltip(&target) => self.cancel_hide(),
            None => self.close(),
        }
    }

    fn on_key(self: &Rc<Self>, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.key() == "Escape" {
            self.close();
            return;
        }
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
        let active = self.window.document().and_then(|d| d.active_element());
        let Some(mark) = active.filter(|_| !has_modifier).as_ref().and_then(mark_of) else { return };
        if let Some(next) = next_mark(&mark, &event.key()) {
            event.prevent_default();
            if let Some(next) = next.dyn_ref::<SvgElement>() {
                let _ = next.focus();
            }
        }
    }

    fn on_click(self: &Rc<Self>, event: &Event) {
        let Some(target) = target(event) else { return };
        if target.closest(".read-out__close").ok().flatten().is_some() {
            self.close();
            return;
        }
        let Some(mark) = mark_of(&target) else {
            if !is_tooltip(&target) || target.closest("a").ok().flatten().is_some() {
                self.close();
            }
            return;
        };
        let is_open = self.open.borrow().as_ref().is_some_and(|open| open.is_same_node(Some(&mark)));
        if self.is_touch.get() && !is_open {
            event.prevent_default();
            event.stop_propagation();
            self.show(&mark, TooltipMode::Sheet, true);
        } else {
            self.close();
        }
    }

    /// Opens the tooltip of a mark; with `is_announced` a screen reader announces it.
    fn show(&self, mark: &Element, mode: TooltipMode, is_announced: bool) {
        self.cancel_hide();
        let mut tooltip = self.tooltip.borrow_mut();
        if tooltip.is_none() {
            *tooltip = self.window.document().and_then(|document| Tooltip::new(&document));
        }
        let Some(tooltip) = tooltip.as_ref() else { return };
        if tooltip.show(&self.window, mark, mode, is_announced) {
            if let Some(before) = self.open.replace(Some(mark.clone())) {
                let _ = before.remove_attribute(OPEN_ATTRIBUTE);
            }
            let _ = mark.set_attribute(OPEN_ATTRIBUTE, "");
        }
    }

    fn cancel_hide(&self) {
        if let Some(timer) = self.hide_timer.take() {
            self.window.clear_timeout_with_handle(timer);
        }
    }

    /// Closes the tooltip after a delay unless the pointer returns. A tooltip opened by focus stays.
    fn hide_later(self: &Rc<Self>) {
        let focused = self.window.document().and_then(|d| d.active_element());
        let has_focus = |open: &Element| focused.as_ref().is_some_and(|f| open.is_same_node(Some(f)));
        if self.hide_timer.get().is_some() || self.open.borrow().as_ref().is_none_or(has_focus) {
            return;
        }
        let controller = self.clone();
        let close = Closure::once_into_js(move || controller.close());
        let timer = self
            .window
            .set_timeout_with_callback_and_timeout_and_arguments_0(close.unchecked_ref(), HIDE_DELAY_MS);
        self.hide_timer.set(timer.ok());
    }

    fn close(&self) {
        self.cancel_hide();
        if let Some(mark) = self.open.take() {
            let _ = mark.remove_attribute(OPEN_ATTRIBUTE);
        }
        if let Some(tooltip) = self.tooltip.borrow().as_ref() {
            tooltip.hide();
        }
    }
}

/// Attribute of the mark whose tooltip is open.
const OPEN_ATTRIBUTE: &str = "data-read";

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn mark_of(element: &Element) -> Option<Element> {
    element.closest(MARK).ok().flatten()
}

fn is_tooltip(element: &Element) -> bool {
    element.closest(".read-out").ok().flatten().is_some()
}

/// Mark to which a key leads from `mark` within its drawing. The first and last mark stay where they are.
fn next_mark(mark: &Element, key: &str) -> Option<Element> {
    let marks = mark.closest("svg").ok()??.query_selector_all(MARK).ok()?;
    let at = (0..marks.length()).find(|i| marks.item(*i).is_some_and(|m| mark.is_same_node(Some(&m))))?;
    let last = marks.length().saturating_sub(1);
    let to = match key {
        "ArrowDown" | "ArrowRight" => at.saturating_add(1).min(last),
        "ArrowUp" | "ArrowLeft" => at.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    marks.item(to)?.dyn_into().ok()
}
