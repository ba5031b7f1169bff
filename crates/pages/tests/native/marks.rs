//! Marks of articles and figures: what was checked, what a person confirmed, what is still the machine's guess.

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Act, ActKind, FigureId, GuessedField, Lang};
use thidua_i18n::evidence;
use thidua_pages::download::{DownloadFormat, page_file};
use thidua_pages::html;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::PageView;
use thidua_sample::bundled::bundled;
use thidua_sample::{Recipe, sample};

use crate::site;

fn drawn() -> SiteData {
    let corpus = sample(&Recipe { articles: 30, seed: 5, bodies: false }, &[]).corpus;
    SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/kho/"), String::new())
}

fn page(site: &SiteData, lang: Lang, page: Page) -> String {
    html::page(&site.page_context(lang), &page).unwrap().into_string()
}

const NOTES: [(Lang, &str); 2] =
    [(Lang::Vi, "class=\"guess\">máy đoán: "), (Lang::En, "class=\"guess\">machine’s guess: ")];

#[test]
fn guessed_fields_are_named_on_the_page_of_a_figure_and_beside_it_in_lists() {
    let site = drawn();
    let mut seen = [0, 0];
    for found in site.catalogue.figures().take(40) {
        let open = found.figure.open_guesses(found.article);
        for (lang, note) in NOTES {
            let line = evidence::confirmed_figure(&found.figure.guessed_fields(found.article), &open, lang);
            let of_figure = page(&site, lang, Page::Figure(found.figure.id.clone()));
            assert!(of_figure.contains(&line), "{line} {}", found.figure.id);
            if !open.is_empty() {
                let in_list = page(&site, lang, Page::Article(found.article.id.clone()));
                assert!(of_figure.contains(note), "{}", found.figure.id);
                assert!(in_list.contains(note), "{}", found.article.id);
            }
        }
        seen[usize::from(open.is_empty())] += 1;
    }
    assert!(seen.iter().all(|number| *number > 0), "{seen:?}");
}

#[test]
fn bundled_corpus_has_no_open_guesses_on_any_page() {
    let site = site(&bundled());
    for route in Route::all(&site.catalogue) {
        let Some(markup) = html::page(&site.page_context(route.lang), &route.page) else { continue };
        let markup = markup.into_string();
        assert!(!markup.contains("class=\"guess\""), "{}", route.path());
    }
}

#[test]
fn mark_of_an_article_says_in_one_line_what_was_checked_and_what_was_confirmed() {
    let mut corpus = site(&bundled()).catalogue.corpus().clone();
    let article = &mut corpus.articles[0];
    article.confirmed.clear();
    article.figures[0].confirmed = vec![GuessedField::Label];
    let id = article.id.clone();
    let with = |verified| {
        let catalogue = Catalogue::new(corpus.clone());
        SiteData::new(catalogue, verified, BasePath::new("/kho/"), String::new())
    };
    let markup = page(&with(VerifiedArticles::All), Lang::Vi, Page::Article(id.clone()));
    let line = "Máy đã đối chiếu: tiêu đề, ngày, tên và 3 số liệu (con số, đơn vị, từ giới hạn, cấp, việc đã làm). Người đã xác nhận: nội dung (3). Máy còn đoán: vai trò (1 trên 3), phong trào (1 trên 3), đơn vị (1 trên 1).";
    assert!(markup.contains(line), "{markup}");
    assert!(markup.contains("<span class=\"guess\">máy đoán: đơn vị</span>"), "beside the organisation");
    let markup = page(&with(VerifiedArticles::Only([].into())), Lang::En, Page::Article(id));
    assert!(
        !markup.contains("A program checked") && markup.contains("Still the machine’s guess: role (1 of 3)"),
        "{markup}"
    );
}

