//! Circles among things that each point at one other.

use std::collections::{BTreeMap, BTreeSet};

/// The ids that lie on a circle of `edges`.
pub(super) fn on_circles<'a>(edges: &BTreeMap<&'a str, &'a str>) -> BTreeSet<&'a str> {
    let mut clear: BTreeSet<&str> = BTreeSet::new();
    let mut circles = BTreeSet::new();
    for start in edges.keys().copied() {
        let mut way = Vec::new();
        let mut at = start;
        while !clear.contains(at) && !way.contains(&at) {
            way.push(at);
            match edges.get(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        if let Some(first) = way.iter().position(|id| *id == at).filter(|_| edges.contains_key(at)) {
            circles.extend(way.iter().skip(first).copied());
        }
        clear.extend(way);
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_on_a_circle_is_named() {
        let edges = BTreeMap::from([("a", "b"), ("b", "c"), ("c", "b"), ("d", "d"), ("e", "f")]);
        assert_eq!(on_circles(&edges), BTreeSet::from(["b", "c", "d"]));
    }
}
