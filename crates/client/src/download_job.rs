//! Download job: makes a file where the corpus is not loaded, from the facts of the articles that it needs.
//!
//! Large lists are made from bulk chunks that are read, written and dropped one after another, so that no file needs
//! more memory than its largest chunk.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::collections::{collect_map, collect_set, to_u32};
use thidua_core::domain::{Article, Lang};
use thidua_pages::download::{ListFile, ListItem, list_export, page_file};
use thidua_pages::href::explorer_query_of;
use thidua_pages::route::Page;
use thidua_pages::site_model::SiteData;
use thidua_pages::url_state::PageView;
use thidua_pages::view_content::MAX_LANES;
use thidua_search::index_format::{ARTICLES_PER_BULK_FACTS_CHUNK, ARTICLES_PER_FACTS_CHUNK, Chunk};

use super::partial_figures::articles_in;
use super::{DownloadFile, DownloadPart, DownloadRequest, Parsed, PartialFigures, PartialIndex};

/// Maximum number of small facts chunks for one file; with more, bulk chunks are fewer and lighter.
const MAX_SMALL_CHUNKS: usize = 64;
/// Bulk chunks fetched in parallel: enough to keep the connection busy, few enough for the memory.
const PARALLEL_BULK_CHUNKS: usize = 2;

/// A file in the making.
#[derive(Debug)]
pub(super) struct DownloadJob {
    request: Parsed<DownloadRequest>,
    kind: Kind,
    /// Chunks that are not fed yet, in order.
    missing: Vec<Chunk>,
    total: usize,
}

#[derive(Debug)]
enum Kind {
    /// A chart or the rows of a comparison, made once all needed articles are there.
    Chart { needed: BTreeSet<u32>, articles: BTreeMap<u32, Article> },
    /// A list, written as articles arrive.
    List(ListWriter),
}

/// A list file in the making.
#[derive(Debug)]
struct ListWriter {
    /// Template of the file without entries.
    file: ListFile,
    /// Place of every article in the list and which of its figures are listed; `None` lists the article itself.
    order: BTreeMap<u32, (usize, Option<Vec<u32>>)>,
    /// Entries that arrived before their turn.
    out_of_order: BTreeMap<usize, Vec<String>>,
    /// Place whose turn it is.
    next: usize,
    has_entries: bool,
}

/// Output of a job.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum JobOutput {
    /// A part of the file.
    Part(DownloadPart),
    /// The rest of the file; `None` if there was nothing to write.
    Done(Option<DownloadFile>),
}

impl DownloadJob {
    /// Plans a file. A list of search results needs the search's chunks in `partial_index`. `page_articles` are the numbers of
    /// the articles that a page about one article or figure may mean.
    pub fn new(
        request: &Parsed<DownloadRequest>,
        figures: &PartialFigures,
        partial_index: Option<&PartialIndex>,
        page_articles: &BTreeSet<u32>,
    ) -> DownloadJob {
        let is_whole = request.raw.chart.is_some() || request.route.page == Page::Comparison;
        let kind = if is_whole {
            let needed = drawn_articles(&request.route.page, &request.raw.query, figures, page_articles);
            Kind::Chart { needed, articles: BTreeMap::new() }
        } else {
            Kind::List(ListWriter::new(request, figures, partial_index))
        };
        let needed: Vec<u32> = match &kind {
            Kind::Chart { needed, .. } => needed.iter().copied().collect(),
            Kind::List(list) => list.order.keys().copied().collect(),
        };
        let small = collect_set(needed.iter().map(|place| place / to_u32(ARTICLES_PER_FACTS_CHUNK)));
        let missing: Vec<Chunk> = if small.len() <= MAX_SMALL_CHUNKS {
            small.into_iter().map(Chunk::Facts).collect()
        } else {
            let large = collect_set(needed.iter().map(|place| place / to_u32(ARTICLES_PER_BULK_FACTS_CHUNK)));
            large.into_iter().map(Chunk::BulkFacts).collect()
        };
        DownloadJob { request: request.clone(), kind, total: missing.len(), missing }
    }

    /// Chunks to fetch now.
    pub fn needed_chunks(&self) -> &[Chunk] {
        let is_large = matches!(self.missing.first(), Some(Chunk::BulkFacts(_)));
        let most = if is_large { PARALLEL_BULK_CHUNKS } else { self.missing.len() };
        self.missing.get(..most).unwrap_or(&self.missing)
    }

    /// Feeds the facts chunks that are already loaded.
    pub fn feed_loaded(&mut self, figures: &PartialFigures) {
        for chunk in self.needed_chunks().to_vec() {
            if let Chunk::Facts(number) = chunk
                && let Some(facts) = figures.facts(number)
            {
                self.feed(chunk, facts, figures);
            }
        }
    }

    /// Takes what the job needs from the facts of a chunk.
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

