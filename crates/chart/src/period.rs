//! The period of a figure.

use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Edtf, Lang};
use thidua_core::text::{format_period, lowercase};
use thidua_i18n::charts::common;

/// A calendar day as year, month, day.
pub(super) type Day = (u16, u8, u8);

/// Period of a figure: its own, or else the one on which its article reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    dates: Option<Edtf>,
    /// The printed words: "năm 2022", "5 năm".
    printed: Option<String>,
    /// True if it is the article's and not the figure's own.
    is_of_article: bool,
}

impl Period {
    /// The period of `figure`.
    pub fn of(figure: FigureRef<'_>) -> Self {
        let (own, article) = (figure.figure, figure.article);
        let is_of_article = figure.has_period_of_article();
        if own.when.is_some() || own.when_as_written.is_some() {
            Self { dates: own.when, printed: own.when_as_written.clone(), is_of_article }
        } else {
            Self { dates: article.covers, printed: article.covers_as_written.clone(), is_of_article }
        }
    }

    /// The period of figures whose periods have one key: that of the first, and the article's if it is so for any of them.
    pub fn of_all<'a>(figures: impl IntoIterator<Item = FigureRef<'a>>) -> Self {
        let all = figures.into_iter().map(Period::of);
        let joined = all
            .reduce(|first, next| Self { is_of_article: first.is_of_article || next.is_of_article, ..first });
        joined.unwrap_or(Self { dates: None, printed: None, is_of_article: false })
    }

    /// Key that is equal for figures of one period; empty if none is stated.
    pub fn key(&self) -> String {
        match (&self.dates, &self.printed) {
            (Some(dates), _) => dates.to_string(),
            (None, Some(printed)) => format!("“{}”", lowercase(printed)),
            (None, None) => String::new(),
        }
    }

    /// First and last day; `None` unless both are known.
    pub fn days(&self) -> Option<(Day, Day)> {
        self.dates.and_then(|dates| dates.earliest().zip(dates.latest()))
    }

    /// True if both periods are dated and have a day in common, or are printed in the same words.
    pub fn overlaps(&self, other: &Period) -> bool {
        match (self.dates, other.dates) {
            (Some(a), Some(b)) => a.overlaps(b),
            _ => self.printed.is_some() && self.key() == other.key(),
        }
    }

    /// True if it is the article's and not the figure's own.
    pub fn is_of_article(&self) -> bool {
        self.is_of_article
    }

    /// True if dates or words are printed.
    pub fn is_stated(&self) -> bool {
        self.dates.is_some() || self.printed.is_some()
    }

    /// The dates alone: `2021`, `2019–2020`. `None` without dates.
    pub fn dates_words(&self, lang: Lang) -> Option<String> {
        self.dates.map(|dates| format_period(dates, lang))
    }

    /// The dates alone, to stand within brackets, marked if they are the article's: `2021, theo bài`.
    pub fn dates_in_brackets(&self, lang: Lang) -> Option<String> {
        let dates = self.dates_words(lang)?;
        Some(if self.is_of_article { common::of_article_in_brackets(&dates, lang) } else { dates })
    }

    /// The dates, or else the printed words, to stand within brackets: `2021, theo bài`, `5 năm`. `marked` is false where the
    /// text around it says that all periods are the articles'.
    pub fn in_brackets(&self, marked: bool, lang: Lang) -> String {
        let words =
            self.dates_words(lang).unwrap_or_else(|| common::period(None, self.printed.as_deref(), lang));
        if marked && self.is_of_article { common::of_article_in_brackets(&words, lang) } else { words }
    }

    /// The dates alone, marked if they are the article's: `2021 (theo bài)`.
    pub fn marked_dates(&self, lang: Lang) -> Option<String> {
        let dates = self.dates_words(lang)?;
        Some(if self.is_of_article { common::of_article(&dates, lang) } else { dates })
    }

    /// The period in words that stand within a line, marked if it is the article's: `năm 2022 (theo bài)`.
    pub fn words(&self, lang: Lang) -> String {
        let words = common::period(self.dates, self.printed.as_deref(), lang);
        if self.is_of_article { common::of_article(&words, lang) } else { words }
    }
}
