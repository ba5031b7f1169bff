//! Parts around the facts: toolbar of the open draft, diagnostics, form for new facts.

use maud::{Markup, html};

use thidua_core::corpus::Severity;
use thidua_core::domain::{ArticleId, Lang};
use thidua_extract::DiagnosticKind;
use thidua_i18n::{editor as words, editor_guesses as guesses, sentences};
use thidua_pages::route::{Page, Route};

use super::super::Editor;
use super::super::add_fact::FactKind;
use super::super::document::DraftDocument;
use super::drafts::title;
use super::{gaps, origin, repeats, resembling_drafts, tally};

/// Renders the toolbar of the open draft.
pub fn bar(editor: &Editor, document: &DraftDocument) -> Markup {
    let lang = editor.lang;
    let (taken, rejected, all) = tally(document);
    let (undo, redo) = document.can_undo_redo();
    let repeats = repeats(editor, document);
    let button = |act: &str, name: &str, is_off: bool| {
        html! { button.button type="button" id=(format!("nut-{act}")) data-act=(act) disabled[is_off] { (name) } }
    };
    html! {
        h2 #soan-ten-bai tabindex="-1" lang="vi" { (title(document)) }
        p.note { (document.name) }
        (origin::form(editor, document))
        p.desk__progress {
            progress max=(all.max(1)) value=(taken + rejected) aria-label=(words::facts(lang)) {}
            " " (words::progress(taken, rejected, all, lang))
        }
        @if !repeats.is_empty() {
            p.desk__warn {
                (words::repeats_article(lang)) ": "
                @for (id, likeness) in &repeats {
                    @let route = Route { lang, page: Page::Article(ArticleId::new(id.as_str())) };
                    a href=(editor.base.href(&route)) target="_blank" rel="noopener" { (id) } " (" (likeness) " %) "
                }
                @let is_same = |id: &str| {
                    let there = editor.context.corpus().articles.iter().find(|article| article.id.as_str() == id);
                    there.is_some_and(|there| there.text.sha256 == document.sha256)
                };
                @if !repeats.iter().any(|(id, _)| is_same(id)) { " · " (guesses::text_differs(lang)) }
            }
        }
        @for (name, similarity) in resembling_drafts(editor, document) {
            p.desk__warn { (guesses::resembles_draft(name, similarity, lang)) }
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

/// Renders the number of things to look at, and the way to the first.
pub fn to_review(document: &DraftDocument, lang: Lang) -> Markup {
    let count = document.to_review();
    let parts = guesses::to_review(
        [count.gaps, count.guesses, count.facts_with_guesses, count.doubts, count.diagnostics],
        lang,
    );
    html! {
        @if count.total() > 0 {
            p.desk__todo {
                span { strong { (words::doubts(lang)) " (" (count.total()) ")" } ": " (parts) "." }
                button.button type="button" #nut-first-open data-act="first-open" { (guesses::to_first(lang)) }
            }
        }
    }
}

/// Renders the gaps with their forms, and the diagnostics of the text.
pub fn doubts(editor: &Editor, document: &DraftDocument) -> Markup {
    let lang = editor.lang;
    let number = document.open_diagnostics().count();
    let is_split = document.open_diagnostics().any(|d| d.kind == DiagnosticKind::SeveralArticles);
    let is_open = is_split || document.open_diagnostics().any(|d| d.severity == Severity::Error);
    html! {
        (gaps::gaps(editor, document))
        @if number > 0 {
            details.doubts open[is_open] {
                summary { (guesses::notes(lang)) " (" (number) ")" }
                ul {
                    @for doubt in document.open_diagnostics() {
                        @let [message, hint] = words::diagnostic(doubt.kind, lang);
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

/// Renders the form for a new fact. The page fills it from the selected words.
pub fn add_form(lang: Lang) -> Markup {
    html! {
        details.add #soan-them {
            summary { (words::add_fact(lang)) }
            p.note { (words::add_help(lang)) }
            form.mend data-act="take-words" autocomplete="off" {
                label.mend__one {
                    span { (words::what(lang)) }
                    select name="what" {
                        @for kind in FactKind::ALL { option value=(kind.kind()) { (kind_name(kind, lang)) } }
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

const fn kind_name(kind: FactKind, lang: Lang) -> &'static str {
    match kind {
        FactKind::Figure => words::figure(lang),
        FactKind::Mention => words::mention(lang),
        FactKind::Phase => words::phase(lang),
        FactKind::Person => words::person(lang),
        FactKind::Headline => words::headline(lang),
        FactKind::Kicker => words::kicker(lang),
        FactKind::Byline => words::byline(lang),
        FactKind::Published => words::published(lang),
        FactKind::Covers => words::covers(lang),
        FactKind::Organisation => words::article_organisation(lang),
    }
}
