//! Cases about lines, headlines, dates, organisations and people.

use super::{CaseCheck, check};

pub(super) const CASES: &[CaseCheck] = &[];

#[test]
fn lines_organisations_and_people_of_the_cases_are_found() {
    check(CASES);
}
