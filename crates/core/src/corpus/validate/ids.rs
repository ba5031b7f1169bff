//! Rules about ids: each is a slug and is given once; redirects lead to an id that exists.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::graph::ids_on_cycles;
use crate::collections::{Lookup, collect_map, collect_set};
use crate::corpus::fact_path::FactPath;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{IdKind, ProblemCode, ProblemValue, quote};
use crate::domain::{Corpus, MAX_ID_LENGTH, is_reserved_name, is_slug};

/// Location of an id: an item of a list of the document, or a figure of an article. Its path is made only for a problem.
#[derive(Clone, Copy)]
struct IdLocation {
    list: &'static str,
    index: usize,
    figure: Option<usize>,
}

impl IdLocation {
    fn path(self) -> FactPath {
        let item = FactPath::item(self.list, self.index);
        let item = match self.figure {
            Some(figure) => item.field("figures").index(figure),
            None => item,
        };
        item.field("id")
    }
}

type LocatedIds<'a> = Vec<(IdLocation, &'a str)>;

/// Returns the ids of each kind with their locations. Within a kind an id may be given once.
fn ids_by_kind(corpus: &Corpus) -> [(IdKind, LocatedIds<'_>); 6] {
    fn locate<'a, T>(list: &'static str, items: &'a [T], id: impl Fn(&'a T) -> &'a str) -> LocatedIds<'a> {
        let location = |index| IdLocation { list, index, figure: None };
        items.iter().enumerate().map(|(i, item)| (location(i), id(item))).collect()
    }
    let figures = corpus.articles.iter().enumerate().flat_map(|(index, article)| {
        let location = move |figure| IdLocation { list: "articles", index, figure: Some(figure) };
        article.figures.iter().enumerate().map(move |(f, figure)| (location(f), figure.id.as_str()))
    });
    [
        (IdKind::Source, locate("sources", &corpus.sources, |s| &s.id)),
        (IdKind::Organisation, locate("organisations", &corpus.organisations, |o| &o.id)),
        (IdKind::Unit, locate("units", &corpus.units, |u| &u.id)),
        (IdKind::Campaign, locate("campaigns", &corpus.campaigns, |c| &c.id)),
        (IdKind::Article, locate("articles", &corpus.articles, |a| &a.id)),
        (IdKind::Figure, figures.collect()),
    ]
}

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let kinds = ids_by_kind(corpus);
    for (kind, ids) in &kinds {
        check_kind(*kind, ids, problems);
    }
    for (a, article) in corpus.articles.iter().enumerate() {
        for (f, figure) in article.figures.iter().enumerate() {
            if let Some(measure) = &figure.measure {
                check_slug(|| FactPath::figure(a, f).field("measure"), measure, problems);
            }
        }
    }
    check_glossary(corpus, problems);
    if corpus.redirects.is_empty() {
        return;
    }
    let ids = collect_set(kinds.iter().flat_map(|(_, ids)| ids.iter().map(|(_, id)| *id)));
    check_redirects(corpus, &ids, problems);
}

fn check_kind(kind: IdKind, ids: &LocatedIds<'_>, problems: &mut Vec<Problem>) {
    let mut seen: Lookup<Cow<'_, str>, &(IdLocation, &str)> = Lookup::default();
    for entry in ids {
        let (location, id) = entry;
        check_slug(|| location.path(), id, problems);
        if kind.has_page() {
            check_folder_name(|| location.path(), id, problems);
        }
        let folded = match id.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(id.to_ascii_lowercase()),
            false => Cow::Borrowed(*id),
        };
        match seen.get(&folded) {
            Some((first, other)) if other == id => {
                let code = ProblemCode::DuplicateId { kind, id: (*id).to_owned() };
                problems.push(
                    Problem::error(location.path(), code)
                        .hint(format!("it is given first at {}", first.path())),
                );
            }
            Some((first, other)) => {
                let (first_id, second) = ((*other).to_owned(), (*id).to_owned());
                let code = ProblemCode::IdsDifferInCase { kind, first: first_id, second };
                let hint =
                    format!("the first stands at {}; many hosts would mix up their pages", first.path());
                problems.push(Problem::error(location.path(), code).hint(hint));
            }
            None => seen.insert(folded, entry),
        }
    }
}

fn check_folder_name(path: impl Fn() -> FactPath, id: &str, problems: &mut Vec<Problem>) {
    if is_reserved_name(id) {
        problems.push(
            Problem::error(path(), ProblemCode::ReservedFolderName)
                .found(quote(id))
                .hint("choose a longer id, such as one with the kind or the year"),
        );
    }
}

fn check_slug(path: impl Fn() -> FactPath, id: &str, problems: &mut Vec<Problem>) {
    if id.len() > MAX_ID_LENGTH {
        problems.push(
            Problem::error(path(), ProblemCode::IdTooLong)
                .expected(ProblemValue::AtMostLetters(MAX_ID_LENGTH))
                .found(ProblemValue::Letters(id.chars().count())),
        );
    }
    if !is_slug(id) {
        problems.push(
            Problem::error(path(), ProblemCode::NotASlug).expected(ProblemValue::SlugForm).found(quote(id)),
        );
    }
}

fn check_glossary(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (i, entry) in corpus.glossary.iter().enumerate() {
        if !seen.insert(entry.abbreviation.as_str()) {
            let code = ProblemCode::DuplicateAbbreviation(entry.abbreviation.clone());
            problems.push(Problem::error(FactPath::item("glossary", i).field("abbreviation"), code));
        }
    }
}

fn check_redirects(corpus: &Corpus, ids: &BTreeSet<&str>, problems: &mut Vec<Problem>) {
    let edges = collect_map(corpus.redirects.iter().map(|(a, b)| (a.as_str(), b.as_str())));
    let on_cycles = ids_on_cycles(&edges);
    for (from, to) in edges.iter().map(|(from, to)| (*from, *to)) {
        let path = || FactPath::document().field("redirects").field(from.to_owned());
        check_slug(path, from, problems);
        check_folder_name(path, from, problems);
        if ids.contains(from) {
            problems.push(
                Problem::error(path(), ProblemCode::RedirectedIdInUse(from.to_owned()))
                    .hint("remove the redirect or rename the thing"),
            );
        }
        if on_cycles.contains(from) {
            problems.push(Problem::error(path(), ProblemCode::RedirectCycle).found(quote(to)));
        } else if !ids.contains(to) && !edges.contains_key(to) {
            problems.push(
                Problem::error(path(), ProblemCode::RedirectToNothing)
                    .expected(ProblemValue::ExistingId)
                    .found(quote(to)),
            );
        }
    }
}
