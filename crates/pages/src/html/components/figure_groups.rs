//! Figures as clippings, grouped by role.

use maud::{Markup, html};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::Role;
use thidua_i18n::sentences;

use crate::context::PageContext;
use crate::href;
use crate::html::components::clipping::{self, ClippingDetail};
use crate::html::components::download_bar;
use crate::route::Page;

/// Number of figures shown for each group of roles.
const MAX_FIGURES_PER_ROLE: usize = 40;

/// Returns a section with targets, results, resources and the rest, each under its heading. Empty groups are left out, and so
/// is the section without figures. A group with too many figures links to the explorer with all figures of the page.
pub fn figures_section(
    ctx: &PageContext<'_>,
    figures: &[FigureRef<'_>],
    detail: ClippingDetail,
    page: &Page,
) -> Markup {
    let w = ctx.words;
    let groups: [(&str, &[Role]); 4] = [
        (w.targets, &[Role::Target]),
        (w.results, &[Role::Result]),
        (w.inputs, &[Role::Input]),
        (w.others, &[Role::Participation, Role::Plan]),
    ];
    let of_roles = |roles: &[Role]| -> Vec<FigureRef<'_>> {
        figures.iter().filter(|f| roles.contains(&f.figure.role)).copied().collect()
    };
    html! {
        @if !figures.is_empty() {
            section aria-labelledby="so-lieu" {
                h2 #so-lieu { (w.figures) }
                @for (name, roles) in groups {
                    @let group = of_roles(roles);
                    @if !group.is_empty() {
                        @let shown = group.get(..MAX_FIGURES_PER_ROLE).unwrap_or(&group);
                        div.figure-group {
                            h3 { (name) }
                            (clipping::clippings(ctx, shown, detail))
                            @if shown.len() < group.len() {
                                p.note {
                                    a href=[href::explorer_href_of(ctx, page)] { (sentences::all_figures(figures.len(), ctx.lang)) }
                                }
                            }
                        }
                    }
                }
                (download_bar::table_downloads(ctx))
            }
        }
    }
}
