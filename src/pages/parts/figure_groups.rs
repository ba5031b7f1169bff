//! Figures as clippings, grouped by what they are in the life of a campaign.

use maud::{Markup, html};

use super::clipping::Beside;
use crate::corpus::FigureRef;
use crate::domain::Role;
use crate::pages::Ctx;

impl Ctx<'_> {
    /// A section with targets, results, resources and the rest, each under its heading; empty groups are left out,
    /// and so is the section where there are no figures.
    pub fn figures_section(self, figures: &[FigureRef<'_>], beside: Beside) -> Markup {
        let w = self.w;
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
                            div.figure-group { h3 { (name) } (self.clippings(&group, beside)) }
                        }
                    }
                }
            }
        }
    }
}
