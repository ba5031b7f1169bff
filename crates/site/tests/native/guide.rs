//! The guide: its chapters, the names of buttons in it, and its pictures.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use thidua_core::domain::Lang;
use thidua_i18n::guide::Chapter;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_sample::bundled::bundled;
use thidua_site::{AppBundle, DataLoading, SiteInput, SiteSource, single_file};

use crate::site::{BUNDLED, app, between, file_of, text};

/// Fewest letters that a phrase with gaps must have to be the name of a button.
const MIN_FIXED_LETTERS: usize = 4;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder(lang: Lang) -> PathBuf {
    root().join("docs").join(lang.tag())
}

fn chapter_text(lang: Lang, chapter: Chapter) -> String {
    fs::read_to_string(folder(lang).join(format!("{}.md", chapter.slug()))).unwrap()
}

fn chapters() -> impl Iterator<Item = (Lang, Chapter, String)> {
    Lang::ALL
        .into_iter()
        .flat_map(|lang| Chapter::ALL.map(|chapter| (lang, chapter, chapter_text(lang, chapter))))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|of_file| of_file == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn stems(files: &[PathBuf]) -> BTreeSet<String> {
    files.iter().map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// String literals of Rust source, without escapes other than `\"`.
fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in source.lines() {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('"') {
            let Some((literal, after)) = after.split_once('"') else { break };
            found.push(literal.to_owned());
            rest = after;
        }
    }
    found
}

/// Returns whether `text` is `phrase` with something in each `{}`.
fn is_phrase(text: &str, phrase: &str) -> bool {
    let mut parts = phrase.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut fixed = first.chars().filter(|c| c.is_alphabetic()).count();
    let mut is_exact = true;
    for part in parts {
        is_exact = false;
        fixed += part.chars().filter(|c| c.is_alphabetic()).count();
        match rest.split_once(part) {
            Some((gap, after)) if !gap.is_empty() || part.is_empty() => {
                rest = if part.is_empty() { "" } else { after };
            }
            _ => return false,
        }
    }
    rest.is_empty() && (is_exact || fixed >= MIN_FIXED_LETTERS)
}

#[test]
fn every_chapter_has_a_text_in_both_languages_under_its_title() {
    let slugs: BTreeSet<String> = Chapter::ALL.iter().map(|chapter| chapter.slug().to_owned()).collect();
    for lang in Lang::ALL {
        assert_eq!(stems(&files(&folder(lang), "md")), slugs, "chapters of {lang:?}");
    }
    for (lang, chapter, text) in chapters() {
        let title = text.lines().next().unwrap_or_default();
        assert_eq!(title, format!("# {}", chapter.title(lang)));
    }
}

#[test]
fn guide_names_only_buttons_that_are_there() {
    let sources = files(&root().join("crates/i18n/src"), "rs");
    let phrases: Vec<String> = sources
        .iter()
        .filter(|file| !file.ends_with("guide.rs"))
        .flat_map(|file| literals(&fs::read_to_string(file).unwrap()))
        .collect();
    let mut wrong = Vec::new();
    for (lang, chapter, text) in chapters() {
        let paragraphs = text.replace('\n', " ");
        for name in paragraphs.split("**").skip(1).step_by(2) {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            if !phrases.iter().any(|phrase| is_phrase(&name, phrase)) {
                wrong.push(format!("{}/{}: {name}", lang.tag(), chapter.slug()));
            }
        }
    }
    assert!(wrong.is_empty(), "no button, field or mark is called so: {wrong:#?}");
}

#[test]
fn phrase_with_gaps_is_recognised() {
    assert!(is_phrase("Đúng cả vai trò, nhận", "Đúng cả {fields}, nhận"));
    assert!(is_phrase("Xuất bản", "Xuất bản"));
    assert!(!is_phrase("Xuất bản ngay", "Xuất bản"));
    assert!(!is_phrase("Bất kỳ", "{n}"));
}

#[test]
fn every_picture_of_the_guide_is_shown_and_recorded() {
    let taken = stems(&files(&root().join("public/guide"), "png"));
    let records = fs::read(folder(Lang::Vi).join("pictures.json")).unwrap();
    let records: BTreeMap<String, Vec<String>> = serde_json::from_slice(&records).unwrap();
    assert_eq!(records.into_keys().collect::<BTreeSet<_>>(), taken, "records of pictures");
    let texts: String = Chapter::ALL.map(|chapter| chapter_text(Lang::Vi, chapter)).concat();
    let unused: Vec<&String> =
        taken.iter().filter(|name| !texts.contains(&format!("/guide/{name}.png)"))).collect();
    assert!(unused.is_empty(), "pictures that no chapter shows: {unused:?}");
}

#[test]
fn pages_of_the_guide_lead_to_each_other_and_hold_room_for_their_pictures() {
    let files = &*BUNDLED;
    for lang in Lang::ALL {
        let path = |page: Page| format!("{}index.html", Route { lang, page }.path());
        let index = text(files, &path(Page::Guide));
        let mut pictures = 0;
        for chapter in Chapter::ALL {
            let href = format!("href=\"/kho/{}\"", Route { lang, page: Page::GuideChapter(chapter) }.path());
            assert!(index.contains(&href), "the list lacks {href}");
            let page = text(files, &path(Page::GuideChapter(chapter)));
            assert!(!page.contains("@@") && !page.contains("**"), "{chapter:?}: a mark is left in the text");
            for link in between(page, " href=\"/kho/", "\"") {
                let file = file_of(&format!("/kho/{link}")).unwrap();
                let is_of_app = [".css", ".webmanifest", ".woff2", ".svg", ".png", ".js", ".wasm"];
                let is_there = files.contains_key(&file) || is_of_app.iter().any(|end| file.ends_with(end));
                assert!(is_there, "{chapter:?} leads to {file}");
            }
            for picture in between(page, "<img ", ">") {
                pictures += 1;
                for part in [" alt=\"", " width=\"", " height=\"", " loading=\"lazy\"", "src=\"/kho/guide/"] {
                    assert!(format!(" {picture}").contains(part), "{chapter:?}: {part} of {picture}");
                }
            }
        }
        assert!(pictures >= 5, "{pictures} pictures");
    }
}

#[test]
fn one_file_carries_the_pictures_of_its_guide_as_they_are() {
    let mut bundle: BTreeMap<String, Vec<u8>> =
        app().files().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    for picture in files(&root().join("public/guide"), "png") {
        let name = picture.file_name().unwrap().to_str().unwrap();
        bundle.insert(format!("guide/{name}"), fs::read(&picture).unwrap());
    }
    let input = SiteInput {
        app: &AppBundle::from_files(bundle).unwrap(),
        source: SiteSource::read(bundled(), None).unwrap(),
        base: BasePath::new("/"),
        origin: String::new(),
        loading: DataLoading::Auto,
    };
    let html = single_file(input).unwrap();
    let shown: BTreeSet<&str> = between(&html, "data-picture=\\\"", "\\\"").collect();
    assert!(shown.len() >= 5, "{shown:?}");
    for picture in shown {
        // A compressed one could not be read when its page is shown.
        assert!(html.contains(&format!("data-file=\"{picture}\">")), "{picture} is not in the document");
    }
}
