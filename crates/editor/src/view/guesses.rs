//! Guesses and doubts on the card of a fact, each with one tap to confirm it and one to change it.

use maud::{Markup, html};

use thidua_core::domain::{GuessedField, Lang};
use thidua_core::text::format_period;
use thidua_extract::{CampaignEvidence, Draft};
use thidua_i18n::{editor_guesses as words, problems, terms};

use super::super::document::DraftDocument;
use super::super::doubts::Doubt;
use super::super::fact_id::{FactId, FactStatus};

/// Returns the id of the input of a guessed field in the form of its fact.
pub fn field_id(fact_id: FactId, field: GuessedField) -> String {
    let name = match (fact_id, field) {
        (FactId::Organisation, _) => "name",
        (_, GuessedField::When) => "when_as_written",
        (_, field) => field.slug(),
    };
    format!("o-{name}-{fact_id}")
}

/// Renders the open guesses of a fact. The value changes, the tick confirms.
pub fn guesses(document: &DraftDocument, fact_id: FactId, lang: Lang) -> Markup {
    let open = document.checked.open_guesses(fact_id);
    if open.is_empty() {
        return html! {};
    }
    let draft = &document.review.draft;
    let button = |act: &str, field: GuessedField, name: String, class: &str, content: Markup| {
        html! {
            button class=(class) type="button" tabindex="-1" id=(format!("{act}-{}-{fact_id}", field.slug())) data-act=(act)
                data-fact=(fact_id) data-field=(field.slug()) aria-label=(name) title=(name) { (content) }
        }
    };
    html! {
        div.guesses {
            p.guesses__head { span.guesses__sign aria-hidden="true" { "?" } " " (words::guess(lang)) ":" }
            ul.guesses__list {
                @for field in open {
                    @let value = value(draft, fact_id, *field, lang);
                    li.guess {
                        span.guess__name { (words::field(*field, lang)) " — " }
                        (button("change", *field, words::change_one(*field, &value, lang), "guess__value", html! { (value) }))
                        (button("confirm", *field, words::confirm_one(*field, &value, lang), "guess__yes", html! { "✓" }))
                    }
                }
            }
            @if let Some(why) = why(document, fact_id, lang) { p.guesses__why { (words::reason(lang)) ": " (why) } }
        }
    }
}

/// Renders the doubts about a fact.
pub fn doubts(document: &DraftDocument, fact_id: FactId, lang: Lang) -> Markup {
    html! {
        @for doubt in document.open_doubts(fact_id) {
            p.fact__check.fact__check--doubt {
                "? "
                @match doubt {
                    Doubt::CutAt(word) => { (words::cut_at(word, lang)) }
                    Doubt::OnlyKind(kind) => { (words::only_kind(kind, lang)) }
                    Doubt::Warning(problem) => { (problems::problem(problem, lang)) }
                }
            }
        }
    }
}

/// Renders what a person has confirmed of a fact.
pub fn confirmed(document: &DraftDocument, fact_id: FactId, lang: Lang) -> Markup {
    let confirmed = document.checked.confirmed(fact_id);
    html! {
        @if !confirmed.is_empty() {
            p.fact__check.fact__check--yes { "✓ " (words::confirmed(lang)) ": " (words::fields(confirmed, lang)) }
        }
    }
}

/// Returns the label of the button that accepts a fact: with guesses it says what it confirms. `None` without guesses.
pub fn accept_label(document: &DraftDocument, fact_id: FactId, lang: Lang) -> Option<String> {
    let open = document.checked.open_guesses(fact_id);
    let is_rejected = document.state(fact_id) == FactStatus::Rejected;
    (!open.is_empty() && !is_rejected).then(|| words::all_correct(open, lang))
}

/// Returns the value of a guessed field for readers.
fn value(draft: &Draft, fact_id: FactId, field: GuessedField, lang: Lang) -> String {
    let organisation = |index: usize| draft.organisations.get(index).map(|found| found.fact.name.clone());
    let none = || words::none(lang).to_owned();
    let FactId::Figure(i) = fact_id else {
        return draft.organisation.and_then(organisation).unwrap_or_else(none);
    };
    let Some(fact) = draft.figures.get(i).map(|found| &found.fact) else { return none() };
    match field {
        GuessedField::Label if fact.label.is_empty() => none(),
        GuessedField::Label => fact.label.clone(),
        GuessedField::Role => terms::role(fact.role, lang).to_owned(),
        GuessedField::Campaign => {
            let named = fact.campaigns.iter().filter_map(|index| draft.campaigns.get(*index));
            let names: Vec<String> = named.map(|campaign| format!("“{}”", campaign.name)).collect();
            match fact.campaign_evidence {
                Some(CampaignEvidence::Unclear) if names.is_empty() => {
                    words::campaign_unclear(lang).to_owned()
                }
                _ if names.is_empty() => none(),
                _ => names.join(", "),
            }
        }
        GuessedField::Organisation => fact.organisation.and_then(organisation).unwrap_or_else(none),
        GuessedField::When => fact.period.as_ref().map_or_else(none, |period| {
            let dates = period.when.map(|when| format_period(when, lang));
            dates.unwrap_or_else(|| format!("“{}”", period.as_written))
        }),
    }
}

/// Returns why the program took the words of a fact for what it says. `None` if it has no words for readers.
fn why(document: &DraftDocument, fact_id: FactId, lang: Lang) -> Option<String> {
    let draft = &document.review.draft;
    match fact_id {
        FactId::Organisation => {
            let found = draft.organisations.get(draft.organisation?)?;
            let rule = words::rule(&found.reason.rule, lang).map(str::to_owned);
            rule.or_else(|| (found.fact.count > 0).then(|| words::named_times(found.fact.count, lang)))
        }
        FactId::Figure(i) => {
            let found = draft.figures.get(i)?;
            let is_open = |field| document.checked.open_guesses(fact_id).contains(&field);
            let evidence = found.fact.campaign_evidence.filter(|_| is_open(GuessedField::Campaign));
            let evidence = evidence.map(|evidence| words::campaign_evidence(evidence, lang).to_owned());
            // Nearly every figure is a number with a unit: this is said only where there is nothing else to say.
            let is_usual = found.reason.rule == "number-and-unit" && evidence.is_some();
            let rule = words::rule(&found.reason.rule, lang).filter(|_| !is_usual).map(str::to_owned);
            let parts: Vec<String> = rule.into_iter().chain(evidence).collect();
            (!parts.is_empty()).then(|| parts.join("; "))
        }
        _ => None,
    }
}
