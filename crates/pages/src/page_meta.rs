//! Title, description and kind of a page, for its `<head>`.
//!
//! A pure function of route and catalogue, used by the builder for the head of every page and in the browser for the title
//! after a change of page, so that the two agree.

use thidua_core::corpus::{Catalogue, Totals};
use thidua_core::domain::{Article, Campaign, Lang};
use thidua_core::text::{capitalise, format_period};
use thidua_i18n::charts::common::of_article;
use thidua_i18n::{data_page, editor_page, guide, names, sentences, terms, words};

use crate::route::{Page, Route};

/// Maximum length of a description in characters: what search engines and chat programs show.
const MAX_DESCRIPTION_CHARS: usize = 170;

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
            Page::Home => (None, home_description(catalogue, lang)),
            Page::Article(id) => match catalogue.article(id) {
                Some(article) => {
                    let headline = names::headline(article, lang);
                    let digest = article.digest.first().map(|p| p.get(lang).to_owned());
                    let description = digest.filter(|digest| !digest.is_empty());
                    (
                        Some(headline.to_owned()),
                        description.unwrap_or_else(|| article_facts(article, catalogue, lang)),
                    )
                }
                None => not_found(lang),
            },
            Page::Campaign(id) => match catalogue.campaign(id) {
                Some(campaign) => {
                    let summary = Some(campaign.summary.get(lang)).filter(|summary| !summary.is_empty());
                    let description =
                        summary.map_or_else(|| campaign_facts(campaign, catalogue, lang), str::to_owned);
                    (Some(campaign_name(campaign, lang)), description)
                }
                None => not_found(lang),
            },
            Page::Organisation(id) => match catalogue.organisation(id) {
                Some(organisation) => {
                    let articles = catalogue.articles_of_organisation(id).len();
                    let figures = catalogue.figures_of_organisation(id).len();
                    let facts = [
                        Some(articles).filter(|number| *number > 0).map(|n| sentences::articles(n, lang)),
                        Some(figures).filter(|number| *number > 0).map(|n| sentences::figures(n, lang)),
                    ];
                    let facts: Vec<String> = facts.into_iter().flatten().collect();
                    let description = match facts.as_slice() {
                        [] => format!("{}. {}", organisation.name, w.only_named),
                        facts => format!("{}: {}.", organisation.name, facts.join(", ")),
                    };
                    (Some(organisation.name.clone()), description)
                }
                None => not_found(lang),
            },
            Page::Figure(id) => match catalogue.figure(id) {
                Some(found) => {
                    let figure = found.figure;
                    let when = found.when().map(|when| format_period(when, lang));
                    let when = when.map_or_else(String::new, |when| match found.has_period_of_article() {
                        true => format!(", {}", of_article(&when, lang)),
                        false => format!(", {when}"),
                    });
                    let heading = format!("{}: {}", figure.as_written, figure.label.get(lang));
                    let printed = format!(
                        "{}: “{}”{when}. {}, {}.",
                        w.as_printed,
                        figure.as_written,
                        found.article.headline,
                        sentences::line(figure.line, lang)
                    );
                    (Some(heading), printed)
                }
                None => not_found(lang),
            },
            Page::Campaigns => (
                Some(w.nav_campaigns.to_owned()),
                format!("{}. {}", w.matrix, home_description(catalogue, lang)),
            ),
            Page::Organisations => (Some(w.nav_organisations.to_owned()), home_description(catalogue, lang)),
            Page::Figures | Page::Embed => {
                (Some(w.nav_figures.to_owned()), home_description(catalogue, lang))
            }
            Page::Years => (Some(w.nav_years.to_owned()), home_description(catalogue, lang)),
            Page::Year(year) => (Some(sentences::year(*year, lang)), home_description(catalogue, lang)),
            Page::Comparison => (Some(w.nav_comparison.to_owned()), home_description(catalogue, lang)),
            Page::Differences => (Some(w.nav_differences.to_owned()), home_description(catalogue, lang)),
            Page::Timeline => (Some(w.nav_timeline.to_owned()), home_description(catalogue, lang)),
            Page::About => (Some(w.nav_about.to_owned()), w.footer_rights.to_owned()),
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
            description: shorten(&description),
            is_article: matches!(route.page, Page::Article(_)),
        }
    }
}

/// Name of a campaign after its kind, so that a title and a movement of one name can be told apart.
pub fn campaign_name(campaign: &Campaign, lang: Lang) -> String {
    let kind = capitalise(terms::kind(campaign.kind, lang));
    format!("{kind} “{}”", campaign.name)
}

fn home_description(catalogue: &Catalogue, lang: Lang) -> String {
    let Totals { articles, campaigns, figures, .. } = catalogue.totals();
    format!(
        "{}: {}, {}, {}.",
        catalogue.title().get(lang),
        sentences::articles(articles, lang),
        sentences::campaigns(campaigns, lang),
        sentences::figures(figures, lang)
    )
}

/// Description of an article without a digest: its organisation and the number of its figures.
fn article_facts(article: &Article, catalogue: &Catalogue, lang: Lang) -> String {
    let organisation = catalogue.organisation(&article.organisation).map(|o| o.name.clone());
    let figures = sentences::figures(article.figures.len(), lang);
    format!("{}.", organisation.into_iter().chain([figures]).collect::<Vec<_>>().join(": "))
}

/// Description of a campaign without a summary: the number of articles that name it.
fn campaign_facts(campaign: &Campaign, catalogue: &Catalogue, lang: Lang) -> String {
    let articles = catalogue.articles_of_campaign(&campaign.id).len();
    format!("{}: {}.", campaign_name(campaign, lang), sentences::articles(articles, lang))
}

fn not_found(lang: Lang) -> (Option<String>, String) {
    let w = words(lang);
    (Some(w.not_found_title.to_owned()), w.not_found_text.to_owned())
}

/// Shortens a text at the end of a word, with an ellipsis.
pub fn shorten(text: &str) -> String {
    if text.chars().count() <= MAX_DESCRIPTION_CHARS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MAX_DESCRIPTION_CHARS - 1).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{}…", whole_words.trim_end_matches([',', ';', ':', '.', ' ']))
}
