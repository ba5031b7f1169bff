//! Card of a fact: words, content, verification, and buttons.

use maud::{Markup, html};

use thidua_chart::Quantity;
use thidua_core::domain::{ActKind, Dimension, GuessedField, Lang, Unit};
use thidua_core::text::format_period;
use thidua_extract::{Draft, TextSpan};
use thidua_i18n::{editor as words, editor_guesses as guess_words, problems, sentences, terms};

use super::super::Editor;
use super::super::document::DraftDocument;
use super::super::fact_id::{FactId, FactStatus};
use super::{fact_kind_name, form, guesses, status_name};

/// Renders the card of a fact.
pub fn card(editor: &Editor, document: &DraftDocument, fact_id: FactId) -> Markup {
    let lang = editor.lang;
    let state = document.state(fact_id);
    let is_open = editor.open_form == Some(fact_id);
    let (printed, place) = printed(&document.review.draft, fact_id);
    let accept = guesses::accept_label(document, fact_id, lang);
    // A figure that is printed again is recorded once: it cannot be accepted.
    let is_repeated = document.is_recorded_elsewhere(fact_id) && !document.checked.is_duplicate(fact_id);
    let guess = if accept.is_some() { " fact--guess" } else { "" };
    let class = format!("fact fact--{} fact--{}{guess}", fact_id.kind(), status_class(state));
    html! {
        div class=(class) {
            p.fact__head {
                span.fact__letter aria-hidden="true" { (fact_id.letter()) }
                span.fact__kind { (fact_kind_name(fact_id, lang)) }
                @if let Some(note) = not_given(document, fact_id, lang) { span.fact__tag { (note) } }
                span.fact__state { (status_name(state, lang)) }
            }
            p.fact__words lang="vi" { (printed) }
            @let says = says(editor, document, fact_id);
            @if !says.is_empty() { p.fact__says { (says) } }
            (check(document, fact_id, place, lang))
            (guesses::confirmed(document, fact_id, lang))
            (guesses::doubts(document, fact_id, lang))
            (guesses::guesses(document, fact_id, lang))
            p.fact__buttons {
                @if let Some(label) = &accept { (button("accept", fact_id, label)) }
                @if state.is_included() {
                    (button("propose", fact_id, words::take_back(lang)))
                } @else if accept.is_none() && !is_repeated {
                    (button("accept", fact_id, words::accept(lang)))
                }
                @if state == FactStatus::Rejected {
                    (button("propose", fact_id, words::take_back(lang)))
                } @else {
                    (button("reject", fact_id, words::reject(lang)))
                }
                (button(if is_open { "fold" } else { "unfold" }, fact_id, words::edit(lang)))
                @if place.is_some() {
                    button.link type="button" tabindex="-1" data-show=(fact_id) { (words::in_text(lang)) }
                }
            }
        }
        @if is_open { (form::form(editor, document, fact_id)) }
    }
}

fn button(act: &str, fact_id: FactId, name: &str) -> Markup {
    html! {
        button.button type="button" tabindex="-1" id=(format!("{act}-{fact_id}")) data-act=(act) data-fact=(fact_id) { (name) }
    }
}

const fn status_class(state: FactStatus) -> &'static str {
    match state {
        FactStatus::Proposed => "proposed",
        FactStatus::Accepted | FactStatus::Edited => "taken",
        FactStatus::Rejected => "rejected",
    }
}

