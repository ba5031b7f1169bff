//! Benchmark of the chunked search index: `cargo bench -p thidua-dev --bench chunks -- corpus.json…`.
//!
//! For each corpus it prints the time of indexing and the compressed size of the chunks by kind. Then it runs 200
//! searches, each with an empty cache and up to the first result cards, and prints the bytes and requests until the
//! results, and those of the passages. The phrases have one to four words of headlines, digests, campaign names and
//! full texts, alternately with and without diacritics. Finally it prints the number of word lists that each keystroke
//! would fetch.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a measurement stops at its first error"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::time::Instant;

use flate2::{Compression, GzBuilder};

use thidua_core::corpus::{Catalogue, load};
use thidua_core::text::fold;
use thidua_search::index_format::{Chunk, ContentHash, EncodedChunk, IndexChunks, IndexMeta, chunk_content};
use thidua_search::{EXPLAINED_HITS, Index, SearchRequest, search};

const QUERIES: usize = 200;

fn main() {
    for path in std::env::args().skip(1).filter(|argument| argument.ends_with(".json")) {
        let bytes = std::fs::read(&path).expect("a corpus");
        measure(&path, &Catalogue::new(load(&bytes).expect("a corpus")));
    }
}

fn measure(path: &str, catalogue: &Catalogue) {
    let begun = Instant::now();
    let index = Index::build(catalogue);
    let chunks = IndexChunks::new(catalogue, &index).expect("the index is whole").with_embedding(false);
    let encoded = chunks.encode().expect("plain data can be written");
    let seconds = begun.elapsed().as_secs_f64();
    let articles = index.len();
    println!("\n{path}: {articles} articles, indexed in {seconds:.2} s");
    let sizes: BTreeMap<Chunk, usize> =
        encoded.iter().map(|chunk| (chunk.chunk, packed(&chunk.bytes))).collect();
    for (name, is_it) in [
        ("metadata", (|chunk| *chunk == Chunk::Meta) as fn(&Chunk) -> bool),
        ("words", |chunk| matches!(chunk, Chunk::Postings(_))),
        ("texts", |chunk| matches!(chunk, Chunk::Texts(_))),
    ] {
        let of: Vec<usize> = sizes.iter().filter(|(chunk, _)| is_it(chunk)).map(|(_, size)| *size).collect();
        let all: usize = of.iter().sum();
        println!(
            "  {name:<6} {:>5} pieces {:>9.1} KB {:>7.1} B an article, largest {:.1} KB",
            of.len(),
            kilo(all),
            all as f64 / articles as f64,
            kilo(of.iter().copied().max().unwrap_or_default())
        );
    }

    for (name, section) in chunks.sections(&[], &hashes(&encoded)).expect("plain data can be written") {
        println!("  start, {name:<12} {:>9.1} KB", kilo(packed(&section)));
    }
    let [postings, positions] = chunks.posting_streams().map(|bytes| packed(&bytes));
    println!(
        "  lists of words {:>9.1} KB {:>7.1} B an article without places, and {:.1} KB of places",
        kilo(postings),
        postings as f64 / articles as f64,
        kilo(positions)
    );

    let content = chunk_content(Chunk::Meta, encoded[0].hash, &encoded[0].bytes).expect("a start");
    let fresh = IndexMeta::read(content).expect("a start").index;
    let [mut results, mut requests, mut later, mut texts, mut typed] = [const { Vec::new() }; 5];
    for query in queries(catalogue) {
        let request = |query: &str| SearchRequest { query: query.to_owned(), ..SearchRequest::default() };
        let wants = fresh.missing_chunks(&request(&query));
        let bytes: usize = wants.iter().chain([&Chunk::Meta]).map(|chunk| sizes[chunk]).sum();
        results.push((bytes, query.clone()));
        requests.push((wants.len() + 1, query.clone()));
        let hits = search(&index, &request(&query)).hits;
        let shown: BTreeSet<Chunk> =
            hits.iter().take(EXPLAINED_HITS).map(|hit| Index::texts_chunk(hit.article)).collect();
        later.push((
            fresh.optional_chunks(&request(&query)).iter().map(|chunk| sizes[chunk]).sum(),
            query.clone(),
        ));
        texts.push((shown.iter().map(|chunk| sizes[chunk]).sum(), query.clone()));
        for (end, _) in query.char_indices().skip(1) {
            typed.push((fresh.missing_chunks(&request(&query[..end])).len(), query[..end].to_owned()));
        }
    }
    spread("bytes to results", &mut results);
    spread("requests to results", &mut requests);
    spread("bytes for other marks", &mut later);
    spread("bytes of passages", &mut texts);
    spread("lists at a keystroke", &mut typed);
}

fn spread(name: &str, values: &mut [(usize, String)]) {
    values.sort();
    let at = |share: usize| &values[(values.len() - 1) * share / 100];
    let [low, median, high, most] = [0, 50, 90, 100].map(|share| at(share).0);
    println!(
        "  {name:<21} least {low:>7}  median {median:>7}  nine in ten {high:>7}  most {most:>7}  ({})",
        at(100).1
    );
}

fn hashes(encoded: &[EncodedChunk]) -> Vec<(Chunk, ContentHash)> {
    let parts = encoded.iter().filter(|chunk| chunk.chunk != Chunk::Meta);
    parts.map(|chunk| (chunk.chunk, chunk.hash)).collect()
}

fn packed(bytes: &[u8]) -> usize {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::new(9));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory").len()
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// Phrases of the articles, drawn evenly over the corpus.
fn queries(catalogue: &Catalogue) -> Vec<String> {
    let mut state = 7_u64;
    let mut below = move |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound.max(1)
    };
    let articles = catalogue.articles();
    let query = |number: usize| {
        let article = &articles[below(articles.len())];
        let body = article.body.iter().flatten().map(String::as_str);
        let digest = article.digest.iter().map(|paragraph| paragraph.vi.as_str());
        let campaigns = article.mentions.iter().map(|mention| mention.as_written.as_str());
        let texts: Vec<&str> =
            body.chain(digest).chain(campaigns).chain([article.headline.as_str()]).collect();
        let words: Vec<&str> = texts[below(texts.len())]
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
            .collect();
        let length = 1 + below(4);
        let start = below(words.len().saturating_sub(length));
        let phrase = words.get(start..(start + length).min(words.len())).unwrap_or_default().join(" ") + " ";
        if number.is_multiple_of(2) { phrase } else { fold(&phrase) + " " }
    };
    (0..QUERIES).map(query).collect()
}
