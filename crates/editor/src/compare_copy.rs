//! Comparison of a reader's own copy of an article with its facts.
//!
//! Facts are checked by the code that verifies a corpus. A copy that differs from the source text may break its lines
//! elsewhere: a fact whose words are on another line is then checked on the nearest such line.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_core::corpus::{FactPath, Problem, Severity, SourceTexts, verify};
use thidua_core::domain::{Article, Corpus, Lang, TextRef};
use thidua_core::text::{fold_space, join_lines, match_ranges, nfc};
use thidua_extract::find_span;
use thidua_i18n::{editor as words, problems, sentences};

use super::fact_id::FactId;
use super::view::{HighlightSpan, highlighted};

/// Result for one fact.
#[derive(Debug, Clone)]
struct FactComparison {
    fact_id: FactId,
    words: String,
    /// Line of the fact in the source text.
    recorded: u32,
    /// Line on which the fact was checked.
    line: u32,
    is_moved: bool,
    problems: Vec<Problem>,
}

/// Compares a copy with the facts of the article `id`. Returns markup, and a summary in one sentence. `text` is the copy,
/// `sha256` the hash of its bytes. `None` if the corpus has no such article.
pub fn compare_copy(
    corpus: &Corpus,
    id: &str,
    text: &str,
    sha256: &str,
    lang: Lang,
) -> Option<(String, String)> {
    let article = corpus.articles.iter().find(|article| article.id.as_str() == id)?;
    let is_same = article.text.sha256 == sha256;
    // Copies from a PDF or a mail have line breaks inside sentences.
    let joined = (!is_same).then(|| join_lines(text)).filter(|joined| joined.joined > 0);
    let text = joined.as_ref().map_or(text, |joined| joined.text.as_str());
    let lines: Vec<String> = text
        .strip_prefix('\u{FEFF}')
        .unwrap_or(text)
        .split('\n')
        .map(|line| fold_space(&nfc(line)).into_owned())
        .collect();
    let verdicts = verdicts(corpus, article, text, sha256, &lines, is_same);
    let right = verdicts.iter().filter(|verdict| verdict.problems.is_empty()).count();
    let summary = words::copy_summary(right, verdicts.len(), lang);
    let likeness = if is_same { words::copy_exact(lang) } else { words::copy_differs(lang) };
    let html = html! {
        p.own__verdict {
            strong { (if right == verdicts.len() { "✓ " } else { "! " }) (summary) } " " (likeness)
        }
        @if let Some(joined) = &joined { p.note { (words::joined_lines(joined.joined, lang)) } }
        p.note { (words::copy_stays_in_page(lang)) }
        (list(&verdicts, lang))
        h3 { (words::copy_position(lang)) }
        (lines_of(&verdicts, text))
    };
    Some((html.into_string(), format!("{summary} {likeness}")))
}

fn verdicts(
    corpus: &Corpus,
    article: &Article,
    text: &str,
    sha256: &str,
    lines: &[String],
    is_same: bool,
) -> Vec<FactComparison> {
    let mut sources = SourceTexts::default();
    sources.insert(&article.text.file_stem, text, sha256);
    let mut own = article.clone();
    let mut moved = Vec::new();
    if !is_same {
        let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        own.text = TextRef { sha256: sha256.to_owned(), lines: [1, count], excluded: Vec::new(), ..own.text };
        move_to(&mut own, |fact_id, words, line| {
            let there = found_line(lines, words, line);
            if there != line {
                moved.push(fact_id);
            }
            there
        });
    }
    let only = Corpus { articles: vec![own.clone()], ..thidua_extract::admission::without_articles(corpus) };
    let found = verify(&only, &sources).problems;
    // What only makes an archivist doubt is no difference from the print.
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    let of = |list: &'static str, index: usize| -> Vec<Problem> {
        let path = FactPath::article(0).field(list).index(index);
        found.iter().filter(|problem| is_error(problem) && problem.path.starts_with(&path)).cloned().collect()
    };
    let verdict = |fact_id, words: &str, [line, recorded]: [u32; 2], list, index| FactComparison {
        fact_id,
        words: words.to_owned(),
        recorded,
        line,
        is_moved: moved.contains(&fact_id),
        problems: of(list, index),
    };
    let mut verdicts = Vec::new();
    for (i, (f, source)) in own.figures.iter().zip(&article.figures).enumerate() {
        verdicts.push(verdict(FactId::Figure(i), &f.as_written, [f.line, source.line], "figures", i));
    }
    for (i, (m, source)) in own.mentions.iter().zip(&article.mentions).enumerate() {
        verdicts.push(verdict(FactId::Mention(i), &m.as_written, [m.line, source.line], "mentions", i));
    }
    for (i, (p, source)) in own.phases.iter().zip(&article.phases).enumerate() {
        verdicts.push(verdict(FactId::Phase(i), &p.name, [p.line, source.line], "phases", i));
    }
    for (i, (p, source)) in own.people.iter().zip(&article.people).enumerate() {
        verdicts.push(verdict(FactId::Person(i), &p.name, [p.line, source.line], "people", i));
    }
    thidua_core::collections::sort_by_key(&mut verdicts, |v| v.line);
    verdicts
}

