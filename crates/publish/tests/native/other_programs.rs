//! Packages are opened by, and come from, programs that are not ours.

use std::fs;
use std::process::Command;

use thidua_publish::CorpusPackage;

use super::package::package;

/// Runs Python with a script and arguments; `None`, with a word about it, where there is no Python.
fn python(script: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new("python3").arg("-c").arg(script).args(arguments).output();
    let Ok(output) = output else {
        eprintln!("skipped: there is no python3");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn package_is_unpacked_by_another_program() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("kho.zip");
    fs::write(&file, package().write().unwrap()).unwrap();
    let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nz.extractall(sys.argv[2])";
    let (zip, out) = (file.to_string_lossy(), folder.path().join("ra"));
    let Some(_) = python(script, &[&zip, &out.to_string_lossy()]) else { return };
    for (path, bytes) in package().files().unwrap() {
        assert!(fs::read(out.join(&path)).unwrap() == bytes, "{path}");
    }
}

#[test]
fn package_that_another_program_packed_is_read() {
    let folder = tempfile::TempDir::new().unwrap();
    for (path, bytes) in package().files().unwrap() {
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let script = "import shutil, sys\nshutil.make_archive(sys.argv[1], 'zip', sys.argv[2])";
    let out = tempfile::TempDir::new().unwrap();
    let name = out.path().join("kho");
    let Some(_) = python(script, &[&name.to_string_lossy(), &folder.path().to_string_lossy()]) else {
        return;
    };
    let bytes = fs::read(name.with_extension("zip")).unwrap();
    assert_eq!(CorpusPackage::read(&bytes).unwrap(), package());
}
