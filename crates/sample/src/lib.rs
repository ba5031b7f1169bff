//! A made-up corpus of any size, for measuring: what search, pages and the build do with 10,000 articles.
//!
//! [`sample`] draws organisations, campaigns and articles from the word lists in `words/`, all by one seed: the same
//! [`Recipe`] gives the same bytes. Every article has its source text, and its facts stand in that text as they do in
//! real ones, so that the corpus passes `thidua validate` and, with the texts, `thidua verify`. Nothing in it is true:
//! places, companies and people are put together from syllables.

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

/// What to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// How many articles. Organisations and campaigns grow with them: 300 and 2,000 with 10,000.
    pub articles: usize,
    /// Another seed, another corpus.
    pub seed: u64,
    /// Whether the articles carry their full text, as where an owner has the rights; else facts and a digest.
    pub bodies: bool,
}

/// A text to take in place of a drawn one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuppliedText {
    /// The headline, without line breaks.
    pub headline: String,
    /// The paragraphs.
    pub lines: Vec<String>,
}

/// A corpus with its source texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The facts.
    pub corpus: Corpus,
    /// Each source text by its `file_stem`.
    pub texts: BTreeMap<String, String>,
}

/// Draws a corpus. Where texts are `given`, they are taken in turn, and only sentences with facts are added to them.
pub fn sample(recipe: &Recipe, given: &[SuppliedText]) -> Sample {
    let words = Words::read();
    let mut random = Random::new(recipe.seed);
    let sources = sources(&words);
    // At least so many that every kind of organisation is there.
    let organisations = organisations::draw((recipe.articles * 3 / 100).max(12), &words, &mut random);
    let campaigns = campaigns::draw((recipe.articles / 5).max(20), &organisations, &words, &mut random);
    let mut texts = BTreeMap::new();
    let mut articles = Vec::with_capacity(recipe.articles);
    for number in 0..recipe.articles {
        let given = number.checked_rem(given.len()).and_then(|place| given.get(place));
        let writer = ArticleWriter {
            words: &words,
            sources: &sources,
            organisations: &organisations,
            campaigns: &campaigns,
            // An article is drawn by itself: one more campaign name does not change all texts.
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

/// The newspapers.
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
    fn every_fact_stands_in_its_text() {
        for bodies in [false, true] {
            assert_eq!(problems(&made(120, bodies, &[])), Vec::<String>::new());
        }
    }

    #[test]
    fn given_texts_are_kept_and_get_facts() {
        let line = "Điều 1. Phạm vi điều chỉnh gồm 3 khoản, áp dụng trên 20 địa bàn.";
        let given = SuppliedText { headline: "Điều 1".to_owned(), lines: vec![line.to_owned()] };
        let sample = made(5, true, &[given]);
        assert_eq!(problems(&sample), Vec::<String>::new());
        assert!(sample.texts.values().all(|text| text.starts_with(&format!("Điều 1\n{line}\n"))));
        assert!(sample.corpus.articles.iter().any(|article| !article.figures.is_empty()));
    }

    #[test]
    fn a_seed_is_a_corpus() {
        let seeded = |seed| sample(&Recipe { articles: 30, seed, bodies: false }, &[]);
        let json = |sample: &Sample| serde_json::to_string(&sample.corpus).unwrap();
        assert_eq!(seeded(1), seeded(1));
        assert_ne!(json(&seeded(1)), json(&seeded(2)));
    }

    #[test]
    fn it_grows_as_a_newspaper_does() {
        let Corpus { articles, campaigns, organisations, .. } = made(1_000, false, &[]).corpus;
        let figures: usize = articles.iter().map(|a| a.figures.len()).sum();
        assert_eq!((articles.len(), campaigns.len(), organisations.len()), (1_000, 200, 30));
        assert!((4_500..5_500).contains(&figures), "{figures}");
    }

    #[test]
    fn texts_are_as_long_and_as_rich_as_news() {
        let sample = made(200, false, &[]);
        let mut syllables = BTreeMap::new();
        for syllable in sample.texts.values().flat_map(|text| text.split_whitespace()) {
            *syllables.entry(thidua_core::text::key(syllable)).or_insert(0) += 1;
        }
        let all: usize = syllables.values().sum();
        let most = syllables.values().max().unwrap();
        assert!((400..650).contains(&(all / 200)), "{} syllables a text", all / 200);
        assert!(syllables.len() > 900, "{} different syllables", syllables.len());
        // The commonest syllable of real news is one in thirty to fifty.
        assert!(most * 20 < all && most * 100 > all, "{most} of {all}");
    }
}
