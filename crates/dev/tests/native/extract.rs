//! Extraction of the labelled articles: drafts verify, the measured quality does not fall, and hostile texts cause no
//! panic.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use proptest::prelude::*;

use thidua_core::corpus::{Severity, SourceTexts, validate, verify};
use thidua_core::domain::Bilingual;
use thidua_core::text::nfc;
use thidua_dev::eval::evaluate_folder;
use thidua_extract::{Context, DiagnosticKind, Draft, SourceInfo, TextSpan, extract, to_corpus};
use thidua_sample::fixture::{self, sha256};

static CONTEXT: LazyLock<Context> = LazyLock::new(Context::default);

/// Folders of labelled articles, and the folder of the seeds if it exists.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let folders =
        [root.join("tests/extract/tuning"), root.join("tests/extract/test"), root.join("../shared/seeds")];
    folders.into_iter().filter(|folder| folder.is_dir()).collect()
}

fn texts() -> Vec<(String, String)> {
    let files = folders().into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut texts: Vec<(String, String)> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| {
            (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())
        })
        .collect();
    texts.sort();
    texts
}

#[test]
fn drafts_of_labelled_articles_are_valid_and_verify() {
    let context = &*CONTEXT;
    let title = Bilingual { vi: "Thử".to_owned(), en: "Test".to_owned() };
    let mut drafted = 0;
    for (stem, text) in texts() {
        let draft = extract(&text, context);
        let digest = sha256(text.as_bytes());
        let parts = SourceInfo { file_stem: &stem, sha256: &digest, url: None, title: &title, used_ids: &[] };
        let Some(corpus) = to_corpus(&draft, context, &parts) else { continue };
        let mut sources = SourceTexts::default();
        sources.insert(&stem, &text, &digest);
        let mut problems = validate(&corpus);
        problems.extend(verify(&corpus, &sources).problems);
        problems.retain(|problem| problem.severity == Severity::Error);
        assert_eq!(problems, [], "{stem}");
        drafted += 1;
    }
    assert!(drafted >= 12, "{drafted}");
}

/// Measured minimum of precision and recall of figures, of quoted campaigns, and of articles whose lines are exact.
#[test]
fn extraction_quality_does_not_fall() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let (test, tuning) = (root.join("tests/extract/test"), root.join("tests/extract/tuning"));
    let seeds = (root.join("public/corpus.json"), root.join("../shared/seeds"));
    let sets = [
        ("test", test.clone(), test, [0.97, 0.97, 1.0, 1.0], 14),
        ("tuning", tuning.clone(), tuning, [1.0, 1.0, 1.0, 1.0], 17),
        ("seeds", seeds.0, seeds.1, [1.0, 1.0, 1.0, 1.0], 5),
    ];
    for (name, labels, folder, floor, exact) in sets {
        if !folder.is_dir() {
            continue;
        }
        let score = evaluate_folder(&labels, &folder).unwrap();
        let (figures, quoted) = (&score.facts["figures"], &score.facts["quoted_campaigns"]);
        let measured = [figures.precision(), figures.recall(), quoted.precision(), quoted.recall()];
        for (measured, floor) in measured.iter().zip(floor) {
            assert!(*measured >= floor, "{name}: {measured:?}: {figures:?} {quoted:?}");
        }
        assert!(score.exact_lines.right >= exact, "{name}: {:?}", score.exact_lines.wrong);
    }
}

#[test]
fn very_long_line_is_reported_and_read_in_time() {
    let head = "LĐLĐ quận Mây thi đua\n\nNăm 2022, LĐLĐ quận Mây phát động phong trào “Lao động giỏi” trong đoàn viên.\n";
    let book = format!("{head}{}\n", "trong đó 9.999 người và 12 “Lao động giỏi” ".repeat(20_000));
    let start = std::time::Instant::now();
    let draft = extract(&book, &CONTEXT);
    assert!(
        draft.diagnostics.iter().any(|d| d.kind == DiagnosticKind::LongLine && d.span.unwrap().line == 4)
    );
    assert_eq!(draft.mentions.len(), 1);
    assert!(start.elapsed().as_secs() < 60, "a megabyte took {:?}", start.elapsed());
}

