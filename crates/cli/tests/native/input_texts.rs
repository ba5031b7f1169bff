//! Input texts as people have them: broken lines, MHTML pages, damaged letters; on the command line and in the editor.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use thidua_core::corpus::{ProblemCode, SourceTexts, load, verify};
use thidua_core::domain::{Corpus, Lang};
use thidua_core::text::join_lines;
use thidua_editor::{Command as EditorCommand, Editor, TextInput, compare_copy};
use thidua_extract::input::{DecodedText, FileKind, InputError, TextDamageKind, decode, prepare_input};
use thidua_extract::saved_page::read_saved_page;
use thidua_extract::{Context, extract};
use thidua_i18n::unreadable;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::VerifiedArticles;
use thidua_sample::fixture;

use crate::ingest::{error, folder, ingest, one};

fn file(name: &str) -> Vec<u8> {
    fs::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/intake").join(name))
        .unwrap()
}

/// Returns words, value, bound and unit of every figure of a report.
fn figures(report: &Value) -> BTreeSet<String> {
    let figures = report["draft"]["figures"].as_array().unwrap_or_else(|| panic!("{report}"));
    figures
        .iter()
        .map(|f| format!("{} {} {} {}", f["words"], f["value"], f["comparator"], f["unit"]))
        .collect()
}

/// Breaks the lines of a text as a PDF or a mail does.
fn wrapped() -> Vec<(&'static str, Vec<u8>)> {
    let text = |name: &str| String::from_utf8(file(name)).unwrap();
    let narrow = text("ngat-64.txt");
    let pages = narrow.replace("trong đó 320", "\n- 2 -\n\n\u{C}trong đó 320");
    vec![
        ("ngat-64", file("ngat-64.txt")),
        ("ngat-100", file("ngat-100.txt")),
        ("crlf", narrow.replace('\n', "\r\n").into_bytes()),
        ("pages", pages.into_bytes()),
        ("reply", narrow.lines().map(|line| format!("> {line}\n")).collect::<String>().into_bytes()),
        ("double", narrow.replace('\n', "\n\n").into_bytes()),
    ]
}

#[test]
fn ingest_refuses_broken_lines_and_names_the_option() {
    for (name, bytes) in wrapped() {
        let said = error("bai.txt", &bytes);
        assert!(
            said.contains("dòng bị ngắt giữa câu") && said.contains("--broken-lines join"),
            "{name}: {said}"
        );
    }
    assert!(error("bai.txt", &file("ngat-64.txt")).contains("first line 2"));
    assert_eq!(one("bai.txt", &file("nguyen-van.txt"))["error"], Value::Null);
}

#[test]
fn joined_lines_give_the_same_figures_and_verify() {
    let whole = figures(&one("bai.txt", &file("nguyen-van.txt")));
    assert!(whole.iter().any(|f| f.contains("gần 4.750 lượt cá nhân")), "{whole:?}");
    for (name, bytes) in wrapped() {
        let folder = folder();
        // The original is in the folder of source texts already and stays unchanged.
        let original = folder.path().join("sources/bai.txt");
        fs::write(&original, &bytes).unwrap();
        let (code, report) =
            ingest(&folder, std::slice::from_ref(&original), &["--broken-lines", "join", "--write"]);
        assert_eq!(figures(&report[0]), whole, "{name}");
        assert_eq!((code, &report[0]["written"]), (Some(0), &Value::Bool(true)), "{name}: {}", report[0]);
        let keys = crate::ingest::keys(&report[0]);
        assert!(keys.contains(&"joined-lines".to_owned()), "{name}: {keys:?}");
        assert_eq!(fs::read(&original).unwrap(), bytes, "{name}: the original is untouched");
        assert!(folder.path().join("sources/bai-2.txt").is_file());
        let verified = Command::new(env!("CARGO_BIN_EXE_thidua"))
            .args(["verify", "--corpus", "corpus.json", "--sources", "sources"])
            .current_dir(folder.path())
            .status();
        assert!(verified.unwrap().success(), "{name}");
    }
}

