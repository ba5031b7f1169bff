//! Form to change a fact.

use maud::{Markup, html};

use thidua_core::domain::{
    ActKind, Comparator, Decimal, Lang, Level, OrganisationKind, Relation, Role, Sector,
};
use thidua_core::text::{format_number, sorted_by_name};
use thidua_extract::{DraftFigure, DraftPeriod};
use thidua_i18n::{editor as words, editor_guesses as guess_words, terms};

use super::super::Editor;
use super::super::document::DraftDocument;
use super::super::fact_id::FactId;
use super::card::printed;

/// Option of a select: value, name, whether it is selected.
type Choice = (String, String, bool);

/// Renders the form of a fact.
pub fn form(editor: &Editor, document: &DraftDocument, fact_id: FactId) -> Markup {
    let lang = editor.lang;
    let (printed, place) = printed(&document.review.draft, fact_id);
    html! {
        form.mend id=(format!("mau-{fact_id}")) data-act="edit" data-fact=(fact_id) tabindex="-1" autocomplete="off" {
            @if !matches!(fact_id, FactId::Organisation | FactId::Source) {
                (input("words", words::words(lang), &printed, fact_id))
                (input("line", words::line(lang), &place.map_or(String::new(), |p| p.line.to_string()), fact_id))
            }
            (fields(editor, document, fact_id))
            p.mend__buttons {
                button.button.button--main type="submit" { (words::save(lang)) }
                @if matches!(fact_id, FactId::Figure(_) | FactId::Organisation) {
                    button.button type="submit" data-as="edit-accept" { (guess_words::save_and_accept(lang)) }
                }
                button.button type="button" data-act="fold" { (words::cancel(lang)) }
            }
        }
    }
}

fn fields(editor: &Editor, document: &DraftDocument, fact_id: FactId) -> Markup {
    let (draft, lang) = (&document.review.draft, editor.lang);
    match fact_id {
        FactId::Kicker | FactId::Headline | FactId::Byline(_) => html! {},
        FactId::Published => date(draft.published.as_ref().map(|f| &f.fact), fact_id, lang),
        FactId::Covers => date(draft.covers.as_ref().map(|f| &f.fact), fact_id, lang),
        FactId::Source => {
            let name = draft.source.as_ref().map_or("", |f| f.fact.name.as_str());
            input("name", words::name(lang), name, fact_id)
        }
        FactId::Organisation => organisation(editor, document, fact_id),
        FactId::Figure(i) => match draft.figures.get(i) {
            Some(found) => figure(editor, document, fact_id, &found.fact),
            None => html! {},
        },
        FactId::Mention(i) => {
            let Some(fact) = draft.mentions.get(i).map(|f| &f.fact) else { return html! {} };
            let relations = Relation::BY_STRENGTH.into_iter();
            let relations = relations
                .map(|r| (r.slug().to_owned(), terms::relation(r, lang).to_owned(), r == fact.relation))
                .collect();
            let sectors = Sector::ALL
                .into_iter()
                .map(|s| (s.slug().to_owned(), terms::sector(s, lang).to_owned(), Some(s) == fact.sector));
            html! {
                (select("campaign", words::campaign(lang), campaigns(document, Some(fact.campaign)), fact_id))
                (select("relation", words::relation(lang), relations, fact_id))
                (select("sector", words::sector(lang), with_none(fact.sector.is_none(), sectors, lang), fact_id))
            }
        }
        FactId::Phase(i) => {
            let Some(fact) = draft.phases.get(i).map(|f| &f.fact) else { return html! {} };
            let themes = campaigns(document, fact.theme).into_iter();
            html! {
                (select("campaign", words::campaign(lang), campaigns(document, Some(fact.campaign)), fact_id))
                (period(fact.period.as_ref(), fact_id, lang))
                (select("theme", words::theme(lang), with_none(fact.theme.is_none(), themes, lang), fact_id))
            }
        }
        FactId::Person(i) => {
            let Some(fact) = draft.people.get(i).map(|f| &f.fact) else { return html! {} };
            html! {
                (input("role", words::person_role(lang), fact.role.as_deref().unwrap_or_default(), fact_id))
                (whose(document, fact.organisation, words::none(lang), fact_id, lang))
            }
        }
    }
}

