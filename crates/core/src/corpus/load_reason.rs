//! What can be wrong with a document, as data, so that every language has its own words for it.
//!
//! The reader (serde) reports in English text that names types of this program. It is taken apart here, once.

use thiserror::Error;

use super::MAX_BYTES;
use crate::domain::SCHEMA_VERSION;

/// What is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LoadReason {
    /// It has this many bytes, more than [`MAX_BYTES`].
    #[error("the file has {0} bytes, more than the {MAX_BYTES} that are read")]
    TooLarge(usize),
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// A byte of it is not UTF-8.
    #[error("the byte here is not UTF-8 text; where the whole file is in another encoding, save it as UTF-8")]
    NotUtf8,
    /// It is UTF-16 text.
    #[error("the file is UTF-16 text, not UTF-8 text: save it as UTF-8")]
    Utf16,
    /// It ends in the middle.
    #[error("the file ends in the middle: it is cut off")]
    Truncated,
    /// It is not JSON, for this reason.
    #[error("not JSON: {0}")]
    NotJson(SyntaxError),
    /// It says no version.
    #[error(
        "the field schema_version is missing: this is no corpus, or one older than version {SCHEMA_VERSION}"
    )]
    NoVersion,
    /// It says this version.
    #[error("schema version {0}, this program reads {SCHEMA_VERSION}")]
    Version(String),
    /// It is JSON of another shape, in this way.
    #[error(transparent)]
    Shape(Box<ShapeError>),
}

/// Why a text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SyntaxError {
    /// No value begins here.
    #[error("no value begins here: text in double quotes, a number, a list, an object, true, false, null")]
    Value,
    /// A colon is missing after a name.
    #[error("a colon is missing")]
    Colon,
    /// A comma or a closing bracket is missing.
    #[error("a comma or a closing bracket is missing")]
    Comma,
    /// A comma stands before a closing bracket.
    #[error("a comma too many before the closing bracket")]
    TrailingComma,
    /// A name is not in double quotes.
    #[error("a name in double quotes is missing")]
    Name,
    /// Something stands behind the end.
    #[error("something stands behind the end of the document")]
    Trailing,
    /// A backslash is followed by what JSON does not know, or by half of a pair.
    #[error("an escape (backslash) that JSON does not know, or half of a pair")]
    Escape,
    /// A line end, a tab or another control character stands within a text.
    #[error("a line end, a tab or another control character within a text")]
    Control,
    /// A number is not written as JSON writes numbers.
    #[error("a number in a form that JSON does not know")]
    Number,
    /// A number is larger than any that is read.
    #[error("a number that is too large")]
    NumberRange,
    /// Lists and objects are nested too deeply.
    #[error("lists and objects are nested more than 127 deep")]
    TooDeep,
    /// Another reason, in the words of the reader.
    #[error("{0}")]
    Other(String),
}

/// In which way a document has another shape.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ShapeError {
    /// An object has a field that the format does not know; these it knows.
    #[error("unknown field `{}`{}", .0, known_list(.1))]
    UnknownField(String, Vec<String>),
    /// An object lacks this field.
    #[error("missing field `{0}`")]
    MissingField(String),
    /// An object has this field twice.
    #[error("duplicate field `{0}`")]
    DuplicateField(String),
    /// A text is none of the values that the format knows.
    #[error("unknown value `{}`; known are {}", .0, .1.join(", "))]
    UnknownValue(String, Vec<String>),
    /// A value is of another type.
    #[error("{expected} is expected here, {found} is found{}", with_value(.value.as_deref()))]
    Type {
        /// The type of the format.
        expected: JsonType,
        /// The type in the document.
        found: JsonType,
        /// The value, where it is short.
        value: Option<String>,
    },
    /// A list has another number of items than this.
    #[error("the list must have exactly {0} items")]
    Count(usize),
    /// A text is no date (EDTF).
    #[error("“{0}” is not an EDTF date (examples: 2022, 2022-09-06T22:25, 2022-01-01/2022-06-30, 2019/2020)")]
    Date(String),
    /// A text is no number in the one form that is stored.
    #[error(
        "“{0}” is not a decimal in canonical form (digits, at most one point, no sign but a leading minus, no leading or trailing zeros, at most 28 digits)"
    )]
    Decimal(String),
    /// Another way, in the words of the reader.
    #[error("{0}")]
    Other(String),
}

/// The types of JSON, as far as the format tells them apart.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JsonType {
    /// `{…}`
    #[error("an object {{…}}")]
    Object,
    /// `[…]`
    #[error("a list […]")]
    List,
    /// A list with so many items.
    #[error("a list of {0} items")]
    ListOf(usize),
    /// `"…"`
    #[error("text in double quotes")]
    Text,
    /// A number without a point, not below zero.
    #[error("a whole number, not below 0")]
    WholeNumber,
    /// Any number.
    #[error("a number")]
    Number,
    /// `true` or `false`.
    #[error("true or false")]
    Boolean,
    /// `null`
    #[error("null")]
    Null,
    /// Another type, in the words of the reader.
    #[error("{0}")]
    Other(String),
}

