//! Wording of charts and page titles in both languages: nothing empty, doubled, contradictory or unreadable, for any figures of
//! a corpus.

use proptest::prelude::*;

use thidua_chart::{Chart, ChartKind, comparisons_for, coverage, timeline};
use thidua_core::corpus::{Catalogue, FigureTable};
use thidua_core::domain::{Act, ActKind, Comparator, Corpus, Dimension, Figure, Lang, Level, Role};
use thidua_core::text::act::VERBS;
use thidua_core::text::lowercase;
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::terms;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::Route;
use thidua_sample::{Recipe, sample};

use super::fixtures::*;

/// Faults of a text; empty if there are none.
fn faults(text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut check = |is_wrong: bool, fault| {
        if is_wrong {
            found.push(fault);
        }
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    check(text.trim().is_empty(), "empty");
    check(text.trim() != text || text.contains("  "), "white space");
    check(
        [" ,", " .", " ;", " :", " )", "( ", ",,", "..", ": ;", ":.", ",.", ", ;", "()", "“”"]
            .iter()
            .any(|s| text.contains(s)),
        "punctuation",
    );
    check(
        text.ends_with([':', ',', ';', '→']) || text.starts_with([':', ',', ';', '→']),
        "begins or ends in punctuation",
    );
    check(ends_in_a_joining_word(text), "ends in a joining word");
    check(text.matches('(').count() != text.matches(')').count(), "brackets");
    check(text.matches('“').count() != text.matches('”').count(), "quotes");
    check(text.contains(['≈', '≲', '≥', '≤', '<', '>']), "raw symbol");
    check(words.iter().any(|word| is_ungrouped(word)), "ungrouped number");
    check(
        [
            "ở 1 cấp",
            "1 levels",
            "1 figures",
            "1 articles",
            "1 targets",
            "1 measures",
            "1 organisations",
            "1 numbers",
            "1 rounds",
            "1 individuals",
            "1 collectives",
            "1 initiatives",
            "1 people",
            "1 awards",
            "1 figures",
        ]
        .iter()
        .any(|s| format!(" {text}").contains(&format!(" {s}"))),
        "one in the plural",
    );
    check(has_doubled_item(text), "doubled");
    check(from_x_to_x(text), "from x to x");
    found
}

/// True if the last word announces another.
fn ends_in_a_joining_word(text: &str) -> bool {
    const JOINING: [&str; 22] = [
        "và", "hoặc", "của", "cho", "từ", "đến", "trong", "ở", "cấp", "trên", "theo", "and", "or", "of",
        "for", "from", "to", "at", "in", "by", "with", "the",
    ];
    text.split(' ').next_back().is_some_and(|last| JOINING.contains(&last))
}

/// True for four digits or more in a row that are no year.
fn is_ungrouped(word: &str) -> bool {
    word.split(|c: char| !c.is_ascii_digit()).any(|digits| {
        digits.len() > 4 || digits.len() == 4 && !(1900..2100).contains(&digits.parse::<u32>().unwrap())
    })
}

/// True if a list names an item twice in a row: "trên 7, trên 7".
fn has_doubled_item(text: &str) -> bool {
    let text =
        text.replace(" và ", ", ").replace(" and ", ", ").replace(" hoặc ", ", ").replace(" or ", ", ");
    let text = text.replace(". ", ";");
    let clauses = text.split([':', ';', '(', ')']);
    clauses.into_iter().any(|clause| {
        let items: Vec<&str> = clause.split(", ").map(str::trim).collect();
        items.windows(2).any(|pair| {
            !pair[0].is_empty() && (pair[0] == pair[1] || pair[1].starts_with(&format!("{} ", pair[0])))
        })
    })
}

/// True if both ends of a range are equal.
fn from_x_to_x(text: &str) -> bool {
    [("từ ", " đến "), ("from ", " to "), ("thấp nhất ", ", cao nhất "), ("lowest ", ", highest ")]
        .into_iter()
        .any(|(from, to)| {
            text.match_indices(from).any(|(at, _)| {
                let rest = &text[at + from.len()..];
                rest.split_once(to).is_some_and(|(a, b)| {
                    !a.contains([';', '.'])
                        && (b == a || b.starts_with(&format!("{a} ")) || b.starts_with(&format!("{a},")))
                })
            })
        })
}

/// Faults of a heading or of a line that names a period, against the figures of the chart.
fn faults_against_figures(chart: &Chart, text: &str, catalogue: &Catalogue) -> Vec<String> {
    let figures: Vec<_> = chart.figures().into_iter().filter_map(|id| catalogue.figure(id)).collect();
    let mut found = Vec::new();
    if figures.is_empty() {
        return found;
    }
    let whole = lowercase(text);
    let mut text = whole.clone();
    // Labels are the owner's words.
    for label in figures.iter().map(|f| lowercase(f.figure.label.get(chart.lang))) {
        text = text.replace(&label, "");
    }
    let is_printed = |kind: ActKind, verb: &str| {
        figures.iter().filter_map(|f| f.figure.act.as_ref()).any(|act| match chart.lang {
            Lang::Vi => lowercase(&act.as_written).contains(verb),
            Lang::En => act.kind == kind,
        })
    };
    for kind in ActKind::ALL {
        let verbs: Vec<&str> = match chart.lang {
            // Shorter verbs are parts of other words.
            Lang::Vi => VERBS
                .iter()
                .filter(|(verb, of)| *of == kind && verb.contains(' '))
                .map(|(verb, _)| *verb)
                .collect(),
            Lang::En => vec![terms::act(kind, Lang::En)],
        };
        for verb in verbs {
            if text.contains(verb) && !is_printed(kind, verb) {
                found.push(format!("act “{verb}” of no figure"));
            }
            // A heading of recognitions names each act over its own numbers, one of shares the number that was not given.
            let unites = !matches!(chart.kind, ChartKind::Recognitions | ChartKind::Shares);
            // Those of a chart of targets are the targets.
            let mut named = figures
                .iter()
                .map(|f| f.figure)
                .filter(|f| f.role == Role::Target || chart.kind != ChartKind::Targets);
            if text.contains(verb)
                && unites
                && !named.all(|f| f.act.as_ref().is_some_and(|act| act.kind == kind))
            {
                found.push(format!("act “{verb}” that is not printed for all"));
            }
        }
    }
    let units = figures.iter().filter_map(|f| catalogue.unit(&f.figure.unit));
    // A sign is no word.
    let units = units.filter(|unit| unit.dimension != Dimension::Percent);
    for unit in units.map(|unit| lowercase(unit_name(unit, chart.lang))) {
        let labels = figures.iter().map(|f| lowercase(f.figure.label.get(chart.lang)).matches(&unit).count());
        let says_once = matches!(
            chart.kind,
            ChartKind::Numbers | ChartKind::Money | ChartKind::Discrepancies | ChartKind::TimeSeries
        );
        if says_once && whole.matches(&unit).count() > labels.max().unwrap_or(0).max(1) {
            found.push(format!("unit “{unit}” said twice"));
        }
    }
    if ["đặt mục tiêu", " đặt ", " set ", " its target"].iter().any(|words| text.contains(words)) {
        found.push("says who set a target".to_owned());
    }
    let of_article = figures.iter().all(|f| f.has_period_of_article());
    let years = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| {
        digits.len() == 4 && digits.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
    });
    if of_article
        && years.count() > 0
        && !["theo bài", "the article’s"].iter().any(|mark| text.contains(mark))
    {
        found.push("year of the article without its mark".to_owned());
    }
    found
}

