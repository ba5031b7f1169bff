//! Mentions of one organisation under a full and a shorter name.

use std::collections::BTreeMap;

use super::{LineOrganisation, NameGap};

/// Words that may be left out of a name: levels, legal forms and general words (as canonical keys).
const OPTIONAL: [&str; 27] = [
    "tỉnh",
    "thành",
    "phố",
    "quận",
    "huyện",
    "thị",
    "xã",
    "phường",
    "ngành",
    "công",
    "ti",
    "cổ",
    "phần",
    "cp",
    "tnhh",
    "mtv",
    "một",
    "viên",
    "tổng",
    "tập",
    "đoàn",
    "cơ",
    "đa",
    "khoa",
    "khu",
    "vực",
    "trường",
];

/// Returns for each mention the index of the mention whose full name it stands for. `None` where it has the fullest
/// name itself. Mentions are in the order of the text.
///
/// - An open name, or one without a proper noun, stands for the longer name that begins with it and is printed nearest
///   before it, else for the nearest after it: "LĐLĐ tỉnh", "Công đoàn ngành Y tế".
/// - A name without its level or legal form stands for the one with it: "LĐLĐ Bến Lũng", "Công đoàn Than Lũng Vài". If
///   two different names have it ("tỉnh Bến Lũng", "thành phố Bến Lũng"), it stands for itself.
pub(crate) fn full_names(names: &[&LineOrganisation]) -> Vec<Option<usize>> {
    let is_full = |named: &LineOrganisation| named.gap == NameGap::None && named.has_proper_noun;
    let bare: Vec<String> = names.iter().map(|named| without_optional(&named.key)).collect();
    // Full names by their keys without optional words: the first mention of each.
    let mut by_bare: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut seen: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for (index, (named, bare)) in names.iter().zip(&bare).enumerate() {
        if is_full(named) && seen.insert(&named.key, None).is_none() {
            by_bare.entry(bare).or_default().push(index);
        }
    }
    for same in by_bare.values() {
        for index in same {
            if let Some(named) = names.get(*index) {
                seen.insert(&named.key, fullest(names, named, same));
            }
        }
    }
    let fullest: Vec<Option<usize>> =
        names.iter().map(|named| seen.get(named.key.as_str()).copied().flatten()).collect();
    // Nearest full name before and after each mention, by the words that it begins with.
    let mut full = fullest.clone();
    let mut nearest: BTreeMap<&str, usize> = BTreeMap::new();
    for forwards in [true, false] {
        nearest.clear();
        for step in 0..names.len() {
            let index = if forwards { step } else { names.len() - 1 - step };
            let Some(named) = names.get(index) else { continue };
            if is_full(named) {
                let own = fullest.get(index).copied().flatten().unwrap_or(index);
                for prefix in prefixes(names.get(own).map_or("", |named| &named.key)) {
                    nearest.insert(prefix, own);
                }
            } else if let Some(slot) = full.get_mut(index)
                && slot.is_none()
            {
                *slot = nearest.get(named.key.as_str()).copied();
            }
        }
    }
    full
}

/// Longest of the names `same` that have all words of `named` and more. `None` where there is none, or where two of
/// them contradict each other.
fn fullest(names: &[&LineOrganisation], named: &LineOrganisation, same: &[usize]) -> Option<usize> {
    let longer = || {
        let names = same.iter().filter_map(|index| Some((*index, names.get(*index)?)));
        names.filter(|(_, other)| other.key != named.key && has_words(&other.key, &named.key))
    };
    let (longest, full) = longer().max_by_key(|(index, other)| (other.key.len(), usize::MAX - index))?;
    longer().all(|(_, other)| has_words(&full.key, &other.key)).then_some(longest)
}

/// Returns whether a key holds the words of another in their order.
fn has_words(key: &str, other: &str) -> bool {
    let mut words = key.split(' ');
    other.split(' ').all(|word| words.any(|next| next == word))
}

/// Beginnings of a key, word by word, without the whole key.
fn prefixes(key: &str) -> impl Iterator<Item = &str> {
    key.match_indices(' ').filter_map(|(pos, _)| key.get(..pos))
}

/// Key without the words that may be left out.
fn without_optional(key: &str) -> String {
    key.split(' ').filter(|word| !OPTIONAL.contains(word)).collect::<Vec<_>>().join(" ")
}
