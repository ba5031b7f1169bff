//! Files of what a place lists, entry by entry: figures as rows, articles or figures cited.
//!
//! Where the whole corpus is here, the entries of all are put together at once; where it is not, as articles come. So
//! both give the same bytes.

use super::PageContext;
use super::page_download::{csv_of, file_name};
use super::selection::figures_of;
use crate::download::DownloadFile;
use crate::download::DownloadFormat;
use crate::download::{RowContext, figure_csv_row, figures_csv_header};
use crate::route::Page;
use crate::url_state;
use crate::url_state::PageView;
use thidua_cite::{CitedWork, article_line, figure_line};
use thidua_core::corpus::FigureRef;
use thidua_core::domain::Article;
use thidua_search::search;

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

impl<'a> PageContext<'a> {
    /// A file of everything that a place lists.
    pub(super) fn take_list(self, place: PageView<'_>, format: DownloadFormat) -> Option<DownloadFile> {
        let listed = self.listed_at(place).into_iter();
        let entries: Vec<String> = listed.filter_map(|listed| self.entry(listed, format)).collect();
        self.list_file(place, format)?.with(&entries)
    }

    /// What a place lists, in its order: on the home page the articles found, elsewhere figures.
    fn listed_at(self, place: PageView<'_>) -> Vec<ListItem<'a>> {
        match place.page {
            Page::Home => self.articles_found(place.query).into_iter().map(ListItem::Article).collect(),
            _ => self.figures_at(place).into_iter().map(ListItem::Figure).collect(),
        }
    }

    /// The articles that the home page lists for a query, all of them, in its order.
    pub fn articles_found(self, query: &str) -> Vec<&'a Article> {
        let hits = search(&self.site.index, &url_state::parse_search(query)).hits;
        hits.iter().filter_map(|hit| self.catalogue().articles().get(hit.article as usize)).collect()
    }

    /// A file of what a place lists, without its entries. `None` for a format that no list has.
    pub fn list_file(self, place: PageView<'_>, format: DownloadFormat) -> Option<ListFile> {
        let name = self.name_of(place);
        Some(match format {
            DownloadFormat::Svg => return None,
            DownloadFormat::Csv => ListFile {
                file: csv_of(&name, String::new()),
                delimiters: [figures_csv_header(self.lang), String::new(), String::new()],
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
    pub fn entry(self, listed: ListItem<'_>, format: DownloadFormat) -> Option<String> {
        let (catalogue, lang) = (self.catalogue(), self.lang);
        let page = match listed {
            ListItem::Article(article) => Page::Article(article.id.clone()),
            ListItem::Figure(found) => Page::Figure(found.figure.id.clone()),
        };
        let address = self.cited_address(page);
        let entry = match (format, listed) {
            (DownloadFormat::Svg, _) => return None,
            (DownloadFormat::Csv, ListItem::Article(article)) => {
                figures_of(article).map(|f| self.row(f)).collect()
            }
            (DownloadFormat::Csv, ListItem::Figure(found)) => self.row(found),
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
    pub(super) fn row(self, found: FigureRef<'_>) -> String {
        let context = RowContext {
            link: &|found| self.absolute(&self.figure_href(found.figure)),
            is_verified: &|found| self.is_verified(found.article),
        };
        figure_csv_row(found, self.catalogue(), self.lang, context)
    }
}