impl SyntaxError {
    /// Reads a message of `serde_json`.
    pub(super) fn read(message: &str) -> SyntaxError {
        match message {
            "expected value" | "expected ident" => SyntaxError::Value,
            "expected `:`" => SyntaxError::Colon,
            "expected `,` or `}`" | "expected `,` or `]`" => SyntaxError::Comma,
            "trailing comma" => SyntaxError::TrailingComma,
            "key must be a string" | "expected `\"`" => SyntaxError::Name,
            "trailing characters" => SyntaxError::Trailing,
            "invalid escape"
            | "unexpected end of hex escape"
            | "lone leading surrogate in hex escape"
            | "invalid unicode code point" => SyntaxError::Escape,
            "invalid number" => SyntaxError::Number,
            "number out of range" => SyntaxError::NumberRange,
            "recursion limit exceeded" => SyntaxError::TooDeep,
            _ if message.starts_with("control character") => SyntaxError::Control,
            _ => SyntaxError::Other(message.to_owned()),
        }
    }
}

impl ShapeError {
    /// Reads a message of serde.
    pub(super) fn read(message: &str) -> ShapeError {
        ShapeError::known(message).unwrap_or_else(|| ShapeError::Other(message.to_owned()))
    }

    fn known(message: &str) -> Option<ShapeError> {
        let quoted = |start: &str| message.strip_prefix(start)?.strip_suffix('`').map(str::to_owned);
        let quoted_first = |start: &str| {
            let (name, rest) = message.strip_prefix(start)?.split_once("`, ")?;
            let known = rest.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            Some((name.to_owned(), known))
        };
        let debugged = |end: &str| Some(message.split_once(end)?.0.trim_matches('"').to_owned());
        if let Some(name) = quoted("missing field `") {
            return Some(ShapeError::MissingField(name));
        }
        if let Some(name) = quoted("duplicate field `") {
            return Some(ShapeError::DuplicateField(name));
        }
        if let Some((name, known)) = quoted_first("unknown field `") {
            return Some(ShapeError::UnknownField(name, known));
        }
        if let Some((value, known)) = quoted_first("unknown variant `") {
            return Some(ShapeError::UnknownValue(value, known));
        }
        if let Some(text) = debugged(" is not an EDTF date") {
            return Some(ShapeError::Date(text));
        }
        if let Some(text) = debugged(" is not a decimal in canonical form") {
            return Some(ShapeError::Decimal(text));
        }
        let (_, expected) = message.strip_prefix("invalid length ")?.split_once(", expected ")?;
        match JsonType::expected(expected) {
            JsonType::ListOf(count) => Some(ShapeError::Count(count)),
            // A list that is too short for the fields of an object.
            JsonType::Object => {
                Some(ShapeError::Type { expected: JsonType::Object, found: JsonType::List, value: None })
            }
            _ => None,
        }
    }

    /// Reads a message of serde about a type, if it is one.
    pub(super) fn of_type(message: &str) -> Option<ShapeError> {
        let rest =
            message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))?;
        let (found, expected) = rest.rsplit_once(", expected ")?;
        let (found, value) = JsonType::found(found);
        Some(ShapeError::Type { expected: JsonType::expected(expected), found, value })
    }
}

impl JsonType {
    /// What serde says that it expected.
    fn expected(words: &str) -> JsonType {
        let count = |start: &str| words.strip_prefix(start)?.split(' ').next()?.parse().ok();
        match words {
            "a string" | "string or map" | "variant identifier" | "field identifier" => JsonType::Text,
            "a sequence" => JsonType::List,
            "a boolean" => JsonType::Boolean,
            "u8" | "u16" | "u32" | "u64" | "usize" => JsonType::WholeNumber,
            "i64" | "f64" => JsonType::Number,
            _ if words.starts_with("struct ") || words.starts_with("a map") || words == "map" => {
                JsonType::Object
            }
            _ if words.starts_with("enum ") => JsonType::Text,
            _ => match count("an array of length ").or_else(|| count("a tuple of size ")) {
                Some(count) => JsonType::ListOf(count),
                None => JsonType::Other(words.to_owned()),
            },
        }
    }

    /// What serde says that it found, and the value where it says it.
    fn found(words: &str) -> (JsonType, Option<String>) {
        let kind = match words {
            "map" => JsonType::Object,
            "sequence" => JsonType::List,
            "null" | "unit value" | "Option value" => JsonType::Null,
            _ if words.starts_with("string ") => JsonType::Text,
            _ if words.starts_with("boolean ") => JsonType::Boolean,
            _ if words.starts_with("integer ") || words.starts_with("floating point ") => JsonType::Number,
            _ => JsonType::Other(words.to_owned()),
        };
        let value = match kind {
            JsonType::Text => words.strip_prefix("string ").map(|text| text.trim_matches('"').to_owned()),
            JsonType::Boolean | JsonType::Number => words.split('`').nth(1).map(str::to_owned),
            _ => None,
        };
        (kind, value.map(|value| shortened(&value)))
    }
}

/// The beginning of a value that may be long.
fn shortened(value: &str) -> String {
    let mut short: String = value.chars().take(60).collect();
    if short.len() < value.len() {
        short.push('…');
    }
    short
}

/// The end of a message about an unknown field: the fields that the format has.
fn known_list(fields: &[String]) -> String {
    if fields.is_empty() { String::new() } else { format!("; known are {}", fields.join(", ")) }
}

/// The end of a message about a value.
fn with_value(value: Option<&str>) -> String {
    value.map_or_else(String::new, |value| format!(": {value}"))
}
