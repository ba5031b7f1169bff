//! Money, numbers, time series, discrepancies, timeline and coverage: the figures that allow them, and their wording.

use insta::assert_snapshot;

use thidua_chart::{Chart, ChartKind, Size, charts_for, coverage, timeline};
use thidua_core::corpus::{Catalogue, FigureRef, FigureTable};
use thidua_core::domain::{Article, Comparator, Figure, Lang, Level, Phase, Role};

use super::fixtures::*;
use super::{full_text, real_catalogue, svg};

fn kinds(catalogue: &Catalogue) -> Vec<ChartKind> {
    all_charts(catalogue, Lang::Vi).iter().map(|chart| chart.kind).collect()
}

fn of_kind(catalogue: &Catalogue, kind: ChartKind, lang: Lang) -> Chart {
    let charts = all_charts(catalogue, lang);
    charts.into_iter().find(|chart| chart.kind == kind).unwrap_or_else(|| panic!("no {kind:?}"))
}

fn cells(chart: &Chart, column: usize) -> Vec<&str> {
    chart.table.rows.iter().map(|row| row.cells[column].as_str()).collect()
}

fn count(chart: &Chart, what: &str) -> usize {
    svg(chart, Size::Wide).matches(what).count()
}

// ---------------------------------------------------------------------------------------------------------------
// Money and numbers

fn loan(id: &str, as_written: &str, value: &str) -> Figure {
    figure(id, Role::Input, as_written, value, "vnd")
        .with(|f| f.label = both("Vốn vay từ quỹ", "Loans from a fund"))
}

fn loans() -> Vec<Figure> {
    let nearly = |f: &mut Figure| {
        f.comparator = Comparator::ApproxBelow;
        f.word = Some("gần".into());
    };
    vec![loan("l-a", "1,2 tỉ đồng", "1200000000"), loan("l-b", "gần 3,5 tỉ đồng", "3500000000").with(nearly)]
}

#[test]
fn money_chart_uses_scale_words_and_prints_the_original_words() {
    let chart = of_kind(&catalogue(loans()), ChartKind::Money, Lang::Vi);
    assert_eq!(chart.heading, "Sông Xanh, vốn vay từ quỹ: 1,2 tỷ và gần 3,5 tỷ đồng");
    assert_eq!(cells(&chart, 2), ["1,2 tỉ đồng", "gần 3,5 tỉ đồng"]);
    assert_eq!(cells(&chart, 3), ["1,2 tỷ", "gần 3,5 tỷ"]);
    let drawing = svg(&chart, Size::Wide);
    for label in [">0<", ">1 tỷ<", ">2 tỷ<", ">3 tỷ<", ">1,2 tỉ đồng<", ">gần 3,5 tỉ đồng<"]
    {
        assert!(drawing.contains(label), "{label}");
    }
    assert!(!drawing.contains(">4 tỷ<"));
    let english = of_kind(&catalogue(loans()), ChartKind::Money, Lang::En);
    assert!(english.heading.ends_with("loans from a fund: 1.2 billion and nearly 3.5 billion đồng"));
}

#[test]
fn money_chart_never_rounds_an_amount() {
    for (value, words) in [
        ("999999", "999.999"),
        ("3015000000", "3,015 tỷ"),
        ("3015400000", "3.015,4 triệu"),
        ("3015400001", "3.015.400.001"),
        ("1000000000000", "1.000 tỷ"),
    ] {
        let chart =
            of_kind(&catalogue(vec![loan("b", "y", "1"), loan("a", "x", value)]), ChartKind::Money, Lang::Vi);
        assert_eq!(chart.heading, format!("Sông Xanh, vốn vay từ quỹ: 1 và {words} đồng"));
    }
}

