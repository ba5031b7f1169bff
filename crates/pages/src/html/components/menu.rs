//! A menu: a disclosure whose content opens as a list over the page, or in the text on narrow screens.
//!
//! It works without scripts. The page script of the site crate closes it on Escape and on a click elsewhere.

use maud::{Markup, html};

/// Parts of a menu.
#[derive(Debug, Clone, Copy)]
pub struct Menu<'a> {
    /// Visible label: "Tải".
    pub label: &'a str,
    /// Accessible name, which begins with the label; `None` if the label says enough.
    pub name: Option<&'a str>,
    /// Class beside `menu`.
    pub class: &'a str,
}

impl Menu<'_> {
    /// Returns the menu around its content.
    pub fn markup(self, content: &Markup) -> Markup {
        html! {
            details class=(format!("menu {}", self.class)) {
                summary aria-label=[self.name] { (self.label) }
                div.menu__list { (content) }
            }
        }
    }
}
