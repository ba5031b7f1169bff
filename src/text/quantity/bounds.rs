//! Bound words and signs, as tables: which printed words say which comparator, and which leave it open.

use super::super::phrase::{is_word_char, next_char, phrase_at, prev_char};
use super::super::syllable::canonical;
use crate::domain::Comparator::{self, Approx, ApproxBelow, Ge, Gt, Le, Lt};

/// Words that stand before a number, lower case. Of words that both fit, the longer one is meant: "không dưới" is
/// not "dưới".
const LEADING: &[(&str, Comparator)] = &[
    ("trên", Gt),
    ("trên cả", Gt),
    ("hơn", Gt),
    ("hơn cả", Gt),
    ("hơn hẳn", Gt),
    ("nhiều hơn", Gt),
    ("cao hơn", Gt),
    ("lớn hơn", Gt),
    ("quá", Gt),
    ("vượt quá", Gt),
    ("vượt trên", Gt),
    ("từ trên", Gt),
    ("khoảng trên", Gt),
    ("khoảng hơn", Gt),
    ("ước trên", Gt),
    ("ước hơn", Gt),
    ("ước tính trên", Gt),
    ("ước tính hơn", Gt),
    ("ước đạt trên", Gt),
    ("ước đạt hơn", Gt),
    ("tối thiểu", Ge),
    ("tối thiểu là", Ge),
    ("tối thiểu phải đạt", Ge),
    ("tối thiểu đạt", Ge),
    ("ít nhất", Ge),
    ("ít nhất là", Ge),
    ("ít nhất đạt", Ge),
    ("ít ra", Ge),
    ("ít ra là", Ge),
    ("chí ít", Ge),
    ("chí ít là", Ge),
    ("thấp nhất", Ge),
    ("thấp nhất là", Ge),
    ("không dưới", Ge),
    ("chẳng dưới", Ge),
    ("không ít hơn", Ge),
    ("không kém", Ge),
    ("không kém hơn", Ge),
    ("chẳng kém", Ge),
    ("không thua", Ge),
    ("không thấp hơn", Ge),
    ("không nhỏ hơn", Ge),
    ("lớn hơn hoặc bằng", Ge),
    ("từ đủ", Ge),
    ("dưới", Lt),
    ("ít hơn", Lt),
    ("thấp hơn", Lt),
    ("nhỏ hơn", Lt),
    ("kém hơn", Lt),
    ("chưa đến", Lt),
    ("chưa tới", Lt),
    ("chưa đầy", Lt),
    ("chưa được", Lt),
    ("chưa đạt", Lt),
    ("chưa đủ", Lt),
    ("không đủ", Lt),
    ("không đầy", Lt),
    ("không đến", Lt),
    ("không tới", Lt),
    ("chẳng đến", Lt),
    ("chẳng tới", Lt),
    ("chưa quá", Le),
    ("chưa vượt", Le),
    ("chưa vượt quá", Le),
    ("tối đa", Le),
    ("tối đa là", Le),
    ("nhiều nhất", Le),
    ("nhiều nhất là", Le),
    ("cao nhất", Le),
    ("cao nhất là", Le),
    ("không quá", Le),
    ("không vượt", Le),
    ("không vượt quá", Le),
    ("không trên", Le),
    ("không hơn", Le),
    ("không nhiều hơn", Le),
    ("không cao hơn", Le),
    ("không lớn hơn", Le),
    ("nhỏ hơn hoặc bằng", Le),
    ("khoảng", Approx),
    ("khoảng chừng", Approx),
    ("khoảng độ", Approx),
    ("khoảng tầm", Approx),
    ("khoảng cỡ", Approx),
    ("vào khoảng", Approx),
    ("chừng", Approx),
    ("chừng độ", Approx),
    ("chừng khoảng", Approx),
    ("áng chừng", Approx),
    ("phỏng chừng", Approx),
    ("ước", Approx),
    ("ước chừng", Approx),
    ("ước tính", Approx),
    ("ước lượng", Approx),
    ("ước khoảng", Approx),
    ("ước đạt", Approx),
    ("ước có", Approx),
    ("ước tính khoảng", Approx),
    ("ước đạt khoảng", Approx),
    ("độ", Approx),
    ("độ chừng", Approx),
    ("độ khoảng", Approx),
    ("cỡ", Approx),
    ("cỡ khoảng", Approx),
    ("cỡ độ", Approx),
    ("tầm", Approx),
    ("tầm khoảng", Approx),
    ("tầm độ", Approx),
    ("xấp xỉ", Approx),
    ("xấp xỉ khoảng", Approx),
    ("trên dưới", Approx),
    ("khoảng trên dưới", Approx),
    ("trên/dưới", Approx),
    ("trên / dưới", Approx),
    ("hơn kém", Approx),
    ("tròm trèm", Approx),
    ("ước gần", ApproxBelow),
    ("ước tính gần", ApproxBelow),
    ("ước đạt gần", ApproxBelow),
    ("khoảng gần", ApproxBelow),
    ("xấp xỉ gần", ApproxBelow),
    ("gần", ApproxBelow),
    ("gần như", ApproxBelow),
    ("gần đủ", ApproxBelow),
    ("gần bằng", ApproxBelow),
    ("gần đạt", ApproxBelow),
    ("gần được", ApproxBelow),
    ("gần tới", ApproxBelow),
    ("gần đến", ApproxBelow),
    ("gần cả", ApproxBelow),
    ("gần trọn", ApproxBelow),
    ("gần sát", ApproxBelow),
    ("sắp đạt", ApproxBelow),
    ("ngót", ApproxBelow),
    ("ngót nghét", ApproxBelow),
    ("ngót ngét", ApproxBelow),
    ("ngót cả", ApproxBelow),
    ("non", ApproxBelow),
    ("suýt", ApproxBelow),
    ("suýt soát", ApproxBelow),
    ("xuýt xoát", ApproxBelow),
    ("mấp mé", ApproxBelow),
];

