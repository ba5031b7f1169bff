//! Where an article comes from: its address, the newspaper and the date of publication, in three fields.
//!
//! A saved page fills them. What a person types is verified like every other fact: the newspaper has to be printed in the
//! text, or the address has to be one of its site; a date that the text does not print becomes a line of the text, where
//! everybody can see that it was added.

use std::collections::BTreeMap;

use thidua_core::corpus::is_web_address;
use thidua_core::domain::{Edtf, SourceId};
use thidua_core::text::printed_date::dates;
use thidua_core::text::{fold_space, format_date, key, lowercase, nfc, slug};
use thidua_extract::{
    Draft, DraftFact, DraftPeriod, DraftSource, FactReason, TextSpan, find_span, parse_printed_period,
};

use super::Editor;
use super::corpus_context::CorpusContext;
use super::document::DraftDocument;
use super::edit::{Fields, include_line};
use super::error::EditError;
use super::fact_id::{FactId, FactStatus};
use super::outcome::{self, Outcome, StorageRequest};

/// Rule under which a newspaper is found by the address of the article.
const RULE_ADDRESS: &str = "site-of-address";
/// Rule of a fact that a person stated.
const RULE_BY_HAND: &str = "by-hand";
/// Words before a date that was added to a text.
const DATE_LABEL: &str = "Ngày đăng";

/// Reason why an address, a newspaper or a date cannot be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OriginProblem {
    /// The address of the article is no web address.
    NotAnAddress(String),
    /// The text does not print the newspaper, and the address is not one of its site.
    NewspaperNotPrinted(String),
    /// No date can be read from these words.
    NoDate(String),
}

/// Newspapers that a person can choose: those of the corpus, then those of the vocabulary.
pub fn known_newspapers(context: &CorpusContext) -> Vec<DraftSource> {
    let in_corpus = context.corpus().sources.iter().map(|source| DraftSource {
        id: source.id.clone(),
        name: source.name.clone(),
        site: source.site.clone().unwrap_or_default(),
    });
    let mut known: Vec<DraftSource> = in_corpus.collect();
    for paper in context.extraction().newspapers() {
        let is_there = |there: &DraftSource| there.id == paper.id || key(&there.name) == key(&paper.name);
        if !known.iter().any(is_there) {
            known.push(paper);
        }
    }
    known
}

/// Returns the newspaper on whose site an article is. `None` if no known one has it.
pub fn newspaper_of_address(
    url: &str,
    draft: &Draft,
    context: &CorpusContext,
) -> Option<DraftFact<DraftSource>> {
    let host = host_of(url)?;
    let is_own = |paper: &DraftSource| {
        let site = bare_host(&paper.site);
        !site.is_empty() && (host == site || host.ends_with(&format!(".{site}")))
    };
    let paper = known_newspapers(context).into_iter().find(is_own)?;
    Some(stated(paper, draft, RULE_ADDRESS))
}

/// Makes a newspaper a fact of a draft; its place is the first line of the article, because it need not be printed.
fn stated(paper: DraftSource, draft: &Draft, rule: &'static str) -> DraftFact<DraftSource> {
    let line = draft.lines.map_or(1, |[first, _]| first);
    let reason = FactReason { rule: rule.into(), words: String::new() };
    DraftFact { span: TextSpan { line, start: 0, end: 0 }, words: paper.name.clone(), reason, fact: paper }
}

/// Host name of an address, in lower case and without `www.`.
fn host_of(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(bare_host(host)).filter(|host| !host.is_empty())
}

fn bare_host(host: &str) -> String {
    let host = lowercase(host);
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}

