//! Segmentation: which lines are part of the article, and the role of each.
//!
//! A saved page holds more than its article: menus, teasers of other stories, the headline again above a picture, lists
//! of other news whose leads look like paragraphs. None of these may give facts. [`segment_lines`] finds the head (a
//! headline before the first paragraph), classifies the lines after it one by one, and stops where the article ends: at
//! words such as "Tin khác", after the author's name, or where a headline and its duplicate begin a list.

mod body;
mod head;
mod shape;
mod tail;

use serde::{Deserialize, Serialize};

use super::lines::TextLine;
use super::vocabulary::Vocabulary;

use shape::LineShape;

/// Role of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineRole {
    /// Line above the headline.
    Kicker,
    /// Headline.
    Headline,
    /// Date of publication.
    Date,
    /// Authors.
    Byline,
    /// Running text.
    Paragraph,
    /// A heading within the article.
    Subheading,
    /// An item of a list.
    Item,
    /// Text under a picture.
    Caption,
    /// A paragraph in a box.
    Boxed,
    /// A row of a table.
    Row,
    /// Outside the article: the headline again, above a picture.
    Doubled,
    /// Outside the article: headlines of other stories.
    Teaser,
    /// Outside the article: marks of pictures, buttons, rules of tables.
    Noise,
    /// Outside the article: lines before and after it.
    Around,
}

impl LineRole {
    /// Returns whether such a line is part of the article.
    pub const fn is_article(self) -> bool {
        !matches!(self, LineRole::Doubled | LineRole::Teaser | LineRole::Noise | LineRole::Around)
    }
}

/// A line that is not blank, and its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassifiedLine {
    /// Number, from 1.
    pub line: u32,
    /// Role. Its JSON name is `part`.
    #[serde(rename = "part")]
    pub role: LineRole,
}

/// Roles of all lines, and where other articles begin.
pub(super) struct Segmentation {
    /// One role for each line. `None` for blank lines.
    pub roles: Vec<Option<LineRole>>,
    /// Indexes of lines where another article seems to begin.
    pub next_articles: Vec<usize>,
}

/// Classifies the lines of a text.
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
        if let Some(slot) = index.and_then(|i| roles.get_mut(i)) {
            *slot = Some(role);
        }
    }
    tail::trim(&mut roles);
    let next_articles = tail::next_articles(&shapes, end, &head);
    Segmentation { roles, next_articles }
}

/// Head of the article, as indexes of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct ArticleHead {
    /// Date above the headline.
    date: Option<usize>,
    kicker: Option<usize>,
    headline: Option<usize>,
    /// First paragraph.
    lead: usize,
}
