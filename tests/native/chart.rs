//! Charts: which ones a set of figures allows, what they say, and that their SVG holds together.
//!
//! The facts of the fixtures are invented: a federation of a district that does not exist.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::type_complexity,
    reason = "helpers of tests may fail as tests do, and tables of cases are types of their own"
)]

use std::collections::{BTreeMap, BTreeSet};

use insta::assert_snapshot;
use thidua::chart::{Chart, ChartKind, Quantity, Reason, Size, Verdict, charts_for, judge};
use thidua::corpus::{Catalogue, FigureRef};
use thidua::domain::{
    Article, Bilingual, Campaign, CampaignKind, Comparator, Corpus, Dimension, Figure, Lang, Level,
    Organisation, OrganisationKind, Rights, Role, SCHEMA_VERSION, TextRef, Unit,
};

// ---------------------------------------------------------------------------------------------------------------
// Fixtures

fn both(vi: &str, en: &str) -> Bilingual {
    Bilingual { vi: vi.into(), en: en.into() }
}

fn unit(id: &str, vi: &str, en: &str, dimension: Dimension) -> Unit {
    Unit { id: id.into(), vi: vi.into(), en: en.into(), dimension, printed: vec![vi.into()] }
}

fn campaign(id: &str, name: &str, kind: CampaignKind) -> Campaign {
    Campaign {
        id: id.into(),
        name: name.into(),
        name_en: None,
        kind,
        aliases: vec![],
        sector: None,
        launched_by: None,
        summary: Bilingual::default(),
        see_also: vec![],
    }
}

fn organisation(id: &str, name: &str) -> Organisation {
    Organisation {
        id: id.into(),
        name: name.into(),
        name_en: None,
        kind: OrganisationKind::Federation,
        locality: None,
        parent: None,
        aliases: vec![],
        valid: None,
    }
}

fn article(id: &str, figures: Vec<Figure>) -> Article {
    Article {
        id: id.into(),
        kicker: None,
        headline: "Một bài báo".into(),
        headline_en: None,
        source: None,
        url: None,
        byline: vec![],
        published: None,
        published_as_written: None,
        covers: "2031".parse().ok(),
        covers_as_written: None,
        organisation: "song-xanh".into(),
        rights: Rights::FactsOnly,
        text: TextRef { file_stem: id.into(), sha256: "0".repeat(64), lines: [1, 9], excluded: vec![] },
        digest: vec![],
        people: vec![],
        mentions: vec![],
        phases: vec![],
        figures,
        body: None,
    }
}

fn figure(id: &str, role: Role, as_written: &str, value: &str, unit: &str) -> Figure {
    Figure {
        id: id.into(),
        label: both("Người được biểu dương", "People commended"),
        value: value.parse().unwrap(),
        value_to: None,
        unit: unit.into(),
        comparator: Comparator::Eq,
        word: None,
        as_written: as_written.into(),
        role,
        levels: vec![],
        campaign: None,
        campaigns_also: vec![],
        organisation: None,
        when: None,
        when_as_written: None,
        part_of: None,
        measure: None,
        line: 1,
    }
}

trait With: Sized {
    fn with(self, change: impl FnOnce(&mut Self)) -> Self;
}

impl With for Figure {
    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }
}

fn recognised(id: &str, as_written: &str, value: &str, unit: &str, levels: &[Level]) -> Figure {
    figure(id, Role::Result, as_written, value, unit).with(|f| {
        f.levels = levels.to_vec();
        f.campaign = Some("lao-dong-gioi".into());
    })
}

