//! Figures as a table, one a row.

use maud::{Markup, html};

use crate::corpus::FigureRef;
use crate::domain::Figure;
use crate::i18n::terms;
use crate::pages::Ctx;
use crate::text::format_number;

impl Ctx<'_> {
    /// The value with its sign and unit: `> 90 %`.
    pub fn value(self, figure: &Figure) -> String {
        let unit = self.catalogue().unit(&figure.unit).map_or("", |u| self.unit_name(u));
        let number = format_number(figure.value, self.lang);
        let to = figure.value_to.map(|to| format!("–{}", format_number(to, self.lang))).unwrap_or_default();
        let sign = figure.comparator.sign();
        let space = if sign.is_empty() { "" } else { " " };
        format!("{sign}{space}{number}{to} {unit}")
    }

    /// The table; it scrolls within itself.
    pub fn figure_table(self, figures: &[FigureRef<'_>]) -> Markup {
        let w = self.w;
        html! {
            div.scroll role="region" aria-labelledby="bang" tabindex="0" {
                table.figures {
                    thead {
                        tr {
                            th scope="col" { (w.as_printed) }
                            th scope="col" { (w.what_is_counted) }
                            th.num scope="col" { (w.value) }
                            th scope="col" { (w.role) }
                            th scope="col" { (w.period) }
                            th scope="col" { (w.organisation) }
                        }
                    }
                    tbody {
                        @for found in figures {
                            @let figure = found.figure;
                            tr {
                                th.printed-cell scope="row" {
                                    a lang="vi" href=(self.figure_href(figure)) { (figure.as_written) }
                                }
                                td { (figure.label.get(self.lang)) }
                                td.num { (self.value(figure)) }
                                td { (terms::role(figure.role, self.lang)) }
                                td {
                                    (self.period_of_figure(figure).unwrap_or_else(|| w.not_stated.to_owned()))
                                }
                                td { @if let Some(link) = self.organisation_link(found.organisation()) { (link) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
