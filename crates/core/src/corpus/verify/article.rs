//! Verification of one article against its text: the text itself, the head, and every fact.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::context::CorpusContext;
use super::report::VerifiedCounts;
use super::source::SourceText;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::{Problem, Severity, has_errors};
use crate::corpus::problem_code::{ProblemCode, ProblemValue, quote};
use crate::domain::{Article, Mention};
use crate::text::match_ranges;
use crate::text::printed_date::{PrintedDate, dates};
use crate::text::quantity::LineQuantities;

/// The check of one article. The methods that check a fact add its problems to the list.
pub(super) struct ArticleCheck<'a> {
    pub article: &'a Article,
    pub text: &'a SourceText,
    pub context: &'a CorpusContext<'a>,
    /// Path of the article.
    path: FactPath,
    file: String,
    problems: Vec<Problem>,
    /// Quantities by line, for the lines that were needed so far.
    quantities: BTreeMap<u32, Rc<LineQuantities>>,
    /// Figure that holds each quantity, by line and by index among the quantities of the line.
    pub held: BTreeMap<(u32, usize), &'a str>,
    /// Dates by line, for the lines that were needed so far.
    dates: BTreeMap<u32, Rc<[PrintedDate]>>,
}

impl<'a> ArticleCheck<'a> {
    pub fn new(
        context: &'a CorpusContext<'a>,
        article: &'a Article,
        path: FactPath,
        file: String,
        text: &'a SourceText,
    ) -> Self {
        Self {
            article,
            text,
            path,
            file,
            problems: Vec::new(),
            context,
            quantities: BTreeMap::new(),
            held: BTreeMap::new(),
            dates: BTreeMap::new(),
        }
    }

    /// Checks everything. Returns the numbers of verified facts, and the problems of the others.
    pub fn run(mut self) -> (VerifiedCounts, Vec<Problem>) {
        let article = self.article;
        self.check_text();
        self.check_head();
        let counts = VerifiedCounts {
            figures: self.check_each("figures", &article.figures, Self::check_figure),
            mentions: self.check_each("mentions", &article.mentions, Self::check_mention),
            phases: self.check_each("phases", &article.phases, Self::check_phase),
            people: self.check_each("people", &article.people, Self::check_person)
                + self.check_each("byline", &article.byline, |check, path, name| {
                    check.check_author(path, name);
                }),
            digests: self.check_each("digest", &article.digest, Self::check_digest),
        };
        self.check_each("left_out", &article.left_out, |check, path, number| {
            if let Some(text) = check.line(&path, number.line) {
                check.require_on_line(path.field("as_written"), number.line, text, &number.as_written);
            }
        });
        (counts, self.problems)
    }

    /// The problems that were found so far.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Path of a field of the article.
    pub fn path(&self, field: &'static str) -> FactPath {
        self.path.clone().field(field)
    }

    /// Checks the facts of one list of the article. Returns the number of those without errors.
    fn check_each<T>(
        &mut self,
        list: &'static str,
        facts: &'a [T],
        check: impl Fn(&mut Self, FactPath, &'a T),
    ) -> usize {
        let mut verified = 0;
        for (i, fact) in facts.iter().enumerate() {
            let before = self.problems.len();
            check(self, self.path(list).index(i), fact);
            let found = self.problems.get(before..).unwrap_or_default();
            verified += usize::from(!has_errors(found));
        }
        verified
    }

    /// Adds a problem, on `line` of the source text.
    pub fn report(&mut self, line: Option<u32>, problem: Problem) {
        self.problems.push(problem.in_file(&self.file, line));
    }

    /// Returns the folded text of a line of the article. Reports a problem where the line is not part of it.
    pub fn line(&mut self, path: &FactPath, line: u32) -> Option<&'a str> {
        let text = self.text;
        let found = text.line(line).filter(|_| self.article.text.contains(line));
        if found.is_none() {
            let path = path.clone().field("line");
            self.report(Some(line), Problem::error(path, ProblemCode::LineOutsideArticle).found(line));
        }
        found
    }

    /// The lines of the article with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (u32, &'a str)> + use<'a> {
        let (article, text) = (self.article, self.text);
        let [first, last] = article.text.lines;
        let count = u32::try_from(text.line_count()).unwrap_or(u32::MAX);
        (first..=last.min(count))
            .filter(|line| article.text.contains(*line))
            .filter_map(|line| text.line(line).map(|text| (line, text)))
    }

    /// The quantities of a line, and the numbers that cannot be read.
    pub fn quantities_of(&mut self, number: u32, line: &str) -> Rc<LineQuantities> {
        let reader = &self.context.reader;
        self.quantities.entry(number).or_insert_with(|| Rc::new(reader.read(line))).clone()
    }

    /// The dates of a line.
    pub fn dates_of(&mut self, number: u32, line: &str) -> Rc<[PrintedDate]> {
        self.dates.entry(number).or_insert_with(|| dates(line).into()).clone()
    }

    /// Reports a problem unless a phrase is on a line, as whole words.
    pub fn require_on_line(&mut self, path: FactPath, line: u32, line_text: &str, phrase: &str) {
        if match_ranges(line_text, &folded(phrase)).is_empty() {
            let problem = Problem::error(path, ProblemCode::WordsNotOnLine).expected(quote(phrase));
            self.report(Some(line), problem);
        }
    }

    /// Reports a problem unless a phrase is on some line of the article, as whole words.
    fn require_in_article(&mut self, path: FactPath, phrase: &str) {
        let words = folded(phrase);
        if !self.lines().any(|(_, line)| !match_ranges(line, &words).is_empty()) {
            let problem = Problem::error(path, ProblemCode::WordsNotInArticle).expected(quote(phrase));
            self.report(None, problem);
        }
    }

    fn check_text(&mut self) {
        let recorded = self.article.text.sha256.as_str();
        if recorded != self.text.sha256 {
            let problem = Problem::error(self.path("text").field("sha256"), ProblemCode::SourceTextChanged)
                .expected(recorded)
                .found(self.text.sha256.as_str())
                .hint("read the text again before you record its new digest");
            self.report(None, problem);
        }
        if self.text.has_bom {
            let path = self.path("text").field("file_stem");
            let problem = Problem::error(path, ProblemCode::SourceTextHasBom).severity(Severity::Note);
            self.report(Some(1), problem);
        }
        let [first, last] = self.article.text.lines;
        let count = self.text.line_count();
        if first == 0 || last < first || usize::try_from(last).is_ok_and(|last| last > count) {
            let problem = Problem::error(self.path("text").field("lines"), ProblemCode::LinesOutsideText)
                .expected(ProblemValue::WithinLines(count))
                .found(ProblemValue::Lines([first, last]));
            self.report(None, problem);
        }
    }

    fn check_head(&mut self) {
        let article = self.article;
        self.require_in_article(self.path("headline"), &article.headline);
        self.check_headline();
        self.check_organisation();
        self.check_source();
        if let Some(kicker) = &article.kicker {
            self.require_in_article(self.path("kicker"), kicker);
        }
        let (words, date) = (article.published_as_written.as_deref(), article.published);
        self.check_period([self.path("published"), self.path("published_as_written")], date, words, None);
        let (words, date) = (article.covers_as_written.as_deref(), article.covers);
        self.check_period([self.path("covers"), self.path("covers_as_written")], date, words, None);
    }

    fn check_mention(&mut self, path: FactPath, mention: &'a Mention) {
        if let Some(text) = self.line(&path, mention.line) {
            self.require_on_line(path.field("as_written"), mention.line, text, &mention.as_written);
        }
    }
}
