//! Lists are sorted by the Vietnamese alphabet, whatever the order in the corpus.

use serde_json::{Value, json};

use thidua_client::{Engine, FacetRow, PageRequest, View};
use thidua_core::text::{collation_key, sorted_by_name};
use thidua_pages::html;
use thidua_sample::bundled::bundled;

use crate::pages::site;

/// Random names in the order of ICU; see `collation.mjs`.
const ICU: &str = include_str!("collation.txt");

#[test]
fn sorting_agrees_with_icu_for_sample_names() {
    let expected: Vec<&str> = ICU.lines().collect();
    let mut mixed = expected.clone();
    mixed.sort_by_key(|name| name.chars().rev().collect::<String>());
    for (ours, theirs) in sorted_by_name(mixed, |name| *name).into_iter().zip(&expected) {
        assert_eq!(collation_key(ours), collation_key(theirs), "{ours} stands where ICU has {theirs}");
    }
}

const PLACES: [&str; 12] = [
    "Quận 10",
    "Ý Yên",
    "Ba Đình",
    "Ân Thi",
    "Ăn Mòn",
    "Đống Đa",
    "Đan Phượng",
    "quốc Oai",
    "Quận 2",
    "Áo Dài",
    "Ô Môn",
    "Cầu Giấy",
];
const ORDERED: [&str; 12] = [
    "Áo Dài",
    "Ăn Mòn",
    "Ân Thi",
    "Ba Đình",
    "Cầu Giấy",
    "Đan Phượng",
    "Đống Đa",
    "Ô Môn",
    "Quận 2",
    "Quận 10",
    "quốc Oai",
    "Ý Yên",
];

/// The bundled corpus with one organisation, movement, article with a figure, person and abbreviation added for each
/// name.
fn corpus() -> Vec<u8> {
    let mut corpus: Value = serde_json::from_slice(&bundled()).unwrap();
    let first = |corpus: &Value, list: &str| corpus[list][0].clone();
    let (organisation, mut campaign) = (first(&corpus, "organisations"), first(&corpus, "campaigns"));
    campaign["see_also"] = json!([]);
    let article = first(&corpus, "articles");
    corpus["articles"] = json!([]);
    corpus["redirects"] = json!({});
    for (i, name) in PLACES.iter().enumerate() {
        let mut own = organisation.clone();
        own["id"] = json!(format!("noi-{i}"));
        own["name"] = json!(name);
        own["name_en"] = json!(name);
        own["parent"] = if i == 0 { Value::Null } else { json!("noi-0") };
        let mut run = campaign.clone();
        run["id"] = json!(format!("pt-{i}"));
        run["name"] = json!(name);
        run["aliases"] = json!([]);
        run["launched_by"] = json!("noi-0");
        let mut added = article.clone();
        added["id"] = json!(format!("bai-{i}"));
        added["organisation"] = json!(format!("noi-{i}"));
        added["phases"] = json!([]);
        added["people"] =
            json!([{"name": name, "role": null, "role_en": null, "organisation": "noi-0", "line": 2}]);
        added["mentions"][0]["campaign"] = json!(format!("pt-{i}"));
        added["mentions"][0]["as_written"] = json!(name);
        added["mentions"] = json!([added["mentions"][0]]);
        let figure = &mut added["figures"][0];
        figure["id"] = json!(format!("so-{i}"));
        figure["campaign"] = json!(format!("pt-{i}"));
        figure["campaigns_also"] = json!([]);
        figure["part_of"] = Value::Null;
        added["figures"] = json!([added["figures"][0]]);
        corpus["organisations"].as_array_mut().unwrap().push(own);
        corpus["campaigns"].as_array_mut().unwrap().push(run);
        corpus["articles"].as_array_mut().unwrap().push(added);
        let entry = json!({"abbreviation": name, "expansion": "lời giải", "en": "meaning"});
        corpus["glossary"].as_array_mut().unwrap().push(entry);
    }
    serde_json::to_vec(&corpus).unwrap()
}

