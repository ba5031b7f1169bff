//! Cases about lines, headlines, dates, organisations and people.

use thidua_extract::{Draft, LineRole};

use super::{CaseCheck, check};

pub(super) const CASES: &[CaseCheck] = &[
    ("k06", |draft| organisation(draft) == "Liên đoàn Lao động huyện Sông Đà"),
    ("o01", |draft| organisation(draft) == "Công đoàn viên chức tỉnh"),
    ("o03", |draft| organisation(draft) == "Liên đoàn Lao động tỉnh"),
    ("o04", |draft| {
        organisation(draft) == "Tổng Liên đoàn Lao động Việt Nam" && people(draft) == ["Lê Thanh Sơn"]
    }),
    ("o06", |draft| organisation(draft) == "Công đoàn Viên chức tỉnh Sông Đà"),
    ("o07", |draft| draft.organisations.is_empty()),
    ("o09", |draft| organisation(draft) == "Công đoàn Dệt may Việt Nam"),
    ("o10", |draft| organisation(draft) == "Tổng Liên đoàn Lao động Việt Nam"),
    ("p01", |draft| people(draft) == ["Trần Gia Khánh"]),
    ("s01", |draft| role(draft, 7) == Some(LineRole::Caption)),
    ("s02", |draft| role(draft, 7).is_some_and(|role| matches!(role, LineRole::Doubled | LineRole::Noise))),
    ("s04", |draft| published(draft) == "2031-03-04T15:46"),
    ("s05", |draft| published(draft) == "2031-03-04T16:01" && byline(draft) == ["Minh Hà"]),
    ("s08", |draft| published(draft) == "2031-03-04T16:05" && byline(draft) == ["Trần Ngọc Hà"]),
    ("s10", |draft| headline(draft).starts_with("Bốn huyện vùng cao")),
    ("s11", |draft| headline(draft) == "Tuyên dương công nhân giỏi tiêu biểu"),
    ("s13", |draft| draft.lines == Some([1, 3]) && draft.headline.is_none()),
    ("s15", |draft| {
        role(draft, 5) == Some(LineRole::Paragraph) && draft.figures.iter().any(|f| f.words == "16 tập thể")
    }),
    ("s16", |draft| {
        [9, 11].into_iter().all(|line| role(draft, line) == Some(LineRole::Around))
            && role(draft, 7) == Some(LineRole::Paragraph)
    }),
    ("f09", |draft| published(draft).starts_with("2031-03-05") && draft.figures.is_empty()),
    ("k05", |draft| published(draft) == "2031-03-04T16:05"),
];

/// Name of the main organisation; empty where there is none.
fn organisation(draft: &Draft) -> &str {
    draft.organisation.and_then(|index| draft.organisations.get(index)).map_or("", |found| &found.fact.name)
}

fn people(draft: &Draft) -> Vec<&str> {
    draft.people.iter().map(|found| found.fact.name.as_str()).collect()
}

fn byline(draft: &Draft) -> Vec<&str> {
    draft.byline.iter().map(|found| found.words.as_str()).collect()
}

fn headline(draft: &Draft) -> &str {
    draft.headline.as_ref().map_or("", |found| &found.words)
}

fn published(draft: &Draft) -> String {
    let when = draft.published.as_ref().and_then(|found| found.fact.when);
    when.map(|when| when.to_string()).unwrap_or_default()
}

fn role(draft: &Draft, line: u32) -> Option<LineRole> {
    draft.segments.iter().find(|segment| segment.line == line).map(|segment| segment.role)
}

#[test]
fn lines_organisations_and_people_of_the_cases_are_found() {
    check(CASES);
}
