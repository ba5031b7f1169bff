//! Role of a figure: result, target, participation, input or plan, by the words around it in its sentence.
//!
//! The words are in `figures.txt`. The unit decides first what a figure can be: money is put in or gained, gifts are put in,
//! ideas and awards are results. People and their groups take part, get something, or are recognised: the verb after
//! them counts most ("45 thợ được khen"), then the nearest verb before them ("hỗ trợ 45 thợ"), then the figure before
//! them ("486 vận động viên của 39 đơn vị").

use thidua_core::domain::{Comparator, Dimension, Role};
use thidua_core::text::lowercase;
use thidua_core::text::quantity::Quantity;

use super::role_cues::FigureSite;
use crate::context::Context;
use crate::phrase_table::PhraseHit;
use crate::vocabulary::RoleCue::{
    self, Done, Gain, Given, Goal, Input, NearGoal, Participation, Place, Reach, Recognition, Size, Target,
    Worth,
};

/// Most words between a word of participation and the number.
const NEAR: usize = 7;
/// Most words between a word of giving and those who are given something.
const GIVEN_NEAR: usize = 14;
/// Most words between a verb of reaching and the goal that is reached.
const REACHED_NEAR: usize = 6;
/// Most words between a goal and a verb after it that reaches it.
const REACHED_AFTER: usize = 3;
/// Most words of the time or place before the subject of a sentence.
const SHORT_LEAD: usize = 6;
/// Most words between a verb of giving and the award that is given.
const AWARD_NEAR: usize = 6;

/// What a unit counts, as far as roles depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Money,
    Percent,
    /// Contents and rounds.
    Plans,
    People,
    /// Those who compete, meet or represent: they take part.
    Participants,
    /// Unions, companies, schools.
    Bodies,
    /// Places, groups, sections of a contest.
    Places,
    Ideas,
    Awards,
    Gifts,
    Goods,
    Projects,
    Activities,
    Other,
}

impl Counted {
    fn of(context: &Context, quantity: &Quantity) -> Self {
        let Some(id) = quantity.unit.as_ref() else { return Self::Other };
        if context.vocabulary.plan_units.contains(id.as_str()) {
            return Self::Plans;
        }
        match context.units.iter().find(|unit| unit.id == *id).map(|unit| unit.dimension) {
            Some(Dimension::Money) => return Self::Money,
            Some(Dimension::Percent) => return Self::Percent,
            _ => {}
        }
        match id.as_str() {
            "contestant" | "delegate" | "team" | "participation-times" => Self::Participants,
            "person" | "worker" | "union-member" | "official" | "teacher" | "pupil" | "child" | "family"
            | "couple" | "individual" | "individual-times" | "role-model" | "times" => Self::People,
            "organisation-unit"
            | "enterprise"
            | "grassroots-union"
            | "school"
            | "collective"
            | "collective-times"
            | "individual-or-collective" => Self::Bodies,
            "group" | "locality" => Self::Places,
            "workday" | "usd" => Self::Goods,
            "initiative" | "solution" | "topic" | "work-product" | "model" | "entry" | "performance"
            | "agreement" => Self::Ideas,
            "award" => Self::Awards,
            "gift" | "scholarship" | "house" => Self::Gifts,
            "goods" => Self::Goods,
            "project" => Self::Projects,
            "activity" | "stall" => Self::Activities,
            _ => Self::Other,
        }
    }

    const fn can_take_part(self) -> bool {
        matches!(self, Self::People | Self::Participants | Self::Bodies | Self::Places | Self::Other)
    }
}

/// What is meant to happen with a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    /// It is aimed at.
    Goal,
    /// It is only expected: "sẽ có 120 thí sinh".
    Expected,
    None,
}

/// Figure before another one on its line.
#[derive(Debug, Clone, Copy)]
pub(super) struct FigureBefore<'a> {
    pub quantity: &'a Quantity,
    pub role: Role,
    /// Byte where its recorded words end.
    pub end: usize,
}

