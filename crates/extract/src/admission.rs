//! Admission of a new article to a corpus: duplicates, problems that its additions cause, and free names. The command
//! line and the editor both use it.
//!
//! ```
//! use thidua_core::domain::{Bilingual, Corpus};
//! use thidua_extract::admission::unused_file_stem;
//!
//! let corpus = Corpus::empty(Bilingual::default());
//! assert_eq!(unused_file_stem("bai", &corpus, |stem| stem == "bai"), "bai-2");
//! ```

use thidua_core::collections::collect_set;
use thidua_core::corpus::{FactPath, Problem, ProblemCode, SourceTexts, sort_problems, validate, verify};
use thidua_core::domain::{Corpus, FileStemFault, MAX_FILE_STEM_BYTES, file_stem_fault};
use thidua_core::text::quantity::QuantityReader;
use thidua_core::text::{first_hidden, key, lowercase, nfc};

use super::draft::Draft;
use super::fingerprint::{DUPLICATE_SIMILARITY, Fingerprint};

/// Text of an article that the corpus has already.
#[derive(Debug, Clone)]
pub struct KnownText {
    /// Id of the article.
    pub article: String,
    /// Fingerprint of the text.
    pub fingerprint: Fingerprint,
}

/// Fingerprint of the lines of `text` that belong to the article of `draft`.
pub fn fingerprint_of(text: &str, draft: &Draft) -> Fingerprint {
    let lines: Vec<&str> = text.split('\n').collect();
    let own = draft.segments.iter().filter(|segment| segment.role.is_article());
    Fingerprint::of(
        own.filter_map(|segment| lines.get(usize::try_from(segment.line).ok()?.checked_sub(1)?).copied()),
    )
}

/// Returns the ids of the articles of which a text is a duplicate, with the similarity in percent. Texts are compared
/// by their bytes and by their fingerprints; where the text of an article is not among `existing`, headlines are
/// compared.
pub fn duplicates(
    fingerprint: &Fingerprint,
    sha256: &str,
    draft: &Draft,
    corpus: &Corpus,
    existing: &[KnownText],
) -> Vec<(String, u32)> {
    let headline = draft.headline.as_ref().map(|found| key(&found.words));
    let mut found = Vec::new();
    for article in &corpus.articles {
        let similarity = match existing.iter().find(|existing| existing.article == *article.id) {
            _ if article.text.sha256 == sha256 => 100,
            Some(existing) => existing.fingerprint.similarity(fingerprint),
            None if headline.as_ref().is_some_and(|headline| *headline == key(&article.headline)) => {
                DUPLICATE_SIMILARITY
            }
            None => 0,
        };
        if similarity >= DUPLICATE_SIMILARITY {
            found.push((article.id.to_string(), similarity));
        }
    }
    found
}

/// Returns the problems of the corpus `merged` that the corpus `before` does not have, and the problems of its last
/// article against its source text. New nouns of units must not change the reading of a figure of `before`.
pub fn new_problems(merged: &Corpus, before: &Corpus, text: &str, sha256: &str) -> Vec<Problem> {
    let old = validate(before);
    let mut problems: Vec<Problem> =
        validate(merged).into_iter().filter(|problem| !old.contains(problem)).collect();
    if let Some(article) = merged.articles.last() {
        let mut sources = SourceTexts::default();
        sources.insert(&article.text.file_stem, text, sha256);
        let only = Corpus { articles: vec![article.clone()], ..without_articles(merged) };
        problems.extend(verify(&only, &sources).problems);
    }
    if merged.units != before.units {
        let (was, is) = (QuantityReader::new(&before.units), QuantityReader::new(&merged.units));
        for (a, article) in before.articles.iter().enumerate() {
            for (f, figure) in article.figures.iter().enumerate() {
                let read = |counting: &QuantityReader| {
                    let all = counting.quantities(&figure.as_written);
                    all.into_iter().find(|q| q.range.start == 0).map(|q| (q.unit, q.range))
                };
                if read(&was) != read(&is) {
                    problems.push(Problem::error(FactPath::figure(a, f), ProblemCode::NounChangesFigure));
                }
            }
        }
    }
    sort_problems(&mut problems);
    problems
}

