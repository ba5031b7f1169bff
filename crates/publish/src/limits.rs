//! Largest corpus of which a page makes a whole site. A larger one, whose index would be published in chunks, is a task for the
//! program `thidua`.

/// Largest number of articles.
pub const PAGE_MAX_ARTICLES: usize = 1_000;
/// Largest size of a corpus document, in bytes.
pub const PAGE_MAX_BYTES: usize = 8 * 1024 * 1024;

/// Returns whether a page should not try to make a whole site of a corpus of this many articles and bytes.
pub fn is_too_large_for_page(articles: usize, bytes: usize) -> bool {
    articles > PAGE_MAX_ARTICLES || bytes > PAGE_MAX_BYTES
}
