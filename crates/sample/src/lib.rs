//! Invented corpora for tests and measurements, of any size.
//!
//! [`sample`] draws organisations, campaigns and articles from the word lists in `words/`. It is deterministic: the
//! same [`Recipe`] gives the same bytes. Every article has its source text, and its facts are stated in that text as in
//! real articles, so that the corpus passes `thidua validate` and, with the texts, `thidua verify`. Nothing in it is
//! true: the names of places, companies and people are combined from syllables.
//!
//! ```
//! use thidua_sample::{Recipe, sample};
//!
//! let recipe = Recipe { articles: 20, seed: 1, bodies: false };
//! let drawn = sample(&recipe, &[]);
//! assert_eq!(drawn.corpus.articles.len(), 20);
//! assert_eq!(drawn.texts.len(), 20);
//! assert!(sample(&recipe, &[]).corpus == drawn.corpus);
//! ```

mod article;
pub mod bundled;
mod campaigns;
mod figures;
pub mod fixture;
mod organisations;
mod prose;
mod random;
pub mod variants;
mod words;

use std::collections::BTreeMap;

use thidua_core::domain::{Bilingual, Corpus, Source, SourceId};
use thidua_core::text::slug;

use article::ArticleWriter;
use random::Random;
use words::Words;

/// Parameters of a sample corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// Number of articles. The numbers of organisations and campaigns grow with it: 300 and 2,000 for 10,000 articles.
    pub articles: usize,
    /// Seed; each seed gives a different corpus.
    pub seed: u64,
    /// Gives the articles their full text, as in a corpus whose owner has the rights to it. Otherwise they have facts
    /// and a digest only.
    pub bodies: bool,
}

/// A text that is used instead of a drawn one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuppliedText {
    /// Headline, without line breaks.
    pub headline: String,
    /// Paragraphs.
    pub lines: Vec<String>,
}

/// A sample corpus with its source texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The corpus.
    pub corpus: Corpus,
    /// Source texts by `file_stem`.
    pub texts: BTreeMap<String, String>,
}

/// Draws a sample corpus. Texts that are `given` are used in turn, and only sentences with facts are added to them.
pub fn sample(recipe: &Recipe, given: &[SuppliedText]) -> Sample {
    let words = Words::read();
    let mut random = Random::new(recipe.seed);
    let sources = sources(&words);
    // A minimum, so that every kind of organisation occurs.
    let organisations = organisations::draw((recipe.articles * 3 / 100).max(12), &words, &mut random);
    let campaigns = campaigns::draw((recipe.articles / 5).max(20), &organisations, &words, &mut random);
    let mut texts = BTreeMap::new();
    let mut articles = Vec::with_capacity(recipe.articles);
    for number in 0..recipe.articles {
        let given = number.checked_rem(given.len()).and_then(|index| given.get(index));
        let writer = ArticleWriter {
            words: &words,
            sources: &sources,
            organisations: &organisations,
            campaigns: &campaigns,
            // Each article has its own random sequence, so that one more campaign name does not change the text of
            // every article.
            random: Random::new(recipe.seed ^ (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)),
        };
        let (article, text) = writer.write(number, given, recipe.bodies);
        texts.insert(article.text.file_stem.clone(), text);
        articles.push(article);
    }
    let title = Bilingual {
        vi: "Bộ mẫu (số liệu bịa ra)".to_owned(),
        en: "Sample (made-up figures)".to_owned(),
    };
    let units = figures::units();
    let corpus = Corpus { sources, organisations, units, campaigns, articles, ..Corpus::empty(title) };
    Sample { corpus, texts }
}

/// Letters that tell one made-up thing from another: a number in a translated name would have to stand in the name.
fn letters(number: usize) -> String {
    let mut number = number;
    let mut found = String::new();
    loop {
        let letter = u8::try_from(number % 26).unwrap_or_default();
        found.insert(0, char::from(b'A' + letter));
        number /= 26;
        if number == 0 {
            return found;
        }
        number -= 1;
    }
}

/// Sources (newspapers) of the corpus.
fn sources(words: &Words) -> Vec<Source> {
    let places = words.list("place-first").iter().zip(words.list("place-second"));
    let names = words.list("newspaper").iter().zip(places);
    names
        .map(|(paper, (first, second))| {
            let name = format!("{paper} {first} {second}");
            let id = slug(&name);
            Source {
                id: SourceId::new(id.clone()),
                site: Some(format!("{id}.example")),
                attribution: Bilingual {
                    vi: format!("Nguồn: {name} (bịa ra)"),
                    en: format!("Source: {name} (made up)"),
                },
                name,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_core::corpus::{Severity, SourceTexts, validate, verify};

    fn made(articles: usize, bodies: bool, given: &[SuppliedText]) -> Sample {
        sample(&Recipe { articles, seed: 7, bodies }, given)
    }

    fn problems(sample: &Sample) -> Vec<String> {
        let mut sources = SourceTexts::default();
        for (stem, text) in &sample.texts {
            sources.insert(stem, text, &thidua_core::text::sha256(text.as_bytes()));
        }
        let mut found = validate(&sample.corpus);
        found.extend(verify(&sample.corpus, &sources).problems);
        found.into_iter().filter(|p| p.severity == Severity::Error).map(|p| p.to_string()).collect()
    }

    #[test]
    fn sample_is_valid_and_verifies() {
        for bodies in [false, true] {
            assert_eq!(problems(&made(120, bodies, &[])), Vec::<String>::new());
        }
    }

    #[test]
    fn given_texts_are_kept_and_facts_added() {
        let line = "Điều 1. Phạm vi điều chỉnh gồm 3 khoản, áp dụng trên 20 địa bàn.";
        let given = SuppliedText { headline: "Điều 1".to_owned(), lines: vec![line.to_owned()] };
        let sample = made(5, true, &[given]);
        assert_eq!(problems(&sample), Vec::<String>::new());
        assert!(sample.texts.values().all(|text| text.starts_with(&format!("Điều 1\n{line}\n"))));
        assert!(sample.corpus.articles.iter().any(|article| !article.figures.is_empty()));
    }

    #[test]
    fn same_seed_gives_the_same_corpus() {
        let seeded = |seed| sample(&Recipe { articles: 30, seed, bodies: false }, &[]);
        let json = |sample: &Sample| serde_json::to_string(&sample.corpus).unwrap();
        assert_eq!(seeded(1), seeded(1));
        assert_ne!(json(&seeded(1)), json(&seeded(2)));
    }

    #[test]
    fn sample_grows_in_proportion() {
        let Corpus { articles, campaigns, organisations, .. } = made(1_000, false, &[]).corpus;
        let figures: usize = articles.iter().map(|a| a.figures.len()).sum();
        assert_eq!((articles.len(), campaigns.len(), organisations.len()), (1_000, 200, 30));
        assert!((4_500..5_500).contains(&figures), "{figures}");
    }

    #[test]
    fn texts_have_the_length_and_vocabulary_of_news() {
        let sample = made(200, false, &[]);
        let mut syllables = BTreeMap::new();
        for syllable in sample.texts.values().flat_map(|text| text.split_whitespace()) {
            *syllables.entry(thidua_core::text::key(syllable)).or_insert(0) += 1;
        }
        let all: usize = syllables.values().sum();
        let most = syllables.values().max().unwrap();
        assert!((400..650).contains(&(all / 200)), "{} syllables a text", all / 200);
        assert!(syllables.len() > 900, "{} different syllables", syllables.len());
        // In real news, the most frequent syllable is one in thirty to fifty.
        assert!(most * 20 < all && most * 100 > all, "{most} of {all}");
    }
}
