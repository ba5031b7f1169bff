//! Files of a site: links in heads lead to files, formats are well formed, and no text of a corpus becomes markup or code.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use html5gum::{Token, Tokenizer};
use serde_json::Value;

use thidua_client::{StaticPage, View, parse_static_page};
use thidua_core::corpus::{Catalogue, NameOperation, load};
use thidua_core::domain::{Comparator, SiteLanguages};
use thidua_pages::route::BasePath;
use thidua_sample::bundled::{bundled, poisoned};
use thidua_site::{AppBundle, DataLoading, MemorySink, SiteInput, SiteSource, build, single_file};

const ORIGIN: &str = "https://thi-dua.example";
const BASE: &str = "/kho/";

/// Minimal page template.
const TEMPLATE: &str = "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>x</title>\
                     <link rel=\"stylesheet\" href=\"./x.css\"></head><body><div id=\"app\"></div></body></html>\n";

pub type Files = BTreeMap<String, Vec<u8>>;

/// Site of the bundled corpus, built once for all tests.
pub static BUNDLED: LazyLock<Files> = LazyLock::new(|| site(&bundled(), ORIGIN));

/// A browser app with every file that the builder needs.
pub fn app() -> AppBundle {
    let files = [
        ("index.html", TEMPLATE),
        ("thi-dua-engine.js", "// the engine"),
        ("thi-dua-engine_bg.wasm", "the engine"),
        ("thi-dua-search.js", "// the search"),
        ("thi-dua-search_bg.wasm", "the search"),
        ("thi-dua-desk.js", "// the workbench"),
        ("thi-dua-desk_bg.wasm", "the workbench"),
        ("thi-dua-xlsx.js", "// the workbooks"),
        ("thi-dua-xlsx_bg.wasm", "the workbooks"),
        ("icons/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("x.css", "p {}"),
        ("main-1.css", "@font-face { src: url(\"fonts/serif.woff2\") }"),
        ("thi-dua-app-1.js", "export { f as default };"),
        ("thi-dua-app-1_bg.wasm", "the app"),
    ];
    let files = files.map(|(path, content)| (path.to_owned(), content.as_bytes().to_vec()));
    AppBundle::from_files(files.into()).unwrap()
}

/// Builds a site for `corpus`; returns its files by path.
fn site(corpus: &[u8], origin: &str) -> Files {
    let input = SiteInput {
        app: &app(),
        source: SiteSource::read(corpus.to_vec(), None).unwrap(),
        base: BasePath::new(BASE),
        origin: origin.to_owned(),
        loading: DataLoading::Auto,
    };
    let sink = MemorySink::default();
    build(input, &sink, &|_| {}).unwrap();
    sink.into_files()
}

pub fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).expect(path)).unwrap()
}

/// All pages that readers and search engines visit.
fn pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    all_pages(files).filter(|(path, _)| !is_frame(path))
}

fn all_pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let is_page =
        |path: &&String| path.ends_with("index.html") || (is_frame(path) && path.ends_with(".html"));
    files.keys().filter(is_page).map(|path| (path.as_str(), text(files, path)))
}

fn is_frame(path: &str) -> bool {
    path.starts_with("nhung/") || path.starts_with("en/nhung/")
}

#[test]
fn frames_have_no_scripts_are_not_in_the_sitemap_and_open_links_in_a_new_tab() {
    let mut seen = 0;
    for files in [&*BUNDLED, &site(&poisoned(), ORIGIN)] {
        for (path, page) in all_pages(files).filter(|(path, _)| is_frame(path)) {
            assert!(page.contains("<base target=\"_blank\">"), "{path}");
            assert!(page.contains("content=\"noindex\""), "{path}");
            if ["nhung/index.html", "en/nhung/index.html"].contains(&path) {
                continue; // The one frame that runs the app.
            }
            seen += 1;
            assert!(!page.contains("<script") && !page.contains("<img"), "{path}");
            assert!(page.contains("rel=\"stylesheet\""), "{path}: it has the style of the site");
            assert!(page.contains("default-src 'none'") && !page.contains("script-src"), "{path}");
            let links: Vec<&str> = between(page, " href=\"", "\"").collect();
            assert!(
                links.iter().any(|link| link.starts_with(ORIGIN) && link.contains('#')),
                "{path}: no way back"
            );
        }
    }
    assert!(seen > 60, "{seen} frames");
}

