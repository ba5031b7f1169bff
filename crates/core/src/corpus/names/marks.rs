//! Marks of verified articles after a change of names.
//!
//! The hash of an article changes with the ids in it, but what was found in its text does not: printed words stay, and an id
//! is no printed word. So a mark that fitted before is written anew, and one that did not fit stays as it is.

use crate::collections::collect_map;
use crate::corpus::attestation::{ArticleAttestation, Attestation, AttestationCheck};
use crate::domain::Corpus;

/// Returns the attestation of `before` for `after`, which differs from it by operations on names only, and the check of
/// the old one: which marks were carried over, and which had been lost before and still are.
///
/// ```
/// use thidua_core::corpus::{Attestation, NameOperation, carry_marks, load};
///
/// let corpus = load(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json")))?;
/// let attestation = Attestation::of(&corpus, |_| true);
/// let rename = |id: &str, new: &str| NameOperation::Rename { id: id.into(), name: None, new_id: Some(new.into()) };
/// let edit = rename("ldld-ha-dong", "cong-doan-ha-dong").apply(&corpus).unwrap();
/// let (carried, _) = carry_marks(&attestation, &corpus, &edit.corpus);
/// assert!(carried.check(&edit.corpus).lost.is_empty());
/// assert_eq!(attestation.check(&edit.corpus).lost.len(), 1);
/// # Ok::<(), thidua_core::corpus::LoadError>(())
/// ```
pub fn carry_marks(
    attestation: &Attestation,
    before: &Corpus,
    after: &Corpus,
) -> (Attestation, AttestationCheck) {
    let check = attestation.check(before);
    let by_id = collect_map(after.articles.iter().map(|article| (&article.id, article)));
    let carry = |entry: &ArticleAttestation| match by_id.get(&entry.id) {
        Some(article) if check.verified.contains(&entry.id) => ArticleAttestation {
            checked: entry.checked,
            guesses: entry.guesses,
            ..ArticleAttestation::of(after, article)
        },
        _ => entry.clone(),
    };
    let articles = attestation.articles.iter().map(carry).collect();
    (Attestation { schema_version: attestation.schema_version, articles }, check)
}
