//! Record of one article for a search server.

use serde::Serialize;

use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Lang, OrganisationId};
use thidua_core::text::{fold, format_number};
use thidua_pages::route::{Page, Route};
use thidua_site::SiteAddress;

/// Record of one article. Lists have no duplicates; a value that an article does not state is an empty list or `null`.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    id: &'a str,
    /// URL of the page on the site.
    url: String,
    headline: &'a str,
    headline_en: Option<&'a str>,
    source: Option<&'a str>,
    /// Name of the organisation that it is about, and of its parents: to filter by. A search in them would find every article of
    /// a federation under its name.
    organisations: Vec<&'a str>,
    /// Names of all organisations and campaigns that it names, with abbreviations and other forms and in English: to search in.
    names: Vec<&'a str>,
    /// Names of its campaigns, as in the corpus and as printed.
    campaigns: Vec<&'a str>,
    /// Kinds of these campaigns, as slugs.
    kinds: Vec<&'static str>,
    sectors: Vec<&'static str>,
    levels: Vec<&'static str>,
    roles: Vec<&'static str>,
    years: Vec<u16>,
    /// Day of publication or last day of the reported period, as a number like 20221231, to sort by.
    day: Option<u32>,
    people: Vec<&'a str>,
    /// Printed words and label of each figure.
    figures: Vec<String>,
    digest: Vec<&'a str>,
    digest_en: Vec<&'a str>,
    body: &'a [String],
    /// The other texts that the site searches: line above the headline, authors, offices, phases, labels of figures in English.
    other: Vec<&'a str>,
    /// Headline, all names and all numbers without diacritics and separators and with d for đ, for servers that do not fold
    /// Vietnamese or take "1.245" for two numbers.
    folded: String,
}

impl<'a> Record<'a> {
    /// Creates the record of an article of the site at `address`.
    pub fn of(article: &'a Article, catalogue: &'a Catalogue, address: &SiteAddress) -> Record<'a> {
        let figures = || article.figures.iter().map(|figure| FigureRef { article, figure });
        let campaigns = catalogue.campaigns_by_id(
            article
                .mentions
                .iter()
                .map(|m| m.campaign.as_str())
                .chain(figures().flat_map(|f| f.campaigns()).map(|c| c.as_str())),
        );
        let printed = article.mentions.iter().map(|m| m.as_written.as_str());
        let campaign_names = collect_set(campaigns.iter().map(|c| c.name.as_str()).chain(printed));
        let of_campaigns = campaigns.iter().flat_map(|c| forms(&c.name, &c.aliases, c.name_en.as_deref()));
        let of_organisations = named_organisations(article)
            .filter_map(|id| catalogue.organisation(id))
            .flat_map(|o| forms(&o.name, &o.aliases, o.name_en.as_deref()));
        let names = collect_set(of_campaigns.chain(of_organisations));
        let page = Route { lang: Lang::Vi, page: Page::Article(article.id.clone()) };
        let day = article.published.and_then(|date| date.latest()).or_else(|| article.covers?.latest());
        let years =
            article.published.into_iter().chain(article.covers).chain(figures().filter_map(FigureRef::when));
        let folded = [article.headline.as_str()].into_iter().chain(campaign_names.union(&names).copied());
        // "1,2 tỉ đồng" is also found as 1200000000.
        let numbers = article
            .figures
            .iter()
            .flat_map(|figure| [fold(&figure.as_written), fold(&format_number(figure.value, Lang::Vi))]);
        let folded = std::iter::once(fold(&folded.collect::<Vec<_>>().join(" "))).chain(collect_set(numbers));
        Record {
            id: &article.id,
            url: format!("{}{}", address.origin, address.base.href(&page)),
            headline: &article.headline,
            headline_en: article.headline_en.as_deref(),
            source: article.source.as_deref().and_then(|id| catalogue.source(id)).map(|s| s.name.as_str()),
            folded: folded.collect::<Vec<_>>().join(" "),
            campaigns: campaign_names.into_iter().collect(),
            organisations: organisation_names(article, catalogue),
            names: names.into_iter().collect(),
            kinds: collect_set(campaigns.iter().map(|c| c.kind.slug())).into_iter().collect(),
            sectors: collect_set(campaigns.iter().filter_map(|c| c.sector).map(|s| s.slug()))
                .into_iter()
                .collect(),
            levels: collect_set(article.figures.iter().flat_map(|f| &f.levels))
                .into_iter()
                .map(|l| l.slug())
                .collect(),
            roles: collect_set(article.figures.iter().map(|f| f.role))
                .into_iter()
                .map(|r| r.slug())
                .collect(),
            years: collect_set(years.flat_map(|when| when.years())).into_iter().collect(),
            day: day
                .map(|(year, month, day)| u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day)),
            people: collect_set(article.people.iter().map(|p| p.name.as_str())).into_iter().collect(),
            figures: article.figures.iter().map(|f| format!("{}: {}", f.as_written, f.label.vi)).collect(),
            digest: article.digest.iter().map(|p| p.vi.as_str()).collect(),
            digest_en: article.digest.iter().map(|p| p.en.as_str()).filter(|text| !text.is_empty()).collect(),
            body: article.body.as_deref().unwrap_or_default(),
            other: other_texts(article).filter(|text| !text.is_empty()).collect(),
        }
    }
}

/// Returns texts of an article that have no field of their own.
fn other_texts(article: &Article) -> impl Iterator<Item = &str> {
    let above = article.kicker.iter().chain(&article.byline);
    let offices = article.people.iter().flat_map(|person| person.role.iter().chain(&person.role_en));
    let phases =
        article.phases.iter().flat_map(|phase| std::iter::once(&phase.name).chain(&phase.as_written));
    let labels = article.figures.iter().map(|figure| &figure.label.en);
    let texts = collect_set(above.chain(offices).chain(phases).chain(labels).map(String::as_str));
    texts.into_iter()
}

/// Returns the forms of one name.
fn forms<'a>(
    name: &'a str,
    aliases: &'a [String],
    name_en: Option<&'a str>,
) -> impl Iterator<Item = &'a str> {
    std::iter::once(name).chain(aliases.iter().map(String::as_str)).chain(name_en)
}

/// Returns the organisations that an article names: its own, those of its figures and those of its people.
fn named_organisations(article: &Article) -> impl Iterator<Item = &OrganisationId> {
    let counted = article.figures.iter().filter_map(|figure| figure.organisation.as_ref());
    let serving = article.people.iter().filter_map(|person| person.organisation.as_ref());
    std::iter::once(&article.organisation).chain(counted).chain(serving)
}

/// Returns the name of the organisation of an article and of its parents, the nearest first.
fn organisation_names<'a>(article: &Article, catalogue: &'a Catalogue) -> Vec<&'a str> {
    let first = catalogue.organisation(&article.organisation);
    let chain = std::iter::successors(first, |o| catalogue.organisation(o.parent.as_deref()?));
    // A valid corpus has no cycle; the limit keeps another from looping for ever.
    chain.take(catalogue.organisations().len()).map(|o| o.name.as_str()).collect()
}
