//! Variants of the articles of this repository: each has a random part of the facts of one article, so that many
//! combinations occur.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests alone use it, and a corpus that cannot be made fails them"
)]

use std::sync::LazyLock;

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, ArticleId, Corpus, FigureId};

/// Number of variants.
pub const ARTICLES: usize = 100;

/// Deterministic generator of numbers below a bound.
pub struct LinearCongruential(pub u64);

impl LinearCongruential {
    /// The next number below `bound`.
    pub fn up_to(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}

/// Variants with a part of the facts of the bundled articles, and with headlines mixed from their words.
fn many() -> Catalogue {
    let text = include_str!("../../../public/corpus.json");
    let corpus: Corpus = serde_json::from_str(text).unwrap();
    let mut random = LinearCongruential(7);
    let words: Vec<&str> = corpus
        .articles
        .iter()
        .flat_map(|a| a.digest.iter().flat_map(|p| p.vi.split(' ')).chain(a.headline.split(' ')))
        .collect();
    let article = |number: usize| {
        let one = &corpus.articles[random.up_to(corpus.articles.len())];
        let mut some = |length: usize| (0..length).filter(|_| random.up_to(6) == 0).collect::<Vec<_>>();
        fn pick<T: Clone>(all: &[T], pos: &[usize]) -> Vec<T> {
            pos.iter().map(|pos| all[*pos].clone()).collect()
        }
        let mut article = Article {
            id: ArticleId::new(format!("bai-{number}")),
            digest: pick(&one.digest, &some(one.digest.len())),
            people: pick(&one.people, &some(one.people.len())),
            mentions: pick(&one.mentions, &some(one.mentions.len())),
            phases: pick(&one.phases, &some(one.phases.len())),
            figures: pick(&one.figures, &some(one.figures.len())),
            ..one.clone()
        };
        // The whole of a share is always included.
        for share in article.figures.clone() {
            let is_here = |id: &FigureId| article.figures.iter().any(|figure| figure.id == *id);
            if let Some(whole) = share.part_of.filter(|id| !is_here(id)) {
                article.figures.extend(one.figures.iter().find(|figure| figure.id == whole).cloned());
            }
        }
        let new = |pos: usize| FigureId::new(format!("bai-{number}-{pos}"));
        let old: Vec<FigureId> = article.figures.iter().map(|figure| figure.id.clone()).collect();
        for (pos, figure) in article.figures.iter_mut().enumerate() {
            figure.id = new(pos);
            // Every fifth figure has open guesses, as in the sample.
            if pos % 5 == 4 {
                figure.confirmed.clear();
            }
            figure.part_of =
                figure.part_of.take().and_then(|whole| Some(new(old.iter().position(|id| *id == whole)?)));
        }
        let headline: Vec<&str> = (0..9).map(|_| words[random.up_to(words.len())]).collect();
        article.headline = headline.join(" ");
        let year = 2010 + random.up_to(12);
        article.covers = (random.up_to(5) > 0).then(|| year.to_string().parse().unwrap());
        article
    };
    let articles = (0..ARTICLES).map(article).collect();
    Catalogue::new(Corpus { articles, ..corpus })
}

/// All variants, repeated `rounds` times with different ids.
pub fn many_times(rounds: usize) -> Catalogue {
    let one = CATALOGUE.corpus();
    let again = |round: usize| {
        one.articles.iter().map(move |article| {
            let mut article = article.clone();
            article.id = ArticleId::new(format!("{}-{round}", article.id));
            for figure in &mut article.figures {
                figure.id = FigureId::new(format!("{}-{round}", figure.id));
            }
            article
        })
    };
    let articles = (0..rounds).flat_map(again).collect();
    Catalogue::new(Corpus { articles, ..one.clone() })
}

/// Catalogue of the variants.
pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(many);
