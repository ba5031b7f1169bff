//! Campaigns: events with their rounds, or terms for titles and themes.

use serde_json::{Value, json};

use thidua_core::corpus::PhaseRef;
use thidua_core::domain::{Campaign, CampaignKind, Lang, Phase};
use thidua_i18n::terms;
use thidua_pages::html::{MAX_LISTED_ARTICLES, newest_articles};
use thidua_pages::page_meta::campaign_name;
use thidua_pages::route::Page;

use super::things::{article_id, ends, organisation_in_short};
use super::{Node, reference};
use crate::urls::SiteUrls;

/// Returns the `@id` of a campaign.
pub fn campaign_id(campaign: &Campaign, urls: SiteUrls<'_>) -> String {
    format!("{}#phong-trao", urls.canonical(Page::Campaign(campaign.id.clone())))
}

/// Returns whether campaigns of this kind take place. Titles are awarded and themes are chosen; neither is an event.
fn is_event(kind: CampaignKind) -> bool {
    !matches!(kind, CampaignKind::Title | CampaignKind::Theme)
}

/// Returns a campaign with everything that its own page states.
pub fn campaign(campaign: &Campaign, urls: SiteUrls<'_>, lang: Lang) -> Value {
    let catalogue = urls.catalogue;
    let kind = if is_event(campaign.kind) { "Event" } else { "DefinedTerm" };
    let names = campaign.name_en.iter().chain(&campaign.aliases).map(|name| json!(name));
    let articles = newest_articles(&catalogue.articles_of_campaign(&campaign.id), MAX_LISTED_ARTICLES);
    let node = Node::named(kind, campaign_id(campaign, urls))
        .with("name", campaign.name.as_str())
        .with("description", campaign.summary.get(lang))
        .with("url", urls.canonical(Page::Campaign(campaign.id.clone())))
        .list("alternateName", names)
        .list("subjectOf", articles.iter().map(|article| reference(article_id(&article.id, urls))));
    if !is_event(campaign.kind) {
        let set = json!({ "@type": "DefinedTermSet", "name": terms::kinds(campaign.kind, lang),
            "url": urls.canonical(Page::Campaigns) });
        return node.with("inDefinedTermSet", set).into();
    }
    let organiser = campaign.launched_by.as_deref();
    let locality = organiser.and_then(|id| catalogue.organisation(id)?.locality.as_ref());
    let sector = campaign.sector.map(|sector| terms::sector(sector, lang));
    let phases = catalogue.phases_of(&campaign.id);
    let mut phases = phases.into_iter().filter(|found| found.phase.campaign == campaign.id);
    let node = node
        .maybe("organizer", organiser.and_then(|id| organisation_in_short(catalogue, id, urls)))
        .maybe("location", locality.map(|name| json!({ "@type": "Place", "name": name })))
        .maybe("audience", sector.map(|name| json!({ "@type": "Audience", "audienceType": name })));
    if campaign.kind == CampaignKind::Round {
        // A round has one phase, whose dates are those of the round.
        return match phases.next() {
            Some(found) => dated(node, found.phase, urls, lang).into(),
            None => node.into(),
        };
    }
    let parts = phases.take(MAX_LISTED_ARTICLES).map(|found| phase(found, urls, lang));
    node.list("subEvent", parts.chain(rounds(campaign, urls, lang)).collect::<Vec<_>>()).into()
}

/// Returns the rounds of a campaign: related campaigns of the kind `Round` that the same organisation launched.
fn rounds(campaign: &Campaign, urls: SiteUrls<'_>, lang: Lang) -> Vec<Value> {
    let related = campaign.see_also.iter().filter_map(|id| urls.catalogue.campaign(id));
    let of_it = related.filter(|c| c.kind == CampaignKind::Round && c.launched_by == campaign.launched_by);
    let event = |round: &Campaign| {
        let node = Node::named("Event", campaign_id(round, urls))
            .with("name", round.name.as_str())
            .with("url", urls.canonical(Page::Campaign(round.id.clone())));
        let phases = urls.catalogue.phases_of(&round.id);
        match phases.iter().find(|found| found.phase.campaign == round.id) {
            Some(found) => dated(node, found.phase, urls, lang).into(),
            None => node.into(),
        }
    };
    of_it.map(event).collect()
}

/// Returns a phase of a campaign.
fn phase(found: PhaseRef<'_>, urls: SiteUrls<'_>, lang: Lang) -> Value {
    let PhaseRef { article, phase } = found;
    let node = Node::new("Event")
        .with("name", phase.name.as_str())
        .maybe("organizer", organisation_in_short(urls.catalogue, &article.organisation, urls))
        .with("subjectOf", reference(article_id(&article.id, urls)));
    dated(node, phase, urls, lang).into()
}

/// Adds the dates and the theme of a phase to an event, as far as the article states them.
fn dated(node: Node, phase: &Phase, urls: SiteUrls<'_>, lang: Lang) -> Node {
    let (from, to) = phase.when.map_or((None, None), ends);
    let theme = phase.theme.as_deref().and_then(|id| urls.catalogue.campaign(id));
    let about = theme.map(|theme| {
        Node::named("DefinedTerm", campaign_id(theme, urls)).with("name", campaign_name(theme, lang))
    });
    node.maybe("startDate", from).maybe("endDate", to).maybe("about", about)
}
