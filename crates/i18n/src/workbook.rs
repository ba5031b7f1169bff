//! Words in workbooks.

use thidua_core::domain::Lang;

phrases! {
    figures_sheet: "Số liệu", "Figures";
    chart_sheet: "Bảng của biểu đồ", "Table of the chart";
    explanation_sheet: "Giải thích", "Notes";
    content: "Nội dung", "Content";
    archive: "Kho", "Archive";
    page: "Trang", "Page";
    reading: "Cách đọc", "How to read it";
}
