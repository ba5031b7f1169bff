//! Verification of figures: the recorded words are on the line once, and the quantity that is printed there is the recorded
//! one in every part.

use std::collections::BTreeSet;
use std::ops::Range;

use super::article::ArticleCheck;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{Act, Figure, Lang, Level};
use crate::text::act::act_kind;
use crate::text::quantity::{LineQuantities, OverlappedNumber, Quantity};
use crate::text::{label_levels, lowercase, match_ranges, stated_levels};

impl<'a> ArticleCheck<'a> {
    /// Checks one figure.
    pub fn check_figure(&mut self, path: FactPath, figure: &'a Figure) {
        if let Some(line) = self.line(&path, figure.line) {
            let on_line = self.quantities_of(figure.line, line);
            match printed_quantity(line, &on_line, figure) {
                Ok((index, printed)) => {
                    self.check_line_break(&path, figure, line, printed);
                    let first = *self.held.entry((figure.line, index)).or_insert(figure.id.as_str());
                    if first != figure.id.as_str() {
                        let code = ProblemCode::FigureStatedTwice(first.to_owned());
                        let problem = Problem::error(path.clone().field("as_written"), code);
                        self.report(Some(figure.line), problem.found(quote(&figure.as_written)));
                    }
                    self.compare_quantity(&path, figure, printed);
                    self.check_reach(&path, figure, line, printed);
                    self.check_levels(&path, figure, line, &on_line.quantities, index);
                }
                Err(mismatch) => {
                    let problem = mismatch.into_problem(path.clone().field("as_written"), figure);
                    self.report(Some(figure.line), problem);
                }
            }
            self.check_label(&path, figure, line);
            if let Some(act) = &figure.act {
                self.check_act(path.clone().field("act"), figure.line, line, act);
            }
        }
        self.check_campaigns(&path, figure);
        let paths = [path.clone().field("when"), path.field("when_as_written")];
        self.check_period(paths, figure.when, figure.when_as_written.as_deref(), None);
    }

    /// Checks that the article mentions the campaigns of a figure, or prints their names.
    fn check_campaigns(&mut self, path: &FactPath, figure: &Figure) {
        let article = self.article;
        let also = figure.campaigns_also.iter().enumerate();
        let also = also.map(|(i, id)| (path.clone().field("campaigns_also").index(i), id));
        let all = figure.campaign.iter().map(|id| (path.clone().field("campaign"), id)).chain(also);
        for (path, id) in all {
            let is_mentioned = article.mentions.iter().any(|mention| mention.campaign == *id)
                || article.phases.iter().any(|p| p.campaign == *id || p.theme.as_ref() == Some(id));
            // A campaign that does not exist is reported by validation.
            if is_mentioned || !self.context.campaigns.contains_key(id.as_str()) {
                continue;
            }
            let names: Vec<String> = self.context.names(id).collect();
            let is_printed =
                self.lines().any(|(_, line)| names.iter().any(|name| !match_ranges(line, name).is_empty()));
            if !is_printed {
                let problem = Problem::error(path, ProblemCode::CampaignNotMentioned(id.to_string()));
                self.report(Some(figure.line), problem);
            }
        }
    }

    fn compare_quantity(&mut self, path: &FactPath, figure: &Figure, printed: &Quantity) {
        let or_null = |value: Option<String>| value.unwrap_or("null".to_owned());
        let fields = [
            ("value", printed.value.to_string(), figure.value.to_string()),
            (
                "value_to",
                or_null(printed.value_to.map(|v| v.to_string())),
                or_null(figure.value_to.map(|v| v.to_string())),
            ),
            ("comparator", format!("{:?}", printed.comparator), format!("{:?}", figure.comparator)),
            ("word", or_null(printed.word.map(str::to_owned)), or_null(figure.word.as_deref().map(folded))),
            ("unit", or_null(printed.unit.as_ref().map(ToString::to_string)), figure.unit.to_string()),
        ];
        for (field, expected, found) in fields {
            if expected != found {
                let problem = Problem::error(path.clone().field(field), ProblemCode::NotAsPrinted)
                    .expected(expected)
                    .found(found);
                self.report(Some(figure.line), problem);
            }
        }
    }