fn catalogue_of(articles: Vec<Article>) -> Catalogue {
    Catalogue::new(Corpus {
        schema: None,
        schema_version: SCHEMA_VERSION,
        title: both("Thử", "Trial"),
        sources: vec![],
        organisations: vec![
            organisation("song-xanh", "LĐLĐ quận Sông Xanh"),
            organisation("nui-cao", "Liên đoàn Lao động thị xã Núi Cao"),
        ],
        units: vec![
            unit("individual", "cá nhân", "individuals", Dimension::Count),
            unit("collective", "tập thể", "collectives", Dimension::Count),
            unit("individual-times", "lượt cá nhân", "individual awards", Dimension::Count),
            unit("initiative", "sáng kiến", "initiatives", Dimension::Count),
            unit("percent", "%", "percent", Dimension::Percent),
            unit("vnd", "đồng", "đồng", Dimension::Money),
        ],
        campaigns: vec![
            campaign("lao-dong-gioi", "Lao động giỏi", CampaignKind::Title),
            campaign("tho-gioi", "Thợ giỏi", CampaignKind::Title),
            campaign("sang-tao", "Lao động sáng tạo", CampaignKind::Movement),
        ],
        glossary: vec![],
        redirects: BTreeMap::new(),
        articles,
    })
}

fn catalogue(figures: Vec<Figure>) -> Catalogue {
    catalogue_of(vec![article("bai-mot", figures)])
}

fn all_charts(catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let figures: Vec<FigureRef<'_>> = catalogue.figures().collect();
    charts_for(&figures, catalogue, lang)
}

/// 352 beside 2, in the wrong order, one title more for the first.
fn three_levels() -> Vec<Figure> {
    vec![
        recognised("f-city", "2 “Lao động giỏi”", "2", "individual", &[Level::City]),
        recognised("f-base", "352 “Lao động giỏi”, “Thợ giỏi”", "352", "individual", &[Level::Grassroots])
            .with(|f| f.campaigns_also = vec!["tho-gioi".into()]),
        recognised("f-district", "95 “Lao động giỏi”", "95", "individual", &[Level::District]),
    ]
}

fn initiatives(id: &str, role: Role, as_written: &str, value: &str, comparator: Comparator) -> Figure {
    figure(id, role, as_written, value, "initiative").with(|f| {
        f.label = both("sáng kiến được công nhận", "initiatives recognised");
        f.comparator = comparator;
        f.measure = Some("initiatives".into());
    })
}

fn percent_targets() -> Vec<Figure> {
    vec![
        figure("t-staff", Role::Target, "tối thiểu 15%", "15", "percent").with(|f| {
            f.label =
                both("cán bộ, viên chức trong các đơn vị sự nghiệp có sáng kiến", "staff with an initiative");
            f.comparator = Comparator::Ge;
            f.word = Some("tối thiểu".into());
        }),
        figure("t-used", Role::Target, "ít nhất 70%", "70", "percent").with(|f| {
            f.label = both("sáng kiến được áp dụng", "initiatives applied");
            f.comparator = Comparator::Ge;
            f.word = Some("ít nhất".into());
        }),
    ]
}

fn share(part: Quantity, whole: Quantity) -> Vec<Figure> {
    let figure_of = |id: &str, q: Quantity, vi: &str, en: &str| {
        let number = q.value.to_string();
        figure(id, Role::Result, &format!("{number} sáng kiến"), &number, "initiative").with(|f| {
            f.label = both(vi, en);
            f.comparator = q.comparator;
            f.value_to = q.value_to;
        })
    };
    let whole = figure_of("s-whole", whole, "sáng kiến đăng ký", "initiatives registered");
    let part = figure_of("s-part", part, "sáng kiến đã ứng dụng", "initiatives applied");
    vec![whole, part.with(|f| f.part_of = Some("s-whole".into()))]
}

fn quantity(comparator: Comparator, value: u32) -> Quantity {
    Quantity { value: value.into(), value_to: None, comparator }
}

fn svg(chart: &Chart, size: Size) -> String {
    chart.svg(size, &|id| format!("/so-lieu/{id}/"))
}

