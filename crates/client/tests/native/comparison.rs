//! The comparison: what is offered, what stands side by side, and what is said about the rest.

use thidua_client::{Engine, PageRequest, PageResponse, View};
use thidua_sample::bundled::bundled;

use crate::comparison_corpus::corpus;
use crate::pages::site;

/// The address of the measure of which two unions have figures.
pub const MEASURE: &str = "phong-trao=tay-tho-vang&dem=individual&vai-tro=result&cap=district";

fn respond(corpus: &[u8], path: &str, query: &str) -> PageResponse {
    let request = PageRequest { query: query.to_owned(), ..PageRequest::page(path) };
    Engine::new(site(corpus)).respond(&request)
}

/// Markup of the comparison without tags, with single spaces.
fn text(query: &str) -> String {
    text_of(&markup(&corpus(), "so-sanh/", query))
}

fn markup(corpus: &[u8], path: &str, query: &str) -> String {
    match respond(corpus, path, query).view {
        View::Static(markup) => markup,
        view => panic!("{view:?}"),
    }
}

fn text_of(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn measure_stands_with_every_organisation_year_words_act_and_place() {
    let text = text(MEASURE);
    assert!(
        text.contains(
            "Tay thợ vàng, cấp quận, huyện, thị xã: 2 đơn vị, từ 80 cá nhân (Gió) đến 120 cá nhân (Gió)"
        ),
        "{text}"
    );
    for part in [
        "2023 (theo bài)",
        "120 cá nhân",
        "biểu dương",
        "đoạn 1 Bài về hoi-gio",
        "Hội thợ làng Mây",
        "95 cá nhân",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn accounts_that_differ_both_stand_there_and_say_so() {
    let text = text(MEASURE);
    assert!(text.contains("118 cá nhân") && text.contains("120 cá nhân"));
    assert_eq!(text.matches("các bài nêu khác nhau").count(), 2, "{text}");
}

#[test]
fn what_cannot_be_compared_says_why() {
    let text = text(MEASURE);
    let reason = "Nước: 3.090 lượt cá nhân – kết quả tính bằng lượt cá nhân, không phải cá nhân";
    assert!(text.contains(reason), "{text}");
}

#[test]
fn target_stands_beside_its_result_with_a_verdict() {
    let text = text(&format!("{MEASURE}&nam=2023"));
    assert!(text.contains("tối thiểu 100 cá nhân Đạt mục tiêu"), "{text}");
    assert!(text.contains("không nêu"), "a result without a target says so");
    let targets = self::text("phong-trao=tay-tho-vang&dem=individual&vai-tro=target&cap=district");
    assert!(targets.contains("120 cá nhân Đạt mục tiêu"), "{targets}");
}

#[test]
fn chosen_organisation_without_a_figure_is_not_stated() {
    let text = text(&format!("{MEASURE}&don-vi=hoi-gio&don-vi=hoi-lua"));
    assert!(text.contains("Lửa không nêu"), "{text}");
    assert!(!text.contains("95 cá nhân"), "an organisation that is not chosen");
}

#[test]
fn one_organisation_is_compared_over_its_years() {
    let text = text(&format!("{MEASURE}&don-vi=hoi-gio"));
    assert!(text.starts_with("So sánh › Gió, Tay thợ vàng"), "{text}");
    assert!(
        text.contains("120 cá nhân (2023, theo bài)") && text.contains("80 cá nhân (2021, theo bài)"),
        "{text}"
    );
}

#[test]
fn renamed_organisation_is_followed_and_removed_one_is_named() {
    let text = text(&format!("{MEASURE}&don-vi=hoi-cu&don-vi=hoi-mat"));
    assert!(text.contains("Kho không còn đơn vị “hoi-mat”"), "{text}");
    assert!(text.contains("120 cá nhân"), "the rest is shown");
    assert!(!text.contains("hoi-cu"), "{text}");
    let renamed = self::text("phong-trao=tay-tho-bac&dem=individual&vai-tro=result&cap=district");
    assert!(renamed.contains("Tay thợ vàng"), "{renamed}");
    let gone = self::text("phong-trao=khong-co&dem=individual&vai-tro=result&cap=district");
    assert!(gone.contains("Kho không còn phong trào “khong-co”"), "{gone}");
}

#[test]
fn campaign_alone_offers_its_measures() {
    let text = text("phong-trao=tay-tho-vang");
    assert!(text.contains("loại số liệu"), "{text}");
    let markup = markup(&corpus(), "so-sanh/", "phong-trao=tay-tho-vang");
    assert!(
        markup.contains("phong-trao=tay-tho-vang&amp;dem=individual&amp;vai-tro=result&amp;cap=district")
    );
}

#[test]
fn chooser_leads_with_the_measure_of_most_organisations_and_its_cells_are_links() {
    let markup = markup(&corpus(), "so-sanh/", "");
    let body = markup.split("<tbody>").nth(1).unwrap();
    assert!(text_of(body.split("</tr>").next().unwrap()).starts_with("Tay thợ vàng"));
    let first = text_of(body.split("</tr>").nth(1).unwrap());
    assert!(
        first.starts_with("cá nhân · kết quả · cấp quận, huyện, thị xã (2 đơn vị, 2021–2023)"),
        "{first}"
    );
    let cell = format!("{}&amp;don-vi=hoi-gio", MEASURE.replace('&', "&amp;"));
    assert!(markup.contains(&format!("href=\"/kho/so-sanh/?{cell}\"")));
    assert!(markup.contains("aria-label=\"Gió: 3 số liệu, Tay thợ vàng, cá nhân"));
    let found = text("tim=tay+tho+luot");
    assert!(found.contains("lượt cá nhân · kết quả") && !found.contains("sáng kiến · kết quả"), "{found}");
    assert!(text("tim=xyz").contains("Không tìm thấy tên nào như vậy."));
}

#[test]
fn organisations_are_searched_by_name_and_added() {
    let markup = markup(&corpus(), "so-sanh/", &format!("{MEASURE}&tim=lua"));
    assert!(markup.contains("&amp;don-vi=hoi-lua\" data-keep=\"chon\" aria-label=\"Thêm Lửa\""), "{markup}");
    assert!(!markup.contains("Thêm Gió"));
}

#[test]
fn columns_sort_both_ways_and_the_usual_order_has_no_parameter() {
    let order = |query: &str| -> Vec<String> {
        let markup = markup(&corpus(), "so-sanh/", query);
        let rows = markup
            .split("<tbody role=\"rowgroup\">")
            .nth(1)
            .unwrap()
            .split("</tbody>")
            .next()
            .unwrap()
            .to_owned();
        rows.split("<td class=\"printed-cell\" role=\"cell\">")
            .skip(1)
            .map(|cell| text_of(cell).split(' ').next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(order(MEASURE), ["120", "118", "95", "80"]);
    assert_eq!(order(&format!("{MEASURE}&xep=so")), ["80", "95", "118", "120"]);
    assert_eq!(order(&format!("{MEASURE}&xep=nam"))[0], "80");
    assert_eq!(order(&format!("{MEASURE}&xep=-don-vi")).len(), 4);
    let markup = markup(&corpus(), "so-sanh/", MEASURE);
    assert!(markup.contains("aria-sort=\"descending\""));
    assert!(markup.contains(&format!("{}&amp;xep=so\"", MEASURE.replace('&', "&amp;"))));
}

#[test]
fn title_is_the_finding_and_english_reads_in_english() {
    let response = respond(&corpus(), "en/so-sanh/", MEASURE);
    assert!(
        response.title.starts_with("Tay thợ vàng, district level: 2 organisations, from 80"),
        "{}",
        response.title
    );
    let text = text_of(&markup(&corpus(), "en/so-sanh/", MEASURE));
    assert!(text.contains("Cannot be compared with") && text.contains("(120 individual)"), "{text}");
}

#[test]
fn hostile_and_empty_queries_are_harmless() {
    let many: String = (0..60).map(|number| format!("&don-vi=o{number}")).collect();
    for query in [
        "phong-trao=%3Cscript%3E&dem=%22%27&vai-tro=result",
        "dem=%3Cimg%20src%3Dx%3E&vai-tro=target&noi-dung=%3Cb%3E",
        "phong-trao=tay-tho-vang&dem=khong-co&vai-tro=plan&cap=national",
        "tim=%3Cscript%3E",
        &format!("{MEASURE}{many}"),
    ] {
        let html = markup(&corpus(), "so-sanh/", query);
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"), "{query}");
        assert_eq!(html.matches("<h1").count(), 1, "{query}");
    }
}

#[test]
fn bundled_corpus_says_why_its_titles_cannot_be_compared() {
    let text = text_of(&markup(
        &bundled(),
        "so-sanh/",
        "phong-trao=danh-hieu-lao-dong-gioi&dem=individual-times&vai-tro=result&cap=grassroots",
    ));
    assert!(text.contains("mới có Bắc Từ Liêm nêu số liệu, 3.090 lượt cá nhân"), "{text}");
    assert!(text.contains("Hà Đông: 352 “Công nhân giỏi”, “Lao động giỏi” – kết quả tính bằng cá nhân, không phải lượt cá nhân"), "{text}");
    let chooser = text_of(&markup(&bundled(), "so-sanh/", ""));
    assert!(chooser.contains("Gần nhau nhưng không so sánh được"), "{chooser}");
}
