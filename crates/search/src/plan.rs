//! Query plan: the query resolved against a term dictionary.
//!
//! Every clause of a query has a bit. A term, or a phrase of terms, satisfies a mask of clauses; an article that
//! satisfies all clauses matches. The clauses are also laid out as *slots* in typed order. A slot has alternatives
//! (the words as typed, or another form of an abbreviation), so that the whole query can be matched as a phrase of
//! slots.

use thidua_core::collections::{sort_and_dedup, to_u32};

use super::query::{Clause, Query, QueryWord};
use super::relaxation::YearArticles;
use super::results::QueryNote;
use super::spelling::MatchKind;
use super::synonyms::{SynonymForm, Synonyms};
use super::term_dict::TermDict;

/// One step of a phrase.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Any term that satisfies this clause.
    Clause(u32),
    /// Any of these term ids, which are ascending.
    Terms(Vec<u32>),
}

/// Sequence of steps that satisfies clauses.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// Steps in order.
    pub steps: Vec<Step>,
    /// Mask of the satisfied clauses.
    pub clauses: u64,
}

/// Consecutive clauses of the query with their alternatives as a phrase.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// Alternatives. An empty one, which comes first, means that the slot may be skipped; otherwise the typed one comes
    /// first.
    pub alternatives: Vec<Vec<Step>>,
    /// Mask of its clauses; 0 for an excluded one.
    pub clauses: u64,
}

impl Slot {
    /// Returns whether a phrase may go on without the slot.
    pub(super) fn can_be_skipped(&self) -> bool {
        self.alternatives.first().is_some_and(Vec::is_empty)
    }
}

/// Query resolved against one term dictionary.
#[derive(Debug, Clone, Default)]
pub(super) struct QueryPlan {
    /// Matching terms for each clause; empty for a quoted phrase.
    pub clause_terms: Vec<Vec<(u32, MatchKind)>>,
    /// Mask of all clauses.
    pub all_clauses: u64,
    /// Mask of the clauses that need not occur, see [`super::relaxation`].
    pub optional: u64,
    /// Articles of the bare years among the clauses.
    pub years: Vec<YearArticles>,
    /// Clauses in typed order.
    pub slots: Vec<Slot>,
    /// Quoted phrases and other forms of abbreviations.
    pub phrases: Vec<Phrase>,
    /// Phrases that must not occur.
    pub excluded: Vec<Slot>,
    /// Notes for the reader.
    pub notes: Vec<QueryNote>,
    /// Clause mask for each term.
    clause_masks: Vec<u64>,
    /// Clause mask for each term, counting exact spellings only.
    exact_clause_masks: Vec<u64>,
    /// For each term, whether the whole query as a phrase can start with it.
    can_start: Vec<bool>,
}

/// Strictness of a plan about diacritics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MatchMode {
    /// Terms must carry the typed marks.
    Marks,
    /// Terms may carry any marks.
    Letters,
}

impl QueryPlan {
    /// Resolves a query. `weight` returns how common a term is, for correcting a typing error to the commonest
    /// candidate; without it nothing is corrected.
    pub(super) fn new(
        query: &Query,
        term_dict: &TermDict,
        synonyms: &Synonyms,
        mode: MatchMode,
        weight: Option<&dyn Fn(u32) -> usize>,
    ) -> QueryPlan {
        let mut plan = QueryPlan {
            clause_masks: vec![0; term_dict.len()],
            exact_clause_masks: vec![0; term_dict.len()],
            ..QueryPlan::default()
        };
        plan.can_start = vec![false; term_dict.len()];
        let mut rest = query.required.as_slice();
        while let Some((clause, after)) = rest.split_first() {
            let first = to_u32(plan.clause_terms.len());
            let group = synonyms.longest_at_start(rest);
            let length = group.as_ref().map_or(1, |(length, _)| *length);
            let (clauses, after) =
                if length > 1 { rest.split_at(length) } else { (std::slice::from_ref(clause), after) };
            let mask = (first..first + to_u32(length)).fold(0, |mask, clause| mask | 1 << clause);
            let mut slot = Slot { alternatives: Vec::new(), clauses: mask };
            if clause.is_quoted {
                let steps = quoted_steps(clause, term_dict);
                plan.clause_terms.push(Vec::new());
                plan.phrases.push(Phrase { steps: steps.clone(), clauses: 1 << first });
                slot.alternatives.push(steps);
            } else {
                let others = plan.add_synonyms(clauses, group.map(|(_, forms)| forms), term_dict, first);
                for (word, number) in clauses.iter().flat_map(|clause| &clause.words).zip(first as usize..) {
                    let terms = term_dict.matches(word, mode == MatchMode::Letters);
                    // The syllables of a place are not corrected into others.
                    let is_place = query.places.iter().any(|place| place.clauses.contains(&number));
                    let weight = weight.filter(|_| !is_place);
                    let correction = weight.filter(|_| terms.is_empty() && others.is_empty());
                    let terms = correction.map_or(terms, |weight| plan.correct(word, term_dict, weight));
                    plan.clause_terms.push(terms);
                }
                slot.alternatives.push((first..first + to_u32(length)).map(Step::Clause).collect());
                slot.alternatives.extend(others);
            }
            plan.slots.push(slot);
            rest = after;
        }
        plan.all_clauses = (0..plan.clause_terms.len()).fold(0, |all, clause| all | 1 << clause);
        plan.excluded = query.excluded.iter().map(|clause| excluded_slot(clause, term_dict)).collect();
        plan.fill_clause_masks(query.words().any(QueryWord::has_marks));
        plan.mark_starts();
        plan
    }

