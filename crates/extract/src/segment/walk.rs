//! Down the article, line by line, to its end.

use super::super::vocabulary::Vocabulary;
use super::shape::Shape;
use super::{Head, Part};
use thidua_core::text::tokens;

/// Marks the lines from the head on; gives the index of the first line behind the article.
pub(super) fn body(
    shapes: &[Shape],
    head: &Head,
    vocabulary: &Vocabulary,
    parts: &mut [Option<Part>],
) -> usize {
    let start = head.headline.map_or(head.lead, |headline| headline + 1);
    let title = head.headline.and_then(|i| shapes.get(i)).map(|s| s.key.as_str()).unwrap_or_default();
    let mut walk =
        Walk { shapes, vocabulary, title, lead: head.lead, paragraphs: 0, previous: None, box_until: 0 };
    for index in start..shapes.len() {
        let Some(shape) = shapes.get(index).filter(|shape| !shape.is_blank()) else { continue };
        let Some(part) = walk.part(index, shape) else { return index };
        if let Some(place) = parts.get_mut(index) {
            *place = Some(part);
        }
        walk.paragraphs += usize::from(matches!(part, Part::Paragraph | Part::Boxed));
        walk.previous = Some((index, part));
        if part == Part::Byline && walk.paragraphs > 0 && !walk.goes_on_behind(index) {
            return index + 1;
        }
    }
    shapes.len()
}

struct Walk<'a> {
    shapes: &'a [Shape],
    vocabulary: &'a Vocabulary,
    /// The key of the headline.
    title: &'a str,
    lead: usize,
    /// So many so far.
    paragraphs: usize,
    /// The last line that was not blank.
    previous: Option<(usize, Part)>,
    /// Lines before this one stand in a box of other news.
    box_until: usize,
}

