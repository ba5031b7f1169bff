//! `thidua ingest` on files of every kind.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// Creates a folder with a corpus without articles and a folder of source texts.
pub fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let corpus = r#"{"schema_version": 1, "title": {"vi": "Thử", "en": "Test"}, "sources": [], "organisations": [], "units": [],
        "campaigns": [], "glossary": [], "redirects": {}, "articles": []}"#;
    fs::write(folder.path().join("corpus.json"), corpus).unwrap();
    fs::create_dir(folder.path().join("sources")).unwrap();
    folder
}

fn labelled(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .join("tests/extract/test")
        .join(format!("{name}.txt"))
}

/// Ingests into the corpus of the folder; returns exit code and JSON report.
pub fn ingest(folder: &TempDir, files: &[PathBuf], more: &[&str]) -> (Option<i32>, Vec<Value>) {
    let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .arg("ingest")
        .args(files)
        .args(["--format", "json", "--corpus"])
        .arg(folder.path().join("corpus.json"))
        .arg("--sources")
        .arg(folder.path().join("sources"))
        .args(more)
        .output()
        .unwrap();
    let report = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code(), report)
}

/// Returns the report on one file with these bytes.
pub fn one(name: &str, bytes: &[u8]) -> Value {
    let folder = folder();
    let file = folder.path().join(name);
    fs::write(&file, bytes).unwrap();
    ingest(&folder, &[file], &[]).1.remove(0)
}

pub fn error(name: &str, bytes: &[u8]) -> String {
    one(name, bytes)["error"].as_str().unwrap_or_default().to_owned()
}

pub fn keys(report: &Value) -> Vec<String> {
    report["diagnostics"].as_array().unwrap().iter().map(|d| d["key"].as_str().unwrap().to_owned()).collect()
}

const TEXT: &str = "Công đoàn Công ty Mây: Thi đua lao động giỏi\n\nNăm 2023, Công đoàn Công ty Mây phát động phong trào thi đua “Lao \
    động giỏi”, có 1.248 sáng kiến của đoàn viên được công nhận.\n";

#[test]
fn ingested_article_verifies_and_is_a_duplicate_the_second_time() {
    let folder = folder();
    let file = labelled("truong-hoc-day-tot");
    let before = fs::read(folder.path().join("corpus.json")).unwrap();
    let (code, report) = ingest(&folder, std::slice::from_ref(&file), &[]);
    assert_eq!((code, &report[0]["written"]), (Some(0), &Value::Bool(false)));
    assert_eq!(fs::read(folder.path().join("corpus.json")).unwrap(), before, "nothing is written unasked");
    let (code, report) = ingest(&folder, std::slice::from_ref(&file), &["--write"]);
    assert_eq!((code, &report[0]["written"]), (Some(0), &Value::Bool(true)));
    let verify = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(["verify", "--corpus", "corpus.json", "--sources", "sources"])
        .current_dir(folder.path())
        .status();
    assert!(verify.unwrap().success());
    let written = fs::read(folder.path().join("corpus.json")).unwrap();
    // A copy from another site: another head, other line ends, capitals.
    let text = fs::read_to_string(&file).unwrap();
    let copy = folder.path().join("copy.txt");
    fs::write(&copy, format!("BẢN IN\r\n{}", text.replace('\n', "\r\n").replace("Năm học", "NĂM HỌC")))
        .unwrap();
    let (code, report) = ingest(&folder, &[copy], &["--write"]);
    assert_eq!((code, &report[0]["written"]), (Some(1), &Value::Bool(false)));
    assert!(report[0]["repeats"][0][1].as_u64().unwrap() > 90);
    assert_eq!(fs::read(folder.path().join("corpus.json")).unwrap(), written);
}

#[test]
fn ingest_reports_a_contradicting_figure() {
    let folder = folder();
    let (a, b) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
    fs::write(&a, TEXT).unwrap();
    let other = "Công đoàn Công ty Mây tổng kết phong trào thi đua\n\nHôm qua, hội nghị nghe báo cáo tổng kết với nhiều điểm mới. Năm 2023, phong \
        trào thi đua “Lao động giỏi” của Công đoàn Công ty Mây có 1.250 sáng kiến được ghi nhận.\n";
    fs::write(&b, other).unwrap();
    let (_, report) = ingest(&folder, &[a, b], &["--write"]);
    assert_eq!(report[1]["contradictions"][0]["there"], "1.248 sáng kiến");
    assert_eq!(report[1]["contradictions"][0]["here"], "1.250 sáng kiến");
    assert_eq!(report[1]["repeats"], Value::Array(Vec::new()));
}

