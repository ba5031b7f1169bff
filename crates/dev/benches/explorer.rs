//! Benchmark of the explorer of large corpora: `cargo bench -p thidua-dev --bench explorer -- corpus.json…`.
//!
//! For each corpus it prints the compressed size of the chunks by kind. Then it selects single values, where each value
//! of a property is equally likely, and prints the time of counting and drawing, and the bytes that the view fetches.
//! Finally it prints the bytes that files of lists fetch.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a measurement stops at its first error"
)]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::time::Instant;

use flate2::{Compression, GzBuilder};

use thidua_chart::chart_dependencies;
use thidua_client::{Action, ClientSettings, Event, PageRequest, Resource, Scheduler};
use thidua_core::corpus::{Catalogue, load};
use thidua_core::domain::Lang;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_pages::url_state::FigureProperty;
use thidua_pages::view_content;
use thidua_search::index_format::{
    Chunk, ContentHash, EncodedChunk, FigureChunks, FigureIndex, IndexName, chunk_content,
};

/// Number of values selected per property.
const VALUES: usize = 60;

fn main() {
    for path in std::env::args().skip(1).filter(|argument| argument.ends_with(".json")) {
        let bytes = std::fs::read(&path).expect("a corpus");
        measure(&path, Catalogue::new(load(&bytes).expect("a corpus")));
    }
}

fn measure(path: &str, catalogue: Catalogue) {
    let site = SiteData::new(catalogue, VerifiedArticles::All, BasePath::new("/"), String::new());
    println!("\n{path}: {} articles, {} figures", site.figures.articles(), site.figures.len());
    let began = Instant::now();
    let encoded = FigureChunks::new(&site.catalogue, &site.figures, chart_dependencies(&site.catalogue))
        .encode()
        .expect("plain data can be written");
    println!("  pieces made in {:.2} s", began.elapsed().as_secs_f64());
    for (name, is_it) in [
        ("figures", (|chunk| *chunk == Chunk::Figures) as fn(&Chunk) -> bool),
        ("facts", |chunk| matches!(chunk, Chunk::Facts(_))),
        ("many", |chunk| matches!(chunk, Chunk::BulkFacts(_))),
        ("places", |chunk| matches!(chunk, Chunk::IdLookup(_))),
    ] {
        let of: Vec<usize> = encoded.iter().filter(|s| is_it(&s.chunk)).map(|s| packed(&s.bytes)).collect();
        let (all, largest) = (of.iter().sum::<usize>(), of.iter().copied().max().unwrap_or_default());
        println!("  {name:<8} {:>5} pieces {:>8.1} KB, largest {:.1} KB", of.len(), kilo(all), kilo(largest));
    }
    let content = chunk_content(Chunk::Figures, encoded[0].hash, &encoded[0].bytes).expect("a piece");
    let began = Instant::now();
    FigureIndex::read(content).expect("a piece");
    println!("  the piece of figures read in {:.1} ms", millis(began));

    let files = Files::of(encoded);
    let ctx = site.page_context(Lang::Vi);
    for property in FigureProperty::ALL {
        let explored = view_content::explorer_state(&ctx, "");
        let options = explored.matches.options(property, &site.catalogue);
        let step = options.len().div_ceil(VALUES).max(1);
        let (mut counting, mut bytes, mut requests) = (Vec::new(), Vec::new(), Vec::new());
        for (value, _) in options.iter().step_by(step) {
            let query = explored.filter.with(property, value).query();
            let began = Instant::now();
            view_content::explorer_state(&ctx, &query);
            counting.push((millis(began) * 10.0) as usize);
            let fetched = files.fetched_for(&query);
            bytes.push(fetched.values().sum::<usize>() / 100);
            requests.push(fetched.len() * 10);
        }
        println!(
            "  {:<10} {:>4} choices: counted {}, rows and charts {} KB in {} requests (median, 90 %, most)",
            property.parameter(),
            counting.len(),
            spread(counting),
            spread(bytes),
            spread(requests)
        );
    }
}

/// Chunks of a host.
struct Files {
    name: IndexName,
    by_path: BTreeMap<String, Vec<u8>>,
}

impl Files {
    fn of(encoded: Vec<EncodedChunk>) -> Files {
        let name = IndexName {
            meta: ContentHash::default(),
            figures: Some(encoded[0].hash),
            page_responses: Vec::new(),
        };
        Files { name, by_path: encoded.into_iter().map(|s| (format!("/{}", s.path()), s.bytes)).collect() }
    }

    /// Files that a view fetches in addition to the figures chunk, with their compressed sizes.
    fn fetched_for(&self, query: &str) -> BTreeMap<String, usize> {
        let edition_file =
            format!(r#"{{"edition": "1", "index": "{}", "corpus": "", "attested": "all"}}"#, self.name);
        let edition = Edition::parse(&edition_file).expect("an edition file");
        let settings = ClientSettings { base: "/".to_owned(), edition, ..ClientSettings::default() };
        let mut scheduler: Scheduler = Scheduler::new(settings);
        let mut fetched = BTreeMap::new();
        let ask = PageRequest { query: query.to_owned(), ..PageRequest::page("so-lieu/") };
        let mut events = vec![Event::PageRequested(1, ask)];
        while let Some(event) = events.pop() {
            for action in scheduler.handle(event) {
                let Action::Fetch(source) = action else { continue };
                let Some(path) = scheduler.address(&source) else { continue };
                // Chunks that are prefetched while idle are not counted.
                let Some(bytes) = self.by_path.get(&path) else { continue };
                if source != Resource::Chunk(Chunk::Figures) {
                    fetched.insert(path, packed(bytes));
                }
                events.push(Event::Loaded(source, bytes.clone()));
            }
        }
        fetched
    }
}

/// Median, 90th percentile and maximum of tenths.
fn spread(mut tenths: Vec<usize>) -> String {
    tenths.sort_unstable();
    let at = |share: f64| tenths[((tenths.len() - 1) as f64 * share) as usize] as f64 / 10.0;
    format!("{:.1} {:.1} {:.1}", at(0.5), at(0.9), at(1.0))
}

fn packed(bytes: &[u8]) -> usize {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::new(9));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory").len()
}

fn millis(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}
