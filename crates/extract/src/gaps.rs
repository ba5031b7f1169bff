//! Gaps of a draft: what an article needs before it can be published, and the draft does not have.
//!
//! A text without a headline, or one that names no organisation, is still an article: its facts are drafted and verified,
//! and a person fills the gap.

use serde::{Deserialize, Serialize};
use thidua_core::domain::OrganisationKind;
use thidua_core::text::{fold_space, key, nfc};

use super::context::Context;
use super::diagnostic::DiagnosticKind;
use super::draft::{Draft, DraftFact, DraftOrganisation, FactReason, TextSpan};
use super::lines::lines;
use super::manual::find_span;
use super::organisation;

/// A part of an article that a draft lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftGap {
    /// The headline.
    Headline,
    /// The organisation that the article reports on.
    Organisation,
}

/// Rule of facts that a person filled in.
const FILLED_IN: &str = "by-hand";

impl Draft {
    /// Returns what the article lacks. Empty where the text holds no article.
    pub fn gaps(&self) -> Vec<DraftGap> {
        if self.lines.is_none() {
            return Vec::new();
        }
        let headline = self.headline.is_none().then_some(DraftGap::Headline);
        let organisation = self.organisation.is_none().then_some(DraftGap::Organisation);
        headline.into_iter().chain(organisation).collect()
    }

    /// Fills the gaps with placeholders that stand nowhere in the text, so that the other facts can be verified.
    #[must_use]
    pub fn with_placeholders(mut self) -> Self {
        let span = TextSpan { line: self.lines.map_or(1, |[first, _]| first), start: 0, end: 0 };
        let reason = || FactReason::new("", "");
        if self.headline.is_none() {
            self.headline = Some(DraftFact { span, words: String::new(), reason: reason(), fact: () });
        }
        if self.organisation.is_none() {
            let fact = DraftOrganisation {
                name: "?".to_owned(),
                kind: OrganisationKind::Other,
                aliases: Vec::new(),
                existing: None,
                count: 0,
            };
            self.organisation = Some(self.organisations.len());
            self.organisations.push(DraftFact { span, words: String::new(), reason: reason(), fact });
        }
        self
    }

    /// Makes a line of `text` the headline: the first with these words. Returns false where no line has them.
    pub fn fill_headline(&mut self, text: &str, words: &str) -> bool {
        let words = fold_space(&nfc(words)).into_owned();
        let Some(line) = lines(text).into_iter().find(|line| line.text == words && !words.is_empty()) else {
            return false;
        };
        let span = line.whole_span();
        let reason = FactReason::new(FILLED_IN, "");
        self.headline = Some(DraftFact { span, words, reason, fact: () });
        let [first, last] = self.lines.unwrap_or([line.number, line.number]);
        self.excluded.extend(line.number + 1..first);
        self.excluded.retain(|excluded| *excluded != line.number);
        self.excluded.sort_unstable();
        self.lines = Some([first.min(line.number), last.max(line.number)]);
        self.diagnostics.retain(|diagnostic| diagnostic.kind != DiagnosticKind::NoHeadline);
        true
    }

    /// Makes the organisation with this name the one that the article reports on. It need not be printed in `text`.
    pub fn fill_organisation(&mut self, text: &str, name: &str, context: &Context) {
        let printed = fold_space(&nfc(name)).into_owned();
        let (name, kind) = organisation::of_words(&printed);
        let same = |found: &DraftFact<DraftOrganisation>| key(&found.fact.name) == key(&name);
        let index = self.organisations.iter().position(same).unwrap_or_else(|| {
            let existing = organisation::find_by_name(context, &key(&name))
                .or_else(|| organisation::find_by_name(context, &key(&printed)));
            let [first, last] = self.lines.unwrap_or([1, 1]);
            let span = (first..=last).find_map(|line| find_span(text, line, &printed));
            let span = span.unwrap_or(TextSpan { line: first, start: 0, end: 0 });
            let fact = DraftOrganisation {
                aliases: if printed == name { Vec::new() } else { vec![printed.clone()] },
                existing: existing.map(|organisation| organisation.id.clone()),
                name,
                kind,
                count: 1,
            };
            let reason = FactReason::new(FILLED_IN, "");
            self.organisations.push(DraftFact { span, words: printed, reason, fact });
            self.organisations.len() - 1
        });
        self.organisation = Some(index);
        self.diagnostics.retain(|diagnostic| {
            !matches!(
                diagnostic.kind,
                DiagnosticKind::NoOrganisation | DiagnosticKind::OrganisationWithoutPlace
            )
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;

    #[test]
    fn gaps_are_named_and_filled() {
        let text = "Trong 5 năm qua, đoàn viên công đoàn đã có 120 sáng kiến, đem lại kết quả tốt cho các đơn vị trong \
                    toàn huyện.\n\nPhong trào thi đua cũng thu hút đông đảo công nhân lao động tham gia.";
        let context = Context::default();
        let draft = extract(text, &context);
        assert_eq!(draft.gaps(), [DraftGap::Headline, DraftGap::Organisation]);
        assert_eq!(draft.figures.len(), 1);
        assert_eq!(draft.clone().with_placeholders().gaps(), []);

        let text = format!("Thi đua ở Lũng Vài\n\n\n{text}");
        let mut draft = extract(&text, &context);
        draft.headline = None;
        assert!(!draft.fill_headline(&text, "Tiêu đề khác"));
        assert!(draft.fill_headline(&text, "Thi đua ở  Lũng Vài"));
        draft.fill_organisation(&text, "LĐLĐ huyện Lũng Vài", &context);
        assert_eq!((draft.gaps(), draft.lines), (Vec::new(), Some([1, 6])));
        let main = draft.organisation.and_then(|index| draft.organisations.get(index)).unwrap();
        assert_eq!(main.fact.name, "Liên đoàn Lao động huyện Lũng Vài");
    }

    #[test]
    fn blank_text_has_no_gaps() {
        assert_eq!(extract(" ", &Context::default()).gaps(), []);
    }
}
