//! Names of downloaded files.

use super::csv;
use super::file::DownloadFile;
use crate::context::PageContext;
use crate::route::Page;
use crate::url_state::{ComparisonQuery, PageView};
use crate::view_content::figure_filter;

/// Maximum length of a file name in characters, without its extension.
const MAX_NAME_CHARS: usize = 100;

pub(super) fn csv_of(name: &str, text: String) -> DownloadFile {
    DownloadFile { name: format!("{}.csv", file_name(name)), mime: csv::MIME.to_owned(), text }
}

pub(super) fn workbook_of(name: &str, text: String) -> DownloadFile {
    DownloadFile { name: format!("{}.xlsx", file_name(name)), mime: thidua_workbook::MIME.to_owned(), text }
}

/// Turns `name` into a file name that is valid on every system: characters other than ASCII letters, digits and hyphens become
/// hyphens.
pub(super) fn file_name(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    let name: String = format!("thi-dua-{name}").chars().take(MAX_NAME_CHARS).collect();
    name.trim_end_matches('-').to_owned()
}

/// File name of the figures of a view, without its extension.
pub(crate) fn file_stem(ctx: &PageContext<'_>, view: PageView<'_>) -> String {
    match view.page {
        Page::Article(id) => id.to_string(),
        Page::Campaign(id) => id.to_string(),
        Page::Organisation(id) => id.to_string(),
        Page::Figure(id) => id.to_string(),
        Page::Home => "bai-bao".to_owned(),
        Page::Comparison => {
            let query = ComparisonQuery::parse(view.query).resolved(ctx.catalogue()).query();
            let values = query.split('&').filter_map(|pair| pair.split_once('='));
            let values: Vec<&str> = values.map(|(_, value)| value).collect();
            format!("so-sanh-{}", values.join("-"))
        }
        _ => {
            let chosen = figure_filter(ctx, view.query).chosen().into_iter();
            let chosen: Vec<String> = chosen.map(|(_, value)| value).collect();
            format!("so-lieu-{}", chosen.join("-"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn download_file_name_is_safe() {
        assert_eq!(file_name("shares-tay-ho"), "thi-dua-shares-tay-ho");
        assert_eq!(file_name("../../<x>\u{202e}gpj.exe"), "thi-dua-x-gpj-exe");
        assert_eq!(file_name(""), "thi-dua");
        assert!(file_name(&"a".repeat(500)).len() <= MAX_NAME_CHARS);
    }
}
