//! Reasons why a document cannot be read, as data. The wording in the languages of the interface is in `thidua-i18n`.
//!
//! serde reports errors as English text that names types of this program. That text is parsed here and nowhere else.

use thiserror::Error;

use super::MAX_BYTES;
use crate::domain::{SCHEMA_VERSION, SiteLanguages};

/// Reason why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LoadReason {
    /// The file has this many bytes, more than [`MAX_BYTES`].
    #[error("the file has {0} bytes, more than the {MAX_BYTES} that are read")]
    TooLarge(usize),
    /// The file is blank.
    #[error("the file is empty")]
    Empty,
    /// A byte is not UTF-8.
    #[error("the byte here is not UTF-8 text; where the whole file is in another encoding, save it as UTF-8")]
    NotUtf8,
    /// The file is UTF-16 text.
    #[error("the file is UTF-16 text, not UTF-8 text: save it as UTF-8")]
    Utf16,
    /// The file ends inside the document.
    #[error("the file ends in the middle: it is cut off")]
    Truncated,
    /// The file is not JSON.
    #[error("not JSON: {0}")]
    NotJson(SyntaxError),
    /// The document has no schema version.
    #[error(
        "the field schema_version is missing: this is no corpus, or one older than version {SCHEMA_VERSION}"
    )]
    NoVersion,
    /// The document has this schema version, which is not supported.
    #[error("schema version {0}, this program reads {SCHEMA_VERSION}")]
    Version(String),
    /// The document is JSON and does not follow the schema.
    #[error(transparent)]
    Shape(Box<ShapeError>),
}

/// Reason why a text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SyntaxError {
    /// A value is missing.
    #[error("no value begins here: text in double quotes, a number, a list, an object, true, false, null")]
    Value,
    /// A colon is missing after a name.
    #[error("a colon is missing")]
    Colon,
    /// A comma or a closing bracket is missing.
    #[error("a comma or a closing bracket is missing")]
    Comma,
    /// A comma is before a closing bracket.
    #[error("a comma too many before the closing bracket")]
    TrailingComma,
    /// A name is not in double quotes.
    #[error("a name in double quotes is missing")]
    Name,
    /// There is text after the document.
    #[error("something stands behind the end of the document")]
    Trailing,
    /// An escape sequence is unknown, or is half of a surrogate pair.
    #[error("an escape (backslash) that JSON does not know, or half of a pair")]
    Escape,
    /// A string holds a line end, a tab or another control character.
    #[error("a line end, a tab or another control character within a text")]
    Control,
    /// A number is not in the form of JSON.
    #[error("a number in a form that JSON does not know")]
    Number,
    /// A number is out of range.
    #[error("a number that is too large")]
    NumberRange,
    /// Lists and objects are nested too deeply.
    #[error("lists and objects are nested more than 127 deep")]
    TooDeep,
    /// Another reason, as serde_json words it.
    #[error("{0}")]
    Other(String),
}

/// Reason why a JSON document does not follow the schema.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ShapeError {
    /// An object has this unknown field. The list holds the known fields.
    #[error("unknown field `{}`{}", .0, known_list(.1))]
    UnknownField(String, Vec<String>),
    /// An object has no field of this name.
    #[error("missing field `{0}`")]
    MissingField(String),
    /// An object has this field twice.
    #[error("duplicate field `{0}`")]
    DuplicateField(String),
    /// A string is not one of the allowed values, which the list holds.
    #[error("unknown value `{}`; known are {}", .0, .1.join(", "))]
    UnknownValue(String, Vec<String>),
    /// A value has another type.
    #[error("{expected} is expected here, {found} is found{}", with_value(.value.as_deref()))]
    Type {
        /// Type in the schema.
        expected: JsonType,
        /// Type in the document.
        found: JsonType,
        /// The value, shortened.
        value: Option<String>,
    },
    /// A list does not have this number of items.
    #[error("the list must have exactly {0} items")]
    Count(usize),
    /// A string is not an EDTF date.
    #[error("“{0}” is not an EDTF date (examples: 2022, 2022-09-06T22:25, 2022-01-01/2022-06-30, 2019/2020)")]
    Date(String),
    /// A string is not a decimal in canonical form.
    #[error(
        "“{0}” is not a decimal in canonical form (digits, at most one point, no sign but a leading minus, no leading or trailing zeros, at most 28 digits)"
    )]
    Decimal(String),
    /// A list of languages that no site has.
    #[error("{}", SiteLanguages::EXPECTED)]
    Languages,
    /// Another reason, as serde words it.
    #[error("{0}")]
    Other(String),
}