#[test]
fn ingest_names_the_kind_of_a_binary_file() {
    assert!(error("a.txt", b"").contains("empty"));
    assert!(error("a.txt", b" \n\t \xEF\xBB\xBF").contains("empty"));
    assert!(error("a.pdf", b"%PDF-1.7 x").contains("PDF"));
    assert!(error("a.docx", b"PK\x03\x04xxxx").contains("Word"));
    assert!(error("a.txt", b"abc\0\0def\x01").contains("binary"));
    assert!(error("a.txt", &vec![b'a'; 20 * 1024 * 1024]).contains("20 MB"));
    for (name, bytes, said) in [
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), "old Word"),
        ("a.odt", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.textPK", "LibreOffice"),
        ("a.zip", b"PK\x03\x04....bai.txt", "zip archive"),
        ("a.rtf", b"{\\rtf1\\ansi C\\'f4ng \\'ab}", "rich-text"),
        ("a.webarchive", b"bplist00\xD1\x01\x02_\x10\x0FWebMainResource", "Safari"),
        ("a.eml", b"Return-Path: <a@b>\r\nFrom: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nx", "a mail"),
        ("a.jpg", b"\xFF\xD8\xFF\xE0", "a picture"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "a picture"),
    ] {
        assert!(error(name, bytes).contains(said), "{name}: {}", error(name, bytes));
        // The name of the file does not matter.
        assert!(error("bai.txt", bytes).contains(said), "{name}");
    }
}

#[test]
fn ingest_reads_or_names_every_encoding() {
    let (windows_1258, _, _) = encoding_rs::WINDOWS_1258.encode("dummy");
    assert_eq!(&*windows_1258, b"dummy");
    // "Công đoàn" in Windows-1258.
    let bytes: Vec<u8> = TEXT.chars().flat_map(windows_1258_bytes).collect();
    let report = one("a.txt", &bytes);
    assert_eq!(report["error"], Value::Null, "{report}");
    assert_eq!(report["draft"]["figures"][0]["words"], "1.248 sáng kiến");
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(one("a.txt", &utf16)["draft"]["figures"][0]["words"], "1.248 sáng kiến");
    let tcvn3 = b"Li\xAAn \xAEo\xB5n lao \xAE\xE9ng: c\xABng nh\xA9n vi\xAAn ch\xF8c, nh\xF7ng vi\xD6c lao \xAE\xE9ng c\xABng \xAEo\xB5n";
    assert!(error("a.txt", tcvn3).contains("TCVN3"), "{}", error("a.txt", tcvn3));
    let vni = "Lieân ñoaøn lao ñoäng: coâng nhaân vieân chöùc, nhöõng vieäc";
    assert!(error("a.txt", vni.as_bytes()).contains("VNI"));
}

