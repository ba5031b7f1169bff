//! Column headings of the CSV downloads of a page (`pages/src/download/figure_rows.rs`); `du-lieu/figures.csv` has its own in
//! `site/src/exports/tables/facts.rs`.

use thidua_core::domain::Lang;

/// Number of columns.
pub const FIGURE_COLUMNS: usize = 28;

/// Returns the headings, in the order of the columns.
pub const fn figure_columns(lang: Lang) -> [&'static str; FIGURE_COLUMNS] {
    match lang {
        Lang::Vi => [
            "Mã số liệu",
            "Nội dung (tiếng Việt)",
            "Nội dung (tiếng Anh)",
            "Giới hạn",
            "Giá trị",
            "Đến giá trị",
            "Tính bằng",
            "Từ giới hạn đã in",
            "Nguyên văn trên báo",
            "Loại số liệu",
            "Việc đã làm",
            "Việc đã làm, như in",
            "Cấp",
            "Phong trào",
            "Đơn vị",
            "Thời gian đã in",
            "Thời gian (EDTF)",
            "Giai đoạn của bài đã in",
            "Giai đoạn của bài (EDTF)",
            "Là một phần của",
            "Bài báo",
            "Nguồn",
            "Ngày đăng",
            "Dòng",
            "Đã đối chiếu",
            "Người đã xác nhận",
            "Máy còn đoán",
            "Liên kết",
        ],
        Lang::En => [
            "Figure id",
            "What is counted (Vietnamese)",
            "What is counted (English)",
            "Bound",
            "Value",
            "Value to",
            "Unit",
            "Bound word as printed",
            "Printed words",
            "Role",
            "Act",
            "Act as printed",
            "Level",
            "Campaign",
            "Organisation",
            "Period as printed",
            "Period (EDTF)",
            "Article's period as printed",
            "Article's period (EDTF)",
            "Part of",
            "Article",
            "Source",
            "Published",
            "Line",
            "Verified",
            "Confirmed by a person",
            "Machine’s guess",
            "Link",
        ],
    }
}

/// Returns the cell for a yes-or-no value.
pub const fn yes_no(holds: bool, lang: Lang) -> &'static str {
    match (holds, lang) {
        (true, Lang::Vi) => "có",
        (false, Lang::Vi) => "không",
        (true, Lang::En) => "yes",
        (false, Lang::En) => "no",
    }
}
