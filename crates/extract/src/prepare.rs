//! Preparation of a text: removes hidden characters and detects wrong encodings.
//!
//! The prepared text is stored as the source text and verified against. So hidden characters are removed here, once,
//! and counted in a diagnostic.

use thidua_core::text::{hidden_kind, lowercase, nfc};

use super::diagnostic::{Diagnostic, DiagnosticKind};

/// Largest text that is read as an article, in bytes. Articles have some kilobytes, saved pages with pictures some
/// megabytes.
pub const MAX_TEXT_BYTES: usize = 16 * 1024 * 1024;

/// A prepared text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// NFC, with `\n` as line end, without hidden characters.
    pub text: String,
    /// Changes that were made, and problems.
    pub diagnostics: Vec<Diagnostic>,
    /// Encoding of the text, where it was decoded with another one.
    pub wrong_encoding: Option<WrongEncoding>,
}

/// Encoding of a text that was decoded with another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongEncoding {
    /// TCVN3, of the fonts whose names begin with ".Vn".
    Tcvn3,
    /// VNI, of the fonts whose names begin with "VNI-".
    Vni,
    /// VIQR: marks as signs after the letters.
    Viqr,
    /// UTF-8, decoded as Windows-1252.
    Utf8,
}

impl WrongEncoding {
    /// Name, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            WrongEncoding::Tcvn3 => "TCVN3 (ABC)",
            WrongEncoding::Vni => "VNI",
            WrongEncoding::Viqr => "VIQR",
            WrongEncoding::Utf8 => "UTF-8",
        }
    }
}

/// Prepares a text.
pub fn prepare(text: &str) -> Prepared {
    let mut diagnostics = Vec::new();
    let lines = unix_line_ends(text);
    let invisible = lines.chars().filter(|c| hides(*c)).count();
    let marks = usize::from(text.starts_with('\u{FEFF}'));
    if invisible > marks {
        diagnostics.push(Diagnostic::new(
            DiagnosticKind::Invisible,
            None,
            Some((invisible - marks).to_string()),
        ));
    }
    let wrong_encoding = detect_wrong_encoding(&nfc(text));
    let visible: String = lines.chars().filter(|c| !hides(*c)).collect();
    let text = nfc(&visible).into_owned();
    if text.trim().is_empty() {
        diagnostics.push(Diagnostic::new(DiagnosticKind::Empty, None, None));
    }
    Prepared { text, diagnostics, wrong_encoding }
}

/// Converts line ends to `\n`. Page breaks and line separators of other systems are line ends too: without one the
/// words on both sides would touch. A soft hyphen before a line end is removed with it.
fn unix_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace(LINE_ENDS, "\n").replace("\u{AD}\n", "")
}

/// Characters that end a line besides line feed: carriage return, vertical tab (a manual line break of Word), form
/// feed, next line, line and paragraph separator.
const LINE_ENDS: [char; 6] = ['\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Returns whether a character is hidden, except tab and characters that end a line.
fn hides(c: char) -> bool {
    hidden_kind(c).is_some() && !matches!(c, '\n' | '\t') && !LINE_ENDS.contains(&c)
}

/// Words of texts in other encodings as they look when decoded as Latin letters.
const SIGNS: [(WrongEncoding, &[&str]); 4] = [
    (
        WrongEncoding::Tcvn3,
        &[
            "®oµn",
            "c«ng",
            "lao ®éng",
            "viÖc",
            "ng\u{AD}êi",
            "nh÷ng",
            "®−îc",
            "®\u{AD}îc",
            "®ång",
            "®Êu",
            "thµnh",
        ],
    ),
    (
        WrongEncoding::Vni,
        &["ñoaøn", "coâng", "lao ñoäng", "vieäc", "ngöôøi", "nhöõng", "ñöôïc", "ñoàng", "ñaáu", "thaønh"],
    ),
    (WrongEncoding::Viqr, &["ddoa`n", "co^ng", "lao ddo^.ng", "vie^.c", "ngu+o+`i", "ddu+o+.c"]),
    (WrongEncoding::Utf8, &["Ã´ng", "Ä‘", "á»", "áº", "Æ°"]),
];

/// Returns the encoding that a text seems to have, if it was decoded with another one. Two different words are needed.
fn detect_wrong_encoding(text: &str) -> Option<WrongEncoding> {
    let vietnamese = text.chars().filter(|c| matches!(c, '\u{1EA0}'..='\u{1EF9}' | 'đ' | 'Đ')).count();
    if vietnamese > 20 {
        return None;
    }
    // The beginning is enough; a long text is not searched for every word.
    let start: String = lowercase(&text.chars().take(20_000).collect::<String>());
    let score = |signs: &&[&str]| signs.iter().filter(|sign| start.contains(&lowercase(sign))).count();
    SIGNS.iter().find(|(_, signs)| score(signs) >= 2).map(|(encoding, _)| *encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_removed_and_counted() {
        let prepared = prepare("\u{FEFF}Co\u{302}ng\u{200B} \u{AD}đoàn\r\nx");
        assert_eq!(prepared.text, "Công đoàn\nx");
        assert_eq!(prepared.diagnostics[0].found.as_deref(), Some("2"));
        assert_eq!(prepare("\u{FEFF}Công đoàn").diagnostics, []);
    }

    #[test]
    fn other_encodings_are_reported() {
        for (text, encoding) in [
            ("Liªn ®oµn lao ®éng: c«ng nh©n viªn chøc", WrongEncoding::Tcvn3),
            ("Lieân ñoaøn lao ñoäng: coâng nhaân vieân chöùc", WrongEncoding::Vni),
            ("CÃ´ng Ä‘oÃ n quáº\u{AD}n Äá»‘ng Äa", WrongEncoding::Utf8),
        ] {
            assert_eq!(detect_wrong_encoding(text), Some(encoding), "{text}");
        }
        assert_eq!(detect_wrong_encoding("Công đoàn cơ sở"), None);
        assert_eq!(detect_wrong_encoding("The union of workers"), None);
    }
}