/// Encodes a character in Windows-1258: precomposed letters of the code page, tones as combining marks after them.
fn windows_1258_bytes(c: char) -> Vec<u8> {
    use unicode_normalization::UnicodeNormalization;
    let single = |c: char| {
        let text = c.to_string();
        let (bytes, _, failed) = encoding_rs::WINDOWS_1258.encode(&text);
        (!failed).then(|| bytes.into_owned())
    };
    single(c).unwrap_or_else(|| {
        // Tone marks are combining, letter shapes precomposed.
        let decomposed: Vec<char> = c.nfd().collect();
        let (marks, rest): (Vec<char>, Vec<char>) = decomposed
            .iter()
            .partition(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
        let letter: String = rest.into_iter().nfc().collect();
        letter.chars().chain(marks).flat_map(|c| single(c).unwrap()).collect()
    })
}

#[test]
fn unicode_form_and_hidden_characters_do_not_change_facts() {
    use unicode_normalization::UnicodeNormalization;
    let decomposed: String = TEXT.nfd().collect();
    let hidden =
        TEXT.replace("sáng kiến", "sáng\u{200B} ki\u{AD}ến").replace("Công đoàn", "\u{FEFF}Công đoàn");
    for text in [decomposed, hidden.clone()] {
        assert_eq!(one("a.txt", text.as_bytes())["draft"]["figures"][0]["words"], "1.248 sáng kiến");
    }
    assert!(keys(&one("a.txt", hidden.as_bytes())).contains(&"invisible".to_owned()));
}

#[test]
fn saved_page_gives_its_article_without_scripts() {
    let paragraphs = TEXT.lines().nth(2).unwrap();
    let html = format!(
        "<!doctype html><html><head><title>Công đoàn Công ty Mây: Thi đua lao động giỏi</title>\
         <link rel=\"canonical\" href=\"https://example.org/may\"><script>document.write('9.999 sáng kiến')</script></head>\
         <body><nav><a href=/>Trang chủ</a> <a href=/b>Thể thao</a></nav><article><h1>Công đoàn Công ty Mây: Thi đua lao động giỏi</h1>\
         <p>{paragraphs}</p><p>{}</p><p>{}</p></article><footer>© 2023</footer></body></html>",
        "Phong trào được đông đảo người lao động trong công ty tham gia với tinh thần hăng say, đoàn kết và trách nhiệm cao.",
        "Nhờ đó, các chỉ tiêu sản xuất đều hoàn thành trước thời hạn, đời sống của người lao động được cải thiện rõ rệt."
    );
    let report = one("a.html", html.as_bytes());
    let words: Vec<&str> =
        report["draft"]["figures"].as_array().unwrap().iter().map(|f| f["words"].as_str().unwrap()).collect();
    assert_eq!(words, ["1.248 sáng kiến"], "{report}");
    assert_eq!(report["draft"]["headline"]["words"], "Công đoàn Công ty Mây: Thi đua lao động giỏi");
    assert!(!one("b.html", b"<html><body><script>x</script></body></html>")["error"].is_null());
}

#[test]
fn ingest_reports_several_articles_in_one_text() {
    let folder = folder();
    let names = ["truong-hoc-day-tot", "tong-ket-nam-nganh-y-te", "kcn-binh-an-thang-cong-nhan"];
    let text: String =
        names.iter().map(|name| fs::read_to_string(labelled(name)).unwrap() + "\n\n").collect();
    let file = folder.path().join("ten.txt");
    fs::write(&file, text).unwrap();
    let (_, report) = ingest(&folder, &[file], &[]);
    assert!(keys(&report[0]).contains(&"several-articles".to_owned()), "{:?}", keys(&report[0]));
}

#[test]
fn labelled_facts_verify() {
    for folder in ["tests/extract/tuning", "tests/extract/test"] {
        let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
            .args(["verify", "--corpus", folder, "--sources", folder])
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn article_without_headline_and_organisation_is_completed_on_the_command_line() {
    let folder = folder();
    let text = "Trong 5 năm qua, đoàn viên công đoàn trong huyện đã có 1.248 sáng kiến được công nhận, đem lại kết quả tốt cho các đơn \
        vị.\n\nPhong trào thi đua cũng thu hút đông đảo công nhân lao động tham gia.\n";
    let file = folder.path().join("thieu tieu de.txt");
    fs::write(&file, text).unwrap();
    let files = [file];
    let (code, report) = ingest(&folder, &files, &["--write"]);
    assert_eq!(code, Some(1));
    assert_eq!(report[0]["gaps"], serde_json::json!(["headline", "organisation"]));
    assert_eq!(report[0]["article"], "thieu-tieu-de");
    assert_eq!((&report[0]["written"], &report[0]["problems"]), (&false.into(), &serde_json::json!([])));
    assert_eq!(report[0]["draft"]["figures"][0]["words"], "1.248 sáng kiến");

    let given = ["--headline", "Thi đua ở Lũng Vài", "--organisation", "LĐLĐ huyện Lũng Vài", "--write"];
    let (code, report) = ingest(&folder, &files, &given);
    assert_eq!((code, &report[0]["gaps"]), (Some(0), &serde_json::json!([])), "{:?}", report[0]["problems"]);
    assert_eq!((&report[0]["written"], &report[0]["article"]), (&true.into(), &"thi-dua-o-lung-vai".into()));
    let corpus: Value =
        serde_json::from_slice(&fs::read(folder.path().join("corpus.json")).unwrap()).unwrap();
    assert_eq!(corpus["organisations"][0]["name"], "Liên đoàn Lao động huyện Lũng Vài");
    let source = fs::read_to_string(folder.path().join("sources/thieu tieu de.txt")).unwrap();
    assert!(source.starts_with("Thi đua ở Lũng Vài\n\nTrong 5 năm qua"), "{source}");
}
