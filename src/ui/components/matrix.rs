//! The campaign × organisation matrix: a real table with sticky headers.

use leptos::prelude::*;

use crate::domain::{Campaign, CampaignKind, Organisation, Relation};
use crate::i18n::terms;
use crate::route::Page;
use crate::text::format_period;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// Who did what with which campaign, as the articles say; each cell links to its article.
    pub fn matrix(self, campaigns: &[&Campaign], organisations: &[&Organisation]) -> AnyView {
        let heads = organisations.iter().map(|o| {
            let href = self.href(Page::Organisation(o.id.clone()));
            view! { <th scope="col"><a href=href>{self.organisation_name(o).to_owned()}</a></th> }
        });
        let bodies = CampaignKind::ALL.into_iter().filter_map(|kind| {
            let rows: Vec<_> = campaigns
                .iter()
                .filter(|c| c.kind == kind)
                .map(|campaign| self.matrix_row(campaign, organisations))
                .collect();
            (!rows.is_empty()).then(|| {
                let columns = organisations.len() + 1;
                view! {
                    <tbody>
                        <tr class="matrix__kind">
                            <th scope="rowgroup" colspan=columns>{terms::kinds(kind, self.lang)}</th>
                        </tr>
                        {rows}
                    </tbody>
                }
            })
        });
        view! {
            <div class="scroll" role="region" aria-label=self.w.matrix tabindex="0">
                <table class="matrix">
                    <caption>{self.w.matrix_note}</caption>
                    <thead><tr><th scope="col">{self.w.campaign}</th>{heads.collect_view()}</tr></thead>
                    {bodies.collect_view()}
                </table>
            </div>
        }
        .into_any()
    }

    fn matrix_row(self, campaign: &Campaign, organisations: &[&Organisation]) -> AnyView {
        let cells = organisations.iter().map(|o| view! { <td>{self.matrix_cell(campaign, o)}</td> });
        view! {
            <tr>
                <th scope="row">{self.campaign_link(campaign)}</th>
                {cells.collect_view()}
            </tr>
        }
        .into_any()
    }

    /// One link an article: the strongest relation it reports, and the year.
    pub fn matrix_cell(self, campaign: &Campaign, organisation: &Organisation) -> AnyView {
        let links =
            self.catalogue().articles_of_organisation(&organisation.id).into_iter().filter_map(|article| {
                let named = |relation: &Relation| {
                    article.mentions.iter().any(|m| m.campaign == campaign.id && m.relation == *relation)
                };
                let relation = Relation::ALL.into_iter().find(named)?;
                let year = article
                    .covers
                    .map(|covers| format_period(covers, self.lang))
                    .unwrap_or_else(|| self.w.year_not_stated.to_owned());
                Some(view! {
                    <a href=self.article_href(article)>{terms::relation(relation, self.lang)}", "{year}</a>
                })
            });
        view! { {links.collect_view()} }.into_any()
    }
}