/// Everything that a chart says and draws, as one text to look at.
fn full_text(charts: &[Chart]) -> String {
    let mut text = String::new();
    for chart in charts {
        let Chart { id, heading, measure, sentence, table, notes, .. } = chart;
        text += &format!("== {id}\n{heading}\n{measure}\n{sentence}\n");
        for note in notes {
            text += &format!("* {note}\n");
        }
        let titles: Vec<&str> = table.columns.iter().map(|c| c.title.as_str()).collect();
        text += &format!("| {} |\n", titles.join(" | "));
        for row in &table.rows {
            text += &format!("| {} |\n", row.cells.join(" | "));
        }
        for size in [Size::Narrow, Size::Wide] {
            text += &svg(chart, size).replace("><", ">\n<");
            text.push('\n');
        }
    }
    text
}

// ---------------------------------------------------------------------------------------------------------------
// Recognitions

#[test]
fn recognitions_stand_in_legal_order_and_the_heading_states_them() {
    let catalogue = catalogue(three_levels());
    let charts = all_charts(&catalogue, Lang::Vi);
    assert_eq!(charts.len(), 1);
    let chart = &charts[0];
    assert_eq!(chart.kind, ChartKind::Recognitions);
    assert_eq!(chart.id, "recognitions-f-base");
    assert_eq!(chart.heading, "Sông Xanh biểu dương 352 cá nhân ở cơ sở, 95 cấp quận, 2 cấp thành phố");
    let order: Vec<&str> = chart.figures().into_iter().map(|id| id.as_str()).collect();
    assert_eq!(order, ["f-base", "f-district", "f-city"]);
    assert_eq!(
        all_charts(&catalogue, Lang::En)[0].heading,
        "Sông Xanh commended 352 individuals at grassroots level, 95 at district level, 2 at city level"
    );
}

#[test]
fn a_number_for_several_levels_is_one_row() {
    let levels = [Level::City, Level::District, Level::Sector];
    let catalogue = catalogue(vec![
        recognised("f-a", "432 cá nhân", "432", "individual", &levels),
        recognised("f-b", "185 tập thể", "185", "collective", &levels),
    ]);
    let charts = all_charts(&catalogue, Lang::Vi);
    assert_eq!(charts.len(), 1);
    assert_eq!(charts[0].table.rows.len(), 2);
    assert_eq!(charts[0].table.rows[0].cells[0], "Cấp quận, cấp ngành, cấp thành phố");
    assert_eq!(
        charts[0].heading,
        "Sông Xanh biểu dương 432 cá nhân và 185 tập thể cấp quận, ngành và thành phố"
    );
}

#[test]
fn a_single_row_is_no_chart_and_units_do_not_share_a_scale() {
    let one = recognised("f-a", "33 cá nhân", "33", "individual", &[Level::District]);
    assert!(all_charts(&catalogue(vec![one.clone()]), Lang::Vi).is_empty());

    let people = recognised("f-b", "3.090 lượt cá nhân", "3090", "individual-times", &[Level::Grassroots]);
    let charts = all_charts(&catalogue(vec![one, people]), Lang::Vi);
    assert_eq!(charts.len(), 1, "two units of one campaign make one chart");
    assert!(!svg(&charts[0], Size::Wide).contains("mark-result"), "no bar has anything to be held against");
}

#[test]
fn what_differs_in_organisation_period_or_article_never_shares_a_chart() {
    let base = recognised("f-a", "10 cá nhân", "10", "individual", &[Level::Grassroots]);
    let other = recognised("f-b", "20 cá nhân", "20", "individual", &[Level::District]);
    let changes: [fn(&mut Figure); 3] = [
        |f| f.organisation = Some("nui-cao".into()),
        |f| f.when = "2030".parse().ok(),
        |f| f.when_as_written = Some("5 năm".into()),
    ];
    for change in changes {
        let figures = vec![base.clone(), other.clone().with(change)];
        assert!(all_charts(&catalogue(figures), Lang::Vi).is_empty());
    }
    let apart = catalogue_of(vec![article("mot", vec![base.clone()]), article("hai", vec![other.clone()])]);
    assert!(all_charts(&apart, Lang::Vi).is_empty());

    let measured = |f: Figure| f.with(|f| f.measure = Some("commended".into()));
    let joined =
        catalogue_of(vec![article("mot", vec![measured(base)]), article("hai", vec![measured(other)])]);
    assert_eq!(all_charts(&joined, Lang::Vi).len(), 1, "one measure joins articles");
}

