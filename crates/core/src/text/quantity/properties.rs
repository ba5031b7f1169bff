//! Property tests: a quantity is read whole or not at all, in any context.
//!
//! Phrases are built from parts with a known meaning, so that the expected result does not depend on the reader.

use proptest::prelude::*;
use proptest::sample::select;

use super::tests::units;
use super::writer::{Style, in_words};
use super::*;
use crate::domain::Lang;
use crate::text::phrase::STEPS;
use crate::text::{fold_space, format_number, nfc};

fn read(phrase: &str) -> (String, LineQuantities) {
    let line =
        fold_space(&nfc(&format!("Kết quả, toàn huyện có {phrase} được công nhận trong năm."))).into_owned();
    let reading = QuantityReader::new(&units()).read(&line);
    (line, reading)
}

/// Asserts that one quantity is read in a phrase, with this value.
#[track_caller]
fn assert_value(phrase: &str, value: u64) {
    let (_, reading) = read(phrase);
    let values: Vec<String> = reading.quantities.iter().map(|q| q.value.to_string()).collect();
    assert_eq!(values, [value.to_string()], "{phrase}");
}

#[test]
fn every_number_in_words_is_read_back() {
    for style in Style::ALL {
        for number in 2..=10_000 {
            if number != 5 || style.full {
                assert_value(&format!("được {} sáng kiến", in_words(number, style)), number);
            }
        }
    }
}

#[test]
fn writer_gives_common_spellings() {
    let [plain, southern, full, _] = Style::ALL;
    assert_eq!(in_words(1_250, plain), "một nghìn hai trăm năm mươi");
    assert_eq!(in_words(1_050, plain), "một nghìn không trăm năm mươi");
    assert_eq!(in_words(24_305, southern), "hai mươi tư ngàn ba trăm lẻ năm");
    assert_eq!(in_words(1_250_000_000, plain), "một tỷ hai trăm năm mươi triệu");
    assert_eq!(in_words(1_000_200, full), "một triệu không trăm nghìn hai trăm");
    assert_eq!(in_words(2_500_000_000_000, plain), "hai nghìn năm trăm tỷ");
}

/// Printed forms of a number.
fn forms(number: u64) -> Vec<String> {
    let mut forms = vec![
        number.to_string(),
        format_number(Decimal::from(u32::try_from(number).unwrap()), Lang::Vi),
        in_words(number, Style::ALL[0]),
        in_words(number, Style::ALL[3]).to_uppercase(),
    ];
    let (thousands, rest) = (number / 1_000, number % 1_000);
    if thousands > 0 && rest == 0 {
        forms.push(format!("{thousands} nghìn"));
    }
    if thousands > 0 && rest >= 100 {
        forms.push(format!("{thousands} nghìn {rest}"));
        forms.push(format!("{thousands} nghìn {}", in_words(rest, Style::ALL[0])));
    }
    forms
}

/// Bounds with a certain meaning, and their comparators.
const BOUNDS: [(&str, Comparator); 26] = [
    ("", Comparator::Eq),
    ("trên ", Comparator::Gt),
    ("hơn ", Comparator::Gt),
    ("hơn cả ", Comparator::Gt),
    ("khoảng hơn ", Comparator::Gt),
    ("> ", Comparator::Gt),
    (">", Comparator::Gt),
    ("≥ ", Comparator::Ge),
    ("ít nhất ", Comparator::Ge),
    ("tối thiểu ", Comparator::Ge),
    ("không dưới ", Comparator::Ge),
    ("không kém ", Comparator::Ge),
    ("<", Comparator::Lt),
    ("chưa đến ", Comparator::Lt),
    ("chưa đầy ", Comparator::Lt),
    ("tối đa ", Comparator::Le),
    ("không quá ", Comparator::Le),
    ("nhiều nhất ", Comparator::Le),
    ("~", Comparator::Approx),
    ("≈ ", Comparator::Approx),
    ("cỡ ", Comparator::Approx),
    ("độ ", Comparator::Approx),
    ("khỏang ", Comparator::Approx),
    ("trên/dưới ", Comparator::Approx),
    ("non ", Comparator::ApproxBelow),
    ("suýt soát ", Comparator::ApproxBelow),
];

/// Text before a number that makes it another number or none: no exact number may be read.
const SPOILING_PREFIXES: [&str; 60] = [
    "l.",
    "I.",
    "O.",
    "S.",
    "1. ",
    "1'",
    "1’",
    "1‘",
    "1·",
    "1 · ",
    "102, ",
    "102 , ",
    "7 ",
    "7\u{A0}",
    "7\u{202F}",
    "7\u{2009}",
    "7\u{3000}",
    "7\u{200B}",
    "7\u{2060}",
    "7\u{2800}",
    "7_",
    "7;",
    "7:",
    "7|",
    "7*",
    "7^",
    "7&",
    "7#",
    "7\"",
    "x",
    "l",
    "O",
    "1O ",
    "l ",
    "O. ",
    "−",
    "-",
    "+",
    "±",
    "± ",
    "∓ ",
    "× ",
    "3 x ",
    "3 × ",
    "^",
    "=",
    "@",
    "$",
    "№",
    "#",
    "một ",
    "hai ",
    "trăm ",
    "nghìn ",
    "triệu ",
    "vài ",
    "lên tới ",
    "không ",
    "&gt; ",
    "hai phần ",
];

