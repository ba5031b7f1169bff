//! Verification of a draft while it is edited, by the code that verifies a corpus.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::collections::collect_set;
use thidua_core::corpus::{FactPath, PathSegment, Problem, Severity, SourceTexts, verify};
use thidua_core::domain::{Bilingual, Corpus, GuessedField, Unit};
use thidua_extract::{Draft, SourceInfo, to_corpus};

use super::corpus_context::CorpusContext;
use super::document::{DraftDocument, ReviewState, STEM};
use super::doubts::{Doubt, UnitNames, doubts_of_words};
use super::fact_id::FactId;
use super::guesses::{TextLines, confirmed_fields, guessed_fields, write_confirmed};

/// Result of the verification of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// Verified facts.
    verified: BTreeSet<FactId>,
    /// Problems of the other facts.
    problems: BTreeMap<FactId, Vec<Problem>>,
    /// Facts that another one on the same line states already.
    duplicates: BTreeSet<FactId>,
    /// Guessed fields of a fact: confirmed ones, and open ones.
    guesses: BTreeMap<FactId, [Vec<GuessedField>; 2]>,
    /// What should be looked at.
    doubts: BTreeMap<FactId, Vec<Doubt>>,
}

impl Verification {
    /// Returns whether a fact verifies.
    pub fn is_verified(&self, fact_id: FactId) -> bool {
        self.verified.contains(&fact_id)
    }

    /// Returns the problems of a fact.
    pub fn problems(&self, fact_id: FactId) -> &[Problem] {
        self.problems.get(&fact_id).map_or(&[], Vec::as_slice)
    }

    /// Returns whether another fact on the same line states the same.
    pub fn is_duplicate(&self, fact_id: FactId) -> bool {
        self.duplicates.contains(&fact_id)
    }

    /// Returns the guessed fields of a fact that a person has confirmed.
    pub fn confirmed(&self, fact_id: FactId) -> &[GuessedField] {
        self.guesses.get(&fact_id).map_or(&[], |[confirmed, _]| confirmed.as_slice())
    }

    /// Returns the guessed fields of a fact that nobody has confirmed. Rejected facts have none.
    pub fn open_guesses(&self, fact_id: FactId) -> &[GuessedField] {
        self.guesses.get(&fact_id).map_or(&[], |[_, open]| open.as_slice())
    }

    /// Returns what should be looked at before a fact is accepted.
    pub fn doubts(&self, fact_id: FactId) -> &[Doubt] {
        self.doubts.get(&fact_id).map_or(&[], Vec::as_slice)
    }
}

/// Verifies every fact that is not rejected.
pub fn verify_document(
    document: &DraftDocument,
    context: &CorpusContext,
    sources: &SourceTexts,
) -> Verification {
    let review = &document.review;
    let mut checked = Verification::default();
    let lines = TextLines::of(&document.text);
    let unit_names = UnitNames::of(context.extraction().units());
    for (fact_id, _) in review.fact_ids() {
        if document.state(fact_id) != super::FactStatus::Rejected {
            let confirmed = confirmed_fields(review, &lines, fact_id);
            let doubts = doubts_of_words(&review.draft, fact_id, &confirmed, &unit_names);
            if !doubts.is_empty() {
                checked.doubts.insert(fact_id, doubts);
            }
            let mut open = guessed_fields(&review.draft, fact_id);
            open.retain(|field| !confirmed.contains(field));
            checked.guesses.insert(fact_id, [confirmed, open]);
        }
    }
    let (draft, kept) =
        select_facts(review, |fact_id| document.state(fact_id) != super::FactStatus::Rejected);
    // A document needs a headline and an organisation; placeholders let the other facts be verified without them.
    let draft = draft.with_placeholders();
    let title = Bilingual::default();
    let parts = SourceInfo {
        file_stem: STEM,
        sha256: &document.sha256,
        url: review.url.as_deref(),
        title: &title,
        used_ids: &[],
    };
    let Some(corpus_document) = to_corpus(&draft, context.extraction(), &parts) else { return checked };
    let origins = FactPositions::of(&corpus_document, &draft, &kept);
    let mut corpus_document = Corpus { units: units(review, context), ..corpus_document };
    for article in &mut corpus_document.articles {
        // What a person has confirmed is no doubt.
        write_confirmed(article, review, &lines, &draft);
    }
    let (mut wrong, mut right) = (BTreeMap::<FactId, Vec<Problem>>::new(), BTreeSet::new());
    for problem in verify(&corpus_document, sources).problems {
        match (origins.fact_id(&problem.path), problem.severity) {
            (Some(fact_id), Severity::Error) => wrong.entry(fact_id).or_default().push(problem),
            (Some(fact_id), _) => {
                checked.doubts.entry(fact_id).or_default().push(Doubt::Warning(problem));
            }
            (None, _) => {}
        }
    }
    for fact_id in origins.all() {
        if review.has(fact_id) && !wrong.contains_key(&fact_id) {
            right.insert(fact_id);
        }
    }
    checked.duplicates = origins.duplicates;
    checked.verified = right;
    checked.problems = wrong;
    checked
}

/// Returns the units of corpus and vocabulary, with the nouns that a person added.
pub fn units(review: &ReviewState, context: &CorpusContext) -> Vec<Unit> {
    let mut units = context.extraction().units().to_vec();
    for (unit, noun) in &review.unit_nouns {
        if let Some(unit) = units.iter_mut().find(|u| u.id.as_str() == unit)
            && !unit.printed.contains(noun)
        {
            unit.printed.push(noun.clone());
        }
    }
    units
}

