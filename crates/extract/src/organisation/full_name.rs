//! Full names: abbreviations written out, one form of capitals.

use thidua_core::domain::OrganisationKind;
use thidua_core::text::{capitalise, fold, lowercase, slice};

/// Abbreviations at the beginning of names, and their full forms.
const OPENINGS: [(&str, &str); 12] = [
    ("Tổng LĐLĐVN", "Tổng Liên đoàn Lao động Việt Nam"),
    ("Tổng LĐLĐ VN", "Tổng Liên đoàn Lao động Việt Nam"),
    ("Tổng LĐLĐ", "Tổng Liên đoàn Lao động"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("CĐCS", "Công đoàn cơ sở"),
    ("CĐGD", "Công đoàn Giáo dục"),
    ("CĐVC", "Công đoàn Viên chức"),
    ("CĐ", "Công đoàn"),
    ("TP. ", "thành phố "),
    ("TP ", "thành phố "),
];

/// Abbreviated words inside names, and their full forms.
const INNER: [(&str, &str); 14] = [
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("TP.HCM", "thành phố Hồ Chí Minh"),
    ("TPHCM", "thành phố Hồ Chí Minh"),
    ("HCM", "Hồ Chí Minh"),
    ("TP.", "thành phố"),
    ("TP", "thành phố"),
    ("Tp.", "thành phố"),
    ("Tp", "thành phố"),
    ("TX.", "thị xã"),
    ("TX", "thị xã"),
    ("Q.", "quận"),
    ("H.", "huyện"),
    ("P.", "phường"),
    ("VN", "Việt Nam"),
];

/// Words for places, which are printed with a small letter in full names.
pub(super) const LEVELS: [&str; 8] =
    ["tỉnh", "thành phố", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn"];

/// Levels at which the union of workers is a federation: "Công đoàn huyện …" is its common name.
pub(super) const FEDERATION_LEVELS: [&str; 5] = ["tỉnh", "thành phố", "quận", "huyện", "thị xã"];

/// Writes the abbreviations of a name out.
pub(super) fn in_full(printed: &str) -> String {
    let mut name = without_brackets(printed);
    for (short, long) in OPENINGS {
        if let Some(rest) = name.strip_prefix(short).filter(|rest| !rest.starts_with(char::is_alphanumeric)) {
            name = format!("{long}{rest}");
            break;
        }
    }
    name = words_in_full(&name);
    if name.eq_ignore_ascii_case("Tổng Liên đoàn") || name == "Tổng Liên đoàn Lao động" {
        name = "Tổng Liên đoàn Lao động Việt Nam".to_owned();
    }
    for level in FEDERATION_LEVELS {
        let place = name.strip_prefix("Công đoàn ").and_then(|rest| Some((rest, rest.strip_prefix(level)?)));
        if let Some((place, _)) = place.filter(|(_, after)| after.is_empty() || after.starts_with(' ')) {
            name = format!("Liên đoàn Lao động {place}");
            break;
        }
    }
    // One form of capitals: "Liên đoàn lao động" is printed too.
    name.replacen("Liên đoàn lao động", "Liên đoàn Lao động", 1)
}

/// Converts a name that is printed in capitals: "LĐLĐ HUYỆN LŨNG VÀI" becomes "LĐLĐ huyện Lũng Vài".
pub(super) fn from_capitals(printed: &str) -> String {
    let word = |word: &str| {
        let is_short = word == "UBND" || !fold(word).contains(['a', 'e', 'i', 'o', 'u', 'y']);
        if is_short { word.to_owned() } else { capitalise(&lowercase(word)) }
    };
    let name = printed.split(' ').map(word).collect::<Vec<_>>().join(" ");
    name.replacen("Liên Đoàn Lao Động", "Liên đoàn Lao động", 1)
        .replacen("Công Đoàn", "Công đoàn", 1)
        .replacen("Tổng Liên Đoàn", "Tổng Liên đoàn", 1)
}

/// Removes abbreviations in brackets: "Liên đoàn Lao động (LĐLĐ) tỉnh …".
fn without_brackets(printed: &str) -> String {
    let mut name = String::with_capacity(printed.len());
    let mut rest = printed;
    while let Some((before, after)) = rest.split_once(" (") {
        name.push_str(before);
        let Some((_, after)) = after.split_once(')') else {
            name.push_str(" (");
            name.push_str(after);
            return name;
        };
        rest = after;
    }
    name.push_str(rest);
    name
}

/// Writes the abbreviated words of a name out, and its levels in small letters.
fn words_in_full(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let (short, rest) = split_level(word);
        if let Some((_, long)) = INNER.iter().find(|(printed, _)| *printed == short) {
            words.push((*long).to_owned());
        } else {
            words.push(short.to_owned());
        }
        if !rest.is_empty() {
            words.push(rest.to_owned());
        }
    }
    let mut name = words.join(" ");
    for level in LEVELS {
        let mut letters = level.chars();
        let Some(first) = letters.next() else { continue };
        let capital: String = first.to_uppercase().chain(letters).collect();
        for (printed, tail) in [(format!(" {capital} "), " "), (format!(" {capital}"), "")] {
            if tail.is_empty() {
                if let Some(start) = name.strip_suffix(&printed) {
                    name = format!("{start} {level}");
                }
            } else {
                name = name.replace(&printed, &format!(" {level} "));
            }
        }
    }
    name
}

/// Splits "Q.7" and "TP.Sông" into level and name.
fn split_level(word: &str) -> (&str, &str) {
    if word == "TP.HCM" {
        return (word, "");
    }
    let level = word
        .split_once('.')
        .filter(|(level, name)| !name.is_empty() && ["TP", "Tp", "TX", "Q", "H", "P"].contains(level));
    level.map_or((word, ""), |(level, name)| (slice(word, 0..level.len() + 1), name))
}

/// Full name and kind of words that a person declares to be an organisation.
pub(crate) fn of_words(words: &str) -> (String, OrganisationKind) {
    let name = in_full(words);
    let kind = kind_of(&name, OrganisationKind::Other);
    (name, kind)
}

pub(super) fn kind_of(name: &str, kind: OrganisationKind) -> OrganisationKind {
    let is_federation = ["Liên đoàn Lao động", "Tổng Liên đoàn"].iter().any(|words| name.starts_with(words));
    if is_federation { OrganisationKind::Federation } else { kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        for (printed, full) in [
            ("LĐLĐ TP. Cửa Lân", "Liên đoàn Lao động thành phố Cửa Lân"),
            ("LĐLĐ TP.Cửa Lân", "Liên đoàn Lao động thành phố Cửa Lân"),
            ("LĐLĐ TP.HCM", "Liên đoàn Lao động thành phố Hồ Chí Minh"),
            ("LĐLĐ TP HCM", "Liên đoàn Lao động thành phố Hồ Chí Minh"),
            ("LĐLĐ Q.7", "Liên đoàn Lao động quận 7"),
            ("LĐLĐ Quận 12", "Liên đoàn Lao động quận 12"),
            ("LĐLĐ Tỉnh", "Liên đoàn Lao động tỉnh"),
            ("Liên đoàn lao động (LĐLĐ) tỉnh Bến Lũng", "Liên đoàn Lao động tỉnh Bến Lũng"),
            ("CĐ các KCN tỉnh Bến Lũng", "Công đoàn các KCN tỉnh Bến Lũng"),
            ("CĐCS Công ty May Lũng Vài", "Công đoàn cơ sở Công ty May Lũng Vài"),
            ("Công đoàn huyện Lũng Vài", "Liên đoàn Lao động huyện Lũng Vài"),
            ("Công đoàn huyện", "Liên đoàn Lao động huyện"),
            ("Công đoàn tỉnhX", "Công đoàn tỉnhX"),
            ("Tổng LĐLĐ Việt Nam", "Tổng Liên đoàn Lao động Việt Nam"),
            ("Tổng LĐLĐVN", "Tổng Liên đoàn Lao động Việt Nam"),
            ("Tổng Liên đoàn", "Tổng Liên đoàn Lao động Việt Nam"),
        ] {
            assert_eq!(in_full(printed), full, "{printed}");
        }
    }
}
