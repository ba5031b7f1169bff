//! What figures are chosen by, in the address.

use form_urlencoded::{Serializer, parse};

use super::{level, role};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{CampaignId, Level, OrganisationId, Role, UnitId};

/// A property that figures are chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Property {
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

impl Property {
    /// Every property, in the order in which they are offered and stand in the address.
    pub const ALL: [Property; 6] = [
        Property::Unit,
        Property::Role,
        Property::Level,
        Property::Organisation,
        Property::Campaign,
        Property::Year,
    ];

    /// The parameter in the address.
    pub const fn parameter(self) -> &'static str {
        match self {
            Property::Unit => "dem",
            Property::Role => "vai-tro",
            Property::Level => "cap",
            Property::Organisation => "don-vi",
            Property::Campaign => "phong-trao",
            Property::Year => "nam",
        }
    }
}

/// A year to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Year {
    /// A year that the period touches.
    In(u16),
    /// No date is printed ("5 năm").
    NotStated,
}

/// Stands in the address for [`Year::NotStated`].
const NOT_STATED: &str = "khong-neu";

impl Year {
    /// As it stands in the address.
    pub fn slug(self) -> String {
        match self {
            Year::In(year) => year.to_string(),
            Year::NotStated => NOT_STATED.to_owned(),
        }
    }

    pub(super) fn parse(slug: &str) -> Option<Year> {
        if slug == NOT_STATED { Some(Year::NotStated) } else { slug.parse().ok().map(Year::In) }
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
    pub year: Option<Year>,
}

impl FigureFilter {
    /// Reads the filter from the explorer's query (without `?`). Of a parameter given twice the last counts.
    pub fn parse(query: &str) -> FigureFilter {
        let mut filter = FigureFilter::default();
        for (name, value) in parse(query.as_bytes()) {
            let Some(property) = Property::ALL.into_iter().find(|p| p.parameter() == name) else { continue };
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
    pub fn chosen(&self) -> Vec<(Property, String)> {
        Property::ALL.into_iter().filter_map(|p| Some((p, self.value_of(p)?))).collect()
    }

    /// The value of `property` as it stands in the address.
    pub fn value_of(&self, property: Property) -> Option<String> {
        match property {
            Property::Unit => self.unit.as_ref().map(ToString::to_string),
            Property::Role => self.role.map(|role| role.slug().to_owned()),
            Property::Level => self.level.map(|level| level.slug().to_owned()),
            Property::Organisation => self.organisation.as_ref().map(ToString::to_string),
            Property::Campaign => self.campaign.as_ref().map(ToString::to_string),
            Property::Year => self.year.map(Year::slug),
        }
    }

    /// The filter with another value for `property`; an empty value lets everything pass.
    pub fn with(&self, property: Property, value: &str) -> FigureFilter {
        let mut filter = self.clone();
        filter.set(property, value);
        filter
    }

    /// As [`FigureFilter::with`], for a parameter of the address; one that is none of ours changes nothing.
    pub fn with_value(&self, parameter: &str, value: &str) -> FigureFilter {
        let property = Property::ALL.into_iter().find(|p| p.parameter() == parameter);
        property.map_or_else(|| self.clone(), |property| self.with(property, value))
    }

    fn set(&mut self, property: Property, value: &str) {
        let id = (!value.is_empty()).then_some(value);
        match property {
            Property::Unit => self.unit = id.map(UnitId::new),
            Property::Role => self.role = role(value),
            Property::Level => self.level = level(value),
            Property::Organisation => self.organisation = id.map(OrganisationId::new),
            Property::Campaign => self.campaign = id.map(CampaignId::new),
            Property::Year => self.year = Year::parse(value),
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
        assert_eq!(filter.with(Property::Level, "district").query(), "cap=district&nam=2022");
        assert_eq!(filter.with(Property::Year, "").query(), "cap=city");
        assert_eq!(filter.value_of(Property::Year).as_deref(), Some("2022"));
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
