//! Rules for the drawing of every chart of any figures: it is well formed, stays in its frame, every mark links to its
//! evidence, and nothing unsafe for a page gets through.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roxmltree::{Document, Node};

use thidua_chart::{
    Chart, Evidence, Size, charts_for, comparisons_for, coverage, estimated_width, timeline, wrap,
};
use thidua_core::corpus::{Catalogue, FigureRef, FigureTable};
use thidua_core::domain::{Article, Comparator, Figure, Lang, Level, Phase, Role};

use super::fixtures::*;

const SIZES: [Size; 2] = [Size::Narrow, Size::Wide];

fn number(node: Node<'_, '_>, attribute: &str) -> f64 {
    let text = node.attribute(attribute).unwrap_or_else(|| panic!("{node:?} has no {attribute}"));
    assert!(text.split_once('.').is_none_or(|(_, decimals)| decimals.len() <= 2), "{text} is too long");
    text.parse().unwrap()
}

/// Bounding box of a path of the commands that charts use.
fn path_box(path: &str) -> [f64; 4] {
    let (mut x, mut y) = (0.0, 0.0);
    let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |i| i + 1);
        let numbers: Vec<f64> = rest[1..end].split_whitespace().map(|n| n.parse().unwrap()).collect();
        match (command, &numbers[..]) {
            ('M' | 'L', [a, b]) => (x, y) = (*a, *b),
            ('m' | 'l', [a, b]) => (x, y) = (x + a, y + b),
            ('m' | 'l', [a, b, c, d]) => (x, y) = (x + a + c, y + b + d),
            ('H', [a]) => x = *a,
            ('V', [a]) => y = *a,
            ('h', [a]) => x += a,
            ('v', [a]) => y += a,
            ('z', []) => {}
            _ => panic!("{command} {numbers:?} in {path}"),
        }
        bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        rest = &rest[end..];
    }
    bounds
}

/// Estimated width of a text with its spans.
fn text_width(text: Node<'_, '_>) -> f64 {
    let size = number(text, "font-size");
    let bold = if text.attribute("font-weight").is_some() { 1.1 } else { 1.0 };
    let own: f64 = text
        .children()
        .map(|child| {
            let size = child.attribute("font-size").map_or(size, |s| s.parse().unwrap());
            let text = child.text().unwrap_or_default();
            estimated_width(text, size) * bold
        })
        .sum();
    own
}

fn check_frame(svg: Node<'_, '_>, node: Node<'_, '_>) {
    let frame: Vec<f64> = svg.attribute("viewBox").unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
    let bounds = match node.tag_name().name() {
        "rect" => {
            let (x, y) = (number(node, "x"), number(node, "y"));
            let (width, height) = (number(node, "width"), number(node, "height"));
            assert!(width >= 0.0 && height >= 0.0);
            [x, y, x + width, y + height]
        }
        "circle" => {
            let (x, y, r) = (number(node, "cx"), number(node, "cy"), number(node, "r"));
            [x - r, y - r, x + r, y + r]
        }
        "path" => path_box(node.attribute("d").unwrap()),
        "text" => {
            let (x, y, size) = (number(node, "x"), number(node, "y"), number(node, "font-size"));
            let width = text_width(node);
            let x = if node.attribute("text-anchor") == Some("end") { x - width } else { x };
            [x, y - size * 0.8, x + width, y + size * 0.25]
        }
        _ => return,
    };
    let fits = bounds[0] >= -0.01
        && bounds[1] >= -0.01
        && bounds[2] <= frame[2] + 0.01
        && bounds[3] <= frame[3] + 0.01;
    assert!(fits, "{bounds:?} leaves {frame:?}: {node:?} {:?}", node.text());
}

