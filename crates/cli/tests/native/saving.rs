//! Saving from the workbench through `thidua serve`, with raw HTTP requests.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use thidua_core::domain::Corpus;
use thidua_core::text::sha256;
use thidua_publish::CorpusPackage;
use thidua_sample::{Recipe, fixture, sample};

use crate::build::{command, contents, thidua, workshop};

/// Running `thidua serve`.
struct Served {
    process: Child,
    _temporary: TempDir,
    port: u16,
    token: String,
}

impl Served {
    /// Serves a corpus of a folder.
    fn new(folder: &TempDir, corpus: &str) -> Served {
        let temporary = TempDir::new().unwrap();
        let mut process = command(folder, &["serve", corpus, "--port", "0"])
            .env("TMPDIR", temporary.path())
            .env("LC_ALL", "vi_VN.UTF-8")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.map(Result::unwrap).find(|line| line.contains("#luu=")).unwrap();
        let (address, token) = line.split_once("/soan/#luu=").unwrap();
        let port = address.rsplit_once(':').unwrap().1.parse().unwrap();
        assert!(line.starts_with("Bàn soạn, lưu thẳng vào "), "{line}");
        Served { process, _temporary: temporary, port, token: token.to_owned() }
    }

    /// Sends a request with these header lines; returns status and body of the answer.
    fn send(&self, start: &str, headers: &[String], body: &[u8]) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // Without parts: an answer of HTTP/1.0 ends with the connection.
        let head = format!("{start} HTTP/1.0\r\n{}\r\n\r\n", headers.join("\r\n"));
        stream.write_all(head.as_bytes()).unwrap();
        // A server that refuses need not read what it is sent.
        let _sent = stream.write_all(body);
        let mut answer = Vec::new();
        let _read = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    /// Header lines of a request of the workbench; `state` is empty if it sends none.
    fn headers(&self, body: &[u8], state: &str) -> Vec<String> {
        let mut headers = vec![
            format!("Host: localhost:{}", self.port),
            format!("Origin: http://localhost:{}", self.port),
            format!("X-Thidua-Token: {}", self.token),
            "Content-Type: application/zip".to_owned(),
            format!("Content-Length: {}", body.len()),
        ];
        if !state.is_empty() {
            headers.push(format!("X-Thidua-State: {state}"));
        }
        headers
    }

    fn post(&self, body: &[u8], state: &str) -> (u16, Value) {
        let (status, body) = self.send("POST /_thidua/save", &self.headers(body, state), body);
        (status, serde_json::from_str(&body).unwrap())
    }

    fn place(&self) -> Value {
        let headers = [format!("Host: 127.0.0.1:{}", self.port), format!("X-Thidua-Token: {}", self.token)];
        let (status, body) = self.send("GET /_thidua/save", &headers, b"");
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).unwrap()
    }

    /// Returns the corpus that the served site shows.
    fn published(&self) -> String {
        self.send("GET /corpus.json", &[format!("Host: localhost:{}", self.port)], b"").1
    }

    /// Waits until the served site shows `state`.
    fn wait_for(&self, state: &Value) {
        let begun = Instant::now();
        while self.place()["built"] != *state {
            assert!(begun.elapsed() < Duration::from_secs(60), "not built");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _killed = self.process.kill();
        let _ended = self.process.wait();
    }
}

fn package(corpus: &[u8]) -> CorpusPackage {
    CorpusPackage { corpus: corpus.to_vec(), ..CorpusPackage::default() }
}

fn changed_corpus() -> String {
    fixture::json_text().replace("\"Làng Mây\"", "\"Làng Nắng\"")
}

