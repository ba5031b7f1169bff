//! The figures that stand for an article, a campaign or an organisation where there is room for a few only.

use std::cmp::Reverse;

use thidua_core::collections::sort_by_key;
use thidua_core::corpus::{Catalogue, FigureRef, figures_of};
use thidua_core::domain::{Article, Role};

/// Returns at most `max` figures: results, then targets, then the rest, each in the order given. Nothing is summed.
pub fn main_figures<'a>(figures: impl IntoIterator<Item = FigureRef<'a>>, max: usize) -> Vec<FigureRef<'a>> {
    const ORDER: [Role; 5] = [Role::Result, Role::Target, Role::Participation, Role::Input, Role::Plan];
    let figures: Vec<FigureRef<'a>> = figures.into_iter().collect();
    let of_role = |role| figures.iter().copied().filter(move |found| found.figure.role == role);
    ORDER.into_iter().flat_map(of_role).take(max).collect()
}

/// Returns the figures of an article, those of its own organisation first.
pub fn article_figures(article: &Article) -> Vec<FigureRef<'_>> {
    let mut figures: Vec<FigureRef<'_>> = figures_of(article).collect();
    sort_by_key(&mut figures, |found| *found.organisation() != article.organisation);
    figures
}

/// Returns the figures of a campaign, newest first.
pub fn campaign_figures<'a>(catalogue: &'a Catalogue, id: &str) -> Vec<FigureRef<'a>> {
    newest_first(catalogue.figures_of_campaign(id))
}

/// Returns the figures of an organisation, newest first.
pub fn organisation_figures<'a>(catalogue: &'a Catalogue, id: &str) -> Vec<FigureRef<'a>> {
    newest_first(catalogue.figures_of_organisation(id))
}

/// Sorts figures by their last year, newest first; those without a year come last.
fn newest_first(mut figures: Vec<FigureRef<'_>>) -> Vec<FigureRef<'_>> {
    sort_by_key(&mut figures, |found| Reverse(found.when().and_then(|when| when.years().last())));
    figures
}