fn figure(editor: &Editor, document: &DraftDocument, fact_id: FactId, fact: &DraftFigure) -> Markup {
    let (draft, lang) = (&document.review.draft, editor.lang);
    let units = editor.context.extraction().units().iter().map(|unit| {
        let name = if lang == Lang::Vi { &unit.vi } else { &unit.en };
        (unit.id.to_string(), name.clone(), Some(&unit.id) == fact.unit.as_ref())
    });
    let unknown = (String::new(), words::unit_unknown(lang).to_owned(), fact.unit.is_none());
    let comparators = Comparator::ALL.into_iter();
    let comparators = comparators
        .map(|c| (c.slug().to_owned(), terms::comparator(c, lang).to_owned(), c == fact.comparator))
        .collect();
    let roles = Role::ALL.into_iter();
    let roles =
        roles.map(|r| (r.slug().to_owned(), terms::role(r, lang).to_owned(), r == fact.role)).collect();
    let act = fact.act.as_ref();
    let acts = ActKind::ALL.into_iter();
    let acts = acts.map(|kind| {
        (
            kind.slug().to_owned(),
            guess_words::act(kind, lang).to_owned(),
            act.map(|act| act.kind) == Some(kind),
        )
    });
    let campaign = fact.campaigns.first().copied();
    let campaigns = campaigns(document, campaign).into_iter();
    let others = draft.figures.iter().enumerate().filter(|(i, _)| fact_id != FactId::Figure(*i));
    let others = others.map(|(i, found)| (i.to_string(), found.words.clone(), fact.part_of == Some(i)));
    html! {
        (input("label", words::label(lang), &fact.label, fact_id))
        (input("value", words::value(lang), &printed_number(fact.value), fact_id))
        (input("value_to", words::value_to(lang), &fact.value_to.map_or(String::new(), printed_number), fact_id))
        (select("comparator", words::comparator(lang), comparators, fact_id))
        (select("unit", words::unit(lang), std::iter::once(unknown).chain(units).collect(), fact_id))
        @if fact.unit.is_none() { (input("noun", words::noun(lang), "", fact_id)) }
        (select("role", words::role(lang), roles, fact_id))
        (select("act", guess_words::act_label(lang), with_none(act.is_none(), acts, lang), fact_id))
        (input("act_as_written", guess_words::act_words(lang), act.map_or("", |act| act.as_written.as_str()), fact_id))
        fieldset.mend__levels {
            legend { (words::levels(lang)) }
            input type="hidden" name="levels" value="1";
            @for level in Level::ALL {
                label {
                    input type="checkbox" name=(format!("level-{}", level.slug())) value="1"
                        checked[fact.levels.contains(&level)];
                    " " (level.name(lang))
                }
            }
        }
        (select("campaign", words::campaign(lang), with_none(campaign.is_none(), campaigns, lang), fact_id))
        (whose(document, fact.organisation, words::articles_own(lang), fact_id, lang))
        (period(fact.period.as_ref(), fact_id, lang))
        (select("part_of", words::part_of(lang), with_none(fact.part_of.is_none(), others, lang), fact_id))
        @if fact.repeats.is_some() {
            label.mend__tick { input type="checkbox" name="apart" value="1"; " " (words::apart(lang)) }
        }
    }
}

fn organisation(editor: &Editor, document: &DraftDocument, fact_id: FactId) -> Markup {
    let (draft, lang) = (&document.review.draft, editor.lang);
    let fact = draft.organisation.and_then(|i| draft.organisations.get(i)).map(|f| &f.fact);
    let Some(fact) = fact else { return html! {} };
    let all = draft.organisations.iter().enumerate();
    let others = all.map(|(i, o)| {
        // The fields below change the selected organisation; choosing another one replaces it.
        let is_main = Some(i) == draft.organisation;
        (if is_main { String::new() } else { i.to_string() }, o.fact.name.clone(), is_main)
    });
    let kinds = OrganisationKind::ALL.into_iter();
    let kinds = kinds
        .map(|k| (k.slug().to_owned(), terms::organisation_kind(k, lang).to_owned(), k == fact.kind))
        .collect();
    let known = fact.existing.as_ref().map_or("", |id| id.as_str());
    let list = format!("{fact_id}-biet");
    html! {
        (select("organisation", words::organisation(lang), others.collect(), fact_id))
        (input("name", words::name(lang), &fact.name, fact_id))
        (select("kind", words::kind(lang), kinds, fact_id))
        label.mend__one {
            span { (words::existing_name(lang)) }
            input name="known" value=(known) list=(list) lang="vi";
        }
        datalist id=(list) {
            @for known in sorted_by_name(&editor.context.corpus().organisations, |o| &o.name) { option value=(known.id) { (known.name) } }
        }
    }
}

fn whose(document: &DraftDocument, chosen: Option<usize>, none: &str, fact_id: FactId, lang: Lang) -> Markup {
    let all = document.review.draft.organisations.iter().enumerate();
    let all = all.map(|(i, o)| (i.to_string(), o.fact.name.clone(), chosen == Some(i)));
    let none = (String::new(), none.to_owned(), chosen.is_none());
    select("organisation", words::organisation(lang), std::iter::once(none).chain(all).collect(), fact_id)
}

fn campaigns(document: &DraftDocument, chosen: Option<usize>) -> Vec<Choice> {
    let all = document.review.draft.campaigns.iter().enumerate();
    all.map(|(i, c)| (i.to_string(), c.name.clone(), chosen == Some(i))).collect()
}

fn with_none(is_none: bool, choices: impl Iterator<Item = Choice>, lang: Lang) -> Vec<Choice> {
    std::iter::once((String::new(), words::none(lang).to_owned(), is_none)).chain(choices).collect()
}

fn period(period: Option<&DraftPeriod>, fact_id: FactId, lang: Lang) -> Markup {
    let words_of = period.map_or("", |p| p.as_written.as_str());
    html! {
        (input("when_as_written", words::when_words(lang), words_of, fact_id))
        (date(period, fact_id, lang))
    }
}

fn date(period: Option<&DraftPeriod>, fact_id: FactId, lang: Lang) -> Markup {
    // Shows a date only if the printed words do not state it.
    let when = period.filter(|p| p.when != thidua_extract::parse_printed_period(&p.as_written));
    let when = when.and_then(|p| p.when).map_or(String::new(), |when| when.to_string());
    input("when", words::when(lang), &when, fact_id)
}

fn input(name: &str, label: &str, value: &str, fact_id: FactId) -> Markup {
    html! {
        label.mend__one {
            span { (label) }
            input id=(format!("o-{name}-{fact_id}")) name=(name) value=(value) lang="vi" autocomplete="off" spellcheck="false";
        }
    }
}

fn select(name: &str, label: &str, choices: Vec<Choice>, fact_id: FactId) -> Markup {
    html! {
        label.mend__one {
            span { (label) }
            select id=(format!("o-{name}-{fact_id}")) name=(name) {
                @for (value, name, is_chosen) in choices { option value=(value) selected[is_chosen] { (name) } }
            }
        }
    }
}

/// Formats a number in Vietnamese notation in both languages, because it is compared with the print.
fn printed_number(number: Decimal) -> String {
    format_number(number, Lang::Vi)
}
