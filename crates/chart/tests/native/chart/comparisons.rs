//! Comparisons of one measure: which figures stand on one axis, in which order, and what the chart says.

use thidua_chart::{Chart, ChartKind, MAX_COMPARED_ROWS, Size, comparisons_for, measure_chart};
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Comparator, Figure, Lang, Level, Role};

use super::fixtures::*;

/// A figure of an organisation at a level, in an article of its own.
fn stated(id: &str, organisation: &str, number: &str, level: Level) -> Article {
    let figure = recognised(id, &format!("{number} cá nhân"), number, "individual", &[level]);
    let of = figure.with(|f| f.organisation = Some(organisation.into()));
    article(&format!("bai-{id}"), vec![of])
}

fn changed(mut article: Article, change: impl Fn(&mut Figure)) -> Article {
    article.figures.iter_mut().for_each(change);
    article
}

fn compared(catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let figures: Vec<FigureRef<'_>> = catalogue.figures().collect();
    comparisons_for(&figures, &[], 600, catalogue, lang)
}

/// Labels of the rows of the table, with their numbers.
fn rows(chart: &Chart) -> Vec<[&str; 2]> {
    let number = chart.table.columns.iter().position(|column| column.title == "Số").unwrap();
    chart.table.rows.iter().map(|row| [row.cells[0].as_str(), row.cells[number].as_str()]).collect()
}

#[test]
fn organisations_stand_on_one_axis_sorted_by_their_printed_numbers() {
    let low = stated("a", "song-xanh", "12", Level::District);
    let high = changed(stated("b", "nui-cao", "95", Level::District), |f| {
        f.comparator = Comparator::Gt;
        f.word = Some("trên".into());
        f.as_written = "trên 95 cá nhân".into();
    });
    let catalogue = catalogue_of(vec![low, high]);
    let [chart] = compared(&catalogue, Lang::Vi).try_into().unwrap();
    assert_eq!(chart.kind, ChartKind::Comparison);
    assert_eq!(rows(&chart), [["Núi Cao", "trên 95"], ["Sông Xanh", "12"]]);
    assert_eq!(chart.heading, "Lao động giỏi cấp quận, huyện, thị xã: Núi Cao trên 95 cá nhân, Sông Xanh 12");
    assert!(chart.measure.ends_with("năm 2031 (theo bài)"), "{}", chart.measure);
    let drawing = chart.svg(Size::Wide, &|id| format!("/so-lieu/{id}/"));
    assert!(drawing.contains("mark-bound"), "the bound is drawn");
    assert_eq!(drawing.matches("class=\"chart-link\"").count(), 2);
}

#[test]
fn levels_stand_in_legal_order_on_the_same_axis() {
    let catalogue = catalogue_of(vec![
        stated("a", "song-xanh", "2", Level::City),
        stated("b", "nui-cao", "300", Level::Grassroots),
        stated("c", "song-xanh", "352", Level::Grassroots),
        stated("d", "nui-cao", "95", Level::District),
    ]);
    let [chart] = compared(&catalogue, Lang::Vi).try_into().unwrap();
    assert_eq!(rows(&chart).map_numbers(), ["352", "300", "95", "2"]);
    assert_eq!(chart.heading, "Lao động giỏi ở cơ sở: Sông Xanh 352 cá nhân, Núi Cao 300");
    let drawing = chart.svg(Size::Wide, &|id| format!("/so-lieu/{id}/"));
    let at = |label: &str| drawing.find(label).unwrap();
    assert!(at(">Cấp cơ sở") < at(">Cấp quận") && at(">Cấp quận") < at(">Cấp thành phố"));
}

trait Numbers {
    fn map_numbers(&self) -> Vec<&str>;
}

impl Numbers for Vec<[&str; 2]> {
    fn map_numbers(&self) -> Vec<&str> {
        self.iter().map(|[_, number]| *number).collect()
    }
}

#[test]
fn differing_articles_are_both_kept_and_equal_ones_once() {
    let mut all = vec![
        stated("a", "song-xanh", "300", Level::District),
        stated("b", "song-xanh", "320", Level::District),
        stated("c", "song-xanh", "320", Level::District),
        stated("d", "nui-cao", "310", Level::District),
    ];
    let [chart] = compared(&catalogue_of(all.clone()), Lang::Vi).try_into().unwrap();
    assert_eq!(rows(&chart), [["Sông Xanh", "320"], ["Sông Xanh", "300"], ["Núi Cao", "310"]]);
    assert!(chart.heading.ends_with("Sông Xanh 320 hoặc 300 cá nhân, Núi Cao 310"), "{}", chart.heading);
    // Two numbers of one article count different things.
    let second = all.pop().unwrap().figures.remove(0).with(|f| {
        f.label = both("Người được giới thiệu", "People introduced");
        f.organisation = None;
    });
    all[0].figures.push(second);
    all.truncate(1);
    let charts = compared(&catalogue_of(all), Lang::Vi);
    assert!(charts.iter().all(|chart| chart.kind != ChartKind::Comparison), "{charts:?}");
}

