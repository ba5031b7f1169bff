//! Charts: the kinds that a set of figures allows, their wording, and their SVG.
//!
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::type_complexity,
    reason = "helpers of tests may fail as tests do, and tables of cases are types of their own"
)]

mod acts;
mod comparisons;
mod drawing;
mod fixtures;
mod kinds;
mod wording;

use std::collections::BTreeSet;

use insta::assert_snapshot;

use thidua_chart::{Chart, ChartKind, IncomparableReason, Quantity, Size, Verdict, charts_for, judge};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Comparator, Figure, Lang, Level, Role};

use fixtures::*;

fn svg(chart: &Chart, size: Size) -> String {
    chart.svg(size, &|id| format!("/so-lieu/{id}/"))
}

/// All texts and drawings of charts as one text for a snapshot.
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
            text += &svg(chart, size).replace("><", ">\n<").replace("> <", ">\n<");
            text.push('\n');
        }
    }
    text
}

// ---------------------------------------------------------------------------------------------------------------
// Recognitions

#[test]
fn recognition_chart_lists_levels_in_legal_order_and_names_them_in_its_heading() {
    let catalogue = catalogue(three_levels());
    let charts = all_charts(&catalogue, Lang::Vi);
    assert_eq!(charts.len(), 1);
    let chart = &charts[0];
    assert_eq!(chart.kind, ChartKind::Recognitions);
    assert_eq!(chart.id, "recognitions-f-base");
    assert_eq!(chart.heading, "Sông Xanh: 352 cá nhân ở cơ sở, 95 cấp quận, 2 cấp thành phố");
    let order: Vec<&str> = chart.figures().into_iter().map(|id| id.as_str()).collect();
    assert_eq!(order, ["f-base", "f-district", "f-city"]);
    assert_eq!(
        all_charts(&catalogue, Lang::En)[0].heading,
        "Sông Xanh: 352 individuals at grassroots level, 95 at district level, 2 at city level"
    );
}

#[test]
fn recognition_chart_shows_a_figure_of_several_levels_as_one_row() {
    let levels = [Level::City, Level::District, Level::Sector];
    let catalogue = catalogue(vec![
        recognised("f-a", "432 cá nhân", "432", "individual", &levels),
        recognised("f-b", "500 cá nhân", "500", "individual", &[Level::Grassroots]),
    ]);
    let charts = all_charts(&catalogue, Lang::Vi);
    assert_eq!(charts.len(), 1);
    assert_eq!(charts[0].table.rows.len(), 2);
    assert_eq!(charts[0].table.rows[1].cells[0], "Cấp quận, cấp ngành, cấp thành phố");
    assert_eq!(charts[0].heading, "Sông Xanh: 500 cá nhân ở cơ sở, 432 cấp quận, ngành và thành phố");
}

#[test]
fn recognition_chart_needs_two_rows_and_gives_each_unit_its_own_scale() {
    let one = recognised("f-a", "33 cá nhân", "33", "individual", &[Level::District]);
    assert!(all_charts(&catalogue(vec![one.clone()]), Lang::Vi).is_empty());

    let people = recognised("f-b", "3.090 lượt cá nhân", "3090", "individual-times", &[Level::Grassroots]);
    let two_units = vec![one.clone(), people.clone()];
    assert!(all_charts(&catalogue(two_units), Lang::Vi).is_empty(), "numbers of two units are not compared");
    let more = recognised("f-c", "9 cá nhân", "9", "individual", &[Level::City]);
    let charts = all_charts(&catalogue(vec![one, people, more]), Lang::Vi);
    assert_eq!(charts.len(), 1, "two units of one campaign make one chart");
    let bars = svg(&charts[0], Size::Wide).matches("class=\"mark-result\"").count();
    assert_eq!(bars, 2, "the number of the other unit has nothing to be held against");
}