/// Returns every text between `start` and the next `end`.
pub fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split_once(end).map(|(inner, _)| inner))
}

/// Returns the path of the file at a URL of the site.
pub fn file_of(url: &str) -> Option<String> {
    let path = url.strip_prefix(ORIGIN).unwrap_or(url).strip_prefix(BASE)?;
    let path = path.split(['#', '?']).next().unwrap_or_default();
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() })
}

fn json_ld(page: &str) -> Value {
    let scripts: Vec<&str> = between(page, "<script type=\"application/ld+json\">", "</script>").collect();
    assert_eq!(scripts.len(), 1);
    serde_json::from_str(scripts[0]).unwrap()
}

#[test]
fn every_page_is_linked_from_another_page_of_its_language() {
    let files = &*BUNDLED;
    let is_english = |path: &str| path.starts_with("en/");
    let mut linked = BTreeSet::new();
    for (path, page) in pages(files) {
        let body = page.split_once("</head>").unwrap().1;
        let targets = between(body, " href=\"", "\"").filter_map(file_of);
        linked.extend(targets.filter(|target| target != path && is_english(target) == is_english(path)));
    }
    let orphans: Vec<&str> =
        pages(files).map(|(path, _)| path).filter(|path| !linked.contains(*path)).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn every_file_that_pages_link_to_exists() {
    let files = &*BUNDLED;
    let mut addresses = 0;
    for (path, page) in pages(files) {
        let head = page.split_once("</head>").unwrap().0;
        let links =
            between(head, " href=\"", "\"").chain(between(head, "property=\"og:image\" content=\"", "\""));
        let of_site = between(page, " href=\"", "\"").filter(|href| href.starts_with(BASE));
        for address in links.chain(of_site) {
            let file = file_of(address).unwrap_or_else(|| panic!("{path}: {address} is not of this site"));
            assert!(files.contains_key(&file), "{path}: {address} leads to no file");
            addresses += 1;
        }
        for wanted in
            ["rel=\"canonical\"", "hreflang=\"x-default\"", "hreflang=\"en\"", "og:url", "og:image:alt"]
        {
            assert!(head.contains(wanted), "{path}: no {wanted}");
        }
    }
    assert!(addresses > 2000, "only {addresses} addresses");
}

#[test]
fn preview_pictures_have_the_size_that_heads_state() {
    let files = &*BUNDLED;
    let pictures: Vec<_> = files.iter().filter(|(path, _)| path.ends_with("xem-truoc.png")).collect();
    assert_eq!(pictures.len(), 2 * (1 + 5 + 53 + 17 + 36));
    for (path, bytes) in pictures {
        let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        let info = decoder.read_info().unwrap();
        assert_eq!((info.info().width, info.info().height), (1200, 630), "{path}");
        assert!(bytes.len() < 60_000, "{path} has {} bytes", bytes.len());
    }
}

#[test]
fn two_builds_of_one_corpus_have_the_same_bytes() {
    assert!(*BUNDLED == site(&bundled(), ORIGIN));
}

#[test]
fn site_without_an_origin_has_no_absolute_urls() {
    let files = &site(&bundled(), "");
    for name in ["sitemap.xml", "feed.xml", "robots.txt", "xem-truoc.png"] {
        assert!(!files.contains_key(name), "{name} must have absolute addresses");
    }
    let home = text(files, "index.html");
    assert!(!home.contains("og:image") && !home.contains("canonical"));
    assert!(files.contains_key("du-lieu/thi-dua.zip"));
}

#[test]
fn every_json_ld_reference_is_described_on_the_page_it_names() {
    let files = &*BUNDLED;
    let mut references = 0;
    for (path, page) in pages(files) {
        let document = json_ld(page);
        let mut pointed = BTreeSet::new();
        named(&document, true, &mut pointed);
        for id in pointed {
            let target = file_of(&id).unwrap_or_else(|| panic!("{path}: {id} is elsewhere"));
            let mut described = BTreeSet::new();
            named(&json_ld(text(files, &target)), false, &mut described);
            assert!(described.contains(&id), "{path}: {id} is not described in {target}");
            references += 1;
        }
    }
    assert!(references > 500, "only {references} references");
}

/// Collects the ids in a document: of references if `pointed`, else of described things.
fn named(value: &Value, pointed: bool, into: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| named(item, pointed, into)),
        Value::Object(fields) => {
            let is_reference = fields.len() == 1;
            into.extend(
                fields
                    .get("@id")
                    .filter(|_| is_reference == pointed)
                    .map(|id| id.as_str().unwrap().to_owned()),
            );
            fields.values().for_each(|field| named(field, pointed, into));
        }
        _ => {}
    }
}

