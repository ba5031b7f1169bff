//! Names of classes and ids that filter lists of readers hide on every site (EasyList, Fanboy's lists, AdGuard's): no element
//! of the site may have one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Words of general rules: names that are such a word or contain it as a part are hidden.
const WORDS: [&str; 30] = [
    "ad",
    "ads",
    "adv",
    "advert",
    "advertisement",
    "addthis",
    "banner",
    "consent",
    "cookie",
    "cookies",
    "donate",
    "facebook",
    "fb",
    "follow",
    "gdpr",
    "interstitial",
    "newsletter",
    "paywall",
    "popup",
    "promo",
    "promoted",
    "share",
    "sharing",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "taboola",
    "tracking",
    "twitter",
];

/// Returns the parts of a name in lower case: `shareBar`, `share-bar`, `share_bar` are "share" and "bar".
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in name.chars() {
        if !c.is_alphanumeric() || c.is_uppercase() {
            parts.push(String::new());
        }
        if let (true, Some(part)) = (c.is_alphanumeric(), parts.last_mut()) {
            part.extend(c.to_lowercase());
        }
    }
    parts
}

fn is_hidden(name: &str) -> bool {
    let parts = parts(name);
    // Also joined: "share-bar" and "sharebar".
    parts
        .iter()
        .any(|part| WORDS.contains(&part.as_str()) || part.starts_with("share") || part.starts_with("social"))
}

/// Returns all classes and ids in a text: after `.` and `#` in style sheets and maud markup, and in attributes.
fn names(text: &str, is_style: bool) -> BTreeSet<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut names = BTreeSet::new();
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '#')) {
        let (before, rest) = text.split_at(at);
        let before = before.chars().next_back();
        let rest = rest.strip_prefix(sign).unwrap();
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        // In maud markup: after the name of an element, and before another class, an attribute or the content.
        let is_class = is_style || (after.starts_with([' ', '.', '[', '#', '{']) && before != Some(')'));
        if !name.is_empty() && is_class {
            names.insert(name.to_owned());
        }
    }
    for start in ["class=\"", "id=\"", "set_class_name(\"", "set_id(\"", "class:"] {
        for rest in text.split(start).skip(1) {
            let (value, _) = rest.split_once(['"', '=']).unwrap_or_default();
            names.extend(value.split_whitespace().map(str::to_owned));
        }
    }
    names
}

fn read(folder: &Path, ending: &[&str], all: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, ending, all);
        } else if path.extension().is_some_and(|e| ending.contains(&e.to_str().unwrap())) {
            all.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn no_class_or_id_is_hidden_by_filter_lists() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let mut files = Vec::new();
    for folder in [
        "style",
        "src",
        "crates/pages/src",
        "crates/ui/src",
        "crates/editor/src/view",
        "crates/chart/src",
        "crates/web/src",
    ] {
        read(&root.join(folder), &["css", "rs"], &mut files);
    }
    files.push(("index.html".to_owned(), fs::read_to_string(root.join("index.html")).unwrap()));
    let mut checked = 0;
    for (file, text) in &files {
        let code: String =
            text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let is_style = file.ends_with(".css");
        for name in names(&code, is_style) {
            checked += 1;
            assert!(!is_hidden(&name), "{file}: {name}");
        }
    }
    assert!(checked > 200, "only {checked} names");
}

#[test]
fn names_hidden_by_filter_lists_are_recognised() {
    for name in [
        "share-bar",
        "shareBar",
        "sharebar__sheet",
        "social-links",
        "ad-box",
        "page-ads",
        "cookie_note",
        "newsletter",
    ] {
        assert!(is_hidden(name), "{name}");
    }
    for name in
        ["page-tools", "masthead__bar", "read-out", "head", "shadow", "adopted", "loaded", "card__title"]
    {
        assert!(!is_hidden(name), "{name}");
    }
}
