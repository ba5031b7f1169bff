//! Files of what a place lists, entry by entry: figures as rows, articles or figures cited.
//!
//! Where the whole corpus is here, the entries of all are put together at once; where it is not, as articles come. So
//! both give the same bytes.

use super::selection::figures_of;
use super::take::{File, csv_of, file_name};
use super::{Ctx, Format, Place};
use crate::filters;
use crate::route::Page;
use crate::take::{Beside, figure_row, figures_head};
use thidua_cite::{Work, article_line, figure_line};
use thidua_core::corpus::FigureRef;
use thidua_core::domain::Article;
use thidua_search::search;

/// Something that a place lists.
#[derive(Debug, Clone, Copy)]
pub enum Listed<'a> {
    /// An article that a search has found.
    Article(&'a Article),
    /// A figure.
    Figure(FigureRef<'a>),
}

/// A file without its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListFile {
    /// Its name and type; its text is empty.
    pub file: File,
    /// What stands before the first entry, between two, and behind the last.
    pub around: [String; 3],
}

impl ListFile {
    /// The file with these entries. `None` where there are none: an empty file helps nobody.
    fn with(self, entries: &[String]) -> Option<File> {
        let [before, between, behind] = self.around;
        let text = format!("{before}{}{behind}", entries.join(&between));
        (!entries.is_empty()).then_some(File { text, ..self.file })
    }
}

impl<'a> Ctx<'a> {
    /// A file of everything that a place lists.
    pub(super) fn take_list(self, place: Place<'_>, format: Format) -> Option<File> {
        let listed = self.listed_at(place).into_iter();
        let entries: Vec<String> = listed.filter_map(|listed| self.entry(listed, format)).collect();
        self.list_file(place, format)?.with(&entries)
    }

    /// What a place lists, in its order: on the home page the articles found, elsewhere figures.
    fn listed_at(self, place: Place<'_>) -> Vec<Listed<'a>> {
        match place.page {
            Page::Home => self.articles_found(place.query).into_iter().map(Listed::Article).collect(),
            _ => self.figures_at(place).into_iter().map(Listed::Figure).collect(),
        }
    }

    /// The articles that the home page lists for a query, all of them, in its order.
    pub fn articles_found(self, query: &str) -> Vec<&'a Article> {
        let hits = search(&self.site.index, &filters::request(query)).hits;
        hits.iter().filter_map(|hit| self.catalogue().articles().get(hit.article as usize)).collect()
    }

    /// A file of what a place lists, without its entries. `None` for a format that no list has.
    pub fn list_file(self, place: Place<'_>, format: Format) -> Option<ListFile> {
        let name = self.name_of(place);
        Some(match format {
            Format::Svg => return None,
            Format::Csv => ListFile {
                file: csv_of(&name, String::new()),
                around: [figures_head(self.lang), String::new(), String::new()],
            },
            Format::Cited(format) => ListFile {
                file: File {
                    name: format!("{}-{}", file_name(&name), format.file()),
                    mime: format.mime().to_owned(),
                    text: String::new(),
                },
                around: format.around().map(str::to_owned),
            },
            Format::Lines => ListFile {
                file: File {
                    name: format!("{}-trich-dan.txt", file_name(&name)),
                    mime: "text/plain;charset=utf-8".to_owned(),
                    text: String::new(),
                },
                around: Default::default(),
            },
        })
    }

    /// What a file says of one that is listed: of an article in a table its figures, in citations the article. Nothing
    /// where it has none.
    pub fn entry(self, listed: Listed<'_>, format: Format) -> Option<String> {
        let (catalogue, lang) = (self.catalogue(), self.lang);
        let page = match listed {
            Listed::Article(article) => Page::Article(article.id.clone()),
            Listed::Figure(found) => Page::Figure(found.figure.id.clone()),
        };
        let address = self.cited_address(page);
        let entry = match (format, listed) {
            (Format::Svg, _) => return None,
            (Format::Csv, Listed::Article(article)) => figures_of(article).map(|f| self.row(f)).collect(),
            (Format::Csv, Listed::Figure(found)) => self.row(found),
            (Format::Cited(format), Listed::Article(article)) => {
                format.entry(&Work::of_article(article, address.as_deref(), catalogue, lang))
            }
            (Format::Cited(format), Listed::Figure(found)) => {
                format.entry(&Work::of_figure(found, address.as_deref(), catalogue, lang))
            }
            (Format::Lines, listed) => {
                let line = match listed {
                    Listed::Article(article) => article_line(article, catalogue, lang),
                    Listed::Figure(found) => figure_line(found, catalogue, lang),
                };
                let words: Vec<String> = [line].into_iter().chain(address).collect();
                format!("{}\n", words.join(" "))
            }
        };
        (!entry.is_empty()).then_some(entry)
    }

    /// A figure as a row of a table.
    pub(super) fn row(self, found: FigureRef<'_>) -> String {
        let beside = Beside {
            link: &|found| self.absolute(&self.figure_href(found.figure)),
            is_verified: &|found| self.is_verified(found.article),
        };
        figure_row(found, self.catalogue(), self.lang, beside)
    }
}
