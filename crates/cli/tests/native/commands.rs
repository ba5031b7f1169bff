//! Command line: exit codes, reports, attestation.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use thidua_sample::{Recipe, fixture, sample};

pub fn thidua(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .unwrap()
}

pub fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Creates a folder with the fixture: `corpus.json` and `texts/`.
pub fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("corpus.json"), fixture::json_text()).unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    fs::write(folder.path().join("texts").join(format!("{}.txt", fixture::STEM)), fixture::TEXT).unwrap();
    folder
}

pub fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

fn break_a_figure(corpus: &Path) {
    let text = fs::read_to_string(corpus).unwrap();
    fs::write(corpus, text.replacen("\"value\": \"95\"", "\"value\": \"96\"", 1)).unwrap();
}

#[test]
fn valid_corpus_passes_validate_and_verify() {
    let folder = folder();
    let corpus = path(&folder, "corpus.json");
    let output = thidua(&["validate", "--corpus", &corpus]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert!(stdout(&output).contains("the corpus is valid: 1 articles, 10 figures"));
    let output = thidua(&["verify", "--corpus", &corpus, "--sources", &path(&folder, "texts")]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert!(stdout(&output).starts_with("verified: 1 of 1 articles; 10 figures"));
    assert_eq!(stderr(&output), "");
}

#[test]
fn problems_are_printed_one_per_line_with_exit_code_1() {
    let folder = folder();
    break_a_figure(&folder.path().join("corpus.json"));
    let corpus = path(&folder, "corpus.json");
    let arguments = ["verify", "--corpus", &corpus, "--sources", &path(&folder, "texts")];
    let output = thidua(&arguments);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<&str> = stdout(&output).lines().collect();
    assert_eq!(
        lines[0],
        "lang-may.txt:5: articles[0].figures[4].value: not what is printed (expected 95, found 96)"
    );
    assert!(lines[1].starts_with("1 error; NOT verified: 0 of 1 articles; 9 figures"), "{}", lines[1]);

    let output = thidua(&[&arguments[..], &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["verified"], false);
    assert_eq!(report["problems"][0]["path"], "articles[0].figures[4].value");
    assert_eq!(report["problems"][0]["severity"], "error");
}

#[test]
fn attestation_is_written_only_if_everything_verifies() {
    let folder = folder();
    let (corpus, texts, attestation) =
        (path(&folder, "corpus.json"), path(&folder, "texts"), path(&folder, "attestation.json"));
    let arguments = ["verify", "--corpus", &corpus, "--sources", &texts, "--attestation", &attestation];
    assert_eq!(thidua(&arguments).status.code(), Some(0));
    let written: Value = serde_json::from_slice(&fs::read(&attestation).unwrap()).unwrap();
    assert_eq!(written["schema_version"], 2);
    assert_eq!(written["articles"][0]["checked"]["figures"], 10);
    fs::remove_file(&attestation).unwrap();
    break_a_figure(Path::new(&corpus));
    assert_eq!(thidua(&arguments).status.code(), Some(1));
    assert!(!Path::new(&attestation).exists());
}

#[test]
fn missing_files_give_exit_code_1_or_2() {
    let folder = folder();
    let corpus = path(&folder, "corpus.json");
    // A missing text is an error in the data, a missing folder or document is not.
    fs::remove_file(folder.path().join("texts").join(format!("{}.txt", fixture::STEM))).unwrap();
    let output = thidua(&["verify", "--corpus", &corpus, "--sources", &path(&folder, "texts")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("the source text is missing"));
    for (arguments, said) in [
        (vec!["verify", "--corpus", &corpus, "--sources", &path(&folder, "none")], "is not a folder"),
        (vec!["validate", "--corpus", &path(&folder, "none.json")], "cannot read"),
        (vec!["validate", "--corpus", &path(&folder, "texts")], "no corpus documents"),
        (vec!["fly"], "fly"),
    ] {
        let output = thidua(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
}

#[test]
fn unreadable_document_gives_exit_code_2_and_its_position() {
    let folder = folder();
    let file = folder.path().join("bad.json");
    let text = fixture::json_text();
    for (bytes, said) in [
        (text.get(..1000).unwrap_or_default().as_bytes().to_vec(), "cut off"),
        (b"nope".to_vec(), "line 1, column 2: not JSON"),
        (
            text.replacen("\"schema_version\": 1", "\"schema_version\": 2", 1).into_bytes(),
            "this program reads 1",
        ),
        (text.replacen("\"lines\"", "\"lynes\"", 1).into_bytes(), "articles[0].text.lynes: unknown field"),
        (vec![b' '; thidua_core::corpus::MAX_BYTES + 1], "more than the"),
    ] {
        fs::write(&file, bytes).unwrap();
        let output = thidua(&["validate", "--corpus", &path(&folder, "bad.json")]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            stderr(&output).contains("bad.json") && stderr(&output).contains(said),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn unreadable_or_missing_source_text_does_not_verify() {
    let folder = folder();
    let corpus = path(&folder, "corpus.json");
    fs::write(folder.path().join("texts").join(format!("{}.txt", fixture::STEM)), b"\xff\xfe").unwrap();
    let output = thidua(&["verify", "--corpus", &corpus, "--sources", &path(&folder, "texts")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("not UTF-8"), "{}", stdout(&output));

    fs::write(folder.path().join("secret.txt"), fixture::TEXT).unwrap();
    let elsewhere =
        fixture::json_text().replacen("\"file_stem\": \"lang-may\"", "\"file_stem\": \"../secret\"", 1);
    fs::write(&corpus, elsewhere).unwrap();
    let output = thidua(&["verify", "--corpus", &corpus, "--sources", &path(&folder, "texts")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("not the plain name of a file"), "{}", stdout(&output));
    assert!(stdout(&output).contains("0 figures"));
}

#[test]
fn documents_of_a_folder_are_merged_by_id() {
    let folder = folder();
    let parts = folder.path().join("parts");
    fs::create_dir(&parts).unwrap();
    fs::write(parts.join("a.json"), fixture::json_text()).unwrap();
    fs::write(parts.join("b.json"), fixture::json_text()).unwrap();
    fs::write(parts.join("corpus.schema.json"), "{}").unwrap();
    let arguments = ["validate", "--corpus", &path(&folder, "parts")];
    let output = thidua(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    break_a_figure(&parts.join("b.json"));
    let output = thidua(&arguments);
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert!(said.contains("lang-may-2023") && said.contains("a.json") && said.contains("b.json"), "{said}");
}

#[test]
fn published_schema_is_current() {
    let output = thidua(&["schema"]);
    assert_eq!(output.status.code(), Some(0));
    let published = fs::read_to_string(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("public/corpus.schema.json"),
    )
    .unwrap();
    assert!(
        stdout(&output) == published,
        "public/corpus.schema.json is old: run `thidua schema > public/corpus.schema.json`"
    );
    let schema: Value = serde_json::from_str(&published).unwrap();
    assert_eq!(schema["properties"]["schema_version"]["const"], 1);
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn chart_writes_svg_files_with_sources_and_links() {
    let folder = TempDir::new().unwrap();
    let out = path(&folder, "charts");
    let arguments = [
        "chart",
        "--article",
        "bac-tu-liem-5-nam-suc-bat",
        "--drawings",
        "--site",
        "https://example.org/kho/",
    ];
    let output = thidua(&[&arguments[..], &["--out", &out]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let mut names: Vec<String> =
        fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let pictures: Vec<&String> =
        names.iter().filter(|n| !n.contains("narrow") && !n.contains("wide")).collect();
    assert!(pictures.len() >= 3 && names.len() == 3 * pictures.len(), "{names:?}");
    assert_eq!(stdout(&output).lines().count(), names.len(), "one line a file: {}", stdout(&output));
    for name in names {
        let text = fs::read_to_string(Path::new(&out).join(&name)).unwrap();
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(text.contains("https://example.org/kho/so-lieu/"), "{name} leads to its evidence");
    }
}

#[test]
fn chart_explains_why_there_is_no_chart() {
    let folder = TempDir::new().unwrap();
    let draw = |what: &[&str]| {
        let out = path(&folder, "out");
        thidua(&[&["chart", "--out", &out], what].concat())
    };
    let output = draw(&["--organisation", "ldld-son-tay", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        stdout(&output).starts_with("no chart: Each figure here counts something else"),
        "{}",
        stdout(&output)
    );
    let output = draw(&["--figures", "don-vi=ldld-son-tay&dem=role-model"]);
    assert!(stdout(&output).starts_with("no chart: There is one figure only"), "{}", stdout(&output));
    assert_eq!(stdout(&draw(&["--figures", "nam=1900"])), "no chart: there are no figures\n");
    let output = draw(&["--campaign", "no-such-campaign"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no-such-campaign"), "{}", stderr(&output));
    assert_eq!(draw(&["--timeline", "--campaign", "x"]).status.code(), Some(2), "one choice at a time");
}

#[test]
fn every_fact_of_a_sample_corpus_verifies() {
    let folder = TempDir::new().unwrap();
    let recipe = Recipe { articles: 40, seed: 5, bodies: true };
    let made = sample(&recipe, &[]);
    fs::write(path(&folder, "corpus.json"), serde_json::to_vec(&made.corpus).unwrap()).unwrap();
    let texts = path(&folder, "texts");
    fs::create_dir(&texts).unwrap();
    for (stem, text) in &made.texts {
        fs::write(Path::new(&texts).join(format!("{stem}.txt")), text).unwrap();
    }
    let output = thidua(&["verify", "--corpus", &path(&folder, "corpus.json"), "--sources", &texts]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn search_prints_results_and_explanations() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json");
    let found = thidua(&["search", "cong nhan gioi", "--corpus", corpus, "--explain"]);
    assert_eq!(found.status.code(), Some(0));
    let text = stdout(&found);
    assert!(text.starts_with("5 of 5 articles\n"), "{text}");
    assert!(text.contains("PhraseInName, score ") && text.contains("[Công nhân giỏi]"), "{text}");
    let nothing = thidua(&["search", "xyzq", "--corpus", corpus]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(stdout(&nothing).contains("note: "), "{}", stdout(&nothing));
}
