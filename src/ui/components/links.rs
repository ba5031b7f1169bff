//! Links to the pages of the site, by what they lead to. Names are Vietnamese and marked as such on English pages.

use leptos::prelude::*;

use crate::domain::{Article, Campaign, Figure, Lang, Organisation, Unit};
use crate::i18n::terms;
use crate::route::Page;
use crate::ui::context::Ctx;

impl<'a> Ctx<'a> {
    /// The headline: as printed in Vietnamese, our translation in English where there is one.
    pub fn headline(self, article: &'a Article) -> &'a str {
        match self.lang {
            Lang::Vi => &article.headline,
            Lang::En => article.headline_en.as_ref().unwrap_or(&article.headline),
        }
    }

    /// The name of an organisation.
    pub fn organisation_name(self, organisation: &'a Organisation) -> &'a str {
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

    /// The address of an article.
    pub fn article_href(self, article: &Article) -> String {
        self.href(Page::Article(article.id.clone()))
    }

    /// The address of a figure.
    pub fn figure_href(self, figure: &Figure) -> String {
        self.href(Page::Figure(figure.id.clone()))
    }

    /// The name of a campaign as a link, in quotation marks.
    pub fn campaign_link(self, campaign: &Campaign) -> AnyView {
        let href = self.href(Page::Campaign(campaign.id.clone()));
        view! { <a class="campaign-link" href=href lang="vi">{campaign.name.clone()}</a> }.into_any()
    }

    /// The kind of a campaign and its name as a link: `danh hiệu “Công nhân giỏi”`.
    pub fn kind_and_link(self, campaign: &Campaign) -> AnyView {
        view! {
            <span class="kind">{terms::kind(campaign.kind, self.lang)}</span>
            " "
            {self.campaign_link(campaign)}
        }
        .into_any()
    }

    /// The campaign of that id as a link, with its kind; nothing where there is none.
    pub fn campaign_by_id(self, id: &str) -> Option<AnyView> {
        self.catalogue().campaign(id).map(|campaign| self.kind_and_link(campaign))
    }

    /// The name of an organisation as a link; nothing where there is none.
    pub fn organisation_link(self, id: &str) -> Option<AnyView> {
        self.catalogue().organisation(id).map(|organisation| {
            let href = self.href(Page::Organisation(organisation.id.clone()));
            view! { <a href=href>{self.organisation_name(organisation).to_owned()}</a> }.into_any()
        })
    }

    /// The headline of an article as a link.
    pub fn article_link(self, article: &Article) -> AnyView {
        let headline = match self.lang {
            Lang::Vi => &article.headline,
            Lang::En => article.headline_en.as_ref().unwrap_or(&article.headline),
        };
        view! { <a href=self.article_href(article)>{headline.clone()}</a> }.into_any()
    }
}
