//! Redirects from old ids.

use crate::domain::Corpus;

/// Returns the id at the end of the redirects from `id`. `None` where there is no redirect, or only a circle.
pub(in crate::corpus) fn end_of<'a>(corpus: &'a Corpus, id: &str) -> Option<&'a str> {
    let redirects = &corpus.redirects;
    let mut target = redirects.get(id)?;
    for _ in 0..redirects.len() {
        match redirects.get(target) {
            Some(next) => target = next,
            None => return Some(target),
        }
    }
    None
}

/// Redirects `from`, and everything that led to it, directly to `to`. A redirect of `to` ends, so that there is no circle.
pub(super) fn redirect(corpus: &mut Corpus, from: &str, to: &str) {
    let leading: Vec<String> =
        corpus.redirects.keys().filter(|old| end_of(corpus, old) == Some(from)).cloned().collect();
    for old in leading {
        corpus.redirects.insert(old, to.to_owned());
    }
    corpus.redirects.insert(from.to_owned(), to.to_owned());
    corpus.redirects.remove(to);
}
