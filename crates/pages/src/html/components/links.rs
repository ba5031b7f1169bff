//! Links to the pages of the site, by what they lead to. Names are Vietnamese and marked as such on English pages.

use maud::{Markup, html};

use crate::html::PageContext;
use crate::route::Page;
use thidua_core::domain::{Article, Campaign, Edtf, Figure, Lang, Organisation, Unit};
use thidua_core::text::format_period;
use thidua_i18n::{sentences, terms};

impl<'a> PageContext<'a> {
    /// The headline: as printed in Vietnamese, our translation in English where there is one.
    pub fn headline(self, article: &'a Article) -> &'a str {
        match self.lang {
            Lang::Vi => &article.headline,
            Lang::En => article.headline_en.as_ref().unwrap_or(&article.headline),
        }
    }

    /// The name of an organisation.
    pub fn organisation_name(self, organisation: &Organisation) -> &str {
        match self.lang {
            Lang::Vi => &organisation.name,
            Lang::En => organisation.name_en.as_ref().unwrap_or(&organisation.name),
        }
    }

    /// The name of a unit, as it follows a number.
    pub fn unit_name(self, unit: &'a Unit) -> &'a str {
        match self.lang {
            Lang::Vi => &unit.vi,
            Lang::En => &unit.en,
        }
    }
}

impl PageContext<'_> {
    /// The period that an article reports on: as dates, else as printed, else said to be missing.
    pub fn period_of(self, article: &Article) -> String {
        self.period(article.covers, article.covers_as_written.as_deref())
    }

    /// A period, if it is known, as dates, else as printed.
    pub fn period(self, covers: Option<Edtf>, as_written: Option<&str>) -> String {
        let dates = covers.map(|covers| format_period(covers, self.lang));
        let printed = as_written.map(|printed| format!("“{printed}”"));
        dates.or(printed).unwrap_or_else(|| self.w.year_not_stated.to_owned())
    }

    /// The period of a figure: as dates, else as printed; nothing where none is printed.
    pub fn period_of_figure(self, figure: &Figure) -> Option<String> {
        let dates = figure.when.map(|when| format_period(when, self.lang));
        dates.or_else(|| figure.when_as_written.as_ref().map(|printed| format!("“{printed}”")))
    }

    /// How many more than `shown` there are; nothing where there are none.
    pub fn more(self, number: usize, shown: usize) -> Markup {
        html! { @if number > shown { p.note { (sentences::more_of_them(number - shown, self.lang)) } } }
    }

    /// The address of an article.
    pub fn article_href(self, article: &Article) -> String {
        self.href(Page::Article(article.id.clone()))
    }

    /// The address of a paragraph of an article.
    pub fn line_href(self, article: &Article, line: u32) -> String {
        format!("{}#dong-{line}", self.article_href(article))
    }

    /// The address of a figure.
    pub fn figure_href(self, figure: &Figure) -> String {
        self.href(Page::Figure(figure.id.clone()))
    }

    /// The name of a campaign as a link.
    pub fn campaign_link(self, campaign: &Campaign) -> Markup {
        html! { a href=(self.href(Page::Campaign(campaign.id.clone()))) lang="vi" { (campaign.name) } }
    }

    /// The kind of a campaign and its name as a link: `danh hiệu Công nhân giỏi`.
    pub fn kind_and_link(self, campaign: &Campaign) -> Markup {
        html! { span.kind { (terms::kind(campaign.kind, self.lang)) } " " (self.campaign_link(campaign)) }
    }

    /// The campaign of that id as a link, with its kind; nothing where there is none.
    pub fn campaign_by_id(self, id: &str) -> Option<Markup> {
        self.catalogue().campaign(id).map(|campaign| self.kind_and_link(campaign))
    }

    /// The name of an organisation as a link; nothing where there is none.
    pub fn organisation_link(self, id: &str) -> Option<Markup> {
        self.catalogue().organisation(id).map(|organisation| {
            let href = self.href(Page::Organisation(organisation.id.clone()));
            html! { a href=(href) { (self.organisation_name(organisation)) } }
        })
    }

    /// The headline of an article as a link.
    pub fn article_link(self, article: &Article) -> Markup {
        html! { a href=(self.article_href(article)) { (self.headline(article)) } }
    }
}
