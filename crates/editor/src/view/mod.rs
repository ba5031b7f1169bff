//! Markup of the editor as fragments of the page. Each has an id and is sent again only after it has changed.
//!
//! A fragment may be inside another one; if that is sent, so are all inside it. Every line of the text and every fact is a
//! fragment of its own, so that a click on one of a thousand facts sends a few hundred bytes.

mod campaign_names;
mod card;
mod drafts;
mod form;
mod gaps;
mod guesses;
mod highlight;
mod host_pictures;
mod hosts;
mod names;
mod origin;
mod preview;
mod publish;
mod site_info;
mod steps;
mod toolbar;

pub use drafts::{TAKE_BACK, draft_id, removal_id};
pub use guesses::field_id;
pub use highlight::{HighlightSpan, highlighted};
pub use names::{NAMES_FIND, NAMES_FOUND, NAMES_PROPOSED, NAMES_SHOWN};
pub use origin::field_id as origin_field_id;
pub use preview::preview_path;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use maud::{Markup, html};

use thidua_core::domain::Lang;
use thidua_i18n::editor as words;

use super::document::DraftDocument;
use super::fact_id::{FactId, FactStatus};
use super::{Editor, export};

/// Fragment of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// Id of the element that it fills.
    pub id: String,
    /// Id of the fragment that contains that element; `None` at the top.
    pub inside: Option<&'static str>,
    /// Markup.
    pub html: String,
}

impl Fragment {
    fn new(id: impl Into<String>, inside: Option<&'static str>, html: Markup) -> Fragment {
        Fragment { id: id.into(), inside, html: html.into_string() }
    }
}

/// Id of the element with the names of the corpus.
const NAMES: &str = "soan-ten-kho";
/// Id of the element with the three steps.
const STEPS: &str = "soan-buoc";
/// Id of the element with what the site says about itself.
const SITE: &str = "soan-trang";
/// Id of the element with what would be published.
const EXTENT: &str = "soan-xuat-gi";
/// Id of the element with what to do after publishing.
const HOSTS: &str = "soan-noi-dat";
/// Id of the element with the ways to publish.
const WAYS: &str = "soan-xuat";
/// Ids of the elements of the page that the editor fills.
const LIST: &str = "soan-ban";
const WORK: &str = "soan-lam";
const PREVIEW: &str = "soan-xem-khung";

/// Renders all fragments.
pub fn fragments(editor: &Editor) -> Vec<Fragment> {
    let mut parts = vec![Fragment::new(LIST, None, drafts::list(editor))];
    parts.push(Fragment::new(names::NAMES_KNOWN, None, names::suggestions(editor)));
    parts.push(Fragment::new(NAMES, None, names::section(editor)));
    parts.push(Fragment::new(STEPS, None, steps::steps(editor)));
    parts.push(Fragment::new(SITE, None, site_info::section(editor)));
    parts.push(Fragment::new(EXTENT, None, publish::extent(editor)));
    parts.push(Fragment::new(WAYS, None, publish::ways(editor)));
    parts.push(Fragment::new(HOSTS, None, hosts::section(editor.lang, &editor.base)));
    match editor.open.and_then(|open| editor.documents.get(open)) {
        None => parts.push(Fragment::new(WORK, None, html! {})),
        Some(document) => work(editor, document, &mut parts),
    }
    let preview = editor.preview.as_ref().map(|shown| preview::preview(shown, editor.lang));
    parts.push(Fragment::new(PREVIEW, None, preview.unwrap_or_default()));
    parts
}

/// Returns the fragments that differ from `shown`, and those inside of changed ones; updates `shown`.
pub fn changed(parts: Vec<Fragment>, shown: &mut BTreeMap<String, u64>) -> Vec<Fragment> {
    let mut now = BTreeMap::new();
    let mut whole: Vec<&'static str> = Vec::new();
    let mut changed = Vec::new();
    for part in parts {
        let mut hasher = DefaultHasher::new();
        part.html.hash(&mut hasher);
        let hash = hasher.finish();
        let is_inside = part.inside.is_some_and(|id| whole.contains(&id));
        let is_changed = is_inside || shown.get(&part.id) != Some(&hash);
        now.insert(part.id.clone(), hash);
        if is_changed {
            whole.extend([LIST, WORK, PREVIEW].into_iter().filter(|id| part.id == **id));
            changed.push(part);
        }
    }
    *shown = now;
    changed
}

/// Renders the open draft: a frame with an empty element for each line and fact, then the fragments that fill them.
fn work(editor: &Editor, document: &DraftDocument, parts: &mut Vec<Fragment>) {
    let lang = editor.lang;
    let fact_ids = document.fact_ids();
    parts.push(Fragment::new(WORK, None, frame(editor, document, &fact_ids)));
    let inside = Some(WORK);
    parts.push(Fragment::new("soan-thanh", inside, toolbar::bar(editor, document)));
    parts.push(Fragment::new("soan-dem", inside, toolbar::to_review(document, lang)));
    parts.push(Fragment::new("soan-nghi", inside, toolbar::doubts(editor, document)));
    for (fact_id, _) in &fact_ids {
        parts.push(Fragment::new(format!("the-{fact_id}"), inside, card::card(editor, document, *fact_id)));
    }
    for (index, campaign) in document.review.draft.campaigns.iter().enumerate() {
        let html = campaign_names::campaign(editor, document, index, campaign);
        parts.push(Fragment::new(format!("ten-{index}"), inside, html));
    }
    let mut spans: BTreeMap<u32, Vec<HighlightSpan>> = BTreeMap::new();
    for (fact_id, place) in fact_ids {
        if let Some(place) = place.filter(|_| document.state(fact_id) != FactStatus::Rejected) {
            let span = HighlightSpan {
                start: place.start,
                end: place.end,
                fact_id,
                class: span_class(document, fact_id),
            };
            spans.entry(place.line).or_default().push(span);
        }
    }
    for (number, line) in document.lines() {
        let spans = spans.get(&number).map_or(&[][..], Vec::as_slice);
        let own = document.review.holds_line(number);
        let html = html! {
            span.src__no { (number) }
            div {
                @if !own { span.src__note { (words::not_article(lang)) } }
                span class=(if own { "src__text" } else { "src__text src__text--out" }) lang="vi" {
                    (highlighted(line, spans))
                }
            }
        };
        parts.push(Fragment::new(format!("nguon-{number}"), inside, html));
    }
}

