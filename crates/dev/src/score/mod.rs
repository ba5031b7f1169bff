//! Quality of extraction: comparison of a draft with the labelled article.
//!
//! A figure is right if the labels have a figure at the same position with the same value, unit and bound; a campaign,
//! if its name is labelled on that line; a person, if name and line agree; a line of the body, if it is labelled as
//! one. The other properties of figures (role, levels, period …) are compared only for right figures, as a share of
//! them. A figure that repeats another one is not counted, unless it is labelled.

mod tally;

use serde::Serialize;

use tally::LabelledItem;
pub use tally::{Miss, Tally};
use thidua_core::domain::{Article, Corpus, Figure, TextRef};
use thidua_core::text::{fold_space, key, match_ranges, next_char, nfc, prev_char};
use thidua_extract::{Draft, DraftFact, DraftFigure};
use thidua_extract::{TextLine, lines};

/// Kinds of fact that are compared, in the order of [`Score::kinds`].
pub const KINDS: [&str; 12] = [
    "figures",
    "quoted campaigns",
    "other campaigns",
    "people",
    "phases",
    "body lines",
    "headline",
    "kicker",
    "byline",
    "published",
    "organisation",
    "source",
];

/// Properties of figures that are compared, in the order of [`Score::details`].
pub const DETAILS: [&str; 7] =
    ["words", "role", "levels", "period", "campaign", "part of", "kind of campaign"];

/// Comparison of one or more drafts with their labels.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Score {
    /// One tally for each of [`KINDS`].
    pub kinds: Vec<Tally>,
    /// One tally for each of [`DETAILS`]: `labelled` counts all right figures, `right` those whose property agrees;
    /// `missed` lists the differences.
    pub details: Vec<Tally>,
    /// Number of articles whose body lines agree exactly, and number of all articles.
    pub exact_bodies: [usize; 2],
}

impl Score {
    /// Adds the comparison of another article.
    pub fn add(&mut self, other: Score) {
        let join = |into: &mut Vec<Tally>, from: Vec<Tally>| {
            into.resize(into.len().max(from.len()), Tally::default());
            for (into, from) in into.iter_mut().zip(from) {
                into.add(from);
            }
        };
        join(&mut self.kinds, other.kinds);
        join(&mut self.details, other.details);
        self.exact_bodies[0] += other.exact_bodies[0];
        self.exact_bodies[1] += other.exact_bodies[1];
    }

    /// Tally of a kind of fact, by its name in [`KINDS`].
    pub fn kind(&self, name: &str) -> Option<&Tally> {
        self.kinds.get(KINDS.iter().position(|kind| *kind == name)?)
    }
}

/// Compares the draft of a text with the article labelled in `corpus`.
pub fn score(text: &str, draft: &Draft, article: &Article, corpus: &Corpus) -> Score {
    let compared = DraftComparison { lines: lines(text), draft, article, corpus };
    let id = article.id.as_str();
    let tally = |labelled, found| Tally::compare(id, labelled, found);
    let (quoted, plain) = compared.labelled_mentions();
    let (found_quoted, found_plain) = compared.found_mentions();
    let (labelled_lines, found_lines) = (compared.body(&article.text), compared.drafted_body());
    let exact = usize::from(labelled_lines == found_lines);
    let words = |line, words: &str| LabelledItem::new(line, folded(words), words);
    let whole =
        |found: Option<&DraftFact<()>>| found.map(|f| words(0, &f.words)).into_iter().collect::<Vec<_>>();
    let (labelled_figures, found_figures) = compared.figures();
    let period = |period: Option<String>| period.map(|p| words(0, &p)).into_iter().collect::<Vec<_>>();
    let kinds = vec![
        tally(labelled_figures, found_figures),
        tally(quoted, found_quoted),
        tally(plain, found_plain),
        tally(
            article.people.iter().map(|p| words(0, &p.name)).collect(),
            draft.people.iter().map(|p| words(0, &p.fact.name)).collect(),
        ),
        tally(
            article
                .phases
                .iter()
                .map(|p| LabelledItem::new(p.line, format!("{:?} {}", p.when, folded(&p.name)), &p.name))
                .collect(),
            draft
                .phases
                .iter()
                .map(|p| {
                    let when = p.fact.period.as_ref().and_then(|period| period.when);
                    LabelledItem::new(p.span.line, format!("{when:?} {}", folded(&p.words)), &p.words)
                })
                .collect(),
        ),
        tally(labelled_lines, found_lines),
        tally(vec![words(0, &article.headline)], whole(draft.headline.as_ref())),
        tally(article.kicker.iter().map(|k| words(0, k)).collect(), whole(draft.kicker.as_ref())),
        tally(
            article.byline.iter().map(|name| words(0, name)).collect(),
            draft.byline.iter().map(|found| words(0, &found.words)).collect(),
        ),
        tally(
            period(article.published.map(|p| p.to_string())),
            period(draft.published.as_ref().and_then(|p| p.fact.when).map(|p| p.to_string())),
        ),
        tally(compared.organisation(), compared.drafted_organisation()),
        tally(
            article.source.iter().map(|s| words(0, s)).collect(),
            draft.source.iter().map(|s| words(0, &s.fact.id)).collect(),
        ),
    ];
    Score { kinds, details: compared.details(), exact_bodies: [exact, 1] }
}

