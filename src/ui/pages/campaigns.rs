//! All campaigns: by kind, and the matrix.

use leptos::prelude::*;

use crate::i18n::sentences;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// The list and the campaign × organisation matrix.
    pub(super) fn campaigns_page(self) -> AnyView {
        let w = self.w;
        let campaigns: Vec<_> = self.catalogue().campaigns().iter().collect();
        let organisations = self.catalogue().reporting_organisations();
        view! {
            <header class="head">
                <h1>{w.nav_campaigns}</h1>
                <p class="lede">{sentences::campaigns_lede(campaigns.len(), organisations.len(), self.lang)}</p>
                <p class="jump">{w.jump_to}": "<a href="#theo-loai">{w.campaigns_by_kind}</a>" · "<a href="#bang">{w.matrix}</a></p>
            </header>
            <section aria-labelledby="theo-loai">
                <h2 id="theo-loai">{w.campaigns_by_kind}</h2>
                {self.campaigns_by_kind(&campaigns)}
            </section>
            <section aria-labelledby="bang">
                <h2 id="bang">{w.matrix}</h2>
                {self.matrix(&campaigns, &organisations)}
            </section>
        }
        .into_any()
    }
}