/// Copy of a corpus without its articles.
pub fn without_articles(corpus: &Corpus) -> Corpus {
    Corpus {
        schema: corpus.schema.clone(),
        schema_version: corpus.schema_version,
        title: corpus.title.clone(),
        licence: corpus.licence.clone(),
        languages: corpus.languages,
        sources: corpus.sources.clone(),
        organisations: corpus.organisations.clone(),
        units: corpus.units.clone(),
        campaigns: corpus.campaigns.clone(),
        glossary: corpus.glossary.clone(),
        redirects: corpus.redirects.clone(),
        articles: Vec::new(),
    }
}

/// Returns a name for a source text that no other text has, made from the name of a file without its extension. The
/// result is valid on every file system, whatever `name` is. `is_there` returns whether another file has a name.
pub fn unused_file_stem(name: &str, corpus: &Corpus, is_there: impl Fn(&str) -> bool) -> String {
    let base = plain_stem(name);
    let comparable = |stem: &str| lowercase(&nfc(stem));
    let used = collect_set(corpus.articles.iter().map(|article| comparable(&article.text.file_stem)));
    let is_free = |stem: &String| !used.contains(&comparable(stem)) && !is_there(stem);
    let numbered = (2_u32..).map(|count| format!("{base}-{count}"));
    std::iter::once(base.clone()).chain(numbered).find(is_free).unwrap_or(base)
}

/// Converts the name of a file to the name of a source text: composed, without spaces and full stops at its ends, not
/// too long.
fn plain_stem(name: &str) -> String {
    let composed = nfc(name);
    let name = composed.trim().trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let short: String = name
        .chars()
        .scan(0, |length, c| {
            *length += c.len_utf8();
            // A number may be appended.
            (*length <= MAX_FILE_STEM_BYTES - 8).then_some(c)
        })
        .collect();
    let short = short.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    match file_stem_fault(short) {
        None if first_hidden(short).is_none() => short.to_owned(),
        Some(FileStemFault::Reserved) => format!("{PLAIN_STEM}-{}", short.replace('.', "-")),
        _ => PLAIN_STEM.to_owned(),
    }
}

/// Name of a source text where the given name cannot be used.
const PLAIN_STEM: &str = "bai-bao";

/// Every id that is in use.
pub fn used_ids(corpus: &Corpus) -> Vec<String> {
    let mut used: Vec<String> = corpus.redirects.keys().cloned().collect();
    used.extend(corpus.articles.iter().map(|a| a.id.to_string()));
    used.extend(corpus.campaigns.iter().map(|c| c.id.to_string()));
    used.extend(corpus.organisations.iter().map(|o| o.id.to_string()));
    used
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_core::domain::Bilingual;

    #[test]
    fn every_file_name_gives_a_portable_stem() {
        let corpus = Corpus::empty(Bilingual::default());
        let long = "ệ".repeat(300);
        for name in [
            "con",
            "Con.bai",
            "a/b",
            "..",
            ".an",
            "~$bai",
            "bai. ",
            " bai",
            "",
            "a\u{202E}b",
            "a?b",
            "a\nb",
            &long,
        ] {
            let stem = unused_file_stem(name, &corpus, |_| false);
            assert_eq!((file_stem_fault(&stem), first_hidden(&stem)), (None, None), "{name:?} → {stem:?}");
        }
        assert_eq!(unused_file_stem("Bài viết Đống Đa", &corpus, |_| false), "Bài viết Đống Đa");
        assert_eq!(unused_file_stem("Ba\u{300}i", &corpus, |_| false), "Bài");
        assert_eq!(unused_file_stem("bai", &corpus, |stem| stem == "bai"), "bai-2");
    }
}
