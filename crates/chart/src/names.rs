//! Names as a heading says them: organisations, levels, periods, lists.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Edtf, Lang, Level, Organisation};
use thidua_core::text::{capitalise, format_count, format_period, lower, lowercase};

/// More than these are not read out one by one.
const MOST_READINGS: usize = 20;

const FEDERATION: [&str; 3] = ["liên đoàn lao động (lđlđ)", "liên đoàn lao động", "lđlđ"];
const LOCALITY: [&str; 7] = ["quận", "huyện", "thị xã", "thành phố", "tỉnh", "phường", "xã"];

/// The short name of an organisation, as a headline says it: the name without "Liên đoàn Lao động" or "LĐLĐ" and the
/// kind of place before it. A name of another shape stays as it is, and a numbered place keeps its kind.
///
/// ```
/// use thidua_chart::short_name;
/// assert_eq!(short_name("LĐLĐ quận Hà Đông"), "Hà Đông");
/// assert_eq!(short_name("Liên đoàn Lao động thị xã Sơn Tây"), "Sơn Tây");
/// assert_eq!(short_name("LĐLĐ quận 1"), "Quận 1");
/// assert_eq!(short_name("Tổng Liên đoàn Lao động Việt Nam"), "Tổng Liên đoàn Lao động Việt Nam");
/// ```
pub fn short_name(name: &str) -> String {
    let name = name.trim();
    let Some(place) = without_first_words(name, &FEDERATION) else { return name.to_owned() };
    let proper = without_first_words(place, &LOCALITY)
        .filter(|rest| rest.chars().next().is_some_and(char::is_uppercase))
        .unwrap_or(place);
    if proper.is_empty() { name.to_owned() } else { capitalise(proper) }
}

/// `text` without whichever of `words` (lower case) it begins with, if anything follows a space.
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

/// `text` with its first letter in lower case, unless it begins with an abbreviation.
pub(super) fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.clone().next());
    match first {
        Some(c) if second.is_none_or(|next| lower(next) == next) => {
            std::iter::once(lower(c)).chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// `items` as a list in words: `a, b và c`.
pub(super) fn list<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    let and = match lang {
        Lang::Vi => " và ",
        Lang::En => " and ",
    };
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{}{and}{}", init.join(", "), last.as_ref())
        }
    }
}

/// "5 số liệu".
pub(super) fn figures(number: usize, lang: Lang) -> String {
    counted(number, lang, ["số liệu", "figure", "figures"])
}

/// A number with what it counts: in Vietnamese, of one and of many.
pub(super) fn counted(number: usize, lang: Lang, [vi, one, many]: [&str; 3]) -> String {
    let noun = match (lang, number) {
        (Lang::Vi, _) => vi,
        (Lang::En, 1) => one,
        (Lang::En, _) => many,
    };
    format!("{} {noun}", format_count(number, lang))
}

/// One of two texts, by language.
pub(super) fn pick<'a>(lang: Lang, vi: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// What a chart reads out: the first of `items`, and how many more stand in its table.
pub(super) fn readings(items: impl Iterator<Item = String>, lang: Lang) -> String {
    let items: Vec<String> = items.collect();
    match items.split_at_checked(MOST_READINGS) {
        Some((first, rest)) if !rest.is_empty() => {
            let and = pick(lang, "và", "and");
            let more = pick(lang, "số nữa trong bảng", "more in the table");
            format!("{}; {and} {} {more}", first.join("; "), format_count(rest.len(), lang))
        }
        _ => items.join("; "),
    }
}

/// An article as a label: its headline as printed, and when it was published.
pub(super) fn article_words(article: &Article, lang: Lang) -> String {
    let date = match (article.published, lang) {
        (Some(date), Lang::Vi) => format!("đăng {}", format_period(date, lang)),
        (Some(date), Lang::En) => format!("published {}", format_period(date, lang)),
        (None, Lang::Vi) => "không nêu ngày đăng".to_owned(),
        (None, Lang::En) => "date of publication not stated".to_owned(),
    };
    format!("“{}”, {date}", article.headline)
}

/// The name of the organisation whose figure it is, as a headline says it.
pub(super) fn organisation_of(source: FigureRef<'_>, catalogue: &Catalogue) -> String {
    let id = source.organisation();
    catalogue.organisation(id).map_or_else(|| id.to_string(), |o| short_name(&o.name))
}

