//! Section of the names of the corpus: a campaign that is in it already, the forms that change it, what was changed.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_core::domain::{Article, Campaign, CampaignId, Lang};
use thidua_core::text::{capitalise, sorted_by_name};
use thidua_i18n::{editor as words, editor_names as names, name_changes, sentences, terms};

use super::super::Editor;
use super::super::names::{NamedOperation, NamesState};

/// Id of the field for the name that is looked for.
pub const NAMES_FIND: &str = "ten-kho-tim";
/// Id of the list of found campaigns.
pub const NAMES_FOUND: &str = "ten-kho-thay";
/// Id of the shown campaign.
pub const NAMES_SHOWN: &str = "ten-kho-mot";
/// Id of the proposed operation.
pub const NAMES_PROPOSED: &str = "ten-kho-xem";
/// Id of the list of suggested names.
pub const NAMES_KNOWN: &str = "soan-ten-da-biet";

/// Maximum number of suggested names.
const MOST_OFFERED: usize = 2000;
/// Maximum number of articles from which a person may choose.
const MOST_ARTICLES: usize = 40;

/// Renders the section.
pub fn section(editor: &Editor) -> Markup {
    let (lang, state) = (editor.lang, &editor.names);
    let is_used = !state.query.is_empty() || !state.done.is_empty() || !state.undone.is_empty();
    html! {
        details.names open[is_used] {
            summary { (names::title(lang)) }
            p.note { (names::help(lang)) }
            form.mend data-act="names-find" autocomplete="off" {
                label.mend__one {
                    span { (names::find(lang)) }
                    input id=(NAMES_FIND) name="find" list=(NAMES_KNOWN) lang="vi" value=(state.query);
                }
                p.mend__buttons { button.button type="submit" { (names::find_button(lang)) } }
            }
            (found(editor, state))
            @let corpus = editor.context.corpus();
            @if let Some(campaign) = state.shown.as_ref().and_then(|id| corpus.campaigns.iter().find(|c| c.id == *id)) {
                (shown(editor, campaign))
            }
            (done(state, lang))
        }
    }
}

fn found(editor: &Editor, state: &NamesState) -> Markup {
    let lang = editor.lang;
    let corpus = editor.context.corpus();
    let campaigns = state.found.iter().filter_map(|id| corpus.campaigns.iter().find(|c| c.id == *id));
    html! {
        @if !state.found.is_empty() {
            ul.fact-list id=(NAMES_FOUND) tabindex="-1" {
                @for campaign in campaigns {
                    li.fact-list__one {
                        button.link type="button" id=(format!("names-find-{}", campaign.id)) data-act="names-find" data-known=(campaign.id) {
                            span lang="vi" { (campaign.name) } " (" (terms::kind(campaign.kind, lang)) ")"
                        }
                    }
                }
            }
        }
    }
}

/// Renders a campaign of the corpus with the forms that change it, or with the proposed operation.
fn shown(editor: &Editor, campaign: &Campaign) -> Markup {
    let lang = editor.lang;
    let uses = Uses::of(&editor.context.corpus().articles, campaign);
    html! {
        div.fact.fact--mention id=(NAMES_SHOWN) tabindex="-1" {
            p.fact__words lang="vi" { (campaign.name) }
            p.fact__says {
                (capitalise(terms::kind(campaign.kind, lang))) " · " (campaign.id) " · "
                (sentences::articles(uses.articles.len(), lang)) ", " (sentences::figures(uses.figures, lang))
            }
            @if !campaign.aliases.is_empty() {
                p.fact__says {
                    (names::other_names(lang)) ": "
                    @for (number, alias) in campaign.aliases.iter().enumerate() {
                        @if number > 0 { ", " } "“" span lang="vi" { (alias) } "”"
                    }
                }
            }
            @match &editor.names.proposed {
                Some(operation) => (proposed(operation, lang)),
                None => {
                    (rename_form(campaign, lang))
                    (join_form(campaign, lang))
                    @if uses.articles.len() > 1 || uses.forms.len() > 1 { (split_form(campaign, &uses, lang)) }
                    p.fact__buttons {
                        button.button type="button" data-act="names-close" { (names::close(lang)) }
                    }
                }
            }
        }
    }
}

/// Articles that name a campaign, its printed forms with the number of mentions, and the number of its figures.
struct Uses<'a> {
    articles: Vec<&'a Article>,
    forms: BTreeMap<&'a str, usize>,
    figures: usize,
}