#[test]
fn json_ld_events_have_rounds_and_observations_have_bounds() {
    let files = &*BUNDLED;
    let node = |path: &str, kind: &str| {
        let document = json_ld(text(files, path));
        let graph = document["@graph"].as_array().unwrap().clone();
        graph.into_iter().find(|node| node["@type"] == kind).unwrap()
    };
    let campaign = node("phong-trao/thi-dua-2022-hoang-mai/index.html", "Event");
    let rounds = campaign["subEvent"].as_array().unwrap();
    let starts: Vec<&str> = rounds.iter().map(|round| round["startDate"].as_str().unwrap()).collect();
    assert_eq!(starts, ["2022-01-01", "2022-07-01"]);
    assert_eq!(rounds[0]["about"]["@type"], "DefinedTerm");
    let home = node("index.html", "Dataset");
    assert_eq!(home["distribution"].as_array().unwrap().len(), 3);
    let corpus: Value = serde_json::from_slice(&bundled()).unwrap();
    let figures =
        corpus["articles"].as_array().unwrap().iter().flat_map(|a| a["figures"].as_array().unwrap());
    let least = figures.into_iter().find(|f| f["comparator"] == "ge").unwrap();
    let observation = node(&format!("so-lieu/{}/index.html", least["id"].as_str().unwrap()), "Observation");
    assert_eq!(observation["minValue"].to_string(), least["value"].as_str().unwrap());
    assert!(observation.get("value").is_none(), "at least so many is no value");
}

/// Programs that read observations must not mistake a bound for an exact number.
#[test]
fn json_ld_observations_have_a_value_only_if_the_printed_number_is_exact() {
    let files = &*BUNDLED;
    let mut nearly = 0;
    for figure in Catalogue::new(load(&bundled()).unwrap()).figures().map(|found| found.figure) {
        let path = format!("so-lieu/{}/index.html", figure.id);
        let document = json_ld(text(files, &path));
        let graph = document["@graph"].as_array().unwrap();
        let observation = graph.iter().find(|node| node["@type"] == "Observation").unwrap();
        let has = ["value", "minValue", "maxValue"].map(|property| observation.get(property).is_some());
        let expected = match figure.comparator {
            Comparator::Eq => [true, false, false],
            Comparator::Gt | Comparator::Ge => [false, true, false],
            Comparator::Lt | Comparator::Le => [false, false, true],
            Comparator::Range => [false, true, true],
            Comparator::Approx | Comparator::ApproxBelow => [false; 3],
        };
        assert_eq!(has, expected, "{}: {}", figure.id, figure.as_written);
        assert!(observation["description"].as_str().unwrap().contains(&figure.as_written));
        let properties = observation["additionalProperty"].as_array().unwrap();
        let property =
            |id: &str| properties.iter().find(|one| one["propertyID"] == id).map(|one| one["value"].as_str());
        assert_eq!(property("act_as_written"), figure.act.as_ref().map(|act| Some(act.as_written.as_str())));
        assert_eq!(property("word"), figure.word.as_ref().map(|word| Some(word.as_str())));
        assert!(property("comparator").is_some() && property("confirmed").is_some());
        assert!(property("guessed").is_none(), "the bundled corpus is confirmed");
        nearly += u32::from(figure.comparator == Comparator::ApproxBelow);
    }
    assert!(nearly > 0, "“gần 3,5 tỉ” is among them");
}

