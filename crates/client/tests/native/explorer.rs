//! The explorer: counts are correct, an empty result suggests which filter to remove, and each page shows exactly the
//! charts that its figures allow.

use std::collections::BTreeSet;

use thidua_chart::comparisons_for;
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Campaign, CampaignId, Lang};
use thidua_i18n::phrases;
use thidua_pages::html::{self, explorer, filter_controls};
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::{
    ExplorerQuery, ExplorerTab, FigureColumn, FigureFilter, FigureOrder, FigureProperty, MAX_UNDIVIDED_ROWS,
    PageView, ROWS_PER_PAGE,
};
use thidua_pages::{PageContext, view_content};
use thidua_sample::bundled::bundled;
use thidua_sample::variants::CATALOGUE;

use crate::pages::site;

fn parsed(query: &str) -> FigureFilter {
    FigureFilter::parse(query)
}

fn asked(query: &str) -> ExplorerQuery {
    ExplorerQuery::parse(query)
}

/// Filter values of a figure as they stand in a query string. Written independently of the program, as an oracle.
fn values(property: FigureProperty, found: FigureRef<'_>) -> BTreeSet<String> {
    let figure = found.figure;
    match property {
        FigureProperty::Unit => [figure.unit.to_string()].into(),
        FigureProperty::Role => [figure.role.slug().to_owned()].into(),
        FigureProperty::Level => figure.levels.iter().map(|level| level.slug().to_owned()).collect(),
        FigureProperty::Organisation => [found.organisation().to_string()].into(),
        FigureProperty::Campaign => found.campaigns().map(ToString::to_string).collect(),
        FigureProperty::Year => {
            let years: BTreeSet<String> =
                found.when().into_iter().flat_map(|when| when.years()).map(|year| year.to_string()).collect();
            if years.is_empty() { ["khong-neu".to_owned()].into() } else { years }
        }
    }
}

/// Figures that match the filter, by testing each one.
fn passing<'a>(filter: &FigureFilter, catalogue: &'a Catalogue) -> Vec<FigureRef<'a>> {
    let chosen = filter.chosen();
    let passes = |found: &FigureRef<'_>| chosen.iter().all(|(p, value)| values(*p, *found).contains(value));
    catalogue.figures().filter(passes).collect()
}

/// Markup of the explorer for a query string.
fn explorer_markup(ctx: &PageContext<'_>, query: &str) -> String {
    let explored = view_content::explorer_state(ctx, query);
    explorer::result_count(ctx, &explored).into_string()
        + &explorer::result_rows(ctx, &explored, query).into_string()
}

/// Query strings for every choice of one or two filter values.
fn queries(site: &SiteData) -> Vec<String> {
    let all = |filter: &FigureFilter| {
        let filter_controls = filter_controls::filter_controls(
            &site.page_context(Lang::Vi),
            &view_content::explorer_state(&site.page_context(Lang::Vi), &filter.query()),
            None,
        )
        .into_iter();
        let values = filter_controls.flat_map(|c| c.options.into_iter().map(move |o| (c.property, o.value)));
        values.filter(|(_, value)| !value.is_empty()).collect::<Vec<(FigureProperty, String)>>()
    };
    let none = FigureFilter::default();
    let mut queries = vec![String::new()];
    for (property, value) in all(&none) {
        let one = none.with(property, &value);
        queries.push(one.query());
        let others = all(&one).into_iter().filter(|(p, _)| *p > property);
        queries.extend(others.map(|(p, v)| one.with(p, &v).query()));
    }
    queries
}

#[test]
fn filter_counts_equal_the_listed_figures() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::En);
    for query in
        ["", "vai-tro=result", "don-vi=ldld-ha-dong&nam=2022", "cap=city&dem=individual", "nam=khong-neu"]
    {
        let filter = parsed(query);
        for filter_control in
            filter_controls::filter_controls(&ctx, &view_content::explorer_state(&ctx, &filter.query()), None)
        {
            assert_eq!(
                filter_control.options.iter().filter(|o| o.chosen).count(),
                1,
                "{query} {:?}",
                filter_control.property
            );
            for option in filter_control.options.iter().skip(1) {
                let shown =
                    passing(&filter.with(filter_control.property, &option.value), &site.catalogue).len();
                assert!(
                    option.name.ends_with(&format!("({shown})")),
                    "{query}: {} shows {shown}",
                    option.name
                );
            }
        }
    }
}

