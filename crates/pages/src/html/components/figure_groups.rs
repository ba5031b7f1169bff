//! Figures of a page, grouped by role: a few as clippings, many as rows.

use std::cmp::Reverse;

use maud::{Markup, html};

use thidua_chart::short_name;
use thidua_core::collections::sort_by_key;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Edtf, Lang, Role};
use thidua_i18n::{sentences, terms};

use crate::context::PageContext;
use crate::href;
use crate::html::components::clipping::{self, ClippingDetail};
use crate::html::components::links;
use crate::html::components::our_text::our_text;
use crate::route::Page;

/// Number of figures that are shown as clippings; more are rows.
const MAX_CLIPPINGS: usize = 6;
/// Number of rows of each group; the explorer has all.
const MAX_ROWS_PER_ROLE: usize = 3;

/// Returns a section with targets, results, resources and the rest, each under its heading. Empty groups are left out, and so
/// is the section without figures. If it does not show all, it links to the explorer with all figures of the page.
pub fn figures_section(ctx: &PageContext<'_>, figures: &[FigureRef<'_>], page: &Page) -> Markup {
    let groups = by_role(ctx, figures);
    let is_few = figures.len() <= MAX_CLIPPINGS;
    let shown: usize = groups.iter().map(|(_, group)| group.len().min(MAX_ROWS_PER_ROLE)).sum();
    html! {
        @if !figures.is_empty() {
            section aria-labelledby="so-lieu" {
                h2 #so-lieu { (ctx.words.figures) }
                div .figure-groups[!is_few] { @for (name, group) in &groups {
                    div.figure-group {
                        h3 { (name) }
                        @if is_few {
                            (clipping::clippings(ctx, group, ClippingDetail::Article))
                        } @else {
                            (figure_rows(ctx, group, MAX_ROWS_PER_ROLE, matches!(page, Page::Campaign(_))))
                        }
                    }
                } }
                @if !is_few && shown < figures.len() {
                    p.all { a href=[href::explorer_href_of(ctx, page)] { (sentences::all_figures(figures.len(), ctx.lang)) } }
                }
            }
        }
    }
}

/// Figures by role, in the order of the page; empty groups are left out.
fn by_role<'a>(ctx: &PageContext<'_>, figures: &[FigureRef<'a>]) -> Vec<(&'static str, Vec<FigureRef<'a>>)> {
    let w = ctx.words;
    let groups: [(&'static str, &[Role]); 4] = [
        (w.targets, &[Role::Target]),
        (w.results, &[Role::Result]),
        (w.inputs, &[Role::Input]),
        (w.others, &[Role::Participation, Role::Plan]),
    ];
    let mut filled = Vec::new();
    for (name, roles) in groups {
        let of_roles = figures.iter().filter(|found| roles.contains(&found.figure.role));
        let group: Vec<FigureRef<'a>> = of_roles.copied().collect();
        if !group.is_empty() {
            filled.push((name, group));
        }
    }
    filled
}

/// Returns the newest `most` figures as rows, in their order. `names_organisation` says whether a row names the organisation.
pub fn figure_rows(
    ctx: &PageContext<'_>,
    figures: &[FigureRef<'_>],
    most: usize,
    names_organisation: bool,
) -> Markup {
    let mut shown: Vec<(usize, FigureRef<'_>)> = figures.iter().copied().enumerate().collect();
    if shown.len() > most {
        sort_by_key(&mut shown, |(_, found)| Reverse(found.when().and_then(Edtf::latest)));
        shown.truncate(most);
        sort_by_key(&mut shown, |(place, _)| *place);
    }
    html! {
        ul.figure-rows { @for (_, found) in shown { (figure_row(ctx, found, names_organisation)) } }
    }
}

fn figure_row(ctx: &PageContext<'_>, found: FigureRef<'_>, names_organisation: bool) -> Markup {
    let FigureRef { article, figure } = found;
    let organisation = ctx.catalogue().organisation(found.organisation()).filter(|_| names_organisation);
    let act = figure.act.as_ref().map(|act| match ctx.lang {
        Lang::Vi => act.as_written.as_str(),
        Lang::En => terms::act(act.kind, ctx.lang),
    });
    html! {
        li.figure-row {
            p.figure-row__words lang="vi" { a href=(href::figure_href(ctx, figure)) { (figure.as_written) } }
            p.figure-row__label { (our_text(ctx, &figure.label)) }
            p.figure-row__parts {
                @if let Some(organisation) = organisation {
                    bdi { (short_name(links::organisation_name(ctx, organisation))) } " · "
                }
                @if let Some(act) = act { (act) " · " }
                @if let Some(when) = links::figure_period(ctx, found) { (when) " · " }
                a href=(href::line_href(ctx, article, figure.line)) { (links::place(ctx, article, figure.line)) }
                " " (clipping::open_guesses(ctx, &figure.open_guesses(article)))
            }
        }
    }
}
