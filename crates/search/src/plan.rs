//! A query against a lexicon: which spellings will do for each word, and which sequences of them for each part.
//!
//! Every part of a query has a bit. A spelling, or a sequence of spellings, gives the bits of the parts that it
//! satisfies; an article that gathers all bits is found. The parts are also laid out as *slots* in the order typed,
//! each with its alternatives (the words themselves, or another form of an abbreviation), so that a phrase is a
//! walk over slots.

use super::lexicon::Lexicon;
use super::query::{Part, Query, Word};
use super::results::Note;
use super::spelling::Fit;
use super::synonyms::{Form, Synonyms};

/// One step of a sequence.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Any spelling that gives this bit.
    Part(u32),
    /// Any of these spellings, in order of their ids.
    Terms(Vec<u32>),
}

/// Spellings in a row that stand for parts of the query.
#[derive(Debug, Clone)]
pub(super) struct Sequence {
    /// The steps.
    pub steps: Vec<Step>,
    /// The bits that it gives.
    pub gives: u64,
}

/// Consecutive parts of the query with the ways to satisfy them in a phrase.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// The ways: the typed one first.
    pub ways: Vec<Vec<Step>>,
}

/// A query made ready for one lexicon.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    /// For each part the spellings that will do; none for a phrase in quotation marks.
    pub terms: Vec<Vec<(u32, Fit)>>,
    /// The bits of all parts.
    pub all: u64,
    /// The parts in order.
    pub slots: Vec<Slot>,
    /// Phrases in quotation marks and other forms of abbreviations.
    pub sequences: Vec<Sequence>,
    /// What must not be found.
    pub excluded: Vec<Slot>,
    /// What a reader should know.
    pub notes: Vec<Note>,
    /// For each spelling the bits that it gives.
    bits: Vec<u64>,
    /// For each spelling the bits that it gives as typed.
    exact: Vec<u64>,
    /// For each spelling whether a phrase of the whole query can begin with it.
    begins: Vec<bool>,
}

/// How far a plan goes beyond the letters typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leniency {
    /// Spellings that carry the marks typed.
    Marks,
    /// Spellings with whatever marks.
    Letters,
}

impl Plan {
    /// Makes a query ready. `weight` tells how common a spelling is: a typing error is mended with the commonest; no
    /// `weight`, no mending.
    pub(super) fn new(
        query: &Query,
        lexicon: &Lexicon,
        synonyms: &Synonyms,
        leniency: Leniency,
        weight: Option<&dyn Fn(u32) -> usize>,
    ) -> Plan {
        let mut plan =
            Plan { bits: vec![0; lexicon.len()], exact: vec![0; lexicon.len()], ..Plan::default() };
        plan.begins = vec![false; lexicon.len()];
        let mut rest = query.required.as_slice();
        while let Some((part, after)) = rest.split_first() {
            let first = plan.terms.len() as u32;
            let group = synonyms.at_start(rest);
            let length = group.as_ref().map_or(1, |(length, _)| *length);
            let (parts, after) =
                if length > 1 { rest.split_at(length) } else { (std::slice::from_ref(part), after) };
            let mut slot = Slot { ways: Vec::new() };
            if part.is_quoted {
                let steps = quoted_steps(part, lexicon);
                plan.terms.push(Vec::new());
                plan.sequences.push(Sequence { steps: steps.clone(), gives: 1 << first });
                slot.ways.push(steps);
            } else {
                let others = plan.add_forms(parts, group.map(|(_, forms)| forms), lexicon, first);
                for word in parts.iter().flat_map(|part| &part.words) {
                    let terms = lexicon.matches(word, leniency == Leniency::Letters);
                    let mending = weight.filter(|_| terms.is_empty() && others.is_empty());
                    let terms = mending.map_or(terms, |weight| plan.mend(word, lexicon, weight));
                    plan.terms.push(terms);
                }
                slot.ways.push((first..first + length as u32).map(Step::Part).collect());
                slot.ways.extend(others);
            }
            plan.slots.push(slot);
            rest = after;
        }
        plan.all = (0..plan.terms.len()).fold(0, |all, part| all | 1 << part);
        plan.excluded = query.excluded.iter().map(|part| excluded_slot(part, lexicon)).collect();
        plan.fill_bits(query.words().any(Word::has_marks));
        for word in beginnings(&plan, plan.slots.first()) {
            if let Some(begins) = plan.begins.get_mut(word as usize) {
                *begins = true;
            }
        }
        plan
    }

    /// The bits that a spelling gives.
    pub(super) fn bits(&self, term: u32) -> u64 {
        self.bits.get(term as usize).copied().unwrap_or_default()
    }

    /// The bits that a spelling gives as typed.
    pub(super) fn exact_bits(&self, term: u32) -> u64 {
        self.exact.get(term as usize).copied().unwrap_or_default()
    }

    /// Whether a phrase of the whole query can begin with a spelling.
    pub(super) fn begins(&self, term: u32) -> bool {
        self.begins.get(term as usize).copied().unwrap_or_default()
    }

