//! Which other articles the charts of an article's figures look at.
//!
//! A target looks for its results and an account for those that differ, in the whole corpus. Where the corpus is not
//! loaded, these articles must be: with them, and without all others, the charts are the same.

use std::collections::BTreeSet;

use super::discrepancy::same_account;
use super::figure_entry::FigureEntry;
use super::names::Period;
use thidua_core::collections::Lookup;
use thidua_core::corpus::{Catalogue, FigureRef, JaggedVec};
use thidua_core::domain::{Article, Role};
use thidua_core::parallel::par_map;

/// Of every article the places of these others, in order.
pub fn chart_dependencies(catalogue: &Catalogue) -> JaggedVec<u32> {
    let said = par_map(catalogue.articles(), |_, article| {
        let figures = article.figures.iter().map(|figure| FigureRef { article, figure });
        figures.filter_map(|found| same_account(&FigureEntry::of(found, catalogue)?)).collect::<Vec<String>>()
    });
    // Who says something of the very same thing.
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
        let mut places = others_of(article, catalogue);
        let keys = said.get(place).into_iter().flatten();
        places.extend(keys.filter_map(|key| accounts.get(key.as_str())).flatten());
        places.remove(&(place as u32));
        places
    });
    let mut companions = JaggedVec::default();
    others.into_iter().for_each(|places| companions.push(places));
    companions
}

/// Where the results stand that are held against targets of an article, and the wholes of its shares.
fn others_of(article: &Article, catalogue: &Catalogue) -> BTreeSet<u32> {
    let mut places: BTreeSet<u32> = BTreeSet::new();
    for figure in &article.figures {
        let found = FigureRef { article, figure };
        let whole = figure.part_of.as_deref().and_then(|id| catalogue.figure(id));
        for other in results_of(found, catalogue).into_iter().chain(whole) {
            places.extend(catalogue.article_index(&other.article.id).map(|place| place as u32));
        }
    }
    places
}

/// The results that are held against a target; where its period has none, one that shows why not.
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
        // One of another unit says why where there is none of this.
        let shown = results.iter().find(|found| is_of_unit(found)).or(results.first()).copied();
        results = shown.into_iter().collect();
    }
    results
}
