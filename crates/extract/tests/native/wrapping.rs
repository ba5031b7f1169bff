//! Texts whose lines are broken inside sentences are joined or refused; they never give a figure that the original text
//! does not have.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use thidua_core::corpus::{SourceTexts, verify};
use thidua_core::domain::{Comparator, Corpus, Decimal, UnitId};
use thidua_core::text::quantity::QuantityReader;
use thidua_core::text::{broken_lines, fold_space, join_lines};
use thidua_extract::{Context, Draft, SourceInfo, extract, prepare, to_corpus};
use thidua_sample::fixture::sha256;

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let path =
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/extract/test/0-shared.json");
    thidua_core::corpus::load(&fs::read(path).unwrap()).unwrap()
});
static CONTEXT: LazyLock<Context> = LazyLock::new(|| Context::of(&CORPUS));
static COUNTING: LazyLock<QuantityReader> = LazyLock::new(|| QuantityReader::new(&CORPUS.units));

/// Folders of texts with one paragraph per line, and the folder of the seeds if it exists.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let names = ["tests/extract/tuning", "tests/extract/test", "tests/second/texts", "../shared/seeds"];
    let folders: Vec<PathBuf> =
        names.iter().map(|name| root.join(name)).filter(|folder| folder.is_dir()).collect();
    if folders.len() < names.len() {
        eprintln!("../shared/seeds is not there: skipped");
    }
    folders
}

/// All texts with one paragraph per line, by name.
static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let files = folders().into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut texts: Vec<(String, String)> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, prepare(&fs::read_to_string(path).unwrap()).text)
        })
        .collect();
    texts.sort();
    texts
});

#[test]
fn unwrapped_texts_have_no_broken_lines() {
    for (name, text) in TEXTS.iter() {
        let lines: Vec<&str> = text.split('\n').collect();
        let broken = broken_lines(&lines).first().map(|broken| (lines[broken.line], lines[broken.next]));
        assert_eq!(broken, None, "{name}");
    }
}

/// Parameters of wrapping a text.
#[derive(Debug, Clone)]
struct Wrapping {
    width: usize,
    crlf: bool,
    /// Number of lines after which a page number is inserted.
    page: Option<usize>,
    form_feed: bool,
    /// Wraps only the paragraphs whose number has this bit.
    partial: Option<usize>,
    /// Adds a blank line after every line.
    is_double_spaced: bool,
    /// Adds a header to every page.
    has_header: bool,
    is_reply: bool,
}

impl Wrapping {
    fn to(width: usize) -> Wrapping {
        Wrapping {
            width,
            crlf: false,
            page: None,
            form_feed: false,
            partial: None,
            is_double_spaced: false,
            has_header: false,
            is_reply: false,
        }
    }
}

fn wrapping() -> impl Strategy<Value = Wrapping> {
    let page = (proptest::option::of(8_usize..30), any::<bool>(), proptest::bool::weighted(0.2));
    let partial = proptest::option::weighted(0.3, 0_usize..8);
    let rare = (proptest::bool::weighted(0.1), proptest::bool::weighted(0.1));
    (40_usize..=100, any::<bool>(), page, partial, rare).prop_map(
        |(width, crlf, (page, form_feed, has_header), partial, (is_double_spaced, is_reply))| Wrapping {
            width,
            crlf,
            page,
            form_feed,
            partial,
            is_double_spaced,
            has_header,
            is_reply,
        },
    )
}

