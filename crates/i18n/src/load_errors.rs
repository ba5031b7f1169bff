//! Reasons why a document cannot be loaded, in both languages.

use thidua_core::corpus::{
    JsonType, LoadError, LoadReason, MAX_BYTES, ShapeError, SourcePosition, SyntaxError,
};
use thidua_core::domain::{Lang, SCHEMA_VERSION};

/// Returns the reason with its position, as part of a sentence.
pub fn load_error(error: &LoadError, lang: Lang) -> String {
    if lang == Lang::En {
        return error.to_string();
    }
    let mut text = String::new();
    if let Some(SourcePosition { line, column }) = error.position {
        text.push_str(&format!("dòng {line}, cột {column}: "));
    }
    if let Some(path) = &error.path {
        text.push_str(&format!("{path}: "));
    }
    text.push_str(&reason(&error.reason));
    text
}

fn reason(reason: &LoadReason) -> String {
    match reason {
        LoadReason::TooLarge(bytes) => {
            let mega = |bytes: usize| bytes / 1024 / 1024;
            format!("tệp có {} MB, nhiều hơn {} MB là mức đọc được", mega(*bytes), mega(MAX_BYTES))
        }
        LoadReason::Empty => "tệp trống".to_owned(),
        LoadReason::NotUtf8 => {
            "chỗ này có byte không phải UTF-8; nếu cả tệp thuộc bảng mã khác thì hãy lưu lại bằng UTF-8"
                .to_owned()
        }
        LoadReason::Utf16 => "tệp là văn bản UTF-16: hãy lưu lại bằng UTF-8".to_owned(),
        LoadReason::Truncated => "tệp bị cụt, dừng giữa chừng".to_owned(),
        LoadReason::NotJson(syntax) => format!("không phải JSON: {}", syntax_words(syntax)),
        LoadReason::NoVersion => format!(
            "thiếu trường schema_version: đây không phải kho dữ liệu, hoặc kho cũ hơn phiên bản {SCHEMA_VERSION}"
        ),
        LoadReason::Version(found) => {
            format!("kho có định dạng phiên bản {found}, chương trình này đọc phiên bản {SCHEMA_VERSION}")
        }
        LoadReason::Shape(shape) => shape_words(shape),
    }
}

fn syntax_words(syntax: &SyntaxError) -> &str {
    match syntax {
        SyntaxError::Value => {
            "chỗ này phải là một giá trị: chữ trong ngoặc kép, số, danh sách, đối tượng, true, false, null"
        }
        SyntaxError::Colon => "thiếu dấu hai chấm",
        SyntaxError::Comma => "thiếu dấu phẩy hoặc dấu đóng ngoặc",
        SyntaxError::TrailingComma => "thừa dấu phẩy trước dấu đóng ngoặc",
        SyntaxError::Name => "thiếu tên trường trong ngoặc kép",
        SyntaxError::Trailing => "còn chữ sau khi dữ liệu đã hết",
        SyntaxError::Escape => "dấu gạch chéo ngược viết không đúng cách của JSON",
        SyntaxError::Control => "trong chữ có ngắt dòng, dấu tab hoặc ký tự điều khiển",
        SyntaxError::Number => "số viết không đúng cách của JSON",
        SyntaxError::NumberRange => "số quá lớn",
        SyntaxError::TooDeep => "danh sách và đối tượng lồng nhau quá 127 tầng",
        SyntaxError::Other(_) => "viết không đúng cách của JSON",
    }
}

fn shape_words(shape: &ShapeError) -> String {
    match shape {
        ShapeError::UnknownField(name, known) if known.is_empty() => format!("có trường lạ “{name}”"),
        ShapeError::UnknownField(name, known) => {
            format!("có trường lạ “{name}”; các trường được dùng là {}", known.join(", "))
        }
        ShapeError::MissingField(name) => format!("thiếu trường “{name}”"),
        ShapeError::DuplicateField(name) => format!("trường “{name}” có hai lần"),
        ShapeError::UnknownValue(value, known) => {
            format!("giá trị lạ “{value}”; các giá trị được dùng là {}", known.join(", "))
        }
        ShapeError::Type { expected, found, value } => {
            let value = value.as_ref().map_or(String::new(), |value| format!(": {value}"));
            format!("chỗ này phải là {}, đang là {}{value}", type_words(expected), type_words(found))
        }
        ShapeError::Count(count) => format!("danh sách phải có đúng {count} mục"),
        ShapeError::Date(text) => {
            format!("“{text}” không phải ngày viết theo EDTF (như 2022, 2022-09-06, 2019/2020)")
        }
        ShapeError::Languages => "ngôn ngữ của trang là [\"vi\"] hoặc [\"vi\", \"en\"]".to_owned(),
        ShapeError::Decimal(text) => {
            format!(
                "“{text}” không phải số viết theo dạng của kho (chữ số, nhiều nhất một dấu chấm thập phân)"
            )
        }
        ShapeError::Other(_) => "không đúng dạng của kho dữ liệu".to_owned(),
    }
}

fn type_words(of: &JsonType) -> String {
    match of {
        JsonType::Object => "đối tượng {…}".to_owned(),
        JsonType::List => "danh sách […]".to_owned(),
        JsonType::ListOf(count) => format!("danh sách {count} mục"),
        JsonType::Text => "chữ trong ngoặc kép".to_owned(),
        JsonType::WholeNumber => "số nguyên không âm".to_owned(),
        JsonType::Number => "số".to_owned(),
        JsonType::Boolean => "true hoặc false".to_owned(),
        JsonType::Null => "null".to_owned(),
        JsonType::Other(_) => "giá trị khác".to_owned(),
    }
}
