//! Pages of the years: every entry leads to its words, nothing is summed, and a page stays short whatever the corpus has.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use thidua_client::{Engine, PageRequest, View};
use thidua_core::corpus::{Catalogue, load};
use thidua_core::domain::{Article, Corpus};
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_sample::bundled::{bundled, poisoned};
use thidua_site::engine_with_built_pages;

use crate::site::{BUNDLED, between, file_of, text};

fn public() -> Corpus {
    load(&bundled()).unwrap()
}

/// Markup of the built page at `path` of a site for `corpus`.
fn page(corpus: Corpus, path: &str) -> String {
    let (base, articles) = (BasePath::new("/kho/"), VerifiedArticles::All);
    let site = SiteData::new(Catalogue::new(corpus), articles, base, String::new());
    engine_with_built_pages(site).built_pages()[path].clone()
}

/// Row of an organisation in the table of a year.
fn row<'a>(page: &'a str, organisation: &str) -> &'a str {
    let start = format!("<tr id=\"{organisation}\">");
    page.split_once(&start).unwrap().1.split_once("</tr>").unwrap().0
}

static YEAR: LazyLock<String> = LazyLock::new(|| page(public(), "nam/2022/"));

#[test]
fn year_page_answers_who_ran_promised_and_reached_what() {
    assert_eq!(YEAR.matches("<tr id=").count(), 4);
    let ha_dong = row(&YEAR, "ldld-ha-dong");
    let [ran, promised, reached, article] =
        between(ha_dong, "<td>", "</td>").collect::<Vec<_>>().try_into().unwrap();
    assert!(ran.contains("triển khai") && ran.contains("#dong-5"), "{ran}");
    assert!(promised.contains("không nêu") && !promised.contains('0'), "{promised}");
    assert!(reached.contains("352 “Công nhân giỏi”") && reached.contains("(theo bài)"), "{reached}");
    assert!(reached.contains("/kho/so-lieu/"), "{reached}");
    assert!(article.contains("/kho/bai-viet/ha-dong-2022"), "{article}");
    let first_run = |organisation: &str| {
        let first = between(row(&YEAR, organisation), "year__name", "</a>").next().unwrap();
        first.rsplit_once('>').unwrap().1.to_owned()
    };
    let names = ["ldld-ha-dong", "ldld-hoang-mai", "ldld-son-tay"].map(first_run);
    assert_eq!(
        names.iter().collect::<BTreeSet<_>>().len(),
        1,
        "the campaign of all three comes first: {names:?}"
    );
    assert!(!YEAR.contains("ldld-bac-tu-liem"), "“5 năm” is no year");
}

#[test]
fn links_of_built_pages_of_years_lead_to_files_and_places() {
    let files = &*BUNDLED;
    let mut places = 0;
    for path in ["nam/", "nam/2022/", "nam/2020/", "en/nam/", "en/nam/2022/", "khac-nhau/", "en/khac-nhau/"] {
        let page = text(files, &format!("{path}index.html"));
        for href in between(page, " href=\"", "\"").filter(|href| href.starts_with("/kho/")) {
            let file = file_of(href).unwrap();
            let target = text(files, &file);
            if let Some((_, place)) = href.split_once('#') {
                assert!(target.contains(&format!("id=\"{place}\"")), "{path}: {href}");
                places += 1;
            }
        }
    }
    assert!(places > 50, "{places}");
}

#[test]
fn year_page_is_described_by_its_finding() {
    let head = |path: &str| text(&BUNDLED, path).split_once("</head>").unwrap().0;
    for (path, finding) in
        [("nam/2022/index.html", "3 đơn vị"), ("en/nam/2022/index.html", "3 organisations")]
    {
        let description = between(head(path), "<meta name=\"description\" content=\"", "\"").next().unwrap();
        assert!(description.contains("2022") && description.contains(finding), "{description}");
    }
    assert!(text(&BUNDLED, "sitemap.xml").contains("/kho/nam/2022/"));
}

#[test]
fn years_are_listed_newest_first_and_what_states_none_stands_apart() {
    let list = page(public(), "nam/");
    let years: Vec<&str> = between(&list, "<th scope=\"row\"><a href=\"/kho/nam/", "/").collect();
    assert_eq!(years, ["2023", "2022", "2020", "2019"]);
    let undated = list.split_once("khong-neu-nam").unwrap().1;
    assert!(undated.contains("“5 năm”") && undated.contains("nam=khong-neu"), "{undated}");
}