/// Lines of a paragraph with at most `width` letters each.
fn wrapped_lines(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in paragraph.split(' ') {
        let last = lines.last_mut().unwrap();
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

fn wrap(text: &str, how: &Wrapping) -> String {
    let end = if how.crlf { "\r\n" } else { "\n" };
    let mut out = String::new();
    let (mut count, mut page) = (0, 1);
    for (number, paragraph) in text.split('\n').enumerate() {
        let is_wrapped = how.partial.is_none_or(|bit| number % 3 == bit % 3) && !paragraph.starts_with('|');
        let lines = if is_wrapped { wrapped_lines(paragraph, how.width) } else { vec![paragraph.to_owned()] };
        for line in lines {
            if how.is_reply {
                out.push_str("> ");
            }
            out.push_str(&line);
            out.push_str(end);
            if how.is_double_spaced && !line.is_empty() {
                out.push_str(end);
            }
            count += 1;
            if how.page.is_some_and(|every| count % every == 0) {
                page += 1;
                let form_feed = if how.form_feed { "\u{C}" } else { "" };
                let header =
                    if how.has_header { format!("BÁO CÁO TỔNG KẾT NĂM{end}") } else { String::new() };
                out.push_str(&format!("{end}{page}{end}{form_feed}{header}"));
            }
        }
    }
    out
}

/// A quantity as text: value, unit and bound.
fn reading(
    value: Decimal,
    to: Option<Decimal>,
    unit: Option<&UnitId>,
    bound: (Comparator, Option<&str>),
) -> String {
    let to = to.map_or(String::new(), |to| format!("..{to}"));
    format!("{value}{to} {} {bound:?}", unit.map_or("?", |unit| unit.as_str()))
}

/// Figures of a draft as text.
fn figures(draft: &Draft) -> BTreeSet<String> {
    let facts = draft.figures.iter().map(|found| &found.fact);
    facts.map(|f| reading(f.value, f.value_to, f.unit.as_ref(), (f.comparator, f.word.as_deref()))).collect()
}

/// Every quantity in the lines of a text, as text.
fn quantities_of(text: &str) -> BTreeSet<String> {
    let lines = text.split('\n').flat_map(|line| COUNTING.quantities(&fold_space(line)));
    lines.map(|q| reading(q.value, q.value_to, q.unit.as_ref(), (q.comparator, q.word))).collect()
}

/// Draft of a wrapped text after its lines are joined.
fn joined_draft(wrapped: &str) -> Draft {
    extract(&join_lines(&prepare(wrapped).text).text, &CONTEXT)
}

/// Figures of a wrapped text that verify after its lines are joined, as text.
fn verified_figures(wrapped: &str) -> BTreeSet<String> {
    let joined = join_lines(&prepare(wrapped).text).text;
    verified(&joined, &extract(&joined, &CONTEXT))
}

/// Figures of a draft that verify against its text, as text.
fn verified(text: &str, draft: &Draft) -> BTreeSet<String> {
    let digest = sha256(text.as_bytes());
    let parts =
        SourceInfo { file_stem: "x", sha256: &digest, url: None, title: &CORPUS.title, used_ids: &[] };
    let Some(corpus) = to_corpus(draft, &CONTEXT, &parts) else { return BTreeSet::new() };
    let mut sources = SourceTexts::default();
    sources.insert("x", text, &digest);
    let problems = verify(&corpus, &sources).problems;
    let is_wrong = |index: usize| {
        let path = format!("articles[0].figures[{index}].");
        problems.iter().any(|problem| problem.path.to_string().starts_with(&path))
    };
    let figures = corpus.articles[0].figures.iter().enumerate().filter(|(index, _)| !is_wrong(*index));
    figures
        .map(|(_, f)| reading(f.value, f.value_to, Some(&f.unit), (f.comparator, f.word.as_deref())))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(16), ..ProptestConfig::with_cases(800) })]

    #[test]
    fn joined_text_gives_no_figure_that_the_original_does_not_have(index in 0_usize..1000, how in wrapping()) {
        let (name, text) = &TEXTS[index % TEXTS.len()];
        let existing = quantities_of(text);
        for figure in verified_figures(&wrap(text, &how)) {
            prop_assert!(existing.contains(&figure), "{name}: {figure}");
        }
    }

    /// Also without joining, as in corpora of earlier versions.
    #[test]
    fn wrong_figures_of_a_wrapped_text_do_not_verify(index in 0_usize..1000, how in wrapping()) {
        let (name, text) = &TEXTS[index % TEXTS.len()];
        let existing = quantities_of(text);
        let wrapped = prepare(&wrap(text, &how)).text;
        for figure in verified(&wrapped, &extract(&wrapped, &CONTEXT)) {
            prop_assert!(existing.contains(&figure), "{name}: {figure}");
        }
    }
}

/// A joined text is not detected as broken again (measured minimum).
#[test]
fn joining_is_idempotent() {
    let (mut once_is_enough, mut all) = (0, 0);
    for (_, text) in TEXTS.iter() {
        for width in 40..=100 {
            let once = join_lines(&prepare(&wrap(text, &Wrapping::to(width))).text);
            once_is_enough += usize::from(join_lines(&once.text).joined == 0);
            all += 1;
        }
    }
    assert!(once_is_enough * 100 >= all * 99, "{once_is_enough} of {all}");
}

/// Joining gives the facts of the unwrapped text (measured minimum).
#[test]
fn joined_texts_have_the_figures_of_the_original() {
    let (mut same, mut all) = (0, 0);
    for (name, text) in TEXTS.iter() {
        let whole = figures(&extract(text, &CONTEXT));
        for width in (40..=100).step_by(3) {
            let page = (width % 2 == 0).then_some(11);
            let form_feed = width % 4 == 0;
            let how = Wrapping { page, form_feed, ..Wrapping::to(width) };
            let joined = figures(&joined_draft(&wrap(text, &how)));
            if joined != whole {
                println!("{name} {width}: {:?}", joined.symmetric_difference(&whole).collect::<Vec<_>>());
            }
            same += usize::from(joined == whole);
            all += 1;
        }
    }
    println!("{same} of {all}");
    assert!(same * 100 >= all * 98, "{same} of {all}");
}