#[test]
fn saved_document_equals_what_was_sent_and_the_site_shows_it() {
    let folder = workshop();
    let served = Served::new(&folder, "corpus.json");
    let old = fs::read(folder.path().join("corpus.json")).unwrap();
    let place = served.place();
    assert_eq!((&place["documents"], &place["built"]), (&1.into(), &sha256(&old).into()));
    assert!(place["folder"].as_str().unwrap().ends_with("corpus.json"));

    let mut sent = package(changed_corpus().as_bytes());
    sent.texts.insert("Bài mới".to_owned(), "Một dòng.\n".to_owned());
    let (status, answer) = served.post(&sent.write().unwrap(), &sha256(&old));
    assert_eq!(status, 200, "{answer}");
    assert_eq!(answer["saved"], serde_json::json!(["texts/Bài mới.txt", "corpus.json"]));
    assert_eq!(fs::read(folder.path().join("corpus.json")).unwrap(), sent.corpus);
    assert_eq!(fs::read_to_string(folder.path().join("texts/Bài mới.txt")).unwrap(), "Một dòng.\n");
    let kept = folder.path().join(answer["kept"].as_str().unwrap()).join("corpus.json");
    assert_eq!(fs::read(kept).unwrap(), old);
    assert_eq!(answer["state"], sha256(&sent.corpus).as_str());
    served.wait_for(&answer["state"]);
    assert!(served.published().contains("Làng Nắng"));

    // The same again: nothing differs, nothing is copied.
    let (status, again) = served.post(&sent.write().unwrap(), answer["state"].as_str().unwrap());
    assert_eq!((status, &again["saved"], &again["kept"]), (200, &serde_json::json!([]), &Value::Null));
    // A tab that still has the first state is refused, and one with a state of nowhere.
    let (status, refused) = served.post(&package(&old).write().unwrap(), &sha256(&old));
    assert_eq!((status, &refused["files"]), (409, &serde_json::json!(["corpus.json"])));
    assert!(refused["error"].as_str().unwrap().contains("đã bị sửa"));
    assert_eq!(served.post(&package(&old).write().unwrap(), "0000").0, 409);
    assert_eq!(fs::read(folder.path().join("corpus.json")).unwrap(), sent.corpus);
}

#[test]
fn request_that_is_not_of_the_own_page_changes_nothing() {
    let folder = workshop();
    let served = Served::new(&folder, "corpus.json");
    let before = contents(folder.path());
    let body = package(changed_corpus().as_bytes()).write().unwrap();
    let right = served.headers(&body, "");
    let with = |place: usize, line: &str| {
        let mut headers = right.clone();
        headers[place] = line.to_owned();
        headers
    };
    let foreign_port = format!("Origin: http://localhost:{}", served.port.wrapping_add(1));
    let loopback = format!("Origin: http://127.0.0.1:{}", served.port);
    for (headers, status, reason) in [
        (with(0, "Host: evil.example"), 403, "host"),
        (with(0, "Host: localhost"), 403, "host without the port"),
        (with(0, "X-No-Host: x"), 403, "no host"),
        (with(1, "Origin: https://evil.example"), 403, "origin"),
        (with(1, "Origin: null"), 403, "origin of a file"),
        (with(1, &foreign_port), 403, "another server on this machine"),
        (with(1, &loopback), 403, "origin under another name"),
        (with(1, "X-No-Origin: x"), 403, "no origin"),
        (with(1, &format!("{}\r\nSec-Fetch-Site: cross-site", right[1])), 403, "another site"),
        (with(2, "X-Thidua-Token: 0123456789abcdef0123456789abcdef"), 403, "token"),
        (with(2, "X-No-Token: x"), 403, "no token"),
        (with(3, "Content-Type: text/plain"), 415, "type"),
        (with(4, "Content-Length: 100000000"), 413, "size"),
    ] {
        let sent: &[u8] = if status == 413 { b"" } else { &body };
        let (found, answer) = served.send("POST /_thidua/save?lang=en", &headers, sent);
        assert_eq!(found, status, "{reason}: {answer}");
        assert!(serde_json::from_str::<Value>(&answer).unwrap()["error"].is_string(), "{answer}");
    }
    for method in ["PUT", "DELETE", "OPTIONS", "PATCH"] {
        let (status, answer) = served.send(&format!("{method} /_thidua/save"), &right, &body);
        assert_eq!(status, 405, "{answer}");
    }
    for start in ["POST /", "POST /_thidua/other", "POST /en/_thidua/save"] {
        assert_eq!(served.send(start, &right, &body).0, 405, "{start}");
    }
    let (status, answer) =
        served.send("GET /_thidua/save", &[format!("Host: localhost:{}", served.port)], b"");
    assert!(status == 403 && !answer.contains(&served.token) && !answer.contains("folder"), "{answer}");
    assert_eq!(contents(folder.path()), before);
    // The same request with nothing wrong is answered.
    assert_eq!(served.send("POST /_thidua/save", &right, &body).0, 200);
}

