//! `thidua new`, `build` and `serve`, in the way of a site owner, with failures.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use serde_json::{Value, json};
use tempfile::TempDir;

use thidua_sample::fixture;

const SHELL: &str = "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>x</title>\
                     <link rel=\"icon\" href=\"./icon.svg\"></head><body><div id=\"app\"></div></body></html>\n";

/// Creates a folder with a browser app in `app/`.
pub fn workshop() -> TempDir {
    let folder = TempDir::new().unwrap();
    let app = folder.path().join("app");
    fs::create_dir(&app).unwrap();
    for (name, content) in [
        ("index.html", SHELL),
        ("thi-dua-engine.js", "// the engine"),
        ("thi-dua-engine_bg.wasm", "the engine"),
        ("thi-dua-search.js", "// the search"),
        ("thi-dua-search_bg.wasm", "the search"),
        ("thi-dua-desk.js", "// the workbench"),
        ("thi-dua-desk_bg.wasm", "the workbench"),
        ("icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ] {
        fs::write(app.join(name), content).unwrap();
    }
    fs::write(folder.path().join("corpus.json"), fixture::json_text()).unwrap();
    folder
}

pub fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.args(arguments).current_dir(folder.path()).env("THIDUA_APP", "app").env_remove("THIDUA_URL");
    command
}

