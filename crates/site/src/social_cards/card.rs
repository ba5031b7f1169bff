//! Text of a social card.

use thidua_core::corpus::{Catalogue, FigureRef, Totals};
use thidua_core::domain::{Article, Campaign, Lang, Organisation, Role};
use thidua_core::text::{capitalise, format_period};
use thidua_i18n::{names, sentences, terms, words};
use thidua_pages::route::{Page, Route};

use super::{has_picture, path};

/// Text of one social card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SocialCard {
    /// Path of the picture, relative to the site root.
    pub path: String,
    /// Kind of the thing: "Danh hiệu".
    pub kind: String,
    /// Name or headline.
    pub title: String,
    /// Line below the title: organisation and period, or counts.
    pub line: String,
    /// Printed words and label of one figure.
    pub figure: Option<(String, String)>,
    /// Name of the site.
    pub site: &'static str,
    /// Tagline of the site.
    pub tagline: &'static str,
}

/// Returns the card of a page. `None` if the page has none of its own.
pub fn card(route: &Route, catalogue: &Catalogue) -> Option<SocialCard> {
    if !has_picture(&route.page) {
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
    match &route.page {
        Page::Article(id) => {
            catalogue.article(id).into_iter().for_each(|a| card.of_article(a, catalogue, lang))
        }
        Page::Campaign(id) => {
            catalogue.campaign(id).into_iter().for_each(|c| card.of_campaign(c, catalogue, lang))
        }
        Page::Organisation(id) => {
            catalogue.organisation(id).into_iter().for_each(|o| card.of_organisation(o, catalogue, lang));
        }
        _ => card.of_site(catalogue, lang),
    }
    Some(card)
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
        let figures: Vec<FigureRef<'_>> =
            article.figures.iter().map(|figure| FigureRef { article, figure }).collect();
        self.kind = words(lang).article.to_owned();
        self.title = names::headline(article, lang).to_owned();
        self.line = organisation.into_iter().chain(covers).collect::<Vec<_>>().join(" · ");
        self.figure = key_figure(&figures, lang);
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
        self.figure = key_figure(&catalogue.figures_of_campaign(&campaign.id), lang);
    }

    fn of_organisation(&mut self, organisation: &Organisation, catalogue: &Catalogue, lang: Lang) {
        let figures = catalogue.figures_of_organisation(&organisation.id);
        let articles = catalogue.articles_of_organisation(&organisation.id);
        let counts = [sentences::articles(articles.len(), lang), sentences::figures(figures.len(), lang)];
        let counts = (!articles.is_empty()).then(|| counts.join(" · "));
        self.kind = capitalise(terms::organisation_kind(organisation.kind, lang));
        self.title = name_of(organisation, lang).to_owned();
        self.line = organisation.locality.iter().cloned().chain(counts).collect::<Vec<_>>().join(" · ");
        self.figure = key_figure(&figures, lang);
    }
}

fn name_of(organisation: &Organisation, lang: Lang) -> &str {
    names::organisation_name(organisation, lang)
}

/// Returns the figure to show: the first result, else the first of any role. It is never a sum.
fn key_figure(figures: &[FigureRef<'_>], lang: Lang) -> Option<(String, String)> {
    let result = figures.iter().find(|found| found.figure.role == Role::Result);
    let found = result.or_else(|| figures.first())?;
    Some((found.figure.as_written.clone(), found.figure.label.get(lang).to_owned()))
}
