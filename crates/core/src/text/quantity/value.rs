//! Values of runs of digits and number words: `3.015 triệu`, `1 tỷ 200 triệu`, `một nghìn không trăm linh năm`.
//!
//! A run is read as a whole or not at all. It is split at its largest scale word: the part before it is the factor, and
//! the part after it must be smaller. Runs that people read in two ways are not read: "một nghìn hai" (1,200 or 1,002),
//! "1 triệu 200" (1,200,000 or 1,000,200), "hai trăm năm" (205, 250 or two hundred years).

use super::words::{BILLION, NumberWord};
use crate::domain::Decimal;

/// One number or number word of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberPart {
    /// A run of digits with its separators.
    Numeral {
        /// `None` where the separators make no number.
        value: Option<Decimal>,
        /// Number of its digits, if it has no separator and no leading zero; else 0.
        plain_digits: usize,
    },
    /// A number word.
    Word(NumberWord),
}

/// Value of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    /// Number, with scale words multiplied in.
    pub value: Decimal,
    /// Product of the scale words, if all are at the end: the lower end of a range shares it.
    pub shared_scale: Option<Decimal>,
    /// True if there is a scale word.
    pub is_scaled: bool,
}

/// Reason why a run has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// The separators of a numeral make no number.
    Malformed,
    /// It says "some" or "a few".
    Vague,
    /// It is not a number, or several.
    IllFormed,
}

/// Scales that split a number, the largest first. Tens and hundreds are read within a group.
const GROUPS: [u32; 4] = [BILLION, 1_000_000, 10_000, 1_000];
/// Most parts of a well-formed number.
const LONGEST: usize = 32;

/// Returns the value of a run.
pub(super) fn amount(run: &[NumberPart]) -> Result<Amount, Unreadable> {
    let is = |word: NumberWord| move |part: &NumberPart| *part == NumberPart::Word(word);
    if run.len() > LONGEST {
        return Err(Unreadable::IllFormed);
    }
    if run.iter().any(is(NumberWord::Vague)) {
        return Err(Unreadable::Vague);
    }
    if run.iter().any(|part| matches!(part, NumberPart::Numeral { value: None, .. })) {
        return Err(Unreadable::Malformed);
    }
    let value = number(run, &GROUPS, true).ok_or(Unreadable::IllFormed)?;
    let count = run.iter().rev().take_while(|part| scale_of(part).is_some()).count();
    let (head, scales) = run.split_at(run.len() - count);
    let is_scaled = run.iter().any(|part| scale_of(part).is_some());
    let only_at_end = count > 0 && !head.iter().any(|part| scale_of(part).is_some());
    let product = scales
        .iter()
        .filter_map(scale_of)
        .try_fold(Decimal::from(1), |product, scale| product.checked_mul(scale.into()));
    Ok(Amount { value, shared_scale: product.filter(|_| only_at_end), is_scaled })
}

fn scale_of(part: &NumberPart) -> Option<u32> {
    match part {
        NumberPart::Word(NumberWord::Scale(scale)) => Some(*scale),
        _ => None,
    }
}

fn is_whole(value: Decimal) -> bool {
    value.rounded(0) == value
}

/// Parses a number that may be split at `groups`. `leads` is false after a larger scale, where groups may be empty
/// ("không trăm").
fn number(run: &[NumberPart], groups: &[u32], leads: bool) -> Option<Decimal> {
    let Some((scale, smaller)) = groups.split_first() else { return below_thousand(run, leads) };
    let Some(pos) = run.iter().position(|part| scale_of(part) == Some(*scale)) else {
        return number(run, smaller, leads);
    };
    let (head, rest) = run.split_at(pos);
    let (_, rest) = rest.split_first()?;
    let count = number(head, smaller, leads)?;
    let unit = Decimal::from(*scale);
    let base = count.checked_mul(unit)?;
    match rest {
        [] => Some(base),
        [NumberPart::Word(NumberWord::Half)] if is_whole(count) && count > Decimal::ZERO => {
            base.checked_add(unit.checked_div(2.into())?)
        }
        _ if !is_whole(count) => None,
        rest => {
            let rest = after(rest, smaller, *scale)?;
            if rest < unit { base.checked_add(rest) } else { None }
        }
    }
}