/// With `--broken-lines keep`, a figure at a broken line does not verify.
#[test]
fn figures_at_kept_broken_lines_do_not_verify() {
    for name in ["ngat-64.txt", "ngat-100.txt"] {
        let folder = folder();
        let path = folder.path().join("bai.txt");
        fs::write(&path, file(name)).unwrap();
        let (code, report) = ingest(&folder, &[path], &["--broken-lines", "keep", "--write"]);
        assert_eq!((code, &report[0]["written"]), (Some(1), &Value::Bool(false)));
        let problems = report[0]["problems"].to_string();
        assert!(problems.contains("broken inside a sentence"), "{problems}");
    }
}

/// Returns whether a corpus of one figure verifies in this text of its article.
fn verifies(text: &str, words: &str, line: u32) -> bool {
    let quantity = thidua_core::text::quantity::quantities(words, &units().units).remove(0);
    let mut corpus = units();
    let mut figure: Value = serde_json::to_value(&fixture::corpus().articles[0].figures[0]).unwrap();
    let changes = serde_json::json!({
        "value": quantity.value.to_string(), "value_to": null, "unit": quantity.unit, "comparator": quantity.comparator,
        "word": quantity.word, "as_written": words, "levels": [], "act": null, "when": null, "when_as_written": null,
        "part_of": null, "line": line
    });
    for (field, value) in changes.as_object().unwrap() {
        if figure.get(field).is_some() {
            figure[field] = value.clone();
        }
    }
    let digest = fixture::sha256(text.as_bytes());
    let mut article: Value = serde_json::to_value(&fixture::corpus().articles[0]).unwrap();
    for list in ["digest", "people", "mentions", "phases", "byline"] {
        article[list] = Value::Array(Vec::new());
    }
    article["figures"] = Value::Array(vec![figure]);
    article["headline"] = Value::from("Tin");
    for field in ["kicker", "published", "published_as_written", "covers", "covers_as_written", "body"] {
        if article.get(field).is_some() {
            article[field] = Value::Null;
        }
    }
    let count = text.split('\n').count();
    article["text"] =
        serde_json::json!({"file_stem": "text", "sha256": digest, "lines": [1, count], "excluded": []});
    corpus.articles = vec![serde_json::from_value(article).unwrap()];
    let mut sources = SourceTexts::default();
    sources.insert("text", text, &digest);
    let report = verify(&corpus, &sources);
    let others: Vec<_> = report.problems.iter().filter(|p| p.code != ProblemCode::BrokenLine).collect();
    assert!(others.is_empty(), "{text}: {others:?}");
    report.is_verified()
}

fn units() -> Corpus {
    load(
        &fs::read(
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/extract/test/0-shared.json"),
        )
        .unwrap(),
    )
    .unwrap()
}

#[test]
fn verify_refuses_a_figure_at_a_broken_line() {
    for (text, words, line) in [
        ("Tin\nTrong năm qua toàn huyện đã có gần\n250 sáng kiến được công nhận.", "250 sáng kiến", 3),
        ("Tin\nNăm tới phấn đấu có ít nhất là tối thiểu\n250 sáng kiến được công nhận.", "250 sáng kiến", 3),
        ("Tin\nTrong năm qua đã có trên\n\n2\n\n250 sáng kiến được công nhận.", "250 sáng kiến", 6),
        ("Tin\nTrong năm qua toàn huyện có khen ít\nnhất 85 tập thể và cá nhân.", "85 tập thể", 3),
        ("Tin\nCác công đoàn cơ sở đã hỗ trợ hơn 1.\n500 triệu đồng cho đoàn viên.", "500 triệu đồng", 3),
        ("Tin\nCác đơn vị vận động xây mới được 12 công\ntrình, sản phẩm chào mừng.", "12 công", 2),
        ("Tin\nToàn huyện có 250 sáng kiến của đoàn viên trở\nlên được công nhận.", "250 sáng kiến", 2),
    ] {
        assert!(!verifies(text, words, line), "{text}");
    }
}

