//! Printed quantities from text to verification: drafts, verification and manual selection agree.

use std::sync::LazyLock;

use thidua_core::corpus::{Severity, SourceTexts, validate, verify};
use thidua_core::domain::{Bilingual, Comparator, Corpus, Decimal, Figure, Lang};
use thidua_core::text::numbers;
use thidua_extract::{Context, Draft, ManualSelection, SourceInfo, TextSpan, extract, to_corpus};
use thidua_sample::fixture::sha256;

static CONTEXT: LazyLock<Context> = LazyLock::new(Context::default);
const STEM: &str = "song-mo";
/// Line of the phrase, from 1.
const LINE: u32 = 5;

/// Rows of the table: printed words and the expected reading.
fn rows() -> Vec<(&'static str, &'static str)> {
    let table = include_str!("../../../../tests/extract/quantities.tsv");
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').unwrap()).collect()
}

fn text(phrase: &str) -> String {
    format!(
        "LĐLĐ huyện Sông Mơ: Sôi nổi phong trào thi đua\n\nNăm 2023, Liên đoàn Lao động huyện Sông Mơ phát động phong \
         trào “Lao động giỏi, lao động sáng tạo” với 7 sáng kiến và 9 triệu đồng, 8% lương.\n\nKết quả, toàn huyện có \
         {phrase} được công nhận trong năm.\n"
    )
}

fn corpus(text: &str, draft: &Draft) -> Corpus {
    let title = Bilingual { vi: "Thử".to_owned(), en: "Test".to_owned() };
    let parts = SourceInfo {
        file_stem: STEM,
        sha256: &sha256(text.as_bytes()),
        url: None,
        title: &title,
        used_ids: &[],
    };
    to_corpus(draft, &CONTEXT, &parts).expect("the draft has a headline and an organisation")
}

/// Returns whether a corpus verifies against its text.
fn verifies(corpus: &Corpus, text: &str) -> bool {
    let mut sources = SourceTexts::default();
    sources.insert(STEM, text, &sha256(text.as_bytes()));
    let mut problems = validate(corpus);
    problems.extend(verify(corpus, &sources).problems);
    !problems.iter().any(|problem| problem.severity == Severity::Error)
}

fn described(figure: &Figure) -> String {
    format!("{} {}", figure.value, serde_json::to_value(figure.comparator).unwrap().as_str().unwrap())
}

#[test]
fn printed_quantities_are_read_whole_or_reported() {
    for (phrase, expected) in rows() {
        let text = text(phrase);
        let draft = extract(&text, &CONTEXT);
        let all = corpus(&text, &draft);
        let found: Vec<String> =
            all.articles[0].figures.iter().filter(|f| f.line == LINE).map(described).collect();
        let is_reported = draft.diagnostics.iter().any(|d| d.span.is_some_and(|span| span.line == LINE));
        match expected {
            "doubt" => assert!(found.is_empty() && is_reported, "{phrase}: {found:?}, doubt {is_reported}"),
            "nothing" => {
                assert!(found.is_empty() && !is_reported, "{phrase}: {found:?}, doubt {is_reported}")
            }
            expected => assert_eq!(found, expected.split(", ").collect::<Vec<_>>(), "{phrase}"),
        }
        assert!(verifies(&all, &text), "{phrase}: what is drafted does not verify");
    }
}

/// Every part of a phrase that starts and ends at a word boundary or after a sign.
fn partial_phrases(phrase: &str) -> Vec<&str> {
    let begins = |pos: usize| {
        pos == 0 || phrase.split_at(pos).0.ends_with([' ', '.', '(', '\'', '’', '·', '-', '–', '~', '>'])
    };
    let ends = |pos: usize| phrase.split_at(pos).1.starts_with([' ', ')', '.', ',', '+']);
    let positions = || phrase.char_indices().map(|(pos, _)| pos);
    positions()
        .filter(|pos| begins(*pos))
        .flat_map(|start| {
            positions()
                .filter(move |pos| *pos > start && ends(*pos))
                .chain([phrase.len()])
                .map(move |end| start..end)
        })
        .filter_map(|range| phrase.get(range))
        .collect()
}

#[test]
fn verification_refuses_every_partial_quantity() {
    let mut tried = 0;
    for (phrase, _) in rows() {
        let text = text(phrase);
        let mut all = corpus(&text, &extract(&text, &CONTEXT));
        let figures = std::mem::take(&mut all.articles[0].figures);
        let template = figures.iter().find(|figure| figure.line == 3).unwrap().clone();
        let right: Vec<Figure> = figures.into_iter().filter(|figure| figure.line == LINE).collect();
        for words in partial_phrases(phrase) {
            let printed = numbers(words, Lang::Vi).into_iter().map(|number| number.value);
            // Validation refuses a fractional count.
            let printed = printed.filter(|value| value.rounded(0) == *value);
            let spelled = [2u32, 3, 5, 10, 20, 50, 53, 100, 200, 250, 500, 1_000_000].map(Decimal::from);
            for value in printed.chain(spelled) {
                for comparator in [Comparator::Eq, Comparator::Approx] {
                    for unit in all.units.iter().map(|unit| unit.id.clone()) {
                        let figure = Figure {
                            id: "part".into(),
                            value,
                            value_to: None,
                            comparator,
                            unit,
                            word: None,
                            as_written: words.to_owned(),
                            when: None,
                            when_as_written: None,
                            levels: Vec::new(),
                            line: LINE,
                            ..template.clone()
                        };
                        let is_right = right.iter().any(|right| {
                            (right.value, right.comparator, &right.unit) == (value, comparator, &figure.unit)
                        });
                        all.articles[0].figures.extend((!is_right).then_some(figure));
                    }
                }
            }
        }
        let mut sources = SourceTexts::default();
        sources.insert(STEM, &text, &sha256(text.as_bytes()));
        let report = verify(&all, &sources);
        for (index, figure) in all.articles[0].figures.iter().enumerate() {
            let path = format!("articles[0].figures[{index}].");
            let refused = report.problems.iter().any(|problem| problem.path.to_string().starts_with(&path));
            if report.counts.figures > 0 {
                assert!(refused, "{phrase}: “{}” verifies as {}", figure.as_written, described(figure));
            }
        }
        tried += all.articles[0].figures.len();
    }
    assert!(tried > 10_000, "{tried}");
}

#[test]
fn selection_of_a_part_gives_the_whole_quantity_or_none() {
    for (phrase, expected) in rows() {
        let text = text(phrase);
        let drafted = extract(&text, &CONTEXT);
        let wholes: Vec<_> = drafted.figures.iter().filter(|figure| figure.span.line == LINE).collect();
        let before = u32::try_from("Kết quả, toàn huyện có ".chars().count()).unwrap();
        let length = u32::try_from(phrase.chars().count()).unwrap();
        for start in 0..length {
            for end in start + 1..=length.min(start + 6) {
                let span = TextSpan { line: LINE, start: before + start, end: before + end };
                let Some(chosen) = ManualSelection::new(&text, span, &CONTEXT) else { continue };
                let Ok(figure) = chosen.figure() else { continue };
                let drafted_too = wholes.iter().any(|whole| {
                    (whole.fact.value, whole.fact.comparator) == (figure.fact.value, figure.fact.comparator)
                });
                assert!(drafted_too, "{phrase}: {} gives {}", chosen.words(), figure.words);
            }
        }
        assert!(expected != "doubt" || wholes.is_empty(), "{phrase}");
    }
}