impl Editor {
    /// Records address, newspaper and date of the open article, as one step. A missing field leaves its value unchanged.
    pub(super) fn set_origin(&mut self, fields: &Fields) -> Result<Outcome, EditError> {
        let context = &self.context;
        let open = self.open.and_then(|open| self.documents.get_mut(open)).ok_or(EditError::NothingOpen)?;
        // The text may change too, so that a failure must leave the draft as it was.
        let mut document = open.clone();
        let text = |name: &str| fields.get(name).map(|text| fold_space(&nfc(text)).trim().to_owned());
        let mut review = document.review.clone();
        if let Some(url) = text("url") {
            review.url = address(&url)?;
        }
        if let Some(name) = text("newspaper") {
            let before = review.draft.source.as_ref().map(|found| found.fact.name.clone());
            if name.is_empty() {
                // An address may name the newspaper that a person did not.
                let url = review.url.as_deref().filter(|_| before.is_none());
                review.draft.source = url.and_then(|url| newspaper_of_address(url, &review.draft, context));
                review.statuses.remove(&FactId::Source);
            } else if before.as_deref() != Some(name.as_str()) {
                let paper = newspaper(&name, review.url.as_deref(), context);
                review.draft.source = Some(stated(paper, &review.draft, RULE_BY_HAND));
                review.statuses.insert(FactId::Source, FactStatus::Edited);
            }
        }
        let mut appended = None;
        let printed = review.draft.published.as_ref().map(|found| found.words.clone());
        // Words that nobody has changed need not be readable.
        if let Some(words) = text("published").filter(|words| printed.as_ref() != Some(words)) {
            match date(&words)? {
                None => {
                    review.draft.published = None;
                    review.statuses.remove(&FactId::Published);
                }
                Some(when) if review.draft.published.as_ref().is_some_and(|p| p.fact.when == Some(when)) => {}
                Some(when) => {
                    let (span, words) = match printed_date(&document.text, &words, when) {
                        Some(found) => found,
                        None => {
                            let line = format!("{DATE_LABEL}: {}", written_date(&words, when)?);
                            let number = document.append_line(&line);
                            appended = Some(line);
                            printed_on_line(&document.text, number, when)
                                .ok_or_else(|| EditError::Origin(OriginProblem::NoDate(words.clone())))?
                        }
                    };
                    include_line(&mut review, span);
                    let when = parse_printed_period(&words).or(Some(when));
                    let fact = DraftPeriod { when, as_written: words.clone() };
                    let reason = FactReason { rule: RULE_BY_HAND.into(), words: String::new() };
                    review.draft.published = Some(DraftFact { span, words, reason, fact });
                    review.statuses.insert(FactId::Published, FactStatus::Edited);
                }
            }
        }
        let is_changed = document.step(context, |state| {
            *state = review;
            Ok::<(), EditError>(())
        })?;
        refuse_unprinted_newspaper(&document)?;
        let is_moved = document.uid != open.uid;
        let old = std::mem::replace(open, document);
        self.preview = None;
        if !is_changed {
            return Ok(outcome::changed(self.lang));
        }
        let mut outcome = outcome::origin_set(appended.as_deref(), self.lang);
        if is_moved {
            outcome.storage.push(StorageRequest::Delete { uid: old.uid });
        }
        Ok(outcome)
    }
}

/// Returns an error if the newspaper of a draft was stated and does not verify.
fn refuse_unprinted_newspaper(document: &DraftDocument) -> Result<(), EditError> {
    let Some(source) = &document.review.draft.source else { return Ok(()) };
    match document.checked.problems(FactId::Source).is_empty() {
        true => Ok(()),
        false => Err(EditError::Origin(OriginProblem::NewspaperNotPrinted(source.fact.name.clone()))),
    }
}

/// Returns the web address that a person typed; `None` for an empty field. The scheme may be left out.
fn address(typed: &str) -> Result<Option<String>, EditError> {
    if typed.is_empty() {
        return Ok(None);
    }
    let url = match typed.contains("://") {
        true => typed.to_owned(),
        false => format!("https://{typed}"),
    };
    let has_domain = host_of(&url).is_some_and(|host| host.contains('.'));
    match is_web_address(&url) && has_domain {
        true => Ok(Some(url)),
        false => Err(EditError::Origin(OriginProblem::NotAnAddress(typed.to_owned()))),
    }
}

