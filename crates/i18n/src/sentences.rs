//! Phrases with numbers or names.

use thidua_core::domain::{Lang, Level};

use crate::pick;
pub use thidua_core::text::format_count as count;

/// A number with the noun that it counts: in Vietnamese, in the English singular and plural.
pub fn counted(number: usize, lang: Lang, [vi, one, many]: [&str; 3]) -> String {
    let noun = match (lang, number) {
        (Lang::Vi, _) => vi,
        (Lang::En, 1) => one,
        (Lang::En, _) => many,
    };
    format!("{} {noun}", count(number, lang))
}

/// Items as a list in words: `a, b và c`.
pub fn list<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    let and = pick(lang, " và ", " and ");
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{}{and}{}", init.join(", "), last.as_ref())
        }
    }
}

/// "5 bài báo".
pub fn articles(number: usize, lang: Lang) -> String {
    counted(number, lang, ["bài báo", "article", "articles"])
}

/// `412 dòng`: length of a table.
pub fn rows(number: usize, lang: Lang) -> String {
    counted(number, lang, ["dòng", "row", "rows"])
}

/// `Lấy 5 bài này`: label of the downloads of a search.
pub fn download_articles(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Lấy {} bài này", count(number, lang)),
        Lang::En if number == 1 => "Take this article".to_owned(),
        Lang::En => format!("Take these {} articles", count(number, lang)),
    }
}

/// `và 3 số liệu nữa`: end of a list that names only some figures.
pub fn and_more(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("và {} số liệu nữa", count(number, lang)),
        Lang::En => format!("and {}", counted(number, lang, ["", "more figure", "more figures"])),
    }
}

/// `Xem 3 bài`: button that leads from the filters to the results.
pub fn see_articles(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem {} bài", count(number, lang)),
        Lang::En => format!("See {}", counted(number, lang, ["", "article", "articles"])),
    }
}

/// `Xem cả 23`: opens the rest of a long list.
pub fn see_all(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem cả {}", count(number, lang)),
        Lang::En => format!("See all {}", count(number, lang)),
    }
}

/// `Xem 8 số liệu`: text of a link.
pub fn see_figures(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem {} số liệu", count(number, lang)),
        Lang::En => format!("See {}", counted(number, lang, ["", "figure", "figures"])),
    }
}

/// `53 phong trào, danh hiệu, hội thi…`: everything that has a campaign page.
pub fn campaigns(number: usize, lang: Lang) -> String {
    counted(number, lang, ["phong trào, danh hiệu, hội thi…", "campaign", "campaigns"])
}

/// "5 đơn vị".
pub fn organisations(number: usize, lang: Lang) -> String {
    counted(number, lang, ["đơn vị", "organisation", "organisations"])
}

/// "45 số liệu".
pub fn figures(number: usize, lang: Lang) -> String {
    counted(number, lang, ["số liệu", "figure", "figures"])
}

/// Number of results of a search, for screen readers and eyes alike.
pub fn result_count(shown: usize, total: usize, lang: Lang) -> String {
    match (lang, shown == total) {
        (_, true) => articles(total, lang),
        (Lang::Vi, false) => format!("{} trên {}", count(shown, lang), articles(total, lang)),
        (Lang::En, false) => format!("{} of {}", count(shown, lang), articles(total, lang)),
    }
}

/// "dòng 10".
pub fn line(number: u32, lang: Lang) -> String {
    let number = count(number as usize, lang);
    match lang {
        Lang::Vi => format!("dòng {number}"),
        Lang::En => format!("line {number}"),
    }
}

/// "cấp quận, huyện, thị xã; cấp thành phố".
pub fn levels(levels: &[Level], lang: Lang) -> String {
    let name = |level: &Level| match lang {
        Lang::Vi => format!("cấp {}", level.name(lang)),
        Lang::En => format!("{} level", level.name(lang)),
    };
    levels.iter().map(name).collect::<Vec<_>>().join("; ")
}