#[test]
fn table_of_figures_keeps_bounds_acts_and_guesses_beside_the_numbers() {
    let mut corpus: Value = serde_json::from_slice(&bundled()).unwrap();
    let figure = &mut corpus["articles"][0]["figures"][0];
    figure["confirmed"] = serde_json::json!(["label"]);
    let id = figure["id"].as_str().unwrap().to_owned();
    let files = site(&serde_json::to_vec(&corpus).unwrap(), ORIGIN);
    let table = text(&files, "du-lieu/figures.csv").trim_start_matches('\u{feff}');
    let mut lines = table.lines();
    let headings = lines.next().unwrap();
    assert!(headings.contains("comparator,value,value_to,unit,word,as_written,"), "{headings}");
    assert!(headings.contains("act,act_as_written,"), "{headings}");
    let row = lines.find(|line| line.starts_with(&id)).unwrap();
    assert!(row.contains(",commended,biểu dương,") && row.contains(",label,role | campaign,"), "{row}");
    let package = files.iter().find(|(path, _)| path.ends_with("datapackage.json"));
    if let Some((_, bytes)) = package {
        let described = std::str::from_utf8(bytes).unwrap();
        assert!(
            ["\"act\"", "\"act_as_written\"", "\"confirmed\"", "\"guessed\""]
                .iter()
                .all(|name| described.contains(name))
        );
    }
}

#[test]
fn feeds_and_sitemap_are_well_formed_and_list_every_article_and_page() {
    let files = &*BUNDLED;
    let sitemap = roxmltree::Document::parse(text(files, "sitemap.xml")).unwrap();
    let listed: BTreeSet<String> = sitemap
        .descendants()
        .filter(|n| n.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
        .map(|n| file_of(n.text().unwrap()).unwrap())
        .collect();
    let written: BTreeSet<String> = pages(files).map(|(path, _)| path.to_owned()).collect();
    assert_eq!(listed, written);
    for path in ["feed.xml", "en/feed.xml"] {
        let feed = roxmltree::Document::parse(text(files, path)).unwrap();
        let entries = feed.descendants().filter(|n| n.tag_name().name() == "entry").count();
        assert_eq!(entries, 5, "{path}");
    }
    let catalogue = Catalogue::new(load(&bundled()).unwrap());
    let (mut with, mut without) = (0, 0);
    let campaigns = catalogue
        .campaigns()
        .iter()
        .map(|one| (format!("phong-trao/{}/", one.id), catalogue.articles_of_campaign(&one.id)));
    let organisations = catalogue
        .organisations()
        .iter()
        .map(|one| (format!("don-vi/{}/", one.id), catalogue.articles_of_organisation(&one.id)));
    for (folder, articles) in campaigns.chain(organisations) {
        for path in [folder.clone(), format!("en/{folder}")] {
            let page = text(files, &format!("{path}index.html"));
            let link = format!("href=\"{ORIGIN}{BASE}{path}feed.xml\"");
            let Some(feed) = files.get(&format!("{path}feed.xml")) else {
                assert!(articles.is_empty() && !page.contains(&link), "{path} has articles and no feed");
                without += 1;
                continue;
            };
            let feed = roxmltree::Document::parse(std::str::from_utf8(feed).unwrap()).unwrap();
            let entries = feed.descendants().filter(|n| n.tag_name().name() == "entry").count();
            assert_eq!(entries, articles.len(), "{path}");
            assert!(page.contains(&link), "{path} does not name its feed");
            assert!(page.contains(&format!("<a class=\"button\" href=\"{BASE}{path}feed.xml\"")), "{path}");
            with += 1;
        }
    }
    assert!(with > 20 && without > 2, "{with} with, {without} without");
}

#[test]
fn hostile_text_of_a_corpus_stays_text_in_every_file() {
    let files = &site(&poisoned(), ORIGIN);
    let mut seen = 0;
    for (path, page) in pages(files) {
        assert_eq!(
            page.matches("<script").count(),
            4,
            "{path}: only the data for search engines, the recorder, its file and the starter"
        );
        for Ok(token) in Tokenizer::new(page) {
            let Token::StartTag(tag) = token else { continue };
            // Only the guide has pictures, its own.
            if tag.name.as_slice() == b"img" {
                let source =
                    tag.attributes.get(&b"src"[..]).map(|source| source.to_vec()).unwrap_or_default();
                assert!(path.contains("huong-dan/") && source.starts_with(b"/kho/guide/"), "{path}: {tag:?}");
            }
            let mut names = tag.attributes.keys();
            assert!(
                !names.any(|name| name.starts_with(b"on")),
                "{path}: a text became an attribute: {tag:?}"
            );
        }
        let document = json_ld(page);
        seen += document.to_string().matches("<script>alert(1)</script>").count();
    }
    assert!(seen > 500, "the text is in the data, {seen} times, whole");
    for path in ["feed.xml", "sitemap.xml"] {
        let document = roxmltree::Document::parse(text(files, path)).unwrap();
        assert!(document.descendants().all(|node| node.tag_name().name() != "script"), "{path}");
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".csv")) {
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        for (row, record) in reader.records().enumerate() {
            for cell in record.unwrap().iter() {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{path}, row {row}: {cell} is a formula");
            }
        }
    }
    for path in ["du-lieu/trich-dan.csl.json", "du-lieu/datapackage.json"] {
        let _: Value = serde_json::from_str(text(files, path)).unwrap();
    }
    let bibtex = text(files, "du-lieu/trich-dan.bib");
    let depth = bibtex.chars().try_fold(0_i32, |depth, c| match c {
        '{' => Some(depth + 1),
        '}' if depth == 0 => None,
        '}' => Some(depth - 1),
        _ => Some(depth),
    });
    assert_eq!(depth, Some(0), "the braces of BibTeX balance");
}

