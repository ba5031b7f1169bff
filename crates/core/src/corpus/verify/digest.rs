//! Digests: every number, bound, quoted name and name of a person in a digest is printed on the line that is digested, and
//! both languages have the same numbers.
//!
//! Scale words are multiplied: "3.015 triệu" and "3,015 million" are the printed `3.015 triệu`, and "3.015 tỉ" is not. A run
//! of digits that is no number ("4.0" in Vietnamese) must be on the line in the same form.

use super::article::ArticleCheck;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{Comparator, Decimal, DigestParagraph, Lang};
use crate::text::stated_number::{NumberForm, StatedNumber, stated_numbers};
use crate::text::{fold, lowercase, match_ranges};

/// Vietnamese words of the numbers that English writes in one word: a line may print them without a unit.
const SMALL: [(u32, &[&str]); 9] = [
    (2, &["hai", "đôi"]),
    (3, &["ba"]),
    (4, &["bốn", "tư"]),
    (5, &["năm"]),
    (6, &["sáu"]),
    (7, &["bảy", "bẩy"]),
    (8, &["tám"]),
    (9, &["chín"]),
    (10, &["mười"]),
];

impl<'a> ArticleCheck<'a> {
    /// Checks one paragraph of the digest, in both languages.
    pub fn check_digest(&mut self, path: FactPath, paragraph: &'a DigestParagraph) {
        let Some(line) = self.line(&path, paragraph.line) else { return };
        let printed = stated_numbers(line, Lang::Vi, &self.context.reader);
        let mut stated = Vec::new();
        for lang in Lang::ALL.into_iter().filter(|lang| paragraph.lang(*lang) == *lang) {
            let text = folded(paragraph.get(lang));
            let path = path.clone().field(lang.tag());
            let numbers = stated_numbers(&text, lang, &self.context.reader);
            let mut problems: Vec<Problem> = numbers
                .iter()
                .filter_map(|number| check_number(number, &text, line, &printed, &path))
                .collect();
            let is_other_digit = |c: &char| c.is_numeric() && !c.is_ascii_digit() && !matches!(c, '²' | '³');
            if let Some(c) = text.chars().find(is_other_digit) {
                problems.push(
                    Problem::error(path.clone(), ProblemCode::DigestDigits).found(quote(&c.to_string())),
                );
            }
            if lang == Lang::Vi {
                problems.extend(self.other_quotes(&text, line, &path));
            }
            problems.extend(self.misspelt_names(&text, &path));
            let are_printed = problems.is_empty();
            for problem in problems {
                self.report(Some(paragraph.line), problem);
            }
            stated.push((are_printed, numbers));
        }
        // Numbers that are not printed are reported already.
        if let [(true, vietnamese), (true, english)] = stated.as_slice()
            && let Some(value) = missing(vietnamese, english).or_else(|| missing(english, vietnamese))
        {
            let problem = Problem::error(path.field("en"), ProblemCode::DigestLanguagesDiffer);
            let hint = "write every number in both languages, as often in one as in the other";
            self.report(Some(paragraph.line), problem.found(value).hint(hint));
        }
    }

    /// Problems of quoted words that are not on the line and are no name of a campaign of the article.
    fn other_quotes(&self, text: &str, line: &str, path: &FactPath) -> Vec<Problem> {
        let quoted = text.split('“').skip(1).filter_map(|part| part.split_once('”')).map(|(name, _)| name);
        let is_name = |name: &str| {
            self.article.mentions.iter().any(|m| self.context.names(&m.campaign).any(|known| known == name))
        };
        let line = lowercase(line);
        quoted
            .filter(|name| !name.is_empty() && !line.contains(&lowercase(name)) && !is_name(name))
            .map(|name| Problem::error(path.clone(), ProblemCode::QuoteNotOnLine).found(quote(name)))
            .collect()
    }

    /// Problems of names that differ in one syllable, or in marks only, from the name of a person of the article.
    fn misspelt_names(&self, text: &str, path: &FactPath) -> Vec<Problem> {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let mut problems = Vec::new();
        for person in &self.article.people {
            let name = folded(&person.name);
            let syllables: Vec<&str> = name.split(' ').collect();
            if syllables.len() < 2 || text.contains(&name) {
                continue;
            }
            let misspelt = words.windows(syllables.len()).find(|window| {
                let are_names = window.iter().all(|word| word.starts_with(char::is_uppercase));
                let same = window.iter().zip(&syllables).filter(|(a, b)| a == b).count();
                let is_near = (syllables.len() > 2 && same + 1 >= syllables.len())
                    || fold(&window.join(" ")) == fold(&name);
                are_names && is_near && !self.is_printed(&window.join(" "))
            });
            if let Some(window) = misspelt {
                let code = ProblemCode::NameMisspelt(name.clone());
                problems.push(Problem::error(path.clone(), code).found(quote(&window.join(" "))));
            }
        }
        problems
    }

    /// Returns whether words stand on a line of the article.
    fn is_printed(&self, words: &str) -> bool {
        self.lines().any(|(_, line)| !match_ranges(line, words).is_empty())
    }
}

/// Returns the problem of a number that is not printed on the line, or printed with another bound.
fn check_number(
    number: &StatedNumber,
    text: &str,
    line: &str,
    printed: &[StatedNumber],
    path: &FactPath,
) -> Option<Problem> {
    let written = text.get(number.range.clone())?;
    let same: Vec<&StatedNumber> = printed
        .iter()
        .filter(|on_line| match (number.value, on_line.value) {
            (Some(value), Some(printed)) => value == printed,
            (None, None) => line.get(on_line.range.clone()) == Some(written),
            // "4.0" is no number in Vietnamese, and one in English.
            (Some(_), None) => line.get(on_line.range.clone()) == Some(written),
            (None, Some(_)) => false,
        })
        .collect();
    let is_word = same.is_empty() && number.form == NumberForm::Words && prints_word(line, number.value);
    if same.is_empty() && !is_word {
        let problem = Problem::error(path.clone(), ProblemCode::DigestNumberNotOnLine).found(quote(written));
        return Some(
            problem.hint("write only numbers that the paragraph prints, with the separators of the language"),
        );
    }
    let is_bound = !matches!(number.comparator, Comparator::Eq | Comparator::Range);
    if is_bound && !is_word && !same.iter().any(|on_line| on_line.comparator == number.comparator) {
        let problem = Problem::error(path.clone(), ProblemCode::DigestBoundNotOnLine);
        let expected = same.first().map_or(Comparator::Eq, |on_line| on_line.comparator);
        return Some(problem.expected(expected.slug()).found(number.comparator.slug()));
    }
    None
}

/// Returns whether a line prints a small number as a word.
fn prints_word(line: &str, value: Option<Decimal>) -> bool {
    let lower = lowercase(line);
    SMALL.iter().any(|(number, words)| {
        value == Some(Decimal::from(*number))
            && words.iter().any(|word| !match_ranges(&lower, word).is_empty())
    })
}

/// Returns a number that the first language has in digits, and the second has not, or not as often. Days and months of
/// dates do not count, and their years may stand in the other language or not.
fn missing(first: &[StatedNumber], second: &[StatedNumber]) -> Option<Decimal> {
    let mut left: Vec<Decimal> = second.iter().filter_map(|number| number.value).collect();
    let needed = first.iter().filter(|number| number.form == NumberForm::Digits);
    needed.filter_map(|number| number.value).find(|value| {
        match left.iter().position(|other| other == value) {
            Some(position) => {
                left.swap_remove(position);
                false
            }
            None => true,
        }
    })
}