fn check_svg(chart: &Chart, size: Size) {
    let text = chart.svg_with_links(size, &|evidence| {
        let id = match evidence {
            Evidence::Figure(id) => id.as_str(),
            Evidence::Article(id, _) => id.as_str(),
            Evidence::Figures(id, _) => id.as_str(),
        };
        format!("/so-lieu/{id}/?a=1&b=\"<'")
    });
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let svg = document.root_element();
    assert_eq!(number_of(svg, "title") + number_of(svg, "desc"), 2);
    let mut ids = BTreeSet::new();
    for node in svg.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let known =
            ["svg", "title", "desc", "defs", "pattern", "a", "g", "rect", "circle", "path", "text", "tspan"];
        assert!(known.contains(&name), "{name}");
        for attribute in node.attributes() {
            assert!(attribute.name() != "style" && !attribute.name().starts_with("on"));
            let words = ["aria-label", "href"].contains(&attribute.name());
            assert!(words || !attribute.value().contains("NaN") && !attribute.value().contains("inf"));
        }
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id.to_owned()) && id.starts_with(&chart.id), "{id}");
        }
        if name == "a" || name == "g" {
            let address = node.attribute("href");
            assert!(if name == "a" {
                address.is_some_and(|href| href.starts_with("/so-lieu/"))
            } else {
                address.is_none()
            });
            // Named by its visible text, then by more (WCAG 2.5.3).
            let name = node.attribute("aria-label").unwrap();
            let texts = node.descendants().filter(|n| n.is_text()).map(|n| n.text().unwrap_or_default());
            let (seen, name) = (words_of(&texts.collect::<String>()), words_of(name));
            assert!(!name.is_empty() && name.starts_with(&seen), "{seen} is not how {name} begins");
        }
        if !node.ancestors().any(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "pattern"))) {
            check_frame(svg, node);
        }
    }
    for reference in text.match_indices("url(#").map(|(i, _)| &text[i + 5..]) {
        assert!(ids.contains(&reference[..reference.find(')').unwrap()]));
    }
    let links: BTreeSet<&str> = svg.descendants().filter_map(|n| n.attribute("href")).collect();
    // A picture has at most 24 rows; the table has all of them.
    for figure in chart.figures().into_iter().take(24) {
        assert!(links.iter().any(|href| href.contains(figure.as_str())), "{figure} has no link");
    }
}

fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn number_of(svg: Node<'_, '_>, name: &str) -> usize {
    svg.children().filter(|n| n.tag_name().name() == name).count()
}