#[test]
fn articles_of_other_genres_have_no_facts() {
    let others: Vec<String> = texts()
        .into_iter()
        .filter(|(stem, _)| ["bong-da", "thoi-tiet", "mua-lu"].iter().any(|s| stem.starts_with(s)))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(others.len(), 3);
    for text in others {
        let draft = extract(&text, &CONTEXT);
        assert!(draft.mentions.is_empty() && draft.figures.is_empty() && draft.phases.is_empty());
        assert!(draft.diagnostics.iter().any(|d| d.kind == DiagnosticKind::OtherGenre));
        assert!(draft.headline.is_some());
    }
}

/// Every span of a draft, with the words that it should contain.
fn spans(draft: &Draft) -> Vec<(TextSpan, String)> {
    let mut spans: Vec<(TextSpan, String)> = Vec::new();
    spans.extend(
        draft.headline.iter().chain(&draft.kicker).chain(&draft.byline).map(|f| (f.span, f.words.clone())),
    );
    spans.extend(draft.organisations.iter().map(|f| (f.span, f.words.clone())));
    spans.extend(draft.people.iter().map(|f| (f.span, f.words.clone())));
    spans.extend(draft.mentions.iter().map(|f| (f.span, f.words.clone())));
    spans.extend(draft.phases.iter().map(|f| (f.span, f.words.clone())));
    spans.extend(draft.figures.iter().map(|f| (f.span, f.words.clone())));
    spans.extend(draft.left_out.iter().map(|f| (f.span, f.words.clone())));
    spans
}

/// Asserts that every span is inside its line and contains its words, apart from white space.
fn assert_spans(text: &str, draft: &Draft) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines: Vec<String> = text.split('\n').map(|line| nfc(line).into_owned()).collect();
    for (span, words) in spans(draft) {
        let line = &lines[span.line as usize - 1];
        let (start, end) = (span.start as usize, span.end as usize);
        let printed: String = line.chars().skip(start).take(end - start).collect();
        let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(bare(&printed), bare(&words), "line {}", span.line);
    }
    for diagnostic in draft.diagnostics.iter().filter_map(|d| d.span) {
        assert!(diagnostic.end as usize <= lines[diagnostic.line as usize - 1].chars().count());
    }
}

#[test]
fn spans_contain_their_words() {
    for (_, text) in texts() {
        assert_spans(&text, &extract(&text, &CONTEXT));
    }
}

/// Pieces from which hostile texts are combined: everything that the rules look for, and invalid or unusual Unicode.
const PIECES: [&str; 54] = [
    "Năm ",
    "LĐLĐ quận ",
    "Hà Đông",
    "phong trào ",
    "thi đua ",
    "hội thi ",
    "danh hiệu ",
    "“",
    "”",
    "\"",
    "''",
    "«",
    "Lao động giỏi",
    "đợt 1 ",
    "từ 1/1/2022 đến 30/6/2022",
    "chủ đề ",
    "trên ",
    "ít nhất ",
    "7",
    "95",
    "2022",
    "3.015 ",
    "78/82 ",
    "1,2 tỉ đồng",
    "triệu ",
    "cá nhân",
    "tập thể",
    ", trong đó có ",
    "%",
    "/",
    ".",
    ". ",
    ": ",
    "\n",
    "\n\n",
    "Ông Hà Văn Hải – Chủ tịch ",
    "| ",
    "![]()",
    "Tin khác",
    "(LĐTĐ) ",
    "hai ",
    "mươi ",
    "người",
    "\u{301}",
    "\u{31B}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{202E}",
    "İ",
    "ß",
    "🎉",
    "\u{0}",
    "\t",
    "\r",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn extraction_accepts_hostile_text(text in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..80)) {
        let text = text.concat();
        assert_spans(&text, &extract(&text, &CONTEXT));
    }

    #[test]
    fn extraction_accepts_any_characters(text in "\\PC{0,200}|(?s).{0,200}") {
        assert_spans(&text, &extract(&text, &CONTEXT));
    }
}

#[test]
fn eval_of_an_empty_folder_fails() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("corpus.json"), fixture::json_text()).unwrap();
    let output =
        Command::new(env!("CARGO_BIN_EXE_thidua-dev")).arg("eval").arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing was compared"), "{output:?}");
}
