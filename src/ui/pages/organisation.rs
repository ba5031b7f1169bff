//! One organisation: its campaigns by article, its figures and charts, its people.

use leptos::prelude::*;

use crate::domain::{Article, Organisation};
use crate::i18n::terms;
use crate::route::Page;
use crate::text::format_period;
use crate::ui::components::clipping::Beside;
use crate::ui::components::facts::{fact, facts};
use crate::ui::components::share_bar::ShareBar;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// The page of organisation `id`.
    pub(super) fn organisation_page(self, id: &str) -> Option<AnyView> {
        let organisation = self.catalogue().organisation(id)?;
        let w = self.w;
        let href = self.href(Page::Organisation(organisation.id.clone()));
        let name = self.organisation_name(organisation).to_owned();
        let figures = self.catalogue().figures_of_organisation(id);
        let articles = self.catalogue().articles_of_organisation(id);
        let programme = (!articles.is_empty()).then(|| {
            let entries = articles.iter().map(|a| self.programme_of(a));
            view! {
                <section aria-labelledby="chuong-trinh">
                    <h2 id="chuong-trinh">{w.programme_by_year}</h2>
                    {entries.collect_view()}
                </section>
            }
        });
        let figures_section = (!figures.is_empty()).then(|| {
            view! {
                <section aria-labelledby="so-lieu">
                    <h2 id="so-lieu">{w.figures}</h2>
                    {self.figure_groups(&figures, Beside::Article)}
                </section>
            }
        });
        Some(
            view! {
                <article>
                    {self.crumbs(Page::Organisations, w.nav_organisations)}
                    <header class="head">
                        <p class="kicker">{terms::organisation_kind(organisation.kind, self.lang)}</p>
                        <h1>{name.clone()}</h1>
                        {self.organisation_facts(organisation)}
                        <ShareBar href=href title=name/>
                    </header>
                    {self.charts_section(&figures)}
                    {programme}
                    {figures_section}
                    {self.organisation_people(organisation)}
                    {self.campaigns_launched(organisation)}
                </article>
            }
            .into_any(),
        )
    }

    fn organisation_facts(self, organisation: &Organisation) -> AnyView {
        let w = self.w;
        let aliases = (!organisation.aliases.is_empty())
            .then(|| view! { <span lang="vi">{organisation.aliases.join("; ")}</span> });
        facts([
            fact(w.locality, organisation.locality.clone()),
            fact(w.parent, organisation.parent.as_deref().and_then(|id| self.organisation_link(id))),
            fact(w.other_names, aliases),
            fact(w.period, organisation.valid.map(|valid| format_period(valid, self.lang))),
        ])
    }

    /// What one article reports of the organisation's campaigns.
    fn programme_of(self, article: &Article) -> AnyView {
        let covers = article
            .covers
            .map(|covers| format_period(covers, self.lang))
            .or_else(|| article.covers_as_written.clone())
            .unwrap_or_else(|| self.w.year_not_stated.to_owned());
        let campaigns: Vec<_> = self
            .catalogue()
            .campaigns()
            .iter()
            .filter(|c| article.mentions.iter().any(|m| m.campaign == c.id))
            .collect();
        view! {
            <div class="programme">
                <p class="programme__head">
                    <span class="programme__when">{covers}</span>
                    {self.article_link(article)}
                </p>
                {self.campaigns_by_kind(&campaigns)}
            </div>
        }
        .into_any()
    }

    fn organisation_people(self, organisation: &Organisation) -> Option<AnyView> {
        let mut people: Vec<_> = self
            .catalogue()
            .articles()
            .iter()
            .flat_map(|a| &a.people)
            .filter(|p| p.organisation.as_ref() == Some(&organisation.id))
            .collect();
        people.dedup_by(|a, b| a.name == b.name && a.role == b.role);
        (!people.is_empty()).then(|| {
            view! {
                <section aria-labelledby="nguoi">
                    <h2 id="nguoi">{self.w.people}</h2>
                    {people.into_iter().map(|p| self.person(p)).collect_view()}
                </section>
            }
            .into_any()
        })
    }

    fn campaigns_launched(self, organisation: &Organisation) -> Option<AnyView> {
        let launched: Vec<_> = self
            .catalogue()
            .campaigns()
            .iter()
            .filter(|c| c.launched_by.as_ref() == Some(&organisation.id))
            .collect();
        (!launched.is_empty()).then(|| {
            view! {
                <section aria-labelledby="phat-dong">
                    <h2 id="phat-dong">{self.w.campaigns_launched}</h2>
                    {self.campaigns_by_kind(&launched)}
                </section>
            }
            .into_any()
        })
    }
}
