//! The page about the data: what can be downloaded, and the data dictionary.

use thidua_core::domain::Lang;

phrases! {
    title: "Dữ liệu", "Data";
    lede: "Tải gì, dùng cho việc gì, và từng cột trong bảng nghĩa là gì.",
        "What to download, for which purpose, and what every column of the tables means.";
}
