//! One campaign: what it is, who ran it and when, its figures, rounds, articles and printed variants.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::PageContext;
use super::campaigns::most;
use super::components::clipping::ClippingDetail;
use super::components::facts::{fact, facts};
use super::newest_articles::{MAX_LISTED_ARTICLES, newest_articles};
use crate::page_meta::campaign_name;
use crate::route::Page;
use crate::url_state::PageView;
use thidua_core::collections::collect_set;
use thidua_core::corpus::MentionRef;
use thidua_core::domain::{Article, Campaign, Lang};
use thidua_core::text::sorted_by_name;
use thidua_i18n::{sentences, terms};
use thidua_search::SearchRequest;

/// So many organisations and phases are listed, those with the most articles.
const MOST_ROWS: usize = 60;
/// So many articles of one organisation.
const MOST_OF_ONE: usize = 6;
/// So many places where a name is printed in one way.
const MOST_PLACES: usize = 24;

impl PageContext<'_> {
    /// The page of campaign `id`.
    pub(super) fn campaign_page(self, id: &str) -> Option<Markup> {
        let campaign = self.catalogue().campaign(id)?;
        let w = self.w;
        let page = Page::Campaign(campaign.id.clone());
        let href = self.href(page.clone());
        let figures = self.catalogue().figures_of_campaign(id);
        let articles = self.catalogue().articles_of_campaign(id);
        let named = newest_articles(&articles, MAX_LISTED_ARTICLES);
        let search = SearchRequest { query: phrase(&campaign.name), ..SearchRequest::default() };
        Some(html! {
            article {
                (self.crumbs(Page::Campaigns, w.nav_campaigns))
                header.head {
                    p.kicker { (terms::kind(campaign.kind, self.lang)) }
                    h1 lang="vi" { (campaign.name) }
                    @if let (Lang::En, Some(name)) = (self.lang, &campaign.name_en) { p.original { (name) } }
                    p.lede { (campaign.summary.get(self.lang)) }
                    (self.campaign_facts(campaign))
                    (self.page_tools(&href, &campaign_name(campaign, self.lang), None))
                }
                (self.who_and_when(campaign, &articles))
                (self.charts_of(PageView::of(&page)))
                (self.figures_section(&figures, ClippingDetail::Article, &page))
                @if figures.is_empty() { p.note.table-note { (w.no_campaign_figures) } }
                (self.campaign_phases(campaign))
                section aria-labelledby="bai" {
                    h2 #bai { (w.articles) }
                    (self.article_list(&named))
                    (self.all_articles(articles.len(), &search))
                    (self.citations(&articles))
                }
                (self.variants(campaign))
                (self.see_also(campaign))
            }
        })
    }

    fn campaign_facts(self, campaign: &Campaign) -> Markup {
        let w = self.w;
        facts([
            fact(w.launched_by, campaign.launched_by.as_deref().and_then(|id| self.organisation_link(id))),
            fact(w.sector, campaign.sector.map(|s| terms::sector(s, self.lang))),
        ])
    }

    /// Organisations with an article on the campaign, each with what it did and when.
    fn who_and_when(self, campaign: &Campaign, articles: &[&Article]) -> Markup {
        let cells = self.matrix_cells(&[campaign]);
        let ran = collect_set(articles.iter().map(|article| &article.organisation));
        let mut organisations = self.organisations_by_name(self.catalogue().reporting_organisations());
        organisations.retain(|organisation| ran.contains(&organisation.id));
        let shown = most(&organisations, MOST_ROWS, |o| {
            articles.iter().filter(|article| article.organisation == o.id).count()
        });
        html! {
            @if !articles.is_empty() {
                section aria-labelledby="ai-lam" {
                    h2 #ai-lam { (self.w.who_and_when) }
                    table.who {
                        tbody {
                            @for o in &shown {
                                tr {
                                    th scope="row" { @if let Some(link) = self.organisation_link(&o.id) { (link) } }
                                    td { (self.matrix_cell(&cells, campaign, o, MOST_OF_ONE)) }
                                }
                            }
                        }
                    }
                    @if shown.len() < organisations.len() {
                        p.note { (sentences::organisations_shown(shown.len(), organisations.len(), self.lang)) }
                    }
                }
            }
        }
    }

    fn campaign_phases(self, campaign: &Campaign) -> Markup {
        let phases = self.catalogue().phases_of(&campaign.id);
        html! {
            @if !phases.is_empty() {
                section aria-labelledby="dot" {
                    h2 #dot { (self.w.phases) }
                    ul.phases {
                        @for found in phases.iter().take(MOST_ROWS) {
                            li { (self.phase(found.phase)) p.note { (self.article_link(found.article)) } }
                        }
                    }
                    (self.more(phases.len(), MOST_ROWS))
                }
            }
        }
    }

    /// Every printed spelling, with where it stands.
    fn variants(self, campaign: &Campaign) -> Markup {
        let mut variants: BTreeMap<&str, Vec<MentionRef<'_>>> = BTreeMap::new();
        for found in self.catalogue().mentions_of(&campaign.id) {
            variants.entry(&found.mention.as_written).or_default().push(found);
        }
        html! {
            @if !variants.is_empty() {
                section aria-labelledby="cach-viet" {
                    h2 #cach-viet { (self.w.printed_variants) }
                    dl.facts {
                        @for (printed, places) in sorted_by_name(&variants, |(printed, _)| **printed) {
                            div.facts__row {
                                dt.printed lang="vi" { "“" (printed) "”" }
                                dd {
                                    ul.places { @for place in places.iter().take(MOST_PLACES) { li { (self.find_span(*place)) } } }
                                    (self.more(places.len(), MOST_PLACES))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn find_span(self, found: MentionRef<'_>) -> Markup {
        let organisation = self.catalogue().organisation(&found.article.organisation);
        html! {
            a href=(self.line_href(found.article, found.mention.line)) {
                @if let Some(o) = organisation { (self.organisation_name(o)) ", " }
                (sentences::line(found.mention.line, self.lang))
            }
        }
    }

    fn see_also(self, campaign: &Campaign) -> Markup {
        html! {
            @if !campaign.see_also.is_empty() {
                section aria-labelledby="xem-them" {
                    h2 #xem-them { (self.w.see_also) }
                    p.note { (self.w.see_also_note) }
                    ul.name-list {
                        @for id in &campaign.see_also {
                            @if let Some(link) = self.campaign_by_id(id) { li { (link) } }
                        }
                    }
                }
            }
        }
    }
}

/// A query for a name as a phrase.
fn phrase(name: &str) -> String {
    format!("\"{}\"", name.replace('"', " "))
}