/// Sets the line of every fact to the result of `line_of`.
fn move_to(article: &mut Article, mut line_of: impl FnMut(FactId, &str, u32) -> u32) {
    for (i, f) in article.figures.iter_mut().enumerate() {
        f.line = line_of(FactId::Figure(i), &f.as_written, f.line);
    }
    for (i, m) in article.mentions.iter_mut().enumerate() {
        m.line = line_of(FactId::Mention(i), &m.as_written, m.line);
    }
    for (i, p) in article.phases.iter_mut().enumerate() {
        p.line = line_of(FactId::Phase(i), &p.name, p.line);
    }
    for (i, p) in article.people.iter_mut().enumerate() {
        p.line = line_of(FactId::Person(i), &p.name, p.line);
    }
}

/// Returns the line that contains `words`: the recorded one, else the nearest other.
fn found_line(lines: &[String], words: &str, recorded: u32) -> u32 {
    let words = fold_space(&nfc(words)).into_owned();
    let holds =
        |(line, number): &(&String, u32)| *number != recorded && !match_ranges(line, &words).is_empty();
    let index = usize::try_from(recorded).ok().and_then(|n| n.checked_sub(1));
    if index.and_then(|i| lines.get(i)).is_some_and(|line| !match_ranges(line, &words).is_empty()) {
        return recorded;
    }
    let there = lines.iter().zip(1..).filter(holds).map(|(_, number)| number);
    there.min_by_key(|number| number.abs_diff(recorded)).unwrap_or(recorded)
}

fn list(verdicts: &[FactComparison], lang: Lang) -> Markup {
    let wrong: Vec<&FactComparison> = verdicts.iter().filter(|v| !v.problems.is_empty()).collect();
    html! {
        @if !wrong.is_empty() {
            ul.own__wrong {
                @for verdict in wrong {
                    li {
                        span.fact__letter aria-hidden="true" { (verdict.fact_id.letter()) }
                        " “" span lang="vi" { (verdict.words) } "” (" (sentences::line(verdict.line, lang)) "): "
                        @for (i, problem) in verdict.problems.iter().enumerate() {
                            @if i > 0 { "; " }
                            (problems::problem(problem, lang))
                        }
                    }
                }
            }
        }
        @if verdicts.iter().any(|v| v.is_moved && v.problems.is_empty()) {
            p.note { (words::copy_moved(lang)) ": " (verdicts.iter().filter(|v| v.is_moved && v.problems.is_empty()).count()) }
        }
    }
}

/// Renders the lines with facts, which are highlighted.
fn lines_of(verdicts: &[FactComparison], text: &str) -> Markup {
    let lines: Vec<&str> = text.strip_prefix('\u{FEFF}').unwrap_or(text).split('\n').collect();
    let mut spans: BTreeMap<u32, Vec<HighlightSpan>> = BTreeMap::new();
    let mut recorded: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for verdict in verdicts {
        if let Some(place) = find_span(text, verdict.line, &verdict.words) {
            let class = if verdict.problems.is_empty() { "m--taken" } else { "m--doubt" };
            let span = HighlightSpan { start: place.start, end: place.end, fact_id: verdict.fact_id, class };
            spans.entry(verdict.line).or_default().push(span);
            recorded.entry(verdict.line).or_default().push(verdict.recorded.to_string());
        }
    }
    html! {
        div.src.src--own {
            @for (number, spans) in &spans {
                @if let Some(line) = usize::try_from(*number).ok().and_then(|n| lines.get(n.checked_sub(1)?)) {
                    // The lines of the source text that its facts stand on, by which a link to a sentence finds it.
                    @let recorded = recorded.get(number).map_or_else(String::new, |lines| lines.join(" "));
                    div.src__line tabindex="-1" data-recorded=(recorded) {
                        span.src__no { (number) }
                        span.src__text lang="vi" { (highlighted(&nfc(line), spans)) }
                    }
                }
            }
        }
    }
}
