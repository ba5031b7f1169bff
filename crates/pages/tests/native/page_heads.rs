//! Heads of the pages of campaigns and organisations: the finding first, tools in the rail, related figures kept apart.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Act, ActKind, CampaignId, Lang, OrganisationId};
use thidua_pages::html;
use thidua_pages::html::components::finding::{PartName, finding};
use thidua_pages::route::{BasePath, Page};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_sample::bundled::bundled;
use thidua_sample::{Recipe, sample};

use crate::site;

const MOVEMENT: &str = "lao-dong-gioi-lao-dong-sang-tao";

fn page(site: &SiteData, page: Page, lang: Lang) -> String {
    html::page(&site.page_context(lang), &page).unwrap().into_string()
}

fn campaign(site: &SiteData, id: &str) -> String {
    page(site, Page::Campaign(CampaignId::new(id)), Lang::Vi)
}

fn finding_of(site: &SiteData, id: &str, lang: Lang) -> Option<String> {
    let ctx = site.page_context(lang);
    let figures = site.catalogue.figures_of_campaign(id);
    finding(&ctx, &figures, PartName::Organisation).map(|found| found.text(&ctx))
}

#[test]
fn finding_has_levels_in_legal_order_the_unit_once_and_whose_year_it_is() {
    let site = site(&bundled());
    let found = finding_of(&site, "danh-hieu-cong-nhan-gioi", Lang::Vi);
    let expected = "Hà Đông: 352 cá nhân ở cơ sở, 95 cấp quận, 2 cấp thành phố · 2022 (theo bài)";
    assert_eq!(found.as_deref(), Some(expected));
    let markup = campaign(&site, "danh-hieu-cong-nhan-gioi");
    assert!(markup.contains("-co-so/\">352 cá nhân</a> ở cơ sở"), "{markup}");
}

#[test]
fn finding_names_the_role_unless_it_is_a_result_and_keeps_the_bound() {
    let site = site(&bundled());
    let found = finding_of(&site, "mot-trieu-sang-kien", Lang::Vi).unwrap();
    assert!(found.starts_with("Hà Nội (mục tiêu), sáng kiến mà"), "{found}");
    assert!(found.ends_with(": 100.000 sáng kiến · 2022–2023"), "the figure’s own period: {found}");
    let found = finding_of(&site, "thi-dua-2022-hoang-mai", Lang::Vi).unwrap();
    assert!(found.contains(": tối thiểu 15%"), "{found}");
}

#[test]
fn finding_leaves_out_what_was_only_proposed_or_registered() {
    let site = site(&bundled());
    let found = finding_of(&site, "viet-sang-kien-kinh-nghiem", Lang::Vi).unwrap();
    assert!(found.contains("89") && !found.contains("248"), "248 are registered: {found}");
    let mut corpus = site.catalogue.corpus().clone();
    for figure in corpus.articles.iter_mut().flat_map(|article| &mut article.figures) {
        figure.act = Some(Act { kind: ActKind::Proposed, as_written: "đề nghị".to_owned() });
    }
    let proposed =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
    assert_eq!(finding_of(&proposed, "danh-hieu-cong-nhan-gioi", Lang::Vi), None);
}

#[test]
fn campaign_without_figures_says_who_did_what_and_when() {
    let site = site(&bundled());
    let markup = campaign(&site, MOVEMENT);
    assert!(
        markup.contains("<p class=\"finding\">4 đơn vị triển khai hoặc hưởng ứng, 2022 và “5 năm”</p>"),
        "{markup}"
    );
}

#[test]
fn figures_of_a_related_title_are_shown_under_its_name_and_nowhere_else() {
    let site = site(&bundled());
    let markup = campaign(&site, MOVEMENT);
    let (before, section) = markup.split_once("id=\"ghi-rieng\"").unwrap();
    assert!(section.contains("Danh hiệu “Lao động giỏi”, được ghi riêng"), "{section}");
    assert!(section.contains("352 “Công nhân giỏi”"), "{section}");
    assert!(!before.contains("352"), "the figures are not those of the movement");
    assert!(!markup.contains(site.page_context(Lang::Vi).words.no_campaign_figures), "{markup}");
    // A drive is not a title, and has no figures here.
    assert!(!campaign(&site, "xay-dung-truong-hoc-hanh-phuc").contains("ghi-rieng"));
}

#[test]
fn rail_follows_the_head_and_the_story_comes_after_it() {
    let site = site(&bundled());
    for markup in [
        campaign(&site, MOVEMENT),
        page(&site, Page::Organisation(OrganisationId::new("ldld-ha-dong")), Lang::En),
    ] {
        let places =
            ["<h1", "class=\"finding\"", "<aside class=\"rail\" aria-label=\"", "class=\"railed__story\""];
        let places: Vec<usize> = places.iter().map(|part| markup.find(part).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?}");
    }
}

#[test]
fn pages_of_300_articles_list_few_items_and_lead_to_all() {
    let corpus = sample(&Recipe { articles: 300, seed: 5, bodies: false }, &[]).corpus;
    let site =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/"), String::new());
    let catalogue = &site.catalogue;
    let most = |figures: &[FigureRef<'_>]| figures.len();
    let largest =
        catalogue.campaigns().iter().max_by_key(|c| most(&catalogue.figures_of_campaign(&c.id))).unwrap();
    let all = catalogue.figures_of_campaign(&largest.id).len();
    let markup = campaign(&site, &largest.id);
    assert!(all > 40, "{all}");
    assert!(markup.matches("class=\"figure-row\"").count() <= 20 + 12, "five a role, and related figures");
    assert!(markup.contains(&format!("Xem cả {all} số liệu")), "{all}");
    let articles = markup.split_once("id=\"bai\"").unwrap().1;
    assert_eq!(articles.matches("<li class=\"row\">").count(), 5);
    let organisation = catalogue
        .organisations()
        .iter()
        .max_by_key(|o| catalogue.articles_of_organisation(&o.id).len())
        .unwrap();
    let markup = page(&site, Page::Organisation(organisation.id.clone()), Lang::Vi);
    let (sight, _) = markup.split_once("<details class=\"rest\">").unwrap_or((&markup, ""));
    assert!(sight.matches("<th scope=\"row\">").count() <= 40);
}
