//! Quality of extraction: comparison of a draft with the labelled article.
//!
//! A figure is right if the labels have a figure at the same position with the same value, unit and bound; a campaign,
//! if its name is labelled on that line; a person, if the name agrees; a line of the body, if it is labelled as
//! one. The other properties of figures (role, levels, period …) are compared only for right figures, as a share of
//! them. A figure that repeats another one is not counted, unless it is labelled. A property that no figure of the
//! corpus has (period, campaign, share) is not labelled there, and is not compared.

mod corrections;
mod tally;

use std::collections::BTreeMap;

use serde::Serialize;

pub use corrections::{CorrectionRates, Corrections};
use tally::LabelledItem;
pub use tally::{Miss, Share, Tally};
use thidua_core::domain::{Article, Campaign, Corpus, Figure, TextRef};
use thidua_core::text::{fold_space, key, match_ranges, next_char, nfc, prev_char, tokens};
use thidua_extract::{Draft, DraftFact, DraftFigure};
use thidua_extract::{TextLine, full_organisation_name, lines};

/// Kinds of fact that are compared, in the order of reports: the keys of [`Score::facts`].
pub const FACTS: [&str; 12] = [
    "figures",
    "quoted_campaigns",
    "other_campaigns",
    "people",
    "phases",
    "body_lines",
    "headline",
    "kicker",
    "byline",
    "published",
    "organisation",
    "source",
];

/// Properties of right figures and of mentions that are compared, in the order of reports: the keys of
/// [`Score::properties`]. `words` are those that the figure stands on, `campaign_kind` is that of a mention.
pub const PROPERTIES: [&str; 8] =
    ["words", "role", "act", "levels", "period", "campaign", "part_of", "campaign_kind"];

/// Key of the organisation that labels an article about none: the schema requires one.
const NO_ORGANISATION: &str = "không rõ";

/// Comparison of one or more drafts with their labels.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Score {
    /// Number of articles.
    pub articles: usize,
    /// Number of words (syllables) of the labelled lines.
    pub words: usize,
    /// Right figures that belong to a campaign by their label, and what the draft says. `None` where campaigns of
    /// figures are not labelled.
    pub figure_campaigns: Option<FigureCampaigns>,
    /// Articles whose main organisation is right.
    pub organisation: Share,
    /// Right figures whose role is right.
    pub role: Share,
    /// Right figures whose act is right, or rightly absent. `None` where acts are not labelled.
    pub act: Option<Share>,
    /// Articles whose date of publication is right, or rightly absent.
    pub published: Share,
    /// Articles whose body lines are all right.
    pub exact_lines: Share,
    /// Changes that a person has to make.
    pub corrections: Corrections,
    /// One tally for each of [`FACTS`].
    pub facts: BTreeMap<&'static str, Tally>,
    /// One share for each of [`PROPERTIES`] that is labelled.
    pub properties: BTreeMap<&'static str, Share>,
}

/// Campaigns of right figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct FigureCampaigns {
    /// Figures that belong to a campaign by their label.
    pub labelled: usize,
    /// Those whose drafted campaign is the labelled one.
    pub right: usize,
    /// Those without a drafted campaign.
    pub missing: usize,
    /// Those with another drafted campaign.
    pub wrong: usize,
    /// Figures that belong to none by their label, but to one in the draft.
    pub wrongly_given: usize,
}

impl Score {
    /// Adds the comparison of another article.
    pub fn add(&mut self, other: Score) {
        self.articles += other.articles;
        self.words += other.words;
        if let Some(more) = other.figure_campaigns {
            let sum = self.figure_campaigns.get_or_insert_default();
            sum.labelled += more.labelled;
            sum.right += more.right;
            sum.missing += more.missing;
            sum.wrong += more.wrong;
            sum.wrongly_given += more.wrongly_given;
        }
        self.organisation.add(other.organisation);
        self.role.add(other.role);
        if let Some(more) = other.act {
            self.act.get_or_insert_default().add(more);
        }
        self.published.add(other.published);
        self.exact_lines.add(other.exact_lines);
        self.corrections.add(&other.corrections);
        for (name, tally) in other.facts {
            self.facts.entry(name).or_default().add(tally);
        }
        for (name, share) in other.properties {
            self.properties.entry(name).or_default().add(share);
        }
    }
}

/// Compares the draft of a text with the article labelled in `corpus`.
pub fn score(text: &str, draft: &Draft, article: &Article, corpus: &Corpus) -> Score {
    let compared = DraftComparison { lines: lines(text), draft, article, corpus };
    let facts = compared.facts();
    let (properties, figure_campaigns) = compared.properties();
    let of_article = |name: &str| {
        let tally = facts.get(name);
        let right = tally.is_some_and(|tally| tally.missed.is_empty() && tally.extra.is_empty());
        let wrong = tally.into_iter().flat_map(|tally| tally.missed.iter().chain(&tally.extra));
        Share { right: usize::from(right), of: 1, wrong: wrong.cloned().collect() }
    };
    let own = compared.lines.iter().filter(|line| article.text.contains(line.number));
    let words = own.map(|line| tokens(&line.text).len()).sum();
    Score {
        articles: 1,
        words,
        figure_campaigns,
        organisation: of_article("organisation"),
        act: properties.get("act").cloned(),
        role: properties.get("role").cloned().unwrap_or_default(),
        published: of_article("published"),
        exact_lines: of_article("body_lines"),
        corrections: Corrections::of(&facts, &properties, words),
        facts,
        properties,
    }
}

