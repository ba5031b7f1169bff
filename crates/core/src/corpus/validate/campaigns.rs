//! Rules about campaigns: numbers of a translated name stand in the name, and numbers of a summary in the name or in the
//! dates of an article that mentions the campaign.

use std::collections::BTreeMap;

use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{Campaign, Corpus, Decimal, Lang};
use crate::text::quantity::QuantityReader;
use crate::text::stated_number::{StatedNumber, stated_numbers};

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let reader = QuantityReader::new(&corpus.units);
    let numbers = |text: &str, lang| stated_numbers(&folded(text), lang, &reader);
    let mut dated: Option<BTreeMap<&str, Vec<Decimal>>> = None;
    for (c, campaign) in corpus.campaigns.iter().enumerate() {
        let path = |field: &'static str| FactPath::item("campaigns", c).field(field);
        let named = named_numbers(campaign, &reader);
        if let Some(name) = &campaign.name_en {
            report(number_beside_name(campaign, &reader), name, || path("name_en"), problems);
        }
        for (field, text, lang) in
            [("vi", &campaign.summary.vi, Lang::Vi), ("en", &campaign.summary.en, Lang::En)]
        {
            let other = numbers(text, lang).into_iter().find(|number| {
                !is_among(number, &named)
                    && !dated
                        .get_or_insert_with(|| dates_of_mentions(corpus))
                        .get(campaign.id.as_str())
                        .is_some_and(|years| is_among(number, years))
            });
            report(other, text, || path("summary").field(field), problems);
        }
    }
}

/// Returns a number of the translated name of a campaign that its name and its aliases do not have.
pub(in crate::corpus) fn number_beside_name(
    campaign: &Campaign,
    reader: &QuantityReader,
) -> Option<StatedNumber> {
    let translated = folded(campaign.name_en.as_deref()?);
    let numbers = stated_numbers(&translated, Lang::En, reader);
    if numbers.is_empty() {
        return None;
    }
    let named = named_numbers(campaign, reader);
    numbers.into_iter().find(|number| !is_among(number, &named))
}

/// Numbers of the name and the aliases of a campaign.
fn named_numbers(campaign: &Campaign, reader: &QuantityReader) -> Vec<Decimal> {
    let names = std::iter::once(&campaign.name).chain(&campaign.aliases);
    let numbers = names.flat_map(|name| stated_numbers(&folded(name), Lang::Vi, reader));
    // "một" is no number in a sentence, and one in a name.
    numbers.filter_map(|number| number.value).chain([Decimal::from(1)]).collect()
}

/// Years in the dates of the articles that mention each campaign.
fn dates_of_mentions(corpus: &Corpus) -> BTreeMap<&str, Vec<Decimal>> {
    let mut found: BTreeMap<&str, Vec<Decimal>> = BTreeMap::new();
    for article in &corpus.articles {
        let phases = article.phases.iter().filter_map(|phase| phase.when);
        let years: Vec<Decimal> = [article.published, article.covers]
            .into_iter()
            .flatten()
            .chain(phases)
            .flat_map(|date| {
                let years = date.years();
                [*years.start(), *years.end()]
            })
            .map(|year| Decimal::from(u32::from(year)))
            .collect();
        for mention in &article.mentions {
            found.entry(mention.campaign.as_str()).or_default().extend(&years);
        }
    }
    found
}

fn is_among(number: &StatedNumber, values: &[Decimal]) -> bool {
    number.value.is_none_or(|value| values.contains(&value))
}

fn report(
    number: Option<StatedNumber>,
    text: &str,
    path: impl Fn() -> FactPath,
    problems: &mut Vec<Problem>,
) {
    let Some(number) = number else { return };
    let text = folded(text);
    let words = text.get(number.range).unwrap_or(&text);
    problems.push(Problem::error(path(), ProblemCode::NumberNotInName).found(quote(words)));
}