#[test]
fn number_chart_groups_figures_of_one_unit_role_period_and_article() {
    let (a, b) = (loan("a", "1 triệu đồng", "1000000"), loan("b", "2 triệu đồng", "2000000"));
    assert_eq!(kinds(&catalogue(vec![a.clone(), b.clone()])), [ChartKind::Money]);
    let changes: [fn(&mut Figure); 5] = [
        |f| f.role = Role::Result,
        |f| f.unit = "initiative".into(),
        |f| f.when = "2030".parse().ok(),
        |f| f.organisation = Some("nui-cao".into()),
        |f| f.part_of = Some("a".into()),
    ];
    for change in changes {
        assert!(kinds(&catalogue(vec![a.clone(), b.clone().with(change)])).is_empty());
    }
    let apart = catalogue_of(vec![article("mot", vec![a.clone()]), article("hai", vec![b])]);
    assert!(kinds(&apart).is_empty());
    assert!(kinds(&catalogue(vec![a])).is_empty(), "one amount has nothing to be held against");
    let people =
        |id: &str, n: &str| figure(id, Role::Participation, &format!("{n} cá nhân"), n, "individual");
    let three = catalogue(vec![people("a", "5"), people("b", "700"), people("c", "60")]);
    let chart = of_kind(&three, ChartKind::Numbers, Lang::Vi);
    assert_eq!(chart.heading, "Sông Xanh, người được biểu dương: 5, 700 và 60 cá nhân");
    let labelled = |id: &str, n: &str, label: &str| people(id, n).with(|f| f.label = both(label, label));
    let five = ["1", "2", "3", "4", "5"].map(|n| labelled(n, n, &format!("Người dự hội thi {n}")));
    let heading = of_kind(&catalogue(five.to_vec()), ChartKind::Numbers, Lang::Vi).heading;
    assert_eq!(heading, "Sông Xanh, người dự hội thi: 5 số liệu, thấp nhất 1 cá nhân, cao nhất 5 cá nhân");
    let counted = ["1", "2"].map(|n| labelled(n, n, &format!("Cá nhân dự thi vòng {n}")));
    let heading = of_kind(&catalogue(counted.to_vec()), ChartKind::Numbers, Lang::Vi).heading;
    assert_eq!(heading, "Sông Xanh, cá nhân dự thi vòng: 1 và 2", "the unit is said once");
    let owned = ["1", "2"].map(|n| labelled(n, n, &format!("Đơn vị có cá nhân giỏi {n}")));
    let heading = of_kind(&catalogue(owned.to_vec()), ChartKind::Numbers, Lang::Vi).heading;
    assert_eq!(
        heading, "Sông Xanh, đơn vị có cá nhân giỏi: 1 và 2 cá nhân",
        "the unit of a complement is not what is counted"
    );
    let apart = vec![labelled("a", "1", "Người dự thi"), labelled("b", "2", "Khán giả")];
    let heading = of_kind(&catalogue(apart), ChartKind::Numbers, Lang::Vi).heading;
    assert_eq!(heading, "Sông Xanh: 1 và 2 cá nhân", "nothing is said that does not hold for both");
}

#[test]
fn number_chart_leaves_out_figures_of_other_charts() {
    let mut figures = share(quantity(Comparator::Eq, 89), quantity(Comparator::Eq, 248));
    figures.push(initiatives("more", Role::Result, "30 sáng kiến", "30", Comparator::Eq));
    assert_eq!(kinds(&catalogue(figures)), [ChartKind::Shares]);
}

#[test]
fn bundled_corpus_has_the_expected_kinds_of_charts() {
    let catalogue = real_catalogue();
    let kinds = |id: &str| -> Vec<ChartKind> {
        charts_for(&catalogue.figures_of_organisation(id), &catalogue, Lang::Vi)
            .iter()
            .map(|c| c.kind)
            .collect()
    };
    use ChartKind::*;
    assert_eq!(kinds("ldld-bac-tu-liem"), [Shares, Numbers, Money]);
    assert_eq!(kinds("ldld-hoang-mai"), [Targets]);
    assert_eq!(kinds("ldld-tay-ho"), [Recognitions, Shares, Numbers]);
    assert_eq!(kinds("ldld-ha-dong"), [Recognitions]);
    assert_eq!(kinds("ldld-son-tay"), []);
}

// ---------------------------------------------------------------------------------------------------------------
// Change

fn yearly(id: &str, when: &str, value: &str) -> Figure {
    initiatives(id, Role::Result, &format!("{value} sáng kiến"), value, Comparator::Eq).with(|f| {
        f.when = when.parse().ok();
        f.when_as_written = Some(format!("năm {when}"));
    })
}

/// A catalogue with one article for each figure.
fn in_articles(figures: Vec<Figure>) -> Catalogue {
    let articles = figures.into_iter().enumerate();
    catalogue_of(articles.map(|(i, f)| dated_article(&format!("bai-{i}"), "2031-05-06", vec![f])).collect())
}

fn dated_article(id: &str, published: &str, figures: Vec<Figure>) -> Article {
    let mut article = article(id, figures);
    article.published = published.parse().ok();
    article
}

