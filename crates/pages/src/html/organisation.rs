//! One organisation: its charts, its campaigns by article, its figures, its people.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::PageContext;
use super::components::clipping::ClippingDetail;
use super::components::facts::{fact, facts};
use super::newest_articles::{MAX_LISTED_ARTICLES, newest_articles};
use crate::route::Page;
use crate::url_state::PageView;
use thidua_core::domain::{Article, Organisation, Person};
use thidua_core::text::{format_period, sorted_by_name};
use thidua_i18n::terms;
use thidua_search::SearchRequest;

/// So many people are listed; each article names its own.
const MOST_PEOPLE: usize = 120;

impl PageContext<'_> {
    /// The page of organisation `id`.
    pub(super) fn organisation_page(self, id: &str) -> Option<Markup> {
        let organisation = self.catalogue().organisation(id)?;
        let w = self.w;
        let page = Page::Organisation(organisation.id.clone());
        let href = self.href(page.clone());
        let name = self.organisation_name(organisation);
        let figures = self.catalogue().figures_of_organisation(id);
        let articles = self.catalogue().articles_of_organisation(id);
        let mut search = SearchRequest::default();
        search.selection.organisations.insert(organisation.id.clone());
        let launched = self.catalogue().campaigns_launched_by(id);
        let below = self.organisations_by_name(self.catalogue().child_organisations(id));
        Some(html! {
            article {
                (self.crumbs(Page::Organisations, w.nav_organisations))
                header.head {
                    p.kicker { (terms::organisation_kind(organisation.kind, self.lang)) }
                    h1 { (name) }
                    (self.organisation_facts(organisation))
                    (self.page_tools(&href, name, None))
                }
                @if articles.is_empty() { p.note { (w.only_named) } }
                (self.charts_of(PageView::of(&page)))
                @if !articles.is_empty() {
                    section aria-labelledby="chuong-trinh" {
                        h2 #chuong-trinh { (w.programme_by_year) }
                        @for article in newest_articles(&articles, MAX_LISTED_ARTICLES) { (self.programme_of(article)) }
                        (self.all_articles(articles.len(), &search))
                        (self.citations(&articles))
                    }
                }
                (self.figures_section(&figures, ClippingDetail::Article, &page))
                (self.organisation_people(organisation))
                @if !launched.is_empty() {
                    section aria-labelledby="phat-dong" {
                        h2 #phat-dong { (w.campaigns_launched) }
                        (self.campaigns_by_kind(&launched))
                    }
                }
                @if !below.is_empty() {
                    section aria-labelledby="truc-thuoc" {
                        h2 #truc-thuoc { (w.children) }
                        ul.name-list {
                            @for o in below { li { @if let Some(link) = self.organisation_link(&o.id) { (link) } } }
                        }
                    }
                }
            }
        })
    }

    fn organisation_facts(self, organisation: &Organisation) -> Markup {
        let w = self.w;
        let aliases = (!organisation.aliases.is_empty())
            .then(|| html! { span lang="vi" { (organisation.aliases.join("; ")) } });
        facts([
            fact(w.locality, organisation.locality.as_ref()),
            fact(w.parent, organisation.parent.as_deref().and_then(|id| self.organisation_link(id))),
            fact(w.other_names, aliases),
            fact(w.period, organisation.valid.map(|valid| format_period(valid, self.lang))),
        ])
    }

    /// What one article reports of the organisation's campaigns.
    fn programme_of(self, article: &Article) -> Markup {
        html! {
            div.programme {
                p.programme__head {
                    span.programme__when { (self.period_of(article)) }
                    (self.article_link(article))
                }
                (self.campaigns_by_kind(&self.campaigns_named(article)))
            }
        }
    }

    /// Each person once, however many lines name them.
    fn organisation_people(self, organisation: &Organisation) -> Markup {
        let mut people: BTreeMap<(&str, Option<&str>), &Person> = BTreeMap::new();
        for person in self.catalogue().people_of(&organisation.id) {
            people.entry((&person.name, person.role.as_deref())).or_insert(person);
        }
        html! {
            @if !people.is_empty() {
                section aria-labelledby="nguoi" {
                    h2 #nguoi { (self.w.people) }
                    @for person in sorted_by_name(people.values(), |person| &person.name).iter().take(MOST_PEOPLE) { (self.person(person)) }
                    (self.more(people.len(), MOST_PEOPLE))
                }
            }
        }
    }
}
