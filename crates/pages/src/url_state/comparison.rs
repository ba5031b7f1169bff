//! What the comparison shows, as written in the address.
//!
//! ```
//! use thidua_pages::url_state::ComparisonQuery;
//! let query = ComparisonQuery::parse("don-vi=b&phong-trao=x&dem=individual&vai-tro=result&cap=district&don-vi=a&nam=abc");
//! assert_eq!(query.query(), "phong-trao=x&dem=individual&vai-tro=result&cap=district&don-vi=a&don-vi=b");
//! ```

use form_urlencoded::{Serializer, parse};

use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, Measure, PeriodKind, Standing};
use thidua_core::domain::{CampaignId, Level, OrganisationId, Role, UnitId};
use thidua_core::text::slug;

use super::{level, role};

/// Maximum number of organisations that an address chooses; more do not fit one page.
pub const MAX_CHOSEN: usize = 60;

/// A measure, and the organisations and the year for which it is compared.
///
/// A measure is complete with a campaign or a content, a unit and a role. An incomplete one stands for all measures that fit it.
/// Unknown ids are kept: a link that names an organisation that no longer exists must say so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComparisonQuery {
    /// Campaigns that are counted together, sorted; usually one.
    pub campaigns: Vec<CampaignId>,
    /// What is counted, as [`Measure::content`].
    pub content: Option<String>,
    /// What it is counted in.
    pub unit: Option<UnitId>,
    /// Role of the figures.
    pub role: Option<Role>,
    /// Levels that recognised, in legal order; empty for figures without a level.
    pub levels: Vec<Level>,
    /// Standing of what is counted; `None` means given.
    pub standing: Option<Standing>,
    /// Kind of the periods, as [`period_slug`]; `None` for the kind with the most organisations.
    pub period: Option<String>,
    /// Year that the periods touch.
    pub year: Option<u16>,
    /// Chosen organisations, sorted; empty for all that have such a figure.
    pub organisations: Vec<OrganisationId>,
    /// Words by which measures or organisations are searched.
    pub search: String,
    /// Column by which the table is sorted, a minus before it for the other direction; empty for the usual order.
    pub sort: String,
}

impl ComparisonQuery {
    /// The query for all figures of a measure.
    pub fn of(measure: &Measure) -> ComparisonQuery {
        ComparisonQuery {
            campaigns: measure.campaigns.clone(),
            content: measure.content.clone(),
            unit: Some(measure.unit.clone()),
            role: Some(measure.role),
            levels: measure.levels.clone(),
            standing: (measure.standing != Standing::Given).then_some(measure.standing),
            ..ComparisonQuery::default()
        }
    }

    /// The query for all measures of a campaign.
    pub fn of_campaign(campaign: CampaignId) -> ComparisonQuery {
        ComparisonQuery { campaigns: vec![campaign], ..ComparisonQuery::default() }
    }

    /// The same query for the year `year`; `None` for all years.
    pub fn in_year(&self, year: Option<u16>) -> ComparisonQuery {
        ComparisonQuery { year, ..self.clone() }
    }

    /// The same query with an organisation added.
    pub fn with_organisation(&self, id: OrganisationId) -> ComparisonQuery {
        self.choosing(self.organisations.iter().cloned().chain([id]))
    }

    /// The same query with an organisation removed.
    pub fn without_organisation(&self, id: &OrganisationId) -> ComparisonQuery {
        self.choosing(self.organisations.iter().filter(|other| *other != id).cloned())
    }

    /// The same query with these organisations chosen, and no search.
    fn choosing(&self, organisations: impl IntoIterator<Item = OrganisationId>) -> ComparisonQuery {
        let organisations = collect_set(organisations).into_iter().take(MAX_CHOSEN).collect();
        ComparisonQuery { organisations, search: String::new(), ..self.clone() }
    }

