//! Words one after the other: in which articles some steps are taken, and in which zones.

use std::sync::Arc;

use super::at::{At, Places};
use super::bits::Bits;
use super::looked_up::LookedUp;
use super::plan::{Plan, Step, terms};
use super::postings::Posting;

/// Where the steps are taken.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    /// The articles.
    pub articles: Bits,
    /// For each article of the collection the zones; 0 where they are not taken.
    pub zones: Vec<u16>,
}

/// The articles that have a word for every step: all that can be said without looking at places.
pub(super) fn having_every_step(looked_up: &LookedUp<'_>, plan: &Plan, steps: &[Step]) -> Bits {
    let mut having = Bits::all(looked_up.index.len());
    steps.iter().for_each(|step| having.meet(&looked_up.having(terms(plan, step))));
    having
}

/// Where the steps are taken one after the other.
pub(super) fn taken(looked_up: &LookedUp<'_>, plan: &Plan, steps: &[Step]) -> Taken {
    let mut taken =
        Taken { articles: Bits::none(looked_up.index.len()), zones: vec![0; looked_up.index.len()] };
    let mut put = |article: u32, zones: u16| {
        if let Some(place) = taken.zones.get_mut(article as usize).filter(|_| zones != 0) {
            *place |= zones;
            taken.articles.add(article);
        }
    };
    if let [step] = steps {
        for posting in terms(plan, step).flat_map(|term| looked_up.articles(term)) {
            put(posting.article, posting.zones);
        }
        return taken;
    }
    let mut steps_read: Vec<Vec<Cursor<'_>>> = steps
        .iter()
        .map(|step| terms(plan, step).map(|term| Cursor::new(looked_up, term)).collect())
        .collect();
    let Some((first, rest)) = steps_read.split_first_mut() else { return taken };
    let mut starts: Vec<At> = Vec::new();
    for article in having_every_step(looked_up, plan, steps).iter() {
        starts.clear();
        first.iter_mut().for_each(|cursor| starts.extend(cursor.places_in(article)));
        for (step, words) in rest.iter_mut().zip(1..) {
            let places: Vec<&[At]> = step.iter_mut().map(|cursor| cursor.places_in(article)).collect();
            let goes_on = |start: &At| places.iter().any(|p| p.binary_search(&start.after(words)).is_ok());
            starts.retain(goes_on);
        }
        put(article, starts.iter().fold(0, |zones, at| zones | at.zone()));
    }
    taken
}

/// The lists of a word, read from article to article.
struct Cursor<'a> {
    left: &'a [Posting],
    places: Arc<Places>,
    number: usize,
}

impl<'a> Cursor<'a> {
    fn new(looked_up: &'a LookedUp<'_>, word: u32) -> Cursor<'a> {
        Cursor { left: looked_up.articles(word), places: looked_up.index.places(word), number: 0 }
    }

    /// The places in an article that is behind the last one.
    fn places_in(&mut self, article: u32) -> &[At] {
        while let Some((first, rest)) = self.left.split_first() {
            if first.article >= article {
                return if first.article == article { self.places.of(self.number) } else { &[] };
            }
            (self.left, self.number) = (rest, self.number + 1);
        }
        &[]
    }
}