#[test]
fn time_series_of_two_years_is_two_dots_and_of_three_years_a_line() {
    let two = in_articles(vec![yearly("b", "2030", "420"), yearly("a", "2029", "300")]);
    let chart = of_kind(&two, ChartKind::TimeSeries, Lang::Vi);
    assert_eq!(chart.heading, "Sông Xanh, sáng kiến được công nhận: 300 (2029) → 420 (2030)");
    assert_eq!(cells(&chart, 1), ["năm 2029", "năm 2030"], "the earlier comes first");
    assert_eq!(count(&chart, "<circle"), 2);
    assert!(chart.measure.ends_with("2029 → 2030"));

    let three =
        in_articles(vec![yearly("c", "2031", "280"), yearly("a", "2028", "300"), yearly("b", "2029", "420")]);
    let chart = of_kind(&three, ChartKind::TimeSeries, Lang::Vi);
    assert_eq!(cells(&chart, 3), ["300", "420", "280"]);
    assert_eq!(count(&chart, "<circle"), 3);
    assert_eq!(
        count(&chart, "stroke-dasharray=\"2 4\""),
        1,
        "nobody speaks of 2030: no line is drawn as if they did"
    );
    assert_eq!(count(&chart, ">2030: không bài nào nêu<"), 1);
    assert_snapshot!(full_text(&[chart]));
}

#[test]
fn time_series_joins_only_figures_that_differ_in_the_year_alone() {
    let first = yearly("a", "2029", "300");
    let changes: [fn(&mut Figure); 9] = [
        |f| f.measure = None,
        |f| f.measure = Some("other".into()),
        |f| f.organisation = Some("nui-cao".into()),
        |f| f.campaign = Some("sang-tao".into()),
        |f| f.unit = "individual".into(),
        |f| f.role = Role::Participation,
        |f| f.levels = vec![Level::City],
        |f| f.when = "2030-01/2030-06".parse().ok(),
        |f| f.when = None,
    ];
    for (i, change) in changes.into_iter().enumerate() {
        let second = yearly("b", "2030", "420").with(change);
        assert!(kinds(&in_articles(vec![first.clone(), second])).is_empty(), "case {i}");
    }
}

#[test]
fn time_series_does_not_join_a_year_with_differing_articles() {
    let figures = || {
        vec![
            yearly("a", "2028", "300"),
            yearly("b", "2029", "420"),
            yearly("b-too", "2029", "440"),
            yearly("c", "2030", "280"),
            yearly("d", "2031", "290"),
        ]
    };
    let chart = of_kind(&in_articles(figures()), ChartKind::TimeSeries, Lang::Vi);
    assert_eq!(count(&chart, "<circle"), 5);
    let joins = svg(&chart, Size::Wide).matches("L").count();
    assert_eq!(joins, 1, "only 2030 and 2031 are joined");
    assert!(chart.notes.iter().any(|note| note.contains("nhiều bài nêu nhiều số")));

    let two = in_articles(figures().into_iter().take(3).collect());
    let chart = of_kind(&two, ChartKind::TimeSeries, Lang::Vi);
    assert!(chart.heading.ends_with("→ 420 hoặc 440 (2029)"), "{}", chart.heading);
    assert_eq!(count(&chart, "class=\"mark-bound\""), 0, "and no line between three dots");
}

#[test]
fn time_series_of_one_campaign_share_a_chart() {
    let mut figures = Vec::new();
    for (measure, values) in [("m-a", ["10", "12"]), ("m-b", ["900", "800"])] {
        for (when, value) in ["2029", "2030"].into_iter().zip(values) {
            figures.push(
                yearly(&format!("{measure}-{when}"), when, value).with(|f| f.measure = Some(measure.into())),
            );
        }
    }
    let catalogue = in_articles(figures);
    assert_eq!(kinds(&catalogue), [ChartKind::TimeSeries]);
    assert_snapshot!(full_text(&[of_kind(&catalogue, ChartKind::TimeSeries, Lang::En)]));
}

