//! A small index is one chunk: the metadata embeds the texts, and postings are made of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at its first error")]

use std::sync::LazyLock;

use proptest::prelude::*;

use thidua_client::{ClientSettings, Engine, PageRequest, Parsed, PartialIndex, View};
use thidua_core::corpus::{Catalogue, load};
use thidua_sample::bundled::bundled;
use thidua_sample::variants::CATALOGUE;
use thidua_sample::{Recipe, sample};
use thidua_search::index_format::{
    Chunk, DecodeError, EncodedChunk, IndexChunks, IndexMeta, MAX_EMBEDDED_BYTES, chunk_content,
};
use thidua_search::{Index, SearchRequest, search};

use crate::partial_index::{FULL_INDEX, requests};

/// Index of the variants in one chunk.
static WHOLE: LazyLock<EncodedChunk> = LazyLock::new(|| {
    let chunks = IndexChunks::new(&CATALOGUE, &FULL_INDEX).unwrap().with_embedding(true).encode().unwrap();
    let [whole] = <[EncodedChunk; 1]>::try_from(chunks).unwrap();
    whole
});

fn content() -> &'static [u8] {
    chunk_content(Chunk::Meta, WHOLE.hash, &WHOLE.bytes).unwrap()
}

#[test]
fn small_index_is_one_chunk_by_default() {
    let catalogue = Catalogue::new(load(&bundled()).unwrap());
    let index = Index::build(&catalogue);
    let encoded = |chunks: IndexChunks<'_>| chunks.encode().unwrap();
    let small = encoded(IndexChunks::new(&catalogue, &index).unwrap());
    assert_eq!(small.len(), 1);
    let split = encoded(IndexChunks::new(&catalogue, &index).unwrap().with_embedding(false));
    let sizes = |chunks: &[EncodedChunk]| chunks.iter().map(|chunk| chunk.bytes.len()).sum::<usize>();
    let texts = |chunks: &[EncodedChunk]| -> usize {
        chunks.iter().filter(|c| matches!(c.chunk, Chunk::Texts(_))).map(|c| c.bytes.len()).sum()
    };
    assert!(texts(&split) < MAX_EMBEDDED_BYTES);
    assert!(sizes(&small) < texts(&split) + split[0].bytes.len() + 100, "postings are not embedded");

    let split = encoded(IndexChunks::new(&CATALOGUE, &FULL_INDEX).unwrap().with_embedding(false));
    assert!(texts(&split) > MAX_EMBEDDED_BYTES);
    assert_eq!(encoded(IndexChunks::new(&CATALOGUE, &FULL_INDEX).unwrap()), split);
}

#[test]
fn embedded_index_finds_the_same_as_the_whole_one() {
    let IndexMeta { index, texts, .. } = IndexMeta::read(content()).unwrap();
    let articles: Vec<_> = texts.iter().flat_map(Catalogue::articles).collect();
    assert!(articles.iter().map(|article| &article.id).eq(CATALOGUE.articles().iter().map(|a| &a.id)));
    assert_eq!(index.missing_postings_chunks(), []);
    for request in requests() {
        assert_eq!(index.missing_chunks(&request), []);
        assert_eq!(index.optional_chunks(&request), []);
        assert_eq!(search(&index, &request), search(&FULL_INDEX, &request), "{request:?}");
    }
}

#[test]
fn embedded_index_answers_home_requests_without_a_further_chunk() {
    let settings = ClientSettings { base: "/".to_owned(), ..ClientSettings::default() };
    let partial_index = PartialIndex::read(&WHOLE.bytes, WHOLE.hash, &settings).unwrap();
    assert_eq!(partial_index.prefetch_chunk(), None);
    let engine = Engine::load(&serde_json::to_vec(CATALOGUE.corpus()).unwrap(), &settings).unwrap();
    for query in ["", "q=lao+dong", "q=%22thi+dua%22&nam=2019", "q=xyzq", "q=lao+dongg"] {
        let request = PageRequest { query: query.to_owned(), ..PageRequest::page("") };
        let parsed = Parsed::from(request.clone());
        let found = partial_index.search(&parsed);
        assert!(found.missing.chunks.is_empty(), "{query}");
        let (View::Home(one), View::Home(other)) =
            (partial_index.home_page(&parsed, &found, None).view, engine.respond(&request).view)
        else {
            panic!("a home page");
        };
        assert_eq!((one.count, one.cards, one.notes), (other.count, other.cards, other.notes), "{query}");
    }
}

#[test]
fn embedded_chunk_that_is_cut_off_of_another_number_or_has_other_words_is_refused() {
    let is_corrupt = |content: &[u8]| IndexMeta::read(content).is_err_and(|e| e == DecodeError::Corrupt);
    let content = content();
    assert!(is_corrupt(&content[..content.len() - 1]));
    assert!(is_corrupt(&[content, b"\0"].concat()));
    // Numbers of texts chunks are bytes after the version and the kind.
    let header =
        |number: u8| [&b"TDs"[..], &[thidua_search::index_format::FORMAT_VERSION, 2, number]].concat();
    let at = content.windows(6).position(|bytes| bytes == header(1)).unwrap();
    let mut other = content.to_vec();
    other[at + 5] = 2;
    assert!(is_corrupt(&other));
    // No article has the word "động" any more.
    let mut words = content.to_vec();
    for place in at..content.len() - 5 {
        if &content[place..place + 5] == "ộng".as_bytes() {
            words[place..place + 3].copy_from_slice("ọ".as_bytes());
        }
    }
    assert!(is_corrupt(&words));
    let mut older = content.to_vec();
    older[at + 3] -= 1;
    assert_eq!(IndexMeta::read(&older).unwrap_err(), DecodeError::OtherVersion);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// The texts chunks have all that the postings are made of.
    #[test]
    fn postings_of_embedded_texts_are_those_of_the_whole_index(seed in any::<u64>(), articles in 0_usize..20, bodies in any::<bool>()) {
        let catalogue = Catalogue::new(sample(&Recipe { articles, seed, bodies }, &[]).corpus);
        let whole = Index::build(&catalogue);
        let chunks = IndexChunks::new(&catalogue, &whole).unwrap().with_embedding(true).encode().unwrap();
        let content = chunk_content(Chunk::Meta, chunks[0].hash, &chunks[0].bytes).unwrap();
        let embedded = IndexMeta::read(content).unwrap().index;
        for article in catalogue.articles() {
            let words: Vec<&str> = article.headline.split(' ').collect();
            for query in [words[..words.len().min(3)].join(" "), format!("\"{}\"", words[..words.len().min(2)].join(" "))] {
                let request = SearchRequest { query, ..SearchRequest::default() };
                prop_assert_eq!(search(&embedded, &request), search(&whole, &request));
            }
        }
    }

    /// Where the content hash matches a corrupt chunk, decoding must not panic or allocate without bound.
    #[test]
    fn changed_embedded_content_never_panics(at in 0.0_f64..1.0, bit in 0_u8..8) {
        let mut content = content().to_vec();
        let at = (content.len() as f64 * at) as usize;
        content[at] ^= 1_u8 << bit;
        if let Ok(meta) = IndexMeta::read(&content) {
            requests().iter().take(3).for_each(|request| drop(search(&meta.index, request)));
        }
    }
}
