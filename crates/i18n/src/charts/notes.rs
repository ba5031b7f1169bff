//! Notes on how to read the marks of a chart.

use thidua_core::domain::Lang;
use thidua_core::text::format_count;

phrases! {
    open_arrow: "Mũi tên mở: báo in “trên”, “ít nhất”… nên số thật có thể lớn hơn.",
        "Open arrow: printed as “more than”, “at least” …, so the true number may be larger.";
    inward_bracket: "Ngoặc khép vào: báo in “dưới”, “không quá”… nên số thật có thể nhỏ hơn.",
        "Inward bracket: printed as “less than”, “at most” …, so the true number may be smaller.";
    hatched_end: "Đầu gạch chéo: báo in “khoảng”, “gần”, không nói chênh bao nhiêu.",
        "Hatched end: printed as “about”, “nearly”, without saying how far off.";
    range_bar: "Thanh giữa hai vạch: báo in một khoảng từ số này đến số kia.",
        "Bar between two ends: printed as a range.";
    target_arrow: "Mũi tên ở vạch mục tiêu: báo in “ít nhất”, “tối thiểu”, “trên”… tức từ mức ấy trở lên.",
        "Arrow at a target: printed as “at least”, “more than” …, from there upwards.";
    target_bracket: "Ngoặc ở vạch mục tiêu: báo in “không quá”, “dưới”… tức không vượt mức ấy.",
        "Bracket at a target: printed as “at most”, “less than” …, not beyond.";
    broken_ring: "Vòng nét đứt: báo in “khoảng”, “gần”, không nói chênh bao nhiêu.",
        "Broken ring: printed as “about”, “nearly”, without saying how far off.";
    dot_arrow: "Mũi tên: báo in “trên”, “ít nhất”… nên số thật có thể lớn hơn.",
        "Arrow: printed as “more than”, “at least” …, so the true number may be larger.";
    dot_bracket: "Ngoặc chặn: báo in “dưới”, “không quá”… nên số thật có thể nhỏ hơn.",
        "Bracket: printed as “less than”, “at most” …, so the true number may be smaller.";
    small_bars: "Thanh vẽ theo thang đều từ 0; thanh quá ngắn được vẽ bằng một vạch mảnh, hãy đọc con số.",
        "Bars are linear from zero; one too short to see is drawn as a thin tick: read its number.";
    negative: "Có số âm: chỉ ghi số, không vẽ thanh.", "There is a negative number: stated without bars.";
}

/// Note that the picture ends after `shown` rows and that the table has `more`.
pub fn rows_left_out(shown: usize, more: usize, lang: Lang) -> String {
    let more = format_count(more, lang);
    match lang {
        Lang::Vi => format!("Hình vẽ {shown} dòng đầu; {more} dòng nữa ở trong bảng."),
        Lang::En => format!("The picture has the first {shown} rows; {more} more are in the table."),
    }
}

/// Reason why `figures` figures (at least one) give no chart.
pub const fn why_no_chart(figures: usize, lang: Lang) -> &'static str {
    match (figures, lang) {
        (1, Lang::Vi) => "Chỉ có một số liệu: không có gì để đặt cạnh nó, nên không vẽ biểu đồ.",
        (1, Lang::En) => "There is one figure only and nothing to hold it against, hence no chart.",
        (_, Lang::Vi) => {
            "Mỗi số liệu ở đây đếm một điều khác, hoặc khác đơn vị tính, thời gian, vai trò: không có hai số nào đặt \
             chung một thang được, nên không vẽ biểu đồ."
        }
        (_, Lang::En) => {
            "Each figure here counts something else, or differs in unit, period or role: no two of them belong on one \
             scale, hence no chart."
        }
    }
}
