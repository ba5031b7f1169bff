//! Names of rounds and of the emulation of a year, which belong to one organisation.
//!
//! "Thi đua năm 2022" and "đợt 1" are printed in the articles of many organisations and name other campaigns each time.
//! In the draft they have their year and organisation in the name: "Thi đua năm 2022 của LĐLĐ quận X".

use thidua_core::domain::CampaignKind;
use thidua_core::text::capitalise;

use super::{LineMention, YEARLY_RULE};
use crate::analyzed_line::AnalyzedLine;

/// Most words of a round that is named by its number alone: "Đợt thi đua 1" has four.
const NUMBERED_WORDS: usize = 3;

/// Name of a campaign that is told apart by organisation and year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LocalName {
    pub name: String,
    /// Year, where it is printed with the name or known from the article.
    pub year: Option<String>,
}

impl LocalName {
    /// Name of a mention of a round or of the emulation of a year. `None` for other mentions and for quoted names.
    /// `year` is the year of the article.
    pub fn of(
        view: &AnalyzedLine<'_>,
        mention: &LineMention,
        organisation: Option<&str>,
        year: Option<&str>,
    ) -> Option<Self> {
        let is_yearly = mention.reason.rule == YEARLY_RULE;
        let is_round = mention.kind == CampaignKind::Round && !mention.quoted;
        if !is_yearly && !is_round {
            return None;
        }
        let printed = view.get(&mention.range);
        let year = year_in(printed)
            .or_else(|| is_round.then(|| year_behind(view, mention)).flatten())
            .or(year.map(str::to_owned));
        let of_year = year.as_ref().map(|year| format!(" năm {year}")).unwrap_or_default();
        let name = if is_yearly {
            format!("Thi đua{of_year}")
        } else if printed.split(' ').count() <= NUMBERED_WORDS && !printed.contains("thi đua") {
            format!("{} thi đua{of_year}", capitalise(printed))
        } else {
            capitalise(printed)
        };
        let owner = organisation.map(|name| name.replacen("Liên đoàn Lao động", "LĐLĐ", 1));
        let owner = owner.map(|owner| format!(" của {owner}")).unwrap_or_default();
        Some(Self { name: format!("{name}{owner}"), year })
    }
}

/// The first year among the words of a name.
pub(super) fn year_in(name: &str) -> Option<String> {
    let is_year = |word: &&str| {
        word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    name.split(|c: char| !c.is_alphanumeric()).find(is_year).map(str::to_owned)
}

/// Year of the dates of a round, which follow its name in the sentence: "Đợt 1 từ 1/1/2022 đến 30/6/2022".
fn year_behind(view: &AnalyzedLine<'_>, mention: &LineMention) -> Option<String> {
    let sentence = view.sentence(mention.range.start);
    let behind = mention.range.end..sentence.end;
    let date = view.dates.iter().find(|date| behind.contains(&date.range.start))?;
    year_in(&date.value.to_string())
}
