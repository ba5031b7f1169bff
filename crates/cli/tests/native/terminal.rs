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
fn long_command_shows_what_it_does_and_clears_the_line() {
    let folder = workshop();
    crate::draw(1500, 7, &folder.path().join("corpus.json"));
    let Some((shown, code)) = on_a_terminal(&folder, "validate --corpus corpus.json", "") else { return };
    assert_eq!(code, 0, "{shown}");
    let (progress, report) =
        shown.rsplit_once('\r').map(|_| shown.split_at(shown.find("the corpus is").unwrap())).unwrap();
    assert!(progress.contains("\rChecking the corpus … 1 s"), "{shown:?}");
    // The line is covered with spaces before anything else is printed.
    assert!(progress.ends_with(" \r"), "{shown:?}");
    assert!(report.starts_with("the corpus is valid: 1500 articles"), "{shown:?}");
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
