//! `thidua` without arguments, in folders of every kind.

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use tempfile::TempDir;

use thidua_publish::{CorpusPackage, archive};
use thidua_sample::fixture;

use crate::build::{build, command, contents, said, workshop};

/// Runs `thidua` alone in a subfolder, with a language of the system.
fn alone(folder: &TempDir, inner: &str, lang: &str) -> Output {
    let mut command = command(folder, &[]);
    command.current_dir(folder.path().join(inner)).env("THIDUA_APP", folder.path().join("app"));
    command.env("LC_ALL", lang).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn folder_without_a_corpus_says_how_to_begin_in_the_language_of_the_system() {
    let folder = workshop();
    fs::create_dir(folder.path().join("trống")).unwrap();
    // What other programs keep in JSON and ZIP is no corpus.
    fs::write(folder.path().join("trống/package.json"), "{\"name\": \"x\"}").unwrap();
    fs::write(folder.path().join("trống/x.zip"), "x").unwrap();
    let output = alone(&folder, "trống", "vi_VN.UTF-8");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for words in ["chưa có kho dữ liệu", "thidua new kho ", "thidua new kho --from", "thidua help"] {
        assert!(said(&output).contains(words), "{words}: {}", said(&output));
    }
    let output = alone(&folder, "trống", "C");
    assert!(said(&output).contains("There is no corpus here yet."), "{}", said(&output));
}

#[test]
fn folder_with_a_corpus_says_what_it_holds_and_asks_nothing_off_a_terminal() {
    let folder = workshop();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    let before = contents(folder.path());
    let output = alone(&folder, "", "vi_VN.UTF-8");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for words in [
        "bài báo, chưa bài nào có dấu đối chiếu",
        "Trang đã dựng: site",
        "thidua serve . --open",
        "thidua build --corpus . --out site",
        "thidua ingest bai-bao.txt --corpus .",
    ] {
        assert!(said(&output).contains(words), "{words}: {}", said(&output));
    }
    assert!(!said(&output).contains("[C/k]"), "{}", said(&output));
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn package_is_found_and_of_several_one_is_chosen_by_the_person() {
    let folder = workshop();
    let package = CorpusPackage { corpus: fixture::json_text().into_bytes(), ..CorpusPackage::default() };
    fs::create_dir(folder.path().join("gói")).unwrap();
    fs::write(folder.path().join("gói/kho một.zip"), package.write().unwrap()).unwrap();
    // Any other archive that lies there, such as a download.
    let other = archive(&[("README.md", b"x")]).unwrap();
    fs::write(folder.path().join("gói/bản phát hành.zip"), other).unwrap();
    let output = alone(&folder, "gói", "vi_VN");
    assert!(!said(&output).contains("bản phát hành"), "{}", said(&output));
    assert!(said(&output).contains("thidua new kho --from"), "{}", said(&output));
    assert!(said(&output).contains("kho một.zip:"), "{}", said(&output));
    fs::write(folder.path().join("gói/kho hai.zip"), package.write().unwrap()).unwrap();
    let output = alone(&folder, "gói", "vi_VN");
    assert!(said(&output).contains("nhiều kho; hãy chọn một"), "{}", said(&output));
    assert_eq!(said(&output).matches("thidua serve").count(), 2, "{}", said(&output));
}

#[test]
fn corpus_one_folder_deeper_is_found_and_that_of_a_site_is_not() {
    let folder = workshop();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    fs::create_dir(folder.path().join("kho")).unwrap();
    fs::rename(folder.path().join("corpus.json"), folder.path().join("kho/corpus.json")).unwrap();
    let output = alone(&folder, "", "vi_VN");
    assert!(said(&output).contains("thidua serve kho --open"), "{}", said(&output));
    assert!(said(&output).contains("Trang đã dựng: site"), "{}", said(&output));
}

#[test]
fn corpus_next_to_other_json_files_is_named_itself() {
    let folder = workshop();
    fs::write(folder.path().join("package.json"), "{\"name\": \"x\"}").unwrap();
    let output = alone(&folder, "", "en_US.UTF-8");
    assert!(said(&output).contains("thidua serve corpus.json --open"), "{}", said(&output));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn broken_corpus_is_named_with_its_error() {
    let folder = workshop();
    fs::write(folder.path().join("corpus.json"), fixture::json_text().get(..2000).unwrap()).unwrap();
    let output = alone(&folder, "", "vi_VN");
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("Kho chưa dùng được"), "{}", said(&output));
    assert!(said(&output).contains("thidua validate --corpus"), "{}", said(&output));
}

#[cfg(unix)]
#[test]
fn serve_opens_the_workbench_in_the_browser() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = workshop();
    let (browser, opened) = (folder.path().join("browser"), folder.path().join("opened"));
    fs::write(
        &browser,
        format!("#!/bin/sh\necho \"$1\" > '{0}.part'; mv '{0}.part' '{0}'\n", opened.display()),
    )
    .unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    serves_and_opens(&folder, &["serve", "corpus.json", "--port", "0", "--open"], &browser, &opened);
    // A path alone, as when a file is dropped on the program.
    fs::remove_file(&opened).unwrap();
    serves_and_opens(&folder, &["corpus.json"], &browser, &opened);
}

/// Serves a corpus until the program `browser` has written the address of the workbench to `opened`.
#[cfg(unix)]
fn serves_and_opens(folder: &TempDir, arguments: &[&str], browser: &Path, opened: &Path) {
    use std::io::{BufRead as _, BufReader};

    let temporary = TempDir::new().unwrap();
    let mut serving = command(folder, arguments)
        .env("BROWSER", browser)
        .env("TMPDIR", temporary.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(serving.stdout.take().unwrap()).lines();
    let line = lines.map(Result::unwrap).find(|line| line.contains("#luu=")).unwrap();
    let begun = std::time::Instant::now();
    while !opened.is_file() && begun.elapsed().as_secs() < 20 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let address = fs::read_to_string(opened);
    serving.kill().unwrap();
    serving.wait().unwrap();
    assert!(line.ends_with(address.unwrap().trim()), "{line}");
}
