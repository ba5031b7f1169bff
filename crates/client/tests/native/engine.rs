//! The engine responds to every path, and its responses survive serialisation.

use thidua_client::{ClientSettings, Engine, FromEngine, PageRequest, PageResponse, ToEngine, View};
use thidua_pages::site_model::Edition;

fn engine() -> Engine {
    let corpus = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json")).unwrap();
    let edition = Edition { verified_articles: "all".into(), ..Edition::default() };
    Engine::load(&corpus, &ClientSettings { base: "/kho/".into(), edition, ..ClientSettings::default() })
        .unwrap()
}

fn home(response: PageResponse) -> thidua_client::HomeView {
    match response.view {
        View::Home(home) => home,
        other => panic!("not the home page: {other:?}"),
    }
}

#[test]
fn inconsistent_corpus_is_refused_with_a_message() {
    let reason = Engine::load(b"{", &ClientSettings::default()).unwrap_err().to_string();
    assert!(reason.starts_with("corpus.json: "), "{reason}");
    let dangling = br#"{"schema_version": 1, "title": {"vi": "a", "en": "b"},
        "organisations": [{"id": "a", "name": "A", "kind": "union", "parent": "b"}]}"#;
    let reason = Engine::load(dangling, &ClientSettings::default()).unwrap_err().to_string();
    assert!(reason.contains("organisations"), "{reason}");
}

#[test]
fn unknown_address_gets_a_not_found_response() {
    for path in ["khong/co/", "phong-trao/khong-co/", "", "en/", "//", "%", "bai-viet/\u{202e}/"] {
        let response = engine().respond(&PageRequest::page(path));
        assert!(!response.title.is_empty(), "{path}");
    }
}

#[test]
fn facet_rows_stay_while_counts_change() {
    let engine = engine();
    let plain = home(engine.respond(&PageRequest::page("")));
    let filtered =
        home(engine.respond(&PageRequest { query: "q=xyzxyz&nam=2022".into(), ..PageRequest::page("") }));
    assert!(plain.is_plain && !filtered.is_plain);
    assert_eq!(filtered.chosen, 1);
    let names = |view: &thidua_client::HomeView| -> Vec<String> {
        view.facets
            .iter()
            .flat_map(|f| f.rows.iter().map(|r| format!("{}={}", f.parameter, r.value)))
            .collect()
    };
    assert_eq!(names(&plain), names(&filtered));
    let rows =
        |view: &thidua_client::HomeView| view.facets.iter().flat_map(|f| f.rows.clone()).collect::<Vec<_>>();
    assert!(rows(&plain).iter().all(|row| row.count > 0 && !row.selected));
    assert!(rows(&filtered).iter().all(|row| row.count == 0));
    assert_eq!(rows(&filtered).iter().filter(|row| row.selected).count(), 1);
}

#[test]
fn card_count_respects_max_cards() {
    let engine = engine();
    for most in [0, 2, 5, 100] {
        let view = home(engine.respond(&PageRequest { max_cards: most, ..PageRequest::page("en/") }));
        assert_eq!(view.cards.matches("<article").count(), most.min(5));
        assert_eq!(view.has_more, most < 5);
    }
}

#[test]
fn messages_round_trip_as_json() {
    let engine = engine();
    for path in ["", "so-lieu/", "phong-trao/", "en/gioi-thieu/"] {
        let response =
            FromEngine::Page(7, Box::new(engine.respond(&PageRequest::page(path))), "x".to_owned());
        let text = serde_json::to_string(&response).unwrap();
        assert_eq!(serde_json::from_str::<FromEngine>(&text).unwrap(), response);
    }
    let request =
        ToEngine::Page(u32::MAX, PageRequest { query: "q=\"\u{0}\\".into(), ..PageRequest::page("") });
    assert_eq!(serde_json::from_str::<ToEngine>(&serde_json::to_string(&request).unwrap()).unwrap(), request);
}
