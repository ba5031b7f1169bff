//! Archive of all data: its members are the published files.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use thidua_sample::bundled::{bundled, poisoned};

use crate::build::{contents, said, thidua, workshop};
use crate::draw;

/// Returns the members of an archive by path.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut content = Vec::new();
        // Reading to the end checks the checksum.
        file.read_to_end(&mut content).unwrap();
        files.insert(file.name().unwrap().to_string(), content);
    }
    files
}

#[test]
fn archive_of_every_corpus_unpacks_to_the_published_files() {
    let folder = workshop();
    let sample = |articles: usize, out: &str| draw(articles, 7, &folder.path().join(out));
    fs::write(folder.path().join("bundled.json"), bundled()).unwrap();
    fs::write(folder.path().join("hostile.json"), poisoned()).unwrap();
    sample(300, "drawn.json");
    sample(1, "one.json");
    thidua(&folder, &["new", "new"]);
    let second = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/second/corpus");
    for corpus in ["bundled.json", "hostile.json", second, "new", "one.json", "drawn.json"] {
        let output = thidua(&folder, &["build", "--fresh", "--corpus", corpus, "--out", "site"]);
        assert_eq!(output.status.code(), Some(0), "{corpus}: {}", said(&output));
        let site = contents(&folder.path().join("site"));
        let files = unpacked(&site["du-lieu/thi-dua.zip"]);
        assert_eq!(files.len(), 16, "{corpus}: {:?}", files.keys());
        assert!(files.keys().is_sorted());
        for (name, bytes) in &files {
            let published =
                if name.starts_with("corpus.") { name.clone() } else { format!("du-lieu/{name}") };
            assert!(site.get(&published) == Some(bytes), "{corpus}: {name}");
        }
    }
}
