//! One article against its text: the text itself, its head, and every fact in turn.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::corpus::folded;
use crate::corpus::problem::{Problem, Severity, quote};
use crate::domain::{Article, Corpus, Mention, Person, Phase};
use crate::text::match_ranges;
use crate::text::printed_date::{PrintedDate, dates};
use crate::text::quantity::{LineQuantities, QuantityReader};

use super::report::VerifiedCounts;
use super::source::SourceText;

/// The check of one article. The methods that check a fact push what is wrong with it.
pub(super) struct ArticleCheck<'a> {
    pub article: &'a Article,
    pub text: &'a SourceText,
    path: String,
    file: String,
    problems: Vec<Problem>,
    counting: QuantityReader,
    /// What was read in the lines that were asked for.
    readings: BTreeMap<u32, Rc<LineQuantities>>,
    /// The dates of the lines that were asked for.
    dates: BTreeMap<u32, Rc<[PrintedDate]>>,
}

impl<'a> ArticleCheck<'a> {
    pub fn new(
        corpus: &'a Corpus,
        article: &'a Article,
        path: String,
        file: String,
        text: &'a SourceText,
    ) -> Self {
        Self {
            article,
            text,
            path,
            file,
            problems: Vec::new(),
            counting: QuantityReader::new(&corpus.units),
            readings: BTreeMap::new(),
            dates: BTreeMap::new(),
        }
    }

    /// Checks everything; gives the facts that stand in the text, and what is wrong with the others.
    pub fn run(mut self) -> (VerifiedCounts, Vec<Problem>) {
        let article = self.article;
        self.text_itself();
        self.head();
        let counts = VerifiedCounts {
            figures: self.each("figures", &article.figures, Self::figure),
            mentions: self.each("mentions", &article.mentions, Self::mention),
            phases: self.each("phases", &article.phases, Self::phase),
            people: self.each("people", &article.people, Self::person)
                + self
                    .each("byline", &article.byline, |check, path, name| check.stands_somewhere(path, name)),
            digests: self.each("digest", &article.digest, Self::digest),
        };
        (counts, self.problems)
    }

    /// Checks the facts of one kind; gives how many have nothing wrong with them.
    fn each<T>(&mut self, kind: &str, facts: &'a [T], check: impl Fn(&mut Self, &str, &'a T)) -> usize {
        let mut verified = 0;
        for (i, fact) in facts.iter().enumerate() {
            let before = self.problems.len();
            check(self, &format!("{kind}[{i}]"), fact);
            verified += usize::from(self.problems.len() == before);
        }
        verified
    }

    /// Notes a problem at `path` within the article, on `line` of the text.
    pub fn problem(&mut self, line: Option<u32>, problem: Problem) {
        let path = format!("{}.{}", self.path, problem.path);
        self.problems.push(Problem { path, ..problem.at(&self.file, line) });
    }

    /// The folded text of a line that belongs to the article; otherwise a problem.
    pub fn line(&mut self, path: &str, line: u32) -> Option<&'a str> {
        let text = self.text;
        let found = text.line(line).filter(|_| self.article.text.contains(line));
        if found.is_none() {
            let problem =
                Problem::error(format!("{path}.line"), "the line is not part of the article").found(line);
            self.problem(Some(line), problem);
        }
        found
    }

    /// The lines of the article with their numbers.
    pub fn lines(&self) -> impl Iterator<Item = (u32, &'a str)> + use<'a> {
        let (article, text) = (self.article, self.text);
        let [first, last] = article.text.lines;
        let count = u32::try_from(text.count()).unwrap_or(u32::MAX);
        (first..=last.min(count))
            .filter(|line| article.text.contains(*line))
            .filter_map(|line| text.line(line).map(|text| (line, text)))
    }

    /// Every quantity of a line, and what could not be read.
    pub fn reading_of(&mut self, number: u32, line: &str) -> Rc<LineQuantities> {
        let counting = &self.counting;
        self.readings.entry(number).or_insert_with(|| Rc::new(counting.read(line))).clone()
    }

    /// Every date of a line.
    pub fn dates_of(&mut self, number: u32, line: &str) -> Rc<[PrintedDate]> {
        self.dates.entry(number).or_insert_with(|| dates(line).into()).clone()
    }

    /// A phrase must stand on a line, as whole words.
    fn stands_on(&mut self, path: &str, line: u32, line_text: &str, phrase: &str) {
        if match_ranges(line_text, &folded(phrase)).is_empty() {
            let problem = Problem::error(path, "the words do not stand on this line").expected(quote(phrase));
            self.problem(Some(line), problem);
        }
    }

    /// A phrase must stand on some line of the article, as whole words.
    fn stands_somewhere(&mut self, path: &str, phrase: &str) {
        let words = folded(phrase);
        if !self.lines().any(|(_, line)| !match_ranges(line, &words).is_empty()) {
            let problem =
                Problem::error(path, "the words stand on no line of the article").expected(quote(phrase));
            self.problem(None, problem);
        }
    }

    fn text_itself(&mut self) {
        let recorded = &self.article.text.sha256;
        if *recorded != self.text.sha256 {
            let problem = Problem::error("text.sha256", "the source text is not the one that was read")
                .expected(recorded)
                .found(&self.text.sha256)
                .hint("read the text again before you record its new digest");
            self.problem(None, problem);
        }
        if self.text.has_bom {
            let problem = Problem::error(
                "text.file_stem",
                "the source text begins with a byte order mark, which is skipped",
            );
            self.problem(Some(1), problem.severity(Severity::Note));
        }
        let [first, last] = self.article.text.lines;
        let count = self.text.count();
        if first == 0 || last < first || usize::try_from(last).is_ok_and(|last| last > count) {
            let problem = Problem::error("text.lines", "the lines are not lines of the source text")
                .expected(format!("within 1 to {count}"))
                .found(format!("{first} to {last}"));
            self.problem(None, problem);
        }
    }

    fn head(&mut self) {
        let article = self.article;
        self.stands_somewhere("headline", &article.headline);
        if let Some(kicker) = &article.kicker {
            self.stands_somewhere("kicker", kicker);
        }
        let (words, date) = (article.published_as_written.as_deref(), article.published);
        self.period(("published", "published_as_written"), date, words, None);
        let (words, date) = (article.covers_as_written.as_deref(), article.covers);
        self.period(("covers", "covers_as_written"), date, words, None);
    }

    fn mention(&mut self, path: &str, mention: &'a Mention) {
        if let Some(text) = self.line(path, mention.line) {
            self.stands_on(&format!("{path}.as_written"), mention.line, text, &mention.as_written);
        }
    }

    fn phase(&mut self, path: &str, phase: &'a Phase) {
        let Some(text) = self.line(path, phase.line) else { return };
        self.stands_on(&format!("{path}.name"), phase.line, text, &phase.name);
        let fields = (format!("{path}.when"), format!("{path}.as_written"));
        self.period((&fields.0, &fields.1), phase.when, phase.as_written.as_deref(), Some(phase.line));
    }

    fn person(&mut self, path: &str, person: &'a Person) {
        let Some(text) = self.line(path, person.line) else { return };
        self.stands_on(&format!("{path}.name"), person.line, text, &person.name);
        if let Some(role) = &person.role {
            self.stands_on(&format!("{path}.role"), person.line, text, role);
        }
    }
}
