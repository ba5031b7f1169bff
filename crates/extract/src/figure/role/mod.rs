//! Role of a figure: result, target, participation, input or plan, by the words around it in its sentence.
//!
//! The words are in `figures.txt`. The unit decides first what a figure can be: money is put in or gained, gifts are put in,
//! ideas and awards are results. People and their groups take part, get something, or are recognised: the verb after
//! them counts most ("45 thợ được khen"), then the nearest verb before them ("hỗ trợ 45 thợ"), then the figure before
//! them ("486 vận động viên của 39 đơn vị").

mod aim;
mod counted_kind;
mod people;

use thidua_core::domain::Role;
use thidua_core::text::lowercase;
use thidua_core::text::quantity::Quantity;

use super::role_cues::FigureSite;
use crate::context::Context;
use crate::phrase_table::PhraseHit;
use crate::vocabulary::RoleCue::{
    self, Done, Gain, Given, Input, Participation, Place, Reach, Recognition, Size, Target, Worth,
};

use aim::Aim;
use counted_kind::Counted;

/// Most words between a word of participation and the number.
const NEAR: usize = 7;

/// Verbs of [`Input`] whose object is goods.
const PROVIDING: [&str; 6] = ["trang bị", "lắp đặt", "bàn giao", "đóng góp", "quyên góp", "hỗ trợ"];

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

    /// "nữ chiếm 54%", "70% công nhân là nữ": the composition of a union or of those who take part.
    fn is_of_force(&self) -> bool {
        let site = self.site;
        let force = ["thí sinh", "đoàn viên", "công nhân", "lao động", "cnvclđ", "nữ", "cán bộ", "lực lượng"];
        let sentence = lowercase(site.text(site.sentence.start, site.words.end));
        site.last(&[Recognition, Gain]).is_none()
            && !self.follows(Role::Result)
            && (self.follows(Role::Participation) || force.iter().any(|word| sentence.contains(word)))
    }
}
