//! Names of people: a printed name is recorded whole.

use super::article::ArticleCheck;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::Person;
use crate::text::{lowercase, match_ranges};

/// Family names of most Vietnamese people, in lower case.
const FAMILIES: [&str; 44] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
    "dương", "lý", "đinh", "đoàn", "trịnh", "trương", "mai", "đào", "cao", "lưu", "lương", "hà", "tạ",
    "phùng", "chu", "thái", "tô", "kiều", "vi", "quách", "la", "lâm", "tống", "vương", "nghiêm", "khuất",
    "triệu", "thân", "giang", "doãn",
];

/// Words of roles and titles, which may follow a name without a sign.
const ROLES: [&str; 17] = [
    "chủ",
    "phó",
    "bí",
    "giám",
    "trưởng",
    "tổ",
    "ủy",
    "uỷ",
    "bộ",
    "thứ",
    "tổng",
    "cục",
    "viện",
    "hiệu",
    "ông",
    "bà",
    "đồng",
];

impl<'a> ArticleCheck<'a> {
    /// Checks one person.
    pub fn check_person(&mut self, path: FactPath, person: &'a Person) {
        let Some(text) = self.line(&path, person.line) else { return };
        self.require_on_line(path.clone().field("name"), person.line, text, &person.name);
        if let Some(role) = &person.role {
            self.require_on_line(path.clone().field("role"), person.line, text, role);
        }
        let name = folded(&person.name);
        let ranges = match_ranges(text, &name);
        let longer = |range: &std::ops::Range<usize>| {
            let before = text.get(..range.start).is_some_and(|before| ends_with_family(before, &name));
            before || text.get(range.end..).is_some_and(goes_on)
        };
        if !ranges.is_empty() && ranges.iter().all(longer) {
            let problem = Problem::error(path.field("name"), ProblemCode::NameCutShort);
            self.report(Some(person.line), problem.found(quote(&person.name)));
        }
    }
}

/// Returns whether a text ends with a family name, and `name` does not begin with one.
fn ends_with_family(before: &str, name: &str) -> bool {
    let is_family = |word: &str| FAMILIES.contains(&lowercase(word).as_str());
    let starts_upper = |word: &str| word.starts_with(char::is_uppercase);
    let Some(last) = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next()) else {
        return false;
    };
    let first = name.split(' ').next().unwrap_or(name);
    starts_upper(last) && is_family(last) && !is_family(first)
}

/// Returns whether the text behind a name goes on with a word that begins with a capital letter and is no role.
fn goes_on(behind: &str) -> bool {
    let next = behind.strip_prefix(' ').and_then(|behind| behind.split([' ', ',', '.', ';', ')']).next());
    next.is_some_and(|word| {
        let is_acronym = word.chars().filter(|c| c.is_uppercase()).count() > 1;
        word.starts_with(char::is_uppercase) && !is_acronym && !ROLES.contains(&lowercase(word).as_str())
    })
}
