//! Report of one file for people.

use std::fmt::Write as _;

use thidua_core::corpus::Severity;
use thidua_extract::{Diagnostic, Draft, DraftFigure, DraftGap, TextSpan};

use super::IngestReport;
use crate::report::problem_line;

/// Formats the report of one file.
pub(super) fn human(one: &IngestReport, write: bool) -> String {
    let mut text = format!("{}\n", one.file);
    let mut line = |words: String| {
        text.push_str("  ");
        text.push_str(&words);
        text.push('\n');
    };
    if let Some(error) = &one.error {
        line(format!("error: {error}"));
        return text;
    }
    for note in &one.notes {
        line(format!("note: {note}"));
    }
    for diagnostic in &one.diagnostics {
        line(diagnostic_line(diagnostic));
    }
    if let Some(draft) = &one.draft {
        for words in facts(draft) {
            line(words);
        }
    }
    for new in &one.additions.new {
        line(format!("new: {new}"));
    }
    for changed in &one.additions.changed {
        line(format!("changes: {changed}"));
    }
    for (article, likeness) in &one.repeats {
        line(format!("repeats: {article} ({likeness} % of the text is the same)"));
    }
    for c in &one.contradictions {
        line(format!("contradicts: “{}”, but {} has “{}”", c.here, c.article, c.there));
    }
    for problem in &one.problems {
        line(problem_line(problem));
    }
    line(outcome(one, write));
    text
}

fn outcome(one: &IngestReport, write: bool) -> String {
    match &one.article {
        None => "not added: it does not verify".to_owned(),
        Some(_) if !one.gaps.is_empty() => {
            let gaps: Vec<&str> = one.gaps.iter().map(gap).collect();
            format!("an article, to be completed before it is added: {}", gaps.join("; "))
        }
        Some(id) if one.written => format!("written: {id}; {} guesses to confirm", one.guesses),
        Some(id) if !one.repeats.is_empty() => {
            format!("not added: {id} is there already; --again takes it all the same")
        }
        Some(id) if write => format!("verified: {id}, not written"),
        Some(id) => format!("verified: {id}; nothing written, --write adds it"),
    }
}

/// What is to be filled in, and how.
fn gap(gap: &DraftGap) -> &'static str {
    match gap {
        DraftGap::Headline => "the headline (--headline “…”)",
        DraftGap::Organisation => "the organisation (--organisation “…”)",
    }
}

fn position(span: Option<TextSpan>) -> String {
    span.map_or(String::new(), |p| format!("{}:{}: ", p.line, p.start + 1))
}

fn diagnostic_line(diagnostic: &Diagnostic) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Doubt => "doubt",
        Severity::Note => "note",
    };
    let found = diagnostic.found.as_deref().map_or(String::new(), |found| format!(" (“{found}”)"));
    let kind = diagnostic.kind;
    format!("{severity}: {}{}{found}; {}", position(diagnostic.span), kind.message(), kind.hint())
}

/// Names the guesses of a figure: they are to be confirmed or changed by a person.
fn guesses(draft: &Draft, fact: &DraftFigure) -> String {
    let campaign = fact.campaigns.first().and_then(|index| draft.campaigns.get(*index));
    let mut text = format!("guessed: {}, ", fact.role.slug());
    let _ = match campaign {
        Some(campaign) => write!(text, "of “{}”", campaign.name),
        None => write!(text, "of no campaign"),
    };
    if let Some(organisation) = fact.organisation.and_then(|index| draft.organisations.get(index)) {
        let _ = write!(text, ", {}", organisation.fact.name);
    }
    text
}

/// Returns a line for every fact with its place, words and rule.
fn facts(draft: &Draft) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some([first, last]) = draft.lines {
        let excluded: Vec<String> = draft.excluded.iter().map(ToString::to_string).collect();
        let without =
            if excluded.is_empty() { String::new() } else { format!(" without {}", excluded.join(", ")) };
        lines.push(format!("lines {first} to {last}{without}"));
    }
    let head = [("headline", draft.headline.as_ref()), ("kicker", draft.kicker.as_ref())];
    if draft.gaps().contains(&DraftGap::Headline) {
        lines.push("headline: to be filled in".to_owned());
    }
    for (name, found) in head.into_iter().filter_map(|(name, found)| Some((name, found?))) {
        lines.push(format!("{name}: {}", found.words));
    }
    lines.extend(draft.byline.iter().map(|found| format!("by: {}", found.words)));
    lines.extend(draft.published.iter().map(|found| format!("published: {}", found.words)));
    lines.extend(draft.source.iter().map(|found| format!("source: {}", found.fact.name)));
    if let Some(main) = draft.organisation.and_then(|index| draft.organisations.get(index)) {
        lines.push(format!("organisation: {}", main.fact.name));
    } else if draft.gaps().contains(&DraftGap::Organisation) {
        lines.push("organisation: to be filled in".to_owned());
    }
    for found in &draft.people {
        let role = found.fact.role.as_deref().unwrap_or("no role");
        lines.push(format!("person: {}{} ({role})", position(Some(found.span)), found.fact.name));
    }
    for found in &draft.mentions {
        let campaign = draft.campaigns.get(found.fact.campaign);
        let kind = campaign.map_or("", |c| c.kind.slug());
        let known =
            campaign.and_then(|c| c.existing.as_ref()).map_or(String::new(), |id| format!(", known as {id}"));
        let similar: Vec<String> =
            campaign.into_iter().flat_map(|c| &c.similar).map(ToString::to_string).collect();
        let similar =
            if similar.is_empty() { String::new() } else { format!(", resembles {}", similar.join(", ")) };
        lines.push(format!(
            "{kind}: {}{} [{}{known}{similar}]",
            position(Some(found.span)),
            found.words,
            found.reason.rule
        ));
    }
    for found in &draft.phases {
        let dates = found.fact.period.as_ref().map_or("no dates", |p| p.as_written.as_str());
        lines.push(format!("round: {}{} ({dates})", position(Some(found.span)), found.words));
    }
    for found in &draft.figures {
        let fact = &found.fact;
        let mut words = format!("figure: {}{} = {}", position(Some(found.span)), found.words, fact.value);
        if let Some(to) = fact.value_to {
            let _ = write!(words, " to {to}");
        }
        let unit = fact.unit.as_ref().map_or("unit unknown", |unit| unit.as_str());
        let _ = write!(words, " {unit}");
        if let Some(act) = &fact.act {
            let _ = write!(words, ", {} (“{}”)", act.kind.slug(), act.as_written);
        }
        if !fact.levels.is_empty() {
            let levels: Vec<&str> = fact.levels.iter().map(|level| level.slug()).collect();
            let _ = write!(words, ", {}", levels.join(" "));
        }
        if let Some(period) = &fact.period {
            let _ = write!(words, ", {}", period.as_written);
        }
        if fact.repeats.is_some() {
            words.push_str(", printed before: not added");
        }
        let _ = write!(words, " [{}]; {}", found.reason.rule, guesses(draft, fact));
        lines.push(words);
    }
    lines
}