/// Renders the result of the verification.
fn check(document: &DraftDocument, fact_id: FactId, place: Option<TextSpan>, lang: Lang) -> Markup {
    let checked = &document.checked;
    let line = place.map(|place| sentences::line(place.line, lang));
    let note = |text: &str| html! { p.fact__check { (text) @if let Some(line) = &line { ", " (line) } } };
    let figure = match fact_id {
        FactId::Figure(i) => document.review.draft.figures.get(i).map(|found| &found.fact),
        _ => None,
    };
    if document.state(fact_id) == FactStatus::Rejected {
        return html! {};
    }
    if figure.is_some_and(|figure| figure.repeats.is_some()) {
        return note(words::repeats(lang));
    }
    if figure.is_some_and(|figure| figure.unit.is_none()) {
        let [message, hint] = words::diagnostic(thidua_extract::DiagnosticKind::UnknownUnit, lang);
        return html! { p.fact__check.fact__check--no { "! " (message) ": " (hint) } };
    }
    if checked.is_duplicate(fact_id) {
        return note(words::double(lang));
    }
    if checked.is_verified(fact_id) {
        // The mark of a checked fact is only for one without guesses.
        let is_whole = checked.open_guesses(fact_id).is_empty();
        let class = if is_whole { "fact__check fact__check--yes" } else { "fact__check" };
        return html! {
            p class=(class) { "✓ " (words::verified(lang)) @if let Some(line) = &line { ", " (line) } }
        };
    }
    html! {
        @for problem in checked.problems(fact_id) {
            p.fact__check.fact__check--no { "! " (problems::problem(problem, lang)) }
        }
        @if checked.problems(fact_id).is_empty() { p.fact__check.fact__check--no { "! " (words::not_verified(lang)) } }
    }
}

/// Returns the printed words of a fact and their span.
pub fn printed(draft: &Draft, fact_id: FactId) -> (String, Option<TextSpan>) {
    let of = |words: &String, place: TextSpan| (words.clone(), Some(place));
    let found = match fact_id {
        FactId::Kicker => draft.kicker.as_ref().map(|f| of(&f.words, f.span)),
        FactId::Headline => draft.headline.as_ref().map(|f| of(&f.words, f.span)),
        FactId::Byline(i) => draft.byline.get(i).map(|f| of(&f.words, f.span)),
        FactId::Published => draft.published.as_ref().map(|f| of(&f.words, f.span)),
        FactId::Covers => draft.covers.as_ref().map(|f| of(&f.words, f.span)),
        FactId::Source => draft.source.as_ref().map(|f| of(&f.words, f.span)),
        FactId::Organisation => {
            draft.organisation.and_then(|i| draft.organisations.get(i)).map(|f| of(&f.words, f.span))
        }
        FactId::Figure(i) => draft.figures.get(i).map(|f| of(&f.words, f.span)),
        FactId::Mention(i) => draft.mentions.get(i).map(|f| of(&f.words, f.span)),
        FactId::Phase(i) => draft.phases.get(i).map(|f| of(&f.words, f.span)),
        FactId::Person(i) => draft.people.get(i).map(|f| of(&f.words, f.span)),
    };
    found.unwrap_or_default()
}

