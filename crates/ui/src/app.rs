//! The app below `#app`.

use leptos::either::EitherOf3;
use leptos::prelude::*;

use thidua_client::View;
use thidua_core::domain::Lang;
use thidua_pages::route::Page;

use super::context::{PageLang, PageState, Site};
use super::explorer::Explorer;
use super::footer::Footer;
use super::home::Home;
use super::location::Location;
use super::masthead::Masthead;

/// The site: masthead, current page, footer. In a frame on another site: the charts alone.
#[component]
pub fn App(
    /// Base path and origin.
    site: Site,
    /// Current address.
    location: Location,
    /// Response of the engine to it.
    state: PageState,
) -> impl IntoView {
    provide_context(site);
    provide_context(location);
    provide_context(state);
    let route = state.route();
    let lang = Memo::new(move |_| route.with(|r| r.lang));
    let is_frame = Memo::new(move |_| route.with(|r| r.page == Page::Embed));
    // A change of language is rare and changes every text, so that everything is drawn anew. Each language is a
    // branch of its own: texts are then not written into nodes that browser translation has removed.
    move || {
        let lang = lang.get();
        provide_context(PageLang(lang));
        match (is_frame.get(), lang) {
            (true, _) => EitherOf3::A(view! { <main id="main" class="embedded"><PageView/></main> }),
            (false, Lang::Vi) => EitherOf3::B(whole_page()),
            (false, Lang::En) => EitherOf3::C(whole_page()),
        }
    }
}

/// Masthead, page and footer.
fn whole_page() -> impl IntoView {
    view! {
        <Masthead/>
        <main id="main" class="page" tabindex="-1"><PageView/></main>
        <Footer/>
    }
}

/// Escapes a text that is the whole content of an element, for `inner_html`. A text that changes is never a text node
/// of its own: browser translation replaces such nodes, and a change would be written into a detached one.
pub(super) fn escape_text(text: &str) -> String {
    maud::html! { (text) }.into_string()
}

/// Kind of the view that is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ViewKind {
    Static,
    Home,
    Explorer,
}

/// The current page.
#[component]
fn PageView() -> impl IntoView {
    let state = PageState::current();
    let kind = Memo::new(move |_| {
        state.response.with(|a| match a.view {
            View::Static(_) => ViewKind::Static,
            View::Home(_) => ViewKind::Home,
            View::Explorer(_) => ViewKind::Explorer,
        })
    });
    let markup = state.part(|view| match view {
        View::Static(markup) => Some(markup.clone()),
        _ => None,
    });
    move || match kind.get() {
        ViewKind::Static => EitherOf3::A(view! { <div inner_html=move || markup.get()></div> }),
        ViewKind::Home => EitherOf3::B(view! { <Home/> }),
        ViewKind::Explorer => EitherOf3::C(view! { <Explorer/> }),
    }
}
