//! Files that list the contents of a page, entry by entry: figures as rows, articles or figures as citations.
//!
//! If the whole corpus is loaded, all entries are put together at once; otherwise they are written as articles arrive. Both give
//! the same bytes.

use thidua_cite::{CitedWork, article_line, figure_line, with_place};
use thidua_core::corpus::FigureRef;
use thidua_core::domain::Article;

use super::figure_rows::{
    RowContext, figure_csv_row, figure_plain_csv_row, figure_workbook_row, figures_csv_header,
    figures_plain_csv_header,
};
use super::file::{DownloadFile, DownloadFormat};
use super::file_name::{csv_of, file_name, file_stem, workbook_of};
use super::workbook;
use crate::context::PageContext;
use crate::href::{citable_address, figure_href};
use crate::route::Page;
use crate::url_state::PageView;
use crate::view_content::{self, figures_of};

/// End of the name of a CSV file for programs.
pub(super) const PLAIN: &str = "cho-may";

/// An item that a page lists.
#[derive(Debug, Clone, Copy)]
pub enum ListItem<'a> {
    /// An article that a search has found.
    Article(&'a Article),
    /// A figure.
    Figure(FigureRef<'a>),
}

/// A list file without its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListFile {
    /// Name and media type; the text is empty.
    pub file: DownloadFile,
    /// Text before the first entry, between two entries, and after the last.
    pub delimiters: [String; 3],
}

impl ListFile {
    /// Returns the file with these entries; `None` without any: an empty file helps nobody.
    fn with(self, entries: &[String]) -> Option<DownloadFile> {
        let [before, between, behind] = self.delimiters;
        let text = format!("{before}{}{behind}", entries.join(&between));
        (!entries.is_empty()).then_some(DownloadFile { text, ..self.file })
    }
}

/// Returns a file of everything that a page lists; `None` if it lists nothing or has no such format.
pub(crate) fn list_file(
    ctx: &PageContext<'_>,
    view: PageView<'_>,
    format: DownloadFormat,
) -> Option<DownloadFile> {
    let listed = list_items(ctx, view).into_iter();
    let entries: Vec<String> = listed.filter_map(|listed| list_entry(ctx, listed, format)).collect();
    list_template(ctx, view, format)?.with(&entries)
}

/// Items that a page lists, in its order: on the home page the articles found, elsewhere figures.
pub(crate) fn list_items<'a>(ctx: &PageContext<'a>, view: PageView<'_>) -> Vec<ListItem<'a>> {
    match view.page {
        Page::Home => {
            view_content::articles_found(ctx, view.query).into_iter().map(ListItem::Article).collect()
        }
        _ => view_content::figures_of_view(ctx, view).into_iter().map(ListItem::Figure).collect(),
    }
}

/// Returns the file of a list without its entries; `None` for a format that lists do not have.
pub fn list_template(ctx: &PageContext<'_>, view: PageView<'_>, format: DownloadFormat) -> Option<ListFile> {
    let name = file_stem(ctx, view);
    Some(match format {
        DownloadFormat::Svg => return None,
        DownloadFormat::Csv => ListFile {
            file: csv_of(&name, String::new()),
            delimiters: [figures_csv_header(ctx.lang), String::new(), String::new()],
        },
        DownloadFormat::PlainCsv => ListFile {
            file: csv_of(&format!("{name}-{PLAIN}"), String::new()),
            delimiters: [figures_plain_csv_header(), String::new(), String::new()],
        },
        DownloadFormat::Workbook => {
            let [before, after] = workbook::figures_frame(ctx, view);
            ListFile { file: workbook_of(&name, String::new()), delimiters: [before, ",".to_owned(), after] }
        }
        DownloadFormat::Citations(format) => ListFile {
            file: DownloadFile {
                name: format!("{}-{}", file_name(&name), format.file_name()),
                mime: format.mime().to_owned(),
                text: String::new(),
            },
            delimiters: format.delimiters().map(str::to_owned),
        },
        DownloadFormat::CitationLines => ListFile {
            file: DownloadFile {
                name: format!("{}-trich-dan.txt", file_name(&name)),
                mime: "text/plain;charset=utf-8".to_owned(),
                text: String::new(),
            },
            delimiters: Default::default(),
        },
    })
}

/// Entry of an item: in a table the figures of an article, in citations the article itself. `None` if it has none.
pub fn list_entry(ctx: &PageContext<'_>, listed: ListItem<'_>, format: DownloadFormat) -> Option<String> {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang);
    let page = match listed {
        ListItem::Article(article) => Page::Article(article.id.clone()),
        ListItem::Figure(found) => Page::Figure(found.figure.id.clone()),
    };
    let address = citable_address(ctx, page);
    let entry = match (format, listed) {
        (DownloadFormat::Svg, _) => return None,
        (DownloadFormat::Csv | DownloadFormat::PlainCsv, ListItem::Article(article)) => {
            figures_of(article).filter_map(|f| figure_row(ctx, f, format)).collect()
        }
        (DownloadFormat::Workbook, ListItem::Article(article)) => {
            let rows: Vec<String> = figures_of(article).filter_map(|f| figure_row(ctx, f, format)).collect();
            rows.join(",")
        }
        (
            DownloadFormat::Csv | DownloadFormat::PlainCsv | DownloadFormat::Workbook,
            ListItem::Figure(found),
        ) => figure_row(ctx, found, format)?,
        (DownloadFormat::Citations(format), ListItem::Article(article)) => {
            format.entry(&CitedWork::of_article(article, address.as_deref(), catalogue, lang), ctx.accessed)
        }
        (DownloadFormat::Citations(format), ListItem::Figure(found)) => {
            format.entry(&CitedWork::of_figure(found, address.as_deref(), catalogue, lang), ctx.accessed)
        }
        (DownloadFormat::CitationLines, listed) => {
            let line = match listed {
                ListItem::Article(article) => article_line(article, catalogue, lang),
                ListItem::Figure(found) => figure_line(found, catalogue, lang),
            };
            format!("{}\n", with_place(&line, address.as_deref(), ctx.accessed, catalogue, lang))
        }
    };
    (!entry.is_empty()).then_some(entry)
}

/// Row of a figure in a table format; `None` for another format.
pub(crate) fn figure_row(
    ctx: &PageContext<'_>,
    found: FigureRef<'_>,
    format: DownloadFormat,
) -> Option<String> {
    let context = RowContext {
        link: &|found| ctx.absolute(&figure_href(ctx, found.figure)),
        is_verified: &|found| ctx.is_verified(found.article),
    };
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang);
    match format {
        DownloadFormat::Csv => Some(figure_csv_row(found, catalogue, lang, context)),
        DownloadFormat::PlainCsv => Some(figure_plain_csv_row(found, catalogue, context)),
        DownloadFormat::Workbook => Some(figure_workbook_row(found, catalogue, lang, context)),
        _ => None,
    }
}
