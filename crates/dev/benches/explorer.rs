//! What the explorer of a large corpus costs: `cargo bench --bench explorer -- corpus.json…`.
//!
//! For each corpus: its pieces by kind, compressed as they are published; then choices of one value, each value of a
//! property as likely as any other: how long one takes to be counted and drawn, and what its view fetches. Last what
//! files of lists fetch.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a measurement stops at its first error")]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::time::Instant;

use flate2::{Compression, GzBuilder};
use thidua_chart::chart_dependencies;
use thidua_client::{Action, Ask, Clerk, Event, Settings, Source};
use thidua_core::corpus::{Catalogue, load};
use thidua_core::domain::Lang;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_pages::url_state::FigureProperty;
use thidua_search::wire::{FigurePieces, Figures, IndexName, Mark, Piece, Sealed, open};

/// So many values of each property are chosen.
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
    let sealed = FigurePieces::new(&site.catalogue, &site.figures, chart_dependencies(&site.catalogue))
        .seal()
        .expect("plain data can be written");
    println!("  pieces made in {:.2} s", began.elapsed().as_secs_f64());
    for (name, is_it) in [
        ("figures", (|piece| *piece == Piece::Figures) as fn(&Piece) -> bool),
        ("facts", |piece| matches!(piece, Piece::Facts(_))),
        ("many", |piece| matches!(piece, Piece::ManyFacts(_))),
        ("places", |piece| matches!(piece, Piece::Places(_))),
    ] {
        let of: Vec<usize> = sealed.iter().filter(|s| is_it(&s.piece)).map(|s| packed(&s.bytes)).collect();
        let (all, largest) = (of.iter().sum::<usize>(), of.iter().copied().max().unwrap_or_default());
        println!("  {name:<8} {:>5} pieces {:>8.1} KB, largest {:.1} KB", of.len(), kilo(all), kilo(largest));
    }
    let content = open(Piece::Figures, sealed[0].mark, &sealed[0].bytes).expect("a piece");
    let began = Instant::now();
    Figures::read(content).expect("a piece");
    println!("  the piece of figures read in {:.1} ms", millis(began));

    let files = Files::of(sealed);
    let ctx = site.ctx(Lang::Vi);
    for property in FigureProperty::ALL {
        let explored = ctx.explored("");
        let offers = explored.matches.offers(property, &site.catalogue);
        let step = offers.len().div_ceil(VALUES).max(1);
        let (mut counting, mut bytes, mut requests) = (Vec::new(), Vec::new(), Vec::new());
        for (value, _) in offers.iter().step_by(step) {
            let query = explored.filter.with(property, value).query();
            let began = Instant::now();
            ctx.explored(&query);
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

/// The pieces of a host.
struct Files {
    name: IndexName,
    by_path: BTreeMap<String, Vec<u8>>,
}

impl Files {
    fn of(sealed: Vec<Sealed>) -> Files {
        let name = IndexName { start: Mark::default(), figures: sealed[0].mark, answers: Vec::new() };
        Files { name, by_path: sealed.into_iter().map(|s| (format!("/{}", s.path()), s.bytes)).collect() }
    }

    /// What a view fetches beside the piece of figures, with its compressed bytes.
    fn fetched_for(&self, query: &str) -> BTreeMap<String, usize> {
        let manifest =
            format!(r#"{{"edition": "1", "index": "{}", "corpus": "", "attested": "all"}}"#, self.name);
        let edition = Edition::read(&manifest).expect("a manifest");
        let settings = Settings { base: "/".to_owned(), edition, ..Settings::default() };
        let mut clerk: Clerk = Clerk::new(settings);
        let mut fetched = BTreeMap::new();
        let ask = Ask { query: query.to_owned(), ..Ask::page("so-lieu/") };
        let mut events = vec![Event::Asked(1, ask)];
        while let Some(event) = events.pop() {
            for action in clerk.hear(event) {
                let Action::Fetch(source) = action else { continue };
                let Some(path) = clerk.address(&source) else { continue };
                // What is fetched in quiet times is no part of the view.
                let Some(bytes) = self.by_path.get(&path) else { continue };
                if source != Source::Piece(Piece::Figures) {
                    fetched.insert(path, packed(bytes));
                }
                events.push(Event::Came(source, bytes.clone()));
            }
        }
        fetched
    }
}

/// Median, nine tenths and the most of tenths.
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