/// Signs that stand before a number, the longer ones first.
const SIGNS: &[(&str, Comparator)] = &[
    (">=", Ge),
    ("<=", Le),
    (">", Gt),
    ("<", Lt),
    ("≥", Ge),
    ("⩾", Ge),
    ("≧", Ge),
    ("≤", Le),
    ("⩽", Le),
    ("≦", Le),
    ("~", Approx),
    ("∼", Approx),
    ("～", Approx),
    ("≈", Approx),
    ("≃", Approx),
    ("≅", Approx),
    ("≒", Approx),
    ("≲", ApproxBelow),
    ("⪅", ApproxBelow),
    ("≾", ApproxBelow),
];

/// Words before a number that bound it in a way that is not certain: a number behind them is not read.
const UNCERTAIN: &[&str] = &[
    "lên tới",
    "lên đến",
    "lên đến tận",
    "lên tới tận",
    "ngoài",
    "già",
    "hàng",
    "chưa",
    "chẳng",
    "chả",
    "dễ đến",
    "dễ tới",
    "dễ có",
    "dễ cũng",
    "có lẽ",
    "có khi",
    "đâu",
    "đâu đó",
    "đâu như",
    "hình như",
    "may ra",
    "hoạ may",
    "chớm",
    "ngấp nghé",
];