/// "và 4 phong trào khác".
pub fn and_more_campaigns(number: usize, lang: Lang) -> String {
    let number = count(number, lang);
    match lang {
        Lang::Vi => format!("và {number} phong trào khác"),
        Lang::En => format!("and {number} more"),
    }
}

/// Text after each of the four key numbers of the home page: Vietnamese and English.
pub const KEY_NUMBERS: [(&str, &str); 4] = [
    (" kể về ", " about "),
    (" của ", " of "),
    (" công đoàn, với ", ", with "),
    (" dẫn về đúng chữ đã in.", " traced to their printed words."),
];

/// Lead of the list of organisations.
pub fn organisations_lede(reporting: usize, lang: Lang) -> String {
    let organisations = organisations(reporting, lang);
    match lang {
        Lang::Vi => {
            format!("{organisations} có bài báo riêng; các đơn vị khác được nêu tên trong những bài ấy.")
        }
        Lang::En => {
            format!("{organisations} with articles of their own; others are named in those articles.")
        }
    }
}

/// Lead of the list of campaigns.
pub fn campaigns_lede(number: usize, organisations_number: usize, lang: Lang) -> String {
    let organisations = organisations(organisations_number, lang);
    match lang {
        Lang::Vi => format!(
            "{} phong trào, chương trình, cuộc vận động, hội thi, đợt thi đua, danh hiệu và chủ đề mà bài báo về {organisations} nêu tên.",
            count(number, lang)
        ),
        Lang::En => format!(
            "{} movements, programmes, drives, contests, rounds, titles and themes named in articles about {organisations}.",
            count(number, lang)
        ),
    }
}

/// "12 trên 36 số liệu".
pub fn figures_of(shown: usize, total: usize, lang: Lang) -> String {
    match (lang, shown == total) {
        (_, true) => figures(total, lang),
        (Lang::Vi, false) => format!("{} trên {}", count(shown, lang), figures(total, lang)),
        (Lang::En, false) => format!("{} of {}", count(shown, lang), figures(total, lang)),
    }
}

/// `Bỏ “Năm: 2022”`: name of a link.
pub fn remove_choice(property: &str, value: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Bỏ “{property}: {value}”"),
        Lang::En => format!("Without “{property}: {value}”"),
    }
}

/// `Bỏ “2022”: 12 số liệu`: a way out of an empty result.
pub fn without_choice(value: &str, number: usize, lang: Lang) -> String {
    let figures = figures(number, lang);
    match lang {
        Lang::Vi => format!("Bỏ “{value}”: {figures}"),
        Lang::En => format!("Without “{value}”: {figures}"),
    }
}

/// Number of items that a shortened list leaves out.
pub fn more_items(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("và {} mục nữa", count(number, lang)),
        Lang::En => format!("and {} more", count(number, lang)),
    }
}

/// Text of the link to all figures of a page.
pub fn all_figures(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem cả {}", figures(number, lang)),
        Lang::En => format!("See all {}", figures(number, lang)),
    }
}

/// `4 biểu đồ nữa`: the charts that are folded.
pub fn more_charts(number: usize, lang: Lang) -> String {
    match (lang, number) {
        (Lang::Vi, _) => format!("{number} biểu đồ nữa"),
        (Lang::En, 1) => "1 more chart".to_owned(),
        (Lang::En, _) => format!("{number} more charts"),
    }
}

/// Note on the number of charts that a page shows.
pub fn charts_shown(shown: usize, all: usize, lang: Lang) -> String {
    let (shown, all) = (count(shown, lang), count(all, lang));
    match lang {
        Lang::Vi => {
            format!("Trên đây là {shown} trong {all} biểu đồ; chọn hẹp hơn để xem những biểu đồ khác.")
        }
        Lang::En => format!("These are {shown} of {all} charts; narrow the choice to see the others."),
    }
}

