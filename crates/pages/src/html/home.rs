//! What stands still on the home page: the key numbers, and what is said when nothing is found.

use maud::{Markup, html};

use super::PageContext;
use super::components::spaced;
use crate::route::Page;
use crate::url_state::FacetOption;
use thidua_core::corpus::Totals;
use thidua_core::domain::{CampaignKind, Lang, Level, Role, Sector};
use thidua_core::text::{capitalise, sorted_by_name};
use thidua_i18n::{phrases, sentences, terms};
use thidua_search::{Hit, SearchResults};

impl PageContext<'_> {
    /// What the corpus is about, and it in a sentence, each number a link to what it counts.
    pub fn key_numbers(self) -> Markup {
        let catalogue = self.catalogue();
        let Totals { articles, campaigns, organisations, figures } = catalogue.totals();
        let numbers = [
            (sentences::articles(articles, self.lang), "#ket-qua".to_owned()),
            (sentences::campaigns(campaigns, self.lang), self.href(Page::Campaigns)),
            (sentences::organisations(organisations, self.lang), self.href(Page::Organisations)),
            (sentences::figures(figures, self.lang), self.href(Page::Figures)),
        ];
        spaced(html! {
            p.home__about { (catalogue.title().get(self.lang)) }
            h1.home__lede {
                @for ((number, href), (vi, en)) in numbers.iter().zip(sentences::KEY_NUMBERS) {
                    a href=(href) { (number) }
                    @match self.lang { Lang::Vi => { (vi) } Lang::En => { (en) } }
                }
            }
        })
    }

    /// What a facet is called.
    pub fn facet_name(self, parameter: &str) -> &'static str {
        match parameter {
            "don-vi" => self.w.facet_organisation,
            "nam" => self.w.facet_year,
            "loai" => self.w.facet_kind,
            "khoi" => self.w.facet_sector,
            "cap" => self.w.facet_level,
            _ => self.w.facet_role,
        }
    }

    /// The values of facets in the order of their rows: organisations by name, all others as they stand.
    pub fn facet_rows(self, mut options: Vec<FacetOption>) -> Vec<FacetOption> {
        let others =
            options.split_off(options.iter().take_while(|option| option.parameter == "don-vi").count());
        let name = |option: &FacetOption| {
            let organisation = self.catalogue().organisation(&option.value);
            organisation.map_or_else(|| option.value.clone(), |organisation| self.sort_name(organisation))
        };
        sorted_by_name(options, name).into_iter().chain(others).collect()
    }

    /// What a value of a facet is called; as it stands in the address where it names nothing of ours.
    pub fn facet_value_name(self, option: &FacetOption) -> String {
        let lang = self.lang;
        let value = option.value.as_str();
        let name = match option.parameter {
            "don-vi" => self.catalogue().organisation(value).map(|o| self.organisation_name(o)),
            "loai" => CampaignKind::ALL.into_iter().find(|k| k.slug() == value).map(|k| terms::kind(k, lang)),
            "khoi" => Sector::ALL.into_iter().find(|s| s.slug() == value).map(|s| terms::sector(s, lang)),
            "cap" => Level::ALL.into_iter().find(|l| l.slug() == value).map(|l| l.name(lang)),
            "vai-tro" => Role::ALL.into_iter().find(|r| r.slug() == value).map(|r| terms::role(r, lang)),
            _ => None,
        };
        capitalise(name.unwrap_or(value))
    }

    /// The first `most` results as cards, or what to do where there are none; up to the first of which `card` knows nothing.
    pub fn cards(
        self,
        results: &SearchResults,
        most: usize,
        card: impl Fn(&Hit) -> Option<Markup>,
    ) -> Markup {
        if results.hits.is_empty() {
            return spaced(self.no_results());
        }
        spaced(html! {
            @for card in results.hits.iter().take(most).map_while(card) { (card) }
            (self.take_articles(results.hits.len()))
        })
    }

    /// The card of a hit among the articles that are here.
    pub fn card(self, hit: &Hit) -> Option<Markup> {
        let article = self.catalogue().articles().get(hit.article as usize)?;
        Some(self.article_card(article, hit))
    }

    /// What is said where the site has no article at all.
    fn no_articles(self) -> Markup {
        html! {
            div.empty {
                p.empty__title { (phrases::no_articles(self.lang)) }
                p { a href=(self.href(Page::Workbench)) { (phrases::add_articles(self.lang)) } }
            }
        }
    }

    fn no_results(self) -> Markup {
        let w = self.w;
        if self.catalogue().totals().articles == 0 {
            return self.no_articles();
        }
        html! {
            div.empty {
                p.empty__title { (w.no_results) }
                p { (w.no_results_help) }
                p {
                    a href=(self.href(Page::Campaigns)) { (w.nav_campaigns) }
                    " · "
                    a href=(self.href(Page::Figures)) { (w.nav_figures) }
                    " · "
                    a href=(self.href(Page::Home)) { (w.clear_all) }
                }
            }
        }
    }
}
