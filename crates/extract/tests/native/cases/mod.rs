//! Invented articles outside of the repository (`shared/cases/extraction.jsonl`), each with one trap.
//!
//! Each module has a table from the id of a case to a condition on its draft. The tests do nothing where the file is
//! absent.

mod campaigns;
mod frame;
mod numbers;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use thidua_core::domain::CampaignKind;
use thidua_extract::{Context, Draft, DraftFact, DraftFigure, extract};

/// Id of a case, and the condition that its draft fulfils.
type CaseCheck = (&'static str, fn(&Draft) -> bool);

/// Checks the drafts of the cases in `checks`. Reports all failed cases at once.
fn check(checks: &[CaseCheck]) {
    let Some(cases) = cases() else { return };
    let context = Context::default();
    let mut failed = Vec::new();
    for (id, holds) in checks {
        let case = cases.get(*id).unwrap_or_else(|| panic!("{id} is not in the file of cases"));
        let draft = extract(case["text"].as_str().unwrap(), &context);
        if !holds(&draft) {
            failed.push(format!("{id}: {}; expected: {}", case["fault"], case["expected"]));
        }
    }
    assert!(failed.is_empty(), "{} of {} cases failed:\n{}", failed.len(), checks.len(), failed.join("\n"));
}

/// Cases by their ids. `None` where the file is absent.
fn cases() -> Option<BTreeMap<String, Value>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases/extraction.jsonl");
    let Ok(file) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is absent", path.display());
        return None;
    };
    let case = |line: &str| {
        let case: Value = serde_json::from_str(line).unwrap();
        (case["id"].as_str().unwrap().to_owned(), case)
    };
    Some(file.lines().filter(|line| !line.trim().is_empty()).map(case).collect())
}

/// The figure with these printed words.
fn figure<'a>(draft: &'a Draft, words: &str) -> Option<&'a DraftFact<DraftFigure>> {
    draft.figures.iter().find(|figure| figure.words == words)
}

/// Kinds and names of the mentioned campaigns, in the order of the text.
fn mentions(draft: &Draft) -> Vec<(CampaignKind, &str)> {
    let kind = |index: usize| draft.campaigns[index].kind;
    draft.mentions.iter().map(|mention| (kind(mention.fact.campaign), mention.words.as_str())).collect()
}

#[test]
fn each_case_is_in_one_table() {
    let Some(cases) = cases() else { return };
    let tables = [campaigns::CASES, frame::CASES, numbers::CASES];
    let mut checked: Vec<&str> = tables.into_iter().flatten().map(|(id, _)| *id).collect();
    checked.sort_unstable();
    assert!(checked.windows(2).all(|pair| pair[0] != pair[1]), "a case is in two tables");
    let unchecked: Vec<&String> = cases.keys().filter(|id| !checked.contains(&id.as_str())).collect();
    if !unchecked.is_empty() {
        eprintln!("cases without a check: {unchecked:?}");
    }
}