#[test]
fn every_pair_of_filters_opens_and_empty_views_suggest_a_way_out() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::Vi);
    let (mut empty, mut full) = (0, 0);
    for query in queries(&site) {
        let html = explorer_markup(&ctx, &query);
        let figures = passing(&parsed(&query), &site.catalogue);
        if figures.is_empty() {
            empty += 1;
            let explored = view_content::explorer_state(&ctx, &query);
            let html = explorer::result_rows(&ctx, &explored, &query).into_string();
            let ways_out: Vec<&str> = html
                .split("href=\"/kho/so-lieu/")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect();
            assert!(!ways_out.is_empty(), "{query}");
            for way in ways_out {
                let way = way.trim_start_matches('?').replace("&amp;", "&");
                assert!(!passing(&parsed(&way), &site.catalogue).is_empty(), "{query}: {way} is as empty");
            }
        } else {
            full += 1;
            let rows = html.matches("<th class=\"printed-cell\"").count();
            assert_eq!(rows, figures.len(), "{query}: few figures are not divided into pages");
            assert!(!html.contains("<svg"), "{query}: the table is first, and draws nothing");
            let query = asked(&query).with_tab(ExplorerTab::Charts).query();
            let html = explorer_markup(&ctx, &query);
            let charts = view_content::charts_of_view(&ctx, PageView { page: &Page::Figures, query: &query });
            assert_eq!(html.contains("chart__none"), charts.is_empty(), "{query}");
            assert_eq!(html.contains("<svg"), !charts.is_empty(), "{query}");
            assert!(!html.contains("printed-cell"), "{query}");
        }
    }
    assert!(empty > 50 && full > 50, "{empty} empty, {full} full");
}

#[test]
fn unknown_and_hostile_filter_values_are_shown_as_text() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::En);
    let query = "don-vi=%3Cscript%3Ealert(1)%3C%2Fscript%3E&dem=%22%20onx%3D&nam=70000&cap=x&nam=-1";
    let filter = parsed(query);
    assert_eq!(filter.year, None, "a year that is none is left out");
    let html = explorer_markup(&ctx, query);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"));
    assert!(html.contains(phrases::not_in_corpus(ctx.lang)));
    let organisations =
        &filter_controls::filter_controls(&ctx, &view_content::explorer_state(&ctx, &filter.query()), None)
            [3];
    assert!(
        organisations.options.last().is_some_and(|o| o.chosen && o.name.contains("not in the corpus (0)"))
    );
    let long = format!("don-vi={}", "x".repeat(100_000));
    assert!(explorer_markup(&ctx, &long).len() < 110_000 * 2, "what is shown of it is short");
}

#[test]
fn figure_without_year_is_found_by_year_of_its_article() {
    let site = site(&bundled());
    let (table, mut inherited) = (&site.figures, 0);
    for (number, found) in site.catalogue.figures().enumerate() {
        let stated: Vec<u16> = match (found.figure.when, &found.figure.when_as_written) {
            (None, None) => found.article.covers.into_iter().flat_map(|covers| covers.years()).collect(),
            (when, _) => when.into_iter().flat_map(|when| when.years()).collect(),
        };
        assert_eq!(table.years(number), stated, "{}", found.figure.id);
        inherited += usize::from(found.figure.when.is_none() && !stated.is_empty());
    }
    assert!(inherited > 0);
}

#[test]
fn single_pass_counts_equal_counting_one_by_one() {
    let site = SiteData::new(CATALOGUE.clone(), VerifiedArticles::All, BasePath::new("/"), String::new());
    let queries = queries(&site);
    assert!(queries.len() > 500, "{}", queries.len());
    for query in queries.iter().step_by(7) {
        let explored = view_content::explorer_state(&site.page_context(Lang::Vi), query);
        let numbered =
            view_content::figures_by_number(&site.page_context(Lang::Vi), &explored.matches.figures).unwrap();
        assert_eq!(numbered, passing(&parsed(query), &site.catalogue), "{query}");
        for (property, _) in explored.filter.chosen() {
            let looser = passing(&explored.filter.with(property, ""), &site.catalogue).len();
            assert_eq!(explored.matches.count_without(property), looser, "{query} {property:?}");
        }
    }
}

