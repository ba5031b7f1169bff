//! The index in chunks gives the same results as the whole index, and corrupt chunks are not used.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at its first error")]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{CampaignKind, Role};
use thidua_core::text::fold;
use thidua_sample::variants::{CATALOGUE, LinearCongruential};
use thidua_search::index_format::{
    CardHeader, Chunk, ContentHash, DecodeError, EncodedChunk, FORMAT_VERSION, IndexChunks, IndexMeta,
    chunk_content,
};
use thidua_search::{FacetSelection, Index, NameIndex, SearchRequest, SearchResults, Sort, search};

pub static FULL_INDEX: LazyLock<Index> = LazyLock::new(|| Index::build(&CATALOGUE));

fn chunks() -> IndexChunks<'static> {
    IndexChunks::new(&CATALOGUE, &FULL_INDEX).unwrap().with_embedding(false)
}

static FILES: LazyLock<BTreeMap<Chunk, EncodedChunk>> = LazyLock::new(|| {
    chunks().encode().unwrap().into_iter().map(|encoded| (encoded.chunk, encoded)).collect()
});

/// Bytes of the chunk as a host serves them.
pub fn fetch(chunk: Chunk) -> Vec<u8> {
    FILES[&chunk].bytes.clone()
}

fn hash_of(chunk: Chunk) -> ContentHash {
    FILES[&chunk].hash
}

fn content(chunk: Chunk) -> Vec<u8> {
    chunk_content(chunk, hash_of(chunk), &fetch(chunk)).unwrap().to_vec()
}

/// Index metadata, decoded once.
fn metadata() -> IndexMeta {
    static METADATA: LazyLock<IndexMeta> = LazyLock::new(|| {
        let metadata = IndexMeta::read(&content(Chunk::Meta)).unwrap();
        let known = FILES.keys().filter(|chunk| metadata.index.hash_of(**chunk) == Some(hash_of(**chunk)));
        assert_eq!(known.count(), FILES.len() - 1, "it has the hashes of all others");
        metadata
    });
    METADATA.clone()
}

fn insert_chunk(index: &mut Index, chunk: Chunk) {
    match chunk {
        Chunk::Postings(number) => index.insert_postings(number, &content(chunk)).unwrap(),
        Chunk::Texts(number) => drop(index.insert_texts(number, &content(chunk)).unwrap()),
        _ => unreachable!("not a chunk of the index"),
    }
}

/// Searches with chunks: first those of the query terms, then those for spelling without marks if needed, then the
/// texts of the results.
fn search_in_chunks(index: &mut Index, request: &SearchRequest) -> SearchResults {
    for _ in 0..2 {
        for chunk in index.missing_chunks(request) {
            insert_chunk(index, chunk);
        }
    }
    assert_eq!(index.missing_chunks(request), []);
    let found = search(index, request);
    for hit in found.hits.iter().take(thidua_search::EXPLAINED_HITS) {
        insert_chunk(index, Index::texts_chunk(hit.article));
    }
    for chunk in index.optional_chunks(request) {
        insert_chunk(index, chunk);
    }
    search(index, request)
}

/// Queries as people type them: words and phrases from the articles, with and without marks, cut off, mistyped, with
/// fields.
pub fn requests() -> Vec<SearchRequest> {
    let mut random = LinearCongruential(99);
    let texts: Vec<&str> = CATALOGUE
        .articles()
        .iter()
        .flat_map(|a| a.figures.iter().map(|f| f.as_written.as_str()).chain([a.headline.as_str()]))
        .chain(CATALOGUE.campaigns().iter().map(|c| c.name.as_str()))
        .collect();
    let request = |number: usize| {
        let words: Vec<&str> = texts[random.up_to(texts.len())].split_whitespace().collect();
        let first = random.up_to(words.len());
        let phrase = words[first..(first + 1 + random.up_to(4)).min(words.len())].join(" ");
        let other = texts[random.up_to(texts.len())].split(' ').next().unwrap_or_default();
        let cut = phrase.chars().take(phrase.chars().count().saturating_sub(random.up_to(3))).collect();
        let query = match number % 16 {
            0 => phrase,
            1 => fold(&phrase),
            2 => format!("\"{phrase}\""),
            3 => format!("{phrase} -{other}"),
            4 => cut,
            5 => format!("{} nam:201", fold(&phrase)),
            6 => phrase.replace('a', "").replace('ô', "o"),
            7 => format!("{phrase} {other}"),
            8 => format!("ldld {phrase}"),
            9 => format!("-\"{phrase}\""),
            10 => phrase.replace(['á', 'ả', 'ạ'], "ã"),
            11 => format!("quan nao {} la gi nam 201{}", fold(&phrase), number % 10),
            12 => format!("{} long bien", fold(&phrase)),
            13 => format!("\"{}\"", fold(&phrase)),
            14 => format!("{} xyzq nam:1999", fold(&phrase)),
            _ => String::new(),
        };
        let mut selection = FacetSelection::default();
        match random.up_to(6) {
            0 => drop(selection.kinds.insert(CampaignKind::ALL[random.up_to(CampaignKind::ALL.len())])),
            1 => drop(selection.years.insert(2010 + random.up_to(12) as u16)),
            2 => drop(selection.roles.insert(Role::ALL[random.up_to(Role::ALL.len())])),
            _ => {}
        }
        SearchRequest { query, selection, sort: Sort::ALL[random.up_to(6).min(3)] }
    };
    (0..200).map(request).collect()
}

