//! Words of the head of the home page.

use thidua_core::domain::Lang;

use crate::sentences;

phrases! {
    compare: "So sánh các đơn vị", "Compare organisations";
    caption: "Đơn vị nào có bài báo, về năm nào", "Which organisations have articles, on which years";
    all_years: "Xem từng năm", "See year by year";
}

/// `Năm 2022`: the link to the page of a year, and the beginning of [`finding`].
pub fn year(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Năm {year}"),
        Lang::En => format!("In {year}"),
    }
}

/// The finding on a year, after [`year`]: how many organisations are reported on, and how many state targets and results.
pub fn finding([organisations, targets, results]: [usize; 3], lang: Lang) -> String {
    let stating = |number: usize, [vi, en]: [&str; 2]| match (lang, number) {
        (Lang::Vi, 0) => format!("chưa đơn vị nào nêu {vi}"),
        (Lang::Vi, _) => format!("{}\u{a0}nêu {vi}", sentences::count(number, lang)),
        (Lang::En, 0) => format!("none states {en}"),
        (Lang::En, 1) => format!("one states {en}"),
        (Lang::En, _) => format!("{}\u{a0}state {en}", sentences::count(number, lang)),
    };
    let who = match lang {
        Lang::Vi => format!(": {} thi đua", sentences::organisations(organisations, lang)),
        Lang::En => format!(", {} took part", sentences::organisations(organisations, lang)),
    };
    let [targets, results] =
        [stating(targets, ["mục tiêu", "targets"]), stating(results, ["kết quả", "results"])];
    format!("{who}, {targets}, {results}")
}

/// `Xem năm 2022`: link to the page of a year.
pub fn see_year(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem năm {year}"),
        Lang::En => format!("See {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finding_says_who_states_targets_and_results() {
        assert_eq!(
            finding([3, 1, 3], Lang::Vi),
            ": 3 đơn vị thi đua, 1\u{a0}nêu mục tiêu, 3\u{a0}nêu kết quả"
        );
        assert_eq!(
            finding([1, 0, 1], Lang::En),
            ", 1 organisation took part, none states targets, one states results"
        );
    }
}
