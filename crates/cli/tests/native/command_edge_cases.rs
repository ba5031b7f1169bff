//! Command line under unusual conditions: closed outputs, odd arguments, files in the way.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};

use thidua_sample::fixture;

use crate::commands::{folder, path, stderr, stdout, thidua};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_thidua"))
}

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json");

#[test]
fn closed_pipe_on_stdout_is_no_error() {
    for arguments in [
        vec!["schema"],
        vec!["search", "lao dong", "--explain", "--corpus", CORPUS],
        vec!["validate", "--corpus", CORPUS, "--format", "json"],
        vec!["--help"],
    ] {
        let mut child =
            program().args(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Closes the pipe before anything is read.
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        let code = child.wait().unwrap().code();
        assert!(matches!(code, Some(0)), "{arguments:?}: {code:?} {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn closed_stderr_keeps_the_exit_code() {
    let mut child = program()
        .args(["validate", "--corpus", "no-such-file"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk_is_named_with_exit_code_2() {
    let full = || Stdio::from(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    let output =
        program().args(["schema"]).stdout(full()).stderr(Stdio::piped()).spawn().unwrap().wait_with_output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("cannot print"), "{}", stderr(&output));
    let silent =
        program().args(["validate", "--corpus", "none"]).stderr(full()).stdout(full()).status().unwrap();
    assert_eq!(silent.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_refused_or_used_as_paths() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let odd = OsStr::from_bytes(b"kho-\xff.json");
    let folder = folder();
    for arguments in [
        vec![OsStr::new("search"), odd],
        vec![odd],
        vec![OsStr::new("validate"), OsStr::new("--corpus"), odd],
    ] {
        let output = program().args(&arguments).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
    }
    fs::write(folder.path().join(odd), fixture::json_text()).unwrap();
    let output = program()
        .args([OsStr::new("validate"), OsStr::new("--corpus"), odd])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[test]
fn proposed_commands_are_quoted_for_the_shell() {
    let folder = folder();
    for (name, proposed) in
        [("kho bài", "'kho bài'"), ("c'd", "'c'\\''d'"), ("kho", "kho"), ("$HOME;x", "'$HOME;x'")]
    {
        let output = program().args(["new", name]).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        if cfg!(unix) {
            assert!(
                stdout(&output).contains(&format!("Try: thidua serve {proposed}\n")),
                "{}",
                stdout(&output)
            );
        }
    }
}

#[test]
fn control_characters_of_a_corpus_are_escaped_in_output() {
    let folder = folder();
    let corpus = path(&folder, "corpus.json");
    for (from, to) in [
        ("\"headline\":", "\"\\u001b[31m\": 1, \"headline\":"),
        ("\"Gió Nhẹ\"", "\"Gió \\u001b[31m\\u202eNhẹ\""),
        ("\"tay-tho-bac\":", "\"tay\\u202e\\u001b[2J\": \"kheo-tay\", \"tay-tho-bac\":"),
    ] {
        fs::write(&corpus, fixture::json_text().replacen(from, to, 1)).unwrap();
        let output = thidua(&["validate", "--corpus", &corpus]);
        assert_ne!(output.status.code(), Some(0));
        let said = format!("{}{}", stdout(&output), stderr(&output));
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    }
}

#[test]
fn attestation_never_overwrites_another_file() {
    let folder = folder();
    let (corpus, texts) = (path(&folder, "corpus.json"), path(&folder, "texts"));
    let verify =
        |to: &str| thidua(&["verify", "--corpus", &corpus, "--sources", &texts, "--attestation", to]);
    let text = format!("{texts}/{}.txt", fixture::STEM);
    for foreign in [&corpus, &text] {
        let before = fs::read(foreign).unwrap();
        let output = verify(foreign);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("nothing was touched"), "{}", stderr(&output));
        assert_eq!(fs::read(foreign).unwrap(), before);
    }
    let attestation = path(&folder, "attestation.json");
    assert_eq!(verify(&attestation).status.code(), Some(0));
    assert_eq!(verify(&attestation).status.code(), Some(0), "its own is renewed");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "no temporary files are left");
}

#[cfg(unix)]
#[test]
fn written_corpus_keeps_symlink_and_permissions() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder();
    let real = folder.path().join("that.json");
    fs::rename(folder.path().join("corpus.json"), &real).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("that.json", folder.path().join("corpus.json")).unwrap();
    let article = folder.path().join("bai.txt");
    let text = "LĐLĐ quận Cầu Mây: Thi đua sôi nổi\n\nNăm 2023, LĐLĐ quận Cầu Mây phát động phong trào thi đua “Tay vàng”, \
                đã có 1.248 sáng kiến của đoàn viên được công nhận.\n";
    fs::write(&article, text).unwrap();
    let corpus = path(&folder, "corpus.json");
    let output = thidua(&[
        "ingest",
        &article.display().to_string(),
        "--corpus",
        &corpus,
        "--sources",
        &path(&folder, "texts"),
        "--write",
    ]);
    assert!(stdout(&output).contains("written: "), "{}{}", stdout(&output), stderr(&output));
    assert!(fs::symlink_metadata(&corpus).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&real).unwrap().contains("Tay vàng"));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "{left:?}");
}

#[test]
fn commands_that_show_a_corpus_refuse_an_invalid_one() {
    let folder = folder();
    let corpus = path(&folder, "corpus.json");
    let broken =
        fixture::json_text().replacen("\"organisation\": \"hoi-tho\"", "\"organisation\": \"khong-co\"", 1);
    fs::write(&corpus, broken).unwrap();
    let out = path(&folder, "out");
    for arguments in [
        vec!["search", "tho", "--corpus", &corpus],
        vec!["chart", "--timeline", "--corpus", &corpus, "--out", &out],
        vec!["validate", "--corpus", &corpus],
    ] {
        let output = thidua(&arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stdout(&output).contains("there is no organisation \"khong-co\""), "{}", stdout(&output));
    }
    assert!(!Path::new(&out).exists());
}

#[test]
fn build_refuses_the_corpus_folder_and_the_root_as_target() {
    use crate::build::{said, thidua, workshop};
    let folder = workshop();
    fs::create_dir(folder.path().join("kho")).unwrap();
    fs::write(folder.path().join("kho/corpus.json"), fixture::json_text()).unwrap();
    let before = fs::read(folder.path().join("kho/corpus.json")).unwrap();
    for out in ["kho", "kho/corpus.json", ".", "/"] {
        let output = thidua(&folder, &["build", "--corpus", "kho", "--out", out]);
        assert_eq!(output.status.code(), Some(2), "{out}: {}", said(&output));
        assert!(!said(&output).contains("panicked"), "{}", said(&output));
    }
    assert_eq!(fs::read(folder.path().join("kho/corpus.json")).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path().join("kho")).unwrap().count(), 1);
}
