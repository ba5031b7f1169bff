//! Corrections: the changes that a person has to make until a draft agrees with the labels.
//!
//! A fact that is missing has to be added, one too many has to be removed, and a wrong one at the same place is one
//! change. A line of the body that is taken for another part of the page is one change. Role, act, levels, period, share
//! and kind of campaign of facts that are right otherwise are one change each, if they are labelled. Campaigns of
//! figures are counted apart. The words on which a right figure stands need no change.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::tally::{Miss, Share, Tally, count};

/// Numbers of changes, by what is changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corrections {
    /// Number of articles.
    pub articles: usize,
    /// Figures that are missing, wrong or too many.
    pub figures: usize,
    /// Mentions of campaigns that are missing, wrong or too many.
    pub mentions: usize,
    /// People.
    pub people: usize,
    /// Rounds.
    pub phases: usize,
    /// Lines of the body.
    pub lines: usize,
    /// Headline, kicker, byline, date of publication, organisation and newspaper.
    pub header: usize,
    /// Properties of right figures and mentions, except the campaign of a figure.
    pub properties: usize,
    /// Campaigns of right figures. Not part of the total.
    pub figure_campaigns: usize,
    /// Number of words of the labelled lines.
    pub words: usize,
}

/// Corrections as rates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CorrectionRates {
    /// Corrections an article.
    pub per_article: f64,
    /// Corrections for 300 words.
    pub per_300_words: f64,
}

impl Corrections {
    /// Counts the changes of one article.
    pub(super) fn of(
        facts: &BTreeMap<&'static str, Tally>,
        properties: &BTreeMap<&'static str, Share>,
        words: usize,
    ) -> Self {
        let changes = |name: &str, is_same: fn(&Miss, &Miss) -> bool| {
            facts.get(name).map_or(0, |tally| changes(&tally.missed, &tally.extra, is_same))
        };
        let wrong = |name: &str| properties.get(name).map_or(0, |share| share.wrong.len());
        let header = ["headline", "kicker", "byline", "published", "organisation", "source"];
        let mut kinds: Vec<&str> =
            properties.get("campaign_kind").into_iter().flat_map(|s| &s.wrong).map(|m| &*m.words).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Self {
            articles: 1,
            figures: changes("figures", |a, b| a.line == b.line && a.start == b.start),
            mentions: mentions(facts),
            people: changes("people", overlap),
            phases: changes("phases", |a, b| a.line == b.line),
            lines: changes("body_lines", |_, _| false),
            header: header.iter().map(|name| changes(name, |_, _| true)).sum(),
            properties: ["role", "act", "levels", "period", "part_of"]
                .iter()
                .map(|name| wrong(name))
                .sum::<usize>()
                + kinds.len(),
            figure_campaigns: wrong("campaign"),
            words,
        }
    }

    /// Number of all changes, without the campaigns of figures.
    pub const fn total(&self) -> usize {
        self.figures + self.mentions + self.people + self.phases + self.lines + self.header + self.properties
    }

    /// Rates of the total, or of the campaigns of figures alone.
    pub fn rates(&self, changes: usize) -> CorrectionRates {
        let rate = |whole: usize| if whole == 0 { 0.0 } else { count(changes) / count(whole) };
        CorrectionRates { per_article: rate(self.articles), per_300_words: rate(self.words) * 300.0 }
    }

    /// Adds those of another article.
    pub fn add(&mut self, other: &Corrections) {
        self.articles += other.articles;
        self.figures += other.figures;
        self.mentions += other.mentions;
        self.people += other.people;
        self.phases += other.phases;
        self.lines += other.lines;
        self.header += other.header;
        self.properties += other.properties;
        self.figure_campaigns += other.figure_campaigns;
        self.words += other.words;
    }
}

impl Serialize for Corrections {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let total = self.rates(self.total());
        let campaigns = self.rates(self.figure_campaigns);
        let mut fields = serializer.serialize_struct("Corrections", 13)?;
        fields.serialize_field("total", &self.total())?;
        fields.serialize_field("per_article", &total.per_article)?;
        fields.serialize_field("per_300_words", &total.per_300_words)?;
        fields.serialize_field("figures", &self.figures)?;
        fields.serialize_field("mentions", &self.mentions)?;
        fields.serialize_field("people", &self.people)?;
        fields.serialize_field("phases", &self.phases)?;
        fields.serialize_field("lines", &self.lines)?;
        fields.serialize_field("header", &self.header)?;
        fields.serialize_field("properties", &self.properties)?;
        fields.serialize_field("figure_campaigns", &self.figure_campaigns)?;
        fields.serialize_field("figure_campaigns_per_article", &campaigns.per_article)?;
        fields.serialize_field("figure_campaigns_per_300_words", &campaigns.per_300_words)?;
        fields.end()
    }
}

/// Changes of mentions. A quoted name that is found without its marks is one change.
fn mentions(facts: &BTreeMap<&'static str, Tally>) -> usize {
    let of = |list: fn(&Tally) -> &Vec<Miss>| {
        let kinds = ["quoted_campaigns", "other_campaigns"];
        kinds.iter().filter_map(|name| facts.get(name)).flat_map(list).cloned().collect::<Vec<_>>()
    };
    changes(&of(|tally| &tally.missed), &of(|tally| &tally.extra), overlap)
}

/// Number of missed and extra facts, where a missed and an extra one that are the same count once.
fn changes(missed: &[Miss], extra: &[Miss], is_same: fn(&Miss, &Miss) -> bool) -> usize {
    let mut extra: Vec<&Miss> = extra.iter().collect();
    let mut count = missed.len();
    for miss in missed {
        if let Some(pos) = extra.iter().position(|other| is_same(miss, other)) {
            extra.swap_remove(pos);
        }
    }
    count += extra.len();
    count
}

/// Returns whether two facts of one line have the same words, or those of one are in those of the other.
fn overlap(a: &Miss, b: &Miss) -> bool {
    a.line == b.line && (a.words.contains(&b.words) || b.words.contains(&a.words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn miss(line: u32, start: u32, words: &str) -> Miss {
        Miss { article: "a".to_owned(), line, start, words: words.to_owned() }
    }

    #[test]
    fn wrong_fact_is_one_correction_and_two_places_are_two() {
        let at = |a: &Miss, b: &Miss| a.line == b.line && a.start == b.start;
        assert_eq!(changes(&[miss(1, 5, "7 người")], &[miss(1, 5, "7 người")], at), 1);
        assert_eq!(changes(&[miss(1, 5, "7 người")], &[miss(1, 9, "7 người")], at), 2);
        assert_eq!(changes(&[], &[miss(1, 9, "x"), miss(2, 9, "x")], at), 2);
        assert_eq!(
            changes(&[miss(1, 0, "Lao động giỏi"), miss(1, 0, "An toàn")], &[miss(1, 0, "giỏi")], overlap),
            2
        );
    }
}
