//! Looking around in articles: the places of some words, article by article, put back in a row.

use super::looked_up::LookedUp;
use super::plan::{Plan, Step};
use super::postings::At;
use super::texts::SEPARATOR;
use super::walk::Walk;

/// The places of some words in some articles.
pub(super) struct Places {
    /// For each article where its places begin in `at`; one more at the end.
    starts: Vec<u32>,
    at: Vec<(u32, At)>,
}

/// What can be seen of an article: some of its words where they stand, nothing between them.
pub(super) struct Scene<'a> {
    /// The words with their places.
    pub words: &'a [(u32, At)],
    /// The same in a row, [`SEPARATOR`] where none of them stands.
    pub row: &'a [u32],
}

impl Places {
    /// Collects the places of words, each named once, in the `wanted` articles.
    pub(super) fn new(looked_up: &LookedUp<'_>, words: &[u32], wanted: &[bool]) -> Places {
        let is_wanted = |article: u32| wanted.get(article as usize).copied().unwrap_or_default();
        let mut starts = vec![0_u32; looked_up.index.len() + 1];
        for word in words {
            for posting in looked_up.articles(*word).iter().filter(|posting| is_wanted(posting.article)) {
                if let Some(start) = starts.get_mut(posting.article as usize + 1) {
                    *start += posting.times;
                }
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let nothing = (SEPARATOR, At { place: 0, zone: 0 });
        let mut places = Places { at: vec![nothing; sum as usize], starts };
        let mut next = places.starts.clone();
        for word in words {
            looked_up.index.places(*word, is_wanted, |article, at| {
                if let Some(next) = next.get_mut(article as usize)
                    && let Some(free) = places.at.get_mut(*next as usize)
                {
                    *free = (*word, at);
                    *next += 1;
                }
            });
        }
        places
    }

    /// Shows every article that has any of the words.
    pub(super) fn for_each(&self, mut look: impl FnMut(usize, Scene<'_>)) {
        let mut row: Vec<u32> = Vec::new();
        for (article, bounds) in self.starts.windows(2).enumerate() {
            let [start, end] = bounds else { continue };
            let Some(words) = self.at.get(*start as usize..*end as usize).filter(|w| !w.is_empty()) else {
                continue;
            };
            for (word, at) in words {
                let place = at.place as usize;
                if place >= row.len() {
                    row.resize(place + 1, SEPARATOR);
                }
                if let Some(free) = row.get_mut(place) {
                    *free = *word;
                }
            }
            look(article, Scene { words, row: &row });
            for (_, at) in words {
                if let Some(taken) = row.get_mut(at.place as usize) {
                    *taken = SEPARATOR;
                }
            }
        }
    }
}

/// The spellings that take a step.
pub(super) fn terms<'a>(plan: &'a Plan, step: &'a Step) -> impl Iterator<Item = u32> + 'a {
    let (typed, given) = match step {
        Step::Part(part) => (plan.terms.get(*part as usize), None),
        Step::Terms(terms) => (None, Some(terms)),
    };
    let typed = typed.into_iter().flatten().map(|(term, _)| *term);
    typed.chain(given.into_iter().flatten().copied())
}

/// For each article whether it has a word for every step: all that can be said without looking at places.
pub(super) fn having_every_step(looked_up: &LookedUp<'_>, plan: &Plan, steps: &[Step]) -> Vec<bool> {
    let mut taken = vec![0_usize; looked_up.index.len()];
    for (number, step) in steps.iter().enumerate() {
        for posting in terms(plan, step).flat_map(|term| looked_up.articles(term)) {
            if let Some(taken) = taken.get_mut(posting.article as usize).filter(|taken| **taken == number) {
                *taken += 1;
            }
        }
    }
    taken.into_iter().map(|taken| taken == steps.len()).collect()
}

/// For each article the zones in which the steps are taken one after the other; 0 where they are not.
pub(super) fn zones_of_steps(looked_up: &LookedUp<'_>, plan: &Plan, steps: &[Step]) -> Vec<u16> {
    let mut zones = vec![0_u16; looked_up.index.len()];
    if let [step] = steps {
        for posting in terms(plan, step).flat_map(|term| looked_up.articles(term)) {
            if let Some(zones) = zones.get_mut(posting.article as usize) {
                *zones |= posting.zones;
            }
        }
        return zones;
    }
    let mut words: Vec<u32> = steps.iter().flat_map(|step| terms(plan, step)).collect();
    words.sort_unstable();
    words.dedup();
    Places::new(looked_up, &words, &having_every_step(looked_up, plan, steps)).for_each(|article, scene| {
        let walk = Walk { stream: scene.row, plan };
        let found = scene.words.iter().filter(|(_, at)| walk.steps(steps, at.place as usize).is_some());
        let found = found.fold(0, |zones, (_, at)| zones | 1 << at.zone);
        if let Some(zones) = zones.get_mut(article) {
            *zones = found;
        }
    });
    zones
}
