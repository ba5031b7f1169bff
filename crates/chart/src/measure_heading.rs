//! Heading of a comparison: what is counted, then each printed number with its organisation or period, or the lowest and the
//! highest of many.

use thidua_core::collections::collect_set;
use thidua_core::domain::{Lang, Role};
use thidua_i18n::charts::acts::{common_act, with_act};
use thidua_i18n::charts::common::{self, level_phrase};
use thidua_i18n::charts::measures as wording;
use thidua_i18n::{sentences, terms};

use super::figure_entry::FigureEntry;
use super::grouping::distinct;
use super::measure_groups::{Comparison, LevelGroup, Place};
use super::number_summary::{names_unit, size};

/// Number of organisations or periods that a heading names with their numbers.
const MAX_NAMED: usize = 3;

/// Returns the finding of the level with the most organisations and periods.
pub(super) fn heading(comparison: &Comparison<'_>) -> String {
    let lang = comparison.lang;
    let Some(group) = comparison.leading() else { return String::new() };
    let subject = subject(comparison, group);
    let with_unit = !comparison.entries().next().is_some_and(|e| names_unit(&subject, e.unit, lang));
    let counts = if group.places.len() <= MAX_NAMED {
        let items = group.places.iter().enumerate();
        // The unit stands once.
        let items: Vec<String> =
            items.map(|(i, place)| item(comparison, place, with_unit && i == 0)).collect();
        items.join(", ")
    } else {
        extremes(comparison, group, with_unit)
    };
    let mark =
        if comparison.of_articles && !comparison.one_period { wording::years_of_articles(lang) } else { "" };
    format!("{subject}: {counts}{mark}")
}

/// Organisation if there is one only, campaigns or content, role unless it is a result, level, printed act.
fn subject(comparison: &Comparison<'_>, group: &LevelGroup<'_>) -> String {
    let lang = comparison.lang;
    let Some(first) = comparison.entries().next() else { return String::new() };
    let names: Vec<&str> = first
        .source
        .campaigns()
        .filter_map(|id| comparison.catalogue.campaign(id))
        .map(|campaign| match lang {
            Lang::Vi => campaign.name.as_str(),
            Lang::En => campaign.name_en.as_deref().unwrap_or(&campaign.name),
        })
        .collect();
    let content = if names.is_empty() {
        common::uncapitalise(first.label(lang)).trim_end_matches([',', ';', ':', '.']).to_owned()
    } else {
        sentences::list(&names, lang)
    };
    let organisation = comparison.one_organisation.then(|| comparison.organisation(first));
    let role = first.source.figure.role;
    let role = (role != Role::Result).then(|| terms::role(role, lang).to_owned());
    let parts: Vec<String> = [organisation, Some(content), role].into_iter().flatten().collect();
    let subject = parts.join(", ");
    let subject = match group.levels.as_slice() {
        [] => subject,
        levels => {
            let organisation = first.source.organisation();
            let organisation =
                comparison.catalogue.organisation(organisation).filter(|_| comparison.one_organisation);
            format!("{subject} {}", level_phrase(levels, organisation, lang))
        }
    };
    let act = common_act(comparison.entries().map(|e| &e.source.figure.act), lang);
    thidua_core::text::capitalise(&with_act(&subject, act.as_deref()))
}

/// `Hà Đông 300 hoặc 320 cá nhân (2022, theo bài)`: what distinguishes a place, and its numbers.
fn item(comparison: &Comparison<'_>, place: &Place<'_>, with_unit: bool) -> String {
    let lang = comparison.lang;
    let Some(first) = place.first() else { return String::new() };
    let numbers = distinct(place.iter().map(|e| (e.number(lang), e.words(lang))));
    let last = numbers.len().saturating_sub(1);
    let numbers: Vec<String> = numbers
        .into_iter()
        .enumerate()
        .map(|(i, (number, words))| if with_unit && i == last { words } else { number })
        .collect();
    let numbers = numbers.join(common::or_word(lang));
    let organisation = (!comparison.one_organisation).then(|| comparison.organisation(first));
    let period = (!comparison.one_period).then(|| first.period().in_brackets(!comparison.of_articles, lang));
    let named =
        organisation.map_or_else(|| numbers.clone(), |organisation| format!("{organisation} {numbers}"));
    period.map_or_else(|| named.clone(), |period| format!("{named} ({period})"))
}

/// `12 đơn vị, thấp nhất trên 7 cá nhân (Sơn Tây), cao nhất 352 cá nhân (Hà Đông)`.
fn extremes(comparison: &Comparison<'_>, group: &LevelGroup<'_>, with_unit: bool) -> String {
    let lang = comparison.lang;
    let all = || group.places.iter().flatten();
    let number = match comparison.one_organisation {
        true => wording::periods(group.places.len(), lang),
        false => wording::organisations(collect_set(all().map(|e| e.source.organisation())).len(), lang),
    };
    let words = |e: &FigureEntry<'_>| if with_unit { e.words(lang) } else { e.number(lang) };
    let named = |entry: Option<&FigureEntry<'_>>| {
        entry.map_or_else(String::new, |e| {
            let organisation = (!comparison.one_organisation).then(|| comparison.organisation(e));
            let period =
                (!comparison.one_period).then(|| e.period().in_brackets(!comparison.of_articles, lang));
            let place: Vec<String> = [organisation, period].into_iter().flatten().collect();
            format!("{} ({})", words(e), place.join(", "))
        })
    };
    let by_size = |e: &&FigureEntry<'_>| size(&(e.source.figure, e.unit));
    let (least, most) = (all().min_by_key(by_size), all().max_by_key(by_size));
    match (least, most) {
        (Some(least), Some(most)) if words(least) == words(most) => {
            common::all_equal(&number, &words(least), lang)
        }
        _ => common::lowest_and_highest(&number, &named(least), &named(most), lang),
    }
}
