//! A file that is made where the corpus is not loaded: of the facts of few articles, or of pieces with many that are
//! read, written and forgotten one after another, so that no file needs more memory than its largest piece.

use std::collections::{BTreeMap, BTreeSet};
use thidua_pages::download::list_export;
use thidua_pages::download::page_file;

use super::partial_figures::articles_in;
use super::{DownloadFile, DownloadPart, DownloadRequest, PartialFigures, PartialIndex};
use thidua_core::collections::{collect_map, collect_set};
use thidua_core::domain::Article;
use thidua_pages::download::{ListFile, ListItem};
use thidua_pages::route::{Page, Route};
use thidua_pages::selection::MAX_CHARTED_FIGURES;
use thidua_pages::site_model::SiteData;
use thidua_pages::url_state::PageView;
use thidua_search::index_format::{ARTICLES_PER_BULK_FACTS_CHUNK, ARTICLES_PER_FACTS_CHUNK, Chunk};

/// Up to so many small pieces are fetched; beyond, the large ones are fewer and lighter.
const MAX_SMALL_CHUNKS: usize = 64;
/// So many large pieces are fetched at once: the line is never idle, and memory has room.
const PARALLEL_BULK_CHUNKS: usize = 2;

/// A file on its way.
#[derive(Debug)]
pub(super) struct DownloadJob {
    request: DownloadRequest,
    kind: Kind,
    /// The pieces that are still to come, in order.
    missing: Vec<Chunk>,
    total: usize,
}

#[derive(Debug)]
enum Kind {
    /// A chart, drawn of these articles once all are here.
    Chart { needed: BTreeSet<u32>, articles: BTreeMap<u32, Article> },
    /// A list, written as articles come.
    List(ListWriter),
}

/// A list that is being written.
#[derive(Debug)]
struct ListWriter {
    /// What its file is without entries.
    file: ListFile,
    /// Of every article where in the list it stands, and which of its figures are listed; nothing means the article.
    order: BTreeMap<u32, (usize, Option<Vec<u32>>)>,
    /// Entries that have come before their turn.
    out_of_order: BTreeMap<usize, Vec<String>>,
    /// Whose turn it is.
    next: usize,
    has_entries: bool,
}

/// What a file has come to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum JobOutput {
    /// A part of it.
    Part(DownloadPart),
    /// Its last part; nothing where there was nothing to write.
    Done(Option<DownloadFile>),
}

impl DownloadJob {
    /// Plans a file. For what a search has found, the pieces of the search must be in `partial_index`. The article of a page that
    /// speaks of one is among those `at` these places.
    pub fn new(
        request: &DownloadRequest,
        figures: &PartialFigures,
        partial_index: Option<&PartialIndex>,
        at: &BTreeSet<u32>,
    ) -> DownloadJob {
        let route = Route::parse(&request.path);
        let kind = if request.chart.is_some() {
            let needed = drawn_articles(&route.page, &request.query, figures, at);
            Kind::Chart { needed, articles: BTreeMap::new() }
        } else {
            Kind::List(ListWriter::new(request, &route, figures, partial_index))
        };
        let needed: Vec<u32> = match &kind {
            Kind::Chart { needed, .. } => needed.iter().copied().collect(),
            Kind::List(list) => list.order.keys().copied().collect(),
        };
        let small = collect_set(needed.iter().map(|place| place / ARTICLES_PER_FACTS_CHUNK as u32));
        let missing: Vec<Chunk> = if small.len() <= MAX_SMALL_CHUNKS {
            small.into_iter().map(Chunk::Facts).collect()
        } else {
            let large = collect_set(needed.iter().map(|place| place / ARTICLES_PER_BULK_FACTS_CHUNK as u32));
            large.into_iter().map(Chunk::BulkFacts).collect()
        };
        DownloadJob { request: request.clone(), kind, total: missing.len(), missing }
    }

    /// The pieces that are wanted now.
    pub fn needed_chunks(&self) -> &[Chunk] {
        let is_large = matches!(self.missing.first(), Some(Chunk::BulkFacts(_)));
        let most = if is_large { PARALLEL_BULK_CHUNKS } else { self.missing.len() };
        self.missing.get(..most).unwrap_or(&self.missing)
    }

    /// Takes what it needs of the pieces of few articles that are here.
    pub fn feed_loaded(&mut self, figures: &PartialFigures) {
        for chunk in self.needed_chunks().to_vec() {
            if let Chunk::Facts(number) = chunk
                && let Some(facts) = figures.facts(number)
            {
                self.feed(chunk, facts, figures);
            }
        }
    }

    /// Takes what it needs of the facts in a piece.
    pub fn feed(&mut self, chunk: Chunk, facts: &[Article], figures: &PartialFigures) {
        let Some(at) = self.missing.iter().position(|missing| *missing == chunk) else { return };
        self.missing.remove(at);
        let here = articles_in(chunk).zip(facts);
        match &mut self.kind {
            Kind::Chart { needed, articles } => {
                articles.extend(here.filter(|(p, _)| needed.contains(p)).map(|(p, a)| (p, a.clone())));
            }
            Kind::List(list) => {
                let here = here.filter(|(place, _)| list.order.contains_key(place));
                list.write(
                    figures.partial_site(collect_map(here.map(|(p, a)| (p, a.clone())))),
                    &self.request,
                );
            }
        }
    }

