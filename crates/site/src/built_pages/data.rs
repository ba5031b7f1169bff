//! The page about the data: what can be downloaded, and the data dictionary.

use maud::{Markup, html};

use thidua_i18n::data_page as says;
use thidua_pages::PageContext;
use thidua_pages::html::download_list;

/// Returns the page about the data.
pub fn data_page(ctx: &PageContext<'_>) -> Markup {
    html! {
        header.head {
            h1 { (says::title(ctx.lang)) }
            p.lede { (says::lede(ctx.lang)) }
        }
        @if !ctx.site.base.is_single_file() { (download_list::download_list(ctx)) }
    }
}
