//! Facets: what the results can be narrowed by, each value with the number of articles it would leave.
//!
//! Every value of the corpus has its row from the start, so that nothing jumps and no focus is lost while counts
//! change; rows without articles are hidden unless they are chosen.

use leptos::prelude::*;

use super::browser;
use super::context::{use_lang, use_site, use_words};
use super::location::Location;
use crate::filters::{self, FacetOption, facet_options, toggled};
use crate::i18n::sentences::count;
use crate::search::{FacetCounts, Results};

/// All facets, as groups of check boxes.
#[component]
pub fn Facets(
    /// The values that the corpus has, with nothing asked for.
    universe: FacetCounts,
    /// The results now.
    results: Memo<Results>,
) -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    let query = Location::current().query();
    let now = Memo::new(move |_| results.with(|r| facet_options(&r.facets)));
    let known = facet_options(&universe);
    let groups = known.chunk_by(|a, b| a.parameter == b.parameter).map(|options| {
        let name = options.first().map(|o| site.ctx(lang).facet_name(o.parameter));
        let rows = options.iter().map(|option| {
            let name = site.ctx(lang).facet_value_name(option);
            view! { <Row option=option.clone() name=name now=now/> }
        });
        view! {
            <fieldset class="facet">
                <legend class="facet__name">{name}</legend>
                {rows.collect_view()}
            </fieldset>
        }
    });
    let open = RwSignal::new(false);
    let chosen = move || match query.with(|q| filters::request(q).selection.len()) {
        0 => String::new(),
        chosen => format!(" ({chosen})"),
    };
    view! {
        <aside class="facets" class:facets--open=open aria-label=w.filters>
            <button
                class="button filters__toggle"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="facets"
                on:click=move |_| open.update(|o| *o = !*o)
            >
                {w.filters}
                {chosen}
            </button>
            <div class="facets__body" id="facets">{groups.collect_view()}</div>
        </aside>
    }
}

/// One value of a facet.
#[component]
fn Row(
    /// The value.
    option: FacetOption,
    /// What it is called.
    name: String,
    /// The values of all facets now.
    now: Memo<Vec<FacetOption>>,
) -> impl IntoView {
    let (lang, location) = (use_lang(), Location::current());
    let FacetOption { parameter, value, .. } = option.clone();
    let state = move || {
        now.with(|options| {
            let found = options.iter().find(|o| o.parameter == parameter && o.value == value);
            found.map_or((0, false), |o| (o.count, o.selected))
        })
    };
    let state = Signal::derive(state);
    let switch = move |_| {
        let query = toggled(&location.get_untracked().query, option.parameter, &option.value);
        browser::push_query(location, &query);
    };
    view! {
        <label class="choice" hidden=move || state.get() == (0, false)>
            <input type="checkbox" prop:checked=move || state.get().1 on:change=switch/>
            <span>{name}</span>
            <span class="choice__count">{move || count(state.get().0, lang)}</span>
        </label>
    }
}
