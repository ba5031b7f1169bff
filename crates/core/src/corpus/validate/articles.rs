//! Articles: rights, address, dates with their words, lines in their place, mentions under known names.

use std::collections::{BTreeMap, BTreeSet};

use crate::collections::collect_map;
use crate::corpus::folded;
use crate::corpus::problem::{Problem, quote};
use crate::domain::{Article, Campaign, Corpus, Edtf, Rights, TextRef};

/// The names of each campaign, folded once for all articles.
pub(super) type Names<'a> = BTreeMap<&'a str, BTreeSet<String>>;

/// Every name under which a campaign is known.
pub(super) fn names(corpus: &Corpus) -> Names<'_> {
    let folded_names = |campaign: &Campaign| {
        std::iter::once(&campaign.name).chain(&campaign.aliases).map(|name| folded(name)).collect()
    };
    collect_map(corpus.campaigns.iter().map(|campaign| (campaign.id.as_str(), folded_names(campaign))))
}

pub(super) fn check(names: &Names<'_>, article: &Article, path: &str, problems: &mut Vec<Problem>) {
    if article.rights == Rights::FactsOnly && article.body.is_some() {
        problems.push(
            Problem::error(format!("{path}.body"), "full text without the rights to it")
                .expected("null")
                .hint("say \"rights\": \"full_text\" only if you may publish it"),
        );
    }
    if let Some(url) = article.url.as_deref().filter(|url| !is_web_address(url)) {
        problems.push(
            Problem::error(format!("{path}.url"), "not the address of a web page")
                .expected("http:// or https://, a host, no spaces")
                .found(quote(url)),
        );
    }
    dated(path, "published", article.published, article.published_as_written.is_some(), problems);
    dated(path, "covers", article.covers, article.covers_as_written.is_some(), problems);
    for (i, phase) in article.phases.iter().enumerate() {
        if phase.when.is_some() && phase.as_written.is_none() {
            let path = format!("{path}.phases[{i}].when");
            problems
                .push(Problem::error(path, "a period without its printed words").hint("fill in as_written"));
        }
    }
    text_ref(&article.text, &format!("{path}.text"), problems);
    lines(article, path, problems);
    mentions(names, article, path, problems);
}

fn dated(path: &str, field: &str, date: Option<Edtf>, has_words: bool, problems: &mut Vec<Problem>) {
    if date.is_some() && !has_words {
        problems.push(
            Problem::error(format!("{path}.{field}"), "a date without its printed words")
                .hint(format!("fill in {field}_as_written, or leave {field} null: nothing is guessed")),
        );
    }
}

pub(super) fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let is_host = |host: &str| {
        !host.is_empty()
            && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'))
            && !host.starts_with(['.', '-', ':'])
    };
    is_host(host) && !url.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '`'))
}

fn text_ref(text: &TextRef, path: &str, problems: &mut Vec<Problem>) {
    let is_digest = text.sha256.len() == 64
        && text.sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_digest {
        problems.push(
            Problem::error(format!("{path}.sha256"), "not a SHA-256")
                .expected("64 digits, 0–9 and a–f")
                .found(quote(&text.sha256)),
        );
    }
    let [first, last] = text.lines;
    if first == 0 || last < first {
        problems.push(
            Problem::error(format!("{path}.lines"), "the first line comes first, counted from 1")
                .found(format!("{first} to {last}")),
        );
    }
    if !text.excluded.is_sorted_by(|a, b| a < b) || text.excluded.iter().any(|l| !(first..=last).contains(l))
    {
        problems.push(
            Problem::error(
                format!("{path}.excluded"),
                "excluded lines stand in order, each once, within the lines",
            )
            .expected(format!("between {first} and {last}"))
            .found(format!("{:?}", text.excluded)),
        );
    }
}

fn lines(article: &Article, path: &str, problems: &mut Vec<Problem>) {
    let digest = article.digest.iter().enumerate().map(|(i, d)| ("digest", i, d.line));
    let people = article.people.iter().enumerate().map(|(i, p)| ("people", i, p.line));
    let mentions = article.mentions.iter().enumerate().map(|(i, m)| ("mentions", i, m.line));
    let phases = article.phases.iter().enumerate().map(|(i, p)| ("phases", i, p.line));
    let figures = article.figures.iter().enumerate().map(|(i, f)| ("figures", i, f.line));
    for (part, i, line) in digest.chain(people).chain(mentions).chain(phases).chain(figures) {
        if !article.text.contains(line) {
            let [first, last] = article.text.lines;
            problems.push(
                Problem::error(format!("{path}.{part}[{i}].line"), "the line is not part of the article")
                    .expected(format!("a line from {first} to {last} that is not excluded"))
                    .found(line),
            );
        }
    }
}

fn mentions(names: &Names<'_>, article: &Article, path: &str, problems: &mut Vec<Problem>) {
    for (i, mention) in article.mentions.iter().enumerate() {
        let Some(names) = names.get(mention.campaign.as_str()) else { continue };
        if !names.contains(&folded(&mention.as_written)) {
            problems.push(
                Problem::error(
                    format!("{path}.mentions[{i}].as_written"),
                    "not a known name of the campaign",
                )
                .expected(format!("the name or an alias of {}", quote(&mention.campaign)))
                .found(quote(&mention.as_written))
                .hint("add the printed variant to the campaign's aliases"),
            );
        }
    }
}
