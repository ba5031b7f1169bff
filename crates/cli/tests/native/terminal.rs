//! What is shown on a terminal alone: progress, and the question of `thidua` without arguments. `script` makes the terminal.

#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::build::workshop;

/// Runs `thidua` on a terminal with `typed` as input, and returns what the terminal shows and the exit code. `None` if there is
/// no program `script`.
fn on_a_terminal(folder: &TempDir, arguments: &str, typed: &str) -> Option<(String, i32)> {
    let line = format!("'{}' {arguments}", env!("CARGO_BIN_EXE_thidua"));
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).current_dir(folder.path());
    command.env("LC_ALL", "vi_VN.UTF-8").env("THIDUA_APP", "app");
    let Ok(mut running) = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() else {
        eprintln!("skipped: no program `script`");
        return None;
    };
    let mut input = running.stdin.take().unwrap();
    input.write_all(typed.as_bytes()).unwrap();
    let output = running.wait_with_output().unwrap();
    drop(input);
    Some((String::from_utf8_lossy(&output.stdout).into_owned(), output.status.code().unwrap()))
}

#[test]
fn empty_folder_becomes_a_corpus_that_is_open_in_the_browser_after_one_answer() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = workshop();
    std::fs::remove_file(folder.path().join("corpus.json")).unwrap();
    let Some((shown, _)) = on_a_terminal(&folder, "", "k\n") else { return };
    assert!(shown.contains("Tạo kho mới trong thư mục “kho”"), "{shown}");
    assert!(!folder.path().join("kho").exists());

    let (browser, opened) = (folder.path().join("browser"), folder.path().join("opened"));
    std::fs::write(&browser, format!("#!/bin/sh\necho \"$1\" > '{}'\n", opened.display())).unwrap();
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut running = Command::new("script")
        .args(["-qec", env!("CARGO_BIN_EXE_thidua"), "/dev/null"])
        .current_dir(folder.path())
        .envs([("LC_ALL", "vi_VN.UTF-8"), ("THIDUA_APP", "app"), ("BROWSER", browser.to_str().unwrap())])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = running.stdin.take().unwrap();
    input.write_all(b"\n").unwrap();
    let begun = std::time::Instant::now();
    let is_opened = || std::fs::read_to_string(&opened).is_ok_and(|url| url.contains("/soan/#luu="));
    while !is_opened() && begun.elapsed().as_secs() < 60 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    // Ctrl+C, as a person types it.
    input.write_all(&[3]).unwrap();
    running.wait().unwrap();
    assert!(is_opened() && folder.path().join("kho/corpus.json").is_file());
}

#[test]
fn thidua_alone_asks_on_a_terminal_and_no_ends_it() {
    let folder = workshop();
    for answer in ["k\n", "không\n"] {
        let Some((shown, code)) = on_a_terminal(&folder, "", answer) else { return };
        assert!(shown.contains("Mở trang ngay bây giờ? [C/k]") && code == 0, "{shown}");
        assert!(!shown.contains("#luu="), "{shown}");
    }
}
