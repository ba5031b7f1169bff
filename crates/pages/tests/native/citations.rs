//! Citations: complete in both languages, with and without the address of the site, and dated when they are downloaded.

use serde_json::Value;

use thidua_cite::{AccessDate, CitationFormat};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, Lang};
use thidua_pages::download::{DownloadFormat, page_file};
use thidua_pages::html;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::PageView;
use thidua_sample::bundled::bundled;

use crate::site;

const ORIGIN: &str = "https://thi-dua.example";
const DATE: AccessDate = AccessDate { year: 2026, month: 1, day: 9 };

/// The bundled corpus, with an article without newspaper and date, and one with both.
fn corpus() -> Vec<u8> {
    let mut json: Value = serde_json::from_slice(&bundled()).unwrap();
    json["sources"] = serde_json::json!([{ "id": "bao", "name": "Báo Mẫu", "site": null,
        "attribution": { "vi": "Theo Báo Mẫu", "en": "After Báo Mẫu" } }]);
    for (at, article) in json["articles"].as_array_mut().unwrap().iter_mut().enumerate() {
        let is_known = at % 2 == 0;
        article["source"] = if is_known { "bao".into() } else { Value::Null };
        article["published"] = if is_known { "2022-09-06".into() } else { Value::Null };
    }
    serde_json::to_vec(&json).unwrap()
}

fn sites() -> [SiteData; 2] {
    let SiteData { catalogue, .. } = site(&corpus());
    let base = BasePath::new("/kho/");
    [site(&corpus()), SiteData::new(catalogue, VerifiedArticles::All, base, ORIGIN.into())]
}

fn is_cited(route: &Route) -> bool {
    matches!(route.page, Page::Article(_) | Page::Campaign(_) | Page::Organisation(_) | Page::Figure(_))
}

/// Texts of the attribute of the button that copies a citation.
fn copied_line(markup: &str) -> String {
    let button = markup.split("<button").find(|part| part.contains(" data-facts=")).expect("a citation");
    let line = button.split(" data-text=\"").nth(1).and_then(|rest| rest.split('"').next());
    line.unwrap().to_owned()
}

#[test]
fn citation_of_every_page_has_no_empty_piece_and_says_what_is_not_known() {
    for site in sites() {
        let mut count = 0;
        for route in Route::all(&site.catalogue).into_iter().filter(is_cited) {
            let ctx = site.page_context(route.lang);
            let markup = html::page(&ctx, &route.page).unwrap().into_string();
            let line = copied_line(&markup);
            for wrong in ["()", "( ", ", ,", ",,", " .", "..", "“”", ": ,", "None", "null"] {
                assert!(!line.contains(wrong), "{wrong:?} in {line}");
            }
            let articles: Vec<&Article> = match &route.page {
                Page::Article(id) => site.catalogue.article(id).into_iter().collect(),
                Page::Figure(id) => {
                    site.catalogue.figure(id).map(|found| found.article).into_iter().collect()
                }
                Page::Campaign(id) => site.catalogue.articles_of_campaign(id),
                Page::Organisation(id) => site.catalogue.articles_of_organisation(id),
                _ => unreachable!("only these are cited"),
            };
            let (unknown, known): (Vec<&Article>, Vec<&Article>) =
                articles.into_iter().partition(|article| article.source.is_none());
            let not_stated = match route.lang {
                Lang::Vi => "không nêu tên báo",
                Lang::En => "stated",
            };
            assert_eq!(line.contains(not_stated), !unknown.is_empty(), "{line}");
            assert_eq!(line.contains("Báo Mẫu"), !known.is_empty(), "{line}");
            count += 1;
        }
        assert!(count > 200, "{count}");
    }
}

#[test]
fn downloaded_citation_states_its_page_and_the_date_of_access() {
    let [_, site] = sites();
    let article = &site.catalogue.articles()[1];
    let page = Page::Figures;
    let view = PageView::new(&page);
    for (lang, accessed) in [(Lang::Vi, "truy cập ngày 9/1/2026"), (Lang::En, "accessed 9 January 2026")] {
        let ctx = site.page_context(lang).accessed_on(Some(DATE));
        let lines = page_file::page_file(&ctx, view, None, DownloadFormat::CitationLines).unwrap().text;
        for line in lines.lines() {
            assert!(line.ends_with(&format!("{accessed}.")) && line.contains(ORIGIN), "{line}");
        }
        let dated =
            |format| page_file::page_file(&ctx, view, None, DownloadFormat::Citations(format)).unwrap().text;
        let number = site.catalogue.figures().count();
        assert_eq!(dated(CitationFormat::BibTex).matches("\n  urldate = {2026-01-09},\n").count(), number);
        assert_eq!(dated(CitationFormat::Ris).matches("\r\nY2  - 2026/01/09/\r\n").count(), number);
        let items: Vec<Value> = serde_json::from_str(&dated(CitationFormat::CslJson)).unwrap();
        assert_eq!(items.len(), number);
        for item in &items {
            assert_eq!(item["accessed"]["date-parts"], serde_json::json!([[2026, 1, 9]]), "{item}");
        }
    }
    // Without a clock the citation claims no date, and stays well formed.
    let ctx = site.page_context(Lang::Vi);
    let page = Page::Home;
    let whole = |format| {
        page_file::page_file(&ctx, PageView::new(&page), None, DownloadFormat::Citations(format))
            .unwrap()
            .text
    };
    assert!(!whole(CitationFormat::BibTex).contains("urldate"));
    assert!(!whole(CitationFormat::Ris).contains("Y2  -"));
    let items: Vec<Value> = serde_json::from_str(&whole(CitationFormat::CslJson)).unwrap();
    assert!(items.iter().all(|item| item.get("accessed").is_none()));
    let item = items.iter().find(|item| item["id"] == article.id.as_str()).unwrap();
    assert!(item["note"].as_str().unwrap().starts_with("Không nêu tên báo."), "{item}");
}

#[test]
fn page_of_a_campaign_is_cited_as_a_web_page() {
    let [_, site] = sites();
    let catalogue: &Catalogue = &site.catalogue;
    let campaign = &catalogue.campaigns()[0];
    let markup = html::page(&site.page_context(Lang::Vi), &Page::Campaign(campaign.id.clone())).unwrap();
    let markup = markup.into_string();
    let address = format!("{ORIGIN}/kho/phong-trao/{}/", campaign.id);
    for part in ["@misc{", "TY  - ELEC", "&quot;type&quot;: &quot;webpage&quot;", "data-accessed="] {
        assert!(markup.contains(part), "{part}");
    }
    assert!(markup.contains(&format!("url = {{{address}}}")), "{address}");
}
