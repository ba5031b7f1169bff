//! Assembly of a draft: runs the finders and connects the facts that they find.

mod people;
mod registry;

use std::ops::Range;

use thidua_core::collections::sort_by_key;
use thidua_core::domain::{Edtf, Role};
use thidua_core::text::letter::is_invisible;
use thidua_core::text::{capitalise, key, lowercase, slice, tokens};

use super::analyzed_line::AnalyzedLine;
use super::attribution::{Attribution, Attributor, NamedCampaign, Topic};
use super::byline;
use super::campaign::{LineMention, mentions};
use super::context::Context;
use super::diagnostic::{Diagnostic, DiagnosticKind};
use super::draft::{
    CampaignEvidence, Draft, DraftFact, DraftFigure, DraftMention, DraftPeriod, DraftPhase, DraftSource,
    FactReason, RejectedNumber, TextSpan,
};
use super::figure::{LineFigure, figures, shares};
use super::header;
use super::lines::{TextLine, lines};
use super::misprint::Misprint;
use super::phase::phases;
use super::segmentation::{ClassifiedLine, LineRole, segment_lines};
use super::vocabulary::RoleCue;

use registry::Registry;

/// Longest line that is read, in bytes. Longer lines are not paragraphs, and rules that look around within a line would
/// take long on a book without line ends.
const LONGEST_LINE: usize = 16 * 1024;

/// Extracts the facts of an article. It never fails: problems are diagnostics of the draft. Linear in the length of the
/// text.
///
/// ```
/// use thidua_extract::{Context, extract};
/// let text = "LĐLĐ quận Cầu Mây: Thi đua sôi nổi\n\nNăm 2023, LĐLĐ quận Cầu Mây phát động phong trào \
///             “Lao động giỏi”, đã có 1.248 sáng kiến của đoàn viên được công nhận ở các cấp.";
/// let draft = extract(text, &Context::default());
/// assert_eq!(draft.figures[0].words, "1.248 sáng kiến");
/// assert_eq!(draft.mentions[0].words, "Lao động giỏi");
/// ```
pub fn extract(text: &str, context: &Context) -> Draft {
    let lines = lines(text);
    let segmentation = segment_lines(&lines, &context.vocabulary);
    let mut draft = Draft::default();
    if let Some(pos) = lines.iter().find(|line| line.text.chars().any(is_invisible)) {
        draft.diagnostics.push(Diagnostic::new(DiagnosticKind::Invisible, Some(pos.whole_span()), None));
    }
    let pairs = || lines.iter().zip(&segmentation.roles).filter_map(|(line, role)| Some((line, (*role)?)));
    draft.segments = pairs().map(|(line, role)| ClassifiedLine { line: line.number, role }).collect();
    for line in segmentation.next_articles.iter().filter_map(|index| lines.get(*index)) {
        let words = Some(line.text.chars().take(80).collect());
        draft.diagnostics.push(Diagnostic::new(
            DiagnosticKind::SeveralArticles,
            Some(line.whole_span()),
            words,
        ));
    }
    let own = || pairs().filter(|(_, role)| role.is_article());
    let numbers = || own().map(|(line, _)| line.number);
    let (Some(first), Some(last)) = (numbers().min(), numbers().max()) else {
        let kind = if draft.segments.is_empty() { DiagnosticKind::Empty } else { DiagnosticKind::NoArticle };
        draft.diagnostics.push(Diagnostic::new(kind, None, None));
        return draft;
    };
    draft.lines = Some([first, last]);
    draft.excluded = pairs()
        .filter(|(line, role)| !role.is_article() && (first..=last).contains(&line.number))
        .map(|(line, _)| line.number)
        .collect();
    head(&mut draft, &lines, own(), context);
    let is_subject = own().any(|(line, _)| {
        let words = tokens(&line.text);
        context.vocabulary.subjects.first(&line.text, &words, 0, words.len()).is_some()
    });
    if is_subject {
        let (short, long): (Vec<_>, Vec<_>) = own().partition(|(line, _)| line.text.len() <= LONGEST_LINE);
        for (line, _) in long {
            let size = Some(format!("{} KB", line.text.len() / 1024));
            draft.diagnostics.push(Diagnostic::new(DiagnosticKind::LongLine, Some(line.whole_span()), size));
        }
        let analyzed = |context: &Context| -> Vec<AnalyzedLine<'_>> {
            let pairs = short.iter();
            pairs.map(|(line, role)| AnalyzedLine::new(line, *role, &context.counting)).collect()
        };
        let mut views = analyzed(context);
        let corrected = context.with_misprints(&views);
        let context = corrected.as_ref().unwrap_or(context);
        if corrected.is_some() {
            views = analyzed(context);
        }
        mark_aims(&mut views, context);
        mark_lead(&mut views);
        Assembly { context, registry: Registry::default(), draft: &mut draft }.run(&lines, &views);
    } else {
        draft.diagnostics.push(Diagnostic::new(DiagnosticKind::OtherGenre, None, None));
    }
    sort_by_key(&mut draft.diagnostics, |d| (d.span.map_or((0, 0), |p| (p.line, p.start)), d.kind));
    draft
}

