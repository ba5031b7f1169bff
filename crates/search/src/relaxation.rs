//! Words of a query that people type as they speak: question words, which no article has to have, and bare years, which
//! also mean the year of an article.
//!
//! A question word that is typed without marks may be another word: "thi" is "thì" or the "thi" of "thi đua". It counts
//! as a question word unless it forms a phrase of the corpus with the word before or after it in another spelling.

use super::bitset::BitSet;
use super::index::Index;
use super::phrase_postings::phrase_postings;
use super::plan::{QueryPlan, Step};
use super::query::{Clause, Query};
use super::query_terms::QueryTerms;
use super::synonyms::is_typed;

/// Phrases that ask or join. A phrase of several words is recognised without marks too.
const QUESTION_WORDS: [&str; 40] = [
    "như thế nào",
    "bao nhiêu",
    "là bao nhiêu",
    "khi nào",
    "thế nào",
    "ở đâu",
    "vì sao",
    "tại sao",
    "là gì",
    "là ai",
    "có gì",
    "có những",
    "how many",
    "nào",
    "gì",
    "của",
    "những",
    "các",
    "thì",
    "là",
    "có",
    "ai",
    "mấy",
    "đâu",
    "sao",
    "được",
    "đã",
    "về",
    "trong",
    "ở",
    "hỏi",
    "which",
    "what",
    "who",
    "when",
    "where",
    "how",
    "of",
    "in",
    "the",
];
/// Nouns of two syllables that people ask for: "đơn vị nào". The one syllable before "nào" needs no entry.
const ASKED_NOUNS: [&str; 8] =
    ["đơn vị", "thị xã", "phong trào", "công đoàn", "hội thi", "danh hiệu", "chương trình", "địa phương"];
/// Words that say that a year follows.
const YEAR_WORDS: [&str; 2] = ["năm", "year"];

/// Articles of a bare year.
#[derive(Debug, Clone)]
pub(super) struct YearArticles {
    /// Clause of the year.
    pub clause: u32,
    /// Articles that cover the year.
    pub covering: BitSet,
    /// Other articles that were published in it.
    pub published: BitSet,
}

/// Number of clauses before `at` that belong to the year there: the word "năm".
pub(super) fn year_words_before(query: &Query, at: usize) -> usize {
    let before =
        at.checked_sub(1).and_then(|before| query.required.get(before)).filter(|clause| !clause.is_quoted);
    let word = before.and_then(|clause| clause.words.first());
    usize::from(word.is_some_and(|word| YEAR_WORDS.iter().any(|key| is_typed(key, word))))
}

/// Year that a clause names. `None` for anything but four digits of the 20th or 21st century.
pub(super) fn year_of(clause: &Clause) -> Option<u16> {
    let [word] = clause.words.as_slice() else { return None };
    let year = (!clause.is_quoted && word.typed.len() == 4).then(|| word.typed.parse().ok())??;
    (1900..2100).contains(&year).then_some(year)
}

/// How a word of a query asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// Certainly: by its marks, or by the words around it.
    Certain,
    /// Unless it is part of a phrase in another spelling than this key.
    Unless(&'static str),
}

/// For each clause whether, and how, it asks.
fn asking(clauses: &[Clause]) -> Vec<Option<Asking>> {
    let is_word = |clause: &Clause, key: &str| {
        !clause.is_quoted && clause.words.first().is_some_and(|word| is_typed(key, word))
    };
    let mut asking = vec![None; clauses.len()];
    for at in 0..clauses.len() {
        let rest = clauses.get(at..).unwrap_or_default();
        if let [word, next, ..] = rest
            && year_of(next).is_some()
            && YEAR_WORDS.iter().any(|key| is_word(word, key))
            && let Some(asks) = asking.get_mut(at)
        {
            *asks = Some(Asking::Certain);
        }
        for phrase in QUESTION_WORDS {
            let length = phrase.split(' ').count();
            if length > rest.len() || !phrase.split(' ').zip(rest).all(|(key, clause)| is_word(clause, key)) {
                continue;
            }
            let is_certain = length > 1
                || rest
                    .first()
                    .and_then(|clause| clause.words.first())
                    .is_some_and(|word| word.has_marks() && word.key == phrase);
            for asks in asking.iter_mut().skip(at).take(length) {
                let found = if is_certain { Asking::Certain } else { Asking::Unless(phrase) };
                *asks = asks.filter(|asks| *asks == Asking::Certain).or(Some(found));
            }
        }
    }
    // "quận nào", "đơn vị nào", "which districts": the noun is asked for too.
    for at in 0..clauses.len() {
        let is_at = |at: usize, key: &str| clauses.get(at).is_some_and(|clause| is_word(clause, key));
        let is_noun = |start: usize| {
            let noun = clauses.get(start..at).unwrap_or_default();
            let mut nouns = ASKED_NOUNS.iter().map(|noun| noun.split(' '));
            nouns.any(|keys| keys.zip(noun).all(|(key, clause)| is_word(clause, key)))
        };
        let noun = match at {
            _ if is_at(at, "which") => at + 1..at + 2,
            2.. if is_at(at, "nào") && is_noun(at - 2) => at - 2..at,
            1.. if is_at(at, "nào") => at - 1..at,
            _ => continue,
        };
        for at in noun.filter(|at| clauses.get(*at).is_some_and(|clause| !clause.is_quoted)) {
            if let Some(asks) = asking.get_mut(at) {
                *asks = Some(Asking::Certain);
            }
        }
    }
    asking
}

