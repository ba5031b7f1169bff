//! One search from request to results.

use crate::corpus::reading::{What, note};
use crate::order::sort_by_key;
use std::cmp::Reverse;

use super::explain::reasons;
use super::facets::FacetCounter;
use super::fields;
use super::index::Index;
use super::looked_up::LookedUp;
use super::places::zones_of_steps;
use super::plan::{Leniency, Plan};
use super::query::{Query, Word};
use super::rank::{Ranked, all_words, count, rank, without_excluded};
use super::request::{Request, Sort};
use super::results::{Hit, Note, Reason, Results, Tier};
use super::{EXPLAINED, PATIENT_FROM};

/// Searches an index. The same request gives the same results, natively and in the browser.
pub fn search(index: &Index, request: &Request) -> Results {
    // An index is made of everything.
    note(What::All, "");
    let query = read(index, request);
    let mut found = Findings::new(index, &query);
    let mut facets = FacetCounter::new(&index.values, &request.selection);
    found.articles.retain(|ranked| facets.add(ranked.article));
    sort(index, request.sort, &mut found.articles);
    let hit = |(ranked, place): (&Ranked, usize)| {
        let explained = place < EXPLAINED && query.has_words();
        let reasons = if explained { reasons(index, &found.plan, ranked.article) } else { Vec::new() };
        let article = index.documents.get(ranked.article as usize)?.id.clone();
        Some(Hit { article, tier: ranked.tier, score: ranked.score, reasons })
    };
    Results {
        hits: found.articles.iter().zip(0..).filter_map(hit).collect(),
        facets: facets.finish(),
        notes: found.notes,
    }
}

/// Why a search finds an article: the reasons of any hit, for those past [`EXPLAINED`]. Empty where it does not.
pub fn explain(index: &Index, request: &Request, article: &str) -> Vec<Reason> {
    let query = read(index, request);
    let found = Findings::new(index, &query);
    let is_meant = |ranked: &&Ranked| {
        index.documents.get(ranked.article as usize).is_some_and(|document| document.id.as_str() == article)
    };
    match found.articles.iter().find(is_meant) {
        Some(ranked) if query.has_words() => reasons(index, &found.plan, ranked.article),
        _ => Vec::new(),
    }
}

/// What a query finds before any choice among facets.
struct Findings {
    plan: Plan,
    articles: Vec<Ranked>,
    notes: Vec<Note>,
}

impl Findings {
    fn new(index: &Index, query: &Query) -> Findings {
        let plan = |leniency| plan(index, query, leniency);
        let mut plan_used = plan(Leniency::Marks);
        let lenient = query.words().any(Word::has_marks).then(|| plan(Leniency::Letters));
        let plans = std::iter::once(&plan_used).chain(&lenient);
        let looked_up = &LookedUp::new(index, plans.flat_map(all_words).collect());
        let mut notes: Vec<Note> = query.is_cut.then_some(Note::QueryCut).into_iter().collect();
        let mut passes = without_excluded(looked_up, &plan_used);
        notes.extend(fields::apply(index, &query.filters, &mut passes));

        let mut articles = if query.has_words() {
            rank(looked_up, &plan_used, &passes)
        } else {
            let all = passes.iter().zip(0..).filter(|(passes, _)| **passes);
            all.map(|(_, article)| Ranked { article, tier: Tier::Unranked, score: 0 }).collect()
        };
        notes.append(&mut plan_used.notes);
        if !query.is_empty() && !query.has_words() && query.filters.iter().all(|filter| filter.is_excluded) {
            notes.push(Note::OnlyExclusions);
        }
        if let Some(lenient) = lenient {
            if articles.is_empty() {
                articles = rank(looked_up, &lenient, &passes);
                for ranked in &mut articles {
                    ranked.tier = Tier::OtherMarks;
                }
                if !articles.is_empty() {
                    plan_used = lenient;
                    notes.push(Note::OnlyWithoutMarks);
                }
            } else {
                let others = count(looked_up, &lenient, &passes).saturating_sub(articles.len());
                notes.extend((others > 0).then_some(Note::OtherMarks { articles: others }));
            }
        }
        if articles.is_empty() {
            notes.extend(phrases_not_found(looked_up, query, &plan_used));
        }
        let is_plain = query.required.len() > 1 && query.required.iter().all(|part| !part.is_quoted);
        let best = articles.iter().map(|ranked| ranked.tier).min();
        if is_plain && matches!(best, Some(Tier::Near | Tier::Scattered)) {
            notes.push(Note::OnlyScattered);
        }
        Findings { plan: plan_used, articles, notes }
    }
}

/// The query of a request. Among many articles a last word of which only the first consonants are typed is waited for: it
/// begins hundreds of words, and would find everything.
fn read(index: &Index, request: &Request) -> Query {
    let mut query = Query::parse(&request.query);
    if index.len() > PATIENT_FROM {
        query.drop_onset();
    }
    query
}

fn plan(index: &Index, query: &Query, leniency: Leniency) -> Plan {
    Plan::new(query, &index.lexicon, &index.synonyms, leniency, Some(&|term| index.frequency(term)))
}

/// The plans with which a request is searched: that of the marks typed, and where there are any, that of the letters.
pub(super) fn plans(index: &Index, request: &Request) -> Vec<Plan> {
    let query = read(index, request);
    let mut plans = vec![plan(index, &query, Leniency::Marks)];
    if query.words().any(Word::has_marks) {
        plans.push(plan(index, &query, Leniency::Letters));
    }
    plans
}

fn phrases_not_found(looked_up: &LookedUp<'_>, query: &Query, plan: &Plan) -> Vec<Note> {
    let mut notes = Vec::new();
    for (bit, part) in query.required.iter().enumerate() {
        let gives = 1 << bit;
        let Some(sequence) = plan.sequences.iter().find(|s| part.is_quoted && s.gives == gives) else {
            continue;
        };
        if zones_of_steps(looked_up, plan, &sequence.steps).iter().all(|zones| *zones == 0) {
            notes.push(Note::PhraseNotFound { phrase: part.typed.clone() });
        }
    }
    notes
}

fn sort(index: &Index, sort: Sort, articles: &mut Vec<Ranked>) {
    let by_relevance = articles.iter().any(|ranked| ranked.tier != Tier::Unranked);
    sort_by_key(articles, |ranked| {
        let document = index.documents.get(ranked.article as usize);
        let date = document.and_then(|document| document.date);
        let id = document.map(|document| document.place_by_id);
        let days = |(year, month, day): (u16, u8, u8)| {
            i64::from(year) * 512 + i64::from(month) * 32 + i64::from(day)
        };
        // Undated articles go last both ways; of equals the newest goes first.
        let newest = date.map_or(i64::MAX, |date| -days(date));
        let first = match sort {
            Sort::Relevance if by_relevance => 0,
            Sort::Relevance | Sort::Newest => newest,
            Sort::Oldest => date.map_or(i64::MAX, days),
            Sort::MostFigures => -(document.map_or(0, |document| document.figures) as i64),
        };
        (first, ranked.tier, Reverse(ranked.score), newest, id)
    });
}
