//! One article: source, then digest and facts side by side, paragraph by paragraph.

use maud::{Markup, html};

use thidua_cite::CitedWork;

use thidua_core::collections::collect_set;
use thidua_core::corpus::{FigureRef, figures_of};
use thidua_core::domain::{Article, Lang};
use thidua_core::text::{capitalise, format_period};
use thidua_i18n::evidence;

use crate::context::PageContext;
use crate::href;
use crate::html::components::clipping::{self, ClippingDetail};
use crate::html::components::facts::{fact, facts};
use crate::html::components::our_text::{digest_text, our_text};
use crate::html::components::{breadcrumb, chart_panel, citation, line_facts, links, page_tools};
use crate::html::editor_page;
use crate::main_figures::main_figures;
use crate::route::{Page, Route};
use crate::url_state::PageView;

/// Number of figures under the headline.
const MAX_LEAD_FIGURES: usize = 3;

/// Returns the page of article `id`; `None` if the catalogue does not have it.
pub(super) fn article_page(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    let article = ctx.catalogue().article(id)?;
    let w = ctx.words;
    let href = href::article_href(ctx, article);
    let headline = links::headline(ctx, article);
    let citation = thidua_cite::article_line(article, ctx.catalogue(), ctx.lang);
    let address = href::displayed_address(ctx, Page::Article(article.id.clone()));
    let work = CitedWork::of_article(article, address.as_deref(), ctx.catalogue(), ctx.lang);
    // The citation files are of the Vietnamese work, so they are in the folder of its Vietnamese page.
    let files = ctx.site.base.href(&Route { lang: Lang::Vi, page: Page::Article(article.id.clone()) });
    Some(html! {
        article {
            (breadcrumb::breadcrumb(ctx, Page::Home, w.nav_home))
            header.head {
                @if let Some(kicker) = &article.kicker { p.kicker lang="vi" { (kicker) } }
                h1 { (headline) }
                @if headline != article.headline { p.original lang="vi" { (article.headline) } }
                (article_line(ctx, article))
                (lead_figures(ctx, article))
                (page_tools::page_tools(ctx, &href, headline, Some(&citation), false))
            }
            section aria-labelledby="tom-tat" {
                h2 #tom-tat { (w.digest_and_facts) }
                p.note { (w.digest_note) }
                (paragraphs(ctx, article))
            }
            (chart_panel::view_charts_section(ctx, PageView::new(&Page::Article(article.id.clone()))))
            @if let Some(body) = &article.body {
                section.prose lang="vi" {
                    h2 { (w.full_text) }
                    @for paragraph in body { p { (paragraph) } }
                }
            }
            (editor_page::compare_copy_form(ctx, article))
            section aria-labelledby="nguon" {
                h2 #nguon { (w.source) }
                (provenance(ctx, article))
                (citation::citation_block(ctx, &citation, address.as_deref(), &work, Some(&files)))
            }
        }
    })
}

/// Whose the article is, its period, newspaper, date and authors, in one line.
fn article_line(ctx: &PageContext<'_>, article: &Article) -> Markup {
    let w = ctx.words;
    let organisation = links::organisation_link(ctx, &article.organisation);
    let published = article.published.map(|date| format_period(date, ctx.lang));
    html! {
        p.article-line {
            @if let Some(link) = organisation {
                (link) " " (clipping::open_guesses(ctx, &article.open_guesses())) " · "
            }
            (links::article_period(ctx, article))
        }
        p.article-line.article-line--source {
            (links::newspaper(ctx, article)) ", " (published.as_deref().unwrap_or(w.date_not_stated)) ", "
            @match article.byline.as_slice() {
                [] => { (w.byline_not_stated) }
                names => { bdi lang="vi" { (names.join(", ")) } }
            }
        }
    }
}