    /// Lets clauses be left out: those in `optional` need not occur, and those of `years` are met by the year of an
    /// article. Phrases may skip both.
    pub(super) fn relax(&mut self, optional: u64, years: Vec<YearArticles>) {
        (self.optional, self.years) = (optional, years);
        let skippable = self.all_clauses & !self.phrase_clauses();
        if skippable == 0 {
            return;
        }
        for slot in self.slots.iter_mut().filter(|slot| slot.clauses & !skippable == 0) {
            slot.alternatives.insert(0, Vec::new());
        }
        self.mark_starts();
    }

    /// Mask of the clauses that must stand in the text.
    pub(super) fn phrase_clauses(&self) -> u64 {
        let years = self.years.iter().fold(0, |mask, year| mask | 1 << year.clause);
        self.all_clauses & !self.optional & !years
    }

    /// Marks the terms with which the whole query as a phrase can start.
    fn mark_starts(&mut self) {
        let mut starts = Vec::new();
        for slot in &self.slots {
            starts.extend(first_terms(self, Some(slot)));
            if !slot.can_be_skipped() {
                break;
            }
        }
        for term in starts {
            if let Some(can_start) = self.can_start.get_mut(term as usize) {
                *can_start = true;
            }
        }
    }

    /// Mask of the clauses that a term satisfies.
    pub(super) fn clause_mask(&self, term: u32) -> u64 {
        self.clause_masks.get(term as usize).copied().unwrap_or_default()
    }

    /// Mask of the clauses that a term satisfies with the typed spelling.
    pub(super) fn exact_clause_mask(&self, term: u32) -> u64 {
        self.exact_clause_masks.get(term as usize).copied().unwrap_or_default()
    }

    /// Returns whether the whole query as a phrase can start with a term.
    pub(super) fn can_start_phrase(&self, term: u32) -> bool {
        self.can_start.get(term as usize).copied().unwrap_or_default()
    }

    /// Minimum number of words of the whole query as a phrase.
    pub(super) fn min_phrase_len(&self) -> usize {
        let shortest = |slot: &Slot| slot.alternatives.iter().map(Vec::len).min().unwrap_or_default();
        self.slots.iter().map(shortest).sum()
    }

    /// Adds the other forms of an abbreviation that the dictionary contains. Returns their steps.
    fn add_synonyms(
        &mut self,
        clauses: &[Clause],
        forms: Option<Vec<&SynonymForm>>,
        term_dict: &TermDict,
        first: u32,
    ) -> Vec<Vec<Step>> {
        let mask = (first..first + to_u32(clauses.len())).fold(0, |mask, clause| mask | 1 << clause);
        let (mut alternatives, mut also) = (Vec::new(), Vec::new());
        for form in forms.into_iter().flatten() {
            let steps: Option<Vec<Step>> =
                form.keys.iter().map(|key| Some(Step::Terms(vec![term_dict.get(key)?]))).collect();
            if let Some(steps) = steps {
                self.phrases.push(Phrase { steps: steps.clone(), clauses: mask });
                alternatives.push(steps);
                also.push(form.printed.clone());
            }
        }
        if !also.is_empty() {
            let typed: Vec<&str> = clauses.iter().map(|clause| clause.typed.as_str()).collect();
            self.notes.push(QueryNote::AbbreviationExpanded { typed: typed.join(" "), also });
        }
        alternatives
    }

