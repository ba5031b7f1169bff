//! Articles, organisations and dates.

use serde_json::{Value, json};

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{
    Article, ArticleId, Date, Edtf, Endpoint, Organisation, OrganisationKind, Precision,
};
use thidua_pages::route::Page;

use super::{Node, reference};
use crate::urls::SiteUrls;

/// Returns the `@id` of the newspaper article, which is not that of our page about it.
pub fn article_id(id: &ArticleId, urls: SiteUrls<'_>) -> String {
    format!("{}#bai-bao", urls.canonical(Page::Article(id.clone())))
}

/// Returns the newspaper article.
pub fn news_article(article: &Article, urls: SiteUrls<'_>) -> Value {
    let source = article.source.as_deref().and_then(|id| urls.catalogue.source(id));
    let people = article.byline.iter().map(|name| json!({ "@type": "Person", "name": name }));
    let newspaper = source.map(|source| json!({ "@type": "NewsMediaOrganization", "name": source.name }));
    let published = article.published.and_then(day_or_minute);
    Node::named("NewsArticle", article_id(&article.id, urls))
        .with("headline", article.headline.as_str())
        .with("inLanguage", "vi")
        .maybe("alternativeHeadline", article.headline_en.as_deref())
        .list("author", people)
        .maybe("publisher", newspaper)
        .maybe("datePublished", published)
        .maybe("url", article.url.as_deref())
        .maybe("about", organisation_reference(&article.organisation, urls))
        .into()
}

/// Returns a reference to an organisation. `None` if the corpus has none of that id.
pub fn organisation_reference(id: &str, urls: SiteUrls<'_>) -> Option<Value> {
    urls.catalogue.organisation(id).map(|organisation| reference(organisation_id(organisation, urls)))
}

fn organisation_id(organisation: &Organisation, urls: SiteUrls<'_>) -> String {
    format!("{}#don-vi", urls.canonical(Page::Organisation(organisation.id.clone())))
}

/// Returns an organisation with name and URL; with `deep` everything that its own page states.
pub fn organisation(organisation: &Organisation, urls: SiteUrls<'_>, deep: bool) -> Value {
    let kind = match organisation.kind {
        OrganisationKind::Federation | OrganisationKind::Union => "WorkersUnion",
        OrganisationKind::Government | OrganisationKind::Council => "GovernmentOrganization",
        OrganisationKind::Party | OrganisationKind::Fund | OrganisationKind::Other => "Organization",
    };
    let node = Node::named(kind, organisation_id(organisation, urls))
        .with("name", organisation.name.as_str())
        .with("url", urls.canonical(Page::Organisation(organisation.id.clone())));
    if !deep {
        return node.into();
    }
    let names = organisation.name_en.iter().chain(&organisation.aliases).map(|name| json!(name));
    let (from, to) = organisation.valid.map_or((None, None), ends);
    let parent = organisation.parent.as_deref().and_then(|id| urls.catalogue.organisation(id));
    node.list("alternateName", names)
        .maybe("parentOrganization", parent.map(|parent| self::organisation(parent, urls, false)))
        .maybe(
            "location",
            organisation.locality.as_ref().map(|name| json!({ "@type": "Place", "name": name })),
        )
        .maybe("foundingDate", from)
        .maybe("dissolutionDate", to)
        .into()
}

/// Returns the organisation of that id with name and URL. `None` if the corpus has none.
pub fn organisation_in_short(catalogue: &Catalogue, id: &str, urls: SiteUrls<'_>) -> Option<Value> {
    catalogue.organisation(id).map(|found| organisation(found, urls, false))
}

/// Returns a date in ISO 8601, in Vietnamese time. `None` for uncertain dates and seasons, which schema.org does not have.
pub fn iso_date(date: Date) -> Option<String> {
    let text = date.to_string();
    let is_season = date.precision() == Precision::Month && date.month().is_none();
    if date.is_qualified() || is_season || text.contains('X') {
        return None;
    }
    Some(if date.time().is_some() { format!("{text}:00+07:00") } else { text })
}

/// Returns first and last date of a period, as far as they are known.
pub fn ends(period: Edtf) -> (Option<String>, Option<String>) {
    let end = |endpoint| match endpoint {
        Endpoint::Date(date) => iso_date(date),
        Endpoint::Open | Endpoint::Unknown => None,
    };
    match period {
        Edtf::Date(date) => (iso_date(date), iso_date(date)),
        Edtf::Interval(from, to) => (end(from), end(to)),
    }
}

/// Returns a single date in ISO 8601. `None` for an interval.
pub fn day_or_minute(period: Edtf) -> Option<String> {
    match period {
        Edtf::Date(date) => iso_date(date),
        Edtf::Interval(..) => None,
    }
}