#[test]
fn figures_without_a_campaign_pair_up_by_line_and_levels_unless_they_are_parts() {
    let free = |f: Figure| f.with(|f| f.campaign = None);
    let people = free(recognised("f-a", "517 cá nhân", "517", "individual", &[Level::District]));
    let groups = free(recognised("f-b", "687 tập thể", "687", "collective", &[Level::District]));
    assert_eq!(all_charts(&catalogue(vec![people.clone(), groups.clone()]), Lang::Vi).len(), 1);
    let elsewhere = groups.clone().with(|f| f.line = 2);
    assert!(all_charts(&catalogue(vec![people.clone(), elsewhere]), Lang::Vi).is_empty());
    let part = groups.with(|f| f.part_of = Some("f-none".into()));
    assert!(all_charts(&catalogue(vec![people, part]), Lang::Vi).is_empty());
}

// ---------------------------------------------------------------------------------------------------------------
// Targets

#[test]
fn a_target_without_a_result_says_so() {
    let catalogue = catalogue(percent_targets());
    let charts = all_charts(&catalogue, Lang::Vi);
    assert_eq!(charts.len(), 1);
    assert_eq!(charts[0].heading, "Sông Xanh đặt 2 mục tiêu cho năm 2031; không bài nào nêu kết quả");
    assert_eq!(charts[0].table.rows[0].cells[3], "không nêu");
    let drawing = svg(&charts[0], Size::Narrow);
    assert!(drawing.contains("Không nêu kết quả"));
    assert!(!drawing.contains("mark-result"));
}

#[test]
fn a_result_is_found_by_measure_and_judged() {
    let target = initiatives("t", Role::Target, "ít nhất 100 sáng kiến", "100", Comparator::Ge);
    let cases: [(&str, fn(&mut Figure), Verdict); 6] = [
        ("120", |_| (), Verdict::Met),
        ("99", |_| (), Verdict::NotMet),
        ("100", |f| f.comparator = Comparator::ApproxBelow, Verdict::NotMet),
        ("90", |f| f.comparator = Comparator::Gt, Verdict::CannotCompare(Reason::Bounds)),
        ("120", |f| f.when = "2031-01/2031-06".parse().ok(), Verdict::Met),
        ("99", |f| f.when = "2031-01/2031-06".parse().ok(), Verdict::CannotCompare(Reason::OtherPeriod)),
    ];
    for (value, change, verdict) in cases {
        let result = initiatives("r", Role::Result, "n sáng kiến", value, Comparator::Eq).with(change);
        let catalogue =
            catalogue_of(vec![article("mot", vec![target.clone()]), article("hai", vec![result])]);
        let charts = charts_for(&catalogue.figures_of_organisation("song-xanh")[..1], &catalogue, Lang::Vi);
        assert_eq!(charts[0].table.rows[0].cells[4], verdict.words(Lang::Vi), "{value}");
    }
}

#[test]
fn a_result_of_another_measure_organisation_unit_or_period_is_not_held_against_a_target() {
    let target = initiatives("t", Role::Target, "100 sáng kiến", "100", Comparator::Eq);
    let cases: [(fn(&mut Figure), Reason); 5] = [
        (|f| f.measure = None, Reason::NoResult),
        (|f| f.measure = Some("other".into()), Reason::NoResult),
        (|f| f.organisation = Some("nui-cao".into()), Reason::NoResult),
        (|f| f.unit = "individual".into(), Reason::OtherUnit),
        (|f| f.when = "2029".parse().ok(), Reason::OtherPeriod),
    ];
    for (change, reason) in cases {
        let result = initiatives("r", Role::Result, "120 sáng kiến", "120", Comparator::Eq).with(change);
        let charts = all_charts(&catalogue(vec![target.clone(), result]), Lang::Vi);
        let chart = charts.iter().find(|c| c.kind == ChartKind::Targets).unwrap();
        assert_eq!(chart.table.rows[0].cells[4], Verdict::CannotCompare(reason).words(Lang::Vi));
        assert_eq!(chart.table.rows[0].cells[3], "không nêu");
    }
}

