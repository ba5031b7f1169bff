//! Order of figures in the table of the explorer. It is computed from the table of figures and the names of the corpus, so that
//! it is the same whether the articles are loaded or not.

use thidua_core::collections::{sort_numbers, to_u32};
use thidua_core::corpus::FigureRow;
use thidua_core::domain::Role;
use thidua_core::text::sorted_by_name;

use crate::context::PageContext;
use crate::html::components::{links, sorting};
use crate::url_state::{FigureColumn, FigureOrder};

/// Rank of what has no value; it stands last in both directions.
const MISSING: u32 = u32::MAX;

/// Returns figures, given by their numbers in the order of the corpus, in another order. Values are sorted within one unit after
/// the other, units by their names, since values of different units cannot be compared.
pub fn sorted_figures(ctx: &PageContext<'_>, numbers: &[u32], order: FigureOrder) -> Vec<u32> {
    if order == FigureOrder::default() {
        return numbers.to_vec();
    }
    let corpus = ctx.catalogue().corpus();
    let names: Vec<u32> = match order.column {
        FigureColumn::Organisation => {
            ranks(corpus.organisations.iter().map(|o| sorting::organisation_sort_key(ctx, o)).collect())
        }
        FigureColumn::Campaign => ranks(corpus.campaigns.iter().map(|c| c.name.clone()).collect()),
        FigureColumn::Value => {
            ranks(corpus.units.iter().map(|unit| links::unit_name(ctx, unit).to_owned()).collect())
        }
        _ => Vec::new(),
    };
    let rank = |index: u32| names.get(index as usize).copied().unwrap_or(MISSING);
    let key = |number: u32, row: &FigureRow| -> [u32; 3] {
        let (group, keys) = match order.column {
            FigureColumn::Article => (0, [row.position.article, 0]),
            FigureColumn::Organisation => (0, [rank(row.organisation), 0]),
            FigureColumn::Value => (rank(row.unit), [row.value_rank, 0]),
            FigureColumn::Role => {
                let role = Role::ALL.iter().position(|role| *role == row.role);
                (0, [role.map_or(MISSING, to_u32), 0])
            }
            FigureColumn::Campaign => {
                let campaigns = ctx.site.figures.campaigns(number as usize).iter();
                let first = campaigns.map(|campaign| rank(*campaign)).min();
                (0, [first.unwrap_or(MISSING), 0])
            }
            FigureColumn::Year => match ctx.site.figures.years(number as usize) {
                [] => (0, [MISSING, 0]),
                [first, .., last] if order.is_descending => (0, [u32::from(*last), u32::from(*first)]),
                [first, .., last] => (0, [u32::from(*first), u32::from(*last)]),
                [year] => (0, [u32::from(*year); 2]),
            },
        };
        let is_missing = keys.first() == Some(&MISSING);
        let is_reversed = order.is_descending && !is_missing;
        let [first, second] =
            keys.map(|key| if is_reversed { (MISSING - 1).saturating_sub(key) } else { key });
        [group, first, second]
    };
    let rows = ctx.site.figures.figures();
    // The position stands behind the keys: equal figures keep the order of the corpus.
    let keyed = (0_u32..).zip(numbers).filter_map(|(at, number)| {
        let [group, first, second] = key(*number, rows.get(*number as usize)?);
        Some([group, first, second, at].into_iter().fold(0_u128, |key, part| key << 32 | u128::from(part)))
    });
    let mut keyed: Vec<u128> = keyed.collect();
    sort_numbers(&mut keyed);
    let at = |key: u128| usize::try_from(key & u128::from(u32::MAX)).ok();
    keyed.into_iter().filter_map(|key| numbers.get(at(key)?).copied()).collect()
}

/// Rank of every name in alphabetical order.
fn ranks(names: Vec<String>) -> Vec<u32> {
    let mut ranks = vec![MISSING; names.len()];
    for (rank, (at, _)) in (0..).zip(sorted_by_name(names.into_iter().enumerate(), |(_, name)| name.clone()))
    {
        if let Some(place) = ranks.get_mut(at) {
            *place = rank;
        }
    }
    ranks
}
