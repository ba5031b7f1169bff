//! Names in headings: organisations, and lists of readings.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::Lang;
use thidua_core::text::{capitalise, lower};
use thidua_i18n::charts::common;

/// Number of items that a sentence reads out one by one.
const MAX_READINGS: usize = 20;

const FEDERATION: [&str; 3] = ["liên đoàn lao động (lđlđ)", "liên đoàn lao động", "lđlđ"];
const ENGLISH_FEDERATION: [&str; 5] = [
    " Rural District Federation of Labour",
    " District Federation of Labour",
    " Town Federation of Labour",
    " City Federation of Labour",
    " Province Federation of Labour",
];
const LOCALITY: [&str; 7] = ["quận", "huyện", "thị xã", "thành phố", "tỉnh", "phường", "xã"];

/// Short name of an organisation for a heading: the name without "Liên đoàn Lao động" or "LĐLĐ" and without the kind of place.
/// A name of another shape stays as it is, and a numbered place keeps its kind.
///
/// ```
/// use thidua_chart::short_name;
/// assert_eq!(short_name("LĐLĐ quận Hà Đông"), "Hà Đông");
/// assert_eq!(short_name("Liên đoàn Lao động thị xã Sơn Tây"), "Sơn Tây");
/// assert_eq!(short_name("LĐLĐ quận 1"), "Quận 1");
/// assert_eq!(short_name("Hà Đông District Federation of Labour"), "Hà Đông");
/// assert_eq!(short_name("Tổng Liên đoàn Lao động Việt Nam"), "Tổng Liên đoàn Lao động Việt Nam");
/// ```
pub fn short_name(name: &str) -> String {
    let name = name.trim();
    if let Some(place) = ENGLISH_FEDERATION.iter().find_map(|end| name.strip_suffix(end)) {
        return place.to_owned();
    }
    let Some(place) = without_first_words(name, &FEDERATION) else { return name.to_owned() };
    let proper = without_first_words(place, &LOCALITY)
        .filter(|rest| rest.chars().next().is_some_and(char::is_uppercase))
        .unwrap_or(place);
    if proper.is_empty() { name.to_owned() } else { capitalise(proper) }
}

/// Strips the first of `words` (lower case) with which `text` begins. `None` unless a space follows it.
fn without_first_words<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| {
        let mut rest = text.chars();
        for expected in word.chars() {
            if lower(rest.next()?) != expected {
                return None;
            }
        }
        rest.as_str().strip_prefix(' ').map(str::trim_start)
    })
}

/// Joins the readings of a chart: the first [`MAX_READINGS`] of `items`, then the number of those that stand in its table only.
pub(super) fn readings(items: impl Iterator<Item = String>, lang: Lang) -> String {
    let items: Vec<String> = items.collect();
    match items.split_at_checked(MAX_READINGS) {
        Some((first, rest)) if !rest.is_empty() => {
            format!("{}; {}", first.join("; "), common::more_in_table(rest.len(), lang))
        }
        _ => items.join("; "),
    }
}

/// Short name of the organisation of a figure; its id if the catalogue does not have it.
pub(super) fn organisation_of(source: FigureRef<'_>, catalogue: &Catalogue) -> String {
    let id = source.organisation();
    catalogue.organisation(id).map_or_else(|| id.to_string(), |o| short_name(&o.name))
}
