//! The figure explorer: what can be chosen, each with the number of figures it would show, and what is shown.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::Ctx;
use super::selection::{MOST_DRAWN, Place};
use crate::chart::why_no_chart;
use crate::domain::{Level, Role};
use crate::filters::{FigureFilter, Property, Year};
use crate::i18n::{phrases, sentences, terms};
use crate::order::{map, sort_by_key};
use crate::page_meta::campaign_name;
use crate::route::Page;
use crate::text::capitalise;

/// The table shows so many rows; a page of ten thousand would not open on a phone.
const MOST_ROWS: usize = 500;
/// What somebody else wrote into a link is shown up to here.
const SHOWN_CHARS: usize = 60;

/// One property that figures can be chosen by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chooser {
    /// The property.
    pub property: Property,
    /// What it is called.
    pub label: &'static str,
    /// Its values; the first lets every figure pass.
    pub options: Vec<Offer>,
}

/// A value to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// As it stands in the address; empty where every value passes.
    pub value: String,
    /// What it is called, with the number of figures that it would show.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl<'a> Ctx<'a> {
    /// Heading of the explorer.
    pub fn explorer_head(self) -> Markup {
        html! {
            header.head {
                h1 { (self.w.nav_figures) }
                p.lede { (sentences::figures_lede(self.catalogue().figure_count(), self.lang)) }
            }
        }
    }

    /// Every property with the values that figures of the corpus have, always the same and in the same order, so
    /// that the number beside each shows which combinations are possible. A chosen value that the corpus does not
    /// have is offered last.
    pub fn choosers(self, filter: &FigureFilter) -> Vec<Chooser> {
        Property::ALL.into_iter().map(|property| self.chooser(property, filter)).collect()
    }

    fn chooser(self, property: Property, filter: &FigureFilter) -> Chooser {
        let now = filter.value_of(property).unwrap_or_default();
        let counts = filter.counts(property, self.catalogue());
        let places = self.places_of_values(property);
        let mut values: Vec<&String> = counts.keys().collect();
        sort_by_key(&mut values, |value| self.place_of_value(property, value, &places));
        let count = |value: &str| counts.get(value).copied().unwrap_or_default();
        let offer = |value: &str| Offer {
            value: value.to_owned(),
            name: format!(
                "{} ({})",
                capitalise(&self.value_name(property, value)),
                sentences::count(count(value), self.lang)
            ),
            chosen: value == now,
        };
        let all = Offer { value: String::new(), name: self.w.all.to_owned(), chosen: now.is_empty() };
        let mut options: Vec<Offer> =
            std::iter::once(all).chain(values.into_iter().map(|v| offer(v))).collect();
        if !options.iter().any(|o| o.chosen) {
            options.push(offer(&now));
        }
        Chooser { property, label: self.property_name(property), options }
    }

    /// Where the organisations and campaigns stand in the corpus, of which there may be thousands.
    fn places_of_values(self, property: Property) -> BTreeMap<&'a str, usize> {
        let corpus = self.catalogue().corpus();
        match property {
            Property::Organisation => map(corpus.organisations.iter().map(|o| o.id.as_str()).zip(0..)),
            Property::Campaign => map(corpus.campaigns.iter().map(|c| c.id.as_str()).zip(0..)),
            _ => BTreeMap::new(),
        }
    }

    /// Where a value stands among the others: as the corpus has it, levels in legal order, the newest year first.
    fn place_of_value(self, property: Property, value: &str, places: &BTreeMap<&str, usize>) -> usize {
        let place = match property {
            Property::Unit => self.catalogue().corpus().units.iter().position(|u| u.id.as_str() == value),
            Property::Role => Role::ALL.iter().position(|r| r.slug() == value),
            Property::Level => Level::ALL.iter().position(|l| l.slug() == value),
            Property::Organisation | Property::Campaign => places.get(value).copied(),
            Property::Year => value.parse::<u16>().ok().map(|year| usize::from(u16::MAX - year)),
        };
        place.unwrap_or(usize::MAX)
    }

    /// What a property is called.
    pub fn property_name(self, property: Property) -> &'static str {
        match property {
            Property::Unit => self.w.facet_unit,
            Property::Role => self.w.facet_role,
            Property::Level => self.w.facet_level,
            Property::Organisation => self.w.facet_organisation,
            Property::Campaign => self.w.facet_campaign,
            Property::Year => self.w.facet_year,
        }
    }

    /// What a value is called; what the corpus does not have is quoted and said to be missing.
    fn value_name(self, property: Property, value: &str) -> String {
        let catalogue = self.catalogue();
        let name = match property {
            Property::Unit => catalogue.unit(value).map(|u| self.unit_name(u).to_owned()),
            Property::Role => Role::ALL
                .into_iter()
                .find(|r| r.slug() == value)
                .map(|r| terms::role(r, self.lang).to_owned()),
            Property::Level => {
                Level::ALL.into_iter().find(|l| l.slug() == value).map(|l| sentences::levels(&[l], self.lang))
            }
            Property::Organisation => {
                catalogue.organisation(value).map(|o| abbreviated(self.organisation_name(o)))
            }
            Property::Campaign => catalogue.campaign(value).map(|c| campaign_name(c, self.lang)),
            Property::Year if value == Year::NotStated.slug() => Some(self.w.not_stated.to_owned()),
            Property::Year => Some(value.to_owned()),
        };
        name.unwrap_or_else(|| {
            let shown: String = value.chars().take(SHOWN_CHARS).collect();
            format!("“{shown}”: {}", phrases::not_in_corpus(self.lang))
        })
    }

    /// The view in words: what was chosen, property by property; nothing where everything passes.
    pub fn view_name(self, filter: &FigureFilter) -> String {
        let chosen = filter.chosen();
        let names: Vec<String> = chosen.iter().map(|(p, value)| self.value_name(*p, value)).collect();
        names.join(" · ")
    }

    /// Count, link to the view, charts and table of the figures that `query` asks for.
    pub fn explorer_view(self, query: &str) -> Markup {
        let place = Place { page: &Page::Figures, query };
        let filter = self.figure_filter(query);
        let figures = self.figures_at(place);
        let charts = self.drawn_at(place);
        let shown = figures.get(..MOST_ROWS).unwrap_or(&figures);
        html! {
            (self.explored_count(figures.len(), &filter))
            @if figures.is_empty() {
                (self.nothing_explored(&filter))
            } @else {
                @if figures.len() > MOST_DRAWN {
                    p.note { (sentences::too_many_to_draw(MOST_DRAWN, self.lang)) }
                } @else if charts.is_empty() {
                    p class="note chart__none" { (why_no_chart(figures.len(), self.lang)) }
                }
                (self.charts_section(&charts, place))
                section aria-labelledby="bang" {
                    h2 #bang { (self.w.figures_table) }
                    (self.take_table())
                    @if shown.len() < figures.len() { p.note { (sentences::first_rows(MOST_ROWS, self.lang)) } }
                    (self.figure_table(shown))
                }
            }
        }
    }

    fn explored_count(self, shown: usize, filter: &FigureFilter) -> Markup {
        let total = self.catalogue().figure_count();
        let name = self.view_name(filter);
        html! {
            p.results__count role="status" {
                strong { (sentences::figures_of(shown, total, self.lang)) }
                @if !name.is_empty() { ": " (name) }
            }
            div.explored__tools {
                (self.copy_view_button())
                @if !name.is_empty() { a href=(self.href(Page::Figures)) { (phrases::clear_choices(self.lang)) } }
            }
        }
    }

    /// Which choice to loosen, with what that would show.
    fn nothing_explored(self, filter: &FigureFilter) -> Markup {
        let chosen = filter.chosen();
        let looser = chosen.iter().filter_map(|(property, value)| {
            let without = filter.with(*property, "");
            let count = without.apply(self.catalogue()).len();
            let href = self.place_href(Place { page: &Page::Figures, query: &without.query() });
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

/// The name of a federation as its own officers write it, short enough to be chosen by on a phone.
fn abbreviated(name: &str) -> String {
    match name.strip_prefix("Liên đoàn Lao động ") {
        Some(place) => format!("LĐLĐ {place}"),
        None => name.to_owned(),
    }
}
