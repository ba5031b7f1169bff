//! Before reading: characters that hide, texts that are too large, letters of other encodings.
//!
//! What is read is what is kept as the source text and verified against; so hiding characters are taken out here,
//! once, and it is said how many there were.

use super::doubt::{Diagnostic, Doubt};
use crate::text::{hidden_kind, lowercase, nfc};

/// The largest text that is read as an article, in bytes. Articles have some kilobytes; a saved page a few hundred.
pub const MAX_TEXT_BYTES: usize = 4 * 1024 * 1024;

/// A text made ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// NFC, with `\n` at line ends, without characters that hide.
    pub text: String,
    /// What was found and changed.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes a text ready to be read and kept.
pub fn prepare(text: &str) -> Prepared {
    let mut diagnostics = Vec::new();
    let invisible = text.chars().filter(|c| hides(*c)).count();
    let unmarked = text.strip_prefix('\u{FEFF}').map_or(0, |_| 1);
    if invisible > unmarked {
        diagnostics.push(Diagnostic::new(
            Doubt::Invisible,
            None,
            Some(format!("{} taken out", invisible - unmarked)),
        ));
    }
    let visible: String =
        text.replace("\r\n", "\n").replace(LINE_ENDS, "\n").chars().filter(|c| !hides(*c)).collect();
    let composed = nfc(text);
    let encoding_signs = encoding(&composed);
    let text = nfc(&visible).into_owned();
    if text.trim().is_empty() {
        diagnostics.push(Diagnostic::new(Doubt::Empty, None, None));
    }
    diagnostics
        .extend(encoding_signs.map(|name| Diagnostic::new(Doubt::Encoding, None, Some(name.to_owned()))));
    Prepared { text, diagnostics }
}

/// What ends a line besides line feed: carriage return, vertical tab (a manual line break of Word), form feed, next line,
/// line and paragraph separator.
const LINE_ENDS: [char; 6] = ['\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Characters that a source text must not hold, but for tab and what ends a line.
fn hides(c: char) -> bool {
    hidden_kind(c).is_some() && !matches!(c, '\n' | '\t') && !LINE_ENDS.contains(&c)
}

/// How texts in other encodings look when they are read as Latin letters.
const SIGNS: [(&str, &[&str]); 4] = [
    (
        "TCVN3 (ABC)",
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
        "VNI",
        &["ñoaøn", "coâng", "lao ñoäng", "vieäc", "ngöôøi", "nhöõng", "ñöôïc", "ñoàng", "ñaáu", "thaønh"],
    ),
    ("VIQR", &["ddoa`n", "co^ng", "lao ddo^.ng", "vie^.c", "ngu+o+`i", "ddu+o+.c"]),
    ("UTF-8 read as Windows-1252", &["Ã´ng", "Ä‘", "á»", "áº", "Æ°"]),
];

/// The encoding that a text seems to be in, if it is not the one it was read as. Two different signs are needed.
fn encoding(text: &str) -> Option<&'static str> {
    let vietnamese = text.chars().filter(|c| matches!(c, '\u{1EA0}'..='\u{1EF9}' | 'đ' | 'Đ')).count();
    if vietnamese > 20 {
        return None;
    }
    // The beginning says enough; a long text is not searched through for every sign.
    let start: String = lowercase(&text.chars().take(20_000).collect::<String>());
    let score = |signs: &&[&str]| signs.iter().filter(|sign| start.contains(&lowercase(sign))).count();
    SIGNS.iter().find(|(_, signs)| score(signs) >= 2).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hiding_characters_are_taken_out_and_counted() {
        let prepared = prepare("\u{FEFF}Co\u{302}ng\u{200B} \u{AD}đoàn\r\nx");
        assert_eq!(prepared.text, "Công đoàn\nx");
        assert_eq!(prepared.diagnostics[0].found.as_deref(), Some("2 taken out"));
        assert_eq!(prepare("\u{FEFF}Công đoàn").diagnostics, []);
    }

    #[test]
    fn other_encodings_are_named() {
        for (text, name) in [
            ("Liªn ®oµn lao ®éng: c«ng nh©n viªn chøc", "TCVN3 (ABC)"),
            ("Lieân ñoaøn lao ñoäng: coâng nhaân vieân chöùc", "VNI"),
            ("CÃ´ng Ä‘oÃ n quáº\u{AD}n Äá»‘ng Äa", "UTF-8 read as Windows-1252"),
        ] {
            assert_eq!(encoding(text), Some(name), "{text}");
        }
        assert_eq!(encoding("Công đoàn cơ sở"), None);
        assert_eq!(encoding("The union of workers"), None);
    }
}