#[test]
fn table_pages_have_every_figure_once_in_every_order() {
    let site = SiteData::new(CATALOGUE.clone(), VerifiedArticles::All, BasePath::new("/"), String::new());
    let ctx = site.page_context(Lang::En);
    for query in ["", "vai-tro=result", "vai-tro=target&xep=-nam", "cap=city&xep=gia-tri", "xep=don-vi"] {
        let explored = view_content::explorer_state(&ctx, query);
        let (mut all, of) = (explored.matches.figures.clone(), explored.page.of);
        let mut seen = Vec::new();
        for number in 1..=of {
            let query = explored.asked().with_page(number).query();
            let page = view_content::explorer_state(&ctx, &query).page;
            assert_eq!((page.number, page.of, page.first), (number, of, seen.len()), "{query}");
            assert!(page.figures.len() <= if of == 1 { MAX_UNDIVIDED_ROWS } else { ROWS_PER_PAGE });
            seen.extend(page.figures);
            let html = explorer_markup(&ctx, &query);
            assert_eq!(html.contains("rel=\"next\""), number < of, "{query}");
            assert_eq!(html.contains("rel=\"prev\""), number > 1, "{query}");
        }
        if explored.order == FigureOrder::default() {
            assert_eq!(seen, all, "{query}");
        }
        seen.sort_unstable();
        all.sort_unstable();
        assert_eq!(seen, all, "{query}");
    }
    assert!(view_content::explorer_state(&ctx, "").page.of > 1, "a corpus with several explorer pages");
    for (query, number) in [("trang=0", 1), ("trang=x", 1), ("trang=-1", 1), ("trang=2&trang=1", 1)] {
        assert_eq!(view_content::explorer_state(&ctx, query).page.number, number, "{query}");
    }
    let last = view_content::explorer_state(&ctx, "trang=99999999").page;
    assert_eq!(last.number, last.of);
}

/// Figures of a sorted table, page by page.
fn sorted<'a>(ctx: &PageContext<'a>, order: FigureOrder) -> Vec<FigureRef<'a>> {
    let query = ExplorerQuery::default().with_order(order);
    let of = view_content::explorer_state(ctx, &query.query()).page.of;
    let pages = (1..=of).map(|n| view_content::explorer_state(ctx, &query.with_page(n).query()).page);
    pages.flat_map(|page| view_content::figures_by_number(ctx, &page.figures).unwrap()).collect()
}

#[test]
fn tables_are_sorted_by_every_column_and_equal_figures_keep_their_order() {
    let site = SiteData::new(CATALOGUE.clone(), VerifiedArticles::All, BasePath::new("/"), String::new());
    for lang in Lang::ALL {
        let ctx = site.page_context(lang);
        let place = |found: &FigureRef<'_>| site.catalogue.figures().position(|one| one == *found).unwrap();
        for column in FigureColumn::ALL {
            let orders = [false, true].map(|is_descending| FigureOrder { column, is_descending });
            let [up, down] = orders.map(|order| sorted(&ctx, order));
            assert!(up.len() > 2 * ROWS_PER_PAGE && up.len() == down.len(), "{column:?}");
            // What a reader sees in the column, as an oracle; `None` stands last.
            let key = |found: &FigureRef<'_>| -> Option<String> {
                let name = |id: &str| site.catalogue.campaign(id).map(|c| c.name.clone());
                match column {
                    FigureColumn::Article => Some(found.article.id.to_string()),
                    FigureColumn::Organisation => Some(found.organisation().to_string()),
                    FigureColumn::Year => Some(format!("{:?}", found.when()?.years().collect::<Vec<_>>())),
                    FigureColumn::Value => Some(found.figure.unit.to_string()),
                    FigureColumn::Role => Some(format!("{:?}", found.figure.role)),
                    FigureColumn::Campaign => found.campaigns().filter_map(|id| name(id)).min(),
                }
            };
            for (rows, is_descending) in [(&up, false), (&down, true)] {
                let runs: Vec<Option<String>> = rows
                    .chunk_by(|a, b| key(a) == key(b))
                    .map(|run| {
                        if column == FigureColumn::Value {
                            let values: Vec<_> = run.iter().map(|found| found.figure.value).collect();
                            let mut right = values.clone();
                            right.sort();
                            if is_descending {
                                right.reverse();
                            }
                            assert_eq!(values, right, "{column:?} {is_descending}");
                        } else if column != FigureColumn::Campaign {
                            let places: Vec<usize> = run.iter().map(place).collect();
                            assert!(places.is_sorted(), "{column:?} {is_descending}");
                        }
                        key(&run[0])
                    })
                    .collect();
                if column != FigureColumn::Campaign {
                    let once: BTreeSet<&Option<String>> = runs.iter().collect();
                    assert_eq!(once.len(), runs.len(), "{column:?}: equal values stand together");
                }
                let missing = rows.iter().position(|found| key(found).is_none()).unwrap_or(rows.len());
                assert!(
                    rows[missing..].iter().all(|found| key(found).is_none()),
                    "{column:?}: nothing stands last"
                );
            }
            if matches!(column, FigureColumn::Year | FigureColumn::Role) {
                let first = |rows: &[FigureRef<'_>]| key(&rows[0]).unwrap();
                assert_ne!(first(&up), first(&down), "{column:?}");
            }
        }
    }
}

