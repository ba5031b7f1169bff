//! Shape of a line: properties that do not depend on other lines.

use thidua_core::text::printed_date::dates;
use thidua_core::text::{Token, key, tokens};

use crate::lines::TextLine;
use crate::vocabulary::Vocabulary;

/// Shape of a line.
#[derive(Debug)]
pub(super) struct LineShape {
    /// Text without table bars, heading marks and emphasis marks around it.
    pub content: String,
    /// Words.
    pub words: Vec<Token>,
    /// Canonical key.
    pub key: String,
    /// True if it ends like a sentence.
    pub ends: bool,
    /// True if it ends with a colon or semicolon.
    pub leads_on: bool,
    /// Number of cells that are not empty, for a row of a table.
    pub cells: Option<usize>,
    /// True if it only marks a picture.
    pub picture: bool,
    /// True for a heading by markup.
    pub heading: bool,
    /// True for an item of a list.
    pub item: bool,
    /// True if it is only a date with a day.
    pub date: bool,
    /// True for words after which the article does not continue.
    pub end: bool,
    /// True for a part of the page around the article.
    pub skip: bool,
}

impl LineShape {
    pub fn of(line: &TextLine, vocabulary: &Vocabulary) -> Self {
        let text = line.text.as_str();
        let picture = text.contains("![") || text == "[Ảnh]";
        let cells = (text.starts_with('|') || text.ends_with('|'))
            .then(|| text.split('|').filter(|cell| cell.chars().any(char::is_alphanumeric)).count());
        let content = text.trim_matches(|c: char| c == '|' || c == '*' || c == '#' || c == '_' || c == ' ');
        let item = ["- ", "+ ", "• ", "– ", "* ", "· "].iter().any(|sign| text.starts_with(sign))
            || text.split_once([')', '.']).is_some_and(|(number, rest)| {
                number.len() <= 2
                    && number.bytes().all(|b| b.is_ascii_digit())
                    && !number.is_empty()
                    && rest.starts_with(' ')
            });
        let words = tokens(content);
        let key = key(content);
        let last =
            content.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']', ' ', '“']).chars().next_back();
        let ends = matches!(last, Some('.' | '!' | '?' | '…'));
        let is_paragraph = ends && words.len() >= 12;
        Self {
            leads_on: matches!(last, Some(':' | ';')),
            ends,
            cells,
            picture: picture && words.len() < 12,
            heading: text.starts_with('#'),
            item,
            date: is_date(content, &words),
            end: !is_paragraph && words.len() <= 15 && vocabulary.end.holds(content, &key),
            skip: !is_paragraph && words.len() <= 8 && vocabulary.skip.holds(content, &key),
            content: content.to_owned(),
            words,
            key,
        }
    }

    pub fn is_blank(&self) -> bool {
        self.content.is_empty() && !self.picture
    }

    /// Returns whether it is one sentence or more, of at least `least` words.
    pub fn is_paragraph(&self, least: usize) -> bool {
        self.cells.is_none()
            && !self.picture
            && ((self.ends && self.words.len() >= least) || self.words.len() >= 35)
    }

    /// Number of places where a headline seems to begin inside the line: a capital letter after a word that ends no
    /// sentence, followed by a word without one.
    pub fn joints(&self, vocabulary: &Vocabulary) -> usize {
        let initial = |i: usize| {
            let token = self.words.get(i)?;
            self.content.get(token.range.clone())?.chars().next()
        };
        let spaced = |i: usize| {
            let (a, b) = (self.words.get(i)?, self.words.get(i + 1)?);
            self.content.get(a.range.end..b.range.start)?.strip_prefix(['”', '"', '\'']).map_or_else(
                || (self.content.get(a.range.end..b.range.start) == Some(" ")).then_some(()),
                |rest| (rest.trim_start_matches(['\'', '"']) == " ").then_some(()),
            )
        };
        let begins = |i: &usize| {
            initial(*i).is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
                && spaced(*i).is_some()
                && initial(i + 1).is_some_and(char::is_uppercase)
                && initial(i + 2).is_some_and(char::is_lowercase)
                && vocabulary.proper.longest_at(&self.content, &self.words, i + 1).is_none()
        };
        let repeated = self.content.matches("LĐLĐ").count().saturating_sub(1);
        (0..self.words.len()).filter(begins).count() + repeated
    }
}

/// Returns whether a line is a date of publication: a day with its year, and few other words.
fn is_date(content: &str, words: &[Token]) -> bool {
    if words.len() > 14 || content.len() > 90 {
        return false;
    }
    let dates = dates(content);
    let Some(date) = dates.iter().find(|d| {
        content
            .get(d.range.clone())
            .is_some_and(|w| w.matches(['/', '-', '.']).count() >= 2 || w.contains("tháng"))
    }) else {
        return false;
    };
    let beside = words.iter().filter(|w| !date.range.contains(&w.range.start)).count();
    beside <= 7 && !content.ends_with('.')
}
