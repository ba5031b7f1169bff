//! What every form of a citation is made of.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Date, Edtf, Lang};
use thidua_core::text::format_count;

/// A work to be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedWork<'a> {
    /// The id of the article or figure: a slug.
    pub id: &'a str,
    /// The authors as printed.
    pub authors: &'a [String],
    /// The headline as printed: the name of the work in every language.
    pub title: &'a str,
    /// The newspaper.
    pub newspaper: Option<&'a str>,
    /// When it was published, where a date is printed.
    pub published: Option<Date>,
    /// Where the article stands, where that is known; else the page of this site. `None` where neither is known.
    pub url: Option<&'a str>,
    /// Where in the work the facts stand, and on which page of this site, where its address is known.
    pub note: Option<String>,
}

impl<'a> CitedWork<'a> {
    /// An article; `page` is the whole address of its page here, with the host: an address without one leads nowhere
    /// from another document.
    pub fn of_article(
        article: &'a Article,
        page: Option<&'a str>,
        catalogue: &'a Catalogue,
        lang: Lang,
    ) -> CitedWork<'a> {
        let note = page.map(|page| match lang {
            Lang::Vi => format!("Dữ kiện của bài: {page}"),
            Lang::En => format!("The facts of the article: {page}"),
        });
        CitedWork::new(&article.id, article, page, catalogue, note)
    }

    /// A figure: the article that prints it, with its printed words; `page` is the whole address of its page here.
    pub fn of_figure(
        found: FigureRef<'a>,
        page: Option<&'a str>,
        catalogue: &'a Catalogue,
        lang: Lang,
    ) -> CitedWork<'a> {
        let FigureRef { article, figure } = found;
        let (words, label) = (&figure.as_written, figure.label.get(lang));
        let line = format_count(figure.line as usize, lang);
        let (stored, of_figure) = match lang {
            Lang::Vi => (format!("dòng {line} của bản lưu"), "Số liệu"),
            Lang::En => (format!("line {line} of the stored copy"), "Figure"),
        };
        let page_words = page.map_or_else(String::new, |page| format!(" {of_figure}: {page}"));
        let note = format!("“{words}”: {label}, {stored}.{page_words}");
        CitedWork::new(&figure.id, article, page, catalogue, Some(note))
    }

    fn new(
        id: &'a str,
        article: &'a Article,
        page: Option<&'a str>,
        catalogue: &'a Catalogue,
        note: Option<String>,
    ) -> CitedWork<'a> {
        CitedWork {
            id,
            authors: &article.byline,
            title: &article.headline,
            newspaper: article.source.as_deref().and_then(|id| catalogue.source(id)).map(|s| s.name.as_str()),
            published: article.published.and_then(|published| match published {
                Edtf::Date(date) => Some(date),
                Edtf::Interval(..) => None,
            }),
            url: article.url.as_deref().or(page),
            note,
        }
    }

    /// The parts of the date that are known, coarse to fine: year, month, day. Empty where not even the year is.
    pub fn date_parts(&self) -> Vec<u16> {
        let is_year_known = |date: &Date| date.to_string().chars().take(4).all(|c| c.is_ascii_digit());
        let Some(date) = self.published.filter(is_year_known) else { return Vec::new() };
        let month = date.month();
        let day = month.and(date.day());
        std::iter::once(date.year()).chain(month.map(u16::from)).chain(day.map(u16::from)).collect()
    }
}