#[test]
fn single_file_is_self_contained_and_hostile_text_stays_text() {
    let input = SiteInput {
        app: &app(),
        source: SiteSource::read(poisoned(), None).unwrap(),
        base: BasePath::new(BASE),
        origin: ORIGIN.to_owned(),
        loading: DataLoading::Auto,
    };
    let html = single_file(input).unwrap();
    let mut scripts = 0;
    for Ok(token) in Tokenizer::new(html.as_str()) {
        let Token::StartTag(tag) = token else { continue };
        let holds_data = tag.attributes.iter().any(|(_, value)| value.as_slice() == b"text/plain");
        scripts += usize::from(tag.name.as_slice() == b"script" && !holds_data);
        for (name, value) in &tag.attributes {
            assert!(!name.starts_with(b"on"), "a text became an attribute: {tag:?}");
            let is_address = [b"src".as_slice(), b"href"].contains(&name.as_slice());
            let is_inside = value.starts_with(b"#") || value.starts_with(b"data:");
            assert!(!is_address || is_inside || value.starts_with(b"http"), "{tag:?} leads out of the file");
        }
    }
    assert_eq!(scripts, 6, "the others hold data");
    let held = between(&html, "id=\"corpus\">", "</script>").next().unwrap();
    let corpus: Value = serde_json::from_slice(&poisoned()).unwrap();
    assert_eq!(serde_json::from_str::<Value>(held).unwrap(), corpus);
    let held = between(&html, "id=\"pages\">", "</script>").next().unwrap();
    let pages: BTreeMap<String, String> = serde_json::from_str(held).unwrap();
    assert!(pages.contains_key("du-lieu/") && pages.contains_key("en/du-lieu/"));
    for (path, document) in pages {
        let Some(StaticPage::Page(page)) = parse_static_page(&document) else { panic!("{path}") };
        let View::Static(markup) = page.view else { panic!("{path} is static") };
        assert!(page.path == path && markup.contains("<h1"), "{path}");
    }
    assert!(
        html.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-") && !html.contains("unsafe-inline")
    );
}

/// Site of the bundled corpus after operations on its names.
fn renamed_site() -> Files {
    let mut corpus = load(&bundled()).unwrap();
    let rename = |id: &str, new: &str| NameOperation::Rename {
        id: id.to_owned(),
        name: None,
        new_id: Some(new.to_owned()),
    };
    let join = NameOperation::Join {
        from: "danh-hieu-lao-dong-gioi".to_owned(),
        into: "danh-hieu-cong-nhan-gioi".to_owned(),
    };
    let rename_joined = rename("danh-hieu-cong-nhan-gioi", "cong-nhan-gioi");
    for operation in [join, rename_joined, rename("ldld-ha-dong", "cong-doan-ha-dong")] {
        corpus = operation.apply(&corpus).unwrap().corpus;
    }
    site(&serde_json::to_vec(&corpus).unwrap(), ORIGIN)
}