/// The figures that the article is about, as printed; each whole entry leads to its evidence.
fn lead_figures(ctx: &PageContext<'_>, article: &Article) -> Markup {
    let figures = main_figures(figures_of(article), MAX_LEAD_FIGURES);
    html! {
        @if !figures.is_empty() {
            ul.leads {
                @for FigureRef { figure, .. } in figures {
                    li {
                        a.lead href=(href::figure_href(ctx, figure)) {
                            span.lead__words lang="vi" { (figure.as_written) }
                            " "
                            span.lead__label { (our_text(ctx, &figure.label)) }
                        }
                    }
                }
            }
        }
    }
}

/// Every paragraph with its facts, in the order of the lines of the source text.
fn paragraphs(ctx: &PageContext<'_>, article: &Article) -> Markup {
    let digest = article.digest.iter().map(|p| p.line);
    let figures = article.figures.iter().map(|f| f.line);
    let mentions = article.mentions.iter().map(|m| m.line);
    let phases = article.phases.iter().map(|p| p.line);
    let people = article.people.iter().map(|p| p.line);
    let lines = collect_set(digest.chain(figures).chain(mentions).chain(phases).chain(people));
    html! {
        div.paragraphs {
            @for line in lines {
                div.paragraph id=(format!("dong-{line}")) {
                    div.paragraph__text {
                        @for paragraph in article.digest.iter().filter(|p| p.line == line) {
                            p { (digest_text(ctx, paragraph)) }
                        }
                        p.paragraph__line { (links::place(ctx, article, line)) }
                    }
                    div.paragraph__facts { (facts_of_line(ctx, article, line)) }
                }
            }
        }
    }
}

fn facts_of_line(ctx: &PageContext<'_>, article: &Article, line: u32) -> Markup {
    let figures = article.figures.iter().filter(|f| f.line == line);
    let figures: Vec<_> = figures.map(|figure| FigureRef { article, figure }).collect();
    let mentions: Vec<_> = article.mentions.iter().filter(|m| m.line == line).collect();
    html! {
        (clipping::clippings(ctx, &figures, ClippingDetail::Label))
        @for phase in article.phases.iter().filter(|p| p.line == line) { (line_facts::phase(ctx, phase)) }
        @if !mentions.is_empty() {
            ul.mentions { @for mention in mentions { li { (line_facts::mention(ctx, mention)) } } }
        }
        @for person in article.people.iter().filter(|p| p.line == line) { (line_facts::person(ctx, person)) }
    }
}

/// Newspaper, original and mark in sight; the stored copy behind a disclosure, for archivists.
fn provenance(ctx: &PageContext<'_>, article: &Article) -> Markup {
    let w = ctx.words;
    let source = article.source.as_deref().and_then(|id| ctx.catalogue().source(id));
    let text = &article.text;
    let [first, last] = text.lines;
    let lines = collect_set(article.digest.iter().map(|paragraph| paragraph.line));
    let lines: Vec<String> = lines.into_iter().map(|line| line.to_string()).collect();
    html! {
        div.provenance {
            p {
                @match source {
                    Some(source) => { bdi lang="vi" { (source.name) } ". " (our_text(ctx, &source.attribution)) }
                    None => { (capitalise(w.source_not_stated)) "." }
                }
                @if let Some(url) = &article.url {
                    " " (w.original) ": " a href=(url) rel="noopener noreferrer external" { (url) }
                }
            }
            (clipping::mark(ctx, article, html! {}))
            p.evidence__line { (clipping::article_evidence(ctx, article)) }
            details.provenance__copy {
                summary { (evidence::stored_copy(ctx.lang)) }
                p { (evidence::paragraph_rule(ctx.lang)) }
                (facts([
                    fact(w.text_lines, Some(format!("{first}–{last} ({}.txt)", text.file_stem))),
                    fact(evidence::lines_of_paragraphs(ctx.lang), (!lines.is_empty()).then(|| lines.join(", "))),
                    fact(w.text_fingerprint, Some(html! { code.hash { (text.sha256) } })),
                ]))
            }
        }
    }
}
