//! Verification while a person works: every fact of a sheet against its text, by the code that verifies a corpus.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::{Facts, STEM, Sheet};
use super::shelf::Shelf;
use super::slot::Slot;
use thidua_core::collections::collect_set;
use thidua_core::corpus::{FactPath, PathSegment, Problem, SourceTexts, verify};
use thidua_core::domain::{Bilingual, Corpus, OrganisationKind, Unit};
use thidua_extract::{Draft, DraftFact, DraftOrganisation, FactReason, SourceInfo, TextSpan, to_corpus};

/// What verification says of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// The facts that stand in the text as they are recorded.
    verified: BTreeSet<Slot>,
    /// What is wrong with the others.
    problems: BTreeMap<Slot, Vec<Problem>>,
    /// Facts that another of the same line says already.
    doubles: BTreeSet<Slot>,
}

impl Checked {
    /// Whether a fact stands in the text.
    pub fn is_verified(&self, slot: Slot) -> bool {
        self.verified.contains(&slot)
    }

    /// What is wrong with a fact.
    pub fn problems(&self, slot: Slot) -> &[Problem] {
        self.problems.get(&slot).map_or(&[], Vec::as_slice)
    }

    /// Whether another fact of the same line says the same.
    pub fn is_double(&self, slot: Slot) -> bool {
        self.doubles.contains(&slot)
    }
}

/// Verifies every fact that is not rejected, accepted or not.
pub fn check(sheet: &Sheet, shelf: &Shelf, sources: &SourceTexts) -> Checked {
    let facts = &sheet.facts;
    let mut checked = Checked::default();
    let (mut draft, kept) = chosen(facts, |slot| sheet.state(slot) != super::State::Rejected);
    // A document has a headline and an organisation: for want of them the other facts are verified all the same.
    stand_in(&mut draft);
    let title = Bilingual::default();
    let parts =
        SourceInfo { file_stem: STEM, sha256: &sheet.sha256, url: None, title: &title, used_ids: &[] };
    let Some(document) = to_corpus(&draft, shelf.context(), &parts) else { return checked };
    let origins = Origins::of(&document, &draft, &kept);
    let document = Corpus { units: units(facts, shelf), ..document };
    let (mut wrong, mut right) = (BTreeMap::<Slot, Vec<Problem>>::new(), BTreeSet::new());
    for problem in verify(&document, sources).problems {
        if let Some(slot) = origins.slot(&problem.path) {
            wrong.entry(slot).or_default().push(problem);
        }
    }
    for slot in origins.all() {
        if facts.has(slot) && !wrong.contains_key(&slot) {
            right.insert(slot);
        }
    }
    checked.doubles = origins.doubles;
    checked.verified = right;
    checked.problems = wrong;
    checked
}

/// The units by which the sheet is read: those of the corpus and the vocabulary, with the words that a person added.
pub fn units(facts: &Facts, shelf: &Shelf) -> Vec<Unit> {
    let mut units = shelf.context().units().to_vec();
    for (unit, noun) in &facts.nouns {
        if let Some(unit) = units.iter_mut().find(|u| u.id.as_str() == unit)
            && !unit.printed.contains(noun)
        {
            unit.printed.push(noun.clone());
        }
    }
    units
}

/// The draft with the chosen facts only, and which fact each that is left was.
pub fn chosen(facts: &Facts, is_chosen: impl Fn(Slot) -> bool) -> (Draft, Kept) {
    let mut draft = facts.draft.clone();
    draft.kicker = draft.kicker.filter(|_| is_chosen(Slot::Kicker));
    draft.headline = draft.headline.filter(|_| is_chosen(Slot::Headline));
    draft.published = draft.published.filter(|_| is_chosen(Slot::Published));
    draft.source = draft.source.filter(|_| is_chosen(Slot::Source));
    draft.covers = draft.covers.filter(|_| is_chosen(Slot::Covers));
    draft.organisation = draft.organisation.filter(|_| is_chosen(Slot::Organisation));
    let kept = Kept {
        byline: keep(&mut draft.byline, |i| is_chosen(Slot::Byline(i))),
        people: keep(&mut draft.people, |i| is_chosen(Slot::Person(i))),
        mentions: keep(&mut draft.mentions, |i| is_chosen(Slot::Mention(i))),
        phases: keep(&mut draft.phases, |i| is_chosen(Slot::Phase(i))),
    };
    // Figures name each other by their numbers: one without a unit is left out of the document.
    for (i, figure) in draft.figures.iter_mut().enumerate() {
        if !is_chosen(Slot::Figure(i)) {
            figure.fact.unit = None;
        }
    }
    (draft, kept)
}

