//! Lines of a text and spans in them.
//!
//! A line is folded (NFC, every run of white space one space), as verification reads it. Rules work with bytes of the
//! folded line. Facts are stored with code points of the NFC line with its original white space, because editors
//! display that.

use std::ops::Range;

use thidua_core::text::{nfc, slice};

use super::draft::TextSpan;

/// Distance between anchors, in bytes of the folded line.
const ANCHOR_INTERVAL: usize = 256;

/// A line of a text.
#[derive(Debug, Clone)]
pub struct TextLine {
    /// Number, from 1.
    pub number: u32,
    /// Folded text.
    pub text: String,
    /// NFC line, where it differs from the folded text.
    unfolded: Option<String>,
    anchors: Vec<OffsetAnchor>,
}

/// One offset, counted in three ways.
#[derive(Debug, Clone, Copy, Default)]
struct OffsetAnchor {
    /// Byte of the folded line.
    folded: usize,
    /// Byte of the NFC line.
    byte: usize,
    /// Code point of the NFC line.
    code_point: u32,
}

/// Splits `text` into lines, without a byte order mark.
pub fn lines(text: &str) -> Vec<TextLine> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    text.split('\n').zip(1..).map(|(line, number)| TextLine::new(number, line)).collect()
}

impl TextLine {
    fn new(number: u32, line: &str) -> Self {
        let composed = nfc(line);
        let mut text = String::with_capacity(composed.len());
        let mut anchors = vec![OffsetAnchor::default()];
        let mut next_anchor = ANCHOR_INTERVAL;
        let mut space = false;
        for (code_point, (byte, c)) in (0..).zip(composed.char_indices()) {
            if c.is_whitespace() {
                space = !text.is_empty();
                continue;
            }
            if space {
                text.push(' ');
                space = false;
            }
            if text.len() >= next_anchor {
                anchors.push(OffsetAnchor { folded: text.len(), byte, code_point });
                next_anchor = text.len() + ANCHOR_INTERVAL;
            }
            text.push(c);
        }
        let unfolded = (text != composed).then(|| composed.into_owned());
        Self { number, text, unfolded, anchors }
    }

    /// Converts a range of the folded line to a span.
    pub fn span(&self, range: &Range<usize>) -> TextSpan {
        let last = self.text.get(..range.end).and_then(|t| t.char_indices().next_back()).map(|(pos, _)| pos);
        let start = self.code_point(range.start);
        let end = last.filter(|pos| *pos >= range.start).map_or(start, |pos| self.code_point(pos) + 1);
        TextSpan { line: self.number, start, end }
    }

    /// Span of the whole line.
    pub fn whole_span(&self) -> TextSpan {
        self.span(&(0..self.text.len()))
    }

    /// Words in a range of the folded line.
    pub fn get(&self, range: &Range<usize>) -> &str {
        slice(&self.text, range.clone())
    }

    /// Converts a byte of the folded line to a code point of the NFC line.
    fn code_point(&self, pos: usize) -> u32 {
        let index = self.anchors.partition_point(|anchor| anchor.folded <= pos).saturating_sub(1);
        let anchor = self.anchors.get(index).copied().unwrap_or_default();
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let folded = slice(&self.text, anchor.folded..pos);
        let Some(nfc) = &self.unfolded else { return anchor.code_point.saturating_add(count(folded)) };
        let mut rest = slice(nfc, anchor.byte..nfc.len()).chars().peekable();
        let mut code_point = anchor.code_point;
        if anchor.folded == 0 {
            while rest.next_if(|c| c.is_whitespace()).is_some() {
                code_point += 1;
            }
        }
        for c in folded.chars() {
            if c == ' ' {
                while rest.next_if(|c| c.is_whitespace()).is_some() {
                    code_point += 1;
                }
            } else {
                rest.next();
                code_point += 1;
            }
        }
        code_point
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use thidua_core::text::fold_space;

    #[test]
    fn spans_count_code_points_of_the_nfc_line() {
        let line = &lines("x\n \u{A0}Co\u{302}ng  đoàn 12 người")[1];
        assert_eq!(line.text, "Công đoàn 12 người");
        let pos = line.text.find("12").unwrap();
        assert_eq!(line.span(&(pos..pos + 2)), TextSpan { line: 2, start: 13, end: 15 });
        assert_eq!(line.span(&(0.."Công".len())), TextSpan { line: 2, start: 2, end: 6 });
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn every_span_contains_its_words(text in "([ \u{A0}\ta-cđệ\u{301}1]{0,3}|.{0,60}){0,12}", from in 0usize..400, len in 0usize..40) {
            for line in lines(&text) {
                let unmarked = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
                let printed = nfc(unmarked.split('\n').nth(line.number as usize - 1).unwrap()).into_owned();
                prop_assert_eq!(&line.text, &*fold_space(&printed));
                let range = from..from + len;
                let Some(words) = line.text.get(range.clone()) else { continue };
                let span = line.span(&range);
                let raw = line.unfolded.as_ref().unwrap_or(&line.text);
                let printed: String = raw.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect();
                prop_assert_eq!(&*fold_space(&printed), words.trim());
            }
        }
    }
}