/// Words of the tables that are parts of other words: "tiến độ", "mầm non", "bên ngoài", "ngân hàng".
const COMPOUNDS: &[(&str, &[&str])] = &[
    (
        "độ",
        &[
            "tiến", "mức", "trình", "tốc", "chế", "thái", "nhiệt", "cường", "mật", "điều", "góc", "kinh",
            "vĩ", "ấn", "quá", "phong", "toạ", "hạn", "tần", "cấp", "cao", "sâu", "ẩm", "lực", "giá", "tuổi",
            "cử", "cung", "liều",
        ],
    ),
    ("cỡ", &["kích", "khổ", "đủ"]),
    ("non", &["mầm", "măng", "nước", "núi", "trẻ", "lá", "cây"]),
    ("ngoài", &["bên", "nước", "phía", "mặt", "vòng", "hải", "trong"]),
    (
        "hàng",
        &[
            "ngân", "mặt", "bán", "mua", "cửa", "khách", "đơn", "gian", "xếp", "nhà", "kho", "giao", "lô",
            "quầy", "túi", "thùng", "tấn", "chuyến", "bó", "đặt",
        ],
    ),
    ("già", &["người", "ông", "bà", "tuổi", "cụ", "cây", "mẹ"]),
    ("ước", &["thoả", "giao", "công", "khế", "qui", "hiệp", "mơ", "điều"]),
    ("đâu", &["bắt", "khởi", "từ"]),
];

/// Words before "ngoài" that make it "more than".
const HAVING: &[&str] =
    &["có", "đạt", "được", "với", "tặng", "trao", "gồm", "là", "hút", "đã", "khen", "nhận"];

/// Negations: before a bound word that is not in the tables with them they turn its meaning.
const NEGATIONS: &[&str] = &["không", "chưa", "chẳng", "chả", "đâu"];

/// Words that stand behind what is counted.
const TRAILING: &[(&str, Comparator)] = &[
    ("trở lên", Ge),
    ("trở xuống", Le),
    ("là ít nhất", Ge),
    ("là nhiều nhất", Le),
    ("là tối thiểu", Ge),
    ("là tối đa", Le),
];

/// Words right behind what is counted that bound it in a way that is not certain.
const UNCERTAIN_BEHIND: &[&str] = &[
    "đổ lên",
    "đổ lại",
    "đổ xuống",
    "hoặc hơn",
    "hoặc nhiều hơn",
    "hoặc ít hơn",
    "hay hơn",
    "có lẻ",
    "có dư",
    "là cùng",
    "là ít",
    "gì đó",
    "(ước",
    "(khoảng",
    "(hơn",
    "(gần",
];

/// Words behind a quantity that "trở lên" then speaks of: "5 sáng kiến cấp quận trở lên".
const RANKED: &[&str] = &["từ", "cấp", "loại", "hạng", "mức", "bậc", "tuổi", "xếp"];

/// A trailing bound stands within so many words.
const TRAILING_WORDS: usize = 12;
/// The longest phrase of the tables has so many words.
const LONGEST: usize = 4;

/// A bound word found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bound {
    pub word: &'static str,
    pub comparator: Comparator,
    /// Where it starts if it leads, where it ends if it trails; in bytes.
    pub edge: usize,
}

/// A bound that is there and whose meaning is not certain. Where it starts or ends, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Uncertain(pub usize);

/// The comparator that a bound word or sign states; `None` for any other word. The word is lower case.
pub fn comparator_of(word: &str) -> Option<Comparator> {
    let mut all = LEADING.iter().chain(SIGNS).chain(TRAILING);
    all.find(|(w, _)| *w == word).map(|(_, comparator)| *comparator)
}

/// The bound word or sign that ends right before byte `start`, but for one space. Two of them for one number are
/// uncertain.
pub(super) fn leading(line: &str, start: usize) -> Result<Option<Bound>, Uncertain> {
    let Some(bound) = nearest(line, start)? else { return Ok(None) };
    let words = words_before(line, skip_space_back(line, bound.edge));
    let negated = words.first().is_some_and(|(_, word)| NEGATIONS.contains(&word.as_str()));
    let is_sign = !bound.word.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/'));
    let touched = prev_char(line, bound.edge)
        .is_some_and(|c| "-–—−/_'’·".contains(c) || (is_sign && (c.is_alphanumeric() || is_operator(c))));
    let operator =
        prev_char(line, skip_space_back(line, bound.edge)).is_some_and(|c| is_operator(c) || c == '/');
    match nearest(line, bound.edge) {
        Err(uncertain) if is_sign || negated => Err(uncertain),
        Ok(Some(outer)) => Err(Uncertain(outer.edge)),
        _ if negated || touched || operator => Err(Uncertain(bound.edge)),
        _ => Ok(Some(bound)),
    }
}