    /// Resolves a word that no term matches: as raw keystrokes of an input method, else with one letter changed. Adds
    /// a note. Returns nothing for a word that only has other marks.
    fn correct(
        &mut self,
        word: &QueryWord,
        term_dict: &TermDict,
        weight: &dyn Fn(u32) -> usize,
    ) -> Vec<(u32, MatchKind)> {
        if !term_dict.matches(word, true).is_empty() {
            return Vec::new();
        }
        if let Some(meant) = word.decoded_keystrokes() {
            let terms = term_dict.matches(&meant, false);
            if !terms.is_empty() {
                self.notes.push(QueryNote::Keystrokes { typed: meant.typed, used: meant.key });
                return terms;
            }
        }
        let terms = term_dict.corrected(word, weight);
        let used = terms.iter().map(|(id, _)| *id).max_by_key(|id| (weight(*id), std::cmp::Reverse(*id)));
        let typed = word.typed.clone();
        self.notes.push(match used {
            Some(id) => QueryNote::Typo { typed, used: term_dict.key(id).to_owned() },
            None => QueryNote::UnknownWord { typed },
        });
        terms
    }

    /// Fills the masks of the terms. In a query with marks, a word typed without marks is exact only as itself; in a
    /// query without any marks, every spelling is exact.
    fn fill_clause_masks(&mut self, has_marks: bool) {
        for (clause, terms) in self.clause_terms.iter().enumerate() {
            for (term, kind) in terms {
                if let Some(mask) = self.clause_masks.get_mut(*term as usize) {
                    *mask |= 1 << clause;
                }
                let is_exact = *kind == MatchKind::Exact || (*kind == MatchKind::MoreMarks && !has_marks);
                if let Some(mask) = self.exact_clause_masks.get_mut(*term as usize).filter(|_| is_exact) {
                    *mask |= 1 << clause;
                }
            }
        }
    }
}

/// Terms that satisfy a step.
pub(super) fn step_terms<'a>(plan: &'a QueryPlan, step: &'a Step) -> impl Iterator<Item = u32> + 'a {
    let (typed, given) = match step {
        Step::Clause(clause) => (plan.clause_terms.get(*clause as usize), None),
        Step::Terms(terms) => (None, Some(terms)),
    };
    let typed = typed.into_iter().flatten().map(|(term, _)| *term);
    typed.chain(given.into_iter().flatten().copied())
}

/// Terms with which a slot can start, ascending and without duplicates.
pub(super) fn first_terms(plan: &QueryPlan, slot: Option<&Slot>) -> Vec<u32> {
    let first =
        slot.into_iter().flat_map(|slot| &slot.alternatives).filter_map(|alternative| alternative.first());
    let first: Vec<&Step> = first.collect();
    let mut terms_of_first_step: Vec<u32> =
        first.into_iter().flat_map(|step| step_terms(plan, step)).collect();
    sort_and_dedup(&mut terms_of_first_step);
    terms_of_first_step
}

/// Steps of a quoted phrase: exact spellings only. The last word may be a prefix while the quotation is not closed.
fn quoted_steps(clause: &Clause, term_dict: &TermDict) -> Vec<Step> {
    let terms_of = |word: &QueryWord| {
        let is_exact =
            |(_, kind): &(u32, MatchKind)| *kind == MatchKind::Exact || (*kind == MatchKind::Prefix);
        term_dict.matches(word, false).into_iter().filter(is_exact).map(|(id, _)| id).collect()
    };
    clause.words.iter().map(|word| Step::Terms(terms_of(word))).collect()
}

/// Slot of an excluded clause: a word typed without marks means every spelling, anything else is exact.
fn excluded_slot(clause: &Clause, term_dict: &TermDict) -> Slot {
    let alternatives = if clause.is_quoted {
        vec![quoted_steps(clause, term_dict)]
    } else {
        let is_allowed = |word: &QueryWord, kind: MatchKind| kind == MatchKind::Exact || !word.has_marks();
        let terms_of = |word: &QueryWord| {
            let terms = term_dict.matches(word, false).into_iter();
            terms.filter(|(_, kind)| is_allowed(word, *kind)).map(|(id, _)| id).collect()
        };
        vec![clause.words.iter().map(|word| Step::Terms(terms_of(word))).collect()]
    };
    Slot { alternatives, clauses: 0 }
}
