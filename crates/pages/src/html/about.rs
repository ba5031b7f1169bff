//! About: method, sources, rights, glossary, how to cite, how to add an article.

use maud::{Markup, html};

use thidua_core::domain::Lang;
use thidua_core::text::sorted_by_name;
use thidua_i18n::about::SECTIONS;
use thidua_i18n::guide::{self, Chapter};
use thidua_i18n::{data_page, editor_page, phrases, pick};

use crate::context::PageContext;
use crate::html::components::chart_panel;
use crate::html::components::our_text::our_text;
use crate::route::Page;
use crate::url_state::PageView;

/// Id of the section that names the licence of the data.
const RIGHTS: &str = "nguon-va-quyen";

/// Licence of the data, if the corpus names one.
fn licence(ctx: &PageContext<'_>) -> Markup {
    html! {
        @if let Some(licence) = ctx.catalogue().licence() {
            p { (phrases::data_licence(ctx.lang)) " " a href=(licence.url) rel="license" { (licence.name) } "." }
        }
    }
}

/// Returns the page about the site.
pub(super) fn about_page(ctx: &PageContext<'_>) -> Markup {
    let text = |[vi, en]: &[&'static str; 2]| pick(ctx.lang, *vi, *en);
    let corpus = ctx.catalogue().corpus();
    html! {
        header.head {
            h1 { (ctx.words.nav_about) }
            p.lede { (ctx.words.tagline) "." }
        }
        @for (id, title, paragraphs) in &SECTIONS {
            section.prose aria-labelledby=(id) {
                h2 id=(id) { (text(title)) }
                @for paragraph in *paragraphs { p { (text(paragraph)) } }
                @if *id == RIGHTS { (licence(ctx)) }
                @if *id == "them-bai" {
                    p { a href=(ctx.href(Page::Editor)) { (editor_page::title(ctx.lang)) } }
                    p {
                        a href=(ctx.href(Page::Guide)) { (guide::title(ctx.lang)) } ": "
                        a href=(ctx.href(Page::GuideChapter(Chapter::FirstArticle))) { (Chapter::FirstArticle.title(ctx.lang)) }
                    }
                }
            }
        }
        (chart_panel::view_charts_section(ctx, PageView::new(&Page::About)))
        section aria-labelledby="tai-ve" {
            h2 #tai-ve { (ctx.words.downloads) }
            p { (data_page::lede(ctx.lang)) " " a href=(ctx.href(Page::Data)) { (phrases::to_the_data(ctx.lang)) } }
        }
        section aria-labelledby="bao" {
            h2 #bao { (ctx.words.source) }
            dl.facts {
                @for source in sorted_by_name(&corpus.sources, |source| &source.name) {
                    div.facts__row { dt { (source.name) } dd { (our_text(ctx, &source.attribution)) } }
                }
            }
        }
        section aria-labelledby="chu-viet-tat" {
            h2 #chu-viet-tat { (ctx.words.glossary) }
            dl.facts {
                @for entry in sorted_by_name(&corpus.glossary, |entry| &entry.abbreviation) {
                    div.facts__row {
                        dt lang="vi" { (entry.abbreviation) }
                        dd {
                            span lang="vi" { (entry.expansion) }
                            @if let (Lang::En, Some(en)) = (ctx.lang, &entry.en) { " — " (en) }
                        }
                    }
                }
            }
        }
    }
}