#[test]
fn old_addresses_of_renamed_and_joined_names_lead_on() {
    let files = renamed_site();
    for (old, new) in [
        ("phong-trao/danh-hieu-lao-dong-gioi/", "phong-trao/cong-nhan-gioi/"),
        ("phong-trao/danh-hieu-cong-nhan-gioi/", "phong-trao/cong-nhan-gioi/"),
        ("don-vi/ldld-ha-dong/", "don-vi/cong-doan-ha-dong/"),
    ] {
        for lang in ["", "en/"] {
            let page = text(&files, &format!("{lang}{old}index.html"));
            let leads = format!("content=\"0; url={BASE}{lang}{new}\"");
            assert!(page.contains(&leads), "{old}: {page}");
            assert!(files.contains_key(&format!("{lang}{new}index.html")));
        }
    }
    // An id is not found under another kind.
    assert!(!files.contains_key("don-vi/danh-hieu-lao-dong-gioi/index.html"));
    // Pages that are shown, the sitemap and the feeds name new ids only.
    for (path, page) in pages(&files).filter(|(_, page)| !page.contains("http-equiv=\"refresh\"")) {
        assert!(!page.contains("ldld-ha-dong/") && !page.contains("danh-hieu-lao-dong-gioi"), "{path}");
    }
    assert!(!text(&files, "sitemap.xml").contains("ldld-ha-dong"));
}

#[test]
fn frames_of_renamed_pages_lead_on() {
    let files = renamed_site();
    let old = "nhung/don-vi/ldld-ha-dong/";
    let moved: Vec<&String> = files.keys().filter(|path| path.starts_with(old)).collect();
    assert!(!moved.is_empty());
    for path in moved {
        let new = path.replace("ldld-ha-dong", "cong-doan-ha-dong");
        assert!(text(&files, path).contains(&format!("url={BASE}{new}")), "{path}");
        assert!(files.contains_key(&new), "{new}");
    }
}

#[test]
fn site_in_vietnamese_only_has_no_english_page_and_no_link_to_one() {
    let mut corpus = load(&bundled()).unwrap();
    corpus.languages = SiteLanguages::Vietnamese;
    let files = site(&serde_json::to_vec(&corpus).unwrap(), ORIGIN);
    let english: Vec<&String> = files.keys().filter(|path| path.starts_with("en/")).collect();
    assert!(english.is_empty(), "{english:?}");
    assert!(pages(&files).count() > 100);
    for (path, page) in all_pages(&files).filter(|(path, _)| !is_frame(path)) {
        for sign in ["hreflang", "/en/", "en_GB"] {
            assert!(!page.contains(sign), "{path}: {sign}");
        }
        assert!(page.contains(" data-languages=\"vi\""), "{path}");
    }
    assert!(!text(&files, "sitemap.xml").contains("/en/"));
    assert!(!pages(&BUNDLED).any(|(_, page)| page.contains("data-languages")));
    let single = single_file(SiteInput {
        app: &app(),
        source: SiteSource::read(serde_json::to_vec(&corpus).unwrap(), None).unwrap(),
        base: BasePath::new(BASE),
        origin: String::new(),
        loading: DataLoading::Auto,
    });
    assert!(!single.unwrap().contains("<a class=\"tool\" href"));
}

