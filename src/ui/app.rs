//! The whole page below `#app`.

use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::context::{PageLang, Site, use_lang, use_site};
use super::explorer::Explorer;
use super::footer::Footer;
use super::home::Home;
use super::location::{Address, Location};
use super::masthead::Masthead;
use crate::route::Page;

/// The site: masthead, the page that the address names, footer.
#[component]
pub fn App(
    /// The data, loaded before anything is shown.
    site: Site,
    /// The address to begin with.
    address: Address,
) -> impl IntoView {
    let location = Location::new(address);
    provide_context(site.clone());
    provide_context(location);
    #[cfg(feature = "web")]
    super::browser::follow(site, location);
    let route = location.route();
    let lang = Memo::new(move |_| route.with(|r| r.lang));
    // A change of language is rare and changes every word: everything is drawn anew.
    move || {
        provide_context(PageLang(lang.get()));
        view! {
            <Masthead/>
            <main id="main" class="page" tabindex="-1"><PageView/></main>
            <Footer/>
        }
    }
}

/// The page that the address names, or where an old id leads, or the page that says there is none.
#[component]
fn PageView() -> impl IntoView {
    let (site, lang) = (use_site(), use_lang());
    let route = Location::current().route();
    move || {
        let ctx = site.ctx(lang);
        let page = ctx.resolve(route.get());
        match (&page, ctx.page(&page)) {
            (_, Some(markup)) => EitherOf3::A(view! { <div inner_html=markup.into_string()></div> }),
            (Page::Figures, None) => EitherOf3::B(view! { <Explorer/> }),
            (_, None) => EitherOf3::C(view! { <Home/> }),
        }
    }
}
