//! Replacement of a site: targets that can be renamed and those that cannot, concurrent readers and builds.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};

use tempfile::TempDir;

use thidua_sample::fixture;

use crate::build::{build, command, contents, said, thidua, workshop};

/// Changes a name in the corpus.
fn rename(folder: &TempDir, name: &str) {
    let changed = fixture::json_text().replace("\"Làng Mây\"", &format!("\"{name}\""));
    fs::write(folder.path().join("corpus.json"), changed).unwrap();
}

#[test]
fn page_exists_at_every_moment_of_a_build() {
    let folder = workshop();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    let (home, is_over) = (folder.path().join("site/index.html"), AtomicBool::new(false));
    let missing = std::thread::scope(|scope| {
        let looking = scope.spawn(|| {
            let mut missing = 0;
            while !is_over.load(Ordering::Relaxed) {
                missing += usize::from(File::open(&home).is_err());
            }
            missing
        });
        for n in 0..5 {
            rename(&folder, &format!("Làng {n}"));
            assert_eq!(build(&folder, &[]).status.code(), Some(0));
        }
        is_over.store(true, Ordering::Relaxed);
        looking.join().unwrap()
    });
    // On systems without an exchange of folders, two renames leave a gap.
    if cfg!(any(target_os = "linux", target_vendor = "apple")) {
        assert_eq!(missing, 0);
    }
}

#[test]
fn held_lock_stops_other_builds_and_its_file_stays() {
    let folder = workshop();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    let state = folder.path().join(".site.thidua-state");
    let held = File::options().write(true).open(&state).unwrap();
    held.lock().unwrap();
    rename(&folder, "Làng Nắng");
    for _ in 0..2 {
        let output = build(&folder, &[]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("another build"), "{}", said(&output));
    }
    // If a refused build removed the lock file, the next one would lock another file of the same name.
    assert!(state.is_file());
    held.unlock().unwrap();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    held.try_lock().expect("the file is the one that builds lock");
}

