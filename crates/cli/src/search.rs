//! `thidua search`: searches a corpus as its site does, and explains the ranking.

use std::ops::Range;
use std::path::PathBuf;

use thidua_core::domain::Lang;
use thidua_i18n::search_notes::note;
use thidua_search::{ClauseShare, Hit, Index, PassageLocation, SearchRequest, explain, search};

use super::progress::Activity;
use super::report;
use super::validate::{DEFAULT_CORPUS, catalogue};
use super::{CliError, ExitStatus};

/// Arguments of `thidua search`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The query, as in the search box; put `--` before a query that begins with a minus
    query: String,
    /// The corpus: a document, a folder of documents merged by id, or a package (.zip)
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// The maximum number of articles to print
    #[arg(long, value_name = "N", default_value_t = 10)]
    most: usize,
    /// Explain each result: tier, score and matching passages
    #[arg(long)]
    explain: bool,
}

/// Runs the command. No result and an invalid corpus both give [`ExitStatus::DataErrors`].
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let Some(catalogue) = catalogue(&args.corpus)? else { return Ok(ExitStatus::DataErrors) };
    let activity = Activity::begin("Searching");
    let index = Index::build(&catalogue);
    let request = SearchRequest { query: args.query.clone(), ..SearchRequest::default() };
    let results = search(&index, &request);
    drop(activity);
    let mut text = format!("{} of {} articles\n", results.hits.len(), index.len());
    for one in &results.notes {
        text.push_str(&format!("note: {}\n", note(one, Lang::En)));
    }
    for (hit, number) in results.hits.iter().take(args.most).zip(1..) {
        let Some(article) = catalogue.articles().get(hit.article as usize) else { continue };
        text.push_str(&format!("{number:>3}  {}  {}\n", article.id, article.headline));
        if args.explain {
            text.push_str(&explanation(&index, &request, hit));
        }
    }
    report::print(&text)?;
    Ok(if results.hits.is_empty() { ExitStatus::DataErrors } else { ExitStatus::Success })
}

/// Formats tier and score of a hit, the share of each part of the query in the score, and every matching passage with the
/// matches in brackets.
fn explanation(index: &Index, request: &SearchRequest, hit: &Hit) -> String {
    let mut text = format!("     {:?}, score {}\n", hit.tier, hit.score);
    let Some((reasons, score)) = explain(index, request, hit.article) else { return text };
    for share in &score.shares {
        let ClauseShare { typed, rarity, zone, match_kind, term_freq } = share;
        let points = share.points();
        text.push_str(&format!(
            "     {points:>5} = rarity {rarity} × (zone {zone} × fit {match_kind} + times {term_freq})  {typed}\n"
        ));
    }
    if score.phrase > 0 {
        text.push_str(&format!("     {:>5} for the whole query in order\n", score.phrase));
    }
    for reason in reasons {
        // A highlight that does not fit its text is left out.
        let shown = bracketed(&reason.text, &reason.highlights).unwrap_or_else(|| reason.text.to_string());
        text.push_str(&format!("     {}: {shown}\n", location_name(&reason.location)));
    }
    text
}

/// Puts each highlight of a text into brackets. `None` if a range does not fit the text.
fn bracketed(text: &str, highlights: &[Range<usize>]) -> Option<String> {
    let (mut shown, mut end) = (String::new(), 0);
    for range in highlights {
        shown.push_str(&format!("{}[{}]", text.get(end..range.start)?, text.get(range.clone())?));
        end = range.end;
    }
    shown.push_str(text.get(end..)?);
    Some(shown)
}

fn location_name(location: &PassageLocation) -> String {
    match location {
        PassageLocation::Headline => "headline".to_owned(),
        PassageLocation::Kicker => "line above the headline".to_owned(),
        PassageLocation::Byline => "authors".to_owned(),
        PassageLocation::Digest { line } => format!("digest of line {line}"),
        PassageLocation::Campaign(id) => format!("campaign {id}"),
        PassageLocation::Figure(id) => format!("figure {id}"),
        PassageLocation::Phase { line } => format!("phase on line {line}"),
        PassageLocation::Person(_) => "person".to_owned(),
        PassageLocation::Organisation(id) => format!("organisation {id}"),
        PassageLocation::Body { paragraph } => format!("paragraph {paragraph} of the full text"),
    }
}
