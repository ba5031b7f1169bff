//! Matching passages of a search hit, with the matches marked and linked to their position.

use std::ops::Range;

use maud::{Markup, html};

use thidua_core::domain::Article;
use thidua_search::{Hit, PassageLocation, Reason};

use crate::context::PageContext;
use crate::href;
use crate::html::components::{clipping, links};
use crate::route::Page;

/// Number of passages on a card.
const MAX_PASSAGES: usize = 3;

/// Returns the headline of a hit, with the matches marked.
pub(super) fn highlighted_headline(ctx: &PageContext<'_>, article: &Article, hit: &Hit) -> Markup {
    let headline = links::headline(ctx, article);
    match hit.reasons.iter().find(|r| is_title(r, headline)) {
        Some(reason) => highlighted(&reason.text, &reason.highlights),
        None => html! { (headline) },
    }
}

/// Returns the passages that match, without the headline; `None` if no words were searched for.
pub(super) fn matching_passages(ctx: &PageContext<'_>, article: &Article, hit: &Hit) -> Option<Markup> {
    let headline = links::headline(ctx, article);
    let reasons: Vec<&Reason> =
        hit.reasons.iter().filter(|r| !is_title(r, headline)).take(MAX_PASSAGES).collect();
    (!reasons.is_empty()).then(|| {
        html! {
            ul.reasons aria-label=(ctx.words.found_in) {
                @for reason in reasons {
                    @let (place, href) = passage_location(ctx, article, &reason.location);
                    li {
                        span.reason__place { (place) ": " }
                        a href=(href) lang=(reason.lang.tag()) { (highlighted(&reason.text, &reason.highlights)) }
                        (open_guesses(ctx, article, &reason.location))
                    }
                }
            }
        }
    })
}

/// Note on the guesses of a figure that matches; empty for other passages.
fn open_guesses(ctx: &PageContext<'_>, article: &Article, place: &PassageLocation) -> Markup {
    let figure = match place {
        PassageLocation::Figure(id) => article.figures.iter().find(|figure| figure.id == *id),
        _ => None,
    };
    let open = figure.map(|figure| figure.open_guesses(article)).unwrap_or_default();
    html! { @if !open.is_empty() { " " (clipping::open_guesses(ctx, &open)) } }
}

/// Label of a passage and its address.
fn passage_location(
    ctx: &PageContext<'_>,
    article: &Article,
    place: &PassageLocation,
) -> (&'static str, String) {
    let w = ctx.words;
    let page = href::article_href(ctx, article);
    match place {
        PassageLocation::Headline | PassageLocation::Kicker => (w.place_headline, page),
        PassageLocation::Byline => (w.place_person, page),
        PassageLocation::Digest { line } => (w.place_digest, href::line_href(ctx, article, *line)),
        PassageLocation::Phase { line } => (w.place_phase, href::line_href(ctx, article, *line)),
        PassageLocation::Campaign(id) => (w.place_campaign, ctx.href(Page::Campaign(id.clone()))),
        PassageLocation::Figure(id) => (w.place_figure, ctx.href(Page::Figure(id.clone()))),
        PassageLocation::Person(name) => {
            let line = article.people.iter().find(|p| p.name == *name).map(|p| p.line);
            (w.place_person, line.map_or(page, |line| href::line_href(ctx, article, line)))
        }
        PassageLocation::Organisation(id) => (w.place_organisation, ctx.href(Page::Organisation(id.clone()))),
        PassageLocation::Body { .. } => (w.place_body, page),
    }
}

fn is_title(reason: &Reason, headline: &str) -> bool {
    reason.location == PassageLocation::Headline && reason.text == headline
}

/// Marks the byte ranges of `text`; ignores a range that is not in the text.
fn highlighted(text: &str, ranges: &[Range<usize>]) -> Markup {
    let mut parts: Vec<(&str, &str)> = Vec::new();
    let (mut at, mut rest) = (0, text);
    for range in ranges {
        let pieces = (text.get(at..range.start), text.get(range.clone()), text.get(range.end..));
        if let (Some(before), Some(found), Some(behind)) = pieces {
            parts.push((before, found));
            (at, rest) = (range.end, behind);
        }
    }
    html! {
        @for (before, found) in parts { (before) mark { (found) } }
        (rest)
    }
}
