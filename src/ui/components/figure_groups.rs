//! Figures as clippings, grouped by what they are in the life of a campaign.

use leptos::prelude::*;

use super::clipping::Beside;
use crate::corpus::FigureRef;
use crate::domain::Role;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// Targets, results, resources and the rest, each under its heading; empty groups are left out.
    pub fn figure_groups(self, figures: &[FigureRef<'_>], beside: Beside) -> AnyView {
        let w = self.w;
        let groups: [(&str, &[Role]); 4] = [
            (w.targets, &[Role::Target]),
            (w.results, &[Role::Result]),
            (w.inputs, &[Role::Input]),
            (w.others, &[Role::Participation, Role::Plan]),
        ];
        let groups = groups.into_iter().filter_map(|(name, roles)| {
            let clips: Vec<_> = figures
                .iter()
                .filter(|f| roles.contains(&f.figure.role))
                .map(|f| view! { <li>{self.clipping(*f, beside)}</li> })
                .collect();
            (!clips.is_empty()).then(|| {
                view! {
                    <section class="figure-group">
                        <h3>{name}</h3>
                        <ul class="clips">{clips}</ul>
                    </section>
                }
            })
        });
        groups.collect_view().into_any()
    }
}
