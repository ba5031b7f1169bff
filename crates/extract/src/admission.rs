//! Whether a new article may go into a corpus: what it repeats, what its additions would break, which names are free.
//! The same for the command line and the workbench.

use super::draft::Draft;
use super::fingerprint::{DUPLICATE_SIMILARITY, Fingerprint};
use thidua_core::collections::collect_set;
use thidua_core::corpus::{FactPath, Problem, ProblemCode, SourceTexts, sort_problems, validate, verify};
use thidua_core::domain::{Corpus, FileStemFault, MAX_FILE_STEM_BYTES, file_stem_fault};
use thidua_core::text::quantity::QuantityReader;
use thidua_core::text::{first_hidden, key, lowercase, nfc};

/// A text to compare with, and whose it is.
#[derive(Debug, Clone)]
pub struct KnownText {
    /// The id of the article.
    pub article: String,
    /// Its words.
    pub fingerprint: Fingerprint,
}

/// The fingerprint of the lines of `text` that a draft takes for the article.
pub fn fingerprint_of(text: &str, draft: &Draft) -> Fingerprint {
    let lines: Vec<&str> = text.split('\n').collect();
    let own = draft.segments.iter().filter(|segment| segment.role.is_article());
    Fingerprint::of(
        own.filter_map(|segment| lines.get(usize::try_from(segment.line).ok()?.checked_sub(1)?).copied()),
    )
}

/// The articles that a text is already, with the similarity in hundredths: by its bytes, by its words, or – where their
/// texts are not at hand – by its headline.
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

/// What is wrong with the corpus `merged` that was not wrong `before`, and with its last article against its text. The
/// units that the article brings must not change how a known figure reads.
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

/// Everything of a corpus but its articles.
pub fn without_articles(corpus: &Corpus) -> Corpus {
    Corpus {
        schema: corpus.schema.clone(),
        schema_version: corpus.schema_version,
        title: corpus.title.clone(),
        licence: corpus.licence.clone(),
        sources: corpus.sources.clone(),
        organisations: corpus.organisations.clone(),
        units: corpus.units.clone(),
        campaigns: corpus.campaigns.clone(),
        glossary: corpus.glossary.clone(),
        redirects: corpus.redirects.clone(),
        articles: Vec::new(),
    }
}

/// A name for the source text that no other text has, made of the name of a file without its ending. Whatever that is, the
/// result can be the name of a file on every system. `is_there` says of a name whether another file has it.
pub fn unused_file_stem(name: &str, corpus: &Corpus, is_there: impl Fn(&str) -> bool) -> String {
    let wanted = plain_stem(name);
    let comparable = |stem: &str| lowercase(&nfc(stem));
    let used = collect_set(corpus.articles.iter().map(|article| comparable(&article.text.file_stem)));
    let is_free = |stem: &String| !used.contains(&comparable(stem)) && !is_there(stem);
    let numbered = (2_u32..).map(|count| format!("{wanted}-{count}"));
    std::iter::once(wanted.clone()).chain(numbered).find(is_free).unwrap_or(wanted)
}

/// The name of a file as that of a source text: composed, without spaces and points at its ends, not too long.
fn plain_stem(name: &str) -> String {
    let composed = nfc(name);
    let name = composed.trim().trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let short: String = name
        .chars()
        .scan(0, |length, c| {
            *length += c.len_utf8();
            // A number may follow.
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

/// The name of a source text whose own name cannot be used.
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
    fn whatever_a_file_is_called_its_text_gets_a_name_for_every_system() {
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
