//! Cases about numbers, units, roles and levels.

use thidua_core::domain::Level::{City, District, Grassroots};
use thidua_core::domain::Role::{self, Input, Participation, Plan, Target};
use thidua_core::domain::{Comparator, Level};
use thidua_extract::{Draft, DraftFact, DraftFigure};

use super::{CaseCheck, check, figure};

pub(super) const CASES: &[CaseCheck] = &[
    ("f01", |draft| words(draft) == ["9 đơn vị"]),
    ("f03", |draft| draft.figures.is_empty()),
    ("f04", |draft| draft.figures.is_empty()),
    ("f06", |draft| draft.figures.is_empty()),
    ("f07", |draft| draft.figures.iter().all(|figure| figure.fact.comparator == Comparator::Eq)),
    ("f10", |draft| {
        has(draft, "4 CĐ cơ sở", "grassroots-union", None) && has(draft, "6 CĐ", "grassroots-union", None)
    }),
    ("f11", |draft| {
        has(draft, "3.412", "initiative", None) && has(draft, "2.907 sáng kiến", "initiative", None)
    }),
    ("f13", |draft| has(draft, "1 triệu sáng kiến", "initiative", Some(Target))),
    ("f14", |draft| {
        has(draft, "412/530 công đoàn cơ sở", "grassroots-union", Some(Role::Result))
            && has(draft, "530 công đoàn cơ sở", "grassroots-union", Some(Participation))
    }),
    ("f15", |draft| has(draft, "45 tập thể, cá nhân", "individual-or-collective", None)),
    ("f17", |draft| has(draft, "62 gian hàng", "stall", None)),
    ("f18", |draft| has(draft, "8 tổng công ty", "enterprise", None)),
    ("f20", |draft| has(draft, "3.200 suất học bỗng", "scholarship", Some(Input))),
    ("f21", |draft| {
        let starts = ["02 cá nhân", "03 cá nhân", "02 cá nhân"];
        let found = words(draft);
        found.len() == 3
            && found.iter().zip(starts).all(|(words, start)| words.starts_with(start) && !words.contains(';'))
    }),
    ("f23", |draft| has(draft, "5.310 nữ CNVC-LĐ", "worker", None)),
    ("f24", |draft| has(draft, "41 căn Mái ấm Công đoàn", "house", None)),
    ("r01", |draft| {
        is(draft, "64 công đoàn cơ sở", Participation) && is(draft, "5.120 đoàn viên", Participation)
    }),
    ("r03", |draft| is(draft, "2.415 sáng kiến", Role::Result)),
    ("r05", |draft| is(draft, "1,2 tỷ đồng", Input)),
    ("r06", |draft| {
        is(draft, "8.240 lao động", Participation)
            && is(draft, "1.150 lao động", Role::Result)
            && levels(draft, "1.150 lao động") == [Grassroots]
    }),
    ("r07", |draft| is(draft, "4 khu vực", Plan)),
    ("r09", |draft| is(draft, "gần 45 triệu đồng", Input)),
    ("r10", |draft| is(draft, "12.400 suất quà", Input) && is(draft, "6.200 vé xe", Input)),
    ("l02", |draft| levels(draft, "9.310 người").is_empty()),
    ("l03", |draft| levels(draft, "26 tập thể").is_empty() && levels(draft, "51 cá nhân").is_empty()),
    ("l04", |draft| {
        !draft.figures.is_empty() && draft.figures.iter().all(|figure| figure.fact.levels.is_empty())
    }),
    ("l06", |draft| levels(draft, "3.120 công đoàn cơ sở").is_empty()),
    ("l08", |draft| levels(draft, "61.320 chị") == [Grassroots] && levels(draft, "580 chị") == [City]),
    ("l09", |draft| {
        !draft.figures.is_empty() && draft.figures.iter().all(|figure| figure.fact.levels.is_empty())
    }),
    ("k01", |draft| levels(draft, "45 công nhân giỏi") == [District]),
    ("k03", |draft| {
        let found = figure(draft, "trên 12 tỷ đồng");
        found.is_some_and(|figure| {
            let fact = &figure.fact;
            fact.comparator == Comparator::Gt
                && fact.value.to_string() == "12000000000"
                && fact.role == Role::Result
        })
    }),
];

/// Words of the figures, in the order of the text.
fn words(draft: &Draft) -> Vec<&str> {
    draft.figures.iter().map(|figure| figure.words.as_str()).collect()
}

fn has(draft: &Draft, words: &str, unit: &str, role: Option<Role>) -> bool {
    figure(draft, words).is_some_and(|figure| {
        let found = figure.fact.unit.as_ref().map(|unit| unit.as_str());
        found == Some(unit) && role.is_none_or(|role| figure.fact.role == role)
    })
}

fn is(draft: &Draft, words: &str, role: Role) -> bool {
    figure(draft, words).is_some_and(|figure: &DraftFact<DraftFigure>| figure.fact.role == role)
}

/// Levels of the figure with these words. A figure that is absent has a level that no case expects.
fn levels(draft: &Draft, words: &str) -> Vec<Level> {
    figure(draft, words).map_or_else(|| Level::ALL.to_vec(), |figure| figure.fact.levels.clone())
}

#[test]
fn figures_of_the_cases_are_read() {
    check(CASES);
}