/// Our words in a chart, with their kind.
fn said(chart: &Chart) -> Vec<(String, String)> {
    let table = &chart.table;
    let mut said = vec![
        ("heading".to_owned(), chart.heading.clone()),
        ("measure".to_owned(), chart.measure.clone()),
        ("sentence".to_owned(), chart.sentence.clone()),
        ("caption".to_owned(), table.caption.clone()),
    ];
    said.extend(chart.notes.iter().map(|note| ("note".to_owned(), note.clone())));
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len());
        let cells = table.columns.iter().zip(&row.cells);
        said.extend(cells.map(|(column, cell)| (format!("cell “{}”", column.title), cell.clone())));
    }
    said
}

fn all_of(catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let mut charts = all_charts(catalogue, lang);
    let table = FigureTable::of(catalogue, &|article| article.id.len() % 2 == 0);
    charts.extend(coverage(&table, catalogue, lang));
    let figures: Vec<_> = catalogue.figures().collect();
    charts.extend(comparisons_for(&figures, &[], 600, catalogue, lang));
    let phases: Vec<_> = catalogue.campaigns().iter().flat_map(|c| catalogue.phases_of(&c.id)).collect();
    let articles: Vec<_> = catalogue.articles().iter().collect();
    charts.extend(timeline(&phases, &articles, catalogue, lang));
    charts
}

