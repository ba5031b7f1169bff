//! Cells of the table of a year. Each entry is a link to its printed words.

use maud::{Markup, html};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Act, Lang, Role};
use thidua_core::text::{format_period, lowercase};
use thidua_i18n::{terms, years as says};
use thidua_pages::PageContext;
use thidua_pages::href;
use thidua_pages::html::components::our_text::our_text;
use thidua_pages::html::components::{clipping, links};
use thidua_pages::route::Page;
use thidua_pages::url_state::{FigureFilter, YearFilter};

use super::row::{Row, Run};
use super::{explorer_href, figures_href, shown_of};

/// Number of entries of each cell.
#[derive(Debug, Clone, Copy)]
pub struct Caps {
    /// Rows of the table.
    pub rows: usize,
    /// Campaigns of a row.
    pub runs: usize,
    /// Targets of a row, and its results with its awards.
    pub figures: usize,
    /// Articles of a row.
    pub articles: usize,
    /// True where there are so many organisations that phones show one figure a cell.
    pub is_dense: bool,
}

impl Caps {
    /// Returns the caps for a year with this many organisations: a page stays within four screens.
    pub fn of(organisations: usize) -> Caps {
        match organisations {
            0..=5 => Caps { rows: 5, runs: 6, figures: 4, articles: 2, is_dense: false },
            _ => Caps { rows: 6, runs: 3, figures: 2, articles: 1, is_dense: true },
        }
    }

    /// Returns how many of `number` entries are shown where there is room for `most`. Where there is room, one entry more than
    /// that is not hidden.
    fn shown_of(self, number: usize, most: usize) -> usize {
        if self.is_dense { number.min(most) } else { shown_of(number, most) }
    }
}

/// Link to all entries of a cell, which has `number` and shows `shown`. Phones show only the first of a dense cell.
fn see_all(caps: Caps, href: &str, text: &str, number: usize, shown: usize) -> Markup {
    html! {
        @if shown < number {
            " " a.year__all href=(href) { (text) }
        } @else if caps.is_dense && number > 1 {
            " " a class="year__all year__all--narrow" href=(href) { (text) }
        }
    }
}

/// Campaigns of a row.
pub fn runs(ctx: &PageContext<'_>, row: &Row<'_>, caps: Caps) -> Markup {
    let number = row.runs.len();
    let shown = caps.shown_of(number, caps.runs);
    html! {
        @if row.runs.is_empty() { (not_stated(ctx)) } @else {
            ul class="year__entries year__entries--run-on" { @for run in row.runs.iter().take(shown) { li { (run_entry(ctx, run)) } } }
            @if shown < number {
                " " a.year__all href=(ctx.href(Page::Organisation(row.organisation.id.clone()))) { (says::see_all(number, ctx.lang)) }
            }
        }
    }
}

/// A campaign, what was done with it, and its dates.
fn run_entry(ctx: &PageContext<'_>, run: &Run<'_>) -> Markup {
    html! {
        a.year__name lang="vi" dir="auto" href=(href::line_href(ctx, run.article, run.line)) { (run.campaign.name) }
        @if let Some(relation) = run.relation { " " span.year__how { (terms::relation(relation, ctx.lang)) } }
        @if let Some(when) = run.when { " " span.year__how { (format_period(when, ctx.lang)) } }
    }
}

/// Targets of a row.
pub fn targets(ctx: &PageContext<'_>, row: &Row<'_>, year: u16, caps: Caps) -> Markup {
    let number = row.targets.len();
    let shown = caps.shown_of(number, caps.figures);
    html! {
        @if row.targets.is_empty() { (not_stated(ctx)) } @else {
            ul.year__entries { (figures(ctx, &row.targets, shown, year)) }
            (see_all(caps, &role_href(ctx, row, Role::Target, year), &says::see_all(number, ctx.lang), number, shown))
        }
    }
}

