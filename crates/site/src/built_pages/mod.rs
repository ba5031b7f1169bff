//! Pages whose content only the builder makes ([`Page::is_built`]). The programs of the browser do not contain the code for
//! them: they take the content from the built page, or from the document of a site in one file.
//!
//! To add such a page: a variant of [`Page`] with its path in `route.rs`, its title in `page_meta.rs`, an entry in
//! [`Page::is_built`], [`Page::all_built`] and `thidua_pages::html::page` (`None`), and its markup here, in [`markup`].

mod data;
mod differences;
mod guide;
mod years;

pub use differences::finding_of_differences;
pub use years::{finding_of_list, finding_of_year};

use maud::Markup;

use thidua_client::{BuiltPages, Engine};
use thidua_core::corpus::FactsByYear;
use thidua_pages::PageContext;
use thidua_pages::html::components::spaced;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::SiteData;

/// Creates the engine that answers with every page of a site.
pub fn engine_with_built_pages(site: SiteData) -> Engine {
    let pages = built_pages(&site);
    let mut engine = Engine::new(site);
    engine.add_built_pages(pages);
    engine
}

/// Returns the markup of every built page in the languages of the site.
fn built_pages(site: &SiteData) -> BuiltPages {
    let pages = Page::all_built(&site.catalogue);
    let by_year = FactsByYear::of(&site.catalogue);
    let languages = site.catalogue.languages().iter();
    let routes = languages.flat_map(|lang| pages.iter().map(|page| (*lang, page)));
    routes
        .filter_map(|(lang, page)| {
            let markup = markup(&site.page_context(lang), page, &by_year)?;
            let path = Route { lang, page: page.clone() }.path();
            Some((path, spaced(markup).into_string()))
        })
        .collect()
}

/// Returns the markup of one built page. `None` for every other page.
fn markup(ctx: &PageContext<'_>, page: &Page, by_year: &FactsByYear<'_>) -> Option<Markup> {
    match page {
        Page::Years => Some(years::years_page(ctx, by_year)),
        Page::Year(year) => years::year_page(ctx, by_year, *year),
        Page::Differences => Some(differences::differences_page(ctx)),
        Page::Data => Some(data::data_page(ctx)),
        Page::Guide => Some(guide::index_page(ctx)),
        Page::GuideChapter(chapter) => Some(guide::chapter_page(ctx, *chapter)),
        _ => None,
    }
}
