//! An article as a clipping in a list: where and when, headline, digest, figures as printed, campaigns.

use maud::{Markup, html};

use crate::html::{MAX_LISTED_ARTICLES, PageContext};
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

impl PageContext<'_> {
    /// The card of a hit. The passages that matched take the place of the digest, which says what the article is
    /// about when nothing was asked.
    pub fn article_card(self, article: &Article, hit: &Hit) -> Markup {
        let organisation = self.catalogue().organisation(&article.organisation);
        let over = self.card_over(organisation, &self.period_of(article));
        let campaigns = self.campaigns_named(article);
        let figures = telling_figures(article);
        html! {
            article.card {
                (over)
                h2.card__title { a href=(self.article_href(article)) data-result { (self.hit_title(article, hit)) } }
                @match self.reasons(article, hit) {
                    Some(reasons) => { (reasons) }
                    None => {
                        @if let Some(digest) = article.digest.first() {
                            p.card__digest { (digest.get(self.lang)) }
                        }
                    }
                }
                @if !figures.is_empty() {
                    ul.card__figures {
                        @for figure in figures {
                            li {
                                a.quote__words lang="vi" href=(self.figure_href(figure)) { (figure.as_written) }
                                span.quote__label { (figure.label.get(self.lang)) }
                            }
                        }
                    }
                }
                @if !campaigns.is_empty() {
                    p.card__campaigns {
                        @for (i, campaign) in campaigns.iter().take(CAMPAIGNS).enumerate() {
                            @if i > 0 { "; " }
                            (self.campaign_link(campaign))
                        }
                        @if campaigns.len() > CAMPAIGNS {
                            " " (sentences::and_more_campaigns(campaigns.len() - CAMPAIGNS, self.lang))
                        }
                    }
                }
            }
        }
    }

    /// The card of an article of which only the head is known yet.
    pub fn head_card(self, head: &CardHeader, organisation: Option<&Organisation>) -> Markup {
        let CardHeader { id, headline, headline_en, covers, covers_as_written } = head;
        let title = match self.lang {
            Lang::Vi => headline,
            Lang::En => headline_en.as_ref().unwrap_or(headline),
        };
        html! {
            article.card {
                (self.card_over(organisation, &self.period(*covers, covers_as_written.as_deref())))
                h2.card__title { a href=(self.href(Page::Article(id.clone()))) data-result { (title) } }
            }
        }
    }

    /// The line above a headline: where and when.
    fn card_over(self, organisation: Option<&Organisation>, period: &str) -> Markup {
        html! {
            p.card__over {
                @if let Some(o) = organisation { (self.organisation_name(o)) " · " }
                (period)
            }
        }
    }

    /// The campaigns that an article names, in the order of the corpus.
    pub fn campaigns_named(&self, article: &Article) -> Vec<&Campaign> {
        self.catalogue().campaigns_by_id(article.mentions.iter().map(|m| m.campaign.as_str()))
    }

    /// Where more articles are named on a page than it has room for: how many there are, and the search that finds `all`.
    pub fn all_articles(self, number: usize, all: &SearchRequest) -> Markup {
        html! {
            @if number > MAX_LISTED_ARTICLES {
                p.note {
                    (sentences::articles_shown(MAX_LISTED_ARTICLES, number, self.lang))
                    " "
                    a href=(format!("{}?{}", self.href(Page::Home), search_query(all))) {
                        (sentences::all_articles(number, self.lang))
                    }
                }
            }
        }
    }

    /// Articles as a plain list: headline, organisation, period.
    pub fn article_list(self, articles: &[&Article]) -> Markup {
        html! {
            ul.rows {
                @for article in articles {
                    li.row {
                        p.row__name { (self.article_link(article)) }
                        p.row__more {
                            @if let Some(link) = self.organisation_link(&article.organisation) { (link) " · " }
                            (self.period_of(article))
                        }
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