#[test]
fn chunked_search_results_equal_those_of_the_whole_index() {
    let requests = requests();
    let mut found = 0;
    // Start from the chunks of earlier searches, and sometimes from an empty index.
    let mut kept = metadata().index;
    for (number, request) in requests.iter().enumerate() {
        let whole = search(&FULL_INDEX, request);
        assert_eq!(search_in_chunks(&mut kept, request), whole, "after other searches: {request:?}");
        if number % 5 == 0 {
            assert_eq!(search_in_chunks(&mut metadata().index, request), whole, "{request:?}");
        }
        found += usize::from(!whole.hits.is_empty() && !whole.hits[0].reasons.is_empty());
    }
    assert!(found > 80, "only {found} of the queries show a passage");
}

#[test]
fn search_needs_few_chunks() {
    let index = metadata().index;
    assert!(FILES.len() > 25, "the index has many chunks");
    let request = SearchRequest { query: "lao động giỏi ".to_owned(), ..SearchRequest::default() };
    assert!((1..=3).contains(&index.missing_chunks(&request).len()));
    assert_eq!(index.missing_chunks(&SearchRequest::default()), []);
}

#[test]
fn metadata_has_a_card_header_for_every_article() {
    let IndexMeta { index, names, card_headers, campaign_articles, .. } = metadata();
    assert_eq!(names.totals(), CATALOGUE.totals());
    let named = |catalogue: &Catalogue| -> Vec<(String, CampaignKind)> {
        catalogue.campaigns().iter().map(|campaign| (campaign.name.clone(), campaign.kind)).collect()
    };
    assert_eq!(named(&names), named(&CATALOGUE));
    let articles = CATALOGUE.campaigns().iter().map(|c| CATALOGUE.articles_of_campaign(&c.id).len());
    assert_eq!(campaign_articles, articles.collect::<Vec<_>>());
    let whole = NameIndex::new(&CATALOGUE, &FULL_INDEX, &campaign_articles);
    let read = NameIndex::new(&names, &index, &campaign_articles);
    for request in requests() {
        let found = whole.search(&request.query);
        let campaigns: Vec<usize> = found.campaigns.iter().map(|found| found.number).collect();
        let again = read.search(&request.query);
        assert_eq!(again.campaigns.iter().map(|found| found.number).collect::<Vec<_>>(), campaigns);
        assert_eq!(again.organisations.len(), found.organisations.len());
    }
    let reporting: Vec<_> = names.organisations().iter().collect();
    assert_eq!(reporting, CATALOGUE.reporting_organisations());
    assert_eq!(card_headers, CATALOGUE.articles().iter().map(CardHeader::of).collect::<Vec<_>>());
    for (article, place) in CATALOGUE.articles().iter().zip(0..) {
        assert_eq!(index.organisation(place), Some(&article.organisation));
    }
}

#[test]
fn chunks_of_another_build_or_version_are_refused() {
    let (bytes, its_hash) = (fetch(Chunk::Postings(0)), hash_of(Chunk::Postings(0)));
    assert_eq!(
        chunk_content(Chunk::Postings(0), hash_of(Chunk::Postings(1)), &bytes),
        Err(DecodeError::Corrupt)
    );
    assert_eq!(chunk_content(Chunk::Postings(1), its_hash, &bytes), Err(DecodeError::Corrupt));
    assert_eq!(chunk_content(Chunk::Texts(0), its_hash, &bytes), Err(DecodeError::Corrupt));
    let mut older = bytes.clone();
    older[3] = FORMAT_VERSION - 1;
    assert_eq!(chunk_content(Chunk::Postings(0), its_hash, &older), Err(DecodeError::OtherVersion));
    assert_eq!(chunk_content(Chunk::Postings(0), its_hash, b"<!DOCTYPE html>"), Err(DecodeError::Corrupt));
}

#[test]
fn postings_of_another_shard_are_refused() {
    let mut index = metadata().index;
    let wants = content(Chunk::Postings(1));
    assert_eq!(index.insert_postings(0, &wants), Err(DecodeError::Corrupt));
    let texts = content(Chunk::Texts(1));
    assert!(index.insert_texts(0, &texts).is_err());
    assert!(index.insert_postings(100_000, &wants).is_err());
}

fn any_chunk(number: usize) -> Chunk {
    *FILES.keys().nth(number % FILES.len()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn truncated_or_changed_chunk_is_refused(chunk in 0_usize..1000, keep in 0.0_f64..1.0, bit in 0_u8..8) {
        let chunk = any_chunk(chunk);
        let bytes = fetch(chunk);
        let cut = &bytes[..(bytes.len() as f64 * keep) as usize];
        prop_assert_eq!(chunk_content(chunk, hash_of(chunk), cut), Err(DecodeError::Corrupt));
        let mut changed = bytes.clone();
        changed[cut.len()] ^= 1 << bit;
        prop_assert!(chunk_content(chunk, hash_of(chunk), &changed).is_err());
    }

    /// Where the content hash matches a corrupt chunk, decoding must not panic or allocate without bound.
    #[test]
    fn changed_content_never_panics(chunk in 0_usize..1000, at in 0.0_f64..1.0, bit in 0_u8..8) {
        let chunk = any_chunk(chunk);
        let mut content = content(chunk);
        let at = (content.len() as f64 * at) as usize;
        content[at] ^= 1_u8 << bit;
        let mut index = metadata().index;
        match chunk {
            Chunk::Meta => match IndexMeta::read(&content) {
                Ok(metadata) => index = metadata.index,
                Err(fault) => prop_assert_eq!(fault, DecodeError::Corrupt),
            },
            Chunk::Postings(number) => {
                let _ = index.insert_postings(number, &content);
            }
            Chunk::Texts(number) => {
                let _ = index.insert_texts(number, &content);
            }
            _ => {}
        }
        let _ = search(&index, &SearchRequest { query: "thi đua lao động".to_owned(), ..SearchRequest::default() });
    }
}
