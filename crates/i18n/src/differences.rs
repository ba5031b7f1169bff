//! Words of the page about one thing with several numbers.

use thidua_core::domain::Lang;

use crate::{sentences, years};

phrases! {
    rule: "Ở đây là số liệu cùng nội dung, cùng đơn vị, cùng cấp và cùng thời gian mà ít nhất hai bài in khác nhau. Các bài đứng cạnh nhau: không bài nào được chọn, không số nào được cộng hay lấy trung bình.",
        "Listed here are figures of the same thing, organisation, level and period that at least two articles print differently. They stand side by side: none is chosen, none is added up or averaged.";
    differ: "Cùng một điều, các bài nêu khác nhau", "One thing, different accounts";
    changes: "Cùng một điều, qua các năm", "One thing over the years";
    changes_rule: "Mỗi số ở một thời gian khác, nên không trái nhau.", "Each number is of another period, so that they do not contradict each other.";
    compare: "So sánh", "Compare";
    side_by_side: "Xem từng bài nêu gì, cạnh nhau", "See what each article states, side by side";
}

/// The finding of the page: how many cases there are, or that there is none.
pub fn finding(differing: usize, changed: usize, lang: Lang) -> String {
    let count = |number: usize| sentences::count(number, lang);
    let differing = match (lang, differing) {
        (Lang::Vi, 0) => "Chưa thấy chỗ nào các bài nêu số khác nhau về cùng một điều".to_owned(),
        (Lang::En, 0) => "No two articles state different numbers for one thing".to_owned(),
        (Lang::Vi, _) => format!("{} chỗ các bài nêu số khác nhau về cùng một điều", count(differing)),
        (Lang::En, 1) => "Articles state different numbers for one thing in one case".to_owned(),
        (Lang::En, _) => {
            format!("Articles state different numbers for one thing in {} cases", count(differing))
        }
    };
    match (lang, changed) {
        (_, 0) => format!("{differing}."),
        (Lang::Vi, _) => format!("{differing}; {} điều có số của nhiều năm.", count(changed)),
        (Lang::En, 1) => format!("{differing}; one thing has numbers of several years."),
        (Lang::En, _) => format!("{differing}; {} things have numbers of several years.", count(changed)),
    }
}

/// `Xem cả 40 chỗ`: opens the rest of a shortened list.
pub fn see_all(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem cả {} chỗ", sentences::count(number, lang)),
        Lang::En => format!("See all {} cases", sentences::count(number, lang)),
    }
}

/// `xem cả 7`: link to all figures of a case.
pub fn see_all_figures(number: usize, lang: Lang) -> String {
    years::see_all(number, lang)
}

/// Note on cases that even the opened list leaves out.
pub fn remaining(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("và {} chỗ nữa, ở trang của từng đơn vị", sentences::count(number, lang)),
        Lang::En => format!("and {} more, on the pages of the organisations", sentences::count(number, lang)),
    }
}
