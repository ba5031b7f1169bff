//! What every form of a citation is made of.

use crate::corpus::{Catalogue, FigureRef};
use crate::domain::{Article, Date, Edtf, Lang};
use crate::text::format_count;

/// A work to be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work<'a> {
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
    /// Where the article stands, where that is known; else the page of this site.
    pub url: &'a str,
    /// Where in the work the facts stand, and on which page of this site.
    pub note: String,
}

impl<'a> Work<'a> {
    /// An article; `page` is the address of its page here.
    pub fn of_article(article: &'a Article, page: &'a str, catalogue: &'a Catalogue, lang: Lang) -> Work<'a> {
        let note = match lang {
            Lang::Vi => format!("Dữ kiện của bài: {page}"),
            Lang::En => format!("The facts of the article: {page}"),
        };
        Work::new(&article.id, article, page, catalogue, note)
    }

    /// A figure: the article that prints it, with its printed words; `page` is the address of its page here.
    pub fn of_figure(found: FigureRef<'a>, page: &'a str, catalogue: &'a Catalogue, lang: Lang) -> Work<'a> {
        let FigureRef { article, figure } = found;
        let (words, label) = (&figure.as_written, figure.label.get(lang));
        let line = format_count(figure.line as usize, lang);
        let note = match lang {
            Lang::Vi => format!("“{words}”: {label}, dòng {line} của bản lưu. Số liệu: {page}"),
            Lang::En => format!("“{words}”: {label}, line {line} of the stored copy. Figure: {page}"),
        };
        Work::new(&figure.id, article, page, catalogue, note)
    }

    fn new(
        id: &'a str,
        article: &'a Article,
        page: &'a str,
        catalogue: &'a Catalogue,
        note: String,
    ) -> Work<'a> {
        Work {
            id,
            authors: &article.byline,
            title: &article.headline,
            newspaper: article.source.as_deref().and_then(|id| catalogue.source(id)).map(|s| s.name.as_str()),
            published: article.published.and_then(|published| match published {
                Edtf::Date(date) => Some(date),
                Edtf::Interval(..) => None,
            }),
            url: article.url.as_deref().unwrap_or(page),
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