/// Fails for every fault in the wording of a corpus.
fn assert_sound_wording(catalogue: &Catalogue) {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for chart in all_of(catalogue, lang) {
            for (what, text) in said(&chart) {
                let mut faults = faults(&text);
                // A sentence reads out rows one after another, and two rows may be equal.
                if what != "heading" && what != "caption" {
                    faults.retain(|fault| *fault != "doubled" && *fault != "from x to x");
                }
                // Labels and headlines are not our words.
                if what.starts_with("cell") {
                    faults.retain(|fault| *fault != "ends in a joining word");
                }
                if !faults.is_empty() {
                    wrong.push(format!("{} {what} {faults:?}: {text}", chart.id));
                }
            }
            for text in [&chart.heading, &chart.measure] {
                let faults = faults_against_figures(&chart, text, catalogue);
                if !faults.is_empty() {
                    wrong.push(format!("{} {faults:?}: {text}", chart.id));
                }
            }
        }
        for route in Route::all(catalogue).into_iter().filter(|route| route.lang == lang) {
            let meta = PageMeta::of(&route, catalogue);
            for text in [&meta.title, &meta.heading, &meta.description] {
                let faults: Vec<_> = faults(text)
                    .into_iter()
                    .filter(|fault| {
                        !["doubled", "from x to x", "quotes", "brackets", "ends in a joining word"]
                            .contains(fault)
                    })
                    .collect();
                if !faults.is_empty() {
                    wrong.push(format!("{} {faults:?}: {text}", route.path()));
                }
            }
        }
    }
    wrong.truncate(12);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wording_of_charts_and_titles_is_sound_for_sample_corpora() {
    for seed in 1..=4 {
        let made = sample(&Recipe { articles: 60, seed, bodies: false }, &[]);
        assert_sound_wording(&Catalogue::new(made.corpus));
    }
}

/// Counts above a thousand occur only in large corpora.
#[test]
fn numbers_in_charts_and_titles_of_a_large_corpus_are_grouped() {
    let made = sample(&Recipe { articles: 1_100, seed: 3, bodies: false }, &[]);
    let catalogue = Catalogue::new(made.corpus);
    let table = FigureTable::of(&catalogue, &|_| true);
    for lang in Lang::ALL {
        let articles: Vec<_> = catalogue.articles().iter().collect();
        let charts =
            coverage(&table, &catalogue, lang).into_iter().chain(timeline(&[], &articles, &catalogue, lang));
        for chart in charts {
            for (what, text) in said(&chart) {
                // Headlines of the sample are numbered.
                let is_headline = text.contains("Made-up article");
                assert!(is_headline || !faults(&text).contains(&"ungrouped number"), "{what}: {text}");
            }
        }
        let home = thidua_pages::route::Route { lang, page: thidua_pages::route::Page::Home };
        let meta = PageMeta::of(&home, &catalogue);
        assert_eq!(faults(&meta.description), [] as [&str; 0], "{}", meta.description);
    }
}

