//! Ids: slugs, each given once, redirects that lead somewhere.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::{self, Arguments};

use super::graph::on_circles;
use crate::collections::{Lookup, collect_map, collect_set};
use crate::corpus::problem::{Problem, quote};
use crate::domain::{Corpus, MAX_ID_LENGTH, is_reserved_name, is_slug};

/// Where an id stands: in a section, or among the figures of an article.
#[derive(Clone, Copy)]
struct Place {
    section: &'static str,
    at: usize,
    figure: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { section, at, figure } = self;
        match figure {
            Some(figure) => write!(f, "{section}[{at}].figures[{figure}].id"),
            None => write!(f, "{section}[{at}].id"),
        }
    }
}

type Ids<'a> = Vec<(Place, &'a str)>;

/// The ids of each kind with their places. Of each kind an id may be given once.
fn by_kind(corpus: &Corpus) -> [(&'static str, Ids<'_>); 6] {
    fn list<'a, T>(section: &'static str, items: &'a [T], id: impl Fn(&'a T) -> &'a str) -> Ids<'a> {
        let place = |at| Place { section, at, figure: None };
        items.iter().enumerate().map(|(i, item)| (place(i), id(item))).collect()
    }
    let figures = corpus.articles.iter().enumerate().flat_map(|(at, article)| {
        let place = move |nth| Place { section: "articles", at, figure: Some(nth) };
        article.figures.iter().enumerate().map(move |(f, figure)| (place(f), figure.id.as_str()))
    });
    [
        ("source", list("sources", &corpus.sources, |s| &s.id)),
        ("organisation", list("organisations", &corpus.organisations, |o| &o.id)),
        ("unit", list("units", &corpus.units, |u| &u.id)),
        ("campaign", list("campaigns", &corpus.campaigns, |c| &c.id)),
        ("article", list("articles", &corpus.articles, |a| &a.id)),
        ("figure", figures.collect()),
    ]
}

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let kinds = by_kind(corpus);
    for (kind, ids) in &kinds {
        let mut seen: Lookup<Cow<'_, str>, &(Place, &str)> = Lookup::default();
        for entry in ids {
            let (place, id) = entry;
            slug(format_args!("{place}"), id, problems);
            if has_page(kind) {
                folder_name(format_args!("{place}"), id, problems);
            }
            let folded = match id.bytes().any(|byte| byte.is_ascii_uppercase()) {
                true => Cow::Owned(id.to_ascii_lowercase()),
                false => Cow::Borrowed(*id),
            };
            match seen.get(&folded) {
                Some((first, other)) if other == id => problems.push(
                    Problem::error(place.to_string(), format!("duplicate {kind} id {}", quote(id)))
                        .hint(format!("it is given first at {first}")),
                ),
                Some((first, other)) => problems.push(
                    Problem::error(
                        place.to_string(),
                        format!("{kind} ids {} and {} differ only in case", quote(other), quote(id)),
                    )
                    .hint(format!("the first stands at {first}; many hosts would mix up their pages")),
                ),
                None => seen.insert(folded, entry),
            }
        }
    }
    for (a, article) in corpus.articles.iter().enumerate() {
        for (f, figure) in article.figures.iter().enumerate() {
            if let Some(measure) = &figure.measure {
                slug(format_args!("articles[{a}].figures[{f}].measure"), measure, problems);
            }
        }
    }
    glossary(corpus, problems);
    if corpus.redirects.is_empty() {
        return;
    }
    let ids = collect_set(kinds.iter().flat_map(|(_, ids)| ids.iter().map(|(_, id)| *id)));
    redirects(corpus, &ids, problems);
}

/// Whether things of a kind have a page, in a folder that is named by their id.
fn has_page(kind: &str) -> bool {
    !matches!(kind, "source" | "unit")
}

fn folder_name(path: Arguments<'_>, id: &str, problems: &mut Vec<Problem>) {
    if is_reserved_name(id) {
        let message = "Windows reserves this name: a site with a folder of that name cannot be copied there";
        problems.push(
            Problem::error(path.to_string(), message)
                .found(quote(id))
                .hint("choose a longer id, such as one with the kind or the year"),
        );
    }
}

fn slug(path: Arguments<'_>, id: &str, problems: &mut Vec<Problem>) {
    if id.len() > MAX_ID_LENGTH {
        problems.push(
            Problem::error(path.to_string(), "the id is too long for the name of a file")
                .expected(format!("at most {MAX_ID_LENGTH} letters"))
                .found(format!("{} letters", id.chars().count())),
        );
    }
    if !is_slug(id) {
        problems.push(
            Problem::error(path.to_string(), "not a slug")
                .expected("lower-case letters a–z and digits, joined by single hyphens")
                .found(quote(id)),
        );
    }
}

fn glossary(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (i, entry) in corpus.glossary.iter().enumerate() {
        if !seen.insert(entry.abbreviation.as_str()) {
            let message = format!("duplicate abbreviation {}", quote(&entry.abbreviation));
            problems.push(Problem::error(format!("glossary[{i}].abbreviation"), message));
        }
    }
}

fn redirects(corpus: &Corpus, ids: &BTreeSet<&str>, problems: &mut Vec<Problem>) {
    let edges = collect_map(corpus.redirects.iter().map(|(a, b)| (a.as_str(), b.as_str())));
    let circles = on_circles(&edges);
    for (from, to) in edges.iter().map(|(from, to)| (*from, *to)) {
        let path = format!("redirects.{from}");
        slug(format_args!("{path}"), from, problems);
        folder_name(format_args!("{path}"), from, problems);
        if ids.contains(from) {
            let message = format!("{} is redirected and still in use", quote(from));
            problems.push(Problem::error(&path, message).hint("remove the redirect or rename the thing"));
        }
        if circles.contains(from) {
            problems.push(Problem::error(&path, "the redirect leads back to itself").found(quote(to)));
        } else if !ids.contains(to) && !edges.contains_key(to) {
            problems.push(
                Problem::error(&path, "the redirect leads nowhere")
                    .expected("an existing id")
                    .found(quote(to)),
            );
        }
    }
}
