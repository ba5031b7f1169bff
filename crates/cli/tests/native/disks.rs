//! Paths and disks as people have them: spaces, Vietnamese letters, long paths, read-only files, full disks.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization as _;

use thidua_sample::fixture;

use crate::build::{build, command, contents, said, thidua, workshop};

fn succeeds(output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    said(&output)
}

/// Runs every command that writes files, with corpus and site below `place`.
fn journey(folder: &TempDir, place: &Path) {
    let here = |name: &str| place.join(name).to_str().unwrap().to_owned();
    let corpus = here("kho/corpus.json");
    fs::create_dir_all(place).unwrap();
    succeeds(thidua(folder, &["new", &here("kho")]));
    succeeds(thidua(folder, &["validate", "--corpus", &here("kho")]));
    let attestation = here("kho/attestation.json");
    succeeds(thidua(folder, &["verify", "--corpus", &here("kho"), "--attestation", &attestation]));
    let building = ["build", "--corpus", &corpus, "--out", &here("trang web")];
    succeeds(thidua(folder, &building));
    let renamed = ["rename", "doi-tay-vang", "--name", "Đôi tay bạc", "--corpus", &corpus];
    assert!(succeeds(thidua(folder, &renamed)).contains("marks carried over: 1"));
    succeeds(thidua(folder, &building));
    let home = fs::read_to_string(place.join("trang web/index.html")).unwrap();
    assert!(home.contains("Đôi tay bạc"));
    assert!(succeeds(thidua(folder, &building)).contains("Nothing has changed"));
    succeeds(thidua(folder, &["export", "--corpus", &corpus, "--out", &here("bản ghi")]));
    let alone = command(folder, &[]).current_dir(place.join("kho")).output().unwrap();
    assert!(succeeds(alone).contains("thidua serve ."));
    let files = contents(place);
    let left: Vec<&String> = files.keys().filter(|path| path.contains("thidua-new")).collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn every_command_writes_below_paths_with_spaces_and_vietnamese_letters_of_either_form() {
    let folder = workshop();
    let name = "Kho thi đua – Đống Đa (bản mới), 100% 'thật' & đủ";
    for place in [name.to_owned(), name.nfd().collect()] {
        journey(&folder, &folder.path().join(place));
    }
}

#[test]
fn every_command_writes_below_paths_of_more_than_260_characters() {
    let folder = workshop();
    let part = "Liên đoàn Lao động thành phố, kho bài báo năm hai nghìn không trăm hai mươi hai";
    let place: PathBuf = std::iter::once(folder.path().to_owned())
        .chain((0..4).map(|number| PathBuf::from(format!("{part} {number}"))))
        .collect();
    assert!(place.to_str().unwrap().chars().count() > 300);
    journey(&folder, &place);
}

#[test]
fn read_only_document_is_named_and_stays() {
    let folder = workshop();
    thidua(&folder, &["new", "kho"]);
    let corpus = folder.path().join("kho/corpus.json");
    let before = fs::read(&corpus).unwrap();
    let set_read_only = |is_read_only: bool| {
        let mut permissions = fs::metadata(&corpus).unwrap().permissions();
        permissions.set_readonly(is_read_only);
        fs::set_permissions(&corpus, permissions).unwrap();
    };
    set_read_only(true);
    let rename = ["rename", "doi-tay-vang", "--name", "Khác", "--corpus", "kho/corpus.json"];
    let output = thidua(&folder, &rename);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(
        said(&output).contains("corpus.json") && said(&output).contains("read-only"),
        "{}",
        said(&output)
    );
    assert_eq!(fs::read(&corpus).unwrap(), before);
    // Reading needs no permission to write.
    succeeds(thidua(&folder, &["verify", "--corpus", "kho/corpus.json"]));
    set_read_only(false);
    succeeds(thidua(&folder, &rename));
}

#[test]
fn names_of_windows_devices_are_refused_as_new_ids() {
    let folder = workshop();
    thidua(&folder, &["new", "kho"]);
    let before = fs::read(folder.path().join("kho/corpus.json")).unwrap();
    for id in ["con", "aux"] {
        let output = thidua(&folder, &["rename", "doi-tay-vang", "--id", id, "--corpus", "kho/corpus.json"]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("nothing was changed"), "{}", said(&output));
    }
    assert_eq!(fs::read(folder.path().join("kho/corpus.json")).unwrap(), before);
}

/// Runs `thidua` with a limit for the size of each file that it writes, which is an error as on a full disk.
#[cfg(unix)]
fn with_small_files(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_thidua")]);
    shell.args(arguments).current_dir(folder.path()).env("THIDUA_APP", "app").output().unwrap()
}

#[cfg(unix)]
#[test]
fn file_that_cannot_be_written_to_its_end_leaves_the_old_one() {
    let folder = workshop();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    let site = contents(&folder.path().join("site"));
    let changed = fixture::json_text().replace("\"Làng Mây\"", "\"Làng Nắng\"");
    fs::write(folder.path().join("corpus.json"), &changed).unwrap();
    let output = with_small_files(&folder, &["build", "--corpus", "corpus.json", "--out", "site"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("cannot write"), "{}", said(&output));
    assert!(contents(&folder.path().join("site")) == site);
    let rename = ["rename", "tay-tho-vang", "--name", "Tên khác", "--corpus", "corpus.json"];
    let output = with_small_files(&folder, &rename);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read_to_string(folder.path().join("corpus.json")).unwrap(), changed);
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, [".site.thidua-state", "app", "corpus.json", "site"]);
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk_leaves_the_old_site_and_says_so() {
    let folder = workshop();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=16m", "none"]).arg(&disk).status();
    if !mounted.is_ok_and(|status| status.success()) {
        eprintln!("skipped: nothing can be mounted here");
        return;
    }
    let tried = std::panic::catch_unwind(|| {
        let arguments = ["build", "--corpus", "corpus.json", "--out", "disk/site"];
        succeeds(thidua(&folder, &arguments));
        let site = contents(&disk.join("site"));
        let mut filler = fs::File::create(disk.join("filler")).unwrap();
        for size in [65536, 4096] {
            while filler.write_all(&vec![0; size]).is_ok() {}
        }
        let changed = fixture::json_text().replace("\"Làng Mây\"", "\"Làng Nắng\"");
        fs::write(folder.path().join("corpus.json"), changed).unwrap();
        let output = thidua(&folder, &arguments);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("free some space. No site was changed"), "{}", said(&output));
        assert!(contents(&disk.join("site")) == site);
        drop(filler);
        fs::remove_file(disk.join("filler")).unwrap();
        succeeds(thidua(&folder, &arguments));
        assert!(contents(&disk.join("site")) != site);
    });
    assert!(Command::new("umount").arg(&disk).status().unwrap().success());
    tried.unwrap_or_else(|cause| std::panic::resume_unwind(cause));
}