#[test]
fn several_results_stand_side_by_side() {
    let catalogue = catalogue(vec![
        initiatives("t", Role::Target, "100 sáng kiến", "100", Comparator::Eq),
        initiatives("r-one", Role::Result, "120 sáng kiến", "120", Comparator::Eq),
        initiatives("r-two", Role::Result, "80 sáng kiến", "80", Comparator::Eq),
    ]);
    let chart = &all_charts(&catalogue, Lang::En)[0];
    let verdicts: Vec<&str> = chart.table.rows.iter().map(|r| r.cells[4].as_str()).collect();
    assert_eq!(verdicts, ["Target met", "Target not met"]);
    assert_eq!(chart.notes.iter().filter(|n| n.contains("side by side")).count(), 1);
}

/// Halves from below the smallest to above the largest printed number: what a true value might be.
fn possible_halves(quantity: Quantity) -> Vec<i64> {
    let value = quantity.value.to_string().parse::<i64>().unwrap() * 2;
    let to = quantity.value_to.map_or(value, |v| v.to_string().parse::<i64>().unwrap() * 2);
    (-20..=100)
        .filter(|half| match quantity.comparator {
            Comparator::Eq => *half == value,
            Comparator::Gt => *half > value,
            Comparator::Ge => *half >= value,
            Comparator::Lt | Comparator::ApproxBelow => *half < value,
            Comparator::Le => *half <= value,
            Comparator::Approx => true,
            Comparator::Range => (value..=to).contains(half),
        })
        .collect()
}

/// What one true value says about a target; `None` where the target's print is silent.
fn meets(target: Quantity, half: i64) -> Option<bool> {
    let value = target.value.to_string().parse::<i64>().unwrap() * 2;
    let to = target.value_to.map_or(value, |v| v.to_string().parse::<i64>().unwrap() * 2);
    match target.comparator {
        Comparator::Eq | Comparator::Ge => Some(half >= value),
        Comparator::Gt => Some(half > value),
        Comparator::Le => Some(half <= value),
        Comparator::Lt => Some(half < value),
        Comparator::Range if half > to => None,
        Comparator::Range => Some(half >= value),
        Comparator::Approx | Comparator::ApproxBelow => (half >= value).then_some(true),
    }
}

