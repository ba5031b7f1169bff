//! The whole page below `#app`.

use leptos::prelude::*;

use super::components::footer::Footer;
use super::components::masthead::Masthead;
use super::context::{PageLang, Site};
use super::location::{Address, Location};
use super::pages::PageView;

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
        .into_any()
    }
}
