//! The reader's clock.

use js_sys::Date;

use thidua_cite::AccessDate;

/// Returns today's date where the reader is.
pub fn today() -> AccessDate {
    let now = Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    AccessDate {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: small(now.get_month() + 1),
        day: small(now.get_date()),
    }
}