/// Returns the role of the figure at `site`. `previous` is the figure before it on its line, `is_share` is true where
/// words such as "trong đó" are before it.
pub(super) fn role(
    site: &FigureSite<'_>,
    context: &Context,
    previous: Option<FigureBefore<'_>>,
    is_share: bool,
) -> Role {
    let previous =
        previous.filter(|before| site.view.word_to(before.quantity.range.end) > site.sentence.start);
    let counted = Counted::of(context, site.quantity);
    let reader = RoleReader { site, context, counted, previous, is_share };
    // "412/530 công đoàn cơ sở": the whole is the size of a union or host.
    if site.is_whole_of_part() && counted.can_take_part() {
        return Role::Participation;
    }
    if counted == Counted::Plans {
        return reader.of_plan();
    }
    match reader.aim() {
        Aim::Goal => return Role::Target,
        Aim::Expected if matches!(counted, Counted::Activities | Counted::Awards | Counted::Places) => {
            return Role::Plan;
        }
        Aim::Expected if matches!(counted, Counted::Goods | Counted::Projects) => return Role::Input,
        Aim::Expected if counted == Counted::Ideas => return Role::Target,
        Aim::Expected | Aim::None => {}
    }
    if reader.is_place() {
        return Role::Plan;
    }
    match counted {
        Counted::Money => reader.of_money(),
        Counted::Percent => reader.of_percent(),
        Counted::Ideas | Counted::Awards => Role::Result,
        Counted::Gifts => Role::Input,
        Counted::Goods if reader.is_called_for() => Role::Target,
        Counted::Goods if lowercase(site.text(site.words.start, site.words.end)).contains("máu") => {
            Role::Result
        }
        Counted::Goods if reader.is_given() || reader.follows(Role::Input) => Role::Input,
        Counted::Projects if site.last(&[Given, Input]).is_some() || reader.is_loan() => Role::Input,
        Counted::Activities if reader.is_given_ride() => Role::Input,
        Counted::Goods | Counted::Projects | Counted::Activities => Role::Result,
        _ => reader.of_people(),
    }
}

struct RoleReader<'a> {
    site: &'a FigureSite<'a>,
    context: &'a Context,
    counted: Counted,
    previous: Option<FigureBefore<'a>>,
    is_share: bool,
}