/// Returns the content of a fact, apart from its words, as one line.
fn says(editor: &Editor, document: &DraftDocument, fact_id: FactId) -> String {
    let (draft, lang) = (&document.review.draft, editor.lang);
    let campaign = |index: usize| draft.campaigns.get(index).map(|c| format!("“{}”", c.name));
    let period = |period: Option<&thidua_extract::DraftPeriod>| {
        let period = period?;
        let dates = period.when.map(|when| format_period(when, lang));
        Some(dates.unwrap_or_else(|| format!("“{}”", period.as_written)))
    };
    let parts: Vec<Option<String>> = match fact_id {
        FactId::Published => vec![period(draft.published.as_ref().map(|f| &f.fact))],
        FactId::Covers => vec![period(draft.covers.as_ref().map(|f| &f.fact))],
        FactId::Source => vec![draft.source.as_ref().map(|f| format!("{} ({})", f.fact.name, f.fact.site))],
        FactId::Organisation => {
            let fact = draft.organisation.and_then(|i| draft.organisations.get(i)).map(|f| &f.fact);
            let is_guess = !document.checked.open_guesses(fact_id).is_empty();
            vec![
                fact.filter(|_| !is_guess).map(|f| f.name.clone()),
                fact.and_then(|f| f.existing.as_ref())
                    .and_then(|id| editor.context.current_organisation(id))
                    .map(|known| format!("{} {}", words::existing_name(lang), known.id)),
            ]
        }
        FactId::Figure(i) => {
            let Some(fact) = draft.figures.get(i).map(|f| &f.fact) else { return String::new() };
            let unit = fact.unit.as_ref().and_then(|id| unit(editor, id.as_str()));
            let (value, value_to, comparator) = (fact.value, fact.value_to, fact.comparator);
            let dimension = unit.map_or(Dimension::Count, |unit| unit.dimension);
            let number = Quantity { value, value_to, comparator }.words(dimension, lang);
            // The number contains its percent sign.
            let unit = unit.filter(|unit| unit.dimension != Dimension::Percent);
            let name = unit.map(|unit| if lang == Lang::Vi { &unit.vi } else { &unit.en });
            let whole = fact.part_of.and_then(|i| draft.figures.get(i));
            // Open guesses stand apart from what is checked or confirmed.
            let shown = |field: GuessedField| !document.checked.open_guesses(fact_id).contains(&field);
            let whose = fact.organisation.filter(|_| shown(GuessedField::Organisation));
            vec![
                Some(fact.label.clone()).filter(|label| !label.is_empty() && shown(GuessedField::Label)),
                Some(name.map_or_else(|| number.clone(), |name| format!("{number} {name}"))),
                Some(terms::role(fact.role, lang).to_owned()).filter(|_| shown(GuessedField::Role)),
                fact.act.as_ref().map(|act| act_words(act.kind, &act.as_written, lang)),
                Some(sentences::levels(&fact.levels, lang)).filter(|levels| !levels.is_empty()),
                period(fact.period.as_ref()).filter(|_| shown(GuessedField::When)),
                fact.campaigns.first().and_then(|i| campaign(*i)).filter(|_| shown(GuessedField::Campaign)),
                whose.and_then(|i| draft.organisations.get(i)).map(|found| found.fact.name.clone()),
                whole.map(|whole| format!("⊂ {}", whole.words)),
            ]
        }
        FactId::Mention(i) => {
            let Some(found) = draft.mentions.get(i) else { return String::new() };
            let known = draft.campaigns.get(found.fact.campaign);
            vec![
                known.map(|c| terms::kind(c.kind, lang).to_owned()),
                known.filter(|c| c.name != found.words).map(|c| format!("“{}”", c.name)),
                Some(terms::relation(found.fact.relation, lang).to_owned()),
                found.fact.sector.map(|sector| terms::sector(sector, lang).to_owned()),
            ]
        }
        FactId::Phase(i) => {
            let Some(fact) = draft.phases.get(i).map(|f| &f.fact) else { return String::new() };
            vec![campaign(fact.campaign), period(fact.period.as_ref()), fact.theme.and_then(campaign)]
        }
        FactId::Person(i) => vec![draft.people.get(i).and_then(|f| f.fact.role.clone())],
        FactId::Kicker | FactId::Headline | FactId::Byline(_) => Vec::new(),
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns the kind of an act with its printed words, where they are others.
fn act_words(kind: ActKind, printed: &str, lang: Lang) -> String {
    let name = guess_words::act(kind, lang);
    if name == printed { name.to_owned() } else { format!("{name} (“{printed}”)") }
}

/// Returns a note for what was only proposed or registered.
fn not_given(document: &DraftDocument, fact_id: FactId, lang: Lang) -> Option<&'static str> {
    let FactId::Figure(i) = fact_id else { return None };
    match document.review.draft.figures.get(i)?.fact.act.as_ref()?.kind {
        ActKind::Proposed => Some(guess_words::not_given(lang)),
        ActKind::Registered => Some(guess_words::not_reached(lang)),
        _ => None,
    }
}

fn unit<'a>(editor: &'a Editor, id: &str) -> Option<&'a Unit> {
    editor.context.extraction().units().iter().find(|unit| unit.id.as_str() == id)
}