/// Asserts that all the names occur in `html` in sorted order, each time that they occur.
fn is_ordered(html: &str, place: &str) {
    let found_of = |name: &'static str| {
        let tag = format!(">{name}<");
        html.match_indices(&tag).map(|(at, _)| (at, name)).collect::<Vec<_>>()
    };
    let mut found: Vec<(usize, &str)> = ORDERED.into_iter().flat_map(found_of).collect();
    found.sort();
    let names: Vec<&str> = found.into_iter().map(|(_, name)| name).collect();
    assert!(!names.is_empty() && names.len().is_multiple_of(ORDERED.len()), "{place}: {names:?}");
    for list in names.chunks(ORDERED.len()) {
        assert_eq!(list, ORDERED, "{place}");
    }
}

#[test]
fn lists_on_pages_are_alphabetical() {
    let engine = Engine::new(site(&corpus()));
    let page = |path: &str| match engine.respond(&PageRequest::page(path)).view {
        View::Static(html) => html,
        _ => panic!("{path}"),
    };
    for path in ["don-vi/", "phong-trao/", "en/don-vi/", "en/phong-trao/"] {
        is_ordered(&page(path), path);
    }
    for (path, heading) in
        [("don-vi/noi-0/", "nguoi"), ("don-vi/noi-0/", "phat-dong"), ("gioi-thieu/", "chu-viet-tat")]
    {
        let html = page(path);
        let (_, section) = html.split_once(&format!("<h2 id=\"{heading}\"")).unwrap();
        let (section, _) = section.split_once("</section>").unwrap();
        is_ordered(&section.replace("<span lang=\"vi\">", "<span>").replace("<dd>\n", "<dd>"), heading);
    }
}

#[test]
fn facet_values_and_filter_options_are_alphabetical() {
    let engine = Engine::new(site(&corpus()));
    let capitalised: Vec<String> = ORDERED.iter().map(|name| thidua_core::text::capitalise(name)).collect();
    let View::Home(home) = engine.respond(&PageRequest::page("")).view else { panic!() };
    // Of a long list the organisations with the most articles come first; both parts are alphabetical.
    let place = |row: &FacetRow| capitalised.iter().position(|name| *name == row.name).unwrap();
    let rows = &home.facets[0].rows;
    let (first, rest) = rows.split_at(html::home::shown_facet_values(rows.len()));
    assert_eq!((rows.len(), rest.is_empty()), (capitalised.len(), false));
    assert!(first.is_sorted_by_key(place) && rest.is_sorted_by_key(place), "{rows:?}");
    assert!(rest.iter().all(|row| first.iter().all(|shown| shown.count >= row.count)));
    let View::Explorer(explorer) = engine.respond(&PageRequest::page("so-lieu/")).view else { panic!() };
    let named: Vec<String> = ORDERED.iter().map(|name| format!("Phong trào “{name}”")).collect();
    for (parameter, expected) in [("don-vi", &capitalised), ("phong-trao", &named)] {
        let filter_control = explorer
            .filter_controls
            .iter()
            .find(|filter_control| filter_control.parameter == parameter)
            .unwrap();
        let names: Vec<&str> = filter_control
            .options
            .iter()
            .skip(1)
            .map(|option| option.name.rsplit_once(" (").unwrap().0)
            .collect();
        assert_eq!(names, *expected, "{parameter}");
    }
}

#[test]
fn levels_and_years_keep_their_legal_and_chronological_order() {
    let engine = Engine::new(site(&bundled()));
    let View::Explorer(explorer) = engine.respond(&PageRequest::page("so-lieu/")).view else { panic!() };
    let option_values = |parameter: &str| -> Vec<String> {
        let filter_control = explorer
            .filter_controls
            .iter()
            .find(|filter_control| filter_control.parameter == parameter)
            .unwrap();
        filter_control.options.iter().skip(1).map(|option| option.value.clone()).collect()
    };
    let legal = ["grassroots", "ward", "district", "sector", "ministry", "city", "national"];
    let levels = option_values("cap");
    let places: Vec<_> =
        levels.iter().filter_map(|level| legal.iter().position(|one| one == level)).collect();
    assert!(places.is_sorted() && places.len() > 2, "{levels:?}");
    let years: Vec<u16> = option_values("nam").iter().filter_map(|year| year.parse().ok()).collect();
    assert!(years.is_sorted_by(|a, b| a >= b), "the newest first: {years:?}");
}
