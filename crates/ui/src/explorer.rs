//! The figure explorer: filters, then the chosen figures as a table or as charts. The address holds the selection.

use leptos::either::Either;
use leptos::prelude::*;

use thidua_client::{ExplorerView, FilterControl, FilterOption, View};
use thidua_pages::url_state::ExplorerQuery;

use super::app::escape_text;
use super::browser;
use super::context::{PageState, use_words};
use super::location::Location;
use super::value_search::ValueSearch;

fn explorer_part<T>(read: impl Fn(&ExplorerView) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: Default + Clone + PartialEq + Send + Sync + 'static,
{
    PageState::current().part(move |view| match view {
        View::Explorer(explorer) => Some(read(explorer)),
        _ => None,
    })
}

/// The explorer page.
#[component]
pub fn Explorer() -> impl IntoView {
    let w = use_words();
    let head = explorer_part(|e| e.head.clone());
    let count = explorer_part(|e| e.count.clone());
    let rows = explorer_part(|e| e.rows.clone());
    let filter_controls = explorer_part(|e| e.filter_controls.clone());
    let see = explorer_part(|e| e.see.clone());
    // Number of chosen values: the first option of a filter chooses nothing.
    let chosen = explorer_part(|e| {
        let is_chosen = |control: &&FilterControl| control.options.iter().skip(1).any(|option| option.chosen);
        e.filter_controls.iter().filter(is_chosen).count()
    });
    let chosen = move || match chosen.get() {
        0 => String::new(),
        chosen => format!(" ({chosen})"),
    };
    let selects = filter_controls.get_untracked().into_iter().enumerate().map(|(at, filter_control)| {
        let options = Memo::new(move |_| {
            filter_controls.with(|all| all.get(at).map(|c| c.options.clone()).unwrap_or_default())
        });
        match filter_control.is_long {
            false => Either::Left(view! { <Select filter_control=filter_control options=options/> }),
            true => {
                let state = Memo::new(move |_| {
                    let one =
                        |all: &Vec<FilterControl>| all.get(at).map(|c| (c.selected.clone(), c.more.clone()));
                    filter_controls.with(one).unwrap_or_default()
                });
                Either::Right(
                    view! { <ValueSearch filter_control=filter_control options=options state=state/> },
                )
            }
        }
    });
    view! {
        <div inner_html=move || head.get()></div>
        " "
        <div class="explored__filters">
            <button class="button sheet__open" type="button" data-do="sheet" aria-controls="loc-so-lieu" aria-expanded="false">
                {w.filters}
                <span inner_html=chosen></span>
            </button>
            " "
            <div class="sheet" id="loc-so-lieu" tabindex="-1" aria-label=w.filters>
                <div class="sheet__body">
                    <div class="choices" role="group" aria-label=w.filters>{selects.collect_view()}</div>
                    " "
                    <p class="sheet__foot">
                        <button
                            class="button button--main"
                            type="button"
                            data-do="sheet"
                            aria-controls="loc-so-lieu"
                            inner_html=move || escape_text(&see.get())
                        ></button>
                    </p>
                </div>
            </div>
        </div>
        " "
        <div inner_html=move || count.get()></div>
        " "
        <div inner_html=move || rows.get()></div>
    }
}

/// Filter by one property.
#[component]
fn Select(
    /// Filter as first shown.
    filter_control: FilterControl,
    /// Current options.
    options: Memo<Vec<FilterOption>>,
) -> impl IntoView {
    let location = Location::current();
    let FilterControl { parameter, label, .. } = filter_control;
    // Rendered from the current options, since their counts change with every selection.
    let option_rows = move || {
        let options = options.get().into_iter();
        options
            .map(|FilterOption { value, name, chosen }| view! { <option value=value prop:selected=chosen inner_html=escape_text(&name)></option> })
            .collect_view()
    };
    let name = parameter.clone();
    let choose = move |value: String| {
        let next = ExplorerQuery::parse(&location.get_untracked().query).with_value(&parameter, &value);
        browser::push_query(location, &next.query());
    };
    view! {
        <label class="choices__one">
            <span>{label}</span>
            " "
            <select name=name autocomplete="off" on:change:target=move |event| choose(event.target().value())>{option_rows}</select>
            " "
        </label>
    }
}
