//! A writer of Vietnamese number words for tests, independent of the reader.

use crate::text::fold_space;

/// Writes a number in Vietnamese words. `style` chooses among spellings.
pub(super) fn in_words(number: u64, style: Style) -> String {
    let groups = [(1_000_000_000, style.billion()), (1_000_000, "triệu"), (1_000, style.thousand()), (1, "")];
    let mut words: Vec<String> = Vec::new();
    let mut rest = number;
    let last = groups.iter().rposition(|(scale, _)| number % (scale * 1_000) / scale > 0).unwrap_or(3);
    for (index, (scale, name)) in groups.into_iter().enumerate() {
        let count = rest / scale;
        rest %= scale;
        let leads = words.is_empty();
        if count == 0 && (leads || index > last) {
            continue;
        }
        if count == 0 {
            // An empty group between others is written where leaving it out could be misread.
            if index == 2 || style.full {
                words.push(format!("không {}{name}", if style.full { "trăm " } else { "" }));
            }
            continue;
        }
        if scale == 1_000_000_000 && count >= 1_000 {
            words.push(format!("{} {name}", in_words(count, Style { full: true, ..style })));
        } else {
            words.push(format!("{} {name}", group(count, leads, style)));
        }
    }
    fold_space(&words.join(" ")).into_owned()
}

/// Spellings of number words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    southern: bool,
    pub full: bool,
}

impl Style {
    pub const ALL: [Style; 4] = [
        Style { southern: false, full: false },
        Style { southern: true, full: false },
        Style { southern: false, full: true },
        Style { southern: true, full: true },
    ];

    fn billion(self) -> &'static str {
        if self.southern { "tỉ" } else { "tỷ" }
    }

    fn thousand(self) -> &'static str {
        if self.southern { "ngàn" } else { "nghìn" }
    }
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

fn group(number: u64, leads: bool, style: Style) -> String {
    let number = usize::try_from(number).unwrap();
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut words = Vec::new();
    if hundreds > 0 || !leads {
        words.push(format!("{} trăm", DIGITS[hundreds]));
    }
    match (tens, ones) {
        (0, 0) => {}
        (0, _) if !words.is_empty() => {
            let odd = if style.southern { "lẻ" } else { "linh" };
            words.push(format!("{odd} {}", DIGITS[ones]));
        }
        (0, _) => words.push(DIGITS[ones].to_owned()),
        (1, _) => words.push("mười".to_owned()),
        (_, _) => words.push(format!("{} mươi", DIGITS[tens])),
    }
    if tens > 0 && ones > 0 {
        words.push(
            match (tens, ones) {
                (1, 1) => "một",
                (_, 1) => "mốt",
                (2.., 4) if style.southern => "tư",
                (_, 5) if style.southern && tens > 1 => "nhăm",
                (_, 5) => "lăm",
                _ => DIGITS[ones],
            }
            .to_owned(),
        );
    }
    words.join(" ")
}
