//! Why a search found an article: the passage, with what matched marked, linked to its place.

use std::ops::Range;

use leptos::prelude::*;

use crate::domain::Article;
use crate::route::Page;
use crate::search::{Hit, Place, Reason};
use crate::ui::context::Ctx;

/// How many passages a card shows.
const SHOWN: usize = 3;

impl Ctx<'_> {
    /// The headline of a hit, with what matched marked.
    pub fn hit_title(self, article: &Article, hit: &Hit) -> AnyView {
        let headline = self.headline(article);
        let in_headline = |r: &&Reason| r.place == Place::Headline && r.text == headline;
        match hit.reasons.iter().find(in_headline) {
            Some(reason) => marked(&reason.text, &reason.highlights),
            None => headline.to_owned().into_any(),
        }
    }

    /// The passages that match, the headline left to the title; nothing where no words were asked for.
    pub fn reasons(self, article: &Article, hit: &Hit) -> Option<AnyView> {
        let headline = self.headline(article);
        let items: Vec<_> = hit
            .reasons
            .iter()
            .filter(|r| !(r.place == Place::Headline && r.text == headline))
            .take(SHOWN)
            .map(|reason| {
                let (place, href) = self.place(article, &reason.place);
                let text = marked(&reason.text, &reason.highlights);
                view! {
                    <li>
                        <span class="reason__place">{place}": "</span>
                        <a href=href lang=reason.lang.tag()>{text}</a>
                    </li>
                }
            })
            .collect();
        (!items.is_empty())
            .then(|| view! { <ul class="reasons" aria-label=self.w.found_in>{items}</ul> }.into_any())
    }

    /// What a place is called, and where it is.
    fn place(self, article: &Article, place: &Place) -> (&'static str, String) {
        let w = self.w;
        let page = self.article_href(article);
        match place {
            Place::Headline | Place::Kicker => (w.place_headline, page),
            Place::Byline => (w.place_person, page),
            Place::Digest { line } => (w.place_digest, format!("{page}#dong-{line}")),
            Place::Phase { line } => (w.place_phase, format!("{page}#dong-{line}")),
            Place::Campaign(id) => (w.place_campaign, self.href(Page::Campaign(id.clone()))),
            Place::Figure(id) => (w.place_figure, self.href(Page::Figure(id.clone()))),
            Place::Person(name) => {
                let line = article.people.iter().find(|p| p.name == *name).map(|p| p.line);
                (w.place_person, line.map_or(page.clone(), |line| format!("{page}#dong-{line}")))
            }
            Place::Organisation(id) => (w.place_organisation, self.href(Page::Organisation(id.clone()))),
            Place::Body { .. } => (w.place_body, page),
        }
    }
}

/// `text` with the byte ranges marked; a range that is not in the text is passed over.
fn marked(text: &str, ranges: &[Range<usize>]) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = 0;
    for range in ranges {
        if let (Some(before), Some(found)) = (text.get(at..range.start), text.get(range.clone())) {
            parts.push(before.to_owned().into_any());
            parts.push(view! { <mark>{found.to_owned()}</mark> }.into_any());
            at = range.end;
        }
    }
    parts.push(text.get(at..).unwrap_or_default().to_owned().into_any());
    parts.into_any()
}
