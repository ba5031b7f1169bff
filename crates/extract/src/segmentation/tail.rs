//! End of an article: loose lines after its last paragraph, and other articles.

use super::shape::LineShape;
use super::{ArticleHead, LineRole};

/// Removes headings and headlines at the end: only text, rows, captions and the author's name end an article.
pub(super) fn trim(roles: &mut [Option<LineRole>]) {
    for role in roles.iter_mut().rev() {
        match role {
            None | Some(LineRole::Around) => {}
            Some(LineRole::Subheading | LineRole::Teaser | LineRole::Noise | LineRole::Doubled) => {
                *role = Some(LineRole::Around);
            }
            Some(_) => return,
        }
    }
}

/// Returns where other articles begin after `end`: a headline, then at least three consecutive paragraphs. Lists of
/// other news alternate headlines and single leads, so they are not articles.
pub(super) fn next_articles(shapes: &[LineShape], end: usize, head: &ArticleHead) -> Vec<usize> {
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
