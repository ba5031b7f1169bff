//! The shape of a page: which elements, texts and comments stand in it, and how they are nested.
//!
//! Leptos takes a page over node by node, and cannot go on where one is missing or one too many stands in its way:
//! translated by the browser, stripped of comments by a host, changed by an extension. The builder notes the shape of every
//! page; the browser compares it with that of the document first, and draws the page anew where the two differ.
//!
//! A `div` without attributes holds markup that was put there as it is. Leptos does not walk through it, so what stands in
//! it does not count.

/// Reads the nodes of a page in their order.
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

    /// An element begins; `name` in any case.
    pub fn open(&mut self, name: &str) {
        self.add(std::iter::once(b'<').chain(name.bytes().map(|byte| byte.to_ascii_lowercase())));
    }

    /// It ends.
    pub fn close(&mut self) {
        self.add(std::iter::once(b'>'));
    }

    /// A text.
    pub fn text(&mut self) {
        self.add(std::iter::once(b'"'));
    }

    /// A comment.
    pub fn comment(&mut self) {
        self.add(std::iter::once(b'!'));
    }

    /// As it is written into the page.
    pub fn attribute(self) -> String {
        self.0.to_string()
    }
}

/// Whether an element holds markup that was put there as it is.
pub fn is_opaque(name: &str, has_attributes: bool) -> bool {
    name.eq_ignore_ascii_case("div") && !has_attributes
}
