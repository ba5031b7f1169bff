//! Downloads: CSV, citations, pictures and frames, with the sources of their figures.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use thidua_chart::{Chart, ChartKind, estimated_width};
use thidua_core::domain::Lang;
use thidua_i18n::phrases;
use thidua_pages::download::{DownloadFile, DownloadFormat, page_file};
use thidua_pages::html::components::{download_bar, tooltip_entries};
use thidua_pages::html::embed;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::PageView;
use thidua_pages::{chart_drawings, href, view_content};
use thidua_sample::bundled::{bundled, poisoned};

use crate::site;

const ORIGIN: &str = "https://thi-dua.example";

fn published(json: &[u8]) -> SiteData {
    let SiteData { catalogue, .. } = site(json);
    SiteData::new(catalogue, VerifiedArticles::All, BasePath::new("/kho/"), ORIGIN.into())
}

/// All charts of all pages, with their routes.
fn all_charts(site: &SiteData) -> Vec<(Route, Chart)> {
    let charts = Route::all(&site.catalogue).into_iter().flat_map(|route| {
        let charts = view_content::charts_of_view(&site.page_context(route.lang), PageView::new(&route.page));
        charts.into_iter().map(move |chart| (route.clone(), chart))
    });
    charts.collect()
}

fn read_csv(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = text.strip_prefix('\u{feff}').expect("Excel needs the byte order mark");
    assert!(
        !text.replace("\r\n", "").contains(['\r', '\n']),
        "every row ends as RFC 4180 has it, and only rows do"
    );
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let headings = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (headings, rows)
}

/// Address of a chart on its page; in the explorer, on the tab of the charts.
fn chart_link(route: &Route, chart: &str) -> String {
    let tab = if route.page == Page::Figures { "?xem=bieu-do" } else { "" };
    format!("{ORIGIN}/kho/{}{tab}#{chart}", route.path())
}

#[test]
fn csv_of_all_figures_has_printed_words_and_links() {
    let site = published(&bundled());
    for (lang, printed, link) in
        [(Lang::Vi, "Nguyên văn trên báo", "Liên kết"), (Lang::En, "Printed words", "Link")]
    {
        let DownloadFile { name, mime, text } = page_file::page_file(
            &site.page_context(lang),
            PageView::new(&Page::Figures),
            None,
            DownloadFormat::Csv,
        )
        .expect("there are figures");
        assert_eq!((name.as_str(), mime.as_str()), ("thi-dua-so-lieu.csv", "text/csv;charset=utf-8"));
        let (headings, rows) = read_csv(&text);
        let column = |heading: &str| headings.iter().position(|h| h == heading).expect(heading);
        assert_eq!(rows.len(), site.catalogue.figures().count());
        for (row, found) in rows.iter().zip(site.catalogue.figures()) {
            assert_eq!(row.len(), headings.len());
            assert_eq!(row[0], found.figure.id.as_str());
            assert_eq!(row[column(printed)], found.figure.as_written);
            let page = Route { lang, page: Page::Figure(found.figure.id.clone()) };
            assert_eq!(row[column(link)], format!("{ORIGIN}/kho/{}", page.path()));
        }
    }
}

#[test]
fn csv_of_an_explorer_view_has_the_filtered_figures() {
    let site = published(&bundled());
    let place = PageView { page: &Page::Figures, query: "vai-tro=target" };
    let file = page_file::page_file(&site.page_context(Lang::Vi), place, None, DownloadFormat::Csv).unwrap();
    assert_eq!(file.name, "thi-dua-so-lieu-target.csv");
    let (_, rows) = read_csv(&file.text);
    let targets = site.catalogue.figures().filter(|f| f.figure.role.slug() == "target").count();
    assert_eq!(rows.len(), targets);
    assert!(targets > 0 && targets < site.catalogue.figures().count());

    let nothing = PageView { page: &Page::Figures, query: "don-vi=%3Cb%3E" };
    assert_eq!(
        page_file::page_file(&site.page_context(Lang::Vi), nothing, None, DownloadFormat::Csv),
        None,
        "an empty file helps nobody"
    );
    assert_eq!(
        page_file::page_file(&site.page_context(Lang::Vi), place, Some("no-such-chart"), DownloadFormat::Svg),
        None
    );
    assert_eq!(page_file::page_file(&site.page_context(Lang::Vi), place, None, DownloadFormat::Svg), None);
}