struct DraftComparison<'a> {
    lines: Vec<TextLine>,
    draft: &'a Draft,
    article: &'a Article,
    corpus: &'a Corpus,
}

impl DraftComparison<'_> {
    fn line(&self, number: u32) -> &str {
        let index = usize::try_from(number).unwrap_or(0).checked_sub(1);
        index.and_then(|i| self.lines.get(i)).map_or("", |line| line.text.as_str())
    }

    /// Code point at which the words of a labelled fact start.
    fn start(&self, number: u32, words: &str) -> Option<u32> {
        let index = usize::try_from(number).unwrap_or(0).checked_sub(1)?;
        let line = self.lines.get(index)?;
        let range = match_ranges(&line.text, &folded(words)).into_iter().next()?;
        Some(line.span(&range).start)
    }

    /// Mentions in quotation marks, and other mentions.
    fn labelled_mentions(&self) -> (Vec<LabelledItem>, Vec<LabelledItem>) {
        let mut lists = (Vec::new(), Vec::new());
        for mention in &self.article.mentions {
            let line = self.line(mention.line);
            let is_quoted = match_ranges(line, &folded(&mention.as_written)).into_iter().any(|range| {
                let mark = |c: Option<char>| c.is_some_and(|c| "“”\"'’‘«»„".contains(c));
                mark(prev_char(line, range.start))
                    && (mark(next_char(line, range.end)) || next_char(line, range.end) != Some(' '))
            });
            let item = LabelledItem::new(mention.line, key(&mention.as_written), &mention.as_written);
            if is_quoted { lists.0.push(item) } else { lists.1.push(item) }
        }
        lists
    }

    fn found_mentions(&self) -> (Vec<LabelledItem>, Vec<LabelledItem>) {
        let mut lists = (Vec::new(), Vec::new());
        for mention in &self.draft.mentions {
            let item = LabelledItem::new(mention.span.line, key(&mention.words), &mention.words);
            if mention.fact.quoted { lists.0.push(item) } else { lists.1.push(item) }
        }
        lists
    }

    /// Lines of an article that are not blank.
    fn body(&self, text: &TextRef) -> Vec<LabelledItem> {
        let own = self.lines.iter().filter(|line| !line.text.is_empty() && text.contains(line.number));
        own.map(|line| LabelledItem::new(line.number, String::new(), &short(&line.text))).collect()
    }

    fn drafted_body(&self) -> Vec<LabelledItem> {
        let lines = self.draft.lines.unwrap_or([u32::MAX, 0]);
        let excluded = self.draft.excluded.clone();
        self.body(&TextRef { file_stem: String::new(), sha256: String::new(), lines, excluded })
    }

    fn figures(&self) -> (Vec<LabelledItem>, Vec<LabelledItem>) {
        let labelled: Vec<LabelledItem> = self
            .article
            .figures
            .iter()
            .map(|f| {
                let start = self.start(f.line, &f.as_written).unwrap_or(u32::MAX);
                LabelledItem::new(f.line, figure_key(start, &labelled_fact(f)), &f.as_written)
            })
            .collect();
        let mut found = Vec::new();
        for figure in &self.draft.figures {
            let item = LabelledItem::new(
                figure.span.line,
                figure_key(figure.span.start, &drafted_fact(&figure.fact)),
                &figure.words,
            );
            if figure.fact.repeats.is_none()
                || labelled.contains(&LabelledItem { words: item.words.clone(), ..item.clone() })
                || labelled.iter().any(|l| l.line == item.line && l.key == item.key)
            {
                found.push(item);
            }
        }
        (labelled, found)
    }

    fn organisation(&self) -> Vec<LabelledItem> {
        let id = &self.article.organisation;
        let organisation = self.corpus.organisations.iter().find(|organisation| organisation.id == *id);
        organisation.map(|o| LabelledItem::new(0, key(&o.name), &o.name)).into_iter().collect()
    }

    fn drafted_organisation(&self) -> Vec<LabelledItem> {
        let main = self.draft.organisation.and_then(|index| self.draft.organisations.get(index));
        main.map(|found| LabelledItem::new(0, key(&found.fact.name), &found.fact.name)).into_iter().collect()
    }

    /// Comparison of the properties of right figures.
    fn details(&self) -> Vec<Tally> {
        let mut details = vec![Tally::default(); DETAILS.len()];
        for labelled in &self.article.figures {
            let start = self.start(labelled.line, &labelled.as_written).unwrap_or(u32::MAX);
            let expected = figure_key(start, &labelled_fact(labelled));
            let found = self.draft.figures.iter().find(|f| {
                f.span.line == labelled.line && figure_key(f.span.start, &drafted_fact(&f.fact)) == expected
            });
            let Some(found) = found else { continue };
            for (index, (expected, is)) in self.compare(labelled, found).into_iter().enumerate() {
                self.detail(&mut details, index, labelled.line, &labelled.as_written, expected, is);
            }
        }
        for mention in &self.article.mentions {
            let expected =
                self.corpus.campaigns.iter().find(|c| c.id == mention.campaign).map(|c| c.kind.slug());
            let same = |m: &&DraftFact<thidua_extract::DraftMention>| {
                m.span.line == mention.line && key(&m.words) == key(&mention.as_written)
            };
            let campaign =
                |m: &DraftFact<thidua_extract::DraftMention>| self.draft.campaigns.get(m.fact.campaign);
            let kinds =
                || self.draft.mentions.iter().filter(same).filter_map(campaign).map(|c| c.kind.slug());
            let is = kinds().find(|kind| Some(*kind) == expected).or_else(|| kinds().next());
            if let (Some(expected), Some(is)) = (expected, is) {
                self.detail(
                    &mut details,
                    6,
                    mention.line,
                    &mention.as_written,
                    expected.to_owned(),
                    is.to_owned(),
                );
            }
        }
        details
    }

    fn detail(
        &self,
        details: &mut [Tally],
        index: usize,
        line: u32,
        words: &str,
        expected: String,
        is: String,
    ) {
        let Some(tally) = details.get_mut(index) else { return };
        tally.labelled += 1;
        tally.found += 1;
        if expected == is {
            tally.right += 1;
        } else {
            let words = format!("{words}: {expected}, not {is}");
            tally.missed.push(Miss { article: self.article.id.to_string(), line, words });
        }
    }

    fn compare(&self, labelled: &Figure, found: &DraftFact<DraftFigure>) -> [(String, String); 6] {
        let fact = &found.fact;
        let slugs = |levels: &[thidua_core::domain::Level]| {
            levels.iter().map(|l| l.slug()).collect::<Vec<_>>().join(" ")
        };
        let when = |when: Option<thidua_core::domain::Edtf>, words: Option<&str>| match (when, words) {
            (Some(when), _) => when.to_string(),
            (None, Some(words)) => key(words),
            (None, None) => "none".to_owned(),
        };
        let campaign =
            labelled.campaign.as_ref().and_then(|id| self.corpus.campaigns.iter().find(|c| c.id == *id));
        let forms =
            campaign.map(|c| std::iter::once(&c.name).chain(&c.aliases).map(|n| key(n)).collect::<Vec<_>>());
        let drafted =
            fact.campaigns.first().and_then(|index| self.draft.campaigns.get(*index)).map(|c| key(&c.name));
        let same_campaign = match (&forms, &drafted) {
            (Some(forms), Some(drafted)) => forms.contains(drafted),
            (None, None) => true,
            _ => false,
        };
        let name = |name: Option<String>| name.unwrap_or("none".to_owned());
        let expected_campaign = name(campaign.map(|c| c.name.clone()));
        let whole =
            labelled.part_of.as_ref().and_then(|id| self.article.figures.iter().find(|f| f.id == *id));
        let drafted_whole = fact.part_of.and_then(|index| self.draft.figures.get(index));
        [
            (folded(&labelled.as_written), found.words.clone()),
            (format!("{:?}", labelled.role), format!("{:?}", fact.role)),
            (slugs(&labelled.levels), slugs(&fact.levels)),
            (
                when(labelled.when, labelled.when_as_written.as_deref()),
                when(
                    fact.period.as_ref().and_then(|p| p.when),
                    fact.period.as_ref().map(|p| p.as_written.as_str()),
                ),
            ),
            (expected_campaign.clone(), if same_campaign { expected_campaign } else { name(drafted) }),
            (name(whole.map(|f| f.value.to_string())), name(drafted_whole.map(|f| f.fact.value.to_string()))),
        ]
    }
}

/// Identity of a figure at a position: value, unit and bound.
fn figure_key(start: u32, fact: &[String; 5]) -> String {
    format!("{start} {}", fact.join(" "))
}

fn labelled_fact(f: &Figure) -> [String; 5] {
    let or = |value: Option<String>| value.unwrap_or_default();
    [
        f.value.to_string(),
        or(f.value_to.map(|v| v.to_string())),
        f.unit.to_string(),
        format!("{:?}", f.comparator),
        or(f.word.clone()),
    ]
}

fn drafted_fact(f: &DraftFigure) -> [String; 5] {
    let or = |value: Option<String>| value.unwrap_or_default();
    let unit = or(f.unit.as_ref().map(ToString::to_string));
    [
        f.value.to_string(),
        or(f.value_to.map(|v| v.to_string())),
        unit,
        format!("{:?}", f.comparator),
        or(f.word.clone()),
    ]
}

fn folded(text: &str) -> String {
    fold_space(&nfc(text)).into_owned()
}

fn short(text: &str) -> String {
    text.chars().take(90).collect()
}
