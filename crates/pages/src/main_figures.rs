//! The figures that stand for an article, a campaign or an organisation where there is room for a few only.

use thidua_core::corpus::FigureRef;
use thidua_core::domain::Role;

/// Returns at most `max` figures: results, then targets, then the rest, each in the order given. Nothing is summed.
pub fn main_figures<'a>(figures: impl IntoIterator<Item = FigureRef<'a>>, max: usize) -> Vec<FigureRef<'a>> {
    const ORDER: [Role; 5] = [Role::Result, Role::Target, Role::Participation, Role::Input, Role::Plan];
    let figures: Vec<FigureRef<'a>> = figures.into_iter().collect();
    let of_role = |role| figures.iter().copied().filter(move |found| found.figure.role == role);
    ORDER.into_iter().flat_map(of_role).take(max).collect()
}