fn nearest(line: &str, start: usize) -> Result<Option<Bound>, Uncertain> {
    let end = skip_space_back(line, start);
    let before = line.get(..end).unwrap_or("");
    if let Some((word, comparator)) = SIGNS.iter().find(|(sign, _)| before.ends_with(sign)) {
        return Ok(Some(Bound { word, comparator: *comparator, edge: end - word.len() }));
    }
    if let Some(edge) = uncertain_sign(line, before, end < start) {
        return Err(Uncertain(edge));
    }
    if end == start {
        return Ok(None);
    }
    let words = words_before(line, end);
    let at_table = |word: &str| LEADING.iter().find(|(leading, _)| *leading == word);
    for count in (1..=words.len()).rev() {
        let Some(phrase) = words.get(..count) else { continue };
        let edge = phrase.last().map_or(end, |(at, _)| *at);
        let joined = phrase.iter().rev().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ");
        let outer = words.get(count).map_or("", |(_, word)| word.as_str());
        let is_compound = COMPOUNDS.iter().any(|(word, before)| *word == joined && before.contains(&outer));
        if is_compound {
            continue;
        }
        if let Some((word, comparator)) = at_table(&joined) {
            return Ok(Some(Bound { word, comparator: *comparator, edge }));
        }
        if joined == "ngoài" && HAVING.contains(&outer) {
            return Ok(Some(Bound { word: "ngoài", comparator: Gt, edge }));
        }
        if UNCERTAIN.contains(&joined.as_str()) {
            return Err(Uncertain(edge));
        }
    }
    // "hơn/kém 250": two words for one number.
    match words.first() {
        Some((edge, word)) if word.contains('/') && word.split('/').any(|part| at_table(part).is_some()) => {
            Err(Uncertain(*edge))
        }
        _ => Ok(None),
    }
}

/// Where a sign right before a number starts that bounds it in a way that is not certain: "± 250", "&gt; 250".
fn uncertain_sign(line: &str, before: &str, is_spaced: bool) -> Option<usize> {
    let sign = before.chars().next_back()?;
    let edge = before.len() - sign.len_utf8();
    let outer = line.get(..edge)?.trim_end().chars().next_back();
    let is_uncertain = match sign {
        '+' => outer.is_some(),
        '=' => outer.is_some_and(is_operator),
        ';' => is_entity(before),
        sign => is_operator(sign),
    };
    (is_uncertain && (is_spaced || sign != '+')).then_some(edge)
}

/// Whether a text ends with a character reference of HTML: "&gt;".
fn is_entity(text: &str) -> bool {
    let tail: Vec<char> = text.chars().rev().take(9).collect();
    tail.iter().position(|c| *c == '&').is_some_and(|at| {
        at > 1 && tail.iter().take(at).skip(1).all(|c| c.is_ascii_alphanumeric() || *c == '#')
    })
}

/// Whether a character is a sign of arithmetic or comparison.
fn is_operator(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '±' | '∓' | '×' | '÷' | '^' | '¬' | '~' | '～' | '+')
        || matches!(c, '\u{2200}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}')
}

/// The words that end at byte `end`, the nearest first, with where each starts; one space stands between them.
fn words_before(line: &str, end: usize) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let mut end = end;
    while words.len() <= LONGEST {
        let Some(rest) = line.get(..end) else { break };
        // "trên/dưới" and "trên / dưới" are one word and three.
        let length: usize =
            rest.chars().rev().take_while(|c| is_word_char(*c) || *c == '/').map(char::len_utf8).sum();
        let start = end - length;
        let Some(word) = line.get(start..end).filter(|word| !word.is_empty() && word.len() < 40) else {
            break;
        };
        let key = word.split('/').map(canonical).collect::<Vec<_>>().join("/");
        words.push((start, key));
        if prev_char(line, start) != Some(' ') {
            break;
        }
        end = start - 1;
    }
    words
}