#[test]
fn evidence_card_says_whose_when_newspaper_paragraph_and_leads_to_the_own_copy() {
    let site = site(&bundled());
    let found = site.catalogue.figure("ha-dong-2022-cong-nhan-gioi-cap-thanh-pho").unwrap();
    let card = "<p class=\"clip__whose\"><bdi>Liên đoàn Lao động quận Hà Đông</bdi>, <span class=\"clip__when\">2022 (theo bài)</span></p>\n<div class=\"clip__foot\"><p class=\"clip__source\"><bdi>không nêu tên báo</bdi>, <a class=\"clip__place\" href=\"/kho/bai-viet/ha-dong-2022-hieu-qua-phong-trao/#dong-5\">đoạn 2 của bài</a></p> <details class=\"mark mark--yes\">";
    let own = "href=\"/kho/bai-viet/ha-dong-2022-hieu-qua-phong-trao/#ban-cua-toi-5\">Xem câu này trong bản của bạn</a>";
    let of_article = page(&site, Lang::Vi, Page::Article(found.article.id.clone()));
    let of_figure = page(&site, Lang::Vi, Page::Figure(found.figure.id.clone()));
    assert!(of_article.contains(card), "{of_article}");
    assert!(
        of_article.contains("id=\"ban-cua-toi-5\" data-line=\"5\">Tìm trong bản của bạn, đoạn 2 của bài: ")
    );
    assert!(of_figure.contains("<bdi>không nêu tên báo</bdi>, <a class=\"clip__place\""), "{of_figure}");
    assert!(of_figure.contains(own) && of_article.contains(own));
}

#[test]
fn hashes_and_lines_of_the_stored_copy_are_folded_away() {
    let site = site(&bundled());
    let found = site.catalogue.figure("ha-dong-2022-cong-nhan-gioi-cap-thanh-pho").unwrap();
    for one in [Page::Figure(found.figure.id.clone()), Page::Article(found.article.id.clone())] {
        let markup = page(&site, Lang::Vi, one);
        let (open, folded) =
            markup.split("<details").fold((String::new(), String::new()), |(open, folded), part| {
                let (inside, outside) = part.split_once("</details>").unwrap_or(("", part));
                (open + outside, folded + inside)
            });
        let hash = &found.article.text.sha256;
        assert!(folded.contains(hash.as_str()), "archivists find it");
        assert!(!open.contains("SHA-256") && !open.contains(hash.get(..8).unwrap()), "{open}");
        assert!(!open.contains("của bản lưu"), "{open}");
    }
}

#[test]
fn fact_on_a_line_without_a_digest_names_the_line_of_the_stored_copy() {
    let mut corpus = site(&bundled()).catalogue.corpus().clone();
    corpus.articles[0].digest.retain(|paragraph| paragraph.line != 5);
    let id = corpus.articles[0].figures[0].id.clone();
    let site =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
    assert!(page(&site, Lang::Vi, Page::Figure(id)).contains("\">dòng 5 của bản lưu</a>"));
}

#[test]
fn period_that_is_the_articles_is_marked_wherever_a_figure_is_named() {
    let site = site(&bundled());
    let found = site.catalogue.figure("ha-dong-2022-cong-nhan-gioi-cap-thanh-pho").unwrap();
    for (lang, mark) in [(Lang::Vi, "2022 (theo bài)"), (Lang::En, "2022 (the article’s)")] {
        for one in [Page::Figure(found.figure.id.clone()), Page::Article(found.article.id.clone())] {
            assert!(page(&site, lang, one).contains(mark), "{mark}");
        }
    }
}

#[test]
fn download_has_act_and_fields_that_were_confirmed_or_guessed() {
    let mut corpus = site(&bundled()).catalogue.corpus().clone();
    let figure = &mut corpus.articles[0].figures[0];
    figure.act = Some(Act { kind: ActKind::Commended, as_written: "tuyên dương".into() });
    figure.confirmed = vec![GuessedField::Label, GuessedField::Campaign];
    let id: FigureId = figure.id.clone();
    let site =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
    for (lang, names, values) in [
        (
            Lang::Vi,
            ["Việc đã làm", "Việc đã làm, như in", "Người đã xác nhận", "Máy còn đoán"],
            ["biểu dương", "tuyên dương", "nội dung, phong trào", "vai trò"],
        ),
        (
            Lang::En,
            ["Act", "Act as printed", "Confirmed by a person", "Machine’s guess"],
            ["commended", "tuyên dương", "label, campaign", "role"],
        ),
    ] {
        let view = PageView::new(&Page::Figures);
        let file = page_file::page_file(&site.page_context(lang), view, None, DownloadFormat::Csv).unwrap();
        let mut reader =
            csv::ReaderBuilder::new().from_reader(file.text.trim_start_matches('\u{feff}').as_bytes());
        let headings = reader.headers().unwrap().clone();
        let row = reader.records().map(Result::unwrap).find(|row| row[0] == *id.as_str()).unwrap();
        let cells =
            names.map(|name| row[headings.iter().position(|heading| heading == name).unwrap()].to_owned());
        assert_eq!(cells, values);
    }
}
