//! What figures are chosen by, in the address.

use form_urlencoded::{Serializer, parse};

use super::{level, role};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{CampaignId, Level, OrganisationId, Role, UnitId};

/// A property that figures are chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureProperty {
    /// What is counted.
    Unit,
    /// What they are in the life of a campaign.
    Role,
    /// Who recognised.
    Level,
    /// Whose figures.
    Organisation,
    /// Of which campaign.
    Campaign,
    /// Which year their period touches.
    Year,
}

impl FigureProperty {
    /// Every property, in the order in which they are offered and stand in the address.
    pub const ALL: [FigureProperty; 6] = [
        FigureProperty::Unit,
        FigureProperty::Role,
        FigureProperty::Level,
        FigureProperty::Organisation,
        FigureProperty::Campaign,
        FigureProperty::Year,
    ];

    /// The parameter in the address.
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

/// A year to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearFilter {
    /// A year that the period touches.
    In(u16),
    /// No date is printed ("5 năm").
    NotStated,
}

/// Stands in the address for [`YearFilter::NotStated`].
const NOT_STATED: &str = "khong-neu";

impl YearFilter {
    /// As it stands in the address.
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

/// Which figures the explorer shows; `None` lets every value pass.
///
/// Ids are kept as they are written, unknown ones too: a link that asks for a campaign that is no longer there must
/// not show everything instead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureFilter {
    /// What is counted.
    pub unit: Option<UnitId>,
    /// What they are in the life of a campaign.
    pub role: Option<Role>,
    /// Who recognised.
    pub level: Option<Level>,
    /// Whose figures.
    pub organisation: Option<OrganisationId>,
    /// Of which campaign.
    pub campaign: Option<CampaignId>,
    /// Which year their period touches.
    pub year: Option<YearFilter>,
}

impl FigureFilter {
    /// Reads the filter from the explorer's query (without `?`). Of a parameter given twice the last counts.
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

    /// Writes it as a query, without `?`; empty where everything passes.
    pub fn query(&self) -> String {
        let mut out = Serializer::new(String::new());
        for (property, value) in self.chosen() {
            out.append_pair(property.parameter(), &value);
        }
        out.finish()
    }

    /// What is chosen, as it stands in the address.
    pub fn chosen(&self) -> Vec<(FigureProperty, String)> {
        FigureProperty::ALL.into_iter().filter_map(|p| Some((p, self.value_of(p)?))).collect()
    }

    /// The value of `property` as it stands in the address.
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

    /// The filter with another value for `property`; an empty value lets everything pass.
    pub fn with(&self, property: FigureProperty, value: &str) -> FigureFilter {
        let mut filter = self.clone();
        filter.set(property, value);
        filter
    }

    /// As [`FigureFilter::with`], for a parameter of the address; one that is none of ours changes nothing.
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

    /// The filter with old ids replaced by the ones that they lead to.
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
    fn a_choice_replaces_only_itself() {
        let filter = FigureFilter::parse("cap=city&nam=2022");
        assert_eq!(filter.with(FigureProperty::Level, "district").query(), "cap=district&nam=2022");
        assert_eq!(filter.with(FigureProperty::Year, "").query(), "cap=city");
        assert_eq!(filter.value_of(FigureProperty::Year).as_deref(), Some("2022"));
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_one_view_has_one_address() {
        let filter = FigureFilter::parse("nam=99999&vai-tro=x&cap=%00&x=1&nam=khong-neu&dem=a&dem=b&don-vi=");
        assert_eq!(filter.query(), "dem=b&nam=khong-neu");
        assert_eq!(FigureFilter::parse(&filter.query()), filter);
        let hostile = "don-vi=%3Cscript%3E%26%22";
        assert_eq!(FigureFilter::parse(hostile).query(), hostile, "an unknown id is kept, not forgotten");
    }
}