#[test]
fn time_series_draws_bounds_of_points_and_states_negative_numbers() {
    let bounded =
        |id: &str, when: &str, comparator| yearly(id, when, "90").with(|f| f.comparator = comparator);
    let catalogue = in_articles(vec![
        bounded("a", "2028", Comparator::Gt),
        bounded("b", "2029", Comparator::Le),
        bounded("c", "2030", Comparator::Approx),
        bounded("d", "2031", Comparator::Range).with(|f| f.value_to = Some(120.into())),
    ]);
    let chart = of_kind(&catalogue, ChartKind::TimeSeries, Lang::Vi);
    assert_eq!(count(&chart, "stroke-dasharray=\"3 2\""), 1, "about is a broken ring");
    assert!(chart.notes.iter().filter(|n| n.contains("báo in")).count() == 3, "{:?}", chart.notes);
    assert_snapshot!(full_text(&[chart]));

    let below =
        in_articles(vec![yearly("a", "2028", "-4"), yearly("b", "2029", "5"), yearly("c", "2030", "6")]);
    let chart = of_kind(&below, ChartKind::TimeSeries, Lang::Vi);
    assert_eq!(count(&chart, "<circle"), 0);
    assert_eq!(count(&chart, ">-4 sáng kiến<"), 1);
}

// ---------------------------------------------------------------------------------------------------------------
// Accounts

#[test]
fn discrepancy_chart_shows_differing_articles_with_their_dates() {
    let (a, b) = (yearly("a", "2029", "300"), yearly("b", "2029", "320"));
    let catalogue = catalogue_of(vec![
        dated_article("mot", "2030-01-02", vec![a.clone()]),
        article("hai", vec![b.clone()]),
    ]);
    let only_one: Vec<FigureRef<'_>> = catalogue.figures().take(1).collect();
    let charts = charts_for(&only_one, &catalogue, Lang::Vi);
    assert_eq!(charts.len(), 1, "the other account is found, though it was not asked for");
    let chart = &charts[0];
    assert_eq!(chart.kind, ChartKind::Discrepancies);
    assert_eq!(chart.heading, "Sông Xanh, sáng kiến được công nhận: các bài nêu khác nhau, 300 và 320");
    assert_eq!(cells(chart, 5), ["“Một bài báo”, đăng 2/1/2030", "“Một bài báo”, không nêu ngày đăng"]);
    assert_snapshot!(full_text(&charts));

    let one_article = catalogue_of(vec![article("mot", vec![a.clone(), b])]);
    assert!(!kinds(&one_article).contains(&ChartKind::Discrepancies));
    let same = yearly("b", "2029", "300");
    assert!(kinds(&catalogue_of(vec![article("mot", vec![a]), article("hai", vec![same])])).is_empty());
}

#[test]
fn recognition_chart_names_the_articles_of_one_level() {
    let measured = |id: &str, n: &str, level| {
        recognised(id, &format!("{n} cá nhân"), n, "individual", &[level])
            .with(|f| f.measure = Some("m".into()))
    };
    let catalogue = catalogue_of(vec![
        dated_article(
            "mot",
            "2030-01-02",
            vec![measured("a", "10", Level::District), measured("c", "2", Level::City)],
        ),
        article("hai", vec![measured("b", "12", Level::District)]),
    ]);
    let drawing = svg(&of_kind(&catalogue, ChartKind::Recognitions, Lang::Vi), Size::Wide);
    assert!(drawing.contains(">“Một bài báo”, đăng 2/1/2030<"), "{drawing}");
    assert!(drawing.contains(">“Một bài báo”, không nêu ngày đăng<"));
}

// ---------------------------------------------------------------------------------------------------------------
// Time

fn phase(name: &str, when: Option<&str>, as_written: Option<&str>) -> Phase {
    Phase {
        campaign: "lao-dong-gioi".into(),
        name: name.into(),
        when: when.map(|when| when.parse().unwrap()),
        as_written: as_written.map(str::to_owned),
        theme: (name == "Đợt 1").then(|| "sang-tao".into()),
        line: 3,
    }
}

fn phased(phases: Vec<Phase>) -> Catalogue {
    let mut article = article("mot", vec![]);
    article.phases = phases;
    catalogue_of(vec![article])
}

fn timeline_of(catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let phases: Vec<_> = catalogue.phases().collect();
    timeline(&phases, &[], catalogue, lang)
}

