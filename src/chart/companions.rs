//! Which other articles the charts of an article's figures look at.
//!
//! A target looks for its results and an account for those that differ, in the whole corpus. Where the corpus is not
//! loaded, these articles must be: with them, and without all others, the charts are the same.

use std::collections::BTreeSet;

use super::accounts::same_account;
use super::entry::Entry;
use super::names::Period;
use crate::corpus::{Catalogue, FigureRef, Ragged, on_both_cores};
use crate::domain::{Article, Role};
use crate::order::Lookup;

/// Of every article the places of these others, in order.
pub fn companions(catalogue: &Catalogue) -> Ragged<u32> {
    let said = |articles: &[Article], _| {
        let figures = articles
            .iter()
            .flat_map(|article| article.figures.iter().map(move |figure| FigureRef { article, figure }));
        figures.map(|found| same_account(&Entry::of(found, catalogue)?)).collect::<Vec<Option<String>>>()
    };
    let said = on_both_cores(catalogue.articles(), said).concat();
    // Who says something of the very same thing.
    let mut accounts: Lookup<&str, BTreeSet<u32>> = Lookup::default();
    let mut keys = said.iter();
    let mut keyed: Vec<(&Article, Vec<&str>)> = Vec::new();
    for (article, place) in catalogue.articles().iter().zip(0..) {
        let mine: Vec<&str> =
            keys.by_ref().take(article.figures.len()).flatten().map(String::as_str).collect();
        for key in &mine {
            match accounts.get_mut(key) {
                Some(places) => {
                    places.insert(place);
                }
                None => accounts.insert(key, BTreeSet::from([place])),
            }
        }
        keyed.push((article, mine));
    }
    let of_some = |some: &[(&Article, Vec<&str>)], first: usize| {
        let of_one = |((article, keys), place): (&(&Article, Vec<&str>), usize)| {
            let mut places = others_of(article, catalogue);
            places.extend(keys.iter().filter_map(|key| accounts.get(*key)).flatten());
            places.remove(&(place as u32));
            places
        };
        some.iter().zip(first..).map(of_one).collect::<Vec<BTreeSet<u32>>>()
    };
    let mut companions = Ragged::default();
    on_both_cores(&keyed, of_some).into_iter().flatten().for_each(|places| companions.push(places));
    companions
}

/// Where the results stand that are held against targets of an article, and the wholes of its shares.
fn others_of(article: &Article, catalogue: &Catalogue) -> BTreeSet<u32> {
    let mut places: BTreeSet<u32> = BTreeSet::new();
    for figure in &article.figures {
        let found = FigureRef { article, figure };
        let whole = figure.part_of.as_deref().and_then(|id| catalogue.figure(id));
        for other in results_of(found, catalogue).into_iter().chain(whole) {
            places.extend(catalogue.article_place(&other.article.id).map(|place| place as u32));
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
