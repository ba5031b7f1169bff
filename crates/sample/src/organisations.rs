//! Sample organisations: a tree with one federation at the top, then provinces, districts, and the unions of companies
//! and schools.

use std::collections::BTreeSet;

use thidua_core::domain::{Organisation, OrganisationId, OrganisationKind};
use thidua_core::text::slug;

use super::random::Random;
use super::words::Words;

/// Draws `count` organisations; parents precede their children.
pub fn draw(count: usize, words: &Words, random: &mut Random) -> Vec<Organisation> {
    let top = "Tổng Liên đoàn Lao động (bộ mẫu)";
    let mut all = vec![organisation(top, "Tổng LĐLĐ (bộ mẫu)", "Sample Confederation of Labour", None, None)];
    let mut used: BTreeSet<String> = all.iter().map(|o| o.id.to_string()).collect();
    let (provinces, districts) = (1 + count / 6, 2 + count * 2 / 3);
    while all.len() < count {
        let place = place_name(words, random);
        let drawn = if all.len() < provinces {
            let rank = if random.percent(20) { "thành phố" } else { "tỉnh" };
            let parent = all.first();
            federation(rank, &place, "Province", parent)
        } else if all.len() < districts {
            let rank = random.common(&["huyện", "quận", "thị xã"]).copied().unwrap_or("huyện");
            let above = all.get(1..provinces).unwrap_or_default();
            federation(rank, &place, "District", random.any(above))
        } else {
            let above = all.get(provinces..districts).unwrap_or_default();
            union(&place, words, random, above)
        };
        if used.insert(drawn.id.to_string()) {
            all.push(drawn);
        }
    }
    all
}

/// An invented place name.
pub fn place_name(words: &Words, random: &mut Random) -> String {
    let first = random.common(words.list("place-first")).copied().unwrap_or_default();
    let second = random.any(words.list("place-second")).copied().unwrap_or_default();
    format!("{first} {second}")
}

fn federation(rank: &str, place: &str, english: &str, parent: Option<&Organisation>) -> Organisation {
    organisation(
        &format!("Liên đoàn Lao động {rank} {place}"),
        &format!("LĐLĐ {rank} {place}"),
        &format!("{place} {english} Federation of Labour"),
        Some(format!("{rank} {place}")),
        parent,
    )
}

fn union(place: &str, words: &Words, random: &mut Random, above: &[Organisation]) -> Organisation {
    let (list, kind, english) = match random.percent(70) {
        true => ("company", "Công ty", "Company"),
        false => ("school", "Trường", "School"),
    };
    let what = random.any(words.list(list)).copied().unwrap_or_default();
    let parent = random.any(above);
    Organisation {
        kind: OrganisationKind::Union,
        ..organisation(
            &format!("Công đoàn {kind} {what} {place}"),
            &format!("CĐ {kind} {what} {place}"),
            &format!("Union of {place} {english}"),
            parent.and_then(|parent| parent.locality.clone()),
            parent,
        )
    }
}

fn organisation(
    name: &str,
    alias: &str,
    english: &str,
    locality: Option<String>,
    parent: Option<&Organisation>,
) -> Organisation {
    Organisation {
        id: OrganisationId::new(slug(alias)),
        name: name.to_owned(),
        name_en: Some(english.to_owned()),
        kind: OrganisationKind::Federation,
        locality,
        parent: parent.map(|parent| parent.id.clone()),
        aliases: vec![alias.to_owned()],
        valid: None,
    }
}