#[test]
fn verify_accepts_figures_next_to_headlines_and_captions() {
    for (text, words, line) in [
        (
            "Tin\nGương điển hình trong phong trào thi đua\n250 sáng kiến được công nhận trong năm.",
            "250 sáng kiến",
            3,
        ),
        ("Tin\nNăm qua có 250 sáng kiến.\nCác đơn vị tiếp tục thi đua.", "250 sáng kiến", 2),
        ("Tin\n| Sáng kiến | 250 sáng kiến |\n| Tập thể | 85 tập thể |", "85 tập thể", 3),
        ("Tin\nTrao 250 suất quà cho công nhân\n\nHội thi cán bộ công đoàn giỏi", "250 suất quà", 2),
        (
            "Tin\nCó 250 sáng kiến được công nhận. Phong trào thi đua lao động giỏi được đông\nđảo hưởng ứng.",
            "250 sáng kiến",
            2,
        ),
    ] {
        assert!(verifies(text, words, line), "{text}");
    }
}

fn editor(lang: Lang) -> Editor {
    let mut editor = Editor::new(fixture::corpus(), BasePath::new("/"), VerifiedArticles::Only([].into()));
    editor.execute(EditorCommand::SetLanguage(lang));
    editor
}

#[test]
fn editor_joins_broken_lines_and_reports_it() {
    let text = String::from_utf8(file("ngat-64.txt")).unwrap();
    let mut editor = editor(Lang::Vi);
    let outcome = editor.execute(EditorCommand::AddText(TextInput {
        name: String::new(),
        text: text.clone(),
        url: None,
    }));
    assert!(outcome.message.contains("Đã nối 9 dòng bị ngắt giữa câu"), "{}", outcome.message);
    let page: String = editor.fragments().into_iter().map(|part| part.html).collect();
    assert!(page.contains("gần 4.750 lượt cá nhân"), "the text that is shown is the joined one");
    assert!(page.contains("đã nối những dòng bị ngắt giữa câu"));
    // A stored draft is restored unchanged.
    let kept = match &outcome.storage[0] {
        thidua_editor::StorageRequest::Put { json, .. } => json.clone(),
        other => panic!("{other:?}"),
    };
    let joined = join_lines(&text).text;
    assert!(kept.contains(&serde_json::to_string(&joined).unwrap()));
}

#[test]
fn own_copy_with_broken_lines_is_joined_before_comparison() {
    let wrapped =
        fixture::TEXT.replace(" và gần ", " và gần\n").replace(" sáng kiến đã dùng", " sáng kiến\nđã dùng");
    assert!(join_lines(&wrapped).joined > 0, "{wrapped}");
    let corpus = fixture::corpus();
    let id = corpus.articles[0].id.to_string();
    let (html, _) =
        compare_copy(&corpus, &id, &wrapped, &fixture::sha256(wrapped.as_bytes()), Lang::Vi).unwrap();
    assert!(html.contains("dòng bị ngắt giữa câu"), "{html}");
}