/// Checks every rule for all charts of a catalogue.
fn check(catalogue: &Catalogue) {
    let figures: Vec<FigureRef<'_>> = catalogue.figures().collect();
    for lang in Lang::ALL {
        let charts = charts_for(&figures, catalogue, lang);
        assert_eq!(charts, charts_for(&figures, catalogue, lang));
        let ids: BTreeSet<&str> = charts.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(ids.len(), charts.len(), "ids are unique");
        let (phases, articles): (Vec<_>, Vec<&Article>) =
            (catalogue.phases().collect(), catalogue.articles().iter().collect());
        let in_time = timeline(&phases, &articles, catalogue, lang);
        let table = FigureTable::of(catalogue, &|article| article.figures.len() % 2 == 0);
        let held = coverage(&table, catalogue, lang);
        let compared = comparisons_for(&figures, &[], 600, catalogue, lang);
        let ids: BTreeSet<&str> = compared.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(ids.len(), compared.len(), "ids are unique");
        let charts: Vec<Chart> = charts.into_iter().chain(in_time).chain(held).chain(compared).collect();
        for chart in &charts {
            assert!(chart.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            assert!([&chart.heading, &chart.measure, &chart.sentence].iter().all(|t| !t.trim().is_empty()));
            assert!(!chart.table.rows.is_empty());
            assert!(chart.table.rows.iter().all(|r| r.cells.len() == chart.table.columns.len()));
            for size in SIZES {
                check_svg(chart, size);
            }
        }
    }
}

#[test]
fn charts_of_fixtures_satisfy_every_drawing_rule() {
    let shares = |a, b| share(quantity(a, 89), quantity(b, 248));
    let mut all = vec![three_levels(), percent_targets()];
    for a in Comparator::ALL {
        all.extend(Comparator::ALL.map(|b| shares(a, b)));
    }
    for figures in all {
        check(&catalogue(figures));
    }
}

#[test]
fn chart_of_five_hundred_marks_draws_its_first_rows() {
    let figures = (0..500u32).map(|i| {
        let level = Level::ALL[i as usize % 8];
        let number = (i * i).to_string();
        recognised(&format!("f-{i}"), &format!("{number} cá nhân"), &number, "individual", &[level])
    });
    let catalogue = catalogue(figures.collect());
    assert_eq!(all_charts(&catalogue, Lang::Vi)[0].table.rows.len(), 500);
    check(&catalogue);
}

#[test]
fn charts_of_equal_zero_and_negative_numbers_are_readable() {
    for values in [["7", "7"], ["0", "0"], ["-3", "5"], ["0.001", "1000000000000"]] {
        let figures = values.iter().zip([Level::Grassroots, Level::District]).enumerate();
        let figures = figures.map(|(i, (value, level))| {
            recognised(&format!("f-{i}"), &format!("{value} cá nhân"), value, "individual", &[level])
        });
        let catalogue = catalogue(figures.collect());
        let chart = &all_charts(&catalogue, Lang::Vi)[0];
        check(&catalogue);
        let drawing = chart.svg(Size::Narrow, &|id| id.to_string());
        for value in values {
            assert!(drawing.contains(&format!(">{value} cá nhân<")));
        }
        let drawn = !["0", "-3"].contains(&values[0]);
        assert_eq!(drawing.contains("mark-result"), drawn, "{values:?}");
    }
}

#[test]
fn bars_are_linear_from_zero_and_at_least_two_pixels_long() {
    let catalogue = catalogue(three_levels());
    let chart = &all_charts(&catalogue, Lang::Vi)[0];
    for size in SIZES {
        let text = chart.svg(size, &|id| format!("/so-lieu/{id}/"));
        let document = Document::parse(&text).unwrap();
        let bars = document.descendants().filter(|n| n.attribute("class") == Some("mark-result"));
        let bars: Vec<(f64, f64)> = bars.map(|n| (number(n, "x"), number(n, "width"))).collect();
        assert_eq!(bars.len(), 3);
        assert!(bars.iter().all(|(x, _)| *x == bars[0].0), "one baseline");
        assert!((bars[0].1 / bars[1].1 - 352.0 / 95.0).abs() < 0.01, "{bars:?}");
        assert!(bars[2].1 >= 2.0 && bars[2].1 < 4.0);
    }
    assert!(chart.notes.iter().any(|n| n.contains("thang đều từ 0")));
}

#[test]
fn bar_of_more_than_one_hundred_percent_passes_the_last_tick() {
    let figures = percent_targets().into_iter().zip(["150", "100"]);
    let figures = figures.map(|(f, value)| f.with(|f| f.value = value.parse().unwrap()));
    let catalogue = catalogue(figures.collect());
    check(&catalogue);
    let text = all_charts(&catalogue, Lang::Vi)[0].svg(Size::Wide, &|id| id.to_string());
    let document = Document::parse(&text).unwrap();
    let tracks = document.descendants().filter(|n| n.attribute("class") == Some("mark-target"));
    let ends: Vec<f64> = tracks.map(|n| path_box(n.attribute("d").unwrap())[2]).collect();
    assert!((ends[0] - 2.0) / (ends[2] - 2.0) > 1.49, "{ends:?}");
}

#[test]
fn accessible_name_of_a_mark_has_its_label_and_printed_words() {
    let catalogue = catalogue(three_levels());
    for lang in Lang::ALL {
        let text = all_charts(&catalogue, lang)[0].svg(Size::Wide, &|id| id.to_string());
        let document = Document::parse(&text).unwrap();
        for FigureRef { figure, .. } in catalogue.figures() {
            let link = document.descendants().find(|n| n.attribute("href") == Some(&figure.id)).unwrap();
            let name = link.attribute("aria-label").unwrap();
            assert!(name.contains(&figure.as_written) && name.contains(figure.label.get(lang)), "{name}");
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-ZạảãâầấậđĐừỹỄẶỢ ]{0,40}",
        1 => "[A-Za-zỄẶỢ]{60,120}",
        1 => "[אבגד ابتث]{1,30}",
        1 => any::<String>(),
        1 => proptest::collection::vec(any::<char>(), 0..20).prop_map(String::from_iter),
        1 => "[<>&\"'\u{0}\u{1b}\u{7f}\u{85}\u{202e}\u{fffe}]{0,12}",
    ]
}

fn any_figure() -> impl Strategy<Value = Figure> {
    const VALUES: [&str; 11] =
        ["0", "1", "2", "50", "99.5", "100", "352", "1000000000000", "-4", "0.001", "150"];
    let value = prop_oneof![proptest::sample::select(&VALUES[..]).prop_map(str::to_owned), "[1-9][0-9]{0,6}"];
    let unit = proptest::sample::select(
        &["individual", "collective", "initiative", "percent", "vnd", "unknown"][..],
    );
    let comparator = proptest::sample::select(&Comparator::ALL[..]);
    let role = proptest::sample::select(&[Role::Result, Role::Result, Role::Target, Role::Input][..]);
    let levels = proptest::sample::subsequence(&Level::ALL[..], 0..4);
    let links = (0..4usize, 0..4usize, 0..6usize, 0..12usize);
    (words(), words(), value.clone(), value, unit, comparator, role, levels, links).prop_map(
        |(
            label,
            written,
            value,
            value_to,
            unit,
            comparator,
            role,
            levels,
            (measure, campaign, when, part),
        )| {
            figure("f", role, &written, &value, unit).with(|f| {
                f.label = both(&label, &written);
                f.value_to = value_to.parse().ok();
                f.comparator = comparator;
                f.levels = levels;
                f.measure = ["a", "b"].get(measure).map(|m| (*m).into());
                f.campaign = ["lao-dong-gioi", "sang-tao"].get(campaign).map(|c| (*c).into());
                let years = ["2031", "2031-01/2031-06", "2030", "2028"];
                f.when = years.get(when).and_then(|w| w.parse().ok());
                f.when_as_written = (when == 5).then(|| label.clone());
                f.part_of = (part < 8).then(|| format!("f-{part}").as_str().into());
            })
        },
    )
}

fn any_phase() -> impl Strategy<Value = Phase> {
    const WHEN: [&str; 9] = [
        "2031",
        "2031-02",
        "2031-02-03",
        "2031-02-03/2031-02-03",
        "2029-05/2031-12-31",
        "../2031",
        "2031/",
        "0000/9999",
        "203X~",
    ];
    let when = proptest::option::of(proptest::sample::select(&WHEN[..]));
    (words(), when, proptest::option::of(words()), any::<bool>()).prop_map(
        |(name, when, as_written, theme)| Phase {
            campaign: "lao-dong-gioi".into(),
            name,
            when: when.and_then(|when| when.parse().ok()),
            as_written,
            theme: theme.then(|| "sang-tao".into()),
            line: 1,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn charts_of_any_figures_satisfy_every_drawing_rule(
        figures in proptest::collection::vec(any_figure(), 0..16),
        phases in proptest::collection::vec(any_phase(), 0..5),
        headline in words(),
    ) {
        let mut articles = ["mot", "hai", "ba"].map(|id| article(id, vec![]));
        for (i, figure) in figures.into_iter().enumerate() {
            let figure = figure.with(|f| f.id = format!("f-{i}").as_str().into());
            articles[i % 3].figures.push(figure);
        }
        articles[1].phases = phases;
        articles[1].headline = headline;
        articles[2].covers = None;
        articles[2].covers_as_written = Some("5 năm".into());
        check(&catalogue_of(articles.into_iter().collect()));
    }

    #[test]
    fn wrapped_lines_keep_every_word_and_fit_the_width(text in words(), width in 60.0..400.0f64) {
        let lines = wrap(&text, 14.0, width);
        let letters = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(letters(&lines.concat()), letters(&text));
        prop_assert!(lines.iter().all(|l| estimated_width(l, 14.0) <= width + 1e-9));
    }
}
