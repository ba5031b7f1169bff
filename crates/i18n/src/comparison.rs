//! Words of the comparison: what can be compared, what is compared, and why something cannot be.

use thidua_core::corpus::{PeriodKind, Standing};
use thidua_core::domain::{Lang, Level};

use crate::sentences::{count, counted, levels, list, organisations};
use crate::{pick, terms};

phrases! {
    compare_title: "So sánh các đơn vị, các năm", "Compare organisations and years";
    lede: "Chọn một loại số liệu để đặt các đơn vị, các năm cạnh nhau. Chỉ so sánh số liệu của cùng một phong trào, tính bằng cùng một thứ, cùng vai trò, cùng cấp và cùng loại thời gian; không cộng số nào với số nào.",
        "Choose a measure to put organisations and years side by side. Only figures of the same campaign, unit, role, level and kind of period are compared; nothing is added up.";
    needs_script: "Danh sách này đọc được ngay; mở từng so sánh cần JavaScript.",
        "This list reads as it is; opening a comparison needs JavaScript.";
    nothing_to_compare: "Chưa có hai số liệu nào cùng loại để so sánh", "No two figures of one measure to compare yet";
    no_such_measure: "Không có loại số liệu nào như vậy", "There is no such measure";
    all_measures: "Mọi loại số liệu so sánh được", "All measures that can be compared";
    measure: "Loại số liệu", "Measure";
    measure_a_row: "Mỗi dòng một loại số liệu. Số khác đơn vị tính, vai trò, cấp hay loại thời gian thì không đặt cạnh nhau được.",
        "A measure a row. Figures of another unit, role, level or kind of period cannot be put side by side.";
    choose_title: "Chọn loại số liệu", "Choose a measure";
    near_title: "Gần nhau nhưng không so sánh được", "Close, but not comparable";
    why_not_title: "Không so sánh được với", "Cannot be compared with";
    others_title: "So sánh khác trong phong trào này", "Other comparisons of this campaign";
    find_measure: "Tìm phong trào, danh hiệu, loại số liệu", "Find a campaign, title or measure";
    find_organisation: "Tìm đơn vị để thêm", "Find an organisation to add";
    find: "Tìm", "Find";
    all_organisations: "Tất cả", "All";
    all_years: "Mọi năm", "All years";
    kind_of_period: "Tính cho", "Period of";
    other_accounts: "các bài nêu khác nhau", "articles differ";
    article: "Bài báo", "Article";
    verdict: "Đối chiếu", "Verdict";
    see_figures: "Xem trong trang Số liệu", "See on the figures page";
    found_nothing: "Không tìm thấy tên nào như vậy.", "No such name was found.";
    no_campaign: "Ngoài các phong trào", "Outside campaigns";
    no_level: "không nêu cấp", "no level stated";
}

/// `12 loại số liệu đặt cạnh nhau được`: how many measures can be compared.
pub fn offered(number: usize, lang: Lang) -> String {
    match (number, lang) {
        (0, _) => nothing_to_compare(lang).to_owned(),
        (_, Lang::Vi) => format!("{} loại số liệu đặt cạnh nhau được", count(number, lang)),
        (1, Lang::En) => "One measure can be compared".to_owned(),
        (_, Lang::En) => format!("{} measures can be compared", count(number, lang)),
    }
}

/// Note below a table that shows only some of the figures.
pub fn rows_shown(shown: usize, all: usize, lang: Lang) -> String {
    let [shown, all] = [shown, all].map(|number| count(number, lang));
    match lang {
        Lang::Vi => format!("Bảng có {shown} trong {all} số liệu; tệp tải về có đủ."),
        Lang::En => format!("The table has {shown} of {all} figures; downloads have all of them."),
    }
}

/// Note on articles that were not looked at.
pub fn left_out(articles: usize, lang: Lang) -> String {
    let articles = crate::sentences::articles(articles, lang);
    match lang {
        Lang::Vi => format!("Còn {articles} khác chưa xét tới vì quá nhiều: hãy chọn một năm."),
        Lang::En => {
            format!("Another {articles} could not be looked at, because there are too many: choose a year.")
        }
    }
}