impl RoleReader<'_> {
    /// Contents and rounds are planned, unless they are reached: "hoàn thành 6/6 chỉ tiêu".
    fn of_plan(&self) -> Role {
        let site = self.site;
        let reached =
            site.before().next().is_some_and(|hit| self.is_reaching(hit) && hit.to == site.words.start)
                || site.view.get(&site.quantity.range).contains('/')
                || site.after().find(|hit| hit.meaning != Done).is_some_and(|hit| self.is_reaching(hit));
        if !reached {
            return Role::Plan;
        }
        if self.aim() == Aim::Goal { Role::Target } else { Role::Result }
    }

    /// Returns whether the figure is aimed at: a word of aiming is before it, and nothing after that word says that it is
    /// done.
    fn aim(&self) -> Aim {
        let site = self.site;
        let done_after = || site.after().next().is_some_and(|hit| hit.meaning == Done);
        let Some(aim) = site.before().find(|hit| self.is_aim(hit)) else {
            let done = site.last(&[Done]).is_some() || done_after();
            let is_goal = !done && (site.view.is_aim || self.is_demanded() || self.continues_aims());
            return if is_goal { Aim::Goal } else { Aim::None };
        };
        let directly = aim.to == site.words.start;
        if !directly && (site.last(&[Done]).is_some_and(|done| done.from >= aim.to) || done_after()) {
            return Aim::None;
        }
        // "sẽ có 120 thí sinh tham gia", "kinh phí dự kiến 5 tỷ đồng", but "sẽ kết nạp 300 đoàn viên".
        let expected = matches!(lowercase(site.text(aim.from, aim.to)).as_str(), "sẽ" | "dự kiến");
        let grows = site.last(&[Recognition]).is_some_and(|hit| hit.from >= aim.from);
        let is_result = self.counted == Counted::Percent || (grows && self.counted.can_take_part());
        if expected && !is_result { Aim::Expected } else { Aim::Goal }
    }

    /// "Cụ thể, kết nạp 300 đoàn viên" after a sentence that sets goals.
    fn continues_aims(&self) -> bool {
        let site = self.site;
        let opening =
            lowercase(site.text(site.sentence.start, (site.sentence.start + 3).min(site.sentence.end)));
        let continues = ["cụ thể", "trong đó", "đồng thời", "bên cạnh đó", "ngoài ra", "cùng với đó"];
        let mut earlier = site.earlier_sentence();
        continues.iter().any(|word| opening.starts_with(word))
            && earlier.any(|hit| matches!(hit.meaning, Target | Goal))
            && !site.earlier_sentence().any(|hit| hit.meaning == Done || self.is_reaching(hit))
    }

    /// "mỗi đơn vị có ít nhất 2 sáng kiến": the least that is demanded of each.
    fn is_demanded(&self) -> bool {
        let site = self.site;
        let from = site.words.start.saturating_sub(GIVEN_NEAR).max(site.sentence.start);
        let each = |index: usize| {
            let of_time = matches!(
                site.view.key(index + 1),
                "năm" | "tháng" | "quý" | "ngày" | "tuần" | "ca" | "lần" | "đêm"
            );
            site.view.key(index) == "mỗi" && !of_time
        };
        // Reports of results bound what was reached by "trên" and "gần".
        let least = site.quantity.comparator == Comparator::Ge && self.counted != Counted::Money;
        let of_each = self.counted == Counted::Ideas
            && site.word_before(1) == "có"
            && (from..site.words.start).any(each);
        least || of_each
    }

    /// Returns whether a word before the figure makes it a target.
    fn is_aim(&self, hit: &PhraseHit<RoleCue>) -> bool {
        let site = self.site;
        let directly = hit.to == site.words.start
            || (hit.to + 1 == site.words.start
                && matches!(site.word_before(1), "là" | "có" | "đạt" | "được"));
        match hit.meaning {
            // "từ năm 2019 đến năm 2023 có …" is a period.
            Target if lowercase(site.text(hit.from, hit.to)) == "đến năm" => {
                let before = hit.from.saturating_sub(4)..hit.from;
                !before
                    .into_iter()
                    .any(|index| matches!(site.view.key(index), "từ" | "tính" | "năm" | "đoạn"))
            }
            Target if lowercase(site.text(hit.from, hit.to)) == "theo kế hoạch" => {
                hit.from == site.sentence.start
            }
            Target => true,
            // "Kế hoạch năm 2031, công ty sản xuất 2 triệu tấn".
            NearGoal if hit.from == site.sentence.start && site.view.key(hit.to) == "năm" => true,
            NearGoal => directly && self.counted != Counted::Percent && !self.counted.can_take_part(),
            Goal => {
                let reached = self.is_reached(hit) || self.is_purpose(hit);
                !reached || (directly && self.counted != Counted::Percent)
            }
            _ => false,
        }
    }

    /// Returns whether a goal is said to be reached: "hoàn thành các chỉ tiêu", "vượt mục tiêu".
    fn is_reached(&self, goal: &PhraseHit<RoleCue>) -> bool {
        let site = self.site;
        // "các chỉ tiêu đều đạt và vượt, trong đó …".
        let reached_after = site.before().take_while(|hit| hit.from >= goal.to).any(|hit| {
            hit.meaning == Reach
                && hit.to < site.words.start
                && hit.from.saturating_sub(goal.to) <= REACHED_AFTER
                && self.is_reaching(hit)
        });
        reached_after
            || site.before().skip_while(|hit| hit.from >= goal.from).take(2).any(|hit| {
                hit.meaning == Reach
                    && goal.from.saturating_sub(hit.to) <= REACHED_NEAR
                    && (hit.to..goal.from)
                        .all(|index| !site.view.gap(index.saturating_sub(1)).contains([';', ':']))
            })
    }

    /// "Với mục tiêu chăm lo cho đoàn viên, công đoàn trao 12 mái ấm": a purpose is no goal.
    fn is_purpose(&self, goal: &PhraseHit<RoleCue>) -> bool {
        let site = self.site;
        let led = goal
            .from
            .checked_sub(1)
            .is_some_and(|index| matches!(site.view.key(index), "với" | "vì" | "nhằm"));
        let between = site.text(goal.to, site.words.start);
        led && between.contains(',') && !between.contains(|c: char| c.is_ascii_digit())
    }

    /// Returns whether a verb says that something was reached.
    fn is_reaching(&self, hit: &PhraseHit<RoleCue>) -> bool {
        let word = lowercase(self.site.text(hit.from, hit.to));
        hit.meaning == Reach && ["đạt", "vượt", "hoàn thành"].iter().any(|verb| word.starts_with(verb))
    }

    /// Money is gained, or given and spent.
    fn of_money(&self) -> Role {
        let site = self.site;
        let nearest = site.last(&[Gain, Worth, Input, Given]);
        let after = site.after().find(|hit| matches!(hit.meaning, Gain | Input));
        match nearest {
            Some(hit) if hit.meaning == Gain => Role::Result,
            Some(hit) if hit.meaning == Worth => {
                let of = lowercase(site.text(hit.to, site.words.start));
                let prize = ["giải", "quà", "thưởng", "hỗ trợ", "học bổng", "suất", "chăm lo", "kinh phí"];
                let given =
                    site.before().any(|other| other.to <= hit.from && matches!(other.meaning, Given | Input));
                let is_input =
                    prize.iter().any(|word| of.contains(word)) || given || self.follows(Role::Input);
                if is_input { Role::Input } else { Role::Result }
            }
            _ if after.is_some_and(|hit| hit.meaning == Gain) => Role::Result,
            _ => Role::Input,
        }
    }

    /// A percentage is a share of people who take part, or a result.
    fn of_percent(&self) -> Role {
        let site = self.site;
        let noun = site.words.end > site.view.word_to(site.quantity.range.end);
        let first_after = site.after().find(|hit| matches!(hit.meaning, Participation | Recognition | Reach));
        let is_composition =
            (1..=3).any(|count| site.word_before(count) == "chiếm") || site.word_after(1) == "là";
        if let (true, Some(hit)) = (noun, first_after) {
            let takes_part = hit.meaning == Participation && !self.is_negated(hit);
            return if takes_part { Role::Participation } else { Role::Result };
        }
        if noun && self.is_reached_by_launch() {
            return Role::Participation;
        }
        let changes = ["tăng", "giảm", "vượt", "hơn"].contains(&site.word_before(1));
        if is_composition && self.is_of_force() {
            return Role::Participation;
        }
        let nearest = site.last(&[Participation, Recognition, Given, Size, Gain]);
        let takes_part = nearest.is_some_and(|hit| {
            let to = hit.to + usize::from(matches!(site.word_before(1), "đạt" | "là" | "chiếm"));
            hit.meaning == Participation
                && if noun { site.words.start.saturating_sub(hit.to) <= NEAR } else { to == site.words.start }
                && !site.is_separated(hit.to.saturating_sub(1))
        });
        if takes_part && !changes { Role::Participation } else { Role::Result }
    }

    /// People and their groups take part, are given something, or are recognised.
    fn of_people(&self) -> Role {
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
    fn is_negated(&self, verb: &PhraseHit<RoleCue>) -> bool {
        (self.site.words.end..verb.from).any(|index| matches!(self.site.view.key(index), "chưa" | "không"))
    }

    /// Returns whether an award is between a word of giving and the figure: "trao bằng khen cho 12 tập thể".
    fn is_award_given(&self, given: &PhraseHit<RoleCue>) -> bool {
        let between = lowercase(self.site.text(given.to, self.site.words.start));
        AWARDS.iter().any(|award| between.contains(award))
    }

    /// Returns whether goods are given.
    fn is_given(&self) -> bool {
        let given = self.site.last(&[Given, Input, Recognition, Reach, Participation]);
        let near = |hit: &PhraseHit<RoleCue>| self.site.words.start.saturating_sub(hit.to) <= NEAR;
        let provided = |hit: &PhraseHit<RoleCue>| {
            let verb = lowercase(self.site.text(hit.from, hit.to));
            hit.meaning == Given || PROVIDING.contains(&verb.as_str())
        };
        given.is_some_and(|hit| provided(hit) && near(hit))
            || matches!(self.site.word_before(1), "cấp" | "phát" | "mua" | "góp" | "lắp")
    }

    /// "phát động đợt thi đua 90 ngày đêm sản xuất 10 triệu tấn than": what is called for is a goal.
    fn is_called_for(&self) -> bool {
        let site = self.site;
        site.before().next().is_some_and(|hit| {
            site.text(hit.from, hit.to).contains("phát động") && !site.is_separated(hit.to.saturating_sub(1))
        })
    }

    fn is_loan(&self) -> bool {
        self.site.after().next().is_some_and(|hit| matches!(hit.meaning, Given | Input))
    }

    /// Free journeys: "95 chuyến xe đưa 4.300 công nhân về quê".
    fn is_given_ride(&self) -> bool {
        let noun = lowercase(self.site.text(self.site.words.start, self.site.words.end));
        noun.contains("chuyến")
            && (matches!(self.site.word_after(1), "đưa" | "đón" | "chở" | "miễn")
                || noun.contains("nghĩa tình"))
    }

    /// Places and parts of a contest: "diễn ra tại 4 khu vực".
    fn is_place(&self) -> bool {
        let site = self.site;
        let can_be = matches!(self.counted, Counted::Places | Counted::Activities | Counted::Other)
            || site.quantity.unit.as_ref().is_some_and(|unit| unit.as_str() == "entry");
        let placed = site.last(&[Place]).is_some_and(|hit| hit.to == site.words.start);
        let divided = matches!(site.word_before(1), "gồm" | "thành" | "làm" | "qua");
        let contests = &self.context.vocabulary.contests;
        let is_contest = || {
            contests
                .first(site.view.text(), &site.view.words, site.sentence.start, site.sentence.end)
                .is_some()
        };
        can_be && (placed || divided) && is_contest()
    }

    /// Returns whether the figure directly follows one with this role, joined by words that name no act.
    fn follows(&self, role: Role) -> bool {
        let site = self.site;
        self.previous.filter(|before| before.role == role).is_some_and(|before| {
            let from = site.view.word_to(before.end);
            let between = from..site.words.start;
            between.len() <= 8
                && !site.before().any(|hit| {
                    hit.from >= from && matches!(hit.meaning, Recognition | Done | Reach | Gain | Target)
                })
        })
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
    fn is_reached_by_launch(&self) -> bool {
        let site = self.site;
        let before = lowercase(site.text(site.sentence.start, site.words.start));
        matches!(site.word_before(1), "đến" | "tới")
            && ["phát động", "triển khai", "quán triệt", "lan toả", "lan tỏa"]
                .iter()
                .any(|word| before.contains(word))
    }

    /// "nữ chiếm 54%", "70% công nhân là nữ": the composition of a union or of those who take part.
    fn is_of_force(&self) -> bool {
        let site = self.site;
        let force = ["thí sinh", "đoàn viên", "công nhân", "lao động", "cnvclđ", "nữ", "cán bộ", "lực lượng"];
        let sentence = lowercase(site.text(site.sentence.start, site.words.end));
        site.last(&[Recognition, Gain]).is_none()
            && !self.follows(Role::Result)
            && (self.follows(Role::Participation) || force.iter().any(|word| sentence.contains(word)))
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

/// Words after those who are counted that are no verb. The empty word stands for the end of the clause.
const NO_VERB: [&str; 20] = [
    "", "với", "và", "trực", "thuộc", "của", "ở", "tại", "trên", "trong", "là", "đang", "cùng", "các",
    "toàn", "đến", "từ", "người", "khó", "nữ",
];

/// Verbs of [`Input`] whose object is goods.
const PROVIDING: [&str; 6] = ["trang bị", "lắp đặt", "bàn giao", "đóng góp", "quyên góp", "hỗ trợ"];

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