#[test]
fn recognition_charts_are_separate_for_organisation_period_and_article() {
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
fn recognition_chart_without_campaign_groups_figures_by_line_and_levels_except_parts() {
    let free = |f: Figure| f.with(|f| f.campaign = None);
    let people = free(recognised("f-a", "517 cá nhân", "517", "individual", &[Level::District]));
    let groups = free(recognised("f-b", "687 tập thể", "687", "collective", &[Level::District]));
    let panels = |figures: Vec<Figure>| -> Vec<usize> {
        all_charts(&catalogue(figures), Lang::Vi).iter().map(|chart| chart.table.rows.len()).collect()
    };
    let [more_people, more_groups] = [("f-c", &people), ("f-d", &groups)].map(|(id, other)| {
        other.clone().with(|f| {
            f.id = id.into();
            f.as_written = format!("cùng dòng: {}", f.as_written);
        })
    });
    let all = vec![people.clone(), groups.clone(), more_people.clone(), more_groups.clone()];
    assert_eq!(panels(all.clone()), [4]);
    let elsewhere = |f: Figure| f.with(|f| f.line = 2);
    let apart =
        vec![people.clone(), more_people.clone(), elsewhere(groups.clone()), elsewhere(more_groups.clone())];
    assert_eq!(panels(apart), [2, 2]);
    let part = |f: Figure| f.with(|f| f.part_of = Some("f-none".into()));
    assert_eq!(panels(vec![people, more_people, part(groups), part(more_groups)]), [2, 2]);
}

// ---------------------------------------------------------------------------------------------------------------
// Targets

#[test]
fn target_chart_states_a_missing_result_in_words() {
    let catalogue = catalogue(percent_targets());
    let charts = all_charts(&catalogue, Lang::Vi);
    assert_eq!(charts.len(), 1);
    assert_eq!(charts[0].heading, "Sông Xanh: 2 mục tiêu cho năm 2031 (theo bài); không bài nào nêu kết quả");
    assert_eq!(charts[0].table.rows[0].cells[3], "không nêu");
    let drawing = svg(&charts[0], Size::Narrow);
    assert!(drawing.contains("Không nêu kết quả"));
    assert!(!drawing.contains("mark-result"));
}

#[test]
fn target_chart_finds_the_result_of_the_same_measure_and_judges_it() {
    let target = initiatives("t", Role::Target, "ít nhất 100 sáng kiến", "100", Comparator::Ge);
    let cases: [(&str, fn(&mut Figure), Verdict); 6] = [
        ("120", |_| (), Verdict::Met),
        ("99", |_| (), Verdict::NotMet),
        ("100", |f| f.comparator = Comparator::ApproxBelow, Verdict::NotMet),
        ("90", |f| f.comparator = Comparator::Gt, Verdict::CannotCompare(IncomparableReason::Bounds)),
        ("120", |f| f.when = "2031-01/2031-06".parse().ok(), Verdict::Met),
        (
            "99",
            |f| f.when = "2031-01/2031-06".parse().ok(),
            Verdict::CannotCompare(IncomparableReason::OtherPeriod),
        ),
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
fn target_chart_ignores_results_of_another_measure_organisation_unit_or_period() {
    let target = initiatives("t", Role::Target, "100 sáng kiến", "100", Comparator::Eq);
    let cases: [(fn(&mut Figure), IncomparableReason); 5] = [
        (|f| f.measure = None, IncomparableReason::NoResult),
        (|f| f.measure = Some("other".into()), IncomparableReason::NoResult),
        (|f| f.organisation = Some("nui-cao".into()), IncomparableReason::NoResult),
        (|f| f.unit = "individual".into(), IncomparableReason::OtherUnit),
        (|f| f.when = "2029".parse().ok(), IncomparableReason::OtherPeriod),
    ];
    for (change, reason) in cases {
        let result = initiatives("r", Role::Result, "120 sáng kiến", "120", Comparator::Eq).with(change);
        let other = initiatives("u", Role::Target, "30 sáng kiến", "30", Comparator::Eq)
            .with(|f| f.measure = Some("another".into()));
        let charts = all_charts(&catalogue(vec![target.clone(), other, result]), Lang::Vi);
        let chart = charts.iter().find(|c| c.kind == ChartKind::Targets).unwrap();
        assert_eq!(chart.table.rows[0].cells[4], Verdict::CannotCompare(reason).words(Lang::Vi));
        assert_eq!(chart.table.rows[0].cells[3], "không nêu");
    }
}

#[test]
fn target_chart_shows_several_results_side_by_side() {
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

#[test]
fn verdict_on_part_of_a_period_is_given_only_for_a_count_with_a_floor() {
    let half_year = |f: &mut Figure| f.when = "2031-01/2031-06".parse().ok();
    for (unit, comparator, value, verdict) in [
        ("initiative", Comparator::Ge, "120", Verdict::Met),
        ("initiative", Comparator::Eq, "120", Verdict::Met),
        ("initiative", Comparator::Le, "80", Verdict::CannotCompare(IncomparableReason::OtherPeriod)),
        ("percent", Comparator::Ge, "120", Verdict::CannotCompare(IncomparableReason::OtherPeriod)),
    ] {
        let target = initiatives("t", Role::Target, "100", "100", comparator);
        let result = initiatives("r", Role::Result, value, value, Comparator::Eq).with(half_year);
        let figures = [target, result].map(|f| f.with(|f| f.unit = unit.into()));
        let charts = all_charts(&catalogue(figures.to_vec()), Lang::Vi);
        assert_eq!(
            charts[0].table.rows[0].cells[4],
            verdict.words(Lang::Vi),
            "{unit} {comparator:?} {value}"
        );
    }
}

#[test]
fn chart_ids_stay_unique_for_figures_with_invalid_ids() {
    let mut figures = Vec::new();
    for mark in [".", "_"] {
        for (part, f) in
            share(quantity(Comparator::Eq, 89), quantity(Comparator::Eq, 248)).into_iter().enumerate()
        {
            figures.push(f.with(|f| {
                f.id = format!("s{mark}{part}").as_str().into();
                f.part_of = (part == 1).then(|| format!("s{mark}0").as_str().into());
            }));
        }
    }
    let catalogue = catalogue(figures);
    let ids: Vec<String> = all_charts(&catalogue, Lang::Vi).into_iter().map(|c| c.id).collect();
    assert_eq!(ids, ["shares-s-0", "shares-s-0-x2"]);
}

/// Numbers in steps of a half from below the smallest to above the largest printed number: candidates for the true value.
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

/// Whether one true value meets a target; `None` if the print of the target leaves it open.
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
fn judge_follows_the_written_rule_for_every_pair_of_comparators() {
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
    for reason in [IncomparableReason::Bounds, IncomparableReason::Vague, IncomparableReason::AboveRange] {
        assert!(seen.contains(&Verdict::CannotCompare(reason)), "{reason:?} never happens");
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Shares

#[test]
fn share_in_percent_keeps_the_bounds_of_part_and_whole() {
    use Comparator::*;
    let range =
        |low: u32, high: u32| Quantity { value: low.into(), value_to: Some(high.into()), comparator: Range };
    for (part, whole, expected) in [
        (quantity(Eq, 89), quantity(Eq, 248), "khoảng 35,9%"),
        (quantity(Eq, 62), quantity(Eq, 248), "25%"),
        (quantity(Eq, 0), quantity(Eq, 248), "0%"),
        (quantity(Eq, 248), quantity(Eq, 248), "100%"),
        (quantity(Gt, 89), quantity(Eq, 248), "trên 35,8%"),
        (quantity(Ge, 62), quantity(Eq, 248), "ít nhất 25%"),
        (quantity(Lt, 89), quantity(Eq, 248), "dưới 35,9%"),
        (quantity(Le, 62), quantity(Eq, 248), "không quá 25%"),
        (quantity(ApproxBelow, 90), quantity(Eq, 248), "dưới 36,3%"),
        (quantity(Approx, 89), quantity(Eq, 248), "—"),
        (quantity(Eq, 62), quantity(Gt, 248), "dưới 25%"),
        (quantity(Eq, 62), quantity(Le, 248), "ít nhất 25%"),
        (quantity(Gt, 62), quantity(Gt, 248), "—"),
        (quantity(Lt, 248), quantity(Eq, 248), "—"),
        (range(62, 124), quantity(Eq, 248), "từ 25% đến 50%"),
    ] {
        let charts = all_charts(&catalogue(share(part, whole)), Lang::Vi);
        let chart = charts.iter().find(|c| c.kind == ChartKind::Shares).unwrap();
        assert_eq!(chart.table.rows[0].cells[4], expected, "{part:?} of {whole:?}");
    }
}

#[test]
fn share_chart_needs_one_unit_and_a_part_within_the_whole() {
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
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json");
    let text = std::fs::read_to_string(path).expect("the corpus is part of the repository");
    Catalogue::new(serde_json::from_str(&text).expect("the corpus has the shape of its types"))
}

#[test]
fn charts_of_the_bundled_corpus_match_their_snapshots() {
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
fn recognition_charts_match_their_snapshots() {
    assert_snapshot!(full_text(&all_charts(&catalogue(three_levels()), Lang::Vi)));
}

/// One figure for each comparator, each of another level.
fn bounded() -> Vec<Figure> {
    let words =
        ["352", "trên 300", "ít nhất 250", "dưới 200", "không quá 150", "khoảng 260", "gần 120", "40–90"];
    let values = ["352", "300", "250", "200", "150", "260", "120", "40"];
    Comparator::ALL
        .into_iter()
        .zip(Level::ALL)
        .enumerate()
        .map(|(i, (comparator, level))| {
            let written = format!("{} cá nhân", words[i]);
            recognised(&format!("f-{i}"), &written, values[i], "individual", &[level]).with(|f| {
                f.comparator = comparator;
                f.value_to = (comparator == Comparator::Range).then(|| 90.into());
            })
        })
        .collect()
}

#[test]
fn charts_of_bounds_match_their_snapshots() {
    assert_snapshot!(full_text(&all_charts(&catalogue(bounded()), Lang::Vi)));
}

#[test]
fn charts_of_two_panels_match_their_snapshots() {
    let collective = |id: &str, value: &str, level| {
        recognised(id, &format!("{value} tập thể"), value, "collective", &[level])
    };
    let mut figures = three_levels();
    figures.push(collective("g-base", "7", Level::Grassroots));
    figures.push(collective("g-district", "3", Level::District));
    assert_snapshot!(full_text(&all_charts(&catalogue(figures), Lang::Vi)));
}

/// One target for each comparator, with a result of another.
fn targets_with_results() -> Vec<Figure> {
    let pairs = [
        ("ít nhất 100", "100", Comparator::Ge, "120", "120", Comparator::Eq),
        ("trên 90", "90", Comparator::Gt, "trên 80", "80", Comparator::Gt),
        ("80", "80", Comparator::Eq, "gần 80", "80", Comparator::ApproxBelow),
        ("không quá 60", "60", Comparator::Le, "dưới 50", "50", Comparator::Lt),
        ("khoảng 70", "70", Comparator::Approx, "khoảng 65", "65", Comparator::Approx),
        ("từ 40 đến 50", "40", Comparator::Range, "55", "55", Comparator::Eq),
    ];
    let mut figures = Vec::new();
    for (i, (target, value, comparator, result, reached, bound)) in pairs.into_iter().enumerate() {
        let measure = |f: &mut Figure| {
            f.measure = Some(format!("m-{i}").as_str().into());
            f.value_to = (f.comparator == Comparator::Range).then(|| 50.into());
        };
        let written = format!("{target} sáng kiến");
        figures.push(initiatives(&format!("t-{i}"), Role::Target, &written, value, comparator).with(measure));
        let written = format!("{result} sáng kiến");
        figures.push(initiatives(&format!("r-{i}"), Role::Result, &written, reached, bound).with(measure));
    }
    figures
}

#[test]
fn target_charts_match_their_snapshots() {
    let charts = all_charts(&catalogue(targets_with_results()), Lang::Vi);
    assert_snapshot!(full_text(&charts));
    let percent = |f: Figure| f.with(|f| f.unit = "percent".into());
    let mut figures = percent_targets();
    figures[0].measure = Some("staff".into());
    let result = figure("r-staff", Role::Result, "trên 12%", "12", "percent").with(|f| {
        f.comparator = Comparator::Gt;
        f.measure = Some("staff".into());
    });
    figures.push(percent(result));
    assert_snapshot!(full_text(&all_charts(&catalogue(figures), Lang::En)));
}

#[test]
fn share_charts_match_their_snapshots() {
    let mut figures = share(quantity(Comparator::Gt, 89), quantity(Comparator::ApproxBelow, 248));
    let more = share(quantity(Comparator::Approx, 40), quantity(Comparator::Eq, 248));
    figures.extend(more.into_iter().skip(1).map(|f| f.with(|f| f.id = "s-more".into())));
    assert_snapshot!(full_text(&all_charts(&catalogue(figures), Lang::Vi)));
}

#[test]
fn charts_of_invalid_figures_match_their_snapshots() {
    let long = "Tăng cường khối đại đoàn kết toàn dân tộc ".repeat(9);
    let mut figures = vec![
        recognised("f-big", "1.000.000.000.000 cá nhân", "1000000000000", "individual", &[Level::School]),
        recognised("f-zero", "0 cá nhân", "0", "individual", &[Level::Grassroots]),
        recognised("f-long", &format!("5 {}", long.trim()), "5", "individual", &[Level::Ward]),
        recognised("f-word", &"Nghiêng".repeat(30), "7", "individual", &[Level::District]),
        recognised("f-rtl", "12 «العمال المتميزون» <b>&\u{0}\u{1b}", "12", "individual", &Level::ALL[4..]),
        recognised("f-same", "12 cá nhân", "12", "individual", &[Level::City]),
        recognised("f-same-two", "13 cá nhân", "13", "individual", &[Level::City]),
    ];
    figures[6].label = both(&long, &long);
    assert_snapshot!(full_text(&all_charts(&catalogue(figures), Lang::En)));
}
