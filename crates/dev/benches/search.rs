//! Benchmark of search: `cargo bench -p thidua-dev --bench search [-- texts.jsonl]`.
//!
//! Measures the bundled corpus, and 2,000 articles: with the texts of a file of JSON lines (`title`, `body`) if one is
//! given, otherwise with words drawn from the corpus. Each query is typed letter by letter; a row gives the median and
//! the maximum over all prefixes. Then 300 phrases of two and three words drawn from the articles are searched, typed
//! in four ways; the output is the share of the first ten hits that contain the phrase as printed (P@10), relative to
//! the number that could.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a measurement stops at its first error"
)]

use std::time::{Duration, Instant};

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, ArticleId, Corpus};
use thidua_core::text::{fold, key};
use thidua_search::{Index, SearchRequest, search};

const QUERIES: [&str; 12] = [
    "thi dua",
    "Lao động giỏi, Lao động sáng tạo",
    "lao dong gioi",
    "công nhân giỏi",
    "\"công nhân giỏi\"",
    "ldld quan hoang mai",
    "liên đoàn lao động",
    "phong trao -covid",
    "trách nhiệm của người lao động",
    "vũ khí",
    "nam:2022 sang kien",
    "ngừơi lao dnog",
];

fn main() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json");
    let text = std::fs::read_to_string(path).expect("the bundled corpus");
    let corpus: Corpus = serde_json::from_str(&text).expect("a corpus");
    measure("bundled corpus", &Catalogue::new(corpus.clone()));
    let texts = std::env::args().skip(1).find(|argument| argument.ends_with(".jsonl"));
    let large = match texts {
        Some(path) => with_articles(&corpus, &read_texts(&path)),
        None => with_articles(&corpus, &draw_texts(&text)),
    };
    let large = Catalogue::new(large);
    measure("2,000 articles", &large);
    precision(&large);
}

fn precision(catalogue: &Catalogue) {
    let index = Index::build(catalogue);
    let keys: Vec<String> = catalogue.articles().iter().map(|a| format!(" {} ", key(&printed(a)))).collect();
    let phrases = draw_phrases(catalogue, &keys);
    type Typing = fn(&str) -> String;
    let ways: [(&str, Typing); 4] = [
        ("with marks", str::to_owned),
        ("without marks", |phrase| fold(phrase)),
        ("đ typed d", |phrase| phrase.replace('đ', "d")),
        ("in quotation marks", |phrase| format!("\"{phrase}\"")),
    ];
    for (name, typed) in ways {
        let precisions = phrases.iter().map(|phrase| {
            let has_phrase = |number: &usize| keys[*number].contains(&format!(" {phrase} "));
            let possible = (0..keys.len()).filter(has_phrase).count().min(10);
            let results =
                search(&index, &SearchRequest { query: typed(phrase) + " ", ..SearchRequest::default() });
            let right =
                results.hits.iter().take(10).map(|hit| hit.article as usize).filter(has_phrase).count();
            right as f64 / possible as f64
        });
        let precisions: Vec<f64> = precisions.collect();
        println!("  P@10 {:.3}  {name}", precisions.iter().sum::<f64>() / precisions.len() as f64);
    }
}

fn printed(article: &Article) -> String {
    format!("{}\n{}", article.headline, article.body.as_deref().unwrap_or_default().join("\n"))
}

/// Phrases of the bodies that occur in 3 to 200 articles.
fn draw_phrases(catalogue: &Catalogue, keys: &[String]) -> Vec<String> {
    let mut phrases = Vec::new();
    for (number, article) in catalogue.articles().iter().enumerate().step_by(3) {
        let line = article.body.iter().flatten().nth(number % 3).map(|line| key(line)).unwrap_or_default();
        let words: Vec<&str> = line.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).collect();
        let Some(phrase) = words.windows(2 + number % 2).nth(number % 17) else { continue };
        let phrase = phrase.join(" ");
        let count = keys.iter().filter(|key| key.contains(&format!(" {phrase} "))).count();
        if (3..200).contains(&count) && phrases.len() < 300 {
            phrases.push(phrase);
        }
    }
    phrases
}

fn measure(name: &str, catalogue: &Catalogue) {
    let start = Instant::now();
    let index = Index::build(catalogue);
    println!("{name}: {} articles, indexed in {:.1} ms", index.len(), millis(start.elapsed()));
    let mut all = Vec::new();
    for query in QUERIES {
        let mut times = Vec::new();
        let mut hits = 0;
        for (end, _) in query.char_indices().skip(1).chain([(query.len(), ' ')]) {
            let request = SearchRequest { query: query[..end].to_owned(), ..SearchRequest::default() };
            let best = (0..5).map(|_| {
                let start = Instant::now();
                hits = search(&index, &request).hits.len();
                start.elapsed()
            });
            times.push(best.min().expect("five runs"));
        }
        times.sort();
        let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
        println!("  {:>7.3} {:>7.3} ms {hits:>5} hits  {query}", millis(median), millis(worst));
        all.extend(times);
    }
    all.sort();
    println!("  {:>7.3} {:>7.3} ms  all", millis(all[all.len() / 2]), millis(all[all.len() - 1]));
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The corpus with one article per text; each article has one in eight of the facts of the corpus's own articles.
fn with_articles(corpus: &Corpus, texts: &[(String, String)]) -> Corpus {
    let article = |(number, (title, body)): (usize, &(String, String))| {
        let mut article = corpus.articles[number % corpus.articles.len()].clone();
        article.id = ArticleId::new(format!("text-{number}"));
        article.headline = title.clone();
        article.body = Some(body.lines().map(str::to_owned).collect());
        article.mentions = every_eighth(&article.mentions, number);
        article.figures = every_eighth(&article.figures, number);
        article.digest = every_eighth(&article.digest, number);
        article
    };
    Corpus { articles: texts.iter().enumerate().map(article).collect(), ..corpus.clone() }
}

fn every_eighth<T: Clone>(items: &[T], from: usize) -> Vec<T> {
    items.iter().skip(from % 8).step_by(8).cloned().collect()
}

fn read_texts(path: &str) -> Vec<(String, String)> {
    let lines = std::fs::read_to_string(path).expect("a file of texts");
    let value = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON");
    let text = |value: &serde_json::Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    lines.lines().map(value).map(|value| (text(&value, "title"), text(&value, "body"))).collect()
}

/// 2,000 texts of 500 words; words that come first in the corpus are the most frequent.
fn draw_texts(corpus: &str) -> Vec<(String, String)> {
    let words: Vec<&str> =
        corpus.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii()).collect();
    let mut state = 1_u64;
    let mut draw = |count: usize| -> String {
        let mut word = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let fraction = (state >> 33) as f64 / f64::from(1 << 31);
            words[(fraction * fraction * words.len() as f64) as usize % words.len()]
        };
        (0..count).map(|_| word()).collect::<Vec<_>>().join(" ")
    };
    (0..2000).map(|_| (draw(12), draw(500))).collect()
}