    /// Parses the query of an address (without `?`). Values that cannot be read are ignored.
    pub fn parse(query: &str) -> ComparisonQuery {
        let mut parsed = ComparisonQuery::default();
        let (mut campaigns, mut levels, mut organisations) = (Vec::new(), Vec::new(), Vec::new());
        for (name, value) in parse(query.as_bytes()).filter(|(_, value)| !value.is_empty()) {
            match name.as_ref() {
                "phong-trao" => campaigns.push(CampaignId::new(value)),
                "noi-dung" => parsed.content = Some(value.into_owned()),
                "dem" => parsed.unit = Some(UnitId::new(value)),
                "vai-tro" => parsed.role = role(&value),
                "cap" => levels.extend(level(&value)),
                "tinh-trang" => {
                    let named = Standing::ALL.into_iter().find(|standing| standing.slug() == value);
                    parsed.standing = named.filter(|standing| *standing != Standing::Given);
                }
                "ky" => parsed.period = Some(value.into_owned()),
                "nam" => parsed.year = value.parse().ok(),
                "don-vi" => organisations.push(OrganisationId::new(value)),
                "tim" => parsed.search = value.trim().to_owned(),
                "xep" => parsed.sort = value.into_owned(),
                _ => {}
            }
        }
        parsed.campaigns = collect_set(campaigns).into_iter().take(MAX_CHOSEN).collect();
        parsed.levels = collect_set(levels).into_iter().collect();
        parsed.organisations = collect_set(organisations).into_iter().take(MAX_CHOSEN).collect();
        parsed
    }

    /// Formats the query, without `?`; empty if nothing is chosen.
    pub fn query(&self) -> String {
        let mut out = Serializer::new(String::new());
        out.extend_pairs(self.campaigns.iter().map(|id| ("phong-trao", id.as_str())));
        out.extend_pairs(self.content.iter().map(|content| ("noi-dung", content)));
        out.extend_pairs(self.unit.iter().map(|unit| ("dem", unit.as_str())));
        out.extend_pairs(self.role.iter().map(|role| ("vai-tro", role.slug())));
        out.extend_pairs(self.levels.iter().map(|level| ("cap", level.slug())));
        out.extend_pairs(self.standing.iter().map(|standing| ("tinh-trang", standing.slug())));
        out.extend_pairs(self.period.iter().map(|period| ("ky", period)));
        out.extend_pairs(self.year.iter().map(|year| ("nam", year.to_string())));
        out.extend_pairs(self.organisations.iter().map(|id| ("don-vi", id.as_str())));
        let texts = [("tim", &self.search), ("xep", &self.sort)];
        out.extend_pairs(texts.into_iter().filter(|(_, text)| !text.is_empty()));
        out.finish()
    }

    /// True if it names one measure: a subject, a unit and a role.
    pub fn is_complete(&self) -> bool {
        let has_subject = !self.campaigns.is_empty() || self.content.is_some();
        has_subject && self.unit.is_some() && self.role.is_some()
    }

    /// True if it names no measure at all, so that all measures are offered.
    pub fn is_open(&self) -> bool {
        self.campaigns.is_empty() && self.content.is_none() && self.unit.is_none()
    }

    /// Returns the query with redirected ids replaced by their targets.
    pub fn resolved(mut self, catalogue: &Catalogue) -> ComparisonQuery {
        let current = |id: &str, exists: bool| match catalogue.redirect(id) {
            Some(to) if !exists => to.to_owned(),
            _ => id.to_owned(),
        };
        let campaigns = self.campaigns.iter().map(|id| current(id, catalogue.campaign(id).is_some()));
        self.campaigns = collect_set(campaigns.map(CampaignId::new)).into_iter().collect();
        let organisations =
            self.organisations.iter().map(|id| current(id, catalogue.organisation(id).is_some()));
        self.organisations = collect_set(organisations.map(OrganisationId::new)).into_iter().collect();
        self
    }