/// `Xem cả 31 loại số liệu mới có một số`: opens the list of measures with a single figure.
pub fn all_single_measures(number: usize, lang: Lang) -> String {
    let number = count(number, lang);
    match lang {
        Lang::Vi => format!("Xem cả {number} loại số liệu mới có một số, chưa so sánh được"),
        Lang::En => format!("See the {number} measures with a single figure, which cannot be compared yet"),
    }
}

/// Note below a list that shows only some of the measures.
pub fn measures_shown(shown: usize, all: usize, lang: Lang) -> String {
    let [shown, all] = [shown, all].map(|number| count(number, lang));
    match lang {
        Lang::Vi => format!(
            "{shown} trong {all} loại số liệu, nhiều đơn vị nhất đứng đầu. Tìm theo tên để thấy loại khác, hoặc mở một phong trào:"
        ),
        Lang::En => format!(
            "{shown} of {all} measures, those of most organisations first. Search by name for others, or open a campaign:"
        ),
    }
}

/// `3 loại số liệu của phong trào …`: heading where a campaign is chosen and no measure yet. `subject` names the campaign.
pub fn measures_of(subject: &str, number: usize, lang: Lang) -> String {
    let measures = counted(number, lang, ["loại số liệu", "measure", "measures"]);
    format!("{subject}: {measures}")
}

/// Standing of what is counted, to follow the name of a measure; empty for what was given.
pub const fn standing(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::Given => "",
        Standing::Proposed => pick(lang, "mới đề nghị", "proposed only"),
        Standing::Registered => pick(lang, "mới đăng ký", "registered only"),
    }
}

/// Kind of a period: `một năm`, `một năm học`, `5 năm`.
pub fn period_kind(kind: &PeriodKind, lang: Lang) -> String {
    match kind {
        PeriodKind::Year => pick(lang, "một năm", "one year").to_owned(),
        PeriodKind::SchoolYear => pick(lang, "một năm học", "one school year").to_owned(),
        PeriodKind::Years(years) => counted(usize::from(*years), lang, ["năm", "year", "years"]),
        PeriodKind::Months(months) => counted(usize::from(*months), lang, ["tháng", "month", "months"]),
        PeriodKind::Days => pick(lang, "dưới một tháng", "less than a month").to_owned(),
        PeriodKind::Other(words) => format!("“{words}”"),
        PeriodKind::NotStated => pick(lang, "thời gian không nêu", "a period not stated").to_owned(),
    }
}

/// Levels of a measure: `cấp cơ sở`, or that none is stated.
pub fn levels_or_none(of: &[Level], lang: Lang) -> String {
    if of.is_empty() { no_level(lang).to_owned() } else { levels(of, lang) }
}

/// Heading where no figure is of the measure.
pub fn none_stated(subject: &str, lang: Lang) -> String {
    format!("{subject}: {}", pick(lang, "không bài nào nêu số liệu này", "no article states this"))
}

/// Heading of a single figure: `…: mới có Hà Đông nêu số liệu, 352 cá nhân`.
pub fn only_one(subject: &str, organisation: &str, quantity: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{subject}: mới có {organisation} nêu số liệu, {quantity}"),
        Lang::En => format!("{subject}: only {organisation} states a figure, {quantity}"),
    }
}

/// Heading of many figures: `…: 11 đơn vị, từ 12 (Sơn Tây) đến 352 cá nhân (Hà Đông)`.
pub fn from_to(subject: &str, number: usize, [from, to]: [&str; 2], lang: Lang) -> String {
    let organisations = organisations(number, lang);
    match lang {
        Lang::Vi => format!("{subject}: {organisations}, từ {from} đến {to}"),
        Lang::En => format!("{subject}: {organisations}, from {from} to {to}"),
    }
}

/// A chosen id that the corpus does not have.
pub fn removed_organisations(ids: &[String], lang: Lang) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("“{id}”")).collect();
    let ids = list(&ids, lang);
    match lang {
        Lang::Vi => format!("Kho không còn đơn vị {ids}. Phần còn lại của so sánh vẫn ở dưới đây."),
        Lang::En => format!("The archive no longer has {ids}. The rest of the comparison is below."),
    }
}