#[test]
fn every_pair_of_comparators_is_judged_by_the_written_rule() {
    let mut seen = BTreeSet::new();
    for target_comparator in Comparator::ALL {
        for result_comparator in Comparator::ALL {
            for value in 5..=30 {
                let build = |comparator, value: u32| Quantity {
                    value: value.into(),
                    value_to: (comparator == Comparator::Range).then(|| (value + 5).into()),
                    comparator,
                };
                let (target, result) = (build(target_comparator, 15), build(result_comparator, value));
                let outcomes: BTreeSet<Option<bool>> =
                    possible_halves(result).into_iter().map(|half| meets(target, half)).collect();
                let expected = match outcomes.iter().collect::<Vec<_>>()[..] {
                    [Some(true)] => Some(Verdict::Met),
                    [Some(false)] => Some(Verdict::NotMet),
                    _ => None,
                };
                let verdict = judge(target, result);
                match expected {
                    Some(expected) => assert_eq!(verdict, expected, "{target:?} {result:?}"),
                    None => assert!(matches!(verdict, Verdict::CannotCompare(_)), "{target:?} {result:?}"),
                }
                seen.insert(verdict);
            }
        }
    }
    assert!(seen.contains(&Verdict::Met) && seen.contains(&Verdict::NotMet));
    for reason in [Reason::Bounds, Reason::Vague, Reason::AboveRange] {
        assert!(seen.contains(&Verdict::CannotCompare(reason)), "{reason:?} never happens");
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Shares

#[test]
fn a_share_keeps_the_bounds_of_both_numbers() {
    use Comparator::*;
    let range =
        |low: u32, high: u32| Quantity { value: low.into(), value_to: Some(high.into()), comparator: Range };
    for (part, whole, share) in [
        (quantity(Eq, 89), quantity(Eq, 248), "≈ 35,9%"),
        (quantity(Eq, 62), quantity(Eq, 248), "25%"),
        (quantity(Eq, 0), quantity(Eq, 248), "0%"),
        (quantity(Eq, 248), quantity(Eq, 248), "100%"),
        (quantity(Gt, 89), quantity(Eq, 248), "> 35,8%"),
        (quantity(Ge, 62), quantity(Eq, 248), "≥ 25%"),
        (quantity(Lt, 89), quantity(Eq, 248), "< 35,9%"),
        (quantity(Le, 62), quantity(Eq, 248), "≤ 25%"),
        (quantity(ApproxBelow, 90), quantity(Eq, 248), "< 36,3%"),
        (quantity(Approx, 89), quantity(Eq, 248), "—"),
        (quantity(Eq, 62), quantity(Gt, 248), "< 25%"),
        (quantity(Eq, 62), quantity(Le, 248), "≥ 25%"),
        (quantity(Gt, 62), quantity(Gt, 248), "—"),
        (quantity(Lt, 248), quantity(Eq, 248), "—"),
        (range(62, 124), quantity(Eq, 248), "từ 25% đến 50%"),
    ] {
        let charts = all_charts(&catalogue(share_with(part, whole)), Lang::Vi);
        let chart = charts.iter().find(|c| c.kind == ChartKind::Shares).unwrap();
        assert_eq!(chart.table.rows[0].cells[4], share, "{part:?} of {whole:?}");
    }
}

fn share_with(part: Quantity, whole: Quantity) -> Vec<Figure> {
    share(part, whole)
}

#[test]
fn a_share_needs_one_unit_and_a_part_that_fits() {
    use Comparator::Eq;
    let shares = |figures| all_charts(&catalogue(figures), Lang::Vi).len();
    assert_eq!(shares(share(quantity(Eq, 89), quantity(Eq, 248))), 1);
    assert_eq!(shares(share(quantity(Eq, 300), quantity(Eq, 248))), 0);
    assert_eq!(shares(share(quantity(Eq, 0), quantity(Eq, 0))), 0);
    let mut units = share(quantity(Eq, 89), quantity(Eq, 248));
    units[1].unit = "individual".into();
    assert_eq!(shares(units), 0);
    let mut itself = share(quantity(Eq, 89), quantity(Eq, 248));
    itself[1].part_of = Some("s-part".into());
    assert_eq!(shares(itself), 0);
}

// ---------------------------------------------------------------------------------------------------------------
// Pictures

fn real_catalogue() -> Catalogue {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/corpus.json");
    let text = std::fs::read_to_string(path).expect("the corpus is part of the repository");
    Catalogue::new(serde_json::from_str(&text).expect("the corpus has the shape of its types"))
}

#[test]
fn pictures_of_the_real_corpus() {
    let catalogue = real_catalogue();
    for organisation in catalogue.organisations() {
        let figures = catalogue.figures_of_organisation(&organisation.id);
        for lang in Lang::ALL {
            let charts = charts_for(&figures, &catalogue, lang);
            if !charts.is_empty() {
                assert_snapshot!(format!("{}-{}", organisation.id, lang.tag()), full_text(&charts));
            }
        }
    }
}

#[test]
fn pictures_of_recognitions() {
    assert_snapshot!(full_text(&all_charts(&catalogue(three_levels()), Lang::Vi)));
}
