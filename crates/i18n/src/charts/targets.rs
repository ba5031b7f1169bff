//! Words of charts of targets and results, and of the verdict on a target. Headings do not say who set a target.

use thidua_core::domain::Lang;

use crate::pick;

phrases! {
    met: "Đạt mục tiêu", "Target met";
    not_met: "Chưa đạt mục tiêu", "Target not met";
    no_result: "Không nêu kết quả: không so sánh được", "No result stated: cannot be compared";
    no_result_reason: "không bài nào nêu kết quả", "no article states a result";
    bounds_reason: "từ chỉ giới hạn để ngỏ cả hai khả năng", "the bound words leave both open";
    vague_reason: "“khoảng”, “gần” không nói chênh bao nhiêu", "“about” or “nearly” does not say how far off";
    above_range_reason: "kết quả cao hơn khoảng mục tiêu", "the result lies above the target's range";
    other_unit_reason: "kết quả tính bằng đơn vị khác", "the result is counted in another unit";
    other_period_reason: "kết quả không cùng thời gian với mục tiêu", "the result speaks of another period";
    target: "Mục tiêu", "Target";
    result: "Kết quả", "Result";
    with_results_note: "Khung viền và vạch đậm là mục tiêu; thanh đặc bên trong là kết quả.",
        "The outline with a heavy tick is the target; the solid bar inside is the result.";
    without_results_note: "Khung viền và vạch đậm là mục tiêu; khung để trống vì không bài nào nêu kết quả.",
        "The outline with a heavy tick is the target; it is empty because no article states a result.";
    several_results_note: "Có bài nêu kết quả khác nhau cho một mục tiêu: các kết quả đứng cạnh nhau, không gộp.",
        "Articles state several results for one target: they stand side by side and are not merged.";
}

/// A target and a result that cannot be compared; `reason` is one of the reasons above.
pub fn cannot_compare(reason: &str, lang: Lang) -> String {
    format!("{}: {reason}", pick(lang, "Không so sánh được", "Cannot be compared"))
}

/// Column headings: content, target, printed target, printed result, verdict.
pub const fn columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Vi => ["Nội dung", "Mục tiêu", "Mục tiêu như in", "Kết quả như in", "Đối chiếu"],
        Lang::En => ["What", "Target", "Target as printed", "Result as printed", "Verdict"],
    }
}

/// The line under the heading: units and period.
pub fn measure(units: &str, period: &str, lang: Lang) -> String {
    format!("{} · {units} · {period}", pick(lang, "Mục tiêu và kết quả", "Targets and results"))
}

/// One target, its result if there is one, and the verdict.
pub fn sentence(label: &str, target: &str, result: Option<&str>, verdict: &str, lang: Lang) -> String {
    match (result, lang) {
        (Some(result), Lang::Vi) => format!("{label}: mục tiêu {target}, kết quả {result}. {verdict}."),
        (Some(result), Lang::En) => format!("{label}: target {target}, result {result}. {verdict}."),
        (None, Lang::Vi) => format!("{label}: mục tiêu {target}. {verdict}."),
        (None, Lang::En) => format!("{label}: target {target}. {verdict}."),
    }
}

/// ` cho năm 2022`: the period of all targets, in the middle of a heading.
pub fn for_period(period: &str, lang: Lang) -> String {
    format!("{}{period}", pick(lang, " cho ", " for "))
}

/// Heading of several targets for which no article states a result. `period` is empty or comes from [`for_period`].
pub fn heading_no_results(organisation: &str, all: &str, period: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: {all} mục tiêu{period}; không bài nào nêu kết quả"),
        Lang::En => format!("{organisation}: {all} targets{period}; no article states a result"),
    }
}

/// Heading of several targets none of which can be compared with a result.
pub fn heading_none_comparable(organisation: &str, all: &str, period: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: {all} mục tiêu{period}; chưa so sánh được với kết quả"),
        Lang::En => format!("{organisation}: {all} targets{period}; none can be compared with a result"),
    }
}

/// Heading of several targets some of which were met.
pub fn heading_met(organisation: &str, met: &str, all: &str, period: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: đạt {met} trong {all} mục tiêu{period}"),
        Lang::En => format!("{organisation}: {met} of {all} targets{period} met"),
    }
}

/// Heading of several targets of which none was met and some were missed.
pub fn heading_missed(organisation: &str, missed: &str, all: &str, period: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: chưa đạt {missed} trong {all} mục tiêu{period}"),
        Lang::En => format!("{organisation}: {missed} of {all} targets{period} missed"),
    }
}

/// Continues [`heading_met`] with the number of targets that were missed.
pub fn and_missed(missed: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(", chưa đạt {missed}"),
        Lang::En => format!(", {missed} missed"),
    }
}

/// Continues a heading with the number of targets that cannot be compared.
pub fn and_not_comparable(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(", {number} không so sánh được"),
        Lang::En => format!(", {number} cannot be compared"),
    }
}

/// Heading of one target for which no article states a result.
pub fn single_no_result(organisation: &str, target: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: mục tiêu {target}; không bài nào nêu kết quả"),
        Lang::En => format!("{organisation}: target of {target}; no article states a result"),
    }
}

/// Heading of one target with no result that it could be compared with.
pub fn single_no_comparable_result(organisation: &str, target: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: mục tiêu {target}; chưa so sánh được với kết quả"),
        Lang::En => format!("{organisation}: target of {target}; no result can be compared with it"),
    }
}

/// Heading of one target that was met.
pub fn single_met(organisation: &str, target: &str, result: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: đạt mục tiêu {target}, kết quả {result}"),
        Lang::En => format!("{organisation}: target of {target} met, result {result}"),
    }
}

/// Heading of one target that was missed.
pub fn single_missed(organisation: &str, target: &str, result: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: chưa đạt mục tiêu {target}, kết quả {result}"),
        Lang::En => format!("{organisation}: target of {target} missed, result {result}"),
    }
}

/// Heading of one target for which articles state different results.
pub fn single_different_results(organisation: &str, target: &str, results: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            format!("{organisation}: mục tiêu {target}; các bài nêu kết quả khác nhau: {results}")
        }
        Lang::En => {
            format!("{organisation}: target of {target}; articles state different results: {results}")
        }
    }
}

/// Heading of one target whose result cannot be compared with it.
pub fn single_not_comparable(organisation: &str, target: &str, result: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}: mục tiêu {target}, kết quả {result}; không so sánh được"),
        Lang::En => {
            format!("{organisation}: target of {target}, result {result}; they cannot be compared")
        }
    }
}
