//! What validation finds, in Vietnamese. The messages themselves are written in English where the rule stands, with `{}` for
//! what differs from one corpus to another.

use super::problems::MESSAGES;
use thidua_core::corpus::Problem;
use thidua_core::domain::Lang;

/// Every message of [`thidua_core::corpus::validate()`] and every description of what a rule asks for, with its Vietnamese. The
/// parts that differ stand in the same order.
pub const TEMPLATES: [(&str, &str); 69] = [
    ("the text is empty", "chữ bị bỏ trống"),
    ("the text holds {}", "chữ chứa {}"),
    ("the corpus cannot be written: {}", "không ghi được kho dữ liệu: {}"),
    ("not a slug", "id không đúng dạng"),
    (
        "lower-case letters a–z and digits, joined by single hyphens",
        "chữ thường a–z không dấu và chữ số, nối bằng một gạch ngang",
    ),
    ("the id is too long for the name of a file", "id quá dài để làm tên tệp"),
    ("at most {} letters", "nhiều nhất {} chữ"),
    ("{} letters", "{} chữ"),
    (
        "Windows reserves this name: a site with a folder of that name cannot be copied there",
        "Windows giữ riêng tên này: trang có thư mục tên ấy không chép sang Windows được",
    ),
    (
        "Windows reserves this name: no file can have it there",
        "Windows giữ riêng tên này: trên đó không tệp nào được mang tên ấy",
    ),
    ("duplicate {} id {}", "trùng id {} {}"),
    ("{} ids {} and {} differ only in case", "id {} {} và {} chỉ khác nhau ở chữ hoa chữ thường"),
    ("duplicate abbreviation {}", "trùng chữ viết tắt {}"),
    ("{} is redirected and still in use", "{} đã chuyển hướng mà vẫn còn dùng"),
    ("the redirect leads back to itself", "chuyển hướng quay về chính nó"),
    ("the redirect leads nowhere", "chuyển hướng đến một id không có"),
    ("an existing id", "một id đang có"),
    ("there is no {} {}", "không có {} {}"),
    ("there is no figure {}", "không có số liệu {}"),
    ("{} is named already", "{} đã được nêu"),
    ("{} is its own ancestor", "{} là cấp trên của chính nó"),
    ("further campaigns are given without a main one", "có phong trào kèm theo mà không có phong trào chính"),
    ("full text without the rights to it", "có toàn văn mà không có quyền đăng"),
    ("null", "null"),
    ("not the address of a web page", "không phải địa chỉ trang web"),
    ("http:// or https://, a host, no spaces", "http:// hoặc https://, tên máy chủ, không có dấu cách"),
    ("a period without its printed words", "có thời gian mà không có chữ in"),
    ("a date without its printed words", "có ngày mà không có chữ in"),
    ("not the plain name of a file", "không phải tên tệp đơn thuần"),
    (
        "a name without folders and without .txt, and none of / \\ : * ? \" < > |",
        "tên không có thư mục, không có .txt và không có các dấu / \\ : * ? \" < > |",
    ),
    (
        "the name of a file has no space at its ends and no point behind it",
        "tên tệp không có dấu cách ở hai đầu và không có dấu chấm ở cuối",
    ),
    ("the name is too long for a file", "tên quá dài để làm tên tệp"),
    ("at most {} bytes", "nhiều nhất {} byte"),
    ("{} bytes", "{} byte"),
    (
        "the name of another source text differs in case only: many disks take both for one file",
        "tên một văn bản khác chỉ khác ở chữ hoa chữ thường: nhiều ổ đĩa coi hai tên là một tệp",
    ),
    ("not a SHA-256", "không phải mã SHA-256"),
    ("64 digits, 0–9 and a–f", "64 chữ số 0–9 và a–f"),
    ("the first line comes first, counted from 1", "dòng đầu đứng trước, đếm từ 1"),
    ("{} to {}", "{} đến {}"),
    (
        "excluded lines stand in order, each once, within the lines",
        "các dòng bỏ ra xếp theo thứ tự, mỗi dòng một lần, nằm trong bài",
    ),
    ("between {} and {}", "từ {} đến {}"),
    ("the line is not part of the article", "dòng này không thuộc bài"),
    ("a line from {} to {} that is not excluded", "một dòng từ {} đến {} không bị bỏ ra"),
    ("not a known name of the campaign", "không phải tên đã biết của phong trào"),
    ("the name or an alias of {}", "tên hoặc tên khác của {}"),
    ("levels stand in legal order, each once", "các cấp xếp theo thứ tự, mỗi cấp một lần"),
    ("an exact number has no bound word", "số chính xác thì không có từ giới hạn"),
    ("the word {} does not state the comparator", "từ {} không nói đúng giới hạn đang ghi"),
    ("no bound word that is known", "không phải từ giới hạn đã biết"),
    ("the comparator {} needs its printed bound word", "giới hạn {} cần có từ giới hạn như in"),
    ("a range needs its upper end", "khoảng cần có số cuối"),
    ("a range ends below its start", "số cuối của khoảng nhỏ hơn số đầu"),
    ("only a range has an upper end", "chỉ khoảng mới có số cuối"),
    ("at least {}", "ít nhất {}"),
    ("a printed quantity is not negative", "số lượng in không thể âm"),
    ("a count of whole things is a whole number", "số đếm phải là số nguyên"),
    ("more than the whole, in percent", "phần trăm vượt quá 100"),
    ("the figure is a share of itself", "số liệu là một phần của chính nó"),
    (
        "a share and its whole stand in different articles, which are never compared",
        "phần và tổng nằm ở hai bài khác nhau, không so với nhau được",
    ),
    ("a share is counted in the unit of its whole", "phần được đếm bằng đơn vị của tổng"),
    ("a sum past all digits", "tổng vượt quá số chữ số"),
    ("the shares of {} are more than the whole", "các phần của {} cộng lại lớn hơn tổng"),
    ("at most {}", "nhiều nhất {}"),
    (
        "a second unit of this dimension: percent and money have one each",
        "đã có một đơn vị cùng loại: phần trăm và tiền mỗi loại chỉ có một",
    ),
    ("a printed noun is given in lower case", "tên đơn vị đếm được ghi bằng chữ thường"),
    (
        "a printed noun does not begin with a number or a scale word",
        "tên đơn vị đếm không mở đầu bằng số hay từ chỉ bậc (nghìn, triệu …)",
    ),
    ("{} states percent or money", "{} là phần trăm hoặc tiền"),
    ("the noun {} is claimed twice", "tên {} thuộc hai đơn vị đếm"),
    ("U+{} at character {}", "U+{}, chữ thứ {}"),
];

