//! The page about the data: what can be downloaded, and the data dictionary.

use thidua_core::domain::Lang;

use crate::phrases;

phrases! {
    title: "Dữ liệu", "Data";
    lede: "Tải gì, dùng cho việc gì, và từng cột trong bảng nghĩa là gì.",
        "What to download, for which purpose, and what every column of the tables means.";
    which_file: "Nên tải tệp nào", "Which file to take";
    one_file: "Bản một tệp này không kèm các tệp dữ liệu. Các nút tải ở trang phong trào, đơn vị và Số liệu vẫn dùng được, kể cả khi không có mạng.",
        "This one-file copy carries no data files. The download buttons on the pages of campaigns, organisations and figures work, offline too.";
    dictionary: "Từ điển dữ liệu", "Data dictionary";
    dictionary_note: "Các bảng nối với nhau bằng mã. Ví dụ lấy từ chính kho này.",
        "Tables refer to each other by ids. The examples are from this archive.";
    example: "Ví dụ: ", "Example: ";
    no_example: "không có trong kho này", "none in this archive";
    text: "chữ", "text";
    key: "mã, không trùng", "id, unique";
    id_of: "mã ở bảng", "id of table";
    integer: "số nguyên", "integer";
    number: "số", "number";
    address: "địa chỉ", "address";
    period: "thời gian (EDTF)", "date or period (EDTF)";
    one_of: "một trong:", "one of:";
}

/// How to read the tables: Vietnamese and English.
pub const NOTES: [[&str; 2]; 3] = [
    [
        "Chỉ khi comparator là eq thì con số là đúng bằng; còn lại là giới hạn hoặc ước lượng, đúng như chữ đã in.",
        "A number is exact only where comparator is eq; elsewhere it is a bound or an approximation, as printed.",
    ],
    [
        "Ô trống nghĩa là bài báo không nêu, không phải là số không.",
        "An empty cell means that the article does not state it; it is not zero.",
    ],
    [
        "Thời gian viết theo EDTF: 2022, 2022-09-06, 2022-01-01/2022-06-30.",
        "Dates and periods are EDTF: 2022, 2022-09-06, 2022-01-01/2022-06-30.",
    ],
];

/// Notes on reading a table for people, whose words are in the language of the page.
pub const fn reading_notes(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Vi => [
            "Cột “Giới hạn” cho biết con số là đúng bằng, hay là giới hạn, ước lượng như chữ đã in.",
            NOTES[1][0],
            NOTES[2][0],
        ],
        Lang::En => [
            "The column “Bound” says whether a number is exact, or a bound or an approximation, as printed.",
            NOTES[1][1],
            NOTES[2][1],
        ],
    }
}

/// Headings of the dictionary: column, type, meaning, example.
pub const fn column_headings(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Vi => ["Cột", "Kiểu", "Nghĩa", "Ví dụ"],
        Lang::En => ["Column", "Type", "Meaning", "Example"],
    }
}

/// Formats of downloads: name, and who should take it.
pub const fn formats(lang: Lang) -> [[&'static str; 2]; 5] {
    [
        [phrases::download_xlsx(lang), phrases::help_xlsx(lang)],
        [phrases::download_csv(lang), phrases::help_csv(lang)],
        [phrases::download_plain_csv(lang), phrases::help_plain_csv(lang)],
        ["JSON", phrases::help_json(lang)],
        ["BibTeX, RIS, CSL-JSON", phrases::help_citations(lang)],
    ]
}
