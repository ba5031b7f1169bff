//! One search from request to results.

use super::bits::Bits;
use super::explain::reasons;
use super::fields;
use super::index::Index;
use super::looked_up::LookedUp;
use super::plan::{Leniency, Plan};
use super::query::{Query, Word};
use super::rank::{Ranked, Ranking, all_words, sequences, without_excluded};
use super::request::{Request, Sort};
use super::results::{Hit, Note, Reason, Results, Tier};
use super::score::{Score, score};
use super::sequence::Taken;
use super::spelling::Fit;
use super::{EXPLAINED, PATIENT_FROM};
use thidua_core::collections::sort_numbers;

/// Searches an index. The same request gives the same results, natively and in the browser.
///
/// Where the lists come in pieces, all of [`Index::wants`] must be here.
pub fn search(index: &Index, request: &Request) -> Results {
    // An index is made of everything.
    let query = read(index, request);
    let mut found = Findings::new(index, &query);
    let facets = index.facets.choose(&mut found.articles, &request.selection);
    found.ranked.retain(|ranked| found.articles.has(ranked.article));
    let hit = |(ranked, place): (Ranked, usize)| {
        let explained = place < EXPLAINED && query.has_words();
        let reasons = if explained { reasons(index, &found.plan, ranked.article) } else { Vec::new() };
        Hit { place: ranked.article, tier: ranked.tier, score: ranked.score, reasons }
    };
    let ranked = sorted(index, request.sort, std::mem::take(&mut found.ranked));
    Results { hits: ranked.into_iter().zip(0..).map(hit).collect(), facets, notes: found.notes }
}

/// Why a search finds the article at a place of the corpus: the reasons of any hit, for those past [`EXPLAINED`], and what
/// its score is made of. Nothing where it does not, or where there are no words to match.
pub fn explain(index: &Index, request: &Request, place: u32) -> Option<(Vec<Reason>, Score)> {
    let query = read(index, request);
    let found = Findings::new(index, &query);
    let ranked = found.ranked.iter().find(|ranked| ranked.article == place).filter(|_| query.has_words())?;
    let ranking = Ranking::new(&found.looked_up, &found.plan, &found.sequences);
    Some((reasons(index, &found.plan, place), score(&query, &ranking, &found.articles, ranked)))
}

/// The words of which a search needs the lists, and those of which it would say more.
pub(super) fn words_of(index: &Index, request: &Request) -> [Vec<u32>; 2] {
    let query = read(index, request);
    let needed = all_words(&plan(index, &query, Leniency::Marks));
    let more = lenient(index, &query).map_or_else(Vec::new, |lenient| all_words(&lenient));
    // Where nothing has the marks typed, what has others is the answer.
    let is_enough =
        || index.lacking(&needed).next().is_some() || !Findings::new(index, &query).articles.is_empty();
    if more.is_empty() || index.lacking(&more).next().is_none() || is_enough() {
        return [needed, more];
    }
    [more, Vec::new()]
}

/// What a query finds before any choice among facets.
struct Findings<'a> {
    looked_up: LookedUp<'a>,
    plan: Plan,
    /// Where the sequences of the plan stand.
    sequences: Vec<Taken>,
    articles: Bits,
    ranked: Vec<Ranked>,
    notes: Vec<Note>,
}