#[test]
fn broken_package_is_refused_with_the_reason_and_changes_nothing() {
    let folder = workshop();
    let served = Served::new(&folder, "corpus.json");
    let before = contents(folder.path());
    let good = package(changed_corpus().as_bytes()).write().unwrap();
    let dangling = fixture::json_text().replacen("\"campaign\":\"", "\"campaign\":\"khong-co-", 1);
    let dangling = if dangling == fixture::json_text() {
        fixture::json_text().replacen("\"campaign\": \"", "\"campaign\": \"khong-co-", 1)
    } else {
        dangling
    };
    assert_ne!(dangling, fixture::json_text());
    for (body, words) in [
        (b"no archive".to_vec(), "gói kho"),
        (good[..good.len() / 2].to_vec(), "gói kho"),
        (with_member(&good, "../../thoat.txt"), "thoat.txt"),
        (with_member(&good, "/etc/thoat.txt"), "thoat.txt"),
        (with_member(&good, "texts/../../thoat.txt"), "thoat.txt"),
        (with_member(&good, "run.exe"), "run.exe"),
        (package(b"{}").write().unwrap(), "schema_version"),
        (package(dangling.as_bytes()).write().unwrap(), "lỗi"),
    ] {
        let (status, answer) = served.post(&body, "");
        assert_eq!(status, 422, "{answer}");
        assert!(answer["error"].as_str().unwrap().contains(words), "{answer}");
    }
    assert_eq!(contents(folder.path()), before);
    assert!(!folder.path().parent().unwrap().join("thoat.txt").exists());
}

/// Returns an archive with one more file.
fn with_member(archive: &[u8], path: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(archive.to_vec())).unwrap();
    zip.start_file(path, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"x").unwrap();
    zip.finish().unwrap().into_inner()
}

/// Writes a corpus of six articles as a folder of two documents in `kho`, and returns it.
fn folder_of_documents(folder: &Path) -> Corpus {
    let all = sample(&Recipe { articles: 6, seed: 5, bodies: false }, &[]).corpus;
    let (first, second) = all.articles.split_at(3);
    let one = Corpus { articles: first.to_vec(), ..all.clone() };
    let other = Corpus { articles: second.to_vec(), licence: None, ..Corpus::empty(all.title.clone()) };
    fs::create_dir(folder.join("kho")).unwrap();
    fs::write(folder.join("kho/a.json"), serde_json::to_vec_pretty(&one).unwrap()).unwrap();
    fs::write(folder.join("kho/b.json"), serde_json::to_vec(&other).unwrap()).unwrap();
    all
}

#[test]
fn folder_of_documents_keeps_its_documents_and_gets_one_for_a_new_article() {
    let folder = workshop();
    let mut corpus = folder_of_documents(folder.path());
    let served = Served::new(&folder, "kho");
    assert_eq!(served.place()["documents"], 2);
    let untouched = fs::read(folder.path().join("kho/b.json")).unwrap();
    let mut new = corpus.articles[0].clone();
    new.id = "bai-moi".into();
    new.text.file_stem = "bai-moi".into();
    new.text.sha256 = sha256(b"bai moi");
    for (number, figure) in new.figures.iter_mut().enumerate() {
        figure.id = format!("bai-moi-{number}").as_str().into();
        figure.part_of = None;
    }
    corpus.articles.push(new);
    corpus.articles[1].headline = "Đầu đề đã sửa".into();
    let sent = package(&serde_json::to_vec(&corpus).unwrap());
    let (status, answer) = served.post(&sent.write().unwrap(), "");
    assert_eq!(status, 200, "{answer}");
    assert_eq!(answer["saved"], serde_json::json!(["a.json", "bai-moi.json"]));
    assert_eq!(fs::read(folder.path().join("kho/b.json")).unwrap(), untouched);
    served.wait_for(&answer["state"]);
    let shown: Corpus = serde_json::from_str(&served.published()).unwrap();
    assert_eq!(shown, corpus);

    // Somebody adds a document meanwhile: it would be lost.
    let added = Corpus { ..Corpus::empty(corpus.title.clone()) };
    fs::write(folder.path().join("kho/c.json"), serde_json::to_vec(&added).unwrap()).unwrap();
    let (status, answer) = served.post(&sent.write().unwrap(), answer["state"].as_str().unwrap());
    assert_eq!((status, &answer["files"]), (409, &serde_json::json!(["c.json"])), "{answer}");
}

#[test]
fn files_that_cannot_be_written_stay_as_they_were() {
    let folder = workshop();
    let served = Served::new(&folder, "corpus.json");
    let corpus = folder.path().join("corpus.json");
    let mut sent = package(changed_corpus().as_bytes());
    sent.texts.insert("a".to_owned(), "a".to_owned());
    let sent = sent.write().unwrap();
    let set_read_only = |is_read_only: bool| {
        let mut permissions = fs::metadata(&corpus).unwrap().permissions();
        permissions.set_readonly(is_read_only);
        fs::set_permissions(&corpus, permissions).unwrap();
    };
    set_read_only(true);
    let (status, answer) = served.post(&sent, "");
    assert_eq!(status, 500, "{answer}");
    let said = answer["error"].as_str().unwrap();
    assert!(said.contains("corpus.json: không được phép ghi"), "{said}");
    assert_eq!(fs::read_to_string(&corpus).unwrap(), fixture::json_text());
    assert!(!folder.path().join("texts/a.txt").exists(), "written before and taken back");
    set_read_only(false);
    // No place for the copies: nothing is replaced, either.
    fs::remove_dir_all(folder.path().join(".thidua-backup")).unwrap();
    fs::write(folder.path().join(".thidua-backup"), "").unwrap();
    let (status, answer) = served.post(&sent, "");
    assert_eq!((status, fs::read_to_string(&corpus).unwrap()), (500, fixture::json_text()), "{answer}");
    fs::remove_file(folder.path().join(".thidua-backup")).unwrap();
    assert_eq!(served.post(&sent, "").0, 200);
}