/// Which facts of a draft were kept, by their numbers before.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    byline: Vec<usize>,
    people: Vec<usize>,
    mentions: Vec<usize>,
    phases: Vec<usize>,
}

fn keep<T>(items: &mut Vec<T>, is_kept: impl Fn(usize) -> bool) -> Vec<usize> {
    let kept: Vec<usize> = (0..items.len()).filter(|i| is_kept(*i)).collect();
    let mut number = 0;
    items.retain(|_| {
        number += 1;
        is_kept(number - 1)
    });
    kept
}

fn stand_in(draft: &mut Draft) {
    let place = TextSpan { line: draft.lines.map_or(1, |[first, _]| first), start: 0, end: 0 };
    let reason = FactReason { rule: "".into(), words: String::new() };
    if draft.headline.is_none() {
        draft.headline =
            Some(DraftFact { span: place, words: String::new(), reason: reason.clone(), fact: () });
    }
    if draft.organisation.is_none() {
        let fact = DraftOrganisation {
            name: "?".to_owned(),
            kind: OrganisationKind::Other,
            aliases: Vec::new(),
            known: None,
            count: 0,
        };
        draft.organisation = Some(draft.organisations.len());
        draft.organisations.push(DraftFact { span: place, words: String::new(), reason, fact });
    }
}

/// Which fact stands where in a document that was made of a draft.
#[derive(Debug, Default)]
struct Origins {
    figures: Vec<Slot>,
    mentions: Vec<Slot>,
    phases: Vec<Slot>,
    people: Vec<Slot>,
    byline: Vec<Slot>,
    doubles: BTreeSet<Slot>,
}

impl Origins {
    fn of(document: &Corpus, draft: &Draft, kept: &Kept) -> Origins {
        let figures = draft.figures.iter().enumerate();
        let mut origins = Origins {
            figures: figures
                .filter(|(_, f)| f.fact.unit.is_some() && f.fact.repeats.is_none())
                .map(|(i, _)| Slot::Figure(i))
                .collect(),
            phases: kept.phases.iter().map(|i| Slot::Phase(*i)).collect(),
            people: kept.people.iter().map(|i| Slot::Person(*i)).collect(),
            byline: kept.byline.iter().map(|i| Slot::Byline(*i)).collect(),
            ..Origins::default()
        };
        // Of several mentions of a campaign on a line the document keeps the first.
        let mut written =
            document.articles.first().map_or(&[][..], |a| a.mentions.as_slice()).iter().peekable();
        for (mention, i) in draft.mentions.iter().zip(&kept.mentions) {
            let is_next = |m: &&thidua_core::domain::Mention| {
                m.line == mention.span.line && m.as_written == mention.words
            };
            match written.next_if(is_next) {
                Some(_) => origins.mentions.push(Slot::Mention(*i)),
                None => {
                    origins.doubles.insert(Slot::Mention(*i));
                }
            }
        }
        origins
    }

    /// Every fact that was verified; doubles stand in the text as the ones that they repeat do.
    fn all(&self) -> BTreeSet<Slot> {
        let head =
            [Slot::Kicker, Slot::Headline, Slot::Published, Slot::Source, Slot::Organisation, Slot::Covers];
        let lists = [&self.figures, &self.mentions, &self.phases, &self.people, &self.byline];
        collect_set(head.into_iter().chain(lists.into_iter().flatten().copied()))
    }

    /// The fact at a path of the document.
    fn slot(&self, path: &FactPath) -> Option<Slot> {
        let [PathSegment::Field(articles), PathSegment::Index(0), PathSegment::Field(field), rest @ ..] =
            path.segments()
        else {
            return None;
        };
        if articles != "articles" {
            return None;
        }
        let of = |list: &[Slot]| match rest {
            [PathSegment::Index(index), ..] => list.get(*index).copied(),
            _ => None,
        };
        match field.as_ref() {
            "headline" => Some(Slot::Headline),
            "kicker" => Some(Slot::Kicker),
            "published" | "published_as_written" => Some(Slot::Published),
            "covers" | "covers_as_written" => Some(Slot::Covers),
            "byline" => of(&self.byline),
            "figures" => of(&self.figures),
            "mentions" => of(&self.mentions),
            "phases" => of(&self.phases),
            "people" => of(&self.people),
            _ => None,
        }
    }
}
