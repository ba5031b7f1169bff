//! Where articles differ on one thing, and what changed over the years: the accounts of each case side by side.

use maud::{Markup, html};

use thidua_chart::{Case, changes_over_time, differing_accounts};
use thidua_core::corpus::{Catalogue, FigureRef, Measure};
use thidua_core::domain::Lang;
use thidua_i18n::differences as says;
use thidua_pages::PageContext;
use thidua_pages::href;
use thidua_pages::html::components::{clipping, links, page_tools};
use thidua_pages::route::Page;
use thidua_pages::url_state::ComparisonQuery;

/// Maximum number of cases that show their accounts, of each kind.
const MAX_CASES: usize = 3;
/// Maximum number of further cases that are listed by their headings.
const MAX_HEADINGS: usize = 60;
/// Maximum number of accounts of a case.
const MAX_ACCOUNTS: usize = 3;

/// Returns the finding of the page: its lead, and its description.
pub fn finding_of_differences(catalogue: &Catalogue, lang: Lang) -> String {
    let (differing, changed) = (differing_accounts(catalogue, lang), changes_over_time(catalogue, lang));
    says::finding(differing.len(), changed.len(), lang)
}

/// Returns the page.
pub fn differences_page(ctx: &PageContext<'_>) -> Markup {
    let differing = differing_accounts(ctx.catalogue(), ctx.lang);
    let changed = changes_over_time(ctx.catalogue(), ctx.lang);
    let (title, page) = (ctx.words.nav_differences, Page::Differences);
    html! {
        div.differences {
            header.head {
                h1 { (title) }
                p.lede { (says::finding(differing.len(), changed.len(), ctx.lang)) }
                p.note { (says::rule(ctx.lang)) }
                (page_tools::page_tools(ctx, &ctx.href(page), title, None, false))
            }
            (section(ctx, ("khac", says::differ(ctx.lang)), None, &differing))
            (section(ctx, ("qua-cac-nam", says::changes(ctx.lang)), Some(says::changes_rule(ctx.lang)), &changed))
        }
    }
}

/// Cases of one kind; empty without any.
fn section(
    ctx: &PageContext<'_>,
    (id, heading): (&str, &str),
    note: Option<&str>,
    cases: &[Case<'_>],
) -> Markup {
    let (shown, rest) = cases.split_at(cases.len().min(MAX_CASES));
    let listed = rest.get(..MAX_HEADINGS).unwrap_or(rest);
    html! {
        @if !cases.is_empty() {
            section aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                @if let Some(note) = note { p.note { (note) } }
                @for case in shown { (case_block(ctx, case)) }
                @if !rest.is_empty() {
                    details.year__rest {
                        summary { (says::see_all(cases.len(), ctx.lang)) }
                        ul {
                            @for case in listed {
                                li id=(case.id) { @match compare_href(ctx, case) {
                                    Some(href) => a href=(href) { (case.heading) },
                                    None => (case.heading),
                                } }
                            }
                        }
                        @if listed.len() < rest.len() {
                            p.note { (says::remaining(rest.len() - listed.len(), ctx.lang)) }
                        }
                    }
                }
            }
        }
    }
}

fn case_block(ctx: &PageContext<'_>, case: &Case<'_>) -> Markup {
    let shown = case.figures.get(..MAX_ACCOUNTS).unwrap_or(&case.figures);
    let all = match shown.len() < case.figures.len() {
        true => says::see_all_figures(case.figures.len(), ctx.lang),
        false => says::compare(ctx.lang).to_owned(),
    };
    html! {
        div.difference id=(case.id) {
            h3 dir="auto" { (case.heading) }
            ul.accounts { @for found in shown { li { (account(ctx, *found)) } } }
            @if let Some(href) = compare_href(ctx, case) { p.difference__all { a href=(href) { (all) } } }
        }
    }
}

/// What one article prints: the words, the period, the article and the paragraph.
fn account(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Markup {
    let FigureRef { article, figure } = found;
    html! {
        p.account__words lang="vi" { a href=(href::figure_href(ctx, figure)) { (figure.as_written) } }
        @if let Some(period) = links::figure_period(ctx, found) { p.account__when { (period) } }
        p.account__source {
            (links::article_link(ctx, article)) ", "
            a href=(href::line_href(ctx, article, figure.line)) { (links::place(ctx, article, figure.line)) }
        }
        (clipping::open_guesses(ctx, &figure.open_guesses(article)))
    }
}

/// Address of the comparison of the organisation of a case with itself over the years, and with its other accounts.
fn compare_href(ctx: &PageContext<'_>, case: &Case<'_>) -> Option<String> {
    let first = case.figures.first()?;
    let query = ComparisonQuery::of(&Measure::of(*first, ctx.catalogue()));
    Some(href::comparison_href(ctx, &query.with_organisation(first.organisation().clone())))
}
