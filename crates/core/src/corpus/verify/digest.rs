//! Digests: every number in a digest is printed as a number on the line that is digested.
//!
//! Scale words are not multiplied: "3.015 triệu" and "3,015 million" are both the printed `3.015`. A run of digits that is no
//! number ("4.0" in Vietnamese) must be on the line in the same form.

use super::article::ArticleCheck;
use crate::corpus::fact_path::FactPath;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{DigestParagraph, Lang};
use crate::text::numerals;

impl<'a> ArticleCheck<'a> {
    /// Checks one paragraph of the digest, in both languages.
    pub fn check_digest(&mut self, path: FactPath, paragraph: &'a DigestParagraph) {
        let Some(line) = self.line(&path, paragraph.line) else { return };
        let printed = numerals(line, Lang::Vi);
        for (field, text, lang) in [("vi", &paragraph.vi, Lang::Vi), ("en", &paragraph.en, Lang::En)] {
            let path = path.clone().field(field);
            for numeral in numerals(text, lang) {
                let Some(written) = text.get(numeral.range) else { continue };
                let is_printed = printed.iter().any(|on_line| match (numeral.value, on_line.value) {
                    (Some(value), Some(printed)) => value == printed,
                    (_, None) => line.get(on_line.range.clone()) == Some(written),
                    (None, Some(_)) => false,
                });
                if !is_printed {
                    let problem = Problem::error(path.clone(), ProblemCode::DigestNumberNotOnLine)
                        .found(quote(written))
                        .hint("write only numbers that the paragraph prints, with the separators of the language");
                    self.report(Some(paragraph.line), problem);
                }
            }
            let is_other_digit = |c: &char| c.is_numeric() && !c.is_ascii_digit() && !matches!(c, '²' | '³');
            if let Some(c) = text.chars().find(is_other_digit) {
                let problem = Problem::error(path, ProblemCode::DigestDigits).found(quote(&c.to_string()));
                self.report(Some(paragraph.line), problem);
            }
        }
    }
}
