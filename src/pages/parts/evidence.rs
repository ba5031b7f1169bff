//! What the read-out beside a mark says: the printed words, the value, and where they stand.
//!
//! One entry a figure, hidden beside the drawing. The browser shows the one whose address is that of the mark on which
//! pointer or focus is; without a script the mark itself is the way to the same words.

use maud::{Markup, html};

use crate::chart::Chart;
use crate::cite::article_line;
use crate::corpus::FigureRef;
use crate::i18n::{phrases, sentences};
use crate::pages::Ctx;

impl Ctx<'_> {
    /// The entries of a chart, in the order of its marks.
    pub fn evidence_of(self, chart: &Chart) -> Markup {
        html! {
            ol.chart__evidence hidden {
                @for found in self.figures_of_chart(chart) { (self.evidence_entry(found)) }
            }
        }
    }

    fn evidence_entry(self, found: FigureRef<'_>) -> Markup {
        let FigureRef { article, figure } = found;
        let href = self.figure_href(figure);
        let source = article_line(article, self.catalogue(), self.lang);
        html! {
            li data-mark=(href) {
                p.read-out__words lang="vi" { "“" (figure.as_written) "”" }
                p.read-out__label { (figure.label.get(self.lang)) }
                p.read-out__value { (self.value(figure)) " · " (self.period_or_articles(found)) }
                p.read-out__source {
                    (source.trim_end_matches('.')) ", " (sentences::line(figure.line, self.lang))
                }
                p.read-out__link { a href=(href) { (phrases::see_evidence(self.lang)) } }
            }
        }
    }
}