/// Levels as a row's label: `Cấp quận, cấp ngành, cấp thành phố`, `District, sector and city level`. The kind of
/// place of the district and the city level is that of the organisation, where its name tells.
pub(super) fn level_label(levels: &[Level], organisation: Option<&Organisation>, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            let names: Vec<String> =
                levels.iter().map(|l| format!("cấp {}", level_name(*l, organisation, lang))).collect();
            capitalise(&names.join(", "))
        }
        Lang::En => {
            let names: Vec<&str> = levels.iter().map(|l| level_name(*l, organisation, lang)).collect();
            capitalise(&format!("{} level", list(&names, lang)))
        }
    }
}

/// Levels as a phrase after a number: `ở cơ sở`, `cấp quận`, `at district level`.
pub(super) fn level_phrase(levels: &[Level], organisation: Option<&Organisation>, lang: Lang) -> String {
    let names: Vec<&str> = levels.iter().map(|l| level_name(*l, organisation, lang)).collect();
    match (lang, levels) {
        (Lang::Vi, [Level::Grassroots | Level::School]) => format!("ở {}", names.join(", ")),
        (Lang::Vi, _) => format!("cấp {}", list(&names, lang)),
        (Lang::En, _) => format!("at {} level", list(&names, lang)),
    }
}

fn level_name(level: Level, organisation: Option<&Organisation>, lang: Lang) -> &'static str {
    // Without an organisation nothing says which kind of place it is.
    let name = organisation.map_or_else(String::new, |o| lowercase(&o.name));
    match (level, lang) {
        (Level::District, Lang::Vi) => ["quận", "huyện", "thị xã"]
            .into_iter()
            .find(|kind| name.contains(kind))
            .unwrap_or(level.name(lang)),
        (Level::City, _) if name.contains("tỉnh") => pick(lang, "tỉnh", "province"),
        _ => level.name(lang),
    }
}

/// A calendar day as year, month, day.
pub(super) type Day = (u16, u8, u8);

/// The stretch of time that a figure speaks of: its own, else the one that its article reports on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    dates: Option<Edtf>,
    /// The printed words: "năm 2022", "5 năm".
    printed: Option<String>,
}

impl Period {
    pub fn of(figure: FigureRef<'_>) -> Self {
        let (own, article) = (figure.figure, figure.article);
        if own.when.is_some() || own.when_as_written.is_some() {
            Self { dates: own.when, printed: own.when_as_written.clone() }
        } else {
            Self { dates: article.covers, printed: article.covers_as_written.clone() }
        }
    }

    /// Equal for figures of one period; empty where none is stated.
    pub fn key(&self) -> String {
        match (&self.dates, &self.printed) {
            (Some(dates), _) => dates.to_string(),
            (None, Some(printed)) => format!("“{}”", lowercase(printed)),
            (None, None) => String::new(),
        }
    }

    /// First and last day, where both are known.
    pub fn days(&self) -> Option<(Day, Day)> {
        self.dates.and_then(|dates| dates.earliest().zip(dates.latest()))
    }

    /// Whether both are dated and have a day in common, or are printed in the same words.
    pub fn overlaps(&self, other: &Period) -> bool {
        match (self.dates, other.dates) {
            (Some(a), Some(b)) => a.overlaps(b),
            _ => self.printed.is_some() && self.key() == other.key(),
        }
    }

    pub fn is_stated(&self) -> bool {
        self.dates.is_some() || self.printed.is_some()
    }

    /// The dates alone: `2021`, `2019–2020`.
    pub fn dates_words(&self, lang: Lang) -> Option<String> {
        self.dates.map(|dates| format_period(dates, lang))
    }

    /// In words that stand within a line. Vietnamese keeps the print, because "năm học 2019 - 2020" says more than
    /// its dates.
    pub fn words(&self, lang: Lang) -> String {
        match (&self.printed, self.dates, lang) {
            (Some(printed), _, Lang::Vi) => uncapitalised(printed),
            (_, Some(dates), _) => {
                let text = format_period(dates, lang);
                let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
                if is_year && lang == Lang::Vi { format!("năm {text}") } else { text }
            }
            (Some(printed), None, Lang::En) => format!("“{printed}” (as printed)"),
            (None, None, Lang::Vi) => "không nêu thời gian".into(),
            (None, None, Lang::En) => "period not stated".into(),
        }
    }
}
