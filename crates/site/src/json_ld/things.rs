//! Articles, organisations and dates.

use serde_json::{Value, json};

use super::{Node, reference};
use crate::place::Place;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{
    Article, ArticleId, Date, Edtf, Endpoint, Organisation, OrganisationKind, Precision,
};
use thidua_pages::route::Page;

/// The name of the newspaper's article: not of the page here that tells of it.
pub fn article_id(id: &ArticleId, place: Place<'_>) -> String {
    format!("{}#bai-bao", place.name(Page::Article(id.clone())))
}

/// The newspaper's article.
pub fn news_article(article: &Article, place: Place<'_>) -> Value {
    let source = article.source.as_deref().and_then(|id| place.catalogue.source(id));
    let people = article.byline.iter().map(|name| json!({ "@type": "Person", "name": name }));
    let newspaper = source.map(|source| json!({ "@type": "NewsMediaOrganization", "name": source.name }));
    let published = article.published.and_then(day_or_minute);
    Node::named("NewsArticle", article_id(&article.id, place))
        .with("headline", article.headline.as_str())
        .with("inLanguage", "vi")
        .maybe("alternativeHeadline", article.headline_en.as_deref())
        .list("author", people)
        .maybe("publisher", newspaper)
        .maybe("datePublished", published)
        .maybe("url", article.url.as_deref())
        .maybe("about", organisation_reference(&article.organisation, place))
        .into()
}

/// An organisation by its name; nothing where the corpus has none of that id.
pub fn organisation_reference(id: &str, place: Place<'_>) -> Option<Value> {
    place.catalogue.organisation(id).map(|organisation| reference(organisation_id(organisation, place)))
}

fn organisation_id(organisation: &Organisation, place: Place<'_>) -> String {
    format!("{}#don-vi", place.name(Page::Organisation(organisation.id.clone())))
}

/// An organisation. Where another one is spoken of, its name is enough: `deep` adds what its own page says.
pub fn organisation(organisation: &Organisation, place: Place<'_>, deep: bool) -> Value {
    let kind = match organisation.kind {
        OrganisationKind::Federation | OrganisationKind::Union => "WorkersUnion",
        OrganisationKind::Government | OrganisationKind::Council => "GovernmentOrganization",
        OrganisationKind::Party | OrganisationKind::Fund | OrganisationKind::Other => "Organization",
    };
    let node = Node::named(kind, organisation_id(organisation, place))
        .with("name", organisation.name.as_str())
        .with("url", place.name(Page::Organisation(organisation.id.clone())));
    if !deep {
        return node.into();
    }
    let names = organisation.name_en.iter().chain(&organisation.aliases).map(|name| json!(name));
    let (from, to) = organisation.valid.map_or((None, None), ends);
    let parent = organisation.parent.as_deref().and_then(|id| place.catalogue.organisation(id));
    node.list("alternateName", names)
        .maybe("parentOrganization", parent.map(|parent| self::organisation(parent, place, false)))
        .maybe(
            "location",
            organisation.locality.as_ref().map(|name| json!({ "@type": "Place", "name": name })),
        )
        .maybe("foundingDate", from)
        .maybe("dissolutionDate", to)
        .into()
}

/// The organisation of that id, in short.
pub fn organisation_in_short(catalogue: &Catalogue, id: &str, place: Place<'_>) -> Option<Value> {
    catalogue.organisation(id).map(|found| organisation(found, place, false))
}

/// A date as ISO 8601 writes it. Schema.org knows no uncertain dates and no seasons, so these are left out; the time
/// is Vietnam's, where the articles were printed.
pub fn iso_date(date: Date) -> Option<String> {
    let text = date.to_string();
    let is_season = date.precision() == Precision::Month && date.month().is_none();
    if date.is_qualified() || is_season || text.contains('X') {
        return None;
    }
    Some(if date.time().is_some() { format!("{text}:00+07:00") } else { text })
}

/// First and last date of a period, as far as they are known.
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

/// The one date of something that happened at one time.
pub fn day_or_minute(period: Edtf) -> Option<String> {
    match period {
        Edtf::Date(date) => iso_date(date),
        Edtf::Interval(..) => None,
    }
}
