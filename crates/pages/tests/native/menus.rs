//! Menus of downloads and citations.

use thidua_core::domain::Lang;
use thidua_pages::chart_drawings::draw_charts_of_view;
use thidua_pages::html;
use thidua_pages::route::{Page, Route};
use thidua_pages::url_state::PageView;
use thidua_sample::bundled::bundled;

use crate::site;

/// Parts of `markup` that begin with `start`, up to the next one.
fn parts<'a>(markup: &'a str, start: &str) -> Vec<&'a str> {
    markup.split(start).skip(1).collect()
}

#[test]
fn every_chart_has_one_closed_menu_with_every_format() {
    let site = site(&bundled());
    for route in Route::all(&site.catalogue).into_iter().filter(|route| route.lang == Lang::Vi) {
        let ctx = site.page_context(route.lang);
        let charts = draw_charts_of_view(&ctx, PageView::new(&route.page)).shown.len();
        let Some(markup) = html::page(&ctx, &route.page).filter(|_| charts > 0) else { continue };
        let markup = markup.into_string();
        for chart in
            parts(&markup, "<figure class=\"chart\"").iter().filter_map(|c| c.split("</figure>").next())
        {
            assert_eq!(
                parts(chart, "class=\"menu menu--chart\"><summary aria-label=\"Tải biểu đồ\">Tải").len(),
                1
            );
            for format in ["svg", "png", "image", "xlsx", "csv", "plain"] {
                let button = format!("data-format=\"{format}\"");
                assert_eq!(parts(chart, &button).len(), 1, "{format} on {}", route.path());
            }
        }
        assert!(!markup.contains("details open"), "menus are closed on {}", route.path());
    }
}

#[test]
fn every_button_of_a_menu_says_what_its_file_is_for() {
    let site = site(&bundled());
    for lang in [Lang::Vi, Lang::En] {
        let markup = html::page(&site.page_context(lang), &Page::Organisation("ldld-ha-dong".into()))
            .unwrap()
            .into_string();
        let buttons: Vec<&str> = parts(&markup, "<button class=\"take__one\"")
            .into_iter()
            .filter_map(|b| b.split("</button>").next())
            .collect();
        assert!(buttons.len() > 7);
        for button in buttons {
            let purpose = button.split("class=\"take__for\">").nth(1).and_then(|rest| rest.split('<').next());
            assert!(purpose.is_some_and(|purpose| !purpose.is_empty()), "{button}");
        }
    }
}

#[test]
fn formats_of_a_citation_stand_in_a_menu_and_are_not_spelled_out() {
    let site = site(&bundled());
    let campaign = site.catalogue.campaigns().first().unwrap().id.clone();
    let article = site.catalogue.articles().first().unwrap().id.clone();
    for page in [Page::Campaign(campaign), Page::Article(article)] {
        let markup = html::page(&site.page_context(Lang::Vi), &page).unwrap().into_string();
        assert!(markup.contains("<details class=\"menu cite\"><summary>Trích dẫn"), "{page:?}");
        let texts = parts(&markup, "<pre class=\"cite__text\"");
        assert!(!texts.is_empty());
        assert!(texts.iter().all(|text| text.split('>').next().unwrap().ends_with(" hidden")));
    }
}
