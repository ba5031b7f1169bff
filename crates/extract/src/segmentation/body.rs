//! Classification of the lines of the article, from the head to the end.

use thidua_core::text::tokens;

use super::shape::LineShape;
use super::{ArticleHead, LineRole};
use crate::vocabulary::Vocabulary;

/// Classifies the lines from the head on. Returns the index of the first line after the article.
pub(super) fn classify(
    shapes: &[LineShape],
    head: &ArticleHead,
    vocabulary: &Vocabulary,
    roles: &mut [Option<LineRole>],
) -> usize {
    let start = head.headline.map_or(head.lead, |headline| headline + 1);
    let title = head.headline.and_then(|i| shapes.get(i)).map(|s| s.key.as_str()).unwrap_or_default();
    let mut scanner = BodyScanner {
        shapes,
        vocabulary,
        title,
        lead: head.lead,
        paragraphs: 0,
        previous: None,
        box_until: 0,
        has_date: head.date.is_some(),
    };
    for index in start..shapes.len() {
        let Some(shape) = shapes.get(index).filter(|shape| !shape.is_blank()) else { continue };
        let Some(role) = scanner.role(index, shape) else { return index };
        if let Some(slot) = roles.get_mut(index) {
            *slot = Some(role);
        }
        scanner.has_date |= role == LineRole::Date;
        scanner.paragraphs += usize::from(matches!(role, LineRole::Paragraph | LineRole::Boxed));
        scanner.previous = Some((index, role));
        if role == LineRole::Byline && scanner.paragraphs > 0 && !scanner.continues_after(index) {
            return scanner.after_authors(index, roles);
        }
    }
    shapes.len()
}

struct BodyScanner<'a> {
    shapes: &'a [LineShape],
    vocabulary: &'a Vocabulary,
    /// Key of the headline.
    title: &'a str,
    lead: usize,
    /// Number of paragraphs so far.
    paragraphs: usize,
    /// Index and role of the last line that is not blank.
    previous: Option<(usize, LineRole)>,
    /// Index of the first line after a box of other news.
    box_until: usize,
    /// True once the date of publication was found.
    has_date: bool,
}

