//! Campaigns of a draft: new, linked to one of the corpus, or kept apart.

use maud::{Markup, html};

use thidua_core::domain::{Campaign, CampaignKind, Lang};
use thidua_core::text::{capitalise, key, sorted_by_name};
use thidua_extract::{CampaignJoin, DraftCampaign};
use thidua_i18n::{editor as words, editor_names as names, terms};

use super::super::Editor;
use super::super::document::DraftDocument;

/// Maximum number of suggested names.
const MOST_OFFERED: usize = 2000;
/// Id of the list of suggested names.
const KNOWN: &str = "soan-da-biet";

/// Renders a campaign of the draft.
pub fn campaign(editor: &Editor, document: &DraftDocument, index: usize, campaign: &DraftCampaign) -> Markup {
    let lang = editor.lang;
    let known_one = |id: &str| editor.context.current_campaign(id);
    let name_of = |id: &str| known_one(id).map(|known| known.name.clone());
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
                        @if let Some(known) = known_one(known) { ": " (reason_of_link(campaign, known, lang)) }
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

/// Why a campaign of the draft is linked to one of the corpus: the printed words that are a name of it.
fn reason_of_link(campaign: &DraftCampaign, known: &Campaign, lang: Lang) -> String {
    match campaign.join {
        Some(CampaignJoin::SameOrganisation) => return names::linked_by_organisation(lang).to_owned(),
        Some(CampaignJoin::NationalName) => return names::linked_by_national_name(lang).to_owned(),
        // The form that is printed is named; a draft of an earlier version has no reason.
        Some(CampaignJoin::Name | CampaignJoin::Alias) | None => {}
    }
    let printed = || std::iter::once(&campaign.name).chain(&campaign.aliases);
    let is = |form: &str, name: &str| key(form) == key(name);
    if let Some(form) = printed().find(|form| is(form, &known.name)) {
        return names::linked_by_name(form, lang);
    }
    match printed().find(|form| known.aliases.iter().any(|alias| is(form, alias))) {
        Some(form) => names::linked_by_alias(form, lang),
        None => names::linked_by_hand(lang).to_owned(),
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