    /// Returns whether a measure is one of those that the query stands for: the one that it names, or any that fits what it
    /// leaves open.
    pub fn admits(&self, measure: &Measure) -> bool {
        let is_complete = self.is_complete();
        let fits = |is_open: bool, is_same: bool| is_same || (is_open && !is_complete);
        let campaigns = match is_complete {
            true => measure.campaigns == self.campaigns,
            false => self.campaigns.iter().all(|id| measure.campaigns.contains(id)),
        };
        campaigns
            && fits(self.content.is_none(), self.content == measure.content)
            && fits(self.unit.is_none(), self.unit.as_ref() == Some(&measure.unit))
            && fits(self.role.is_none(), self.role == Some(measure.role))
            && fits(self.unit.is_none() && self.levels.is_empty(), self.levels == measure.levels)
            && fits(self.standing.is_none(), self.standing.unwrap_or(Standing::Given) == measure.standing)
    }
}

/// Name of a kind of period in addresses.
///
/// ```
/// use thidua_core::corpus::PeriodKind;
/// use thidua_pages::url_state::period_slug;
/// assert_eq!(period_slug(&PeriodKind::Years(5)), "5-nam");
/// ```
pub fn period_slug(kind: &PeriodKind) -> String {
    match kind {
        PeriodKind::Year => "nam".to_owned(),
        PeriodKind::SchoolYear => "nam-hoc".to_owned(),
        PeriodKind::Years(years) => format!("{years}-nam"),
        PeriodKind::Months(months) => format!("{months}-thang"),
        PeriodKind::Days => "ngay".to_owned(),
        PeriodKind::Other(words) => format!("khac-{}", slug(words)),
        PeriodKind::NotStated => "khong-neu".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYTHING: &str = "phong-trao=x&phong-trao=y&noi-dung=c&dem=individual&vai-tro=result&cap=district&cap=city\
        &tinh-trang=proposed&ky=5-nam&nam=2022&don-vi=a&don-vi=b&tim=h%C3%A0+%C4%91%C3%B4ng&xep=-so";

    #[test]
    fn comparison_survives_formatting_and_parsing_and_has_one_query() {
        for text in ["", "nam=2022", EVERYTHING] {
            assert_eq!(ComparisonQuery::parse(text).query(), text);
        }
        let shuffled: Vec<&str> = EVERYTHING.split('&').rev().collect();
        assert_eq!(ComparisonQuery::parse(&shuffled.join("&")).query(), EVERYTHING);
        let twice = format!("{EVERYTHING}&{EVERYTHING}&fbclid=x");
        assert_eq!(ComparisonQuery::parse(&twice).query(), EVERYTHING);
    }

    #[test]
    fn invalid_values_are_ignored_and_unknown_ids_are_kept() {
        let query = "vai-tro=x&cap=%00&nam=99999&tinh-trang=given&don-vi=&dem=a&dem=b&x=1&xep=";
        assert_eq!(ComparisonQuery::parse(query).query(), "dem=b");
        let hostile = "don-vi=%3Cscript%3E%26%22";
        assert_eq!(ComparisonQuery::parse(hostile).query(), hostile);
        let many: Vec<String> = (0..2000).map(|number| format!("don-vi=o{number}")).collect();
        assert_eq!(ComparisonQuery::parse(&many.join("&")).organisations.len(), MAX_CHOSEN);
    }

    #[test]
    fn organisations_are_added_once_and_removed() {
        let query = ComparisonQuery::parse("don-vi=b&tim=x");
        let both = query.with_organisation("a".into()).with_organisation("a".into());
        assert_eq!(both.query(), "don-vi=a&don-vi=b");
        assert_eq!(both.without_organisation(&"b".into()).query(), "don-vi=a");
    }

    #[test]
    fn written_parameters_are_known_parameters() {
        for pair in EVERYTHING.split('&') {
            assert!(super::super::PARAMETERS.contains(&pair.split('=').next().unwrap()), "{pair}");
        }
    }
}