/// The bound word that trails a quantity ending at byte `from`: in the same clause, before any other number, and
/// not part of a "từ … trở lên" that speaks of something else. `is_from` tells whether "từ" leads the quantity.
pub(super) fn trailing(line: &str, from: usize, is_from: bool) -> Result<Option<Bound>, Uncertain> {
    let mut at = from;
    for count in 0..TRAILING_WORDS {
        if next_char(line, at) != Some(' ') {
            return Ok(None);
        }
        at += 1;
        for (word, comparator) in TRAILING {
            if let Some(edge) = phrase_at(line, at, word) {
                return Ok(Some(Bound { word, comparator: *comparator, edge }));
            }
        }
        if count == 0
            && let Some(edge) = UNCERTAIN_BEHIND.iter().find_map(|word| phrase_at(line, at, word))
        {
            return Err(Uncertain(edge));
        }
        let rest = line.get(at..).unwrap_or("");
        let word = rest
            .find(|c: char| c.is_numeric() || " ,;.:()|!?…".contains(c))
            .map_or(rest, |end| rest.get(..end).unwrap_or(""));
        let key = canonical(word);
        let ranks = key == "từ" || (RANKED.contains(&key.as_str()) && !is_from);
        if word.is_empty() || ranks {
            return Ok(None);
        }
        at += word.len();
    }
    Ok(None)
}

/// Byte `at`, or the byte before it if a space stands there.
pub(super) fn skip_space_back(line: &str, at: usize) -> usize {
    if prev_char(line, at) == Some(' ') { at - 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_once_in_canonical_spelling() {
        let words: Vec<&str> =
            LEADING.iter().chain(TRAILING).map(|(word, _)| *word).chain(UNCERTAIN.iter().copied()).collect();
        for (i, phrase) in words.iter().enumerate() {
            assert!(!words[..i].contains(phrase), "{phrase} stands twice");
            for word in phrase.split([' ', '/']).filter(|word| !word.is_empty()) {
                assert_eq!(word, canonical(word));
            }
            assert!(phrase.split(' ').count() <= LONGEST, "{phrase}");
        }
        let parts = COMPOUNDS.iter().flat_map(|(word, before)| before.iter().chain([word])).chain(HAVING);
        for word in parts.chain(NEGATIONS).chain(RANKED) {
            assert_eq!(*word, canonical(word));
        }
    }

    #[test]
    fn the_longest_word_wins_in_any_case_and_tone_placement() {
        for (line, word, comparator) in [
            ("không dưới 5", "không dưới", Ge),
            ("dưới 5", "dưới", Lt),
            ("trên dưới 5", "trên dưới", Approx),
            ("trên/dưới 5", "trên/dưới", Approx),
            ("có Tối thiểu là 5", "tối thiểu là", Ge),
            ("≥5", "≥", Ge),
            (">= 5", ">=", Ge),
            ("khỏang 5", "khoảng", Approx),
            ("LÊN TỚI HƠN 5", "hơn", Gt),
            ("có ngòai 5", "ngoài", Gt),
        ] {
            let bound = leading(line, line.len() - 1).unwrap().unwrap();
            assert_eq!((bound.word, bound.comparator), (word, comparator), "{line}");
        }
        for line in ["đạt 5", "cơm trên5", "tiến độ 5", "mầm non 5", "tại ngân hàng 5", "+ 5"]
        {
            assert_eq!(leading(line, line.len() - 1), Ok(None), "{line}");
        }
    }

    #[test]
    fn bounds_that_are_not_certain_are_said() {
        for line in [
            "± 5",
            "±5",
            "lên tới 5",
            "Ngoài 5",
            "hàng 5",
            "không gần 5",
            "ít nhất trên 5",
            "khoảng ~5",
            "=> 5",
            "> = 5",
            "&gt; 5",
            "có + 5",
            "hơn/kém 5",
            "chưa 5",
            "hơn hơn 5",
        ] {
            assert!(leading(line, line.len() - 1).is_err(), "{line}");
        }
    }
}
