//! DOM shape: a hash of the elements, texts and comments of a page and their nesting.
//!
//! Leptos hydrates a page node by node and fails at a missing or extra node: browser translation, hosts that strip
//! comments, and extensions all change nodes. The builder notes the shape of every page; the browser compares it with
//! the shape of the document, and renders the page anew if they differ.
//!
//! A `div` without attributes holds opaque markup. Leptos does not descend into it, so that its content does not
//! count.
//!
//! ```
//! use thidua_ui::dom_shape::DomShape;
//! let mut shape = DomShape::default();
//! shape.open("P");
//! let empty = shape;
//! shape.text();
//! assert_ne!(shape, empty);
//! ```

/// Hash over the nodes of a page in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DomShape(u32);

/// FNV-1a, 32 bits.
const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

impl Default for DomShape {
    fn default() -> DomShape {
        DomShape(FNV_OFFSET)
    }
}

impl DomShape {
    fn add(&mut self, bytes: impl Iterator<Item = u8>) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(FNV_PRIME);
        }
    }

    /// Adds the start of an element; `name` in any case.
    pub fn open(&mut self, name: &str) {
        self.add(std::iter::once(b'<').chain(name.bytes().map(|byte| byte.to_ascii_lowercase())));
    }

    /// Adds the end of an element.
    pub fn close(&mut self) {
        self.add(std::iter::once(b'>'));
    }

    /// Adds a text node.
    pub fn text(&mut self) {
        self.add(std::iter::once(b'"'));
    }

    /// Adds a comment node.
    pub fn comment(&mut self) {
        self.add(std::iter::once(b'!'));
    }

    /// Value of the attribute `data-shape`.
    pub fn attribute(self) -> String {
        self.0.to_string()
    }
}

/// Returns whether an element holds opaque markup.
pub fn is_opaque(name: &str, has_attributes: bool) -> bool {
    name.eq_ignore_ascii_case("div") && !has_attributes
}
