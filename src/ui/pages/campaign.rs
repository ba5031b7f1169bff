//! One campaign: what it is, who ran it and when, its figures, rounds, articles and printed variants.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::{Campaign, Lang};
use crate::i18n::{sentences, terms};
use crate::page_meta::campaign_name;
use crate::route::Page;
use crate::ui::components::clipping::Beside;
use crate::ui::components::facts::{fact, facts};
use crate::ui::components::share_bar::ShareBar;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// The page of campaign `id`.
    pub(super) fn campaign_page(self, id: &str) -> Option<AnyView> {
        let campaign = self.catalogue().campaign(id)?;
        let w = self.w;
        let href = self.href(Page::Campaign(campaign.id.clone()));
        let gloss = match self.lang {
            Lang::En => campaign.name_en.clone().map(|name| view! { <p class="original">{name}</p> }),
            Lang::Vi => None,
        };
        let figures = self.catalogue().figures_of_campaign(id);
        let figures_section = (!figures.is_empty()).then(|| {
            view! {
                <section aria-labelledby="so-lieu">
                    <h2 id="so-lieu">{w.figures}</h2>
                    {self.figure_groups(&figures, Beside::Article)}
                </section>
            }
        });
        let no_figures = figures.is_empty().then(|| view! { <p class="note">{w.no_campaign_figures}</p> });
        Some(
            view! {
                <article>
                    {self.crumbs(Page::Campaigns, w.nav_campaigns)}
                    <header class="head">
                        <p class="kicker">{terms::kind(campaign.kind, self.lang)}</p>
                        <h1 lang="vi">{campaign.name.clone()}</h1>
                        {gloss}
                        <p class="lede">{campaign.summary.get(self.lang).to_owned()}</p>
                        {self.campaign_facts(campaign)}
                        <ShareBar href=href title=campaign_name(campaign, self.lang)/>
                    </header>
                    {self.who_and_when(campaign)}
                    {self.charts_section(&figures)}
                    {figures_section}
                    {no_figures}
                    {self.campaign_phases(campaign)}
                    {self.campaign_articles(campaign)}
                    {self.variants(campaign)}
                    {self.see_also(campaign)}
                </article>
            }
            .into_any(),
        )
    }

    fn campaign_facts(self, campaign: &Campaign) -> AnyView {
        let w = self.w;
        facts([
            fact(w.launched_by, campaign.launched_by.as_deref().and_then(|id| self.organisation_link(id))),
            fact(w.sector, campaign.sector.map(|s| terms::sector(s, self.lang))),
        ])
    }

    /// Organisations with an article on the campaign, each with what it did and when.
    fn who_and_when(self, campaign: &Campaign) -> Option<AnyView> {
        let articles = self.catalogue().articles_of_campaign(&campaign.id);
        let organisations: Vec<_> = self
            .catalogue()
            .reporting_organisations()
            .into_iter()
            .filter(|o| articles.iter().any(|a| a.organisation == o.id))
            .collect();
        (!organisations.is_empty()).then(|| {
            let rows = organisations.iter().map(|o| {
                view! {
                    <tr>
                        <th scope="row">{self.organisation_link(&o.id)}</th>
                        <td>{self.matrix_cell(campaign, o)}</td>
                    </tr>
                }
            });
            view! {
                <section aria-labelledby="ai-lam">
                    <h2 id="ai-lam">{self.w.who_and_when}</h2>
                    <table class="who"><tbody>{rows.collect_view()}</tbody></table>
                </section>
            }
            .into_any()
        })
    }

    fn campaign_phases(self, campaign: &Campaign) -> Option<AnyView> {
        let phases = self.catalogue().phases_of(&campaign.id);
        (!phases.is_empty()).then(|| {
            let items = phases.iter().map(|p| {
                view! { <li>{self.phase(p.phase)}<p class="note">{self.article_link(p.article)}</p></li> }
            });
            view! {
                <section aria-labelledby="dot">
                    <h2 id="dot">{self.w.phases}</h2>
                    <ul class="phases">{items.collect_view()}</ul>
                </section>
            }
            .into_any()
        })
    }

    fn campaign_articles(self, campaign: &Campaign) -> AnyView {
        let articles = self.catalogue().articles_of_campaign(&campaign.id);
        view! {
            <section aria-labelledby="bai">
                <h2 id="bai">{self.w.articles}</h2>
                {self.article_list(&articles)}
            </section>
        }
        .into_any()
    }

    /// Every printed spelling, with where it stands.
    fn variants(self, campaign: &Campaign) -> Option<AnyView> {
        let mut variants: BTreeMap<&str, Vec<AnyView>> = BTreeMap::new();
        for found in self.catalogue().mentions_of(&campaign.id) {
            let place = format!("{}#dong-{}", self.article_href(found.article), found.mention.line);
            let name = self
                .catalogue()
                .organisation(&found.article.organisation)
                .map(|o| self.organisation_name(o).to_owned());
            let line = sentences::line(found.mention.line, self.lang);
            variants
                .entry(&found.mention.as_written)
                .or_default()
                .push(view! { <li><a href=place>{name}", "{line}</a></li> }.into_any());
        }
        (!variants.is_empty()).then(|| {
            let rows = variants.into_iter().map(|(printed, places)| {
                view! {
                    <div class="facts__row">
                        <dt lang="vi" class="printed">"“"{printed.to_owned()}"”"</dt>
                        <dd><ul class="places">{places}</ul></dd>
                    </div>
                }
            });
            view! {
                <section aria-labelledby="cach-viet">
                    <h2 id="cach-viet">{self.w.printed_variants}</h2>
                    <dl class="facts">{rows.collect_view()}</dl>
                </section>
            }
            .into_any()
        })
    }

    fn see_also(self, campaign: &Campaign) -> Option<AnyView> {
        let others: Vec<_> = campaign
            .see_also
            .iter()
            .filter_map(|id| self.campaign_by_id(id))
            .map(|link| view! { <li>{link}</li> })
            .collect();
        (!others.is_empty()).then(|| {
            view! {
                <section aria-labelledby="xem-them">
                    <h2 id="xem-them">{self.w.see_also}</h2>
                    <p class="note">{self.w.see_also_note}</p>
                    <ul class="name-list">{others}</ul>
                </section>
            }
            .into_any()
        })
    }
}