    /// Checks that the words of a figure end with the noun phrase of its quantity: they hold no other number and no further
    /// clause. Words that are longer because the quantity stands on the line several times are right.
    fn check_reach(&mut self, path: &FactPath, figure: &Figure, line: &str, printed: &Quantity) {
        let Some(words) = match_ranges(line, &folded(&figure.as_written)).into_iter().next() else { return };
        let Some(tail) = line.get(printed.range.end..words.end) else { return };
        let code = match tail_of_words(tail) {
            Tail::NounPhrase => return,
            Tail::OtherNumber => ProblemCode::WordsHoldOtherNumber,
            Tail::Clause => ProblemCode::WordsReachFurther,
        };
        let quantity = line.get(printed.range.clone()).unwrap_or_default();
        let is_repeated = match_ranges(line, quantity).len() > 1;
        if code == ProblemCode::WordsReachFurther && is_repeated {
            return;
        }
        let problem = Problem::error(path.clone().field("as_written"), code);
        self.report(Some(figure.line), problem.found(quote(&figure.as_written)));
    }

    /// Checks that the verb of an act is on the line and states the recorded kind.
    fn check_act(&mut self, path: FactPath, number: u32, line: &str, act: &Act) {
        self.require_on_line(path.clone().field("as_written"), number, line, &act.as_written);
        match act_kind(&act.as_written) {
            None => {
                let problem = Problem::error(path.field("as_written"), ProblemCode::NotAnAct)
                    .found(quote(&act.as_written));
                self.report(Some(number), problem);
            }
            Some(kind) if kind != act.kind => {
                let problem = Problem::error(path.field("kind"), ProblemCode::OtherAct)
                    .expected(kind.slug())
                    .found(act.kind.slug());
                self.report(Some(number), problem);
            }
            Some(_) => {}
        }
    }

    fn check_levels(
        &mut self,
        path: &FactPath,
        figure: &Figure,
        line: &str,
        quantities: &[Quantity],
        index: usize,
    ) {
        let stated = stated_levels(line, quantities, index);
        let are_printed = figure.levels.iter().all(|level| stated.contains(level));
        // A level right behind the quantity, in its clause, is that of the figure and no neighbour's.
        let certain = levels_of_clause(line, quantities, index);
        if are_printed && certain.iter().all(|level| figure.levels.contains(level)) {
            return;
        }
        let stated = if are_printed { certain } else { stated };
        let names = |levels: &mut dyn Iterator<Item = &Level>| {
            let slugs: Vec<&str> = levels.map(|level| level.slug()).collect();
            if slugs.is_empty() { "no level".to_owned() } else { slugs.join(", ") }
        };
        let problem = Problem::error(path.clone().field("levels"), ProblemCode::LevelsNotAsPrinted)
            .expected(names(&mut stated.iter()))
            .found(names(&mut figure.levels.iter()));
        self.report(Some(figure.line), problem);
    }
}

/// Returns the levels in the clause behind quantity `index` of a line, up to a sign or the next quantity.
fn levels_of_clause(line: &str, quantities: &[Quantity], index: usize) -> BTreeSet<Level> {
    let Some(start) = quantities.get(index).map(|quantity| quantity.range.end) else {
        return BTreeSet::new();
    };
    let end = quantities.get(index + 1).map_or(line.len(), |next| next.range.start);
    let segment = line.get(start..end).unwrap_or_default();
    let clause = segment.split([',', ';', '.', ':', '(', '…', '!', '?']).next().unwrap_or(segment);
    let is_event = ["hội thi", "cuộc thi", "hội nghị", "đại hội", "hội thao"];
    let lower = lowercase(clause);
    if is_event.iter().any(|event| lower.contains(event)) || !lower.contains("cấp ") {
        return BTreeSet::new();
    }
    label_levels(clause, Lang::Vi, false)
}

/// What stands in the words of a figure behind the quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tail {
    /// The rest of the noun phrase: adjectives, quoted titles.
    NounPhrase,
    /// Another number.
    OtherNumber,
    /// The end of the sentence or a further clause.
    Clause,
}

/// Words that begin a further clause.
const CLAUSE_WORDS: [&str; 12] =
    ["được", "đã", "trong đó", "để", "nhằm", "với", "góp phần", "do", "vì", "bằng", "theo", "tại"];

/// Most syllables of a noun phrase outside quoted titles.
const LONGEST_NOUN_PHRASE: usize = 16;

