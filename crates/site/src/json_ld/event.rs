//! Campaigns: events with their rounds, or terms where nothing takes place.

use serde_json::{Value, json};

use super::things::{article_id, ends, organisation_in_short};
use super::{Node, reference};
use crate::place::Place;
use thidua_core::corpus::PhaseRef;
use thidua_core::domain::{Campaign, CampaignKind, Lang, Phase};
use thidua_i18n::terms;
use thidua_pages::html::{MAX_LISTED_ARTICLES, newest_articles};
use thidua_pages::page_meta::campaign_name;
use thidua_pages::route::Page;

/// The name of a campaign.
pub fn campaign_id(campaign: &Campaign, place: Place<'_>) -> String {
    format!("{}#phong-trao", place.name(Page::Campaign(campaign.id.clone())))
}

/// Whether it takes place: a title is awarded and a theme is chosen, neither happens.
fn is_event(kind: CampaignKind) -> bool {
    !matches!(kind, CampaignKind::Title | CampaignKind::Theme)
}

/// A campaign as its own page tells of it.
pub fn campaign(campaign: &Campaign, place: Place<'_>, lang: Lang) -> Value {
    let catalogue = place.catalogue;
    let kind = if is_event(campaign.kind) { "Event" } else { "DefinedTerm" };
    let names = campaign.name_en.iter().chain(&campaign.aliases).map(|name| json!(name));
    let articles = newest_articles(&catalogue.articles_of_campaign(&campaign.id), MAX_LISTED_ARTICLES);
    let node = Node::named(kind, campaign_id(campaign, place))
        .with("name", campaign.name.as_str())
        .with("description", campaign.summary.get(lang))
        .with("url", place.name(Page::Campaign(campaign.id.clone())))
        .list("alternateName", names)
        .list("subjectOf", articles.iter().map(|article| reference(article_id(&article.id, place))));
    if !is_event(campaign.kind) {
        let set = json!({ "@type": "DefinedTermSet", "name": terms::kinds(campaign.kind, lang),
            "url": place.name(Page::Campaigns) });
        return node.with("inDefinedTermSet", set).into();
    }
    let organiser = campaign.launched_by.as_deref();
    let locality = organiser.and_then(|id| catalogue.organisation(id)?.locality.as_ref());
    let sector = campaign.sector.map(|sector| terms::sector(sector, lang));
    let phases = catalogue.phases_of(&campaign.id);
    let mut phases = phases.into_iter().filter(|found| found.phase.campaign == campaign.id);
    let node = node
        .maybe("organizer", organiser.and_then(|id| organisation_in_short(catalogue, id, place)))
        .maybe("location", locality.map(|name| json!({ "@type": "Place", "name": name })))
        .maybe("audience", sector.map(|name| json!({ "@type": "Audience", "audienceType": name })));
    if campaign.kind == CampaignKind::Round {
        // Its dates are its own, not those of a part.
        return match phases.next() {
            Some(found) => dated(node, found.phase, place, lang).into(),
            None => node.into(),
        };
    }
    let parts = phases.take(MAX_LISTED_ARTICLES).map(|found| phase(found, place, lang));
    node.list("subEvent", parts.chain(rounds(campaign, place, lang)).collect::<Vec<_>>()).into()
}

/// The rounds of a campaign: those that stand beside it and were launched by the same organisation.
fn rounds(campaign: &Campaign, place: Place<'_>, lang: Lang) -> Vec<Value> {
    let beside = campaign.see_also.iter().filter_map(|id| place.catalogue.campaign(id));
    let of_it = beside.filter(|c| c.kind == CampaignKind::Round && c.launched_by == campaign.launched_by);
    let event = |round: &Campaign| {
        let node = Node::named("Event", campaign_id(round, place))
            .with("name", round.name.as_str())
            .with("url", place.name(Page::Campaign(round.id.clone())));
        let phases = place.catalogue.phases_of(&round.id);
        match phases.iter().find(|found| found.phase.campaign == round.id) {
            Some(found) => dated(node, found.phase, place, lang).into(),
            None => node.into(),
        }
    };
    of_it.map(event).collect()
}

/// A dated stretch of a campaign.
fn phase(found: PhaseRef<'_>, place: Place<'_>, lang: Lang) -> Value {
    let PhaseRef { article, phase } = found;
    let node = Node::new("Event")
        .with("name", phase.name.as_str())
        .maybe("organizer", organisation_in_short(place.catalogue, &article.organisation, place))
        .with("subjectOf", reference(article_id(&article.id, place)));
    dated(node, phase, place, lang).into()
}

/// An event with the dates and the theme of a phase, as far as the article states them.
fn dated(node: Node, phase: &Phase, place: Place<'_>, lang: Lang) -> Node {
    let (from, to) = phase.when.map_or((None, None), ends);
    let theme = phase.theme.as_deref().and_then(|id| place.catalogue.campaign(id));
    let about = theme.map(|theme| {
        Node::named("DefinedTerm", campaign_id(theme, place)).with("name", campaign_name(theme, lang))
    });
    node.maybe("startDate", from).maybe("endDate", to).maybe("about", about)
}
