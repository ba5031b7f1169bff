//! Which lines are the article, and what each of them is.
//!
//! A saved page holds more than its article: menus, teasers of other stories, the headline doubled above a picture,
//! lists of other news whose leads look like paragraphs. Nothing of that may give facts. [`segment`] looks for the
//! head (a headline before the first paragraph), walks down from it line by line, and stops where the article does:
//! at words such as "Tin khác", behind the author's name, where a headline and its double begin a list.

mod head;
mod shape;
mod tail;
mod walk;

use serde::{Deserialize, Serialize};

use super::lines::Line;
use super::vocabulary::Vocabulary;
use shape::Shape;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The line above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// The date of publication.
    Date,
    /// The authors.
    Byline,
    /// Running text.
    Paragraph,
    /// A heading within the article.
    Subheading,
    /// An item of a list.
    Item,
    /// Words under a picture.
    Caption,
    /// A paragraph in a box.
    Boxed,
    /// A row of a table.
    Row,
    /// Not the article: the headline again, above a picture.
    Doubled,
    /// Not the article: headlines of other stories.
    Teaser,
    /// Not the article: marks of pictures, buttons, rules of tables.
    Noise,
    /// Not the article: what stands before and behind it.
    Around,
}

impl Part {
    /// Whether such a line belongs to the article.
    pub const fn is_article(self) -> bool {
        !matches!(self, Part::Doubled | Part::Teaser | Part::Noise | Part::Around)
    }
}

/// A line that is not blank, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// From 1.
    pub line: u32,
    /// What it is.
    pub part: Part,
}

/// What every line is: nothing for a blank one; and where a further article begins.
pub(super) struct Segments {
    /// One for each line.
    pub parts: Vec<Option<Part>>,
    /// Indexes of lines where another article seems to begin.
    pub further: Vec<usize>,
}

/// Tells the lines of a text apart.
pub(super) fn segment(lines: &[Line], vocabulary: &Vocabulary) -> Segments {
    let shapes: Vec<Shape> = lines.iter().map(|line| Shape::of(line, vocabulary)).collect();
    let head = head::find(&shapes, vocabulary);
    let mut parts: Vec<Option<Part>> =
        shapes.iter().map(|shape| (!shape.is_blank()).then_some(Part::Around)).collect();
    let Some(head) = head else { return Segments { parts, further: Vec::new() } };
    let end = walk::body(&shapes, &head, vocabulary, &mut parts);
    for (index, part) in
        [(head.date, Part::Date), (head.kicker, Part::Kicker), (head.headline, Part::Headline)]
    {
        if let Some(place) = index.and_then(|i| parts.get_mut(i)) {
            *place = Some(part);
        }
    }
    tail::trim(&mut parts);
    let further = tail::further(&shapes, end, &head);
    Segments { parts, further }
}

/// Where the article begins, as indexes of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Head {
    /// A date above the headline.
    date: Option<usize>,
    kicker: Option<usize>,
    headline: Option<usize>,
    /// The first paragraph.
    lead: usize,
}
