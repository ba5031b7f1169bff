//! File names: Unicode forms, and ids and names that are valid on every system.

use std::fs;
use std::path::Path;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use thidua_core::corpus::{Severity, validate};
use thidua_core::domain::{Corpus, MAX_ID_LENGTH, is_reserved_name};
use thidua_extract::{Context, SourceInfo, extract, to_corpus};
use thidua_sample::fixture;

use crate::commands::{folder, path, stderr, stdout, thidua};

/// Names in NFC, of Vietnamese and of other scripts.
const NAMES: [&str; 4] = ["Bài viết Đống Đa", "Nguyễn Ưng ốẫ", "Müller Ångström", "한국"];

/// Runs `verify` with different names of a source text on disk and in the corpus.
fn verified(in_corpus: &str, on_disk: &str) -> (Option<i32>, String) {
    let folder = folder();
    let texts = folder.path().join("texts");
    fs::rename(texts.join(format!("{}.txt", fixture::STEM)), texts.join(format!("{on_disk}.txt"))).unwrap();
    let stem = serde_json::to_string(in_corpus).unwrap();
    let document =
        fixture::json_text().replace("\"file_stem\": \"lang-may\"", &format!("\"file_stem\": {stem}"));
    fs::write(folder.path().join("corpus.json"), document).unwrap();
    let arguments =
        ["verify", "--corpus", &path(&folder, "corpus.json"), "--sources", &path(&folder, "texts")]
            .map(str::to_owned);
    let output = thidua(&arguments.each_ref().map(String::as_str));
    (output.status.code(), format!("{}{}", stdout(&output), stderr(&output)))
}

fn nfd(name: &str) -> String {
    name.nfd().collect()
}

#[test]
fn source_text_is_found_in_any_unicode_form_of_its_name() {
    for name in NAMES {
        for (in_corpus, on_disk) in [
            (name.to_owned(), nfd(name)),
            (nfd(name), name.to_owned()),
            (nfd(name), nfd(name)),
            (name.to_owned(), name.to_owned()),
        ] {
            let (code, said) = verified(&in_corpus, &on_disk);
            assert_eq!(code, Some(0), "{in_corpus:?} on disk {on_disk:?}: {said}");
        }
    }
}

#[test]
fn two_source_texts_of_one_name_are_an_error() {
    let folder = folder();
    let texts = folder.path().join("texts");
    fs::write(texts.join("Bài.txt"), fixture::TEXT).unwrap();
    fs::write(texts.join(format!("{}.txt", nfd("Bài"))), fixture::TEXT).unwrap();
    let document = fixture::json_text().replace("\"file_stem\": \"lang-may\"", "\"file_stem\": \"Bài\"");
    fs::write(folder.path().join("corpus.json"), document).unwrap();
    let output =
        thidua(&["verify", "--corpus", &path(&folder, "corpus.json"), "--sources", &path(&folder, "texts")]);
    if cfg!(target_os = "linux") {
        assert_eq!(output.status.code(), Some(1));
        assert!(stdout(&output).contains("several files have this name"), "{}", stdout(&output));
    }
}

