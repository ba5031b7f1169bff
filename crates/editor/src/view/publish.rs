//! Section that publishes: what would be published, and the ways to do it.

use maud::{Markup, html};

use thidua_core::collections::sort_by_key;
use thidua_core::domain::Lang;
use thidua_i18n::{editor as words, editor_publish as publish};
use thidua_publish::is_too_large_for_page;

use super::super::Editor;
use super::super::publish::{DraftObstacle, DraftSummary, PublishTarget, summary};
use super::drafts::title;

/// Id of the field for the address of the site.
const ADDRESS: &str = "xb-dia-chi";

/// Renders the address of the site and the ways to publish it.
pub fn ways(editor: &Editor) -> Markup {
    let lang = editor.lang;
    html! {
        (address(editor))
        h3 { (publish::choose(lang)) }
        ul.ways {
            @for target in PublishTarget::ALL { (way(editor, target)) }
        }
        p.note.ways__plain {
            (publish::plain_files(lang)) " "
            button.link type="button" data-act="export-corpus" { (words::merged_corpus(lang)) }
        }
    }
}

/// Renders what would be published.
pub fn extent(editor: &Editor) -> Markup {
    let lang = editor.lang;
    let mut drafts: Vec<(&str, DraftSummary)> = editor
        .documents
        .iter()
        .map(|document| (title(document), summary(document, &editor.context)))
        .collect();
    // What is published stands first.
    sort_by_key(&mut drafts, |(_, draft)| draft.obstacle.is_some());
    let new = drafts.iter().filter(|(_, draft)| draft.obstacle.is_none()).count();
    let all = editor.context.corpus().articles.len() + new;
    let marks = &editor.marks_summary;
    let lost: Vec<&str> = marks.lost.iter().map(|id| id.as_str()).collect();
    let (is_renamed, is_site_changed) = (!editor.names.done.is_empty(), editor.is_site_changed());
    html! {
        p.publish__sum { (publish::would_publish(lang)) ": " strong { (publish::extent(all, new, lang)) } "." }
        @if !drafts.is_empty() {
            ul.publish__drafts {
                @for (title, draft) in &drafts {
                    li class=[draft.obstacle.map(|_| "publish__out")] {
                        span.publish__title lang="vi" { (title) }
                        " "
                        span.publish__says { (draft_says(draft, lang)) }
                    }
                }
            }
        }
        @if new == 0 && !is_renamed && !is_site_changed { p.note { (publish::no_change(lang)) } }
        @if is_renamed { p { (publish::names_changed(lang)) } }
        @if is_site_changed { p { (publish::site_changed(lang)) } }
        @if marks.kept > 0 || !lost.is_empty() {
            p class=(if lost.is_empty() { "publish__marks" } else { "desk__warn" }) { (publish::marks(marks.kept, &lost, lang)) }
        }
    }
}

fn draft_says(draft: &DraftSummary, lang: Lang) -> String {
    match draft.obstacle {
        None => publish::draft_extent(draft.facts, draft.guesses, lang),
        Some(DraftObstacle::Gap) => publish::gap(lang).to_owned(),
        Some(DraftObstacle::NothingAccepted) => publish::nothing_accepted(lang).to_owned(),
        Some(DraftObstacle::InCorpus) => publish::in_corpus(lang).to_owned(),
    }
}

fn address(editor: &Editor) -> Markup {
    let lang = editor.lang;
    html! {
        form.publish__address data-act="site-url" autocomplete="off" {
            label.mend__one for=(ADDRESS) { span { (publish::address(lang)) } }
            div.gap__row {
                input id=(ADDRESS) name="url" type="text" inputmode="url" spellcheck="false" placeholder="https://"
                    value=(editor.published_url().unwrap_or_default());
                button.button type="submit" { (publish::set_address(lang)) }
            }
            p.note { (publish::address_help(lang)) }
        }
    }
}

/// Renders one way to publish. Ways that this page does not have are left out.
fn way(editor: &Editor, target: PublishTarget) -> Markup {
    let lang = editor.lang;
    let folder = editor.server_folder.as_deref();
    if target == PublishTarget::Server && folder.is_none() {
        return html! {};
    }
    let (name, purpose, button) = match target {
        PublishTarget::Server => (
            publish::server(folder.unwrap_or_default(), lang),
            publish::server_for(lang),
            publish::save_server(lang),
        ),
        PublishTarget::OneFile => {
            (publish::one_file(lang).to_owned(), publish::one_file_for(lang), publish::make_one_file(lang))
        }
        PublishTarget::SiteZip => {
            (publish::site_zip(lang).to_owned(), publish::site_zip_for(lang), publish::make_site_zip(lang))
        }
        PublishTarget::Folder => {
            (publish::folder(lang).to_owned(), publish::folder_for(lang), publish::choose_folder(lang))
        }
        PublishTarget::Package => {
            (publish::package(lang).to_owned(), publish::package_for(lang), publish::make_package(lang))
        }
    };
    let articles = editor.context.corpus().articles.len();
    let obstacle = match target {
        _ if target.is_whole_site() && is_too_large_for_page(articles, 0) => {
            Some(publish::too_large(articles, lang))
        }
        PublishTarget::Folder if !editor.can_write_folder => Some(publish::no_folder_api(lang).to_owned()),
        _ => None,
    };
    let is_first = target == if folder.is_some() { PublishTarget::Server } else { PublishTarget::OneFile };
    html! {
        li.ways__one {
            h4.ways__name { (name) }
            p.ways__for { (purpose) }
            @match obstacle {
                Some(obstacle) => p.desk__warn { (obstacle) },
                None => button class=(if is_first { "button button--main" } else { "button" }) type="button"
                    id=(format!("xb-{}", target.slug())) data-publish=(target.slug()) { (button) },
            }
        }
    }
}
