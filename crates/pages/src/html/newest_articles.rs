//! Which articles a page names where it cannot name all.

use std::cmp::Reverse;

use thidua_core::collections::sort_by_key;
use thidua_core::domain::{Article, Edtf};

/// So many articles are named on a page of something else; all of them are found by a search.
pub const MAX_LISTED_ARTICLES: usize = 60;

/// The newest `most` of some articles, in the order in which they stand.
pub fn newest_articles<'a>(articles: &[&'a Article], most: usize) -> Vec<&'a Article> {
    let mut places: Vec<(usize, &Article)> = articles.iter().copied().enumerate().collect();
    if places.len() > most {
        sort_by_key(&mut places, |(_, article)| Reverse(day(article)));
        places.truncate(most);
        sort_by_key(&mut places, |(place, _)| *place);
    }
    places.into_iter().map(|(_, article)| article).collect()
}

/// When it was published, or else the end of what it covers; undated articles are the oldest.
fn day(article: &Article) -> Option<(u16, u8, u8)> {
    article.published.and_then(Edtf::latest).or_else(|| article.covers.and_then(Edtf::latest))
}
