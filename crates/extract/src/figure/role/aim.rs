//! Goals: whether a figure is aimed at, expected, or neither.

use thidua_core::domain::Comparator;
use thidua_core::text::lowercase;

use super::{Counted, RoleReader};
use crate::phrase_table::PhraseHit;
use crate::vocabulary::RoleCue::{self, Done, Goal, NearGoal, Reach, Recognition, Target};

/// Most words between a verb of reaching and the goal that is reached.
const REACHED_NEAR: usize = 6;
/// Most words between a goal and a verb after it that reaches it.
const REACHED_AFTER: usize = 3;
/// Most words between "mỗi" and what is demanded of each.
const DEMAND_NEAR: usize = 14;

/// What is meant to happen with a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// It is aimed at.
    Goal,
    /// It is only expected: "sẽ có 120 thí sinh".
    Expected,
    None,
}

impl RoleReader<'_> {
    /// Returns whether the figure is aimed at: a word of aiming is before it, and nothing after that word says that it is
    /// done.
    pub(super) fn aim(&self) -> Aim {
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
        let from = site.words.start.saturating_sub(DEMAND_NEAR).max(site.sentence.start);
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
    pub(super) fn is_reaching(&self, hit: &PhraseHit<RoleCue>) -> bool {
        let word = lowercase(self.site.text(hit.from, hit.to));
        hit.meaning == Reach && ["đạt", "vượt", "hoàn thành"].iter().any(|verb| word.starts_with(verb))
    }

    /// "phát động đợt thi đua 90 ngày đêm sản xuất 10 triệu tấn than": what is called for is a goal.
    pub(super) fn is_called_for(&self) -> bool {
        let site = self.site;
        site.before().next().is_some_and(|hit| {
            site.text(hit.from, hit.to).contains("phát động") && !site.is_separated(hit.to.saturating_sub(1))
        })
    }
}
