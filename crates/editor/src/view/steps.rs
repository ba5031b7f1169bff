//! The three steps with what is in each, and the one that a person is at.

use maud::Markup;

use thidua_i18n::editor_publish as words;
use thidua_pages::html::steps as steps_of_page;

use super::super::Editor;
use super::super::publish::{DraftObstacle, summary};

/// Renders the steps.
pub fn steps(editor: &Editor) -> Markup {
    let lang = editor.lang;
    let (mut guesses, mut others, mut new) = (0, 0, 0);
    for document in &editor.documents {
        let draft = summary(document, &editor.context);
        if draft.obstacle == Some(DraftObstacle::InCorpus) {
            continue;
        }
        let count = document.to_review();
        guesses += count.guesses;
        others += count.gaps + count.doubts + count.diagnostics;
        new += usize::from(draft.obstacle.is_none());
    }
    let is_changed = editor.is_site_changed() || !editor.names.done.is_empty();
    let is_empty = editor
        .documents
        .iter()
        .all(|document| summary(document, &editor.context).obstacle == Some(DraftObstacle::InCorpus));
    let current = match (is_empty, guesses + others, new) {
        (true, ..) if is_changed => 2,
        (true, ..) => 0,
        (false, 0, 1..) => 2,
        (false, ..) => 1,
    };
    let drafts = match editor.documents.len() {
        0 => words::no_drafts(lang).to_owned(),
        number => words::drafts(number, lang),
    };
    let left = match (is_empty, guesses + others) {
        (true, _) => words::nothing_open(lang).to_owned(),
        (false, 0) => words::all_seen(lang).to_owned(),
        _ => words::left(guesses, others, lang),
    };
    let articles = match new {
        0 if is_changed => words::site_changes(lang).to_owned(),
        0 => words::nothing_new(lang).to_owned(),
        new => words::new_articles(new, lang),
    };
    steps_of_page(current, [&drafts, &left, &articles], lang)
}