impl BodyScanner<'_> {
    /// Classifies further authors and the date below the first author. Returns the index after them.
    fn after_authors(&self, index: usize, roles: &mut [Option<LineRole>]) -> usize {
        let mut end = index + 1;
        for (next, shape) in self.lines_from(index + 1).take(3) {
            let announced = self.vocabulary.byline.holds(&shape.content, &shape.key) || shape.picture_credit;
            let role = if self.is_date_below(shape) {
                LineRole::Date
            } else if announced && shape.words.len() <= 10 && !shape.end && !shape.skip && !shape.ends {
                LineRole::Byline
            } else {
                break;
            };
            if let Some(slot) = roles.get_mut(next) {
                *slot = Some(role);
            }
            end = next + 1;
        }
        end
    }

    /// Returns whether a line below the text is its date of publication: a date with at most a few other words.
    fn is_date_below(&self, shape: &LineShape) -> bool {
        let lower = shape.key.as_str();
        let opens =
            ["đăng ", "ngày ", "cập nhật ", "thứ ", "chủ nhật "].iter().any(|word| lower.starts_with(word));
        shape.date
            && !self.has_date
            && shape.words.len() <= 12
            && (opens || shape.content.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Returns the role of a line. `None` where the article ends before it.
    fn role(&mut self, index: usize, shape: &LineShape) -> Option<LineRole> {
        if shape.end {
            self.box_until = self.box_after(index)?;
            return Some(LineRole::Noise);
        }
        if index < self.box_until {
            return Some(LineRole::Teaser);
        }
        let below_picture = self.previous.filter(|(pos, role)| {
            matches!(role, LineRole::Doubled)
                || (*role == LineRole::Noise && self.shapes.get(*pos).is_some_and(|s| s.picture))
        });
        let adjacent = below_picture.is_some_and(|(pos, _)| pos + 1 == index);
        if self.is_title(shape) {
            return Some(LineRole::Doubled);
        }
        if shape.skip || shape.picture || shape.words.is_empty() {
            return Some(LineRole::Noise);
        }
        if let Some(cells) = shape.cells {
            return Some(self.row(index, shape, cells, below_picture.is_some()));
        }
        if shape.date {
            let follows = self.previous.is_some_and(|(_, role)| role == LineRole::Paragraph);
            let below = follows && self.is_date_below(shape) && !self.continues_after(index);
            return Some(if self.paragraphs == 0 || below { LineRole::Date } else { LineRole::Noise });
        }
        if adjacent && shape.words.len() <= 60 && !(shape.ends && shape.words.len() > 40) {
            return Some(LineRole::Caption);
        }
        if self.is_picture_sentence(index, shape) {
            return Some(LineRole::Caption);
        }
        if is_byline(shape, self.vocabulary) {
            // After the lead a name with the date is the author; a name on a later line is a heading.
            let heading = self.paragraphs >= 2 && self.continues_after(index);
            return Some(if heading { LineRole::Subheading } else { LineRole::Byline });
        }
        if shape.is_paragraph(if self.paragraphs == 0 { 8 } else { 2 }) {
            if self.paragraphs >= 2 && (opens_with_source(shape) || self.is_list(index)) {
                return None;
            }
            if !shape.ends && self.paragraphs == 1 && shape.joints(self.vocabulary) > 0 {
                return Some(LineRole::Teaser);
            }
            return Some(if shape.item { LineRole::Item } else { LineRole::Paragraph });
        }
        if shape.leads_on && (self.paragraphs > 0 || shape.words.len() >= 8) {
            return Some(if shape.item { LineRole::Item } else { LineRole::Paragraph });
        }
        if shape.item && self.paragraphs > 0 && !self.is_teaser_list(index) {
            return Some(LineRole::Item);
        }
        if self.paragraphs >= 1 && self.is_doubled_below(index) {
            return None;
        }
        if self.is_unfinished_sentence(index, shape) {
            return Some(LineRole::Paragraph);
        }
        Some(self.unfinished(index, shape, below_picture.is_some()))
    }

    /// Returns whether a line is the headline again: whole, cut off, or with the name of the site behind it.
    fn is_title(&self, shape: &LineShape) -> bool {
        let begins = |long: &str, short: &str| {
            long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let count = |key: &str| key.split(' ').count();
        !self.title.is_empty()
            && (shape.key == self.title
                || (!shape.is_paragraph(12)
                    && count(&shape.key) >= 6
                    && ((begins(&shape.key, self.title) && shape.words.len() <= count(self.title) + 6)
                        || (begins(self.title, &shape.key) && count(&shape.key) * 2 > count(self.title)))))
    }

    /// Returns whether a sentence describes a picture: it is short and alone, and has the credit of a picture, or
    /// begins as such sentences do ("Trao thưởng cho …"), or tells what a person does at an event.
    fn is_picture_sentence(&self, index: usize, shape: &LineShape) -> bool {
        let words = shape.words.len();
        if self.paragraphs == 0 || shape.item || shape.cells.is_some() || shape.leads_on {
            return false;
        }
        if (shape.picture_label || shape.picture_credit) && words <= 60 && shape.sentences <= 3 {
            return !is_byline(shape, self.vocabulary);
        }
        if !shape.ends || shape.sentences > 1 || !(3..=30).contains(&words) {
            return false;
        }
        if self.vocabulary.caption.holds(&shape.content, &shape.key) {
            return true;
        }
        // A list of awards is text.
        let after_colon = self
            .previous
            .and_then(|(pos, _)| self.shapes.get(pos))
            .is_some_and(|previous| previous.leads_on || previous.item);
        let opens = self.vocabulary.picture_openers.holds(&shape.content, &shape.key);
        if opens {
            return !after_colon && words <= 25;
        }
        let has_number = shape.content.contains(|c: char| c.is_ascii_digit());
        let is_short = words <= 14 && self.is_scene(shape);
        if !has_number && !after_colon && is_short && self.is_between_paragraphs(index) {
            return true;
        }
        !has_number
            && !after_colon
            && words <= 28
            && self.tells_a_picture(shape)
            && self.is_between_paragraphs(index)
    }

    /// Returns whether a short sentence only shows a scene: it has no word of a report, such as "đã" or "cũng", and no
    /// quoted speech.
    fn is_scene(&self, shape: &LineShape) -> bool {
        let told = [
            "đã",
            "sẽ",
            "cũng",
            "là",
            "này",
            "đó",
            "cần",
            "phải",
            "vẫn",
            "còn",
            "luôn",
            "không",
            "cho biết",
            "vừa",
            "rất",
            "đạt",
            "có",
            "như",
            "vì",
            "để",
            "khi",
            "nên",
            "hơn",
            "qua",
            "mà",
            "thì",
            "đều",
            "ngày",
            "sáng",
            "chiều",
            "tối",
        ];
        let padded = format!(" {} ", shape.key);
        !told.iter().any(|word| padded.contains(&format!(" {word} ")))
            && !shape.content.contains([':', '“', '"', '”', '?', '!', ';'])
            && !self.vocabulary.openers.holds(&shape.content, &shape.key)
    }

    /// Returns whether a line tells what a person does at an event, as captions do: "Chủ tịch LĐLĐ huyện trao quà …".
    fn tells_a_picture(&self, shape: &LineShape) -> bool {
        let (content, tokens) = (shape.content.as_str(), shape.words.as_slice());
        let begins = |words: &str| shape.key.starts_with(words);
        let person = self.vocabulary.honorifics.longest_at(content, tokens, 0).is_some()
            || self.vocabulary.roles.longest_at(content, tokens, 0).is_some()
            || ["lãnh đạo ", "đại diện ", "các đại biểu ", "đại biểu ", "các đồng chí "]
                .iter()
                .any(|w| begins(w));
        let holds = |word: &&str| content.contains(&format!(" {word} "));
        let acts = [
            "trao",
            "tặng",
            "phát biểu",
            "chúc mừng",
            "thăm",
            "chụp ảnh",
            "động viên",
            "chủ trì",
            "dự",
            "ký",
        ];
        let told =
            ["đã", "sẽ", "cho biết", "khẳng định", "nhấn mạnh", "cho rằng", "yêu cầu", "đề nghị", "mong"];
        person && acts.iter().any(holds) && !told.iter().any(holds) && tokens.len() <= 45
    }

    /// Returns whether longer paragraphs stand directly before and after a line.
    fn is_between_paragraphs(&self, index: usize) -> bool {
        let before = self.previous.is_some_and(|(_, role)| role == LineRole::Paragraph);
        let length = self.shapes.get(index).map_or(0, |shape| shape.words.len());
        let after = self.lines_from(index + 1).next();
        before && after.is_some_and(|(_, shape)| shape.is_paragraph(12) && shape.words.len() > length)
    }

    /// Returns whether a line without a full stop is text all the same: it begins as sentences of reports do, or is the
    /// last line of the text and has a verb in the past.
    fn is_unfinished_sentence(&self, index: usize, shape: &LineShape) -> bool {
        let words = shape.words.len();
        // A name may stand inside: "… đã được LĐLĐ huyện khen thưởng".
        let joints = usize::from(shape.content.contains(" đã "));
        if self.paragraphs == 0 || words < 7 || shape.picture_credit || shape.joints(self.vocabulary) > joints
        {
            return false;
        }
        let verbs = ["đã", "được", "sẽ", "cũng", "đang", "đều", "có"];
        let has_verb = verbs.iter().any(|verb| shape.content.contains(&format!(" {verb} ")));
        let opens = self.vocabulary.openers.holds(&shape.content, &shape.key);
        if opens && (has_verb || words >= 12) {
            return true;
        }
        let is_last = self
            .lines_from(index + 1)
            .all(|(_, after)| after.end || after.skip || after.date || is_byline(after, self.vocabulary));
        let follows =
            self.previous.is_some_and(|(_, role)| matches!(role, LineRole::Paragraph | LineRole::Item));
        let least = if shape.content.contains(" đã ") { 7 } else { 10 };
        is_last && follows && has_verb && words >= least && !shape.item
    }

    /// Role of a line that does not end a sentence: a heading, a caption, or a headline of another story.
    fn unfinished(&self, index: usize, shape: &LineShape, below_picture: bool) -> LineRole {
        let words = shape.words.len();
        let has_action = self.vocabulary.action_words.first(&shape.content, &shape.words, 0, words).is_some();
        if shape.picture_credit
            || self.vocabulary.caption.holds(&shape.content, &shape.key)
            || (below_picture && words >= 5)
        {
            return LineRole::Caption;
        }
        let opens = self.vocabulary.picture_openers.holds(&shape.content, &shape.key);
        if (opens || self.tells_a_picture(shape)) && words <= 45 && !self.is_teaser_list(index) {
            return LineRole::Caption;
        }
        let link = shape.content.starts_with('[') && shape.content.contains("](");
        if link || shape.content.starts_with(['>', '»', '►', '▶', '→', '☞']) {
            return LineRole::Teaser;
        }
        let joints = shape.joints(self.vocabulary);
        if self.paragraphs == 0 {
            return if joints > 0 || self.is_teaser_list(index) || index > self.lead || words < 8 {
                LineRole::Teaser
            } else {
                LineRole::Subheading
            };
        }
        if self.paragraphs == 1 {
            if has_action && words >= 8 && joints == 0 && !self.is_teaser_list(index) {
                return LineRole::Caption;
            }
            let adjacent =
                self.previous.is_some_and(|(pos, role)| role == LineRole::Paragraph && pos + 1 == index);
            let other_story = joints > 0
                || words >= 13
                || self.is_teaser_list(index)
                || (adjacent && words >= 7 && !has_action);
            return if other_story { LineRole::Teaser } else { LineRole::Subheading };
        }
        match words {
            0..=18 if has_action && words >= 8 => LineRole::Caption,
            0..=18 => LineRole::Subheading,
            _ if joints >= 2 => LineRole::Teaser,
            _ => LineRole::Paragraph,
        }
    }

    /// Role of a row of a table, or of a box that is drawn as one.
    fn row(&self, index: usize, shape: &LineShape, cells: usize, below_picture: bool) -> LineRole {
        match cells {
            0 => LineRole::Noise,
            1 if below_picture && shape.words.len() <= 60 => LineRole::Caption,
            1 if shape.ends && shape.words.len() >= 15 => LineRole::Boxed,
            1 if index < self.lead || self.paragraphs == 0 => LineRole::Teaser,
            1 if shape.words.len() >= 25 => LineRole::Boxed,
            1 => LineRole::Teaser,
            _ if self.paragraphs == 0 && index < self.lead => LineRole::Teaser,
            _ => LineRole::Row,
        }
    }

    /// Lines that are not blank, from `index` on.
    fn lines_from(&self, index: usize) -> impl Iterator<Item = (usize, &LineShape)> {
        self.shapes.iter().enumerate().skip(index).filter(|(_, shape)| !shape.is_blank())
    }

    /// Returns whether at least two long lines without an end of a sentence follow each other here, as in a list of
    /// headlines.
    fn is_teaser_list(&self, index: usize) -> bool {
        let unfinished = |shape: &LineShape| {
            !shape.ends
                && !shape.leads_on
                && shape.words.len() >= 6
                && !shape.is_paragraph(8)
                && shape.cells.is_none()
        };
        let is = |i: Option<usize>| i.and_then(|i| self.shapes.get(i)).is_some_and(unfinished);
        is(Some(index))
            && !self.shapes.get(index).is_some_and(|s| s.item)
            && (is(index.checked_sub(1)) || is(Some(index + 1)))
    }

    /// Returns whether the next two lines that are not blank are equal: the picture link and the headline of another
    /// story.
    fn is_doubled_below(&self, index: usize) -> bool {
        let mut following = self.lines_from(index);
        match (following.next(), following.next()) {
            (Some((_, this)), Some((_, next))) => this.words.len() >= 4 && this.key == next.key,
            _ => false,
        }
    }

    /// Returns whether a paragraph belongs to a list of other stories: the headline above it was one of two equal
    /// lines.
    fn is_list(&self, index: usize) -> bool {
        self.previous.is_some_and(|(pos, role)| {
            role == LineRole::Subheading
                && index == pos + 1
                && pos > 0
                && self.is_doubled_below(pos.saturating_sub(2))
        })
    }

    /// Returns whether the article goes on after a line: a paragraph follows directly, or, after the lead, with at most
    /// a caption in between.
    fn continues_after(&self, index: usize) -> bool {
        let most = usize::from(self.paragraphs == 1);
        let mut loose = 0;
        let mut paragraphs = 0;
        for (_, shape) in self.lines_from(index + 1).take(8) {
            if shape.end || opens_with_source(shape) {
                return paragraphs >= 2;
            }
            if shape.is_paragraph(12) {
                paragraphs += 1;
            } else if paragraphs == 0
                && !shape.date
                && !shape.skip
                && !shape.picture
                && shape.key != self.title
            {
                loose += 1;
            }
            if loose > most {
                return false;
            }
        }
        paragraphs >= 1
    }

    /// Index of the line where the article goes on after words that announce other news: after a few headlines at least
    /// two paragraphs follow each other. `None` where it does not go on.
    fn box_after(&self, index: usize) -> Option<usize> {
        if self.paragraphs == 0 {
            return Some(self.lead.max(index + 1));
        }
        let mut headlines = 0;
        let mut first: Option<usize> = None;
        for (pos, shape) in self.lines_from(index + 1).take(12) {
            if shape.end || opens_with_source(shape) {
                return None;
            }
            if shape.is_paragraph(15) {
                match first {
                    Some(first) => return Some(first),
                    None => first = Some(pos),
                }
            } else if first.is_some() || headlines >= 6 {
                return None;
            } else {
                headlines += 1;
            }
        }
        None
    }
}

/// Returns whether a paragraph begins with the initials of a newspaper, as leads do: `(LĐTĐ) …`.
fn opens_with_source(shape: &LineShape) -> bool {
    let Some((initials, rest)) = shape.content.strip_prefix('(').and_then(|t| t.split_once(')')) else {
        return false;
    };
    rest.starts_with(' ')
        && (2..=12).contains(&initials.chars().count())
        && initials.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | ' '))
}

