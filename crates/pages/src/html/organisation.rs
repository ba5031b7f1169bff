//! One organisation: its charts, its campaigns by article, its figures, its people.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_core::domain::{Article, Organisation, Person};
use thidua_core::text::{format_period, sorted_by_name};
use thidua_i18n::terms;
use thidua_search::SearchRequest;

use crate::context::PageContext;
use crate::html::components::clipping::ClippingDetail;
use crate::html::components::facts::{fact, facts};
use crate::html::components::{
    article_card, breadcrumb, campaign_list, chart_panel, citation, figure_groups, line_facts, links,
    page_tools, sorting,
};
use crate::html::newest_articles::{MAX_LISTED_ARTICLES, newest_articles};
use crate::route::Page;
use crate::url_state::PageView;

/// Maximum number of people; each article names its own.
const MAX_PEOPLE: usize = 120;

/// Returns the page of organisation `id`; `None` if the catalogue does not have it.
pub(super) fn organisation_page(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    let organisation = ctx.catalogue().organisation(id)?;
    let w = ctx.words;
    let page = Page::Organisation(organisation.id.clone());
    let href = ctx.href(page.clone());
    let name = links::organisation_name(ctx, organisation);
    let figures = ctx.catalogue().figures_of_organisation(id);
    let articles = ctx.catalogue().articles_of_organisation(id);
    let mut search = SearchRequest::default();
    search.selection.organisations.insert(organisation.id.clone());
    let launched = ctx.catalogue().campaigns_launched_by(id);
    let below = sorting::organisations_by_name(ctx, ctx.catalogue().child_organisations(id));
    let line = thidua_cite::page_line(name, &articles, ctx.catalogue(), ctx.lang);
    Some(html! {
        article {
            (breadcrumb::breadcrumb(ctx, Page::Organisations, w.nav_organisations))
            header.head {
                p.kicker { (terms::organisation_kind(organisation.kind, ctx.lang)) }
                h1 { (name) }
                (organisation_facts(ctx, organisation))
                (page_tools::page_tools(ctx, &href, name, Some(&line), !articles.is_empty()))
            }
            @if articles.is_empty() { p.note { (w.only_named) } }
            (chart_panel::view_charts_section(ctx, PageView::new(&page)))
            @if !articles.is_empty() {
                section aria-labelledby="chuong-trinh" {
                    h2 #chuong-trinh { (w.programme_by_year) }
                    @for article in newest_articles(&articles, MAX_LISTED_ARTICLES) { (programme_of(ctx, article)) }
                    (article_card::search_link(ctx, articles.len(), &search))
                    (citation::citation_list(ctx, &articles))
                }
            }
            (figure_groups::figures_section(ctx, &figures, ClippingDetail::Article, &page))
            (organisation_people(ctx, organisation))
            @if !launched.is_empty() {
                section aria-labelledby="phat-dong" {
                    h2 #phat-dong { (w.campaigns_launched) }
                    (campaign_list::campaigns_by_kind(ctx, &launched))
                }
            }
            @if !below.is_empty() {
                section aria-labelledby="truc-thuoc" {
                    h2 #truc-thuoc { (w.children) }
                    ul.name-list {
                        @for o in below { li { @if let Some(link) = links::organisation_link(ctx, &o.id) { (link) } } }
                    }
                }
            }
            (citation::page_citation(ctx, page.clone(), &organisation.id, name, &articles))
        }
    })
}

fn organisation_facts(ctx: &PageContext<'_>, organisation: &Organisation) -> Markup {
    let w = ctx.words;
    let aliases = (!organisation.aliases.is_empty())
        .then(|| html! { span lang="vi" { (organisation.aliases.join("; ")) } });
    facts([
        fact(w.locality, organisation.locality.as_ref()),
        fact(w.parent, organisation.parent.as_deref().and_then(|id| links::organisation_link(ctx, id))),
        fact(w.other_names, aliases),
        fact(w.period, organisation.valid.map(|valid| format_period(valid, ctx.lang))),
    ])
}

/// Campaigns of the organisation on which one article reports.
fn programme_of(ctx: &PageContext<'_>, article: &Article) -> Markup {
    html! {
        div.programme {
            p.programme__head {
                span.programme__when { (links::article_period(ctx, article)) }
                (links::article_link(ctx, article))
            }
            (campaign_list::campaigns_by_kind(ctx, &article_card::campaigns_named(ctx, article)))
        }
    }
}

/// Each person once, however many lines name them.
fn organisation_people(ctx: &PageContext<'_>, organisation: &Organisation) -> Markup {
    let mut people: BTreeMap<(&str, Option<&str>), &Person> = BTreeMap::new();
    for person in ctx.catalogue().people_of(&organisation.id) {
        people.entry((&person.name, person.role.as_deref())).or_insert(person);
    }
    html! {
        @if !people.is_empty() {
            section aria-labelledby="nguoi" {
                h2 #nguoi { (ctx.words.people) }
                @for person in sorted_by_name(people.values(), |person| &person.name).iter().take(MAX_PEOPLE) { (line_facts::person(ctx, person)) }
                (links::remaining_note(ctx, people.len(), MAX_PEOPLE))
            }
        }
    }
}
