//! What verification finds, in Vietnamese. The messages themselves are written in English where the rule stands.

use thidua_core::corpus::Problem;
use thidua_core::domain::Lang;

/// Every message of [`thidua_core::corpus::verify`] and the one of units that change, with its Vietnamese.
pub const MESSAGES: &[(&str, &str)] = &[
    ("the line is not part of the article", "dòng này không thuộc bài"),
    ("the words do not stand on this line", "chữ này không có trên dòng"),
    ("the words stand on no line of the article", "chữ này không có ở dòng nào của bài"),
    ("the source text is not the one that was read", "văn bản không phải là bản đã đọc"),
    (
        "the source text begins with a byte order mark, which is skipped",
        "văn bản mở đầu bằng dấu thứ tự byte, được bỏ qua",
    ),
    ("the lines are not lines of the source text", "số dòng nằm ngoài văn bản"),
    (
        "the words are ambiguous: they stand on this line more than once",
        "chữ này có hơn một lần trên dòng, không rõ là chỗ nào",
    ),
    ("no quantity can be read at these words", "không đọc được số lượng nào ở chữ này"),
    (
        "no quantity can be read at these words: its signs make no number",
        "không đọc được số lượng ở chữ này: dấu trong số không thành một con số",
    ),
    (
        "no quantity can be read at these words: something touches the number",
        "không đọc được số lượng ở chữ này: có chữ hay dấu dính liền với số",
    ),
    (
        "no quantity can be read at these words: it may be a fraction or a date",
        "không đọc được số lượng ở chữ này: có thể là phân số hay ngày tháng",
    ),
    (
        "no quantity can be read at these words: it is not certain which number is meant",
        "không đọc được số lượng ở chữ này: chưa chắc là số nào",
    ),
    (
        "no quantity can be read at these words: they say some or a few",
        "không đọc được số lượng ở chữ này: chỉ là số ước chừng (vài, dăm, mấy…)",
    ),
    (
        "no quantity can be read at these words: it is not certain how they bound the number",
        "không đọc được số lượng ở chữ này: chưa rõ là đúng bằng, hơn hay kém",
    ),
    (
        "no quantity can be read at these words: the figures and the words of the sum say different numbers",
        "không đọc được số lượng ở chữ này: số tiền bằng số và bằng chữ không khớp nhau",
    ),
    ("the words do not stand at their place", "chữ này không ở đúng chỗ"),
    ("the words leave out the end of another number", "chữ bỏ mất phần cuối của một con số khác"),
    (
        "the words leave out the beginning of a quantity, such as its bound word",
        "chữ bỏ mất phần đầu của số lượng, chẳng hạn từ giới hạn",
    ),
    ("the words begin before the quantity", "chữ bắt đầu trước số lượng"),
    (
        "the words leave out the end of a quantity, such as its unit",
        "chữ bỏ mất phần cuối của số lượng, chẳng hạn đơn vị đếm",
    ),
    (
        "the line is broken inside a sentence: what belongs to the number may stand on another line",
        "dòng bị ngắt giữa câu: chữ thuộc về con số có thể nằm ở dòng khác",
    ),
    ("this sign may be the mark of a reply", "dấu này có thể là dấu trích thư trả lời"),
    ("not what is printed", "không đúng như in"),
    ("not the levels that are printed with the figure", "không đúng các cấp được in cùng số liệu"),
    (
        "a date without its printed words cannot be verified",
        "ngày tháng không có chữ in thì không đối chiếu được",
    ),
    ("the printed words hold no date", "chữ in không chứa ngày tháng"),
    ("the printed words say another date", "chữ in nói ngày khác"),
    ("the words hold a year that cannot be read as a date", "chữ có một năm không đọc được thành ngày"),
    ("the words hold more than one date", "chữ chứa hơn một ngày"),
    ("a number of the digest does not stand on its line", "một số trong tóm tắt không có trên dòng"),
    ("numbers are written with the digits 0 to 9", "số được viết bằng chữ số 0 đến 9"),
    (
        "a new word of a unit changes how this known figure reads",
        "chữ mới của đơn vị đếm làm một số liệu đã có đọc khác đi",
    ),
];

/// The fields of a fact that verification names, in Vietnamese.
const FIELDS: [(&str, &str); 10] = [
    ("value", "giá trị"),
    ("value_to", "giá trị đến"),
    ("comparator", "từ giới hạn"),
    ("word", "từ giới hạn"),
    ("unit", "đơn vị đếm"),
    ("levels", "cấp"),
    ("when", "thời gian"),
    ("role", "chức vụ"),
    ("published", "ngày đăng"),
    ("covers", "thời gian"),
];

/// A problem in a sentence: the field, what is wrong, what is printed and what was recorded.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let field = problem.path.rsplit_once('.').map_or(problem.path.as_str(), |(_, field)| field);
    let cut = "the words cut a date in two: it is printed as";
    let message = match lang {
        Lang::En => problem.message.clone(),
        Lang::Vi => match MESSAGES.iter().find(|(en, _)| *en == problem.message) {
            Some((_, vi)) => (*vi).to_owned(),
            None => problem.message.replacen(cut, "chữ cắt đôi một ngày, được in là", 1),
        },
    };
    let name = match lang {
        Lang::En => FIELDS.iter().find(|(en, _)| *en == field).map(|(en, _)| *en),
        Lang::Vi => FIELDS.iter().find(|(en, _)| *en == field).map(|(_, vi)| *vi),
    };
    let mut text = name.map_or(message.clone(), |name| format!("{name}: {message}"));
    let plain = |value: &str| value.trim_matches('"').to_owned();
    match (&problem.expected, &problem.found, lang) {
        (Some(expected), Some(found), Lang::Vi) => {
            text.push_str(&format!(" (chữ in: {}; đang ghi: {})", plain(expected), plain(found)));
        }
        (Some(expected), Some(found), Lang::En) => {
            text.push_str(&format!(" (printed: {}; recorded: {})", plain(expected), plain(found)));
        }
        (Some(one), None, _) | (None, Some(one), _) => text.push_str(&format!(" (“{}”)", plain(one))),
        (None, None, _) => {}
    }
    text
}