/// Returns what the words of a figure hold behind the quantity. Quoted titles may hold anything.
fn tail_of_words(tail: &str) -> Tail {
    // "78/82 cơ quan": the whole of a ratio belongs to the number.
    let ratio = |whole: &str| whole.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let tail = match tail.strip_prefix('/') {
        Some(whole) => tail.get(tail.len() - ratio(whole)..).unwrap_or(tail),
        None => tail,
    };
    let mut outside = String::new();
    let mut is_quoted = tail.find('”') < tail.find('“') || (tail.contains('”') && !tail.contains('“'));
    for c in tail.chars() {
        match c {
            '“' => is_quoted = true,
            '”' => is_quoted = false,
            c if !is_quoted => outside.push(c),
            _ => {}
        }
    }
    let lower = lowercase(&outside);
    if lower.chars().any(|c| c.is_ascii_digit()) {
        return Tail::OtherNumber;
    }
    let ends_clause =
        lower.contains([';', '!', '?', '…', ':']) || tail.trim_end().ends_with([',', '.', '-', '–', '|']);
    let has_clause = CLAUSE_WORDS.iter().any(|word| !match_ranges(&lower, word).is_empty());
    let is_long = lower.split(' ').filter(|word| !word.is_empty()).count() > LONGEST_NOUN_PHRASE;
    if ends_clause || has_clause || is_long || lower.contains(". ") { Tail::Clause } else { Tail::NounPhrase }
}

/// Reason why the recorded words of a figure hold no quantity, or not exactly one.
struct WordsMismatch {
    code: ProblemCode,
    expected: Option<String>,
    hint: Option<&'static str>,
}

impl WordsMismatch {
    fn new(code: ProblemCode) -> Self {
        Self { code, expected: None, hint: None }
    }

    fn into_problem(self, path: FactPath, figure: &Figure) -> Problem {
        let problem = Problem::error(path, self.code).found(quote(&folded(&figure.as_written)));
        Problem { expected: self.expected.map(Into::into), hint: self.hint.map(str::to_owned), ..problem }
    }
}

/// Returns the range of the recorded words of a figure, in bytes of its line. They must be on that line exactly once, as whole
/// words.
fn find_words_on_line(line: &str, figure: &Figure) -> Result<Range<usize>, WordsMismatch> {
    match match_ranges(line, &folded(&figure.as_written)).as_slice() {
        [] => Err(WordsMismatch::new(ProblemCode::WordsNotOnLine)),
        [range] => Ok(range.clone()),
        _ => {
            let hint = Some("lengthen the phrase until it is unique");
            Err(WordsMismatch { hint, ..WordsMismatch::new(ProblemCode::WordsAmbiguous) })
        }
    }
}

/// Returns the printed quantity that the recorded words hold, with its index among those of the line. Every number that the
/// words overlap must be in them as a whole.
fn printed_quantity<'q>(
    line: &str,
    on_line: &'q LineQuantities,
    figure: &Figure,
) -> Result<(usize, &'q Quantity), WordsMismatch> {
    let printed_at = |range: &Range<usize>| line.get(range.clone()).map(quote);
    let words = find_words_on_line(line, figure)?;
    let overlapping = on_line.overlapping(&words);
    let (index, printed) = match overlapping.first() {
        Some(OverlappedNumber::Quantity(index, quantity)) => (*index, *quantity),
        Some(OverlappedNumber::Unread(unread)) => {
            return Err(WordsMismatch {
                code: ProblemCode::UnreadQuantity(unread.cause),
                expected: printed_at(&unread.range),
                hint: Some("compare it with the original; a number is read whole or not at all"),
            });
        }
        None => {
            let hint = "the number may be part of a date or a word, or have separators that make no number";
            let hint = Some(hint);
            return Err(WordsMismatch { hint, ..WordsMismatch::new(ProblemCode::NoQuantity) });
        }
    };
    let code = if printed.range.start < words.start {
        ProblemCode::WordsOmitQuantityStart
    } else if printed.range.start > words.start {
        ProblemCode::WordsBeginEarly
    } else if printed.range.end > words.end {
        ProblemCode::WordsOmitQuantityEnd
    } else if let Some(cut) = overlapping.iter().find(|other| other.range().end > words.end) {
        let expected = printed_at(cut.range());
        return Err(WordsMismatch { expected, ..WordsMismatch::new(ProblemCode::WordsCutOtherNumber) });
    } else {
        return Ok((index, printed));
    };
    Err(WordsMismatch { expected: printed_at(&printed.range), ..WordsMismatch::new(code) })
}
