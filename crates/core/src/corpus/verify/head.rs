//! Head of an article: headline and byline are lines of their own, organisation and newspaper are printed.

use super::article::ArticleCheck;
use super::context::{bare_source_name, initials, without_union_words};
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{GuessedField, Lang, Source};
use crate::text::stated_number::stated_numbers;
use crate::text::{is_word_char, lowercase, match_ranges, tokens};

/// Words beside the name of an author on its line.
const CREDITS: [&str; 21] = [
    "theo", "bài", "ảnh", "tin", "và", "tác", "giả", "phóng", "viên", "pv", "thực", "hiện", "nhóm", "biên",
    "tập", "ctv", "cộng", "nguồn", "bài,", "hình", "video",
];

/// Most words of a line that names an author.
const LINE_OF_AUTHORS: usize = 16;

impl ArticleCheck<'_> {
    /// Checks that the headline is a whole line, and the numbers of its translation.
    pub fn check_headline(&mut self) {
        let headline = folded(&self.article.headline);
        let bare = |text: &str| text.trim_matches(|c: char| !is_word_char(c)).to_owned();
        let is_printed = self.lines().any(|(_, line)| !match_ranges(line, &headline).is_empty());
        let is_whole = self.lines().any(|(_, line)| bare(line) == bare(&headline));
        if is_printed && !is_whole {
            let path = self.path("headline");
            self.report(None, Problem::error(path, ProblemCode::NotAWholeLine).found(quote(&headline)));
        }
        let Some(english) = self.article.headline_en.as_deref().map(folded) else { return };
        let reader = &self.context.reader;
        let own = stated_numbers(&headline, Lang::Vi, reader);
        let other = stated_numbers(&english, Lang::En, reader)
            .into_iter()
            .find(|number| !own.iter().any(|own| own.value == number.value));
        if let Some(words) = other.and_then(|number| english.get(number.range)) {
            let problem = Problem::error(self.path("headline_en"), ProblemCode::NumberNotInHeadline);
            self.report(None, problem.found(quote(words)));
        }
    }

    /// Checks that an author stands on a line of authors.
    pub fn check_author(&mut self, path: FactPath, name: &str) {
        let words = folded(name);
        let mut printed = false;
        for (_, line) in self.lines() {
            for range in match_ranges(line, &words) {
                printed = true;
                if is_author(line, range) {
                    return;
                }
            }
        }
        let code = if printed { ProblemCode::NotAnAuthor } else { ProblemCode::WordsNotInArticle };
        self.report(None, Problem::error(path, code).expected(quote(name)));
    }

    /// Checks that a name of the organisation is printed in the article. Where only its distinctive part is ("Công đoàn
    /// tỉnh …" for "LĐLĐ tỉnh …"), a person has to confirm it. An article without facts says nothing of its organisation.
    pub fn check_organisation(&mut self) {
        let article = self.article;
        let has_facts = !(article.figures.is_empty()
            && article.mentions.is_empty()
            && article.phases.is_empty()
            && article.people.is_empty());
        let organisation = self.context.organisations.get(article.organisation.as_str()).copied();
        let Some(organisation) = organisation.filter(|_| has_facts) else { return };
        let names: Vec<String> = std::iter::once(&organisation.name)
            .chain(&organisation.aliases)
            .map(|name| folded(name))
            .collect();
        let is_exact = |line: &str| names.iter().any(|name| !match_ranges(line, name).is_empty());
        if self.lines().any(|(_, line)| is_exact(line)) {
            return;
        }
        let keys: Vec<String> = names.iter().map(|name| self.context.name_key(name)).collect();
        let lines: Vec<String> = self.lines().map(|(_, line)| self.context.name_key(line)).collect();
        let is_printed = |key: &str| key.len() > 2 && lines.iter().any(|line| line.contains(key));
        if keys.iter().any(|key| is_printed(key)) {
            return;
        }
        let path = self.path("organisation");
        // Where no organisation of the corpus is printed, the text does not speak against this one.
        let is_open = || !self.names_other_organisation(organisation.id.as_str());
        let problem = if keys.iter().any(|key| is_printed(&without_union_words(key))) || is_open() {
            if article.confirmed.contains(&GuessedField::Organisation) {
                return;
            }
            Problem::doubt(path, ProblemCode::OrganisationNotPrinted)
        } else {
            Problem::error(path, ProblemCode::OrganisationNotPrinted)
        };
        self.report(None, problem.expected(quote(&organisation.name)));
    }

    /// Returns whether an exact name of another organisation of the corpus is printed in the article.
    fn names_other_organisation(&self, id: &str) -> bool {
        let others = self.context.organisations.values().filter(|other| other.id.as_str() != id);
        let names: Vec<String> = others
            .flat_map(|o| std::iter::once(&o.name).chain(&o.aliases))
            .map(|name| folded(name))
            .collect();
        self.lines().any(|(_, line)| names.iter().any(|name| !match_ranges(line, name).is_empty()))
    }

    /// Checks that the newspaper is printed: its name, its site, or its initials in brackets.
    pub fn check_source(&mut self) {
        let Some(id) = self.article.source.as_deref() else { return };
        let Some(source) = self.context.sources.get(id).copied() else { return };
        let [first, last] = self.article.text.lines;
        let text = self.text;
        let mut own = (first..=last).map_while(|line| text.line(line));
        if own.any(|line| self.names_source(line, source)) {
            return;
        }
        let site = source.site.as_deref().map(lowercase);
        let names_site =
            |line: &str| site.as_ref().is_some_and(|site| lowercase(line).contains(site.as_str()));
        let address = self.article.url.as_deref().is_some_and(names_site);
        let count = u32::try_from(text.line_count()).unwrap_or(u32::MAX);
        if address || (1..=count).filter_map(|line| text.line(line)).any(names_site) {
            return;
        }
        let problem = Problem::error(self.path("source"), ProblemCode::SourceNotPrinted);
        self.report(None, problem.expected(quote(&source.name)));
    }

    /// Returns whether a line prints the name of a newspaper or its initials in brackets. The initials may stand for
    /// another name in the glossary.
    fn names_source(&self, line: &str, source: &Source) -> bool {
        if !match_ranges(&lowercase(line), &bare_source_name(&source.name)).is_empty() {
            return true;
        }
        let name = crate::text::key(&source.name);
        let bare = crate::text::key(&bare_source_name(&source.name));
        tokens(line).into_iter().any(|token| {
            let Some(printed) = line.get(token.range.clone()).filter(|printed| printed.chars().count() > 1)
            else {
                return false;
            };
            let opens = line.get(..token.range.start).is_some_and(|before| before.ends_with('('));
            if !opens {
                return false;
            }
            match self.context.in_glossary(printed) {
                Some(long) => long == name || long == bare,
                None => {
                    printed == initials(&source.name) || printed == initials(&bare_source_name(&source.name))
                }
            }
        })
    }
}

/// Returns whether the words at a range of a line are an author: the line is short, and beside them stand only signs,
/// numbers, other names and words of credits.
fn is_author(line: &str, range: std::ops::Range<usize>) -> bool {
    if line.split(' ').count() > LINE_OF_AUTHORS {
        return false;
    }
    let sides = [line.get(..range.start), line.get(range.end..)];
    let nearest = [
        sides[0].and_then(|side| side.rsplit(' ').find(|word| !word.is_empty())),
        sides[1].and_then(|side| side.split(' ').find(|word| !word.is_empty())),
    ];
    nearest.into_iter().flatten().all(|word| {
        let is_sign = |c: char| !is_word_char(c);
        let bare = lowercase(word.trim_matches(is_sign));
        let is_apart = word.ends_with(is_sign) || word.starts_with(is_sign);
        bare.is_empty()
            || is_apart
            || CREDITS.contains(&bare.as_str())
            || bare.starts_with(|c: char| c.is_ascii_digit())
    })
}
