//! Around the facts: the drafts on the desk, how far the open one is, what is doubtful, the form for further facts.

use maud::{Markup, html};

use super::super::Desk;
use super::super::sheet::Sheet;
use super::super::take::What;
use super::{repeats, tally};
use thidua_core::corpus::Severity;
use thidua_core::domain::{ArticleId, Lang};
use thidua_extract::DiagnosticKind;
use thidua_i18n::{editor as words, sentences};
use thidua_pages::route::{Page, Route};

/// The drafts on the desk, and the corpus that they are for.
pub fn list(desk: &Desk) -> Markup {
    let lang = desk.lang;
    let corpus = desk.own_corpus.as_deref().unwrap_or_else(|| words::site_corpus(lang));
    html! {
        @if desk.sheets.is_empty() {
            p.note { (words::no_drafts(lang)) }
        } @else {
            h2 { (words::drafts(lang)) }
            ul.drafts {
                @for (number, sheet) in desk.sheets.iter().enumerate() {
                    @let (taken, rejected, all) = tally(sheet);
                    @let is_open = desk.open == Some(number);
                    li.drafts__one {
                        button.drafts__name type="button" id=(format!("mo-{}", sheet.uid)) data-act="open" data-draft=(sheet.uid)
                            aria-current=[is_open.then_some("true")] { (title(sheet)) }
                        span.drafts__state { (words::progress(taken, rejected, all, lang)) }
                        button.link type="button" data-act="remove" data-draft=(sheet.uid)
                            aria-label=(format!("{}: {}", words::remove(lang), title(sheet))) { (words::remove(lang)) }
                    }
                }
            }
            p.desk__buttons {
                button.button type="button" data-act="export-corpus" { (words::merged_corpus(lang)) }
            }
        }
        p.note { (words::new_corpus(lang)) ": " (corpus) " (" (sentences::articles(desk.shelf.corpus().articles.len(), lang)) ")" }
    }
}

/// The headline, or the file where there is none.
fn title(sheet: &Sheet) -> &str {
    sheet.facts.draft.headline.as_ref().map_or(sheet.name.as_str(), |found| found.words.as_str())
}

/// The head of the open draft.
pub fn bar(desk: &Desk, sheet: &Sheet) -> Markup {
    let lang = desk.lang;
    let (taken, rejected, all) = tally(sheet);
    let (undo, redo) = sheet.can();
    let repeats = repeats(desk, sheet);
    let button = |act: &str, name: &str, is_off: bool| {
        html! { button.button type="button" id=(format!("nut-{act}")) data-act=(act) disabled[is_off] { (name) } }
    };
    html! {
        h2 #soan-ten-bai tabindex="-1" lang="vi" { (title(sheet)) }
        p.note { (sheet.name) @if let Some(url) = &sheet.url { " · " (url) } }
        p.desk__progress {
            progress max=(all.max(1)) value=(taken + rejected) aria-label=(words::facts(lang)) {}
            " " (words::progress(taken, rejected, all, lang))
        }
        @if !repeats.is_empty() {
            p.desk__warn {
                (words::repeats_article(lang)) ": "
                @for (id, likeness) in &repeats {
                    @let route = Route { lang, page: Page::Article(ArticleId::new(id.as_str())) };
                    a href=(desk.base.href(&route)) target="_blank" rel="noopener" { (id) } " (" (likeness) " %) "
                }
            }
        }
        p.desk__buttons {
            button.button.button--main type="button" #nut-accept-all data-act="accept-all" { (words::accept_all(lang)) }
            (button("undo", words::undo(lang), !undo))
            (button("redo", words::redo(lang), !redo))
            button.button type="button" #soan-xem-nut data-act="preview" { (words::preview(lang)) }
            (button("export-article", words::export_article(lang), false))
            (button("export-draft", words::export_draft(lang), false))
        }
    }
}

/// What somebody should look at.
pub fn doubts(sheet: &Sheet, lang: Lang) -> Markup {
    let doubts = &sheet.diagnostics;
    let is_split = doubts.iter().any(|d| d.kind == DiagnosticKind::SeveralArticles);
    html! {
        @if !doubts.is_empty() {
            details.doubts open[doubts.iter().any(|d| d.severity == Severity::Error) || is_split] {
                summary { (words::doubts(lang)) " (" (doubts.len()) ")" }
                ul {
                    @for doubt in doubts {
                        @let [message, hint] = words::doubt(doubt.kind, lang);
                        li {
                            @if let Some(place) = doubt.span {
                                button.link type="button" data-show-line=(place.line) { (sentences::line(place.line, lang)) }
                                ": "
                            }
                            (message)
                            @if let Some(found) = &doubt.found { " (“" span lang="vi" { (found) } "”)" }
                            "; " (hint) "."
                        }
                    }
                }
                @if is_split {
                    p.desk__buttons { button.button.button--main type="button" data-act="split" { (words::split(lang)) } }
                }
            }
        }
    }
}

/// The form for a fact that was not found. The page fills it from the words that are selected.
pub fn add_form(lang: Lang) -> Markup {
    html! {
        details.add #soan-them {
            summary { (words::add_fact(lang)) }
            p.note { (words::add_help(lang)) }
            form.mend data-act="take-words" autocomplete="off" {
                label.mend__one {
                    span { (words::what(lang)) }
                    select name="what" {
                        @for what in What::ALL { option value=(what.kind()) { (what_name(what, lang)) } }
                    }
                }
                label.mend__one { span { (words::line(lang)) } input #them-dong name="line" inputmode="numeric"; }
                label.mend__one { span { (words::words(lang)) } input #them-chu name="words" lang="vi" spellcheck="false"; }
                input #them-tu type="hidden" name="start" value="";
                input #them-den type="hidden" name="end" value="";
                p.mend__buttons {
                    button.button.button--main type="submit" { (words::add(lang)) }
                    button.button type="submit" data-as="line" { (words::toggle_line(lang)) }
                    button.button type="submit" data-as="split" { (words::split_here(lang)) }
                }
            }
        }
    }
}

const fn what_name(what: What, lang: Lang) -> &'static str {
    match what {
        What::Figure => words::figure(lang),
        What::Mention => words::mention(lang),
        What::Phase => words::phase(lang),
        What::Person => words::person(lang),
        What::Headline => words::headline(lang),
        What::Kicker => words::kicker(lang),
        What::Byline => words::byline(lang),
        What::Published => words::published(lang),
        What::Covers => words::covers(lang),
        What::Organisation => words::article_organisation(lang),
    }
}
