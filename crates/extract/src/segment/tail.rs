//! The end of an article: what stands loose behind its last paragraph, and whether another article follows.

use super::shape::Shape;
use super::{Head, Part};

/// Takes headings and headlines off the end: only text, rows, captions and the author's name end an article.
pub(super) fn trim(parts: &mut [Option<Part>]) {
    for part in parts.iter_mut().rev() {
        match part {
            None | Some(Part::Around) => {}
            Some(Part::Subheading | Part::Teaser | Part::Noise | Part::Doubled | Part::Date) => {
                *part = Some(Part::Around);
            }
            Some(_) => return,
        }
    }
}

/// Where further articles begin behind `end`: a headline, then at least three paragraphs that follow each other.
/// Lists of other news alternate headlines and single leads, so they are none.
pub(super) fn further(shapes: &[Shape], end: usize, head: &Head) -> Vec<usize> {
    let mut found = Vec::new();
    let mut headline: Option<usize> = None;
    let mut paragraphs = 0;
    for (index, shape) in shapes.iter().enumerate().skip(end.max(head.lead + 1)) {
        if shape.is_blank() || shape.picture {
            continue;
        }
        if shape.is_paragraph(15) {
            paragraphs += 1;
            if paragraphs == 3
                && let Some(headline) = headline.take()
            {
                found.push(headline);
            }
        } else if !shape.ends && shape.words.len() >= 6 {
            headline = Some(index);
            paragraphs = 0;
        }
    }
    found
}
