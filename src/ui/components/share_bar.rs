//! Copy link, share, print: within reach on every page that has a link worth sending.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::browser;
use crate::ui::context::{use_site, use_words};

/// What became of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Copied {
    No,
    Yes,
    /// The browser refused: the text is shown for copying by hand.
    Refused(String),
}

/// A button that copies a text and says so.
#[component]
pub fn CopyButton(
    /// What is copied, asked for at the moment of the click.
    #[prop(into)]
    text: Callback<(), String>,
    /// The words on the button.
    label: &'static str,
) -> impl IntoView {
    let w = use_words();
    let state = RwSignal::new(Copied::No);
    let copy = move |_| {
        let text = text.run(());
        spawn_local(async move {
            let copied = browser::copy(&text).await;
            state.set(if copied { Copied::Yes } else { Copied::Refused(text) });
        });
    };
    let by_hand = move || match state.get() {
        Copied::Refused(text) => Some(view! {
            <label class="copy__hand">
                {w.copy_failed}
                <input type="text" readonly=true prop:value=text.clone() value=text/>
            </label>
        }),
        _ => None,
    };
    view! {
        <button class="button" type="button" on:click=copy>{label}</button>
        <span class="copy__said" role="status">
            {move || (state.get() == Copied::Yes).then_some(w.copied)}
        </span>
        {by_hand}
    }
}

/// The tools for the page that is shown.
#[component]
pub fn ShareBar(
    /// The page's address from the host's root.
    href: String,
    /// What the share sheet calls it.
    title: String,
    /// The citation line without the address, where the page can be cited.
    #[prop(optional_no_strip)]
    citation: Option<String>,
) -> impl IntoView {
    let (site, w) = (use_site(), use_words());
    let url = move || browser::absolute(&site.origin, &href);
    let has_sheet = RwSignal::new(false);
    // Only the browser knows whether it has a share sheet, so the button comes after the page is taken over.
    Effect::new(move |_| has_sheet.set(browser::can_share()));
    let share_button = {
        let url = url.clone();
        move || {
            let (title, url) = (title.clone(), url.clone());
            has_sheet.get().then(|| {
                let share = move |_| {
                    let (title, url) = (title.clone(), url());
                    spawn_local(async move { browser::share(&title, &url).await });
                };
                view! { <button class="button" type="button" on:click=share>{w.share}</button> }
            })
        }
    };
    let cite = citation.map(|citation| {
        let url = url.clone();
        view! { <CopyButton text=move |()| format!("{citation} {}", url()) label=w.copy_citation/> }
    });
    view! {
        <div class="share-bar" role="group" aria-label=w.share>
            <CopyButton text=move |()| url() label=w.copy_link/>
            {share_button}
            {cite}
            <button class="button" type="button" on:click=|_| browser::print()>{w.print}</button>
        </div>
    }
}
