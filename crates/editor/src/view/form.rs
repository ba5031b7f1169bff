//! The form in which a fact is mended.

use maud::{Markup, html};

use super::super::Desk;
use super::super::sheet::Sheet;
use super::super::slot::Slot;
use super::card::printed;
use thidua_core::domain::{Comparator, Decimal, Lang, Level, OrganisationKind, Relation, Role, Sector};
use thidua_core::text::{format_number, sorted_by_name};
use thidua_extract::{DraftFigure, DraftPeriod};
use thidua_i18n::{editor as words, terms};

/// One choice of a select: value, name, whether it is chosen.
type Choice = (String, String, bool);

/// The form of a fact.
pub fn form(desk: &Desk, sheet: &Sheet, slot: Slot) -> Markup {
    let lang = desk.lang;
    let (printed, place) = printed(&sheet.facts.draft, slot);
    html! {
        form.mend id=(format!("mau-{slot}")) data-act="edit" data-fact=(slot) tabindex="-1" autocomplete="off" {
            @if !matches!(slot, Slot::Organisation | Slot::Source) {
                (input("words", words::words(lang), &printed, slot))
                (input("line", words::line(lang), &place.map_or(String::new(), |p| p.line.to_string()), slot))
            }
            (fields(desk, sheet, slot))
            p.mend__buttons {
                button.button.button--main type="submit" { (words::save(lang)) }
                button.button type="button" data-act="fold" { (words::cancel(lang)) }
            }
        }
    }
}

fn fields(desk: &Desk, sheet: &Sheet, slot: Slot) -> Markup {
    let (draft, lang) = (&sheet.facts.draft, desk.lang);
    match slot {
        Slot::Kicker | Slot::Headline | Slot::Byline(_) => html! {},
        Slot::Published => date(draft.published.as_ref().map(|f| &f.fact), slot, lang),
        Slot::Covers => date(draft.covers.as_ref().map(|f| &f.fact), slot, lang),
        Slot::Source => {
            let name = draft.source.as_ref().map_or("", |f| f.fact.name.as_str());
            input("name", words::name(lang), name, slot)
        }
        Slot::Organisation => organisation(desk, sheet, slot),
        Slot::Figure(i) => match draft.figures.get(i) {
            Some(found) => figure(desk, sheet, slot, &found.fact),
            None => html! {},
        },
        Slot::Mention(i) => {
            let Some(fact) = draft.mentions.get(i).map(|f| &f.fact) else { return html! {} };
            let relations = Relation::BY_STRENGTH.into_iter();
            let relations = relations
                .map(|r| (wire(&r), terms::relation(r, lang).to_owned(), r == fact.relation))
                .collect();
            let sectors = Sector::ALL
                .into_iter()
                .map(|s| (s.slug().to_owned(), terms::sector(s, lang).to_owned(), Some(s) == fact.sector));
            html! {
                (select("campaign", words::campaign(lang), campaigns(sheet, Some(fact.campaign)), slot))
                (select("relation", words::relation(lang), relations, slot))
                (select("sector", words::sector(lang), with_none(fact.sector.is_none(), sectors, lang), slot))
            }
        }
        Slot::Phase(i) => {
            let Some(fact) = draft.phases.get(i).map(|f| &f.fact) else { return html! {} };
            let themes = campaigns(sheet, fact.theme).into_iter();
            html! {
                (select("campaign", words::campaign(lang), campaigns(sheet, Some(fact.campaign)), slot))
                (period(fact.period.as_ref(), slot, lang))
                (select("theme", words::theme(lang), with_none(fact.theme.is_none(), themes, lang), slot))
            }
        }
        Slot::Person(i) => {
            let Some(fact) = draft.people.get(i).map(|f| &f.fact) else { return html! {} };
            html! {
                (input("role", words::person_role(lang), fact.role.as_deref().unwrap_or_default(), slot))
                (whose(sheet, fact.organisation, words::none(lang), slot, lang))
            }
        }
    }
}

fn figure(desk: &Desk, sheet: &Sheet, slot: Slot, fact: &DraftFigure) -> Markup {
    let (draft, lang) = (&sheet.facts.draft, desk.lang);
    let units = desk.shelf.context().units().iter().map(|unit| {
        let name = if lang == Lang::Vi { &unit.vi } else { &unit.en };
        (unit.id.to_string(), name.clone(), Some(&unit.id) == fact.unit.as_ref())
    });
    let unknown = (String::new(), words::unit_unknown(lang).to_owned(), fact.unit.is_none());
    let comparators = Comparator::ALL.into_iter();
    let comparators = comparators
        .map(|c| (wire(&c), terms::comparator(c, lang).to_owned(), c == fact.comparator))
        .collect();
    let roles = Role::ALL.into_iter();
    let roles =
        roles.map(|r| (r.slug().to_owned(), terms::role(r, lang).to_owned(), r == fact.role)).collect();
    let campaign = fact.campaigns.first().copied();
    let campaigns = campaigns(sheet, campaign).into_iter();
    let others = draft.figures.iter().enumerate().filter(|(i, _)| slot != Slot::Figure(*i));
    let others = others.map(|(i, found)| (i.to_string(), found.words.clone(), fact.part_of == Some(i)));
    html! {
        (input("label", words::label(lang), &fact.label, slot))
        (input("value", words::value(lang), &printed_number(fact.value), slot))
        (input("value_to", words::value_to(lang), &fact.value_to.map_or(String::new(), printed_number), slot))
        (select("comparator", words::comparator(lang), comparators, slot))
        (select("unit", words::unit(lang), std::iter::once(unknown).chain(units).collect(), slot))
        @if fact.unit.is_none() { (input("noun", words::noun(lang), "", slot)) }
        (select("role", words::role(lang), roles, slot))
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
        (select("campaign", words::campaign(lang), with_none(campaign.is_none(), campaigns, lang), slot))
        (whose(sheet, fact.organisation, words::articles_own(lang), slot, lang))
        (period(fact.period.as_ref(), slot, lang))
        (select("part_of", words::part_of(lang), with_none(fact.part_of.is_none(), others, lang), slot))
        @if fact.repeats.is_some() {
            label.mend__tick { input type="checkbox" name="apart" value="1"; " " (words::apart(lang)) }
        }
    }
}

