//! A fact as a card: its words, what it says, whether it stands in the text, and what can be done with it.

use maud::{Markup, html};

use super::super::Desk;
use super::super::sheet::Sheet;
use super::super::slot::{Slot, State};
use super::{form, slot_name, state_name};
use thidua_chart::Quantity;
use thidua_core::domain::{Dimension, Lang, Unit};
use thidua_core::text::format_period;
use thidua_extract::{Draft, TextSpan};
use thidua_i18n::{editor as words, problems, sentences, terms};

/// The card of a fact.
pub fn card(desk: &Desk, sheet: &Sheet, slot: Slot) -> Markup {
    let lang = desk.lang;
    let state = sheet.state(slot);
    let is_open = desk.unfolded == Some(slot);
    let (printed, place) = printed(&sheet.facts.draft, slot);
    let class = format!("fact fact--{} fact--{}", slot.kind(), state_class(state));
    html! {
        div class=(class) {
            p.fact__head {
                span.fact__letter aria-hidden="true" { (slot.letter()) }
                span.fact__kind { (slot_name(slot, lang)) }
                span.fact__state { (state_name(state, lang)) }
            }
            p.fact__words lang="vi" { (printed) }
            @let says = says(desk, sheet, slot);
            @if !says.is_empty() { p.fact__says { (says) } }
            (check(sheet, slot, place, lang))
            p.fact__buttons {
                @if state.is_taken() {
                    (button("propose", slot, words::take_back(lang)))
                } @else {
                    (button("accept", slot, words::accept(lang)))
                }
                @if state == State::Rejected {
                    (button("propose", slot, words::take_back(lang)))
                } @else {
                    (button("reject", slot, words::reject(lang)))
                }
                (button(if is_open { "fold" } else { "unfold" }, slot, words::edit(lang)))
                @if place.is_some() {
                    button.link type="button" tabindex="-1" data-show=(slot) { (words::in_text(lang)) }
                }
            }
        }
        @if is_open { (form::form(desk, sheet, slot)) }
    }
}

fn button(act: &str, slot: Slot, name: &str) -> Markup {
    html! {
        button.button type="button" tabindex="-1" id=(format!("{act}-{slot}")) data-act=(act) data-fact=(slot) { (name) }
    }
}

const fn state_class(state: State) -> &'static str {
    match state {
        State::Proposed => "proposed",
        State::Accepted | State::Edited => "taken",
        State::Rejected => "rejected",
    }
}

/// Whether the fact stands in the text; if not, why.
fn check(sheet: &Sheet, slot: Slot, place: Option<TextSpan>, lang: Lang) -> Markup {
    let checked = &sheet.checked;
    let line = place.map(|place| sentences::line(place.line, lang));
    let note = |text: &str| html! { p.fact__check { (text) @if let Some(line) = &line { ", " (line) } } };
    let figure = match slot {
        Slot::Figure(i) => sheet.facts.draft.figures.get(i).map(|found| &found.fact),
        _ => None,
    };
    if sheet.state(slot) == State::Rejected {
        return html! {};
    }
    if figure.is_some_and(|figure| figure.repeats.is_some()) {
        return note(words::repeats(lang));
    }
    if figure.is_some_and(|figure| figure.unit.is_none()) {
        let [message, hint] = words::doubt(thidua_extract::DiagnosticKind::UnknownUnit, lang);
        return html! { p.fact__check.fact__check--no { "! " (message) ": " (hint) } };
    }
    if checked.is_double(slot) {
        return note(words::double(lang));
    }
    if checked.is_verified(slot) {
        return html! {
            p.fact__check.fact__check--yes { "✓ " (words::verified(lang)) @if let Some(line) = &line { ", " (line) } }
        };
    }
    html! {
        @for problem in checked.problems(slot) {
            p.fact__check.fact__check--no { "! " (problems::problem(problem, lang)) }
        }
        @if checked.problems(slot).is_empty() { p.fact__check.fact__check--no { "! " (words::not_verified(lang)) } }
    }
}