#[test]
fn heading_of_one_level_names_no_range_of_levels() {
    let numbers = |numbers: &[&str]| {
        let figures = numbers.iter().enumerate().map(|(i, number)| {
            recognised(
                &format!("f-{i}"),
                &format!("trên {number} cá nhân"),
                number,
                "individual",
                &[Level::District],
            )
            .with(|f| {
                f.comparator = Comparator::Gt;
                f.word = Some("trên".into());
                f.campaign = Some("sang-tao".into());
            })
        });
        all_charts(&catalogue(figures.collect()), Lang::Vi).remove(0).heading
    };
    assert_eq!(
        numbers(&["7", "95", "8", "9", "1250"]),
        "Sông Xanh: 5 số liệu cấp quận, thấp nhất trên 7 cá nhân, cao nhất trên 1.250 cá nhân"
    );
    assert_eq!(numbers(&["7", "7"]), "Sông Xanh: trên 7 cá nhân cấp quận (2 số liệu)");
    assert_eq!(numbers(&["7", "9"]), "Sông Xanh: trên 7 và trên 9 cá nhân cấp quận");
}

#[test]
fn heading_names_equal_numbers_once_with_their_count() {
    let twice = ["a", "b"].map(|id| {
        figure(id, Role::Input, "trên 7 tỷ đồng", "7000000000", "vnd").with(|f| {
            f.comparator = Comparator::Gt;
            f.word = Some("trên".into());
        })
    });
    let chart = all_charts(&catalogue(twice.to_vec()), Lang::Vi).remove(0);
    assert_eq!(chart.heading, "Sông Xanh, người được biểu dương: trên 7 tỷ đồng (2 số liệu)");
}

#[test]
fn wording_of_charts_and_titles_is_sound_for_bundled_corpora() {
    assert_sound_wording(&Catalogue::new(bundled()));
}

#[test]
fn wording_of_charts_and_titles_is_sound_for_variants_of_the_bundled_articles() {
    let mut corpus = thidua_sample::variants::CATALOGUE.corpus().clone();
    // Headlines there are words in any order, quotation marks included.
    for article in &mut corpus.articles {
        article.headline = "Một bài báo".into();
        article.headline_en = None;
    }
    assert_sound_wording(&Catalogue::new(corpus));
}

#[test]
fn wording_of_charts_and_titles_is_sound_for_a_single_article() {
    for seed in 5..=24 {
        let made = sample(&Recipe { articles: 1, seed, bodies: false }, &[]);
        assert_sound_wording(&Catalogue::new(made.corpus));
    }
}

#[test]
fn wording_checks_find_known_faults() {
    for (text, fault) in [
        ("Hà Đông công nhận ở 1 cấp, từ cấp quận đến cấp quận", "from x to x"),
        ("Hà Đông: trên 7, trên 7 cá nhân", "doubled"),
        ("Hà Đông: trên 7 và trên 7 cá nhân", "doubled"),
        ("Kho có 1583 số liệu", "ungrouped number"),
        ("≲ 3.500.000.000 đồng", "raw symbol"),
        ("Hà Đông : 7", "punctuation"),
        ("Hà Đông (7", "brackets"),
        ("", "empty"),
        ("1 of 1 targets met", "one in the plural"),
        ("Sông Xanh, commended: 1 individuals", "one in the plural"),
        ("Sông Xanh: 7 cá nhân ở", "ends in a joining word"),
    ] {
        assert!(faults(text).contains(&fault), "{text}");
    }
    for text in ["Hà Đông, 2022: 352 ở cơ sở, 95 cấp quận", "gần 3,5 tỷ đồng", "trên 7 và trên 70 cá nhân"]
    {
        assert_eq!(faults(text), [] as [&str; 0], "{text}");
    }
}

