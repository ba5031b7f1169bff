//! Text of a social card: an evidence card, where the page has a figure.

use thidua_core::corpus::{Catalogue, FigureRef, Totals};
use thidua_core::domain::{Article, Campaign, Lang, Organisation};
use thidua_core::text::{capitalise, format_period};
use thidua_i18n::{names, sentences, terms, words};
use thidua_pages::credit;
use thidua_pages::main_figures::{article_figures, campaign_figures, main_figures, organisation_figures};
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::SiteData;

use super::{has_picture, path};

/// Text of one social card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SocialCard {
    /// Path of the picture, relative to the site root.
    pub path: String,
    /// Kind of the thing: "Danh hiệu".
    pub kind: String,
    /// Name or headline; empty for a figure, whose words are its name.
    pub title: String,
    /// Line below the title where there is no figure: organisation and period, or counts.
    pub line: String,
    /// The figure that the page is about, or its first.
    pub figure: Option<CardFigure>,
    /// Name of the site.
    pub site: &'static str,
    /// Tagline of the site.
    pub tagline: &'static str,
}

/// Figure of a card. It is never a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFigure {
    /// Printed words.
    pub words: String,
    /// Label.
    pub label: String,
    /// Organisation and period.
    pub whose: String,
    /// Newspaper and paragraph.
    pub source: String,
    /// Whether its article is verified, in words.
    pub mark: &'static str,
    /// True if its article is verified.
    pub is_verified: bool,
}

/// Returns the card of a page. `None` if the page has none of its own.
pub fn card(route: &Route, site: &SiteData) -> Option<SocialCard> {
    let catalogue = &site.catalogue;
    if !has_picture(&route.page, catalogue) {
        return None;
    }
    let lang = route.lang;
    let w = words(lang);
    let mut card = SocialCard {
        path: path(route, catalogue),
        kind: String::new(),
        title: String::new(),
        line: String::new(),
        figure: None,
        site: w.site_name,
        tagline: w.tagline,
    };
    let figures = match &route.page {
        Page::Article(id) => catalogue.article(id).map(|article| {
            card.of_article(article, catalogue, lang);
            article_figures(article)
        }),
        Page::Campaign(id) => catalogue.campaign(id).map(|campaign| {
            card.of_campaign(campaign, catalogue, lang);
            campaign_figures(catalogue, id)
        }),
        Page::Organisation(id) => catalogue.organisation(id).map(|organisation| {
            card.of_organisation(organisation, catalogue, lang);
            organisation_figures(catalogue, id)
        }),
        Page::Figure(id) => catalogue.figure(id).map(|found| {
            w.figure.clone_into(&mut card.kind);
            vec![found]
        }),
        _ => {
            card.of_site(catalogue, lang);
            None
        }
    };
    let lead = main_figures(figures.unwrap_or_default(), 1);
    card.figure = lead.first().map(|found| CardFigure::of(*found, site, lang));
    Some(card)
}

impl CardFigure {
    fn of(found: FigureRef<'_>, site: &SiteData, lang: Lang) -> CardFigure {
        let (catalogue, figure) = (&site.catalogue, found.figure);
        let is_verified = site.page_context(lang).is_verified(found.article);
        let w = words(lang);
        CardFigure {
            words: figure.as_written.clone(),
            label: figure.label.get(lang).to_owned(),
            whose: credit::whose_and_when(found, catalogue, lang),
            source: capitalise(&credit::source(found, catalogue, lang)),
            mark: if is_verified { w.verified } else { w.not_verified },
            is_verified,
        }
    }
}

impl SocialCard {
    fn of_site(&mut self, catalogue: &Catalogue, lang: Lang) {
        let Totals { articles, organisations, figures, .. } = catalogue.totals();
        catalogue.title().get(lang).clone_into(&mut self.title);
        self.line = [
            sentences::articles(articles, lang),
            sentences::organisations(organisations, lang),
            sentences::figures(figures, lang),
        ]
        .join(" · ");
    }

    fn of_article(&mut self, article: &Article, catalogue: &Catalogue, lang: Lang) {
        let organisation = catalogue.organisation(&article.organisation).map(|o| name_of(o, lang).to_owned());
        let covers = article.covers.map(|covers| format_period(covers, lang));
        self.kind = words(lang).article.to_owned();
        self.title = names::headline(article, lang).to_owned();
        self.line = organisation.into_iter().chain(covers).collect::<Vec<_>>().join(" · ");
    }

    fn of_campaign(&mut self, campaign: &Campaign, catalogue: &Catalogue, lang: Lang) {
        let articles = catalogue.articles_of_campaign(&campaign.id);
        let mut organisations: Vec<&str> = articles.iter().map(|a| a.organisation.as_str()).collect();
        organisations.sort_unstable();
        organisations.dedup();
        self.kind = capitalise(terms::kind(campaign.kind, lang));
        self.title.clone_from(&campaign.name);
        self.line =
            [sentences::organisations(organisations.len(), lang), sentences::articles(articles.len(), lang)]
                .join(" · ");
    }

    fn of_organisation(&mut self, organisation: &Organisation, catalogue: &Catalogue, lang: Lang) {
        let figures = catalogue.figures_of_organisation(&organisation.id);
        let articles = catalogue.articles_of_organisation(&organisation.id);
        let counts = [sentences::articles(articles.len(), lang), sentences::figures(figures.len(), lang)];
        let counts = (!articles.is_empty()).then(|| counts.join(" · "));
        self.kind = capitalise(terms::organisation_kind(organisation.kind, lang));
        self.title = name_of(organisation, lang).to_owned();
        self.line = organisation.locality.iter().cloned().chain(counts).collect::<Vec<_>>().join(" · ");
    }
}

fn name_of(organisation: &Organisation, lang: Lang) -> &str {
    names::organisation_name(organisation, lang)
}
