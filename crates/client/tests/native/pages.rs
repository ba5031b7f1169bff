//! Pages as markup: every link has a target, and text from a corpus is never parsed as markup.

use std::collections::{BTreeMap, BTreeSet};

use thidua_client::{Engine, PageRequest, View};
use thidua_core::corpus::{Catalogue, load};
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_sample::bundled::{bundled, poisoned};

/// Site data of a corpus.
pub fn site(json: &[u8]) -> SiteData {
    SiteData::new(
        Catalogue::new(load(json).unwrap()),
        VerifiedArticles::All,
        BasePath::new("/kho/"),
        String::new(),
    )
}

/// Markup of every page by its path.
pub fn pages(site: SiteData) -> BTreeMap<String, String> {
    let engine = Engine::new(site);
    let markup = |route: &Route| match engine
        .respond(&PageRequest { max_cards: usize::MAX, ..PageRequest::page(&route.path()) })
        .view
    {
        View::Static(markup) => markup,
        View::Home(home) => format!("{}\n{}", home.lead.unwrap_or_default(), home.cards),
        View::Explorer(explorer) => format!("{}\n{}\n{}", explorer.head, explorer.count, explorer.rows),
    };
    let site = engine.site();
    Route::all(&site.catalogue).iter().map(|route| (site.base.href(route), markup(route))).collect()
}

fn attributes<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let parts: Vec<&str> = html.split(start.as_str()).skip(1).collect();
    parts.into_iter().filter_map(|rest| rest.split('"').next())
}

#[test]
fn adjacent_elements_of_every_page_are_separated_by_whitespace() {
    // Elements inside a word, and elements without text of their own.
    let is_within_word = |tag: &str| ["mark", "tspan"].contains(&tag);
    let pages = pages(site(&bundled()));
    for (page, html) in &pages {
        for (before, after) in html.match_indices("><").map(|(at, _)| html.split_at(at + 1)) {
            let ended = before.rsplit('<').next().unwrap().trim_end_matches('>');
            let begun = after.trim_start_matches('<').split([' ', '>']).next().unwrap();
            let is_apart = !ended.starts_with('/') || begun.starts_with('/');
            let name = ended.trim_start_matches('/');
            assert!(is_apart || is_within_word(name) || is_within_word(begun), "{page}: </{name}><{begun}>");
        }
    }
    assert!(pages.len() > 100);
}

#[test]
fn every_link_leads_to_an_existing_page_and_fragment() {
    let pages = pages(site(&bundled()));
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(href, html)| (href.as_str(), attributes(html, "id").collect())).collect();
    let mut checked = 0;
    for (page, html) in &pages {
        // Other files of the site are tested with the site builder.
        let is_file = |href: &&str| href.rsplit('/').next().is_some_and(|name| name.contains('.'));
        for href in attributes(html, "href").filter(|href| !href.starts_with("http") && !is_file(href)) {
            let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
            let path = path.split_once('?').map_or(path, |(path, _)| path);
            let path = if path.is_empty() { page } else { path };
            let known = ids.get(path).unwrap_or_else(|| panic!("{page}: {href} leads nowhere"));
            // Pages that only the builder makes are tested with it.
            let is_built = Route::parse(path.strip_prefix("/kho/").unwrap_or(path)).page.is_built();
            let is_drawn_later = anchor == "ket-qua" || is_built;
            assert!(anchor.is_empty() || is_drawn_later || known.contains(anchor), "{page}: no place {href}");
            checked += 1;
        }
    }
    assert!(checked > 1000, "only {checked} links");
}

#[test]
fn every_page_has_one_heading_and_unique_ids() {
    for (page, html) in pages(site(&bundled())) {
        assert_eq!(html.matches("<h1").count(), 1, "{page}");
        let ids: Vec<&str> = attributes(&html, "id").collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{page}: an id stands twice");
    }
}

#[test]
fn corpus_texts_are_escaped_on_every_page() {
    let pages = pages(site(&poisoned()));
    let mut seen = 0;
    for (page, html) in pages {
        assert!(!html.contains("<script"), "{page}");
        assert!(!html.contains("<img"), "{page}");
        assert!(!html.contains("\"' onclick"), "{page}: a quotation mark got out");
        seen += html.matches("&lt;script&gt;").count();
    }
    assert!(seen > 1000, "the hostile text stands on the pages, {seen} times, as text");
}
