//! The figure explorer: choose, and charts and table follow. The address holds the choice.

use leptos::prelude::*;

use super::browser;
use super::context::{use_lang, use_site, use_words};
use super::location::Location;
use crate::filters::FigureFilter;

/// The page of all figures.
#[component]
pub fn Explorer() -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    let location = Location::current();
    let query = location.query();
    let filter = Memo::new(move |_| query.with(|q| FigureFilter::parse(q)));
    let ctx = site.ctx(lang);
    let head = ctx.explorer_head().into_string();
    let copy = ctx.copy_view_button().into_string();
    let choices = ctx.choices().map(|choice| {
        let name = choice.name;
        let any = (String::new(), w.all.to_owned());
        let options = std::iter::once(any).chain(choice.options).map(|(value, text)| {
            let slug = value.clone();
            let chosen = move || filter.with(|f| f.value(name).unwrap_or_default() == slug);
            view! { <option value=value prop:selected=chosen>{text}</option> }
        });
        let choose = move |value: String| {
            let next = filter.get_untracked().with_value(name, &value);
            browser::push_query(location, &next.query());
        };
        view! {
            <label class="choices__one">
                <span>{choice.label}</span>
                <select name=name on:change:target=move |event| choose(event.target().value())>
                    {options.collect_view()}
                </select>
            </label>
        }
    });
    let choices = choices.into_iter().collect_view();
    let shown = move || {
        let ctx = site.ctx(lang);
        filter.with(|f| ctx.explored(&f.apply(ctx.catalogue())).into_string())
    };
    view! {
        <div inner_html=head></div>
        <div class="choices" role="group" aria-label=w.filters>{choices}</div>
        <div inner_html=copy></div>
        <div inner_html=shown></div>
    }
}
