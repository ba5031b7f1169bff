//! Role of people and their groups: they take part, are given something, or are recognised.
//!
//! A verb directly before them counts most, then the verb after them, then the nearest verb before them, then the figure
//! before them. Those who are only there are the size of a union or a host.

use thidua_core::domain::Role;
use thidua_core::text::lowercase;

use super::{Counted, NEAR, RoleReader};
use crate::phrase_table::PhraseHit;
use crate::vocabulary::RoleCue::{self, Done, Given, Goal, Participation, Reach, Recognition, Size, Target};

/// Most words between a word of giving and those who are given something.
const GIVEN_NEAR: usize = 14;
/// Most words of the time or place before the subject of a sentence.
const SHORT_LEAD: usize = 6;
/// Most words between a verb of giving and the award that is given.
const AWARD_NEAR: usize = 6;

/// Words after those who are counted that are no verb. The empty word stands for the end of the clause.
const NO_VERB: [&str; 20] = [
    "", "với", "và", "trực", "thuộc", "của", "ở", "tại", "trên", "trong", "là", "đang", "cùng", "các",
    "toàn", "đến", "từ", "người", "khó", "nữ",
];

/// Words of what is given to those who are recognised.
const AWARDS: [&str; 16] = [
    "bằng khen",
    "giấy khen",
    "cờ",
    "danh hiệu",
    "kỷ niệm chương",
    "kỉ niệm chương",
    "huân chương",
    "huy chương",
    "giải",
    "bằng lao động",
    "chứng nhận",
    "thưởng cho",
    "khen thưởng",
    "phần thưởng",
    "biểu trưng",
    "bằng công nhận",
];

