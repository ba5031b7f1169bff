//! Days as numbers, to be laid out on a scale.

use super::names::Day;

/// How many days after 1 March of the year 0 a day is, in the Gregorian calendar.
pub(super) fn number((year, month, day): Day) -> i64 {
    // The year is made to begin in March, so that the leap day is its last.
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    year * 365 + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (month * 153 + 2) / 5
        + day
        - 1
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn days_follow_each_other() {
        for (day, next) in [
            ((2022, 12, 31), (2023, 1, 1)),
            ((2024, 2, 28), (2024, 2, 29)),
            ((2024, 2, 29), (2024, 3, 1)),
            ((2100, 2, 28), (2100, 3, 1)),
            ((2000, 2, 29), (2000, 3, 1)),
            ((2022, 6, 30), (2022, 7, 1)),
        ] {
            assert_eq!(number(next) - number(day), 1, "{day:?}");
        }
        assert_eq!(number((2001, 1, 1)) - number((2000, 1, 1)), 366);
    }
}
