//! Corpus folders: no document is lost without notice, and files of other programs are ignored.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use thidua_sample::fixture;

use crate::commands::{stderr, stdout, thidua};

/// Creates a folder with a document, applies a change, and returns exit code, stdout and stderr of `validate`.
fn validated(change: impl FnOnce(&Path)) -> (i32, String, String) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("corpus.json"), fixture::json_text()).unwrap();
    change(folder.path());
    let output = thidua(&["validate", "--corpus", &folder.path().display().to_string()]);
    (output.status.code().unwrap(), stdout(&output).to_owned(), stderr(&output).to_owned())
}

/// Returns the document with another article id.
fn another() -> String {
    let mut document = fixture::document();
    document["articles"][0]["id"] = "lang-may-2024".into();
    document["articles"][0]["text"]["sha256"] = "0".repeat(64).into();
    for (i, figure) in document["articles"][0]["figures"].as_array_mut().unwrap().iter_mut().enumerate() {
        figure["id"] = format!("so-{i}").into();
        figure["part_of"] = serde_json::Value::Null;
    }
    document.to_string()
}

#[test]
fn files_of_systems_and_editors_are_ignored() {
    for name in [
        "._corpus.json",
        ".#corpus.json",
        "~$corpus.json",
        "corpus.json~",
        "#corpus.json#",
        ".corpus.json.swp",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "DESKTOP.INI",
        ".json",
    ] {
        let (code, said, errors) =
            validated(|folder| fs::write(folder.join(name), b"\0\x05\x16\x07Mac OS X").unwrap());
        assert_eq!(code, 0, "{name}: {said}{errors}");
        assert!(said.contains("the corpus is valid: 1 articles"), "{name}: {said}");
    }
    let (code, ..) = validated(|folder| {
        fs::create_dir(folder.join(".git")).unwrap();
        fs::write(folder.join(".git/corpus.json"), another()).unwrap();
    });
    assert_eq!(code, 0);
}

#[test]
fn document_with_ending_in_any_case_is_read() {
    for name in ["X.JSON", "x.Json", "2023.jSON"] {
        let (code, said, errors) = validated(|folder| fs::write(folder.join(name), another()).unwrap());
        assert!(code == 0 && said.contains("2 articles"), "{name}: {said}{errors}");
    }
}

#[test]
fn each_entry_that_would_be_lost_is_named_with_its_reason() {
    let in_folder = |name: &'static str| {
        move |folder: &Path| {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, another()).unwrap();
        }
    };
    type Change = Box<dyn FnOnce(&Path)>;
    let mut cases: Vec<(&str, &str, Change)> = vec![
        ("2023/a.json", "deeper folder", Box::new(in_folder("2023/a.json"))),
        ("bai/cu/b.JSON", "deeper folder", Box::new(in_folder("bai/cu/b.JSON"))),
        ("b.json.txt", ".json.txt", Box::new(in_folder("b.json.txt"))),
        ("b.json", "not a file", Box::new(|folder| fs::create_dir(folder.join("b.json")).unwrap())),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        cases.push((
            "b.json",
            "leads nowhere",
            Box::new(|folder| symlink("none", folder.join("b.json")).unwrap()),
        ));
        let linked = |folder: &Path| {
            let other = folder.join(".khac");
            fs::create_dir(&other).unwrap();
            fs::write(other.join("c.json"), another()).unwrap();
            symlink(&other, folder.join("khac")).unwrap();
        };
        cases.push(("khac", "deeper folder", Box::new(linked)));
    }
    for (name, reason, change) in cases {
        let (code, said, errors) = validated(change);
        assert_eq!(code, 2, "{name}: {said}");
        assert!(errors.contains(name) && errors.contains(reason), "{name}: {errors}");
    }
}

#[test]
fn all_lost_documents_are_named_at_once() {
    let (code, _, errors) = validated(|folder| {
        fs::create_dir(folder.join("cu")).unwrap();
        fs::write(folder.join("cu/a.json"), another()).unwrap();
        fs::create_dir(folder.join("b.json")).unwrap();
    });
    assert!(code == 2 && errors.contains("cu/a.json") && errors.contains("b.json: not a file"), "{errors}");
}

#[test]
fn other_files_and_folders_are_allowed() {
    let (code, said, errors) = validated(|folder| {
        fs::create_dir(folder.join("texts")).unwrap();
        fs::write(folder.join("texts/lang-may.txt"), fixture::TEXT).unwrap();
        fs::write(folder.join("texts/other.json"), r#"{"a": 1}"#).unwrap();
        fs::write(folder.join("README.md"), "x").unwrap();
        fs::write(folder.join("corpus.schema.json"), "{}").unwrap();
        fs::write(folder.join("Attestation.json"), "{}").unwrap();
        // A site that was built inside of the folder contains a copy of the corpus.
        fs::create_dir(folder.join("site")).unwrap();
        fs::write(folder.join("site/edition.json"), "{}").unwrap();
        fs::write(folder.join("site/corpus.json"), another()).unwrap();
    });
    assert_eq!((code, errors.as_str()), (0, ""), "{said}");
}

#[test]
fn document_names_equal_in_nfc_are_an_error() {
    let composed = "Bài.json";
    let decomposed = "Ba\u{300}i.json";
    let (code, _, errors) = validated(|folder| {
        fs::write(folder.join(composed), another()).unwrap();
        fs::write(folder.join(decomposed), another()).unwrap();
    });
    // On a disk that normalises names there is only one document.
    assert!(code == 0 || errors.contains("another Unicode form"), "{errors}");
    if cfg!(target_os = "linux") {
        assert_eq!(code, 2);
    }
}

#[cfg(unix)]
#[test]
fn unreadable_document_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut was_refused = true;
    let (code, _, errors) = validated(|folder| {
        let path = folder.join("b.json");
        fs::write(&path, another()).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).unwrap();
        // Root reads everything.
        was_refused = fs::read(&path).is_err();
    });
    if was_refused {
        assert!(code == 2 && errors.contains("b.json"), "{errors}");
    } else {
        eprintln!("skipped: this user reads files without permissions");
    }
}
