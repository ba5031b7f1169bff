//! Days as numbers, for a scale of time.

use super::period::Day;

/// Number of days from 1 March of the year 0 in the Gregorian calendar.
pub(super) fn day_number((year, month, day): Day) -> i64 {
    // Years are counted from March, so that the leap day is the last day of its year.
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
    use super::day_number;

    #[test]
    fn day_numbers_are_consecutive() {
        for (day, next) in [
            ((2022, 12, 31), (2023, 1, 1)),
            ((2024, 2, 28), (2024, 2, 29)),
            ((2024, 2, 29), (2024, 3, 1)),
            ((2100, 2, 28), (2100, 3, 1)),
            ((2000, 2, 29), (2000, 3, 1)),
            ((2022, 6, 30), (2022, 7, 1)),
        ] {
            assert_eq!(day_number(next) - day_number(day), 1, "{day:?}");
        }
        assert_eq!(day_number((2001, 1, 1)) - day_number((2000, 1, 1)), 366);
    }
}
