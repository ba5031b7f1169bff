//! Cycles in relations where each object points at one other.

use std::collections::{BTreeMap, BTreeSet};

/// Returns the ids that are part of a cycle of `edges`. Ids that only lead to a cycle are not.
pub(super) fn ids_on_cycles<'a>(edges: &BTreeMap<&'a str, &'a str>) -> BTreeSet<&'a str> {
    let mut visited: BTreeSet<&str> = BTreeSet::new();
    let mut on_cycles = BTreeSet::new();
    for start in edges.keys().copied() {
        let mut path = Vec::new();
        let mut current = start;
        while !visited.contains(current) && !path.contains(&current) {
            path.push(current);
            match edges.get(current) {
                Some(next) => current = next,
                None => break,
            }
        }
        let cycle_start = path.iter().position(|id| *id == current).filter(|_| edges.contains_key(current));
        if let Some(first) = cycle_start {
            on_cycles.extend(path.iter().skip(first).copied());
        }
        visited.extend(path);
    }
    on_cycles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_on_cycles_leaves_out_ids_that_only_lead_to_a_cycle() {
        let edges = BTreeMap::from([("a", "b"), ("b", "c"), ("c", "b"), ("d", "d"), ("e", "f")]);
        assert_eq!(ids_on_cycles(&edges), BTreeSet::from(["b", "c", "d"]));
    }
}
