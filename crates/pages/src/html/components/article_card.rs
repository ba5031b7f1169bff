//! An article as a clipping in a list: where and when, headline, digest, figures as printed, campaigns.

use crate::href;
use crate::html::components::links;
use crate::html::components::search_passages;
use maud::{Markup, html};

use crate::context::PageContext;
use crate::html::MAX_LISTED_ARTICLES;
use crate::route::Page;
use crate::url_state::search_query;
use thidua_core::domain::{Article, Campaign, Figure, Lang, Organisation, Role};
use thidua_i18n::sentences;
use thidua_search::index_format::CardHeader;
use thidua_search::{Hit, SearchRequest};

/// How many figures a card shows.
const FIGURES: usize = 3;
/// How many campaigns a card names.
const CAMPAIGNS: usize = 4;

/// The card of a hit. The passages that matched take the place of the digest, which says what the article is
/// about when nothing was asked.
pub fn article_card(ctx: &PageContext<'_>, article: &Article, hit: &Hit) -> Markup {
    let organisation = ctx.catalogue().organisation(&article.organisation);
    let over = kicker(ctx, organisation, &links::article_period(ctx, article));
    let campaigns = campaigns_named(ctx, article);
    let figures = telling_figures(article);
    html! {
        article.card {
            (over)
            h2.card__title { a href=(href::article_href(ctx, article)) data-result { (search_passages::highlighted_headline(ctx, article, hit)) } }
            @match search_passages::matching_passages(ctx, article, hit) {
                Some(reasons) => { (reasons) }
                None => {
                    @if let Some(digest) = article.digest.first() {
                        p.card__digest { (digest.get(ctx.lang)) }
                    }
                }
            }
            @if !figures.is_empty() {
                ul.card__figures {
                    @for figure in figures {
                        li {
                            a.quote__words lang="vi" href=(href::figure_href(ctx, figure)) { (figure.as_written) }
                            span.quote__label { (figure.label.get(ctx.lang)) }
                        }
                    }
                }
            }
            @if !campaigns.is_empty() {
                p.card__campaigns {
                    @for (i, campaign) in campaigns.iter().take(CAMPAIGNS).enumerate() {
                        @if i > 0 { "; " }
                        (links::campaign_link(ctx, campaign))
                    }
                    @if campaigns.len() > CAMPAIGNS {
                        " " (sentences::and_more_campaigns(campaigns.len() - CAMPAIGNS, ctx.lang))
                    }
                }
            }
        }
    }
}

/// The card of an article of which only the head is known yet.
pub fn header_card(ctx: &PageContext<'_>, head: &CardHeader, organisation: Option<&Organisation>) -> Markup {
    let CardHeader { id, headline, headline_en, covers, covers_as_written } = head;
    let title = match ctx.lang {
        Lang::Vi => headline,
        Lang::En => headline_en.as_ref().unwrap_or(headline),
    };
    html! {
        article.card {
            (kicker(ctx, organisation, &links::period_words(ctx, *covers, covers_as_written.as_deref())))
            h2.card__title { a href=(ctx.href(Page::Article(id.clone()))) data-result { (title) } }
        }
    }
}

/// The line above a headline: where and when.
fn kicker(ctx: &PageContext<'_>, organisation: Option<&Organisation>, period: &str) -> Markup {
    html! {
        p.card__over {
            @if let Some(o) = organisation { (links::organisation_name(ctx, o)) " · " }
            (period)
        }
    }
}

/// The campaigns that an article names, in the order of the corpus.
pub fn campaigns_named<'a>(ctx: &PageContext<'a>, article: &Article) -> Vec<&'a Campaign> {
    ctx.catalogue().campaigns_by_id(article.mentions.iter().map(|m| m.campaign.as_str()))
}

/// Where more articles are named on a page than it has room for: how many there are, and the search that finds `all`.
pub fn search_link(ctx: &PageContext<'_>, number: usize, all: &SearchRequest) -> Markup {
    html! {
        @if number > MAX_LISTED_ARTICLES {
            p.note {
                (sentences::articles_shown(MAX_LISTED_ARTICLES, number, ctx.lang))
                " "
                a href=(format!("{}?{}", ctx.href(Page::Home), search_query(all))) {
                    (sentences::all_articles(number, ctx.lang))
                }
            }
        }
    }
}

/// Articles as a plain list: headline, organisation, period.
pub fn article_list(ctx: &PageContext<'_>, articles: &[&Article]) -> Markup {
    html! {
        ul.rows {
            @for article in articles {
                li.row {
                    p.row__name { (links::article_link(ctx, article)) }
                    p.row__more {
                        @if let Some(link) = links::organisation_link(ctx, &article.organisation) { (link) " · " }
                        (links::article_period(ctx, article))
                    }
                }
            }
        }
    }
}

/// The first figures of the card: results before targets before the rest, each in the article's order.
fn telling_figures(article: &Article) -> Vec<&Figure> {
    const ORDER: [Role; 5] = [Role::Result, Role::Target, Role::Participation, Role::Input, Role::Plan];
    let of_role = |role| article.figures.iter().filter(move |f| f.role == role);
    ORDER.into_iter().flat_map(of_role).take(FIGURES).collect()
}