/// Results of a row, and titles that were awarded without a number.
pub fn results(ctx: &PageContext<'_>, row: &Row<'_>, year: u16, caps: Caps) -> Markup {
    let number = row.results.len() + row.awards.len();
    let shown = caps.shown_of(number, caps.figures);
    // The explorer has all results; where some are no figures, the page of the organisation has them.
    let all = match row.awards.is_empty() {
        true => role_href(ctx, row, Role::Result, year),
        false => ctx.href(Page::Organisation(row.organisation.id.clone())),
    };
    html! {
        @if number == 0 { (not_stated(ctx)) } @else {
            ul.year__entries {
                (figures(ctx, &row.results, shown, year))
                @for run in row.awards.iter().take(shown.saturating_sub(row.results.len())) { li { (run_entry(ctx, run)) } }
            }
            (see_all(caps, &all, &says::see_all(number, ctx.lang), number, shown))
        }
    }
}

fn figures(ctx: &PageContext<'_>, figures: &[FigureRef<'_>], shown: usize, year: u16) -> Markup {
    html! { @for found in figures.iter().take(shown) { li { (figure_entry(ctx, *found, year)) } } }
}

/// The printed words, what they count, the printed act, and the period where it is not just the year, or is the article's.
fn figure_entry(ctx: &PageContext<'_>, found: FigureRef<'_>, year: u16) -> Markup {
    let FigureRef { article, figure } = found;
    let label = figure.label.get(ctx.lang);
    let act = figure.act.as_ref().map(|act| act_words(ctx, act));
    let act = act.filter(|act| !lowercase(label).contains(&lowercase(act)));
    html! {
        a.year__printed lang="vi" href=(href::figure_href(ctx, figure)) { (figure.as_written) }
        " " span.year__what { (our_text(ctx, &figure.label)) }
        @if let Some(act) = act { " " span.year__how { (act) } }
        @if let Some(period) = period_of(ctx, found, year) { " " span.year__how { (period) } }
        " " (clipping::open_guesses(ctx, &figure.open_guesses(article)))
    }
}

fn act_words<'f>(ctx: &PageContext<'_>, act: &'f Act) -> &'f str {
    match ctx.lang {
        Lang::Vi => &act.as_written,
        Lang::En => terms::act(act.kind, ctx.lang),
    }
}

/// Period of a figure in the table of `year`: its dates unless they are that year; `theo bài` where they are the article's.
fn period_of(ctx: &PageContext<'_>, found: FigureRef<'_>, year: u16) -> Option<String> {
    let dates =
        found.when().map(|when| format_period(when, ctx.lang)).filter(|when| *when != year.to_string());
    let mark = found.has_period_of_article().then(|| says::of_article(ctx.lang));
    match (dates, mark) {
        (None, None) => None,
        (Some(dates), None) => Some(format!("({dates})")),
        (None, Some(mark)) => Some(format!("({mark})")),
        (Some(dates), Some(mark)) => Some(format!("({dates}; {mark})")),
    }
}

/// Address of all figures of a role of a row in the explorer.
fn role_href(ctx: &PageContext<'_>, row: &Row<'_>, role: Role, year: u16) -> String {
    let filter = FigureFilter {
        organisation: Some(row.organisation.id.clone()),
        year: Some(YearFilter::In(year)),
        role: Some(role),
        ..FigureFilter::default()
    };
    explorer_href(ctx, &filter)
}

/// Articles of a row, and the link to all its figures.
pub fn articles(ctx: &PageContext<'_>, row: &Row<'_>, year: u16, caps: Caps) -> Markup {
    let shown = caps.shown_of(row.articles.len(), caps.articles);
    html! {
        ul class="year__entries year__entries--articles" {
            @for article in row.articles.iter().take(shown) {
                li {
                    (links::article_link(ctx, article))
                    @let period = links::article_period(ctx, article);
                    @if period != year.to_string() { " " span.year__how { "(" (period) ")" } }
                }
            }
        }
        @if shown < row.articles.len() {
            a.year__all href=(ctx.href(Page::Organisation(row.organisation.id.clone()))) {
                (says::see_all_articles(row.articles.len(), ctx.lang))
            }
        }
        @if row.figures > 0 {
            " " a.year__all href=(figures_href(ctx, YearFilter::In(year), Some(&row.organisation.id))) {
                (thidua_i18n::sentences::figures(row.figures, ctx.lang))
            }
        }
    }
}

/// What stands where an article states nothing.
fn not_stated(ctx: &PageContext<'_>) -> Markup {
    html! { span.year__none { (ctx.words.not_stated) } }
}
