//! What the desk shows, as parts of a page: each has an id, and is sent again only when it has changed.
//!
//! A part may stand inside another; when that one is sent, so are all inside it. Every line of the text and every fact is
//! a part of its own, so that a click on one of a thousand facts moves a few hundred bytes.

mod bar;
mod card;
mod form;
mod mark;
mod names;
mod preview;

pub use mark::{Span, marked};
pub use preview::preview_path;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use maud::{Markup, html};

use super::sheet::Sheet;
use super::slot::{Slot, State};
use super::{Desk, Refusal, export};
use thidua_core::domain::Lang;
use thidua_i18n::editor as words;

/// A part of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The id of the element that it fills.
    pub id: String,
    /// The id of the part that holds that element.
    pub inside: Option<&'static str>,
    /// Its markup.
    pub html: String,
}

impl Part {
    fn new(id: impl Into<String>, inside: Option<&'static str>, html: Markup) -> Part {
        Part { id: id.into(), inside, html: html.into_string() }
    }
}

/// The ids of the elements of the page that the desk fills.
const LIST: &str = "soan-ban";
const WORK: &str = "soan-lam";
const PREVIEW: &str = "soan-xem-khung";

/// Everything that is shown.
pub fn parts(desk: &Desk) -> Vec<Part> {
    let mut parts = vec![Part::new(LIST, None, bar::list(desk))];
    match desk.open.and_then(|open| desk.sheets.get(open)) {
        None => parts.push(Part::new(WORK, None, html! {})),
        Some(sheet) => work(desk, sheet, &mut parts),
    }
    let preview = desk.preview.as_ref().map(|shown| preview::preview(shown, desk.lang));
    parts.push(Part::new(PREVIEW, None, preview.unwrap_or_default()));
    parts
}

/// The parts that differ from what was shown, which is brought up to date; those inside a changed part as well.
pub fn changed(parts: Vec<Part>, shown: &mut BTreeMap<String, u64>) -> Vec<Part> {
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

/// An open sheet: the frame with an empty place for each line and fact, then what fills them.
fn work(desk: &Desk, sheet: &Sheet, parts: &mut Vec<Part>) {
    let lang = desk.lang;
    let slots = sheet.slots();
    parts.push(Part::new(WORK, None, frame(desk, sheet, &slots)));
    let inside = Some(WORK);
    parts.push(Part::new("soan-thanh", inside, bar::bar(desk, sheet)));
    parts.push(Part::new("soan-nghi", inside, bar::doubts(sheet, lang)));
    for (slot, _) in &slots {
        parts.push(Part::new(format!("the-{slot}"), inside, card::card(desk, sheet, *slot)));
    }
    for (index, campaign) in sheet.facts.draft.campaigns.iter().enumerate() {
        let html = names::campaign(desk, sheet, index, campaign);
        parts.push(Part::new(format!("ten-{index}"), inside, html));
    }
    let mut spans: BTreeMap<u32, Vec<Span>> = BTreeMap::new();
    for (slot, place) in slots {
        if let Some(place) = place.filter(|_| sheet.state(slot) != State::Rejected) {
            let span = Span { start: place.start, end: place.end, slot, class: span_class(sheet, slot) };
            spans.entry(place.line).or_default().push(span);
        }
    }
    for (number, line) in sheet.lines() {
        let spans = spans.get(&number).map_or(&[][..], Vec::as_slice);
        let own = sheet.facts.holds_line(number);
        let html = html! {
            span.src__no { (number) }
            div {
                @if !own { span.src__note { (words::not_article(lang)) } }
                span class=(if own { "src__text" } else { "src__text src__text--out" }) lang="vi" {
                    (marked(line, spans))
                }
            }
        };
        parts.push(Part::new(format!("nguon-{number}"), inside, html));
    }
}

fn span_class(sheet: &Sheet, slot: Slot) -> &'static str {
    match sheet.state(slot) {
        State::Accepted | State::Edited => "m--taken",
        _ if sheet.checked.is_verified(slot) || sheet.checked.is_double(slot) => "m--open",
        _ => "m--doubt",
    }
}

fn frame(desk: &Desk, sheet: &Sheet, slots: &[(Slot, Option<thidua_extract::TextSpan>)]) -> Markup {
    let lang = desk.lang;
    html! {
        div #soan-thanh .desk__bar {}
        div #soan-nghi {}
        div.desk__switch role="group" aria-label=(words::source_text(lang)) {
            button.button type="button" data-side="facts" aria-pressed="true" { (words::facts(lang)) }
            button.button type="button" data-side="source" aria-pressed="false" { (words::source_text(lang)) }
        }
        div.desk__sides data-shows="facts" {
            section.desk__source aria-labelledby="soan-nguon-ten" {
                h3 #soan-nguon-ten { (words::source_text(lang)) }
                (bar::add_form(lang))
                div.src #soan-nguon {
                    @for (number, _) in sheet.lines() {
                        div.src__line id=(format!("nguon-{number}")) data-line=(number) tabindex="-1" {}
                    }
                }
            }
            section.desk__facts aria-labelledby="soan-dk-ten" {
                h3 #soan-dk-ten { (words::facts(lang)) }
                details.desk__keys { summary { (words::keys(lang)) } p { (words::keys_help(lang)) } }
                ul.fact-list #soan-dk {
                    @for (slot, _) in slots {
                        li.fact-list__one id=(format!("the-{slot}")) data-card=(slot) tabindex="-1" {}
                    }
                }
                @if !sheet.facts.draft.campaigns.is_empty() {
                    h3 { (words::names(lang)) }
                    ul.fact-list {
                        @for index in 0..sheet.facts.draft.campaigns.len() {
                            li.fact-list__one id=(format!("ten-{index}")) {}
                        }
                    }
                    (names::known_names(desk))
                }
            }
        }
    }
}

/// What was said of a fact, in a word.
pub const fn state_name(state: State, lang: Lang) -> &'static str {
    match state {
        State::Proposed => words::proposed(lang),
        State::Accepted => words::accepted(lang),
        State::Edited => words::edited(lang),
        State::Rejected => words::rejected(lang),
    }
}

/// The name of a kind of fact.
pub const fn slot_name(slot: Slot, lang: Lang) -> &'static str {
    match slot {
        Slot::Kicker => words::kicker(lang),
        Slot::Headline => words::headline(lang),
        Slot::Byline(_) => words::byline(lang),
        Slot::Published => words::published(lang),
        Slot::Source => words::source(lang),
        Slot::Organisation => words::article_organisation(lang),
        Slot::Covers => words::covers(lang),
        Slot::Figure(_) => words::figure(lang),
        Slot::Mention(_) => words::mention(lang),
        Slot::Phase(_) => words::phase(lang),
        Slot::Person(_) => words::person(lang),
    }
}

/// How many facts are accepted, how many rejected, of how many.
pub fn tally(sheet: &Sheet) -> (usize, usize, usize) {
    let slots = sheet.facts.slots();
    let count = |is: fn(State) -> bool| slots.iter().filter(|(slot, _)| is(sheet.state(*slot))).count();
    (count(State::is_taken), count(|state| state == State::Rejected), slots.len())
}

/// The articles of the corpus that a sheet repeats.
fn repeats(desk: &Desk, sheet: &Sheet) -> Vec<(String, u32)> {
    export::repeats_of(sheet, &desk.shelf)
}

type Tried<T> = Result<T, Refusal>;