/// Text between a number and its noun that makes it another number.
const SPOILING_SUFFIXES: [&str; 30] = [
    "O",
    "l",
    "k",
    "x",
    "+",
    "-",
    "±",
    "‰",
    "°",
    "’5",
    "·5",
    ".5O",
    " 5",
    "\u{A0}5",
    "\u{202F}500",
    "\u{2009}500",
    "\u{200B}",
    "\u{2060}",
    "\u{2800}",
    ". 5",
    ", 5",
    " , 5",
    "_",
    "*",
    "^2",
    "²",
    "\u{FF11}",
    " mấy",
    " phẩy năm",
    " ba ba",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn large_numbers_in_words_are_read_back(
        number in prop_oneof![2u64..1_000_000_000_000, (1u64..1_000, 0u32..9).prop_map(|(n, zeros)| n * 10u64.pow(zeros) + 1)],
        style in select(Style::ALL.to_vec()),
        decomposed in any::<bool>(),
    ) {
        let words = in_words(number, style);
        let words = if decomposed { unicode_normalization::UnicodeNormalization::nfd(words.as_str()).collect() } else { words };
        assert_value(&format!("{words} sáng kiến"), number);
    }

    #[test]
    fn number_with_bound_word_is_read_whole(
        number in 2u64..2_000_000,
        form in any::<prop::sample::Index>(),
        (bound, comparator) in select(BOUNDS.to_vec()),
        trailing in select(vec![("", None), (" trở lên", Some(Comparator::Ge)), (" trở xuống", Some(Comparator::Le))]),
    ) {
        prop_assume!(!(bound.is_empty() && number == 5));
        let form = form.get(&forms(number)).clone();
        let phrase = format!("{bound}{form} sáng kiến{}", trailing.0);
        let (_, reading) = read(&phrase);
        match (comparator, trailing.1) {
            (Comparator::Eq, None) | (_, None) | (Comparator::Eq, Some(_)) => {
                prop_assert_eq!(reading.quantities.len(), 1, "{}: {:?}", phrase, reading);
                let quantity = &reading.quantities[0];
                prop_assert_eq!(quantity.value, Decimal::from(u32::try_from(number).unwrap()), "{}", phrase);
                prop_assert_eq!(quantity.comparator, trailing.1.unwrap_or(comparator), "{}", phrase);
            }
            _ => {
                prop_assert_eq!(&reading.quantities, &[], "{}", phrase);
                prop_assert!(reading.unread.iter().any(|unread| unread.is_count), "{}", phrase);
            }
        }
    }

    #[test]
    fn malformed_number_is_reported_and_never_read_in_part(
        number in 100u64..2_000_000,
        form in any::<prop::sample::Index>(),
        prefix in prop_oneof![1 => Just(""), 3 => select(SPOILING_PREFIXES.to_vec())],
        suffix in prop_oneof![1 => Just(""), 3 => select(SPOILING_SUFFIXES.to_vec())],
        bound in select(vec!["", "trên ", "gần "]),
    ) {
        prop_assume!(!prefix.is_empty() || !suffix.is_empty());
        let form = form.get(&forms(number)).clone();
        // Words that continue a number in words are tested with the grammar.
        let in_words = !form.starts_with(|c: char| c.is_ascii_digit());
        let ends_in_words = !form.ends_with(|c: char| c.is_ascii_digit());
        let continues = (in_words && prefix.trim().chars().all(char::is_alphabetic))
            || (ends_in_words && suffix.starts_with(|c: char| c == ' ' || c.is_alphanumeric()));
        // "1. HAI TRĂM": a sentence may begin here.
        let opens_sentence = prefix.ends_with(". ") && form.starts_with(char::is_uppercase);
        // "… linh năm. 5", "… linh năm, 5": a sentence ends here, or a list goes on.
        let is_separated = ends_in_words && suffix.starts_with(['.', ',']);
        prop_assume!(!continues && !opens_sentence && !is_separated);
        let phrase = format!("{bound}{prefix}{form}{suffix} sáng kiến");
        let (line, reading) = read(&phrase);
        prop_assert_eq!(&reading.quantities, &[], "{}", line);
        prop_assert!(reading.unread.iter().any(|unread| unread.is_count), "{}: {:?}", line, reading);
    }

    #[test]
    fn runs_of_number_words_are_read_whole_or_reported(
        words in prop::collection::vec(select(vec![
            "một", "hai", "năm", "mười", "mươi", "lăm", "tư", "linh", "trăm", "nghìn", "vạn", "triệu", "tỷ", "rưỡi", "không", "250", "3", "1,5",
        ]), 2..7),
    ) {
        let phrase = words.join(" ");
        let (line, reading) = read(&format!("{phrase} sáng kiến"));
        // "250 năm sáng kiến": 250 years, which count no initiatives.
        for quantity in reading.quantities.iter().filter(|quantity| quantity.unit.is_some()) {
            let printed = line.get(quantity.number.clone());
            prop_assert_eq!(printed, Some(phrase.as_str()), "{}", line);
        }
    }
}

#[test]
fn reading_time_is_linear() {
    for unit in [
        "1",
        "1 ",
        "1,",
        "1.",
        "1, ",
        "hai ",
        "hai, ",
        "năm ",
        "một trăm ",
        "~",
        "1-",
        "1/",
        "l.",
        "1a",
        "1O ",
        "(hai) ",
        "không ",
        "trên ",
        "2 sáng kiến ",
        "hai sáng kiến ",
        "hai sáng kiến (hai sáng kiến) ",
        "| 1 ",
        "1|",
        ". ",
        "'",
        "1’",
    ] {
        let steps = |size: usize| {
            let line = fold_space(&unit.repeat(size / unit.len())).into_owned();
            let before = STEPS.get();
            QuantityReader::new(&units()).read(&line);
            STEPS.get() - before
        };
        let (short, long) = (steps(10_000), steps(100_000));
        assert!(long <= short * 11 + 1_000, "{unit:?}: {short} steps, ten times as long {long}");
    }
}
