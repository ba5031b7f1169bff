//! Filtering with counts: the figures that pass a filter, and the number that every other choice would show, computed in one
//! pass over all figures.

use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureTable};
use thidua_core::domain::{Level, Role};

use super::figure_filter::{FigureFilter, FigureProperty, YearFilter};

/// Number of a value that no figure has.
const NO_FIGURE: u32 = u32::MAX;

/// Result of a filter: the figures that pass, and the counts of all other choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilteredFigures {
    /// Numbers of the figures that pass, in the order of the corpus.
    pub figures: Vec<u32>,
    values: Values,
    counts: Vec<Counts>,
}

/// Counts of one property.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Counts {
    /// For every value of the property: `None` if no figure has it, else the number of figures that would pass with it and all
    /// other choices unchanged.
    values: Vec<Option<u32>>,
    /// Number of figures that would pass without a choice for this property.
    without: usize,
}

/// Values of every property, numbered in the order of the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Values {
    /// Every year that a figure has, in ascending order.
    years: Vec<u16>,
    sizes: [usize; FigureProperty::ALL.len()],
}

impl FigureFilter {
    /// Applies the filter in one pass over `table`. `catalogue` has the units, organisations and campaigns of its figures.
    pub fn apply(&self, table: &FigureTable, catalogue: &Catalogue) -> FilteredFigures {
        let values = Values::of(table, catalogue);
        let wanted = FigureProperty::ALL.map(|property| {
            let value = self.value_of(property)?;
            Some(values.number(property, &value, catalogue).unwrap_or(NO_FIGURE))
        });
        let mut counts: Vec<Counts> =
            values.sizes.map(|size| Counts { values: vec![None; size], without: 0 }).into();
        let mut figures = Vec::new();
        for (number, figure) in (0..table.len()).zip(0_u32..) {
            let fails = |(property, wanted): (&FigureProperty, &Option<u32>)| {
                wanted.is_some_and(|wanted| !values.any(*property, table, number, |value| value == wanted))
            };
            let mut failed =
                FigureProperty::ALL.iter().zip(&wanted).enumerate().filter(|(_, one)| fails(*one));
            let (first, second) = (failed.next().map(|(at, _)| at), failed.next());
            if first.is_none() {
                figures.push(figure);
            }
            for (at, (property, counts)) in FigureProperty::ALL.iter().zip(&mut counts).enumerate() {
                // It passes with another value of this property if no other property excludes it.
                let passes = second.is_none() && first.is_none_or(|first| first == at);
                counts.without += usize::from(passes);
                values.any(*property, table, number, |value| {
                    if let Some(count) = counts.values.get_mut(value as usize) {
                        *count = Some(count.unwrap_or(0) + u32::from(passes));
                    }
                    false
                });
            }
        }
        FilteredFigures { figures, values, counts }
    }
}

impl FilteredFigures {
    /// Returns every value of `property` that figures have, as written in the address and in display order, with the number of
    /// figures that would pass with it and all other choices unchanged.
    pub fn options(&self, property: FigureProperty, catalogue: &Catalogue) -> Vec<(String, usize)> {
        let Some(counts) = self.counts.get(index_of(property)) else { return Vec::new() };
        let mut options: Vec<(String, usize)> = Vec::new();
        for (value, count) in (0_u32..).zip(&counts.values) {
            if let (Some(count), Some(slug)) = (count, self.values.slug(property, value, catalogue)) {
                options.push((slug, *count as usize));
            }
        }
        if property == FigureProperty::Year {
            // The newest year first; "not stated" stays last.
            let stated = counts.values.split_last().map_or(0, |(_, years)| years.iter().flatten().count());
            if let Some(years) = options.get_mut(..stated) {
                years.reverse();
            }
        }
        options
    }

    /// Number of figures that would pass without a choice for `property`.
    pub fn count_without(&self, property: FigureProperty) -> usize {
        self.counts.get(index_of(property)).map_or(0, |counts| counts.without)
    }
}

/// Number of the value at an index. A corpus of the largest size that is loaded has far fewer values than [`NO_FIGURE`].
fn value_number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NO_FIGURE)
}

