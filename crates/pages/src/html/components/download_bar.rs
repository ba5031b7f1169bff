//! Downloads of a chart or a table, and the code of a frame for somebody else's page.
//!
//! The buttons name their action in `data-do`; the browser requests the file from the engine. Without scripts they are hidden.

use maud::{Markup, html};

use thidua_chart::Chart;
use thidua_cite::CitationFormat;
use thidua_i18n::{phrases, sentences};

use crate::context::PageContext;
use crate::href;
use crate::route::Page;
use crate::url_state::PageView;

/// Height that a frame needs around the drawing in pixels: heading, measure, notes, source, link.
const FRAME_HEIGHT: u32 = 300;

/// Returns the downloads of a chart.
pub fn chart_downloads(ctx: &PageContext<'_>, chart: &Chart) -> Markup {
    html! {
        div.take role="group" aria-label=(phrases::download_chart(ctx.lang)) data-coming=(phrases::making_file(ctx.lang))
            data-offline=(phrases::download_offline(ctx.lang)) data-lost=(phrases::download_incomplete(ctx.lang))
            data-scrambled=(phrases::download_scrambled(ctx.lang)) {
            span.take__label aria-hidden="true" { (phrases::download_label(ctx.lang)) ":" }
            (download_button(ctx, &chart.id, "svg", phrases::download_svg(ctx.lang)))
            (download_button(ctx, &chart.id, "png", phrases::download_png(ctx.lang)))
            (table_buttons(ctx, &chart.id))
            (download_button(ctx, &chart.id, "image", phrases::copy_image(ctx.lang)))
            span.take__said role="status" {}
        }
    }
}

/// Returns the downloads of all figures of a view.
pub fn table_downloads(ctx: &PageContext<'_>) -> Markup {
    html! {
        div.take role="group" aria-label=(phrases::download_table(ctx.lang)) data-coming=(phrases::making_file(ctx.lang))
            data-offline=(phrases::download_offline(ctx.lang)) data-lost=(phrases::download_incomplete(ctx.lang)) {
            span.take__label aria-hidden="true" { (phrases::download_table(ctx.lang)) ":" }
            (table_buttons(ctx, ""))
            (citation_buttons(ctx))
            (which_file(ctx))
            span.take__said role="status" {}
        }
    }
}

/// Returns the downloads of the `number` articles that a search found.
pub fn result_downloads(ctx: &PageContext<'_>, number: usize) -> Markup {
    let label = sentences::download_articles(number, ctx.lang);
    html! {
        div.take role="group" aria-label=(label) data-coming=(phrases::making_file(ctx.lang))
            data-offline=(phrases::download_offline(ctx.lang)) data-lost=(phrases::download_incomplete(ctx.lang)) {
            span.take__label aria-hidden="true" { (label) ":" }
            (citation_buttons(ctx))
            (table_buttons(ctx, ""))
            (which_file(ctx))
            span.take__said role="status" {}
        }
    }
}

/// Buttons for the figures as a table, each with a line that says who should take it.
fn table_buttons(ctx: &PageContext<'_>, chart: &str) -> Markup {
    let lang = ctx.lang;
    html! {
        (download_button(ctx, chart, "xlsx", phrases::download_xlsx(lang)))
        (download_button(ctx, chart, "csv", phrases::download_csv(lang)))
        (download_button(ctx, chart, "plain", phrases::download_plain_csv(lang)))
    }
}

/// Link to the page that says which file to take.
fn which_file(ctx: &PageContext<'_>) -> Markup {
    html! { a.take__which href=(format!("{}#chon-tep", ctx.href(Page::Data))) { (phrases::which_file(ctx.lang)) } }
}

/// Buttons for citations of the listed items.
fn citation_buttons(ctx: &PageContext<'_>) -> Markup {
    html! {
        (download_button(ctx, "", "txt", phrases::citation_lines(ctx.lang)))
        (download_button(ctx, "", "bib", CitationFormat::BibTex.name()))
        (download_button(ctx, "", "ris", CitationFormat::Ris.name()))
        (download_button(ctx, "", "csl", CitationFormat::CslJson.name()))
    }
}

fn download_button(ctx: &PageContext<'_>, chart: &str, format: &str, label: &str) -> Markup {
    let (said, failed) = match format {
        "image" => (phrases::image_copied(ctx.lang), phrases::image_copy_failed(ctx.lang)),
        _ => (phrases::saved(ctx.lang), phrases::download_failed(ctx.lang)),
    };
    let help = match format {
        "xlsx" => Some(phrases::help_xlsx(ctx.lang)),
        "csv" => Some(phrases::help_csv(ctx.lang)),
        "plain" => Some(phrases::help_plain_csv(ctx.lang)),
        _ => None,
    };
    html! {
        button.take__one type="button" title=[help] data-do="take" data-chart=(chart) data-format=(format) data-said=(said)
            data-failed=(failed) { (label) }
    }
}

/// Returns the code of a frame, to be copied; `height` is that of the drawing. Empty in a site that is one file, which has no
/// frames.
pub fn embed_box(ctx: &PageContext<'_>, chart: &Chart, view: PageView<'_>, height: u32) -> Markup {
    let w = ctx.words;
    if ctx.site.base.is_single_file() {
        return html! {};
    }
    let code = embed_code(ctx, chart, view, height);
    html! {
        details.embed {
            summary { (phrases::embed(ctx.lang)) }
            p.note { (phrases::embed_help(ctx.lang)) }
            textarea.embed__code readonly rows="4" spellcheck="false" aria-label=(phrases::embed_code(ctx.lang)) {
                (code)
            }
            span.copy {
                button.button type="button" data-do="copy-code" data-said=(w.copied)
                    data-failed=(phrases::copy_code_failed(ctx.lang)) { (phrases::copy_code(ctx.lang)) }
                span.copy__said role="status" {}
            }
        }
    }
}

/// Returns a frame as HTML, with every text escaped.
pub fn embed_code(ctx: &PageContext<'_>, chart: &Chart, view: PageView<'_>, height: u32) -> String {
    // If the origin is not known, the browser completes the address when the code is shown.
    let src = href::outside_href(ctx, &href::embed_href(ctx, view, &chart.id));
    let height = height.saturating_add(FRAME_HEIGHT);
    let frame = html! {
        iframe src=(src) title=(chart.heading) width="100%" height=(height) loading="lazy" style="border:0" {}
    };
    frame.into_string()
}
