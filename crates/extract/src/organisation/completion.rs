//! Completion of names by places that the article prints elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::domain::OrganisationKind;
use thidua_core::text::key;

use super::employers;
use super::full_name::{FEDERATION_LEVELS, LEVELS, in_full};
use super::name::{has_office_before, is_joined};
use super::place::{place_length, run};
use super::{AnalyzedLine, Context, LineOrganisation, NameGap};

/// Places that the lines of an article name with their levels: "tỉnh Bến Lũng".
#[derive(Debug, Default)]
pub(crate) struct PrintedPlaces {
    /// Printed names by level, each with its key.
    by_level: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// Enterprises: the printed name and its weight by key.
    enterprises: BTreeMap<String, (String, usize)>,
}

impl PrintedPlaces {
    /// Finds the places in the lines.
    pub fn of(views: &[AnalyzedLine<'_>], context: &Context) -> Self {
        let mut places = Self::default();
        for view in views {
            for named in employers(view, context) {
                let printed = view.get(&named.range).to_owned();
                places.enterprises.entry(named.key).or_insert((printed, 0)).1 += named.weight;
            }
            for pos in 0..view.words.len() {
                if let Some((level, from)) = level_at(view, pos)
                    && view.is_capital(from)
                    && is_joined(view, from - 1)
                {
                    let run = run(view, from);
                    let length =
                        place_length(view, context, from, run, has_office_before(view, context, from));
                    let printed = view.get(&view.word_range(from, from + length));
                    let of_level = places.by_level.entry(level).or_default();
                    of_level.entry(key(printed)).or_insert_with(|| printed.to_owned());
                }
            }
        }
        for of_level in places.by_level.values_mut() {
            of_level.remove("");
        }
        places
    }

    /// Completes the name of a federation or union:
    ///
    /// - one without its place, if the article names exactly one place of that level: "LĐLĐ tỉnh";
    /// - one without the word for the level, if the article prints its place with exactly one level: "LĐLĐ Bến Lũng",
    ///   "Công đoàn Bến Lũng";
    /// - one without the name of its enterprise, if the article names one of that kind: "Công đoàn Công ty".
    pub fn complete(&self, named: &mut LineOrganisation) {
        if named.gap == NameGap::Enterprise {
            self.complete_enterprise(named);
        } else if named.gap == NameGap::Place {
            let name = in_full(&named.name);
            let level = LEVELS.iter().find(|level| name.ends_with(&format!(" {level}")));
            let places = level.and_then(|level| self.by_level.get(level));
            if let Some((place_key, place)) = places.and_then(only) {
                named.name = format!("{name} {place}");
                named.place = Some(place_key.clone());
                named.gap = NameGap::None;
                named.has_proper_noun = true;
                named.key = key(&named.name);
            }
        } else if matches!(named.kind, OrganisationKind::Federation | OrganisationKind::Union)
            && let Some(place) = place_without_level(&named.name)
        {
            let place_key = key(place);
            let levels: BTreeSet<&str> = self
                .by_level
                .iter()
                .filter(|(_, places)| places.contains_key(&place_key))
                .map(|(level, _)| *level)
                .collect();
            let level = levels.first().filter(|level| {
                named.kind == OrganisationKind::Federation || FEDERATION_LEVELS.contains(level)
            });
            if let (Some(level), 1) = (level, levels.len()) {
                named.kind = OrganisationKind::Federation;
                named.name = format!("Liên đoàn Lao động {level} {place}");
                named.key = key(&named.name);
            }
        }
    }
}

impl PrintedPlaces {
    /// Completes "Công đoàn Công ty" by the enterprise of that kind, if the article names one, or one much more than others.
    fn complete_enterprise(&self, named: &mut LineOrganisation) {
        let openings = ["Công đoàn cơ sở ", "Công đoàn "];
        let Some((opening, kind)) =
            openings.iter().find_map(|opening| Some((*opening, key(named.name.strip_prefix(opening)?))))
        else {
            return;
        };
        let mut same: Vec<(&String, &(String, usize))> = self
            .enterprises
            .iter()
            .filter(|(name, _)| name.strip_prefix(&kind).is_some_and(|rest| rest.starts_with(' ')))
            .collect();
        same.sort_by_key(|(_, (_, weight))| std::cmp::Reverse(*weight));
        let second = same.get(1).map_or(0, |(_, (_, weight))| *weight);
        let Some((_, (printed, _))) = same.first().filter(|(_, (_, weight))| *weight >= 2 * second.max(1))
        else {
            return;
        };
        named.name = format!("{opening}{printed}");
        named.gap = NameGap::None;
        named.has_proper_noun = true;
        named.key = key(&named.name);
    }
}

/// Name of the place behind the opening of a federation, or behind that of its common name: "Công đoàn Bến Lũng".
fn place_without_level(name: &str) -> Option<&str> {
    name.strip_prefix("Liên đoàn Lao động ").or_else(|| name.strip_prefix("Công đoàn "))
}

/// The entry of a map with exactly one.
fn only(places: &BTreeMap<String, String>) -> Option<(&String, &String)> {
    places.first_key_value().filter(|_| places.len() == 1)
}

/// Level whose word begins at word `pos`, and the index after it.
fn level_at(view: &AnalyzedLine<'_>, pos: usize) -> Option<(&'static str, usize)> {
    let second = |word: &str| view.gap(pos) == " " && view.key(pos + 1) == word;
    match view.key(pos) {
        "tỉnh" => Some(("tỉnh", pos + 1)),
        "quận" => Some(("quận", pos + 1)),
        "huyện" => Some(("huyện", pos + 1)),
        "phường" => Some(("phường", pos + 1)),
        "thành" if second("phố") => Some(("thành phố", pos + 2)),
        "tp" => Some(("thành phố", pos + 1)),
        "thị" if second("xã") => Some(("thị xã", pos + 2)),
        "xã" if pos == 0 || view.key(pos - 1) != "thị" => Some(("xã", pos + 1)),
        _ => None,
    }
}