/// Index of a property in [`FigureProperty::ALL`], which has them in the order of their declaration.
const fn index_of(property: FigureProperty) -> usize {
    property as usize
}

impl Values {
    fn of(table: &FigureTable, catalogue: &Catalogue) -> Values {
        let corpus = catalogue.corpus();
        let years: Vec<u16> = collect_set((0..table.len()).flat_map(|number| table.years(number)).copied())
            .into_iter()
            .collect();
        let size = |property| match property {
            FigureProperty::Unit => corpus.units.len(),
            FigureProperty::Role => Role::ALL.len(),
            FigureProperty::Level => Level::ALL.len(),
            FigureProperty::Organisation => corpus.organisations.len(),
            FigureProperty::Campaign => corpus.campaigns.len(),
            FigureProperty::Year => years.len() + 1,
        };
        Values { sizes: FigureProperty::ALL.map(size), years }
    }

    /// True if `is_it` accepts a value of the figure with that number. Stops at the first value that it accepts.
    fn any(
        &self,
        property: FigureProperty,
        table: &FigureTable,
        number: usize,
        mut is_it: impl FnMut(u32) -> bool,
    ) -> bool {
        let Some(row) = table.figures().get(number) else { return false };
        match property {
            FigureProperty::Unit => is_it(row.unit),
            FigureProperty::Role => {
                Role::ALL.iter().position(|role| *role == row.role).is_some_and(|at| is_it(value_number(at)))
            }
            FigureProperty::Level => {
                (0_u32..).take(Level::ALL.len()).any(|at| row.levels & 1 << at != 0 && is_it(at))
            }
            FigureProperty::Organisation => is_it(row.organisation),
            FigureProperty::Campaign => table.campaigns(number).iter().any(|campaign| is_it(*campaign)),
            FigureProperty::Year => match table.years(number) {
                [] => is_it(value_number(self.years.len())),
                years => years.iter().any(|year| self.year(*year).is_some_and(&mut is_it)),
            },
        }
    }

    fn year(&self, year: u16) -> Option<u32> {
        self.years.binary_search(&year).ok().map(value_number)
    }

    /// Number of a value that is written in the address; `None` if no figure can have it.
    fn number(&self, property: FigureProperty, value: &str, catalogue: &Catalogue) -> Option<u32> {
        let number = match property {
            FigureProperty::Unit => catalogue.unit_index(value),
            FigureProperty::Role => Role::ALL.iter().position(|role| role.slug() == value),
            FigureProperty::Level => Level::ALL.iter().position(|level| level.slug() == value),
            FigureProperty::Organisation => catalogue.organisation_index(value),
            FigureProperty::Campaign => catalogue.campaign_index(value),
            FigureProperty::Year => match YearFilter::parse(value)? {
                YearFilter::In(year) => return self.year(year),
                YearFilter::NotStated => Some(self.years.len()),
            },
        };
        number.map(value_number)
    }

    /// Text of a value in the address, by its number.
    fn slug(&self, property: FigureProperty, number: u32, catalogue: &Catalogue) -> Option<String> {
        let (corpus, at) = (catalogue.corpus(), number as usize);
        match property {
            FigureProperty::Unit => corpus.units.get(at).map(|unit| unit.id.to_string()),
            FigureProperty::Role => Role::ALL.get(at).map(|role| role.slug().to_owned()),
            FigureProperty::Level => Level::ALL.get(at).map(|level| level.slug().to_owned()),
            FigureProperty::Organisation => corpus.organisations.get(at).map(|o| o.id.to_string()),
            FigureProperty::Campaign => corpus.campaigns.get(at).map(|campaign| campaign.id.to_string()),
            FigureProperty::Year if at == self.years.len() => Some(YearFilter::NotStated.slug()),
            FigureProperty::Year => self.years.get(at).map(|year| YearFilter::In(*year).slug()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn property_index_is_its_position_in_all() {
        for (at, property) in FigureProperty::ALL.into_iter().enumerate() {
            assert_eq!(index_of(property), at);
        }
    }
}
