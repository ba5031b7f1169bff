//! The campaign × organisation matrix: a real table with sticky headers.

use maud::{Markup, html};

use crate::domain::{Campaign, CampaignKind, Organisation, Relation};
use crate::i18n::terms;
use crate::pages::Ctx;
use crate::route::Page;

impl Ctx<'_> {
    /// Who did what with which campaign, as the articles say; each cell links to its article.
    pub fn matrix(self, campaigns: &[&Campaign], organisations: &[&Organisation]) -> Markup {
        html! {
            div.scroll role="region" aria-label=(self.w.matrix) tabindex="0" {
                table.matrix {
                    caption { (self.w.matrix_note) }
                    thead {
                        tr {
                            th scope="col" { (self.w.campaign) }
                            @for organisation in organisations {
                                @let href = self.href(Page::Organisation(organisation.id.clone()));
                                th scope="col" { a href=(href) { (self.organisation_name(organisation)) } }
                            }
                        }
                    }
                    @for kind in CampaignKind::ALL {
                        @if campaigns.iter().any(|c| c.kind == kind) {
                            tbody {
                                tr.matrix__kind {
                                    th scope="rowgroup" colspan=(organisations.len() + 1) {
                                        (terms::kinds(kind, self.lang))
                                    }
                                }
                                @for campaign in campaigns.iter().filter(|c| c.kind == kind) {
                                    tr {
                                        th scope="row" { (self.campaign_link(campaign)) }
                                        @for organisation in organisations {
                                            td { (self.matrix_cell(campaign, organisation)) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// One link an article: the strongest relation it reports, and the year.
    pub fn matrix_cell(self, campaign: &Campaign, organisation: &Organisation) -> Markup {
        let articles = self.catalogue().articles_of_organisation(&organisation.id);
        let deeds = articles.into_iter().filter_map(|article| {
            let named = |relation: &Relation| {
                article.mentions.iter().any(|m| m.campaign == campaign.id && m.relation == *relation)
            };
            Relation::ALL.into_iter().find(named).map(|relation| (article, relation))
        });
        html! {
            @for (article, relation) in deeds {
                a.deed href=(self.article_href(article)) {
                    (terms::relation(relation, self.lang)) ", " (self.period_of(article))
                }
            }
        }
    }
}
