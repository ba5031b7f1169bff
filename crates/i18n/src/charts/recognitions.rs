//! Words of charts of recognitions by level.

use thidua_core::domain::Lang;

use crate::pick;

phrases! {
    several_levels_note: "Một số in chung cho nhiều cấp là một dòng: bài báo không nói chia ra sao.",
        "A number printed for several levels is one row: no article says how it divides.";
    separate_units_note: "Mỗi đơn vị tính đứng riêng: không cộng với nhau, không vẽ chung một thang.",
        "Each unit stands apart: never added up, never on one scale.";
}

/// Verb after the counted unit in a Vietnamese heading; empty in English, where the heading begins with it.
pub const fn recognised(lang: Lang) -> &'static str {
    pick(lang, " được công nhận", "")
}

/// Column headings: level, content, printed words, number, unit.
pub const fn columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Vi => ["Cấp", "Nội dung", "Như in trên báo", "Số", "Đơn vị"],
        Lang::En => ["Level", "What", "As printed", "Number", "Unit"],
    }
}

/// Heading of a chart of titles that were awarded.
pub fn heading_titles(organisation: &str, counts: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation} biểu dương {counts}"),
        Lang::En => format!("Titles in {organisation}: {counts}"),
    }
}

/// Heading of a chart of recognitions; `is_summary` if `counts` does not list every number.
pub fn heading_recognitions(organisation: &str, counts: &str, is_summary: bool, lang: Lang) -> String {
    match lang {
        Lang::Vi if is_summary => format!("{organisation} công nhận {counts}"),
        Lang::Vi => format!("{organisation} có {counts}"),
        Lang::En => format!("Recognised in {organisation}: {counts}"),
    }
}

/// `ở 3 cấp, từ cơ sở (7 cá nhân) đến thành phố (2)`: the lowest and the highest of several levels.
pub fn level_range(levels: usize, lowest: &str, highest: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("ở {levels} cấp, từ {lowest} đến {highest}"),
        Lang::En => format!("{levels} levels, from {lowest} to {highest}"),
    }
}

/// The line under the heading: the counted units.
pub fn measure(units: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Số {units}, theo cấp"),
        Lang::En => format!("Number of {units}, by level"),
    }
}

/// The sentence that reads out all marks; `one_level` if all of them are of the same level.
pub fn sentence(items: &str, one_level: bool, lang: Lang) -> String {
    let lead = match one_level {
        true => pick(lang, "Như báo in", "As printed"),
        false => pick(lang, "Như báo in, từ cấp thấp lên cấp cao", "As printed, from the lowest level up"),
    };
    format!("{lead}: {items}.")
}