fn span_class(document: &DraftDocument, fact_id: FactId) -> &'static str {
    match document.state(fact_id) {
        FactStatus::Accepted | FactStatus::Edited => "m--taken",
        _ if !document.checked.open_guesses(fact_id).is_empty() => "m--guess",
        _ if document.checked.is_verified(fact_id) || document.checked.is_duplicate(fact_id) => "m--open",
        _ => "m--doubt",
    }
}

fn frame(
    editor: &Editor,
    document: &DraftDocument,
    fact_ids: &[(FactId, Option<thidua_extract::TextSpan>)],
) -> Markup {
    let lang = editor.lang;
    html! {
        div #soan-thanh .desk__bar {}
        div #soan-dem {}
        div #soan-nghi {}
        div.desk__switch role="group" aria-label=(words::source_text(lang)) {
            button.button type="button" data-side="facts" aria-pressed="true" { (words::facts(lang)) }
            button.button type="button" data-side="source" aria-pressed="false" { (words::source_text(lang)) }
        }
        div.desk__sides data-shows="facts" {
            section.desk__source aria-labelledby="soan-nguon-ten" {
                h3 #soan-nguon-ten { (words::source_text(lang)) }
                (toolbar::add_form(lang))
                div.src #soan-nguon {
                    @for (number, _) in document.lines() {
                        div.src__line id=(format!("nguon-{number}")) data-line=(number) tabindex="-1" {}
                    }
                }
            }
            section.desk__facts aria-labelledby="soan-dk-ten" {
                h3 #soan-dk-ten { (words::facts(lang)) }
                details.desk__keys { summary { (words::keys(lang)) } p { (words::keys_help(lang)) } }
                ul.fact-list #soan-dk {
                    @for (fact_id, _) in fact_ids {
                        li.fact-list__one id=(format!("the-{fact_id}")) data-card=(fact_id) tabindex="-1" {}
                    }
                }
                @if !document.review.draft.campaigns.is_empty() {
                    h3 { (words::names(lang)) }
                    ul.fact-list {
                        @for index in 0..document.review.draft.campaigns.len() {
                            li.fact-list__one id=(format!("ten-{index}")) {}
                        }
                    }
                    (campaign_names::known_names(editor))
                }
            }
        }
    }
}

/// Returns the name of a status.
pub const fn status_name(state: FactStatus, lang: Lang) -> &'static str {
    match state {
        FactStatus::Proposed => words::proposed(lang),
        FactStatus::Accepted => words::accepted(lang),
        FactStatus::Edited => words::edited(lang),
        FactStatus::Rejected => words::rejected(lang),
    }
}

/// Returns the name of a kind of fact.
pub const fn fact_kind_name(fact_id: FactId, lang: Lang) -> &'static str {
    match fact_id {
        FactId::Kicker => words::kicker(lang),
        FactId::Headline => words::headline(lang),
        FactId::Byline(_) => words::byline(lang),
        FactId::Published => words::published(lang),
        FactId::Source => words::source(lang),
        FactId::Organisation => words::article_organisation(lang),
        FactId::Covers => words::covers(lang),
        FactId::Figure(_) => words::figure(lang),
        FactId::Mention(_) => words::mention(lang),
        FactId::Phase(_) => words::phase(lang),
        FactId::Person(_) => words::person(lang),
    }
}

/// Returns the numbers of accepted, rejected and all facts.
pub fn tally(document: &DraftDocument) -> (usize, usize, usize) {
    let fact_ids = document.review.fact_ids();
    let count = |is: fn(FactStatus) -> bool| {
        fact_ids.iter().filter(|(fact_id, _)| is(document.state(*fact_id))).count()
    };
    (count(FactStatus::is_included), count(|state| state == FactStatus::Rejected), fact_ids.len())
}

/// Returns the articles of the corpus with the same text.
fn repeats(editor: &Editor, document: &DraftDocument) -> Vec<(String, u32)> {
    export::repeats_of(document, &editor.context)
}

/// Returns the names of the other drafts of nearly the same article, with the similarity in percent.
fn resembling_drafts<'a>(editor: &'a Editor, document: &DraftDocument) -> Vec<(&'a str, u32)> {
    let others = editor.documents.iter().filter(|other| other.uid != document.uid);
    let similar = others.map(|other| match other.sha256 == document.sha256 {
        true => (other.name.as_str(), 100),
        false => (other.name.as_str(), other.fingerprint.similarity(&document.fingerprint)),
    });
    similar.filter(|(_, similarity)| *similarity >= thidua_extract::DUPLICATE_SIMILARITY).collect()
}
