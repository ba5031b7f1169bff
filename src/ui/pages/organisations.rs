//! All organisations: those with articles first, then those that are named in them.

use leptos::prelude::*;

use crate::domain::Organisation;
use crate::i18n::{sentences, terms};
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// The list of organisations.
    pub(super) fn organisations_page(self) -> AnyView {
        let w = self.w;
        let reporting = self.catalogue().reporting_organisations();
        let named =
            self.catalogue().organisations().iter().filter(|o| !reporting.iter().any(|r| r.id == o.id));
        let rows = reporting.iter().map(|o| self.reporting_row(o));
        let named = named.map(|o| {
            view! {
                <li>{self.organisation_link(&o.id)}<span class="kind">" · "{terms::organisation_kind(o.kind, self.lang)}</span></li>
            }
        });
        view! {
            <header class="head">
                <h1>{w.nav_organisations}</h1>
            </header>
            <section aria-labelledby="co-bai">
                <h2 id="co-bai">{w.reporting_organisations}</h2>
                <ul class="rows">{rows.collect_view()}</ul>
            </section>
            <section aria-labelledby="duoc-neu">
                <h2 id="duoc-neu">{w.peers_named}</h2>
                <ul class="name-list">{named.collect_view()}</ul>
            </section>
        }
        .into_any()
    }

    fn reporting_row(self, organisation: &Organisation) -> AnyView {
        let id = &organisation.id;
        let counts = [
            sentences::articles(self.catalogue().articles_of_organisation(id).len(), self.lang),
            sentences::campaigns(self.catalogue().campaigns_of_organisation(id).len(), self.lang),
            sentences::figures(self.catalogue().figures_of_organisation(id).len(), self.lang),
        ];
        view! {
            <li class="row">
                <p class="row__name">{self.organisation_link(id)}</p>
                <p class="row__more">{counts.join(" · ")}</p>
            </li>
        }
        .into_any()
    }
}
