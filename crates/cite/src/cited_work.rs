//! A work with the fields that every citation format needs.

use std::borrow::Cow;

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Date, Edtf, Lang};
use thidua_core::text::capitalise;
use thidua_i18n::{citations, evidence};

/// A work to be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedWork<'a> {
    /// The id of the article or figure: a slug.
    pub id: &'a str,
    /// Authors as printed.
    pub authors: &'a [String],
    /// Headline as printed, the title of the work in every language; for a page of this site, its heading.
    pub title: Cow<'a, str>,
    /// Name of the newspaper; `None` if the stored copy does not print it.
    pub newspaper: Option<&'a str>,
    /// Name of this site, if the work is a page of it and no article.
    pub website: Option<String>,
    /// Date of publication, if one is printed.
    pub published: Option<Date>,
    /// Address of the article if it is known, else of its page on this site. `None` if neither is known.
    pub url: Option<&'a str>,
    /// Position of the facts in the work, and their page on this site if its address is known.
    pub note: Option<String>,
}

impl<'a> CitedWork<'a> {
    /// The work of an article. `page` is the absolute address of its page on this site: an address without a host leads nowhere
    /// from another document.
    pub fn of_article(
        article: &'a Article,
        page: Option<&'a str>,
        catalogue: &'a Catalogue,
        lang: Lang,
    ) -> CitedWork<'a> {
        let note = page.map(|page| citations::facts_of_article(page, lang));
        CitedWork::new(&article.id, article, page, catalogue, note, lang)
    }

    /// The work of a figure: the article that prints it, with the printed words in the note. `page` is the absolute address of
    /// its page on this site.
    pub fn of_figure(
        found: FigureRef<'a>,
        page: Option<&'a str>,
        catalogue: &'a Catalogue,
        lang: Lang,
    ) -> CitedWork<'a> {
        let FigureRef { article, figure } = found;
        let place = evidence::place(article.paragraph_of_line(figure.line), figure.line, lang);
        let note = citations::figure_note(&figure.as_written, figure.label.get(lang), &place, page, lang);
        CitedWork::new(&figure.id, article, page, catalogue, Some(note), lang)
    }

    /// The work of a page of this site that puts several articles together. `heading` is its heading, `page` its absolute
    /// address.
    pub fn of_page(
        id: &'a str,
        heading: String,
        page: Option<&'a str>,
        articles: &[&Article],
        catalogue: &Catalogue,
        lang: Lang,
    ) -> CitedWork<'a> {
        let note = citations::compiled_from(&newspapers(articles, catalogue), articles.len(), lang);
        CitedWork {
            id,
            authors: &[],
            title: heading.into(),
            newspaper: None,
            website: Some(citations::website(catalogue.title().get(lang))),
            published: None,
            url: page,
            note: (!articles.is_empty()).then(|| format!("{}.", capitalise(&note))),
        }
    }

    fn new(
        id: &'a str,
        article: &'a Article,
        page: Option<&'a str>,
        catalogue: &'a Catalogue,
        note: Option<String>,
        lang: Lang,
    ) -> CitedWork<'a> {
        let newspaper =
            article.source.as_deref().and_then(|id| catalogue.source(id)).map(|s| s.name.as_str());
        // A format has no way to say that a newspaper is not known.
        let not_stated =
            newspaper.is_none().then(|| format!("{}.", capitalise(citations::no_newspaper(lang))));
        let note: Vec<String> = not_stated.into_iter().chain(note).collect();
        CitedWork {
            id,
            authors: &article.byline,
            title: article.headline.as_str().into(),
            newspaper,
            website: None,
            published: article.published.and_then(|published| match published {
                Edtf::Date(date) => Some(date),
                Edtf::Interval(..) => None,
            }),
            url: article.url.as_deref().or(page),
            note: (!note.is_empty()).then(|| note.join(" ")),
        }
    }

    /// Known parts of the date: year, month, day. Empty if not even the year is known.
    pub fn date_parts(&self) -> Vec<u16> {
        let is_year_known = |date: &Date| date.to_string().chars().take(4).all(|c| c.is_ascii_digit());
        let Some(date) = self.published.filter(is_year_known) else { return Vec::new() };
        let month = date.month();
        let day = month.and(date.day());
        std::iter::once(date.year()).chain(month.map(u16::from)).chain(day.map(u16::from)).collect()
    }
}

/// Returns the names of the newspapers of articles, each once, with the number of articles whose newspaper is not known.
pub(crate) fn newspapers<'a>(articles: &[&Article], catalogue: &'a Catalogue) -> (Vec<&'a str>, usize) {
    let (mut names, mut unknown) = (Vec::new(), 0);
    for article in articles {
        match article.source.as_deref().and_then(|id| catalogue.source(id)) {
            Some(source) if names.contains(&source.name.as_str()) => {}
            Some(source) => names.push(source.name.as_str()),
            None => unknown += 1,
        }
    }
    (names, unknown)
}
