//! What the read-out beside a mark says: the printed words, the value, and where they stand.
//!
//! One entry a figure, hidden beside the drawing. The browser shows the one whose address is that of the mark on which
//! pointer or focus is; without a script the mark itself is the way to the same words.

use maud::{Markup, html};

use crate::html::PageContext;
use thidua_chart::{Chart, Evidence};
use thidua_cite::article_line;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Article, OrganisationId};
use thidua_i18n::{phrases, sentences};

/// Of a count, the words of so many figures are shown: as many as are read at a glance.
const MOST_WORDS: usize = 5;

impl PageContext<'_> {
    /// The entries of a chart, in the order of its marks.
    pub fn evidence_of(self, chart: &Chart) -> Markup {
        html! {
            ol.chart__evidence hidden {
                @for evidence in chart.evidence() {
                    @match evidence {
                        Evidence::Figure(id) => {
                            @if let Some(found) = self.catalogue().figure(id) { (self.evidence_entry(found)) }
                        }
                        Evidence::Article(id, line) => {
                            @if let Some(article) = self.catalogue().article(id) {
                                (self.article_entry(article, *line, &self.evidence_href(evidence)))
                            }
                        }
                        Evidence::Figures(organisation, year) => {
                            (self.counted_entry(organisation, *year, &self.evidence_href(evidence)))
                        }
                    }
                }
            }
        }
    }

    /// What a line of an article says of rounds; without a line, of which time the article speaks.
    fn article_entry(self, article: &Article, line: Option<u32>, href: &str) -> Markup {
        let source = article_line(article, self.catalogue(), self.lang);
        let phases = || article.phases.iter().filter(|phase| Some(phase.line) == line);
        let printed = phases().filter_map(|phase| phase.as_written.as_ref());
        let covers = article.covers_as_written.as_ref().filter(|_| line.is_none());
        html! {
            li data-mark=(href) {
                @for words in printed.chain(covers) { p.read-out__words lang="vi" { "“" (words) "”" } }
                @for phase in phases() { p.read-out__label { (phase.name) } }
                p.read-out__source {
                    (source.trim_end_matches('.'))
                    @if let Some(line) = line { ", " (sentences::line(line, self.lang)) }
                }
                p.read-out__link { a href=(href) { (phrases::see_evidence(self.lang)) } }
            }
        }
    }

    /// What stands behind a count: the printed words of the figures that it counts.
    fn counted_entry(self, organisation: &OrganisationId, year: Option<u16>, href: &str) -> Markup {
        let in_year = |found: &FigureRef<'_>| match (found.when(), year) {
            (Some(when), Some(year)) => when.years().any(|other| other == year),
            (when, year) => when.is_none() && year.is_none(),
        };
        let found: Vec<FigureRef<'_>> =
            self.catalogue().figures_of_organisation(organisation).into_iter().filter(in_year).collect();
        let name = self.catalogue().organisation(organisation).map_or("", |o| &o.name);
        html! {
            li data-mark=(href) {
                p.read-out__label { (name) @if let Some(year) = year { ", " (year) } }
                ul.read-out__list lang="vi" {
                    @for one in found.iter().take(MOST_WORDS) { li { (one.figure.as_written) } }
                }
                @if found.len() > MOST_WORDS {
                    p.read-out__value { (sentences::and_more(found.len().saturating_sub(MOST_WORDS), self.lang)) }
                }
                p.read-out__link { a href=(href) { (sentences::see_figures(found.len(), self.lang)) } }
            }
        }
    }

    fn evidence_entry(self, found: FigureRef<'_>) -> Markup {
        let FigureRef { article, figure } = found;
        let href = self.figure_href(figure);
        let source = article_line(article, self.catalogue(), self.lang);
        html! {
            li data-mark=(href) {
                p.read-out__words lang="vi" { (figure.as_written) }
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
