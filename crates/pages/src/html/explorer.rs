//! The figure explorer: what is shown of the figures that are chosen.

use maud::{Markup, html};

use super::PageContext;
use super::components::figure_table::TABLE;
use super::components::spaced;
use super::selection::ExplorerState;
use crate::route::Page;
use crate::url_state::PageView;
use crate::url_state::{FigureFilter, TablePage};
use thidua_chart::why_no_chart;
use thidua_i18n::{phrases, sentences};

/// Behind a table of more rows the way to the others stands once more.
const LONG: usize = 30;

impl<'a> PageContext<'a> {
    /// Heading of the explorer.
    pub fn explorer_head(self) -> Markup {
        spaced(html! {
            header.head {
                h1 { (self.w.nav_figures) }
                p.lede { (sentences::figures_lede(self.site.figures.len(), self.lang)) }
            }
        })
    }

    /// The view in words: what was chosen, property by property; nothing where everything passes.
    pub fn view_name(self, filter: &FigureFilter) -> String {
        let chosen = filter.chosen();
        let names: Vec<String> = chosen.iter().map(|(p, value)| self.value_name(*p, value)).collect();
        names.join(" · ")
    }

    /// How many figures are shown, of what, and the link to the view.
    pub fn explored_count(self, explored: &ExplorerState) -> Markup {
        let (shown, total) = (explored.matches.figures.len(), self.site.figures.len());
        let name = self.view_name(&explored.filter);
        spaced(html! {
            p.results__count role="status" {
                strong { (sentences::figures_of(shown, total, self.lang)) }
                @if !name.is_empty() { ": " (name) }
            }
            div.explored__tools {
                (self.copy_view_button())
                @if !name.is_empty() { a href=(self.href(Page::Figures)) { (phrases::clear_choices(self.lang)) } }
            }
        })
    }

    /// Charts and table of what `query` asks for, or which choice to loosen. Where figures are not here yet, it says that
    /// they are on their way.
    pub fn explored_rows(self, explored: &ExplorerState, query: &str) -> Markup {
        let ExplorerState { filter, matches, page } = explored;
        let are_ready =
            filter.chosen().is_empty() && !page.is_only_page() && !self.site.base.is_single_file();
        spaced(html! {
            @match self.figures_numbered(&page.figures) {
                _ if matches.figures.is_empty() => (self.nothing_explored(explored)),
                None if page.is_only_page() => p.note { (phrases::rows_coming(self.lang)) },
                // Where the rows will stand: the way to the next of them leads there.
                None => {
                    p.note { (phrases::too_many_to_draw(self.lang)) }
                    section aria-labelledby=(TABLE) {
                        (self.table_heading())
                        p.note { (phrases::rows_coming(self.lang)) }
                    }
                },
                Some(rows) => {
                    @let charts = self.drawn_explored(explored);
                    @if !page.is_only_page() {
                        p.note { (phrases::too_many_to_draw(self.lang)) }
                    } @else if charts.all == 0 {
                        p class="note chart__none" { (why_no_chart(rows.len(), self.lang)) }
                    }
                    (self.charts_section(&charts, PageView { page: &Page::Figures, query }))
                    section aria-labelledby=(TABLE) {
                        (self.table_heading())
                        @if are_ready { (self.ready_files()) } @else { (self.take_table()) }
                        (self.leaves(explored))
                        (self.figure_table(&rows))
                        @if rows.len() > LONG { (self.leaves(explored)) }
                    }
                },
            }
        })
    }

    fn table_heading(self) -> Markup {
        html! { h2 id=(TABLE) tabindex="-1" { (self.w.figures_table) } }
    }

    /// Which of the rows are shown, and the way to the others.
    fn leaves(self, explored: &ExplorerState) -> Markup {
        let ExplorerState { filter, matches, page } = explored;
        let query = filter.query();
        let to = |number: usize, words: &str, rel: Option<&str>| {
            let there = (1..=page.of).contains(&number) && number != page.number;
            let query = TablePage::query(&query, number);
            let mark = if query.is_empty() { "" } else { "?" };
            // An address within a site that is one file has no room for a second place.
            let place = if self.site.base.is_single_file() { String::new() } else { format!("#{TABLE}") };
            let href = format!("{}{mark}{query}{place}", self.href(Page::Figures));
            html! { @if there { a href=(href) rel=[rel] { (words) } } }
        };
        let shown = [page.first + 1, page.first + page.figures.len()];
        html! {
            @if !page.is_only_page() {
                nav.leaves aria-label=(phrases::leaves(self.lang)) {
                    span.leaves__shown { (sentences::rows_shown(shown, matches.figures.len(), self.lang)) }
                    span.leaves__ways {
                        @if page.number > 2 { (to(1, phrases::first_leaf(self.lang), None)) }
                        (to(page.number - 1, phrases::leaf_before(self.lang), Some("prev")))
                        span.leaves__now { (sentences::page_of(page.number, page.of, self.lang)) }
                        (to(page.number + 1, phrases::leaf_after(self.lang), Some("next")))
                        @if page.number + 1 < page.of { (to(page.of, phrases::last_leaf(self.lang), None)) }
                    }
                }
            }
        }
    }

    /// Where all figures are ready to be taken.
    fn ready_files(self) -> Markup {
        let data = format!("{}#tai-ve", self.href(Page::About));
        html! { p.note { (phrases::all_figures_ready(self.lang)) " " a href=(data) { (phrases::to_the_data(self.lang)) } } }
    }

    /// Which choice to loosen, with what that would show.
    fn nothing_explored(self, explored: &ExplorerState) -> Markup {
        let chosen = explored.filter.chosen();
        let looser = chosen.iter().filter_map(|(property, value)| {
            let without = explored.filter.with(*property, "");
            let count = explored.matches.without(*property);
            let href = self.place_href(PageView { page: &Page::Figures, query: &without.query() });
            let name = sentences::without(
                self.property_name(*property),
                &self.value_name(*property, value),
                self.lang,
            );
            (count > 0).then_some((href, name, count))
        });
        let looser: Vec<(String, String, usize)> = looser.collect();
        html! {
            div.empty {
                p.empty__title { (phrases::no_figures(self.lang)) }
                @if looser.is_empty() {
                    p { a href=(self.href(Page::Figures)) { (phrases::clear_choices(self.lang)) } }
                } @else {
                    p { (phrases::loosen(self.lang)) }
                    ul.loosen {
                        @for (href, name, count) in &looser {
                            li { a href=(href) { (name) " — " (sentences::figures(*count, self.lang)) } }
                        }
                    }
                }
            }
        }
    }
}
