//! One figure with its evidence.

use maud::{Markup, html};

use thidua_cite::CitedWork;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Comparator, Figure};
use thidua_core::text::format_period;
use thidua_i18n::charts::common::of_article;
use thidua_i18n::{sentences, terms};

use crate::context::PageContext;
use crate::href;
use crate::html::components::clipping::{self, ClippingDetail};
use crate::html::components::facts::{fact, facts};
use crate::html::components::rail::RailedPage;
use crate::html::components::{breadcrumb, chart_panel, citation, figure_table, links, page_tools};
use crate::route::Page;
use crate::url_state::PageView;

/// Returns the page of figure `id`; `None` if the catalogue does not have it.
pub(super) fn figure_page(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    let found = ctx.catalogue().figure(id)?;
    let FigureRef { article, figure } = found;
    let w = ctx.words;
    let citation = thidua_cite::figure_line(found, ctx.catalogue(), ctx.lang);
    let address = href::displayed_address(ctx, Page::Figure(figure.id.clone()));
    let work = CitedWork::of_figure(found, address.as_deref(), ctx.catalogue(), ctx.lang);
    let title = format!("{}: {}", figure.as_written, figure.label.get(ctx.lang));
    let others = article.figures.iter().filter(|f| f.line == figure.line && f.id != figure.id);
    let others: Vec<_> = others.map(|figure| FigureRef { article, figure }).collect();
    let head = html! {
        (breadcrumb::breadcrumb(ctx, Page::Figures, w.nav_figures))
        header { (clipping::large_clipping(ctx, found)) }
    };
    let story = html! {
        (chart_panel::view_charts_section(ctx, PageView::new(&Page::Figure(figure.id.clone()))))
        @if !others.is_empty() {
            section aria-labelledby="cung-doan" {
                h2 #cung-doan { (w.related_figures) }
                (clipping::clippings(ctx, &others, ClippingDetail::Label))
            }
        }
    };
    let facts = html! {
        (figure_facts(ctx, found))
        (page_tools::page_tools(ctx, &href::figure_href(ctx, figure), &title, Some(&citation), false))
    };
    let rest = citation::citation_block(ctx, &citation, address.as_deref(), &work, None);
    Some(RailedPage { head, rail_name: w.what_is_counted, facts, rest, story }.markup())
}

fn figure_facts(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Markup {
    let w = ctx.words;
    let figure = found.figure;
    let levels = (!figure.levels.is_empty()).then(|| sentences::levels(&figure.levels, ctx.lang));
    let when = match (figure.when, &figure.when_as_written) {
        (Some(when), Some(printed)) => format!("{} (“{printed}”)", format_period(when, ctx.lang)),
        (Some(when), None) => format_period(when, ctx.lang),
        (None, Some(printed)) => format!("“{printed}”"),
        (None, None) => figure_table::period_or_that_of_article(ctx, found),
    };
    let is_printed = figure.when.is_some() || figure.when_as_written.is_some();
    let when = if is_printed && found.has_period_of_article() { of_article(&when, ctx.lang) } else { when };
    let act = figure.act.as_ref().map(|act| {
        html! { (terms::act(act.kind, ctx.lang)) " (“" span lang="vi" { (act.as_written) } "”)" }
    });
    let campaigns: Vec<Markup> =
        found.campaigns().filter_map(|id| links::campaign_link_by_id(ctx, id)).collect();
    let campaigns =
        (!campaigns.is_empty()).then(|| html! { ul { @for campaign in campaigns { li { (campaign) } } } });
    let whole = figure.part_of.as_deref().and_then(|id| ctx.catalogue().figure(id)).map(|whole| {
        let label = whole.figure.label.get(ctx.lang);
        html! { a href=(href::figure_href(ctx, whole.figure)) { (whole.figure.as_written) ": " (label) } }
    });
    facts([
        fact(w.value, Some(figure_table::figure_value(ctx, figure))),
        fact(w.comparator, Some(bound(ctx, figure))),
        fact(w.role, Some(terms::role(figure.role, ctx.lang))),
        fact(w.act, act),
        fact(w.level, Some(levels.unwrap_or_else(|| w.not_stated.to_owned()))),
        fact(w.period, Some(when)),
        fact(w.campaign, campaigns),
        fact(w.share_of, whole),
    ])
}

fn bound(ctx: &PageContext<'_>, figure: &Figure) -> String {
    match (&figure.word, figure.comparator) {
        (Some(word), comparator) => format!("“{word}”: {}", terms::comparator(comparator, ctx.lang)),
        (None, Comparator::Eq) => ctx.words.exact_number.to_owned(),
        (None, comparator) => terms::comparator(comparator, ctx.lang).to_owned(),
    }
}
