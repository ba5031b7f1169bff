//! `thidua new --github`: the folder for a repository on GitHub.

use std::collections::BTreeMap;
use std::fs;

use thidua_publish::{CorpusPackage, SiteSettings};
use thidua_sample::fixture;

use super::build::{said, thidua, workshop};

#[test]
fn folder_for_github_holds_a_corpus_that_is_valid_and_keeps_its_mark() {
    let folder = workshop();
    let made = thidua(&folder, &["new", "--github", "Trang mới", "--program-from", "ai-do/thi-dua"]);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let validated = thidua(&folder, &["validate", "--corpus", "Trang mới/kho"]);
    assert!(said(&validated).starts_with("the corpus is valid: 1 articles"), "{}", said(&validated));
    let arguments = ["build", "--strict", "--corpus", "Trang mới/kho", "--out", "site"];
    let built = thidua(&folder, &arguments);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    let edition = fs::read_to_string(folder.path().join("site/edition.json")).unwrap();
    assert!(edition.contains("\"attested\":\"all\""), "{edition}");
    assert!(!folder.path().join("Trang mới/kho/texts").exists(), "texts of articles are not for the public");
}

#[test]
fn package_becomes_a_folder_for_github_without_its_texts() {
    let folder = workshop();
    let package = CorpusPackage {
        corpus: fixture::json_text().into(),
        attestation: None,
        texts: BTreeMap::from([(fixture::STEM.to_owned(), fixture::TEXT.to_owned())]),
        settings: SiteSettings::default(),
    };
    fs::write(folder.path().join("gói.zip"), package.write().unwrap()).unwrap();
    let made = thidua(
        &folder,
        &["new", "--github", "kho của tôi", "--from", "gói.zip", "--program-from", "ai-do/thi-dua"],
    );
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let root = folder.path().join("kho của tôi");
    assert_eq!(fs::read_to_string(root.join("kho/corpus.json")).unwrap(), fixture::json_text());
    assert!(!root.join("kho/texts").exists() && !root.join("kho/attestation.json").exists());
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    assert!(!readme.contains("bịa ra") && !readme.contains("{{"), "nothing in it is an example");
    assert!(root.join(".github/workflows/site.yml").is_file());
}

/// Returns whether something of the template was not filled in; `${{ … }}` is an expression of GitHub.
fn has_placeholder(workflow: &str) -> bool {
    workflow.replace("${{", "").contains("{{")
}

#[test]
fn workflow_names_this_version_and_its_checksum() {
    let folder = workshop();
    let hash = "0123456789abcdef".repeat(4);
    let source = ["--program-from", "ai-do/thi-dua"];
    let pinned = [&["new", "--github", "a"][..], &source, &["--program-sha256", &hash]].concat();
    assert_eq!(thidua(&folder, &pinned).status.code(), Some(0));
    let workflow = fs::read_to_string(folder.path().join("a/.github/workflows/site.yml")).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    assert!(workflow.contains(&format!("https://github.com/ai-do/thi-dua/releases/download/v{version}\n")));
    assert!(workflow.contains(&format!("echo \"{hash}  $PROGRAM.tar.gz\" | sha256sum --check")));
    assert!(!workflow.contains("SHA256SUMS") && !has_placeholder(&workflow), "{workflow}");

    assert_eq!(thidua(&folder, &[&["new", "--github", "b"][..], &source].concat()).status.code(), Some(0));
    let workflow = fs::read_to_string(folder.path().join("b/.github/workflows/site.yml")).unwrap();
    assert!(workflow.contains("SHA256SUMS | sha256sum --check") && !has_placeholder(&workflow), "{workflow}");
}

#[test]
fn malformed_release_gets_into_no_workflow() {
    let folder = workshop();
    for more in [
        &["--program-from", "thi-dua"][..],
        &["--program-from", "a/b/c"],
        &["--program-from", "a/$(reboot)"],
        &["--program-from", "a/b", "--program-sha256", "12"],
        &["--program-from", "a/b", "--program-sha256", &"$".repeat(64)],
    ] {
        let refused = thidua(&folder, &[&["new", "--github", "x"][..], more].concat());
        assert_eq!(refused.status.code(), Some(2), "{more:?}: {}", said(&refused));
        assert!(!folder.path().join("x").exists(), "{more:?}");
    }
}
