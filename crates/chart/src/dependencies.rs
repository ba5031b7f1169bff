//! Articles that the charts of an article's figures also look at.
//!
//! A target looks for its results, and a discrepancy for the figures that differ, in the whole corpus. Where the corpus is not
//! loaded, these articles must be: with them, and without all others, the charts are the same.

use std::collections::BTreeSet;

use thidua_core::collections::Lookup;
use thidua_core::corpus::{Catalogue, FigureRef, JaggedVec};
use thidua_core::domain::{Article, Role};
use thidua_core::parallel::par_map;

use super::discrepancy::same_thing_and_period;
use super::figure_entry::FigureEntry;
use super::period::Period;

/// Returns for each article, in order, the places of the other articles on which its charts depend.
pub fn chart_dependencies(catalogue: &Catalogue) -> JaggedVec<u32> {
    let said = par_map(catalogue.articles(), |_, article| {
        let figures = article.figures.iter().map(|figure| FigureRef { article, figure });
        figures
            .filter_map(|found| same_thing_and_period(&FigureEntry::of(found, catalogue)?))
            .collect::<Vec<String>>()
    });
    // Articles by the things of which they state figures.
    let mut accounts: Lookup<&str, BTreeSet<u32>> = Lookup::default();
    for (keys, place) in said.iter().zip(0..) {
        for key in keys {
            match accounts.get_mut(key.as_str()) {
                Some(places) => {
                    places.insert(place);
                }
                None => accounts.insert(key, BTreeSet::from([place])),
            }
        }
    }
    let others = par_map(catalogue.articles(), |place, article| {
        let mut places = articles_behind(article, catalogue);
        let keys = said.get(place).into_iter().flatten();
        places.extend(keys.filter_map(|key| accounts.get(key.as_str())).flatten());
        places.remove(&u32::try_from(place).unwrap_or(u32::MAX));
        places
    });
    let mut dependencies = JaggedVec::default();
    others.into_iter().for_each(|places| dependencies.push(places));
    dependencies
}

/// Places of the articles with the results that are compared with targets of `article`, and with the wholes of its shares.
fn articles_behind(article: &Article, catalogue: &Catalogue) -> BTreeSet<u32> {
    let mut places: BTreeSet<u32> = BTreeSet::new();
    for figure in &article.figures {
        let found = FigureRef { article, figure };
        let whole = figure.part_of.as_deref().and_then(|id| catalogue.figure(id));
        for other in results_of(found, catalogue).into_iter().chain(whole) {
            places.extend(
                catalogue.article_index(&other.article.id).and_then(|place| u32::try_from(place).ok()),
            );
        }
    }
    places
}

/// Results that are compared with a target; if its period has none, one result that shows why not.
fn results_of<'a>(target: FigureRef<'a>, catalogue: &'a Catalogue) -> Vec<FigureRef<'a>> {
    if target.figure.role != Role::Target {
        return Vec::new();
    }
    let mut results = catalogue.figures_of_measures(&target.figure.measure);
    results.retain(|f| f.figure.role == Role::Result && f.organisation() == target.organisation());
    let is_of_unit = |found: &FigureRef<'_>| found.figure.unit == target.figure.unit;
    let period = Period::of(target);
    let overlaps = |found: &FigureRef<'_>| is_of_unit(found) && period.overlaps(&Period::of(*found));
    if results.iter().any(overlaps) {
        results.retain(overlaps);
    } else {
        // A result in another unit shows why there is none in this one.
        let shown = results.iter().find(|found| is_of_unit(found)).or(results.first()).copied();
        results = shown.into_iter().collect();
    }
    results
}
