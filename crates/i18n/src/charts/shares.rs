//! Words of charts of parts and their whole.

use thidua_core::domain::Lang;

use crate::pick;

phrases! {
    outline_note: "Khung viền là tổng, phần tô đặc là số nằm trong tổng đó.",
        "The outline is the whole, the solid part lies within it.";
    overlap_note: "Các phần có thể trùng nhau nên không cộng lại.", "Parts may overlap and are not added up.";
    whole_lead: "Trong tổng: ", "Of a whole of: ";
    withheld: "Không tính tỉ lệ: từ chỉ giới hạn để ngỏ", "No percentage: the bound words leave it open";
}

/// Column headings: content, number, printed words, printed words of the whole, computed share.
pub const fn columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Vi => ["Nội dung", "Số", "Như in trên báo", "Trong tổng, như in", "Tỉ lệ (tính từ hai số)"],
        Lang::En => ["What", "Number", "As printed", "Whole, as printed", "Share (computed)"],
    }
}

/// The line under the heading: unit and period.
pub fn measure(unit: &str, period: &str, lang: Lang) -> String {
    format!("{} · {unit} · {period}", pick(lang, "Phần trong tổng", "Part of a whole"))
}

/// `89 trong 248 sáng kiến đã ứng dụng`.
pub fn finding(part: &str, whole: &str, what: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{part} trong {whole} {what}"),
        Lang::En => format!("{part} of {whole} {what}"),
    }
}

/// A sentence with the printed words of part and whole, and the share; the numbers in words are used in English only.
pub fn sentence(
    label: &str,
    [part, whole]: [&str; 2],
    printed: [&str; 2],
    share: &str,
    lang: Lang,
) -> String {
    let [part_printed, whole_printed] = printed;
    match lang {
        Lang::Vi => format!("{label}: {part_printed} trong {whole_printed}. {share}."),
        Lang::En => {
            format!("{label}: {part} of {whole} (in print: {part_printed}; {whole_printed}). {share}.")
        }
    }
}

/// A share that was computed; `share` is capitalised.
pub fn computed(share: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{share}, tính từ hai số đã in"),
        Lang::En => format!("{share}, computed from the two printed numbers"),
    }
}

/// `từ 35,8% đến 40%`.
pub fn between(low: &str, high: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("từ {low} đến {high}"),
        Lang::En => format!("{low} to {high}"),
    }
}
