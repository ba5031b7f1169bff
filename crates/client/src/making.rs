//! A file that is made where the corpus is not loaded: of the facts of few articles, or of pieces with many that are
//! read, written and forgotten one after another, so that no file needs more memory than its largest piece.

use std::collections::{BTreeMap, BTreeSet};

use super::explorer::articles_in;
use super::{DownloadFile, Explorer, Part, Staged, Wanted};
use thidua_core::collections::{collect_map, collect_set};
use thidua_core::domain::Article;
use thidua_pages::html::{ListFile, ListItem, MAX_CHARTED_FIGURES};
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::SiteData;
use thidua_pages::url_state::PageView;
use thidua_search::wire::{FACTS, MANY_FACTS, Piece};

/// Up to so many small pieces are fetched; beyond, the large ones are fewer and lighter.
const MOST_SMALL: usize = 64;
/// So many large pieces are fetched at once: the line is never idle, and memory has room.
const LARGE_AT_ONCE: usize = 2;

/// A file on its way.
#[derive(Debug)]
pub(super) struct Making {
    wanted: Wanted,
    kind: Kind,
    /// The pieces that are still to come, in order.
    missing: Vec<Piece>,
    all: usize,
}

#[derive(Debug)]
enum Kind {
    /// A chart, drawn of these articles once all are here.
    Chart { needed: BTreeSet<u32>, articles: BTreeMap<u32, Article> },
    /// A list, written as articles come.
    List(List),
}

/// A list that is being written.
#[derive(Debug)]
struct List {
    /// What its file is without entries.
    file: ListFile,
    /// Of every article where in the list it stands, and which of its figures are listed; nothing means the article.
    order: BTreeMap<u32, (usize, Option<Vec<u32>>)>,
    /// Entries that have come before their turn.
    early: BTreeMap<usize, Vec<String>>,
    /// Whose turn it is.
    next: usize,
    is_begun: bool,
}

/// What a file has come to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// A part of it.
    Part(Part),
    /// Its last part; nothing where there was nothing to write.
    All(Option<DownloadFile>),
}

impl Making {
    /// Plans a file. For what a search has found, the pieces of the search must be in `staged`. The article of a page that
    /// speaks of one is among those `at` these places.
    pub fn plan(wanted: &Wanted, explorer: &Explorer, staged: Option<&Staged>, at: &BTreeSet<u32>) -> Making {
        let route = Route::parse(&wanted.path);
        let kind = if wanted.chart.is_some() {
            let needed = drawn_articles(&route.page, &wanted.query, explorer, at);
            Kind::Chart { needed, articles: BTreeMap::new() }
        } else {
            Kind::List(List::of(wanted, &route, explorer, staged))
        };
        let needed: Vec<u32> = match &kind {
            Kind::Chart { needed, .. } => needed.iter().copied().collect(),
            Kind::List(list) => list.order.keys().copied().collect(),
        };
        let small = collect_set(needed.iter().map(|place| place / FACTS as u32));
        let missing: Vec<Piece> = if small.len() <= MOST_SMALL {
            small.into_iter().map(Piece::Facts).collect()
        } else {
            let large = collect_set(needed.iter().map(|place| place / MANY_FACTS as u32));
            large.into_iter().map(Piece::ManyFacts).collect()
        };
        Making { wanted: wanted.clone(), kind, all: missing.len(), missing }
    }

    /// The pieces that are wanted now.
    pub fn wants(&self) -> &[Piece] {
        let is_large = matches!(self.missing.first(), Some(Piece::ManyFacts(_)));
        let most = if is_large { LARGE_AT_ONCE } else { self.missing.len() };
        self.missing.get(..most).unwrap_or(&self.missing)
    }

    /// Takes what it needs of the pieces of few articles that are here.
    pub fn hear_what_is_here(&mut self, explorer: &Explorer) {
        for piece in self.wants().to_vec() {
            if let Piece::Facts(number) = piece
                && let Some(facts) = explorer.facts(number)
            {
                self.hear(piece, facts, explorer);
            }
        }
    }

    /// Takes what it needs of the facts in a piece.
    pub fn hear(&mut self, piece: Piece, facts: &[Article], explorer: &Explorer) {
        let Some(at) = self.missing.iter().position(|missing| *missing == piece) else { return };
        self.missing.remove(at);
        let here = articles_in(piece).zip(facts);
        match &mut self.kind {
            Kind::Chart { needed, articles } => {
                articles.extend(here.filter(|(p, _)| needed.contains(p)).map(|(p, a)| (p, a.clone())));
            }
            Kind::List(list) => {
                let here = here.filter(|(place, _)| list.order.contains_key(place));
                list.write(explorer.part(collect_map(here.map(|(p, a)| (p, a.clone())))), &self.wanted);
            }
        }
    }

