//! Grids of marks: every cell says in words what its mark says, and leads to where it is stated.

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{CampaignId, Lang, Relation};
use thidua_pages::html;
use thidua_pages::html::components::activity::{Activities, organisation_head, year_head};
use thidua_pages::html::components::activity_grid::{ActivityGrid, GridCell, GridHead, GridRow};
use thidua_pages::route::{BasePath, Page};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::parse_search;
use thidua_sample::bundled::bundled;
use thidua_sample::{Recipe, sample};
use thidua_search::search;

use crate::site;

fn campaign_page(site: &SiteData, id: &str, lang: Lang) -> String {
    html::page(&site.page_context(lang), &Page::Campaign(CampaignId::new(id))).unwrap().into_string()
}

#[test]
fn cell_with_one_article_leads_to_the_paragraph_that_names_the_campaign() {
    let site = site(&bundled());
    let page = campaign_page(&site, "lao-dong-gioi-lao-dong-sang-tao", Lang::Vi);
    let cell = "href=\"/kho/bai-viet/ha-dong-2022-hieu-qua-phong-trao/#dong-5\" aria-label=\"Hà Đông, 2022: triển khai\"";
    assert!(page.contains(cell), "{page}");
    assert!(page.contains("aria-label=\"Bắc Từ Liêm, không nêu năm: triển khai\""), "words are no year");
    let heads: Vec<&str> = page.split("<th scope=\"col\">").skip(1).collect();
    assert_eq!(heads.len(), 3, "organisation, 2022, no year");
    assert_eq!(page.matches("<th scope=\"row\">").count(), 4);
    let english = campaign_page(&site, "lao-dong-gioi-lao-dong-sang-tao", Lang::En);
    assert!(english.contains(", 2022: carried out\""), "{english}");
}

#[test]
fn cell_with_several_articles_leads_to_a_search_that_finds_them() {
    let corpus = sample(&Recipe { articles: 300, seed: 5, bodies: false }, &[]).corpus;
    let site =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/"), String::new());
    let ctx = site.page_context(Lang::Vi);
    let mut checked = 0;
    for campaign in site.catalogue.campaigns() {
        let activities = Activities::of(&ctx, &[campaign], true);
        for (_, organisation, year) in activities.keys() {
            let organisation = site.catalogue.organisation(organisation).unwrap();
            let cell = activities.cell(&ctx, (campaign, organisation), *year, ["a", "b"]).unwrap();
            let Some(query) = cell.href.strip_prefix("/?") else { continue };
            let found = search(&site.index, &parse_search(query)).hits;
            let found: Vec<_> =
                found.iter().map(|hit| &site.catalogue.articles()[hit.article as usize].id).collect();
            let meant = site.catalogue.articles_of_campaign(&campaign.id).into_iter().filter(|article| {
                let years: Vec<u16> = article.covers.into_iter().flat_map(|covers| covers.years()).collect();
                article.organisation == organisation.id
                    && year.map_or(years.is_empty(), |year| years.contains(&year))
            });
            for article in meant {
                assert!(found.contains(&&article.id), "{} {}", article.id, cell.href);
                checked += 1;
            }
        }
    }
    assert!(checked > 20, "{checked}");
}

#[test]
fn grid_isolates_names_counts_figures_and_explains_only_the_marks_that_occur() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::Vi);
    let cell = |relation, figures| {
        Some(GridCell { relation, figures, href: "/x".to_owned(), name: "a & b".to_owned() })
    };
    let head = |name: &str| GridHead { name: name.to_owned(), ..GridHead::default() };
    let row = GridRow {
        head: head("\u{202e}<b>"),
        cells: vec![cell(Some(Relation::Awarded), 3), None],
        group: None,
    };
    let grid = ActivityGrid {
        columns: vec![head("2022"), head("2021")],
        rows: vec![row],
        ..ActivityGrid::default()
    };
    let markup = grid.markup(&ctx).into_string();
    assert!(markup.contains("<bdi>\u{202e}&lt;b&gt;</bdi>"), "{markup}");
    assert!(markup.contains("aria-label=\"a &amp; b\""), "{markup}");
    assert!(markup.contains("<td></td>"), "nothing is drawn where nothing is reported");
    assert_eq!(markup.matches("◆").count(), 2, "the mark and its key");
    assert!(!markup.contains("■"), "{markup}");
    assert!(ActivityGrid::default().markup(&ctx).into_string().is_empty());
}

#[test]
fn years_stand_newest_first_and_what_states_none_last() {
    let site = site(&bundled());
    let ctx = site.page_context(Lang::Vi);
    let campaigns: Vec<_> = site.catalogue.campaigns().iter().collect();
    let years = Activities::of(&ctx, &campaigns, true).years();
    assert_eq!(years.last(), Some(&None));
    assert!(years.windows(2).all(|pair| pair[0] > pair[1]), "{years:?}");
    assert_eq!(year_head(&ctx, Some(2022)).name, "2022");
    let organisation = site.catalogue.organisation("ldld-ha-dong").unwrap();
    assert_eq!(organisation_head(&ctx, organisation).name, "Hà Đông");
}

#[test]
fn every_campaign_and_organisation_is_on_its_list_page_and_campaigns_are_listed_once() {
    let corpus = sample(&Recipe { articles: 700, seed: 3, bodies: false }, &[]).corpus;
    let site =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/"), String::new());
    let markup = |page: Page| html::page(&site.page_context(Lang::Vi), &page).unwrap().into_string();
    let campaigns = markup(Page::Campaigns);
    assert!(site.catalogue.campaigns().len() > 60, "{}", site.catalogue.campaigns().len());
    for campaign in site.catalogue.campaigns() {
        let link = format!("href=\"/phong-trao/{}/\"", campaign.id);
        assert_eq!(campaigns.matches(&link).count(), 1, "{}", campaign.id);
    }
    assert_eq!(campaigns.matches("<th scope=\"row\">").count(), 60);
    assert!(campaigns.contains("id=\"loai-movement\"") && campaigns.contains("href=\"#loai-movement\""));
    let organisations = markup(Page::Organisations);
    for organisation in site.catalogue.organisations() {
        let link = format!("href=\"/don-vi/{}/\"", organisation.id);
        assert!(organisations.contains(&link), "{}", organisation.id);
    }
}

#[test]
fn years_with_a_page_are_links_and_periods_that_are_too_long_are_no_years() {
    let mut corpus = site(&bundled()).catalogue.corpus().clone();
    for article in &mut corpus.articles {
        article.covers = Some("1950/2022".parse().unwrap());
        article.figures.clear();
    }
    let long =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/"), String::new());
    let ctx = long.page_context(Lang::Vi);
    let campaigns: Vec<_> = long.catalogue.campaigns().iter().collect();
    assert_eq!(Activities::of(&ctx, &campaigns, true).years(), [None]);
    let bundled = site(&bundled());
    let ctx = bundled.page_context(Lang::Vi);
    assert_eq!(year_head(&ctx, Some(2022)).href.as_deref(), Some("/kho/nam/2022/"));
    assert_eq!(year_head(&ctx, Some(1850)).href, None);
    assert_eq!(year_head(&ctx, None).href, None);
}
