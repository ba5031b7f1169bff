//! Numbers and dates in the notation of each language: 4.750 and 1,2 in Vietnamese, 4,750 and 1.2 in English.

use crate::domain::{Date, Decimal, Edtf, Endpoint, Lang};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Formats a number with the separators of `lang`.
///
/// ```
/// use thidua_core::domain::Lang;
/// use thidua_core::text::format_number;
/// assert_eq!(format_number("4750".parse().unwrap(), Lang::Vi), "4.750");
/// assert_eq!(format_number("1234.5".parse().unwrap(), Lang::En), "1,234.5");
/// ```
pub fn format_number(number: Decimal, lang: Lang) -> String {
    let point = match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    };
    let plain = number.to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut text = format!("{sign}{}", grouped(whole, lang));
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// Formats a count with the separators of `lang`.
///
/// ```
/// use thidua_core::domain::Lang;
/// use thidua_core::text::format_count;
/// assert_eq!(format_count(1583, Lang::Vi), "1.583");
/// assert_eq!(format_count(999, Lang::En), "999");
/// ```
pub fn format_count(count: usize, lang: Lang) -> String {
    grouped(&count.to_string(), lang)
}

/// Groups digits by three.
fn grouped(digits: &str, lang: Lang) -> String {
    let separator = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Formats a date: `6/9/2022, 22:25` or `6 September 2022, 22:25`. A qualified date gets "khoảng" or "about" before it.
pub fn format_date(date: Date, lang: Lang) -> String {
    let year = date.to_string().chars().take(4).collect::<String>();
    let month_name = |month: u8| {
        let name = usize::from(month).checked_sub(1).and_then(|index| MONTHS.get(index));
        debug_assert!(name.is_some(), "a date has no month {month}");
        name.copied().unwrap_or("")
    };
    let mut text = match (date.month(), date.day(), lang) {
        (Some(m), Some(d), Lang::Vi) => format!("{d}/{m}/{year}"),
        (Some(m), Some(d), Lang::En) => format!("{d} {} {year}", month_name(m)),
        (Some(m), None, Lang::Vi) => format!("{m}/{year}"),
        (Some(m), None, Lang::En) => format!("{} {year}", month_name(m)),
        (None, _, _) => year,
    };
    if let Some((hour, minute)) = date.time() {
        text.push_str(&format!(", {hour:02}:{minute:02}"));
    }
    if date.is_qualified() {
        text.insert_str(
            0,
            match lang {
                Lang::Vi => "khoảng ",
                Lang::En => "about ",
            },
        );
    }
    text
}

/// Formats a date or interval: `2022`, `1/1/2022 – 30/6/2022`, `2019–2020`, `từ 2019`. Empty where both ends are open
/// or unknown.
pub fn format_period(period: Edtf, lang: Lang) -> String {
    match period {
        Edtf::Date(date) => format_date(date, lang),
        Edtf::Interval(Endpoint::Date(from), Endpoint::Date(to)) => {
            let (from, to) = (format_date(from, lang), format_date(to, lang));
            if from.len() == 4 && to.len() == 4 {
                format!("{from}–{to}")
            } else {
                format!("{from} – {to}")
            }
        }
        Edtf::Interval(Endpoint::Date(from), _) => match lang {
            Lang::Vi => format!("từ {}", format_date(from, lang)),
            Lang::En => format!("from {}", format_date(from, lang)),
        },
        Edtf::Interval(_, Endpoint::Date(to)) => match lang {
            Lang::Vi => format!("đến {}", format_date(to, lang)),
            Lang::En => format!("until {}", format_date(to, lang)),
        },
        Edtf::Interval(..) => String::new(),
    }
}
