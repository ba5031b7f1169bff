//! Title and description of a page as the builder writes them. Pages that only the builder makes are described by what they
//! find, which the programs of the browser cannot compute and do not need.

use thidua_core::corpus::Catalogue;
use thidua_pages::descriptions::shorten;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};

use crate::built_pages::{finding_of_differences, finding_of_list, finding_of_year};

/// Returns the metadata of the page that `route` names.
pub fn page_meta(route: &Route, catalogue: &Catalogue) -> PageMeta {
    let meta = PageMeta::of(route, catalogue);
    let finding = match route.page {
        Page::Year(year) => finding_of_year(catalogue, year, route.lang),
        Page::Years => finding_of_list(catalogue, route.lang),
        Page::Differences => finding_of_differences(catalogue, route.lang),
        _ => return meta,
    };
    PageMeta { description: shorten(&finding), ..meta }
}
