//! The arrows between modules, and who may name the browser or files, read from the source itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each top-level module may use of the others.
const ARROWS: [(&str, &[&str]); 23] = [
    ("order", &[]),
    ("domain", &up_to::<1>()),
    ("text", &up_to::<2>()),
    ("corpus", &up_to::<3>()),
    ("extract", &up_to::<4>()),
    ("sample", &up_to::<3>()),
    ("search", &up_to::<4>()),
    ("chart", &up_to::<4>()),
    ("cite", &up_to::<4>()),
    ("route", &up_to::<11>()),
    ("filters", &up_to::<11>()),
    ("i18n", &up_to::<11>()),
    ("page_meta", &up_to::<11>()),
    ("take", &up_to::<12>()),
    ("pages", &up_to::<13>()),
    ("obtain", &["corpus", "pages"]),
    ("desk", &up_to::<14>()),
    ("engine", &up_to::<14>()),
    ("ui", &up_to::<15>()),
    ("worker", &WITH_WORKER),
    ("workbench", &WITH_DESK),
    ("site", &up_to::<17>()),
    ("cli", &up_to::<18>()),
];
/// What the workbench in the browser uses: everything that its desk does, and the desk.
const WITH_DESK: [&str; 9] =
    ["domain", "text", "corpus", "extract", "route", "i18n", "pages", "desk", "obtain"];
/// What the worker of the engine uses.
const WITH_WORKER: [&str; 5] = ["text", "route", "pages", "engine", "obtain"];
/// Every module, each using only what stands before it.
const ORDER: [&str; 18] = [
    "order",
    "domain",
    "text",
    "corpus",
    "extract",
    "search",
    "chart",
    "cite",
    "route",
    "filters",
    "i18n",
    "page_meta",
    "take",
    "pages",
    "engine",
    "ui",
    "site",
    "sample",
];

/// The first `N` modules of the order.
const fn up_to<const N: usize>() -> [&'static str; N] {
    let mut names = [""; N];
    let mut i = 0;
    while i < N {
        names[i] = ORDER[i];
        i += 1;
    }
    names
}

/// Every file under `src` with its path relative to it and its code: comments and the tests at its end left out.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    let name = |file: &Path| file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|file| (name(file), code(&fs::read_to_string(file).unwrap()))).collect()
}

fn code(text: &str) -> String {
    let lines = text.lines().take_while(|line| !line.starts_with("mod tests {"));
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules named by `crate::x`, `crate::{x, y::z}`.
fn modules_used(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for part in code.split("crate::").skip(1) {
        let names = match part.strip_prefix('{') {
            Some(list) => top_level_names(list),
            None => vec![part],
        };
        for name in names {
            let name = name
                .trim_start()
                .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .next()
                .unwrap_or_default();
            used.push(name.to_owned());
        }
    }
    used
}

/// The modules that a file reaches through a chain of `super::` that leaves its top-level module.
fn modules_reached(file: &str, code: &str) -> Vec<String> {
    let inner = file.trim_end_matches(".rs").trim_end_matches("/mod");
    let chain = "super::".repeat(inner.split('/').count());
    let root = code.replace(&chain, "crate::");
    modules_used(&root)
}

/// The parts of a brace list up to its closing brace, nested lists kept together.
fn top_level_names(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut start = 0;
    let mut names = Vec::new();
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(list.get(start..at).unwrap());
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(list.get(start..at).unwrap());
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}

#[test]
fn the_reader_of_uses_sees_what_it_must() {
    let code = "use crate::text::x; use crate::{corpus, ui::{self, y}, chart}; crate::cite::z()";
    assert_eq!(modules_used(code), ["text", "corpus", "ui", "chart", "cite"]);
    assert_eq!(modules_reached("text/a/b.rs", "super::super::x; super::super::super::ui::y"), ["ui"]);
    assert_eq!(modules_reached("text/mod.rs", "use super::{ui, cli::z};"), ["ui", "cli"]);
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        let module = file.split(['/', '.']).next().unwrap();
        if ["lib", "main", "bin"].contains(&module) {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{file}: {module} has no place in the table of arrows"));
            continue;
        };
        for used in modules_reached(&file, &code) {
            let is_module = ARROWS.iter().any(|(name, _)| *name == used);
            if is_module && used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{file}: {module} must not use {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Files that name one of `words` without being allowed to.
fn naming(words: &[&str], allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        for word in words.iter().filter(|_| !allowed(&file)) {
            let names = code.match_indices(word).any(|(at, _)| {
                let before = code.get(..at).and_then(|c| c.chars().next_back());
                let after = code.get(at + word.len()..).and_then(|c| c.chars().next());
                let is_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
                !is_name(before) && !is_name(after)
            });
            if names {
                wrong.push(format!("{file} names {word}"));
            }
        }
    }
    wrong
}

#[test]
fn the_browser_is_named_by_the_interface_alone() {
    let allowed = |file: &str| {
        ["ui/", "site/", "workbench/", "worker/"].iter().any(|folder| file.starts_with(folder))
            || ["main.rs", "obtain.rs", "worker.rs"].contains(&file)
    };
    let words = ["leptos", "leptos_router", "leptos_meta", "web_sys", "js_sys", "wasm_bindgen", "gloo_net"];
    assert_eq!(naming(&words, allowed), Vec::<String>::new());
}

#[test]
fn files_and_clocks_are_named_at_the_edge_alone() {
    let allowed = |file: &str| file.starts_with("cli/") || file.starts_with("site/");
    let words = ["std::fs", "std::env", "std::net", "std::process::Command", "SystemTime", "Instant"];
    assert_eq!(naming(&words, allowed), Vec::<String>::new());
}

/// Files that look things up in a hash table, and never walk through it but to sort what is there.
const LOOK_UPS: [&str; 1] = ["order.rs"];

#[test]
fn output_keeps_no_order_of_hashes() {
    let allowed = |file: &str| LOOK_UPS.contains(&file);
    assert_eq!(naming(&["HashMap", "HashSet"], allowed), Vec::<String>::new());
}

#[test]
fn no_file_is_long() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources().keys() {
        let lines = fs::read_to_string(root.join(file)).unwrap().lines().count();
        assert!(lines <= 400, "{file} has {lines} lines");
    }
}
