//! Filter of the figure explorer, as written in the address.

use form_urlencoded::{Serializer, parse};

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{CampaignId, Level, OrganisationId, Role, UnitId};

use super::{level, role};

/// A property by which figures are filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureProperty {
    /// Unit that is counted.
    Unit,
    /// Role of the figure in a campaign.
    Role,
    /// Level of recognition.
    Level,
    /// Organisation of the figure.
    Organisation,
    /// Campaign of the figure.
    Campaign,
    /// Year that its period touches.
    Year,
}

impl FigureProperty {
    /// All properties, in the order in which pages offer them and the address has them.
    pub const ALL: [FigureProperty; 6] = [
        FigureProperty::Unit,
        FigureProperty::Role,
        FigureProperty::Level,
        FigureProperty::Organisation,
        FigureProperty::Campaign,
        FigureProperty::Year,
    ];

    /// Query parameter.
    pub const fn parameter(self) -> &'static str {
        match self {
            FigureProperty::Unit => "dem",
            FigureProperty::Role => "vai-tro",
            FigureProperty::Level => "cap",
            FigureProperty::Organisation => "don-vi",
            FigureProperty::Campaign => "phong-trao",
            FigureProperty::Year => "nam",
        }
    }
}

/// A choice of year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearFilter {
    /// A year that the period touches.
    In(u16),
    /// No date is printed ("5 năm").
    NotStated,
}

/// Text of [`YearFilter::NotStated`] in the address.
const NOT_STATED: &str = "khong-neu";

impl YearFilter {
    /// Text in the address.
    pub fn slug(self) -> String {
        match self {
            YearFilter::In(year) => year.to_string(),
            YearFilter::NotStated => NOT_STATED.to_owned(),
        }
    }

    pub(super) fn parse(slug: &str) -> Option<YearFilter> {
        if slug == NOT_STATED { Some(YearFilter::NotStated) } else { slug.parse().ok().map(YearFilter::In) }
    }
}

/// Filter of the figure explorer; `None` lets every value pass.
///
/// Unknown ids are kept: a link that asks for a campaign that no longer exists must not show everything instead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureFilter {
    /// Unit that is counted.
    pub unit: Option<UnitId>,
    /// Role of the figure in a campaign.
    pub role: Option<Role>,
    /// Level of recognition.
    pub level: Option<Level>,
    /// Organisation of the figure.
    pub organisation: Option<OrganisationId>,
    /// Campaign of the figure.
    pub campaign: Option<CampaignId>,
    /// Year that its period touches.
    pub year: Option<YearFilter>,
}

impl FigureFilter {
    /// Parses the filter from the query of the explorer (without `?`). If a parameter is given twice, the last one counts.
    pub fn parse(query: &str) -> FigureFilter {
        let mut filter = FigureFilter::default();
        for (name, value) in parse(query.as_bytes()) {
            let Some(property) = FigureProperty::ALL.into_iter().find(|p| p.parameter() == name) else {
                continue;
            };
            filter.set(property, &value);
        }
        filter
    }

    /// Formats the filter as a query, without `?`; empty if everything passes.
    pub fn query(&self) -> String {
        let mut out = Serializer::new(String::new());
        for (property, value) in self.chosen() {
            out.append_pair(property.parameter(), &value);
        }
        out.finish()
    }

    /// Returns the chosen properties with their values as written in the address.
    pub fn chosen(&self) -> Vec<(FigureProperty, String)> {
        FigureProperty::ALL.into_iter().filter_map(|p| Some((p, self.value_of(p)?))).collect()
    }

    /// Value of `property` as written in the address; `None` if every value passes.
    pub fn value_of(&self, property: FigureProperty) -> Option<String> {
        match property {
            FigureProperty::Unit => self.unit.as_ref().map(ToString::to_string),
            FigureProperty::Role => self.role.map(|role| role.slug().to_owned()),
            FigureProperty::Level => self.level.map(|level| level.slug().to_owned()),
            FigureProperty::Organisation => self.organisation.as_ref().map(ToString::to_string),
            FigureProperty::Campaign => self.campaign.as_ref().map(ToString::to_string),
            FigureProperty::Year => self.year.map(YearFilter::slug),
        }
    }

    /// Returns the filter with another value for `property`; an empty value lets every value pass.
    pub fn with(&self, property: FigureProperty, value: &str) -> FigureFilter {
        let mut filter = self.clone();
        filter.set(property, value);
        filter
    }

    /// Like [`FigureFilter::with`], for a query parameter; an unknown parameter changes nothing.
    pub fn with_value(&self, parameter: &str, value: &str) -> FigureFilter {
        let property = FigureProperty::ALL.into_iter().find(|p| p.parameter() == parameter);
        property.map_or_else(|| self.clone(), |property| self.with(property, value))
    }

    fn set(&mut self, property: FigureProperty, value: &str) {
        let id = (!value.is_empty()).then_some(value);
        match property {
            FigureProperty::Unit => self.unit = id.map(UnitId::new),
            FigureProperty::Role => self.role = role(value),
            FigureProperty::Level => self.level = level(value),
            FigureProperty::Organisation => self.organisation = id.map(OrganisationId::new),
            FigureProperty::Campaign => self.campaign = id.map(CampaignId::new),
            FigureProperty::Year => self.year = YearFilter::parse(value),
        }
    }

    /// Returns the filter with redirected ids replaced by their targets.
    pub fn resolved(mut self, catalogue: &Catalogue) -> FigureFilter {
        if let Some(id) = self.organisation.as_ref().filter(|id| catalogue.organisation(id).is_none()) {
            self.organisation = Some(catalogue.redirect(id).map_or_else(|| id.clone(), OrganisationId::new));
        }
        if let Some(id) = self.campaign.as_ref().filter(|id| catalogue.campaign(id).is_none()) {
            self.campaign = Some(catalogue.redirect(id).map_or_else(|| id.clone(), CampaignId::new));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filter_with_replaces_only_its_property() {
        let filter = FigureFilter::parse("cap=city&nam=2022");
        assert_eq!(filter.with(FigureProperty::Level, "district").query(), "cap=district&nam=2022");
        assert_eq!(filter.with(FigureProperty::Year, "").query(), "cap=city");
        assert_eq!(filter.value_of(FigureProperty::Year).as_deref(), Some("2022"));
    }

    #[test]
    fn filter_ignores_invalid_values_and_has_one_query() {
        let filter = FigureFilter::parse("nam=99999&vai-tro=x&cap=%00&x=1&nam=khong-neu&dem=a&dem=b&don-vi=");
        assert_eq!(filter.query(), "dem=b&nam=khong-neu");
        assert_eq!(FigureFilter::parse(&filter.query()), filter);
        let hostile = "don-vi=%3Cscript%3E%26%22";
        assert_eq!(FigureFilter::parse(hostile).query(), hostile, "an unknown id is kept, not forgotten");
    }
}
