//! Selection of the articles that a page names if it cannot name all of them.

use std::cmp::Reverse;

use thidua_core::collections::sort_by_key;
use thidua_core::domain::{Article, Edtf};

/// Maximum number of articles named on a page about something else; a search finds all of them.
pub const MAX_LISTED_ARTICLES: usize = 60;

/// Number of articles in sight on the page of a campaign or an organisation.
pub const MAX_ARTICLES_IN_SIGHT: usize = 5;

/// Returns the newest `most` articles, in their original order.
pub fn newest_articles<'a>(articles: &[&'a Article], most: usize) -> Vec<&'a Article> {
    let mut places: Vec<(usize, &Article)> = articles.iter().copied().enumerate().collect();
    if places.len() > most {
        sort_by_key(&mut places, |(_, article)| Reverse(day(article)));
        places.truncate(most);
        sort_by_key(&mut places, |(place, _)| *place);
    }
    places.into_iter().map(|(_, article)| article).collect()
}

/// Date of publication, or else the end of the period on which it reports; undated articles count as the oldest.
fn day(article: &Article) -> Option<(u16, u8, u8)> {
    article.published.and_then(Edtf::latest).or_else(|| article.covers.and_then(Edtf::latest))
}
