//! The explorer: its counts are true, its empty views say what to loosen, and every page shows the charts that its
//! figures allow and no other.

use std::collections::BTreeSet;

use thidua::chart::charts_for;
use thidua::domain::Lang;
use thidua::filters::{FigureFilter, Property};
use thidua::i18n::phrases;
use thidua::pages::{Place, SiteData};
use thidua::route::{Page, Route};

use crate::pages::{bundled, site};

fn parsed(query: &str) -> FigureFilter {
    FigureFilter::parse(query)
}

/// Every choice of one or two values, as queries.
fn queries(site: &SiteData) -> Vec<String> {
    let all = |filter: &FigureFilter| {
        let choosers = site.ctx(Lang::Vi).choosers(filter).into_iter();
        let values = choosers.flat_map(|c| c.options.into_iter().map(move |o| (c.property, o.value)));
        values.filter(|(_, value)| !value.is_empty()).collect::<Vec<(Property, String)>>()
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
fn the_number_beside_each_choice_is_what_it_shows() {
    let site = site(&bundled());
    let ctx = site.ctx(Lang::En);
    for query in
        ["", "vai-tro=result", "don-vi=ldld-ha-dong&nam=2022", "cap=city&dem=individual", "nam=khong-neu"]
    {
        let filter = parsed(query);
        for chooser in ctx.choosers(&filter) {
            assert_eq!(
                chooser.options.iter().filter(|o| o.chosen).count(),
                1,
                "{query} {:?}",
                chooser.property
            );
            for offer in chooser.options.iter().skip(1) {
                let shown = filter.with(chooser.property, &offer.value).apply(&site.catalogue).len();
                assert!(offer.name.ends_with(&format!("({shown})")), "{query}: {} shows {shown}", offer.name);
            }
        }
    }
}

#[test]
fn every_view_of_two_choices_opens_and_an_empty_one_leads_out() {
    let site = site(&bundled());
    let ctx = site.ctx(Lang::Vi);
    let (mut empty, mut full) = (0, 0);
    for query in queries(&site) {
        let html = ctx.explorer_view(&query).into_string();
        let figures = parsed(&query).apply(&site.catalogue);
        if figures.is_empty() {
            empty += 1;
            let ways_out: Vec<&str> = html
                .split("href=\"/kho/so-lieu/")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect();
            assert!(!ways_out.is_empty(), "{query}");
            for way in ways_out {
                let way = way.trim_start_matches('?').replace("&amp;", "&");
                assert!(!parsed(&way).apply(&site.catalogue).is_empty(), "{query}: {way} is as empty");
            }
        } else {
            full += 1;
            assert_eq!(html.matches("<th class=\"printed-cell\"").count(), figures.len(), "{query}");
            let charts = ctx.charts_at(Place { page: &Page::Figures, query: &query });
            assert_eq!(html.contains("chart__none"), charts.is_empty(), "{query}");
        }
    }
    assert!(empty > 50 && full > 50, "{empty} empty, {full} full");
}

#[test]
fn unknown_and_hostile_values_are_said_and_shown_as_text() {
    let site = site(&bundled());
    let ctx = site.ctx(Lang::En);
    let query = "don-vi=%3Cscript%3Ealert(1)%3C%2Fscript%3E&dem=%22%20onx%3D&nam=70000&cap=x&nam=-1";
    let filter = parsed(query);
    assert_eq!(filter.year, None, "a year that is none is left out");
    let html = ctx.explorer_view(query).into_string();
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"));
    assert!(html.contains(phrases::not_in_corpus(ctx.lang)));
    let organisations = &ctx.choosers(&filter)[3];
    assert!(
        organisations.options.last().is_some_and(|o| o.chosen && o.name.contains("not in the corpus (0)"))
    );
    let long = format!("don-vi={}", "x".repeat(100_000));
    assert!(ctx.explorer_view(&long).into_string().len() < 110_000 * 2, "what is shown of it is short");
}

#[test]
fn a_figure_without_a_year_of_its_own_is_found_by_that_of_its_article() {
    let site = site(&bundled());
    for found in site.catalogue.figures() {
        let years = Property::Year.values_of(found);
        let own = found.figure.when;
        match (own.or(found.article.covers), &found.figure.when_as_written) {
            (Some(when), None) => assert!(years.contains(&when.years().start().to_string())),
            (_, Some(_)) if own.is_none() => assert_eq!(years, ["khong-neu"], "{}", found.figure.id),
            _ => {}
        }
    }
}

/// The ids of the charts on a page.
fn charts_shown(html: &str) -> Vec<&str> {
    html.split("<figure class=\"chart\" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn campaigns_and_organisations_show_the_charts_that_their_figures_allow_and_no_other() {
    let site = site(&bundled());
    let mut with_charts = 0;
    for route in Route::all(&site.catalogue) {
        let figures = match &route.page {
            Page::Campaign(id) => site.catalogue.figures_of_campaign(id),
            Page::Organisation(id) => site.catalogue.figures_of_organisation(id),
            _ => continue,
        };
        let allowed = charts_for(&figures, &site.catalogue, route.lang);
        let html = site.ctx(route.lang).page(&route.page).unwrap().into_string();
        let ids: Vec<&str> = allowed.iter().map(|chart| chart.id.as_str()).collect();
        let shown = charts_shown(&html);
        // Rounds in time are no figures.
        let of_figures = shown.iter().copied().filter(|id| !id.starts_with("timeline-"));
        assert_eq!(of_figures.collect::<Vec<_>>(), ids, "{}", route.path());
        if shown.is_empty() && !figures.is_empty() {
            assert!(html.contains("chart__none"), "{}: no chart, and no word why", route.path());
        }
        with_charts += usize::from(!allowed.is_empty());

        let own: BTreeSet<&str> = figures.iter().map(|f| f.figure.id.as_str()).collect();
        for chart in &allowed {
            let drawn = chart.figures();
            assert!(drawn.iter().any(|id| own.contains(id.as_str())), "{}: a chart of others", route.path());
            for id in drawn.into_iter().filter(|id| !own.contains(id.as_str())) {
                // Beside its own figures only what they are held against: a result of the same measure, a whole.
                let other = site.catalogue.figure(id).unwrap();
                let is_needed = figures.iter().any(|f| {
                    f.figure.part_of.as_ref() == Some(id)
                        || (f.figure.measure.is_some() && f.figure.measure == other.figure.measure)
                });
                assert!(is_needed, "{}: {id} does not belong here", route.path());
            }
        }
    }
    assert!(with_charts > 10, "{with_charts}");
}
