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

/// Of every article the places of these others, in order.
pub fn companions(catalogue: &Catalogue) -> Ragged<u32> {
    let of_some = |articles: &[Article], first: usize| {
        articles.iter().zip(first..).map(|(article, place)| others_of(article, place, catalogue)).collect()
    };
    let halves: Vec<Vec<BTreeSet<u32>>> = on_both_cores(catalogue.articles(), of_some);
    let mut companions = Ragged::default();
    halves.into_iter().flatten().for_each(|places| companions.push(places));
    companions
}

fn others_of(article: &Article, place: usize, catalogue: &Catalogue) -> BTreeSet<u32> {
    let mut places: BTreeSet<u32> = BTreeSet::new();
    for figure in &article.figures {
        let found = FigureRef { article, figure };
        let whole = figure.part_of.as_deref().and_then(|id| catalogue.figure(id));
        let others = accounts_beside(found, catalogue).into_iter();
        let others = others.chain(results_of(found, catalogue)).chain(whole);
        for other in others {
            places.extend(catalogue.article_place(&other.article.id).map(|place| place as u32));
        }
    }
    places.remove(&(place as u32));
    places
}

/// What other figures say of the very same thing.
fn accounts_beside<'a>(found: FigureRef<'a>, catalogue: &'a Catalogue) -> Vec<FigureRef<'a>> {
    let key = |found| same_account(&Entry::of(found, catalogue)?);
    let Some(mine) = key(found) else { return Vec::new() };
    let mut others = catalogue.figures_of_measures(&found.figure.measure);
    others.retain(|other| key(*other).as_ref() == Some(&mine));
    others
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
        let of_unit = results.iter().position(is_of_unit).unwrap_or_default();
        results = results.into_iter().skip(of_unit).take(1).collect();
    }
    results
}
