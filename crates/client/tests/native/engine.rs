//! The engine responds to every path, and its responses survive serialisation.

use thidua_client::{ClientSettings, Engine, PageRequest, PageResponse, View};
use thidua_core::corpus::{Catalogue, NameOperation, load};
use thidua_pages::site_model::Edition;
use thidua_search::Index;
use thidua_search::index_format::{Chunk, IndexChunks, IndexMeta, chunk_content};

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
fn links_to_old_ids_of_organisations_and_campaigns_still_choose() {
    let corpus = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json")).unwrap();
    let mut corpus = load(&corpus).unwrap();
    for (old, new) in [("ldld-ha-dong", "cong-doan-ha-dong"), ("danh-hieu-cong-nhan-gioi", "cong-nhan-gioi")]
    {
        let operation = NameOperation::Rename { id: old.into(), name: None, new_id: Some(new.into()) };
        corpus = operation.apply(&corpus).unwrap().corpus;
    }
    let renamed = Engine::load(&serde_json::to_vec(&corpus).unwrap(), &ClientSettings::default()).unwrap();
    let ask = |path: &str, query: &str| {
        renamed.respond(&PageRequest { query: query.to_owned(), ..PageRequest::page(path) })
    };
    let (old, new) = (home(ask("", "don-vi=ldld-ha-dong")), home(ask("", "don-vi=cong-doan-ha-dong")));
    assert_eq!((&old.cards, &old.count, &old.facets), (&new.cards, &new.count, &new.facets));
    assert!(old.count.starts_with("1 "), "{}", old.count);
    for (old, new) in [
        ("don-vi=ldld-ha-dong", "don-vi=cong-doan-ha-dong"),
        ("phong-trao=danh-hieu-cong-nhan-gioi", "phong-trao=cong-nhan-gioi"),
    ] {
        assert_eq!(ask("so-lieu/", old).view, ask("so-lieu/", new).view);
    }
    // In chunks, too: the metadata of the index has the redirects of organisations.
    let catalogue = Catalogue::new(corpus);
    let index = Index::build(&catalogue);
    let chunks = IndexChunks::new(&catalogue, &index).unwrap().encode().unwrap();
    let meta = chunks.iter().find(|encoded| encoded.chunk == Chunk::Meta).unwrap();
    let content = chunk_content(Chunk::Meta, meta.hash, &meta.bytes).unwrap();
    let names = IndexMeta::read(content).unwrap().names;
    assert_eq!(names.redirect("ldld-ha-dong"), Some("cong-doan-ha-dong"));
    assert_eq!(names.redirect("danh-hieu-cong-nhan-gioi"), None);
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
fn home_page_leads_with_the_newest_year_and_a_grid() {
    let lead = home(engine().respond(&PageRequest::page(""))).lead.unwrap();
    assert!(lead.contains("<h1 class=\"home__finding\">Năm 2022: 3 đơn vị thi đua, "), "{lead}");
    for part in [
        "<a href=\"/kho/nam/2022/\">Xem năm 2022</a>",
        "<a href=\"/kho/so-sanh/\">So sánh các đơn vị</a>",
        "href=\"/kho/nam/2022/#ldld-ha-dong\" aria-label=\"Hà Đông, 2022: phát động, 3 số liệu\"",
        "href=\"/kho/don-vi/ldld-bac-tu-liem/\" aria-label=\"Bắc Từ Liêm, không nêu năm: ",
        "<p class=\"home__numbers\"><a href=\"#ket-qua\">5 bài báo</a>",
    ] {
        assert!(lead.contains(part), "{part}\n{lead}");
    }
    let english = home(engine().respond(&PageRequest::page("en/"))).lead.unwrap();
    assert!(english.contains("In 2022, 3 organisations took part, "), "{english}");
}

#[test]
fn results_are_ranked_only_if_words_match() {
    let view = |query: &str| {
        home(engine().respond(&PageRequest { query: query.to_owned(), ..PageRequest::page("") }))
    };
    let (plain, words, filters) = (view(""), view("q=lao+dong+gioi"), view("q=nam%3A2022&xep=newest"));
    assert_eq!((plain.is_ranked, words.is_ranked, filters.is_ranked), (false, true, false));
    assert_eq!((plain.see.as_str(), filters.see.as_str()), ("Xem 5 bài", "Xem 3 bài"));
    assert_eq!(view("xep=newest").cards, plain.cards, "the newest come first anyway");
}
