//! Facets: what the results can be narrowed by, each value with the number of articles it would leave.
//!
//! Every value of the corpus has its row from the start, so that nothing jumps and no focus is lost while counts
//! change; rows without articles are hidden unless they are chosen.

use leptos::prelude::*;

use super::browser;
use super::context::{use_lang, use_site};
use super::location::Location;
use crate::domain::{Lang, OrganisationId};
use crate::filters;
use crate::i18n::sentences::{capitalise, count};
use crate::i18n::{terms, words};
use crate::search::{FacetCounts, FacetValue, Request, Results, Selection};

/// One facet: its name, how to find its values in the counts, and how to switch a value on and off.
struct Facet<T: 'static> {
    name: &'static str,
    values: fn(&FacetCounts) -> &Vec<FacetValue<T>>,
    toggle: fn(&mut Selection, &T),
}

/// Switches a value in a set.
macro_rules! toggle_in {
    ($field:ident) => {
        |selection, value| {
            if !selection.$field.remove(value) {
                selection.$field.insert(value.clone());
            }
        }
    };
}

/// All facets, as groups of check boxes.
#[component]
pub fn Facets(
    /// The values that the corpus has, with nothing asked for.
    universe: FacetCounts,
    /// The results now.
    results: Memo<Results>,
) -> impl IntoView {
    let (site, lang) = (use_site(), use_lang());
    let w = words(lang);
    let ctx = site.ctx(lang);
    let organisation = |id: &OrganisationId| {
        let found = ctx.catalogue().organisation(id);
        found.map(|o| ctx.organisation_name(o).to_owned()).unwrap_or_default()
    };
    let groups = (
        group(
            Facet {
                name: w.facet_organisation,
                values: |f| &f.organisations,
                toggle: toggle_in!(organisations),
            },
            &universe,
            results,
            lang,
            &organisation,
        ),
        group(
            Facet { name: w.facet_year, values: |f| &f.years, toggle: toggle_in!(years) },
            &universe,
            results,
            lang,
            &ToString::to_string,
        ),
        group(
            Facet { name: w.facet_kind, values: |f| &f.kinds, toggle: toggle_in!(kinds) },
            &universe,
            results,
            lang,
            &|kind| capitalise(terms::kind(*kind, lang)),
        ),
        group(
            Facet { name: w.facet_sector, values: |f| &f.sectors, toggle: toggle_in!(sectors) },
            &universe,
            results,
            lang,
            &|sector| capitalise(terms::sector(*sector, lang)),
        ),
        group(
            Facet { name: w.facet_level, values: |f| &f.levels, toggle: toggle_in!(levels) },
            &universe,
            results,
            lang,
            &|level| capitalise(level.name(lang)),
        ),
        group(
            Facet { name: w.facet_role, values: |f| &f.roles, toggle: toggle_in!(roles) },
            &universe,
            results,
            lang,
            &|role| capitalise(terms::role(*role, lang)),
        ),
    );
    let open = RwSignal::new(false);
    view! {
        <aside class="facets" class:facets--open=open aria-label=w.filters>
            <button
                class="button filters__toggle"
                type="button"
                aria-expanded=move || open.get().to_string()
                aria-controls="facets"
                on:click=move |_| open.update(|o| *o = !*o)
            >
                {w.filters}
                {move || {
                    let chosen = filters::request(&Location::current().query().get()).selection.len();
                    (chosen > 0).then(|| format!(" ({chosen})"))
                }}
            </button>
            <div class="facets__body" id="facets">{groups}</div>
        </aside>
    }
}

fn group<T: Clone + PartialEq + Send + Sync + 'static>(
    facet: Facet<T>,
    universe: &FacetCounts,
    results: Memo<Results>,
    lang: Lang,
    label: &dyn Fn(&T) -> String,
) -> impl IntoView + use<T> {
    let Facet { name, values, toggle } = facet;
    let location = Location::current();
    let rows: Vec<_> = values(universe)
        .iter()
        .map(|known| {
            let text = label(&known.value);
            let state = Memo::new({
                let value = known.value.clone();
                move |_| {
                    results.with(|r| {
                        let found = values(&r.facets).iter().find(|v| v.value == value);
                        found.map_or((0, false), |v| (v.count, v.selected))
                    })
                }
            });
            let value = known.value.clone();
            let switch = move |_| {
                let mut request: Request = filters::request(&location.get_untracked().query);
                toggle(&mut request.selection, &value);
                browser::push_query(location, &filters::request_query(&request));
            };
            view! {
                <label class="choice" hidden=move || state.get() == (0, false)>
                    <input type="checkbox" prop:checked=move || state.get().1 on:change=switch/>
                    <span>{text}</span>
                    <span class="choice__count">{move || count(state.get().0, lang)}</span>
                </label>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <fieldset class="facet">
                <legend class="facet__name">{name}</legend>
                {rows}
            </fieldset>
        }
    })
}
