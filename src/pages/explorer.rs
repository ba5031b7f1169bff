//! What the figure explorer shows of the figures that were chosen, and what can be chosen.

use maud::{Markup, html};

use super::Ctx;
use crate::corpus::FigureRef;
use crate::domain::{Edtf, Level, Role};
use crate::i18n::{sentences, terms};
use crate::order::set;
use crate::text::capitalise;

/// One property that figures can be chosen by.
#[derive(Debug)]
pub struct Choice {
    /// The parameter in the address.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// The values that figures of the corpus have: as they stand in the address, and as they are called.
    pub options: Vec<(String, String)>,
}

impl Ctx<'_> {
    /// Heading of the explorer.
    pub fn explorer_head(self) -> Markup {
        html! {
            header.head {
                h1 { (self.w.nav_figures) }
                p.lede { (sentences::figures_lede(self.catalogue().figures().count(), self.lang)) }
            }
        }
    }

    /// Count, charts and table of the figures that were chosen.
    pub fn explored(self, figures: &[FigureRef<'_>]) -> Markup {
        html! {
            p.results__count role="status" { (sentences::figures(figures.len(), self.lang)) }
            @if figures.is_empty() {
                p.empty { (self.w.no_figures_help) }
            } @else {
                (self.charts_section(figures))
                section aria-labelledby="bang" {
                    h2 #bang { (self.w.figures_table) }
                    (self.figure_table(figures))
                }
            }
        }
    }

    /// Every property with the values that figures have.
    pub fn choices(self) -> [Choice; 6] {
        let w = self.w;
        let figures: Vec<FigureRef<'_>> = self.catalogue().figures().collect();
        let has = |test: &dyn Fn(FigureRef<'_>) -> bool| figures.iter().any(|f| test(*f));
        let organisations = self.catalogue().organisations().iter();
        let organisations = organisations.filter(|o| has(&|f| *f.organisation() == o.id));
        let units = self.catalogue().corpus().units.iter().filter(|u| has(&|f| f.figure.unit == u.id));
        let campaigns = self.catalogue().campaigns().iter();
        let campaigns = campaigns.filter(|c| has(&|f| f.campaigns().any(|id| *id == c.id)));
        let roles = Role::ALL.into_iter().filter(|role| has(&|f| f.figure.role == *role));
        let levels = Level::ALL.into_iter().filter(|level| has(&|f| f.figure.levels.contains(level)));
        let years = set(figures.iter().filter_map(|f| f.figure.when).flat_map(Edtf::years));
        let choice = |name, label, options| Choice { name, label, options };
        [
            choice(
                "don-vi",
                w.facet_organisation,
                organisations.map(|o| (o.id.to_string(), self.organisation_name(o).to_owned())).collect(),
            ),
            choice(
                "vai-tro",
                w.facet_role,
                roles.map(|r| (r.slug().to_owned(), capitalise(terms::role(r, self.lang)))).collect(),
            ),
            choice(
                "cap",
                w.facet_level,
                levels.map(|l| (l.slug().to_owned(), capitalise(l.name(self.lang)))).collect(),
            ),
            choice(
                "dem",
                w.facet_unit,
                units.map(|u| (u.id.to_string(), self.unit_name(u).to_owned())).collect(),
            ),
            choice(
                "phong-trao",
                w.facet_campaign,
                campaigns
                    .map(|c| (c.id.to_string(), format!("{} ({})", c.name, terms::kind(c.kind, self.lang))))
                    .collect(),
            ),
            choice(
                "nam",
                w.facet_year,
                years.into_iter().rev().map(|y| (y.to_string(), y.to_string())).collect(),
            ),
        ]
    }
}
