//! Labels: a label has no number but those of names.

use super::article::ArticleCheck;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{Decimal, Figure, Lang};
use crate::text::lowercase;
use crate::text::stated_number::{NumberForm, StatedNumber, stated_numbers};

/// Words without which no Vietnamese number of several words is written.
const NUMBER_WORDS: [&str; 9] = ["mươi", "mười", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỉ", "tỷ"];

/// Returns whether a label may have a number, so that it is read. Most labels have none.
fn may_have_numbers(label: &str, lang: Lang) -> bool {
    let lower = lowercase(label);
    lang == Lang::En
        || lower.bytes().any(|b| b.is_ascii_digit())
        || NUMBER_WORDS.iter().any(|word| lower.contains(word))
}

impl ArticleCheck<'_> {
    /// Checks the numbers of a label in both languages.
    pub fn check_label(&mut self, path: &FactPath, figure: &Figure, line: &str) {
        let mut named: Option<Vec<Decimal>> = None;
        for lang in Lang::ALL.into_iter().filter(|lang| figure.label.lang(*lang) == *lang) {
            let label = folded(figure.label.get(lang));
            if !may_have_numbers(&label, lang) {
                continue;
            }
            for number in stated_numbers(&label, lang, &self.context.reader) {
                let is_name = match lang {
                    Lang::Vi => self.is_name_on_line(&label, &number, line),
                    Lang::En => false,
                };
                let is_named = is_name
                    || number.value.is_some_and(|value| {
                        named.get_or_insert_with(|| self.named_numbers(figure)).contains(&value)
                    });
                if !is_named {
                    let words = label.get(number.range).unwrap_or(&label);
                    let path = path.clone().field("label").field(lang.tag());
                    let problem = Problem::error(path, ProblemCode::NumberInLabel).found(quote(words));
                    self.report(Some(figure.line), problem);
                }
            }
        }
    }

    /// Returns whether a number of a label is printed on the line behind the same word, where it counts nothing: "Đợt 1",
    /// "Covid-19", "năm 2022".
    fn is_name_on_line(&self, label: &str, number: &StatedNumber, line: &str) -> bool {
        if number.form == NumberForm::Words {
            return false;
        }
        let Some(before) = label.get(..number.range.start) else { return false };
        let word_start = before.trim_end_matches([' ', '-']).rfind(' ').map_or(0, |pos| pos + 1);
        let has_word = label.get(word_start..number.range.start).is_some_and(|word| !word.trim().is_empty());
        let Some(words) = label.get(word_start..number.range.end).filter(|_| has_word) else { return false };
        let (line, words) = (lowercase(line), lowercase(words));
        let quantities = self.context.reader.quantities(&line);
        crate::text::match_ranges(&line, &words).into_iter().any(|range| {
            !quantities
                .iter()
                .any(|q| q.unit.is_some() && q.range.start < range.end && range.start < q.range.end)
        })
    }

    /// Numbers of the names of the campaigns of a figure and of its article.
    fn named_numbers(&self, figure: &Figure) -> Vec<Decimal> {
        let campaigns = figure.campaign.iter().chain(&figure.campaigns_also);
        let campaigns = campaigns.chain(self.article.mentions.iter().map(|mention| &mention.campaign));
        let names = campaigns.flat_map(|id| self.context.names(id));
        let numbers = names.flat_map(|name| stated_numbers(&name, Lang::Vi, &self.context.reader));
        numbers.filter_map(|number| number.value).collect()
    }
}