    /// Output that is ready. [`JobOutput::Done`] is the last one.
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

/// Makes a file from a site that has everything it needs.
pub(super) fn make_file(site: &SiteData, request: &Parsed<DownloadRequest>) -> Option<DownloadFile> {
    let route = request.route.clone().resolve(&site.catalogue);
    let place = PageView { page: &route.page, query: &request.raw.query };
    page_file::page_file(
        &site.page_context(route.lang).accessed_on(request.raw.accessed),
        place,
        request.raw.chart.as_deref(),
        request.raw.format,
    )
}

/// Articles from which the charts of a page are drawn.
fn drawn_articles(
    page: &Page,
    query: &str,
    figures: &PartialFigures,
    page_articles: &BTreeSet<u32>,
) -> BTreeSet<u32> {
    let site = figures.site();
    let table = &site.figures;
    let articles_with_figure = |is_its: &dyn Fn(usize) -> bool| {
        let numbers: Vec<u32> = (0..table.len()).filter(|n| is_its(*n)).map(to_u32).collect();
        figures.with_companions(figures.articles_with(&numbers))
    };
    match page {
        Page::Figures | Page::Embed => figures.articles_of_charts(&figures.explored(Lang::Vi, query)),
        Page::Comparison => figures.compared_articles(query),
        Page::Campaign(id) => {
            let Some(at) = site.catalogue.campaign_index(id).map(to_u32) else {
                return collect_set([]);
            };
            let mut articles = articles_with_figure(&|number| table.campaigns(number).contains(&at));
            articles.extend(figures.articles_running(at));
            articles
        }
        Page::Organisation(id) => {
            let Some(at) = site.catalogue.organisation_index(id).map(to_u32) else {
                return collect_set([]);
            };
            let mut articles = articles_with_figure(&|number| {
                table.figures().get(number).is_some_and(|row| row.organisation == at)
            });
            articles.extend(figures.articles_with_phases(at));
            articles
        }
        Page::Article(_) | Page::Figure(_) => figures.with_companions(page_articles.clone()),
        // A longer timeline is not drawn.
        Page::Timeline if table.articles() <= MAX_LANES => collect_set(0..to_u32(table.articles())),
        _ => collect_set([]),
    }
}

impl ListWriter {
    fn new(
        request: &Parsed<DownloadRequest>,
        figures: &PartialFigures,
        partial_index: Option<&PartialIndex>,
    ) -> ListWriter {
        let ctx = figures.site().page_context(request.route.lang);
        let mut order: BTreeMap<u32, (usize, Option<Vec<u32>>)> = BTreeMap::new();
        if request.route.page == Page::Home {
            let found = partial_index
                .map(|partial_index| partial_index.found_articles(&request.search))
                .unwrap_or_default();
            order = collect_map(found.into_iter().zip(0..).map(|(place, at)| (place, (at, None))));
        } else {
            let rows = figures.site().figures.figures();
            // The figures of a campaign or an organisation are those that the explorer shows for it.
            let chosen = explorer_query_of(&request.route.page);
            let explored =
                figures.explored(request.route.lang, chosen.as_deref().unwrap_or(&request.raw.query));
            for row in explored.matches.figures.iter().filter_map(|number| rows.get(*number as usize)) {
                let next = order.len();
                let (_, figures) = order.entry(row.position.article).or_insert((next, Some(Vec::new())));
                figures.iter_mut().for_each(|figures| figures.push(row.position.nth));
            }
        }
        let place = PageView { page: &request.route.page, query: &request.raw.query };
        // A list has no picture format: there is nothing to write then.
        let file = list_export::list_template(&ctx, place, request.raw.format);
        let order = if file.is_some() { order } else { BTreeMap::new() };
        let file = file.unwrap_or_default();
        ListWriter { file, order, out_of_order: BTreeMap::new(), next: 0, has_entries: false }
    }

    /// Writes the entries of the articles of a partial site.
    fn write(&mut self, part: SiteData, request: &Parsed<DownloadRequest>) {
        let ctx = part.page_context(request.route.lang).accessed_on(request.raw.accessed);
        for (place, article) in part.catalogue.indexed_articles() {
            let Some((at, figures)) = self.order.get(&place) else { continue };
            let entries: Vec<String> = match figures {
                None => list_export::list_entry(&ctx, ListItem::Article(article), request.raw.format)
                    .into_iter()
                    .collect(),
                Some(numbers) => {
                    let figures = numbers.iter().filter_map(|nth| article.figures.get(*nth as usize));
                    let listed = figures
                        .map(|figure| ListItem::Figure(thidua_core::corpus::FigureRef { article, figure }));
                    listed
                        .filter_map(|listed| list_export::list_entry(&ctx, listed, request.raw.format))
                        .collect()
                }
            };
            self.out_of_order.insert(*at, entries);
        }
    }

    /// Entries whose turn it is, as text of the file.
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

    /// The file with the last part of its text. `None` if it has no entries.
    fn finish(&self, mut text: String) -> Option<DownloadFile> {
        let [_, _, behind] = &self.file.delimiters;
        text.push_str(behind);
        self.has_entries.then(|| DownloadFile { text, ..self.file.file.clone() })
    }
}
