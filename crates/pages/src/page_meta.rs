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
        let (heading, description) = match &route.page {
            Page::Home => (None, descriptions::of_home(catalogue, lang)),
            Page::Article(id) => match catalogue.article(id) {
                Some(article) => {
                    let headline = names::headline(article, lang).to_owned();
                    (Some(headline), descriptions::of_article(article, catalogue, lang))
                }
                None => not_found(lang),
            },
            Page::Campaign(id) => match catalogue.campaign(id) {
                Some(campaign) => (
                    Some(campaign_name(campaign, lang)),
                    descriptions::of_campaign(campaign, catalogue, lang),
                ),
                None => not_found(lang),
            },
            Page::Organisation(id) => match catalogue.organisation(id) {
                Some(organisation) => (
                    Some(names::organisation_name(organisation, lang).to_owned()),
                    descriptions::of_organisation(organisation, catalogue, lang),
                ),
                None => not_found(lang),
            },
            Page::Figure(id) => match catalogue.figure(id) {
                Some(found) => {
                    let figure = found.figure;
                    let heading = format!("{}: {}", figure.as_written, figure.label.get(lang));
                    (Some(heading), descriptions::of_figure(found, catalogue, lang))
                }
                None => not_found(lang),
            },
            Page::Campaigns => {
                (Some(w.nav_campaigns.to_owned()), descriptions::of_campaigns(catalogue, lang))
            }
            Page::Organisations => {
                (Some(w.nav_organisations.to_owned()), descriptions::of_organisations(catalogue, lang))
            }
            Page::Figures | Page::Embed => {
                (Some(w.nav_figures.to_owned()), descriptions::of_figures(catalogue, lang))
            }
            Page::Years => (Some(w.nav_years.to_owned()), descriptions::of_home(catalogue, lang)),
            Page::Year(year) => (Some(sentences::year(*year, lang)), descriptions::of_home(catalogue, lang)),
            Page::Comparison => (Some(w.nav_comparison.to_owned()), descriptions::of_home(catalogue, lang)),
            Page::Differences => (Some(w.nav_differences.to_owned()), descriptions::of_home(catalogue, lang)),
            Page::Timeline => (Some(w.nav_timeline.to_owned()), descriptions::of_timeline(catalogue, lang)),
            Page::About => (Some(w.nav_about.to_owned()), evidence::method(lang).to_owned()),
            Page::Editor => (Some(editor_page::title(lang).to_owned()), editor_page::lede(lang).to_owned()),
            Page::Data => (Some(data_page::title(lang).to_owned()), data_page::lede(lang).to_owned()),
            Page::Guide => (Some(guide::title(lang).to_owned()), guide::lede(lang).to_owned()),
            Page::GuideChapter(chapter) => {
                (Some(chapter.title(lang).to_owned()), chapter.summary(lang).to_owned())
            }
            Page::NotFound(_) => not_found(lang),
        };
        let title = match &heading {
            Some(heading) => format!("{heading} · {}", w.site_name),
            None => format!("{}: {}", w.site_name, catalogue.title().get(lang)),
        };
        PageMeta {
            title,
            heading: heading.unwrap_or_else(|| w.site_name.to_owned()),
            description: descriptions::shorten(&description),
            is_article: matches!(route.page, Page::Article(_)),
        }
    }
}

/// Name of a campaign after its kind, so that a title and a movement of one name can be told apart.
pub fn campaign_name(campaign: &Campaign, lang: Lang) -> String {
    let kind = capitalise(terms::kind(campaign.kind, lang));
    format!("{kind} “{}”", campaign.name)
}

fn not_found(lang: Lang) -> (Option<String>, String) {
    let w = words(lang);
    (Some(w.not_found_title.to_owned()), w.not_found_text.to_owned())
}