#[test]
fn sorted_heads_say_the_direction_and_link_to_the_other() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::Vi);
    let html = explorer_markup(&ctx, "vai-tro=result&xep=-nam");
    assert_eq!(html.matches("aria-sort=").count(), 1);
    let head = html.split("<th ").find(|part| part.contains("aria-sort=\"descending\"")).unwrap();
    assert!(head.contains("id=\"xep-nam\"") && head.contains("?vai-tro=result&amp;xep=nam\""), "{head}");
    let plain = explorer_markup(&ctx, "");
    let head = plain.split("<th ").find(|part| part.contains("aria-sort=\"ascending\"")).unwrap();
    assert!(
        head.contains("id=\"xep-bai\"") && head.contains("?xep=-bai\""),
        "the default order is that of the articles"
    );
}

#[test]
fn values_are_sorted_within_units_that_are_named() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::Vi);
    let html = explorer_markup(&ctx, "xep=-gia-tri");
    let units: BTreeSet<&str> = site.catalogue.figures().map(|found| found.figure.unit.as_str()).collect();
    assert_eq!(html.matches("scope=\"rowgroup\"").count(), units.len());
    assert!(html.contains(phrases::units_apart(Lang::Vi)));
    let one = explorer_markup(&ctx, "dem=individual&xep=gia-tri");
    assert_eq!(one.matches("scope=\"rowgroup\"").count(), 1);
    assert!(!one.contains(phrases::units_apart(Lang::Vi)));
}

#[test]
fn every_choice_is_said_and_removed_by_one_link() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::Vi);
    let query = "don-vi=ldld-ha-dong&nam=2022&xem=bieu-do&xep=-nam";
    let html = explorer::result_count(&ctx, &view_content::explorer_state(&ctx, query)).into_string();
    for without in
        ["?nam=2022&amp;xem=bieu-do&amp;xep=-nam\"", "?don-vi=ldld-ha-dong&amp;xem=bieu-do&amp;xep=-nam\""]
    {
        assert!(html.contains(without), "{without}: {html}");
    }
    assert!(html.contains("Bỏ “Năm: 2022”") && html.contains("LĐLĐ quận Hà Đông"));
    let empty = explorer_markup(&ctx, "don-vi=ldld-ha-dong&nam=1999");
    assert!(empty.contains("Bỏ “1999”") || empty.contains("1999”: không có trong kho"), "{empty}");
}

#[test]
fn too_many_figures_for_charts_suggest_choices_that_have_some() {
    let site = SiteData::new(CATALOGUE.clone(), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
    let ctx = site.page_context(Lang::Vi);
    let explored = view_content::explorer_state(&ctx, "xem=bieu-do");
    assert!(!explored.is_charted);
    let html = explorer::result_rows(&ctx, &explored, "xem=bieu-do").into_string();
    let links: Vec<String> = html
        .split("href=\"/kho/so-lieu/?")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|query| query.replace("&amp;", "&"))
        .collect();
    assert!(links.len() >= 2, "{html}");
    assert!(html.contains("href=\"/kho/so-sanh/?phong-trao="), "or a comparison: {html}");
    for query in links {
        let explored = view_content::explorer_state(&ctx, &query);
        assert!(explored.is_charted && explored.tab == ExplorerTab::Charts, "{query}");
        assert!(explored.matches.figures.len() > 1, "{query}");
    }
}

