//! What stands still on the home page: the key numbers, and what is said when nothing is found.

use crate::html::components::article_card;
use crate::html::components::download_bar;
use crate::html::components::links;
use crate::html::components::sorting;
use maud::{Markup, html};

use super::components::spaced;
use crate::context::PageContext;
use crate::route::Page;
use crate::url_state::FacetOption;
use thidua_core::corpus::Totals;
use thidua_core::domain::{CampaignKind, Lang, Level, Role, Sector};
use thidua_core::text::{capitalise, sorted_by_name};
use thidua_i18n::{phrases, sentences, terms};
use thidua_search::{Hit, SearchResults};

/// What the corpus is about, and it in a sentence, each number a link to what it counts.
pub fn key_numbers(ctx: &PageContext<'_>) -> Markup {
    let catalogue = ctx.catalogue();
    let Totals { articles, campaigns, organisations, figures } = catalogue.totals();
    let numbers = [
        (sentences::articles(articles, ctx.lang), "#ket-qua".to_owned()),
        (sentences::campaigns(campaigns, ctx.lang), ctx.href(Page::Campaigns)),
        (sentences::organisations(organisations, ctx.lang), ctx.href(Page::Organisations)),
        (sentences::figures(figures, ctx.lang), ctx.href(Page::Figures)),
    ];
    spaced(html! {
        p.home__about { (catalogue.title().get(ctx.lang)) }
        h1.home__lede {
            @for ((number, href), (vi, en)) in numbers.iter().zip(sentences::KEY_NUMBERS) {
                a href=(href) { (number) }
                @match ctx.lang { Lang::Vi => { (vi) } Lang::En => { (en) } }
            }
        }
    })
}

/// What a facet is called.
pub fn facet_name(ctx: &PageContext<'_>, parameter: &str) -> &'static str {
    match parameter {
        "don-vi" => ctx.words.facet_organisation,
        "nam" => ctx.words.facet_year,
        "loai" => ctx.words.facet_kind,
        "khoi" => ctx.words.facet_sector,
        "cap" => ctx.words.facet_level,
        _ => ctx.words.facet_role,
    }
}

/// The values of facets in the order of their rows: organisations by name, all others as they stand.
pub fn sorted_facet_options(ctx: &PageContext<'_>, mut options: Vec<FacetOption>) -> Vec<FacetOption> {
    let others = options.split_off(options.iter().take_while(|option| option.parameter == "don-vi").count());
    let name = |option: &FacetOption| {
        let organisation = ctx.catalogue().organisation(&option.value);
        organisation.map_or_else(
            || option.value.clone(),
            |organisation| sorting::organisation_sort_key(ctx, organisation),
        )
    };
    sorted_by_name(options, name).into_iter().chain(others).collect()
}

/// What a value of a facet is called; as it stands in the address where it names nothing of ours.
pub fn facet_value_name(ctx: &PageContext<'_>, option: &FacetOption) -> String {
    let lang = ctx.lang;
    let value = option.value.as_str();
    let name = match option.parameter {
        "don-vi" => ctx.catalogue().organisation(value).map(|o| links::organisation_name(ctx, o)),
        "loai" => CampaignKind::ALL.into_iter().find(|k| k.slug() == value).map(|k| terms::kind(k, lang)),
        "khoi" => Sector::ALL.into_iter().find(|s| s.slug() == value).map(|s| terms::sector(s, lang)),
        "cap" => Level::ALL.into_iter().find(|l| l.slug() == value).map(|l| l.name(lang)),
        "vai-tro" => Role::ALL.into_iter().find(|r| r.slug() == value).map(|r| terms::role(r, lang)),
        _ => None,
    };
    capitalise(name.unwrap_or(value))
}

/// The first `most` results as cards, or what to do where there are none; up to the first of which `card` knows nothing.
pub fn result_cards(
    ctx: &PageContext<'_>,
    results: &SearchResults,
    most: usize,
    card: impl Fn(&Hit) -> Option<Markup>,
) -> Markup {
    if results.hits.is_empty() {
        return spaced(no_results(ctx));
    }
    spaced(html! {
        @for card in results.hits.iter().take(most).map_while(card) { (card) }
        (download_bar::result_downloads(ctx, results.hits.len()))
    })
}

/// The card of a hit among the articles that are here.
pub fn result_card(ctx: &PageContext<'_>, hit: &Hit) -> Option<Markup> {
    let article = ctx.catalogue().articles().get(hit.article as usize)?;
    Some(article_card::article_card(ctx, article, hit))
}

/// What is said where the site has no article at all.
fn no_articles(ctx: &PageContext<'_>) -> Markup {
    html! {
        div.empty {
            p.empty__title { (phrases::no_articles(ctx.lang)) }
            p { a href=(ctx.href(Page::Workbench)) { (phrases::add_articles(ctx.lang)) } }
        }
    }
}

fn no_results(ctx: &PageContext<'_>) -> Markup {
    let w = ctx.words;
    if ctx.catalogue().totals().articles == 0 {
        return no_articles(ctx);
    }
    html! {
        div.empty {
            p.empty__title { (w.no_results) }
            p { (w.no_results_help) }
            p {
                a href=(ctx.href(Page::Campaigns)) { (w.nav_campaigns) }
                " · "
                a href=(ctx.href(Page::Figures)) { (w.nav_figures) }
                " · "
                a href=(ctx.href(Page::Home)) { (w.clear_all) }
            }
        }
    }
}
