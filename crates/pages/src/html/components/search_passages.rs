//! Why a search found an article: the passage, with what matched marked, linked to its place.

use std::ops::Range;

use maud::{Markup, html};

use crate::html::PageContext;
use crate::route::Page;
use thidua_core::domain::Article;
use thidua_search::{Hit, PassageLocation, Reason};

/// How many passages a card shows.
const SHOWN: usize = 3;

impl PageContext<'_> {
    /// The headline of a hit, with what matched marked.
    pub(super) fn hit_title(self, article: &Article, hit: &Hit) -> Markup {
        let headline = self.headline(article);
        match hit.reasons.iter().find(|r| is_title(r, headline)) {
            Some(reason) => marked(&reason.text, &reason.highlights),
            None => html! { (headline) },
        }
    }

    /// The passages that match, the headline left to the title; nothing where no words were asked for.
    pub(super) fn reasons(self, article: &Article, hit: &Hit) -> Option<Markup> {
        let headline = self.headline(article);
        let reasons: Vec<&Reason> =
            hit.reasons.iter().filter(|r| !is_title(r, headline)).take(SHOWN).collect();
        (!reasons.is_empty()).then(|| {
            html! {
                ul.reasons aria-label=(self.w.found_in) {
                    @for reason in reasons {
                        @let (place, href) = self.place(article, &reason.location);
                        li {
                            span.reason__place { (place) ": " }
                            a href=(href) lang=(reason.lang.tag()) { (marked(&reason.text, &reason.highlights)) }
                        }
                    }
                }
            }
        })
    }

    /// What a place is called, and where it is.
    fn place(self, article: &Article, place: &PassageLocation) -> (&'static str, String) {
        let w = self.w;
        let page = self.article_href(article);
        match place {
            PassageLocation::Headline | PassageLocation::Kicker => (w.place_headline, page),
            PassageLocation::Byline => (w.place_person, page),
            PassageLocation::Digest { line } => (w.place_digest, self.line_href(article, *line)),
            PassageLocation::Phase { line } => (w.place_phase, self.line_href(article, *line)),
            PassageLocation::Campaign(id) => (w.place_campaign, self.href(Page::Campaign(id.clone()))),
            PassageLocation::Figure(id) => (w.place_figure, self.href(Page::Figure(id.clone()))),
            PassageLocation::Person(name) => {
                let line = article.people.iter().find(|p| p.name == *name).map(|p| p.line);
                (w.place_person, line.map_or(page, |line| self.line_href(article, line)))
            }
            PassageLocation::Organisation(id) => {
                (w.place_organisation, self.href(Page::Organisation(id.clone())))
            }
            PassageLocation::Body { .. } => (w.place_body, page),
        }
    }
}

fn is_title(reason: &Reason, headline: &str) -> bool {
    reason.location == PassageLocation::Headline && reason.text == headline
}

/// `text` with the byte ranges marked; a range that is not in the text is passed over.
fn marked(text: &str, ranges: &[Range<usize>]) -> Markup {
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