#[test]
fn citations_of_a_search_have_all_results_in_order() {
    let site = published(&bundled());
    let place = PageView { page: &Page::Home, query: "nam=2022&xep=cu-nhat" };
    let ctx = site.page_context(Lang::Vi);
    let found = view_content::articles_found(&ctx, place.query);
    assert!(found.len() > 1 && found.len() < site.catalogue.articles().len());
    for format in thidua_cite::CitationFormat::ALL {
        let file = page_file::page_file(&ctx, place, None, DownloadFormat::Citations(format)).unwrap();
        assert_eq!(file.name, format!("thi-dua-bai-bao-{}", format.file_name()));
        let places: Vec<usize> =
            found.iter().map(|a| file.text.find(&a.headline).expect(&a.headline)).collect();
        assert!(places.is_sorted(), "{places:?}");
        let others = site.catalogue.articles().iter().filter(|a| !found.iter().any(|f| f.id == a.id));
        assert!(others.into_iter().all(|a| !file.text.contains(&a.headline)));
    }
    let lines = page_file::page_file(&ctx, place, None, DownloadFormat::CitationLines).unwrap().text;
    assert_eq!(lines.lines().count(), found.len());
    assert!(lines.lines().all(|line| line.contains(&format!("{ORIGIN}/kho/bai-viet/"))), "{lines}");
    let (_, rows) = read_csv(&page_file::page_file(&ctx, place, None, DownloadFormat::Csv).unwrap().text);
    assert_eq!(rows.len(), found.iter().map(|a| a.figures.len()).sum::<usize>());

    let nothing = PageView { page: &Page::Home, query: "q=kh%C3%B4ng+c%C3%B3+g%C3%AC+nh%C6%B0+th%E1%BA%BF" };
    assert_eq!(page_file::page_file(&ctx, nothing, None, DownloadFormat::CitationLines), None);
    let targets = PageView { page: &Page::Figures, query: "vai-tro=target" };
    let ris = page_file::page_file(
        &ctx,
        targets,
        None,
        DownloadFormat::Citations(thidua_cite::CitationFormat::Ris),
    )
    .unwrap()
    .text;
    assert_eq!(ris.matches("\nER  -").count(), view_content::figures_of_view(&ctx, targets).len());
}

#[test]
fn csv_neutralises_hostile_formulas() {
    let mut json: serde_json::Value = serde_json::from_slice(&bundled()).unwrap();
    for article in json["articles"].as_array_mut().unwrap() {
        article["headline"] = "=HYPERLINK(\"https://evil.example\";\"x\")".into();
        for figure in article["figures"].as_array_mut().unwrap() {
            figure["as_written"] = "@SUM(1,2)\r\n\"; +1".into();
        }
    }
    let site = published(&serde_json::to_vec(&json).unwrap());
    let file = page_file::page_file(
        &site.page_context(Lang::Vi),
        PageView::new(&Page::Figures),
        None,
        DownloadFormat::Csv,
    )
    .unwrap();
    let (_, rows) = read_csv(&file.text);
    assert_eq!(rows.len(), site.catalogue.figures().count(), "a line break in a cell makes no row");
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    }
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|n| n.text()).collect()
}