/// Any figure, with few different values so that equal ones occur.
fn any_figure() -> impl Strategy<Value = Figure> {
    let value = prop::sample::select(vec!["1", "7", "12", "95", "1250", "3500000000", "0.5"]);
    let unit =
        prop::sample::select(vec!["individual", "individual", "collective", "initiative", "percent", "vnd"]);
    let role = prop::sample::select(vec![
        Role::Result,
        Role::Result,
        Role::Target,
        Role::Input,
        Role::Participation,
        Role::Plan,
    ]);
    let comparator = prop::sample::select(Comparator::ALL.to_vec());
    let levels = prop::sample::select(vec![
        vec![],
        vec![Level::District],
        vec![Level::District],
        vec![Level::Grassroots],
        vec![Level::City],
        vec![Level::District, Level::City],
    ]);
    let when = prop::sample::select(vec![
        None,
        Some("2031"),
        Some("2032"),
        Some("2029/2033"),
        Some("2031-01/2031-06"),
    ]);
    let printed_when = prop::sample::select(vec![None, Some("5 năm"), Some("năm 2031")]);
    let links = (0..4_u8, 0..3_u8, any::<bool>(), 0..5_u8, 0..14_usize);
    (value, unit, role, comparator, levels, (when, printed_when), links).prop_map(
        |(
            value,
            unit,
            role,
            comparator,
            levels,
            (when, printed),
            (measure, campaign, to_label, part, act),
        )| {
            let mut of = figure("x", role, "", value, unit).with(|f| {
                f.comparator = comparator;
                f.levels = levels;
                f.when = when.and_then(|when| when.parse().ok());
                f.when_as_written = printed.map(str::to_owned);
                f.measure = (measure > 0).then(|| format!("m-{measure}").as_str().into());
                f.campaign = ["lao-dong-gioi", "sang-tao"].get(usize::from(campaign)).map(|id| (*id).into());
                if to_label {
                    f.label = both("Sáng kiến được áp dụng", "Initiatives put to use");
                }
                // Of every fourteen figures some print no act.
                f.act =
                    VERBS.get(act * 3).map(|(verb, kind)| Act { kind: *kind, as_written: (*verb).into() });
                if act == 1 {
                    f.confirmed.clear();
                }
                f.part_of = (part == 0).then(|| "whole".into());
                if comparator == Comparator::Range {
                    f.value_to = Some("5000000000".parse().unwrap());
                }
            });
            let word = match comparator {
                Comparator::Eq | Comparator::Range => None,
                Comparator::Gt => Some("trên"),
                Comparator::Ge => Some("ít nhất"),
                Comparator::Lt => Some("dưới"),
                Comparator::Le => Some("không quá"),
                Comparator::Approx => Some("khoảng"),
                Comparator::ApproxBelow => Some("gần"),
            };
            of.word = word.map(str::to_owned);
            of.as_written = format!("{} số in", word.unwrap_or("đúng"));
            of
        },
    )
}

/// A corpus of up to three articles with such figures, some of which are parts of the first.
fn any_corpus() -> impl Strategy<Value = Corpus> {
    let covers = prop::sample::select(vec![None, Some(("2031", "năm 2031")), Some(("", "5 năm"))]);
    let any_article = (covers, prop::collection::vec(any_figure(), 1..10));
    prop::collection::vec(any_article, 1..4).prop_map(|articles| {
        let articles = articles.into_iter().enumerate().map(|(i, (covers, mut figures))| {
            let id = format!("bai-{i}");
            for (j, figure) in figures.iter_mut().enumerate() {
                figure.id = format!("{id}-{j}").as_str().into();
                figure.line = 1 + u32::try_from(j).unwrap() / 3;
                figure.part_of =
                    figure.part_of.as_ref().filter(|_| j > 0).map(|_| format!("{id}-0").as_str().into());
            }
            let mut article = article(&id, figures);
            article.covers = covers.and_then(|(dates, _)| dates.parse().ok());
            article.covers_as_written = covers.map(|(_, printed)| printed.to_owned());
            article
        });
        catalogue_of(articles.collect()).corpus().clone()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn wording_of_charts_is_sound_for_any_figures(corpus in any_corpus()) {
        assert_sound_wording(&Catalogue::new(corpus));
    }
}

fn bundled() -> Corpus {
    serde_json::from_str(include_str!("../../../../../public/corpus.json")).unwrap()
}