/// The printed words of a fact, and where they stand.
pub fn printed(draft: &Draft, slot: Slot) -> (String, Option<TextSpan>) {
    let of = |words: &String, place: TextSpan| (words.clone(), Some(place));
    let found = match slot {
        Slot::Kicker => draft.kicker.as_ref().map(|f| of(&f.words, f.span)),
        Slot::Headline => draft.headline.as_ref().map(|f| of(&f.words, f.span)),
        Slot::Byline(i) => draft.byline.get(i).map(|f| of(&f.words, f.span)),
        Slot::Published => draft.published.as_ref().map(|f| of(&f.words, f.span)),
        Slot::Covers => draft.covers.as_ref().map(|f| of(&f.words, f.span)),
        Slot::Source => draft.source.as_ref().map(|f| of(&f.words, f.span)),
        Slot::Organisation => {
            draft.organisation.and_then(|i| draft.organisations.get(i)).map(|f| of(&f.words, f.span))
        }
        Slot::Figure(i) => draft.figures.get(i).map(|f| of(&f.words, f.span)),
        Slot::Mention(i) => draft.mentions.get(i).map(|f| of(&f.words, f.span)),
        Slot::Phase(i) => draft.phases.get(i).map(|f| of(&f.words, f.span)),
        Slot::Person(i) => draft.people.get(i).map(|f| of(&f.words, f.span)),
    };
    found.unwrap_or_default()
}

/// What a fact says besides its words, in a line.
fn says(desk: &Desk, sheet: &Sheet, slot: Slot) -> String {
    let (draft, lang) = (&sheet.facts.draft, desk.lang);
    let campaign = |index: usize| draft.campaigns.get(index).map(|c| format!("“{}”", c.name));
    let period = |period: Option<&thidua_extract::DraftPeriod>| {
        let period = period?;
        let dates = period.when.map(|when| format_period(when, lang));
        Some(dates.unwrap_or_else(|| format!("“{}”", period.as_written)))
    };
    let parts: Vec<Option<String>> = match slot {
        Slot::Published => vec![period(draft.published.as_ref().map(|f| &f.fact))],
        Slot::Covers => vec![period(draft.covers.as_ref().map(|f| &f.fact))],
        Slot::Source => vec![draft.source.as_ref().map(|f| format!("{} ({})", f.fact.name, f.fact.site))],
        Slot::Organisation => {
            let fact = draft.organisation.and_then(|i| draft.organisations.get(i)).map(|f| &f.fact);
            vec![
                fact.map(|f| f.name.clone()),
                fact.and_then(|f| f.existing.as_ref()).map(|id| format!("{} {id}", words::known_as(lang))),
            ]
        }
        Slot::Figure(i) => {
            let Some(fact) = draft.figures.get(i).map(|f| &f.fact) else { return String::new() };
            let unit = fact.unit.as_ref().and_then(|id| unit(desk, id.as_str()));
            let (value, value_to, comparator) = (fact.value, fact.value_to, fact.comparator);
            let dimension = unit.map_or(Dimension::Count, |unit| unit.dimension);
            let number = Quantity { value, value_to, comparator }.words(dimension, lang);
            // A percent sign is part of the number.
            let unit = unit.filter(|unit| unit.dimension != Dimension::Percent);
            let name = unit.map(|unit| if lang == Lang::Vi { &unit.vi } else { &unit.en });
            let whole = fact.part_of.and_then(|i| draft.figures.get(i));
            vec![
                Some(fact.label.clone()).filter(|label| !label.is_empty()),
                Some(name.map_or_else(|| number.clone(), |name| format!("{number} {name}"))),
                Some(terms::role(fact.role, lang).to_owned()),
                Some(sentences::levels(&fact.levels, lang)).filter(|levels| !levels.is_empty()),
                period(fact.period.as_ref()),
                fact.campaigns.first().and_then(|i| campaign(*i)),
                whole.map(|whole| format!("⊂ {}", whole.words)),
            ]
        }
        Slot::Mention(i) => {
            let Some(found) = draft.mentions.get(i) else { return String::new() };
            let known = draft.campaigns.get(found.fact.campaign);
            vec![
                known.map(|c| terms::kind(c.kind, lang).to_owned()),
                known.filter(|c| c.name != found.words).map(|c| format!("“{}”", c.name)),
                Some(terms::relation(found.fact.relation, lang).to_owned()),
                found.fact.sector.map(|sector| terms::sector(sector, lang).to_owned()),
            ]
        }
        Slot::Phase(i) => {
            let Some(fact) = draft.phases.get(i).map(|f| &f.fact) else { return String::new() };
            vec![campaign(fact.campaign), period(fact.period.as_ref()), fact.theme.and_then(campaign)]
        }
        Slot::Person(i) => vec![draft.people.get(i).and_then(|f| f.fact.role.clone())],
        Slot::Kicker | Slot::Headline | Slot::Byline(_) => Vec::new(),
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn unit<'a>(desk: &'a Desk, id: &str) -> Option<&'a Unit> {
    desk.shelf.context().units().iter().find(|unit| unit.id.as_str() == id)
}
