//! What a package keeps, and what is refused.

use std::io::{Cursor, Write as _};

use thidua_publish::{CorpusPackage, PackageError, SiteSettings, archive};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEADER: &[u8] = br#"{"format":"thidua-corpus-package","version":1,"settings":{"url":null}}"#;

pub fn package() -> CorpusPackage {
    CorpusPackage {
        corpus: r#"{"title": "Thi đua"}"#.as_bytes().to_vec(),
        attestation: Some(b"{}".to_vec()),
        texts: [("Bài một", "Dòng 1\nDòng 2\n"), ("000", "")]
            .map(|(stem, text)| (stem.to_owned(), text.to_owned()))
            .into(),
        settings: SiteSettings { url: Some("https://example.org/kho/".to_owned()) },
    }
}

/// Archive with these members, written by another program that checks nothing.
fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads a package of header, corpus and one more file.
fn read_with(path: &str, bytes: &[u8]) -> Result<CorpusPackage, PackageError> {
    CorpusPackage::read(&zip_of(&[("thidua-package.json", HEADER), ("corpus.json", b"{}"), (path, bytes)]))
}

#[test]
fn package_is_read_back_and_always_has_the_same_bytes() {
    let package = package();
    let bytes = package.write().unwrap();
    assert_eq!(CorpusPackage::read(&bytes).unwrap(), package);
    assert!(package.clone().write().unwrap() == bytes);
    let bare = CorpusPackage { corpus: b"{}".to_vec(), ..CorpusPackage::default() };
    assert_eq!(CorpusPackage::read(&bare.write().unwrap()).unwrap(), bare);
}

#[test]
fn package_in_a_message_is_the_same_package() {
    let json = serde_json::to_string(&package()).unwrap();
    assert!(json.contains(r#""corpus":"{\"title\""#), "text, not numbers: {json}");
    assert_eq!(serde_json::from_str::<CorpusPackage>(&json).unwrap(), package());
}

#[test]
fn path_that_climbs_out_or_is_absolute_is_refused() {
    for path in [
        "../a.txt",
        "texts/../../a.txt",
        "/etc/passwd",
        "C:/a.txt",
        "texts\\..\\..\\a.txt",
        "\\\\host\\a.txt",
    ] {
        assert_eq!(read_with(path, b""), Err(PackageError::PathOutside(path.to_owned())));
    }
}

#[test]
fn file_that_a_package_does_not_have_is_refused() {
    for path in ["setup.exe", "texts/a/b.txt", "texts/a.md", "a.txt", "corpus/"] {
        assert_eq!(read_with(path, b""), Err(PackageError::UnknownFile(path.to_owned())));
    }
    assert_eq!(read_with("texts/con.txt", b""), Err(PackageError::TextName("texts/con.txt".to_owned())));
}

#[test]
fn folder_packed_again_by_a_system_is_read() {
    for path in ["texts/", "__MACOSX/._corpus.json", "texts/.DS_Store", "Thumbs.db"] {
        assert!(read_with(path, b"").is_ok(), "{path}");
    }
}

#[test]
fn doubled_name_is_refused() {
    assert_eq!(
        read_with("Corpus.json", b"").unwrap_err(),
        PackageError::UnknownFile("Corpus.json".to_owned())
    );
    let both = zip_of(&[
        ("thidua-package.json", HEADER),
        ("corpus.json", b"{}"),
        ("texts/a.txt", b"1"),
        ("texts/A.txt", b"2"),
    ]);
    assert_eq!(CorpusPackage::read(&both), Err(PackageError::SameName("texts/A.txt".to_owned())));
    // The crate that writes archives refuses two members of one name, so that one is renamed in the bytes.
    let mut twice =
        zip_of(&[("thidua-package.json", HEADER), ("corpus.json", b"{}"), ("corpus.jsoN", b"[]")]);
    for at in 0..twice.len() - 11 {
        if &twice[at..at + 11] == b"corpus.jsoN" {
            twice[at + 10] = b'n';
        }
    }
    assert!(matches!(CorpusPackage::read(&twice), Err(PackageError::SameName(_))));
}

#[test]
fn later_version_is_named() {
    let later = br#"{"format":"thidua-corpus-package","version":2,"settings":{"other":1}}"#;
    let read = CorpusPackage::read(&zip_of(&[("thidua-package.json", later), ("corpus.json", b"{}")]));
    assert_eq!(read, Err(PackageError::LaterVersion(2)));
}

#[test]
fn other_archives_are_no_packages() {
    assert_eq!(CorpusPackage::read(b"PK, not an archive"), Err(PackageError::NotAnArchive));
    assert_eq!(CorpusPackage::read(&zip_of(&[("corpus.json", b"{}")])), Err(PackageError::NotAPackage));
    assert_eq!(CorpusPackage::read(&zip_of(&[("thidua-package.json", HEADER)])), Err(PackageError::NoCorpus));
    for header in
        [&b"{}"[..], b"?", br#"{"format":"x","version":1}"#, br#"{"format":"thidua-corpus-package"}"#]
    {
        let zip = zip_of(&[("thidua-package.json", header), ("corpus.json", b"{}")]);
        assert_eq!(CorpusPackage::read(&zip), Err(PackageError::NotAPackage));
    }
}

#[test]
fn cut_or_damaged_archive_is_refused_at_every_byte() {
    let bytes = package().write().unwrap();
    for end in 0..bytes.len() {
        assert!(CorpusPackage::read(&bytes[..end]).is_err(), "{end}");
    }
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x10;
        // Names and times have no checksum; no content may change.
        if let Ok(read) = CorpusPackage::read(&bytes) {
            assert_eq!(read.corpus, package().corpus, "{at}");
            let known: Vec<String> = package().texts.into_values().collect();
            assert!(read.texts.values().all(|text| known.contains(text)), "{at}");
        }
    }
}

#[test]
fn bomb_is_refused_before_it_is_unpacked() {
    let zeros = vec![0; 11 * 1024 * 1024];
    let zip =
        archive(&[("thidua-package.json", HEADER), ("corpus.json", b"{}"), ("texts/a.txt", &zeros)]).unwrap();
    assert!(zip.len() < 20_000, "small outside: {}", zip.len());
    let error = CorpusPackage::read(&zip).unwrap_err();
    assert!(matches!(&error, PackageError::TooLarge { file, .. } if file == "texts/a.txt"), "{error}");
}

#[test]
fn text_that_is_not_utf8_is_refused() {
    assert_eq!(read_with("texts/a.txt", b"\xff"), Err(PackageError::NotUtf8("texts/a.txt".to_owned())));
    let package = CorpusPackage { corpus: b"\xff".to_vec(), ..package() };
    assert_eq!(package.write(), Err(PackageError::NotUtf8("corpus.json".to_owned())));
}

#[test]
fn text_without_a_usable_name_is_not_written() {
    for stem in ["..", "a/b", "con", ""] {
        let texts = [(stem.to_owned(), String::new())].into();
        assert!(
            matches!(CorpusPackage { texts, ..package() }.write(), Err(PackageError::TextName(_))),
            "{stem}"
        );
    }
}