#[test]
fn missing_source_text_is_reported_and_a_doubled_ending_is_named() {
    let (code, said) = verified("lang-may", "lang-gio");
    assert!(code == Some(1) && said.contains("the source text is missing"), "{said}");
    let (code, said) = verified("lang-may", "lang-may.txt");
    assert!(code == Some(1) && said.contains("is the ending .txt written twice?"), "{said}");
    let (code, said) = verified("lang-may", "Lang-May");
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn unreadable_source_text_does_not_affect_the_others() {
    let folder = folder();
    let text = folder.path().join("texts").join(format!("{}.txt", fixture::STEM));
    fs::remove_file(&text).unwrap();
    fs::create_dir(&text).unwrap();
    let output =
        thidua(&["verify", "--corpus", &path(&folder, "corpus.json"), "--sources", &path(&folder, "texts")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("the source text is missing"), "{}", stdout(&output));
}

fn errors_of(corpus: &Corpus) -> Vec<String> {
    validate(corpus)
        .into_iter()
        .filter(|p| p.severity == Severity::Error)
        .map(|p| p.path.to_string())
        .collect()
}

/// Returns all names that are reserved by Windows and are valid slugs.
fn reserved_slugs() -> Vec<String> {
    let ports = ["com", "lpt"].into_iter().flat_map(|port| (0..=9).map(move |n| format!("{port}{n}")));
    ["con", "prn", "aux", "nul"].into_iter().map(str::to_owned).chain(ports).collect()
}

/// Returns the fixture with one id replaced, for each kind of thing that has a page, and the path of the id.
fn with_id(id: &str) -> [(Corpus, String); 5] {
    let renamed = |change: &dyn Fn(&mut Value), path: &str| {
        let mut document = fixture::document();
        change(&mut document);
        (serde_json::from_value(document).unwrap(), path.to_owned())
    };
    [
        renamed(&|d| d["articles"][0]["id"] = id.into(), "articles[0].id"),
        renamed(&|d| d["articles"][0]["figures"][0]["id"] = id.into(), "articles[0].figures[0].id"),
        renamed(
            &|d| {
                let text = d.to_string().replace("\"kheo-tay\"", &format!("{id:?}"));
                *d = serde_json::from_str(&text).unwrap();
            },
            "campaigns[1].id",
        ),
        renamed(
            &|d| {
                let text = d.to_string().replace("\"hoi-tho\"", &format!("{id:?}"));
                *d = serde_json::from_str(&text).unwrap();
            },
            "organisations[1].id",
        ),
        renamed(&|d| d["redirects"][id] = "tay-tho-vang".into(), &format!("redirects.{id}")),
    ]
}

#[test]
fn ids_reserved_by_windows_are_refused_for_every_kind_of_page() {
    for id in reserved_slugs() {
        for (corpus, path) in with_id(&id) {
            assert_eq!(errors_of(&corpus), [path], "{id}");
        }
    }
    for id in ["con-1", "com10", "conx", "aux-cong-doan", "com"] {
        for (corpus, path) in with_id(id) {
            assert_eq!(errors_of(&corpus), Vec::<String>::new(), "{id} at {path}");
        }
    }
}

#[test]
fn ids_have_a_maximum_length() {
    for (length, is_fine) in
        [(1, true), (MAX_ID_LENGTH, true), (MAX_ID_LENGTH + 1, false), (256, false), (300, false)]
    {
        for (corpus, path) in with_id(&"a".repeat(length)) {
            assert_eq!(errors_of(&corpus), if is_fine { vec![] } else { vec![path] }, "{length}");
        }
    }
    let changes: [fn(&mut Corpus, &str); 2] =
        [|c, id| c.units[0].id = id.into(), |c, id| c.sources[0].id = id.into()];
    for change in changes {
        let mut corpus = fixture::corpus();
        change(&mut corpus, &"a".repeat(300));
        assert!(validate(&corpus).iter().any(|p| p.code.to_string().contains("too long")));
    }
}

#[test]
fn source_text_names_must_be_valid_on_every_system() {
    let long = "ệ".repeat(90);
    let cases: Vec<&str> = vec![
        "con", "CON", "con.bai", "aux ", "lpt1", "com¹", "a.", "a ", " a", "..", ".", "a/b", "a\\b", "a:b",
        "a*b", "a?b", "a<b", "a|b", "a\"b", "~$bai", ".an", &long,
    ];
    for stem in cases {
        let mut corpus = fixture::corpus();
        corpus.articles[0].text.file_stem = stem.to_owned();
        assert_eq!(errors_of(&corpus), ["articles[0].text.file_stem"], "{stem:?}");
    }
    for stem in ["Bài viết Đống Đa", "a.b", "con-1", "2022 (1)", "a, b; c", "@x", "a~b"] {
        let mut corpus = fixture::corpus();
        corpus.articles[0].text.file_stem = stem.to_owned();
        assert_eq!(errors_of(&corpus), Vec::<String>::new(), "{stem:?}");
    }
}

#[test]
fn source_text_names_that_differ_only_in_case_are_refused() {
    let mut document = fixture::document();
    let mut twin = document["articles"][0].clone();
    twin["id"] = "khac".into();
    twin["figures"] = Value::Array(Vec::new());
    twin["text"]["file_stem"] = "LANG-may".into();
    twin["text"]["sha256"] = "0".repeat(64).into();
    document["articles"].as_array_mut().unwrap().push(twin);
    let corpus: Corpus = serde_json::from_value(document).unwrap();
    assert_eq!(errors_of(&corpus), ["articles[1].text.file_stem"]);
}

/// Returns the ids that are generated from a text.
fn made_ids(text: &str) -> Vec<String> {
    let context = Context::default();
    let title = thidua_core::domain::Bilingual { vi: "a".into(), en: "a".into() };
    let parts = SourceInfo { file_stem: "a", sha256: "", url: None, title: &title, used_ids: &[] };
    let corpus = to_corpus(&extract(text, &context), &context, &parts).expect(text);
    let campaigns = corpus.campaigns.iter().map(|c| c.id.to_string());
    let organisations = corpus.organisations.iter().map(|o| o.id.to_string());
    let articles = corpus.articles.iter().map(|a| a.id.to_string());
    let figures = corpus.articles.iter().flat_map(|a| &a.figures).map(|f| f.id.to_string());
    campaigns.chain(organisations).chain(articles).chain(figures).collect()
}

#[test]
fn generated_ids_are_valid_on_every_system() {
    let long = "sáng tạo đổi mới ".repeat(8);
    for name in ["Con", "Aux", "Nul", "Com1", "LPT9", long.trim(), "“”"] {
        let text = format!(
            "LĐLĐ quận Cầu Mây: Thi đua\n\nNăm 2023, LĐLĐ quận Cầu Mây phát động phong trào “{name}”, đã có 1.248 sáng kiến của đoàn viên được \
             công nhận ở các cấp."
        );
        for id in made_ids(&text) {
            assert!(
                !is_reserved_name(&id) && id.len() <= MAX_ID_LENGTH && thidua_core::domain::is_slug(&id),
                "{name}: {id}"
            );
        }
    }
    let ids = made_ids(
        "LĐLĐ quận Cầu Mây: Thi đua\n\nNăm 2023, LĐLĐ quận Cầu Mây phát động phong trào “Con”, đã có 1.248 sáng kiến của đoàn viên được công nhận.",
    );
    assert!(ids.contains(&"phong-trao-con".to_owned()), "{ids:?}");
}

const ARTICLE: &str = "\
LĐLĐ quận Cầu Mây: Thi đua sôi nổi

22:25 | 06/09/2023
Năm 2023, LĐLĐ quận Cầu Mây phát động phong trào thi đua “Con”, đã có 1.248 sáng kiến của đoàn viên được công nhận.
";

#[test]
fn ingest_writes_file_names_valid_on_every_system() {
    for name in ["con", "Ba\u{300}i", "bai. ", "x"] {
        let folder = folder();
        let (corpus, texts) = (path(&folder, "corpus.json"), folder.path().join("texts"));
        let article = folder.path().join(format!("{name}.txt"));
        fs::write(&article, ARTICLE).unwrap();
        let output = thidua(&[
            "ingest",
            &article.display().to_string(),
            "--corpus",
            &corpus,
            "--sources",
            &texts.display().to_string(),
            "--write",
        ]);
        assert!(stdout(&output).contains("written: "), "{name}: {}{}", stdout(&output), stderr(&output));
        let output = thidua(&["verify", "--corpus", &corpus, "--sources", &texts.display().to_string()]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", stdout(&output));
        let document: Value = serde_json::from_slice(&fs::read(Path::new(&corpus)).unwrap()).unwrap();
        assert!(
            document["campaigns"].as_array().unwrap().iter().any(|c| c["id"] == "phong-trao-con"),
            "{name}"
        );
    }
}

#[test]
fn ingest_never_writes_a_second_text_of_one_name() {
    let folder = folder();
    let texts = folder.path().join("texts");
    fs::write(texts.join(format!("{}.txt", nfd("Bài"))), "Văn bản khác\n").unwrap();
    let article = folder.path().join("Bài.txt");
    fs::write(&article, ARTICLE).unwrap();
    let output = thidua(&[
        "ingest",
        &article.display().to_string(),
        "--corpus",
        &path(&folder, "corpus.json"),
        "--sources",
        &path(&folder, "texts"),
        "--write",
    ]);
    assert!(stdout(&output).contains("written: "), "{}{}", stdout(&output), stderr(&output));
    assert!(texts.join("Bài-2.txt").is_file());
}
