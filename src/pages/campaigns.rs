//! All campaigns: by kind, and the matrix.

use maud::{Markup, html};

use super::Ctx;
use crate::i18n::sentences;

impl Ctx<'_> {
    /// The list and the campaign × organisation matrix.
    pub(super) fn campaigns_page(self) -> Markup {
        let w = self.w;
        let campaigns: Vec<_> = self.catalogue().campaigns().iter().collect();
        let organisations = self.catalogue().reporting_organisations();
        html! {
            header.head {
                h1 { (w.nav_campaigns) }
                p.lede { (sentences::campaigns_lede(campaigns.len(), organisations.len(), self.lang)) }
                p.jump {
                    (w.jump_to) ": "
                    a href="#theo-loai" { (w.campaigns_by_kind) }
                    " · "
                    a href="#bang" { (w.matrix) }
                }
            }
            section aria-labelledby="theo-loai" {
                h2 #theo-loai { (w.campaigns_by_kind) }
                (self.campaigns_by_kind(&campaigns))
            }
            section aria-labelledby="bang" {
                h2 #bang { (w.matrix) }
                (self.matrix(&campaigns, &organisations))
            }
        }
    }
}
