//! Which figures a choice lets pass, and what every other choice would show: found in one walk over all of them.

use super::figure_filter::{FigureFilter, FigureProperty, YearFilter};
use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureTable};
use thidua_core::domain::{Level, Role};

/// Stands for a value that no figure has.
const NO_FIGURE: u32 = u32::MAX;

/// What a filter lets pass of all figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilteredFigures {
    /// The numbers of the figures that pass, in the order of the corpus.
    pub figures: Vec<u32>,
    values: Values,
    counts: Vec<Counts>,
}

/// What is known of one property.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Counts {
    /// Of every value that it can have: nothing where no figure has it, else how many figures would pass with it and all
    /// other choices as they are.
    values: Vec<Option<u32>>,
    /// How many would pass if this property were not asked for.
    without: usize,
}

/// The values of every property, numbered in the order of the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Values {
    /// Every year that a figure has, in order.
    years: Vec<u16>,
    sizes: [usize; FigureProperty::ALL.len()],
}

impl FigureFilter {
    /// Goes through all figures once. `catalogue` has the units, organisations and campaigns to which they belong.
    pub fn apply(&self, table: &FigureTable, catalogue: &Catalogue) -> FilteredFigures {
        let values = Values::of(table, catalogue);
        let wanted = FigureProperty::ALL.map(|property| {
            let value = self.value_of(property)?;
            Some(values.number(property, &value, catalogue).unwrap_or(NO_FIGURE))
        });
        let mut counts: Vec<Counts> =
            values.sizes.map(|size| Counts { values: vec![None; size], without: 0 }).into();
        let mut figures = Vec::new();
        for number in 0..table.len() {
            let fails = |(property, wanted): (&FigureProperty, &Option<u32>)| {
                wanted.is_some_and(|wanted| !values.any(*property, table, number, |value| value == wanted))
            };
            let mut failed =
                FigureProperty::ALL.iter().zip(&wanted).enumerate().filter(|(_, one)| fails(*one));
            let (first, second) = (failed.next().map(|(at, _)| at), failed.next());
            if first.is_none() {
                figures.push(number as u32);
            }
            for (at, (property, counts)) in FigureProperty::ALL.iter().zip(&mut counts).enumerate() {
                // It passes with another value of this property if nothing else keeps it back.
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
    /// Every value of `property` that figures have, as it stands in the address, in the order in which values are offered,
    /// with the number of figures that would pass with it and all other choices as they are.
    pub fn options(&self, property: FigureProperty, catalogue: &Catalogue) -> Vec<(String, usize)> {
        let Some(counts) = self.counts.get(index_of(property)) else { return Vec::new() };
        let mut options: Vec<(String, usize)> = Vec::new();
        for (value, count) in (0_u32..).zip(&counts.values) {
            if let (Some(count), Some(slug)) = (count, self.values.slug(property, value, catalogue)) {
                options.push((slug, *count as usize));
            }
        }
        if property == FigureProperty::Year {
            // The newest first, and last what states none.
            let stated = counts.values.split_last().map_or(0, |(_, years)| years.iter().flatten().count());
            if let Some(years) = options.get_mut(..stated) {
                years.reverse();
            }
        }
        options
    }

    /// How many figures would pass if `property` were not asked for.
    pub fn count_without(&self, property: FigureProperty) -> usize {
        self.counts.get(index_of(property)).map_or(0, |counts| counts.without)
    }
}

/// The place of a property in [`FigureProperty::ALL`], which has them in the order of their declaration.
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

    /// Whether a value of the figure of that number is what is looked for; looks at no more of them once one is.
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
                Role::ALL.iter().position(|role| *role == row.role).is_some_and(|at| is_it(at as u32))
            }
            FigureProperty::Level => {
                (0..Level::ALL.len() as u32).any(|at| row.levels & 1 << at != 0 && is_it(at))
            }
            FigureProperty::Organisation => is_it(row.organisation),
            FigureProperty::Campaign => table.campaigns(number).iter().any(|campaign| is_it(*campaign)),
            FigureProperty::Year => match table.years(number) {
                [] => is_it(self.years.len() as u32),
                years => years.iter().any(|year| self.year(*year).is_some_and(&mut is_it)),
            },
        }
    }

    fn year(&self, year: u16) -> Option<u32> {
        self.years.binary_search(&year).ok().map(|at| at as u32)
    }

    /// The number of a value as it stands in the address; nothing where no figure could have it.
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
        number.map(|number| number as u32)
    }

    /// The value of a number as it stands in the address.
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
    fn every_property_stands_at_its_place() {
        for (at, property) in FigureProperty::ALL.into_iter().enumerate() {
            assert_eq!(index_of(property), at);
        }
    }
}