#[test]
fn frames_and_links_of_charts_lead_to_the_charts() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::Vi);
    let view = PageView { page: &Page::Embed, query: "don-vi=ldld-ha-dong" };
    let charts = view_content::charts_of_view(&ctx, view);
    let html = html::embed::explorer_frame(&ctx, view.query).into_string();
    assert!(!charts.is_empty());
    for chart in charts {
        assert!(
            html.contains(&format!("/kho/so-lieu/?don-vi=ldld-ha-dong&amp;xem=bieu-do#{}", chart.id)),
            "{html}"
        );
    }
}

#[test]
fn value_search_offers_matching_values() {
    let mut corpus = CATALOGUE.corpus().clone();
    let one = corpus.campaigns[0].clone();
    let named = |n: usize| Campaign {
        id: CampaignId::new(format!("mot-{n}")),
        name: format!("Đổi mới, sáng tạo số {n}"),
        ..one.clone()
    };
    corpus.campaigns.extend((0..120).map(named));
    for (at, figure) in corpus.articles.iter_mut().flat_map(|article| &mut article.figures).enumerate() {
        figure.campaign = Some(CampaignId::new(format!("mot-{}", at % 120)));
    }
    let site =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/"), String::new());
    let ctx = site.page_context(Lang::Vi);
    let filter_control = |query: &str, typed: &str| {
        let explored = view_content::explorer_state(&ctx, query);
        let filter_controls = filter_controls::filter_controls(&ctx, &explored, Some(("phong-trao", typed)));
        filter_controls
            .into_iter()
            .find(|filter_control| filter_control.property == FigureProperty::Campaign)
            .unwrap()
    };
    let all = filter_control("", "");
    assert!(all.is_long && all.options.len() == 61 && all.more >= 60, "{}", all.more);
    for typed in ["doi moi so 119", "ĐỔI MỚI 119", "sang tao 119"] {
        let found = filter_control("", typed);
        assert_eq!(found.options.len(), 2, "{typed}: {:?}", found.options);
        assert!(found.options[1].name.contains("số 119") && found.more == 0, "{typed}");
    }
    assert_eq!(filter_control("", "xyzq").options.len(), 1, "to let every figure pass is always offered");
    assert!(
        filter_controls::filter_controls(&ctx, &view_content::explorer_state(&ctx, ""), None)
            .iter()
            .filter(|filter_control| filter_control.is_long)
            .count()
            == 1
    );
}

/// Ids of the charts in a page.
fn charts_shown(html: &str) -> Vec<&str> {
    html.split("<figure class=\"chart\" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn campaign_and_organisation_pages_show_exactly_the_possible_charts() {
    let site = site(&bundled());
    let mut with_charts = 0;
    for route in Route::all(&site.catalogue) {
        let figures = match &route.page {
            Page::Campaign(id) => site.catalogue.figures_of_campaign(id),
            Page::Organisation(id) => site.catalogue.figures_of_organisation(id),
            _ => continue,
        };
        let allowed =
            comparisons_for(&figures, &[], view_content::MAX_CHARTED_FIGURES, &site.catalogue, route.lang);
        let html = html::page(&site.page_context(route.lang), &route.page).unwrap().into_string();
        let ids: Vec<&str> = allowed.iter().map(|chart| chart.id.as_str()).collect();
        let explorer_markup = charts_shown(&html);
        // Timelines have no figures.
        let of_figures = explorer_markup.iter().copied().filter(|id| !id.starts_with("timeline-"));
        assert_eq!(of_figures.collect::<Vec<_>>(), ids, "{}", route.path());
        assert!(!html.contains("chart__none"), "{}: the figures stand for a missing chart", route.path());
        with_charts += usize::from(!allowed.is_empty());

        let own: BTreeSet<&str> = figures.iter().map(|f| f.figure.id.as_str()).collect();
        for chart in &allowed {
            let drawn = chart.figures();
            assert!(drawn.iter().any(|id| own.contains(id.as_str())), "{}: a chart of others", route.path());
            for id in drawn.into_iter().filter(|id| !own.contains(id.as_str())) {
                // Apart from the selected figures a chart may show only what they are compared with: a result of the
                // same measure, or a whole.
                let other = site.catalogue.figure(id).unwrap();
                let is_needed = figures.iter().any(|f| {
                    f.figure.part_of.as_ref() == Some(id)
                        || (f.figure.measure.is_some() && f.figure.measure == other.figure.measure)
                });
                assert!(is_needed, "{}: {id} does not belong here", route.path());
            }
        }
    }
    assert!(with_charts > 5, "{with_charts}");
}
