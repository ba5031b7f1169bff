//! An article as a clipping in a list: where and when, headline, digest, figures as printed, campaigns.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::{Article, Figure, Lang, Role};
use crate::i18n::sentences;
use crate::text::format_period;
use crate::ui::context::Ctx;

/// How many figures a card shows.
const FIGURES: usize = 3;
/// How many campaigns a card names.
const CAMPAIGNS: usize = 4;

impl Ctx<'_> {
    /// A card. `reasons` say why a search found it; they take the place of the digest, which says what the
    /// article is about when nothing was asked.
    pub fn article_card(self, article: &Article, title: AnyView, reasons: Option<AnyView>) -> AnyView {
        let when = article
            .covers
            .map(|covers| format_period(covers, self.lang))
            .or_else(|| article.covers_as_written.clone())
            .unwrap_or_else(|| self.w.year_not_stated.to_owned());
        let organisation = self
            .catalogue()
            .organisation(&article.organisation)
            .map(|o| self.organisation_name(o).to_owned());
        let digest = article.digest.first().map(|paragraph| match self.lang {
            Lang::Vi => paragraph.vi.clone(),
            Lang::En => paragraph.en.clone(),
        });
        let below = reasons.unwrap_or_else(|| view! { <p class="card__digest">{digest}</p> }.into_any());
        let figures: Vec<_> = telling_figures(article).into_iter().map(|f| self.quote(f)).collect();
        let figures = (!figures.is_empty()).then(|| view! { <ul class="card__figures">{figures}</ul> });
        view! {
            <article class="card">
                <p class="card__over">{organisation}" · "{when}</p>
                <h2 class="card__title">
                    <a href=self.article_href(article) data-result="">{title}</a>
                </h2>
                {below}
                {figures}
                {self.card_campaigns(article)}
            </article>
        }
        .into_any()
    }

    /// A figure in a card: its printed words, then what is counted.
    fn quote(self, figure: &Figure) -> AnyView {
        view! {
            <li>
                <a class="quote__words" lang="vi" href=self.figure_href(figure)>{figure.as_written.clone()}</a>
                <span class="quote__label">{figure.label.get(self.lang).to_owned()}</span>
            </li>
        }
        .into_any()
    }

    fn card_campaigns(self, article: &Article) -> Option<AnyView> {
        let named: BTreeSet<&str> = article.mentions.iter().map(|m| m.campaign.as_str()).collect();
        let mut campaigns: Vec<_> =
            self.catalogue().campaigns().iter().filter(|c| named.contains(c.id.as_str())).collect();
        let more = campaigns.len().saturating_sub(CAMPAIGNS);
        campaigns.truncate(CAMPAIGNS);
        let links = campaigns.into_iter().enumerate().map(|(i, campaign)| {
            let comma = (i > 0).then_some("; ");
            view! { {comma}{self.campaign_link(campaign)} }
        });
        let more = (more > 0).then(|| format!(" {}", sentences::and_more_campaigns(more, self.lang)));
        (!named.is_empty())
            .then(|| view! { <p class="card__campaigns">{links.collect_view()}{more}</p> }.into_any())
    }

    /// Articles as a plain list: headline, organisation, period.
    pub fn article_list(self, articles: &[&Article]) -> AnyView {
        let rows = articles.iter().map(|article| {
            let when = article
                .covers
                .map(|covers| format_period(covers, self.lang))
                .or_else(|| article.covers_as_written.clone())
                .unwrap_or_else(|| self.w.year_not_stated.to_owned());
            view! {
                <li class="row">
                    <p class="row__name">{self.article_link(article)}</p>
                    <p class="row__more">{self.organisation_link(&article.organisation)}" · "{when}</p>
                </li>
            }
        });
        view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
    }
}

/// The first figures of the card: results before targets before the rest, each in the article's order.
fn telling_figures(article: &Article) -> Vec<&Figure> {
    const ORDER: [Role; 5] = [Role::Result, Role::Target, Role::Participation, Role::Input, Role::Plan];
    let of_role = |role| article.figures.iter().filter(move |f| f.role == role);
    ORDER.into_iter().flat_map(of_role).take(FIGURES).collect()
}