/// Most words of a line that is a heading.
const LONGEST_HEADING: usize = 12;

/// Marks list items that follow a line with an aim and a colon, and the paragraphs that follow a heading with an aim. A line
/// that says what was done ("Kết quả thực hiện chỉ tiêu:") sets no aims.
fn mark_aims(views: &mut [AnalyzedLine<'_>], context: &Context) {
    let mut under_aim = false;
    let mut under_heading = false;
    for view in views {
        let (text, words) = (view.text().trim_end(), view.words.as_slice());
        let is_heading = view.role == LineRole::Paragraph
            && words.len() <= LONGEST_HEADING
            && text.ends_with(char::is_alphanumeric);
        let leads = text.ends_with(':') || is_heading;
        if view.role == LineRole::Item && !text.ends_with(':') {
            view.is_aim = under_aim || under_heading;
            continue;
        }
        if !leads {
            view.is_aim = under_heading && view.role == LineRole::Paragraph;
            under_aim = false;
            continue;
        }
        let vocabulary = &context.vocabulary;
        let done = vocabulary.cues.all(view.text(), words, 0, words.len());
        let sets = vocabulary.aims.first(view.text(), words, 0, words.len()).is_some()
            && !done.iter().any(|hit| hit.meaning == RoleCue::Done);
        under_aim = sets;
        under_heading = sets && is_heading;
    }
}

/// Marks the first paragraph.
fn mark_lead(views: &mut [AnalyzedLine<'_>]) {
    if let Some(lead) =
        views.iter_mut().find(|view| matches!(view.role, LineRole::Paragraph | LineRole::Boxed))
    {
        lead.is_lead = true;
    }
}

/// Adds headline, kicker, authors and the date of publication: whole lines, or words on a line.
fn head<'a>(
    draft: &mut Draft,
    lines: &'a [TextLine],
    own: impl Iterator<Item = (&'a TextLine, LineRole)>,
    context: &Context,
) {
    for (line, role) in own {
        let whole = |rule| {
            let trimmed = line.text.trim_matches(|c: char| matches!(c, '#' | '*' | '|' | '_' | ' '));
            // A page may list its only article.
            let trimmed = trimmed.trim_start_matches(['•', '·', '»', '►', '-', '–', '+', ' ']);
            let start = line.text.find(trimmed).unwrap_or(0);
            found(line, &(start..start + trimmed.len()), FactReason::new(rule, ""), ())
        };
        match role {
            LineRole::Headline => draft.headline = Some(whole("line-before-lead")),
            LineRole::Kicker => draft.kicker = Some(whole("line-above-headline")),
            LineRole::Byline => {
                let authors = byline::authors(line, &context.vocabulary);
                draft.byline.extend(
                    authors.iter().map(|range| found(line, range, FactReason::new("name-line", ""), ())),
                );
            }
            LineRole::Date => {
                if draft.published.is_none()
                    && let Some((range, when)) = header::published(line)
                {
                    let fact = DraftPeriod { when: Some(when), as_written: line.get(&range).to_owned() };
                    draft.published = Some(found(line, &range, FactReason::new("date-line", ""), fact));
                }
                let author = byline::author_beside_date(line, &context.vocabulary);
                draft
                    .byline
                    .extend(author.map(|range| found(line, &range, FactReason::new("name-line", ""), ())));
            }
            _ => {}
        }
    }
    if draft.headline.is_none() {
        let span = lines.first().map(TextLine::whole_span);
        draft.diagnostics.push(Diagnostic::new(DiagnosticKind::NoHeadline, span, None));
    }
}

/// Makes a fact of a range of a line.
fn found<T>(line: &TextLine, range: &Range<usize>, reason: FactReason, fact: T) -> DraftFact<T> {
    DraftFact { span: line.span(range), words: line.get(range).to_owned(), reason, fact }
}

/// Campaigns that a line mentions.
struct NamedLine {
    mentions: Vec<LineMention>,
    names: Vec<NamedCampaign>,
}

/// The draft while the finders run over the lines of the article.
struct Assembly<'a> {
    context: &'a Context,
    registry: Registry,
    draft: &'a mut Draft,
}

impl Assembly<'_> {
    fn run(mut self, lines: &[TextLine], views: &[AnalyzedLine<'_>]) {
        self.head(lines, views);
        self.registry.organisations(views, self.context, self.draft);
        self.draft.organisation = self.registry.main_organisation(views, self.context, self.draft);
        self.draft.diagnostics.extend(self.registry.organisation_gap(self.draft));
        people::add(views, self.context, &self.registry, self.draft);
        let facts_lines = || views.iter().filter(|v| !matches!(v.role, LineRole::Date | LineRole::Byline));
        let named: Vec<NamedLine> = facts_lines().map(|view| self.campaigns(view)).collect();
        let topic =
            Topic::of(facts_lines().zip(&named).map(|(view, line)| (view.role, line.names.as_slice())));
        let mut attributor = Attributor::new(self.context, topic);
        for (view, line) in facts_lines().zip(&named) {
            self.figures(view, line, &mut attributor);
        }
        self.repeats();
        self.campaigns_of_repeated();
    }

    /// Adds the newspaper, and the period that the article reports on.
    fn head(&mut self, lines: &[TextLine], views: &[AnalyzedLine<'_>]) {
        self.draft.covers = views.iter().find_map(|view| {
            let (range, when) = header::covers(view, self.context)?;
            Some(found(view.line, &range, FactReason::new("first-period", ""), period(view, &range, when)))
        });
        self.draft.source = lines.iter().find_map(|line| {
            let (range, paper) = header::newspaper(line, self.context)?;
            let fact =
                DraftSource { id: paper.id.clone(), name: paper.name.clone(), site: paper.site.clone() };
            Some(found(line, &range, FactReason::new("mark-of-newspaper", line.get(&range)), fact))
        });
    }

    /// Adds the campaigns and rounds of a line.
    fn campaigns(&mut self, view: &AnalyzedLine<'_>) -> NamedLine {
        let mentions = mentions(view, self.context);
        self.diagnostics(view, mentions.diagnostics);
        let mentions = mentions.found;
        let campaigns: Vec<usize> = mentions
            .iter()
            .map(|m| self.registry.campaign(view, m, &self.context.directory, self.draft))
            .collect();
        for (mention, campaign) in mentions.iter().zip(&campaigns) {
            let LineMention { relation, sector, quoted, .. } = *mention;
            let fact = DraftMention { campaign: *campaign, relation, sector, quoted };
            self.draft.mentions.push(found(view.line, &mention.range, mention.reason.clone(), fact));
        }
        for phase in phases(view, &mentions) {
            let (Some(mention), Some(campaign)) = (mentions.get(phase.mention), campaigns.get(phase.mention))
            else {
                continue;
            };
            let fact = DraftPhase {
                campaign: *campaign,
                period: phase.dates.map(|(range, when)| period(view, &range, Some(when))),
                theme: phase.theme.and_then(|index| campaigns.get(index)).copied(),
            };
            self.draft.phases.push(found(view.line, &mention.range, mention.reason.clone(), fact));
        }
        NamedLine { names: NamedCampaign::of_line(view, &mentions, &campaigns), mentions }
    }

    /// Adds the figures of a line.
    fn figures(&mut self, view: &AnalyzedLine<'_>, line: &NamedLine, attributor: &mut Attributor<'_>) {
        let figures = figures(view, self.context, &line.mentions);
        self.diagnostics(view, figures.diagnostics);
        for (range, reason) in figures.left_out {
            let words = view.get(&range).to_owned();
            self.draft.left_out.push(RejectedNumber { span: view.line.span(&range), words, reason });
        }
        let first = self.draft.figures.len();
        let wholes = shares(view, &figures.found);
        let attributions = attributor.line(view, &line.names, &figures.found);
        for ((figure, whole), attribution) in figures.found.iter().zip(wholes).zip(attributions) {
            let fact = self.figure(view, figure, attribution, whole.map(|index| first + index));
            self.draft.figures.push(found(view.line, &figure.range, figure.reason.clone(), fact));
        }
    }

    fn figure(
        &self,
        view: &AnalyzedLine<'_>,
        figure: &LineFigure,
        attribution: Attribution,
        part_of: Option<usize>,
    ) -> DraftFigure {
        let quantity = &figure.quantity;
        let counted = lowercase(view.get(&quantity.range));
        let misprint = self.context.misprints.iter().find(|misprint| counted.ends_with(&misprint.printed));
        let whose = self.registry.organisation_before(view, quantity.range.start);
        DraftFigure {
            value: quantity.value,
            value_to: quantity.value_to,
            unit: quantity.unit.clone(),
            comparator: quantity.comparator,
            word: quantity.word.map(str::to_owned),
            role: figure.role,
            act: figure.act.act.clone(),
            levels: figure.levels.clone(),
            campaigns: attribution.campaigns,
            campaign_evidence: attribution.evidence,
            organisation: whose.filter(|index| Some(*index) != self.draft.organisation),
            period: figure
                .period
                .as_ref()
                .map(|(range, when)| period(view, range, *when))
                .or_else(|| self.of_article(figure.role)),
            part_of,
            repeats: None,
            label: self.label(figure, misprint),
            misprint: misprint.map(|misprint| misprint.printed.clone()),
        }
    }

    /// Label of a figure, with its noun as it is meant.
    fn label(&self, figure: &LineFigure, misprint: Option<&Misprint>) -> String {
        let lower = lowercase(&figure.label);
        let rest = misprint.and_then(|misprint| Some((misprint, lower.strip_prefix(&misprint.printed)?)));
        match rest {
            Some((misprint, rest)) if lower.len() == figure.label.len() => {
                let rest = slice(&figure.label, figure.label.len() - rest.len()..figure.label.len());
                capitalise(&format!("{}{rest}", misprint.meant))
            }
            _ => figure.label.clone(),
        }
    }

    /// Period of a plan, a target or a participation without a date: the year that the article reports on. A result
    /// without a date has no period.
    fn of_article(&self, role: Role) -> Option<DraftPeriod> {
        let covers = self.draft.covers.as_ref().map(|found| &found.fact)?;
        let is_year = covers.when.is_some_and(|when| when.to_string().len() == 4);
        (is_year && matches!(role, Role::Plan | Role::Target | Role::Participation)).then(|| covers.clone())
    }

    fn diagnostics(&mut self, view: &AnalyzedLine<'_>, diagnostics: Vec<(DiagnosticKind, Range<usize>)>) {
        for (kind, range) in diagnostics {
            let words = view.get(&range).to_owned();
            self.draft.diagnostics.push(Diagnostic::new(kind, Some(view.line.span(&range)), Some(words)));
        }
    }

    /// Gives a figure that is repeated further down, as those of a headline are, the campaign that is named there.
    fn campaigns_of_repeated(&mut self) {
        for index in 0..self.draft.figures.len() {
            let Some(repeat) = self.draft.figures.get(index).map(|figure| &figure.fact) else { continue };
            let (Some(first), campaigns) = (repeat.repeats, repeat.campaigns.clone()) else { continue };
            let first = self.draft.figures.get_mut(first).map(|figure| &mut figure.fact);
            if let Some(first) = first.filter(|first| first.campaigns.is_empty() && !campaigns.is_empty()) {
                first.campaigns = campaigns;
                first.campaign_evidence = Some(CampaignEvidence::Lead);
            }
        }
    }

    /// Marks figures that another line prints already: headline, lead and body state things twice.
    fn repeats(&mut self) {
        let mut seen: std::collections::BTreeMap<String, (usize, TextSpan)> =
            std::collections::BTreeMap::new();
        for index in 0..self.draft.figures.len() {
            let Some(figure) = self.draft.figures.get(index) else { continue };
            let fact = &figure.fact;
            let noun: Vec<String> = key(&fact.label).split(' ').take(2).map(str::to_owned).collect();
            let same = format!(
                "{:?} {:?} {:?} {:?} {}",
                fact.value,
                fact.value_to,
                fact.unit,
                fact.comparator,
                noun.join(" ")
            );
            let span = figure.span;
            match seen.get(&same) {
                Some((first, pos)) if pos.line != span.line => {
                    let first = *first;
                    if let Some(figure) = self.draft.figures.get_mut(index) {
                        figure.fact.repeats = Some(first);
                    }
                }
                Some(_) => {}
                None => {
                    seen.insert(same, (index, span));
                }
            }
        }
    }
}

fn period(view: &AnalyzedLine<'_>, range: &Range<usize>, when: Option<Edtf>) -> DraftPeriod {
    DraftPeriod { when, as_written: view.get(range).to_owned() }
}