/// Returns whether a line names the authors: words with capitals, or such a name after "Bài, ảnh:".
pub(super) fn is_byline(shape: &LineShape, vocabulary: &Vocabulary) -> bool {
    let inner = shape.content.strip_prefix(['(', '[']).and_then(|rest| rest.strip_suffix([')', ']']));
    let content = inner.unwrap_or(&shape.content);
    let initials = content.chars().count() <= 8
        && content.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' '))
        && content.contains(char::is_alphabetic);
    if shape.ends && !shape.content.ends_with("PV.") && !initials || shape.date || shape.end || shape.skip {
        return false;
    }
    if vocabulary.is_section(content) {
        return false;
    }
    // "Hoạt động công đoàn - LAN MẠ"
    let content = [" - ", " – ", " | ", " • "]
        .iter()
        .find_map(|sign| content.split_once(sign))
        .filter(|(section, _)| vocabulary.is_section(section))
        .map_or(content, |(_, name)| name);
    let announced = vocabulary.byline.holds(&shape.content, &shape.key);
    let content = without_credit(content);
    let content = [" tổng hợp", " thực hiện", " ghi"]
        .iter()
        .find_map(|end| content.strip_suffix(end))
        .unwrap_or(content);
    let words = if content.len() == shape.content.len() { shape.words.len() } else { tokens(content).len() };
    let name = if announced { content.split_once(':').map_or("", |(_, name)| name) } else { content };
    // "Theo Báo Giao thông": the announced words are a name.
    let named = || {
        let second = content.split(' ').nth(1);
        second.and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
    };
    if announced && words <= 10 && (content.contains(':') || words <= 4 || named()) {
        return true;
    }
    let has_digit = content.contains(|c: char| c.is_ascii_digit() || c == ':' || c == '“');
    let capital =
        |word: &str| word.chars().next().is_some_and(char::is_uppercase) || matches!(word, "và" | "&");
    let mut printed = name.split([' ', '-', '–', '/', ',']).filter(|word| !word.is_empty());
    let surname = vocabulary.surnames.longest_at(&shape.content, &shape.words, 0).is_some();
    let all_caps = !content.contains(char::is_lowercase);
    (1..=6).contains(&words)
        && !has_digit
        && printed.all(capital)
        && (words >= 2 || content.chars().count() <= 8)
        && (surname || words <= 3 || content.contains([',', '-', '–', '/']))
        && (!all_caps || surname || words <= 2)
}

/// Removes the contribution or office of the author in brackets after the name: "Mai Phương (thực hiện)", "Mai Phương
/// (LĐLĐ huyện Lũng Vài)".
fn without_credit(content: &str) -> &str {
    let credit = content.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match credit {
        Some((name, credit))
            if (credit.split(' ').count() <= 3 && credit.chars().all(|c| !c.is_uppercase()))
                || (credit.split(' ').count() <= 9 && (2..=5).contains(&name.split(' ').count())) =>
        {
            name
        }
        _ => content,
    }
}
