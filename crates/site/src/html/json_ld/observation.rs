//! Figures: observations with their bounds.

use serde_json::{Number, Value, json};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Comparator, Decimal, Figure, GuessedField, Lang};
use thidua_core::text::format_period;
use thidua_i18n::charts::common::of_article;
use thidua_i18n::{evidence, names, terms, words};
use thidua_pages::route::Page;

use super::things::{article_id, day_or_minute, organisation_in_short};
use super::{Node, reference};
use crate::urls::SiteUrls;

/// Returns a figure. "At least 15" has a `minValue` and no `value`, "nearly 3.5 billion" has neither; the description always
/// holds the printed words. Additional properties have the article's period where the figure prints none, bound, bound word, act, and the fields that a person has confirmed or
/// that are still a guess.
pub fn observation(found: FigureRef<'_>, urls: SiteUrls<'_>, lang: Lang) -> Value {
    let FigureRef { article, figure } = found;
    let page = urls.canonical(Page::Figure(figure.id.clone()));
    let unit = urls.catalogue.unit(&figure.unit).map(|unit| names::unit_name(unit, lang));
    let own_date = figure.when.filter(|_| !found.has_period_of_article()).and_then(day_or_minute);
    let node = Node::named("Observation", format!("{page}#so-lieu"))
        .with("name", figure.label.get(lang))
        .with("description", format!("“{}”", figure.as_written))
        .with("variableMeasured", figure.label.get(lang))
        .with("url", page)
        .maybe("unitText", unit)
        .maybe("observationAbout", organisation_in_short(urls.catalogue, found.organisation(), urls))
        .maybe("observationDate", own_date)
        .list("additionalProperty", additional_properties(found, lang))
        .with("subjectOf", reference(article_id(&article.id, urls)));
    bounds(node, figure).into()
}

/// Properties that schema.org has no term for: `QuantitativeValue.additionalProperty`, which an `Observation` inherits.
fn additional_properties(found: FigureRef<'_>, lang: Lang) -> Vec<Value> {
    let FigureRef { article, figure } = found;
    let property = |id: &str, name: &str, value: &str| json!({ "@type": "PropertyValue", "propertyID": id, "name": name, "value": value });
    let w = words(lang);
    let (confirmed, open) = (figure.confirmed_guesses(article), figure.open_guesses(article));
    let fields = |id: &str, name: &str, fields: &[GuessedField]| {
        (!fields.is_empty()).then(|| property(id, name, &evidence::fields(fields, lang)))
    };
    // A date is given as `observationDate` only if it is the figure's own.
    let period = found.when().filter(|_| found.has_period_of_article());
    let period = period.map(|when| of_article(&format_period(when, lang), lang));
    let properties = [
        Some(property("comparator", w.comparator, terms::comparator(figure.comparator, lang))),
        figure.word.as_ref().map(|word| property("word", w.printed_bound_word, word)),
        figure.act.as_ref().map(|act| property("act", w.act, terms::act(act.kind, lang))),
        figure.act.as_ref().map(|act| property("act_as_written", w.act_as_printed, &act.as_written)),
        period.as_deref().map(|period| property("period", w.period, period)),
        fields("confirmed", w.confirmed, &confirmed),
        fields("guessed", evidence::guess(lang), &open),
    ];
    properties.into_iter().flatten().collect()
}

fn bounds(node: Node, figure: &Figure) -> Node {
    let value = number(figure.value);
    match figure.comparator {
        Comparator::Gt | Comparator::Ge => node.with("minValue", value),
        Comparator::Lt | Comparator::Le => node.with("maxValue", value),
        Comparator::Range => node.with("minValue", value).maybe("maxValue", figure.value_to.map(number)),
        Comparator::Eq => node.with("value", value),
        // "Nearly" and "about" give no bound: only the printed words in the description are exact.
        Comparator::Approx | Comparator::ApproxBelow => node,
    }
}

/// Returns a JSON number if a float represents it exactly, else its digits as a string.
fn number(decimal: Decimal) -> Value {
    let text = decimal.to_string();
    match text.parse::<i64>() {
        Ok(whole) if whole.unsigned_abs() <= 1 << 53 => Value::Number(whole.into()),
        _ => match Number::from_f64(decimal.to_f64()).filter(|float| float.to_string() == text) {
            Some(float) => Value::Number(float),
            None => Value::String(text),
        },
    }
}