/// Parses the part after the scale word `scale`.
fn after(rest: &[NumberPart], groups: &[u32], scale: u32) -> Option<Decimal> {
    if scale > 1_000 {
        // "1 triệu 200": the next scale word is often left out.
        let names_scale = rest.iter().any(|part| scale_of(part).is_some_and(|scale| scale >= 1_000));
        return names_scale.then(|| number(rest, groups, false)).flatten();
    }
    match rest {
        [NumberPart::Word(NumberWord::Odd), last] => digit(last),
        // "một nghìn hai": 1,200 as well as 1,002.
        [NumberPart::Word(NumberWord::Digit(_) | NumberWord::Final(_) | NumberWord::Zero)] => None,
        [NumberPart::Numeral { plain_digits, .. }] if *plain_digits != 3 => None,
        rest => below_thousand(rest, false),
    }
}

/// Parses a number of hundreds, tens and ones.
fn below_thousand(run: &[NumberPart], leads: bool) -> Option<Decimal> {
    let Some(pos) = run.iter().position(|part| scale_of(part) == Some(100)) else {
        return below_hundred(run, leads);
    };
    let (head, rest) = run.split_at(pos);
    let (_, rest) = rest.split_first()?;
    let count = match head {
        [NumberPart::Word(NumberWord::Digit(digit))] => Decimal::from(*digit),
        [NumberPart::Word(NumberWord::Zero)] if !leads => Decimal::ZERO,
        [NumberPart::Numeral { value: Some(value), plain_digits }]
            if *plain_digits == 1 || (leads && rest.is_empty()) =>
        {
            *value
        }
        _ => return None,
    };
    let base = count.checked_mul(100.into())?;
    let rest = match rest {
        [] => Decimal::ZERO,
        [NumberPart::Word(NumberWord::Half)] if count > Decimal::ZERO => 50.into(),
        [NumberPart::Word(NumberWord::Odd), last] => digit(last)?,
        [NumberPart::Numeral { value, plain_digits: 2 }] => (*value)?,
        // "hai trăm năm": 205 as well as 250.
        [_] if *rest != [NumberPart::Word(NumberWord::Ten)] => return None,
        rest => below_hundred(rest, false)?,
    };
    if rest < Decimal::HUNDRED { base.checked_add(rest) } else { None }
}

/// Parses a number of tens and ones, or of digits.
fn below_hundred(run: &[NumberPart], leads: bool) -> Option<Decimal> {
    use NumberWord::{Digit, Final, Scale, Ten, Tens, Twenty, Zero};
    let words = |run: &[NumberPart]| -> Option<Vec<NumberWord>> {
        run.iter()
            .map(|part| match part {
                NumberPart::Word(word) => Some(*word),
                NumberPart::Numeral { .. } => None,
            })
            .collect()
    };
    match run {
        [NumberPart::Numeral { value, .. }] => return *value,
        [NumberPart::Numeral { value, .. }, NumberPart::Word(Scale(10))] => {
            return value.as_ref()?.checked_mul(10.into());
        }
        _ => {}
    }
    let value = match words(run)?.as_slice() {
        [Zero] if !leads => 0,
        [Digit(digit)] => *digit,
        [Ten] => 10,
        // "mười năm" is ten years.
        [Ten, Digit(unit)] if *unit != 5 => 10 + unit,
        [Ten, Final(unit)] if *unit != 1 => 10 + unit,
        [Digit(ten), Tens] if *ten > 1 => ten * 10,
        [Digit(ten), Tens, Digit(unit)] if *ten > 1 && *unit != 5 => ten * 10 + unit,
        [Digit(ten), Tens, Final(unit)] if *ten > 1 => ten * 10 + unit,
        [Digit(ten), Final(unit)] if *ten > 1 => ten * 10 + unit,
        [Digit(ten), Scale(10)] => ten * 10,
        [Twenty, Digit(unit)] if *unit != 5 => 20 + unit,
        [Twenty, Final(unit)] => 20 + unit,
        _ => return None,
    };
    Some(value.into())
}

