//! Words of charts of one measure over the years.

use thidua_core::domain::Lang;

use crate::{pick, sentences};

phrases! {
    ring_and_dot_note: "Vòng rỗng là thời kỳ trước, chấm đặc là thời kỳ sau.",
        "The ring is the earlier period, the solid dot the later one.";
    line_note: "Thang bắt đầu từ 0. Đường nối chỉ dẫn mắt từ năm này sang năm khác; nét chấm là quãng không bài nào nêu.",
        "The scale starts at 0. The line only leads the eye; where it is dotted, no article speaks of the time between.";
    several_numbers_note: "Có năm nhiều bài nêu nhiều số: các số đứng cạnh nhau và không nối với năm khác.",
        "For some years articles state several numbers: they stand side by side, joined to no other year.";
    own_scales_note: "Mỗi số đo có thang riêng, bắt đầu từ 0: so sánh các năm trong một hàng, không so các hàng với nhau.",
        "Each measure has a scale of its own from 0: compare the years within a row, not the rows.";
}

/// Heading of a chart with several measures.
pub fn heading(organisation: &str, measures: usize, years: &str, lang: Lang) -> String {
    let count = sentences::counted(measures, lang, ["số đo", "measure", "measures"]);
    let over = pick(lang, "qua các năm", "over the years");
    format!("{organisation}: {count} {over}, {years}")
}

/// Years of which no article speaks.
pub fn silent_years(years: &str, lang: Lang) -> String {
    format!("{years}: {}", pick(lang, "không bài nào nêu", "no article states it"))
}
