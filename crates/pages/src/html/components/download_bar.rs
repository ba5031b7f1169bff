//! What can be taken away from a chart or a table, and the code of a frame for somebody else's page.
//!
//! The buttons say in `data-do` what they ask for; the browser fetches the file from the engine. Without a script
//! they are hidden.

use maud::{Markup, html};

use crate::html::PageContext;
use crate::url_state::PageView;
use thidua_chart::Chart;
use thidua_cite::CitationFormat;
use thidua_i18n::{phrases, sentences};

/// What a frame adds to the drawing: heading, measure, notes, source, link; in pixels.
const FRAME_HEIGHT: u32 = 300;

impl PageContext<'_> {
    /// The files of a chart.
    pub fn take_bar(self, chart: &Chart) -> Markup {
        html! {
            div.take role="group" aria-label=(phrases::download_away(self.lang)) data-coming=(phrases::download_coming(self.lang))
                data-offline=(phrases::download_offline(self.lang)) data-lost=(phrases::download_lost(self.lang))
                data-scrambled=(phrases::download_scrambled(self.lang)) {
                span.take__label aria-hidden="true" { (phrases::download_short(self.lang)) ":" }
                (self.take_button(&chart.id, "svg", phrases::download_svg(self.lang)))
                (self.take_button(&chart.id, "png", phrases::download_png(self.lang)))
                (self.take_button(&chart.id, "csv", phrases::download_csv(self.lang)))
                (self.take_button(&chart.id, "image", phrases::copy_image(self.lang)))
                span.take__said role="status" {}
            }
        }
    }

    /// The file of all figures of a place.
    pub fn take_table(self) -> Markup {
        html! {
            div.take role="group" aria-label=(phrases::download_table(self.lang)) data-coming=(phrases::download_coming(self.lang))
                data-offline=(phrases::download_offline(self.lang)) data-lost=(phrases::download_lost(self.lang)) {
                span.take__label aria-hidden="true" { (phrases::download_table(self.lang)) ":" }
                (self.take_button("", "csv", phrases::download_csv(self.lang)))
                (self.take_citations())
                span.take__said role="status" {}
            }
        }
    }

    /// The files of the articles that a search has found.
    pub fn take_articles(self, number: usize) -> Markup {
        let label = sentences::download_articles(number, self.lang);
        html! {
            div.take role="group" aria-label=(label) data-coming=(phrases::download_coming(self.lang))
                data-offline=(phrases::download_offline(self.lang)) data-lost=(phrases::download_lost(self.lang)) {
                span.take__label aria-hidden="true" { (label) ":" }
                (self.take_citations())
                (self.take_button("", "csv", phrases::download_figures_csv(self.lang)))
                span.take__said role="status" {}
            }
        }
    }

    /// Citations of what is listed.
    fn take_citations(self) -> Markup {
        html! {
            (self.take_button("", "txt", phrases::download_lines(self.lang)))
            (self.take_button("", "bib", CitationFormat::BibTex.name()))
            (self.take_button("", "ris", CitationFormat::Ris.name()))
            (self.take_button("", "csl", CitationFormat::CslJson.name()))
        }
    }

    fn take_button(self, chart: &str, format: &str, label: &str) -> Markup {
        let (said, failed) = match format {
            "image" => (phrases::image_copied(self.lang), phrases::image_copy_failed(self.lang)),
            _ => (phrases::saved(self.lang), phrases::download_failed(self.lang)),
        };
        html! {
            button.take__one type="button" data-do="take" data-chart=(chart) data-format=(format) data-said=(said)
                data-failed=(failed) { (label) }
        }
    }

    /// The code of a frame, to be copied; `height` is that of the drawing. The one-file site has no frames that another
    /// page could show.
    pub fn embed_box(self, chart: &Chart, place: PageView<'_>, height: u32) -> Markup {
        let w = self.w;
        if self.site.base.is_single_file() {
            return html! {};
        }
        let code = self.embed_code(chart, place, height);
        html! {
            details.embed {
                summary { (phrases::embed(self.lang)) }
                p.note { (phrases::embed_help(self.lang)) }
                textarea.embed__code readonly rows="4" spellcheck="false" aria-label=(phrases::embed_code(self.lang)) {
                    (code)
                }
                span.copy {
                    button.button type="button" data-do="copy-code" data-said=(w.copied)
                        data-failed=(phrases::copy_code_failed(self.lang)) { (phrases::copy_code(self.lang)) }
                    span.copy__said role="status" {}
                }
            }
        }
    }

    /// A frame as HTML, every text in it escaped.
    pub fn embed_code(self, chart: &Chart, place: PageView<'_>, height: u32) -> String {
        // Without a host, the browser completes the address when the code is looked at.
        let src = self.href_outside(&self.embed_href(place, &chart.id));
        let height = height.saturating_add(FRAME_HEIGHT);
        let frame = html! {
            iframe src=(src) title=(chart.heading) width="100%" height=(height) loading="lazy" style="border:0" {}
        };
        frame.into_string()
    }
}