    /// What can be given away now; `All` is the end.
    pub fn give(&mut self, explorer: &Explorer) -> Option<Made> {
        let is_done = self.missing.is_empty();
        match &mut self.kind {
            Kind::Chart { articles, .. } => is_done.then(|| {
                let part = explorer.part(std::mem::take(articles));
                Made::All(take(&part, &self.wanted))
            }),
            Kind::List(list) => {
                let text = list.ready();
                if is_done {
                    return Some(Made::All(list.finish(text)));
                }
                (!text.is_empty())
                    .then(|| Made::Part(Part { text, done: self.all - self.missing.len(), of: self.all }))
            }
        }
    }
}

/// A file of a site that has everything that it needs.
pub(super) fn take(site: &SiteData, wanted: &Wanted) -> Option<DownloadFile> {
    let route = Route::parse(&wanted.path).resolve(&site.catalogue);
    let place = PageView { page: &route.page, query: &wanted.query };
    site.ctx(route.lang).take(place, wanted.chart.as_deref(), wanted.format)
}

/// The articles that the charts of a page are drawn of.
fn drawn_articles(page: &Page, query: &str, explorer: &Explorer, at: &BTreeSet<u32>) -> BTreeSet<u32> {
    let site = explorer.site();
    let table = &site.figures;
    let stating = |is_its: &dyn Fn(usize) -> bool| {
        let numbers: Vec<u32> = (0..table.len()).filter(|n| is_its(*n)).map(|n| n as u32).collect();
        explorer.with_companions(explorer.articles_with(&numbers))
    };
    match page {
        Page::Figures | Page::Embed => explorer.articles_of(&explorer.explored(query)),
        Page::Campaign(id) => {
            let Some(at) = site.catalogue.campaign_index(id).map(|at| at as u32) else {
                return collect_set([]);
            };
            let mut articles = stating(&|number| table.campaigns(number).contains(&at));
            articles.extend(explorer.running(at));
            articles
        }
        Page::Organisation(id) => {
            let Some(at) = site.catalogue.organisation_index(id).map(|at| at as u32) else {
                return collect_set([]);
            };
            let mut articles =
                stating(&|number| table.figures().get(number).is_some_and(|row| row.organisation == at));
            articles.extend(explorer.run_by(at));
            articles
        }
        Page::Article(_) | Page::Figure(_) => explorer.with_companions(at.clone()),
        // More than these are not drawn.
        Page::Timeline if table.articles() <= MAX_CHARTED_FIGURES => collect_set(0..table.articles() as u32),
        _ => collect_set([]),
    }
}

impl List {
    fn of(wanted: &Wanted, route: &Route, explorer: &Explorer, staged: Option<&Staged>) -> List {
        let ctx = explorer.site().ctx(route.lang);
        let mut order: BTreeMap<u32, (usize, Option<Vec<u32>>)> = BTreeMap::new();
        if route.page == Page::Home {
            let found = staged.map(|staged| staged.found(&wanted.query)).unwrap_or_default();
            order = collect_map(found.into_iter().zip(0..).map(|(place, at)| (place, (at, None))));
        } else {
            let rows = explorer.site().figures.figures();
            let explored = explorer.explored(&wanted.query);
            for row in explored.matches.figures.iter().filter_map(|number| rows.get(*number as usize)) {
                let next = order.len();
                let (_, figures) = order.entry(row.place.article).or_insert((next, Some(Vec::new())));
                figures.iter_mut().for_each(|figures| figures.push(row.place.nth));
            }
        }
        let place = PageView { page: &route.page, query: &wanted.query };
        // No list is a picture; where one is asked for there is nothing to write.
        let file = ctx.list_file(place, wanted.format);
        let order = if file.is_some() { order } else { BTreeMap::new() };
        let file = file.unwrap_or_default();
        List { file, order, early: BTreeMap::new(), next: 0, is_begun: false }
    }

    /// Writes the entries of the articles of a part.
    fn write(&mut self, part: SiteData, wanted: &Wanted) {
        let ctx = part.ctx(Route::parse(&wanted.path).lang);
        for (place, article) in part.catalogue.indexed_articles() {
            let Some((at, figures)) = self.order.get(&place) else { continue };
            let entries: Vec<String> = match figures {
                None => ctx.entry(ListItem::Article(article), wanted.format).into_iter().collect(),
                Some(numbers) => {
                    let figures = numbers.iter().filter_map(|nth| article.figures.get(*nth as usize));
                    let listed = figures
                        .map(|figure| ListItem::Figure(thidua_core::corpus::FigureRef { article, figure }));
                    listed.filter_map(|listed| ctx.entry(listed, wanted.format)).collect()
                }
            };
            self.early.insert(*at, entries);
        }
    }

    /// The entries whose turn it is, as they stand in the file.
    fn ready(&mut self) -> String {
        let [before, between, _] = &self.file.delimiters;
        let mut text = String::new();
        while let Some(entries) = self.early.remove(&self.next) {
            self.next += 1;
            for entry in entries {
                text.push_str(if self.is_begun { between } else { before });
                text.push_str(&entry);
                self.is_begun = true;
            }
        }
        text
    }

    /// The file with the last of its text.
    fn finish(&self, mut text: String) -> Option<DownloadFile> {
        let [_, _, behind] = &self.file.delimiters;
        text.push_str(behind);
        self.is_begun.then(|| DownloadFile { text, ..self.file.file.clone() })
    }
}
