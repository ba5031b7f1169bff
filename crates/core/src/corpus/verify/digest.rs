//! Digests: every number that we write stands as a number on the line that we digest.
//!
//! Scale words are not multiplied: "3.015 triệu" and "3,015 million" both stand for the printed `3.015`. A run of
//! digits that is no number ("4.0" in Vietnamese) must stand on the line as it is.

use crate::corpus::problem::{Problem, quote};
use crate::domain::{DigestParagraph, Lang};
use crate::text::numerals;

use super::article::ArticleCheck;

impl<'a> ArticleCheck<'a> {
    pub fn digest(&mut self, path: &str, paragraph: &'a DigestParagraph) {
        let Some(line) = self.line(path, paragraph.line) else { return };
        let printed = numerals(line, Lang::Vi);
        for (field, text, lang) in [("vi", &paragraph.vi, Lang::Vi), ("en", &paragraph.en, Lang::En)] {
            let path = format!("{path}.{field}");
            for numeral in numerals(text, lang) {
                let written = text.get(numeral.range).unwrap_or_default();
                let stands = printed.iter().any(|on_line| match (numeral.value, on_line.value) {
                    (Some(value), Some(printed)) => value == printed,
                    (_, None) => line.get(on_line.range.clone()) == Some(written),
                    (None, Some(_)) => false,
                });
                if !stands {
                    let problem = Problem::error(&path, "a number of the digest does not stand on its line")
                        .found(quote(written))
                        .hint("write only numbers that the paragraph prints, with the separators of the language");
                    self.problem(Some(paragraph.line), problem);
                }
            }
            if let Some(c) =
                text.chars().find(|c| c.is_numeric() && !c.is_ascii_digit() && !matches!(c, '²' | '³'))
            {
                let problem = Problem::error(&path, "numbers are written with the digits 0 to 9")
                    .found(quote(&c.to_string()));
                self.problem(Some(paragraph.line), problem);
            }
        }
    }
}
