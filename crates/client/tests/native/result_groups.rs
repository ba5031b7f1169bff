//! Results grouped by kind: campaigns, organisations and figures above the articles.

use thidua_client::{Engine, HomeView, PageRequest, View};
use thidua_core::corpus::Catalogue;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::search_query;
use thidua_sample::bundled::bundled;
use thidua_search::SearchRequest;

fn home(engine: &Engine, query: &str) -> HomeView {
    let search = SearchRequest { query: query.to_owned(), ..SearchRequest::default() };
    let request = PageRequest { query: search_query(&search), ..PageRequest::page("") };
    match engine.respond(&request).view {
        View::Home(home) => home,
        other => panic!("{other:?}"),
    }
}

fn engine() -> Engine {
    let catalogue = Catalogue::new(serde_json::from_slice(&bundled()).unwrap());
    Engine::new(SiteData::new(catalogue, VerifiedArticles::All, BasePath::new("/"), String::new()))
}

/// Rows above the articles as plain text, by heading.
fn rows(home: &HomeView) -> Vec<String> {
    let groups = home.cards.split("<article").next().unwrap_or_default();
    let mut rows = Vec::new();
    for part in groups.split("<h2 class=\"group__name\">").skip(1) {
        let (name, list) = part.split_once("</h2>").unwrap();
        let links = list.split("data-result>").skip(1).map(|row| {
            let text = row.split("</a>").next().unwrap();
            let mut plain = String::new();
            for piece in text.split('<') {
                plain.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
            }
            format!("{name}: {plain}")
        });
        rows.extend(links);
    }
    rows
}

#[test]
fn results_begin_with_the_best_of_each_kind() {
    let engine = engine();
    let found = home(&engine, "lao dong gioi");
    let first = rows(&found);
    assert_eq!(first[0], "Phong trào: Lao động giỏi danh hiệu · 2 bài");
    assert!(
        first
            .iter()
            .any(|row| row.starts_with("Phong trào: Lao động giỏi, lao động sáng tạo phong trào · 4 bài"))
    );
    assert!(!first.iter().any(|row| row.starts_with("Đơn vị")), "every name has these words: {first:?}");
    assert!(found.cards.contains("<h2 class=\"group__name\">Bài báo</h2>"));

    let named = rows(&home(&engine, "hoang mai"));
    assert!(named.contains(&"Đơn vị: Liên đoàn Lao động quận Hoàng Mai 1 bài".to_owned()), "{named:?}");
    let both = rows(&home(&engine, "lao dong gioi ha dong"));
    assert!(both[0].starts_with("Phong trào: Lao động giỏi"), "{both:?}");
    assert!(both.iter().any(|row| row.starts_with("Đơn vị: Liên đoàn Lao động quận Hà Đông")), "{both:?}");
    let figures = rows(&home(&engine, "sang kien"));
    assert!(
        figures.iter().any(|row| row.starts_with("Số liệu: ") && row.contains("sáng kiến")),
        "{figures:?}"
    );
    let recognised = rows(&home(&engine, "quan nao lao dong gioi nam 2022"));
    let of_article = |row: &String| row.starts_with("Số liệu: 95 ") && row.ends_with("· 2022 (theo bài)");
    assert!(recognised.iter().any(of_article), "the year is the article's: {recognised:?}");
}

#[test]
fn long_group_is_folded_and_search_without_names_has_none() {
    let engine = engine();
    let found = home(&engine, "thi dua").cards;
    assert!(found.contains("<summary>Xem cả 13</summary>"), "{found}");
    for query in ["", "2022", "nam:2022", "long bien", "-covid"] {
        assert!(!home(&engine, query).cards.contains("group__name"), "{query}");
    }
}

#[test]
fn ways_out_are_links_with_numbers() {
    let engine = engine();
    let empty = home(&engine, "xyz lao dong gioi");
    assert!(empty.cards.contains("<a href=\"/?q=lao+dong+gioi\">Bỏ “xyz”: 5 bài</a>"), "{}", empty.cards);
    let selection =
        PageRequest { query: "q=lao+dong+gioi&don-vi=ldld-ha-dong&nam=1999".into(), ..PageRequest::page("") };
    let View::Home(selected) = engine.respond(&selection).view else { panic!("not the home page") };
    assert!(selected.cards.contains("Bỏ điều kiện 1999: 1 bài"), "{}", selected.cards);
    let place = home(&engine, "long bien");
    assert_eq!(place.notes, "Không có bài nào về Long Biên.");
    assert!(place.cards.contains("href=\"/don-vi/\""), "{}", place.cards);
    assert_eq!(home(&engine, "lao dong gioi 2022").notes, "");
}
