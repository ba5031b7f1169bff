//! Files that list the contents of a page, entry by entry: figures as rows, articles or figures as citations.
//!
//! If the whole corpus is loaded, all entries are put together at once; otherwise they are written as articles arrive. Both give
//! the same bytes.

use super::figure_rows::{RowContext, figure_csv_row, figures_csv_header};
use super::file::{DownloadFile, DownloadFormat};
use super::file_name::{csv_of, file_name, file_stem};
use crate::context::PageContext;
use crate::href::{citable_address, figure_href};
use crate::route::Page;
use crate::selection::{self, figures_of};
use crate::url_state::PageView;
use thidua_cite::{CitedWork, article_line, figure_line};
use thidua_core::corpus::FigureRef;
use thidua_core::domain::Article;

/// Something that a place lists.
#[derive(Debug, Clone, Copy)]
pub enum ListItem<'a> {
    /// An article that a search has found.
    Article(&'a Article),
    /// A figure.
    Figure(FigureRef<'a>),
}

/// A file without its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListFile {
    /// Its name and type; its text is empty.
    pub file: DownloadFile,
    /// What stands before the first entry, between two, and behind the last.
    pub delimiters: [String; 3],
}

impl ListFile {
    /// The file with these entries. `None` where there are none: an empty file helps nobody.
    fn with(self, entries: &[String]) -> Option<DownloadFile> {
        let [before, between, behind] = self.delimiters;
        let text = format!("{before}{}{behind}", entries.join(&between));
        (!entries.is_empty()).then_some(DownloadFile { text, ..self.file })
    }
}

/// A file of everything that a place lists.
pub(crate) fn list_file(
    ctx: &PageContext<'_>,
    place: PageView<'_>,
    format: DownloadFormat,
) -> Option<DownloadFile> {
    let listed = list_items(ctx, place).into_iter();
    let entries: Vec<String> = listed.filter_map(|listed| list_entry(ctx, listed, format)).collect();
    list_template(ctx, place, format)?.with(&entries)
}

/// What a place lists, in its order: on the home page the articles found, elsewhere figures.
pub(crate) fn list_items<'a>(ctx: &PageContext<'a>, place: PageView<'_>) -> Vec<ListItem<'a>> {
    match place.page {
        Page::Home => {
            selection::articles_found(ctx, place.query).into_iter().map(ListItem::Article).collect()
        }
        _ => selection::figures_of_view(ctx, place).into_iter().map(ListItem::Figure).collect(),
    }
}

/// A file of what a place lists, without its entries. `None` for a format that no list has.
pub fn list_template(ctx: &PageContext<'_>, place: PageView<'_>, format: DownloadFormat) -> Option<ListFile> {
    let name = file_stem(ctx, place);
    Some(match format {
        DownloadFormat::Svg => return None,
        DownloadFormat::Csv => ListFile {
            file: csv_of(&name, String::new()),
            delimiters: [figures_csv_header(ctx.lang), String::new(), String::new()],
        },
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

/// What a file says of one that is listed: of an article in a table its figures, in citations the article. Nothing
/// where it has none.
pub fn list_entry(ctx: &PageContext<'_>, listed: ListItem<'_>, format: DownloadFormat) -> Option<String> {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang);
    let page = match listed {
        ListItem::Article(article) => Page::Article(article.id.clone()),
        ListItem::Figure(found) => Page::Figure(found.figure.id.clone()),
    };
    let address = citable_address(ctx, page);
    let entry = match (format, listed) {
        (DownloadFormat::Svg, _) => return None,
        (DownloadFormat::Csv, ListItem::Article(article)) => {
            figures_of(article).map(|f| csv_row(ctx, f)).collect()
        }
        (DownloadFormat::Csv, ListItem::Figure(found)) => csv_row(ctx, found),
        (DownloadFormat::Citations(format), ListItem::Article(article)) => {
            format.entry(&CitedWork::of_article(article, address.as_deref(), catalogue, lang))
        }
        (DownloadFormat::Citations(format), ListItem::Figure(found)) => {
            format.entry(&CitedWork::of_figure(found, address.as_deref(), catalogue, lang))
        }
        (DownloadFormat::CitationLines, listed) => {
            let line = match listed {
                ListItem::Article(article) => article_line(article, catalogue, lang),
                ListItem::Figure(found) => figure_line(found, catalogue, lang),
            };
            let words: Vec<String> = [line].into_iter().chain(address).collect();
            format!("{}\n", words.join(" "))
        }
    };
    (!entry.is_empty()).then_some(entry)
}

/// A figure as a row of a table.
pub(crate) fn csv_row(ctx: &PageContext<'_>, found: FigureRef<'_>) -> String {
    let context = RowContext {
        link: &|found| ctx.absolute(&figure_href(ctx, found.figure)),
        is_verified: &|found| ctx.is_verified(found.article),
    };
    figure_csv_row(found, ctx.catalogue(), ctx.lang, context)
}