/// The bundled corpus with `number` organisations that all have the first article of it.
fn with_organisations(number: usize, name: &str) -> Corpus {
    let mut corpus = public();
    let first: Article = corpus.articles[0].clone();
    let organisation = corpus.organisations.iter().find(|o| o.id == first.organisation).unwrap().clone();
    corpus.articles.clear();
    for i in 0..number {
        let mut article = first.clone();
        article.id = format!("bai-{i}").as_str().into();
        article.organisation = format!("don-vi-{i}").as_str().into();
        for (f, figure) in article.figures.iter_mut().enumerate() {
            figure.id = format!("so-{i}-{f}").as_str().into();
        }
        let mut organisation = organisation.clone();
        organisation.id = article.organisation.clone();
        organisation.name = format!("{name} {i}");
        corpus.organisations.push(organisation);
        corpus.articles.push(article);
    }
    corpus
}

#[test]
fn sixty_organisations_in_a_year_are_shortened_and_all_named() {
    let page = page(with_organisations(60, "Công đoàn"), "nam/2022/");
    let table = page.split_once("<tbody").unwrap().1.split_once("</tbody>").unwrap().0;
    assert!(table.matches("<tr ").count() <= 9, "{}", table.matches("<tr ").count());
    for i in 0..60 {
        assert!(page.contains(&format!("id=\"don-vi-{i}\"")), "don-vi-{i} is nowhere");
    }
    assert!(page.contains("60 đơn vị"));
    assert!(page.len() < 60_000, "{}", page.len());
}

#[test]
fn hundred_campaigns_of_an_organisation_are_shortened() {
    let mut corpus = public();
    let article = &mut corpus.articles[0];
    let campaigns: Vec<_> = corpus.campaigns.iter().map(|campaign| campaign.id.clone()).collect();
    let mention = article.mentions[0].clone();
    let many =
        campaigns.iter().map(|id| thidua_core::domain::Mention { campaign: id.clone(), ..mention.clone() });
    article.mentions = many.collect();
    let number = campaigns.len();
    let page = page(corpus, "nam/2022/");
    let row = row(&page, "ldld-ha-dong");
    assert!(row.matches("year__name").count() < 10);
    assert!(row.contains(&format!("xem cả {number}")), "{row}");
}

#[test]
fn corpus_without_years_or_figures_has_a_list_that_says_so() {
    let mut corpus = public();
    corpus.articles.retain(|article| article.id.as_str().starts_with("bac-tu-liem"));
    corpus.articles[0].figures.clear();
    let list = page(corpus, "nam/");
    assert!(list.contains("chưa nêu năm nào") && !list.contains("<table"), "{list}");
}

#[test]
fn texts_of_a_hostile_corpus_stay_texts() {
    let corpus = load(&poisoned()).unwrap();
    let catalogue = Catalogue::new(corpus.clone());
    for year in catalogue.years().keys() {
        let page = page(corpus.clone(), &format!("nam/{year}/"));
        assert!(!page.contains("<script") && !page.contains("<img"), "{year}");
    }
}

#[test]
fn long_timeline_folds_its_years_and_has_no_list_under_a_chart() {
    let timeline = |corpus: Corpus| {
        let (base, articles) = (BasePath::new("/kho/"), VerifiedArticles::All);
        let site = SiteData::new(Catalogue::new(corpus), articles, base, String::new());
        let View::Static(markup) = Engine::new(site).respond(&PageRequest::page("dong-thoi-gian/")).view
        else {
            panic!("the timeline does not change while it is looked at");
        };
        markup
    };
    let short = timeline(public());
    assert!(short.contains("<svg") && !short.contains("<summary><span class=\"timeline__year"), "{short}");
    let long = timeline(with_organisations(60, "Công đoàn"));
    assert!(!long.contains("<svg"), "sixty lanes are not drawn");
    assert_eq!(long.matches("timeline__lane").count(), 10);
    assert!(long.contains("href=\"/kho/nam/2022/\"") && long.contains("60 đơn vị"), "{long}");
}

#[test]
fn articles_that_differ_stand_side_by_side_and_none_is_said_where_there_is_none() {
    assert!(page(public(), "khac-nhau/").contains("Chưa thấy chỗ nào"));
    let mut corpus = public();
    let mut other = corpus.articles[0].clone();
    other.id = "bai-khac".into();
    other.figures.truncate(1);
    let figure = &mut other.figures[0];
    (figure.id, figure.value, figure.as_written) =
        ("so-khac".into(), 360.into(), "360 “Công nhân giỏi”".to_owned());
    corpus.articles.push(other);
    let page = page(corpus, "khac-nhau/");
    assert!(page.contains("1 chỗ các bài nêu số khác nhau"), "{page}");
    let case =
        page.split_once("class=\"difference\" id=\"").unwrap().1.split_once("difference__all").unwrap().0;
    assert!(case.contains("352 “Công nhân giỏi”") && case.contains("360 “Công nhân giỏi”"), "{case}");
    assert!(case.contains("/kho/bai-viet/bai-khac/"), "{case}");
}