impl<'a> Uses<'a> {
    fn of(articles: &'a [Article], campaign: &Campaign) -> Uses<'a> {
        let mut uses = Uses { articles: Vec::new(), forms: BTreeMap::new(), figures: 0 };
        for article in articles {
            let mentions = article.mentions.iter().filter(|mention| mention.campaign == campaign.id);
            let mut is_named = false;
            for mention in mentions {
                is_named = true;
                *uses.forms.entry(mention.as_written.as_str()).or_default() += 1;
            }
            if is_named {
                uses.articles.push(article);
            }
            let counts = |id: &CampaignId| *id == campaign.id;
            let figures = article.figures.iter();
            uses.figures +=
                figures.filter(|f| f.campaign.iter().chain(&f.campaigns_also).any(counts)).count();
        }
        uses
    }
}

fn rename_form(campaign: &Campaign, lang: Lang) -> Markup {
    html! {
        details.fact__more {
            summary { (names::rename(lang)) }
            form.mend data-act="names-rename" data-known=(campaign.id) autocomplete="off" {
                label.mend__one { span { (words::name(lang)) } input name="name" value=(campaign.name) lang="vi"; }
                label.mend__one { span { (names::id(lang)) } input name="new-id" value=(campaign.id) spellcheck="false"; }
                p.mend__buttons { button.button type="submit" { (names::propose(lang)) } }
            }
        }
    }
}

fn join_form(campaign: &Campaign, lang: Lang) -> Markup {
    html! {
        details.fact__more {
            summary { (names::join(lang)) }
            form.mend data-act="names-join" data-known=(campaign.id) autocomplete="off" {
                label.mend__one { span { (names::join_into(lang)) } input name="into" list=(NAMES_KNOWN) lang="vi"; }
                p.mend__buttons { button.button type="submit" { (names::propose(lang)) } }
            }
        }
    }
}

fn split_form(campaign: &Campaign, uses: &Uses<'_>, lang: Lang) -> Markup {
    html! {
        details.fact__more {
            summary { (names::split(lang)) }
            form.mend data-act="names-split" data-known=(campaign.id) autocomplete="off" {
                fieldset.names__choice {
                    legend { (names::split_forms(lang)) }
                    @for (number, (form, count)) in uses.forms.iter().enumerate() {
                        label {
                            input type="checkbox" name=(format!("form-{number}")) value=(form);
                            " “" span lang="vi" { (form) } "” (" (names::times(*count, lang)) ")"
                        }
                    }
                }
                @if uses.articles.len() > 1 {
                    fieldset.names__choice {
                        legend { (names::split_articles(lang)) }
                        @for (number, article) in uses.articles.iter().take(MOST_ARTICLES).enumerate() {
                            label {
                                input type="checkbox" name=(format!("article-{number}")) value=(article.id);
                                " " span lang="vi" { (article.headline) }
                            }
                        }
                    }
                }
                label.mend__one { span { (names::new_name(lang)) } input name="name" lang="vi"; }
                label.mend__one { span { (names::new_id(lang)) } input name="new-id" spellcheck="false"; }
                p.mend__buttons { button.button type="submit" { (names::propose(lang)) } }
            }
        }
    }
}

fn proposed(operation: &NamedOperation, lang: Lang) -> Markup {
    html! {
        div.names__proposed id=(NAMES_PROPOSED) tabindex="-1" {
            (change(operation, lang))
            p.note { (names::not_yet(lang)) }
            p.fact__buttons {
                button.button.button--main type="button" id="names-apply" data-act="names-apply" { (names::apply(lang)) }
                button.button type="button" id="names-cancel" data-act="names-cancel" { (words::cancel(lang)) }
            }
        }
    }
}

/// Renders what an operation changes, in words.
fn change(operation: &NamedOperation, lang: Lang) -> Markup {
    let NamedOperation { operation, old_name, changes } = operation;
    html! {
        p { (name_changes::operation(operation, old_name, changes, lang)) ": " (name_changes::extent(changes, lang)) "." }
        @let details = name_changes::details(changes, lang);
        @if !details.is_empty() { ul { @for one in details { li { (one) } } } }
    }
}

fn done(state: &NamesState, lang: Lang) -> Markup {
    html! {
        @if !state.done.is_empty() || !state.undone.is_empty() {
            h3 { (names::done(lang)) }
            @if !state.done.is_empty() {
                ol.names__done { @for operation in &state.done { li { (change(operation, lang)) } } }
            }
            p.note { (names::until_saved(lang)) }
            p.desk__buttons {
                button.button type="button" id="names-undo" data-act="names-undo" disabled[state.done.is_empty()] { (words::undo(lang)) }
                button.button type="button" id="names-redo" data-act="names-redo" disabled[state.undone.is_empty()] { (words::redo(lang)) }
            }
        }
    }
}

/// Renders the suggested names: all campaigns of the corpus.
pub fn suggestions(editor: &Editor) -> Markup {
    html! {
        @for known in sorted_by_name(&editor.context.corpus().campaigns, |c| &c.name).iter().take(MOST_OFFERED) {
            option value=(known.id) { (known.name) }
        }
    }
}