impl<'a> Findings<'a> {
    fn new(index: &'a Index, query: &Query) -> Findings<'a> {
        let mut plan_used = plan(index, query, Leniency::Marks);
        let is_here = |plan: &Plan| index.lacking(&all_words(plan)).next().is_none();
        let lenient = lenient(index, query).filter(is_here);
        let words = std::iter::once(&plan_used).chain(&lenient).flat_map(all_words).collect();
        let looked_up = LookedUp::new(index, words);
        let mut notes: Vec<Note> = query.is_cut.then_some(Note::QueryCut).into_iter().collect();
        let mut passes = without_excluded(&looked_up, &plan_used);
        notes.extend(fields::apply(index, &query.filters, &mut passes));

        // Both plans have the same sequences: what stands in quotation marks, and forms of abbreviations.
        let sequences = sequences(&looked_up, &plan_used);
        let mut articles = Ranking::new(&looked_up, &plan_used, &sequences).found(&passes);
        notes.append(&mut plan_used.notes);
        if !query.is_empty() && !query.has_words() && query.filters.iter().all(|filter| filter.is_excluded) {
            notes.push(Note::OnlyExclusions);
        }
        let mut is_lenient = false;
        if let Some(lenient) = lenient {
            let with_others = Ranking::new(&looked_up, &lenient, &sequences).found(&passes);
            is_lenient = articles.is_empty() && !with_others.is_empty();
            let others = with_others.count().saturating_sub(articles.count());
            if is_lenient {
                (plan_used, articles) = (lenient, with_others);
                notes.push(Note::OnlyWithoutMarks);
            } else if others > 0 {
                notes.push(Note::OtherMarks { articles: others });
            }
        }
        if articles.is_empty() {
            notes.extend(phrases_not_found(query, &plan_used, &sequences));
        }
        let mut ranked = if query.has_words() {
            Ranking::new(&looked_up, &plan_used, &sequences).rank(&articles)
        } else {
            articles.iter().map(Ranked::unranked).collect()
        };
        if is_lenient {
            ranked.iter_mut().for_each(|ranked| ranked.tier = Tier::OtherMarks);
        }
        let is_plain = query.required.len() > 1 && query.required.iter().all(|part| !part.is_quoted);
        let best = ranked.iter().map(|ranked| ranked.tier).min();
        if is_plain && matches!(best, Some(Tier::Near | Tier::Scattered)) {
            notes.push(Note::OnlyScattered);
        }
        Findings { looked_up, plan: plan_used, sequences, articles, ranked, notes }
    }
}

/// The query of a request. Among many articles an unfinished last word is not searched for everything that it begins: of one
/// that is only the first consonants so far nothing, and one that is a word already, and begins commoner ones, is taken as it is.
fn read(index: &Index, request: &Request) -> Query {
    let mut query = Query::parse(&request.query);
    if index.len() > PATIENT_FROM {
        query.drop_onset();
        query.finish_if(|word| {
            let begun = index.lexicon.matches(word, false).into_iter();
            let (whole, begun): (Vec<_>, Vec<_>) = begun.partition(|(_, fit)| *fit != Fit::Prefix);
            let articles: usize = begun.iter().map(|(word, _)| index.frequency(*word)).sum();
            !whole.is_empty() && articles > index.len()
        });
    }
    query
}

fn plan(index: &Index, query: &Query, leniency: Leniency) -> Plan {
    Plan::new(query, &index.lexicon, &index.synonyms, leniency, Some(&|term| index.frequency(term)))
}

/// The plan of the letters, for a query with marks.
fn lenient(index: &Index, query: &Query) -> Option<Plan> {
    query.words().any(Word::has_marks).then(|| plan(index, query, Leniency::Letters))
}

/// The phrases in quotation marks that stand nowhere.
fn phrases_not_found(query: &Query, plan: &Plan, sequences: &[Taken]) -> Vec<Note> {
    let mut notes = Vec::new();
    for (bit, part) in query.required.iter().enumerate().filter(|(_, part)| part.is_quoted) {
        let mut taken =
            plan.sequences.iter().zip(sequences).filter(|(sequence, _)| sequence.gives == 1 << bit);
        if taken.next().is_some_and(|(_, taken)| taken.articles.is_empty()) {
            notes.push(Note::PhraseNotFound { phrase: part.typed.clone() });
        }
    }
    notes
}

/// Puts articles in order: by what is asked for, then by tier and score, the newest first, in the order of the corpus.
fn sorted(index: &Index, sort: Sort, articles: Vec<Ranked>) -> Vec<Ranked> {
    const DAY: u32 = 24;
    let by_relevance = articles.iter().any(|ranked| ranked.tier != Tier::Unranked);
    let key = |(place, ranked): (usize, &Ranked)| {
        let (day, figures) =
            index.documents.get(ranked.article as usize).map_or((0, 0), |d| (d.day, d.figures));
        // Undated articles go last both ways; of equals the newest goes first.
        let last = (1 << DAY) - 1;
        let newest = if day == 0 { last } else { last - 1 - day };
        let first = match sort {
            Sort::Relevance if by_relevance => 0,
            Sort::Relevance | Sort::Newest => newest,
            Sort::Oldest => {
                if day == 0 {
                    last
                } else {
                    day
                }
            }
            Sort::MostFigures => last - figures.min(last),
        };
        let parts = [
            (first, DAY),
            (ranked.tier as u32, 3),
            (u32::MAX - ranked.score, 32),
            (newest, DAY),
            (place as u32, 32),
        ];
        parts.into_iter().fold(0_u128, |key, (part, bits)| key << bits | u128::from(part))
    };
    let mut keys: Vec<u128> = articles.iter().enumerate().map(key).collect();
    sort_numbers(&mut keys);
    keys.into_iter().filter_map(|key| articles.get(key as u32 as usize).copied()).collect()
}
