//! Words of charts that compare amounts of one unit.

use thidua_core::domain::{Dimension, Lang};

use crate::pick;

/// Note on what the rows of a chart have in common, and that they are not added up.
pub const fn note(dimension: Dimension, lang: Lang) -> &'static str {
    match dimension {
        Dimension::Percent => percentages_of_own_wholes(lang),
        Dimension::Money => pick(
            lang,
            "Mỗi dòng là một khoản riêng: không cộng với nhau.",
            "Each row is an amount of its own: they are not added up.",
        ),
        Dimension::Count => pick(
            lang,
            "Mỗi dòng đếm một điều riêng bằng cùng một đơn vị: không cộng với nhau.",
            "Each row counts something of its own in the same unit: they are not added up.",
        ),
    }
}

phrases! {
    percentages_of_own_wholes: "Mỗi tỉ lệ phần trăm tính trên một tổng riêng, nêu ở nhãn.",
        "Each percentage is of a whole of its own, named in its label.";
}