impl RoleReader<'_> {
    /// People and their groups take part, are given something, or are recognised.
    pub(super) fn of_people(&self) -> Role {
        let site = self.site;
        if matches!(site.word_before(1), "tăng" | "giảm" | "thêm") {
            return Role::Result;
        }
        if let Some(role) = self.by_verb_directly_before().or_else(|| self.by_verb_after()) {
            return role;
        }
        let nearest = site.last(&[Participation, Recognition, Given, Size]);
        let distance = |hit: &PhraseHit<RoleCue>| site.words.start.saturating_sub(hit.to);
        let joined = |hit: &PhraseHit<RoleCue>| !site.is_separated(hit.to.saturating_sub(1));
        if self.is_share && self.previous.is_some_and(|whole| whole.role == Role::Participation) {
            return Role::Participation;
        }
        let distinguished = [
            " giỏi",
            "tiêu biểu",
            "xuất sắc",
            "tiên tiến",
            "ưu tú",
            "điển hình",
            "vững mạnh",
            "văn hoá",
            "văn hóa",
        ];
        let noun = lowercase(site.text(site.words.start, site.words.end));
        let is_distinguished = distinguished.iter().any(|word| noun.contains(word));
        if self.is_attendance() {
            return Role::Participation;
        }
        match nearest {
            Some(hit) if hit.meaning == Participation && distance(hit) <= NEAR && joined(hit) => {
                return Role::Participation;
            }
            Some(hit) if hit.meaning == Recognition && (distance(hit) <= GIVEN_NEAR) => return Role::Result,
            Some(hit) if hit.meaning == Given && self.is_audience(hit.to) => return Role::Participation,
            Some(hit) if hit.meaning == Given && distance(hit) <= GIVEN_NEAR && !is_distinguished => {
                let recipient = !self.is_award_given(hit) && !matches!(self.counted, Counted::Places);
                return if recipient { Role::Input } else { Role::Result };
            }
            Some(hit) if hit.meaning == Size && (joined(hit) || self.follows(Role::Participation)) => {
                return Role::Participation;
            }
            _ => {}
        }
        if is_distinguished && self.counted != Counted::Participants {
            return Role::Result;
        }
        if self.is_subject()
            || self.counted == Counted::Participants
            || self.follows(Role::Participation)
            || self.is_host_size()
        {
            return Role::Participation;
        }
        if self.is_audience(0) || self.is_reached_by_launch() {
            return Role::Participation;
        }
        if self.follows(Role::Input) && matches!(site.word_before(1), "cho" | "và") {
            return Role::Input;
        }
        if matches!(site.word_before(1), "đưa" | "đón" | "chở") {
            return Role::Input;
        }
        // "2.300 bài dự thi của 45 đơn vị": they sent them.
        if matches!(site.word_before(1), "của" | "từ")
            && self.previous.is_some_and(|before| {
                matches!(Counted::of(self.context, before.quantity), Counted::Ideas | Counted::Activities)
                    && site.words.start.saturating_sub(site.view.word_to(before.end)) <= 3
            })
        {
            return Role::Participation;
        }
        Role::Result
    }

    /// Role by a verb directly before those who are counted: "khen thưởng 12 đoàn viên tham gia hiến máu", "hỗ trợ 300 đoàn
    /// viên đi chuyến tàu".
    fn by_verb_directly_before(&self) -> Option<Role> {
        let site = self.site;
        let verb = site.before().next()?;
        let joins =
            (verb.to..site.words.start).all(|index| matches!(site.view.key(index), "cho" | "mới" | "thêm"));
        let gap = site.text(verb.to.saturating_sub(1), site.words.start + 1);
        if !joins || gap.contains([',', ';', ':', '(']) {
            return None;
        }
        match verb.meaning {
            Recognition => Some(Role::Result),
            Given if !matches!(self.counted, Counted::Places) && !self.is_award_given(verb) => {
                Some(Role::Input)
            }
            _ => None,
        }
    }

    /// Role by the first verb after those who are counted: "45 thợ dự thi", "45 thợ được hỗ trợ".
    fn by_verb_after(&self) -> Option<Role> {
        let site = self.site;
        let acts = |hit: &&PhraseHit<RoleCue>| {
            matches!(hit.meaning, Participation | Recognition | Reach | Given | Target | Goal)
        };
        // "12 đơn vị trực thuộc được tặng cờ": the size of a host counts only where nothing else is said.
        let verb = site.after().find(acts).or_else(|| site.after().find(|hit| hit.meaning == Size))?;
        let printed = lowercase(site.text(verb.from, verb.to));
        let is_passive = verb.from > site.words.end
            && (site.words.end..verb.from).any(|index| matches!(site.view.key(index), "được" | "nhận"));
        match verb.meaning {
            Participation if self.is_negated(verb) => Some(Role::Result),
            Participation if self.counted.can_take_part() => Some(Role::Participation),
            Recognition => Some(Role::Result),
            Size if self.counted.can_take_part() => Some(Role::Participation),
            Given if self.is_lent_to(verb) => Some(Role::Input),
            Reach if printed.starts_with("đạt") => Some(Role::Result),
            // "được hỗ trợ", "được nhận quà", but "được tặng bằng khen" and "đã tặng quà".
            Given if is_passive || printed.starts_with("được") || printed.starts_with("nhận") => {
                let rest = lowercase(site.text(verb.to, (verb.to + AWARD_NEAR).min(site.sentence.end)));
                let is_award = AWARDS.iter().any(|award| rest.contains(award));
                Some(if is_award { Role::Result } else { Role::Input })
            }
            _ => None,
        }
    }

    /// "cho 145 hộ vay vốn", "giúp 30 hộ vay vốn".
    fn is_lent_to(&self, verb: &PhraseHit<RoleCue>) -> bool {
        matches!(self.site.word_before(1), "cho" | "giúp") && self.site.view.key(verb.from) == "vay"
    }

    /// "Tham dự buổi lễ có lãnh đạo LĐLĐ tỉnh, các sở, ngành cùng 300 đoàn viên": a sentence that lists who attended.
    fn is_attendance(&self) -> bool {
        let site = self.site;
        let first = site.before().last();
        let opens = |hit: &PhraseHit<RoleCue>| {
            let verb = lowercase(site.text(hit.from, hit.to));
            hit.meaning == Participation && hit.from <= site.sentence.start + 2 && verb.contains("dự")
                || verb.contains("có mặt")
        };
        first.is_some_and(opens) && site.last(&[Recognition, Given, Done]).is_none()
    }

    /// Returns whether "chưa" or "không" is between the figure and a verb after it.
    pub(super) fn is_negated(&self, verb: &PhraseHit<RoleCue>) -> bool {
        (self.site.words.end..verb.from).any(|index| matches!(self.site.view.key(index), "chưa" | "không"))
    }

    /// Returns whether an award is between a word of giving and the figure: "trao bằng khen cho 12 tập thể".
    fn is_award_given(&self, given: &PhraseHit<RoleCue>) -> bool {
        let between = lowercase(self.site.text(given.to, self.site.words.start));
        AWARDS.iter().any(|award| between.contains(award))
    }

    /// Those for whom something is held: "tổ chức 42 lớp … cho 3.150 nữ công nhân".
    /// What is held is named at word `since` or after it.
    fn is_audience(&self, since: usize) -> bool {
        let site = self.site;
        let held = [
            "lớp",
            "buổi",
            "hội nghị",
            "cuộc",
            "khoá",
            "khóa",
            "chuyên đề",
            "hội thảo",
            "tập huấn",
            "chương trình",
        ];
        let from = site.words.start.saturating_sub(GIVEN_NEAR).max(site.sentence.start).max(since);
        let before = lowercase(site.text(from, site.words.start));
        site.word_before(1) == "cho" && held.iter().any(|word| before.contains(word))
    }

    /// "phát động phong trào … đến 100% công đoàn cơ sở": they are called to take part.
    pub(super) fn is_reached_by_launch(&self) -> bool {
        let site = self.site;
        let before = lowercase(site.text(site.sentence.start, site.words.start));
        matches!(site.word_before(1), "đến" | "tới")
            && ["phát động", "triển khai", "quán triệt", "lan toả", "lan tỏa"]
                .iter()
                .any(|word| before.contains(word))
    }

    /// "Sáng nay, hơn 200 công nhân …": people who begin a sentence and are not said to be recognised act in it.
    fn is_subject(&self) -> bool {
        let site = self.site;
        let id = site.quantity.unit.as_ref().map_or("", |unit| unit.as_str());
        let people = matches!(id, "worker" | "union-member" | "official" | "teacher" | "person" | "pupil");
        let opens = site.words.start == site.sentence.start
            || (site.gap_before().contains(',')
                && site.words.start.saturating_sub(site.sentence.start) <= SHORT_LEAD);
        let recognised =
            || site.rest_of_sentence().any(|hit| matches!(hit.meaning, Recognition | Given | Reach));
        people && opens && !recognised()
    }

    /// The size of a host: "có 46 công đoàn cơ sở với 1.758 đoàn viên", "công ty có 540 đoàn viên".
    fn is_host_size(&self) -> bool {
        let site = self.site;
        let id = site.quantity.unit.as_ref().map_or("", |unit| unit.as_str());
        let in_bracket = site.gap_before().contains('(');
        let has = matches!(site.word_before(1), "có" | "với" | "gồm" | "của") || in_bracket;
        let of_all = site.word_before(1) == "số" && matches!(site.word_before(2), "tổng" | "trong");
        let members = matches!(
            id,
            "grassroots-union"
                | "union-member"
                | "worker"
                | "official"
                | "enterprise"
                | "organisation-unit"
                | "teacher"
                | "pupil"
        );
        // "Công ty có 12 phân xưởng", but "đã có 12 tổ".
        let parts = id == "group" && site.word_before(1) == "có" && site.word_before(2) != "đã";
        // "Có 45 công nhân mua được nhà": a verb follows, which says that they do something.
        let has_subject = site.word_before(1) != "có"
            || !(site.words.start == site.sentence.start + 1
                || matches!(site.word_before(2), "đã" | "nay" | "qua"));
        let next_is_number = site.word_after(1).starts_with(|c: char| c.is_ascii_digit());
        let ends = site.after().next().is_none()
            && (has_subject || next_is_number || NO_VERB.contains(&site.word_after(1)));
        (has || of_all) && (members || parts) && ends
    }
}