    /// What can be given away now; `All` is the end.
    pub fn poll(&mut self, figures: &PartialFigures) -> Option<JobOutput> {
        let is_done = self.missing.is_empty();
        match &mut self.kind {
            Kind::Chart { articles, .. } => is_done.then(|| {
                let part = figures.partial_site(std::mem::take(articles));
                JobOutput::Done(make_file(&part, &self.request))
            }),
            Kind::List(list) => {
                let text = list.ready();
                if is_done {
                    return Some(JobOutput::Done(list.finish(text)));
                }
                (!text.is_empty()).then(|| {
                    JobOutput::Part(DownloadPart {
                        text,
                        done: self.total - self.missing.len(),
                        total: self.total,
                    })
                })
            }
        }
    }
}

/// A file of a site that has everything that it needs.
pub(super) fn make_file(site: &SiteData, request: &DownloadRequest) -> Option<DownloadFile> {
    let route = Route::parse(&request.path).resolve(&site.catalogue);
    let place = PageView { page: &route.page, query: &request.query };
    page_file::page_file(&site.page_context(route.lang), place, request.chart.as_deref(), request.format)
}

/// The articles that the charts of a page are drawn of.
fn drawn_articles(page: &Page, query: &str, figures: &PartialFigures, at: &BTreeSet<u32>) -> BTreeSet<u32> {
    let site = figures.site();
    let table = &site.figures;
    let stating = |is_its: &dyn Fn(usize) -> bool| {
        let numbers: Vec<u32> = (0..table.len()).filter(|n| is_its(*n)).map(|n| n as u32).collect();
        figures.with_companions(figures.articles_with(&numbers))
    };
    match page {
        Page::Figures | Page::Embed => figures.articles_of_view(&figures.explored(query)),
        Page::Campaign(id) => {
            let Some(at) = site.catalogue.campaign_index(id).map(|at| at as u32) else {
                return collect_set([]);
            };
            let mut articles = stating(&|number| table.campaigns(number).contains(&at));
            articles.extend(figures.articles_running(at));
            articles
        }
        Page::Organisation(id) => {
            let Some(at) = site.catalogue.organisation_index(id).map(|at| at as u32) else {
                return collect_set([]);
            };
            let mut articles =
                stating(&|number| table.figures().get(number).is_some_and(|row| row.organisation == at));
            articles.extend(figures.articles_with_phases(at));
            articles
        }
        Page::Article(_) | Page::Figure(_) => figures.with_companions(at.clone()),
        // More than these are not drawn.
        Page::Timeline if table.articles() <= MAX_CHARTED_FIGURES => collect_set(0..table.articles() as u32),
        _ => collect_set([]),
    }
}

impl ListWriter {
    fn new(
        request: &DownloadRequest,
        route: &Route,
        figures: &PartialFigures,
        partial_index: Option<&PartialIndex>,
    ) -> ListWriter {
        let ctx = figures.site().page_context(route.lang);
        let mut order: BTreeMap<u32, (usize, Option<Vec<u32>>)> = BTreeMap::new();
        if route.page == Page::Home {
            let found = partial_index
                .map(|partial_index| partial_index.found_articles(&request.query))
                .unwrap_or_default();
            order = collect_map(found.into_iter().zip(0..).map(|(place, at)| (place, (at, None))));
        } else {
            let rows = figures.site().figures.figures();
            let explored = figures.explored(&request.query);
            for row in explored.matches.figures.iter().filter_map(|number| rows.get(*number as usize)) {
                let next = order.len();
                let (_, figures) = order.entry(row.place.article).or_insert((next, Some(Vec::new())));
                figures.iter_mut().for_each(|figures| figures.push(row.place.nth));
            }
        }
        let place = PageView { page: &route.page, query: &request.query };
        // No list is a picture; where one is asked for there is nothing to write.
        let file = list_export::list_template(&ctx, place, request.format);
        let order = if file.is_some() { order } else { BTreeMap::new() };
        let file = file.unwrap_or_default();
        ListWriter { file, order, out_of_order: BTreeMap::new(), next: 0, has_entries: false }
    }

    /// Writes the entries of the articles of a part.
    fn write(&mut self, part: SiteData, request: &DownloadRequest) {
        let ctx = part.page_context(Route::parse(&request.path).lang);
        for (place, article) in part.catalogue.indexed_articles() {
            let Some((at, figures)) = self.order.get(&place) else { continue };
            let entries: Vec<String> = match figures {
                None => list_export::list_entry(&ctx, ListItem::Article(article), request.format)
                    .into_iter()
                    .collect(),
                Some(numbers) => {
                    let figures = numbers.iter().filter_map(|nth| article.figures.get(*nth as usize));
                    let listed = figures
                        .map(|figure| ListItem::Figure(thidua_core::corpus::FigureRef { article, figure }));
                    listed
                        .filter_map(|listed| list_export::list_entry(&ctx, listed, request.format))
                        .collect()
                }
            };
            self.out_of_order.insert(*at, entries);
        }
    }

    /// The entries whose turn it is, as they stand in the file.
    fn ready(&mut self) -> String {
        let [before, between, _] = &self.file.delimiters;
        let mut text = String::new();
        while let Some(entries) = self.out_of_order.remove(&self.next) {
            self.next += 1;
            for entry in entries {
                text.push_str(if self.has_entries { between } else { before });
                text.push_str(&entry);
                self.has_entries = true;
            }
        }
        text
    }

    /// The file with the last of its text.
    fn finish(&self, mut text: String) -> Option<DownloadFile> {
        let [_, _, behind] = &self.file.delimiters;
        text.push_str(behind);
        self.has_entries.then(|| DownloadFile { text, ..self.file.file.clone() })
    }
}