/// Returns the newspaper of this name: a known one, or a new one on the site of the address.
fn newspaper(name: &str, url: Option<&str>, context: &CorpusContext) -> DraftSource {
    let known = known_newspapers(context);
    // "Báo Lao động Thủ đô" is the newspaper "Lao động Thủ đô".
    let wanted = [key(name), key(name.strip_prefix("Báo ").unwrap_or(name))];
    if let Some(known) = known.iter().find(|known| wanted.contains(&key(&known.name))) {
        return known.clone();
    }
    let taken: Vec<&str> = known.iter().map(|known| known.id.as_str()).collect();
    let stem = match slug(name) {
        slug if slug.is_empty() => "bao".to_owned(),
        slug => slug,
    };
    let mut id = stem.clone();
    let mut number = 2_u32;
    while taken.contains(&id.as_str()) {
        id = format!("{stem}-{number}");
        number += 1;
    }
    DraftSource {
        id: SourceId::new(id),
        name: name.to_owned(),
        site: url.and_then(host_of).unwrap_or_default(),
    }
}

/// Returns the date that a person typed, in EDTF or as Vietnamese newspapers print it; `None` for an empty field.
fn date(typed: &str) -> Result<Option<Edtf>, EditError> {
    if typed.is_empty() {
        return Ok(None);
    }
    let when = typed.parse::<Edtf>().ok().or_else(|| parse_printed_period(typed));
    match when {
        Some(when @ Edtf::Date(_)) => Ok(Some(when)),
        _ => Err(EditError::Origin(OriginProblem::NoDate(typed.to_owned()))),
    }
}

/// Returns the place of a date in a text and its printed words: the words as they were typed, or else a date of the same
/// value, or of the same day with a time.
fn printed_date(text: &str, typed: &str, when: Edtf) -> Option<(TextSpan, String)> {
    let lines = || text.split('\n').zip(1..);
    let typed_as_printed = lines().find_map(|(_, number)| find_span(text, number, typed));
    if let Some(span) = typed_as_printed.filter(|_| parse_printed_period(typed) == Some(when)) {
        return Some((span, typed.to_owned()));
    }
    lines().find_map(|(_, number)| printed_on_line(text, number, when))
}

fn printed_on_line(text: &str, number: u32, when: Edtf) -> Option<(TextSpan, String)> {
    let index = usize::try_from(number).ok()?.checked_sub(1)?;
    let line = fold_space(&nfc(text.split('\n').nth(index)?)).into_owned();
    let wanted = when.to_string();
    let is_same = |value: Edtf| {
        let value = value.to_string();
        value == wanted || value.strip_prefix(&wanted).is_some_and(|time| time.starts_with('T'))
    };
    dates(&line).into_iter().filter(|date| is_same(date.value)).find_map(|date| {
        let words = line.get(date.range)?.to_owned();
        Some((find_span(text, number, &words)?, words))
    })
}

/// Returns a date as a newspaper would print it: as it was typed, if that can be read.
fn written_date(typed: &str, when: Edtf) -> Result<String, EditError> {
    let formatted = match when {
        Edtf::Date(date) => format_date(date, thidua_core::domain::Lang::Vi),
        _ => typed.to_owned(),
    };
    // EDTF is no form that a newspaper prints.
    let forms = match typed.parse::<Edtf>() {
        Ok(_) => [formatted, typed.to_owned()],
        Err(_) => [typed.to_owned(), formatted],
    };
    let readable = forms.into_iter().find(|form| parse_printed_period(form) == Some(when));
    readable.ok_or_else(|| EditError::Origin(OriginProblem::NoDate(typed.to_owned())))
}

/// Values of the three fields of a draft, by the names of the fields.
pub fn fields_of(document: &DraftDocument) -> BTreeMap<&'static str, String> {
    let draft = &document.review.draft;
    BTreeMap::from([
        ("url", document.review.url.clone().unwrap_or_default()),
        ("newspaper", draft.source.as_ref().map(|found| found.fact.name.clone()).unwrap_or_default()),
        ("published", draft.published.as_ref().map(|found| found.words.clone()).unwrap_or_default()),
    ])
}
