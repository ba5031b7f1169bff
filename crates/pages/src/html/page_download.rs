//! The files that a page offers: a chart as a picture or as figures, a table of figures.

use super::PageContext;
use crate::download::DownloadFile;
use crate::download::DownloadFormat;
use crate::download::{chart_table_csv, csv, figures_csv_header};
use crate::route::Page;
use crate::url_state::PageView;
use thidua_chart::{Chart, Evidence, PictureFrame};
use thidua_cite::article_line;
use thidua_core::corpus::FigureRef;

/// The longest name of a file, without its ending.
const NAME_CHARS: usize = 100;

impl<'a> PageContext<'a> {
    /// A file of what is shown at a place: of the chart of that id, or, without one, of all its figures. `None` where
    /// there is no such chart, or nothing to take.
    pub fn take(
        self,
        place: PageView<'_>,
        chart: Option<&str>,
        format: DownloadFormat,
    ) -> Option<DownloadFile> {
        let Some(id) = chart else { return self.take_list(place, format) };
        let chart = self.charts_at(place).into_iter().find(|chart| chart.id == id)?;
        Some(match format {
            DownloadFormat::Svg => DownloadFile {
                name: format!("{}.svg", file_name(&chart.id)),
                mime: "image/svg+xml".to_owned(),
                text: self.picture(&chart, place),
            },
            // A chart is no list of works: its sources stand in the picture.
            DownloadFormat::Citations(_) | DownloadFormat::CitationLines => return None,
            DownloadFormat::Csv => {
                let figures = self.figures_of_chart(&chart);
                if figures.is_empty() {
                    // A chart of something else than figures: what its table says.
                    let text =
                        chart_table_csv(&chart.table, self.absolute(&self.place_href(place)).as_deref());
                    return Some(csv_of(&chart.id, text));
                }
                self.csv_file(&chart.id, &figures)
            }
        })
    }

    /// The figures that a chart draws, in the order of its marks.
    pub fn figures_of_chart(self, chart: &Chart) -> Vec<FigureRef<'a>> {
        chart.figures().into_iter().filter_map(|id| self.catalogue().figure(id)).collect()
    }

    /// The articles that print what a chart draws, each once, as citation lines.
    pub fn sources_of_chart(self, chart: &Chart) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let articles = chart.evidence().into_iter().filter_map(|evidence| match evidence {
            Evidence::Figure(id) => self.catalogue().figure(id).map(|found| found.article),
            Evidence::Article(id, _) => self.catalogue().article(id),
            Evidence::Figures(..) => None,
        });
        for article in articles {
            let line = article_line(article, self.catalogue(), self.lang);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    fn picture(self, chart: &Chart, place: PageView<'_>) -> String {
        // A picture leaves the site: an address without a host would lead nowhere, and is no link.
        let href = |evidence: &Evidence| self.absolute(&self.evidence_href(evidence)).unwrap_or_default();
        let link = self.absolute(&self.place_href(place)).map(|link| format!("{link}#{}", chart.id));
        let sources = self.sources_of_chart(chart);
        let frame = PictureFrame { sources: &sources, link: link.as_deref(), site: self.w.site_name };
        chart.picture(&frame, &href)
    }

    fn csv_file(self, name: &str, figures: &[FigureRef<'_>]) -> DownloadFile {
        let rows: String = figures.iter().map(|found| self.row(*found)).collect();
        csv_of(name, figures_csv_header(self.lang) + &rows)
    }

    /// What the figures of a place are called in the name of a file.
    pub(super) fn name_of(self, place: PageView<'_>) -> String {
        match place.page {
            Page::Article(id) => id.to_string(),
            Page::Campaign(id) => id.to_string(),
            Page::Organisation(id) => id.to_string(),
            Page::Figure(id) => id.to_string(),
            Page::Home => "bai-bao".to_owned(),
            _ => {
                let chosen = self.figure_filter(place.query).chosen().into_iter();
                let chosen: Vec<String> = chosen.map(|(_, value)| value).collect();
                format!("so-lieu-{}", chosen.join("-"))
            }
        }
    }
}

pub(super) fn csv_of(name: &str, text: String) -> DownloadFile {
    DownloadFile { name: format!("{}.csv", file_name(name)), mime: csv::MIME.to_owned(), text }
}

/// `name` as the name of a file on every system: what is no letter, digit or hyphen becomes a hyphen.
pub(super) fn file_name(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    let name: String = format!("thi-dua-{name}").chars().take(NAME_CHARS).collect();
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_safe() {
        assert_eq!(file_name("shares-tay-ho"), "thi-dua-shares-tay-ho");
        assert_eq!(file_name("../../<x>\u{202e}gpj.exe"), "thi-dua-x-gpj-exe");
        assert_eq!(file_name(""), "thi-dua");
        assert!(file_name(&"a".repeat(500)).len() <= NAME_CHARS);
    }
}
