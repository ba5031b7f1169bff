//! Rules about single articles: rights, address, dates with their words, lines, names of campaigns.

use std::collections::{BTreeMap, BTreeSet};

use crate::collections::collect_map;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, ProblemValue, quote};
use crate::domain::{Article, Campaign, Corpus, Edtf, GuessedField, Rights, TextRef};

/// Names of each campaign by its id, folded once for all articles.
pub(super) type CampaignNames<'a> = BTreeMap<&'a str, BTreeSet<String>>;

/// Returns the name and the aliases of every campaign.
pub(super) fn campaign_names(corpus: &Corpus) -> CampaignNames<'_> {
    let folded_names = |campaign: &Campaign| {
        std::iter::once(&campaign.name).chain(&campaign.aliases).map(|name| folded(name)).collect()
    };
    collect_map(corpus.campaigns.iter().map(|campaign| (campaign.id.as_str(), folded_names(campaign))))
}

/// Checks article `index`.
pub(super) fn check(names: &CampaignNames<'_>, article: &Article, index: usize, problems: &mut Vec<Problem>) {
    let path = |field: &'static str| FactPath::article(index).field(field);
    if article.rights == Rights::FactsOnly && article.body.is_some() {
        problems.push(
            Problem::error(path("body"), ProblemCode::FullTextWithoutRights)
                .expected("null")
                .hint("say \"rights\": \"full_text\" only if you may publish it"),
        );
    }
    if let Some(url) = article.url.as_deref().filter(|url| !is_web_address(url)) {
        problems.push(
            Problem::error(path("url"), ProblemCode::NotAWebAddress)
                .expected(ProblemValue::WebAddressForm)
                .found(quote(url)),
        );
    }
    super::figures::check_confirmed(
        &article.confirmed,
        &[GuessedField::Organisation],
        path("confirmed"),
        problems,
    );
    let has_published_words = article.published_as_written.is_some();
    check_date(path, "published", article.published, has_published_words, problems);
    check_date(path, "covers", article.covers, article.covers_as_written.is_some(), problems);
    for (i, phase) in article.phases.iter().enumerate() {
        if phase.when.is_some() && phase.as_written.is_none() {
            let path = path("phases").index(i).field("when");
            problems.push(Problem::error(path, ProblemCode::PeriodWithoutWords).hint("fill in as_written"));
        }
    }
    check_text_ref(&article.text, path, problems);
    check_lines(article, path, problems);
    check_mentions(names, article, path, problems);
}

fn check_date(
    path: impl Fn(&'static str) -> FactPath,
    field: &'static str,
    date: Option<Edtf>,
    has_words: bool,
    problems: &mut Vec<Problem>,
) {
    if date.is_some() && !has_words {
        problems.push(
            Problem::error(path(field), ProblemCode::DateWithoutWords)
                .hint(format!("fill in {field}_as_written, or leave {field} null: nothing is guessed")),
        );
    }
}

/// Returns whether an address is http or https, has a host, and holds no character that HTML or XML would have to escape.
pub(super) fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some(host) = rest.and_then(|rest| rest.split(['/', '?', '#']).next()) else { return false };
    let is_host = !host.is_empty()
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'))
        && !host.starts_with(['.', '-', ':']);
    is_host && !url.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '`'))
}

fn check_text_ref(text: &TextRef, path: impl Fn(&'static str) -> FactPath, problems: &mut Vec<Problem>) {
    let is_digest = text.sha256.len() == 64
        && text.sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_digest {
        problems.push(
            Problem::error(path("text").field("sha256"), ProblemCode::NotASha256)
                .expected(ProblemValue::Sha256Form)
                .found(quote(&text.sha256)),
        );
    }
    let [first, last] = text.lines;
    if first == 0 || last < first {
        problems.push(
            Problem::error(path("text").field("lines"), ProblemCode::LineRangeReversed)
                .found(ProblemValue::Lines(text.lines)),
        );
    }
    if !text.excluded.is_sorted_by(|a, b| a < b) || text.excluded.iter().any(|l| !(first..=last).contains(l))
    {
        problems.push(
            Problem::error(path("text").field("excluded"), ProblemCode::ExcludedLinesOutOfOrder)
                .expected(ProblemValue::Between(text.lines))
                .found(format!("{:?}", text.excluded)),
        );
    }
}

fn check_lines(article: &Article, path: impl Fn(&'static str) -> FactPath, problems: &mut Vec<Problem>) {
    let digest = article.digest.iter().enumerate().map(|(i, d)| ("digest", i, d.line));
    let people = article.people.iter().enumerate().map(|(i, p)| ("people", i, p.line));
    let mentions = article.mentions.iter().enumerate().map(|(i, m)| ("mentions", i, m.line));
    let phases = article.phases.iter().enumerate().map(|(i, p)| ("phases", i, p.line));
    let figures = article.figures.iter().enumerate().map(|(i, f)| ("figures", i, f.line));
    for (list, i, line) in digest.chain(people).chain(mentions).chain(phases).chain(figures) {
        if !article.text.contains(line) {
            problems.push(
                Problem::error(path(list).index(i).field("line"), ProblemCode::LineOutsideArticle)
                    .expected(ProblemValue::LineOfArticle(article.text.lines))
                    .found(line),
            );
        }
    }
}

fn check_mentions(
    names: &CampaignNames<'_>,
    article: &Article,
    path: impl Fn(&'static str) -> FactPath,
    problems: &mut Vec<Problem>,
) {
    for (i, mention) in article.mentions.iter().enumerate() {
        // A campaign that does not exist is reported as an unknown reference.
        let Some(names) = names.get(mention.campaign.as_str()) else { continue };
        if !names.contains(&folded(&mention.as_written)) {
            let path = path("mentions").index(i).field("as_written");
            problems.push(
                Problem::error(path, ProblemCode::UnknownCampaignName)
                    .expected(ProblemValue::NameOfCampaign(mention.campaign.to_string()))
                    .found(quote(&mention.as_written))
                    .hint("add the printed variant to the campaign's aliases"),
            );
        }
    }
}