struct DraftComparison<'a> {
    lines: Vec<TextLine>,
    draft: &'a Draft,
    article: &'a Article,
    corpus: &'a Corpus,
}

impl DraftComparison<'_> {
    fn facts(&self) -> BTreeMap<&'static str, Tally> {
        let (draft, article) = (self.draft, self.article);
        let (quoted, plain) = self.labelled_mentions();
        let (found_quoted, found_plain) = self.found_mentions();
        let (labelled_figures, found_figures) = self.figures();
        let words = |line, words: &str| LabelledItem::new(line, folded(words), words);
        let whole =
            |found: Option<&DraftFact<()>>| found.map(|f| words(0, &f.words)).into_iter().collect::<Vec<_>>();
        let optional = |text: Option<String>| text.map(|p| words(0, &p)).into_iter().collect::<Vec<_>>();
        let labelled_phases = article
            .phases
            .iter()
            .map(|p| LabelledItem::new(p.line, format!("{:?} {}", p.when, folded(&p.name)), &p.name));
        let found_phases = draft.phases.iter().map(|p| {
            let when = p.fact.period.as_ref().and_then(|period| period.when);
            LabelledItem::new(p.span.line, format!("{when:?} {}", folded(&p.words)), &p.words)
        });
        let pairs = [
            ("figures", labelled_figures, found_figures),
            ("quoted_campaigns", quoted, found_quoted),
            ("other_campaigns", plain, found_plain),
            (
                "people",
                article.people.iter().map(|p| words(0, &p.name)).collect(),
                draft.people.iter().map(|p| words(0, &p.fact.name)).collect(),
            ),
            ("phases", labelled_phases.collect(), found_phases.collect()),
            ("body_lines", self.body(&article.text), self.drafted_body()),
            ("headline", vec![words(0, &article.headline)], whole(draft.headline.as_ref())),
            ("kicker", optional(article.kicker.clone()), whole(draft.kicker.as_ref())),
            (
                "byline",
                article.byline.iter().map(|name| words(0, name)).collect(),
                draft.byline.iter().map(|found| words(0, &found.words)).collect(),
            ),
            (
                "published",
                optional(article.published.map(|p| p.to_string())),
                optional(draft.published.as_ref().and_then(|p| p.fact.when).map(|p| p.to_string())),
            ),
            ("organisation", self.organisation(), self.drafted_organisation()),
            (
                "source",
                optional(article.source.as_ref().map(ToString::to_string)),
                optional(draft.source.as_ref().map(|s| s.fact.id.to_string())),
            ),
        ];
        let id = article.id.as_str();
        pairs.into_iter().map(|(name, labelled, found)| (name, Tally::compare(id, labelled, found))).collect()
    }

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
                LabelledItem::new(f.line, figure_key(start, &labelled_fact(f)), &f.as_written).at(start)
            })
            .collect();
        let mut found = Vec::new();
        for figure in &self.draft.figures {
            let item = LabelledItem::new(
                figure.span.line,
                figure_key(figure.span.start, &drafted_fact(&figure.fact)),
                &figure.words,
            )
            .at(figure.span.start);
            if figure.fact.repeats.is_none()
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
        organisation
            .filter(|o| key(&o.name) != NO_ORGANISATION)
            .map(|o| organisation_item(&o.name))
            .into_iter()
            .collect()
    }

    fn drafted_organisation(&self) -> Vec<LabelledItem> {
        let main = self.draft.organisation.and_then(|index| self.draft.organisations.get(index));
        main.map(|found| organisation_item(&found.fact.name)).into_iter().collect()
    }

    /// Properties that the corpus labels. Every mention has a kind, every figure words, role and levels.
    fn is_labelled(&self, property: &str) -> bool {
        let any = |has: fn(&Figure) -> bool| self.corpus.articles.iter().flat_map(|a| &a.figures).any(has);
        match property {
            "period" => any(|figure| figure.when_as_written.is_some()),
            "campaign" => any(|figure| figure.campaign.is_some()),
            "act" => any(|figure| figure.act.is_some()),
            "part_of" => any(|figure| figure.part_of.is_some()),
            _ => true,
        }
    }

    /// Comparison of the properties of right figures and of right mentions.
    fn properties(&self) -> (BTreeMap<&'static str, Share>, Option<FigureCampaigns>) {
        let labelled_names = PROPERTIES.into_iter().filter(|name| self.is_labelled(name));
        let mut properties: BTreeMap<&'static str, Share> =
            labelled_names.map(|name| (name, Share::default())).collect();
        let mut campaigns = FigureCampaigns::default();
        for labelled in &self.article.figures {
            let start = self.start(labelled.line, &labelled.as_written).unwrap_or(u32::MAX);
            let expected = figure_key(start, &labelled_fact(labelled));
            let found = self.draft.figures.iter().find(|f| {
                f.span.line == labelled.line && figure_key(f.span.start, &drafted_fact(&f.fact)) == expected
            });
            let Some(found) = found else { continue };
            for (name, expected, is) in self.compare(labelled, found) {
                self.property(&mut properties, name, labelled.line, &labelled.as_written, &expected, &is);
            }
            let is_right = self.has_same_campaign(labelled, &found.fact);
            match (labelled.campaign.is_some(), !found.fact.campaigns.is_empty()) {
                (true, given) => {
                    campaigns.labelled += 1;
                    campaigns.right += usize::from(is_right);
                    campaigns.missing += usize::from(!given);
                    campaigns.wrong += usize::from(given && !is_right);
                }
                (false, given) => campaigns.wrongly_given += usize::from(given),
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
                let words = &mention.as_written;
                self.property(&mut properties, "campaign_kind", mention.line, words, expected, is);
            }
        }
        (properties, self.is_labelled("campaign").then_some(campaigns))
    }

    fn property(
        &self,
        properties: &mut BTreeMap<&'static str, Share>,
        name: &str,
        line: u32,
        words: &str,
        expected: &str,
        is: &str,
    ) {
        let Some(share) = properties.get_mut(name) else { return };
        share.of += 1;
        if expected == is {
            share.right += 1;
        } else {
            let words = format!("{words}: {expected}, not {is}");
            share.wrong.push(Miss { article: self.article.id.to_string(), line, start: 0, words });
        }
    }

    fn campaign_of(&self, labelled: &Figure) -> Option<&Campaign> {
        let id = labelled.campaign.as_ref()?;
        self.corpus.campaigns.iter().find(|campaign| campaign.id == *id)
    }

    /// Returns whether the first drafted campaign of a figure has a name of the labelled one, or both are absent.
    fn has_same_campaign(&self, labelled: &Figure, drafted: &DraftFigure) -> bool {
        let drafted = drafted.campaigns.first().and_then(|index| self.draft.campaigns.get(*index));
        match (self.campaign_of(labelled), drafted) {
            (Some(campaign), Some(drafted)) => {
                // A round has its organisation in the drafted name; its printed forms are aliases.
                let names: Vec<String> =
                    std::iter::once(&drafted.name).chain(&drafted.aliases).map(|name| key(name)).collect();
                let mut forms = std::iter::once(&campaign.name).chain(&campaign.aliases);
                forms.any(|form| names.contains(&key(form)))
            }
            (None, None) => true,
            _ => false,
        }
    }

    fn compare(
        &self,
        labelled: &Figure,
        found: &DraftFact<DraftFigure>,
    ) -> [(&'static str, String, String); 7] {
        let fact = &found.fact;
        let slugs = |levels: &[thidua_core::domain::Level]| {
            levels.iter().map(|l| l.slug()).collect::<Vec<_>>().join(" ")
        };
        let when = |when: Option<thidua_core::domain::Edtf>, words: Option<&str>| match (when, words) {
            (Some(when), _) => when.to_string(),
            (None, Some(words)) => key(words),
            (None, None) => "none".to_owned(),
        };
        let drafted = fact.campaigns.first().and_then(|index| self.draft.campaigns.get(*index));
        let same_campaign = self.has_same_campaign(labelled, fact);
        let name = |name: Option<String>| name.unwrap_or("none".to_owned());
        let expected_campaign = name(self.campaign_of(labelled).map(|c| c.name.clone()));
        let whole =
            labelled.part_of.as_ref().and_then(|id| self.article.figures.iter().find(|f| f.id == *id));
        let drafted_whole = fact.part_of.and_then(|index| self.draft.figures.get(index));
        let drafted_campaign =
            if same_campaign { expected_campaign.clone() } else { name(drafted.map(|c| key(&c.name))) };
        let labelled_period = when(labelled.when, labelled.when_as_written.as_deref());
        let period = fact.period.as_ref();
        let drafted_period = when(period.and_then(|p| p.when), period.map(|p| p.as_written.as_str()));
        let (labelled_whole, drafted_whole) =
            (name(whole.map(|f| f.value.to_string())), name(drafted_whole.map(|f| f.fact.value.to_string())));
        [
            ("words", folded(&labelled.as_written), found.words.clone()),
            ("role", format!("{:?}", labelled.role), format!("{:?}", fact.role)),
            (
                "act",
                name(labelled.act.as_ref().map(|act| act.kind.slug().to_owned())),
                name(fact.act.as_ref().map(|act| act.kind.slug().to_owned())),
            ),
            ("levels", slugs(&labelled.levels), slugs(&fact.levels)),
            ("period", labelled_period, drafted_period),
            ("campaign", expected_campaign, drafted_campaign),
            ("part_of", labelled_whole, drafted_whole),
        ]
    }
}

/// An organisation, compared by its full name: "LĐLĐ" and "Liên đoàn Lao động" are the same.
fn organisation_item(name: &str) -> LabelledItem {
    LabelledItem::new(0, key(&full_organisation_name(name)), name)
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
