//! Ids: slugs, each given once, redirects that lead somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::on_circles;
use crate::corpus::problem::{Problem, quote};
use crate::domain::{Corpus, is_slug};
use crate::order::{map, set};

type Ids<'a> = Vec<(String, &'a str)>;

/// The ids of each kind with their paths. Of each kind an id may be given once.
fn by_kind(corpus: &Corpus) -> [(&'static str, Ids<'_>); 6] {
    fn list<'a, T>(section: &str, items: &'a [T], id: impl Fn(&'a T) -> &'a str) -> Ids<'a> {
        items.iter().enumerate().map(|(i, item)| (format!("{section}[{i}].id"), id(item))).collect()
    }
    let figures = corpus.articles.iter().enumerate().flat_map(|(a, article)| {
        list(&format!("articles[{a}].figures"), &article.figures, |f| f.id.as_str())
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
        let mut seen: BTreeMap<String, &(String, &str)> = BTreeMap::new();
        for entry in ids {
            let (path, id) = entry;
            slug(path, id, problems);
            match seen.get(&id.to_ascii_lowercase()) {
                Some((first, other)) if other == id => problems.push(
                    Problem::error(path, format!("duplicate {kind} id {}", quote(id)))
                        .hint(format!("it is given first at {first}")),
                ),
                Some((first, other)) => problems.push(
                    Problem::error(
                        path,
                        format!("{kind} ids {} and {} differ only in case", quote(other), quote(id)),
                    )
                    .hint(format!("the first stands at {first}; many hosts would mix up their pages")),
                ),
                None => {
                    seen.insert(id.to_ascii_lowercase(), entry);
                }
            }
        }
    }
    for (a, article) in corpus.articles.iter().enumerate() {
        for (f, figure) in article.figures.iter().enumerate() {
            if let Some(measure) = &figure.measure {
                slug(&format!("articles[{a}].figures[{f}].measure"), measure, problems);
            }
        }
    }
    glossary(corpus, problems);
    let ids = set(kinds.iter().flat_map(|(_, ids)| ids.iter().map(|(_, id)| *id)));
    redirects(corpus, &ids, problems);
}

fn slug(path: &str, id: &str, problems: &mut Vec<Problem>) {
    if !is_slug(id) {
        problems.push(
            Problem::error(path, "not a slug")
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
    let edges = map(corpus.redirects.iter().map(|(a, b)| (a.as_str(), b.as_str())));
    let circles = on_circles(&edges);
    for (from, to) in edges.iter().map(|(from, to)| (*from, *to)) {
        let path = format!("redirects.{from}");
        slug(&path, from, problems);
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