impl Walk<'_> {
    /// What a line is; nothing where the article ends before it.
    fn part(&mut self, index: usize, shape: &Shape) -> Option<Part> {
        if shape.end {
            self.box_until = self.box_behind(index)?;
            return Some(Part::Noise);
        }
        if index < self.box_until {
            return Some(Part::Teaser);
        }
        let below_picture = self.previous.filter(|(at, part)| {
            matches!(part, Part::Doubled)
                || (*part == Part::Noise && self.shapes.get(*at).is_some_and(|s| s.picture))
        });
        let adjacent = below_picture.is_some_and(|(at, _)| at + 1 == index);
        if !self.title.is_empty() && shape.key == self.title {
            return Some(Part::Doubled);
        }
        if shape.skip || shape.picture || shape.words.is_empty() {
            return Some(Part::Noise);
        }
        if let Some(cells) = shape.cells {
            return Some(self.row(index, shape, cells, below_picture.is_some()));
        }
        if shape.date {
            return Some(if self.paragraphs == 0 { Part::Date } else { Part::Noise });
        }
        if adjacent && shape.words.len() <= 60 && !(shape.ends && shape.words.len() > 40) {
            return Some(Part::Caption);
        }
        if is_byline(shape, self.vocabulary) {
            // Behind the lead the author may stand, with the date; further down a name is a heading.
            let heading = self.paragraphs >= 2 && self.goes_on_behind(index);
            return Some(if heading { Part::Subheading } else { Part::Byline });
        }
        if shape.is_paragraph(if self.paragraphs == 0 { 8 } else { 2 }) {
            if self.paragraphs >= 2 && (opens_with_source(shape) || self.is_list(index)) {
                return None;
            }
            if !shape.ends && self.paragraphs == 1 && shape.joints(self.vocabulary) > 0 {
                return Some(Part::Teaser);
            }
            return Some(if shape.item { Part::Item } else { Part::Paragraph });
        }
        if shape.leads_on && (self.paragraphs > 0 || shape.words.len() >= 8) {
            return Some(if shape.item { Part::Item } else { Part::Paragraph });
        }
        if shape.item && self.paragraphs > 0 && !self.is_teaser_list(index) {
            return Some(Part::Item);
        }
        if self.paragraphs >= 1 && self.is_doubled_below(index) {
            return None;
        }
        Some(self.unfinished(index, shape, below_picture.is_some()))
    }

    /// A line that ends no sentence: a heading, a caption, or other headlines.
    fn unfinished(&self, index: usize, shape: &Shape, below_picture: bool) -> Part {
        let words = shape.words.len();
        let scene = self.vocabulary.scene.first(&shape.content, &shape.words, 0, words).is_some();
        let credited = ["Ảnh:", "ảnh:", "Ảnh –", "Ảnh -"].iter().any(|credit| shape.content.contains(credit));
        if credited
            || self.vocabulary.caption.holds(&shape.content, &shape.key)
            || (below_picture && words >= 5)
        {
            return Part::Caption;
        }
        let link = shape.content.starts_with('[') && shape.content.contains("](");
        if link || shape.content.starts_with(['>', '»', '►', '▶', '→', '☞']) {
            return Part::Teaser;
        }
        let joints = shape.joints(self.vocabulary);
        if self.paragraphs == 0 {
            return if joints > 0 || self.is_teaser_list(index) || index > self.lead || words < 8 {
                Part::Teaser
            } else {
                Part::Subheading
            };
        }
        if self.paragraphs == 1 {
            let adjacent = self.previous.is_some_and(|(at, part)| part == Part::Paragraph && at + 1 == index);
            return if joints > 0 || self.is_teaser_list(index) || (adjacent && words >= 7 && !scene) {
                Part::Teaser
            } else if scene && words >= 8 {
                Part::Caption
            } else if words >= 13 {
                Part::Teaser
            } else {
                Part::Subheading
            };
        }
        match words {
            0..=18 if scene && words >= 8 => Part::Caption,
            0..=18 => Part::Subheading,
            _ if joints >= 2 => Part::Teaser,
            _ => Part::Paragraph,
        }
    }

    /// A row of a table, or a box drawn as one.
    fn row(&self, index: usize, shape: &Shape, cells: usize, below_picture: bool) -> Part {
        match cells {
            0 => Part::Noise,
            1 if below_picture && shape.words.len() <= 60 => Part::Caption,
            1 if shape.ends && shape.words.len() >= 15 => Part::Boxed,
            1 if index < self.lead || self.paragraphs == 0 => Part::Teaser,
            1 if shape.words.len() >= 25 => Part::Boxed,
            1 => Part::Teaser,
            _ if self.paragraphs == 0 && index < self.lead => Part::Teaser,
            _ => Part::Row,
        }
    }

    /// Lines that are not blank, from `index` on.
    fn below(&self, index: usize) -> impl Iterator<Item = (usize, &Shape)> {
        self.shapes.iter().enumerate().skip(index).filter(|(_, shape)| !shape.is_blank())
    }

    /// Whether at least two unfinished lines of some length stand together here, as in a list of headlines.
    fn is_teaser_list(&self, index: usize) -> bool {
        let unfinished = |shape: &Shape| {
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

    /// Whether the next line that is not blank is the same: the picture link and the headline of another story.
    fn is_doubled_below(&self, index: usize) -> bool {
        let mut below = self.below(index);
        match (below.next(), below.next()) {
            (Some((_, this)), Some((_, next))) => this.words.len() >= 4 && this.key == next.key,
            _ => false,
        }
    }

    /// Whether a paragraph belongs to a list of other stories: the headline above it was one of a pair.
    fn is_list(&self, index: usize) -> bool {
        self.previous.is_some_and(|(at, part)| {
            part == Part::Subheading
                && index == at + 1
                && at > 0
                && self.is_doubled_below(at.saturating_sub(2))
        })
    }

    /// Whether the article goes on behind a line: a paragraph follows with nothing before it, or behind the lead at
    /// most a caption.
    fn goes_on_behind(&self, index: usize) -> bool {
        let most = usize::from(self.paragraphs == 1);
        let mut loose = 0;
        let mut paragraphs = 0;
        for (_, shape) in self.below(index + 1).take(8) {
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

    /// Where the article goes on behind words that announce other news: after a few headlines at least two
    /// paragraphs follow each other. Nothing where it does not.
    fn box_behind(&self, index: usize) -> Option<usize> {
        if self.paragraphs == 0 {
            return Some(self.lead.max(index + 1));
        }
        let mut headlines = 0;
        let mut first: Option<usize> = None;
        for (at, shape) in self.below(index + 1).take(12) {
            if shape.end || opens_with_source(shape) {
                return None;
            }
            if shape.is_paragraph(15) {
                match first {
                    Some(first) => return Some(first),
                    None => first = Some(at),
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

/// Whether a paragraph opens with a newspaper's initials, as leads do: `(LĐTĐ) …`.
fn opens_with_source(shape: &Shape) -> bool {
    let Some((initials, rest)) = shape.content.strip_prefix('(').and_then(|t| t.split_once(')')) else {
        return false;
    };
    rest.starts_with(' ')
        && (2..=12).contains(&initials.chars().count())
        && initials.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | ' '))
}

/// Whether a line names who wrote the article: words with capitals, or such a name behind "Bài, ảnh:".
pub(super) fn is_byline(shape: &Shape, vocabulary: &Vocabulary) -> bool {
    if shape.ends && !shape.content.ends_with("PV.") || shape.date || shape.end || shape.skip {
        return false;
    }
    let announced = vocabulary.byline.holds(&shape.content, &shape.key);
    let content = without_deed(&shape.content);
    let words = if content.len() == shape.content.len() { shape.words.len() } else { tokens(content).len() };
    let name = if announced { content.split_once(':').map_or("", |(_, name)| name) } else { content };
    // "Theo Báo Giao thông": what is announced is a name.
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
    let surname = vocabulary.surnames.at(&shape.content, &shape.words, 0).is_some();
    let all_caps = !content.contains(char::is_lowercase);
    (1..=6).contains(&words)
        && !has_digit
        && printed.all(capital)
        && (words >= 2 || content.chars().count() <= 8)
        && (surname || words <= 3 || content.contains([',', '-', '–', '/']))
        && (!all_caps || surname || words <= 2)
}

/// A line without what the author did, in brackets behind the name: "Mai Phương (thực hiện)".
fn without_deed(content: &str) -> &str {
    let deed = content.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match deed {
        Some((name, deed)) if deed.split(' ').count() <= 3 && deed.chars().all(|c| !c.is_uppercase()) => name,
        _ => content,
    }
}