    /// How many words a phrase of the whole query has at least.
    pub(super) fn shortest_phrase(&self) -> usize {
        let shortest = |slot: &Slot| slot.ways.iter().map(Vec::len).min().unwrap_or_default();
        self.slots.iter().map(shortest).sum()
    }

    /// Adds the other forms of an abbreviation that the lexicon can make, and returns their steps.
    fn add_forms(
        &mut self,
        parts: &[Part],
        forms: Option<Vec<&Form>>,
        lexicon: &Lexicon,
        first: u32,
    ) -> Vec<Vec<Step>> {
        let gives = (first..first + parts.len() as u32).fold(0, |gives, part| gives | 1 << part);
        let (mut ways, mut also) = (Vec::new(), Vec::new());
        for form in forms.into_iter().flatten() {
            let steps: Option<Vec<Step>> =
                form.keys.iter().map(|key| Some(Step::Terms(vec![lexicon.get(key)?]))).collect();
            if let Some(steps) = steps {
                self.sequences.push(Sequence { steps: steps.clone(), gives });
                ways.push(steps);
                also.push(form.printed.clone());
            }
        }
        if !also.is_empty() {
            let typed: Vec<&str> = parts.iter().map(|part| part.typed.as_str()).collect();
            self.notes.push(Note::AbbreviationExpanded { typed: typed.join(" "), also });
        }
        ways
    }

    /// The spellings of the word that was meant, by raw keystrokes or but for one letter, with a note; for a word with other marks only, none.
    fn mend(&mut self, word: &Word, lexicon: &Lexicon, weight: &dyn Fn(u32) -> usize) -> Vec<(u32, Fit)> {
        if !lexicon.matches(word, true).is_empty() {
            return Vec::new();
        }
        if let Some(meant) = word.meant_by_keystrokes() {
            let terms = lexicon.matches(&meant, false);
            if !terms.is_empty() {
                self.notes.push(Note::Keystrokes { typed: meant.typed, used: meant.key });
                return terms;
            }
        }
        let terms = lexicon.mended(word, weight);
        let used = terms.iter().map(|(id, _)| *id).max_by_key(|id| (weight(*id), std::cmp::Reverse(*id)));
        let typed = word.typed.clone();
        self.notes.push(match used {
            Some(id) => Note::Typo { typed, used: lexicon.key(id).to_owned() },
            None => Note::UnknownWord { typed },
        });
        terms
    }

    /// In a query with marks a word without them means itself first; in one without, every spelling is as typed.
    fn fill_bits(&mut self, has_marks: bool) {
        for (part, terms) in self.terms.iter().enumerate() {
            for (term, fit) in terms {
                if let Some(bits) = self.bits.get_mut(*term as usize) {
                    *bits |= 1 << part;
                }
                let is_exact = *fit == Fit::Same || (*fit == Fit::AtLeast && !has_marks);
                if let Some(bits) = self.exact.get_mut(*term as usize).filter(|_| is_exact) {
                    *bits |= 1 << part;
                }
            }
        }
    }
}

/// The spellings that take a step.
pub(super) fn terms<'a>(plan: &'a Plan, step: &'a Step) -> impl Iterator<Item = u32> + 'a {
    let (typed, given) = match step {
        Step::Part(part) => (plan.terms.get(*part as usize), None),
        Step::Terms(terms) => (None, Some(terms)),
    };
    let typed = typed.into_iter().flatten().map(|(term, _)| *term);
    typed.chain(given.into_iter().flatten().copied())
}

/// The spellings with which a slot can begin, in order and once.
pub(super) fn beginnings(plan: &Plan, slot: Option<&Slot>) -> Vec<u32> {
    let first = slot.into_iter().flat_map(|slot| &slot.ways).filter_map(|way| way.first());
    let first: Vec<&Step> = first.collect();
    let mut beginnings: Vec<u32> = first.into_iter().flat_map(|step| terms(plan, step)).collect();
    beginnings.sort_unstable();
    beginnings.dedup();
    beginnings
}

/// The words of a phrase exactly as typed; the last may go on where the phrase is not closed yet.
fn quoted_steps(part: &Part, lexicon: &Lexicon) -> Vec<Step> {
    let terms_of = |word: &Word| {
        let is_exact = |(_, fit): &(u32, Fit)| *fit == Fit::Same || (*fit == Fit::Prefix);
        lexicon.matches(word, false).into_iter().filter(is_exact).map(|(id, _)| id).collect()
    };
    part.words.iter().map(|word| Step::Terms(terms_of(word))).collect()
}

/// What to leave out: a word typed without marks in every spelling, everything else exactly.
fn excluded_slot(part: &Part, lexicon: &Lexicon) -> Slot {
    let ways = if part.is_quoted {
        vec![quoted_steps(part, lexicon)]
    } else {
        let is_meant = |word: &Word, fit: Fit| fit == Fit::Same || !word.has_marks();
        let terms_of = |word: &Word| {
            let terms = lexicon.matches(word, false).into_iter();
            terms.filter(|(_, fit)| is_meant(word, *fit)).map(|(id, _)| id).collect()
        };
        vec![part.words.iter().map(|word| Step::Terms(terms_of(word))).collect()]
    };
    Slot { ways }
}