#[test]
fn mhtml_file_gives_the_article_of_its_page() {
    let (page, message) = (one("saved.html", &file("saved.html")), one("saved.mhtml", &file("saved.mhtml")));
    assert_eq!(message["error"], Value::Null, "{message}");
    assert_eq!(figures(&page), figures(&message));
    assert!(figures(&page).iter().any(|f| f.contains("gần 4.750 lượt cá nhân")));
    assert_eq!(
        message["draft"]["headline"]["words"],
        "LĐLĐ huyện Sông Mơ: Sôi nổi phong trào thi đua năm 2023"
    );
    // Detected by content, whatever its name; with parts in base64.
    assert_eq!(figures(&one("bai.txt", &file("saved.mhtml"))), figures(&page));
    let base64 = base64(&file("saved.html"));
    let other = format!(
        "From: <Saved by Windows Internet Explorer 11>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; \
         type=\"text/html\"; boundary=\"b\"\r\n\r\nThis is a multi-part message.\r\n\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{base64}\r\n--b--\r\n"
    );
    assert_eq!(figures(&one("saved.mht", other.as_bytes())), figures(&page));
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for (index, chunk) in bytes.chunks(3).enumerate() {
        if index > 0 && index % 19 == 0 {
            text.push_str("\r\n");
        }
        let all =
            chunk.iter().fold(0_u32, |all, byte| (all << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[(all >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

fn old(label: &str, bytes: &[u8]) -> Option<String> {
    encoding_rs::Encoding::for_label(label.as_bytes()).map(|e| e.decode(bytes).0.into_owned())
}

#[test]
fn damaged_text_is_reported_with_its_line() {
    let damage = |bytes: &[u8]| match decode(bytes, &old) {
        Err(InputError::Damaged(damage)) => damage,
        other => panic!("{other:?}"),
    };
    let found = damage(&file("utf8-bad-byte.txt"));
    assert_eq!((found.encoding, found.line), ("UTF-8", 2));
    let said = unreadable(&InputError::Damaged(found), Lang::Vi);
    assert!(said.starts_with("UTF-8, hỏng ở dòng 2 (byte thứ ") && said.contains("C6"), "{said}");
    assert!(error("bai.txt", &file("utf8-bad-byte.txt")).contains("UTF-8, damaged in line 2"));
    let text = String::from_utf8(file("nguyen-van.txt")).unwrap();
    let letter = text.char_indices().rfind(|(_, c)| c.len_utf8() == 3).unwrap().0;
    for cut in 1..3 {
        let found = damage(&text.as_bytes()[..letter + cut]);
        assert_eq!((found.kind, found.line), (TextDamageKind::Cut, 6));
    }
    // A replacement character must not vanish from a number.
    let replaced = "Năm 2023, toàn huyện có 25\u{FFFD}0 sáng kiến.";
    assert!(
        matches!(prepare_input(replaced), Err(InputError::Damaged(damage)) if damage.kind == TextDamageKind::Replaced)
    );
}

#[test]
fn utf16_is_detected_with_and_without_byte_order_mark() {
    let text = String::from_utf8(file("nguyen-van.txt")).unwrap();
    for mark in ["", "\u{FEFF}"] {
        let marked = format!("{mark}{text}");
        let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little, big] {
            let DecodedText { text: read, .. } = decode(&bytes, &old).unwrap();
            assert_eq!(read.trim_start_matches('\u{FEFF}'), text);
            let cut = decode(&bytes[..bytes.len() - 1], &old);
            assert!(matches!(cut, Err(InputError::Damaged(_))), "{cut:?}");
        }
    }
    assert_eq!(decode(b"abc\0\0def\x01", &old), Err(InputError::Binary(FileKind::Binary)));
}

#[test]
fn source_code_of_a_mail_or_page_is_refused() {
    let message = String::from_utf8(file("saved.mhtml")).unwrap();
    let mut editor = editor(Lang::Vi);
    let outcome = editor.execute(EditorCommand::AddText(TextInput {
        name: "saved.mhtml".to_owned(),
        text: message,
        url: None,
    }));
    assert!(
        outcome.is_error && outcome.message.contains("trang lưu dạng một tệp (MHTML): hãy lưu lại dạng HTML"),
        "{}",
        outcome.message
    );
}

#[test]
fn every_input_error_has_a_vietnamese_message_with_advice() {
    let kinds = FileKind::ALL.map(InputError::Binary);
    let mut reasons = kinds.to_vec();
    reasons.extend([
        InputError::UnknownEncoding,
        InputError::NoArticle,
        InputError::WrongEncoding(thidua_extract::WrongEncoding::Utf8),
        InputError::WrongEncoding(thidua_extract::WrongEncoding::Vni),
    ]);
    for reason in reasons {
        let [vi, en] = [Lang::Vi, Lang::En].map(|lang| unreadable(&reason, lang));
        assert!(vi.contains("hãy "), "{vi}");
        for english in ["read as", "binary", "file", "saved", "line"] {
            assert!(!vi.to_lowercase().split(' ').any(|word| word == english), "{vi}");
        }
        assert!(!en.is_empty() && en != vi);
    }
    assert_eq!(
        unreadable(&InputError::Binary(FileKind::Mhtml), Lang::Vi),
        "trang lưu dạng một tệp (MHTML): hãy lưu lại dạng HTML"
    );
}

/// Regression test: these pages once crashed the program or took minutes.
#[test]
fn deeply_nested_page_is_read() {
    let article = String::from_utf8(file("saved.html")).unwrap();
    let inner = article.split_once("<article>").unwrap().1;
    for (open, count) in
        [("<b>", 120_000), ("<div>", 50_000), ("<ul><li>", 25_000), ("<table><tr><td>", 12_000)]
    {
        let page = format!("<html><body>{}{inner}", open.repeat(count));
        let report = one("bai.html", page.as_bytes());
        assert_eq!(report["error"], Value::Null, "{open}: {}", report["error"]);
        assert!(figures(&report).iter().any(|f| f.contains("gần 4.750 lượt cá nhân")), "{open}");
    }
    assert!(error("bai.html", "<b>".repeat(120_000).as_bytes()).contains("no article in this page"));
}

/// Returns whether four times the input takes at most about four times as long, in one of a few trials, because other
/// programs run at the same time.
fn is_linear(work: impl Fn(usize)) -> bool {
    let time = |size: usize| {
        let start = std::time::Instant::now();
        work(size);
        start.elapsed().as_secs_f64()
    };
    (0..6).any(|_| {
        let (short, long) = (time(1), time(4));
        long < 0.3 || long < short * 9.0
    })
}

/// Texts that repeat one thing many times.
#[test]
fn extraction_time_is_linear_in_the_text() {
    const LEAD: &str = "LĐLĐ quận Mây thi đua\n\nNăm 2022, LĐLĐ quận Mây phát động phong trào “Lao động giỏi” trong đoàn viên.\n";
    let pieces = [
        "x",
        "“",
        "1",
        "a\n",
        "7\n",
        "a,\n",
        "gần\n",
        "từ\n1.\n",
        "“\n",
        "Lao động giỏi \n",
        "công đoàn có 12 sáng kiến\nvà ",
    ];
    for piece in pieces {
        let is_linear = is_linear(|size| {
            let text = format!("{LEAD}{}", piece.repeat(size * 20_000 / piece.len()));
            let joined = prepare_input(&text).unwrap().with_joined_lines();
            let _draft = extract(&joined.text, &Context::default());
        });
        assert!(is_linear, "{piece:?}");
    }
}

/// Pages that are deeply nested, or repeat one thing many times.
#[test]
fn reading_time_is_linear_in_the_page() {
    type Page = fn(usize) -> String;
    let pages: [(&str, Page); 9] = [
        ("nested inline tags", |n| "<b>".repeat(n)),
        ("nested blocks", |n| format!("{}x", "<div>".repeat(n))),
        ("blocks", |n| "<div>x</div>".repeat(n)),
        ("items", |n| "<li>x ".repeat(n)),
        ("tables", |n| "<table><tr><td>1<td>2</table>".repeat(n)),
        ("nested tables", |n| "<table><tr><td>".repeat(n)),
        ("stray end tags", |n| format!("{}{}", "<div>".repeat(n / 2), "</i></p></span></td>".repeat(n / 2))),
        ("hidden elements", |n| "<span hidden>".repeat(n)),
        ("attributes", |n| format!("<p {}>x", (0..n).map(|i| format!("a{i}=1 ")).collect::<String>())),
    ];
    for (name, page) in pages {
        let is_linear = is_linear(|size| {
            let _page = read_saved_page(&page(size * 8_000));
        });
        assert!(is_linear, "{name}");
    }
}
