//! Which lines are the article, and what each of them is.
//!
//! A saved page holds more than its article: menus, teasers of other stories, the headline doubled above a picture,
//! lists of other news whose leads look like paragraphs. Nothing of that may give facts. [`segmentation`] looks for the
//! head (a headline before the first paragraph), walks down from it line by line, and stops where the article does:
//! at words such as "Tin khác", behind the author's name, where a headline and its double begin a list.

mod body;
mod head;
mod shape;
mod tail;

use serde::{Deserialize, Serialize};

use super::lines::TextLine;
use super::vocabulary::Vocabulary;
use shape::LineShape;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineRole {
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

impl LineRole {
    /// Whether such a line belongs to the article.
    pub const fn is_article(self) -> bool {
        !matches!(self, LineRole::Doubled | LineRole::Teaser | LineRole::Noise | LineRole::Around)
    }
}

/// A line that is not blank, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassifiedLine {
    /// From 1.
    pub line: u32,
    /// What it is.
    #[serde(rename = "part")]
    pub role: LineRole,
}

/// What every line is: nothing for a blank one; and where a next_articles article begins.
pub(super) struct Segmentation {
    /// One for each line.
    pub roles: Vec<Option<LineRole>>,
    /// Indexes of lines where another article seems to begin.
    pub next_articles: Vec<usize>,
}

/// Tells the lines of a text apart.
pub(super) fn segment_lines(lines: &[TextLine], vocabulary: &Vocabulary) -> Segmentation {
    let shapes: Vec<LineShape> = lines.iter().map(|line| LineShape::of(line, vocabulary)).collect();
    let head = head::find(&shapes, vocabulary);
    let mut roles: Vec<Option<LineRole>> =
        shapes.iter().map(|shape| (!shape.is_blank()).then_some(LineRole::Around)).collect();
    let Some(head) = head else { return Segmentation { roles, next_articles: Vec::new() } };
    let end = body::classify(&shapes, &head, vocabulary, &mut roles);
    for (index, role) in
        [(head.date, LineRole::Date), (head.kicker, LineRole::Kicker), (head.headline, LineRole::Headline)]
    {
        if let Some(place) = index.and_then(|i| roles.get_mut(i)) {
            *place = Some(role);
        }
    }
    tail::trim(&mut roles);
    let next_articles = tail::next_articles(&shapes, end, &head);
    Segmentation { roles, next_articles }
}

/// Where the article begins, as indexes of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct ArticleHead {
    /// A date above the headline.
    date: Option<usize>,
    kicker: Option<usize>,
    headline: Option<usize>,
    /// The first paragraph.
    lead: usize,
}
