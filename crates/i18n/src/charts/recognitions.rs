//! Words of charts of recognitions by level.

use thidua_core::domain::Lang;

use crate::pick;

phrases! {
    different_acts_note: "Các số ở đây là kết quả của những việc khác nhau như báo in: xem cột “Việc đã làm”.",
        "The numbers here come of different acts, as printed: see the column “Act”.";
    several_levels_note: "Một số in chung cho nhiều cấp là một dòng: bài báo không nói chia ra sao.",
        "A number printed for several levels is one row: no article says how it divides.";
    separate_units_note: "Mỗi đơn vị tính đứng riêng: không cộng với nhau, không vẽ chung một thang.",
        "Each unit stands apart: never added up, never on one scale.";
}

/// Column headings: level, content, act, printed words, number, unit.
pub const fn columns(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::Vi => ["Cấp", "Nội dung", "Việc đã làm", "Như in trên báo", "Số", "Đơn vị"],
        Lang::En => ["Level", "What", "Act", "As printed", "Number", "Unit"],
    }
}

/// Heading: organisation, then counts that share no printed act, then those of each act under its verb:
/// `Hà Đông, biểu dương: 352 cá nhân ở cơ sở, 95 cấp quận; khen thưởng: 7 tập thể cấp quận`.
pub fn heading(organisation: &str, counts_by_act: &[(Option<String>, String)]) -> String {
    let mut heading = organisation.to_owned();
    let (without, with): (Vec<_>, Vec<_>) = counts_by_act.iter().partition(|(act, _)| act.is_none());
    for (i, (act, counts)) in without.into_iter().chain(with).enumerate() {
        let before = match (act, i) {
            (None, 0) => ": ".to_owned(),
            (None, _) => "; ".to_owned(),
            (Some(act), 0) => format!(", {act}: "),
            (Some(act), _) => format!("; {act}: "),
        };
        heading.push_str(&before);
        heading.push_str(counts);
    }
    heading
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