#[test]
fn one_of_concurrent_builds_writes_a_complete_site() {
    let folder = workshop();
    let running: Vec<_> = (0..8)
        .map(|_| {
            let mut one = command(&folder, &["build", "--quiet", "--corpus", "corpus.json", "--out", "site"]);
            one.stderr(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let mut written = 0;
    for one in running {
        let output = one.wait_with_output().unwrap();
        let is_refused = said(&output).contains("another build");
        assert!(output.status.success() || is_refused, "{}", said(&output));
        written += usize::from(output.status.success());
    }
    assert!(written > 0);
    let others = ["build", "--corpus", "corpus.json", "--out", "alone"];
    assert_eq!(thidua(&folder, &others).status.code(), Some(0));
    assert!(contents(&folder.path().join("site")) == contents(&folder.path().join("alone")));
}

#[test]
fn files_of_the_system_do_not_stop_a_build() {
    let folder = workshop();
    assert_eq!(build(&folder, &[]).status.code(), Some(0));
    for name in [".DS_Store", "phong-trao/.DS_Store", "._index.html", "Thumbs.db", "desktop.ini"] {
        fs::write(folder.path().join("site").join(name), "x").unwrap();
    }
    rename(&folder, "Làng Nắng");
    let output = build(&folder, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

/// Builds by `run` into the folder `site`, which cannot be renamed: again, with another corpus, and with a foreign file.
#[cfg(unix)]
fn build_in_a_fixed_place(folder: &TempDir, site: &Path, run: &dyn Fn() -> Output) {
    use std::os::unix::fs::{MetadataExt as _, chown};
    let good = |output: Output| assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    good(run());
    assert!(said(&run()).starts_with("Nothing has changed"));
    let untouched = fs::metadata(site.join("icon.svg")).unwrap().modified().unwrap();
    let changed = fixture::json_text().replace("tay-tho-vang", "tay-tho-moi");
    fs::write(folder.path().join("corpus.json"), changed).unwrap();
    // An interrupted build has left half of a site next to the pages, and an old list.
    fs::create_dir_all(site.join(".thidua-new")).unwrap();
    fs::write(site.join(".thidua-new/index.html"), "half").unwrap();
    let owner = fs::metadata(site).unwrap().uid();
    chown(site.join(".thidua-new"), Some(owner), None).unwrap();
    good(run());
    assert_eq!(fs::metadata(site.join("icon.svg")).unwrap().modified().unwrap(), untouched);
    assert!(!site.join("phong-trao/tay-tho-vang").join("lien-ket.svg").exists());
    let mut there = contents(site);
    there.remove(".thidua-state").unwrap();
    let alone = ["build", "--fresh", "--corpus", "corpus.json", "--out", "alone"];
    good(thidua(folder, &alone));
    let alone = contents(&folder.path().join("alone"));
    let differing: Vec<&String> =
        alone.keys().chain(there.keys()).filter(|path| alone.get(*path) != there.get(*path)).collect();
    assert!(differing.is_empty(), "{differing:?}");

    fs::write(site.join("phong-trao/cua-toi.txt"), "giữ lại").unwrap();
    fs::write(folder.path().join("corpus.json"), fixture::json_text()).unwrap();
    let output = run();
    assert!(output.status.code() == Some(2) && said(&output).contains("cua-toi.txt"), "{}", said(&output));
    assert_eq!(fs::read_to_string(site.join("phong-trao/cua-toi.txt")).unwrap(), "giữ lại");
}

#[cfg(target_os = "linux")]
#[test]
fn target_that_is_a_mount_point_is_updated_file_by_file() {
    let folder = workshop();
    let site = folder.path().join("site");
    fs::create_dir(&site).unwrap();
    let mount = |arguments: &[&str]| {
        let done = Command::new("mount").args(arguments).arg(&site).output();
        done.is_ok_and(|output| output.status.success())
    };
    fs::create_dir(folder.path().join("volume")).unwrap();
    let volume = folder.path().join("volume");
    // Another disk, and a folder of the same disk (as in containers).
    for (kind, arguments) in
        [("tmpfs", &["-t", "tmpfs", "none"][..]), ("bind", &["--bind", volume.to_str().unwrap()])]
    {
        if !mount(arguments) {
            eprintln!("skipped: nothing can be mounted here ({kind})");
            continue;
        }
        fs::write(folder.path().join("corpus.json"), fixture::json_text()).unwrap();
        let built =
            std::panic::catch_unwind(|| build_in_a_fixed_place(&folder, &site, &|| build(&folder, &[])));
        assert!(Command::new("umount").arg(&site).status().unwrap().success());
        built.unwrap_or_else(|cause| std::panic::resume_unwind(cause));
    }
}

#[cfg(unix)]
#[test]
fn target_in_a_read_only_parent_is_updated_file_by_file() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
    const NOBODY: u32 = 65534;
    let folder = workshop();
    let www = folder.path().join("www");
    let site = www.join("html");
    fs::create_dir_all(&site).unwrap();
    let allow = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let is_root = fs::metadata("/proc/self").or_else(|_| fs::metadata(&site)).unwrap().uid() == 0;
    allow(folder.path(), 0o755);
    allow(&www, 0o555);
    let program = folder.path().join("thidua");
    fs::copy(env!("CARGO_BIN_EXE_thidua"), &program).unwrap();
    if is_root {
        chown(&site, Some(NOBODY), Some(NOBODY)).unwrap();
    }
    let arguments = ["build", "--corpus", "corpus.json", "--out", "www/html"];
    let run = || {
        // Root may write everywhere, so another user builds.
        let mut one = match is_root {
            true => {
                let mut one = Command::new("setpriv");
                one.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
                one
            }
            false => Command::new(&program),
        };
        one.args(arguments).current_dir(folder.path()).env("THIDUA_APP", "app").env_remove("THIDUA_URL");
        one.output()
    };
    match run() {
        Err(reason) => eprintln!("skipped: no other user to build as ({reason})"),
        Ok(first) => {
            assert_eq!(first.status.code(), Some(0), "{}", said(&first));
            let run = || run().unwrap();
            let built = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let mut files = contents(&site);
                assert!(files.remove(".thidua-state").is_some() && files.contains_key("index.html"));
                fs::remove_file(site.join(".thidua-state")).unwrap();
                build_in_a_fixed_place(&folder, &site, &run);
            }));
            allow(&www, 0o755);
            built.unwrap_or_else(|cause| std::panic::resume_unwind(cause));
        }
    }
    allow(&www, 0o755);
}
