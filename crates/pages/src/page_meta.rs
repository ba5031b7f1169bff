//! Title, description and kind of a page, for its `<head>`.
//!
//! A pure function of route and catalogue, used by the builder for the head of every page and in the browser for the title
//! after a change of page, so that the two agree.

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Campaign, Lang};
use thidua_core::text::capitalise;
use thidua_i18n::{data_page, editor_page, evidence, guide, names, sentences, terms, words};

use crate::descriptions;
use crate::route::{Page, Route};

/// Title and description of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageMeta {
    /// For `<title>`, with the name of the site.
    pub title: String,
    /// Title without the name of the site, for link previews.
    pub heading: String,
    /// One or two sentences of at most 170 characters.
    pub description: String,
    /// True if the page is about one article, for `og:type`.
    pub is_article: bool,
}

impl PageMeta {
    /// Returns the metadata of the page that `route` names. An id that the catalogue does not have is described as not found.
    ///
    /// ```
    /// use thidua_core::corpus::Catalogue;
    /// use thidua_core::domain::{Bilingual, Corpus};
    /// use thidua_pages::page_meta::PageMeta;
    /// use thidua_pages::route::Route;
    /// let empty = Corpus::empty(Bilingual { vi: String::new(), en: String::new() });
    /// let meta = PageMeta::of(&Route::parse("en/don-vi/"), &Catalogue::new(empty));
    /// assert_eq!(meta.title, "Organisations · Thi đua");
    /// ```
    pub fn of(route: &Route, catalogue: &Catalogue) -> PageMeta {
        let lang = route.lang;
        let w = words(lang);
        let not_found = |lang| {
            let PageMeta { heading, description, .. } = PageMeta::of_not_found(lang);
            (heading, description)
        };
        let (heading, description) = match &route.page {
            Page::Home => return PageMeta::of_home(catalogue, lang),
            Page::Article(id) => match catalogue.article(id) {
                Some(article) => {
                    let headline = names::headline(article, lang).to_owned();
                    (headline, descriptions::of_article(article, catalogue, lang))
                }
                None => not_found(lang),
            },
            Page::Campaign(id) => match catalogue.campaign(id) {
                Some(campaign) => {
                    (campaign_name(campaign, lang), descriptions::of_campaign(campaign, catalogue, lang))
                }
                None => not_found(lang),
            },
            Page::Organisation(id) => match catalogue.organisation(id) {
                Some(organisation) => (
                    names::organisation_name(organisation, lang).to_owned(),
                    descriptions::of_organisation(organisation, catalogue, lang),
                ),
                None => not_found(lang),
            },
            Page::Figure(id) => match catalogue.figure(id) {
                Some(found) => {
                    let figure = found.figure;
                    let heading = format!("{}: {}", figure.as_written, figure.label.get(lang));
                    (heading, descriptions::of_figure(found, catalogue, lang))
                }
                None => not_found(lang),
            },
            Page::Campaigns => (w.nav_campaigns.to_owned(), descriptions::of_campaigns(catalogue, lang)),
            Page::Organisations => {
                (w.nav_organisations.to_owned(), descriptions::of_organisations(catalogue, lang))
            }
            Page::Figures | Page::Embed => {
                (w.nav_figures.to_owned(), descriptions::of_figures(catalogue, lang))
            }
            Page::Years => (w.nav_years.to_owned(), descriptions::of_home(catalogue, lang)),
            Page::Year(year) => (sentences::year(*year, lang), descriptions::of_home(catalogue, lang)),
            Page::Comparison => (w.nav_comparison.to_owned(), descriptions::of_home(catalogue, lang)),
            Page::Differences => (w.nav_differences.to_owned(), descriptions::of_home(catalogue, lang)),
            Page::Timeline => (w.nav_timeline.to_owned(), descriptions::of_timeline(catalogue, lang)),
            Page::About => (w.nav_about.to_owned(), evidence::method(lang).to_owned()),
            Page::Editor => (editor_page::title(lang).to_owned(), editor_page::lede(lang).to_owned()),
            Page::Data => (data_page::title(lang).to_owned(), data_page::lede(lang).to_owned()),
            Page::Guide => (guide::title(lang).to_owned(), guide::lede(lang).to_owned()),
            Page::GuideChapter(chapter) => (chapter.title(lang).to_owned(), chapter.summary(lang).to_owned()),
            Page::NotFound(_) => not_found(lang),
        };
        let is_article = matches!(route.page, Page::Article(_));
        PageMeta { is_article, ..PageMeta::with_heading(heading, &description, lang) }
    }

    /// Returns the metadata of the home page.
    pub fn of_home(catalogue: &Catalogue, lang: Lang) -> PageMeta {
        let site_name = words(lang).site_name;
        PageMeta {
            title: format!("{site_name}: {}", catalogue.title().get(lang)),
            heading: site_name.to_owned(),
            description: descriptions::of_home(catalogue, lang),
            is_article: false,
        }
    }

    /// Returns the metadata of a page that does not exist.
    pub fn of_not_found(lang: Lang) -> PageMeta {
        let w = words(lang);
        PageMeta::with_heading(w.not_found_title.to_owned(), w.not_found_text, lang)
    }

    fn with_heading(heading: String, description: &str, lang: Lang) -> PageMeta {
        PageMeta {
            title: format!("{heading} · {}", words(lang).site_name),
            description: descriptions::shorten(description),
            heading,
            is_article: false,
        }
    }
}

/// Name of a campaign after its kind, so that a title and a movement of one name can be told apart.
pub fn campaign_name(campaign: &Campaign, lang: Lang) -> String {
    let kind = capitalise(terms::kind(campaign.kind, lang));
    format!("{kind} “{}”", campaign.name)
}