/// Question words whose letters are hardly part of a name.
const NO_NAMES: [&str; 8] = ["nào", "gì", "của", "những", "các", "which", "what", "who"];

/// Words by which names are found: neither question words nor bare years.
pub(super) fn content_clauses(query: &Query) -> Vec<&Clause> {
    let asking = asking(&query.required);
    let is_content = |(clause, asks): &(&Clause, &Option<Asking>)| {
        let is_unfinished = clause.words.first().is_some_and(|word| !word.prefixes.is_empty());
        let is_asking = match asks {
            Some(Asking::Certain) => true,
            // "gi" may become "giỏi".
            Some(Asking::Unless("gì")) if is_unfinished => false,
            Some(Asking::Unless(key)) => NO_NAMES.contains(key),
            None => false,
        };
        !is_asking && year_of(clause).is_none()
    };
    query.required.iter().zip(&asking).filter(is_content).map(|(clause, _)| clause).collect()
}

/// Relaxes a plan: question words need not occur, and bare years are met by the year of an article too. The postings of
/// the plan must be loaded.
pub(super) fn relax(plan: &mut QueryPlan, query: &Query, query_terms: &QueryTerms<'_>) {
    let asking = asking(&query.required);
    let mut optional: u64 = 0;
    for (at, asks) in asking.iter().enumerate() {
        let is_optional = match asks {
            Some(Asking::Certain) => true,
            Some(Asking::Unless(key)) => !is_part_of_phrase(plan, query_terms, &asking, at, key),
            None => false,
        };
        optional |= u64::from(is_optional) << at;
    }
    // A query of question words alone searches them.
    if optional == plan.all_clauses {
        optional = 0;
    }
    let years = query.required.iter().zip(0..).filter_map(|(clause, number)| {
        let year = year_of(clause)?;
        let articles = year_articles(query_terms.index, year, number);
        (!articles.covering.is_empty() || !articles.published.is_empty()).then_some(articles)
    });
    plan.relax(optional, years.collect());
}

/// Returns whether an asking word forms a phrase with the word before or behind it, in another spelling than `key`.
fn is_part_of_phrase(
    plan: &QueryPlan,
    query_terms: &QueryTerms<'_>,
    asking: &[Option<Asking>],
    at: usize,
    key: &str,
) -> bool {
    let dict = &query_terms.index.term_dict;
    let terms = plan.clause_terms.get(at).into_iter().flatten().map(|(term, _)| *term);
    let others: Vec<u32> = terms.filter(|term| dict.key(*term) != key).collect();
    let neighbour = |at: usize| {
        let is_word = asking.get(at).is_some_and(|asks| *asks != Some(Asking::Certain))
            && plan.clause_terms.get(at).is_some_and(|terms| !terms.is_empty());
        is_word.then(|| u32::try_from(at).ok().map(Step::Clause)).flatten()
    };
    let before = at.checked_sub(1).and_then(neighbour);
    let before = before.map(|before| [before, Step::Terms(others.clone())]);
    let behind = neighbour(at + 1).map(|behind| [Step::Terms(others.clone()), behind]);
    !others.is_empty()
        && before
            .iter()
            .chain(&behind)
            .any(|steps| !phrase_postings(query_terms, plan, steps).articles.is_empty())
}

fn year_articles(index: &Index, year: u16, clause: u32) -> YearArticles {
    let covering = index.facets.years.articles_with(index.len(), |other| *other == year);
    let mut published = BitSet::empty(index.len());
    for (values, article) in index.doc_values.iter().zip(0..) {
        if values.day >> 9 == u32::from(year) && !covering.contains(article) {
            published.insert(article);
        }
    }
    YearArticles { clause, covering, published }
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_core::text::key;

    #[test]
    fn question_words_are_canonical_keys() {
        for phrase in QUESTION_WORDS.iter().chain(&YEAR_WORDS) {
            assert_eq!(key(phrase), *phrase);
        }
    }

    #[test]
    fn words_that_ask_are_left_out_of_names() {
        let content = |text: &str| -> String {
            let query = Query::parse(text);
            content_clauses(&query).iter().map(|clause| clause.typed.as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(content("quan nao lao dong gioi nam 2022"), "lao dong gioi");
        assert_eq!(content("mục tiêu của Hà Đông là bao nhiêu"), "mục tiêu Hà Đông");
        assert_eq!(content("những đơn vị nào tổ chức thi thợ giỏi"), "tổ chức thi thợ giỏi");
        assert_eq!(content("which districts good workers"), "good workers");
        assert_eq!(content("\"của\" nao"), "của", "what is quoted is meant as typed");
    }
}