#[test]
fn served_package_is_written_anew_with_its_other_texts() {
    let folder = workshop();
    let mut old = package(fixture::json_text().as_bytes());
    old.texts.insert("cu".to_owned(), "cũ\n".to_owned());
    old.settings.url = Some("https://thi-dua.example/kho/".to_owned());
    fs::write(folder.path().join("kho.zip"), old.write().unwrap()).unwrap();
    let served = Served::new(&folder, "kho.zip");
    let mut sent = package(changed_corpus().as_bytes());
    sent.texts.insert("moi".to_owned(), "mới\n".to_owned());
    let (status, answer) = served.post(&sent.write().unwrap(), &sha256(&old.corpus));
    assert_eq!((status, &answer["saved"]), (200, &serde_json::json!(["kho.zip"])), "{answer}");
    let saved = CorpusPackage::read(&fs::read(folder.path().join("kho.zip")).unwrap()).unwrap();
    assert_eq!(saved.corpus, sent.corpus);
    assert_eq!(saved.texts.keys().collect::<Vec<_>>(), ["cu", "moi"]);
    assert_eq!(saved.settings, old.settings);
    served.wait_for(&answer["state"]);
}

#[test]
fn copies_of_replaced_files_are_no_part_of_the_corpus() {
    let folder = workshop();
    thidua(&folder, &["new", "kho"]);
    let served = Served::new(&folder, "kho");
    let corpus = fs::read_to_string(folder.path().join("kho/corpus.json")).unwrap();
    let sent = package(corpus.replace("Kho thi đua của tôi", "Kho của chúng tôi").as_bytes());
    let (status, answer) = served.post(&sent.write().unwrap(), "");
    assert_eq!((status, &answer["saved"]), (200, &serde_json::json!(["corpus.json"])), "{answer}");
    assert_eq!(fs::read(folder.path().join("kho/corpus.json")).unwrap(), sent.corpus);
    let valid = thidua(&folder, &["validate", "--corpus", "kho"]);
    assert_eq!(valid.status.code(), Some(0), "{}", crate::build::said(&valid));
    served.wait_for(&answer["state"]);
}

#[test]
fn built_site_and_site_without_its_address_cannot_be_saved_to() {
    let folder = workshop();
    assert_eq!(crate::build::build(&folder, &[]).status.code(), Some(0));
    let mut process =
        command(&folder, &["serve", "site", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let line = lines.next().unwrap().unwrap();
    let port: u16 = line.rsplit_once(':').unwrap().1.trim_end_matches('/').parse().unwrap();
    let served = Served { process, _temporary: TempDir::new().unwrap(), port, token: String::new() };
    let headers = served.headers(b"", "");
    assert_eq!(served.send("GET /_thidua/save", &headers, b"").0, 404);
    assert_eq!(served.send("POST /_thidua/save", &headers, b"").0, 405);
}

#[test]
fn idle_and_slow_connections_keep_nobody_waiting() {
    let folder = workshop();
    let served = Served::new(&folder, "corpus.json");
    let connect = || TcpStream::connect(("127.0.0.1", served.port)).unwrap();
    // More than the connections of several tabs, which say nothing, or half of a head.
    let mut idle: Vec<TcpStream> = (0..40).map(|_| connect()).collect();
    for stream in idle.iter_mut().step_by(2) {
        stream.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    }
    let begun = Instant::now();
    for _ in 0..20 {
        let mut stream = connect();
        stream.write_all(b"GET /corpus.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("Làng Mây"), "{answer}");
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    // A head that could be read in two ways changes nothing, either.
    let body = package(changed_corpus().as_bytes()).write().unwrap();
    for (place, double) in [(0, "Host: evil.example"), (1, "Origin: null"), (2, "X-Thidua-Token: x")] {
        let mut headers = served.headers(&body, "");
        headers.insert(place, double.to_owned());
        let (status, answer) = served.send("POST /_thidua/save", &headers, &body);
        assert!(status == 403 || status == 400, "{double}: {answer}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("corpus.json")).unwrap(), fixture::json_text());
}
