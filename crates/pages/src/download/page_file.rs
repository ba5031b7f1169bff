//! The files that a page offers: a chart as a picture or as figures, a table of figures, citations.

use thidua_chart::{Chart, Evidence, PictureFrame};
use thidua_core::corpus::FigureRef;

use super::chart_table::chart_table_csv;
use super::figure_rows::{figures_csv_header, figures_plain_csv_header};
use super::file::{DownloadFile, DownloadFormat};
use super::file_name::{csv_of, file_name, workbook_of};
use super::list_export;
use super::workbook;
use crate::context::PageContext;
use crate::href::{charts_href, evidence_href};
use crate::url_state::PageView;
use crate::view_content;

/// Returns a file of a view: of the chart with that id, or, without an id, of everything that the page lists. `None` if there
/// is no such chart, or nothing to save.
pub fn page_file(
    ctx: &PageContext<'_>,
    view: PageView<'_>,
    chart: Option<&str>,
    format: DownloadFormat,
) -> Option<DownloadFile> {
    let Some(id) = chart else { return list_export::list_file(ctx, view, format) };
    let chart = view_content::charts_of_view(ctx, view).into_iter().find(|chart| chart.id == id)?;
    Some(match format {
        DownloadFormat::Svg => DownloadFile {
            name: format!("{}.svg", file_name(&chart.id)),
            mime: "image/svg+xml".to_owned(),
            text: chart_picture(ctx, &chart, view),
        },
        // A chart is no list of works: its sources are named in the picture.
        DownloadFormat::Citations(_) | DownloadFormat::CitationLines => return None,
        DownloadFormat::Csv | DownloadFormat::PlainCsv | DownloadFormat::Workbook => {
            let figures = view_content::chart_figures(ctx, &chart);
            if !figures.is_empty() {
                return figures_file(ctx, &chart.id, view, &figures, format);
            }
            // A chart of other things than figures: its table.
            match format {
                DownloadFormat::Workbook => {
                    workbook_of(&chart.id, workbook::chart_table(ctx, view, &chart.heading, &chart.table))
                }
                _ => {
                    let text =
                        chart_table_csv(&chart.table, ctx.absolute(&charts_href(ctx, view)).as_deref());
                    csv_of(&chart.id, text)
                }
            }
        }
    })
}

pub(crate) fn chart_picture(ctx: &PageContext<'_>, chart: &Chart, view: PageView<'_>) -> String {
    // A picture leaves the site: an address without a host would lead nowhere.
    let href = |evidence: &Evidence| ctx.absolute(&evidence_href(ctx, evidence)).unwrap_or_default();
    let link = ctx.absolute(&charts_href(ctx, view)).map(|link| format!("{link}#{}", chart.id));
    let sources = view_content::chart_sources(ctx, chart);
    let frame = PictureFrame { sources: &sources, link: link.as_deref(), site: ctx.words.site_name };
    chart.picture(&frame, &href)
}

fn figures_file(
    ctx: &PageContext<'_>,
    name: &str,
    view: PageView<'_>,
    figures: &[FigureRef<'_>],
    format: DownloadFormat,
) -> Option<DownloadFile> {
    let rows: Option<Vec<String>> =
        figures.iter().map(|found| list_export::figure_row(ctx, *found, format)).collect();
    let rows = rows?;
    Some(match format {
        DownloadFormat::Workbook => {
            let [before, after] = workbook::figures_frame(ctx, view);
            workbook_of(name, format!("{before}{}{after}", rows.join(",")))
        }
        DownloadFormat::PlainCsv => {
            csv_of(&format!("{name}-{}", list_export::PLAIN), figures_plain_csv_header() + &rows.concat())
        }
        _ => csv_of(name, figures_csv_header(ctx.lang) + &rows.concat()),
    })
}