#[test]
fn timeline_places_rounds_by_their_days() {
    let catalogue = phased(vec![
        phase("Đợt 2", Some("2022-07-01/2022-12-31"), Some("từ 1/7 đến 31/12")),
        phase("Đợt 1", Some("2022-01-01/2022-06-30"), Some("từ 1/1 đến 30/6")),
    ]);
    let chart = timeline_of(&catalogue, Lang::Vi).unwrap();
    assert_eq!(chart.heading, "2 đợt thi đua có ngày, năm 2022");
    assert_eq!(cells(&chart, 0), ["Sông Xanh: Đợt 1", "Sông Xanh: Đợt 2"], "in the order of their days");
    assert_eq!(cells(&chart, 1)[0], "Chủ đề: Lao động sáng tạo");
    let drawing = chart.svg_with_links(Size::Wide, &|evidence| format!("{evidence:?}"));
    let document = roxmltree::Document::parse(&drawing).unwrap();
    let bars: Vec<(f64, f64)> = document
        .descendants()
        .filter(|node| node.attribute("class") == Some("mark-result") && node.attribute("x").is_some())
        .map(|node| {
            let number = |name| node.attribute(name).unwrap().parse::<f64>().unwrap();
            (number("x"), number("x") + number("width"))
        })
        .collect();
    assert_eq!(bars.len(), 2);
    assert_eq!(bars[0].1, bars[1].0, "the second begins on the day after the first");
    let share = (bars[0].1 - bars[0].0) / (bars[1].1 - bars[0].0);
    assert!((share - 181.0 / 365.0).abs() < 1e-3, "{share}");
}

#[test]
fn timeline_draws_soft_and_open_ends_and_states_undated_rounds() {
    let catalogue = phased(vec![
        phase("Đợt 1", Some("2021-03/2022-05"), Some("từ tháng 3/2021 đến tháng 5/2022")),
        phase("Đợt 2", Some("2022/.."), None),
        phase("Đợt 3", None, Some("5 năm")),
        phase("Đợt 4", None, None),
        phase("Đợt 5", Some("../2021-06-07"), Some("đến 7/6/2021")),
        phase("Đợt 6", Some("2022-02-02"), Some("ngày 2/2/2022")),
    ]);
    let chart = timeline_of(&catalogue, Lang::Vi).unwrap();
    assert_eq!(chart.heading, "4 đợt thi đua có ngày, năm 2021–2022");
    assert_eq!(cells(&chart, 2)[4..], ["không nêu", "không nêu"]);
    assert_eq!(cells(&chart, 3)[4..], ["5 năm", "không nêu"]);
    assert!(svg(&chart, Size::Narrow).contains(">5 năm<"), "stated below the axis");
    assert_eq!(chart.notes.len(), 3);
    assert_snapshot!(full_text(&[chart]));
    let undated = phased(vec![phase("Đợt 3", None, Some("5 năm"))]);
    assert_eq!(timeline_of(&undated, Lang::Vi), None);
    assert_eq!(timeline_of(&phased(vec![]), Lang::En), None);
}

#[test]
fn timeline_of_the_bundled_corpus_matches_its_snapshot() {
    let catalogue = real_catalogue();
    let (phases, articles): (Vec<_>, Vec<_>) =
        (catalogue.phases().collect(), catalogue.articles().iter().collect());
    for lang in Lang::ALL {
        let chart = timeline(&phases, &articles, &catalogue, lang).unwrap();
        assert_eq!(chart.table.rows.len(), phases.len() + articles.len());
        assert_snapshot!(format!("timeline-{}", lang.tag()), full_text(&[chart]));
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Coverage

#[test]
fn coverage_chart_counts_figures_by_year_and_marks_unverified_ones() {
    let catalogue = real_catalogue();
    let chart = coverage(&FigureTable::of(&catalogue, &|_| true), &catalogue, Lang::Vi).unwrap();
    let shown: usize =
        chart.table.rows.iter().flat_map(|r| &r.cells[1..]).filter_map(|c| c.parse::<usize>().ok()).sum();
    let years = |f: FigureRef<'_>| {
        let own = f.figure.when.is_some() || f.figure.when_as_written.is_some();
        let when = if own { f.figure.when } else { f.article.covers };
        when.map_or(1, |when| when.years().count())
    };
    assert_eq!(shown, catalogue.figures().map(years).sum::<usize>());
    assert!(chart.notes[0].contains("năm học"), "{:?}", chart.notes);
    assert_snapshot!(full_text(&[chart]));

    let partly = FigureTable::of(&catalogue, &|article| article.organisation != "ldld-ha-dong".into());
    let partly = coverage(&partly, &catalogue, Lang::En).unwrap();
    assert!(partly.sentence.contains("0 of 3 figures verified"), "{}", partly.sentence);
    assert!(svg(&partly, Size::Wide).contains("mark-whole"));
    assert_eq!(coverage(&FigureTable::default(), &catalogue_of(vec![]), Lang::Vi), None);
}
