//! Words of the pages of years: what each organisation ran, promised and reached in a year.

use thidua_core::domain::Lang;

use crate::{pick, sentences};

phrases! {
    title: "Từng năm", "By year";
    lede: "Mỗi năm một trang in vừa một tờ A4: đơn vị nào làm gì, đề ra gì, đạt được gì, và bài báo nào viết thế.",
        "A page a year that prints on one A4 sheet: what each organisation ran, promised and reached, and which article says so.";
    no_years: "Các bài trong kho chưa nêu năm nào.", "The articles here state no year yet.";
    year: "Năm", "Year";
    table: "Đơn vị nào làm gì, đề ra gì, đạt được gì", "What each organisation ran, promised and reached";
    ran: "Phong trào đã làm", "Campaigns it ran";
    promised: "Mục tiêu đề ra", "Targets it set";
    reached: "Kết quả, khen thưởng", "Results and awards";
    says_so: "Bài báo", "Article";
    note: "Mỗi mục dẫn về đúng chữ đã in. “Không nêu” là bài báo không viết, không phải bằng không. Phong trào được xếp theo năm của bài; “theo bài” là năm của bài, không phải năm in cạnh số liệu.",
        "Each entry leads to its printed words. “Not stated” means that no article says so, not that there was none. Campaigns are put into the year of their article; “year of the article” marks a figure beside which no year is printed.";
    of_article: "theo bài", "year of the article";
    shared: "Nhiều đơn vị cùng làm", "Run by several organisations";
    published_only_note: "Các bài này đăng trong năm nhưng viết về năm khác, hoặc không nêu năm; không tính vào bảng trên.",
        "These articles appeared in the year and report on another, or state none; the table above leaves them out.";
    neighbours: "Năm trước, năm sau", "Previous and next year";
    all_years: "Mọi năm", "All years";
    undated: "Không nêu năm", "Year not stated";
    undated_note: "Những số liệu này in quãng thời gian không có ngày tháng (“5 năm”), để ngỏ hoặc quá dài, nên không xếp vào năm nào.",
        "These figures print a period without dates (“5 years”), with an open end, or too long, so they are put into no year.";
    older: "Các năm trước đó", "Earlier years";
}

/// What a page of a year finds. Numbers of organisations, campaigns and articles; figures are never added up.
#[derive(Debug, Clone, Copy)]
pub struct Finding {
    /// The year.
    pub year: u16,
    /// Organisations with facts in the year.
    pub organisations: usize,
    /// Organisations that ran a campaign.
    pub active: usize,
    /// Campaigns that they ran.
    pub campaigns: usize,
    /// Organisations that state a target.
    pub targets: usize,
    /// Organisations that state a result.
    pub results: usize,
    /// Titles that were awarded.
    pub titles: usize,
    /// Articles that were only published in the year.
    pub published: usize,
}

/// The finding in a sentence: who ran what, who states targets and results.
pub fn finding(found: &Finding, lang: Lang) -> String {
    let Finding { year, organisations, active, campaigns, targets, results, titles, published } = *found;
    if organisations == 0 {
        let articles = sentences::articles(published, lang);
        return match lang {
            Lang::Vi => format!("Chưa có bài nào viết về năm {year}; {articles} đăng trong năm này."),
            Lang::En => format!("No article reports on {year}; {articles} appeared in it."),
        };
    }
    let count = |number: usize| sentences::count(number, lang);
    let stating = |number: usize, what: [&str; 2]| match (lang, number) {
        (Lang::Vi, 0) => format!("không đơn vị nào nêu {}", what[0]),
        (Lang::Vi, _) => format!("{} đơn vị nêu {}", count(number), what[0]),
        (Lang::En, 0) => format!("none states {}", what[1]),
        (Lang::En, 1) => format!("one states {}", what[1]),
        (Lang::En, _) => format!("{} state {}", count(number), what[1]),
    };
    let who = sentences::organisations(if active == 0 { organisations } else { active }, lang);
    let mut parts = vec![match (lang, active) {
        (Lang::Vi, 0) => format!("các bài nói tới {who}"),
        (Lang::En, 0) => format!("articles report on {who}"),
        (Lang::Vi, _) => format!("{who} làm {} phong trào, hội thi, chủ đề…", count(campaigns)),
        (Lang::En, _) => {
            format!("{who} ran {}", sentences::counted(campaigns, lang, ["", "campaign", "campaigns"]))
        }
    }];
    parts.push(
        [stating(targets, ["mục tiêu", "targets"]), stating(results, ["kết quả", "results"])].join(", "),
    );
    if titles > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} danh hiệu được trao", count(titles)),
            Lang::En => {
                format!("{} awarded", sentences::counted(titles, lang, ["", "title was", "titles were"]))
            }
        });
    }
    match lang {
        Lang::Vi => format!("Năm {year}, {}.", parts.join("; ")),
        Lang::En => format!("In {year}, {}.", parts.join("; ")),
    }
}

/// What the list of years finds: how many years, and between which.
pub fn span(number: usize, first: u16, last: u16, lang: Lang) -> String {
    let number = sentences::counted(number, lang, ["năm", "year", "years"]);
    match lang {
        Lang::Vi if first == last => format!("Các bài nói tới {number}: {first}."),
        Lang::En if first == last => format!("The articles speak of {number}: {first}."),
        Lang::Vi => format!("Các bài nói tới {number}, từ {first} đến {last}."),
        Lang::En => format!("The articles speak of {number} between {first} and {last}."),
    }
}

/// `Xem cả 20`: link to a list that is shortened here.
pub fn see_all(number: usize, lang: Lang) -> String {
    format!("{} {}", pick(lang, "xem cả", "see all"), sentences::count(number, lang))
}

/// `Xem cả 7 bài báo`.
pub fn see_all_articles(number: usize, lang: Lang) -> String {
    format!("{} {}", pick(lang, "xem cả", "see all"), sentences::articles(number, lang))
}

/// `Xem cả 55 đơn vị`: opens the rest of a shortened table.
pub fn see_all_organisations(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Xem cả {}", sentences::organisations(number, lang)),
        Lang::En => format!("See all {}", sentences::organisations(number, lang)),
    }
}

/// Note under a shortened table.
pub fn most_figures(shown: usize, lang: Lang) -> String {
    let shown = sentences::count(shown, lang);
    match lang {
        Lang::Vi => format!("Bảng trên có {shown} đơn vị nêu nhiều nhất."),
        Lang::En => format!("The table has the {shown} organisations that state most."),
    }
}

/// Link to the comparison with the figures of a year.
pub fn compare(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("So sánh các đơn vị, năm {year}"),
        Lang::En => format!("Compare organisations, {year}"),
    }
}

/// Link to the figures of a year, where they can be taken as CSV and Excel.
pub fn figures_of_year(number: usize, year: u16, lang: Lang) -> String {
    let figures = sentences::figures(number, lang);
    match lang {
        Lang::Vi => format!("{figures} của năm {year}: bảng, CSV, Excel"),
        Lang::En => format!("{figures} of {year}: table, CSV, Excel"),
    }
}

/// Link to the search that finds the articles of a year.
pub fn articles_of_year(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Tìm mọi bài của năm {year}"),
        Lang::En => format!("Find all articles of {year}"),
    }
}

/// `7 bài chỉ đăng trong năm này`: articles that state nothing about the year.
pub fn published_only(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{} chỉ đăng trong năm này", sentences::articles(number, lang)),
        Lang::En => {
            format!("{} only published in this year", sentences::articles(number, lang))
        }
    }
}
