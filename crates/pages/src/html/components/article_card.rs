//! An article as a card in a list: organisation and period, headline, digest, figures as printed, campaigns.

use maud::{Markup, html};

use thidua_core::corpus::{FigureRef, figures_of};
use thidua_core::domain::{Article, Campaign, Organisation};
use thidua_i18n::{names, sentences};
use thidua_search::Hit;
use thidua_search::index_format::CardHeader;

use super::our_text::{digest_text, our_text};
use crate::context::PageContext;
use crate::href;
use crate::html::components::{citation, clipping, links, search_passages};
use crate::html::newest_articles::{MAX_ARTICLES_IN_SIGHT, newest_articles};
use crate::main_figures::main_figures;
use crate::route::Page;

/// Number of figures on a card.
const MAX_FIGURES: usize = 3;
/// Number of campaigns on a card.
const MAX_CAMPAIGNS: usize = 4;

/// Returns the card of a hit. Matching passages replace the digest, which stands on the card if nothing was searched for.
pub fn article_card(ctx: &PageContext<'_>, article: &Article, hit: &Hit) -> Markup {
    let organisation = ctx.catalogue().organisation(&article.organisation);
    let over = kicker(ctx, organisation, &links::article_period(ctx, article));
    let campaigns = campaigns_named(ctx, article);
    let figures = main_figures(figures_of(article), MAX_FIGURES);
    html! {
        article.card {
            (over)
            h2.card__title dir="auto" { a href=(href::article_href(ctx, article)) data-result { (search_passages::highlighted_headline(ctx, article, hit)) } }
            @match search_passages::matching_passages(ctx, article, hit) {
                Some(reasons) => { (reasons) }
                None => {
                    @if let Some(digest) = article.digest.first() {
                        p.card__digest { (digest_text(ctx, digest)) }
                    }
                }
            }
            @if !figures.is_empty() {
                ul.card__figures {
                    @for FigureRef { figure, .. } in figures {
                        li {
                            a.quote__words lang="vi" href=(href::figure_href(ctx, figure)) { (figure.as_written) }
                            span.quote__label { (our_text(ctx, &figure.label)) }
                            " " (clipping::open_guesses(ctx, &figure.open_guesses(article)))
                        }
                    }
                }
            }
            @if !campaigns.is_empty() {
                p.card__campaigns {
                    @for (i, campaign) in campaigns.iter().take(MAX_CAMPAIGNS).enumerate() {
                        @if i > 0 { "; " }
                        (links::campaign_link(ctx, campaign))
                    }
                    @if campaigns.len() > MAX_CAMPAIGNS {
                        " " (sentences::and_more_campaigns(campaigns.len() - MAX_CAMPAIGNS, ctx.lang))
                    }
                }
            }
        }
    }
}

/// Returns the card of an article of which only the header is loaded.
pub fn header_card(ctx: &PageContext<'_>, head: &CardHeader, organisation: Option<&Organisation>) -> Markup {
    let CardHeader { id, headline, headline_en, covers, covers_as_written } = head;
    let title = names::translated(headline, headline_en.as_deref(), ctx.lang);
    html! {
        article.card {
            (kicker(ctx, organisation, &links::period_words(ctx, *covers, covers_as_written.as_deref())))
            h2.card__title dir="auto" { a href=(ctx.href(Page::Article(id.clone()))) data-result { (title) } }
        }
    }
}

/// The line above a headline: organisation and period.
fn kicker(ctx: &PageContext<'_>, organisation: Option<&Organisation>, period: &str) -> Markup {
    html! {
        p.card__over {
            @if let Some(o) = organisation { bdi { (links::organisation_name(ctx, o)) } " · " }
            (period)
        }
    }
}

/// Campaigns that an article names, in the order of the corpus.
pub fn campaigns_named<'a>(ctx: &PageContext<'a>, article: &Article) -> Vec<&'a Campaign> {
    ctx.catalogue().campaigns_by_id(article.mentions.iter().map(|m| m.campaign.as_str()))
}

/// Returns the section with the newest of `articles`, and a link to the search at `all` that finds every one; empty without any.
pub fn articles_section(ctx: &PageContext<'_>, articles: &[&Article], all: &str) -> Markup {
    html! {
        @if !articles.is_empty() {
            section aria-labelledby="bai" {
                h2 #bai { (ctx.words.articles) }
                (article_list(ctx, &newest_articles(articles, MAX_ARTICLES_IN_SIGHT)))
                @if articles.len() > MAX_ARTICLES_IN_SIGHT {
                    p.all { a href=(all) { (sentences::all_articles(articles.len(), ctx.lang)) } }
                }
                (citation::citation_list(ctx, articles))
            }
        }
    }
}

/// Returns articles as a plain list: headline, organisation, period.
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
