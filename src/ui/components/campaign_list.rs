//! Campaigns as a list, grouped by kind in the order of the vocabulary.

use leptos::prelude::*;

use crate::domain::{Campaign, CampaignKind};
use crate::i18n::terms;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// `campaigns` under the names of their kinds; kinds without any are left out.
    pub fn campaigns_by_kind(self, campaigns: &[&Campaign]) -> AnyView {
        let groups = CampaignKind::ALL.into_iter().filter_map(|kind| {
            let of_kind: Vec<_> = campaigns.iter().filter(|c| c.kind == kind).collect();
            (!of_kind.is_empty()).then(|| {
                let items = of_kind.into_iter().map(|c| view! { <li>{self.campaign_link(c)}</li> });
                view! {
                    <div class="kind-group">
                        <h3 class="kind-group__name">{terms::kinds(kind, self.lang)}</h3>
                        <ul class="name-list">{items.collect_view()}</ul>
                    </div>
                }
            })
        });
        view! { <div class="kind-groups">{groups.collect_view()}</div> }.into_any()
    }
}