fn organisation(desk: &Desk, sheet: &Sheet, slot: Slot) -> Markup {
    let (draft, lang) = (&sheet.facts.draft, desk.lang);
    let fact = draft.organisation.and_then(|i| draft.organisations.get(i)).map(|f| &f.fact);
    let Some(fact) = fact else { return html! {} };
    let all = draft.organisations.iter().enumerate();
    let others = all.map(|(i, o)| {
        // The one that is chosen is mended by the fields below; another takes its place.
        let is_main = Some(i) == draft.organisation;
        (if is_main { String::new() } else { i.to_string() }, o.fact.name.clone(), is_main)
    });
    let kinds = [
        OrganisationKind::Federation,
        OrganisationKind::Union,
        OrganisationKind::Government,
        OrganisationKind::Council,
        OrganisationKind::Party,
        OrganisationKind::Fund,
        OrganisationKind::Other,
    ];
    let kinds = kinds.into_iter();
    let kinds =
        kinds.map(|k| (wire(&k), terms::organisation_kind(k, lang).to_owned(), k == fact.kind)).collect();
    let known = fact.known.as_ref().map_or("", |id| id.as_str());
    let list = format!("{slot}-biet");
    html! {
        (select("organisation", words::organisation(lang), others.collect(), slot))
        (input("name", words::name(lang), &fact.name, slot))
        (select("kind", words::kind(lang), kinds, slot))
        label.mend__one {
            span { (words::known_as(lang)) }
            input name="known" value=(known) list=(list) lang="vi";
        }
        datalist id=(list) {
            @for known in sorted_by_name(&desk.shelf.corpus().organisations, |o| &o.name) { option value=(known.id) { (known.name) } }
        }
    }
}

fn whose(sheet: &Sheet, chosen: Option<usize>, none: &str, slot: Slot, lang: Lang) -> Markup {
    let all = sheet.facts.draft.organisations.iter().enumerate();
    let all = all.map(|(i, o)| (i.to_string(), o.fact.name.clone(), chosen == Some(i)));
    let none = (String::new(), none.to_owned(), chosen.is_none());
    select("organisation", words::organisation(lang), std::iter::once(none).chain(all).collect(), slot)
}

fn campaigns(sheet: &Sheet, chosen: Option<usize>) -> Vec<Choice> {
    let all = sheet.facts.draft.campaigns.iter().enumerate();
    all.map(|(i, c)| (i.to_string(), c.name.clone(), chosen == Some(i))).collect()
}

fn with_none(is_none: bool, choices: impl Iterator<Item = Choice>, lang: Lang) -> Vec<Choice> {
    std::iter::once((String::new(), words::none(lang).to_owned(), is_none)).chain(choices).collect()
}

fn period(period: Option<&DraftPeriod>, slot: Slot, lang: Lang) -> Markup {
    let words_of = period.map_or("", |p| p.as_written.as_str());
    html! {
        (input("when_as_written", words::when_words(lang), words_of, slot))
        (date(period, slot, lang))
    }
}

fn date(period: Option<&DraftPeriod>, slot: Slot, lang: Lang) -> Markup {
    // Only a date that the words do not say by themselves is given apart.
    let when = period.filter(|p| p.when != thidua_extract::parse_printed_period(&p.as_written));
    let when = when.and_then(|p| p.when).map_or(String::new(), |when| when.to_string());
    input("when", words::when(lang), &when, slot)
}

fn input(name: &str, label: &str, value: &str, slot: Slot) -> Markup {
    html! {
        label.mend__one {
            span { (label) }
            input id=(format!("o-{name}-{slot}")) name=(name) value=(value) lang="vi" autocomplete="off" spellcheck="false";
        }
    }
}

fn select(name: &str, label: &str, choices: Vec<Choice>, slot: Slot) -> Markup {
    html! {
        label.mend__one {
            span { (label) }
            select id=(format!("o-{name}-{slot}")) name=(name) {
                @for (value, name, is_chosen) in choices { option value=(value) selected[is_chosen] { (name) } }
            }
        }
    }
}

/// A number as Vietnamese print has it, whatever the language of the page: it is held against the print.
fn printed_number(number: Decimal) -> String {
    format_number(number, Lang::Vi)
}

/// The word of the wire format.
fn wire<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
