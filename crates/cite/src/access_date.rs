//! Date of access. Only the browser knows it: files that the builder writes have none.

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_core::domain::{Edtf, Lang};
use thidua_core::text::format_period;

/// Day on which a page was read, by the reader's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AccessDate {
    /// Year.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl AccessDate {
    /// Returns the date in words; empty if there is no such day.
    pub fn in_words(self, lang: Lang) -> String {
        let AccessDate { year, month, day } = self;
        let date = format!("{year:04}-{month:02}-{day:02}").parse::<Edtf>();
        date.map_or_else(|_| String::new(), |date| format_period(date, lang))
    }

    /// Fills a template of [`CitationFormat::access_template`](crate::CitationFormat::access_template).
    pub fn fill(self, template: &str) -> String {
        let AccessDate { year, month, day } = self;
        template
            .replacen("YYYY", &format!("{year:04}"), 1)
            .replacen("MM", &format!("{month:02}"), 1)
            .replacen("DD", &format!("{day:02}"), 1)
            .replacen('M', &month.to_string(), 1)
            .replacen('D', &day.to_string(), 1)
    }
}
