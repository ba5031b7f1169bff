//! List of drafts: headline, organisation and state of each, a search box over many, and discarding one.

use maud::{Markup, html};

use thidua_core::text::slug;
use thidua_i18n::{editor as words, editor_drafts as drafts, sentences};

use super::super::Editor;
use super::super::document::DraftDocument;
use super::tally;

/// Id of the button that takes back the draft that was discarded last.
pub const TAKE_BACK: &str = "nhap-lay-lai";
/// Number of drafts from which the list has a search box.
const SEARCHED_FROM: usize = 5;

/// Returns the id of the button that opens a draft.
pub fn draft_id(uid: &str) -> String {
    format!("mo-{uid}")
}

/// Returns the id of the question whether a draft is to be discarded.
pub fn removal_id(uid: &str) -> String {
    format!("bo-{uid}")
}

/// Renders the list of drafts and the name of the corpus.
pub fn list(editor: &Editor) -> Markup {
    let lang = editor.lang;
    let corpus = editor.own_corpus.as_deref().unwrap_or_else(|| words::site_corpus(lang));
    html! {
        @if editor.documents.is_empty() {
            p.note { (words::no_drafts(lang)) }
        } @else {
            h2 { (words::drafts(lang)) " (" (editor.documents.len()) ")" }
            @if editor.documents.len() >= SEARCHED_FROM {
                label.drafts__find {
                    span { (drafts::find(lang)) }
                    // The page filters the list; what a person types is not sent.
                    input #soan-tim-nhap type="search" data-filter="drafts" lang="vi" spellcheck="false" autocomplete="off";
                }
                p.note #soan-tim-khong hidden { (drafts::none_found(lang)) }
            }
            ul.drafts {
                @for (number, document) in editor.documents.iter().enumerate() {
                    (draft(editor, document, editor.open == Some(number)))
                }
            }
        }
        @if let Some(removed) = editor.removed.last() {
            p.drafts__removed {
                span { (words::draft_removed(title(removed.document()), lang)) }
                button.button type="button" id=(TAKE_BACK) data-act="take-back" { (drafts::take_back(lang)) }
            }
        }
        p.note { (words::new_corpus(lang)) ": " (corpus) " (" (sentences::articles(editor.context.corpus().articles.len(), lang)) ")" }
    }
}

fn draft(editor: &Editor, document: &DraftDocument, is_open: bool) -> Markup {
    let lang = editor.lang;
    let (taken, rejected, all) = tally(document);
    let (title, uid) = (title(document), document.uid.as_str());
    let organisation = organisation(document);
    let found_by = slug(&[title, organisation.unwrap_or_default(), &document.name].join(" "));
    html! {
        li.drafts__one data-find=(found_by) {
            div.drafts__what {
                button.drafts__name type="button" id=(draft_id(uid)) data-act="open" data-draft=(uid)
                    aria-current=[is_open.then_some("true")] lang="vi" { (title) }
                p.drafts__state {
                    @if let Some(organisation) = organisation { span lang="vi" { (organisation) } " · " }
                    (words::progress(taken, rejected, all, lang))
                }
            }
            @if editor.asked_removal.as_deref() == Some(uid) {
                div.drafts__asked id=(removal_id(uid)) tabindex="-1" role="group" aria-label=(drafts::ask_removal(lang)) {
                    span { (drafts::ask_removal(lang)) }
                    button.button.button--warn type="button" data-act="remove" data-draft=(uid) { (drafts::remove_now(lang)) }
                    button.button type="button" data-act="keep" { (drafts::keep(lang)) }
                }
            } @else {
                button.link type="button" data-act="ask-remove" data-draft=(uid)
                    aria-label=(format!("{}: {title}", words::remove(lang))) { (words::remove(lang)) }
            }
        }
    }
}

/// Returns the headline, or the name of the file if there is none.
pub fn title(document: &DraftDocument) -> &str {
    document.review.draft.headline.as_ref().map_or(document.name.as_str(), |found| found.words.as_str())
}

/// Returns the name of the organisation that the article reports on.
fn organisation(document: &DraftDocument) -> Option<&str> {
    let draft = &document.review.draft;
    let found = draft.organisations.get(draft.organisation?)?;
    Some(found.fact.name.as_str())
}