/// Note that only the newest articles are named.
pub fn articles_shown(shown: usize, all: usize, lang: Lang) -> String {
    let (shown, all) = (count(shown, lang), count(all, lang));
    match lang {
        Lang::Vi => format!("Trên đây là {shown} bài mới nhất trong {all} bài."),
        Lang::En => format!("These are the newest {shown} of {all} articles."),
    }
}

/// Text of the link to the search that finds all articles of a page.
pub fn all_articles(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Tìm trong cả {}, kèm trích dẫn để tải", articles(number, lang)),
        Lang::En => format!("Search all {}, with citations to download", articles(number, lang)),
    }
}

/// `Xem cả 90 đơn vị`: opens the organisations that are not in sight.
pub fn all_organisations(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem cả {}", organisations(number, lang)),
        Lang::En => format!("See all {}", organisations(number, lang)),
    }
}

/// `và 3 đơn vị khác`: end of a sentence that names only some organisations.
pub fn more_organisations(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("và {} đơn vị khác", count(number, lang)),
        Lang::En => {
            format!("and {}", counted(number, lang, ["", "other organisation", "other organisations"]))
        }
    }
}

/// `Xem cả 9 mục`: opens the rest of a list.
pub fn all_items(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem cả {} mục", count(number, lang)),
        Lang::En => format!("See all {}", count(number, lang)),
    }
}

/// `Xem cả 60 phong trào, danh hiệu, hội thi…`: opens or leads to the campaigns that are not in sight.
pub fn all_campaigns(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem cả {}", campaigns(number, lang)),
        Lang::En => format!("See all {}", campaigns(number, lang)),
    }
}

/// `Xem 540 phong trào, danh hiệu, hội thi… khác`: opens the names that a grid leaves out.
pub fn other_campaigns(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem {} khác", campaigns(number, lang)),
        Lang::En => format!("See {}", counted(number, lang, ["", "other campaign", "other campaigns"])),
    }
}

/// Text of the link to the page of a year.
pub fn all_of_year(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem cả năm {year}"),
        Lang::En => format!("See the whole year {year}"),
    }
}

/// `2 đợt thi đua`.
pub fn rounds(number: usize, lang: Lang) -> String {
    counted(number, lang, ["đợt thi đua", "round", "rounds"])
}

/// Note on the campaigns and organisations of a shortened matrix.
pub fn matrix_shortened(campaigns: usize, organisations: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Bảng gồm {} phong trào và {} đơn vị có nhiều bài nhất; các ô khác ở trang của từng phong trào và đơn vị.",
            count(campaigns, lang),
            count(organisations, lang)
        ),
        Lang::En => format!(
            "The table has the {} campaigns and {} organisations with the most articles; all others are on the pages of each.",
            count(campaigns, lang),
            count(organisations, lang)
        ),
    }
}

/// `Dòng 1–287 trên 5.120`: range of the rows that are shown.
pub fn row_range([first, last]: [usize; 2], all: usize, lang: Lang) -> String {
    let [first, last, all] = [first, last, all].map(|number| count(number, lang));
    match lang {
        Lang::Vi => format!("Dòng {first}–{last} trên {all}"),
        Lang::En => format!("Rows {first}–{last} of {all}"),
    }
}

/// "Trang 2 trên 14".
pub fn page_of(number: usize, of: usize, lang: Lang) -> String {
    let [number, of] = [number, of].map(|number| count(number, lang));
    match lang {
        Lang::Vi => format!("Trang {number} trên {of}"),
        Lang::En => format!("Page {number} of {of}"),
    }
}

/// Note on values that are not offered.
pub fn more_options(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("và {} mục nữa: gõ một phần của tên", count(number, lang)),
        Lang::En => format!("and {} more: type a part of the name", count(number, lang)),
    }
}

/// Label of the field that searches the values of a property.
pub fn value_search_label(property: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{property}: gõ để tìm, có dấu hay không dấu"),
        Lang::En => format!("{property}: type to find, with or without marks"),
    }
}

/// Heading of a year: "Năm 2022".
pub fn year(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Năm {year}"),
        Lang::En => format!("The year {year}"),
    }
}