#[test]
fn figures_that_cannot_be_compared_make_no_chart() {
    let base = || stated("a", "song-xanh", "30", Level::District);
    let other = || stated("b", "nui-cao", "40", Level::District);
    assert_eq!(compared(&catalogue_of(vec![base(), other()]), Lang::Vi).len(), 1);
    let changes: [fn(&mut Figure); 7] = [
        |f| f.unit = "collective".into(),
        |f| f.role = Role::Participation,
        |f| f.levels = vec![Level::City],
        |f| f.campaign = Some("sang-tao".into()),
        |f| f.when = "2029/2033".parse().ok(),
        |f| f.part_of = Some("whole".into()),
        |f| f.when_as_written = Some("5 năm".into()),
    ];
    for (i, change) in changes.into_iter().enumerate() {
        let charts = compared(&catalogue_of(vec![base(), changed(other(), change)]), Lang::Vi);
        assert!(charts.is_empty(), "change {i}: {charts:?}");
    }
    assert!(compared(&catalogue_of(vec![base()]), Lang::Vi).is_empty(), "one number is a figure");
    let plan = |article| changed(article, |f| f.role = Role::Plan);
    assert!(compared(&catalogue_of(vec![plan(base()), plan(other())]), Lang::Vi).is_empty(), "contents");
}

#[test]
fn periods_of_one_organisation_stand_in_time() {
    let in_year = |id: &str, year: &'static str, number: &str| {
        changed(stated(id, "song-xanh", number, Level::District), move |f| f.when = year.parse().ok())
    };
    let catalogue =
        catalogue_of(vec![in_year("a", "2033", "7"), in_year("b", "2031", "9"), in_year("c", "2032", "8")]);
    let [chart] = compared(&catalogue, Lang::Vi).try_into().unwrap();
    assert_eq!(rows(&chart).map_numbers(), ["9", "8", "7"]);
    assert_eq!(chart.heading, "Sông Xanh, Lao động giỏi cấp quận: 9 cá nhân (2031), 8 (2032), 7 (2033)");
}

#[test]
fn years_of_articles_are_marked_once() {
    let mut later = stated("b", "nui-cao", "7", Level::District);
    later.covers = "2032".parse().ok();
    let catalogue = catalogue_of(vec![stated("a", "song-xanh", "9", Level::District), later]);
    let [chart] = compared(&catalogue, Lang::Vi).try_into().unwrap();
    assert_eq!(
        chart.heading,
        "Lao động giỏi cấp quận, huyện, thị xã: Sông Xanh 9 cá nhân (2031), Núi Cao 7 (2032); các năm theo bài"
    );
    assert!(chart.measure.ends_with("qua các năm (theo bài)"), "{}", chart.measure);
    let [english] = compared(&catalogue, Lang::En).try_into().unwrap();
    assert!(english.heading.ends_with("each period is the article’s"), "{}", english.heading);
}

#[test]
fn picture_has_the_first_rows_and_says_how_many_there_are() {
    let in_year = |year: usize| {
        let id = format!("f-{year}");
        let when = year.to_string().parse().ok();
        changed(stated(&id, "song-xanh", &(year - 1990).to_string(), Level::District), move |f| f.when = when)
    };
    let chart = |years: usize, rows: usize| {
        let catalogue = catalogue_of((0..years).map(|i| in_year(2000 + i)).collect());
        let figures: Vec<FigureRef<'_>> = catalogue.figures().collect();
        measure_chart(&figures, &[], rows, &catalogue, Lang::Vi).unwrap()
    };
    let few = chart(10, MAX_COMPARED_ROWS);
    assert_eq!((few.table.rows.len(), few.more), (10, None), "two rows more are no reason for a link");
    let many = chart(40, MAX_COMPARED_ROWS);
    assert_eq!(many.table.rows.len(), MAX_COMPARED_ROWS);
    let more = many.more.unwrap();
    assert_eq!((more.organisations, more.places, more.measure.levels), (1, 40, vec![Level::District]));
    assert_eq!(chart(40, 60).more, None);
}

#[test]
fn absent_organisations_are_named_and_not_drawn() {
    let catalogue = catalogue_of(vec![
        changed(stated("a", "song-xanh", "9", Level::District), |f| f.when = "2030".parse().ok()),
        stated("b", "song-xanh", "7", Level::District),
    ]);
    let figures: Vec<FigureRef<'_>> = catalogue.figures().collect();
    let absent = ["nui-cao".into(), "song-xanh".into()];
    let chart = measure_chart(&figures, &absent, 8, &catalogue, Lang::Vi).unwrap();
    assert_eq!(chart.notes, ["Không nêu số này: Núi Cao."]);
    assert_eq!(chart.table.rows.len(), 2);
}

#[test]
fn single_organisation_without_series_shows_its_recognitions_by_level() {
    let charts = compared(&catalogue(three_levels()), Lang::Vi);
    let kinds: Vec<ChartKind> = charts.iter().map(|chart| chart.kind).collect();
    assert_eq!(kinds, [ChartKind::Recognitions]);
}
