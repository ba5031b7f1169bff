//! Campaigns of a draft: new, linked to one of the corpus, or kept apart.

use maud::{Markup, html};

use thidua_core::domain::{Campaign, CampaignKind, Lang};
use thidua_core::text::{capitalise, key, sorted_by_name};
use thidua_extract::DraftCampaign;
use thidua_i18n::{editor as words, editor_guesses as guesses, terms};

use super::super::Editor;
use super::super::document::DraftDocument;

/// Maximum number of suggested names.
const MOST_OFFERED: usize = 2000;
/// Id of the list of suggested names.
const KNOWN: &str = "soan-da-biet";

/// Renders a campaign of the draft.
pub fn campaign(editor: &Editor, document: &DraftDocument, index: usize, campaign: &DraftCampaign) -> Markup {
    let lang = editor.lang;
    let name_of = |id: &str| {
        editor
            .context
            .corpus()
            .campaigns
            .iter()
            .find(|known| known.id.as_str() == id)
            .map(|known| known.name.clone())
    };
    let apart = document.review.kept_apart.contains(&index);
    let button = |act: &str, known: Option<&str>, name: &str| {
        let id = format!("{act}-{index}-{}", known.unwrap_or_default());
        html! {
            button.button type="button" id=(id) data-act=(act) data-campaign-number=(index) data-known=[known] { (name) }
        }
    };
    html! {
        div.fact.fact--mention {
            p.fact__words lang="vi" { (campaign.name) }
            p.fact__says {
                (capitalise(terms::kind(campaign.kind, lang)))
                @for alias in &campaign.aliases { " · “" span lang="vi" { (alias) } "”" }
            }
            @match &campaign.existing {
                Some(known) => {
                    p.fact__check.fact__check--yes {
                        (words::existing_name(lang)) " “" (name_of(known).unwrap_or_else(|| known.to_string())) "”"
                        @let there = editor.context.corpus().campaigns.iter().find(|there| there.id == *known);
                        @if let Some(there) = there { ": " (why_joined(campaign, there, lang)) }
                    }
                    p.fact__buttons { (button("apart", None, words::keep_apart(lang))) }
                }
                None => {
                    p.fact__check {
                        (words::new_name(lang)) @if apart { " · " (words::kept_apart_note(lang)) }
                    }
                    @if !apart {
                        @for similar in &campaign.similar {
                            p.fact__similar {
                                (words::similar(lang)) " “" span lang="vi" { (name_of(similar).unwrap_or_else(|| similar.to_string())) } "” "
                                (button("join", Some(similar.as_str()), words::join(lang)))
                            }
                        }
                        @if !campaign.similar.is_empty() {
                            p.fact__buttons { (button("apart", None, words::keep_apart(lang))) }
                        }
                    }
                }
            }
            details.fact__more {
                summary { (words::edit(lang)) }
                form.mend data-act="name" data-campaign-number=(index) autocomplete="off" {
                    label.mend__one { span { (words::name(lang)) } input name="name" value=(campaign.name) lang="vi"; }
                    label.mend__one {
                        span { (words::kind(lang)) }
                        select name="kind" {
                            @for kind in CampaignKind::ALL {
                                option value=(kind.slug()) selected[kind == campaign.kind] { (terms::kind(kind, lang)) }
                            }
                        }
                    }
                    p.mend__buttons { button.button type="submit" { (words::save(lang)) } }
                }
                form.mend data-act="join" data-campaign-number=(index) autocomplete="off" {
                    label.mend__one {
                        span { (words::join_with(lang)) }
                        input name="known" list=(KNOWN) lang="vi";
                    }
                    p.mend__buttons { button.button type="submit" { (words::join(lang)) } }
                }
            }
        }
    }
}

/// Returns why a campaign of the draft is taken for one of the corpus.
fn why_joined(campaign: &DraftCampaign, known: &Campaign, lang: Lang) -> String {
    let printed: Vec<String> =
        std::iter::once(&campaign.name).chain(&campaign.aliases).map(|n| key(n)).collect();
    let is_printed = |name: &String| printed.contains(&key(name));
    if is_printed(&known.name) {
        return guesses::joined_by_name(lang).to_owned();
    }
    match known.aliases.iter().find(|alias| is_printed(alias)) {
        Some(alias) => guesses::joined_by_alias(alias, lang),
        None => guesses::joined_by_hand(lang).to_owned(),
    }
}

/// Renders the list of suggested names.
pub fn known_names(editor: &Editor) -> Markup {
    html! {
        datalist id=(KNOWN) {
            @for known in sorted_by_name(&editor.context.corpus().campaigns, |c| &c.name).iter().take(MOST_OFFERED) {
                option value=(known.id) { (known.name) }
            }
        }
    }
}
