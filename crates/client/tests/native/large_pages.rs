//! Pages of topics that very many articles mention: the lists are cut, and a link leads to the rest.

use std::sync::LazyLock;

use thidua_client::{Engine, PageRequest, View};
use thidua_core::domain::{Article, ArticleId, Lang};
use thidua_pages::html::components::chart_panel;
use thidua_pages::html::{MAX_ARTICLES_IN_SIGHT, MAX_LISTED_ARTICLES};
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::{PageView, parse_search};
use thidua_pages::{chart_drawings, view_content};
use thidua_sample::variants::many_times;
use thidua_search::search;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(SiteData::new(many_times(8), VerifiedArticles::All, BasePath::new("/"), String::new()))
});

fn markup_of(page: Page) -> String {
    let route = Route { lang: Lang::Vi, page };
    match ENGINE.respond(&PageRequest::page(&route.path())).view {
        View::Static(markup) => markup,
        _ => panic!("{route:?} is an interactive page"),
    }
}

/// Query string of the link to the search for all articles.
fn search_for_all(markup: &str) -> String {
    let before = markup.split(", kèm trích dẫn để tải").next().unwrap();
    let href = before.rsplit("href=\"/?").next().unwrap();
    href.split('"').next().unwrap().replace("&amp;", "&")
}

fn found(query: &str) -> Vec<ArticleId> {
    let site = ENGINE.site();
    let hits = search(&site.index, &parse_search(query)).hits;
    hits.iter().map(|hit| site.catalogue.articles()[hit.article as usize].id.clone()).collect()
}

#[test]
fn large_page_lists_newest_articles_and_links_to_a_search_for_all() {
    let catalogue = &ENGINE.site().catalogue;
    let campaigns = catalogue
        .campaigns()
        .iter()
        .map(|one| (Page::Campaign(one.id.clone()), catalogue.articles_of_campaign(&one.id)));
    let organisations = catalogue
        .organisations()
        .iter()
        .map(|one| (Page::Organisation(one.id.clone()), catalogue.articles_of_organisation(&one.id)));
    let (mut long, mut short) = (0, 0);
    for (page, articles) in campaigns.chain(organisations) {
        let markup = markup_of(page.clone());
        if articles.len() <= MAX_ARTICLES_IN_SIGHT {
            assert!(!markup.contains("kèm trích dẫn để tải"), "{page:?}");
            short += 1;
            continue;
        }
        long += 1;
        let found = found(&search_for_all(&markup));
        for article in &articles {
            assert!(found.contains(&article.id), "{page:?} leads to a search without {}", article.id);
        }
        let section = markup.split("id=\"bai\"").nth(1).unwrap().split("<h2").next().unwrap();
        let is_named = |article: &&&Article| section.contains(&format!("href=\"/bai-viet/{}/\"", article.id));
        let (named, others): (Vec<_>, Vec<_>) = articles.iter().partition(is_named);
        assert_eq!(named.len(), MAX_ARTICLES_IN_SIGHT, "{page:?}");
        let day = |article: &&&Article| article.published.and_then(|published| published.latest());
        assert!(named.iter().map(day).min() >= others.iter().map(day).max(), "{page:?}: not the newest");
        let cites_all = articles.len() <= MAX_LISTED_ARTICLES;
        assert_eq!(markup.contains("id=\"trich-dan-bibtex\""), cites_all, "all are cited, or none");
        assert!(markup.contains("id=\"trang-trich-dan-bibtex\""), "{page:?} can be cited");
    }
    assert!(long > 5 && short > 5, "{long} long, {short} short");
}

#[test]
fn large_page_shows_some_charts_of_each_kind_and_links_to_the_rest() {
    let ctx = ENGINE.site().page_context(Lang::Vi);
    let mut cut = 0;
    let organisations = ctx.catalogue().reporting_organisations().into_iter().map(|organisation| {
        let rest = format!("/so-lieu/?don-vi={}", organisation.id);
        (Page::Organisation(organisation.id.clone()), rest)
    });
    let campaigns = ctx.catalogue().campaigns().iter().map(|campaign| {
        let rest = format!("/so-sanh/?phong-trao={}", campaign.id);
        (Page::Campaign(campaign.id.clone()), rest)
    });
    for (page, rest) in organisations.chain(campaigns) {
        let all = view_content::charts_of_view(&ctx, PageView::new(&page));
        let drawn = chart_drawings::draw_charts_of_view(&ctx, PageView::new(&page));
        let markup = markup_of(page.clone());
        assert_eq!(drawn.all, all.len());
        assert_eq!(markup.matches("<figure class=\"chart\"").count(), drawn.shown.len());
        let kinds = |charts: &mut dyn Iterator<Item = thidua_chart::ChartKind>| {
            charts.collect::<std::collections::BTreeSet<_>>()
        };
        let shown = kinds(&mut drawn.shown.iter().map(|drawn| drawn.chart.kind));
        assert_eq!(shown, kinds(&mut all.iter().map(|chart| chart.kind)), "{page:?}");
        let is_cut = |markup: &str| markup.contains("chọn hẹp hơn để xem");
        assert_eq!(is_cut(&markup), drawn.shown.len() < all.len());
        if all.len() > 1 {
            cut += 1;
            let view = PageView::new(&page);
            let few = chart_drawings::draw_charts(&ctx, all, 1);
            let section = chart_panel::charts_section(&ctx, &few, view).into_string();
            assert_eq!(section.matches("<figure class=\"chart\"").count(), 1);
            assert!(is_cut(&section) && section.contains(&rest), "{page:?}");
        }
    }
    assert!(cut > 0, "no page has two charts");
}
