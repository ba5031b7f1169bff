//! The page of the editor: its introduction, and the elements that its own program fills.

use maud::{Markup, html};

use thidua_core::collections::collect_set;
use thidua_core::domain::{Article, Lang};
use thidua_i18n::guide::{self, Chapter};
use thidua_i18n::{
    editor, editor_names, editor_page as words, editor_publish as publish, editor_site, evidence, sentences,
};

use crate::context::PageContext;
use crate::href::OWN_COPY;
use crate::html::components::breadcrumb;
use crate::route::Page;

/// Returns the page of the editor. Without its program it explains itself.
pub(super) fn editor_page(ctx: &PageContext<'_>) -> Markup {
    let lang = ctx.lang;
    html! {
        div.desk #soan data-desk="soan" {
            header.head {
                (breadcrumb::breadcrumb(ctx, Page::About, ctx.words.nav_about))
                h1 { (words::title(lang)) }
                p.lede { (words::lede(lang)) }
                p.guide__open {
                    a href=(ctx.href(Page::GuideChapter(Chapter::FirstArticle))) { (Chapter::FirstArticle.title(lang)) }
                    " · "
                    a href=(ctx.href(Page::Guide)) { (guide::all_chapters(lang)) }
                }
            }
            noscript.desk__without { (words::needs_script(lang)) }
            @if ctx.site.base.is_single_file() { p.note { (words::one_file(lang)) } }
            // The same content as the program writes for an empty store, so that nothing moves when it starts.
            nav #soan-buoc aria-label=(publish::steps(lang)) {
                @let counts = [publish::no_drafts(lang), publish::nothing_open(lang), publish::nothing_new(lang)];
                (super::editor_steps::steps(0, counts, lang))
            }
            (intake(ctx))
            p.desk__said #soan-noi role="status" {}
            p.desk__refused #soan-bao role="alert" {}
            div #soan-xem-lai tabindex="-1" {
                section.desk__list #soan-ban aria-label=(words::drafts_label(lang)) {
                    p.note { (editor::no_drafts(lang)) }
                    p.note {
                        (editor::new_corpus(lang)) ": " (editor::site_corpus(lang)) " ("
                        (sentences::articles(ctx.catalogue().totals().articles, lang)) ")"
                    }
                }
                div #soan-lam {}
                div #soan-xem-khung {}
            }
            section.publish #soan-xuat-ban tabindex="-1" aria-labelledby="soan-xuat-ten" {
                h2 #soan-xuat-ten { (publish::title(lang)) }
                div #soan-xuat-gi {}
                div #soan-xuat {}
                (job(lang))
                div #soan-noi-dat {}
            }
            section.desk__corpus aria-label=(editor_names::corpus(lang)) {
                div #soan-trang { details.names { summary { (editor_site::title(lang)) } } }
                div #soan-ten-kho { details.names { summary { (editor_names::title(lang)) } } }
                datalist #soan-ten-da-biet {}
            }
        }
    }
}

/// Progress of a site that is made, its outcome, and what can be done then. The program fills it.
fn job(lang: Lang) -> Markup {
    html! {
        div.job #xb-viec hidden {
            p.job__name #xb-ten {}
            div.job__row {
                progress #xb-thanh max="100" aria-labelledby="xb-ten" {}
                span.job__percent #xb-phan-tram {}
                button.button type="button" #xb-thoi data-publish-cancel="" { (publish::cancel(lang)) }
            }
        }
        p.desk__said #xb-noi role="status" {}
        p.desk__refused #xb-bao role="alert" {}
        p.desk__buttons #xb-sau {}
    }
}

fn intake(ctx: &PageContext<'_>) -> Markup {
    let lang = ctx.lang;
    html! {
        form.intake #soan-dan data-intake="" autocomplete="off" {
            label for="soan-van-ban" { (words::paste_label(lang)) }
            textarea.intake__text #soan-van-ban rows="5" lang="vi" spellcheck="false" {}
            div.intake__row {
                // The program enables the controls that it serves: before, a form would be sent to nobody.
                button.button.button--main type="submit" disabled { (words::read_button(lang)) }
                (file_input("soan-tep", words::files_label(lang), ".txt,.html,.htm,text/plain,text/html", true))
                (file_input("soan-mo", words::import_label(lang), ".json,.zip,application/json,application/zip", true))
            }
            p.note { (words::intake_note(lang)) }
        }
    }
}

/// Form in which readers compare their own copy with an article. For each paragraph with figures it has a note with the words to
/// look for, which is shown where it is the target of the address.
pub(super) fn compare_copy_form(ctx: &PageContext<'_>, article: &Article) -> Markup {
    let lang = ctx.lang;
    html! {
        section.own id=(OWN_COPY) data-desk="own" data-article=(article.id) aria-labelledby="ban-cua-toi-ten" {
            h2 #ban-cua-toi-ten { (words::copy_title(lang)) }
            p.note { (words::copy_note(lang)) }
            details.own__open {
                summary data-do="desk" { (words::copy_open(lang)) }
                @for line in collect_set(article.figures.iter().map(|figure| figure.line)) {
                    p.own__asked id=(format!("{OWN_COPY}-{line}")) data-line=(line) { (sought_words(ctx, article, line)) }
                }
                form.intake data-own="" autocomplete="off" {
                    (file_input("own-tep", words::copy_file(lang), ".txt,.html,.htm,text/plain,text/html", false))
                    label for="own-van-ban" { (words::copy_paste(lang)) }
                    textarea.intake__text #own-van-ban rows="4" lang="vi" spellcheck="false" {}
                    div.intake__row {
                        button.button.button--main type="submit" disabled { (words::copy_check(lang)) }
                        button.button type="button" data-own-clear="" { (words::copy_clear(lang)) }
                    }
                }
                p.desk__said #own-noi role="status" {}
                div #own-ket-qua {}
            }
        }
    }
}

/// The printed words of a paragraph that a reader wants to see in their own copy.
fn sought_words(ctx: &PageContext<'_>, article: &Article, line: u32) -> Markup {
    let place = evidence::place(article.paragraph_of_line(line), line, ctx.lang);
    html! {
        (words::copy_sought(ctx.lang)) " " (place) ": "
        @for (i, figure) in article.figures.iter().filter(|figure| figure.line == line).enumerate() {
            @if i > 0 { ", " }
            span lang="vi" { "“" (figure.as_written) "”" }
        }
        "."
    }
}

fn file_input(id: &str, label: &str, accept: &str, is_several: bool) -> Markup {
    html! {
        label.intake__file for=(id) {
            span { (label) }
            input id=(id) type="file" accept=(accept) multiple[is_several] disabled;
        }
    }
}