/// Words that stand in the parts that differ.
const WORDS: [(&str, &str); 12] = [
    ("source", "nguồn"),
    ("organisation", "đơn vị"),
    ("unit", "đơn vị đếm"),
    ("campaign", "phong trào"),
    ("article", "bài"),
    ("figure", "số liệu"),
    ("a control character", "ký tự điều khiển"),
    ("a line separator", "ký tự ngắt dòng"),
    ("a mark that changes the direction of text", "dấu đổi chiều chữ"),
    ("an invisible character", "ký tự không nhìn thấy"),
    ("a character that stands for a lost one", "ký tự thế chỗ một chữ đã mất"),
    ("a code point that is no character", "mã không phải là chữ"),
];

/// A sentence of validation or verification in Vietnamese; as it is where it is not known.
pub fn vietnamese(message: &str) -> String {
    let fitting =
        TEMPLATES.iter().chain(MESSAGES).filter_map(|(en, vi)| Some((en, vi, parts_of(en, message)?)));
    // Of several the one with the most words of its own.
    let Some((_, vi, parts)) = fitting.max_by_key(|(en, ..)| en.len()) else { return message.to_owned() };
    let mut parts = parts.into_iter();
    let mut text = String::new();
    for (i, fixed) in vi.split("{}").enumerate() {
        if i > 0 {
            let part = parts.next().unwrap_or("");
            text.push_str(WORDS.iter().find(|(en, _)| *en == part).map_or(part, |(_, vi)| vi));
        }
        text.push_str(fixed);
    }
    text
}

/// What stands in a message for each `{}` of a template; nothing where it is another message.
fn parts_of<'m>(template: &str, message: &'m str) -> Option<Vec<&'m str>> {
    let mut fixed = template.split("{}");
    let mut rest = message.strip_prefix(fixed.next()?)?;
    let mut fixed = fixed.peekable();
    let mut parts = Vec::new();
    while let Some(next) = fixed.next() {
        let is_last = fixed.peek().is_none();
        let (part, behind) = if is_last { (rest.strip_suffix(next)?, "") } else { rest.split_once(next)? };
        parts.push(part);
        rest = behind;
    }
    rest.is_empty().then_some(parts)
}

/// A problem of a corpus with its place, in a language.
pub fn validation_problem(problem: &Problem, lang: Lang) -> String {
    if lang == Lang::En {
        return problem.to_string();
    }
    let mut text = format!("{}: {}", problem.path, vietnamese(&problem.message));
    let expected = problem.expected.iter().map(|expected| format!("cần: {}", vietnamese(expected)));
    let found = problem.found.iter().map(|found| format!("đang là: {}", vietnamese(found)));
    let values: Vec<String> = expected.chain(found).collect();
    if !values.is_empty() {
        text.push_str(&format!(" ({})", values.join("; ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_put_into_the_translation() {
        for (en, vi) in [
            ("duplicate campaign id \"a\"", "trùng id phong trào \"a\""),
            ("the text holds an invisible character", "chữ chứa ký tự không nhìn thấy"),
            ("U+FFFE at character 12", "U+FFFE, chữ thứ 12"),
            ("there is no unit \"x y\"", "không có đơn vị đếm \"x y\""),
        ] {
            assert_eq!(vietnamese(en), vi);
        }
    }

    #[test]
    fn a_translation_has_as_many_parts_as_its_message() {
        for (en, vi) in TEMPLATES {
            assert_eq!(en.matches("{}").count(), vi.matches("{}").count(), "{en}");
        }
    }
}