/// A campaign of the address that the corpus does not have.
pub fn removed_campaigns(ids: &[String], lang: Lang) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("“{id}”")).collect();
    let ids = list(&ids, lang);
    match lang {
        Lang::Vi => format!("Kho không còn phong trào {ids}."),
        Lang::En => format!("The archive no longer has the campaign {ids}."),
    }
}

/// Accessible name of a cell of the grid: `Hà Đông: 3 số liệu, Lao động giỏi`.
pub fn cell(organisation: &str, figures: usize, measure: &str, lang: Lang) -> String {
    let figures = crate::sentences::figures(figures, lang);
    format!("{organisation}: {figures}, {measure}")
}

/// Accessible name of the link that removes a chosen organisation.
pub fn remove(name: &str, lang: Lang) -> String {
    format!("{} {name}", pick(lang, "Bỏ", "Remove"))
}

/// Accessible name of the link that adds an organisation.
pub fn add(name: &str, lang: Lang) -> String {
    format!("{} {name}", pick(lang, "Thêm", "Add"))
}

/// `và 3 đơn vị nữa: tìm theo tên`.
pub fn more_organisations(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("và {} đơn vị nữa: tìm theo tên", count(number, lang)),
        Lang::En => format!("and {} more: search by name", count(number, lang)),
    }
}

/// Two units that differ: `mục tiêu tính bằng %, không phải cá nhân`.
pub fn other_unit(role: &str, unit: &str, than: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{role} tính bằng {unit}, không phải {than}"),
        Lang::En => format!("{role} counted in {unit}, not in {than}"),
    }
}

/// Two values that differ, of role, level or standing: `là mục tiêu, không phải kết quả`.
pub fn is_not(value: &str, than: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("là {value}, không phải {than}"),
        Lang::En => format!("{value}, not {than}"),
    }
}

/// Levels that differ: `cấp quận, không phải cấp cơ sở`.
pub fn other_level(value: &str, than: &str, lang: Lang) -> String {
    format!("{value}{}{than}", pick(lang, ", không phải ", ", not "))
}

/// Standings that differ.
pub fn other_standing(of: Standing, than: Standing, lang: Lang) -> String {
    let words = |of: Standing| match of {
        Standing::Given => pick(lang, "đã đạt, đã trao", "given"),
        of => standing(of, lang),
    };
    format!("{}{}{}", words(of), pick(lang, ", không phải ", ", not "), words(than))
}

/// Kinds of period that differ: `tính cho 5 năm, không phải một năm`.
pub fn other_period(of: &PeriodKind, than: &PeriodKind, lang: Lang) -> String {
    let (of, than) = (period_kind(of, lang), period_kind(than, lang));
    match lang {
        Lang::Vi => format!("tính cho {of}, không phải {than}"),
        Lang::En => format!("for {of}, not for {than}"),
    }
}

/// Campaigns that differ: `đếm chung Công nhân giỏi và Lao động giỏi`.
pub fn other_campaigns(names: &[String], lang: Lang) -> String {
    let together = match (names.len(), lang) {
        (..=1, Lang::Vi) => "chỉ đếm",
        (..=1, Lang::En) => "counts",
        (_, Lang::Vi) => "đếm chung",
        (_, Lang::En) => "counts together",
    };
    format!("{together} {}", list(names, lang))
}

/// Contents that differ.
pub fn other_content(label: &str, lang: Lang) -> String {
    format!("{}: {label}", pick(lang, "nội dung khác", "counts something else"))
}

/// Unit, role, levels and standing of a measure in one line: `cá nhân · kết quả · cấp cơ sở`.
pub fn measure_details(
    unit: &str,
    role: thidua_core::domain::Role,
    of: &[Level],
    standing_of: Standing,
    lang: Lang,
) -> String {
    let mut parts = vec![unit.to_owned(), terms::role(role, lang).to_owned()];
    if !of.is_empty() {
        parts.push(levels(of, lang));
    }
    if standing_of != Standing::Given {
        parts.push(standing(standing_of, lang).to_owned());
    }
    parts.join(" · ")
}
