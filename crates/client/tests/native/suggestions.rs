//! Suggestions while a search is typed.

use thidua_client::{Engine, Event, FromEngine, SuggestRequest, Suggestion};
use thidua_core::corpus::Catalogue;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_sample::bundled::bundled;

use crate::scheduler::network::{ENGINE, Network};

fn request(path: &str, query: &str, text: &str) -> SuggestRequest {
    SuggestRequest { path: path.to_owned(), query: query.to_owned(), text: text.to_owned() }
}

fn engine() -> Engine {
    let catalogue = Catalogue::new(serde_json::from_slice(&bundled()).unwrap());
    Engine::new(SiteData::new(catalogue, VerifiedArticles::All, BasePath::new("/"), String::new()))
}

fn hrefs(suggestions: &[Suggestion]) -> Vec<&str> {
    suggestions.iter().map(|suggestion| suggestion.href.as_str()).collect()
}

#[test]
fn campaigns_organisations_years_and_levels_are_suggested_on_any_page() {
    let engine = engine();
    let suggest = |text: &str| engine.suggest(&request("phong-trao/", "", text));
    let found = suggest("hoang m");
    assert!(hrefs(&found).contains(&"/don-vi/ldld-hoang-mai/"), "{found:?}");
    assert_eq!(suggest("lao dong gi")[0].name, "Lao động giỏi");
    assert_eq!(suggest("lao dong gi")[0].about, "danh hiệu · 2 bài");
    assert_eq!(hrefs(&suggest("202"))[0], "/nam/2022/");
    assert_eq!(hrefs(&suggest("sang kien nam 2022")).last(), Some(&"/?q=sang+kien&nam=2022"));
    assert!(hrefs(&suggest("cap quan")).contains(&"/?cap=district"), "{:?}", suggest("cap quan"));
    let english = engine.suggest(&request("en/phong-trao/", "", "hoang m"));
    assert!(english.iter().all(|suggestion| suggestion.href.starts_with("/en/")), "{english:?}");
    for nothing in ["", " ", "xyzxyz", "\"", "-covid"] {
        assert_eq!(suggest(nothing), [], "{nothing}");
    }
}

#[test]
fn home_page_suggests_only_filters_and_keeps_those_that_are_set() {
    let engine = engine();
    let suggest = |text: &str| engine.suggest(&request("", "q=x&don-vi=ldld-ha-dong&nam=2020", text));
    assert_eq!(suggest("lao dong gi"), []);
    assert_eq!(hrefs(&suggest("lao dong 2022")), ["/?q=lao+dong&don-vi=ldld-ha-dong&nam=2020&nam=2022"]);
}

#[test]
fn large_corpus_suggests_the_same_once_its_metadata_is_there() {
    let mut network = Network::new();
    for (number, text) in ["lao dong", "hoi thi", "202", "cong doan", "thi dua cap"].into_iter().enumerate() {
        let asked = request("phong-trao/", "", text);
        let replies = network.dispatch(Event::SuggestRequested(number as u32, asked.clone()));
        assert_eq!(replies, [FromEngine::Suggestions(number as u32, ENGINE.suggest(&asked))], "{text}");
    }
}