/// Parses a digit after "linh" or "lẻ".
fn digit(part: &NumberPart) -> Option<Decimal> {
    match part {
        NumberPart::Word(NumberWord::Digit(digit) | NumberWord::Final(digit)) => Some((*digit).into()),
        NumberPart::Numeral { value, plain_digits: 1 } => *value,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::number_word;
    use super::*;
    use crate::domain::Lang;
    use crate::text::parse_number;

    fn value(run: &str) -> Option<String> {
        let part = |word: &str| match number_word(word) {
            Some(word) => NumberPart::Word(word),
            None => NumberPart::Numeral {
                value: parse_number(word, Lang::Vi),
                plain_digits: if word.contains(['.', ',']) || word.starts_with('0') { 0 } else { word.len() },
            },
        };
        let run: Vec<NumberPart> = run.split(' ').map(part).collect();
        amount(&run).ok().map(|amount| amount.value.to_string())
    }

    #[test]
    fn well_formed_runs_have_one_value() {
        for (run, expected) in [
            ("một nghìn hai trăm năm mươi", "1250"),
            ("một nghìn không trăm năm mươi", "1050"),
            ("hai nghìn năm trăm", "2500"),
            ("ba trăm linh năm", "305"),
            ("ba trăm lẻ tư", "304"),
            ("một trăm hai mươi lăm", "125"),
            ("hai mươi mốt", "21"),
            ("hăm lăm", "25"),
            ("hai tư", "24"),
            ("mười lăm", "15"),
            ("một ngàn lẻ một", "1001"),
            ("1 nghìn 250", "1250"),
            ("1 trăm 20", "120"),
            ("1 nghìn hai trăm năm mươi", "1250"),
            ("2 tỷ 500 triệu", "2500000000"),
            ("1,2 triệu", "1200000"),
            ("3 triệu rưỡi", "3500000"),
            ("một trăm rưỡi", "150"),
            ("hai nghìn năm trăm tỷ", "2500000000000"),
            ("2 nghìn tỷ", "2000000000000"),
            ("3 chục nghìn", "30000"),
            ("hai trăm nghìn", "200000"),
            ("ba vạn năm nghìn", "35000"),
            ("một tỷ hai trăm nghìn", "1000200000"),
            ("một triệu không nghìn hai trăm", "1000200"),
            ("một triệu không trăm linh năm nghìn không trăm linh ba", "1005003"),
            ("MỘT TỶ hai trăm Năm Mươi triệu", "1250000000"),
            ("5 trăm", "500"),
            ("2,5 trăm", "250"),
            ("hai mươi", "20"),
        ] {
            assert_eq!(value(run).as_deref(), Some(expected), "{run}");
        }
    }

    #[test]
    fn runs_that_are_ill_formed_or_read_in_two_ways_have_no_value() {
        for run in [
            "hai trăm 50 ba",
            "hai 3",
            "3 hai",
            "ba bốn",
            "một nghìn hai",
            "một nghìn năm",
            "hai trăm năm",
            "hai mươi năm",
            "mười năm",
            "1 triệu 200",
            "một triệu hai trăm",
            "1 nghìn 2",
            "1 nghìn 50",
            "1 trăm 5",
            "1,2 triệu 300 nghìn",
            "1,2 triệu rưỡi",
            "1 triệu 2.000 nghìn",
            "nghìn",
            "trăm năm mươi",
            "nghìn 250",
            "hai trăm năm nghìn",
            "1 250",
            "vài trăm",
            "mấy",
            "dăm ba",
            "hai trăm mấy",
            "không trăm năm mươi",
            "không",
            "hăm",
            "một mươi",
            "hai rưỡi",
            "2 rưỡi",
            "một tỷ một tỷ",
            "một triệu hai tỷ ba triệu",
            "4.0 triệu",
        ] {
            assert_eq!(value(run), None, "{run}");
        }
    }
}