/// A text that nobody has translated is shown in Vietnamese and says so, and no page has an empty heading or paragraph.
#[test]
fn missing_english_is_shown_as_vietnamese_text() {
    let mut corpus = load(&bundled()).unwrap();
    corpus.title.en.clear();
    corpus.sources.iter_mut().for_each(|source| source.attribution.en.clear());
    corpus.campaigns.iter_mut().for_each(|campaign| campaign.summary.en.clear());
    for article in &mut corpus.articles {
        article.figures.iter_mut().for_each(|figure| figure.label.en.clear());
        article.digest.iter_mut().for_each(|paragraph| paragraph.en.clear());
    }
    corpus.articles[0].digest.clear();
    let files = site(&serde_json::to_vec(&corpus).unwrap(), ORIGIN);
    let figure = &corpus.articles[0].figures[0];
    let page = text(&files, &format!("en/so-lieu/{}/index.html", figure.id));
    let label = format!("<span lang=\"vi\">{}</span>", figure.label.vi);
    assert!(page.contains(&label), "{label}");
    for (path, page) in pages(&files) {
        for sign in [
            "<p></p>",
            "<h1></h1>",
            "<h2></h2>",
            "<h3></h3>",
            "__label\"></",
            "__digest\"></p>",
            "content=\"\"",
        ] {
            assert!(!page.contains(sign), "{path}: {sign}");
        }
    }
}

#[test]
fn data_dictionary_has_every_column_of_every_table_with_an_example_of_this_corpus() {
    let files = &*BUNDLED;
    let package: Value = serde_json::from_str(text(files, "du-lieu/datapackage.json")).unwrap();
    let (mut columns, mut empty) = (0, 0);
    for (path, none) in [("du-lieu/", "không có trong kho này"), ("en/du-lieu/", "none in this archive")] {
        let page = text(files, &format!("{path}index.html"));
        assert!(page.contains("id=\"chon-tep\"") && page.contains("id=\"tu-dien\""), "{path}");
        for table in package["resources"].as_array().unwrap() {
            let name = table["name"].as_str().unwrap();
            let section = page.split(&format!("id=\"bang-{name}\"")).nth(1).unwrap();
            let section = section.split("</details>").next().unwrap();
            let csv = text(files, &format!("du-lieu/{name}.csv"));
            assert!(!csv.starts_with('\u{feff}'), "{name}: a file for programs has no byte order mark");
            let mut reader = csv::Reader::from_reader(csv.as_bytes());
            let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            for (at, field) in table["schema"]["fields"].as_array().unwrap().iter().enumerate() {
                let column = field["name"].as_str().unwrap();
                let row = section.split(&format!("translate=\"no\">{column}</th>")).nth(1).expect(column);
                let row = row.split("</tr>").next().unwrap();
                let example = row.rsplit("<td").next().unwrap();
                match rows.iter().filter_map(|row| row.get(at)).find(|cell| !cell.is_empty()) {
                    None => {
                        assert!(example.contains(none), "{name}.{column}: {example}");
                        empty += 1;
                    }
                    Some(cell) => {
                        let start: String = cell.chars().take(20).collect();
                        let start = start.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
                        assert!(
                            example.contains(start.trim_start_matches('\'')),
                            "{name}.{column}: {example}"
                        );
                        columns += 1;
                    }
                }
            }
        }
    }
    assert!(columns > 100 && empty > 0, "{columns} with an example, {empty} without");
}

#[test]
fn workbook_of_all_tables_has_a_sheet_for_each() {
    let files = &*BUNDLED;
    let package: Value = serde_json::from_str(text(files, "du-lieu/datapackage.json")).unwrap();
    let workbook = &files["du-lieu/thi-dua.xlsx"];
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
    let mut sheets = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/workbook.xml").unwrap(), &mut sheets).unwrap();
    for table in package["resources"].as_array().unwrap() {
        assert!(sheets.contains(&format!("name=\"{}\"", table["name"].as_str().unwrap())), "{sheets}");
    }
    assert!(text(files, "du-lieu/index.html").contains("/du-lieu/thi-dua.xlsx\""));
}

#[test]
fn figures_have_pictures_of_their_own_in_a_small_site() {
    let image = |files: &BTreeMap<String, Vec<u8>>, path: &str| {
        let html = String::from_utf8(files[path].clone()).unwrap();
        let (_, rest) = html.split_once("property=\"og:image\" content=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let figure = "ha-dong-2022-cong-nhan-gioi-cap-thanh-pho";
    let page = format!("so-lieu/{figure}/index.html");
    let own = image(&BUNDLED, &page);
    assert!(own.ends_with(&format!("/so-lieu/{figure}/xem-truoc.png")), "{own}");
}
