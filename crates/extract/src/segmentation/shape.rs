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
    /// Canonical key, without the label of a picture.
    pub key: String,
    /// True if a label of a picture stands at the end: "… - Ảnh 1."
    pub picture_label: bool,
    /// True if it names the author of a picture: "… (Ảnh: Lan Mạ)".
    pub picture_credit: bool,
    /// Number of sentences.
    pub sentences: usize,
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
        let picture = text.contains("![") || text == "[Ảnh]" || is_picture_name(text);
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
        let label = picture_label(content);
        let (content, picture_label) = label.map_or((content, false), |text| (text, true));
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
            skip: !is_paragraph
                && (words.len() <= 8 && vocabulary.skip.holds(content, &key) || is_count(content)),
            picture_label,
            picture_credit: has_picture_credit(content),
            sentences: sentences(content),
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

/// Text before the label of a picture: "… - Ảnh 1." `None` where there is no such label.
fn picture_label(content: &str) -> Option<&str> {
    let rest = content.trim_end_matches('.').trim_end();
    let text = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = rest.len() - text.len();
    let text = text.trim_end();
    let before = ["Ảnh", "ảnh", "Hình", "hình"].iter().find_map(|word| text.strip_suffix(word))?.trim_end();
    let before = before.strip_suffix(['-', '–', '—', '|'])?.trim_end();
    ((1..=2).contains(&number) && !before.is_empty()).then_some(before)
}

/// Returns whether a line ends with the credit of a picture.
fn has_picture_credit(content: &str) -> bool {
    let credit =
        ["Ảnh:", "ảnh:", "Ảnh –", "Ảnh -", ". Ảnh. ", "(Ảnh ", "(ảnh ", "Ảnh minh họa", "Ảnh tư liệu"];
    credit.iter().filter_map(|words| content.rfind(words)).any(|pos| {
        let rest = content.get(pos..).unwrap_or_default();
        let before = content.get(..pos).unwrap_or_default();
        // "Bài và ảnh: …" names the author of the article.
        let of_article = ["bài,", "bài", "và", "tin,", "tin", "-"];
        let announced = of_article.iter().any(|word| before.trim_end().to_lowercase().ends_with(word));
        rest.split(' ').count() <= 8 && !(announced && before.split(' ').count() <= 3)
    })
}

/// Returns whether a line is the name of a picture file, written without marks: "thi dua lao dong gioi".
fn is_picture_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b' ')
        && text.split(' ').count() >= 4
}

/// Returns whether a line only says how often the page was opened: "412 lượt xem".
fn is_count(content: &str) -> bool {
    let rest = content.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
    let nouns =
        ["lượt xem", "lượt đọc", "lượt truy cập", "người xem", "bình luận", "views", "view", "lượt chia sẻ"];
    rest.len() < content.len() && nouns.contains(&rest.trim().to_lowercase().as_str())
}

/// Number of sentences: full stops before a capital letter, and the last.
fn sentences(content: &str) -> usize {
    let inner = content.match_indices(['.', '!', '?', '…']).filter(|(pos, sign)| {
        let mut after = content.get(pos + sign.len()..).unwrap_or_default().chars();
        after.next() == Some(' ') && after.next().is_some_and(char::is_uppercase)
    });
    let is_short = |pos: usize| {
        let word = content.get(..pos).and_then(|text| text.rsplit(' ').next()).unwrap_or_default();
        word.chars().count() <= 2 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    1 + inner.filter(|(pos, _)| !is_short(*pos)).count()
}

/// Words that begin a date line, besides the days of the week.
const DATE_OPENERS: [&str; 16] = [
    "đăng lúc",
    "đăng ngày",
    "ngày đăng",
    "đăng bởi",
    "đăng vào",
    "cập nhật",
    "cập nhật lúc",
    "thứ ",
    "chủ nhật",
    "ngày ",
    "lúc ",
    "thời gian",
    "xuất bản",
    "ngày xuất bản",
    "publish",
    "tin đăng",
];

/// Returns whether a line is a date of publication: a day with its year, and few other words.
fn is_date(content: &str, words: &[Token]) -> bool {
    if words.len() > 24 || content.len() > 170 || content.ends_with('.') {
        return false;
    }
    let dates = dates(content);
    let Some(date) = dates.iter().find(|d| {
        content.get(d.range.clone()).is_some_and(|w| {
            w.matches(['/', '-', '.']).count() >= 2 || w.contains("tháng") || w.contains("Tháng")
        })
    }) else {
        return false;
    };
    let is_timed = date.value.to_string().contains('T');
    let beside = words.iter().filter(|w| !date.range.contains(&w.range.start)).count();
    let lower = content.to_lowercase();
    let opens = DATE_OPENERS.iter().any(|word| lower.starts_with(word)) || date.range.start == 0;
    let signed = content.contains(['|', '•', '·']);
    beside <= 7 || (is_timed && (opens || signed) && beside <= 14)
}
