//! Cases about numbers, units, roles and levels.

use super::{CaseCheck, check};

pub(super) const CASES: &[CaseCheck] = &[];

#[test]
fn figures_of_the_cases_are_read() {
    check(CASES);
}