/// Returns the draft with the chosen facts only, and the old indices of the facts that are left.
pub fn select_facts(review: &ReviewState, is_chosen: impl Fn(FactId) -> bool) -> (Draft, KeptIndices) {
    let mut draft = review.draft.clone();
    draft.kicker = draft.kicker.filter(|_| is_chosen(FactId::Kicker));
    draft.headline = draft.headline.filter(|_| is_chosen(FactId::Headline));
    draft.published = draft.published.filter(|_| is_chosen(FactId::Published));
    draft.source = draft.source.filter(|_| is_chosen(FactId::Source));
    draft.covers = draft.covers.filter(|_| is_chosen(FactId::Covers));
    draft.organisation = draft.organisation.filter(|_| is_chosen(FactId::Organisation));
    let kept = KeptIndices {
        byline: retain_indices(&mut draft.byline, |i| is_chosen(FactId::Byline(i))),
        people: retain_indices(&mut draft.people, |i| is_chosen(FactId::Person(i))),
        mentions: retain_indices(&mut draft.mentions, |i| is_chosen(FactId::Mention(i))),
        phases: retain_indices(&mut draft.phases, |i| is_chosen(FactId::Phase(i))),
    };
    // Figures refer to each other by index, so they stay; a figure without a unit is left out of the document.
    for (i, figure) in draft.figures.iter_mut().enumerate() {
        if !is_chosen(FactId::Figure(i)) {
            figure.fact.unit = None;
        }
    }
    (draft, kept)
}

/// Old indices of the facts that were kept, by kind.
#[derive(Debug, Clone, Default)]
pub struct KeptIndices {
    byline: Vec<usize>,
    people: Vec<usize>,
    mentions: Vec<usize>,
    phases: Vec<usize>,
}

fn retain_indices<T>(items: &mut Vec<T>, is_kept: impl Fn(usize) -> bool) -> Vec<usize> {
    let kept: Vec<usize> = (0..items.len()).filter(|i| is_kept(*i)).collect();
    let mut number = 0;
    items.retain(|_| {
        number += 1;
        is_kept(number - 1)
    });
    kept
}

/// Mapping from positions in a document to the facts of the draft that it was made from.
#[derive(Debug, Default)]
struct FactPositions {
    figures: Vec<FactId>,
    mentions: Vec<FactId>,
    phases: Vec<FactId>,
    people: Vec<FactId>,
    byline: Vec<FactId>,
    duplicates: BTreeSet<FactId>,
}

impl FactPositions {
    fn of(corpus_document: &Corpus, draft: &Draft, kept: &KeptIndices) -> FactPositions {
        let figures = draft.figures.iter().enumerate();
        let mut origins = FactPositions {
            figures: figures
                .filter(|(_, f)| f.fact.unit.is_some() && f.fact.repeats.is_none())
                .map(|(i, _)| FactId::Figure(i))
                .collect(),
            phases: kept.phases.iter().map(|i| FactId::Phase(*i)).collect(),
            people: kept.people.iter().map(|i| FactId::Person(*i)).collect(),
            byline: kept.byline.iter().map(|i| FactId::Byline(*i)).collect(),
            ..FactPositions::default()
        };
        // The document keeps only the first of several mentions of a campaign on a line.
        let mut written =
            corpus_document.articles.first().map_or(&[][..], |a| a.mentions.as_slice()).iter().peekable();
        for (mention, i) in draft.mentions.iter().zip(&kept.mentions) {
            let is_next = |m: &&thidua_core::domain::Mention| {
                m.line == mention.span.line && m.as_written == mention.words
            };
            match written.next_if(is_next) {
                Some(_) => origins.mentions.push(FactId::Mention(*i)),
                None => {
                    origins.duplicates.insert(FactId::Mention(*i));
                }
            }
        }
        origins
    }

    /// Returns all facts that were checked, without duplicates.
    fn all(&self) -> BTreeSet<FactId> {
        let head = [
            FactId::Kicker,
            FactId::Headline,
            FactId::Published,
            FactId::Source,
            FactId::Organisation,
            FactId::Covers,
        ];
        let lists = [&self.figures, &self.mentions, &self.phases, &self.people, &self.byline];
        collect_set(head.into_iter().chain(lists.into_iter().flatten().copied()))
    }

    /// Returns the fact at a path of the document.
    fn fact_id(&self, path: &FactPath) -> Option<FactId> {
        let [PathSegment::Field(articles), PathSegment::Index(0), PathSegment::Field(field), rest @ ..] =
            path.segments()
        else {
            return None;
        };
        if articles != "articles" {
            return None;
        }
        let of = |list: &[FactId]| match rest {
            [PathSegment::Index(index), ..] => list.get(*index).copied(),
            _ => None,
        };
        match field.as_ref() {
            "headline" | "headline_en" => Some(FactId::Headline),
            "organisation" => Some(FactId::Organisation),
            "source" => Some(FactId::Source),
            "kicker" => Some(FactId::Kicker),
            "published" | "published_as_written" => Some(FactId::Published),
            "covers" | "covers_as_written" => Some(FactId::Covers),
            "byline" => of(&self.byline),
            "figures" => of(&self.figures),
            "mentions" => of(&self.mentions),
            "phases" => of(&self.phases),
            "people" => of(&self.people),
            _ => None,
        }
    }
}
