//! Notes on how to read the marks, in words: only those that a chart needs.

use super::canvas::MOST_ROWS;
use super::names::pick;
use super::quantity::Quantity;
use thidua_core::domain::{Comparator, Lang};
use thidua_core::text::format_count;

/// What the ends of the marks mean, for the bounds that occur.
pub(super) fn bounds(quantities: &[Quantity], lang: Lang) -> Vec<String> {
    let any = |kinds: &[Comparator]| quantities.iter().any(|q| kinds.contains(&q.comparator));
    let mut notes = Vec::new();
    let mut note = |holds: bool, vi: &str, en: &str| {
        if holds {
            notes.push(match lang {
                Lang::Vi => vi.to_owned(),
                Lang::En => en.to_owned(),
            });
        }
    };
    note(
        any(&[Comparator::Gt, Comparator::Ge]),
        "Mũi tên mở: báo in “trên”, “ít nhất”… nên số thật có thể lớn hơn.",
        "Open arrow: printed as “more than”, “at least” …, so the true number may be larger.",
    );
    note(
        any(&[Comparator::Lt, Comparator::Le]),
        "Ngoặc khép vào: báo in “dưới”, “không quá”… nên số thật có thể nhỏ hơn.",
        "Inward bracket: printed as “less than”, “at most” …, so the true number may be smaller.",
    );
    note(
        any(&[Comparator::Approx, Comparator::ApproxBelow]),
        "Đầu gạch chéo: báo in “khoảng”, “gần”, không nói chênh bao nhiêu.",
        "Hatched end: printed as “about”, “nearly”, without saying how far off.",
    );
    note(
        any(&[Comparator::Range]),
        "Thanh giữa hai vạch: báo in một khoảng từ số này đến số kia.",
        "Bar between two ends: printed as a range.",
    );
    notes
}

/// What the ends of targets mean: a bound word there sets a floor or a ceiling.
pub(super) fn goals(targets: &[Quantity], lang: Lang) -> Vec<String> {
    let any = |kinds: &[Comparator]| targets.iter().any(|q| kinds.contains(&q.comparator));
    let mut notes = Vec::new();
    if any(&[Comparator::Gt, Comparator::Ge]) {
        notes.push(match lang {
            Lang::Vi => {
                "Mũi tên ở vạch mục tiêu: báo in “ít nhất”, “tối thiểu”, “trên”… tức từ mức ấy trở lên."
            }
            Lang::En => "Arrow at a target: printed as “at least”, “more than” …, from there upwards.",
        });
    }
    if any(&[Comparator::Lt, Comparator::Le]) {
        notes.push(match lang {
            Lang::Vi => "Ngoặc ở vạch mục tiêu: báo in “không quá”, “dưới”… tức không vượt mức ấy.",
            Lang::En => "Bracket at a target: printed as “at most”, “less than” …, not beyond.",
        });
    }
    notes.into_iter().map(str::to_owned).collect()
}

/// That short bars are not to scale.
pub(super) fn small_bars(lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            "Thanh vẽ theo thang đều từ 0; thanh quá ngắn được vẽ bằng một vạch mảnh, hãy đọc con số."
        }
        Lang::En => {
            "Bars are linear from zero; one too short to see is drawn as a thin tick: read its number."
        }
    }
    .to_owned()
}

/// That a negative number has no bar.
pub(super) fn negative(lang: Lang) -> String {
    match lang {
        Lang::Vi => "Có số âm: chỉ ghi số, không vẽ thanh.",
        Lang::En => "There is a negative number: stated without bars.",
    }
    .to_owned()
}

/// That the picture shows only the first rows of `all`; nothing where it shows them all.
pub(super) fn left_out(all: usize, lang: Lang) -> Option<String> {
    let more = format_count(all.checked_sub(MOST_ROWS).filter(|more| *more > 0)?, lang);
    Some(match lang {
        Lang::Vi => format!("Hình vẽ {MOST_ROWS} dòng đầu; {more} dòng nữa ở trong bảng."),
        Lang::En => format!("The picture has the first {MOST_ROWS} rows; {more} more are in the table."),
    })
}

/// What the ends of dots mean, for the bounds that occur.
pub(super) fn dots(quantities: &[Quantity], lang: Lang) -> Vec<String> {
    let any = |kinds: &[Comparator]| quantities.iter().any(|q| kinds.contains(&q.comparator));
    let mut notes = Vec::new();
    if any(&[Comparator::Approx, Comparator::ApproxBelow]) {
        notes.push(pick(
            lang,
            "Vòng nét đứt: báo in “khoảng”, “gần”, không nói chênh bao nhiêu.",
            "Broken ring: printed as “about”, “nearly”, without saying how far off.",
        ));
    }
    if any(&[Comparator::Gt, Comparator::Ge]) {
        notes.push(pick(
            lang,
            "Mũi tên: báo in “trên”, “ít nhất”… nên số thật có thể lớn hơn.",
            "Arrow: printed as “more than”, “at least” …, so the true number may be larger.",
        ));
    }
    if any(&[Comparator::Lt, Comparator::Le]) {
        notes.push(pick(
            lang,
            "Ngoặc chặn: báo in “dưới”, “không quá”… nên số thật có thể nhỏ hơn.",
            "Bracket: printed as “less than”, “at most” …, so the true number may be smaller.",
        ));
    }
    notes.into_iter().map(str::to_owned).collect()
}

/// Why so many figures, at least one, give no chart.
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
