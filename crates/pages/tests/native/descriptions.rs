//! Descriptions of pages: findings as printed, whole quantities, at most 170 characters.

use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::descriptions;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};
use thidua_sample::bundled::bundled;
use thidua_sample::{Recipe, sample};

use crate::site;

fn description(catalogue: &Catalogue, lang: Lang, page: Page) -> String {
    PageMeta::of(&Route { lang, page }, catalogue).description
}

#[test]
fn description_is_the_finding_of_its_page() {
    let catalogue = site(&bundled()).catalogue;
    let of = |page: Page| description(&catalogue, Lang::Vi, page);
    assert_eq!(
        of(Page::Article("ha-dong-2022-hieu-qua-phong-trao".into())),
        "LĐLĐ quận Hà Đông, 2022 (theo bài): 352 “Công nhân giỏi”, “Lao động giỏi” cấp cơ sở; 95 “Công nhân giỏi”, “Lao động giỏi” cấp quận, huyện, thị xã."
    );
    assert_eq!(
        of(Page::Figure("ha-dong-2022-cong-nhan-gioi-cap-thanh-pho".into())),
        "LĐLĐ quận Hà Đông, 2022 (theo bài). “LĐLĐ quận Hà Đông: Nâng cao hiệu quả trong các phong trào thi đua”, không nêu tên báo, đoạn 2 của bài."
    );
    assert!(
        of(Page::Organisation("ldld-ha-dong".into()))
            .starts_with("LĐLĐ quận Hà Đông, 2022 (theo bài): 352 “")
    );
    let campaign = of(Page::Campaign("danh-hieu-cong-nhan-gioi".into()));
    assert!(campaign.starts_with("Đơn vị thực hiện: ") && campaign.contains(" (theo bài): "), "{campaign}");
    assert!(
        of(Page::Campaign("thi-dua-2022-son-tay".into()))
            .starts_with("LĐLĐ thị xã Sơn Tây, 2022 (theo bài): "),
        "the only organisation is not named twice"
    );
    let own = of(Page::Article("hoang-mai-2022-ke-hoach-thi-dua".into()));
    assert!(
        own.starts_with("LĐLĐ quận Hoàng Mai, 2022"),
        "figures of the article's own organisation lead: {own}"
    );
    let english = description(&catalogue, Lang::En, Page::Campaign("danh-hieu-cong-nhan-gioi".into()));
    assert!(english.starts_with("Run by "), "{english}");
}

#[test]
fn every_description_fits_and_ends_after_a_whole_quantity() {
    let drawn = sample(&Recipe { articles: 60, seed: 16, bodies: false }, &[]).corpus;
    for catalogue in [site(&bundled()).catalogue, Catalogue::new(drawn)] {
        for route in Route::all(&catalogue) {
            let text = PageMeta::of(&route, &catalogue).description;
            let path = route.path();
            assert!(!text.is_empty() && text.chars().count() <= descriptions::MAX_CHARS, "{path}: {text}");
            let end = text.trim_end_matches('…').chars().last().unwrap();
            assert!(!text.ends_with('…') || !end.is_ascii_digit(), "{path}: {text}");
        }
    }
}

#[test]
fn shortened_text_ends_at_a_clause_and_never_in_a_number() {
    let clause = format!("{}; {}", "một ".repeat(30).trim(), "hai ".repeat(20).trim());
    assert_eq!(descriptions::shorten(&clause), format!("{}…", "một ".repeat(30).trim()));
    let number = format!("{} 3.015 triệu đồng", "một ".repeat(41).trim());
    assert_eq!(descriptions::shorten(&number), format!("{}…", "một ".repeat(41).trim()));
    assert_eq!(descriptions::shorten("352 người."), "352 người.");
}