/// Types of JSON, as far as messages distinguish them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JsonType {
    /// `{…}`
    #[error("an object {{…}}")]
    Object,
    /// `[…]`
    #[error("a list […]")]
    List,
    /// A list of this length.
    #[error("a list of {0} items")]
    ListOf(usize),
    /// `"…"`
    #[error("text in double quotes")]
    Text,
    /// A number without decimals, 0 or more.
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
    /// Another type, as serde words it.
    #[error("{0}")]
    Other(String),
}

impl SyntaxError {
    /// Parses a message of `serde_json`.
    pub(super) fn parse(message: &str) -> SyntaxError {
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
    /// Parses a message of serde.
    pub(super) fn parse(message: &str) -> ShapeError {
        ShapeError::parse_known(message).unwrap_or_else(|| ShapeError::Other(message.to_owned()))
    }

    fn parse_known(message: &str) -> Option<ShapeError> {
        let quoted = |start: &str| message.strip_prefix(start)?.strip_suffix('`').map(str::to_owned);
        let quoted_first = |start: &str| {
            let (name, rest) = message.strip_prefix(start)?.split_once("`, ")?;
            let allowed = rest.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            Some((name.to_owned(), allowed))
        };
        let debugged = |end: &str| Some(message.split_once(end)?.0.trim_matches('"').to_owned());
        if let Some(name) = quoted("missing field `") {
            return Some(ShapeError::MissingField(name));
        }
        if let Some(name) = quoted("duplicate field `") {
            return Some(ShapeError::DuplicateField(name));
        }
        if let Some((name, allowed)) = quoted_first("unknown field `") {
            return Some(ShapeError::UnknownField(name, allowed));
        }
        if let Some((value, allowed)) = quoted_first("unknown variant `") {
            return Some(ShapeError::UnknownValue(value, allowed));
        }
        if let Some(text) = debugged(" is not an EDTF date") {
            return Some(ShapeError::Date(text));
        }
        if let Some(text) = debugged(" is not a decimal in canonical form") {
            return Some(ShapeError::Decimal(text));
        }
        if message == SiteLanguages::EXPECTED {
            return Some(ShapeError::Languages);
        }
        let (_, expected) = message.strip_prefix("invalid length ")?.split_once(", expected ")?;
        match JsonType::from_expected(expected) {
            JsonType::ListOf(count) => Some(ShapeError::Count(count)),
            // The list is too short for the fields of the struct.
            JsonType::Object => {
                Some(ShapeError::Type { expected: JsonType::Object, found: JsonType::List, value: None })
            }
            _ => None,
        }
    }

    /// Parses a message of serde about a type. `None` for other messages.
    pub(super) fn parse_type(message: &str) -> Option<ShapeError> {
        let rest =
            message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))?;
        let (found, expected) = rest.rsplit_once(", expected ")?;
        let (found, value) = JsonType::from_found(found);
        Some(ShapeError::Type { expected: JsonType::from_expected(expected), found, value })
    }
}

impl JsonType {
    /// Type that serde says it expected.
    fn from_expected(words: &str) -> JsonType {
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

    /// Type that serde says it found, and the value, if the message has it.
    fn from_found(words: &str) -> (JsonType, Option<String>) {
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

/// Beginning of a value: at most 60 characters.
fn shortened(value: &str) -> String {
    let mut short: String = value.chars().take(60).collect();
    if short.len() < value.len() {
        short.push('…');
    }
    short
}

/// End of a message about an unknown field: the known fields.
fn known_list(fields: &[String]) -> String {
    if fields.is_empty() { String::new() } else { format!("; known are {}", fields.join(", ")) }
}

/// End of a message about a value.
fn with_value(value: Option<&str>) -> String {
    value.map_or_else(String::new, |value| format!(": {value}"))
}
