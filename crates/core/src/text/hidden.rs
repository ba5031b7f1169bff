//! Characters that texts of a corpus must not hold: they are invisible, or they change how other characters are
//! displayed.
//!
//! The table is used by everything that accepts, cleans or writes text. It holds:
//!
//! - control characters (Cc), including tab and line feed, because a field of a corpus is one line;
//! - every code point with `Default_Ignorable_Code_Point` (Unicode 17): soft hyphen, zero-width space, joiner and
//!   non-joiner, combining grapheme joiner, Hangul fillers, variation selectors, tag characters, also unassigned ones;
//! - every format character (Cf), among them the marks that reorder text;
//! - U+2028 and U+2029, and blanks that are not white space (Braille pattern blank and three others);
//! - U+FFFC and U+FFFD, which replace something that was lost;
//! - noncharacters, which XML cannot represent.
//!
//! Spaces with a width (no-break space, thin space, ideographic space …) are allowed: they are visible, and every
//! comparison takes them as one space. Zero-width joiner and non-joiner are not allowed, because Vietnamese does not
//! use them; an emoji that needs one, or a variation selector, is written without it. Private-use characters are
//! allowed: fonts display them as a box.

/// Kind of a character that is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HiddenKind {
    /// A control character, such as tab or line feed.
    Control,
    /// A line or paragraph separator.
    LineSeparator,
    /// A mark that changes the direction of the text around it.
    Direction,
    /// A character that is displayed as nothing or as a blank.
    Invisible,
    /// A character that replaces something that was lost.
    Replacement,
    /// A code point that is not a character.
    Noncharacter,
}

impl HiddenKind {
    /// Every kind.
    pub const ALL: [HiddenKind; 6] = [
        HiddenKind::Control,
        HiddenKind::LineSeparator,
        HiddenKind::Direction,
        HiddenKind::Invisible,
        HiddenKind::Replacement,
        HiddenKind::Noncharacter,
    ];

    /// English description with its article.
    pub const fn name(self) -> &'static str {
        match self {
            HiddenKind::Control => "a control character",
            HiddenKind::LineSeparator => "a line separator",
            HiddenKind::Direction => "a mark that changes the direction of text",
            HiddenKind::Invisible => "an invisible character",
            HiddenKind::Replacement => "a character that stands for a lost one",
            HiddenKind::Noncharacter => "a code point that is no character",
        }
    }
}

/// First and last code point of each range above U+009F, in ascending order, with its kind. Noncharacters at the end of
/// a plane are left out.
const RANGES: [(u32, u32, HiddenKind); 35] = {
    use HiddenKind::{Direction, Invisible, LineSeparator, Noncharacter, Replacement};
    [
        (0xAD, 0xAD, Invisible),
        (0x34F, 0x34F, Invisible),
        (0x600, 0x605, Invisible),
        (0x61C, 0x61C, Direction),
        (0x6DD, 0x6DD, Invisible),
        (0x70F, 0x70F, Invisible),
        (0x890, 0x891, Invisible),
        (0x8E2, 0x8E2, Invisible),
        (0x115F, 0x1160, Invisible),
        (0x17B4, 0x17B5, Invisible),
        (0x180B, 0x180F, Invisible),
        (0x200B, 0x200D, Invisible),
        (0x200E, 0x200F, Direction),
        (0x2028, 0x2029, LineSeparator),
        (0x202A, 0x202E, Direction),
        (0x2060, 0x2065, Invisible),
        (0x2066, 0x2069, Direction),
        (0x206A, 0x206F, Invisible),
        (0x2800, 0x2800, Invisible),
        (0x3164, 0x3164, Invisible),
        (0xFDD0, 0xFDEF, Noncharacter),
        (0xFE00, 0xFE0F, Invisible),
        (0xFEFF, 0xFEFF, Invisible),
        (0xFFA0, 0xFFA0, Invisible),
        (0xFFF0, 0xFFFB, Invisible),
        (0xFFFC, 0xFFFD, Replacement),
        (0x110BD, 0x110BD, Invisible),
        (0x110CD, 0x110CD, Invisible),
        (0x13430, 0x13442, Invisible),
        (0x13455, 0x13455, Invisible),
        (0x16FE4, 0x16FE4, Invisible),
        (0x1BCA0, 0x1BCA3, Invisible),
        (0x1D159, 0x1D159, Invisible),
        (0x1D173, 0x1D17A, Invisible),
        (0xE0000, 0xE0FFF, Invisible),
    ]
};

/// Returns the kind of a character that is not allowed in a corpus. `None` for allowed characters.
///
/// ```
/// use thidua_core::text::{HiddenKind, hidden_kind};
/// assert_eq!(hidden_kind('\u{FFFE}'), Some(HiddenKind::Noncharacter));
/// assert_eq!(hidden_kind('ệ'), None);
/// assert_eq!(hidden_kind('\u{A0}'), None);
/// ```
pub fn hidden_kind(c: char) -> Option<HiddenKind> {
    let code = u32::from(c);
    if code < 0xA0 {
        return c.is_control().then_some(HiddenKind::Control);
    }
    // The last two code points of each plane.
    if code & 0xFFFE == 0xFFFE {
        return Some(HiddenKind::Noncharacter);
    }
    let first = RANGES.partition_point(|(_, last, _)| *last < code);
    RANGES.get(first).filter(|(start, _, _)| *start <= code).map(|(_, _, kind)| *kind)
}

/// Returns the first character of a text that is not allowed, with its number from 1.
pub fn first_hidden(text: &str) -> Option<(usize, char, HiddenKind)> {
    text.chars().zip(1..).find_map(|(c, number)| Some((number, c, hidden_kind(c)?)))
}

/// Replaces every character that is not allowed, except line feed, by `\u{…}`, so that a terminal displays it.
pub fn with_hidden_escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match hidden_kind(c) {
            Some(_) if c != '\n' => shown.extend(c.escape_unicode()),
            _ => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_ranges_are_sorted_and_disjoint() {
        assert!(RANGES.iter().all(|(start, last, _)| start <= last));
        assert!(RANGES.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn vietnamese_letters_digits_and_punctuation_are_allowed() {
        let text =
            "Đẩy mạnh phong trào “Lao động giỏi” – 15%, 3,5 tỉ…\u{A0}\u{2009}\u{202F}\u{3000}1/2 m² ≥ €";
        assert_eq!(first_hidden(text), None);
        assert_eq!(
            first_hidden(&unicode_normalization::UnicodeNormalization::nfd(text).collect::<String>()),
            None
        );
    }

    #[test]
    fn last_code_points_of_every_plane_are_refused() {
        for plane in 0..=0x10_u32 {
            for last in [0xFFFE, 0xFFFF] {
                let c = char::from_u32(plane * 0x1_0000 + last).unwrap();
                assert_eq!(hidden_kind(c), Some(HiddenKind::Noncharacter), "{c:?}");
            }
        }
    }

    #[test]
    fn terminal_text_escapes_control_characters() {
        assert_eq!(with_hidden_escaped("a\u{1B}[31m\nb\u{202E}"), "a\\u{1b}[31m\nb\\u{202e}");
    }
}