/// Joins the lines of a picture without spaces: wrapping must not hide a sentence from the test.
fn joined(picture: &Document<'_>) -> String {
    let texts = picture.descendants().filter(|n| n.has_tag_name("text"));
    texts.map(text_of).collect::<String>().split_whitespace().collect()
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn chart_picture_contains_heading_notes_sources_and_link() {
    let site = published(&bundled());
    let charts = all_charts(&site);
    assert!(charts.len() > 20, "{} charts", charts.len());
    for (route, chart) in charts {
        let ctx = site.page_context(route.lang);
        let file =
            page_file::page_file(&ctx, PageView::new(&route.page), Some(&chart.id), DownloadFormat::Svg)
                .unwrap();
        assert_eq!(file.name, format!("thi-dua-{}.svg", chart.id));
        let picture = Document::parse(&file.text).unwrap_or_else(|e| panic!("{}: {e}", chart.id));
        let words = joined(&picture);
        let link = chart_link(&route, &chart.id);
        let sources = view_content::chart_sources(&ctx, &chart);
        let counts_the_corpus = chart.kind == ChartKind::Coverage;
        assert_eq!(sources.is_empty(), counts_the_corpus, "{}: whose figures?", chart.id);
        for part in [&chart.heading, &chart.measure, &link, &ctx.words.site_name.to_owned()]
            .into_iter()
            .chain(&chart.notes)
            .chain(&sources)
        {
            assert!(words.contains(&without_spaces(part)), "{}: {part} is not in the picture", chart.id);
        }
        check_drawing(&picture);
    }
}

/// Checks that colours are attributes, the ground is white, nothing leaves the frame, and links are absolute.
fn check_drawing(picture: &Document<'_>) {
    let root = picture.root_element();
    let number = |node: Node<'_, '_>, name: &str| node.attribute(name).and_then(|n| n.parse::<f64>().ok());
    let (width, height) = (number(root, "width").unwrap(), number(root, "height").unwrap());
    assert_eq!(root.attribute("viewBox").unwrap(), format!("0 0 {width} {height}"));
    let ground = root.children().find(|n| n.has_tag_name("rect")).unwrap();
    assert_eq!(ground.attribute("fill"), Some("#fff"));
    assert!(!picture.input_text().contains("currentColor"), "a viewer may know no current colour");
    assert_eq!(picture.descendants().filter(|n| n.has_tag_name("svg")).count(), 1);
    let mut marks = 0;
    for node in picture.descendants().filter(Node::is_element) {
        if let Some(href) = node.attribute("href") {
            assert!(href.starts_with(ORIGIN), "{href}");
        }
        assert!(node.attribute("style").is_none());
        match node.tag_name().name() {
            "rect" => assert!(node.attribute("fill").is_some(), "{node:?} would be black"),
            "path" => {
                assert!(node.attribute("stroke").is_some() && node.attribute("fill").is_some(), "{node:?}")
            }
            "text" => {
                let fonts = node.ancestors().find_map(|n| n.attribute("font-family")).unwrap();
                assert!(fonts.ends_with("serif"), "{fonts} must end in a family that every system has");
                let shift =
                    if node.ancestors().any(|n| n.attribute("transform").is_some()) { 30.0 } else { 0.0 };
                let size = number(node, "font-size").unwrap();
                let own: String = node.children().filter(Node::is_text).filter_map(|n| n.text()).collect();
                let ends_there = node.attribute("text-anchor") == Some("end");
                let reach = if ends_there { 0.0 } else { estimated_width(&own, size) };
                let end = shift + number(node, "x").unwrap() + reach;
                assert!(end <= width, "{own:?} ends at {end} of {width}");
                assert!(number(node, "y").unwrap() < height);
            }
            "a" => marks += 1,
            _ => {}
        }
    }
    assert!(marks > 1, "marks lead to their evidence, and the picture to its page");
}

#[test]
fn chart_picture_of_hostile_texts_is_well_formed() {
    let site = published(&poisoned());
    let charts = all_charts(&site);
    assert!(charts.len() > 20);
    for (route, chart) in charts {
        let file = page_file::page_file(
            &site.page_context(route.lang),
            PageView::new(&route.page),
            Some(&chart.id),
            DownloadFormat::Svg,
        )
        .unwrap();
        let picture = Document::parse(&file.text).unwrap_or_else(|e| panic!("{}: {e}", chart.id));
        assert!(!picture.descendants().any(|n| n.has_tag_name("script") || n.has_tag_name("img")));
        check_drawing(&picture);
    }
}

#[test]
fn csv_of_a_chart_has_the_figures_that_it_shows() {
    let site = published(&bundled());
    for (route, chart) in all_charts(&site) {
        let ctx = site.page_context(route.lang);
        let file =
            page_file::page_file(&ctx, PageView::new(&route.page), Some(&chart.id), DownloadFormat::Csv)
                .unwrap();
        let (_, rows) = read_csv(&file.text);
        let taken: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        let drawn: Vec<&str> = chart.figures().into_iter().map(|id| id.as_str()).collect();
        if drawn.is_empty() {
            // A chart of other things than figures: the rows of its table, then its caption and its address.
            let (last, said) = rows.split_last().unwrap();
            let cells: Vec<&Vec<String>> = chart.table.rows.iter().map(|row| &row.cells).collect();
            assert_eq!(said.iter().collect::<Vec<_>>(), cells, "{}", chart.id);
            assert_eq!(last[0], chart.table.caption);
            continue;
        }
        assert_eq!(taken, drawn, "{}", chart.id);
    }
}

#[test]
fn frames_escape_texts_link_back_and_name_their_chart() {
    let site = published(&poisoned());
    for (route, chart) in all_charts(&site) {
        let (ctx, place) = (site.page_context(route.lang), PageView::new(&route.page));
        let code = download_bar::embed_code(&ctx, &chart, place, 400);
        let frame = Document::parse(&code).expect("a frame is one well-formed element");
        let frame = frame.root_element();
        assert_eq!(frame.attribute("title"), Some(chart.heading.as_str()));
        let src = frame.attribute("src").unwrap();
        assert!(src.starts_with(&format!("{ORIGIN}/kho/")) && src.contains(&chart.id), "{src}");
        let page = embed::chart_frame(&ctx, &chart_drawings::draw_chart(&ctx, chart.clone()), place, true)
            .into_string();
        let link = chart_link(&route, &chart.id);
        assert!(page.contains(&format!("href=\"{link}\"")), "{page}");
        assert!(!page.contains("<script"));
    }
}

#[test]
fn frame_of_an_explorer_view_shows_the_chart_of_its_query() {
    let site = published(&bundled());
    let ctx = site.page_context(Lang::Vi);
    let query = "vai-tro=result";
    let place = PageView { page: &Page::Figures, query };
    let charts = view_content::charts_of_view(&ctx, place);
    assert!(charts.len() > 1, "a view with several charts");
    let href = href::embed_href(&ctx, place, &charts[1].id);
    let (path, embed_query) = href.split_once('?').unwrap();
    assert_eq!(Route::parse(path.strip_prefix("/kho/").unwrap()).page, Page::Embed);
    let shown = embed::explorer_frame(&ctx, embed_query).into_string();
    assert!(shown.contains(&charts[1].heading) && !shown.contains(&charts[0].heading));
    let all = embed::explorer_frame(&ctx, query).into_string();
    assert!(charts.iter().all(|chart| all.contains(&chart.heading)));
    assert_eq!(all.matches("<h1").count(), 1);
    let none = embed::explorer_frame(&ctx, "don-vi=%3Cscript%3E&bieu-do=%22").into_string();
    assert!(none.contains(phrases::embed_empty(ctx.lang)) && !none.contains("<script"));
}

#[test]
fn every_mark_of_a_page_has_a_tooltip_entry() {
    let site = published(&bundled());
    let mut seen = 0;
    for (route, chart) in all_charts(&site).into_iter().filter(|(_, c)| c.kind != ChartKind::Coverage) {
        let ctx = site.page_context(route.lang);
        let list = tooltip_entries::tooltip_entries(&ctx, &chart).into_string();
        let drawn = chart_drawings::draw_chart(&ctx, chart.clone());
        let marks = drawn.drawings().0;
        let marks: BTreeSet<&str> = marks
            .split("class=\"chart-link\" href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        for mark in &marks {
            assert!(list.contains(&format!("data-mark=\"{mark}\"")), "{mark} has no words to show");
            seen += 1;
        }
        assert_eq!(
            list.matches("<li").count(),
            marks.len(),
            "{}: nothing stands there for no mark",
            chart.id
        );
    }
    assert!(seen > 50);
}
