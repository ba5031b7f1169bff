//! Menus to download a chart or a table, with the code of a frame for somebody else's page.
//!
//! The buttons name their action in `data-do`; the browser requests the file from the engine. Without scripts they are hidden.

use maud::{Markup, html};

use thidua_chart::Chart;
use thidua_cite::CitationFormat;
use thidua_core::domain::Lang;
use thidua_i18n::{phrases, sentences};

use crate::context::PageContext;
use crate::href;
use crate::html::components::menu::Menu;
use crate::route::Page;
use crate::url_state::PageView;

/// Height that a frame needs around the drawing in pixels: heading, measure, notes, source, link.
const FRAME_HEIGHT: u32 = 300;

/// Returns the menu of a chart: pictures, numbers, its link, the code of a frame. `height` is that of the drawing.
pub fn chart_menu(ctx: &PageContext<'_>, chart: &Chart, view: PageView<'_>, height: u32) -> Markup {
    let lang = ctx.lang;
    let files = take_group(
        ctx,
        phrases::download_chart(lang),
        &html! {
            (download_button(ctx, &chart.id, "svg"))
            (download_button(ctx, &chart.id, "png"))
            (table_buttons(ctx, &chart.id))
            (download_button(ctx, &chart.id, "image"))
        },
    );
    let content = html! {
        (files)
        (chart_link(ctx, chart, view))
        (embed_box(ctx, chart, view, height))
    };
    let (label, name) = (phrases::download_label(lang), Some(phrases::download_chart(lang)));
    Menu { label, name, class: "menu--chart" }.markup(&content)
}

/// Returns the menu of all figures of a view.
pub fn table_downloads(ctx: &PageContext<'_>) -> Markup {
    let label = phrases::download_table(ctx.lang);
    let content =
        take_group(ctx, label, &html! { (table_buttons(ctx, "")) (which_file(ctx)) (citation_buttons(ctx)) });
    files_menu(label, &content)
}

/// Returns the menu of the `number` articles that a search found.
pub fn result_downloads(ctx: &PageContext<'_>, number: usize) -> Markup {
    let label = sentences::download_articles(number, ctx.lang);
    let content = take_group(
        ctx,
        &label,
        &html! { (citation_buttons(ctx)) (table_buttons(ctx, "")) (which_file(ctx)) },
    );
    files_menu(&label, &content)
}

/// A menu of files, which only scripts can make.
fn files_menu(label: &str, content: &Markup) -> Markup {
    Menu { label, name: None, class: "menu--files" }.markup(content)
}

/// Buttons with the messages that the browser shows in the element after them.
fn take_group(ctx: &PageContext<'_>, label: &str, buttons: &Markup) -> Markup {
    html! {
        div.take role="group" aria-label=(label) data-coming=(phrases::making_file(ctx.lang))
            data-offline=(phrases::download_offline(ctx.lang)) data-lost=(phrases::download_incomplete(ctx.lang))
            data-scrambled=(phrases::download_scrambled(ctx.lang)) {
            (buttons)
            span.take__said role="status" {}
        }
    }
}

/// Buttons for the figures as a table.
fn table_buttons(ctx: &PageContext<'_>, chart: &str) -> Markup {
    html! { @for format in ["xlsx", "csv", "plain"] { (download_button(ctx, chart, format)) } }
}

/// Link to the page that says which file to take.
fn which_file(ctx: &PageContext<'_>) -> Markup {
    html! { a.take__which href=(format!("{}#chon-tep", ctx.href(Page::Data))) { (phrases::which_file(ctx.lang)) } }
}

/// Buttons for citations of the listed items.
fn citation_buttons(ctx: &PageContext<'_>) -> Markup {
    html! {
        p.take__group { (phrases::citations_group(ctx.lang)) }
        @for format in ["txt", "bib", "ris", "csl"] { (download_button(ctx, "", format)) }
    }
}

/// A row: the name of the file, and what it is for.
fn download_button(ctx: &PageContext<'_>, chart: &str, format: &str) -> Markup {
    let lang = ctx.lang;
    let (said, failed) = match format {
        "image" => (phrases::image_copied(lang), phrases::image_copy_failed(lang)),
        _ => (phrases::saved(lang), phrases::download_failed(lang)),
    };
    let (name, purpose) = match format {
        "svg" => (phrases::download_svg(lang), phrases::for_svg(lang)),
        "png" => (phrases::download_png(lang), phrases::for_png(lang)),
        "image" => (phrases::copy_image(lang), phrases::for_image(lang)),
        "xlsx" => (phrases::download_xlsx(lang), phrases::for_xlsx(lang)),
        "csv" => (phrases::download_csv(lang), phrases::for_csv(lang)),
        "plain" => (phrases::download_plain_csv(lang), phrases::for_plain_csv(lang)),
        "txt" => (phrases::citation_lines(lang), phrases::for_citation_lines(lang)),
        "bib" => citation_row(CitationFormat::BibTex, lang),
        "ris" => citation_row(CitationFormat::Ris, lang),
        _ => citation_row(CitationFormat::CslJson, lang),
    };
    let help = match format {
        "xlsx" => Some(phrases::help_xlsx(lang)),
        "csv" => Some(phrases::help_csv(lang)),
        "plain" => Some(phrases::help_plain_csv(lang)),
        _ => None,
    };
    html! {
        button.take__one type="button" title=[help] data-do="take" data-chart=(chart) data-format=(format) data-said=(said)
            data-failed=(failed) { span.take__name { (name) } " " span.take__for { (purpose) } }
    }
}

fn citation_row(format: CitationFormat, lang: Lang) -> (&'static str, &'static str) {
    (format.name(), citation_purpose(format, lang))
}

/// Programs for which a citation format is meant.
pub fn citation_purpose(format: CitationFormat, lang: Lang) -> &'static str {
    match format {
        CitationFormat::BibTex => phrases::for_bibtex(lang),
        CitationFormat::Ris => phrases::for_ris(lang),
        CitationFormat::CslJson => phrases::for_csl(lang),
    }
}

/// Button that copies the address of a chart. A site that is one file has no place for it in its addresses.
fn chart_link(ctx: &PageContext<'_>, chart: &Chart, view: PageView<'_>) -> Markup {
    let w = ctx.words;
    let href = format!("{}#{}", href::view_href(ctx, view), chart.id);
    html! {
        @if !ctx.site.base.is_single_file() {
            span.copy {
                button.take__one type="button" data-do="copy" data-href=(href) data-text="" data-said=(w.copied)
                    data-failed=(w.copy_failed) {
                    span.take__name { (w.copy_link) } " " span.take__for { (phrases::for_chart_link(ctx.lang)) }
                }
                span.copy__said role="status" {}
            }
        }
    }
}

/// The code of a frame, to be copied; `height` is that of the drawing. Empty in a site that is one file, which has no frames.
fn embed_box(ctx: &PageContext<'_>, chart: &Chart, view: PageView<'_>, height: u32) -> Markup {
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
