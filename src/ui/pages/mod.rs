//! One file a page. A page puts components together and holds no algorithm.

mod about;
mod article;
mod campaign;
mod campaigns;
mod figure;
mod figures;
mod home;
mod not_found;
mod organisation;
mod organisations;
mod timeline;

use leptos::prelude::*;

use super::context::use_site;
use super::location::Location;
use crate::route::Page;

/// The page that the address names, or where an old id leads, or the page that says there is none.
#[component]
pub fn PageView() -> impl IntoView {
    let site = use_site();
    let route = Location::current().route();
    move || {
        let ctx = site.ctx();
        let page = route.get().resolve(&site.catalogue).page;
        match &page {
            Page::Home => Some(view! { <home::Home/> }.into_any()),
            Page::Figures => Some(view! { <figures::Figures/> }.into_any()),
            Page::Article(id) => ctx.article_page(id),
            Page::Campaigns => Some(ctx.campaigns_page()),
            Page::Campaign(id) => ctx.campaign_page(id),
            Page::Organisations => Some(ctx.organisations_page()),
            Page::Organisation(id) => ctx.organisation_page(id),
            Page::Figure(id) => ctx.figure_page(id),
            Page::Timeline => Some(ctx.timeline_page()),
            Page::About => Some(ctx.about_page()),
            Page::NotFound(_) => None,
        }
        .unwrap_or_else(|| ctx.not_found_page())
    }
}
