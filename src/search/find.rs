//! Finding slots in a whole index, starting from the rarest word.

use super::index::Index;
use super::plan::{Plan, Slot, Step};
use super::walk::{Found, Walk};

/// Calls `found` for every place in the index where the slots stand one after the other.
pub(super) fn find(index: &Index, plan: &Plan, slots: &[Slot], mut found: impl FnMut(Found)) {
    let walk = Walk { stream: &index.stream, plan };
    let cost = |slot: &Slot| -> usize {
        slot.ways.iter().filter_map(|way| rarest(index, plan, way)).map(|r| r.1).sum()
    };
    let Some((at, slot)) = slots.iter().enumerate().min_by_key(|(at, slot)| (cost(slot), *at)) else {
        return;
    };
    let (Some(before), Some(after)) = (slots.get(..at), slots.get(at + 1..)) else { return };
    for way in &slot.ways {
        let Some((offset, _)) = rarest(index, plan, way) else { continue };
        let Some(step) = way.get(offset) else { continue };
        for_each_place(index, plan, step, |place| {
            let Some(start) = place.checked_sub(offset) else { return };
            let Some(is_exact) = walk.steps(way, start) else { return };
            let Some(front) = walk.backwards(before, start) else { return };
            let Some(back) = walk.forwards(after, start + way.len()) else { return };
            let places = front.places.start..back.places.end;
            found(Found { places, is_exact: is_exact && front.is_exact && back.is_exact });
        });
    }
}

/// The step with the fewest places, and how many they are.
fn rarest(index: &Index, plan: &Plan, steps: &[Step]) -> Option<(usize, usize)> {
    steps.iter().map(|step| count_places(index, plan, step)).enumerate().min_by_key(|(_, count)| *count)
}

/// In how many places of the index a step stands.
pub(super) fn count_places(index: &Index, plan: &Plan, step: &Step) -> usize {
    terms(plan, step).map(|term| index.positions.get(term).len()).sum()
}

/// Calls `visit` for every place of a step.
pub(super) fn for_each_place(index: &Index, plan: &Plan, step: &Step, mut visit: impl FnMut(usize)) {
    for term in terms(plan, step) {
        for place in index.positions.get(term) {
            visit(*place as usize);
        }
    }
}

/// The spellings that take a step.
fn terms<'a>(plan: &'a Plan, step: &'a Step) -> impl Iterator<Item = u32> + 'a {
    let (typed, given) = match step {
        Step::Part(part) => (plan.terms.get(*part as usize), None),
        Step::Terms(terms) => (None, Some(terms)),
    };
    let typed = typed.into_iter().flatten().map(|(term, _)| *term);
    typed.chain(given.into_iter().flatten().copied())
}
