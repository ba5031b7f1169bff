//! Heading of a chart of targets: how many were met, or, for a single target, the target and its result.

use thidua_core::domain::Lang;
use thidua_core::text::format_count;
use thidua_i18n::charts::targets as wording;
use thidua_i18n::sentences;

use super::grouping::{distinct, group_by};
use super::period::Period;
use super::quantity::quantity_words;
use super::target::TargetPair;
use super::verdict::{IncomparableReason, Verdict};

/// Verdict on each target: that of its rows if they agree, else that they cannot be compared.
pub(super) fn verdicts(pairs: &[TargetPair<'_>]) -> Vec<Verdict> {
    let targets = group_by(pairs, |p| p.target.figure.id.clone());
    targets.iter().filter_map(|rows| verdict(rows)).collect()
}

fn verdict(rows: &[&TargetPair<'_>]) -> Option<Verdict> {
    let first = rows.first()?.verdict;
    let agreed = rows.iter().all(|p| p.verdict == first);
    Some(if agreed { first } else { Verdict::CannotCompare(IncomparableReason::Bounds) })
}

/// Heading of the targets of `pairs`.
pub(super) fn heading(pairs: &[TargetPair<'_>], organisation: &str, period: &Period, lang: Lang) -> String {
    let verdicts = verdicts(pairs);
    if let ([verdict], Some(first)) = (verdicts.as_slice(), pairs.first()) {
        return heading_of_one(first, pairs, *verdict, organisation, lang);
    }
    let number = |wanted: fn(&Verdict) -> bool| verdicts.iter().filter(|v| wanted(v)).count();
    let met = number(|v| *v == Verdict::Met);
    let missed = number(|v| *v == Verdict::NotMet);
    let silent = number(|v| *v == Verdict::CannotCompare(IncomparableReason::NoResult));
    let (all, open) = (verdicts.len(), verdicts.len() - met - missed);
    let period = match period.is_stated() {
        true => wording::for_period(&period.words(lang), lang),
        false => String::new(),
    };
    let (none_stated, none_comparable, any_met, any_missed) =
        (silent == all, open == all, met > 0, missed > 0);
    let [all, met, missed, open_words] = [all, met, missed, open].map(|number| format_count(number, lang));
    if none_stated {
        return wording::heading_no_results(organisation, &all, &period, lang);
    }
    if none_comparable {
        return wording::heading_none_comparable(organisation, &all, &period, lang);
    }
    let mut text = match any_met {
        true => wording::heading_met(organisation, &met, &all, &period, lang),
        false => wording::heading_missed(organisation, &missed, &all, &period, lang),
    };
    if any_missed && any_met {
        text.push_str(&wording::and_missed(&missed, lang));
    }
    if open > 0 {
        text.push_str(&wording::and_not_comparable(&open_words, lang));
    }
    text
}

/// Heading of a single target; several `pairs` are the results that articles state for it.
fn heading_of_one(
    first: &TargetPair<'_>,
    pairs: &[TargetPair<'_>],
    verdict: Verdict,
    organisation: &str,
    lang: Lang,
) -> String {
    let target = quantity_words(first.target.figure, first.unit, lang);
    let results = pairs.iter().filter_map(|p| Some(quantity_words(p.result?.figure, p.unit, lang)));
    let results = distinct(results);
    let result = sentences::list(&results, lang);
    if results.is_empty() {
        return match verdict {
            Verdict::CannotCompare(IncomparableReason::NoResult) => {
                wording::single_no_result(organisation, &target, lang)
            }
            _ => wording::single_no_comparable_result(organisation, &target, lang),
        };
    }
    match verdict {
        Verdict::Met => wording::single_met(organisation, &target, &result, lang),
        Verdict::NotMet => wording::single_missed(organisation, &target, &result, lang),
        Verdict::CannotCompare(_) if results.len() > 1 => {
            wording::single_different_results(organisation, &target, &result, lang)
        }
        Verdict::CannotCompare(_) => wording::single_not_comparable(organisation, &target, &result, lang),
    }
}