pub fn thidua(folder: &TempDir, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

pub fn build(folder: &TempDir, more: &[&str]) -> Output {
    thidua(folder, &[&["build", "--corpus", "corpus.json", "--out", "site"], more].concat())
}

/// Returns all entries of the folder, hidden ones included.
fn entries(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn example_corpus_of_new_verifies_and_builds() {
    let folder = workshop();
    assert_eq!(thidua(&folder, &["new", "kho"]).status.code(), Some(0));
    let verified = thidua(&folder, &["verify", "--corpus", "kho/corpus.json", "--sources", "kho/texts"]);
    assert!(said(&verified).starts_with("verified: 1 of 1 articles; 4 figures"), "{}", said(&verified));
    let arguments = ["build", "--corpus", "kho", "--sources", "kho/texts", "--out", "site"];
    let built = thidua(&folder, &arguments);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    let home = fs::read_to_string(folder.path().join("site/index.html")).unwrap();
    assert!(home.contains("Đôi tay vàng"));
    let edition_file = fs::read_to_string(folder.path().join("site/edition.json")).unwrap();
    assert!(edition_file.contains("\"attested\":\"all\""), "{edition_file}");
}

#[test]
fn new_refuses_a_folder_that_is_not_empty() {
    let folder = workshop();
    let again = thidua(&folder, &["new", "app"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(entries(&folder.path().join("app")).len(), 8);
}

#[test]
fn build_reports_its_files_and_leaves_no_temporary_files() {
    let folder = workshop();
    let output = build(&folder, &["--url", "https://thi-dua.example/kho"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains(" 2 redirects, 32 preview pictures"), "{}", said(&output));
    assert_eq!(entries(folder.path()), [".site.thidua-state", "app", "corpus.json", "site"]);
    let home = fs::read_to_string(folder.path().join("site/index.html")).unwrap();
    assert!(home.contains("href=\"/kho/icon.svg\"") && home.contains("https://thi-dua.example/kho/"));
    let again = build(&folder, &["--url", "https://thi-dua.example/kho"]);
    assert!(said(&again).starts_with("Nothing has changed"), "{}", said(&again));
    let fresh = build(&folder, &["--fresh", "--url", "https://thi-dua.example/kho"]);
    assert!(
        said(&fresh).contains("32 preview pictures") && !said(&fresh).contains("unchanged"),
        "{}",
        said(&fresh)
    );
}

/// Returns the modification time of every file below `folder`.
fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let time = |path: &String| fs::metadata(folder.join(path)).unwrap().modified().unwrap();
    contents(folder).keys().map(|path| (path.clone(), time(path))).collect()
}

#[test]
fn rebuild_keeps_the_times_of_unchanged_files() {
    let folder = workshop();
    let site = folder.path().join("site");
    crate::draw(9, 3, &folder.path().join("corpus.json"));
    build(&folder, &["--url", "https://thi-dua.example/"]);
    let (before, old) = (contents(&site), times(&site));
    let corpus = fs::read_to_string(folder.path().join("corpus.json")).unwrap();
    let mut corpus: Value = serde_json::from_str(&corpus).unwrap();
    corpus["articles"][2]["headline"] = json!("Tin mới");
    fs::write(folder.path().join("corpus.json"), corpus.to_string()).unwrap();
    let output = said(&build(&folder, &["--url", "https://thi-dua.example/"]));
    assert!(output.contains(" of them unchanged"), "{output}");
    let (after, new) = (contents(&site), times(&site));
    let is_same = |path: &&String| before.get(*path) == after.get(*path);
    let (same, changed): (Vec<&String>, Vec<&String>) = after.keys().partition(is_same);
    assert!(same.len() > changed.len() && changed.len() > 20, "{} {}", same.len(), changed.len());
    for path in same {
        assert_eq!(new.get(path), old.get(path), "{path} is the same and was written again");
    }
    // The result equals a build into an empty folder.
    let whole = ["build", "--corpus", "corpus.json", "--out", "whole", "--url", "https://thi-dua.example/"];
    assert_eq!(thidua(&folder, &whole).status.code(), Some(0));
    assert!(contents(&folder.path().join("whole")) == after);
}

#[test]
fn build_is_skipped_only_if_inputs_and_site_are_unchanged() {
    let folder = workshop();
    let (site, state) = (folder.path().join("site"), folder.path().join(".site.thidua-state"));
    assert!(said(&build(&folder, &[])).contains(" pages, "));
    let first = contents(&site);
    let good = fs::read(&state).unwrap();
    let page = site.join("phong-trao/index.html");
    let doubts: [(&str, &dyn Fn()); 6] = [
        ("no stamp", &|| fs::remove_file(&state).unwrap()),
        ("half a stamp", &|| fs::write(&state, &good[..good.len() / 2]).unwrap()),
        ("no stamp at all", &|| fs::write(&state, [0xff, 0]).unwrap()),
        ("a page that is gone", &|| fs::remove_file(&page).unwrap()),
        ("a page that was changed", &|| fs::write(&page, "mine").unwrap()),
        ("an attestation", &|| fs::write(folder.path().join("attestation.json"), "{}").unwrap()),
    ];
    for (doubt, happen) in doubts {
        assert!(said(&build(&folder, &[])).starts_with("Nothing has changed"), "{doubt}");
        happen();
        let output = said(&build(&folder, &[]));
        assert_eq!(output.contains(" pages, "), doubt != "an attestation", "{doubt}: {output}");
        assert!(contents(&site) == first, "{doubt}");
    }
    for other in [["--base", "/khac/"], ["--search", "pieces"], ["--url", "https://example.org/"]] {
        assert!(said(&build(&folder, &other)).contains(" pages, "), "{other:?}");
    }
}

#[test]
fn large_corpus_of_few_articles_gets_a_chunked_index() {
    let folder = workshop();
    let mut corpus = fixture::json_text();
    corpus.push_str(&" ".repeat(8 * 1024 * 1024));
    fs::write(folder.path().join("corpus.json"), corpus).unwrap();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    assert!(folder.path().join("site/search").is_dir());
}

/// Returns path and content of every file below `folder`.
pub fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for name in entries(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            files
                .extend(contents(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            files.insert(name, fs::read(path).unwrap());
        }
    }
    files
}

#[test]
fn site_does_not_depend_on_the_older_site() {
    let folder = workshop();
    let draw = |seed: u64, out: &str| crate::draw(25, seed, &folder.path().join(out));
    draw(1, "corpus.json");
    let build = || build(&folder, &["--url", "https://thi-dua.example/kho"]);
    assert_eq!(build().status.code(), Some(0));
    let first = contents(&folder.path().join("site"));
    draw(2, "corpus.json");
    assert_eq!(build().status.code(), Some(0));
    let other = contents(&folder.path().join("site"));
    assert!(first.len() > 300 && first != other);
    draw(1, "corpus.json");
    assert_eq!(build().status.code(), Some(0));
    let again = contents(&folder.path().join("site"));
    let differing: Vec<&String> = first.keys().filter(|path| first.get(*path) != again.get(*path)).collect();
    assert!(differing.is_empty() && first.len() == again.len(), "{differing:?}");
}

#[test]
fn build_never_deletes_foreign_files() {
    let folder = workshop();
    let foreign = folder.path().join("site/cua-toi.txt");
    fs::create_dir(folder.path().join("site")).unwrap();
    fs::write(&foreign, "giữ lại").unwrap();
    let output = build(&folder, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("cua-toi.txt"), "{}", said(&output));
    fs::remove_file(&foreign).unwrap();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    let foreign = folder.path().join("site/phong-trao/tay-tho-vang/ghi-chu.txt");
    fs::write(&foreign, "giữ lại").unwrap();
    let output = build(&folder, &[]);
    assert!(said(&output).contains("phong-trao/tay-tho-vang/ghi-chu.txt"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&foreign).unwrap(), "giữ lại");
}

#[test]
fn failed_build_keeps_the_old_site() {
    let folder = workshop();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    let home = fs::read(folder.path().join("site/index.html")).unwrap();
    let corpus = fixture::json_text().replacen("\"unit\": \"vnd\"", "\"unit\": \"dong\"", 1);
    fs::write(folder.path().join("corpus.json"), corpus).unwrap();
    let output = build(&folder, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("dong"), "{}", said(&output));
    assert_eq!(fs::read(folder.path().join("site/index.html")).unwrap(), home);
    assert_eq!(entries(folder.path()), [".site.thidua-state", "app", "corpus.json", "site"]);
}

#[test]
fn remains_of_an_interrupted_build_are_removed() {
    let folder = workshop();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    // Stopped between the last two steps: the new site is in the staging folder, and the target is missing.
    fs::rename(folder.path().join("site"), folder.path().join(".site.thidua-old")).unwrap();
    fs::create_dir(folder.path().join(".site.thidua-new")).unwrap();
    fs::write(folder.path().join(".site.thidua-new/index.html"), "half").unwrap();
    fs::write(folder.path().join("corpus.json"), "{").unwrap();
    assert_eq!(build(&folder, &[]).status.code(), Some(2), "the corpus is read first");
    fs::write(folder.path().join("corpus.json"), fixture::json_text()).unwrap();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    assert_eq!(entries(folder.path()), [".site.thidua-state", "app", "corpus.json", "site"]);
}

#[test]
fn build_names_a_target_that_cannot_be_written() {
    let folder = workshop();
    let output = thidua(&folder, &["build", "--corpus", "corpus.json", "--out", "corpus.json/site"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("corpus.json"), "{}", said(&output));
    let output = thidua(&folder, &["build", "--corpus", "corpus.json", "--out", "app/index.html"]);
    assert!(said(&output).contains("is not a folder"), "{}", said(&output));
    assert_eq!(entries(&folder.path().join("app")).len(), 8, "no temporary files are left");
}

#[test]
fn corpus_folder_with_files_of_other_systems_is_read() {
    let folder = workshop();
    let windows = format!("\u{FEFF}{}", fixture::json_text().replace('\n', "\r\n"));
    fs::create_dir(folder.path().join("kho")).unwrap();
    fs::write(folder.path().join("kho/a.json"), windows).unwrap();
    let output = thidua(&folder, &["build", "--corpus", "kho", "--out", "site"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let corpus = fs::read(folder.path().join("site/corpus.json")).unwrap();
    assert!(!corpus.starts_with("\u{FEFF}".as_bytes()) && !corpus.contains(&b'\r'));
}

#[test]
fn two_builds_have_the_same_bytes() {
    let folder = workshop();
    let url = ["--url", "https://thi-dua.example/"];
    assert_eq!(build(&folder, &url).status.code(), Some(0));
    let other = [&["build", "--corpus", "corpus.json", "--out", "other"], &url[..]].concat();
    assert_eq!(thidua(&folder, &other).status.code(), Some(0));
    let difference =
        Command::new("diff").args(["-r", "site", "other"]).current_dir(folder.path()).output().unwrap();
    assert!(difference.status.success(), "{}", said(&difference));
}

/// Returns the raw response of the server to a request.
fn ask(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn serve_answers_like_a_static_host_and_rebuilds_on_change() {
    let folder = workshop();
    let temporary = TempDir::new().unwrap();
    let mut serving = command(&folder, &["serve", "corpus.json", "--base", "kho", "--port", "0"])
        .env("TMPDIR", temporary.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(serving.stdout.take().unwrap()).lines();
    let line = lines.find(|line| line.as_ref().is_ok_and(|l| l.contains("http://"))).unwrap().unwrap();
    let port = line.split("localhost:").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
    assert!(ask(port, "/kho/").starts_with("HTTP/1.1 200"));
    assert!(ask(port, "/kho/phong-trao").to_lowercase().contains("location: /kho/phong-trao/\r\n"));
    assert!(ask(port, "/kho").to_lowercase().contains("location: /kho/\r\n"));
    let missing = ask(port, "/kho/khong/co/");
    assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("id=\"app\""));
    for outside in ["/kho/../corpus.json", "/kho/%2e%2e/corpus.json", "/corpus.json"] {
        assert!(ask(port, outside).starts_with("HTTP/1.1 404"), "{outside}");
    }
    let changed = fixture::json_text().replace("\"Làng Mây\"", "\"Làng Nắng\"");
    fs::write(folder.path().join("corpus.json"), changed).unwrap();
    let begun = Instant::now();
    while !ask(port, "/kho/corpus.json").contains("Làng Nắng") {
        assert!(begun.elapsed() < Duration::from_secs(60), "the change was not noticed");
        std::thread::sleep(Duration::from_millis(100));
    }
    serving.kill().unwrap();
    serving.wait().unwrap();
}

/// Returns the entries that a program leaves in its temporary folder.
#[cfg(unix)]
#[test]
fn serve_removes_its_site_however_it_is_stopped() {
    let (folder, temporary) = (workshop(), TempDir::new().unwrap());
    let serve = || {
        let mut serving = command(&folder, &["serve", "corpus.json", "--port", "0"])
            .env("TMPDIR", temporary.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(serving.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains("http://")));
        (serving, lines)
    };
    for signal in ["INT", "TERM", "HUP"] {
        let (mut serving, _lines) = serve();
        assert_eq!(entries(temporary.path()).len(), 1);
        Command::new("kill").args([&format!("-{signal}"), &serving.id().to_string()]).status().unwrap();
        serving.wait().unwrap();
        assert_eq!(entries(temporary.path()), [""; 0], "{signal}");
    }
    // A killed program cannot clean up; the next run removes unused folders.
    let (mut killed, _lines) = serve();
    killed.kill().unwrap();
    killed.wait().unwrap();
    let (mut serving, _lines) = serve();
    assert_eq!(entries(temporary.path()).len(), 1);
    serving.kill().unwrap();
    serving.wait().unwrap();
    // A failed build leaves nothing, either.
    fs::write(folder.path().join("corpus.json"), "{").unwrap();
    let failing =
        command(&folder, &["serve", "corpus.json"]).env("TMPDIR", temporary.path()).output().unwrap();
    assert!(failing.status.code() == Some(2) && entries(temporary.path()).is_empty());
}
